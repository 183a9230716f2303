"""Source lines: when and where a document was published, and by whom (来源、发布时间、作者、编辑).

    source line ::= (label "：" value?)+ | (label ("/" | "|") value)+ | timestamp | issue | masthead
    issue       ::= "《" newspaper "》（" date "第" number "版）"
    masthead    ::= newspaper? and date and "第" number "版" in any order

A label and its value stand on one line, or the value on the next.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from policyparse.language.days import match_timestamp

_TERMINAL = re.compile(r"[。！？；]")
_LENGTH = 160
_MASTHEAD_LENGTH = 60
_STAMP_REST = 18
"""So much may stand beside a timestamp that is a line of its own: a weekday, 发表于 and a place."""

_WORD_LENGTH = 10
_PUNCTUATION = re.compile(r"[，。；、：“”《》]")

_TODAY = re.compile("(?:今天|今日|现在|当前时间)(?:是|为)?")
_ISSUE = re.compile(
    r"《\s?([^《》]{2,20}?)\s?》\s?（\s?((?:19|20)[0-9]{2}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?)[^（）]{0,6}?第?\s?[A-Z]?[0-9]{1,3}\s?版[^）]{0,10}）"
)

_PLATE = re.compile(r"第?\s?[A-Z]?[0-9]{1,3}\s?版(?:\s?：\s?\S{1,8})?")
_WEEKDAY = re.compile("(?:星期|周)[一二三四五六日天]")
_PAPER = re.compile(r"([\u4e00-\u9fff]{2,10}?报)(?:数字报|电子报|电子版|数字版)?")
_IN_FORCE = re.compile("施行|实施|生效|通过|修[订正改]|废止|公布")
"""Beside a date on its line, it is no date of publication: 2021年1月1日起施行."""


_COLUMNS = ("other", "authors")
"""Groups whose short words ask with a colon only; in brackets they are columns: [视频]…, 【评论】…."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value.

    Attributes:
        name: What the label asks for: `publisher`, `published_by`, `published_at`, `issued_at`, `authors`, `editors`,
            `title` or `other`.
        start: Offset of the value in the line.
        end: Offset after the value.
    """

    name: str
    start: int
    end: int


@cache
def _labels() -> tuple[dict[str, str], re.Pattern[str]]:
    lexicon = tomllib.loads((files("policyparse.page") / "source_line.toml").read_text(encoding="utf-8"))
    names = {word: name for name, entry in lexicon.items() for word in entry["words"]}
    words = "|".join(_spaced(names))
    bracketed = "|".join(_spaced(word for word, name in names.items() if len(word) > 2 or name not in _COLUMNS))
    credits = "|".join(_spaced(_slashed(names)))
    start = r"(?:^|(?<=[\s|丨/】\]）}]))"
    name_only = r"(?=[\u4e00-\u9fff]{2,4}(?:\s|）|$))"
    return names, re.compile(
        rf"{start}(?:[【\[（]?({words})\s{{0,2}}：|[【\[]({bracketed})[】\]])\s{{0,4}}"
        rf"|(?:^[【\[（]?({credits})\s?[/|丨]\s?(?=\S)|(?<=\s)({credits})\s?[/|丨]\s?{name_only})"
    )


def _spaced(words: Iterable[str]) -> Iterator[str]:
    """Patterns of words whose characters may be set apart, the longest first."""
    return (r"\s{0,4}".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


def _slashed(names: Mapping[str, str]) -> list[str]:
    """Labels that a stroke may part from their value: 来源/某报, 编辑丨王小明."""
    return [word for word, name in names.items() if len(word) > 1 and name in ("publisher", "authors", "editors")]


@cache
def _separators() -> re.Pattern[str]:
    ends = "".join({re.escape(word[-1]) for word in _labels()[0]})
    strokes = "".join({re.escape(word[-1]) for word in _slashed(_labels()[0])})
    return re.compile(rf"[{ends}\s]：|[】\]]|[{strokes}]\s?[/|丨]")


def _may_hold_label(line: str) -> bool:
    """Whether a separator stands behind a character that ends a label, or a label's bracket closes."""
    return bool(_separators().search(line))


def opens_with_label(line: str) -> bool:
    """Whether a width-folded line begins with a label and what parts it from its value."""
    return _may_hold_label(line) and bool(_labels()[1].match(line))


def find_entries(line: str) -> Iterator[Entry]:
    """Find the labels of a width-folded line with their values."""
    issue = _ISSUE.search(line) if "《" in line else None
    if issue:
        yield Entry("publisher", *issue.span(1))
        yield Entry("published_at", *issue.span(2))
    elif "版" in line:
        yield from _masthead(line)
    if not _may_hold_label(line):
        return
    names, pattern = _labels()
    found = list(pattern.finditer(line))
    for i, label in enumerate(found):
        limit = found[i + 1].start() if i + 1 < len(found) else len(line)
        value = line[label.end() : limit]
        end = label.end() + len(value.rstrip(" |丨/【[（】]）"))
        yield Entry(names[re.sub(r"\s", "", label[label.lastindex or 0])], label.end(), max(end, label.end()))


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
    found = [Entry("published_at", start, end)]
    if paper:
        at = line.index(paper[1])
        found.insert(0, Entry("publisher", at, at + len(paper[1])))
    return found


def is_source_line(line: str) -> bool:
    """Whether a width-folded line is made of labels and their values, or is the time of publication."""
    if not line or len(line) > _LENGTH or line[-1] in "。！？；" or _TERMINAL.search(line) or _TODAY.match(line):
        return False
    if _may_hold_label(line) and _labels()[1].search(line):
        return True
    if ("《" in line and _ISSUE.search(line)) or ("版" in line and _masthead(line)):
        return True
    if not line[:1].isdigit() and len(line) > 40:
        return False
    stamp = match_timestamp(line)
    if stamp is None:
        return False
    start, end = stamp[1]
    return len(line) <= end - start + _STAMP_REST or (isinstance(stamp[0], datetime) and _is_bare(line, start, end))


def _is_bare(line: str, start: int, end: int) -> bool:
    """Whether nothing but short words stands beside a clock time: 原创 某发布 2024年5月6日 18:00 江州 听全文."""
    rest = line[:start] + " " + line[end:]
    return not _PUNCTUATION.search(rest) and all(len(word) <= _WORD_LENGTH for word in rest.split())


def tells_force(line: str) -> bool:
    """Whether the date of a line is one of the document, not of its publication: 2021年1月1日起施行."""
    return bool(_IN_FORCE.search(line))


def asks_for(line: str) -> str | None:
    """What a line that ends with a label asks for; its value stands on the next line."""
    if not line.endswith("："):
        return None
    entries = list(find_entries(line))
    return entries[-1].name if entries and entries[-1].start == entries[-1].end else None


def answers(line: str, name: str) -> bool:
    """Whether a line can be the value of the label on the line before."""
    if len(line) >= 40 or line.endswith("：") or _TERMINAL.search(line):
        return False
    if name == "published_at":
        return match_timestamp(line) is not None
    if name == "other":
        return bool(re.fullmatch(r"[0-9, ]{1,12}(?:次|人)?|[大中小 ]{1,5}", line))
    return match_timestamp(line) is None
