"""The name of what a number measures, the place of the number, and what is remembered of the numbers before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policyparse.figures.clauses import Clause
from policyparse.figures.metric_grammar import ASIDE, PREDICATE
from policyparse.figures.trimming import trim
from policyparse.language.masks import MASK
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

_LONG_SUBJECT = 16
"""Of a longer subject, in characters, a clause without one takes over only the noun after its last 的."""
_HISTORY_LENGTH = 12
"""So many subjects of a sentence are remembered, for 分别."""
_WAY_BACK = 200
"""A subject stands no further before the clause that lacks it, in characters."""


@dataclass(slots=True)
class Metric:
    """The name of what a number measures.

    Attributes:
        extents: The stretches of the paragraph that make it up, in order of the name.
        subject: Those of them that a following clause without a subject takes over.
        right: Whether the thing that is counted stands after the number.
        acts: Whether the next number says what that thing did: 20个项目 完成投资30亿元.
        verb: The verb of the name that a short noun after the next number takes over (发送旅客…，货物…).
    """

    extents: list[Extent]
    subject: list[Extent] = field(default_factory=list)
    right: bool = False
    acts: bool = False
    verb: Extent | None = None


@dataclass(slots=True)
class Memory:
    """What is remembered of the numbers before, in one part of a sentence.

    Attributes:
        part: Extent of the part.
        subjects: The subjects of the numbers of the series before, one each.
        history: The different subjects of the part.
        topic: The last subject of the paragraph, for a sentence that has none.
        verb: The verb of the number before.
        read_to: Offset after the number before.
        acting: Whether the thing before is what this number tells the deeds of.
        unit: The unit of the number before, empty at the head of a part.
        counted: Where the thing before ended, and what stood before its number.
    """

    part: Extent = (0, 0)
    subjects: list[list[Extent]] = field(default_factory=list)
    history: list[list[Extent]] = field(default_factory=list)
    topic: list[Extent] = field(default_factory=list)
    verb: Extent | None = None
    read_to: int = 0
    acting: bool = False
    unit: str = ""
    counted: tuple[int, list[Extent]] = (-1, [])

    def enter(self, part: Extent) -> None:
        """Forget the part of the sentence before."""
        if part != self.part:
            self.part, self.subjects, self.history, self.verb, self.unit = part, [], [], None, ""

    def add(self, series: Sequence[Quantity], metrics: Sequence[Metric], masked: str) -> None:
        """Remember the metrics of a series."""
        self.read_to, self.acting, self.unit = series[-1].end, metrics[-1].acts, series[0].unit
        self.verb = metrics[-1].verb
        self.subjects = [_noun(masked, metric.subject) for metric in metrics]
        self.topic = self.subjects[0] or self.topic
        new = (subject for subject in self.subjects if subject and subject not in self.history)
        self.history = [*self.history, *new][-_HISTORY_LENGTH:]

    @property
    def subject(self) -> list[Extent]:
        """The subject of the number before, empty where it has none."""
        return self.subjects[-1] if self.subjects else []


def _noun(masked: str, subject: list[Extent]) -> list[Extent]:
    """A subject, or of a long one the noun after its last 的."""
    if len(subject) != 1 or subject[0][1] - subject[0][0] <= _LONG_SUBJECT:
        return subject
    start, end = subject[0]
    de = masked.rfind("的", start, end - 3)
    return [(de + 1, end)] if de >= 0 else subject


@dataclass(frozen=True, slots=True)
class Place:
    """A number, or the first of a series, where its name is sought.

    Attributes:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        quantity: The number.
        clause: Its clause.
        left: What stands before it, trimmed.
        left_from: Where the words that belong to it begin.
        right_to: Where the words after it must end.
        memory: What is remembered of the numbers before.
    """

    masked: str
    quantity: Quantity
    clause: Clause
    left: Extent
    left_from: int
    right_to: int
    memory: Memory

    @property
    def own(self) -> str:
        """The words before the number, without dates."""
        return self.masked[slice(*self.left)].replace(MASK, "")

    @property
    def has_left(self) -> bool:
        """Whether words stand before the number."""
        return self.left[0] < self.left[1]

    @property
    def opens_part(self) -> bool:
        """Whether nothing of its part of the sentence stands before its words."""
        return self.left[0] <= self.clause.part[0] + 1

    def clause_before(self) -> Extent:
        """The clause before in the same part of the sentence."""
        end = max(self.clause.start - 1, self.clause.part[0])
        floor = max(self.clause.part[0], end - _WAY_BACK)
        return (max(max(self.masked.rfind(mark, floor, end) for mark in "，：") + 1, floor), end)

    def previous_subject(self) -> list[Extent]:
        """The subject of the nearest earlier clause of the sentence that has one, else that of the sentence before."""
        end = self.clause.start - 1
        floor = max(self.clause.part[0], end - _WAY_BACK)
        while end > floor:
            start = max(max(self.masked.rfind(mark, floor, end) for mark in "，：") + 1, floor)
            extent = trim(self.masked, start, end)
            if extent[1] - extent[0] >= 2 and not ASIDE.match(self.masked, *extent):
                predicate = PREDICATE.search(self.masked, extent[0] + 2, extent[1])
                return [trim(self.masked, extent[0], predicate.start())] if predicate else [extent]
            end = start - 1
        return self.memory.topic

    def subject(self) -> list[Extent]:
        """The subject of the number before, else of the nearest earlier clause."""
        return self.memory.subject if self.memory.subjects else self.previous_subject()
