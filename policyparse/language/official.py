"""Forms of official documents (公文格式): numbers, dates and signatures.

    document number ::= abbreviation of the issuer "〔" year "〕" serial "号"
    notice label    ::= "第" number "号"  |  "〔" session "〕第" number "号"
    signature       ::= body+ date  |  office name date

After GB/T 9704-2012 (党政机关公文格式), 7.2.5 and 7.3.5.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent

_Y = r"(?:(?:18|19|20)[0-9]{2}|[一二][〇零○O0ОＯ0-9一二三四五六七八九]{3})"
_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿卅元]{1,3})"
DAY = rf"{_Y} ?年 ?{_N} ?月 ?{_N} ?[日号]"
"""Pattern of a full date without groups, in folded text."""

_DAY = re.compile(rf"({_Y}) ?年 ?({_N}) ?月 ?({_N}) ?[日号]")
_DOCUMENT_NUMBER = re.compile(
    r"(?<![一-龥《])([一-龥]{1,12}(?:（[一-龥]{1,6}）)?(?:字|函|办|发)?) ?"
    r"[〔\[（【] ?((?:19|20)[0-9]{2}) ?[〕\]）】] ?第? ?([0-9]{1,5}) ?号"
)
_NOTICE = re.compile(r"((?:[〔\[（][一-龥0-9]{1,12}[〕\]）] ?)?第 ?((?:[0-9〇零○一二三四五六七八九十百千] ?){1,7})号)")
_LETTERED = str.maketrans({"O": "〇", "О": "〇", "0": "〇", "○": "〇", "零": "〇"})


@dataclass(frozen=True, slots=True)
class Day:
    """A full date in a text.

    Attributes:
        on: The date.
        start: Offset of its first code point.
        end: Offset after its last code point.
    """

    on: date
    start: int
    end: int


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((files("policyparse.language") / "official.toml").read_text(encoding="utf-8"))
    titles = "|".join(" {0,4}".join(title) for title in sorted(table["office"]["titles"], key=len, reverse=True))
    return {
        "office": re.compile(rf"[一-龥]{{0,20}}?(?:{titles})[ ：]{{1,8}}[一-龥·]{{1,12}}(?: {{1,4}}[一-龥]{{1,2}})?$"),
    }


def find_days(folded: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Find full dates: 2022年3月30日, 二〇二二年三月三十日, ２０１２年１２月３日.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    for match in _DAY.finditer(folded, start, len(folded) if end is None else end):
        on = _date(match[1], match[2], match[3])
        if on:
            yield Day(on, match.start(), match.end())


def _date(year: str, month: str, day: str) -> date | None:
    numbers = [parse_integer(year if year.isdigit() and year.isascii() else year.translate(_LETTERED))]
    numbers += [parse_integer(part.replace("元", "一")) for part in (month, day)]
    y, m, d = numbers
    try:
        return date(y or 0, m or 0, d or 0)
    except ValueError:
        return None


def is_day(folded: str) -> bool:
    """Whether a line is a date and nothing else."""
    match = _DAY.match(folded)
    return bool(match and not folded[match.end() :].strip("。 "))


def match_document_number(folded: str) -> Extent | None:
    """The first document number (发文字号): 津政发〔2022〕3号, 国办函[2021]第12号.

    Args:
        folded: Width-folded text.
    """
    match = _DOCUMENT_NUMBER.search(folded)
    return match.span() if match else None


def match_notice_label(folded: str) -> tuple[Extent, int] | None:
    """The first number of an announcement or order (公告号、令号): 第九十六号, 第721号, 〔十五届〕第21号.

    Args:
        folded: Width-folded text.

    Returns:
        Extent of the label and its number.
    """
    for match in _NOTICE.finditer(folded):
        number = parse_integer(match[2].replace(" ", ""))
        if number is not None:
            return match.span(1), number
    return None


def is_officer(folded: str) -> bool:
    """Whether a line is an office and a name: 总理 李某某, 总  理  李 某, 主任：张三."""
    return len(folded) <= 40 and bool(_lexicon()["office"].match(folded))
