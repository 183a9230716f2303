"""Collects blocks: offsets are counted while the text grows."""

from typing import Any

from policyparse.source.blocks import Link, SourceBlock
from policyparse.source.places import Place


class BlockWriter:
    """The text of a document and its blocks, while it is read."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._blocks: list[SourceBlock] = []
        self._links: list[Link] = []
        self.offset = 0

    def add(self, text: str, tag: str, place: Place, **signals: Any) -> None:
        """Add a block.

        Args:
            text: Its text, without line feeds.
            tag: Its tag.
            place: Its place.
            signals: Other fields of `SourceBlock`.
        """
        end = self.offset + len(text)
        self._blocks.append(SourceBlock(self.offset, end, tag, place, **signals))
        self._texts.append(text)
        self.offset = end + 1

    def link(self, href: str, text: str, start: int) -> None:
        """Add a link to an attachment, whose text starts at an offset."""
        self._links.append(Link(href, text, start, start + len(text)))

    def finish(self) -> tuple[str, tuple[SourceBlock, ...], tuple[Link, ...]]:
        """The text with a line feed between two blocks, the blocks, the links."""
        return "\n".join(self._texts), tuple(self._blocks), tuple(self._links)
