"""What a block of a web page inherits from its ancestors, and with that the block."""

import re
from typing import Any, NamedTuple

from policyparse.source.blocks import NO_WORDS, Alignment, Cell, Link, SourceBlock
from policyparse.source.formats.html_elements import ALIGNMENTS, Frame, Styles
from policyparse.source.formats.html_tables import number_tables
from policyparse.source.formats.html_walk import Walk
from policyparse.source.places import ElementPath

_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BOLD_TAGS = frozenset({"th", *_HEADING_LEVELS})
_ROLE_NAMES = "nav header footer aside article main form button figure dialog"
_ROLES = {name: name for name in _ROLE_NAMES.split()}
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
_TELLING = _BOLD_TAGS | _ROLES.keys() | {"center", "table"}
"""Elements that say something of their text without an attribute."""

_WORD = re.compile(r"[a-z]{1,40}|[0-9]{1,9}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES_LENGTH = 1000
"""Longest value of class and id that is read, in characters."""


class Traits(NamedTuple):
    """What holds for all text of a block element.

    Attributes:
        align: Alignment.
        bold: Whether the element makes its text bold.
        indent: Indent of a first line, in characters.
        size: Height of the characters in points.
        roles: Roles of the element and its ancestors.
        words: Words of its names and those of its ancestors.
    """

    align: Alignment | None = None
    bold: bool = False
    indent: float = 0.0
    size: float | None = None
    roles: frozenset[str] = NO_WORDS
    words: frozenset[str] = NO_WORDS


_PAGE = Traits()


class TraitReader:
    """Works out traits, of each element once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._words: dict[tuple[frozenset[str], str], frozenset[str]] = {}

    def read(self, frame: Frame) -> Traits:
        """The traits of a block element."""
        open_frames: list[Frame] = []
        inner: Frame | None = frame
        while inner is not None and inner.traits is None:
            open_frames.append(inner)
            inner = inner.parent
        traits: Traits = _PAGE if inner is None else inner.traits
        for inner in reversed(open_frames):
            if inner.given or inner.tag in _TELLING:
                traits = self._of(inner, traits)
            inner.traits = traits
        return traits

    def _of(self, frame: Frame, around: Traits) -> Traits:
        given, tag = frame.given, frame.tag
        align, bold, indent, size, roles, words = around
        if tag == "center":
            align = "center"
        elif tag == "table":
            align = None
        bold = bold or tag in _BOLD_TAGS
        role = _ROLES.get(tag)
        if given:
            align = ALIGNMENTS.get((given.get("align") or "").lower(), align)
            role = _ARIA_ROLES.get(given.get("role") or "", role)
            names = f"{given.get('class') or ''} {given.get('id') or ''}"
            words = self._with_words(words, names) if names != " " else words
            if given.get("style"):
                style = self._styles.read(given["style"])
                align, size = style.align or align, style.size or size
                bold = bold if style.bold is None else style.bold
                indent = indent if style.indent is None else style.indent
        return Traits(align, bold, indent, size, roles | {role} if role else roles, words)

    def _with_words(self, around: frozenset[str], names: str) -> frozenset[str]:
        """The words of a class and an id, with those of the elements around; equal ones are read once."""
        key = around, names
        words = self._words.get(key)
        if words is None:
            found = _WORD.findall(_CAMEL.sub(" ", names[:_NAMES_LENGTH]).lower())
            words = self._words[key] = around.union(found)
        return words


def source_blocks(walk: Walk) -> tuple[str, tuple[SourceBlock, ...], tuple[Link, ...]]:
    """The text of a page, its blocks and its links of attachments.

    Args:
        walk: A walk that is done.

    Returns:
        The text with a line feed between two blocks, the blocks, the links.
    """
    number_tables(walk.tables)
    traits_of = TraitReader(walk.styles).read
    blocks: list[SourceBlock] = []
    links: list[Link] = []
    offset = 0
    make: Any = tuple.__new__  # a third faster than the constructor, which does the same
    levels = _HEADING_LEVELS.get
    for frame, text, linked, bold, size, after_break, attachments in walk.found:
        traits = frame.traits or traits_of(frame)
        around = frame
        while around.blocks < 2 and around.parent is not None:
            around = around.parent
        end = offset + len(text)
        align, strong, indent, large, roles, words = traits
        if text[0] == "\u3000":
            indent += len(text) - len(text.lstrip("\u3000"))
        tag = frame.tag
        blocks.append(
            make(
                SourceBlock,
                (
                    offset,
                    end,
                    tag,
                    make(ElementPath, (frame.step or (None, "html", 1),)),
                    levels(tag),
                    align,
                    bold or strong,
                    indent,
                    size or large,
                    linked / (end - offset) if linked else 0.0,
                    around.linked / around.chars,
                    roles,
                    words,
                    False,
                    after_break,
                    None if frame.cell is None else _data_cell(frame),
                ),
            )
        )
        for href, shown, at in attachments:
            links.append(Link(href, shown, offset + at, offset + at + len(shown)))
        offset = end + 1
    return "\n".join([one.text for one in walk.found]), tuple(blocks), tuple(links)


def _data_cell(frame: Frame) -> Cell | None:
    """The cell in which a block stands, where its table holds data."""
    if frame.cell is None or frame.table is None or frame.table.number is None:
        return None
    return frame.cell._replace(table=frame.table.number)
