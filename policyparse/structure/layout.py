"""The page: every line gets a role, and nothing is thrown away.

    page  ::= furniture* title subtitle? (source line | byline | furniture)* body furniture*
    body  ::= (heading | paragraph | topic | caption | toc | signature | byline | furniture)*

What is title and what is body is decided by form and place, not by a list of sites.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Extent
from policyparse.entities.dates import match_timestamp
from policyparse.entities.persons import is_name
from policyparse.text.edits import RepairedText
from policyparse.text.fold import fold


class Role(StrEnum):
    """What a line is on its page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SOURCE_LINE = "source_line"
    HEADING = "heading"
    TOPIC = "topic"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TOC = "toc"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


@dataclass(slots=True)
class Block:
    """A line of the page without indent, list mark and emphasis.

    Attributes:
        role: What it is.
        start: Offset of its first code point in the repaired text.
        end: Offset after its last code point.
        text: The line as printed.
        folded: The same, width-folded, offset for offset.
        level: Depth of a heading, 1 for the highest; 0 for what is no heading.
    """

    role: Role
    start: int
    end: int
    text: str
    folded: str
    level: int = 0

    @property
    def extent(self) -> Extent:
        """Its place in the repaired text."""
        return self.start, self.end


@dataclass(slots=True)
class Page:
    """A laid-out text.

    Attributes:
        text: The repaired text.
        folded: The same, width-folded, offset for offset.
        blocks: All lines that are not blank, in order, each with its role.
        traditional: Whether the original is written in traditional characters.
    """

    text: str
    folded: str
    blocks: list[Block]
    traditional: bool

    def with_role(self, *roles: Role) -> list[Block]:
        """The blocks that have one of the roles, in order."""
        return [block for block in self.blocks if block.role in roles]

    @property
    def title(self) -> Block | None:
        """The title line."""
        return next((b for b in self.blocks if b.role is Role.TITLE), None)

    @property
    def subtitle(self) -> Block | None:
        """The subtitle line."""
        return next((b for b in self.blocks if b.role is Role.SUBTITLE), None)

    @property
    def body(self) -> list[Block]:
        """Headings, topics and paragraphs in order."""
        return self.with_role(Role.HEADING, Role.TOPIC, Role.PARAGRAPH)


NUMBER = "[0-9一二三四五六七八九十百千零〇两]"
_LINE = re.compile(r"[^\n]+")
_LEADING = re.compile(r"[\s|]*(?:(?:[•●■◆▪·]|[-*](?=\s))\s*)?(?P<marks>#{1,6}(?=\s)|>(?=\s))?\s*(?P<bold>\*\*)?\s*")
_TRAILING = re.compile(r"\s*(?:\*\*)?\s*$")
_TERMINAL = re.compile(r"[。！？；…]")
_SOURCE_LABEL = re.compile(
    r"(?:信息|文章|稿件)?(?:来源|出处)|(?:发布|发表|更新|成文|发文|刊发|公开)?(?:时间|日期)|责任编辑|责编|编辑|作者|记者|编审|审核|校对|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|评论|字号|字体|稿源|发布(?:机构|单位|人)"
)
_SOURCE_LINE = re.compile(rf"[【\[(（]?(?:{_SOURCE_LABEL.pattern})\s?：")
_ANY_SOURCE = re.compile(rf"(?:^|[\s|】\]）])[【\[（]?(?:{_SOURCE_LABEL.pattern})\s?：")
_BARE_LABEL = re.compile(rf"(?:{_SOURCE_LABEL.pattern})\s?：$")
_BREADCRUMB = re.compile(r"^(?:您?(?:的|所在的?)?当前的?位置|当前位置|首页)\s?[：>»]|\s[>»]\s|[>»]\s?$")
_SUMMARY = re.compile(r"[\[【](?:摘要|导读|提要|核心提示)[\]】]|(?:摘要|导读|核心提示)：")
_DIVISION = re.compile(rf"第{NUMBER}{{1,9}}(?:编|分编|章|节)(?!\S*[，。])")
_PROVISION = re.compile(rf"第{NUMBER}{{1,9}}条|（{NUMBER}{{1,4}}）|{NUMBER}{{1,4}}[、.]|[①-⑳]")
_CAPTION = re.compile(r"(?:上|下|左|右|题)?图(?:为|：|片)|（图|[（ ]?\S{2,8}摄[）]?$|.{0,30}(?:/摄|摄影报道)$")
_BYLINE = re.compile(
    r"[（(]?(?:本报|本刊|新华社|人民网|见习|实习|特约)?\S{0,8}?(?:记者|通讯员|作者|特约撰稿人?)[\s：/]|文[/／|]\s?\S{2,4}"
)
_INSTRUMENT = re.compile(r"(?:决定|决议|条例|办法|规定|细则|解释|规则|意见|通知|公告|方案|规划|纲要|法|综述|纪要|批复|命令|通报)(?:（[^）]{1,20}）)?$")
_DATE_LINE = re.compile(r"(?:19|20|二)[0-9〇零一二三四五六七八九○Ｏ]{1,3}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$")
_NOTE = re.compile(r"（ ?(?:18|19|20|[一二][〇零○九八])[0-9〇零○一二三四五六七八九]{2}年")  # 题注: (2018年9月21日 …通过)
_TOC = re.compile(r"目\s*[录次]$")
_DASH = re.compile(r"\s*[—–-]{1,4}\s*")
_INNER_SUBTITLE = re.compile(r"\s+——\s*|(?<=\S)——(?=\S{12,}$)")

TITLE_LENGTH = 120
HEADING_LENGTH = 44


@cache
def _furniture() -> dict[str, re.Pattern[str]]:
    lexicon = tomllib.loads((files("policyparse.structure") / "furniture.toml").read_text(encoding="utf-8"))
    words = {group: "|".join(map(re.escape, sorted(entry["words"], key=len, reverse=True))) for group, entry in lexicon.items()}
    return {
        "bar": re.compile(rf"[\s\d:：|,，.·\[\]【】（）<>/&×¥—-]*(?:(?:{words['bar']})[\s\d:：|,，.·\[\]【】（）<>/&×¥—-]*){{1,30}}$"),
        "tail": re.compile(rf"[\s【（]{{0,3}}(?:{words['tail']})"),
        "mark": re.compile(words["mark"]),
    }


def lay_out(repaired: RepairedText, diagnostics: Diagnostics) -> Page:
    """Give every line of the repaired text its role.

    Args:
        repaired: The repaired text.
        diagnostics: Takes what the page lacks.

    Returns:
        The page.
    """
    text, folded = repaired.text, repaired.folded
    blocks = list(_lines(text, folded))
    traditional = any(r.rule == "traditional_characters" for r in repaired.repairs)
    page = Page(text, folded, blocks, traditional)
    body = _body_start(blocks)
    title = _choose_title(blocks[: body + 1] if body < len(blocks) else blocks)
    if title is None:
        diagnostics.add("PP201", "no line above the body has the form of a title")
    else:
        blocks[title].role = Role.TITLE
        for block in blocks[:title]:
            block.role = Role.FURNITURE
        _split_subtitle(page, title)
    _classify_body(page, _captions_taken_out(repaired))
    _cut_tail(page)
    return page


def _lines(text: str, folded: str) -> list[Block]:
    blocks = []
    for line in _LINE.finditer(folded):
        leading = _LEADING.match(folded, line.start(), line.end())
        start = leading.end() if leading else line.start()
        trailing = _TRAILING.search(folded, start, line.end())
        end = trailing.start() if trailing else line.end()
        if start >= end:
            continue
        block = Block(Role.PARAGRAPH, start, end, text[start:end], folded[start:end])
        if leading and leading["marks"] and leading["marks"][0] == "#":
            block.role, block.level = Role.HEADING, len(leading["marks"])
        elif leading and leading["bold"] and len(block.text) <= HEADING_LENGTH:
            block.role, block.level = Role.HEADING, 6
        blocks.append(block)
    return blocks


def _is_furniture(block: Block) -> bool:
    patterns = _furniture()
    return bool(patterns["bar"].match(block.folded) or (len(block.folded) < 80 and patterns["mark"].search(block.folded)))


def _is_source(block: Block) -> bool:
    if len(block.folded) > 150:
        return False
    if _SOURCE_LINE.match(block.folded) or _ANY_SOURCE.search(block.folded):
        return not _TERMINAL.search(block.folded)
    stamp = match_timestamp(block.folded)
    return stamp is not None and len(block.folded) <= stamp[1][1] - stamp[1][0] + 16 and not _TERMINAL.search(block.folded)


def _is_prose(block: Block) -> bool:
    line = block.folded
    if block.level or _is_source(block):
        return False
    return (len(line) >= 30 and ("，" in line or "。" in line)) or (len(line) >= 12 and line[-1] in "。；") or bool(_PROVISION.match(line))


def _body_start(blocks: list[Block]) -> int:
    """Index of the first line of prose that ends as prose does."""
    for i, block in enumerate(blocks):
        if _is_prose(block) and not _BREADCRUMB.search(block.folded) and (_TERMINAL.search(block.folded) or len(block.folded) > TITLE_LENGTH):
            return i
    return len(blocks)


def _choose_title(head: list[Block]) -> int | None:
    """Index of the line of the head that has most of the form of a title."""
    best, chosen = 1.0, None
    for i, block in enumerate(head):
        line = block.folded
        if len(line) < 4 or len(line) > TITLE_LENGTH + 60 or _is_furniture(block) or _BREADCRUMB.search(line) or _is_source(block):
            continue
        if _SUMMARY.match(line) or line[-1] in "。；，、：" or _DATE_LINE.match(line) or _PROVISION.match(line) or _DIVISION.match(line):
            continue
        if _NOTE.match(line):
            continue
        score = min(len(line), 40) / 10
        score += {0: 0.0, 1: 4.0}.get(block.level, 1.0)
        score += 3.0 if any(_is_source(b) for b in head[i + 1 : i + 3]) else 0.0
        score += 2.0 if _INSTRUMENT.search(line) else 0.0
        score -= 2.0 if len(line) < 8 else 0.0
        score -= 3.0 if _BYLINE.match(line) or line.startswith("——") else 0.0
        score -= 2.0 if "。" in line else 0.0
        if score > best:
            best, chosen = score, i
    return chosen


def _split_subtitle(page: Page, index: int) -> None:
    """The subtitle stands after a dash, on the line of the title or on the next."""
    title = page.blocks[index]
    inner = _INNER_SUBTITLE.search(title.folded)
    if inner:
        start = title.start + inner.end()
        subtitle = Block(Role.SUBTITLE, start, title.end, page.text[start : title.end], page.folded[start : title.end])
        end = title.start + inner.start()
        page.blocks[index] = Block(Role.TITLE, title.start, end, page.text[title.start : end], page.folded[title.start : end])
        page.blocks.insert(index + 1, subtitle)
        return
    for block in page.blocks[index + 1 : index + 2]:
        dash = _DASH.match(block.folded)
        if dash and dash.end() and "—" in dash[0]:
            block.start += dash.end()
            block.text, block.folded = block.text[dash.end() :], block.folded[dash.end() :]
            block.role, block.level = Role.SUBTITLE, 0


def _captions_taken_out(repaired: RepairedText) -> list[str]:
    """Captions that stood inside a broken paragraph and were taken out when it was joined."""
    source = repaired.source.text
    breaks = (span for r in repaired.repairs if r.rule == "broken_lines" for span in r.spans)
    return [line.strip() for start, end in breaks for line in fold(source[start:end]).split("\n") if line.strip()]


def _classify_body(page: Page, captions: list[str]) -> None:
    """Give a role to every line after the title."""
    repeated = Counter(b.folded for b in page.blocks if len(b.folded) < HEADING_LENGTH)
    repeated.update(captions)
    title = page.title
    in_front, in_toc, previous, toc_first = True, False, None, ""
    for block in page.blocks:
        if block.role in (Role.TITLE, Role.SUBTITLE, Role.FURNITURE):
            previous = block
            continue
        line = block.folded
        if in_toc and _DIVISION.match(line) and line != toc_first:
            toc_first = toc_first or line
            block.role = Role.TOC
        elif _TOC.match(line):
            in_toc, block.role = True, Role.TOC
        else:
            in_toc = False
            block.role = _role(block, previous, in_front, repeated[line] > 1 and not (title and line in title.folded))
        if block.role is Role.HEADING and not block.level:
            block.level = 1
        if block.role is Role.PARAGRAPH and _is_prose(block):
            in_front = False
        previous = block


def _role(block: Block, previous: Block | None, in_front: bool, repeated: bool) -> Role:
    line = block.folded
    if in_front and _BARE_LABEL.match(line):
        return Role.SOURCE_LINE
    if _is_furniture(block) or _BREADCRUMB.search(line) or _SUMMARY.match(line):
        return Role.FURNITURE
    if in_front and (_is_source(block) or (previous and previous.role is Role.SOURCE_LINE and previous.folded.endswith("：") and len(line) < 40)):
        return Role.SOURCE_LINE
    if _is_byline(line):
        return Role.BYLINE
    if not in_front and _is_source(block) and not _DATE_LINE.match(line):
        return Role.SOURCE_LINE
    if _CAPTION.match(line) and not _TERMINAL.search(line):
        return Role.CAPTION
    if _DATE_LINE.match(line.replace(" ", "")):
        return Role.SIGNATURE
    if _DIVISION.match(line):
        return Role.HEADING
    if previous and previous.role is Role.PARAGRAPH and previous.folded.endswith("：") and len(previous.folded) <= 60:
        if not _TERMINAL.search(line) and len(line) <= HEADING_LENGTH:
            return Role.TOPIC
    if _PROVISION.match(line) or line[-1] in "。！？；：，、…”）" or len(line) > HEADING_LENGTH or _TERMINAL.search(line):
        if block.level and line[-1] not in "：。；":
            return Role.HEADING
        return Role.PARAGRAPH
    if repeated and not block.level:
        return Role.CAPTION
    return Role.HEADING


def _is_byline(line: str) -> bool:
    if len(line) > 60 or _TERMINAL.search(line) or line.endswith("："):
        return False
    if _BYLINE.match(line):
        return "，" not in line
    names = line.split()
    return 1 <= len(names) <= 6 and all(is_name(name) for name in names) and len(line) <= 24


def _cut_tail(page: Page) -> None:
    """After a tail word, and after the last paragraph, only furniture follows."""
    tail = _furniture()["tail"]
    in_body, cut = False, False
    for block in page.blocks:
        if block.role is Role.PARAGRAPH and _is_prose(block):
            in_body = True
        if in_body and tail.match(block.folded):
            cut = True
        if cut:
            block.role = Role.FURNITURE
    for block in reversed(page.blocks):
        if block.role is Role.PARAGRAPH or block.role is Role.SIGNATURE:
            break
        if block.role in (Role.HEADING, Role.TOPIC):
            block.role = Role.FURNITURE
