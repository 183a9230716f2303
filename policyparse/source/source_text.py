"""The text as its reader gives it; all public spans count in it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from operator import attrgetter
from typing import Protocol

from policyparse.source.blocks import Link, SourceBlock
from policyparse.source.places import Boxes, Place


class HasExtent(Protocol):
    """Anything with a start and an end in code points: a `Span`, a `SourceBlock`."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""

    @property
    def end(self) -> int:
        """Offset after the last one."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as the reader produced it; all public spans count in it.

    Attributes:
        text: The text; line ends as they were (plain text), or a line feed between two blocks.
        format: Name of the format that it was read from: `plain` `markdown` `html` `docx` `pdf` `ofd`.
        encoding: Character encoding of the bytes, None where a str was given or the format has none of its own.
        hints: What the file says beside its text (`html:title`, `html:meta[PubDate]`, `docx:core.title`,
            `pdf:info.Title`), by name; never dates or numbers, always the words of the file.
        blocks: What the file sets off, with its signals; none for plain text.
        links: Links to attachments.
        notes: What was odd about the file: a code, and a sentence.
        source_digest: `sha256:` and the hash of the bytes that were read, None where a str was given.
    """

    text: str
    format: str = "plain"
    encoding: str | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[SourceBlock, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    source_digest: str | None = None

    @property
    def digest(self) -> str:
        """`sha256:` and the hash of the text in UTF-8."""
        return "sha256:" + sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def pages(self, extents: Iterable[tuple[int, int]]) -> list[int] | None:
        """The pages on which stretches of the text stand.

        Args:
            extents: Start and end of each stretch.

        Returns:
            Their numbers, each once, from 1; None for a format without pages.
        """
        if self.format not in _PAGED:
            return None
        found: dict[int, None] = {}
        for start, end in extents:
            for block in self._touched(start, end):
                for place in block.place.within(start, end):
                    found |= dict.fromkeys(place.pages if isinstance(place, Boxes) else ())
        return list(found)

    def blocks_of(self, span: HasExtent) -> tuple[SourceBlock, ...]:
        """The blocks that a stretch of the text touches, in O(log blocks)."""
        return tuple(self._touched(span.start, span.end))

    def _touched(self, start: int, end: int) -> Iterator[SourceBlock]:
        first = max(0, bisect_right(self.blocks, start, key=_START) - 1)
        for i in range(first, len(self.blocks)):
            block = self.blocks[i]
            if block.start >= end:
                return
            if block.end > start:
                yield block

    def place(self, span: HasExtent) -> tuple[Place, ...]:
        """Where a stretch of the text stands in the file.

        Args:
            span: The stretch, in code points of `text`.

        Returns:
            A place for each block that it touches, in order; the boxes of all lines that it touches are one place.
            None for plain text, whose offsets are places themselves.
        """
        places: list[Place] = []
        for block in self._touched(span.start, span.end):
            for place in block.place.within(span.start, span.end):
                if places and isinstance(place, Boxes) and isinstance(places[-1], Boxes):
                    places[-1] = Boxes(places[-1].lines + place.lines)
                else:
                    places.append(place)
        return tuple(places)


_START = attrgetter("start")
_PAGED = frozenset({"pdf", "ofd"})
"""Formats that have pages."""
