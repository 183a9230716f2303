"""One engine for things that a text names: projects, chains, industries, packages of work.

A kind of thing is a table of forms; a form has a pattern that shows where it stands, and says which names stand there
and what the text says of them. What all forms share is here: the paragraph, the table, and how lists are read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from policyparse.figures.clauses import Clauses
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import Pattern, pattern
from policyparse.language.dates import find_dates
from policyparse.model.base import Extent
from policyparse.page.layout import Block
from policyparse.plan.phases import Phase

Said = TypeVar("Said")
Verdict = TypeVar("Verdict")

_INSIDE = compiled(r"（[^（）]{0,40}$")
_BRACKET_LENGTH = 40
_LIST_LENGTH = 200
"""A list is read no further, in characters."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in which things are named.

    Attributes:
        block: The paragraph.
        occasion: The phase that the title gives to the projects that the text describes, or None.
        planned: Whether the paragraph sets out what is to be done.
        title: The title of the page, width-folded.
    """

    block: Block
    occasion: Phase | None = None
    planned: bool = False
    title: str = ""

    @property
    def folded(self) -> str:
        """Its text, width-folded."""
        return self.block.folded

    @cached_property
    def clauses(self) -> Clauses:
        """Its clauses."""
        return Clauses(self.folded)

    def text(self, extent: Extent) -> str:
        """A stretch of it as printed."""
        return self.block.text[slice(*extent)]

    def place(self, extent: Extent) -> Extent:
        """The place of a stretch of it in the page."""
        return self.block.start + extent[0], self.block.start + extent[1]


@dataclass(frozen=True, slots=True)
class NamingForm(Generic[Said]):
    """One form in which a text names things.

    Attributes:
        name: Its name.
        reason: Why what stands there is named, in one sentence.
        trigger: Where the form stands.
        read: The names there, each with what the text says of it.
        examples: Sentences, each with the names that the form finds in it.
        counterexamples: Sentences in which it finds none.
    """

    name: str
    reason: str
    trigger: Pattern
    read: Callable[[Paragraph, re.Match[str]], Iterable[tuple[Extent, Said]]]
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()
    counterexamples: tuple[str, ...] = ()

    def find(self, paragraph: Paragraph) -> Iterator[tuple[Extent, Said]]:
        """Find the names of this form in a paragraph."""
        for match in self.trigger.finditer(paragraph.folded):
            yield from self.read(paragraph, match)


def find_named(paragraph: Paragraph, forms: Sequence[NamingForm[Said]]) -> dict[Extent, Said]:
    """Find the names of all forms in a paragraph; where two forms find the same stretch, the earlier one decides.

    Args:
        paragraph: The paragraph.
        forms: The forms, in order.
    """
    found: dict[Extent, Said] = {}
    for form in forms:
        for extent, said in form.find(paragraph):
            found.setdefault(extent, said)
    return found


class Extents:
    """Stretches of a paragraph, to be asked which lie across another one.

    Args:
        extents: The stretches.
    """

    def __init__(self, extents: Iterable[Extent]) -> None:
        self._sorted = sorted(extents)
        self._longest = max((end - start for start, end in self._sorted), default=0)

    def across(self, start: int, end: int) -> list[Extent]:
        """Those that have a character of a stretch, in order."""
        first = bisect_right(self._sorted, (start - self._longest, start))
        last = bisect_left(self._sorted, (end, end))
        return [extent for extent in self._sorted[first:last] if start < extent[1]]

    def add(self, extent: Extent) -> None:
        """Add a stretch; one that is there is not added again."""
        i = bisect_left(self._sorted, extent)
        if self._sorted[i : i + 1] != [extent]:
            self._sorted.insert(i, extent)
            self._longest = max(self._longest, extent[1] - extent[0])

    def remove(self, extent: Extent) -> None:
        """Remove a stretch that is there."""
        del self._sorted[bisect_left(self._sorted, extent)]


def once(
    drafts: Iterable[Verdict], key: Callable[[Verdict], object], place: Callable[[Verdict], Extent]
) -> list[Verdict]:
    """The first of the drafts that agree in a key, in order of the text."""
    kept: dict[object, Verdict] = {}
    for draft in sorted(drafts, key=place):
        kept.setdefault(key(draft), draft)
    return list(kept.values())


def members_at(folded: str, start: int, end: int) -> list[Extent]:
    """The stretches between the 、 of a list; what stands in parentheses is not cut.

    Args:
        folded: Width-folded text.
        start: Where the list begins.
        end: Where it ends.
    """
    return [(start + m.start(), start + m.end()) for m in _MEMBER.finditer(folded[start:end])]


_MEMBER = compiled("(?:（[^（）]{0,40}）|[^、])+")


def end_of_list(folded: str, start: int, stop: Pattern | re.Pattern[str], length: int = _LIST_LENGTH) -> int:
    """Where the list that begins at `start` ends.

    Args:
        folded: Width-folded text.
        start: Where the list begins.
        stop: What ends it.
        length: It is no longer, in characters.
    """
    limit = min(len(folded), start + length)
    position = start
    while found := stop.search(folded, position, limit):
        bracket = _INSIDE.search(folded, start, found.start())
        close = folded.find("）", found.start(), min(limit, found.start() + _BRACKET_LENGTH)) if bracket else -1
        if close < 0:
            return found.start()
        position = close + 1
    return limit


_CONTENTS = pattern(
    r"（(?:不?含|包括|包含|如|下同)[^（）]{0,40}）$",
    matches=[
        *(("装备制造（含军民融合、机器人）", "（含军民融合、机器人）"), "建材（包括循环产业）", "建材（不含水泥）"),
        *("装备（包含机器人）", "新材料（如石墨烯）", "新材料（下同）"),
    ],
    rejects=[
        *("电驱（防爆）", "装备制造（含军民融合）产业"),
        "装备制造（含机器人、数控机床、轨道交通、工程机械、农业机械、电力装备、海工装备、航空装备、节能环保装备）",
    ],
)
"""Behind a name: what it includes, which is no part of it."""


def without_contents(folded: str, name: Extent) -> Extent:
    """A name without the parentheses that say what it includes.

    Args:
        folded: Width-folded text.
        name: The name.
    """
    contents = _CONTENTS.search(folded, *name)
    return (name[0], contents.start()) if contents else name


def without_dates(folded: str, start: int, end: int, shortest: int) -> int:
    """Where the last member of a list ends before a date that follows it."""
    cuts = [start + m.start for m in find_dates(folded[start:end], None) if m.start >= shortest]
    return min(cuts, default=end)
