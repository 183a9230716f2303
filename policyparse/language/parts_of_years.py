"""Parts of a year: months, quarters, halves, days, 年底 — their forms, and what they mean in a year.

within ::= months | month_list | days | month | half | quarter_list | quarters | quarter | first_months | edge
"""

import re
from itertools import pairwise

from policyparse.knowledge.characters import COUNT, QUARTER_DIGIT
from policyparse.knowledge.pattern import pattern
from policyparse.language import calendar
from policyparse.language.calendar import Stretch
from policyparse.language.days import MONTH_NUMBER, YEAR_NUMBER, read_number, read_year
from policyparse.language.enumerations import JOINT

PART_OF_DAY = "(?:上午|下午|中午|凌晨|清晨|早晨|早上|傍晚|晚上|晚间|夜间|深夜|晚|一早)?"
TO_SIGN = r"\s?(?:[—–~-]{1,2}|至|到)\s?"
FEW = "[二两三23]"
QUARTER_NUMBER = f"[{QUARTER_DIGIT}]"
COUNT_CHARACTER = f"[{COUNT}]"

MONTHS = pattern(
    r"(?P<m1>(?&n))\s?(?:月份?)?(?&to)(?P<m2>(?&n))\s?月份?(?!\s?\d{1,2}日)",
    method="match",
    n=MONTH_NUMBER,
    to=TO_SIGN,
    matches=[
        *(("1—5月份", {"m1": "1", "m2": "5"}), ("元至八月", {"m1": "元", "m2": "八"}), "1月到10月", "一至八 月"),
        *("一至 八月", "一至八月日均", ("1—5月份", "1—5月份"), "1月份到10月", "1月 到10月", "1 月到10月"),
        "1至8月123日",
    ],
    rejects=["1月5日", "1、2月", "1月至3月5日", "一至八月 3日", "1———5月份", "15月份"],
)
MONTH_LIST = pattern(
    r"(?P<month_list>(?&n)月?(?:、(?&n)月?){0,9}(?:、|和|及|与)(?&n))月份?(?!\s?\d{1,2}日)",
    method="match",
    n=MONTH_NUMBER,
    matches=[
        *(("7、8月份", {"month_list": "7、8"}), ("1、2和3月", {"month_list": "1、2和3"})),
        *(("五月、六月", "五月、六月"), ("7及8月份", "7及8月份"), "7与8月份", ("7、8月份日", "7、8月份")),
        *(("7、8月份 3日", "7、8月"), ("7、8月份350日", "7、8月份"), ("1月、2月和3月", "1月、2月和3月")),
    ],
    rejects=["7月", "6月、7月8日", "7、8个", "1、2、3、4、5、6、7、8、9、10、11和12月"],
)
DAYS = pattern(
    r"(?P<month>(?&n))\s?月\s?(?P<day>(?&n))\s?[日号](?&part)"
    r"(?:(?&to)(?:(?:(?P<year2>(?&y))年|(?P<next>次年|翌年))?(?P<month2>(?&n))月)?(?P<day2>(?&n))[日号](?&part))?"
    r"|(?P<month3>(?&n))\s?月\s?(?P<day3>(?&n))(?&to)(?P<day4>(?&n))[日号]",
    method="match",
    n=MONTH_NUMBER,
    y=YEAR_NUMBER,
    to=TO_SIGN,
    part=PART_OF_DAY,
    matches=[
        ("3月5日上午", {"month": "3", "day": "5", "day2": None}),
        ("11月1日至2023年3月31日", {"year2": "2023", "month2": "3", "day2": "31"}),
        *(("12月28日至次年1月3日", {"next": "次年"}), ("9月12至15日", {"month3": "9", "day3": "12", "day4": "15"})),
        *(("9月12日—15日", {"day2": "15", "month2": None}), ("3月5号上午", "3月5号上午"), ("3月5日晚", "3月5日晚")),
        *(("3月5日清晨", "3月5日清晨"), ("3月5日深夜", "3月5日深夜"), ("3月5日晚间", "3月5日晚间")),
        *(("3月5日晚上", "3月5日晚上"), ("3月5日早晨", "3月5日早晨"), ("3月5日早上", "3月5日早上")),
        *(("3月5日夜间", "3月5日夜间"), ("3月5日凌晨", "3月5日凌晨"), ("3月5日傍晚", "3月5日傍晚")),
        *(("3月5日中午", "3月5日中午"), ("3月5日下午", "3月5日下午"), ("3月5日一早", "3月5日一早"), "3月5 日上午"),
        *("3月 5日上午", "3 月5日上午", "9月12至15号", ("9月12日—15号", "9月12日—15号"), "9月 12至15日"),
        *("9 月12至15日", ("11月1日至3月31日", "11月1日至3月31日")),
        ("12月28日至翌年1月3日", "12月28日至翌年1月3日"),
    ],
    rejects=["3月", "3月份", "5日"],
)
MONTH = pattern(
    r"(?P<only>(?&n))\s?月(?:份|底|末|初|中旬|上旬|下旬)?",
    method="match",
    n=MONTH_NUMBER,
    matches=[
        *(("3月底", {"only": "3"}), ("十一月", {"only": "十一"}), "8月中旬", "元月份", ("3 月底", "3 月底")),
        *(("元月份", "元月份"), ("3月末", "3月末"), ("3月初", "3月初"), ("8月中旬", "8月中旬")),
        *(("3月下旬", "3月下旬"), ("3月上旬", "3月上旬")),
    ],
    rejects=["月底", "三个月", "每月"],
)
HALF = pattern(
    r"(?P<half>[上下])半年(?:度)?",
    method="match",
    matches=[("上半年", {"half": "上"}), "下半年度", ("下半年度", "下半年度")],
    rejects=["半年"],
)
QUARTER_LIST = pattern(
    r"第?(?P<quarter_list>(?&q)(?:季度)?(?:、第?(?&q)(?:季度)?){0,2}(?:、|和|及|与)第?(?&q))个?季度",
    method="match",
    q=QUARTER_NUMBER,
    matches=[
        *(("一、二季度", {"quarter_list": "一、二"}), ("第一、二季度", {"quarter_list": "一、二"})),
        *("一、二和三季度", "一季度、二季度", "一及二季度", "一与二季度", "一、第二季度", "一、二个季度"),
        *("一、第二和三季度", ("一季度、二季度和第三季度", "一季度、二季度和第三季度")),
    ],
    rejects=["一季度", "一、五季度", "一、二产业", "一、二、三、四和一季度"],
)
QUARTER = pattern(
    r"前(?P<quarters>(?&few))个?季度|(?:第(?P<nth_quarter>(?&q))个?|(?P<quarter>(?&q)))季度"
    r"|(?P<first_quarter>首(?:个季度|季度?(?!节)))|(?P<last_quarter>末季)",
    method="match",
    few=FEW,
    q=QUARTER_NUMBER,
    matches=[
        *(("前三季度", {"quarters": "三"}), ("前两个季度", {"quarters": "两"})),
        *(("第二个季度", {"nth_quarter": "二"}), ("四季度", {"quarter": "四"}), ("首季", {"first_quarter": "首季"})),
        *("首个季度", "首季度", "末季", ("首季度", "首季度"), "第二季度"),
    ],
    rejects=["三个季度", "第五季度", "季度", "首季节"],
)
FIRST_MONTHS = pattern(
    r"前(?P<first_months>(?&count){1,2})个?月份?",
    method="match",
    count=COUNT_CHARACTER,
    matches=[
        *(("前10个月", {"first_months": "10"}), ("前两个月", {"first_months": "两"}), "前7月"),
        ("前7月份", "前7月份"),
    ],
    rejects=["前月", "10个月", "前123月"],
)
EDGE = pattern(
    r"(?P<edge>年?(?:全年|年底|年末|年初|年中|年内|年终|底|末|初|中期|中(?=，)))(?!级|期|步|心|衷|端|层)",
    method="match",
    matches=[
        *(("年底", {"edge": "年底"}), ("底", {"edge": "底"}), "全年", "年中", ("中期", {"edge": "中期"}), "末，"),
        *("初，", "年年末", "年终", "年内", "中，", "年年底", "年年初"),
    ],
    rejects=["底层", "中国", "末端", "初级", "年会", "底心", "底衷", "底步", "底期"],
)

WITHIN = pattern(
    r"(?:年?\s?)?(?:(?&months)|(?&month_list)|(?&days)|(?&month)|(?&half)|(?&quarter_list)|(?&quarter)|(?&first_months)|(?&edge))",
    method="match",
    months=MONTHS,
    month_list=MONTH_LIST,
    days=DAYS,
    month=MONTH,
    half=HALF,
    quarter_list=QUARTER_LIST,
    quarter=QUARTER,
    first_months=FIRST_MONTHS,
    edge=EDGE,
    matches=[
        *("年底", " 3月", "上半年", "1—5月", "7、8月", "前10个月", "一季度", ("年底", {"edge": "底"})),
        *(("5月7日前", "5月7日"), "第一、二季度"),
    ],
    rejects=["的3月", "度", "，3月"],
)
"""A part of a year, after the year or alone."""


def _listed(within: re.Match[str]) -> list[int]:
    """The numbers of a list of months or quarters."""
    printed: str = within["month_list"] or within["quarter_list"] or ""
    return [read_number(member.strip("第月季度")) for member in JOINT.split(printed)] if printed else []


def members_of(within: re.Match[str], whole: Stretch | None) -> tuple[Stretch, ...]:
    """The periods of a list of months or quarters, one by one."""
    if whole is None:
        return ()
    part = calendar.month if within["month_list"] else calendar.quarter
    found = [part(whole.first.year, number) for number in _listed(within)]
    return tuple(stretch for stretch in found if stretch)


def within_year(within: re.Match[str], year: int) -> Stretch | None:
    """What a match of `WITHIN` means in a year; None where the calendar has no such thing."""
    if within["month"] or within["month3"]:
        return _days(within, year)
    if within["month_list"] or within["m1"] or within["only"] or within["first_months"]:
        return _months(within, year)
    if within["half"]:
        return calendar.half(year, 1 if within["half"] == "上" else 2)
    return calendar.years(year) if within["edge"] else _quarters(within, year)


def _months(within: re.Match[str], year: int) -> Stretch | None:
    """3月, 1—5月, 7、8月, 前10个月."""
    if numbers := _listed(within):
        return calendar.months(year, numbers[0], year, numbers[-1]) if _in_a_row(numbers) else None
    if within["first_months"]:
        return calendar.months(year, 1, year, read_number(within["first_months"]))
    first = read_number(within["m1"] or within["only"])
    return calendar.months(year, first, year, read_number(within["m2"]) if within["m1"] else first)


def _quarters(within: re.Match[str], year: int) -> Stretch | None:
    """一季度, 首季, 前三季度, 一、二季度."""
    if numbers := _listed(within):
        return calendar.months(year, 3 * numbers[0] - 2, year, 3 * numbers[-1]) if _in_a_row(numbers) else None
    if within["quarters"]:
        return calendar.months(year, 1, year, 9 if read_number(within["quarters"]) == 3 else 6)
    if within["first_quarter"] or within["last_quarter"]:
        return calendar.quarter(year, 1 if within["first_quarter"] else 4)
    return calendar.quarter(year, read_number(within["quarter"] or within["nth_quarter"]))


def _in_a_row(numbers: list[int]) -> bool:
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))


def _days(within: re.Match[str], year: int) -> Stretch | None:
    """3月5日, 9月12至15日, 11月1日至2023年3月31日, 12月28日至次年1月3日."""
    if within["month3"]:
        one, other = (
            calendar.day(year, read_number(within["month3"]), read_number(within[d])) for d in ("day3", "day4")
        )
        return calendar.days(one.first, other.first) if one and other else None
    month = read_number(within["month"])
    opening = calendar.day(year, month, read_number(within["day"]))
    if opening is None or not within["day2"]:
        return opening
    last_month = read_number(within["month2"]) or month
    last_year = (read_year(within["year2"]) if within["year2"] else 0) or (year + 1 if within["next"] else year)
    closing = calendar.day(last_year, last_month, read_number(within["day2"]))
    if closing and closing.first < opening.first and not within["year2"]:
        closing = calendar.day(last_year + 1, last_month, read_number(within["day2"]))
    return calendar.days(opening.first, closing.first) if closing else None
