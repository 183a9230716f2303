"""The page: its lines, each with a role, and nothing thrown away."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from policyparse.model.base import Extent


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
    """

    role: Role
    start: int
    end: int
    text: str
    folded: str
    level: int = 0
    table: int | None = None

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
        meta: What the reader found beside the text (HTML meta tags), by name.
        names: Places of persons' names that a model found; None where none was asked.
        understood: Places of the body that a reader read although no field has them as its place: the sentence that
            promulgates, whose days and bodies stand in fields.
    """

    text: str
    folded: str
    blocks: list[Block]
    traditional: bool
    meta: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Extent, ...] | None = None
    understood: list[Extent] = field(default_factory=list)

    def with_role(self, *roles: Role) -> list[Block]:
        """The blocks that have one of the roles, in order."""
        if len(roles) == 1:
            role = roles[0]
            return [block for block in self.blocks if block.role is role]
        return [block for block in self.blocks if block.role in roles]

    @property
    def title(self) -> Block | None:
        """The title line."""
        return next((b for b in self.blocks if b.role is Role.TITLE), None)

    @property
    def subtitle(self) -> Block | None:
        """The subtitle line."""
        return next((b for b in self.blocks if b.role is Role.SUBTITLE), None)

    @property
    def body(self) -> list[Block]:
        """Headings, topics and paragraphs in order."""
        return self.with_role(Role.HEADING, Role.TOPIC, Role.PARAGRAPH)


_MARKED = frozenset("|•●■◆▪·-*#>")
"""With what else than its text a line can begin."""

_LEADING = re.compile(r"[\s|]*(?:(?:[•●■◆▪·]|[-*](?=\s))\s*)?(?P<marks>#{1,6}(?=\s)|>(?=\s))?\s*(?P<bold>\*\*)?\s*")
_BOLD_LENGTH = 44


def split_lines(text: str, folded: str) -> list[Block]:
    """Cut a text into its lines, all with the role of a paragraph but for marked headings.

    Args:
        text: The repaired text.
        folded: The same, width-folded.

    Returns:
        The lines that are not blank, in order.
    """
    blocks = []
    paragraph = Role.PARAGRAPH
    offset = 0
    for line in folded.split("\n"):
        rest = line.lstrip()
        start = offset + len(line) - len(rest)
        offset += len(line) + 1
        if not rest:
            continue
        leading = _LEADING.match(rest) if rest[0] in _MARKED else None
        if leading:
            start += leading.end()
            rest = rest[leading.end() :]
        rest = rest.rstrip()
        if rest.endswith("**"):
            rest = rest[:-2].rstrip()
        if not rest:
            continue
        end = start + len(rest)
        block = Block(paragraph, start, end, text[start:end], rest)
        if leading and leading["marks"] and leading["marks"][0] == "#":
            block.role, block.level = Role.HEADING, len(leading["marks"])
        elif leading and leading["bold"] and len(rest) <= _BOLD_LENGTH:
            block.role, block.level = Role.HEADING, 6
        blocks.append(block)
    return blocks
