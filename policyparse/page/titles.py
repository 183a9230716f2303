"""Titles: which line of the head is the title, and where the subtitle stands (标题、副标题)."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from policyparse.knowledge.instruments import instrument_words
from policyparse.language.bodies import is_body_line
from policyparse.language.days import is_day_line
from policyparse.language.labels import is_labelled
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.byline import is_credit
from policyparse.page.completeness import begins_inside
from policyparse.page.furniture import (
    is_breadcrumb,
    is_furniture,
    is_plate,
    is_site_name,
    is_summary,
    is_trail,
    site_of_page_name,
)
from policyparse.page.source_line import asks_for, find_entries, is_source_line

TITLE_LENGTH = 120
"""A longer line is no title."""

_INSTRUMENT = re.compile(rf"(?:{instrument_words()})(?:（[^）]{{1,20}}）)?$")
_EVENT = re.compile("召开|举行|出席|主持|强调|调研|审议|印发|发布|出台|启动|推进|推动|加快|打造|实现|建设|发展|关于")
_ATTENDANCE = re.compile(
    r"(?:[\u4e00-\u9fff·、]{2,14}(?:讲话|主持|出席|致辞|参加|作报告|宣读|到会|到会听取意见|到会听取发言|作说明|作通报|通报情况|作表态发言|宣布开幕)[\s，]{0,2}){1,6}$"
)
_NOTE = re.compile(
    r"（ ?(?:18|19|20|[一二][〇零○九八])[0-9〇零○一二三四五六七八九]{2}年"
)  # 题注: (2018年9月21日 …通过)
_DOCUMENT_NUMBER = re.compile(
    r"\S{1,16}[〔\[（【](?:19|20)[0-9]{2}[〕\]）】]第?\s?[0-9]{1,5}号$|第\S{1,9}号$|\S{2,12}令（?第\S{1,9}号）?$"
)
_KIND = re.compile(r"(?:公\s{0,4}告|命\s{0,4}令|通\s{0,4}告|通\s{0,4}报|公\s{0,4}报)$")
_WORDS = re.compile(r"[^\W\d_]{2}")
_DASH = re.compile(r"\s*[—–-]{1,4}\s*")
_INNER_SUBTITLE = re.compile(r"\s+——\s*|(?<=\S)——(?=\S{12,}$)")
_GAP = re.compile(r"[\s|丨_–-]{1,6}")
_NAMED_LENGTH = 6
"""A shorter line is no title that another line could lead to, but a column or a part of one."""

_DROPPED = "“”‘’《》：，、·|—-"
_KEY = re.compile(rf"[\s{_DROPPED}]")


def choose_title(head: Sequence[Block], below: Sequence[Block], meta: Mapping[str, str]) -> int | None:
    """Choose the title among the lines above the body.

    Args:
        head: The lines above the body, and its first.
        below: All lines of the page.
        meta: What the reader found beside the text.

    Returns:
        Index of the line with most of the form of a title, None where none has it.
    """
    known = _known_titles(head, meta)
    candidates = [i for i, block in enumerate(head) if _may_be_title(block) or _is_headed(head, i)]
    if len(candidates) > 1:
        lines = {head[i].folded for i in candidates}
        candidates = [i for i in candidates if not _leads_to(head[i].folded, lines)]
    if len(head) > 1 and begins_inside(head[-1].folded):  # the line above is the start of its sentence
        candidates = [i for i in candidates if i != len(head) - 2]
    times = _times([head[i] for i in candidates], below)
    best, chosen = 1.0, None
    for i in candidates:
        block = head[i]
        score = _form(block) + _place(head, i)
        key = _key(block.folded)
        score += 8.0 if key in known else 3.0 if _is_headed(head, i) else 0.0
        score += 1.5 if len(key) >= 8 and times[key] > 1 and not is_site_name(block.folded) else 0.0
        if score > best:
            best, chosen = score, i
    return chosen


def _is_headed(head: Sequence[Block], i: int) -> bool:
    """Whether a line is the kind of a document, alone under the names of those who issue it: 某某法院 / 公　告."""
    return i > 0 and bool(_KIND.match(head[i].folded)) and is_body_line(head[i - 1].folded)


def _leads_to(line: str, lines: Collection[str]) -> bool:
    """Whether a line is the trail to another line, or the name of the page that another is the title of."""
    for gap in _GAP.finditer(line):
        before, behind = line[: gap.start()], line[gap.end() :]
        if len(behind) >= _NAMED_LENGTH and behind in lines and is_trail(line, behind):
            return True
        if len(before) >= _NAMED_LENGTH and before in lines and site_of_page_name(line, before):
            return True
    return False


def _key(line: str) -> str:
    return _KEY.sub("", line)


def _times(candidates: Sequence[Block], below: Sequence[Block]) -> Counter[str]:
    """How often the keys of the candidates stand on the page; only lines that begin alike are looked at."""
    keys = {_key(block.folded) for block in candidates}
    first = {key[:1] for key in keys} | set(_DROPPED)
    return Counter(key for b in below if b.folded[0] in first and (key := _key(b.folded)) in keys)


def _known_titles(head: Sequence[Block], meta: Mapping[str, str]) -> set[str]:
    """What the page itself says its title is: a meta tag, or a line 标题：… of its index."""
    known = {
        _key(value.split("_")[0].split("-")[0])
        for name, value in meta.items()
        if name.lower() in ("articletitle", "og:title", "title")
    }
    for block in head:
        if "：" in block.folded[:12]:
            known |= {_key(block.folded[e.start : e.end]) for e in find_entries(block.folded) if e.name == "title"}
    return {key for key in known if len(key) >= 6}


def _may_be_title(block: Block) -> bool:
    line = block.folded
    if (
        not _WORDS.search(line)
        or len(line) < 4
        or len(line) > TITLE_LENGTH + 60
        or line[-1] in "。；，、：…"
        or line.endswith("..")
    ):
        return False
    if (
        is_furniture(line)
        or is_breadcrumb(line)
        or is_summary(line)
        or is_plate(line)
        or is_source_line(line)
        or asks_for(line)
    ):
        return False
    return not (is_day_line(line) or is_labelled(line) or _NOTE.match(line) or _DOCUMENT_NUMBER.match(line))


def _form(block: Block) -> float:
    """How much a line looks like a title by itself."""
    line = block.folded
    score = min(len(line), 40) / 10
    score += {0: 0.0, 1: 5.0, 2: 1.0}.get(block.level, 0.5)
    score += 2.0 if _INSTRUMENT.search(line) else 0.0
    score += 1.0 if _EVENT.search(line) else 0.0
    score -= 2.0 if len(line) < 8 and not _INSTRUMENT.search(line) else 0.0
    score -= 3.0 if is_credit(line) or line.startswith("——") else 0.0
    score -= 3.0 if is_site_name(line) and not _EVENT.search(line[:-2]) else 0.0
    score -= 4.0 if _ATTENDANCE.match(line) else 0.0
    score -= 4.0 if is_body_line(line) and not _EVENT.search(line) else 0.0
    score -= 2.0 if "。" in line else 0.0
    return score


def _place(head: Sequence[Block], i: int) -> float:
    """How much the place of a line is that of a title: right above the source line, the subtitle or the body."""
    following = [b.folded for b in head[i + 1 : i + 3]]
    if not following:
        return 0.0
    score = 3.0 if any(is_source_line(line) for line in following) else 0.0
    score += 3.0 if following[0].startswith("——") else 0.0
    score += 2.0 if _NOTE.match(following[0]) else 0.0
    between = (
        b
        for b in itertools.islice(head, i + 1, len(head) - 1)
        if not (is_source_line(b.folded) or is_furniture(b.folded) or b.folded.startswith("——") or is_credit(b.folded))
    )
    distance = sum(1 for _ in itertools.islice(between, 3))
    return score + (1.5 if distance == 0 else 0.5 if distance <= 2 else 0.0)


def split_subtitle(page: Page, index: int) -> None:
    """Give the subtitle its role: it stands after a dash, on the line of the title or on the next."""
    title = page.blocks[index]
    inner = _INNER_SUBTITLE.search(title.folded)
    if inner and inner.end() < len(title.folded):
        start = title.start + inner.end()
        subtitle = Block(Role.SUBTITLE, start, title.end, page.text[start : title.end], page.folded[start : title.end])
        end = title.start + inner.start()
        page.blocks[index] = Block(
            Role.TITLE, title.start, end, page.text[title.start : end], page.folded[title.start : end]
        )
        page.blocks.insert(index + 1, subtitle)
        return
    for block in page.blocks[index + 1 : index + 2]:
        dash = _DASH.match(block.folded)
        if dash and "—" in dash[0] and dash.end() < len(block.folded):
            block.start += dash.end()
            block.text, block.folded = block.text[dash.end() :], block.folded[dash.end() :]
            block.role, block.level = Role.SUBTITLE, 0
        elif _ATTENDANCE.match(block.folded):
            block.role, block.level = Role.SUBTITLE, 0
