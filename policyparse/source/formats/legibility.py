"""Whether the characters of a printed document are those that its pages show.

A font can lack the table that says which characters its shapes are; then the file gives numbers of shapes, which read
as rare characters (犐犆犛) or as letters of other scripts. Nothing of the file can mend that.
"""

import re
from collections import Counter

from policyparse.model.errors import UnreadableInput

_SAMPLE = 50_000
"""Characters that are looked at."""

_FEWEST = 20
"""Fewest characters that are judged."""

_PLAIN = re.compile(
    r"[!-~\s\u00a0-\u00ff\u0391-\u03c9\u2000-\u206f\u2100-\u218f\u2190-\u22ff\u2300-\u24ff\u2500-\u27bf\u3000-\u30ff"
    r"\u3200-\u33ff\uff00-\uffef]+"
)
"""Characters of any Chinese text that are no Chinese characters: letters, marks, signs."""


_BIG5_FIRST_LEVEL = frozenset(bytes([lead]) for lead in range(0xA4, 0xC7))
"""First bytes of the characters of the first level of Big5."""

_ILLEGIBLE = 0.25
"""A document of which a larger share of characters is unlikely is not what its pages show."""


def check_legibility(text: str, name: str) -> None:
    """Refuse a document whose characters are not those of its pages.

    Args:
        text: Its text.
        name: Name of its format, for the message.

    Raises:
        UnreadableInput: More than a quarter of the characters are unlikely.
    """
    if share_of_unlikely(text) > _ILLEGIBLE:
        raise UnreadableInput(
            f"the fonts of the {name} document do not say which characters they show; recognise its text (OCR)"
        )


def share_of_unlikely(text: str) -> float:
    """The share of characters that Chinese texts hardly have.

    Args:
        text: A text.

    Returns:
        The share among its characters that are no white space, 0 to 1; 0 for a text that is too short to judge.
        Unlikely are Chinese characters that stand neither in GB 2312 nor in the first level of Big5, and those of
        other scripts.
    """
    sample = text[:_SAMPLE]
    judged = len("".join(sample.split()))
    if judged < _FEWEST:
        return 0.0
    rest = Counter(_PLAIN.sub("", sample))
    known = set("".join(rest).encode("gb2312", "ignore").decode("gb2312"))
    return sum(count for c, count in rest.items() if c not in known and not _is_common_in_big5(c)) / judged


def _is_common_in_big5(character: str) -> bool:
    """Whether a character is of the first level of Big5, the 5,401 characters of everyday use."""
    return character.encode("big5", "ignore")[:1] in _BIG5_FIRST_LEVEL
