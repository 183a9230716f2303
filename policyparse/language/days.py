"""Full days: day, month and year, each printed; and the clock time behind one.

    day       ::= year "年" month "月" number ("日" | "号") | year "-" month "-" number
    timestamp ::= day weekday? clock?
    clock     ::= half? hour (":" | "时" | "点") minute (":" second)? half?

Rules for the form of dates: GB/T 15835—2011 出版物上数字用法, 4.1.2 and 5.1; GB/T 7408 for 2024-05-01. A day that the
calendar does not have (2月30日) is none. Dates that leave something out are found by `dates.py`.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SMALL_ORDINAL, WEEKDAY, YEAR_DIGIT
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent

CST = timezone(timedelta(hours=8))
"""China Standard Time, UTC+08:00."""

YEAR_NUMBER = pattern(
    rf"(?:18|19|20)[0-9]{{2}}|[一二][{YEAR_DIGIT}]{{3}}",
    method="fullmatch",
    matches=["2024", "1998", "1893", "二〇二四", "一九九八"],
    rejects=["2124", "224", "20245", "二〇二", "二〇二四五", "三〇二四"],
)
"""A year in four digits, for `(?&name)` of a pattern."""

MONTH_NUMBER = pattern(
    rf"[0-9]{{1,2}}|[{SMALL_ORDINAL}廿卅]{{1,3}}|元",
    method="fullmatch",
    matches=["5", "12", "五", "三十一", "廿九", "卅一", "元"],
    rejects=["", "123", "二十三四", "正"],
)
"""The number of a month or of a day of the month, for `(?&name)` of a pattern."""

_LINE_LENGTH = 40
"""Maximum length of a line that is a day, in characters."""

_LINE_ENDS = frozenset("日号0123456789。 ")

DAY = pattern(
    r"(?&year) ?年 ?(?&number) ?月 ?(?&number)(?: ?[日号]|(?=起))"
    r"|(?:18|19|20)[0-9]{2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?[0-9]{1,2}(?![0-9])",
    year=YEAR_NUMBER,
    number=MONTH_NUMBER,
    matches=[
        *(("自2022年3月30日起", "2022年3月30日"), ("二〇二二年三月三十日", "二〇二二年三月三十日")),
        *(("二O一一年元月廿九号", "二O一一年元月廿九号"), ("于 2024 年 5 月 1 日 起", "2024 年 5 月 1 日")),
        *(("自2024-05-01起", "2024-05-01"), ("1998/5/6", "1998/5/6"), ("自1893. 2. 10", "1893. 2. 10")),
        *(("2024 - 05 - 01", "2024 - 05 - 01"), "1833年元月元日", "1933年元月元日"),
        *(("自2024年5月31起", "2024年5月31"), ("2024年5月1 日", "2024年5月1 日")),
    ],
    rejects=[
        *("2022年3月", "3月30日", "2022年", "98年5月6日", "2024-05", "2024-5-311", "2024--5-3", "2024-5--3"),
        *("204-5-3", "20245-5-1", "2024-115-3", "2024  年5月1日", "2024年  5月1日", "2024年5  月1日"),
        *("2024年5月  1日", "2024年5月1  日", "2024  -5-1", "2024-  5-1", "2024-5  -1", "2024-5-  1", "2024-5-"),
        *("2024--1", "193年3月二日", "19333年3月二日", "一二3年元月元 日", "二3○二六年元 月3日", "1933年月二日"),
        *("1933年333月二日", "1933年一卅九廿月元日"),
    ],
)
"""A full day, valid or not; a part of other patterns."""

_WRITTEN = pattern(
    r"(?P<year>(?&y)) ?年 ?(?P<month>(?&n)) ?月 ?(?P<day>(?&n)) ?[日号]",
    y=YEAR_NUMBER,
    n=MONTH_NUMBER,
    matches=[
        ("自二〇二四年五月廿五日起", {"year": "二〇二四", "month": "五", "day": "廿五"}),
        *(("2024 年 5 月 1 日", {"day": "1"}), ("1998年5月6号", {"year": "1998"})),
    ],
    rejects=[
        *("2024年5月", "5月1日", "2024  年5月1日", "2024年  5月1日", "2024年5  月1日", "2024年5月  1日"),
        "2024年5月1  日",
    ],
)
_DASHED = pattern(
    r"(?<![0-9.])(?P<year>(?:18|19|20)[0-9]{2}) ?[-/.年] ?(?P<month>[0-9]{1,2}) ?[-/.月] ?"
    r"(?P<day>[0-9]{1,2})(?![0-9])日?",
    matches=[
        *(("发布时间：2024-05-01", {"year": "2024", "month": "05", "day": "01"}), ("2024/5/1", "2024/5/1")),
        *(("2024.5.1", "2024.5.1"), ("1998年5月6日 18:00", "1998年5月6日"), ("1898年5月6", "1898年5月6")),
        ("2024 - 05 - 01", "2024 - 05 - 01"),
    ],
    rejects=[
        *("12024-05-01", "1.2024.5.1", "2024-05", "2024-05-011", "2024--5", "2024-115-3", "204-5-3", "20245-5-1"),
        *("2024-5-", "2024--1-", "2024  -5-1", "2024-  5-1", "2024-5  -1", "2024-5-  1"),
    ],
)
_STACKED = pattern(
    r"(?<![0-9])(?P<year>20[0-9]{2}) ?(?P<month>[01]?[0-9]) ?[/.-] ?(?P<day>[0-3]?[0-9])"
    r"(?= ?[0-2][0-9]:[0-5][0-9](?![0-9]))"
    r"|(?<![0-9])(?P<year2>20[0-9]{2})-(?P<month2>[01][0-9])-(?P<day2>[0-3][0-9])(?=[0-2][0-9]:[0-5][0-9](?![0-9]))",
    matches=[
        ("2033 12/28 16:20:11", {"year": "2033", "month": "12", "day": "28"}),
        ("203312/2816:20", {"year": "2033", "month": "12", "day": "28"}),
        ("2033 5-6 08:20", {"month": "5", "day": "6"}),
        *(("2033-12-2816:20:11", {"year2": "2033", "month2": "12", "day2": "28"}), "2033 5- 6 08:20"),
        "2033 5 -6 08:20",
    ],
    rejects=[
        *("2033 12/28", "12033 12/28 16:20", "2033-12-2816", "电话2033-12-2816", "2033 12 28 16:20"),
        *("203 5-6 08:20", "2033 5-603:333", "2033-12-2803:333", "203-12-2816:20:11", "32033-12-2816:20:11"),
        "20350-12-2816:20:11",
    ],
)
"""A day whose year, month and hour stand in boxes of their own on the page, without the marks between."""

_CLOCK = pattern(
    rf"[ T]{{0,3}}(?:（?(?:星期|周)[{WEEKDAY}]）?[ T]{{0,3}})?"
    r"(?:(?P<before>上午|早上|中午|下午|傍晚|晚上|晚|凌晨) ?)?"
    r"(?P<hour>[0-9]{1,2}) ?[:：时点] ?(?P<minute>[0-9]{2})分?(?:[:：]?(?P<second>[0-9]{2})(?![0-9])秒?)?"
    r"(?: ?(?P<after>[AaPp]\.?[Mm]))?",
    method="match",
    matches=[
        *((" 18:25", {"hour": "18", "minute": "25", "second": None}), ("T09:30:15", {"second": "15"})),
        *(("  6:25 PM", {"after": "PM"}), (" 星期三 18:00", {"hour": "18"}), ("（周日）18时25分", {"minute": "25"})),
        *(("18点25分30秒", {"second": "30"}), (" 上午9:30", {"before": "上午"}), ("早上9:30", {"before": "早上"})),
        *(("中午12:30", {"before": "中午"}), ("下午 6:25", {"before": "下午"}), ("傍晚6:25", {"before": "傍晚"})),
        *(("晚上8:00", {"before": "晚上"}), ("晚8:05", {"before": "晚"}), ("凌晨1:05", {"before": "凌晨"})),
        *(("   9:30", {"hour": "9"}), ("6:25a.m", {"after": "a.m"}), ("   周五   9 : 30", "   周五   9 : 30")),
        *(("9:30分", "9:30分"), ("9:301", "9:30"), ("周天 9:30", "周天 9:30"), ("9:30:155", {"second": None})),
        ("9点25分30秒", "9点25分30秒"),
    ],
    rejects=[
        *("    9:30", "9:3", "星期 9:30", ":30", "9-30", "123:30", "9  :30", "9:  30", "下午  9:30", "周五    9:30"),
    ],
)
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "p"})
_MORNING = frozenset({"凌晨", "a"})
_NOON = "中午"
_LETTERED = str.maketrans(dict.fromkeys("OО0○◯零", "〇"))


@dataclass(frozen=True, slots=True)
class Day:
    """A full day in a text.

    Attributes:
        on: The date.
        start: Offset of its first code point.
        end: Offset after its last code point.
    """

    on: date
    start: int
    end: int


def find_days(folded: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Find full days, in order: 2022年3月30日, 二〇二二年三月三十日, 2022-03-30.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    for match in DAY.finditer(folded, start, len(folded) if end is None else end):
        on = _read(match[0])
        if on:
            yield Day(on, match.start(), match.end())


def is_day_line(folded: str) -> bool:
    """Whether a line is a full day and nothing else, its characters set apart or not.

    Args:
        folded: Width-folded line.
    """
    if len(folded) > _LINE_LENGTH or folded[-1:] not in _LINE_ENDS:
        return False
    line = folded.rstrip("。 ").replace(" ", "")
    return DAY.fullmatch(line) is not None and _read(line) is not None


def match_timestamp(folded: str) -> tuple[date | datetime, Extent] | None:
    """Find the first full day in Arabic numerals, with its clock time where one follows.

    Args:
        folded: Width-folded text.

    Returns:
        The date, or the date-time at +08:00, and its extent; None where there is no valid one.
    """
    for match in itertools.chain(_DASHED.finditer(folded), _STACKED.finditer(folded)):
        on = _date(*(part for part in match.groups() if part is not None))
        if on is None:
            continue
        clock = _CLOCK.match(folded, match.end())
        if clock is None:
            return on, match.span()
        try:
            second = int(clock["second"] or 0)
            when = datetime(on.year, on.month, on.day, _hour(clock), int(clock["minute"]), second, tzinfo=CST)
        except ValueError:
            return on, match.span()
        return when, (match.start(), clock.end())
    return None


def _hour(clock: re.Match[str]) -> int:
    """The hour of the day: 下午6:25 and 6:25 PM are 18, 凌晨12:05 is 0."""
    hour = int(clock["hour"])
    half = clock["before"] or (clock["after"] or "")[:1].lower()
    if (half in _AFTERNOON and hour < 12) or (half == _NOON and hour < 3):
        return hour + 12
    return 0 if half in _MORNING and hour == 12 else hour


@lru_cache(maxsize=1024)
def _read(day: str) -> date | None:
    match = _WRITTEN.match(day) or _DASHED.match(day)
    return _date(match["year"], match["month"], match["day"]) if match else None


def read_year(printed: str) -> int:
    """A year in four digits: 2024, 二〇二四, 二O二四; 0 where it is none."""
    return parse_integer(printed if printed.isascii() and printed.isdigit() else printed.translate(_LETTERED)) or 0


def read_number(printed: str | None) -> int:
    """The number of a month or of a day, 元 is 1; 0 where there is none."""
    return parse_integer(printed.replace("元", "一")) or 0 if printed else 0


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(read_year(year), read_number(month), read_number(day))
    except ValueError:
        return None
