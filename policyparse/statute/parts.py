"""The parts of a decision, from top to bottom.

    decision     ::= announcement? title note? contents? preamble? body closing? signature* annex*
    announcement ::= (公告 | 令)? number? promulgation signature*  |  addressee letter signature*

`note` is the 题注, the note in brackets under the title; `contents` the 目录. The letter of a notice that issues a
measure (关于印发《X》的通知) announces it: the text is that of X.
"""

import re
from dataclasses import dataclass, field

from policyparse.language.bodies import is_body_line
from policyparse.language.days import is_day_line
from policyparse.language.labels import DIVISION_LEVELS, match_label
from policyparse.language.notes import is_note
from policyparse.language.official import is_officer
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.provisions import AnnexDraft
from policyparse.page.furniture import is_furniture, starts_tail
from policyparse.page.index_table import is_index_line
from policyparse.page.layout import Block, Page, Role
from policyparse.page.signatures import Signature, signatures_of
from policyparse.statute import patterns
from policyparse.statute.annexes import LABEL, cut_annexes
from policyparse.statute.contents import cut_contents
from policyparse.statute.labelled_lines import SERIAL, Line, article_style, label_lines
from policyparse.statute.run_on import holds_articles

_NOTE_LINES = 20
_SIGNER_LENGTH = 16
"""Maximum length of a line with an office and a name, in characters."""

_POINTS = 3
"""So many numbered points show how a document is made."""


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
        annexes: Drafts of annexes.
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
    annexes: list[AnnexDraft] = field(default_factory=list)


def divide(page: Page) -> Parts:
    """Take a page apart.

    Args:
        page: The page of a decision.

    Returns:
        Its parts.
    """
    parts = Parts()
    lines = _text_lines(parts, page)
    _set_title(parts, page, lines)
    parts.contents, lines = cut_contents(lines, "".join((parts.title or "").split()))
    parts.style = article_style(lines)
    if _is_list(lines, parts.style):
        parts.style = ""
    first = _first_provision(lines, parts.style)
    _divide_front(parts, [line.block for line in lines[:first]])
    cut = cut_annexes(lines[first:], parts.style)
    parts.annexes, parts.back = cut.annexes, cut.back
    parts.signatures += cut.signatures
    _divide_back(parts, cut.lines)
    return parts


def _text_lines(parts: Parts, page: Page) -> list[Line]:
    """All lines below the title that may belong to the document; short ones with a number above it go to the head."""
    title = _title_index(page)
    laid_out = next((i for i, b in enumerate(page.blocks) if b.role is Role.TITLE), -1)
    above = page.blocks[: max(title, 0)]
    parts.head = [b for b in above if len(b.text) <= patterns.SHORT and patterns.HEAD.search(b.folded)]
    kept: list[Block] = page.blocks[title + 1 : laid_out + 1]
    annexed = ended = False
    for block in page.blocks[laid_out + 1 :]:
        ended = ended or (block.role is Role.FURNITURE and starts_tail(block.folded))
        annexed = annexed or (not ended and block.folded[0] == "附" and LABEL.match(block.folded) is not None)
        if (
            _may_belong(block)
            or (kept and _is_bare_heading(kept[-1].folded))
            or (annexed and not ended and not is_furniture(block.folded))
        ):
            kept.append(block)
    return label_lines(kept)


def _title_index(page: Page) -> int:
    """Index of the title, -1 where there is none; a line inside a note is none, the title stands above the note."""
    title = next((i for i, b in enumerate(page.blocks) if b.role is Role.TITLE), -1)
    depth = 0
    for i in reversed(range(max(1, title - _NOTE_LINES), title)):
        line = page.blocks[i].folded
        depth += line.count("（") - line.count("）")
        if is_note(line):
            return i - 1 if depth > 0 else title
    return title


def _is_bare_heading(line: str) -> bool:
    """Whether a line is the label of a division, whose title must be the next line."""
    label = match_label(line) if line[0] == "第" and len(line) <= 10 else None
    return label is not None and label.kind in DIVISION_LEVELS and label.body >= len(line)


def _may_belong(block: Block) -> bool:
    """Whether a line is of the document; one that was taken for furniture or a source line is, by its numbers."""
    if block.role is Role.FURNITURE:
        label = match_label(block.folded)
        if (label is not None and label.kind != "item") or holds_articles(block.folded):
            return True
        return patterns.ORDER_NUMBER.fullmatch(block.folded) is not None
    if block.role in (Role.SOURCE_LINE, Role.BYLINE):
        line = block.folded
        return (
            is_day_line(line) or is_officer(line) or match_label(line) is not None or bool(patterns.HEAD.search(line))
        )
    return True


def _key(text: str) -> str:
    return re.sub(r"[\s《》〈〉]", "", text)


def _set_title(parts: Parts, page: Page, lines: list[Line]) -> None:
    """The title as laid out, joined where it is broken; under an order (令, 公告) the title of what it promulgates."""
    index = _title_index(page)
    if index < 0:  # an order whose own name and number stand on one line has no other title
        own = _promulgated_title(page, 0, lines) if any(b.role is Role.NUMBER for b in page.blocks) else None
        if own is not None:
            parts.title, parts.title_extent = own
        return
    title = page.blocks[index]
    text, start, end = title.text, title.start, title.end
    note = patterns.NOTE_IN_TITLE.search(title.folded)
    if note:
        at = note.start()
        text, end = title.text[:at].rstrip(), title.start + at
        parts.note.append(Block(Role.PARAGRAPH, end, title.end, title.text[at:], title.folded[at:]))
    if patterns.ORDER_TITLE.search(title.folded) or is_body_line(title.folded):
        own = _promulgated_title(page, index, lines)
        if own is not None:
            parts.head.append(title)
            text, (start, end) = own
    elif title.folded.startswith("关于") and index and is_body_line(page.blocks[index - 1].folded):
        text, start = page.blocks[index - 1].text + text, page.blocks[index - 1].start
    elif lines and lines[0].label is None and _continues_title(title.folded, lines[0].block.folded):
        text, end = text + lines[0].block.text, lines[0].block.end
        del lines[0]
    parts.title, parts.title_extent = text, (start, end)


def _continues_title(title: str, line: str) -> bool:
    if patterns.INSTRUMENT.search(title) or len(title) + len(line) > 2 * patterns.SHORT:
        return False
    return bool(patterns.INSTRUMENT.search(line)) and not re.search("[，。；：]", line)


def _promulgated_title(page: Page, index: int, lines: list[Line]) -> tuple[str, Extent] | None:
    """The title that the announcement names (《X》已经……通过，现予公布), with its place.

    It stands on lines of its own below, which are taken out of `lines`, or above the order; else in the announcement.
    """
    for i, line in enumerate(lines[:_NOTE_LINES]):
        named = patterns.PROMULGATED.search(line.block.folded)
        if named is None:
            continue
        key = _key(named[1])
        blocks = [other.block for other in lines[i + 1 :]]
        for j in range(len(blocks)):
            end = _repeats(blocks, j, key)
            if end is not None:
                found = blocks[j:end]
                del lines[i + 1 + j : i + 1 + end]
                return "".join(block.text for block in found), (found[0].start, found[-1].end)
        above = next((block for block in reversed(page.blocks[:index]) if _key(block.folded) == key), None)
        if above is not None:
            return above.text, above.extent
        if patterns.PROMULGATION.search(line.block.folded) and article_style(lines) == SERIAL:
            start = line.block.start + named.start(1)
            return line.block.text[slice(*named.span(1))], (start, start + len(named[1]))
        return None
    return None


def _is_list(lines: list[Line], style: str) -> bool:
    """Whether the only numbering is that of a list inside a paragraph: 有下列情形之一的，属于……：（一）……；."""
    if not style.startswith("（"):
        return False
    first = next((i for i, line in enumerate(lines) if line.label and line.label.style == style), 0)
    if not first or lines[first - 1].block.folded[-1] != "：":
        return False
    return lines[first - 1].label is None and lines[first].block.folded[-1] == "；"


def _first_provision(lines: list[Line], style: str) -> int:
    """Index of the first division or article; 一、 counts over articles as well."""
    for i, line in enumerate(lines):
        label = line.label
        if label is None:
            continue
        if label.kind in DIVISION_LEVELS or label.style == style:
            return i
        following = lines[i + 1].label if i + 1 < len(lines) else None
        if style == SERIAL and label.style == "一、" and following is not None and following.kind == "article":
            return i
    return len(lines)


def _divide_front(parts: Parts, front: list[Block]) -> None:
    """Announcement, note and preamble; a line with an addressee (主送机关) is none of them."""
    rest = _cut_announcement(parts, front)
    i = 0
    while i < len(rest):
        block = rest[i]
        if not parts.preamble and (is_note(block.folded)):
            end = _note_end(rest, i)
            parts.note += rest[i:end]
            i = end
            continue
        if is_index_line(block.folded):
            parts.head.append(block)
            i += 1
            continue
        is_prose = block.folded.rstrip("”")[-1:] in tuple("。：；！") or len(block.folded) > patterns.SHORT
        (parts.preamble if is_prose else parts.head).append(block)
        i += 1
    if len(parts.preamble) > 1 and patterns.ADDRESSEE.match(parts.preamble[0].folded):
        del parts.preamble[0]


def _note_end(blocks: list[Block], i: int) -> int:
    """A note runs to its closing bracket, at most over twenty lines."""
    depth = 0
    for j in range(i, min(len(blocks), i + _NOTE_LINES)):
        depth += blocks[j].folded.count("（") - blocks[j].folded.count("）")
        if depth <= 0:
            return j + 1
    return i + 1


def _cut_announcement(parts: Parts, front: list[Block]) -> list[Block]:
    """The announcement ends where the title stands again, or that of what a notice issues, else with its own signature.

    Returns what follows.
    """
    title = _key(parts.title or "")
    issues = patterns.ISSUES.search(title)
    titles = [title, *issues.groups()] if issues else [title] if title else []
    for i in reversed(range(len(front))):
        end = next((end for key in titles if (end := _repeats(front, i, key)) is not None), None)
        if end is not None and not any(_promulgates(block) for block in front[end:]):
            _announce(parts, front[:i])
            return front[end:]
    signed = next((i + 1 for i, b in enumerate(front) if patterns.FULL_TEXT.search(b.folded)), 0)
    signed = signed or (_signed(front) if issues else 0)
    if signed:
        _announce(parts, front[:signed])
        return front[signed:]
    for i, block in enumerate(front):
        if _promulgates(block):
            end = i + 1
            while end < len(front) and (_is_signing(front[end].folded) or _signs(front, end)):
                end += 1
            _announce(parts, front[:end])
            return front[end:]
    return front


def _signed(front: list[Block]) -> int:
    """Index after the last signature among lines, 0 where none is signed: a body, and the day below it."""
    signed = (
        i
        for i in reversed(range(2, len(front) + 1))
        if is_day_line(front[i - 1].folded) and is_body_line(front[i - 2].folded)
    )
    return next(signed, 0)


def _signs(front: list[Block], i: int) -> bool:
    """Whether a short line stands right above a day: who signs, the name glued to the office (总理方以安)."""
    line = front[i].folded
    return (
        i + 1 < len(front)
        and len(line) <= _SIGNER_LENGTH
        and line[-1] not in "。：；，"
        and is_day_line(front[i + 1].folded)
    )


def _is_signing(line: str) -> bool:
    return is_body_line(line) or is_officer(line) or is_day_line(line)


def _announce(parts: Parts, blocks: list[Block]) -> None:
    parts.note += [b for b in blocks if is_note(b.folded)]
    parts.announcement = [b for b in blocks if not is_note(b.folded)]
    parts.signatures += signatures_of(parts.announcement)


def _promulgates(block: Block) -> bool:
    """Whether a line is the sentence that promulgates."""
    return bool(patterns.PROMULGATION.search(block.folded)) and not is_note(block.folded)


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


def _divide_back(parts: Parts, lines: list[Line]) -> None:
    """The body ends before the signature, a note in brackets, or a short line that ends no sentence."""
    last = max((i for i, line in enumerate(lines) if line.label and line.label.style == parts.style), default=-1)
    label = lines[last].label if last >= 0 else None
    bare = label is not None and label.end >= len(lines[last].block.folded)
    after = range(last + 2 if bare else last + 1, len(lines))
    end = next((i for i in after if lines[i].label is None and _ends_body(lines[i].block.folded)), len(lines))
    closing = end
    if parts.style != SERIAL:
        closing = next((i for i in range(last + 1, end) if patterns.CLOSING.match(lines[i].block.folded)), end)
        closing = min(closing, _appeal(lines, end))
    parts.body = lines[:closing]
    parts.closing = [line.block for line in lines[closing:end]]
    back = [line.block for line in lines[end:]]
    parts.back = back + parts.back
    parts.signatures += signatures_of(back)


def _appeal(lines: list[Line], end: int) -> int:
    """Index of the paragraph below the last point that turns to all, `end` where there is none.

    各地区、各部门要…… is one where every point before is one paragraph, so that a second can be no part of the last.
    """
    labelled = [i for i in range(end) if lines[i].label is not None]
    if len(labelled) < _POINTS or labelled[-1] - labelled[0] >= len(labelled):
        return end
    after = labelled[-1] + 1
    is_whole = lines[labelled[-1]].block.folded[-1] in "。）"
    return after if after < end and is_whole and patterns.APPEAL.match(lines[after].block.folded) else end


def _ends_body(line: str) -> bool:
    return bool(patterns.AFTER_END.match(line)) or (
        len(line) <= 40 and "。" not in line and line[-1] not in "；：，、！？”）》…"
    )


def set_texts(draft: DecisionContentDraft, parts: Parts) -> None:
    """Set title, preamble, closing and annexes, with their evidence."""
    draft["title"] = parts.title
    if parts.title_extent:
        draft["evidence"]["/title"] = parts.title_extent
    if parts.preamble:
        draft["preamble"] = "\n".join(block.text for block in parts.preamble)
        draft["evidence"]["/preamble"] = (parts.preamble[0].start, parts.preamble[-1].end)
    if parts.closing:
        draft["closing"] = "\n".join(block.text for block in parts.closing)
        draft["evidence"]["/closing"] = (parts.closing[0].start, parts.closing[-1].end)
    draft["annexes"] = parts.annexes
