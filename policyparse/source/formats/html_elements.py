"""The elements of a web page: which of them are blocks, which are seen, and what their styles say."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policyparse.source.blocks import Alignment, Cell
from policyparse.source.formats.html_tables import Table
from policyparse.source.places import Step

_BLOCK_NAMES = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul"
)
BLOCK_TAGS = frozenset(_BLOCK_NAMES.split())
"""Elements that begin and end a block."""

_SKIPPED_NAMES = (
    "head script style noscript template textarea select datalist iframe object svg math audio video canvas rt rp"
)
SKIPPED_TAGS = frozenset(_SKIPPED_NAMES.split())
"""Elements whose content is no text for those who see the page."""

ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "middle": "center",
    "right": "right",
    "end": "right",
    "justify": "justify",
}
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0}
"""Points of the units of length; a character is taken for 12 points high."""

_STYLE = re.compile(
    r"(?<![-\w])(display|visibility|text-align|font-weight|text-indent|font-size)\s{0,9}:\s{0,9}([-.\w]{1,20})",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"([0-9]{0,4}\.?[0-9]{1,4})(pt|px|r?em)$")


class Style:
    """What a style attribute says of the text in its element; None where it says nothing."""

    __slots__ = ("align", "bold", "hidden", "indent", "size")

    def __init__(self, value: str) -> None:
        self.hidden = False
        self.align: Alignment | None = None
        self.bold: bool | None = None
        self.indent: float | None = None
        self.size: float | None = None
        for name, setting in _STYLE.findall(value.lower()):
            if name in ("display", "visibility"):
                self.hidden = self.hidden or setting in ("none", "hidden")
            elif name == "text-align":
                self.align = ALIGNMENTS.get(setting)
            elif name == "font-weight":
                self.bold = setting in ("bold", "bolder") or (setting.isdecimal() and int(setting) >= 600)
            elif found := _LENGTH.match(setting):
                self._measure(name, float(found[1]) * _POINTS[found[2]])

    def _measure(self, name: str, points: float) -> None:
        if name == "text-indent":
            self.indent = points / 12
        else:
            self.size = points


class Styles:
    """Reads style attributes; equal ones are read once."""

    __slots__ = ("_read",)

    def __init__(self) -> None:
        self._read: dict[str, Style] = {"": Style("")}

    def read(self, value: str | None) -> Style:
        """What a style attribute says."""
        value = value or ""
        style = self._read.get(value)
        if style is None:
            style = self._read[value] = Style(value)
        return style


class Frame:
    """A block element that is open, with counts of what stands in it.

    Attributes:
        parent: The block element around it.
        tag: Its tag.
        step: Its place in the page, None for the page itself.
        given: Its attributes.
        table: The table that it is or stands in.
        cell: The cell that it is or stands in.
        chars: Number of characters of the blocks in it.
        linked: Number of those that stand in links.
        blocks: Number of blocks in it.
    """

    blocks = chars = linked = 0
    cell: Cell | None = None
    table: Table | None = None
    traits: Any = None

    def __init__(self, parent: "Frame | None", tag: str, step: "Step | None", given: dict[str, str | None]) -> None:
        self.parent = parent
        self.tag = tag
        self.step = step
        self.given = given
        if parent is not None and parent.table is not None:
            self.table, self.cell = parent.table, parent.cell

    def inside(self, stack: Sequence[tuple[Any, int, object]], tag: str, number: int) -> Step:
        """The step to an element in this one, over inline elements between the two.

        Args:
            stack: The elements that are open, each with its number and what ends with it.
            tag: Tag of the element.
            number: Its number.
        """
        between = len(stack)
        while between and stack[between - 1][2] is not self:
            between -= 1
        step = self.step
        for node, place, _ in stack[between:]:
            step = (step, node.tag, place)
        return step, tag, number

    @property
    def container(self) -> "Frame":
        """The nearest of this element and its ancestors that holds several blocks; the page where none does."""
        frame = self
        while frame.blocks < 2 and frame.parent is not None:
            frame = frame.parent
        return frame
