"""Properties of paragraphs and runs of a Word document: their own, and those of their styles."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from policyparse.knowledge.pattern import pattern
from policyparse.source.blocks import Alignment
from policyparse.source.formats.docx_names import VAL, W

_ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = pattern(
    r"(?:heading|标题) ?([1-9])$",
    flags=re.IGNORECASE,
    method="match",
    matches=["heading 1", "Heading 2", "标题 1", "标题3"],
    rejects=["heading", "标题  1", "标题 10", "标题 0", "副标题 1"],
)
"""The name of a style of headings, with its level."""
_BASED_LIMIT = 20
"""Longest chain of styles that are based on each other."""


class Properties(NamedTuple):
    """What is known of a paragraph; None where nobody says it.

    Attributes:
        tag: `title`, `subtitle` or `p`.
        level: Level of a heading, from 1.
        align: Alignment.
        bold: Whether its runs are bold that say nothing themselves.
        hidden: Whether its runs are hidden.
        size: Height of its characters in points.
        indent: Indent of its first line in characters, or in points where it is negative.
        num: Number of its num.
        depth: Level in the list, from 0.
        num_style: The style that gives it its num.
    """

    tag: str = "p"
    level: int | None = None
    align: Alignment | None = None
    bold: bool = False
    hidden: bool = False
    size: float | None = None
    indent: float | None = None
    num: str | None = None
    depth: int | None = None
    num_style: str | None = None


PLAIN = Properties()


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles.

        Args:
            root: Root of the part `styles.xml`, None where the document has none.
        """
        self._elements: dict[str, Element] = {}
        self._read: dict[str, Properties] = {}
        self.list_styles: dict[str, str] = {}
        self._default = PLAIN
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self._default = with_run(PLAIN, defaults)
        default = ""
        for element in root.iterfind(f"{W}style"):
            name, kind = element.get(f"{W}styleId", ""), element.get(f"{W}type")
            self._elements[name] = element
            if kind == "paragraph" and element.get(f"{W}default") not in (None, *_OFF):
                default = name
            elif kind == "numbering":
                num = element.find(f"{W}pPr/{W}numPr/{W}numId")
                if num is not None:
                    self.list_styles[name] = num.get(VAL, "")
        self._default = self.of(default)

    def of(self, name: str | None) -> Properties:
        """The properties that a style gives.

        Args:
            name: Id of the style, None for the default one.
        """
        if not name:
            return self._default
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._resolve(name)
        return found

    def _resolve(self, name: str) -> Properties:
        chain: list[tuple[str, Element]] = []
        element = self._elements.get(name)
        while element is not None and len(chain) < _BASED_LIMIT:
            chain.append((name, element))
            based = element.find(f"{W}basedOn")
            name = "" if based is None else based.get(VAL, "")
            element = self._elements.get(name)
        properties = self._default
        for name, element in reversed(chain):
            properties = self._with_style(properties, name, element)
        return properties

    def _with_style(self, properties: Properties, name: str, element: Element) -> Properties:
        paragraph, run, label = (element.find(f"{W}{part}") for part in ("pPr", "rPr", "name"))
        said = "" if label is None else label.get(VAL, "").lower()
        heading = _HEADING.match(said)
        if heading:
            properties = properties._replace(level=int(heading[1]))
        elif said in ("title", "subtitle"):
            properties = properties._replace(tag=said)
        if run is not None:
            properties = with_run(properties, run)
        if paragraph is not None:
            numbered = with_paragraph(properties, paragraph)
            if numbered.num != properties.num or numbered.depth != properties.depth:
                numbered = numbered._replace(num_style=name)
            properties = numbered
        return properties


def with_paragraph(properties: Properties, element: Element) -> Properties:
    """Add what a `w:pPr` says."""
    changes: dict[str, object] = {}
    for child in element:
        name = child.tag
        if name == f"{W}jc":
            changes["align"] = _ALIGNMENTS.get(child.get(VAL, ""), properties.align)
        elif name == f"{W}outlineLvl":
            level = child.get(VAL, "")
            changes["level"] = int(level) + 1 if level in tuple("012345678") else None
        elif name == f"{W}ind":
            indent = _indent(child)
            if indent is not None:
                changes["indent"] = indent
        elif name == f"{W}numPr":
            num, depth = child.find(f"{W}numId"), child.find(f"{W}ilvl")
            if num is not None:
                changes["num"] = num.get(VAL)
                changes["num_style"] = None
            if depth is not None:
                level = depth.get(VAL, "")
                changes["depth"] = int(level) if level in tuple("012345678") else 0
    return properties._replace(**changes) if changes else properties  # type: ignore[arg-type]


def with_run(properties: Properties, element: Element) -> Properties:
    """Add what a `w:rPr` says."""
    for child in element:
        name = child.tag
        if name == f"{W}b":
            properties = properties._replace(bold=is_on(child))
        elif name == f"{W}vanish":
            properties = properties._replace(hidden=is_on(child))
        elif name == f"{W}sz":
            size = child.get(VAL, "")
            if size.isdecimal() and len(size) < 5:
                properties = properties._replace(size=int(size) / 2)
    return properties


def is_on(element: Element) -> bool:
    """Whether a property that is on or off is on."""
    return element.get(VAL) not in _OFF


def _indent(element: Element) -> float | None:
    """Indent of the first line, in characters: hundredths of characters, or twentieths of points of 16 a character."""
    for name, unit in (("firstLineChars", 100), ("firstLine", 320)):
        value = element.get(f"{W}{name}", "")
        if value.isdecimal() and len(value) < 7 and int(value):
            return int(value) / unit
    return None
