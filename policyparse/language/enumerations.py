"""Lists of names in running text (列举).

    enumeration ::= governing word? name ("、" name)* (("和" | "以及") name)? "等"?

A list is read backwards from what closes it; its first name begins after the last governing word.
"""

import re
from itertools import pairwise

from policyparse.knowledge import Pattern, pattern
from policyparse.knowledge.compiled import compiled
from policyparse.language.masks import MASK
from policyparse.model.base import Extent

NAME_LENGTH = 24
"""Maximum length of a name in a list, in characters."""
LIST_LENGTH = 400
"""Maximum length of a list, in characters."""

JOINT = pattern(
    r"[、和及与]|以及",
    method="fullmatch",
    matches=["、", "以及", "和", "及", "与"],
    rejects=["，", "的", "至", "以", "或者"],
)
"""Between two members of a list."""
_BREAK = compiled(r"[，。；：！？\n]|——")
_CONJUNCTION = pattern(r"以及|和", matches=["甲以及乙", "甲和乙"], rejects=["甲与乙"])
_BRACKETS = compiled(r"（[^（）]{0,40}）")
_EDGES = " “”‘’、，\0"


_GOVERNING = pattern(
    r"(?&enumerations.governing)",
    matches=[("加快推进装备制造", "加快推进")],
    rejects=["装备制造"],
)


def name_start(folded: str, start: int, end: int, *, shortest: int = 2) -> int:
    """Where the name that ends at `end` begins: after the last governing word that leaves a name.

    Args:
        folded: Width-folded text.
        start: Where the name begins at the earliest.
        end: Where it ends.
        shortest: How many characters a name has at least.
    """
    at = start
    position = start
    while position < end:
        match = _GOVERNING.search(folded, position, end)
        if match is None or end - match.end() < shortest:
            break
        at = position = match.end()
    while at < end and folded[at] in _EDGES:
        at += 1
    return at


def after_governing(folded: str, start: int, end: int) -> int:
    """Where a stretch goes on after the governing words that it begins with.

    Args:
        folded: Width-folded text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    while match := _GOVERNING.match(folded, start, end):
        start = match.end()
    return start


def begins_governed(folded: str) -> bool:
    """Whether a text begins with a governing word."""
    return _GOVERNING.match(folded) is not None


def ends_governed(folded: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a governing word, so that what follows is its object: 围绕创新链布局 产业链."""
    return any(m.end() == end for m in _GOVERNING.finditer(folded, start, end))


def read_enumeration(
    folded: str, end: int, *, compound: Pattern | None = None, split_pair: bool = True
) -> list[Extent]:
    """The names of the list that ends at `end`, in order.

    Args:
        folded: Width-folded text.
        end: Offset after the last name: of 等, or of what names the list.
        compound: Names that hold 和 themselves and are not cut at it.
        split_pair: Whether A和B without 、 is a list of two.

    Returns:
        Their extents; empty where there is no name.
    """
    floor = max(0, end - LIST_LENGTH)
    breaks = [m.end() for m in _BREAK.finditer(folded, floor, end)]
    floor = breaks[-1] if breaks else floor
    cuts = [m.start() for m in re.finditer("、", _BRACKETS.sub(lambda m: MASK * len(m[0]), folded[floor:end]))]
    edges = [floor, *(floor + cut + 1 for cut in cuts), end + 1]
    names = [(a, b - 1) for a, b in pairwise(edges)]
    names = _after_last_break(folded, names)
    if not names:
        return []
    first = names[0]
    names[0] = (name_start(folded, *first), first[1])
    last = names[-1]
    if len(names) > 1 or split_pair:
        names[-1:] = _split(folded, last if len(names) > 1 else names[0], compound)
    trimmed = [_strip(folded, name) for name in names]
    return [name for name in trimmed if name[1] - name[0] >= 1]


def _after_last_break(folded: str, names: list[Extent]) -> list[Extent]:
    """The names from the last one that is too long to be a plain member: the list begins inside it."""
    for i in range(len(names) - 1, 0, -1):
        start, end = names[i]
        if end - start > NAME_LENGTH:
            return names[i:]
    return names


def _split(folded: str, name: Extent, compound: Pattern | None) -> list[Extent]:
    start, end = name
    conjunctions = list(_CONJUNCTION.finditer(folded, start + 1, end - 1))
    if not conjunctions or (compound and compound.search(folded, start, end)):
        return [name]
    conjunction = conjunctions[-1]
    if conjunction.start() - start < 2 or end - conjunction.end() < 2:
        return [name]
    return [(start, conjunction.start()), (conjunction.end(), end)]


def _strip(folded: str, name: Extent) -> Extent:
    start, end = name
    while start < end and folded[start] in _EDGES:
        start += 1
    while end > start and folded[end - 1] in _EDGES:
        end -= 1
    return start, end
