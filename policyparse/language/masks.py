r"""Masks: stretches of a text that a reader is to pass over, blanked out without moving anything.

A masked character is NUL, which no text has (`source/decode.py`), so that no word and no class of marks matches it;
patterns that are to see where something was masked name it as `\0`.
"""

import re
from collections.abc import Iterable

from policyparse.knowledge import Pattern
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

MASK = "\0"
"""The character that stands in place of a masked one."""
MASKED = pattern(
    r"\0{1,40}",
    method="fullmatch",
    matches=["\0", "\0" * 40],
    rejects=["", "\0" * 41, "年"],
)
"""A date or a number that is masked."""


def mask(text: str, extents: Iterable[Extent]) -> str:
    """Blank stretches of a text out.

    Args:
        text: The text.
        extents: The stretches, in order of their starts; they may overlap.

    Returns:
        A text of the same length.
    """
    pieces, done = [], 0
    for start, end in extents:
        start = max(start, done)
        if start < end:
            pieces += [text[done:start], MASK * (end - start)]
            done = end
    return "".join(pieces) + text[done:] if pieces else text


def mask_matches(text: str, pattern: Pattern | re.Pattern[str], group: str | int = 0) -> str:
    """Blank out what a pattern finds.

    Args:
        text: The text.
        pattern: The pattern.
        group: The group of it that is blanked out, the whole match by default.

    Returns:
        A text of the same length.
    """
    return mask(text, (match.span(group) for match in pattern.finditer(text)))
