"""Printed pages: lines with boxes, of which page numbers, running heads and paragraphs are told by where they stand.

PDF and OFD hold no paragraphs. A line begins one where it is indented, or where the line above does not reach the
right margin; a line that stands in the middle is a heading.
"""

from typing import NamedTuple

from policyparse.source.places import Box


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
    """

    number: int
    width: float
    height: float
    lines: list[PrintedLine]
