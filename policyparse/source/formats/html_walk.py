"""One walk over the tree of a web page: elements and text in, blocks out."""

import re
from typing import Any, NamedTuple

from policyparse.source.blocks import Link, SourceBlock
from policyparse.source.formats.html_elements import (
    BLOCK_TAGS,
    BOLD_TAGS,
    CELL_TAGS,
    HEADING_LEVELS,
    SKIPPED_TAGS,
    Attributes,
    Frame,
    indent_of,
)
from policyparse.source.formats.html_tables import number_tables
from policyparse.source.places import ElementPath, Step

ATTACHMENT = re.compile(r"\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|cebx?|zip|rar|7z|rtf|csv)(?:[?#]|$)", re.IGNORECASE)
"""The end of the address of a file, not of a page."""

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff]")


class Context(NamedTuple):
    """What holds for the text at a point of the walk.

    Attributes:
        frame: The innermost block element.
        bold: Whether text is bold.
        size: Height of the characters in points.
        href: Address of the link in which text stands.
        link_from: Number of pieces of the block in front of that link.
        pre: Whether line feeds are kept.
    """

    frame: Frame
    bold: bool = False
    size: float | None = None
    href: str | None = None
    link_from: int = 0
    pre: bool = False


class Found(NamedTuple):
    """A block before all of the page is known."""

    frame: Frame
    text: str
    visible: int
    linked: int
    bold: bool
    size: float | None
    after_break: bool
    links: tuple[tuple[str, str, int], ...]
    """Attachments: address, text, offset in the block."""


class Walk:
    """Finds the blocks of a page in one pass, without recursion.

    Attributes:
        found: The blocks, in order.
    """

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._attributes = Attributes()
        self._begin()
        self._broken = False

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._visible = self._linked = self._bold = 0
        self._size: float | None = None
        self._links: list[tuple[str, int, int]] = []

    def walk(self, root: Any) -> None:
        """Walk over `root`, an element of selectolax, and all in it."""
        node, step, number = root, None, 0
        context = Context(Frame(None, (None, "html", 1), "html"))
        stack: list[tuple[Any, Step | None, int, Context]] = []
        while True:
            tag = node.tag
            child = None
            if tag == "-text":
                self._add(node.text_content, context)
            elif tag == "br":
                number += 1
                self._flush(context.frame)
                self._broken = True
            elif tag[0] != "-":
                number += 1
                child = node.child
                if tag in SKIPPED_TAGS:
                    child = None
                elif tag in BLOCK_TAGS:
                    self._flush(context.frame)
                    self._broken = False
                if child is not None:
                    inside: Step = (step, tag, number)
                    inner = self._enter(tag, node.attributes, inside, context)
                    if inner is not None:
                        stack.append((node, step, number, context))
                        node, step, number, context = child, inside, 0, inner
                        continue
            following = node.next
            while following is None:
                if not stack:
                    return
                inner = context
                node, step, number, context = stack.pop()
                if inner is not context:
                    self._leave(inner, context)
                if not stack:
                    return
                following = node.next
            node = following

    def _enter(self, tag: str, given: dict[str, str | None], step: Step, context: Context) -> Context | None:
        """What holds in an element; None where nothing of it is visible."""
        frame, bold, size, href, link_from, pre = context
        if tag in BLOCK_TAGS:
            frame = Frame(frame, step, tag)
            if tag in CELL_TAGS:
                frame.place(given)
        elif not given and tag not in BOLD_TAGS:
            return context
        elif tag == "a" and given.get("href") is not None:
            href, link_from = given["href"], len(self._pieces)
        if given:
            if "hidden" in given:
                return None
            if frame.step is step:
                frame.take(given, self._attributes)
            value = given.get("style")
            if value:
                style = self._attributes.style(value)
                if style.hidden:
                    return None
                if style.bold is not None:
                    bold = style.bold
                size = style.size or size
        if tag in BOLD_TAGS:
            bold = True
        return Context(frame, bold, size, href, link_from, pre or tag == "pre")

    def _leave(self, inner: Context, outer: Context) -> None:
        if inner.href is not outer.href and inner.href and ATTACHMENT.search(inner.href):
            self._links.append((inner.href, inner.link_from, len(self._pieces)))
        frame = inner.frame
        if frame is not outer.frame:
            self._flush(frame)
            self._broken = False
            outer.frame.chars += frame.chars
            outer.frame.links += frame.links
            outer.frame.blocks += frame.blocks

    def _add(self, text: str, context: Context) -> None:
        if context.pre and "\n" in text:
            for line in text.split("\n"):
                self._add(line, context)
                self._flush(context.frame)
                self._broken = True
            return
        self._pieces.append(text)
        count = len(text.strip())
        if count:
            self._visible += count
            if context.href is not None:
                self._linked += count
            if context.bold:
                self._bold += count
            if self._size is None:
                self._size = context.size

    def _flush(self, frame: Frame) -> None:
        """End the block that is being read."""
        if not self._visible:
            if self._pieces and not self._links:
                self._pieces.clear()
            return
        pieces = self._pieces
        text = _BLANKS.sub(" ", "".join(pieces)).strip(" \xa0").rstrip("\u3000 \xa0")
        if _VISIBLE.search(text):
            follows = self._broken and bool(self.found) and self.found[-1].frame is frame
            links = tuple(_placed(link, pieces, text) for link in self._links)
            bold = 2 * self._bold > self._visible
            self.found.append(Found(frame, text, self._visible, self._linked, bold, self._size, follows, links))
            frame.chars += self._visible
            frame.links += self._linked
            frame.blocks += 1
        self._begin()


def _placed(link: tuple[str, int, int], pieces: list[str], text: str) -> tuple[str, str, int]:
    """Address, text and offset in the block of a link."""
    href, start, end = link
    shown = _BLANKS.sub(" ", "".join(pieces[start:end])).strip(" \xa0\u3000")
    before = _BLANKS.sub(" ", "".join(pieces[:start])).lstrip(" \xa0")
    return href, shown, max(0, text.find(shown, max(0, len(before) - 1)))


def source_blocks(found: list[Found]) -> tuple[str, tuple[SourceBlock, ...], tuple[Link, ...]]:
    """The text of a page, its blocks and its links of attachments.

    Args:
        found: What a walk found.

    Returns:
        The text with a line feed between two blocks, the blocks, the links.
    """
    number_tables([f.frame.table for f in found if f.frame.table is not None])
    blocks: list[SourceBlock] = []
    links: list[Link] = []
    offset = 0
    for one in found:
        frame, text = one.frame, one.text
        around = frame.container
        end = offset + len(text)
        blocks.append(
            SourceBlock(
                offset,
                end,
                frame.tag,
                ElementPath(frame.step),
                HEADING_LEVELS.get(frame.tag),
                frame.align,
                one.bold,
                indent_of(text, frame.indent),
                one.size,
                one.linked / one.visible,
                around.links / around.chars,
                frame.roles,
                frame.words,
                False,
                one.after_break,
                frame.data_cell,
            )
        )
        for href, shown, at in one.links:
            links.append(Link(href, shown, offset + at, offset + at + len(shown)))
        offset = end + 1
    return "\n".join(one.text for one in found), tuple(blocks), tuple(links)
