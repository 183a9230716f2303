"""Characters without width or ink: zero-width spaces and joiners, byte order marks inside a text, soft hyphens."""

import re
from collections.abc import Iterator

from policyparse.text.edits import Edit

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]+")


def find_invisible_characters(text: str) -> Iterator[Edit]:
    """Find runs of invisible characters, to be deleted."""
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "", "invisible_characters")
