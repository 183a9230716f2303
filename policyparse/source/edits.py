"""Repairs as edits, and the map that leads every place of the repaired text back to the original."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from policyparse.knowledge.fold import fold
from policyparse.model.base import Draft, Extent
from policyparse.model.steps import take_steps
from policyparse.source.source_text import SourceText

SPANS_KEPT = 100
"""How many places of one repair are kept for the reader (SCHEMA: first 100)."""


class Edit(NamedTuple):
    """One replacement.

    Attributes:
        start: Offset of the first code point replaced.
        end: Offset after the last code point replaced.
        replacement: What stands there instead; empty to delete.
        rule: Name of the repair that asks for it.
        confidence: How sure the repair is, 0 to 1.
    """

    start: int
    end: int
    replacement: str
    rule: str
    confidence: float = 1.0


class OffsetMap:
    """The piecewise map of one round of edits, from offsets after it to offsets before it.

    Edits that keep the length of what they replace move nothing and are not in the map.
    """

    __slots__ = ("after_ends", "after_starts", "before_ends", "before_starts")

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.before_starts: list[int] = []
        self.before_ends: list[int] = []
        self.after_starts: list[int] = []
        self.after_ends: list[int] = []
        shift = 0
        for edit in edits:
            length = len(edit.replacement)
            if length == edit.end - edit.start:
                continue
            self.before_starts.append(edit.start)
            self.before_ends.append(edit.end)
            self.after_starts.append(edit.start + shift)
            self.after_ends.append(edit.start + shift + length)
            shift += length - (edit.end - edit.start)

    def start_before(self, offset: int) -> int:
        """Where a stretch that starts at `offset` started; what was deleted just before it is left out."""
        i = bisect_right(self.after_starts, offset) - 1
        if i < 0:
            return offset
        if offset < self.after_ends[i]:
            return self.before_starts[i]
        return offset - self.after_ends[i] + self.before_ends[i]

    def end_before(self, offset: int) -> int:
        """Where a stretch that ends at `offset` ended; what was deleted just after it is left out."""
        i = bisect_left(self.after_starts, offset) - 1
        if i < 0:
            return offset
        if offset <= self.after_ends[i]:
            return self.before_ends[i]
        return offset - self.after_ends[i] + self.before_ends[i]


@dataclass(slots=True)
class Repair:
    """What one rule did with one result: the edits that it made, added up."""

    rule: str
    before: str
    after: str
    confidence: float
    count: int = 0
    spans: list[Extent] = field(default_factory=list)

    def as_draft(self) -> Draft:
        """The repair as the public model takes it; its spans already count in the original."""
        return {
            "rule": self.rule,
            "count": self.count,
            "before": self.before,
            "after": self.after,
            "confidence": self.confidence,
            "spans": [{"start": start, "end": end} for start, end in self.spans],
        }


class RepairedText:
    """A text under repair: the text as it stands, its width-folded twin, and the way back to the source.

    Attributes:
        source: The text as given in.
        text: The text after all edits so far.
        repairs: What was done, by rule.
        interruptions: Lines that stood inside a paragraph and were taken out of it (the foot of a page, a caption), as
            places in the source; in order within a round of edits.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.text = source.text
        self.repairs: list[Repair] = []
        self.interruptions: list[Extent] = []
        self._rounds: list[Callable[[], list[Edit]]] = []
        self._maps: list[OffsetMap] = []
        self._folded: tuple[str, str] | None = None

    @property
    def folded(self) -> str:
        """`text` with the width of its characters folded, offset for offset the same (see `text.fold`)."""
        if self._folded is None or self._folded[0] is not self.text:
            self._folded = (self.text, fold(self.text))
        return self._folded[1]

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply a round of edits, given in offsets of `text` as it stands.

        Args:
            edits: Edits in any order; one that overlaps an earlier one is left out.
        """
        accepted: list[Edit] = []
        pieces: list[str] = []
        done = 0
        for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
            if edit.start < done or (edit.start == edit.end and not edit.replacement):
                continue
            pieces += (self.text[done : edit.start], edit.replacement)
            done = edit.end
            accepted.append(edit)
        if not accepted:
            return
        take_steps(len(accepted))
        self._record(accepted)
        pieces.append(self.text[done:])
        self.text = "".join(pieces)
        self._rounds.append(lambda: accepted)
        offsets = OffsetMap(accepted)
        if offsets.after_starts:
            self._maps.append(offsets)

    def translate(self, table: Mapping[int, str], rule: str, confidence: float = 1.0) -> None:
        """Replace characters one by one, which moves no offset.

        Args:
            table: A table of single characters as `str.translate` takes it.
            rule: Name of the repair that asks for it.
            confidence: How sure the repair is, 0 to 1.
        """
        translated = self.text.translate(table)
        places = [i for i, (a, b) in enumerate(zip(self.text, translated, strict=True)) if a != b]
        if not places:
            return
        first = places[0]
        repair = Repair(rule, self.text[first], translated[first], confidence, len(places))
        repair.spans = [self.source_extent(i, i + 1) for i in places[:SPANS_KEPT]]
        self.repairs.append(repair)
        self._rounds.append(partial(_single_characters, self.text, translated, rule, confidence))
        self.text = translated

    def rounds(self) -> Iterator[list[Edit]]:
        """Every round of edits in order, each in the offsets of the text before it."""
        return (edits() for edits in self._rounds)

    def source_extent(self, start: int, end: int) -> Extent:
        """The stretch of the original from which a stretch of `text` came, in O(log edits)."""
        if not self._maps:
            return (start, end) if start <= end else (end, end)
        for offsets in reversed(self._maps):
            start, end = offsets.start_before(start), offsets.end_before(end)
        return (start, end) if start <= end else (end, end)

    def _record(self, edits: list[Edit]) -> None:
        by_result: dict[tuple[str, str], Repair] = {}
        for edit in edits:
            self._record_lines(edit)
            key = (edit.rule, edit.replacement)
            repair = by_result.get(key)
            if repair is None:
                before = self.text[edit.start : edit.end]
                repair = by_result[key] = Repair(edit.rule, before, edit.replacement, edit.confidence)
            repair.count += 1
            repair.confidence = min(repair.confidence, edit.confidence)
            if len(repair.spans) < SPANS_KEPT:
                repair.spans.append(self.source_extent(edit.start, edit.end))
        self.repairs += by_result.values()

    def _record_lines(self, edit: Edit) -> None:
        """Record the whole lines that an edit takes out: those between its first line end and its last."""
        start = self.text.find("\n", edit.start, edit.end) + 1
        while start:
            end = self.text.find("\n", start, edit.end)
            if end >= 0 and not self.text[start:end].isspace() and start < end:
                self.interruptions.append(self.source_extent(start, end))
            start = end + 1


def _single_characters(before: str, after: str, rule: str, confidence: float) -> list[Edit]:
    pairs = enumerate(zip(before, after, strict=True))
    return [Edit(i, i + 1, b, rule, confidence) for i, (a, b) in pairs if a != b]
