"""The elements of a web page: which of them are blocks, and what they say of the text in them."""

import re
from collections.abc import Mapping

from policyparse.source.blocks import NO_WORDS, Alignment, Cell
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

_BOLD_NAMES = "b strong h1 h2 h3 h4 h5 h6 th"
BOLD_TAGS = frozenset(_BOLD_NAMES.split())
CELL_TAGS = frozenset({"td", "th"})
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}

_ROLES_NAMES = "nav header footer aside article main form button figure dialog"
_ROLES = frozenset(_ROLES_NAMES.split())
_ARIA_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "toolbar": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "article": "article",
    "main": "main",
    "search": "form",
    "form": "form",
    "button": "button",
    "dialog": "dialog",
}
_ALIGNMENTS: Mapping[str, Alignment] = {
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
_WORD = re.compile(r"[a-z]{1,40}|[0-9]{1,9}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES_LENGTH = 1000
"""Longest value of class and id that is read, in characters."""


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
                self.align = _ALIGNMENTS.get(setting)
            elif name == "font-weight":
                self.bold = setting in ("bold", "bolder") or (setting.isdecimal() and int(setting) >= 600)
            elif found := _LENGTH.match(setting):
                points = float(found[1]) * _POINTS[found[2]]
                if name == "text-indent":
                    self.indent = points / 12
                else:
                    self.size = points


class Attributes:
    """Reads attributes; equal styles and equal names are read once."""

    __slots__ = ("_styles", "_words")

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._words: dict[tuple[frozenset[str], str], frozenset[str]] = {}

    def style(self, value: str) -> Style:
        """What a style attribute says."""
        style = self._styles.get(value)
        if style is None:
            style = self._styles[value] = Style(value)
        return style

    def words(self, around: frozenset[str], names: str) -> frozenset[str]:
        """The words of a class and an id, with those of the elements around."""
        key = around, names
        words = self._words.get(key)
        if words is None:
            found = _WORD.findall(_CAMEL.sub(" ", names[:_NAMES_LENGTH]).lower())
            words = self._words[key] = around.union(found)
        return words


class Frame:
    """A block element: what the blocks in it have in common, and counts of what stands in it.

    Attributes:
        parent: The block element around it.
        step: Its place in the page.
        tag: Its tag.
        chars: Number of visible characters in it.
        links: Number of those that stand in links.
        blocks: Number of blocks in it.
        align: Alignment of its text.
        indent: Indent of its first line, in characters.
        roles: Roles of itself and its ancestors.
        words: Words of its names and those of its ancestors.
        table: The table that it is or stands in.
        cell: The cell that it is or stands in.
    """

    __slots__ = (
        "align",
        "blocks",
        "cell",
        "chars",
        "indent",
        "links",
        "parent",
        "roles",
        "step",
        "table",
        "tag",
        "words",
    )

    def __init__(self, parent: "Frame | None", step: Step, tag: str) -> None:
        self.parent = parent
        self.step = step
        self.tag = tag
        self.chars = self.links = self.blocks = 0
        self.indent = 0.0
        self.align: Alignment | None = None
        self.roles = self.words = NO_WORDS
        self.table: Table | None = None
        self.cell: Cell | None = None
        if parent is not None:
            self.indent, self.align = parent.indent, parent.align
            self.roles, self.words = parent.roles, parent.words
            self.table, self.cell = parent.table, parent.cell
        if tag in _ROLES:
            self.roles |= {tag}
        elif tag == "center":
            self.align = "center"
        elif tag == "table":
            self.table, self.cell = Table(self.table), None
            self.align = None
        elif tag == "tr" and self.table is not None:
            self.table.open_row()

    def take(self, given: Mapping[str, str | None], attributes: Attributes) -> None:
        """Take over what the attributes of the element say.

        Args:
            given: The attributes.
            attributes: Reads their values.
        """
        names = f"{given.get('class') or ''} {given.get('id') or ''}"
        if names != " ":
            self.words = attributes.words(self.words, names)
        align = given.get("align")
        if align:
            self.align = _ALIGNMENTS.get(align.lower(), self.align)
        role = _ARIA_ROLES.get(given.get("role") or "")
        if role:
            self.roles |= {role}
        value = given.get("style")
        if value:
            style = attributes.style(value)
            self.align = style.align or self.align
            if style.indent is not None:
                self.indent = style.indent

    def place(self, given: Mapping[str, str | None]) -> None:
        """Give a `td` or `th` its row and column."""
        if self.table is not None:
            self.cell = self.table.add_cell(given.get("rowspan"), given.get("colspan"), self.tag == "th")

    @property
    def container(self) -> "Frame":
        """The nearest of this element and its ancestors that holds several blocks; the page where none does."""
        frame = self
        while frame.blocks < 2 and frame.parent is not None:
            frame = frame.parent
        return frame

    @property
    def data_cell(self) -> Cell | None:
        """The cell that it stands in, where its table holds data."""
        if self.cell is None or self.table is None or self.table.number is None:
            return None
        return self.cell._replace(table=self.table.number)


def indent_of(text: str, indent: float) -> float:
    """Indent of a first line, in characters: what its style says, and the blanks that it begins with."""
    if text[0] != "\u3000":
        return indent
    return indent + len(text) - len(text.lstrip("\u3000"))
