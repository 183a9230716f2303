"""Cleaning alone: the repaired text, what was changed where, and the way back."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from policyparse.model.base import Extent, Span
from policyparse.model.diagnostics import Diagnostic, Diagnostics
from policyparse.repair import repair
from policyparse.repair.damage import damage, is_residual
from policyparse.source.edits import Edit, RepairedText
from policyparse.source.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the source that reads otherwise after cleaning.

    Attributes:
        span: The stretch of the source, in code points; empty where something is put in.
        before: What stood there.
        after: What stands there now; empty where it is deleted.
        rules: Names of the repairs that changed it, in order.
        confidence: How sure the least sure of them is, 0 to 1.
    """

    span: Span
    before: str
    after: str
    rules: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text after its repairs.

    Attributes:
        text: The repaired text.
        source: The text as given in.
        changes: All changes in order, none overlapping another; applied to the source they give the text.
        diagnostics: What was found and could not be repaired, or was repaired by inference.
        damage: Share of the source that is damaged or read without being sure, 0 to 1.
    """

    text: str
    source: str
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    damage: float

    def source_span(self, start: int, end: int) -> Span:
        """The stretch of the source from which a stretch of the text came.

        Args:
            start: Offset of its first code point in `text`.
            end: Offset after its last code point.

        Raises:
            ValueError: The stretch is not inside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start} to {end} is not inside a text of {len(self.text)} characters")
        first, last = self._before(start, at_end=False), self._before(end, at_end=True)
        return Span(start=min(first, last), end=last)

    def _before(self, offset: int, *, at_end: bool) -> int:
        starts, shifts = [], []
        shift = 0
        for change in self.changes:
            starts.append(change.span.start + shift)
            shifts.append(shift)
            shift += len(change.after) - len(change.before)
        i = bisect_right(starts, offset - at_end) - 1
        if i < 0:
            return offset
        change, begin = self.changes[i], starts[i]
        if offset - at_end < begin + len(change.after):
            return change.span.end if at_end else change.span.start
        return offset - shifts[i] - len(change.after) + len(change.before)


def clean(source: SourceText) -> CleanText:
    """Repair a text and parse nothing.

    Args:
        source: The text as the reader produced it.

    Returns:
        The text with its changes and the way back.
    """
    diagnostics = Diagnostics()
    repaired = repair(source, diagnostics)
    findings = tuple(
        Diagnostic(
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            span=Span(start=finding.extent[0], end=finding.extent[1]) if finding.extent else None,
        )
        for finding in diagnostics.findings
    )
    residual = [finding.extent for finding in diagnostics.findings if finding.extent and is_residual(finding.code)]
    return CleanText(repaired.text, source.text, compose(repaired), findings, damage(repaired, residual))


@dataclass(slots=True)
class _Stretch:
    """A changed stretch while rounds are laid over each other."""

    before: Extent
    after: Extent
    rules: tuple[str, ...]
    confidence: float


def compose(repaired: RepairedText) -> tuple[Change, ...]:
    """Lay all rounds of edits over each other: changes of the source, in order, none overlapping another."""
    stretches: list[_Stretch] = []
    for edits in repaired.rounds():
        stretches = _lay_over(stretches, edits)
    return tuple(
        Change(
            Span(start=s.before[0], end=s.before[1]),
            repaired.source.text[slice(*s.before)],
            repaired.text[slice(*s.after)],
            s.rules,
            s.confidence,
        )
        for s in stretches
        if repaired.source.text[slice(*s.before)] != repaired.text[slice(*s.after)]
    )


def _lay_over(stretches: list[_Stretch], edits: Iterable[Edit]) -> list[_Stretch]:
    """Lay a round of edits over the changes so far; what overlaps becomes one.

    Offsets of a stretch's `after` and of an edit count in the same text, that between the two.
    """
    found: list[_Stretch] = []
    earlier, later = 0, 0  # how much longer the text became by the changes so far, and by this round's edits
    events = sorted(
        [(s.after[0], s.after[1], 0, s) for s in stretches] + [(e.start, e.end, 1, e) for e in edits],
        key=lambda event: event[:3],
    )
    i = 0
    while i < len(events):
        start, end = events[i][:2]
        rules: list[str] = []
        confidence = 1.0
        begin = (start - earlier, start + later)
        while i < len(events) and (events[i][0] < end or events[i][0] == start):
            low, high, _, event = events[i]
            end = max(end, high)
            confidence = min(confidence, event.confidence)
            if isinstance(event, _Stretch):
                earlier += (high - low) - (event.before[1] - event.before[0])
                rules += [rule for rule in event.rules if rule not in rules]
            else:
                later += len(event.replacement) - (high - low)
                rules += [event.rule] if event.rule not in rules else []
            i += 1
        found.append(_Stretch((begin[0], end - earlier), (begin[1], end + later), tuple(rules), confidence))
    return found
