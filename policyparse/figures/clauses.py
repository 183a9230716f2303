"""Sentences and clauses of a paragraph, as numbers are read in them.

paragraph ::= sentence*            sentences end in 。！？
sentence  ::= part ("；" part)*
part      ::= clause ("，" clause)*
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from policyparse.knowledge.compiled import compiled
from policyparse.model.base import Extent

_END = compiled(r"[，。！？；\n]|：“?|——")
_OF_SENTENCE = "。！？\n"
_OF_PART = "。！？；\n"
_BRACKETS = compiled(r"（[^（）]{0,60}）")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with the sentence that it stands in; all offsets count in the paragraph.

    Attributes:
        start: Offset of its first code point.
        end: Offset of the mark that ends it.
        sentence: Extent of its sentence.
        part: Extent of the part of the sentence between two ；.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    part: tuple[int, int]


REACH = 400
"""A clause is read no further back than so many characters, and half as many ahead."""
FAR = 1600
"""A sentence is read no further back than so many characters."""


class Clauses:
    """The clauses of one paragraph.

    Args:
        folded: The paragraph, width-folded.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        marks = [m.span() for m in _END.finditer(folded)]
        self._sentence_ends = [start for start, _ in marks if folded[start] in _OF_SENTENCE] + [len(folded)]
        self._part_ends = [start for start, _ in marks if folded[start] in _OF_PART] + [len(folded)]
        self._clause_ends = [*marks, (len(folded), len(folded))]
        self._brackets = [m.span() for m in _BRACKETS.finditer(folded)] if "（" in folded else []

    def at(self, offset: int) -> Clause:
        """The clause that an offset stands in; one in parentheses is a clause of its own."""
        sentence, part = _around(self._sentence_ends, offset), _around(self._part_ends, offset)
        bracket = self._bracket(offset)
        if bracket:
            return Clause(bracket[0] + 1, bracket[1] - 1, (max(sentence[0], offset - FAR), sentence[1]), part)
        i = bisect_right(self._clause_ends, (offset, len(self.folded) + 1))
        while i > 0 and self._bracket(self._clause_ends[i - 1][0]):
            i -= 1
        start = self._clause_ends[i - 1][1] if i else 0
        j = bisect_right(self._clause_ends, (offset, len(self.folded) + 1))
        while j < len(self._clause_ends) - 1 and self._bracket(self._clause_ends[j][0]):
            j += 1
        end = self._clause_ends[min(j, len(self._clause_ends) - 1)][0]
        start, end = max(start, part[0], offset - REACH), min(end, part[1], offset + REACH // 2)
        return Clause(start, end, (max(sentence[0], offset - FAR), sentence[1]), part)

    def _bracket(self, offset: int) -> Extent | None:
        """The parentheses that an offset stands in."""
        i = bisect_left(self._brackets, (offset,))
        return self._brackets[i - 1] if i and offset < self._brackets[i - 1][1] else None


def _around(ends: list[int], offset: int) -> tuple[int, int]:
    i = bisect_right(ends, offset)
    return (ends[i - 1] + 1 if i else 0, ends[min(i, len(ends) - 1)])
