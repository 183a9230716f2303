"""Printed pages: lines with boxes, of which page numbers, running heads and paragraphs are told by where they stand.

PDF and OFD hold no paragraphs. A line begins one where it is indented, or where the line above does not reach the
right margin; a line that stands in the middle is a heading.
"""

from collections.abc import Sequence
from typing import NamedTuple

from policyparse.source.places import Box

_LISTED = 10
"""Most pages without text that are named."""


class PrintedLine(NamedTuple):
    """A line of a page.

    Attributes:
        text: Its text.
        page: Number of the page, from 1.
        left: Left edge, in points from the left edge of the page.
        top: Upper edge, in points from the upper edge of the page.
        right: Right edge.
        bottom: Lower edge.
        size: Height of its characters in points.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def box(self) -> Box:
        """Left, top, right and bottom, in tenths of a point."""
        return round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1)


class PrintedPage(NamedTuple):
    """A page.

    Attributes:
        number: Its number, from 1.
        width: Its width in points.
        height: Its height in points.
        lines: Its lines, in the order in which the file holds them.
        picture: Whether it has no lines, but a picture.
    """

    number: int
    width: float
    height: float
    lines: list[PrintedLine]
    picture: bool = False


def notes_on(pages: Sequence[PrintedPage]) -> tuple[tuple[str, str], ...]:
    """What is odd about the pages of a document: some of them have no text.

    Args:
        pages: The pages.

    Returns:
        A code of the catalogue and a sentence, for each oddity.
    """
    empty = [str(page.number) for page in pages if page.picture]
    if not empty:
        return ()
    listed = ", ".join(empty[:_LISTED]) + (" …" if len(empty) > _LISTED else "")
    return (("PP108", f"{len(empty)} of {len(pages)} pages are pictures without text: {listed}"),)
