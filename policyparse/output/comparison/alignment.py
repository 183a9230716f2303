"""Which provisions of two versions are one: by their words first, then by their neighbours.

    equal words ▸ alike words ▸ opposite each other between two that are aligned ▸ split and merged

Every step is bounded: a provision is compared with a handful of others, so that the time grows with the text.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from policyparse.output.comparison.provisions import Provision

ALIKE = 0.5
"""Least share of character pairs in common that makes two provisions one, wherever they stand."""

ALIKE_BETWEEN = 0.2
"""The same for two that stand opposite each other, between provisions that are aligned."""

HELD = 0.6
"""Least share of a provision's words that it took from another, for that one to be split."""

CANDIDATES = 6
"""Number of provisions whose words are compared in full with those of another."""

COMMON = 64
"""A pair of characters in more provisions than this tells none from another."""

LARGEST_GAP = 400
"""Greatest number of pairs, between two aligned provisions, whose words are compared."""

FEWEST_PAIRS = 4
"""A provision with fewer pairs of characters is no part of another."""

Bag = Counter[str]


class Group(NamedTuple):
    """Provisions of the old and the new version that are one, by their indices."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool


def align(
    old: Sequence[Provision],
    new: Sequence[Provision],
    fixed: Mapping[int, int],
    single: tuple[Collection[int], Collection[int]],
) -> list[Group]:
    """Align provisions of one unit.

    Args:
        old: Those of the old version, in order.
        new: Those of the new version, in order.
        fixed: Pairs that are known, by their indices.
        single: Indices of the old and of the new ones that are known to have no counterpart.

    Returns:
        Each provision in exactly one group, in the order of the new version; what is gone stands where it stood.
    """
    alignment = _Alignment(old, new, single)
    for i, j in fixed.items():
        alignment.pair(i, j)
    alignment.pair_equal()
    alignment.pair_alike()
    alignment.pair_opposite()
    return alignment.groups()


def bag(text: str) -> Bag:
    """The pairs of neighbouring characters of a text."""
    return Counter(a + b for a, b in pairwise(text))


def likeness(a: Bag, b: Bag) -> float:
    """Share of character pairs in common, 0 to 1."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def in_order(numbers: Sequence[int]) -> set[int]:
    """Indices of a longest rising part of some numbers."""
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        place = bisect_left(tails, number)
        tails[place : place + 1] = [number]
        holders[place : place + 1] = [i]
        before.append(holders[place - 1] if place else -1)
    kept: set[int] = set()
    at = holders[-1] if holders else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


class _Alignment:
    def __init__(
        self,
        old: Sequence[Provision],
        new: Sequence[Provision],
        single: tuple[Collection[int], Collection[int]],
    ) -> None:
        self.old, self.new, self.single = old, new, single
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self._bags: dict[int, Bag] = {}

    def _bag(self, provision: Provision) -> Bag:
        if id(provision) not in self._bags:
            self._bags[id(provision)] = bag(provision.key)
        return self._bags[id(provision)]

    def _likeness(self, i: int, j: int) -> float:
        return likeness(self._bag(self.old[i]), self._bag(self.new[j]))

    def _same_label(self, i: int, j: int) -> bool:
        return bool(self.old[i].number) and self.old[i].number == self.new[j].number

    def pair(self, i: int, j: int) -> None:
        """Pair two that are free."""
        if i in self.single[0] or j in self.single[1]:
            return
        if i not in self.new_of and j not in self.old_of:
            self.new_of[i], self.old_of[j] = j, i

    def _free_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.new_of and i not in self.single[0]]

    def _free_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.old_of and j not in self.single[1]]

    def pair_equal(self) -> None:
        """Pair those of equal words; where they repeat, those of the same number first, then in order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for j, provision in enumerate(self.new):
            if provision.key:
                places[provision.key].append(j)
        labels = {(key, self.new[j].number): j for key, found in places.items() for j in reversed(found)}
        for i, provision in enumerate(self.old):
            same = labels.get((provision.key, provision.number))
            if same is not None:
                self.pair(i, same)
        left = {key: iter([j for j in found if j not in self.old_of]) for key, found in places.items()}
        for i in self._free_old():
            equal = next(left.get(self.old[i].key, iter(())), None)
            if equal is not None:
                self.pair(i, equal)

    def pair_alike(self) -> None:
        """Pair those with most words in common, the most alike first."""
        free = self._free_new()
        postings: defaultdict[str, list[int]] = defaultdict(list)
        numbered: dict[tuple[int, ...], int] = {}
        for j in free:
            numbered.setdefault(self.new[j].number, j)
            for pair in self._bag(self.new[j]):
                postings[pair].append(j)
        found = []
        for i in self._free_old():
            shared: Counter[int] = Counter()
            for pair in self._bag(self.old[i]):
                if len(postings.get(pair, ())) <= COMMON:
                    shared.update(postings.get(pair, ()))
            candidates = {j for j, _ in shared.most_common(CANDIDATES)}
            candidates |= {numbered[self.old[i].number]} if self.old[i].number in numbered else set()
            for j in candidates:
                alike = self._likeness(i, j)
                if alike >= ALIKE:
                    found.append((round(alike, 2), self._same_label(i, j), -abs(i - j), -i, -j))
        for *_, i, j in sorted(found, reverse=True):
            self.pair(-i, -j)

    def pair_opposite(self) -> None:
        """Pair, between two that are aligned, those with some words in common, the same number, or none beside them."""
        for between_old, between_new in self._gaps():
            if len(between_old) == len(between_new) == 1:
                self.pair(between_old[0], between_new[0])
                continue
            small = len(between_old) * len(between_new) <= LARGEST_GAP
            numbers = {self.new[j].number: j for j in reversed(between_new) if self.new[j].number}
            found = []
            for i in between_old:
                same = numbers.get(self.old[i].number)
                for j in between_new if small else [same] if same is not None else []:
                    alike = self._likeness(i, j) if small else 0.0
                    if alike >= ALIKE_BETWEEN or self._same_label(i, j):
                        found.append((alike if alike >= ALIKE_BETWEEN else 0.0, -i, -j))
            paired: list[tuple[int, int]] = []
            for _, i, j in sorted(found, reverse=True):
                at = bisect_left(paired, (-i, -1))
                before = at == 0 or paired[at - 1][1] < -j
                behind = at == len(paired) or (paired[at][0] > -i and paired[at][1] > -j)
                if before and behind:
                    paired.insert(at, (-i, -j))
                    self.pair(-i, -j)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is free of both versions between neighbours that are aligned and in order."""
        pairs = sorted(self.new_of.items())
        kept = in_order([j for _, j in pairs])
        anchors = [pair for n, pair in enumerate(pairs) if n in kept]
        free_old, free_new = self._free_old(), self._free_new()
        a, b = 0, 0
        for i, j in [*anchors, (len(self.old), len(self.new))]:
            from_a, from_b = a, b
            a, b = bisect_left(free_old, i), bisect_left(free_new, j)
            if from_a < a and from_b < b:
                yield free_old[from_a:a], free_new[from_b:b]

    def groups(self) -> list[Group]:
        """The groups, with what was split or merged put together."""
        pairs = sorted(self.new_of.items())
        kept = in_order([j for _, j in pairs])
        moved = {i for n, (i, _) in enumerate(pairs) if n not in kept}
        news = {i: [j] for i, j in pairs}
        olds = {j: [i] for i, j in pairs}
        whole_of_new, whole_of_old = dict(self.old_of), dict(self.new_of)
        for j in self._free_new():
            self._add_part(j, self.new, self.old, whole_of_new, news)
        for i in self._free_old():
            self._add_part(i, self.old, self.new, whole_of_old, olds)
        in_a_split = {j for found in news.values() for j in found}
        in_a_merger = {i for found in olds.values() for i in found}
        made = [Group(tuple(sorted(olds[found[0]])), tuple(sorted(found)), i in moved) for i, found in news.items()]
        made += [Group((), (j,), False) for j in range(len(self.new)) if j not in in_a_split]
        gone = [Group((i,), (), False) for i in range(len(self.old)) if i not in in_a_merger]
        return _in_order_of_the_new(made, gone)

    def _add_part(
        self,
        free: int,
        mine: Sequence[Provision],
        others: Sequence[Provision],
        whole_of: dict[int, int],
        parts: dict[int, list[int]],
    ) -> None:
        """Add a provision without a counterpart to the neighbour whose counterpart held its words before.

        Args:
            free: Index of the provision.
            mine: The provisions of its version.
            others: Those of the other version.
            whole_of: Counterparts in the other version, by index; that of the provision is added here.
            parts: By index of a counterpart, the indices of what it became; the provision is added here.
        """
        words = self._bag(mine[free])
        if words.total() < FEWEST_PAIRS:
            return
        for near in (free - 1, free + 1):
            whole = whole_of.get(near)
            if whole is None:
                continue
            left = self._bag(others[whole]).copy()
            for part in parts[whole]:
                left -= self._bag(mine[part])
            if (words & left).total() >= HELD * words.total():
                parts[whole].append(free)
                whole_of[free] = whole
                return


def _in_order_of_the_new(made: list[Group], gone: list[Group]) -> list[Group]:
    """Groups in the order of the new version; one that is gone behind the one that stood before it."""
    ordered = sorted(made, key=lambda group: group.new)
    behind: defaultdict[int, list[Group]] = defaultdict(list)
    holders = {i: n for n, group in enumerate(ordered) if not group.moved for i in group.old}
    last = -1
    gone_at = {group.old[0]: group for group in gone}
    for i in range(max([*holders, *gone_at], default=-1) + 1):
        last = holders.get(i, last)
        if i in gone_at:
            behind[last].append(gone_at[i])
    found = behind[-1]
    for n, group in enumerate(ordered):
        found += [group, *behind[n]]
    return found
