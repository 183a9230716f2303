"""Many words as one pattern: a tree of their first characters, so that no word is tried in vain."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_END = ""


def any_of(words: Iterable[str], after: Mapping[str, str] | None = None) -> str:
    """A pattern that matches any of the words, the longest that fits.

    Args:
        words: The words, taken literally.
        after: By word, a pattern that must hold after it, such as `(?!性)`.

    Returns:
        A non-capturing group; it matches nothing where there are no words.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = (after or {}).get(word, "")
    return _pattern(root) if root else "(?!)"


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(character) + _pattern(deeper) for character, deeper in node.items() if character != _END]
    if _END not in node:
        return "(?:" + "|".join(branches) + ")"
    if not branches:
        return str(node[_END])
    return "(?:" + "|".join(branches) + "|" + str(node[_END]) + ")"
