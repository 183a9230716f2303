"""Paragraphs wrapped at a fixed width, as text taken from a PDF or a plain-text mail is.

The width shows in the text itself: line after line is equally full, and most of them stop inside a sentence.
"""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.line_ends import are_two_words
from policyparse.repair.broken_lines import PAGE_NUMBER, starts_anew
from policyparse.source.edits import Edit

_LINE = compiled(r"[^\n]*\n?")
_PROSE = compiled("[，。；：、]")
_LEAST_LINES = 6
_LEAST_WIDTH = 36
"""In columns of half width: shorter lines are verse, tables or lists."""

_SLACK = 4
"""A full line falls short of the width by so much at most: a mark that may not start a line went to the next."""

_OVERHANG = 2
"""A full line goes beyond the width by so much at most: a mark that may not start a line hangs over the margin."""

_LONGER = 0.1
"""So large a part of the lines may be longer: lines of a table, an address of the web."""

_SHORT = 12
"""Characters of a line that may stand alone."""

_FULL = 0.25
"""So large a part of the lines that adjoin another is full at least; provisions are short paragraphs."""

_CLOSED = "。！？；：…"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text.

    Attributes:
        start: Offset of its first character that is no space.
        end: Offset after its last.
        indent: Number of the spaces before it.
        text: The line without the spaces around it.
        width: In columns of half width, the indent included.
        narrow: How many of its characters are as wide as one column in one typeface and as two in another.
    """

    start: int
    end: int
    indent: int
    text: str
    width: int
    narrow: int

    @property
    def stops_inside(self) -> bool:
        """Whether the line ends inside a sentence."""
        return self.text[-1] not in _CLOSED

    def fills(self, width: int) -> bool:
        """Whether the line is as long as the width allows."""
        return self.width <= width + _OVERHANG and self.width + self.narrow >= width - _SLACK


def find_wrapped_lines(folded: str, text: str) -> Iterator[Edit]:
    """Find the line ends that the width made, to be deleted; those of paragraphs stay.

    Args:
        folded: The text, width-folded.
        text: The text as printed, by which the lines are measured: an indent of two full-width spaces is four columns.
    """
    if not _may_be_wrapped(folded):
        return
    lines = list(_lines(folded, text))
    width = _width(lines)
    if width is None:
        return
    indents = _indents_paragraphs(lines, width)
    for first, second in itertools.pairwise(lines):
        if not first.text or not second.text or not first.fills(width):
            continue
        if second.indent >= 2 and second.indent > first.indent:
            continue
        goes_on = indents and second.indent == 0 and first.stops_inside
        if PAGE_NUMBER.match(second.text) or (starts_anew(second.text) and not goes_on):
            continue
        if not first.stops_inside and (second.indent or first.width < width - 1):
            continue
        spaced = are_two_words(first.text, second.text)
        yield Edit(first.end, second.start, " " if spaced else "", "wrapped_lines", 0.9)


def _may_be_wrapped(text: str) -> bool:
    """Whether many of the longer lines that adjoin another are about equally long, told by their characters alone."""
    lines = text.split("\n")
    adjoining = sorted(a for a, b in itertools.pairwise(map(len, lines)) if a > _SHORT and b)
    if len(adjoining) < _LEAST_LINES:
        return False
    longest = adjoining[-1 - int(_LONGER * len(adjoining))]
    shortest = (longest - 2) / 1.25
    near = len(adjoining) - bisect_left(adjoining, shortest)
    if near < max(_LEAST_LINES, _FULL * len(adjoining)):
        return False
    inside = sum(1 for line in lines if shortest <= len(line) <= longest and line.rstrip()[-1:] not in _CLOSED)
    return inside >= max(_LEAST_LINES, 0.4 * near)


def _lines(folded: str, text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(folded):
        line = match[0].rstrip()
        stripped = line.lstrip()
        indent = len(line) - len(stripped)
        start, end = match.start(), match.start() + len(line)
        printed = text[start:end]
        narrow = sum(1 for c in printed if c.isascii() or c in "“”‘’…—·")
        spaces = sum(1 for c in printed[:indent] if c.isascii())
        yield _Line(start + indent, end, indent, stripped, 2 * len(line) - narrow, narrow - spaces)


def _width(lines: list[_Line]) -> int | None:
    """The width at which the text is wrapped, None where it is not.

    Where it is, hardly a line is longer, and most lines that end inside a sentence are just as long; lines that end
    with a sentence may be short, for there the paragraph ends.
    """
    adjoining = [a for a, b in itertools.pairwise(lines) if a.text and b.text]
    if len(adjoining) < _LEAST_LINES:
        return None
    widths = Counter(line.width for line in adjoining)
    best, _ = max(((w, sum(widths[w - d] for d in range(_SLACK))) for w in widths), key=lambda p: (p[1], p[0]))
    full = [line for line in adjoining if best - _SLACK < line.width <= best]
    inside = [line for line in full if line.stops_inside]
    if best < _LEAST_WIDTH or len(full) < max(_LEAST_LINES, _FULL * len(adjoining)) or len(inside) < 0.6 * len(full):
        return None
    longer = sum(n for w, n in widths.items() if w > best + _OVERHANG)
    broken = sum(1 for line in adjoining if line.stops_inside and not line.fills(best))
    prose = sum(1 for line in full if _PROSE.search(line.text))
    if prose < 0.7 * len(full) or longer > _LONGER * len(adjoining) or broken > len(inside):
        return None
    return best


def _indents_paragraphs(lines: list[_Line], width: int) -> bool:
    """Whether every paragraph starts with an indent, so that a line without one goes on with the line before."""
    opening = [b.indent for a, b in itertools.pairwise(lines) if a.text and b.text and not a.fills(width)]
    return len(opening) >= _LEAST_LINES and sum(indent >= 2 for indent in opening) > 0.9 * len(opening)
