"""One walk over the tree of a web page: elements and text in, blocks out.

The loop sees every node, so it does as little as it can for each: what an element means is asked of a table of
handlers, and what a block inherits from its ancestors is worked out afterwards, for the elements that hold text.
"""

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from policyparse.source.formats.html_elements import BLOCK_TAGS, SKIPPED_TAGS, Frame, Styles
from policyparse.source.formats.html_tables import Table

ATTACHMENT = re.compile(r"\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|cebx?|zip|rar|7z|rtf|csv)(?:[?#]|$)", re.IGNORECASE)
"""The end of the address of a file, not of a page."""

_BLANK = " \t\n\r\f\xa0"
_BLANK_BEHIND = _BLANK + "\u3000"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = " \t\n\r\f\v\xa0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_Effect = Frame | Literal["skip", "bold", "link"] | None
"""What ends where an element ends: a block element, bold text, a link; `skip` where nothing of it is seen."""

_TEXT, _COMMENT = 2, 4
"""Numbers of text and comments in lexbor (`lxb_tag_id_t`)."""

_Handler = Callable[[Any, str, int], _Effect]


class Found(NamedTuple):
    """A block before all of the page is known.

    Attributes:
        frame: The block element in which it stands.
        text: Its text.
        linked: Number of its characters that stand in links.
        bold: Whether most of it is bold by elements inside the block element.
        size: Height of its characters in points, where an element inside says it.
        after_break: Whether it continues the block before behind a line break.
        links: Attachments: address, text, offset in the block.
    """

    frame: Frame
    text: str
    linked: int
    bold: bool
    size: float | None
    after_break: bool
    links: tuple[tuple[str, str, int], ...]


class Walk:
    """Finds the blocks of a page in one pass, without recursion.

    Attributes:
        found: The blocks, in order.
        tables: The tables, in order.
        styles: Reads style attributes.
    """

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.tables: list[Table] = []
        self.styles = Styles()
        self._frame = Frame(None, "html", None, {})
        self._stack: list[tuple[Any, int, _Effect]] = []
        self._pieces: list[str] = []
        self._broken = False
        self._preformatted = 0
        self._handlers: dict[str, _Handler] = dict.fromkeys(SKIPPED_TAGS, self._skip)
        self._handlers |= dict.fromkeys(BLOCK_TAGS, self._enter_block)
        self._handlers |= dict.fromkeys(("b", "strong", "span", "font", "label", "em", "i"), self._enter_inline)
        self._handlers |= {"a": self._enter_link, "br": self._break, "table": self._enter_table, "tr": self._enter_row}
        self._handlers |= {"td": self._enter_cell, "th": self._enter_cell}
        self._known: dict[int, tuple[_Handler | None, str]] = {}
        self._begin()
        self._link_from = self._bold_from = -1
        self._href = ""

    def _begin(self) -> None:
        """Begin the next block."""
        self._pieces.clear()
        self._size: float | None = None
        self._linked = self._bold = 0
        self._attachments: list[tuple[str, int, int]] = []

    def walk(self, root: Any) -> None:
        """Walk over `root`, an element of selectolax, and all in it."""
        node, number = root, 0
        stack, pieces, known = self._stack, self._pieces, self._known
        while True:
            kind = node.tag_id
            if kind == _TEXT:
                text = node.text_content
                if pieces or not text.isspace():
                    pieces.append(text)
            elif kind != _COMMENT:
                number += 1
                child = node.child
                handler, tag = known.get(kind) or self._learn(kind, node.tag)
                effect = None if handler is None else handler(node, tag, number)
                if child is not None and effect != "skip":
                    stack.append((node, number, effect))
                    node, number = child, 0
                    continue
                if effect is not None:
                    self._leave(effect)
            following = node.next
            while following is None:
                if not stack:
                    return
                node, number, effect = stack.pop()
                if effect is not None:
                    self._leave(effect)
                following = node.next if stack else None
            node = following

    def _learn(self, kind: int, tag: str) -> tuple[_Handler | None, str]:
        """The handler of an element that the page has for the first time, and its tag."""
        known = self._known[kind] = self._handlers.get(tag), tag
        return known

    def _skip(self, node: Any, tag: str, number: int) -> _Effect:
        return "skip"

    def _break(self, node: Any, tag: str, number: int) -> _Effect:
        if self._pieces:
            self._flush()
        self._broken = True
        return None

    def _enter_block(self, node: Any, tag: str, number: int) -> _Effect:
        given = node.attributes
        if given and ("style" in given or "hidden" in given) and self._is_hidden(given):
            return "skip"
        if self._pieces:
            self._flush()
        self._broken = False
        around, stack = self._frame, self._stack
        direct = not stack or stack[-1][2] is around
        step = (around.step, tag, number) if direct else around.inside(stack, tag, number)
        self._frame = frame = Frame(around, tag, step, given)
        if tag == "pre":
            self._preformatted += 1
        return frame

    def _enter_table(self, node: Any, tag: str, number: int) -> _Effect:
        frame = self._enter_block(node, tag, number)
        if isinstance(frame, Frame):
            frame.table, frame.cell = Table(frame.table), None
            self.tables.append(frame.table)
        return frame

    def _enter_row(self, node: Any, tag: str, number: int) -> _Effect:
        frame = self._enter_block(node, tag, number)
        if isinstance(frame, Frame) and frame.table is not None:
            frame.table.open_row()
        return frame

    def _enter_cell(self, node: Any, tag: str, number: int) -> _Effect:
        frame = self._enter_block(node, tag, number)
        if isinstance(frame, Frame) and frame.table is not None:
            given = frame.given
            frame.cell = frame.table.add_cell(given.get("rowspan"), given.get("colspan"), tag == "th")
        return frame

    def _enter_link(self, node: Any, tag: str, number: int) -> _Effect:
        given = node.attributes
        if ("style" in given or "hidden" in given) and self._is_hidden(given):
            return "skip"
        href = given.get("href")
        if href is None or self._link_from >= 0:
            return None
        self._link_from, self._href = len(self._pieces), href
        return "link"

    def _enter_inline(self, node: Any, tag: str, number: int) -> _Effect:
        given = node.attributes
        bold = tag in ("b", "strong")
        if given:
            if self._is_hidden(given):
                return "skip"
            style = self.styles.read(given.get("style"))
            bold = bold or style.bold is True
            if style.size and not self._pieces:
                self._size = style.size
        if not bold or self._bold_from >= 0:
            return None
        self._bold_from = len(self._pieces)
        return "bold"

    def _is_hidden(self, given: dict[str, str | None]) -> bool:
        return "hidden" in given or ("style" in given and self.styles.read(given["style"]).hidden)

    def _leave(self, effect: Frame | str) -> None:
        """End what began with an element."""
        if isinstance(effect, Frame):
            if self._pieces:
                self._flush()
            self._broken = False
            if effect.tag == "pre":
                self._preformatted -= 1
            self._frame = outer = effect.parent or effect
            if effect.blocks:
                outer.chars += effect.chars
                outer.linked += effect.linked
                outer.blocks += effect.blocks
        elif effect == "link":
            self._end_link()
            self._link_from = -1
        elif effect == "bold":
            self._bold += self._length(self._bold_from)
            self._bold_from = -1

    def _end_link(self) -> None:
        self._linked += self._length(self._link_from)
        if self._href and ATTACHMENT.search(self._href):
            self._attachments.append((self._href, self._link_from, len(self._pieces)))

    def _length(self, start: int) -> int:
        """Number of visible characters of the block from a piece on."""
        pieces = self._pieces
        return len((pieces[start] if len(pieces) == start + 1 else "".join(pieces[start:])).strip(_UNSEEN))

    def _flush(self) -> None:
        """End the block that is being read."""
        pieces = self._pieces
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        if text.strip(_UNSEEN):
            if self._link_from >= 0:
                self._end_link()
            if self._bold_from >= 0:
                self._bold += self._length(self._bold_from)
            if self._preformatted and "\n" in text.strip():
                self._add_lines(text)
            else:
                self._add(text)
            self._begin()
        else:
            pieces.clear()
        if self._link_from > 0:
            self._link_from = 0
        if self._bold_from > 0:
            self._bold_from = 0

    def _add_lines(self, text: str) -> None:
        """Add preformatted lines, each as a block."""
        for line in text.split("\n"):
            if line.strip(_UNSEEN):
                self._add(line)
                self._broken = True
                self._attachments = []

    def _add(self, text: str) -> None:
        frame = self._frame
        text = _collapsed(text.lstrip(_BLANK).rstrip(_BLANK_BEHIND))
        length = len(text)
        linked = min(self._linked, length) if self._linked else 0
        follows = self._broken and bool(self.found) and self.found[-1].frame is frame
        links = tuple([self._placed(link, text) for link in self._attachments]) if self._attachments else ()
        self.found.append(Found(frame, text, linked, 2 * self._bold > length, self._size, follows, links))
        frame.chars += length
        frame.linked += linked
        frame.blocks += 1

    def _placed(self, link: tuple[str, int, int], text: str) -> tuple[str, str, int]:
        """Address, text and offset in the block of a link."""
        href, start, end = link
        shown = _collapsed("".join(self._pieces[start:end])).strip(" \xa0\u3000")
        before = _collapsed("".join(self._pieces[:start])).lstrip(" \xa0")
        return href, shown, max(0, text.find(shown, max(0, len(before) - 1)))


def _collapsed(text: str) -> str:
    """The text with one space for each run of blanks, as a browser shows it."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return _BLANKS.sub(" ", text)
    return text
