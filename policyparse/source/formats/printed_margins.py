"""Columns and margins of printed pages: where full lines begin and end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from policyparse.source.formats.printed import PrintedLine, PrintedPage

_COLUMN_LINES = 5
"""Number of lines that each of two columns has at least."""

_BESIDE_SHARE = 0.4
"""Share of the lines of a column beside which lines of the other stand."""

_FULL_SHARE = 0.55
"""Share of the width of a page that a full line has at least."""

_TOLERANCE = 3.0
"""Lines begin at the same margin where they differ by no more, in points."""


class Margins(NamedTuple):
    """Where the full lines of a column begin and end, in points."""

    left: float
    right: float


def columns_of(page: PrintedPage, lines: Sequence[PrintedLine]) -> list[int]:
    """The column of each line: 0 where it has the page for itself, 1 for the left and 2 for the right of two."""
    middle = page.width / 2
    left = [line for line in lines if line.right < middle + line.size / 2]
    right = [line for line in lines if line.left > middle - line.size / 2]
    if len(left) < _COLUMN_LINES or len(right) < _COLUMN_LINES or 2 * (len(left) + len(right)) < len(lines):
        return [0] * len(lines)
    heights = Counter(height for line in left for height in _heights(line))
    beside = sum(any(heights[height] for height in _heights(line)) for line in right)
    long = sum(line.right - line.left > 0.3 * page.width for line in left + right)
    if beside < _BESIDE_SHARE * len(right) or long < 0.3 * (len(left) + len(right)):
        return [0] * len(lines)
    return [
        1 if line.right < middle + line.size / 2 else 2 if line.left > middle - line.size / 2 else 0 for line in lines
    ]


def margins_of(
    pages: Sequence[PrintedPage], kept: Iterable[tuple[Sequence[PrintedLine], Sequence[int]]]
) -> list[dict[int, Margins]]:
    """The margins of each column of each page.

    Args:
        pages: The pages.
        kept: Their lines without furniture, and the columns of these.

    Returns:
        Margins by column, for each page. A page with few full lines takes the width that others have.
    """
    found: list[dict[int, Margins]] = []
    outermost: list[dict[int, float]] = []
    widths: dict[int, list[float]] = {}
    for lines, columns in kept:
        margins: dict[int, Margins] = {}
        edges: dict[int, float] = {}
        for column in set(columns):
            own = [line for line, c in zip(lines, columns, strict=True) if c == column]
            margins[column] = Margins(_edge([line.left for line in own], 1), _edge([line.right for line in own], -1))
            edges[column] = min(line.left for line in own)
            if len(own) >= 8:
                widths.setdefault(column, []).append(margins[column].right - margins[column].left)
        found.append(margins)
        outermost.append(edges)
    usual = {column: median(values) for column, values in widths.items()}
    return [
        {
            column: _widened(own, usual.get(column, 0.0), least[column], page.width if column == 0 else 0.0)
            for column, own in margins.items()
        }
        for page, margins, least in zip(pages, found, outermost, strict=True)
    ]


def _widened(own: Margins, usual: float, outermost: float, width: float) -> Margins:
    """Margins as wide as those of other pages: to the left where a line begins there, else to the right.

    Where no line of the document is full the right margin is taken to be as wide as the left one.
    """
    left = own.left
    if outermost < left and own.right - outermost <= usual + _TOLERANCE:
        left = outermost
    right = max(own.right, left + usual)
    return Margins(left, max(right, width - left) if right - left < _FULL_SHARE * width else right)


def _edge(values: list[float], direction: int) -> float:
    """The outermost place where several lines begin (direction 1) or end (-1); the outermost of all where none do."""
    order = sorted(values, reverse=direction < 0)
    least = max(2, len(order) // 12)
    for i, value in enumerate(order):
        if i + least <= len(order) and abs(order[i + least - 1] - value) <= _TOLERANCE:
            return value
    return order[0]


def _heights(line: PrintedLine) -> tuple[int, ...]:
    step = max(line.size, 1.0)
    height = round(line.bottom / step)
    return height, height + 1
