"""Lines and columns: where an offset stands on the screen of an editor."""

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    """A place as editors count it, both from 1; the column counts code points."""

    line: int
    column: int


class Lines:
    r"""The lines of a text, by the offsets at which they start.

    Args:
        text: The text; its lines end in `\n`, `\r\n` or `\r`.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        """Line and column of an offset in code points, in O(log lines)."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
