"""Laying out a page: every line gets a role.

    page  ::= furniture* title subtitle? (source line | byline | furniture)* body furniture*
    body  ::= (heading | paragraph | topic | caption | contents | signature | byline | furniture)*

What is title and what is body is decided by form and place, not by a list of sites.
"""

import re
from collections import Counter
from collections.abc import Sequence

from policyparse.knowledge.fold import fold
from policyparse.language.days import is_day_line
from policyparse.language.labels import is_division, is_labelled
from policyparse.language.names import is_name
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role, split_lines
from policyparse.page.byline import is_byline, names_officer, split_credits
from policyparse.page.completeness import check_completeness
from policyparse.page.furniture import (
    closing_openers,
    ends_text,
    is_breadcrumb,
    is_furniture,
    is_plate,
    is_slug,
    is_summary,
    starts_tail,
)
from policyparse.page.source_line import answers, asks_for, find_entries, is_source_line
from policyparse.page.titles import TITLE_LENGTH, choose_title, split_subtitle
from policyparse.source.edits import RepairedText

__all__ = ["Block", "Page", "Role", "lay_out"]

HEADING_LENGTH = 44
"""A longer line without a mark of its own is no heading."""

_EVENT_LENGTH, _EVENT_LINES = 60, 12
"""So long is a line of the particulars of an event at most, and so many lines they have."""

_NAV_LENGTH = 3
"""A line above the body that is no longer is an entry of a menu."""

_TERMINAL = re.compile(r"[。！？；…]")
_ROW = re.compile(r"\S[ ]{0,3}\t[ ]{0,3}\S.{0,200}\t")
_ANNEX = re.compile(r"附\s?(?:件|表|录)\s?[0-9一二三四五六七八九十]{0,3}(?:：|$)")
_PART = re.compile("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_CAPTION = re.compile(
    r"(?:上|下|左|右|题)?图(?:为|：|片)|（[^（）]{0,30}(?:图|图片来(?:自|源)[^（）]{0,20})）$|（(?:本版|本文)?图(?:片)?(?:由|：|/|源)?"
    r"|[（ ]?\S{2,8}摄[）]?$|.{0,60}(?:\s摄|/摄|摄影报道|摄）)$"
)
_FIGURE = re.compile(r"[图表]\s?[0-9一二三四五六七八九十]{1,3}(?:-[0-9]{1,2})?[\s：]")
_LISTS = "组长 副组长 成员 主任 副主任 出席 列席 缺席 请假 记录 主持 参会 时间 地点 联系人"
_LISTED = re.compile("(?:" + "|".join(r"\s{0,4}".join(word) for word in _LISTS.split()) + r")\S{0,4}：")
_NAMED = re.compile(
    r"([\u4e00-\u9fff]{1,3}(?:\s{0,3}[\u4e00-\u9fff]{1,2})?)\s{1,4}\S{2,30}(?:长|主任|书记|主席|委员|代表|经理|干事)$"
)
_LEADER = re.compile(r"[\s.…·]{2,200}[0-9]{0,4}$")
_SIGNATORY = re.compile(r"[\u4e00-\u9fff（）\s]{2,40}$")
_BODY = re.compile("[局厅部委院队会室府办处]$|中心$")
_PLACE = re.compile(r"(?:地\s{0,4}点|会\s{0,2}址)\s?：")
_QUESTION = re.compile("(?!请问|那么|如果|但|可|而)[^，。！？；：“（）]{4,15}(?:，[^，。！？；：“（）]{3,12})?？")
_ANSWER = re.compile(r"答|[^，。：]{0,20}(?:回答|答道|答：)")
_ANSWER_LENGTH = 30
"""Under a question that is a heading stands a paragraph longer than another question."""

_NOT_ASKED = frozenset("你您我")
_EVENT = re.compile(
    r"(?:主\s{0,4}题|议\s{0,4}题|发\s?布\s?人|发\s?言\s?人|主\s?持\s?人|出席嘉宾|嘉\s{0,4}宾|主\s?讲\s?人|记\s?录\s?人)\s{0,2}："
)
"""With what a line of the particulars of an event begins, beside time and place."""

_TOC = re.compile(r"目\s*[录次]$")


def lay_out(repaired: RepairedText, diagnostics: Diagnostics) -> Page:
    """Give every line of the repaired text its role.

    Args:
        repaired: The repaired text.
        diagnostics: Takes what the page lacks.

    Returns:
        The page.
    """
    text, folded = repaired.text, repaired.folded
    blocks = list(split_credits(split_lines(text, folded)))
    traditional = any(r.rule == "traditional_characters" for r in repaired.repairs)
    page = Page(text, folded, blocks, traditional, repaired.source.hints)
    body = _body_start(blocks)
    title = choose_title(blocks[: body + 1], blocks, page.meta)
    if title is None:
        diagnostics.add("PP201", "no line above the body has the form of a title")
    else:
        blocks[title].role = Role.TITLE
        for block in blocks[:title]:
            block.role = Role.SOURCE_LINE if is_source_line(block.folded) else Role.FURNITURE
        split_subtitle(page, title)
    source = repaired.source.text
    _classify(page, [fold(source[start:end]).strip() for start, end in repaired.interruptions])
    _head_with_questions(page.blocks)
    _cut_tail(page)
    check_completeness(page, diagnostics)
    return page


def _is_provision(block: Block) -> bool:
    """Whether a line is a numbered sentence (第三条 ……。, （一）……；), which is nothing else."""
    line = block.folded
    return line[0] in "第（" and line[-1] in "。；" and not block.level and is_labelled(line)


def _is_prose(block: Block) -> bool:
    line = block.folded
    if block.level:
        return False
    if line[-1] in "。；":  # no source line
        return len(line) >= 12 or is_labelled(line)
    reads = (len(line) >= 30 and ("，" in line or "。" in line)) or is_labelled(line)
    return reads and not is_source_line(line)


def _body_start(blocks: Sequence[Block]) -> int:
    """Index of the first line of prose that ends as prose does."""
    for i, block in enumerate(blocks):
        line = block.folded
        if _is_prose(block) and not is_breadcrumb(line) and (_TERMINAL.search(line) or len(line) > TITLE_LENGTH):
            return i
    return len(blocks)


def _classify(page: Page, captions: list[str]) -> None:
    """Give a role to every line after the title."""
    repeated = Counter(b.folded for b in page.blocks if len(b.folded) < HEADING_LENGTH)
    repeated.update(captions)
    title = page.title
    in_front, in_toc, toc_first = True, False, ""
    paragraph = Role.PARAGRAPH
    previous: Block | None = None
    asked: str | None = None
    for i, block in enumerate(page.blocks):
        line = block.folded
        if block.role is paragraph and _is_provision(block):
            in_front, in_toc, asked, previous = False, False, None, block
            continue
        if block.role in (Role.TITLE, Role.SUBTITLE, Role.FURNITURE) or (
            block.role is Role.SOURCE_LINE and previous is None
        ):
            previous = block
            continue
        if in_toc and is_division(line) and _LEADER.sub("", line) != toc_first:
            toc_first = toc_first or _LEADER.sub("", line)
            block.role = Role.CONTENTS
        elif _TOC.match(line):
            in_toc, block.role = True, Role.CONTENTS
        elif asked and in_front and answers(line, asked):
            block.role = Role.SOURCE_LINE
            asked = asked if asked == "other" else None
            previous = block
            continue
        else:
            in_toc = False
            once = repeated[line] <= 1 or (title is not None and line in title.folded)
            block.role = _role(page.blocks, i, previous, in_front, once)
        asked = asks_for(line) if block.role is Role.SOURCE_LINE else None
        if block.role is Role.HEADING and in_front and (title is None or len(line) <= _NAV_LENGTH) and not block.level:
            block.role = Role.FURNITURE
        if block.role is Role.HEADING and not block.level:
            block.level = 1
        if in_front and block.role is paragraph and _is_prose(block):
            in_front = False
        previous = block


def _role(blocks: Sequence[Block], i: int, previous: Block | None, in_front: bool, once: bool) -> Role:
    block = blocks[i]
    line = block.folded
    if line[-1] in "。；":
        return _role_of_sentence(block, in_front)
    if in_front and _is_of_event(blocks, i):
        return Role.PARAGRAPH
    if in_front and asks_for(line) and not _names_place(blocks, i):
        return Role.SOURCE_LINE
    if in_front and not is_breadcrumb(line) and _is_source(blocks, i, in_front):
        return Role.SOURCE_LINE
    if (
        is_furniture(line)
        or is_breadcrumb(line)
        or is_summary(line)
        or (in_front and (is_plate(line) or is_slug(line)))
    ):
        return Role.FURNITURE
    if _is_source(blocks, i, in_front):
        return Role.SOURCE_LINE
    if line[0] == "第" and line[-1] == "：" and is_labelled(line):
        return Role.PARAGRAPH
    if is_byline(line, in_front):
        return Role.BYLINE
    if _CAPTION.match(line) and (not _TERMINAL.search(line) or len(line) <= HEADING_LENGTH):
        return Role.CAPTION
    if is_day_line(line) or _is_signatory(blocks, i):
        return Role.SIGNATURE
    if is_division(line):
        return Role.HEADING
    if previous and _introduces(previous) and _is_topic(block):
        return Role.TOPIC
    if _ROW.search(block.text) or _ANNEX.match(line) or _is_listed(block):
        return Role.PARAGRAPH
    if _FIGURE.match(line) and not _TERMINAL.search(line):
        return Role.CAPTION
    if _heads_part(blocks, i):
        block.level = block.level or (1 if line[0] not in "（(" else 2)
        return Role.HEADING
    if (
        is_labelled(line)
        or (line[-1] in "。！？；：，、…”）" and not _quotes_at_end(line))
        or len(line) > HEADING_LENGTH
        or _TERMINAL.search(line)
    ):
        if block.level and line[-1] not in "：。；":
            return Role.HEADING
        return Role.PARAGRAPH
    if not once and not block.level:
        return Role.CAPTION
    return Role.HEADING


def _role_of_sentence(block: Block, in_front: bool) -> Role:
    """The role of a line that ends as a sentence does: no source line, byline, date, signatory, topic or part."""
    line = block.folded
    if is_furniture(line) or is_breadcrumb(line) or is_summary(line) or (in_front and is_plate(line)):
        return Role.FURNITURE
    if len(line) <= HEADING_LENGTH and _CAPTION.match(line):
        return Role.CAPTION
    return Role.HEADING if is_division(line) else Role.PARAGRAPH


def _quotes_at_end(line: str) -> bool:
    """Whether a line ends with a word in quotation marks and is no quotation: 强链补链，龙头引来“群凤”."""
    if line[-1] != "”" or line[0] in "“（" or "：“" in line or "，“" in line or line.count("，") > 1:
        return False
    return 0 < len(line) - line.rfind("“") <= 12


def _introduces(block: Block) -> bool:
    """Whether a line names who speaks next: 某市某局局长张三：."""
    return block.role is Role.PARAGRAPH and block.folded.endswith("：") and len(block.folded) <= 60


def _is_topic(block: Block) -> bool:
    """Whether a line can be the topic of what a speaker says: short, no sentence, no numbered part."""
    line = block.folded
    if _TERMINAL.search(line) or len(line) > HEADING_LENGTH or is_labelled(line):
        return False
    return bool(block.level) or not ("，" in line or line.endswith("："))


def _heads_part(blocks: Sequence[Block], i: int) -> bool:
    """Whether a numbered line is a heading: 一、总体要求, without an end and with text below it."""
    label = _PART.match(blocks[i].folded)
    if not label or len(blocks[i].folded) > HEADING_LENGTH or i + 1 == len(blocks):
        return False
    if _TERMINAL.search(blocks[i].folded[:-1]) or blocks[i].folded[-1] in "：，、。；！…":
        return False
    following = blocks[i + 1].folded
    if is_source_line(following) or is_furniture(following) or starts_tail(blocks[i + 1]):
        return False  # the last item of a list that ends the text
    if label[0][0] == "（":  # items of a list have others beside them
        return not _PART.match(following) and following[-1] in "。："
    return following.startswith("（") or not _PART.match(following)


def _is_source(blocks: Sequence[Block], i: int, in_front: bool) -> bool:
    line = blocks[i].folded
    if not is_source_line(line) or _names_place(blocks, i):
        return False
    if in_front:
        return True
    return not is_day_line(line) and any(entry.end > entry.start for entry in find_entries(line))


def _names_place(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line 时间：… is that of an event: the place stands beside it."""
    around = (blocks[j].folded for j in (i - 1, i, i + 1) if 0 <= j < len(blocks))
    return any(_PLACE.match(line) for line in around)


def _is_of_event(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line stands under the place of an event and says who speaks or what about: 发布人：某局局长 王小明."""
    if not blocks[i].text[0].isalnum() or len(blocks[i].folded) > _EVENT_LENGTH:
        return False
    for above in reversed(blocks[max(0, i - _EVENT_LINES) : i]):
        if _PLACE.match(above.folded):
            return bool(_EVENT.match(blocks[i].folded) or names_officer(blocks[i].folded))
    return False


def _is_listed(block: Block) -> bool:
    """Whether a line is an entry of a list of people: 组长：…, 出席：…, a name and an office."""
    if block.level:
        return False
    named = _NAMED.match(block.folded)
    return bool(_LISTED.match(block.folded)) or (named is not None and is_name(named[1].replace(" ", "")))


def _is_signatory(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line names who signs: a name of a body right above the date, under a paragraph."""
    if not _SIGNATORY.match(blocks[i].folded) or blocks[i].level:
        return False
    for block in blocks[i + 1 : i + 4]:
        if is_day_line(block.folded):
            above = blocks[i - 1].role if i else None
            return above in (Role.SIGNATURE, Role.PARAGRAPH) or bool(_BODY.search(blocks[i].folded) and above)
        if not _SIGNATORY.match(block.folded):
            return False
    return False


def _head_with_questions(blocks: Sequence[Block]) -> None:
    """Make headings of short questions that stand alone, where more than one does: 护理员留不住怎么办？.

    One alone may be the reporter's own; one under a speaker's name or to somebody is asked.
    """
    asked = [
        blocks[i]
        for i in range(1, len(blocks) - 1)
        if blocks[i].folded[-1] == "？"
        and blocks[i].role is Role.PARAGRAPH
        and _QUESTION.fullmatch(blocks[i].folded)
        and _NOT_ASKED.isdisjoint(blocks[i].folded)
        and blocks[i - 1].folded[-1] != "："
        and blocks[i + 1].role is Role.PARAGRAPH
        and len(blocks[i + 1].folded) > _ANSWER_LENGTH
        and not _ANSWER.match(blocks[i + 1].folded)
    ]
    for block in asked if len(asked) > 1 else ():
        block.role, block.level = Role.HEADING, 1


def _cut_tail(page: Page) -> None:
    """After a tail word, after the line that closes the text, and after the last paragraph, only furniture follows."""
    paragraph = Role.PARAGRAPH
    total = sum(len(b.folded) for b in page.blocks if b.role is paragraph)
    read = 0
    cut = False
    openers = closing_openers()
    for block in page.blocks:
        closes = not cut and read and block.folded[0] in openers
        if closes and (starts_tail(block) or (ends_text(block) and read > total / 2)):
            cut = True
            if block.role is Role.SOURCE_LINE:
                continue
        if cut:
            if block.role is not Role.SOURCE_LINE or starts_tail(block):
                block.role = Role.FURNITURE
        elif block.role is paragraph and _is_prose(block):
            read += len(block.folded)
    for block in reversed(page.blocks):
        if block.role in (Role.PARAGRAPH, Role.SIGNATURE):
            break
        if block.role is Role.HEADING and block is page.blocks[-1] and block.folded.count("，") >= 2:
            block.role, block.level = Role.PARAGRAPH, 0  # a sentence that the end of the text cuts off
            break
        if block.role in (Role.HEADING, Role.TOPIC):
            block.role = Role.FURNITURE
