"""The page: its lines, each with a role, and nothing thrown away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar, cast

from policyparse.model.base import Extent
from policyparse.model.metadata import Metadata
from policyparse.model.page import TableDraft
from policyparse.source.blocks import SourceBlock

Found = TypeVar("Found")


class Role(StrEnum):
    """What a line is on its page; the values are those of the public `Block`, but that a topic is a heading there."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SOURCE_LINE = "source_line"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    HEADING = "heading"
    TOPIC = "topic"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CONTENTS = "contents"
    TABLE = "table"
    SIGNATURE = "signature"
    NOTE = "note"
    FURNITURE = "furniture"
    UNREAD = "unread"


@dataclass(slots=True)
class Block:
    """A line of the page without indent, list mark and emphasis.

    Attributes:
        role: What it is.
        start: Offset of its first code point in the repaired text.
        end: Offset after its last code point.
        text: The line as printed.
        folded: The same, width-folded, offset for offset.
        level: Depth of a heading, 1 for the highest; 0 for what is no heading.
        table: Number of the table of which it is a cell or a row, None where it is of none.
        rule: Name of the rule that gave it its role; empty where none did.
        signals: What the file says about it, None for plain text.
    """

    role: Role
    start: int
    end: int
    text: str
    folded: str
    level: int = 0
    table: int | None = None
    rule: str = ""
    signals: SourceBlock | None = None

    @property
    def extent(self) -> Extent:
        """Its place in the repaired text."""
        return self.start, self.end


@dataclass(slots=True)
class Page:
    """A laid-out text.

    Attributes:
        text: The repaired text.
        folded: The same, width-folded, offset for offset.
        blocks: All lines that are not blank, in order, each with its role.
        traditional: Whether the original is written in traditional characters.
        hints: What the file says beside its text (HTML meta tags, document properties), by name.
        metadata: What the caller knows of the document.
        origins: Where values come from that the text does not print, by JSON Pointer.
        tables: Tables of data, as drafts of `Table`.
        title: The title line.
        subtitle: The subtitle line.
        names: Places of persons' names that a model found; None where none was asked.
        understood: Places of the body that a reader read although no field has them as its place: the sentence that
            promulgates, whose days and bodies stand in fields.
    """

    text: str
    folded: str
    blocks: list[Block]
    traditional: bool
    hints: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Extent, ...] | None = None
    understood: list[Extent] = field(default_factory=list)
    tables: list[TableDraft] = field(default_factory=list)
    metadata: Metadata | None = None
    origins: dict[str, str] = field(default_factory=dict)
    title: Block | None = None
    subtitle: Block | None = None
    _found: dict[Callable[["Page"], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find title and subtitle among the lines that are given with their roles."""
        self.title = self.title or next((b for b in self.blocks if b.role is Role.TITLE), None)
        self.subtitle = self.subtitle or next((b for b in self.blocks if b.role is Role.SUBTITLE), None)

    def part(self, blocks: list[Block]) -> "Page":
        """Some of its lines as the page of a document of its own; what is known of the whole does not hold for it.

        Args:
            blocks: The lines, which keep their places in the text of the whole.
        """
        return Page(self.text, self.folded, blocks, self.traditional, names=self.names)

    def once(self, find: "Callable[[Page], Found]") -> Found:
        """What is to be found on the page, found at the first call and shared: nobody changes it.

        Args:
            find: Finds it.
        """
        if find not in self._found:
            self._found[find] = find(self)
        return cast(Found, self._found[find])

    def with_role(self, *roles: Role) -> list[Block]:
        """The blocks that have one of the roles, in order."""
        if len(roles) == 1:
            role = roles[0]
            return [block for block in self.blocks if block.role is role]
        return [block for block in self.blocks if block.role in roles]

    @property
    def body_start(self) -> int:
        """Offset of the first paragraph, 0 where there is none."""
        return next((block.start for block in self.blocks if block.role is Role.PARAGRAPH), 0)

    @property
    def body(self) -> list[Block]:
        """Headings, topics and paragraphs in order."""
        return self.with_role(Role.HEADING, Role.TOPIC, Role.PARAGRAPH)
