"""The runs of a paragraph of a Word document to lines of text."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from policyparse.source.formats.docx_names import MC, M, W
from policyparse.source.formats.docx_styles import Properties, with_run

NESTING_LIMIT = 30
"""Deepest nesting of hyperlinks, smart tags, insertions and fields in a paragraph; deeper text is not read."""

_RUN, _TEXT, _RUN_PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
_CONTROL, _PLACEHOLDER = f"{W}sdt", f"{W}sdtPr/{W}showingPlcHdr"
_FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_BOX = f"{W}txbxContent"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_ALTERNATE, _CHOICE, _FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
_CONTAINER_NAMES = "hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo ruby rubyBase"
_CONTAINERS = frozenset(f"{W}{name}" for name in _CONTAINER_NAMES.split())
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
_RUBY = f"{W}ruby"
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", _ALTERNATE})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_SYMBOLS = {
    "F0A8": "□",
    "F06F": "□",
    "F0A3": "□",
    "F0FE": "☑",
    "F052": "☑",
    "F0FC": "✓",
    "F0B7": "•",
    "F06C": "●",
    "F06E": "■",
    "F075": "◆",
    "F0D8": "➢",
}
"""Characters of Wingdings and Symbol, and what they look like."""


class Line(NamedTuple):
    """A line of a paragraph, up to a line break that its author made."""

    text: str
    bold: bool
    size: float | None


class Runs:
    """Reads the content of a paragraph.

    Attributes:
        lines: Its lines.
        boxes: Contents of the text boxes that are anchored in it.
        notes: Kind and id of its footnotes and endnotes.
    """

    def __init__(self, properties: Properties) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self._properties = properties
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._visible = self._bold = 0
        self._size: float | None = None

    def read(self, paragraph: Element) -> None:
        """Read a `w:p`."""
        self._read_children(paragraph, 0)
        if self._visible:
            self._end_line()

    def _read_children(self, element: Element, depth: int) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._read_run(child)
            elif tag in _CONTAINERS and depth < NESTING_LIMIT:
                if tag != _CONTROL or child.find(_PLACEHOLDER) is None:
                    self._read_children(child, depth + 1)
            elif tag in _FORMULAS:
                self._add("".join(child.itertext()), self._properties)
            elif tag in _DRAWN:
                self._read_drawing(child)

    def _read_run(self, run: Element) -> None:
        properties = self._properties
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._add(child.text or "", properties)
            elif tag == _RUN_PROPERTIES:
                properties = with_run(properties, child)
            elif tag in _DRAWN:
                self._read_drawing(child)
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
            elif tag == _RUBY:
                self._read_children(child, 1)
            else:
                self._add(_character_of(child), properties)

    def _add(self, text: str, properties: Properties) -> None:
        if not text or properties.hidden:
            return
        if "\n" in text:
            for i, line in enumerate(text.split("\n")):
                if i:
                    self._end_line()
                self._add(line, properties)
            return
        self._pieces.append(text)
        count = len(text.strip())
        if count:
            self._visible += count
            if properties.bold:
                self._bold += count
            if self._size is None:
                self._size = properties.size

    def _end_line(self) -> None:
        self.lines.append(Line("".join(self._pieces), 2 * self._bold > self._visible, self._size))
        self._begin()

    def _read_drawing(self, element: Element) -> None:
        """Text boxes; of a drawing that is given twice, for new and for old programs, the new one."""
        stack = [element]
        while stack:
            current = stack.pop()
            if current.tag == _BOX:
                self.boxes.append(current)
            elif current.tag == _WORD_ART:
                self.boxes.append(_box_of(current.get("string", "")))
            elif current.tag == _ALTERNATE:
                choices = [c for c in current if c.tag == _CHOICE and c.find(f".//{_BOX}") is not None]
                stack.extend(choices[:1] or current.findall(_FALLBACK))
            else:
                stack.extend(reversed(current))


def _box_of(text: str) -> Element:
    """A text box for the text of WordArt, which has none."""
    box = Element(_BOX)
    SubElement(SubElement(SubElement(box, f"{W}p"), _RUN), _TEXT).text = text
    return box


def _character_of(element: Element) -> str:
    """The character that an element of a run stands for; a line feed for a line break, nothing for one of a page."""
    tag = element.tag
    if tag == f"{W}br":
        return "\n" if element.get(f"{W}type") in (None, "textWrapping") else ""
    if tag == f"{W}sym":
        code = element.get(f"{W}char", "").upper()
        return _SYMBOLS.get(code) or _character(code)
    return _CHARACTERS.get(tag, "")


def _character(code: str) -> str:
    """The character with a hexadecimal code; codes F000 to F0FF stand for those of a font of symbols."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF020 <= value <= 0xF07E:
        value -= 0xF000
    return chr(value) if 0x20 <= value <= 0xFFFF and not 0xD800 <= value <= 0xDFFF else ""
