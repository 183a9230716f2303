"""Source lines: when and where a document was published, and by whom (来源、发布时间、作者、编辑).

    source line ::= (label "：" value?)+ | timestamp | "《" newspaper "》（" date "第" number "版）"

A label and its value stand on one line, or the value on the next.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policyparse.entities.dates import match_timestamp

_TERMINAL = re.compile(r"[。！？；]")
_LENGTH = 160
_STAMP_REST = 18
"""So much may stand beside a timestamp that is a line of its own: a weekday, 发表于 and a place."""

_TODAY = re.compile("(?:今天|今日|现在|当前时间)(?:是|为)?")
_ISSUE = re.compile(
    r"《\s?([^《》]{2,20}?)\s?》\s?（\s?((?:19|20)[0-9]{2}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?)[^（）]{0,6}?第?\s?[A-Z]?[0-9]{1,3}\s?版[^）]{0,10}）"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value.

    Attributes:
        name: What the label asks for: `publisher`, `published_at`, `authors`, `editors`, `title` or `other`.
        start: Offset of the value in the line.
        end: Offset after the value.
    """

    name: str
    start: int
    end: int


@cache
def _labels() -> tuple[dict[str, str], re.Pattern[str]]:
    lexicon = tomllib.loads((files("policyparse.structure") / "source_line.toml").read_text(encoding="utf-8"))
    names = {word: name for name, entry in lexicon.items() for word in entry["words"]}
    spaced = (r"\s{0,4}".join(map(re.escape, word)) for word in sorted(names, key=len, reverse=True))
    words = "|".join(spaced)
    start = r"(?:^|(?<=[\s|丨/】\]）}]))"
    return names, re.compile(rf"{start}(?:[【\[（]?({words})\s{{0,2}}：|[【\[]({words})[】\]])\s{{0,4}}")


@cache
def _label_ends() -> frozenset[str]:
    return frozenset(word[-1] for word in _labels()[0])


def _may_hold_label(line: str) -> bool:
    """Whether a colon stands behind a character that ends a label, or a label's bracket closes."""
    colon = line.find("：")
    while colon >= 0:
        before = line[colon - 1 : colon]
        if before in _label_ends() or before.isspace():
            return True
        colon = line.find("：", colon + 1)
    return "】" in line or "]" in line


def find_entries(line: str) -> Iterator[Entry]:
    """Find the labels of a width-folded line with their values."""
    issue = _ISSUE.search(line) if "《" in line else None
    if issue:
        yield Entry("publisher", *issue.span(1))
        yield Entry("published_at", *issue.span(2))
    if not _may_hold_label(line):
        return
    names, pattern = _labels()
    found = list(pattern.finditer(line))
    for i, label in enumerate(found):
        limit = found[i + 1].start() if i + 1 < len(found) else len(line)
        value = line[label.end() : limit]
        end = label.end() + len(value.rstrip(" |丨/【[（】]）"))
        yield Entry(names[re.sub(r"\s", "", label[1] or label[2])], label.end(), max(end, label.end()))


def is_source_line(line: str) -> bool:
    """Whether a width-folded line is made of labels and their values, or is the time of publication."""
    if not line or len(line) > _LENGTH or line[-1] in "。！？；" or _TERMINAL.search(line) or _TODAY.match(line):
        return False
    if ("：" in line or line[0] in "【[") and _may_hold_label(line) and _labels()[1].search(line):
        return True
    if "《" in line and _ISSUE.search(line):
        return True
    if not line[:1].isdigit() and len(line) > 40:
        return False
    stamp = match_timestamp(line)
    return stamp is not None and len(line) <= stamp[1][1] - stamp[1][0] + _STAMP_REST


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
