"""The parts of a decision, from top to bottom.

    decision     ::= announcement? title note? contents? preamble? body signature* annex*
    announcement ::= (公告, 令) number? promulgation signature*

`note` is the 题注, the note in brackets under the title; `contents` the 目录.
"""

import re
from dataclasses import dataclass, field

from policyparse.core.model import Extent
from policyparse.documents.decision import patterns
from policyparse.structure.furniture import is_furniture, starts_tail
from policyparse.structure.layout import Block, Page, Role
from policyparse.structure.numbering import DIVISION_LEVELS, Label, match_label
from policyparse.structure.official import Signature, find_signatures, is_body, is_day, is_officer
from policyparse.structure.provisions import SERIAL, Line, article_style, label_lines
from policyparse.structure.run_on import holds_articles


@dataclass(slots=True)
class Annex:
    """Lines of an annex (附件).

    Attributes:
        label: Label as printed, empty where a statute follows the decision that promulgates it.
        title: Heading.
        blocks: Its lines, the label's line first.
        start: Offset of the text after label and heading.
    """

    label: str
    title: str | None
    blocks: list[Block]
    start: int


@dataclass(slots=True)
class Parts:
    """A decision taken apart; every line of the page after its title is in one part, furniture left out.

    Attributes:
        title: The title, None where the page has none.
        title_extent: Its place.
        head: Short lines above and below the title: numbers, 公告, 令.
        announcement: The announcement before the text.
        note: The 题注.
        contents: The table of contents.
        preamble: Paragraphs before the first provision.
        body: The provisions.
        style: Style of the articles' labels.
        closing: Paragraphs after the last numbered point that are about the whole.
        back: What follows the last provision and is no annex.
        signatures: Of the announcement and at the end.
        annexes: The annexes.
    """

    title: str | None = None
    title_extent: Extent | None = None
    head: list[Block] = field(default_factory=list)
    announcement: list[Block] = field(default_factory=list)
    note: list[Block] = field(default_factory=list)
    contents: list[Block] = field(default_factory=list)
    preamble: list[Block] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    style: str = ""
    closing: list[Block] = field(default_factory=list)
    back: list[Block] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)


def divide(page: Page) -> Parts:
    """Take a page apart.

    Args:
        page: The page of a decision.

    Returns:
        Its parts.
    """
    parts = Parts()
    above, lines = _text_lines(page)
    _set_title(parts, page, above, lines)
    lines = _without_contents(parts, lines)
    parts.style = article_style(lines)
    first = _first_provision(lines, parts.style)
    parts.head += above
    _divide_front(parts, [line.block for line in lines[:first]])
    lines = lines[first:]
    lines = _cut_annexes(parts, lines)
    _cut_back(parts, lines)
    return parts


def _text_lines(page: Page) -> tuple[list[Block], list[Line]]:
    """The short lines above the title, and all lines below it that may belong to the document."""
    title = next((i for i, b in enumerate(page.blocks) if b.role is Role.TITLE), -1)
    above = [
        b for b in page.blocks[: max(title, 0)] if len(b.text) <= patterns.SHORT and patterns.HEAD.search(b.folded)
    ]
    kept: list[Block] = []
    annexed = ended = False
    for block in page.blocks[title + 1 :]:
        ended = ended or (block.role is Role.FURNITURE and starts_tail(block))
        annexed = annexed or (not ended and patterns.ANNEX.match(block.folded) is not None)
        if _may_belong(block) or (annexed and not ended and not is_furniture(block.folded)):
            kept.append(block)
    return above, label_lines(kept)


def _may_belong(block: Block) -> bool:
    if block.role is Role.FURNITURE:
        label = match_label(block.folded)
        return (label is not None and label.kind != "item") or holds_articles(block.folded)
    if block.role in (Role.SOURCE_LINE, Role.BYLINE):
        return (
            is_day(block.folded)
            or match_label(block.folded) is not None
            or patterns.HEAD.search(block.folded) is not None
        )
    return True


def _key(text: str) -> str:
    return re.sub(r"[\s《》〈〉]", "", text)


def _set_title(parts: Parts, page: Page, above: list[Block], lines: list[Line]) -> None:
    """The title as laid out, joined where it is broken; under an order (令, 公告) the title of what it promulgates."""
    title = page.title
    if title is None:
        return
    text, start, end = title.text, title.start, title.end
    note = patterns.NOTE_IN_TITLE.search(title.folded)
    if note:
        text, end = title.text[: note.start()].rstrip(), title.start + note.start()
        parts.note.append(
            Block(Role.PARAGRAPH, end, title.end, title.text[note.start() :], title.folded[note.start() :])
        )
    previous = next((b for b in reversed(page.blocks[: page.blocks.index(title)]) if b.text.strip()), None)
    if patterns.ORDER_TITLE.search(title.folded):
        own = _promulgated_title(lines)
        if own is not None:
            parts.head.append(title)
            text, start, end = own.text, own.start, own.end
            lines[:] = [line for line in lines if line.block is not own]
    elif title.folded.startswith("关于") and previous is not None and is_body(previous.folded):
        text, start = previous.text + text, previous.start
    elif lines and lines[0].label is None and _continues_title(title.folded, lines[0].block.folded):
        text, end = text + lines[0].block.text, lines[0].block.end
        del lines[0]
    parts.title, parts.title_extent = text, (start, end)


def _continues_title(title: str, line: str) -> bool:
    if patterns.INSTRUMENT.search(title) or len(title) + len(line) > 120:
        return False
    return bool(patterns.INSTRUMENT.search(line)) and not re.search(r"[，。；：]", line)


def _promulgated_title(lines: list[Line]) -> Block | None:
    """The line that is the title which the announcement names: 《X》已经……通过，现予公布."""
    for line in lines[:20]:
        named = patterns.PROMULGATED.search(line.block.folded)
        if named:
            key = _key(named[1])
            return next((other.block for other in lines if _key(other.block.folded) == key), None)
    return None


def _entry(label: Label | None) -> tuple[str, int] | None:
    if label is None or label.kind == "article":
        return None
    return (label.style, label.number) if label.kind in DIVISION_LEVELS or label.style == "一、" else None


def _without_contents(parts: Parts, lines: list[Line]) -> list[Line]:
    """Take the table of contents out: a run of headings whose first comes again, with or without 目录 above."""
    for i, line in enumerate(lines):
        if patterns.CONTENTS.match(line.block.folded):
            end = _contents_end(lines, i + 1)
            parts.contents = [x.block for x in lines[i:end]]
            return lines[:i] + lines[end:]
        if patterns.CONTENTS_IN_LINE.match(line.block.folded):
            parts.contents = [line.block]
            return lines[:i] + lines[i + 1 :]
        if line.label is not None:
            if line.label.kind not in DIVISION_LEVELS:
                return lines
            end = _contents_end(lines, i)
            repeats = end < len(lines) and _entry(lines[end].label) == _entry(line.label)
            if end - i >= 2 and repeats:
                parts.contents = [x.block for x in lines[i:end]]
                return lines[:i] + lines[end:]
            return lines
    return lines


def _contents_end(lines: list[Line], i: int) -> int:
    """Index of the line after the table of contents that starts at `i`."""
    first: tuple[str, int] | None = None
    for j in range(i, len(lines)):
        text, label = lines[j].block.folded, lines[j].label
        if patterns.LEADER.search(text):
            first = first or _entry(label)
            continue
        entry = _entry(label)
        if entry is not None and entry == first:
            return j
        first = first or entry
        if label is not None and label.kind == "article":
            return j
        if text[-1] in "。；：" or len(text) > patterns.SHORT or patterns.NOTE.match(text):
            return j
        if entry is None and _names_instrument(text):
            return j
    return len(lines)


def _names_instrument(text: str) -> bool:
    """Whether a line of a table of contents is the title of the statute again."""
    return len(text) >= 6 and bool(patterns.INSTRUMENT.search(text))


def _first_provision(lines: list[Line], style: str) -> int:
    for i, line in enumerate(lines):
        label = line.label
        if label is None:
            continue
        if label.kind in DIVISION_LEVELS or label.style == style:
            return i
        if style == SERIAL and label.style == "一、" and i + 1 < len(lines):
            following = lines[i + 1].label
            if following is not None and following.kind == "article":
                return i
    return len(lines)


def _divide_front(parts: Parts, front: list[Block]) -> None:
    rest = _cut_announcement(parts, front)
    i = 0
    while i < len(rest):
        block = rest[i]
        if not parts.preamble and (patterns.NOTE.match(block.folded) or patterns.BARE_NOTE.match(block.folded)):
            end = _note_end(rest, i)
            parts.note += rest[i:end]
            i = end
            continue
        if block.folded[-1] in "。：；！" or len(block.folded) > patterns.SHORT:
            parts.preamble.append(block)
        else:
            parts.head.append(block)
        i += 1
    if len(parts.preamble) > 1 and patterns.ADDRESSEE.match(parts.preamble[0].folded):
        del parts.preamble[0]


def _note_end(blocks: list[Block], i: int) -> int:
    """A note runs to its closing bracket, at most over twenty lines."""
    depth = 0
    for j in range(i, min(len(blocks), i + 20)):
        depth += blocks[j].folded.count("（") - blocks[j].folded.count("）")
        if depth <= 0:
            return j + 1
    return i + 1


def _cut_announcement(parts: Parts, front: list[Block]) -> list[Block]:
    """The announcement ends where the title stands again, else with its own signature."""
    title = _key(parts.title or "")
    for i in reversed(range(len(front))):
        end = _repeats(front, i, title) if title else None
        if end is not None:
            _announce(parts, front[:i])
            return front[end:]
    for i, block in enumerate(front):
        if patterns.PROMULGATION.search(block.folded) and not patterns.NOTE.match(block.folded):
            end = i + 1
            while end < len(front) and (
                is_body(front[end].folded) or is_officer(front[end].folded) or is_day(front[end].folded)
            ):
                end += 1
            _announce(parts, front[:end])
            return front[end:]
    return front


def _announce(parts: Parts, blocks: list[Block]) -> None:
    notes = [b for b in blocks if patterns.NOTE.match(b.folded)]
    parts.note += notes
    parts.announcement = [b for b in blocks if b not in notes]
    parts.signatures += find_signatures([(b.folded, b.text, b.start) for b in parts.announcement])


def _repeats(front: list[Block], i: int, title: str) -> int | None:
    """Index after the lines from `i` that together are the title."""
    key = ""
    for j in range(i, min(len(front), i + 4)):
        key += _key(front[j].folded)
        if key == title:
            return j + 1
        if not title.startswith(key):
            return None
    return None


def _cut_annexes(parts: Parts, lines: list[Line]) -> list[Line]:
    starts: list[int] = []
    seen = False
    for i, line in enumerate(lines):
        if line.label is not None:
            seen = seen or line.label.style == parts.style
            if line.label.kind == "article" and parts.style != SERIAL and line.label.number == 1 and line.label.spaced:
                starts.append(_statute_start(lines, i))
                break
        elif seen and patterns.ANNEX.match(line.block.folded):
            starts.append(i)
    if not starts:
        return lines
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        blocks = [line.block for line in lines[start:end]]
        signatures = list(find_signatures([(b.folded, b.text, b.start) for b in blocks]))
        if signatures and start == starts[0]:
            parts.signatures += signatures
            parts.back += blocks[signatures[0].first :]
            blocks = blocks[: signatures[0].first]
        if end < len(lines) and signatures:
            continue  # 附件说明 above the signature lists the annexes that follow below it
        _annex(parts, blocks)
    return lines[: starts[0]]


def _statute_start(lines: list[Line], article: int) -> int:
    """The first line of the title, note and headings above the first article of an attached statute."""
    i = article
    while i > 0 and not lines[i - 1].block.folded.endswith(("。", "；")):
        label = lines[i - 1].label
        if label is not None and label.kind not in DIVISION_LEVELS:
            break
        i -= 1
    return i


def _annex(parts: Parts, blocks: list[Block]) -> None:
    first = blocks[0]
    match = patterns.ANNEX.match(first.folded)
    label = first.text[: match.end(1)].strip() if match else ""
    start = match.end() if match else 0
    if match and start < len(first.text):
        rest = first.folded[start:]
        listed = any(_key(a.label) == _key(label) for a in parts.annexes)
        if rest and not listed and len(rest) <= patterns.SHORT and rest[-1] not in "。；":
            parts.annexes.append(Annex(label, first.text[start:].strip(), blocks, first.end))
            return
        parts.annexes.append(Annex(label, None, blocks, first.start + start))
        return
    heading = blocks[1] if match and len(blocks) > 1 else first if not match else None
    if heading is not None and len(heading.text) <= 60 and heading.folded[-1] not in "。；，":
        parts.annexes.append(Annex(label, heading.text, blocks, heading.end))
    else:
        parts.annexes.append(Annex(label, None, blocks, first.start + start))


def _cut_back(parts: Parts, lines: list[Line]) -> None:
    """The body ends before the signature, a note in brackets, or a short line that ends no sentence."""
    last = max((i for i, line in enumerate(lines) if line.label and (line.label.style == parts.style)), default=-1)
    end = len(lines)
    for i in range(last + 1, len(lines)):
        line = lines[i]
        label_only = i == last + 1 and last >= 0 and lines[last].label is not None and _is_bare(lines[last])
        if line.label is None and not label_only and _ends_body(line.block.folded):
            end = i
            break
    closing = next(
        (i for i in range(last + 1, end) if parts.style != SERIAL and patterns.CLOSING.match(lines[i].block.folded)),
        end,
    )
    parts.closing = [line.block for line in lines[closing:end]]
    parts.body = lines[:closing]
    back = [line.block for line in lines[end:]]
    parts.back[:0] = back
    parts.signatures += find_signatures([(b.folded, b.text, b.start) for b in back])


def _is_bare(line: Line) -> bool:
    return line.label is not None and line.label.end >= len(line.block.folded)


def _ends_body(line: str) -> bool:
    if patterns.AFTER_END.match(line):
        return True
    return len(line) <= 40 and line[-1] not in "。；：，、！？”）》…"
