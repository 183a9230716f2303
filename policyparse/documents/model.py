"""What all documents have in common."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from policyparse.core.diagnostics import Diagnostic
from policyparse.core.model import Model, Span
from policyparse.plan.model import Indicator, IndustryPlan
from policyparse.structure.model import Section, Source, Speaker, Statement


class Repair(Model):
    """What one repair did before parsing (修复)."""

    rule: str = Field(description="Name of the repair (规则).")
    count: int = Field(ge=1, description="How many places it mended (次数).")
    before: str = Field(description="What stood at the first of them (修复前).")
    after: str = Field(description="What stands there now (修复后).")
    confidence: float = Field(ge=0, le=1, description="How sure the repair is, 0 to 1 (置信度).")
    spans: list[Span] = Field(default_factory=list, description="The first hundred places (原文位置).")


class Document(Model):
    """What every document has (公共字段)."""

    schema_version: Literal["1.0"] = Field(default="1.0", description="Version of this contract (版本).")
    kind: str = Field(description="Document type (文种).")
    title: str | None = Field(default=None, description="Title as printed (标题).")
    subtitle: str | None = Field(default=None, description="Subtitle without its dash (副标题).")
    language: Literal["zh-Hans", "zh-Hant"] = Field(description="Script of the original (文字).")
    source: Source = Field(default_factory=Source, description="Where it was published (来源).")
    sections: list[Section] = Field(default_factory=list, description="Headings of the body in order (小标题).")
    indicators: list[Indicator] = Field(default_factory=list, description="Numbers with a meaning (指标).")
    plan: IndustryPlan | None = Field(default=None, description="Industry plan, null where there is none (产业规划).")
    repairs: list[Repair] = Field(default_factory=list, description="What was mended before parsing (修复).")
    diagnostics: list[Diagnostic] = Field(default_factory=list, description="What is wrong or uncertain (诊断).")
    evidence: dict[str, Span] = Field(
        default_factory=dict, description="Places of scalar fields, by JSON Pointer (依据): `/title`."
    )
    digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")] = Field(
        description="Hash of the original text in UTF-8 (摘要)."
    )


class SpokenDocument(Document):
    """A document that reports speech (含引语的文件)."""

    speakers: list[Speaker] = Field(default_factory=list, description="Who speaks (发言人).")
    statements: list[Statement] = Field(
        default_factory=list, description="Attributed speech that is neither proposal nor response (引语)."
    )

    def spoken(self) -> list[str]:
        """Names of the speakers of every stretch of speech."""
        return [statement.speaker for statement in self.statements]

    @model_validator(mode="after")
    def _speakers_are_known(self) -> "SpokenDocument":
        names = [speaker.name for speaker in self.speakers]
        if len(names) != len(set(names)):
            raise ValueError("names of speakers must be unique")
        unknown = set(self.spoken()) - set(names)
        if unknown:
            raise ValueError(f"speech of unknown speakers: {sorted(unknown)}")
        return self
