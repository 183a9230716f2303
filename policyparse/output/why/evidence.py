"""Which of the rules and patterns of a parse are behind a stretch of its text."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from policyparse.knowledge.trace import Decided, Matched, Trace
from policyparse.language.masks import MASK
from policyparse.model.base import Extent
from policyparse.output.why.model import Reason
from policyparse.output.why.sources import reason_of_pattern, reason_of_rule
from policyparse.page.blocks import Block, Page

MOST_PATTERNS, MOST_RULES = 5, 5
"""Maximum number of patterns and of rules that are told of a value."""

AROUND = 40
"""How much longer than a value a match around it may be to count as near, in characters."""


_OPENS = "，：“"
"""Marks between the words that open a value and the value."""


class Recorded(NamedTuple):
    """The part of a trace that one reader made.

    Attributes:
        matches: The matches.
        decisions: The decisions.
    """

    matches: list[Matched]
    decisions: list[Decided]


class Evidence:
    """Looks for the rules behind a stretch.

    Args:
        trace: The record of the parse.
        region: The stretch of the repaired text; None where the value has no place.
        value: The value.
    """

    def __init__(self, trace: Trace, region: Extent | None, value: Any) -> None:
        self.region, self.value = region, value
        self.pages: list[Page] = trace.pages
        self._starts: dict[int, int] = {}
        for page in self.pages:
            self._starts |= {id(page.text): 0, id(page.folded): 0}
            for block in page.blocks:
                self._starts |= {id(block.text): block.start, id(block.folded): block.start}

    def reasons(self, recorded: Recorded) -> list[Reason]:
        """The rules that decided about the stretch, then the patterns that matched there, the nearest first."""
        return [*self._rules(recorded.decisions), *self._patterns(recorded.matches)]

    def _patterns(self, matches: Iterable[Matched]) -> Iterator[Reason]:
        ranked: dict[int, tuple[tuple[int, int], Matched, str]] = {}
        for match in matches:
            extents = [extent for extent in map(self._place(match), match.spans) if extent is not None]
            rank = self._rank(extents) if self.region else (9, 0)
            text = match.string[slice(*match.spans[0])]
            known = ranked.get(id(match.pattern))
            if rank is not None and text and (known is None or rank < known[0]):
                ranked[id(match.pattern)] = rank, match, text
        if self.region is None and len(ranked) > MOST_PATTERNS:
            return  # what all of them are about cannot be told
        for _, match, text in sorted(ranked.values(), key=lambda entry: entry[0])[:MOST_PATTERNS]:
            yield reason_of_pattern(match, text)

    def _rank(self, extents: list[Extent]) -> tuple[int, int] | None:
        """How near a match is to the stretch, the nearest least; None where it is elsewhere."""
        assert self.region is not None
        start, end = self.region
        ranks = []
        for n, (a, b) in enumerate(extents):
            if (a, b) == (start, end):
                ranks.append((0, n))
            elif a <= start and end <= b and b - a <= end - start + AROUND:
                ranks.append((1, b - a))
            elif start <= a and b <= end and b > a:
                ranks.append((2 if start in (a, a - 1) or b == end else 3, a - b))
            elif a < start and (b == start or (b == start - 1 and self.pages[0].folded[b] in _OPENS)):
                ranks.append((2, a - b))  # the words that open it: a verb, a colon, a label
            elif a <= start and end <= b:
                ranks.append((4, b - a))
        return min(ranks, default=None)

    def _rules(self, decisions: Iterable[Decided]) -> list[Reason]:
        found: dict[str, Reason] = {}
        for decision in decisions:
            extent = self._place_of_subject(decision.subject)
            if extent is None or self.region is None or not _touch(extent, self.region):
                continue
            reason = reason_of_rule(decision, self._words(decision.subject, extent))
            found[reason.name] = reason
        value = str(self.value)
        return sorted(found.values(), key=lambda reason: reason.verdict != value)[:MOST_RULES]

    def _words(self, subject: Any, extent: Extent) -> str:
        """The words about which a rule decided; of a number its clause."""
        clause = getattr(subject, "clause", None)
        return self.pages[0].text[slice(*extent)] if clause is None else subject.folded[clause.start : clause.end]

    def _place(self, match: Matched) -> Any:
        base = self._start(match.string)
        return lambda span: None if base is None else (base + span[0], base + span[1])

    def _start(self, string: str) -> int | None:
        """Where a string stands in the repaired text; near the stretch where it is a part of a line."""
        if id(string) in self._starts:
            return self._starts[id(string)]
        found = self._same_length(string)
        if found is None and self.region is not None and len(string) > 1 and self.pages:
            start, end = self.region
            first = max(0, start - len(string))
            for text in (self.pages[0].folded, self.pages[0].text):
                at = text.find(string, first, end + len(string))
                if at >= 0:
                    found = at
                    break
        if found is not None:
            self._starts[id(string)] = found
        return found

    def _same_length(self, string: str) -> int | None:
        """Where a string stands that is a line, or the text, with some stretches masked."""
        if MASK not in string:
            return None
        for page in self.pages:
            lines = ((block.start, block.folded) for block in page.blocks)
            for start, line in ((0, page.folded), *lines):
                if len(line) == len(string) and all(a in (MASK, b) for a, b in zip(string, line, strict=True)):
                    return start
        return None

    def _place_of_subject(self, subject: Any) -> Extent | None:
        """Where the subject of a rule stands: a line, or a number of one."""
        block = getattr(subject, "block", subject)
        if isinstance(block, Block):
            return block.extent
        folded = getattr(subject, "folded", None)
        start = self._start(folded) if isinstance(folded, str) else None
        if start is None:
            text = getattr(subject, "text", None)
            start = self._start(text) if isinstance(text, str) else None
            return None if start is None or text is None else (start, start + len(text))
        within = _place_of_number(subject)
        return None if within is None else (start + within[0], start + within[1])


def _place_of_number(subject: Any) -> Extent | None:
    if isinstance(number := getattr(subject, "number", None), int):
        return number, number + 1
    if (first := getattr(subject, "first", None)) is not None:
        return first.start, subject.last.end
    if (numeral := getattr(subject, "numeral", None)) is not None:
        return numeral.start, numeral.end
    return None


def _touch(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
