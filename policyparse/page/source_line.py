"""Source lines: when and where a document was published, and by whom (来源、发布时间、作者、编辑).

    source line ::= (entry | timestamp | outlet | clock)+ | issue | masthead
    entry       ::= label "：" value? | "【" label "】" value? | label ("/" | "|") value | role " " name
    issue       ::= "《" newspaper "》（" date "第" number "版）"
    masthead    ::= newspaper? and date and "第" number "版" in any order

A label and its value stand on one line, or the value on the next. On a line that has a timestamp or a label, another
label may be glued to the value before it: 09:15:08来源：某报编辑：张三.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, STROKES, WEEKDAY
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import lexicon
from policyparse.language.days import DAY, match_timestamp
from policyparse.page.outlets import is_outlet

LINE_LENGTH = 200
"""Maximum length of a source line, in characters."""

_MASTHEAD_LENGTH = 60
_STAMP_REST = 18
"""How much may stand beside a timestamp that is a line of its own, in characters: a weekday, 发表于 and a place."""

_WORD_LENGTH = 10
"""Maximum length of a word beside a clock time, in characters."""

_TERMINAL = compiled(r"[。！？；]")
_PUNCTUATION = compiled(r"[，。；、：“”《》]")
_CLOCK = compiled(r"(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])")
_PIECE = compiled(rf"[^\s{STROKES}·•]+")
_COUNT_OR_SIZE = pattern(
    r"[0-9, ]{1,12}[次人]?|[大中小 ]{1,5}",
    method="fullmatch",
    matches=["1,234 次", "56人", "大 中 小", "78"],
    rejects=["次", "123,456,789 1次", "大  中  小", "", "微"],
)
"""How often a page was read, and the sizes of its letters."""
_GLUED = pattern(
    rf"(?:[0-9][0-9:/.年月日-]{{0,24}})?(?P<name>[{HAN}A-Za-z《][^0-9]{{0,40}}?)(?:(?:(?:19|20)[0-9]{{2}}[-/年.])?[0-9]{{1,2}}[-/月.][0-9]{{1,2}}日?)?$",
    method="match",
    matches=[
        *(("15:20锦川晚报", {"name": "锦川晚报"}), ("2033年11月02日15:20锦川晚报", {"name": "锦川晚报"})),
        *(("锦川融媒03-18", {"name": "锦川融媒"}), ("锦川晚报2033年11月2日", {"name": "锦川晚报"})),
        *(("东屏日报", {"name": "东屏日报"}), "2日", ("2011年5月6日12:30:45/2011年5月7日", {"name": "年"})),
        "锦川晚报1933年11月2日",
    ],
    rejects=[
        *("15:20", "2033-11-02", "03-18", "锦川融媒03-", "锦川融媒-18", "锦川融媒350-18", "锦川融媒03-350"),
        *("锦川晚报203年11月2日", "锦川晚报20350年11月2日"),
        "今天上午，全市重点项目集中开工仪式在江北新区举行，市委、市政府主要负责同志出席并为项目奠基培土",
    ],
)
"""A name with a time glued to it."""

_TODAY = pattern(
    r"(?:今天|今日|现在|当前时间)(?:是|为)?",
    method="match",
    matches=[
        *("今天是2024年5月6日", "今日2024-05-06", "现在是10:00", "当前时间为2024-05-06", ("现在是10:00", "现在是")),
        ("当前时间为2024-05-06", "当前时间为"),
    ],
    rejects=["来源：某报"],
)
"""A clock of the site."""

_ISSUE = pattern(
    r"《\s?(?P<paper>[^《》]{2,20}?)\s?》\s?（\s?(?P<day>(?&day))[^（）]{0,9}?[0-9]\s?版[^）]{0,10}）",
    day=DAY,
    matches=[
        ("《 某某日报 》（ 2023年05月08日 第 04 版）", {"paper": "某某日报", "day": "2023年05月08日"}),
        *(("《某报》（2023-5-8 A04版 要闻）", {"day": "2023-5-8"}), "《青禾日报 》 （1912年12月3日3版）"),
    ],
    rejects=[
        *("《某某办法》（2023年5月8日发布）", "《某报》2023年5月8日第4版"),
        *("《某报》（2012年3月3日发布，后收录于年鉴第3版）", "《某报》（2023年5月8日出版）"),
        *("《报》（2023-5-8 A04版 要闻）", "《某报》（2023-5-8 A04版，转载时对文字有所删改）"),
        "《江州市文学艺术界联合会会刊及文学艺术评论报》（2023-5-8 A04版 要闻）",
    ],
)
"""The issue of a paper."""

_PLATE = pattern(
    r"第?\s?[A-Z]?[0-9]{1,3}\s?版(?:\s?：\s?\S{1,8})?",
    matches=[
        *("第03版：要闻", "A12 版", ("第 4版", "第 4版"), ("第A01版：要闻", "第A01版：要闻")),
        *(("第03版：", "第03版"), ("第 4版： 3", "第 4版： 3"), ("A2025 版", "025 版")),
        *(("第03版 ：要闻", "第03版 ：要闻"), ("第03版：经济社会发展综合新闻", "第03版：经济社会发展综合")),
    ],
    rejects=["正版软件", "第四版修订"],
)
_WEEKDAY = pattern(
    "(?:星期|周)(?&day)", day=f"[{WEEKDAY}]", matches=["星期一", "周日", "星期天"], rejects=["周末", "星期"]
)
_PAPER = pattern(
    rf"(?P<paper>[{HAN}]{{2,10}}?报)(?:数字报|电子报|电子版|数字版)?",
    method="fullmatch",
    matches=[
        *(("江州日报数字报", {"paper": "江州日报"}), "江州日报", "江州晚报电子版", "江州日报电子报"),
        *("江州日报数字版", ("江州日报电子报", {"paper": "江州日报"})),
    ],
    rejects=["江州日报社", "报", "县报", "某省经济社会发展研究动态报"],
)
_IN_FORCE = pattern(
    "施行|实施|生效|通过|修[订正改]|废止|公布",
    matches=["2021年1月1日起施行", "起实施", "生效", "会议通过", "修订", "修正", "修改", "废止", "公布"],
    rejects=["2021年1月1日", "修建于2021年1月1日"],
)
"""Beside a date on its line, it is no date of publication: 2021年1月1日起施行."""

_COLUMNS = ("other", "authors", "subjects", "status", "level")
"""Groups whose short words ask with a colon only; in brackets they are columns: [视频]…, 【评论】…."""

_SLASHED = ("publisher", "authors", "editors")
"""Groups whose words a stroke may part from their value: 来源/某报, 编辑丨王小明."""

_ROLE = pattern(
    rf"(?P<role>(?:见习|实习|特约|首席)?记者|通讯员|作者|撰稿人?|责任编辑|责编|编辑)\s{{1,3}}(?=[{HAN}·]{{2,12}}(?:\s|$|[|丨、，]))",
    matches=[
        *(("何秋水记者 丁一帆", {"role": "记者"}), ("通讯员 李晓红", {"role": "通讯员"})),
        *(("见习记者 丁一帆", {"role": "见习记者"}), "实习记者 丁一帆", "特约记者 丁一帆", "首席记者 丁一帆"),
        *("作者 丁一帆", "撰稿 丁一帆", "撰稿人 丁一帆", "责编 丁一帆", "责任编辑 丁一帆", "编辑  丁一帆、何秋水"),
        *("记者 罗敏 点击：", "记者 罗敏丨点击：12", ("首席记者 丁一帆", "首席记者 ")),
        *(("责任编辑 丁一帆", "责任编辑 "), ("特约记者 丁一帆", "特约记者 "), ("实习记者 丁一帆", "实习记者 ")),
    ],
    rejects=[
        *("记者丁一帆", "记者 21日从市经信局获悉", "记者 从市经信局获悉今年全市工业招商", "作者 王"),
        "作者    丁一帆",
    ],
)
"""A role whose names stand behind a space."""

_AUTHOR_ROLES = ("记者", "通讯员", "作者", "撰稿", "撰稿人")


class Entry(NamedTuple):
    """A label with its value, or a value without one.

    Attributes:
        name: What the label asks for: a group of `knowledge/source_lines.toml`; `outlet` for an outlet without label.
        start: Offset of the value in the line.
        end: Offset after the value.
        label: Offset of the label.
    """

    name: str
    start: int
    end: int
    label: int


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of the lexicon as patterns.

    Attributes:
        names: By label, what it asks for.
        parted: A label at the start of a line or behind what parts it from the value before.
        glued: A label and its colon anywhere.
        separators: What a line with a label must have: the end of a label before a colon or a stroke, a bracket.
    """

    names: dict[str, str]
    parted: re.Pattern[str]
    glued: re.Pattern[str]
    separators: re.Pattern[str]


@cache
def _labels() -> _Labels:
    names = {word: name for name, entry in lexicon("source_lines").items() for word in entry.words}
    words = "|".join(_spaced(names))
    bracketed = "|".join(_spaced(word for word, name in names.items() if len(word) > 2 or name not in _COLUMNS))
    strokes = [word for word, name in names.items() if len(word) > 1 and name in _SLASHED]
    credits = "|".join(_spaced(strokes))
    start = rf"(?:^|(?<=[\s{STROKES}/】\]）}}·0-9]))"
    name_only = rf"(?=[{HAN}]{{2,4}}(?:\s|）|$))"
    parted = compiled(
        rf"{start}(?:[【\[（]?({words})\s{{0,2}}：|[【\[]({bracketed})[】\]]：?)\s{{0,4}}"
        rf"|(?:^[【\[（]?({credits})\s?[/{STROKES}]\s?(?=\S)|(?<=\s)({credits})\s?[/{STROKES}]\s?{name_only})"
    )
    glued = compiled(rf"({'|'.join(_spaced(word for word in names if len(word) > 1))})\s{{0,2}}：\s{{0,4}}")
    ends = "".join(sorted({re.escape(word[-1]) for word in names}))
    ends_before_stroke = "".join(sorted({re.escape(word[-1]) for word in strokes}))
    separators = compiled(rf"[{ends}\s]：|[】\]]|[{ends_before_stroke}]\s?[/{STROKES}]")
    return _Labels(names, parted, glued, separators)


def _spaced(words: Iterable[str]) -> Iterator[str]:
    """Patterns of words whose characters may be set apart, the longest first."""
    return (r"\s{0,4}".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


def _may_hold_label(line: str) -> bool:
    """Whether a separator stands behind a character that ends a label, or a label's bracket closes."""
    return bool(_labels().separators.search(line))


def opens_with_label(line: str) -> bool:
    """Whether a width-folded line begins with a label and what parts it from its value."""
    return _may_hold_label(line) and bool(_labels().parted.match(line))


def find_entries(line: str) -> Iterator[Entry]:
    """Find the labels of a width-folded line with their values, and an outlet without label beside a time."""
    issue = _ISSUE.search(line) if "《" in line else None
    printed: list[Entry] = []
    if issue:
        printed = [Entry("publisher", *issue.span("paper"), issue.start())]
        printed.append(Entry("published_at", *issue.span("day"), issue.start()))
    elif "版" in line:
        printed = _masthead(line)
    found = list(_find_labels(line)) if len(line) <= LINE_LENGTH else []
    for i, (name, start, value) in enumerate(found):
        limit = found[i + 1][1] if i + 1 < len(found) else len(line)
        end = value + len(line[value:limit].rstrip(" |丨/·【[（】]）、，"))
        printed.append(Entry(name, value, max(end, value), start))
    yield from printed
    if len(line) <= LINE_LENGTH and not any(entry.name == "publisher" for entry in printed):
        yield from _find_outlets(line, found[0][1] if found else len(line))


def _find_labels(line: str) -> Iterator[tuple[str, int, int]]:
    """Name, start, and start of the value of each label, in order."""
    labels = _labels()
    found: list[tuple[str, int, int]] = []
    if _may_hold_label(line):
        for match in labels.parted.finditer(line):
            word = re.sub(r"\s", "", match[match.lastindex or 0])
            found.append((labels.names[word], match.start(), match.end()))
    if found or _times(line):
        taken = [(start, end) for _, start, end in found]
        for match in labels.glued.finditer(line) if "：" in line else ():
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append((labels.names[re.sub(r"\s", "", match[1])], match.start(), match.end()))
                taken.append(match.span())
        for match in _ROLE.finditer(line):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                name = "authors" if match["role"].removeprefix("见习").endswith(_AUTHOR_ROLES) else "editors"
                found.append((name, match.start(), match.end()))
    return iter(sorted(found, key=lambda label: label[1]))


def _times(line: str) -> bool:
    """Whether a line has a date or a clock time."""
    return bool(_CLOCK.search(line)) or match_timestamp(line) is not None


def _find_outlets(line: str, limit: int) -> Iterator[Entry]:
    """The outlet that stands beside a time without a label, before the first label: 某某晚报 2024-09-24 07:31."""
    if limit < 3 or not _times(line):
        return
    for piece in _PIECE.finditer(line, 0, limit):
        glued = _GLUED.match(piece[0])
        if glued and is_outlet(glued["name"]):
            start = piece.start() + glued.start("name")
            yield Entry("outlet", start, start + len(glued["name"]), start)
            return


def _masthead(line: str) -> list[Entry]:
    """The head of a newspaper's page, which has its date, its number and mostly the paper's name, and nothing else."""
    plate = _PLATE.search(line) if len(line) <= _MASTHEAD_LENGTH else None
    stamp = match_timestamp(line) if plate else None
    if plate is None or stamp is None:
        return []
    start, end = stamp[1]
    blank = [*line]
    for a, b in (plate.span(), (start, end), *(weekday.span() for weekday in _WEEKDAY.finditer(line))):
        blank[a:b] = " " * (b - a)
    rest = "".join(blank).strip(" |丨·（）")
    paper = _PAPER.fullmatch(rest)
    if rest and not paper:
        return []
    found = [Entry("published_at", start, end, start)]
    if paper:
        at = line.index(paper["paper"])
        found.insert(0, Entry("publisher", at, at + len(paper["paper"]), at))
    return found


def is_source_line(line: str) -> bool:
    """Whether a width-folded line is made of labels and their values, or is the time of publication."""
    if not line or len(line) > LINE_LENGTH or _TERMINAL.search(line) or _TODAY.match(line):
        return False
    if _may_hold_label(line) and _labels().parted.search(line):
        return True
    if line[0] == "（" and tells_force(line):
        return False
    if ("《" in line and _ISSUE.search(line)) or ("版" in line and _masthead(line)):
        return True
    if not line[:1].isdigit() and len(line) > 60:
        return False
    stamp = match_timestamp(line)
    if stamp is None:
        clock = _CLOCK.search(line) if ":" in line else None
        return clock is not None and any(
            (glued := _GLUED.match(piece)) and is_outlet(glued["name"])
            for piece in f"{line[: clock.start()]} {line[clock.end() :]}".split()
        )
    start, end = stamp[1]
    if len(line) <= end - start + _STAMP_REST or (isinstance(stamp[0], datetime) and _is_bare(line, start, end)):
        return True
    return isinstance(stamp[0], datetime) and "：" in line[end:] and any(True for _ in _find_labels(line))


def _is_bare(line: str, start: int, end: int) -> bool:
    """Whether nothing but short words stands beside a clock time: 原创 某发布 2024年5月6日 18:00 江州 听全文."""
    rest = line[:start] + " " + line[end:]
    return not _PUNCTUATION.search(rest) and all(len(word) <= _WORD_LENGTH for word in rest.split())


def tells_force(line: str) -> bool:
    """Whether the date of a line is one of the document, not of its publication: 2021年1月1日起施行."""
    return bool(_IN_FORCE.search(line))


def asks_for(line: str) -> str | None:
    """What a line that ends with a label asks for; its value stands on the next line."""
    if not line.endswith(("：", "】", "]")):
        return None
    entries = [entry for entry in find_entries(line) if entry.name != "outlet"]
    return entries[-1].name if entries and entries[-1].start >= len(line.rstrip()) else None


def asks_in_cell(line: str) -> str | None:
    """What a line that is a label and nothing else asks for, as cells of an index table do without a colon: 发布日期.

    Args:
        line: Width-folded line.
    """
    word = re.sub(r"\s", "", line)
    return _labels().names.get(word) if 4 <= len(word) <= _WORD_LENGTH else None


_DATED = ("published_at", "issued_at", "issued_on", "effective_on", "expires_on")
_FREE = ("index_number", "document_number", "subjects", "title", "issuer", "status", "level")


def answers(line: str, name: str) -> bool:
    """Whether a line can be the value of the label on the line before.

    Args:
        line: Width-folded line.
        name: What the label asks for.
    """
    if line.endswith("：") or _TERMINAL.search(line):
        return False
    if name in _DATED:
        return len(line) < 40 and match_timestamp(line) is not None
    if name in _FREE:
        return len(line) <= LINE_LENGTH and asks_for(line) is None
    if len(line) >= 40:
        return False
    if name == "other":
        return _COUNT_OR_SIZE.fullmatch(line) is not None
    return match_timestamp(line) is None
