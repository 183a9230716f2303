"""Quoted provisions and words of an amending decision: stretches between quotation marks, outermost only."""

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge.compiled import compiled
from policyparse.language.masks import MASK

_MARKS = compiled('[“”"]')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in an amending decision.

    Attributes:
        start: Offset after its opening mark.
        end: Offset of its closing mark.
    """

    start: int
    end: int


def find_quotations(folded: str, start: int, end: int) -> Iterator[Quotation]:
    """Find the outer quotations of a stretch; a mark at the start of a line goes on with an open one.

    A straight mark that has no partner on its line opens a quotation, or closes the one that is open.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop.
    """
    depth, opened = 0, start
    for mark in _MARKS.finditer(folded, start, end):
        kind = mark[0]
        if kind == '"':
            goes_on = not depth or _starts_line(folded, mark.start(), start)
            kind = "“" if goes_on else "”"
        if kind == "“":
            if depth == 0:
                depth, opened = 1, mark.end()
            elif not _starts_line(folded, mark.start(), start):
                depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield Quotation(opened, mark.start())
    if depth:
        yield Quotation(opened, end)


def _starts_line(folded: str, at: int, start: int) -> bool:
    i = at - 1
    while i >= start and folded[i] == " ":
        i -= 1
    return i < start or folded[i] == "\n"


def mask_quotations(folded: str, start: int, end: int) -> str:
    """A stretch with its quotations masked, and curly marks around each that is closed.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop.
    """
    pieces: list[str] = []
    done = start
    for quotation in find_quotations(folded, start, end):
        pieces += (folded[done : quotation.start - 1], "“", MASK * (quotation.end - quotation.start))
        done = quotation.end
        if done < end:
            pieces.append("”")
            done += 1
    pieces.append(folded[done:end])
    return "".join(pieces)
