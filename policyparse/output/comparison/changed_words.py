"""Which words of two texts differ, in pieces that a reader takes in.

Clauses first, then the characters of clauses that changed; what is longer than a bound is one change, so that the
time grows with the text whatever stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from policyparse.knowledge.characters import NUMBER
from policyparse.knowledge.fold import fold

MOST_PAIRS = 60_000
"""Greatest product of two lengths, in tokens or clauses, that is compared in detail."""

SHORTEST_SAME = 2
"""Equal characters between two changes that are fewer than this belong to the change."""

LEAST_SAME = 0.5
"""Where less than this share of both texts is equal, the whole of them is one change."""

_TOKEN = re.compile(rf"[{NUMBER}]{{1,20}}|.", re.DOTALL)
_CLAUSE = re.compile(r"[^，。；：！？、\n]{0,2000}[，。；：！？、\n]|[^，。；：！？、\n]{1,2000}")
_MARKS = re.compile(r"[\W_]*")


class Edit(NamedTuple):
    """A stretch of the old text and the stretch of the new one that stands for it; half-open, in code points."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


def changed_words(old: str, new: str) -> list[Edit]:
    """Cut two texts into stretches that are the same and stretches that changed.

    Width does not count: a half-width comma is a full-width one. A number is the same or another one, as a whole.

    Args:
        old: The old text.
        new: The new text.

    Returns:
        The stretches in order, which cover both texts.
    """
    folded = fold(old)
    a, b = _TOKEN.findall(folded), _TOKEN.findall(fold(new))
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    start = sum(map(len, a[:head]))
    end, stop = (len(text) - sum(map(len, a[len(a) - tail :])) for text in (old, new))
    edits = [Edit(True, (0, start), (0, start))] if head else []
    edits += _by_clause(a[head : len(a) - tail], b[head : len(b) - tail], start)
    if tail:
        edits.append(Edit(True, (end, len(old)), (stop, len(new))))
    found = _readable(edits, folded)
    same = sum(edit.old[1] - edit.old[0] for edit in found if edit.same)
    if old and new and same < LEAST_SAME * min(len(old), len(new)):
        return [Edit(False, (0, len(old)), (0, len(new)))]
    return found


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the common beginning."""
    shorter = min(len(a), len(b))
    if a[:shorter] == b[:shorter]:
        return shorter
    return next(n for n in range(shorter) if a[n] != b[n])


def _by_clause(a: Sequence[str], b: Sequence[str], start: int) -> list[Edit]:
    """Stretches of two sequences of tokens that start at one offset."""
    if len(a) * len(b) <= MOST_PAIRS:
        return list(_edits(a, b, start, start))
    first, second = (_CLAUSE.findall("".join(tokens)) for tokens in (a, b))
    if len(first) * len(second) > MOST_PAIRS:
        return [Edit(False, (start, start + sum(map(len, a))), (start, start + sum(map(len, b))))]
    before, after = "".join(a), "".join(b)
    found: list[Edit] = []
    for edit in _edits(first, second, start, start):
        words = before[edit.old[0] - start : edit.old[1] - start], after[edit.new[0] - start : edit.new[1] - start]
        if not edit.same and 0 < len(words[0]) * len(words[1]) <= MOST_PAIRS:
            found += _edits(_TOKEN.findall(words[0]), _TOKEN.findall(words[1]), edit.old[0], edit.new[0])
        else:
            found.append(edit)
    return found


def _edits(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Iterator[Edit]:
    """Stretches of two sequences of tokens or clauses that start at the offsets `i` and `j`."""
    for tag, start, end, begin, stop in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old, new = sum(map(len, a[start:end])), sum(map(len, b[begin:stop]))
        yield Edit(tag == "equal", (i, i + old), (j, j + new))
        i, j = i + old, j + new


def _readable(edits: Sequence[Edit], a: str) -> list[Edit]:
    """Put neighbours of one sort together, and changes with the few equal characters between them."""
    found: list[Edit] = []
    for n, edit in enumerate(edits):
        inside = 0 < n < len(edits) - 1
        words = a[edit.old[0] : edit.old[1]]
        same = edit.same and not (inside and (len(words) < SHORTEST_SAME or _MARKS.fullmatch(words)))
        if found and found[-1].same == same:
            last = found[-1]
            found[-1] = Edit(same, (last.old[0], edit.old[1]), (last.new[0], edit.new[1]))
        else:
            found.append(Edit(same, edit.old, edit.new))
    return found
