"""With which characters a match of an expression can begin, so that a search passes over all others.

`re` sees that only where an expression begins with a character, a class, or alternatives that each begin with a
character. What the grammar begins with is hidden from it: guards that look behind, words as a tree of trees, pieces
that may be left out. Here these are looked through; a set that is too large is a set of more characters than are worth
to be passed over, and none.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, TypeAlias

op: Any = import_module("re._constants")

Member: TypeAlias = tuple[Any, Any]
"""A character, a range or a category, as the parser of `re` writes members of a class."""

LARGEST = 2_000
"""Number of characters from which on a set is dense: most of Chinese prose would be stopped at."""

_GUARDS = (op.AT, op.ASSERT, op.ASSERT_NOT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_FEW = (op.CATEGORY_DIGIT, op.CATEGORY_SPACE)


class _UnknownError(Exception):
    """It may begin with anything."""


def first_characters(items: Iterable[Any]) -> list[Member] | None:
    """The characters with which a match can begin, and maybe some more.

    Args:
        items: What the parser of `re` makes of an expression that takes at least one character, without flags.

    Returns:
        Members of a class; None where they are not known, or too many.
    """
    found: list[Member] = []
    try:
        if _collect(items, found):
            return None
    except _UnknownError:
        return None
    size = sum(value[1] - value[0] + 1 if kind is op.RANGE else 1 for kind, value in found)
    return found if size <= LARGEST else None


def _collect(items: Iterable[Any], found: list[Member]) -> bool:
    """Add the first characters of a sequence; returns whether it may take no character."""
    return all(_collect_one(kind, value, found) for kind, value in items)


def _collect_one(kind: Any, value: Any, found: list[Member]) -> bool:
    if kind in _GUARDS:
        return True
    if kind is op.BRANCH:
        return sum(_collect(branch, found) for branch in value[1]) > 0
    if kind is op.SUBPATTERN and not (value[1] or value[2]):
        return _collect(value[3], found)
    if kind is op.ATOMIC_GROUP:
        return _collect(value, found)
    if kind in _REPEATS:
        return _collect(value[2], found) or value[0] == 0
    _take(kind, value, found)
    return False


def _take(kind: Any, value: Any, found: list[Member]) -> None:
    """Add a character or the members of a class."""
    members = value if kind is op.IN else [(kind, value)]
    for member, what in members:
        if not (member in (op.LITERAL, op.RANGE) or (member is op.CATEGORY and what in _FEW)):
            raise _UnknownError
        found.append((member, what))
