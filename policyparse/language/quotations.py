"""Quotations inside a paragraph: stretches between curly marks, outermost only."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.model.base import Extent

SENTENCE_ENDS = "。！？…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: Offset after the closing mark, or the end of the text where it is never closed.
        is_speech: Whether it is a sentence or more, not a term.
        closed: Whether it has a closing mark.
    """

    start: int
    end: int
    is_speech: bool
    closed: bool

    @property
    def inner(self) -> Extent:
        """The stretch without its marks."""
        return self.start + 1, self.end - (1 if self.closed else 0)


class Speech:
    """The quotations of a paragraph that are speech, found by place in O(log quotations)."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self._all = [q for q in quotations if q.is_speech]
        self._starts = [q.start for q in self._all]

    def __iter__(self) -> Iterator[Quotation]:
        """In order."""
        return iter(self._all)

    def around(self, offset: int) -> Quotation | None:
        """The quotation that `offset` lies inside."""
        before = self.before(offset)
        return before if before and before.start < offset < before.end else None

    def at(self, offset: int) -> Quotation | None:
        """The quotation that opens at `offset`."""
        before = self.before(offset)
        return before if before and before.start == offset else None

    def ends(self, offset: int) -> bool:
        """Whether a quotation ends right before `offset`."""
        before = self.before(offset - 1)
        return before is not None and before.end == offset

    def before(self, offset: int) -> Quotation | None:
        """The last quotation that opens at or before `offset`."""
        i = bisect_right(self._starts, offset)
        return self._all[i - 1] if i else None


def find_quotations(folded: str) -> list[Quotation]:
    """Find the outermost quotations of a paragraph, in order.

    Args:
        folded: Width-folded text of one paragraph.
    """
    quotations: list[Quotation] = []
    start, depth = -1, 0
    for i in _marks(folded):
        if folded[i] == "“":
            if depth == 0:
                start = i
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                quotations.append(_quotation(folded, start, i + 1, closed=True))
    if depth:
        quotations.append(_quotation(folded, start, len(folded), closed=False))
    return quotations


def _marks(folded: str) -> list[int]:
    if "“" not in folded:
        return []
    return [i for i, c in enumerate(folded) if c in "“”"]


def _quotation(folded: str, start: int, end: int, *, closed: bool) -> Quotation:
    inner = folded[start + 1 : end - 1 if closed else end]
    if not inner:
        return Quotation(start, end, False, closed)
    is_sentence = inner[-1] in SENTENCE_ENDS or any(c in inner for c in "。！？；")
    stops_for_clause = inner[-1] in "，；" and len(inner) > 2
    before, after = folded[start - 1 : start], folded[end : end + 1]
    follows_mark = len(inner) >= 6 and (before == "：" or (before == "，" and after in ("", "。")))
    return Quotation(start, end, is_sentence or stops_for_clause or follows_mark or not closed, closed)
