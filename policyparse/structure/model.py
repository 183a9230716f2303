"""Public models of the shapes that several document types share."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from policyparse.core.model import Model, Span


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


class Section(Model):
    """A part of the body under its heading (小标题)."""

    heading: str = Field(description="The heading as printed (标题).")
    level: int = Field(ge=1, description="Depth, 1 for the highest heading of the body (级别).")
    span: Span = Field(description="The heading's place (原文位置).")


class Position(Model):
    """An office that a person holds (职务)."""

    organization: str | None = Field(default=None, description="Body in which it is held, as printed (单位).")
    organization_full: str | None = Field(
        default=None, description="Full name of the body, where the text itself gives it (单位全称)."
    )
    title: str = Field(description="The office (职务).")


class Speaker(Model):
    """Who speaks (发言人): a person, an organization or a collective such as 会议 or 大家."""

    name: str = Field(description="Bare name, without title (姓名或名称); unique in a document.")
    kind: Literal["person", "organization", "collective"] = Field(description="What it is (类别).")
    positions: list[Position] = Field(default_factory=list, description="Every office that the text prints (职务).")
    spans: list[Span] = Field(default_factory=list, description="Where the text names it (原文位置).")


class Statement(Model):
    """One stretch of attributed speech (引语)."""

    speaker: str = Field(description="Name of a speaker of the document (发言人).")
    text: str = Field(description="What was said, without the reporting clause (内容).")
    verb: str | None = Field(default=None, description="Reporting verb (转述动词): 表示, 指出, 说.")
    mode: Literal["direct", "indirect", "mixed"] = Field(
        description="Inside quotation marks, outside them, or both (直接引语、间接引语、混合)."
    )
    section: str | None = Field(default=None, description="Heading under which it stands (所在小标题).")
    span: Span = Field(description="From the first to the last character (原文位置).")
    parts: list[Span] = Field(
        default_factory=list,
        description="Stretches that make up the text, without clauses and outer quotation marks (各段位置).",
    )
