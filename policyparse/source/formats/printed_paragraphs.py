"""Paragraphs of printed pages: which lines belong together."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SERIAL, SMALL_ORDINAL
from policyparse.knowledge.line_ends import are_two_words
from policyparse.source.blocks import Alignment
from policyparse.source.formats.block_writer import BlockWriter
from policyparse.source.formats.printed import PrintedLine, PrintedPage
from policyparse.source.formats.printed_furniture import find_furniture
from policyparse.source.formats.printed_margins import USUAL_INDENT, Margins, columns_of, margins_of
from policyparse.source.places import Boxes, LineBox

_SHORT = 1.7
"""A line that ends further from the right margin is the last of its paragraph, in heights of a character."""

_RAGGED = 5.0
"""The same where paragraphs are indented, and the next line is not, in heights of a character."""

_INDENT = 0.9
"""A line that begins further from the left margin is indented, in heights of a character."""

_CENTERED = 1.5
"""A centred line stands at least so far from both margins, in heights of a character."""

_FEWEST_INDENTED = 2
"""Fewest indented lines with a line behind that is not, by which a document is known to indent its paragraphs."""

_WIDE_GAP = 1.6
"""Two lines that stand further apart than this multiple of the usual distance are two paragraphs."""

_SIZES = 0.12
"""Share by which the heights of characters in a paragraph differ at most."""

_NOTE_LINES = 6
"""Most lines of a centred note in brackets."""

_NUMBERED = pattern(
    rf"第[{SERIAL}]|[（(][{SERIAL}]{{1,4}}[）)]|[{SMALL_ORDINAL}]{{1,4}}、|[0-9]{{1,2}}[.．、](?![0-9])|[①-⑳]",
    method="match",
    matches=[
        *("第十二条 各级", "第3章", "（一）加强", "(12)加强", "十二、加强", "3.加强", "3．加强", "3、加强", "⑫加强"),
    ],
    rejects=[
        *("次会议", "一是加强", "3.5倍", "2031、2032", "（以下简称", "各级", "、加强", "()加强", "350.加强"),
        *("二十三二十、加强", "(12000)加强"),
    ],
)
"""How a numbered line begins; a line that goes on may begin so too (第二次会议)."""

_SENTENCE_END = pattern(
    r"[。；：！？!?;:…][”’」』）)]?$",
    matches=["施行。", "下列情形：", "吗？”", "（见附件。）"],
    rejects=["各级人民", "保护，", "湖泊”", "施行。各级"],
)
_WORD = re.compile(r"[0-9A-Za-z]+")
_BRACKETS = (("（", "）"), ("《", "》"), ("〔", "〕"), ("(", ")"))


class _Laid(NamedTuple):
    """A line, and what its place says."""

    line: PrintedLine
    align: Alignment | None
    indent: float
    short: float
    """How far from the right margin it ends, in heights of a character."""
    column: int


def write_paragraphs(pages: Sequence[PrintedPage], writer: BlockWriter) -> None:
    """Join the lines of pages to paragraphs.

    Furniture that stands between two lines of a paragraph is written behind the paragraph.

    Args:
        pages: The pages.
        writer: Takes a block for each paragraph and each piece of furniture.
    """
    furniture = find_furniture(pages)
    laid = _lay(pages, furniture)
    style = _style(laid)
    paragraph: list[_Laid] = []
    above: _Laid | None = None
    waiting: list[PrintedLine] = []
    lines = iter(laid)
    for i, page in enumerate(pages):
        for j, printed in enumerate(page.lines):
            if (i, j) in furniture:
                waiting.append(printed)
                continue
            current = next(lines)
            if paragraph and not _continues(paragraph, current, style):
                above = _write(paragraph, above, style.pitch, writer)
                paragraph = []
                _write_furniture(waiting, writer)
            paragraph.append(current)
    if paragraph:
        _write(paragraph, above, style.pitch, writer)
    _write_furniture(waiting, writer)


def _lay(pages: Sequence[PrintedPage], furniture: set[tuple[int, int]]) -> list[_Laid]:
    """All lines but furniture, with what their place says."""
    kept = [[line for j, line in enumerate(page.lines) if (i, j) not in furniture] for i, page in enumerate(pages)]
    columns = [columns_of(page, lines) for page, lines in zip(pages, kept, strict=True)]
    margins = margins_of(pages, zip(kept, columns, strict=True))
    sizes: Counter[float] = Counter()
    for lines in kept:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return [
        _laid(line, column, margins[i][column], usual)
        for i, lines in enumerate(kept)
        for line, column in zip(lines, columns[i], strict=True)
    ]


def _laid(line: PrintedLine, column: int, margins: Margins, usual: float) -> _Laid:
    size = max(line.size, 1.0)
    before, behind = (line.left - margins.left) / size, (margins.right - line.right) / size
    least, most = USUAL_INDENT
    align: Alignment | None = None
    if before > _CENTERED and behind > _CENTERED and abs(before - behind) < max(1.0, 0.08 * (before + behind)):
        if not least < before < most or line.size > 1.1 * usual:
            align = "center"
    elif behind < 6 and before * size > 0.4 * (margins.right - margins.left):
        align = "right"
    return _Laid(line, align, max(0.0, before), behind, column)


class _Style(NamedTuple):
    """How a document is set.

    Attributes:
        pitch: The usual distance of two lines, in heights of a character.
        indents: Whether the first line of a paragraph is indented and the others are not.
    """

    pitch: float
    indents: bool


def _style(laid: Sequence[_Laid]) -> _Style:
    distances = [
        (b.line.bottom - a.line.bottom) / max(a.line.size, 1.0)
        for a, b in pairwise(laid)
        if a.line.page == b.line.page and a.column == b.column and 0.5 * a.line.size < b.line.bottom - a.line.bottom
    ]
    least, most = USUAL_INDENT
    indented = sum(
        least < a.indent < most and a.short < _SHORT and b.indent < 0.5 and a.align is b.align is None
        for a, b in pairwise(laid)
    )
    return _Style(median(distances) if distances else 2.0, indented >= _FEWEST_INDENTED)


def _continues(paragraph: Sequence[_Laid], current: _Laid, style: _Style) -> bool:
    """Whether a line belongs to the paragraph above it."""
    previous = paragraph[-1]
    a, b = previous.line, current.line
    if abs(a.size - b.size) > _SIZES * max(a.size, b.size):
        return False
    follows = a.page == b.page and previous.column == current.column and b.bottom > a.bottom
    if follows and b.bottom - a.bottom > _WIDE_GAP * style.pitch * max(a.size, b.size):
        return False
    if follows and len(paragraph) < _NOTE_LINES and paragraph[0].line.text[0] in "（(〔《" and _is_open(paragraph):
        return True
    if previous.align or current.align:
        return False
    if _NUMBERED.match(b.text) and (_SENTENCE_END.search(a.text) or previous.short > _SHORT):
        return False
    ragged = style.indents and current.indent < 0.5 and not _SENTENCE_END.search(a.text)
    if previous.short > max(_RAGGED if ragged else _SHORT, _first_word(b.text)):
        return False
    if current.indent > _INDENT:
        least, most = USUAL_INDENT
        if style.indents and least < current.indent < most and previous is paragraph[0]:
            return False
        beside = abs(previous.line.left - b.left) < 0.5 * b.size
        return beside and not _SENTENCE_END.search(a.text) and not _NUMBERED.match(b.text)
    return True


def _first_word(text: str) -> float:
    """Width of the word that did not fit into the line above, in heights of a character."""
    found = _WORD.match(text)
    return 0.6 * len(found[0]) + 0.5 if found else 0.0


def _is_open(paragraph: Sequence[_Laid]) -> bool:
    """Whether a bracket of the paragraph is still open."""
    text = "".join(one.line.text for one in paragraph[-_NOTE_LINES:])
    return any(text.count(left) > text.count(right) for left, right in _BRACKETS)


def _write(paragraph: Sequence[_Laid], above: _Laid | None, pitch: float, writer: BlockWriter) -> _Laid:
    """Write a paragraph; returns its last line."""
    first = paragraph[0]
    pieces: list[str] = []
    boxes: list[LineBox] = []
    length = 0
    for one in paragraph:
        text = one.line.text
        if pieces and are_two_words(pieces[-1], text):
            pieces.append(" ")
            length += 1
        start = writer.offset + length
        boxes.append(LineBox(start, start + len(text), one.line.page, one.line.box))
        pieces.append(text)
        length += len(text)
    writer.add(
        "".join(pieces),
        "p",
        Boxes(tuple(boxes)),
        align=first.align,
        indent=round(first.indent, 1) if first.align is None else 0.0,
        size=round(first.line.size, 1),
        after_break=above is not None and _is_next_of_title(above, first, pitch),
    )
    return paragraph[-1]


def _is_next_of_title(above: _Laid, below: _Laid, pitch: float) -> bool:
    """Whether a line stands under another, both centred and of one size."""
    a, b = above.line, below.line
    return (
        above.align == below.align == "center"
        and a.page == b.page
        and abs(a.size - b.size) <= _SIZES * a.size
        and 0 < b.bottom - a.bottom <= _WIDE_GAP * pitch * a.size
    )


def _write_furniture(waiting: list[PrintedLine], writer: BlockWriter) -> None:
    for line in waiting:
        box = LineBox(writer.offset, writer.offset + len(line.text), line.page, line.box)
        writer.add(line.text, "p", Boxes((box,)), size=round(line.size, 1), furniture=True)
    waiting.clear()
