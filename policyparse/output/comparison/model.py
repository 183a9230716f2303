"""What a comparison says: provisions of two versions opposite each other, with the words that changed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from policyparse.model.base import Model, Span

ChangeKind: TypeAlias = Literal["changed", "renumbered", "moved", "split", "merged", "added", "gone"]
Unit: TypeAlias = Literal[
    "title",
    "preamble",
    "opening",
    "division",
    "article",
    "point",
    "heading",
    "paragraph",
    "item",
    "responsibility",
    "deadline",
    "appointment",
    "member",
    "closing",
    "annex",
    "attachment",
]

TOP_LEVEL: frozenset[str] = frozenset({"division", "article", "point"})
"""Units that are counted."""


class Fragment(Model):
    """A stretch of a provision (片段)."""

    text: str = Field(description="The words (文字).")
    changed: bool = Field(description="Whether the other version has them not (是否变动).")


class ComparedProvision(Model):
    """A provision in one of the versions (一侧条文)."""

    label: str = Field(description="Label as printed; 第二款 for a paragraph, which has none (序号).")
    text: str = Field(description="Its own text, without what stands under it (内容).")
    words: list[Fragment] = Field(
        default_factory=list, description="The same, cut where it changed; empty where it did not (文字变动)."
    )
    pointer: str = Field(description="JSON Pointer in the document of this version (字段).")
    line: int | None = Field(
        default=None, ge=1, description="Which line of that field, where it is one of several (第几行)."
    )
    id: str | None = Field(default=None, description="Its eId: `art_12__para_2` (标识).")
    span: Span | None = Field(default=None, description="Place in the original text of this version (原文位置).")


class ComparedRow(Model):
    """Provisions of both versions that are one (对照行); more than one of a side where it was split or merged."""

    unit: Unit = Field(description="标题, 序言, 章节, 条, 条目, 款, 项 … (单位).")
    changes: list[ChangeKind] = Field(
        default_factory=list,
        description="修改, 序号变动, 移动, 分立, 合并, 新增, 删除; empty where nothing changed (变动).",
    )
    old: list[ComparedProvision] = Field(default_factory=list, description="In the old version (修改前).")
    new: list[ComparedProvision] = Field(default_factory=list, description="In the new version (修改后).")
    rows: list["ComparedRow"] = Field(default_factory=list, description="What stands under it (下级).")


class ComparedVersion(Model):
    """One of the two documents (版本)."""

    title: str | None = Field(default=None, description="Title (标题).")
    id: str = Field(description="Identifier of the work and its version (标识).")
    on: date | None = Field(default=None, description="Day of its last change (版本日期).")
    digest: str | None = Field(default=None, description="Hash of its text (摘要).")


class Comparison(Model):
    """Two versions of a document opposite each other (新旧对照)."""

    old: ComparedVersion = Field(description="The old version (修改前).")
    new: ComparedVersion = Field(description="The new version (修改后).")
    rows: list[ComparedRow] = Field(
        description="Rows in the order of the new version, what is gone where it stood (对照行)."
    )

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(row.changes for row in self.rows)

    def walk(self) -> Iterator[ComparedRow]:
        """All rows, each before those under it."""
        ahead = list(reversed(self.rows))
        while ahead:
            row = ahead.pop()
            yield row
            ahead += reversed(row.rows)

    def counts(self) -> dict[str, int]:
        """How many articles, points and divisions each change met, and how many are `unchanged`."""
        rows = [row for row in self.walk() if row.unit in TOP_LEVEL]
        counted: Counter[str] = Counter(kind for row in rows for kind in row.changes)
        counted["unchanged"] = sum(not row.changes for row in rows)
        return {kind: number for kind, number in counted.items() if number}

    def as_text(self, *, full: bool = False, lang: str = "en") -> str:
        """The comparison as lines for a terminal: `[-gone-]`, `{+new+}`.

        Args:
            full: Also what did not change.
            lang: Language of the words around, `en` or `zh`.
        """
        from policyparse.output.comparison.as_text import comparison_text

        return comparison_text(self, full=full, lang=lang)

    def as_markdown(self, *, full: bool = False) -> str:
        """The comparison as a table of two columns in Markdown.

        Args:
            full: Also what did not change.
        """
        from policyparse.output.comparison.as_table import comparison_markdown

        return comparison_markdown(self, full=full)

    def as_html(self, *, full: bool = False) -> str:
        """The comparison as a page with a table of two columns, as gazettes print it.

        Args:
            full: Also what did not change.
        """
        from policyparse.output.comparison.as_table import comparison_html

        return comparison_html(self, full=full)
