"""What all documents that stand alone have in common."""

from importlib import import_module
from typing import Annotated, Any, Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import Extent, Model, Span
from policyparse.model.content import Content, ContentDraft
from policyparse.model.page import Block, BlockDraft, Source, SourceDraft

_DISPLAY = "policyparse.output.display.document"
"""What shows a document; it is imported when one is shown."""


class Repair(Model):
    """What one repair did before parsing (修复)."""

    rule: str = Field(description="Name of the repair (规则).")
    count: int = Field(ge=1, description="How many places it mended (次数).")
    before: str = Field(description="What stood at the first of them (修复前).")
    after: str = Field(description="What stands there now (修复后).")
    confidence: float = Field(ge=0, le=1, description="How sure the repair is, 0 to 1 (置信度).")
    spans: list[Span] = Field(default_factory=list, description="The first hundred places (原文位置).")


class RepairDraft(TypedDict):
    """Draft of `Repair`."""

    rule: str
    count: int
    before: str
    after: str
    confidence: float
    spans: NotRequired[list[Extent]]


class Versioned(Model):
    """What is written by a version of the contract (版本)."""

    schema_version: Literal["2.0"] = Field(default="2.0", description="Version of this contract (版本).")


class Document(Content, Versioned):
    """What every document has (公共字段)."""

    language: Literal["zh-Hans", "zh-Hant"] = Field(description="Script of the original (文字).")
    source: Source = Field(default_factory=Source, description="Where it was published (来源).")
    blocks: list[Block] = Field(default_factory=list, description="The whole text in order (文本块).")
    repairs: list[Repair] = Field(default_factory=list, description="What was mended before parsing (修复).")
    origins: dict[str, str] = Field(
        default_factory=dict,
        description="Whence a value comes that the text does not print, by JSON Pointer (取值来源): `metadata`, "
        "`html:meta[PubDate]`, `docx:core.title`, `reference_date`, `inferred`.",
    )
    digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")] = Field(
        description="Hash of the original text in UTF-8 (摘要)."
    )
    source_digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")] | None = Field(
        default=None, description="Hash of the bytes read, null where a text was given (源文件摘要)."
    )
    produced_by: str | None = Field(
        default=None, description="Version of policyparse, reader and options that made it (生成方式)."
    )
    text: str | None = Field(default=None, description="The original text, where it was asked for (原文).")

    def __rich__(self) -> Any:
        """What was found in it, for a console of rich."""
        return import_module(_DISPLAY).display(self)

    def _repr_html_(self) -> str:
        """What was found in it, for a notebook."""
        shown: str = import_module(_DISPLAY).display_html(self)
        return shown


class DocumentDraft(ContentDraft):
    """Draft of `Document`."""

    schema_version: NotRequired[str]
    language: str
    source: NotRequired[SourceDraft]
    blocks: NotRequired[list[BlockDraft]]
    repairs: NotRequired[list[RepairDraft]]
    origins: NotRequired[dict[str, str]]
    digest: str
    source_digest: NotRequired[str | None]
    produced_by: NotRequired[str | None]
    text: NotRequired[str | None]
