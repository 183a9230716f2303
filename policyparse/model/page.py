"""Public models of the page: its blocks, tables and headings, and where it was published."""

from datetime import date, datetime
from typing import Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import Extent, Model, Span


class Source(Model):
    """Where the document was published (来源)."""

    publisher: str | None = Field(default=None, description="Outlet named as the source (来源).")
    site: str | None = Field(default=None, description="Site that shows the page, where the page names itself (网站).")
    url: str | None = Field(default=None, description="Address that the page prints (网址).")
    authors: list[str] = Field(default_factory=list, description="Reporters and authors of the byline (记者、作者).")
    editors: list[str] = Field(default_factory=list, description="Editors (编辑).")
    published_at: datetime | date | None = Field(
        default=None, description="Date, or date-time with +08:00, of publication (发布时间)."
    )


class SourceDraft(TypedDict):
    """Draft of `Source`."""

    publisher: NotRequired[str | None]
    site: NotRequired[str | None]
    url: NotRequired[str | None]
    authors: NotRequired[list[str]]
    editors: NotRequired[list[str]]
    published_at: NotRequired[datetime | date | None]


class Section(Model):
    """A part of the body under its heading (小标题)."""

    heading: str = Field(description="The heading as printed (标题).")
    level: int = Field(ge=1, description="Depth, 1 for the highest heading of the body (级别).")
    span: Span = Field(description="The heading's place (原文位置).")


class SectionDraft(TypedDict):
    """Draft of `Section`."""

    heading: str
    level: int
    span: Extent


class Block(Model):
    """A stretch of the text with its role (文本块); all blocks together hold every character but white space once."""

    role: Literal[
        "title",
        "subtitle",
        "heading",
        "byline",
        "source_line",
        "number",
        "addressee",
        "paragraph",
        "caption",
        "contents",
        "table",
        "signature",
        "note",
        "furniture",
        "unread",
    ] = Field(
        description="标题, 副标题, 小标题, 署名, 来源行, 发文字号, 主送机关, 正文段落, 图片说明, 目录, 表格, 落款, "
        "题注或附注, 页面附属内容, 未读内容 (角色)."
    )
    span: Span = Field(description="From the first to the last character (原文位置).")
    parts: list[Span] = Field(
        description="The stretches that belong to it, more than one where the end of a page interrupts it (各段位置)."
    )
    pages: list[int] | None = Field(
        default=None, description="Numbers of its pages, from 1 (页码); null without pages."
    )
    level: int | None = Field(default=None, ge=1, description="Depth of a heading (级别).")


class BlockDraft(TypedDict):
    """Draft of `Block`."""

    role: str
    span: Extent
    parts: list[Extent]
    pages: NotRequired[list[int] | None]
    level: NotRequired[int | None]


class Table(Model):
    """A table of the body or of an annex (表格)."""

    caption: str | None = Field(default=None, description="Caption (表题).")
    header: list[str] = Field(default_factory=list, description="Cells of the header row (表头).")
    rows: list[list[str]] = Field(default_factory=list, description="Cells by row (各行单元格).")
    span: Span = Field(description="Its place (原文位置).")


class TableDraft(TypedDict):
    """Draft of `Table`."""

    caption: NotRequired[str | None]
    header: NotRequired[list[str]]
    rows: NotRequired[list[list[str]]]
    span: Extent
