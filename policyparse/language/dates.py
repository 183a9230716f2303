"""Dates and periods as policy documents print them.

    mention ::= timestamp | plan | year [within year] | within year | day of the month | word
    within year ::= month [day] | month "至" month | half | quarter | "前" number "个月" | "年底"

What the text leaves out (year, month) is taken from an earlier date of the same sentence, else from the
reference, the day of publication. What neither gives stays unresolved; nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from policyparse.language import calendar
from policyparse.language.calendar import Stretch
from policyparse.language.numerals import parse_integer

DAYS_AHEAD = 7
"""How many days after its publication a text still means by a date without a year or month."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period that a text prints.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point; a time of day (上午) belongs to it, a clock time does not.
        first: First day, None where it cannot be fixed.
        last: Last day, None where it cannot be fixed.
        label: Name of the period as `Period` prints it, None where it cannot be fixed.
        year_printed: Whether the text prints the year itself.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    label: str | None
    year_printed: bool


_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_TO = r"\s?(?:[—–~-]{1,2}|至|到)\s?"
_YEAR = r"(?:(?:18|19|20)\d{2}|[一二][〇零○O0-9一二三四五六七八九]{3})"
_PART = r"(?:上午|下午|中午|凌晨|清晨|早晨|早上|傍晚|晚上|晚间|夜间|深夜|晚|一早)?"
_NO_SPAN = r"(?!\s?(?:以内|之内|内|以上|以下|龄|以?前|以?后|的时间|期限|游|均|历))"
_WITHIN = re.compile(
    rf"""(?:年?\s?)?(?:
      (?P<m1>{_N})\s?(?:月(?:份)?)?{_TO}(?P<m2>{_N})\s?月(?:份)?(?!\s?\d{{1,2}}日)
    | (?P<month>{_N})\s?月\s?(?P<day>{_N})\s?[日号]{_PART}
        (?:{_TO}(?:(?:(?P<year2>{_YEAR})年|(?P<next>次年|翌年))?(?P<month2>{_N})月)?(?P<day2>{_N})[日号]{_PART})?
    | (?P<month3>{_N})\s?月\s?(?P<day3>{_N}){_TO}(?P<day4>{_N})[日号]
    | (?P<only>{_N})\s?月(?:份|底|末|初|中旬|上旬|下旬)?(?:{_TO}(?P<year3>{_YEAR})年(?P<month4>{_N})月(?:份|底|末)?)?
    | (?P<half>[上下])半年(?:度)?
    | 前(?P<quarters>[二两三23])个?季度
    | (?:第?(?P<quarter>[一二三四1-4])|(?P<first_quarter>首))个?季度
    | 前(?P<first_months>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})个?月(?:份)?
    | (?P<edge>(?:年)?(?:全年|年底|年末|年初|年内|年终|底|末|初))(?!级|中|期|步|心|衷|端|层)
    )""",
    re.VERBOSE,
)
_HEAD = re.compile(
    rf"""
      (?<![\d.])(?P<iso>((?:19|20)\d{{2}})\s?([-/.])\s?(\d{{1,2}})\s?\3\s?(\d{{1,2}}))(?![\d.]*\d)
    | (?<![\d.])(?P<from>{_YEAR})年?(?:底|末|初)?{_TO}(?P<till>{_YEAR})年(?!\s?\d{{1,2}}月)(?:底|末)?
    | (?<![\d.])(?P<year>{_YEAR})\s?年(?:度)?
    | (?P<relative>(?<![过除])去年(?!轻)|(?<!如)今年(?!轻)|(?<![目以之此年月日天])前年(?!均|度)
        |(?<![文鲜说表])明年(?!显)|(?<![以今])上一?年(?!龄|纪|均)|(?<![基根资])本年(?!级)|(?:(?<![\u4e00-\u9fff])|(?<=[到至在于]))后年(?!均|度)|(?<![相适])当年
        |(?<![不相共])同年(?!级|龄)|次年|翌年)(?:度)?
    | (?P<plan>“(?P<quoted>[一二三四五六七八九十]{{1,2}})五”(?:规划|计划)?(?P<plan_end>期?末|末期)?
        |(?<![一二三四五六七八九十第])(?P<bare>十[一二三四五六])五(?=规划|计划|时期|期间|末|以来|开局|收官|目标)
        |第(?P<ordinal>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})个五年(?:规划|计划))
    | (?P<word>(?<!如)今[天日晚](?!头条|说法|关注)|昨[天日晚]|(?<!目)前天|明[天日]|当[天日晚]|同日|[次翌]日
        |(?<!附)近日(?!点)|(?<![\d一二三四五六七八九十当今昨之次同翌工作])日前|(?<!最)近期|不久前)
        (?:（(?P<m_in>{_N})月(?P<d_in>{_N})日）|（(?P<d_only>{_N})日）)?{_PART}
    | (?P<months_ago>(?<![基根])本月|(?<![以])上个?月|(?<![以])下个?月|当月|同月)(?P<day_of>{_N}[日号])?(?:份|底|末)?
    | (?P<within>(?<![\d每第.])(?<!每年)(?={_N}\s?(?:月|{_TO}{_N}\s?月)(?!以|内|龄|经|饼|球)|[上下]半年
        |前[二两三23]个?季度|前(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})个?月|第?[一二三四1-4]个?季度|首个?季度|全年
        |(?<![一二两三四五六七八九十几数多])年[底末初内]))
    | (?<![\d第每届续近满超过共少起内.月/-])(?P<day>\d{{1,2}})
        (?:日{_PART}{_TO}(?P<day2>\d{{1,2}})|{_TO}(?P<day3>\d{{1,2}}))?日{_NO_SPAN}{_PART}
    | (?<![\d第每届续近满超过共少起内月十])(?P<han_day>[一二三四五六七八九十廿卅]{{1,3}})日(?:上午|下午|晚|凌晨|电)
    """,
    re.VERBOSE,
)
_ANCHOR = re.compile(
    r"[年月日季今昨前明当近不五12](?:(?<=[年月日季])|(?<=[今昨前明当])[天晚]|(?<=近)期|(?<=不)久前"
    r"|(?<=五)(?:”|(?=规划|计划|时期|期间|期?末|以来|开局|收官|目标))|(?:(?<=1)9|(?<=2)0)\d\d\s?[-/.]\s?\d)"
)
_RUN = frozenset(
    "0123456789〇零○O一二三四五六七八九十廿卅两去今前明上本后当同次翌昨下近不久度第首个半全年月底末初内到至—–~-. “附"
)
LONGEST_RUN = 16
_AHEAD = re.compile(r"(?:将于|拟于|定于|将在|计划于|预计|拟在|将自|明年)[^。；\n]{0,6}$")
_SENTENCE_END = re.compile(r"[。；！？\n]")
_YEARS_AGO = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "上一年": 1, "前年": 2, "明年": -1, "后年": -2}
_DAYS_AGO = {"今天": 0, "今日": 0, "今晚": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "明天": -1, "明日": -1}
_MONTHS_AGO = {"本月": 0, "上月": 1, "上个月": 1, "下月": -1, "下个月": -1}


def find_dates(folded: str, reference: date | None) -> Iterator[DateMention]:
    """Find the dates and periods of a text, in order.

    A date without a year or month takes it from an earlier date of its sentence, else from the reference: the
    nearest such day that is not more than `DAYS_AHEAD` days after it (any day after it, where 将于 or 定于
    stands before). Durations (三十日内), ordinals and recurring days (每年6月) are no dates.

    Args:
        folded: Width-folded text.
        reference: The day of publication, None where unknown.

    Yields:
        The mentions; `first`, `last` and `label` are None where the date cannot be fixed (近日, 29日 without
        a reference, 2月30日).
    """
    reader = _Reader(folded, reference)
    at = 0
    for anchor in _ANCHOR.finditer(folded):
        place = anchor.start()
        if place < at:
            continue
        start = place
        while start > at and place - start < LONGEST_RUN and folded[start - 1] in _RUN:
            start -= 1
        while start <= place:
            head = _HEAD.match(folded, start)
            mention = reader.read(head) if head else None
            if mention is not None and mention.end > place:
                yield mention
                at = mention.end
                break
            start += 1


class _Reader:
    """Reads the mentions of one text; remembers the one before."""

    def __init__(self, folded: str, reference: date | None) -> None:
        self.folded = folded
        self.reference = reference
        self.previous: DateMention | None = None

    def read(self, head: re.Match[str]) -> DateMention | None:
        """The mention that begins with `head`, None where it is none after all."""
        groups = head
        start, end = head.span()
        stretch: Stretch | None = None
        printed = False
        if groups["iso"]:
            numbers = re.findall(r"\d+", groups["iso"])
            stretch, printed = calendar.day(int(numbers[0]), int(numbers[1]), int(numbers[2])), True
        elif groups["from"]:
            stretch, printed = calendar.years(_number(groups["from"]), _number(groups["till"])), True
        elif groups["year"] or groups["relative"]:
            printed = bool(groups["year"])
            year = _number(groups["year"]) if printed else self._relative_year(groups["relative"])
            within = _WITHIN.match(self.folded, end)
            if within:
                stretch, end = _within(within, year) if year else None, within.end()
            else:
                stretch = calendar.years(year) if year else None
        elif groups["plan"]:
            stretch = _plan(groups)
            printed = True
        elif groups["word"]:
            stretch = self._word(groups, start)
        elif groups["months_ago"]:
            stretch = self._months_ago(groups)
        elif groups["within"] is not None:
            within = _WITHIN.match(self.folded, start)
            if within is None or (within["only"] and not self._is_month(within)):
                return None
            end = within.end()
            stretch = self._without_year(within, start)
        else:
            first = _number(groups["day"] or groups["han_day"])
            last = _number(groups["day2"] or groups["day3"] or "0") or first
            if not (1 <= first <= 31 and 1 <= last <= 31):
                return None
            stretch = self._day_only(first, last, start)
        mention = DateMention(
            start,
            end,
            stretch.first if stretch else None,
            stretch.last if stretch else None,
            stretch.label if stretch else None,
            printed,
        )
        if stretch:
            self.previous = mention
        return mention

    def _is_month(self, within: re.Match[str]) -> bool:
        return 1 <= _number(within["only"]) <= 12

    def _in_sentence(self, start: int) -> DateMention | None:
        """The resolved mention before, where it stands in the same sentence."""
        before = self.previous
        if before is None or start - before.end > 200 or _SENTENCE_END.search(self.folded, before.end, start):
            return None
        return before

    def _relative_year(self, word: str) -> int | None:
        if word in _YEARS_AGO:
            return self.reference.year - _YEARS_AGO[word] if self.reference else None
        before = self._in_sentence(self.previous.end) if self.previous else None
        if before is None or before.first is None or before.last is None or before.first.year != before.last.year:
            return None
        return before.first.year + (word in ("次年", "翌年"))

    def _word(self, groups: re.Match[str], start: int) -> Stretch | None:
        word = groups["word"] or ""
        if groups["m_in"]:
            return self._month_and_day(_number(groups["m_in"]), _number(groups["d_in"]), start)
        if groups["d_only"]:
            return self._day_only(_number(groups["d_only"]), _number(groups["d_only"]), start)
        if word in _DAYS_AGO and self.reference:
            that = self.reference - timedelta(days=_DAYS_AGO[word])
            return calendar.days(that, that)
        before = self._in_sentence(start)
        if word[0] in "当同次翌" and before and before.first and before.first == before.last:
            that = before.first + timedelta(days=word[0] in "次翌")
            return calendar.days(that, that)
        return None

    def _months_ago(self, groups: re.Match[str]) -> Stretch | None:
        word = groups["months_ago"] or ""
        if word not in _MONTHS_AGO or self.reference is None:
            return None
        index = self.reference.year * 12 + self.reference.month - 1 - _MONTHS_AGO[word]
        if groups["day_of"]:
            return calendar.day(index // 12, index % 12 + 1, _number(groups["day_of"][:-1]))
        return calendar.month(index // 12, index % 12 + 1)

    def _without_year(self, within: re.Match[str], start: int) -> Stretch | None:
        before = self._in_sentence(start)
        edge = within["edge"]
        if edge and not edge.endswith("年内"):
            if before and before.first and before.last and before.first.year == before.last.year:
                return calendar.years(before.first.year)
            if self.reference is None or edge == "全年" or self.reference.month < 3:
                return None
            return calendar.years(self.reference.year)
        if edge:
            return calendar.years(self.reference.year) if self.reference else None
        if before and before.year_printed and before.first and before.last and before.first.year == before.last.year:
            found = _within(within, before.first.year)
            if found and before.first == before.last and found.last < before.first:
                return _within(within, before.first.year + 1)
            return found
        if self.reference is None:
            return None
        ahead = 366 if _AHEAD.search(self.folded, max(0, start - 12), start) else DAYS_AHEAD
        limit = self.reference + timedelta(days=ahead)
        counted = within["m1"] or within["first_months"] or within["quarters"]  # a count of what is over
        for year in (limit.year, limit.year - 1):
            found = _within(within, year)
            if found and (found.last if counted else found.first) <= limit:
                if ahead > DAYS_AHEAD and found.last < self.reference:
                    return None
                return found
        return None

    def _month_and_day(self, month: int, number: int, start: int) -> Stretch | None:
        if self.reference is None:
            return None
        limit = self.reference + timedelta(days=DAYS_AHEAD)
        for year in range(limit.year, limit.year - 9, -1):  # 2月29日 may lie eight years back
            found = calendar.day(year, month, number)
            if found and found.first <= limit:
                return found
        return None

    def _day_only(self, first: int, last: int, start: int) -> Stretch | None:
        before = self._in_sentence(start)
        opening: date | None
        if before and before.first and before.last and (before.last - before.first).days <= 31:
            opening = calendar.nearest_day(first, before.first, ahead=15)
        elif self.reference:
            ahead = 31 if _AHEAD.search(self.folded, max(0, start - 12), start) else DAYS_AHEAD
            opening = calendar.nearest_day(first, self.reference, ahead=ahead)
        else:
            return None
        if opening is None:
            return None
        closing = opening if last == first else calendar.nearest_day(last, opening, ahead=30)
        return calendar.days(opening, closing) if closing else None


def _number(text: str | None) -> int:
    return (parse_integer((text or "").replace("O", "〇")) if text else 0) or 0


def _plan(groups: re.Match[str]) -> Stretch | None:
    stretch = calendar.five_year_plan(_number(groups["quoted"] or groups["bare"] or groups["ordinal"]))
    if stretch and groups["plan_end"]:
        return calendar.years(stretch.last.year)
    return stretch


def _within(match: re.Match[str], year: int) -> Stretch | None:
    """What a match of `_WITHIN` means in a year; None where the calendar has no such thing."""
    groups = match
    if groups["m1"]:
        first, last = _number(groups["m1"]), _number(groups["m2"])
        return calendar.months(year, first, year, last)
    if groups["month"]:
        opening = calendar.day(year, _number(groups["month"]), _number(groups["day"]))
        if opening is None or not groups["day2"]:
            return opening
        month2 = _number(groups["month2"]) or _number(groups["month"])
        year2 = _number(groups["year2"]) or (year + 1 if groups["next"] else year)
        closing = calendar.day(year2, month2, _number(groups["day2"]))
        if closing and closing.first < opening.first and not groups["year2"]:
            closing = calendar.day(year2 + 1, month2, _number(groups["day2"]))
        return calendar.days(opening.first, closing.first) if closing else None
    if groups["month3"]:
        one = calendar.day(year, _number(groups["month3"]), _number(groups["day3"]))
        other = calendar.day(year, _number(groups["month3"]), _number(groups["day4"]))
        return calendar.days(one.first, other.first) if one and other else None
    if groups["only"]:
        if groups["year3"]:
            return calendar.months(year, _number(groups["only"]), _number(groups["year3"]), _number(groups["month4"]))
        return calendar.month(year, _number(groups["only"]))
    if groups["half"]:
        return calendar.half(year, 1 if groups["half"] == "上" else 2)
    if groups["quarters"]:
        return calendar.months(year, 1, year, 9 if groups["quarters"] in "三3" else 6)
    if groups["quarter"] or groups["first_quarter"]:
        return calendar.quarter(year, 1 if groups["first_quarter"] else _number(groups["quarter"]))
    if groups["first_months"]:
        return calendar.months(year, 1, year, _number(groups["first_months"]))
    return calendar.years(year)
