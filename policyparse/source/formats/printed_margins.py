"""Columns and margins of printed pages: where full lines begin and end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policyparse.source.formats.printed import PrintedLine, PrintedPage

_COLUMN_LINES = 5
"""Number of lines that each of two columns has at least."""

_BESIDE_SHARE = 0.4
"""Share of the lines of a column beside which lines of the other stand."""

_FULL_PAGE = 8
"""Fewest lines of a page that others take for a model."""

_WIDEST_SHARE = 5
"""One of so many pages has full lines at least."""

_HANGING = 8.0
"""Marks at the end of a line reach so far beyond the margin at most, in points."""

_FULL_SHARE = 0.55
"""Share of the width of a page that a full line has at least."""

USUAL_INDENT = (1.4, 2.7)
"""Indent of the first line of a paragraph, in heights of a character."""

_BEYOND = 50.0
"""Where no line is full the right margin is taken to be so far behind the longest, in points."""

_MARKS = frozenset("。；：！？!?;:…”’」』）)")
_TOLERANCE = 3.0
"""Lines begin at the same margin where they differ by no more, in points."""


class Margins(NamedTuple):
    """Where the full lines of a column begin and end, in points.

    Attributes:
        left: The left margin.
        right: The right margin.
        breaks: Whether lines that end at the right margin break sentences, as full ones do.
    """

    left: float
    right: float
    breaks: bool = True


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
        Margins by column, for each page. A page without full lines takes the margins that others have.
    """
    found: list[dict[int, tuple[Margins, float]]] = []
    full: dict[int, list[Margins]] = {}
    for lines, columns in kept:
        margins: dict[int, tuple[Margins, float]] = {}
        for column in set(columns):
            own = [line for line, c in zip(lines, columns, strict=True) if c == column]
            outermost = min(line.left for line in own)
            edges = _margins(own, outermost)
            margins[column] = edges, outermost
            if len(own) >= _FULL_PAGE:
                full.setdefault(column, []).append(edges)
        found.append(margins)
    models = {column: _widest(margins) for column, margins in full.items()}
    return [
        {
            column: _fitted(own, outermost, models.get(column, []), page.width if column == 0 else 0.0)
            for column, (own, outermost) in margins.items()
        }
        for page, margins in zip(pages, found, strict=True)
    ]


def _widest(margins: list[Margins]) -> list[Margins]:
    """The margins of the widest fifth of the pages, the widest first: a page of short lines looks narrow."""
    order = sorted(margins, key=lambda m: m.left - m.right)
    width = order[len(order) // _WIDEST_SHARE].right - order[len(order) // _WIDEST_SHARE].left
    return [m for m in order if abs(m.right - m.left - width) <= _TOLERANCE]


def _fitted(own: Margins, outermost: float, models: list[Margins], width: float) -> Margins:
    """The margins of a page among those of the others.

    Args:
        own: Where its lines begin and end.
        outermost: Where its first line from the left begins.
        models: The margins of pages with full lines; those of left and right pages differ.
        width: Width of the page, 0 for a column of several.
    """
    for model in models:
        if own.right - own.left >= model.right - model.left - _TOLERANCE:
            break
        if abs(model.right - own.right) <= _HANGING and model.left <= own.left:
            return Margins(model.left, max(own.right, model.right))
        if abs(model.left - min(own.left, outermost)) <= _TOLERANCE:
            return Margins(model.left, max(own.right, model.right))
    else:
        if models:
            return Margins(own.left, own.left + models[0].right - models[0].left)
    if width and not own.breaks:
        return own._replace(right=own.right + _BEYOND)
    if own.right - own.left < _FULL_SHARE * width:
        return own._replace(right=max(own.right, width - own.left))
    return own


def _margins(lines: Sequence[PrintedLine], outermost: float) -> Margins:
    """The margins that lines show: most begin at the left one, or are indented by two characters from it."""
    left, right = _edge([line.left for line in lines], 1), _edge([line.right for line in lines], -1)
    least, most = (median(line.size for line in lines) * indent for indent in USUAL_INDENT)
    if least < left - outermost < most:
        left = outermost
    breaks = _breaks_sentences(lines, left, right)
    return Margins(left, right if breaks else max(line.right for line in lines), breaks)


def _breaks_sentences(lines: Sequence[PrintedLine], left: float, right: float) -> bool:
    """Whether lines end at the right margin in the middle of a paragraph; else none of them is full.

    They do where an indented one is followed by one that is not, or where most of them end in no mark.
    """
    full = [line for line in lines if right - line.right < 1.2 * line.size]
    least, most = USUAL_INDENT
    for line, following in pairwise(lines):
        indent = (line.left - left) / max(line.size, 1.0)
        if line in full and least < indent < most and following.left - left < 0.5 * line.size:
            return True
    return 2 * sum(line.text[-1] in _MARKS for line in full) <= len(full)


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
