"""Characters without width or ink: zero-width spaces and joiners, direction marks, byte order marks, soft hyphens."""

from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

_INVISIBLE = compiled("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ufe0e\ufe0f\u180e]+")


def find_invisible_characters(text: str) -> Iterator[Edit]:
    """Find runs of invisible characters, to be deleted."""
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "", "invisible_characters")
