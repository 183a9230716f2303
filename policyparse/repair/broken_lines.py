"""Paragraphs broken by a column, a page or a caption.

Two lines are joined only where grammar says so: the first is prose that stops inside a sentence, and the second
goes on without a label, a heading or an indent of its own. What a heading or a title could be is joined only
where the seam itself shows that a word or a phrase was cut.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.language.labels import ARTICLE, is_division, is_labelled
from policyparse.source.edits import Edit

_HAN = compiled(r"[\u4e00-\u9fff]")
_PROSE = compiled(r"[，。；！？：、]")
_SENTENCE = compiled(r"[。；]")
_CLOSED = "。！？；：….．~>|”’）》】]］〕—－-"
_OPENING = pattern(
    r"[#>*•·●■◆▲□○|<\[【〔-]|附件|附录|附：|（记者|本报|责任编辑"
    r"|[^\s，。：“]{2,16}(?:\d日(?:电|讯|消息)|[电讯] ?（[^（）]{0,8}(?:记者|通讯员))"
    r"|[^\s，。：“]{2,8}：\s"
    r"|(?:(?&seams.labels)|发布\w{1,3}|\w{1,4}热线|\w{1,4}单位)\s?：",
    method="match",
    matches=[
        *("某网江州1月15日电（记者", "江州日报5月2日讯 近日", "江州日报讯（记者", "# 标题", "附件1", "附录二"),
        *("江州日报5月2日消息 近日", "某网江州1月15日电 近日", "某社江州电（全媒体记者王小明）"),
        *("江州日报讯 （通讯员王小明）", "附：名单", "（记者王小明）", "本报讯", "责任编辑 王小明"),
        *("发言人： 各位好", "来源：", "发布时间：", "发布人：", "市民热线：", "协办单位：", "来源 ：某报"),
        *("主要起草人员姓名： 王", "市政热线：", "本期协办单位："),
    ],
    rejects=[
        *("江州1月15日", "江州供电（国网）", "通信讯号（甲）", "某公司15日发电", "附近的村民", "记者从", "责任"),
        *("他说：要加快", "发言，各位： 好", "甲： 乙", "来源于本地", "发布：要点", "发布会日程安排：要点"),
        *("热线：一二三", "单位：一二三", "本市政务服务热线：一二三", "全市各级行政单位：一二三"),
        *("主要起草人员姓名如下： 王", "15日讯 近日", "上述座谈会的有关情况和主要意见已于15日电告各地"),
        "市民来电（反映小区停车难等问题，记者已转交",
    ],
)
"""How a line without a label begins that does not go on with the one before, in folded text."""

PAGE_NUMBER = pattern(
    r"[—–\-\s]{0,4}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?/\s?\d{1,4}|[\s，/（]{0,3}共\s?\d{1,4}\s?页)?[）—–\-\s]{0,4}$",
    method="match",
    matches=[
        *("12", "- 12 -", "第12页", "第 12 页", "12/30", "12 / 30", "第3页，共9页", "第3页（共9页）", "3页共 9 页"),
        *("第3页/共9页", "3共9页", "————12————", "第3页，/（共1234页）", "1234"),
    ],
    rejects=[
        *("第12条", "页", "12万", "—————12", "12—————", "12345", "第3页，，，，共9页", "12/34567", "第3页共12345页"),
        *("第3页共页", "第3页/", "共9页", "第  3页"),
    ],
)
"""A line of nothing but the number of a page."""

_REFERRING = pattern(
    r"(?:本|该|同)(?:条例|法|办法|规定|决定|细则|章程|解释)$|》$|(?:依照|按照|根据|违反|符合|适用|执行|属于|[、和或及至])$|条$|款$",
    matches=[
        *("违反本条例", "依照该法", "同办法", "本规定", "本决定", "本细则", "本章程", "本解释", "依照《公园条例》"),
        *("依照", "按照", "根据", "违反", "符合", "适用", "执行", "属于", "以及", "第三条、", "第三条和"),
        *("第三条或", "第三条及", "第三条至", "第三条", "第二款"),
    ],
    rejects=["某条例", "本条例的公园", "《公园条例》的公园", "依照法律", "和平", "第三条的公园", "第二款的公园"],
)
"""How a line ends that goes on with a citation."""

_NEVER_LAST = frozenset("的和与及或对在为于以从向把被将由按据并而且其更最很各每该这那第是使让给跟、，“‘（《")
_CLOSED_WORD = pattern(
    "(?&seams.closed)$", matches=["展现新作为", "提供依据"], rejects=["加强与", "由市政府", "因为", "提供依据和"]
)
_LONGEST_CLOSED = 12
"""Maximum length of a word that ends a sentence, in characters."""
_NEVER_FIRST = frozenset("的了着过们性化者等和与及或而且，。、；：”’）》％%")
_NO_PROSE = pattern(
    r"\s[>»›→]\s|——\S{1,8}$|[。！？”）][^。！？，]{1,14}(?:摄|供图)$",
    matches=["首页 > 要闻", "愿公园常绿。——编者", "市民在公园散步。王小明 摄", "公园一角。某局供图"],
    rejects=[
        *("市民在公园散步", "在公园拍摄", "公园——", "公园——市民散步的好去处，全年开放", "记者拍下了这一幕。摄"),
        *("市民在公园散步。照片和文字一律由市园林局宣传科供图", "市民在公园散步。市园林局供图并说明，"),
    ],
)
"""A breadcrumb, who signs under a text, who took the picture: no prose that goes on."""

_CAPTION = pattern(
    r"图为|图：|摄影|摄$",
    matches=["图为公园", "图：公园", "王小明摄影", "王小明 摄", "王小明/摄"],
    rejects=["蓝图", "拍摄公园"],
)
_CAPTION_LENGTH = 30
_BETWEEN = 4
"""So many lines stand between the halves of a paragraph at most: a caption, the foot of a page and the next head."""

_LONGEST_READ = 1000
"""Maximum length of a paragraph that is read whole each time a line joins it, in characters."""
_MANY_RUNS = 200
"""So many runs of characters are looked for in a text before all of its runs are collected."""

_PROSE_LENGTH = 32
_SHORT_PROSE = 16
_HEADING_LENGTH = 60


class Line(NamedTuple):
    """A line of folded text without the space around it: its first and last offset, and its text."""

    start: int
    end: int
    text: str


def starts_anew(line: str) -> bool:
    """Whether a line begins as one does that is no rest of the line before: with a label, a mark, a word of a page.

    Args:
        line: Width-folded line without indent.
    """
    return is_labelled(line) or _OPENING.match(line) is not None


def trimmed_lines(folded: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines = []
    offset = 0
    for line in folded.split("\n"):
        text = line.strip()
        if text:
            start = offset + line.find(text[0])
            lines.append((start, start + len(text), text))
        offset += len(line) + 1
    return list(map(Line._make, lines))


def end_of_printed(text: str, characters: int) -> int:
    """Where so many characters that are no spaces end, wherever lines end: lines that are joined do not move it.

    Args:
        text: The text.
        characters: How many characters that are no spaces.

    Returns:
        The offset after the last of them; the length of a text that has fewer.
    """
    end = 0
    while characters and end < len(text):
        piece = text[end : end + characters]
        end += len(piece)
        characters -= sum(map(len, piece.split()))
    return end


def find_broken_lines(folded: str, text: str = "") -> Iterator[Edit]:
    """Find the breaks inside sentences, with a caption or a page number that stands in them, to be deleted.

    Args:
        folded: The text, width-folded.
        text: The text as printed, in which a line with a tab is the row of a table; empty where that is not known.
    """
    lines = trimmed_lines(folded)
    times: Counter[str] | None = None
    runs = _Runs(folded)
    in_body = False
    i = 0
    while i + 1 < len(lines):
        first = lines[i]
        is_row = "\t" in text[first.start : first.end]
        if not is_row and first.text[-1] not in _CLOSED and _stops_inside(first.text):
            if times is None:
                times = Counter(line.text for line in lines if len(line.text) <= _CAPTION_LENGTH)
            following, caption, turned = _skip(lines, i + 1, times)
            second = lines[following]
            if _belong_together(runs, first, second, in_body, caption, turned):
                yield Edit(first.end, second.start, "", "broken_lines", 0.9)
                lines[following] = Line(first.start, second.end, _read_again(first.text + second.text))
                i = following
                continue
        in_body = in_body or _is_of_body(first.text)
        i += 1


def _read_again(joined: str) -> str:
    """What is read of a paragraph that goes on: all of it, of a very long one its beginning and its end."""
    if len(joined) <= _LONGEST_READ:
        return joined
    return joined[: _LONGEST_READ // 2] + joined[-_LONGEST_READ // 2 :]


class _Runs:
    """Whether runs of two and three characters stand in a text: looked for, and looked up where many are asked for."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.asked = 0
        self.known: frozenset[str] = frozenset()

    def __contains__(self, run: str) -> bool:
        self.asked += 1
        if self.asked <= _MANY_RUNS:
            return run in self.folded
        if not self.known:
            pairs = (map("".join, zip(*(self.folded[i:] for i in range(length)), strict=False)) for length in (2, 3))
            self.known = frozenset(chain.from_iterable(pairs))
        return run in self.known


def _is_of_body(line: str) -> bool:
    """Whether a line is a sentence, so that the lines below it are no titles."""
    return len(line) >= (_SHORT_PROSE if line[-1] == "。" else _PROSE_LENGTH) and line[-1] in "。；："


def _skip(lines: list[Line], i: int, times: Counter[str]) -> tuple[int, Line | None, bool]:
    """The line after a page's number and its running head, and after one caption.

    Returns:
        Its index; the caption, if any; whether a page is turned before it.
    """
    caption = None
    turned = False
    for _ in range(_BETWEEN):
        if i + 1 >= len(lines):
            break
        line = lines[i]
        if PAGE_NUMBER.match(line.text) or (times[line.text] > 2 and _is_short(line.text)):
            turned = True
            i += 1
        elif caption is None and _is_short(line.text):
            caption = line
            i += 1
        else:
            break
    return i, caption, turned


def _is_indented(folded: str, line: Line) -> bool:
    """Whether a line is set in by two characters, as the first of a paragraph is."""
    return line.start >= 2 and folded[line.start - 2 : line.start] == "  "


def _is_short(line: str) -> bool:
    return len(line) <= _CAPTION_LENGTH and not _PROSE.search(line) and not starts_anew(line)


def _stops_inside(line: str) -> bool:
    return (
        len(line) >= _SHORT_PROSE
        and line[-1] not in _CLOSED
        and bool(_PROSE.search(line))
        and not _NO_PROSE.search(line)
    )


def _belong_together(runs: _Runs, first: Line, second: Line, in_body: bool, caption: Line | None, turned: bool) -> bool:
    head, tail = first.text, second.text
    if not _goes_on(head, tail) or is_division(head):
        return False
    if _is_cut(head, tail):
        return True
    if _is_indented(runs.folded, second) and not _is_indented(runs.folded, first):
        return False
    across = head[-1] + tail[0]
    word_across = bool(_HAN.match(head[-1]) and _HAN.match(tail[0])) and (across in runs or across in common_words())
    sentence = bool(_SENTENCE.search(head))
    longer = head[-2:] + tail[0] in runs or head[-1] + tail[:2] in runs
    if len(head) < _PROSE_LENGTH and not sentence:  # short enough for a heading: more than a word must lie across
        return in_body and word_across and longer and runs.folded.count("\n", first.end, second.start) > 1
    if not (in_body or sentence or ARTICLE.match(head)):  # a title may stand here
        return word_across and longer
    if caption is not None and not _CAPTION.search(caption.text):
        return in_body and (word_across or sentence)
    if word_across or (turned and in_body):  # a page ends inside a sentence, and the next goes on
        return True
    return not starts_anew(head) or bool(ARTICLE.match(head)) or len(head) >= _HEADING_LENGTH


@cache
def common_words() -> frozenset[str]:
    """The commonest words of two characters."""
    lines = (files("policyparse.repair") / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _goes_on(head: str, tail: str) -> bool:
    """Whether the second line can be the rest of the first: no label of its own, and prose."""
    if not _PROSE.search(tail) or not (_is_chinese(head) and _is_chinese(tail)):
        return False
    if tail[0] in "“（《—":
        return tail[0] in "（《" and head[-1] in _NEVER_LAST and not starts_anew(tail)
    return not starts_anew(tail) or bool(ARTICLE.match(tail) and _REFERRING.search(head))


def _is_chinese(line: str) -> bool:
    sample = line[:80]
    return 2 * len(_HAN.findall(sample)) >= len(sample)


def ends_closed(line: str) -> bool:
    """Whether a line ends with a word that ends a sentence, though its last character mostly binds: 作为, 依据."""
    return _CLOSED_WORD.search(line[-_LONGEST_CLOSED:]) is not None


def _is_cut(head: str, tail: str) -> bool:
    """Whether the seam shows a cut by itself: a word that never ends or starts a sentence, a bracket still open."""
    if tail[0] in _NEVER_FIRST or (head[-1] in _NEVER_LAST and not ends_closed(head)):
        return True
    return any(head.count(opening) > head.count(closing) for opening, closing in ("“”", "（）", "《》"))
