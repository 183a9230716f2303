"""Paragraphs wrapped at a fixed width, as text taken from a PDF or a plain-text mail is.

The width shows in the text itself: line after line is equally full, and most of them stop inside a sentence.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.text.edits import Edit
from policyparse.text.repair.broken_lines import LABEL, PAGE_NUMBER

_LINE = re.compile(r"[^\n]*\n?")
_PROSE = re.compile("[，。；：、]")
_LEAST_LINES = 6
_LEAST_WIDTH = 36
"""In columns of half width: shorter lines are verse, tables or lists."""

_SLACK = 4
"""A full line falls short of the width by so much at most: a mark that may not start a line went to the next."""

_CLOSED = "。！？；：…"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str
    width: int


def find_wrapped_lines(folded: str) -> Iterator[Edit]:
    """Find the line ends that the width made, to be deleted; those of paragraphs stay.

    Args:
        folded: The text, width-folded.
    """
    if not _may_be_wrapped(folded):
        return
    lines = list(_lines(folded))
    width = _width(lines)
    if width is None:
        return
    for first, second in itertools.pairwise(lines):
        if not first.text or not second.text or first.width < width - _SLACK or first.width > width + 1:
            continue
        if (
            (second.indent >= 2 and second.indent > first.indent)
            or LABEL.match(second.text)
            or PAGE_NUMBER.match(second.text)
        ):
            continue
        if first.text[-1] in _CLOSED and (second.indent or first.width < width - 1):
            continue
        spaced = (
            first.text[-1].isascii()
            and first.text[-1].isalnum()
            and second.text[0].isascii()
            and second.text[0].isalpha()
        )
        yield Edit(first.end, second.start, " " if spaced else "", "wrapped_lines", 0.9)


def _may_be_wrapped(text: str) -> bool:
    """Whether half of the lines that adjoin another are about as long as each other, told by their characters alone."""
    lengths = [len(line) for line in text.split("\n")]
    adjoining = [a for a, b in itertools.pairwise(lengths) if a > 12 and b]
    if len(adjoining) < _LEAST_LINES:
        return False
    ordered = sorted(adjoining)
    half = len(ordered) // 2
    return any(ordered[i + half] <= 1.25 * ordered[i] + 2 for i in range(0, len(ordered) - half, max(1, half // 8)))


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        stripped = line.lstrip()
        indent = len(line) - len(stripped)
        width = sum(1 if c.isascii() or c in "“”‘’…—·" else 2 for c in line)
        yield _Line(match.start() + indent, match.start() + len(line), indent, stripped, width)


def _width(lines: list[_Line]) -> int | None:
    """The width at which the text is wrapped, None where it is not."""
    adjoining = [a for a, b in itertools.pairwise(lines) if a.text and b.text]
    if len(adjoining) < _LEAST_LINES:
        return None
    widths = Counter(line.width for line in adjoining)
    best, _ = max(((w, sum(widths[w - d] for d in range(_SLACK))) for w in widths), key=lambda p: (p[1], p[0]))
    full = [line for line in adjoining if best - _SLACK < line.width <= best]
    longer = sum(n for w, n in widths.items() if w > best + 1)
    prose = [line for line in full if _PROSE.search(line.text)]
    inside = [line for line in full if line.text[-1] not in _CLOSED]
    if (
        best < _LEAST_WIDTH
        or len(full) < _LEAST_LINES
        or len(full) < 0.5 * len(adjoining)
        or longer > 0.1 * len(adjoining)
    ):
        return None
    if len(prose) < 0.7 * len(full) or len(inside) < 0.6 * len(full):
        return None
    return best
