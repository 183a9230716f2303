"""Characters without width or ink: zero-width spaces and joiners, direction marks, byte order marks, soft hyphens."""

from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

_CHARACTERS = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f\u180e"
_INVISIBLE, _WITHOUT_WIDTH = compiled(f"[{_CHARACTERS}\u00ad]+"), compiled(f"[{_CHARACTERS}]+")


def find_invisible_characters(text: str, *, soft_hyphens: bool = True) -> Iterator[Edit]:
    """Find runs of invisible characters, to be deleted.

    Args:
        text: The text.
        soft_hyphens: Whether soft hyphens are among them.
    """
    for match in (_INVISIBLE if soft_hyphens else _WITHOUT_WIDTH).finditer(text):
        yield Edit(match.start(), match.end(), "", "invisible_characters")
