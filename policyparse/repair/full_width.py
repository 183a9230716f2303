"""Letters and digits of full width where the text does not write them so throughout: ＧＤＰ, 5．3％, ２0２4.

A statute set in full-width digits is no dirt; parsers read either width. Full-width letters, signs inside numbers,
and numbers of two widths come from a converter.
"""

from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

_WIDE = compiled("[０-９Ａ-Ｚａ-ｚ]")
_CONVERTED = compiled("[Ａ-Ｚａ-ｚ]|[０-９][．％][０-９]?|[０-９][0-9]|[0-9][０-９]")
_NUMBER_OR_WORD = compiled("[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．－／＋＆＿]{0,60}[０-９Ａ-Ｚａ-ｚ％])?")
_NARROW = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}


def find_full_width(text: str) -> Iterator[Edit]:
    """Find full-width words and numbers, to be given half width."""
    if not _WIDE.search(text) or not _CONVERTED.search(text):
        return
    for match in _NUMBER_OR_WORD.finditer(text):
        yield Edit(match.start(), match.end(), match[0].translate(_NARROW), "full_width")
