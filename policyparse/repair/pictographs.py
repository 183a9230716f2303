"""Pictographs (表情符号): emoji with which pages decorate titles and lines; no word of a text is one."""

from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

PICTOGRAPHS = "\U0001f000-\U0001faff\u20e3"
"""Emoji of the supplementary planes (blocks Mahjong Tiles to Symbols and Pictographs Extended-A), and the keycap."""

_RUN = compiled(f"[{PICTOGRAPHS}]+")


def find_pictographs(text: str) -> Iterator[Edit]:
    """Find runs of pictographs, to be deleted.

    Args:
        text: The text.
    """
    for match in _RUN.finditer(text):
        yield Edit(match.start(), match.end(), "", "pictographs")
