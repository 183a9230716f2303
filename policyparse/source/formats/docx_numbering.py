"""Automatic numbers of a Word document: 第一条, 一、, （一） that Word prints and the file does not hold.

    paragraph ─ numPr ─▶ num ─▶ abstractNum ─▶ level: start, format, text (第%1条), suffix, restart

A paragraph has its numPr itself or from its style; a num may replace levels or their start; an abstractNum may stand
for that of a style of lists (numStyleLink). Numbers count by abstractNum, so that two nums of one continue each other,
but for a num that starts again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from policyparse.source.formats.docx_names import VAL, W
from policyparse.source.formats.number_formats import print_number

LEVELS = 9
"""Number of levels of a list."""

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0fc": "✓"}
"""Characters of the fonts Symbol and Wingdings, and what they look like."""

_CLOSED = "、，。．.：:）)】〕》，；"
"""Behind these marks no space is printed."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list.

    Attributes:
        start: First number.
        number_format: Format of the number.
        text: What is printed; `%1` stands for the number of the first level.
        suffix: What follows it: `tab`, `space` or `nothing`.
        restart: The level, from 1, whose numbers let this one start again; 0 where none does, None where all above do.
        legal: Whether all numbers are printed as decimal ones.
        style: Style of paragraphs that has this level.
    """

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A num: its levels, and where it counts."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    """Levels that start again where this num is first used, with the number."""
    used: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None, list_styles: Mapping[str, str]) -> None:
        """Read the lists.

        Args:
            root: Root of the part `numbering.xml`, None where the document has none.
            list_styles: Number of the num of each style of lists, by the id of the style.
        """
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        abstracts = {e.get(f"{W}abstractNumId", ""): e for e in root.iterfind(f"{W}abstractNum")}
        nums = {e.get(f"{W}numId", ""): e for e in root.iterfind(f"{W}num")}
        for number, num in nums.items():
            abstract = _abstract_of(num, nums, abstracts, list_styles)
            if abstract is not None:
                self._lists[number] = _read_list(abstract, abstracts[abstract], num)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a style of paragraphs has, 0 where it names none."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((i for i, level in levels.items() if level.style == style), 0)

    def next_number(self, number: str, depth: int) -> str:
        """Count a paragraph.

        Args:
            number: Number of its num.
            depth: Its level, from 0.

        Returns:
            What Word prints in front of it with the space behind it, empty where it prints nothing.
        """
        found = self._lists.get(number)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        start = found.starts.get(depth)
        if start is not None and depth not in found.used:
            counts[depth] = start
        else:
            before = counts[depth]
            counts[depth] = level.start if before is None else before + 1
        found.used.add(depth)
        for i in range(depth):
            if counts[i] is None:
                counts[i] = found.levels[i].start if i in found.levels else 1
        for i in range(depth + 1, LEVELS):
            below = found.levels.get(i)
            if below is None or below.restart is None or depth < below.restart:
                counts[i] = None
        return _printed(level, found.levels, counts)


def _printed(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    if level.number_format == "bullet":
        text = "".join(_BULLETS.get(c, c) for c in level.text)
    else:
        text = level.text
        for i in range(LEVELS):
            mark = f"%{i + 1}"
            if mark in text:
                number_format = "decimal" if level.legal or i not in levels else levels[i].number_format
                text = text.replace(mark, print_number(counts[i] or 0, number_format))
    if not text.strip():
        return ""
    return text if level.suffix == "nothing" or text[-1] in _CLOSED or text[-1].isspace() else f"{text} "


def _abstract_of(
    num: Element, nums: Mapping[str, Element], abstracts: Mapping[str, Element], list_styles: Mapping[str, str]
) -> str | None:
    """Id of the abstractNum of a num, through styles of lists."""
    for _ in range(LEVELS):
        abstract = _value(num, "abstractNumId")
        if abstract is None or abstract not in abstracts:
            return None
        link = _value(abstracts[abstract], "numStyleLink")
        following = nums.get(list_styles.get(link, "")) if link else None
        if following is None or following is num:
            return abstract
        num = following
    return None


def _read_list(name: str, abstract: Element, num: Element) -> _List:
    levels = {_depth(e): _read_level(e) for e in abstract.iterfind(f"{W}lvl")}
    starts: dict[int, int] = {}
    for override in num.iterfind(f"{W}lvlOverride"):
        depth = _depth(override)
        replaced = override.find(f"{W}lvl")
        if replaced is not None:
            levels[depth] = _read_level(replaced)
        start = _value(override, "startOverride")
        if start is not None or replaced is not None:
            starts[depth] = _number(start, levels[depth].start if depth in levels else 1)
    return _List(name, levels, starts)


def _read_level(element: Element) -> Level:
    restart = _value(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    number_format = _value(element, "numFmt")
    if number_format is None:  # a format that Word writes beside a plain one for older programs
        number_format = next((e.get(VAL, "") for e in element.iter(f"{W}numFmt")), "decimal")
    return Level(
        _number(_value(element, "start"), 1),
        number_format,
        _value(element, "lvlText") or "",
        _value(element, "suff") or "tab",
        None if restart is None else _number(restart, 0),
        legal is not None and legal.get(VAL) not in ("0", "false", "off"),
        _value(element, "pStyle"),
    )


def _value(element: Element, name: str) -> str | None:
    found = element.find(f"{W}{name}")
    return None if found is None else found.get(VAL)


def _depth(element: Element) -> int:
    return _number(element.get(f"{W}ilvl"), 0)


def _number(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 9 else default
