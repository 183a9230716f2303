"""Dates and periods as policy documents print them: what the forms of `date_forms.py` mean.

What the text leaves out (year, month) is taken from an earlier date of the same sentence, else from the
reference, the day of publication. What neither gives stays unresolved; nothing is guessed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language import calendar
from policyparse.language.calendar import Stretch
from policyparse.language.date_forms import ANCHOR, HEAD, LONGEST_RUN, OPEN_END, ORPHAN, RUN, TO
from policyparse.language.days import read_number, read_year
from policyparse.language.parts_of_years import WITHIN, members_of, within_year
from policyparse.language.terms import is_term, nearest_term
from policyparse.model.steps import take_steps

DAYS_AHEAD = 7
"""How many days after its publication a text still means by a date without a year or month."""
_YEAR_AHEAD = 366
"""How many days after its publication a text means by such a date where it says that it looks ahead."""


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
        members: The periods of a list one by one (一、二季度); empty for a single one.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    label: str | None
    year_printed: bool
    members: tuple[Stretch, ...] = ()

    @property
    def stretch(self) -> Stretch | None:
        """Its days and label, None where they cannot be fixed."""
        return Stretch(self.first, self.last, self.label) if self.first and self.last and self.label else None


_AHEAD = pattern(
    r"(?:将于|拟于|定于|将在|计划于|预计|拟在|将自|明年|力争)[^。；\n]{0,6}$",
    matches=[
        *("将于", "定于本市", "预计", "项目明年", "项目拟在", "项目拟于", "项目将在", "我市力争", "项目计划于"),
        "本条例将自",
    ],
    rejects=["于", "将于。", "将于某一个很远的日子"],
)
"""Before a date without a year: the text looks ahead."""
_AHEAD_AFTER = pattern(
    r"，?[^，。；\d]{0,8}?(?:将(?!军|近)|力争|计划|拟|确保|预计|要(?!求|闻|素))",
    method="match",
    matches=["，全市将", "力争", "，我们要", "，全市拟", "，全市预计", "，全市计划", "，全市确保"],
    rejects=[
        *("，全市实现", "，全市要求", "增长5%，将", "，全市将近", "全市规模以上工业企业力争", "，我们要闻"),
        *("，我们要素", "，全市将军"),
    ],
)
"""After a part of a year without the year: the text looks ahead."""
_SENTENCE_END = compiled(r"[。；！？\n]")
_LONGEST_WAY = 200
"""A date lends its year to another that stands no further behind it, in characters."""
_YEARS_AGO = {
    "今年": 0,
    "本年": 0,
    "去年": 1,
    "上年": 1,
    "上一年": 1,
    "前年": 2,
    "大前年": 3,
    "明年": -1,
    "后年": -2,
}
_DAYS_AGO = {"今天": 0, "今日": 0, "今晚": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "明天": -1, "明日": -1}
_MONTHS_AGO = {"本月": 0, "上月": 1, "上个月": 1, "上上个月": 2, "下月": -1, "下个月": -1, "下下个月": -2}
_FIRST_MONTHS_OF_YEAR = 2
"""Until the end of this month a bare 年底 may be that of the year before."""
_LONGEST_LATER = 31


def find_dates(folded: str, reference: date | None, *, days_ahead: int = DAYS_AHEAD) -> Iterator[DateMention]:
    """Find the dates and periods of a text, in order.

    A date without a year or month takes it from an earlier date of its sentence, else from the reference: the
    nearest such day that is not more than `days_ahead` days after it (any day after it, where 将于 or 定于
    stands before). A whole month, quarter or half-year without a year is the one that runs on that day, or the last
    one before it. Durations (三十日内, 三个季度), ordinals and recurring days (每年6月) are no dates.

    Args:
        folded: Width-folded text.
        reference: The day of publication, None where unknown.
        days_ahead: How far after the reference such a day may lie.

    Yields:
        The mentions; `first`, `last` and `label` are None where the date cannot be fixed (近日, 29日 without
        a reference, 2月30日, 98年4月, 农历八月十五).
    """
    reader = _Reader(folded, reference, days_ahead)
    at = 0
    for anchor in ANCHOR.finditer(folded):
        place = anchor.start()
        if place < at:
            continue
        start = place
        while start > at and place - start < LONGEST_RUN and folded[start - 1] in RUN:
            start -= 1
        while start <= place:
            take_steps(1)
            head = HEAD.match(folded, start)
            mention = reader.read(head) if head else None
            if mention is not None and mention.end > place:
                yield mention
                at = mention.end
                break
            start += 1


_Read = tuple[Stretch | None, int, bool, tuple[Stretch, ...]]
"""What a form means, where it ends, whether it prints its year, and the members of a list."""


class _Reader:
    """Reads the mentions of one text; remembers the one before."""

    def __init__(self, folded: str, reference: date | None, days_ahead: int) -> None:
        self.folded = folded
        self.reference = reference
        self.days_ahead = days_ahead
        self.previous: DateMention | None = None

    def read(self, head: re.Match[str]) -> DateMention | None:
        """The mention that begins with `head`, None where it is none after all."""
        found = self._form(head)
        if found is None:
            return None
        stretch, end, printed, members = found
        start = head.start()
        if head["within"] is not None and (orphan := ORPHAN.search(self.folded, max(0, start - 10), start)):
            start, stretch, members = orphan.start(), None, ()
        stretch, end = self._to_other(head, stretch, end)
        mention = DateMention(
            start,
            end,
            stretch.first if stretch else None,
            stretch.last if stretch else None,
            stretch.label if stretch else None,
            printed,
            members,
        )
        if stretch:
            self.previous = mention
        return mention

    def _form(self, head: re.Match[str]) -> _Read | None:
        """What one form means; None where it is no date."""
        for group, read in _FORMS.items():
            if head[group] is not None:
                return read(self, head)
        return None

    def _of_iso(self, head: re.Match[str]) -> _Read:
        return self._plain(head, calendar.day(*(int(head[n]) for n in ("iso_year", "iso_month", "iso_day"))))

    def _of_years(self, head: re.Match[str]) -> _Read:
        return self._plain(head, calendar.years(read_year(head["from"]), read_year(head["till"])))

    def _of_letter(self, head: re.Match[str]) -> _Read:
        part = calendar.half if head["latin"][0] in "Hh" else calendar.quarter
        return self._plain(head, part(int(head["latin_year"]), int(head["latin"][1])))

    def _of_plan(self, head: re.Match[str]) -> _Read:
        return self._plain(head, _plan(head))

    def _of_word(self, head: re.Match[str]) -> _Read:
        return self._word(head), head.end(), False, ()

    def _of_months_ago(self, head: re.Match[str]) -> _Read:
        return self._ago(head), head.end(), False, ()

    def _of_lunar(self, head: re.Match[str]) -> _Read:
        return None, head.end(), False, ()

    def _of_part(self, head: re.Match[str]) -> _Read | None:
        within = WITHIN.match(self.folded, head.start())
        if within is None or (within["only"] and not 1 <= read_number(within["only"]) <= 12):
            return None
        stretch = self._without_year(within, head.start())
        return stretch, within.end(), False, members_of(within, stretch)

    def _of_day(self, head: re.Match[str]) -> _Read | None:
        first = read_number(head["alone"] or head["han_day"])
        last = read_number(head["alone2"] or head["alone3"] or "0") or first
        if not (1 <= first <= _LONGEST_LATER and 1 <= last <= _LONGEST_LATER):
            return None
        return self._day_alone(first, last, head.start()), head.end(), False, ()

    @staticmethod
    def _plain(head: re.Match[str], stretch: Stretch | None) -> _Read:
        return stretch, head.end(), True, ()

    def _of_year(self, head: re.Match[str]) -> _Read:
        printed = bool(head["year"])
        year = read_year(head["year"]) if printed else self._relative_year(head["relative"])
        within = WITHIN.match(self.folded, head.end())
        if within is None:
            return (calendar.years(year) if year else None), head.end(), printed, ()
        stretch = within_year(within, year) if year else None
        return stretch, within.end(), printed, members_of(within, stretch)

    def _to_other(self, head: re.Match[str], stretch: Stretch | None, end: int) -> tuple[Stretch | None, int]:
        """The stretch that goes on to another date with its year (2023年12月至今年2月), or to no named day (至今)."""
        whole = head["year"] or head["relative"] or head["plan"]
        if not whole:
            return stretch, end
        if still := OPEN_END.match(self.folded, end):
            return None, still.end()
        to = TO.match(self.folded, end)
        other = HEAD.match(self.folded, to.end()) if to else None
        if other is None or not (other["year"] or other["relative"]) or other["relative"] in ("同年", "当年"):
            return stretch, end
        last, closing, _, _ = self._of_year(other)
        return (calendar.joined(stretch, last) if stretch and last else None), closing

    def _in_sentence(self, start: int) -> DateMention | None:
        """The resolved mention before, where it stands in the same sentence."""
        before = self.previous
        if before is None or start - before.end > _LONGEST_WAY or _SENTENCE_END.search(self.folded, before.end, start):
            return None
        return before

    def _relative_year(self, word: str) -> int | None:
        if word in _YEARS_AGO:
            return self.reference.year - _YEARS_AGO[word] if self.reference else None
        before = self._in_sentence(self.previous.end) if self.previous else None
        if before is None or before.first is None or before.last is None or before.first.year != before.last.year:
            return None
        return before.first.year + (word in ("次年", "翌年"))

    def _word(self, head: re.Match[str]) -> Stretch | None:
        word = head["word"]
        if head["m_in"]:
            return self._month_and_day(read_number(head["m_in"]), read_number(head["d_in"]))
        if head["d_only"]:
            number = read_number(head["d_only"])
            return self._day_alone(number, number, head.start())
        if word in _DAYS_AGO and self.reference:
            return _one_day(calendar.later(self.reference, -_DAYS_AGO[word]))
        before = self._in_sentence(head.start())
        if word[0] in "当同次翌" and before and before.first and before.first == before.last:
            return _one_day(calendar.later(before.first, word[0] in "次翌"))
        return None

    def _ago(self, head: re.Match[str]) -> Stretch | None:
        """本月, 上上个月, 上季度."""
        before = self._in_sentence(head.start())
        if head["months_ago"] in ("当月", "同月"):
            if before is None or before.first is None or before.last is None or head["day_of"]:
                return None
            same = (before.first.year, before.first.month) == (before.last.year, before.last.month)
            return calendar.month(before.first.year, before.first.month) if same else None
        if self.reference is None:
            return None
        year, month = self.reference.year, self.reference.month
        if word := head["quarters_ago"]:
            index = year * 4 + (month - 1) // 3 - (word[0] == "上") + (word[0] == "下")
            return calendar.quarter(index // 4, index % 4 + 1)
        word = head["months_ago"]
        if word not in _MONTHS_AGO:
            return None
        index = year * 12 + month - 1 - _MONTHS_AGO[word]
        if head["day_of"]:
            return calendar.day(index // 12, index % 12 + 1, read_number(head["day_of"][:-1]))
        return calendar.month(index // 12, index % 12 + 1)

    def _without_year(self, within: re.Match[str], start: int) -> Stretch | None:
        """A part of a year that does not print it."""
        before = self._in_sentence(start)
        of_one_year = before and before.first and before.last and before.first.year == before.last.year
        if edge := within["edge"]:
            return self._edge(edge, before.first.year if before and before.first and of_one_year else None)
        if before and before.first and before.last and before.year_printed and of_one_year:
            found = within_year(within, before.first.year)
            if found and before.first == before.last and found.last < before.first:
                return within_year(within, before.first.year + 1)
            return found
        if self.reference is None:
            return None
        ahead = _AHEAD.search(self.folded, max(0, start - 12), start)
        if within["month"] or within["month3"]:
            return self._nearest_days(within, _YEAR_AHEAD if ahead else self.days_ahead)
        if is_term(self.folded, start, within.end()):
            return nearest_term(within, self.reference)
        return self._nearest_part(within, ahead=bool(ahead or _AHEAD_AFTER.match(self.folded, within.end())))

    def _edge(self, edge: str, year: int | None) -> Stretch | None:
        """全年, 年底, 年内 of a year that the sentence gives, else of the running one."""
        if edge.endswith("年内"):
            return calendar.years(self.reference.year) if self.reference else None
        if year:
            return calendar.years(year)
        if self.reference is None or edge == "全年" or self.reference.month <= _FIRST_MONTHS_OF_YEAR:
            return None
        return calendar.years(self.reference.year)

    def _nearest_days(self, within: re.Match[str], ahead: int) -> Stretch | None:
        """The nearest such days that begin not more than `ahead` days after the reference."""
        assert self.reference
        limit = calendar.later(self.reference, ahead) or date.max
        for year in (limit.year, limit.year - 1):
            found = within_year(within, year)
            if found and found.first <= limit:
                return None if ahead > DAYS_AHEAD and found.last < self.reference else found
        return None

    def _nearest_part(self, within: re.Match[str], *, ahead: bool) -> Stretch | None:
        """The month, quarter or half-year that runs on the day of the reference; else the next one, or the last one."""
        assert self.reference
        this = self.reference.year
        counted = within["m1"] or within["first_months"] or within["quarters"]  # a count of what is over
        limit = (calendar.later(self.reference, DAYS_AHEAD) or date.max) if counted else self.reference
        parts = [part for year in (this - 1, this, this + 1) if (part := within_year(within, year))]
        over = [part for part in parts if (part.last if counted else part.first) <= limit]
        if ahead and not (over and over[-1].last >= self.reference):
            return next((part for part in parts if part.first > self.reference), None)
        return over[-1] if over else None

    def _month_and_day(self, month: int, number: int) -> Stretch | None:
        if self.reference is None:
            return None
        limit = calendar.later(self.reference, self.days_ahead) or date.max
        for year in range(limit.year, limit.year - 9, -1):  # 2月29日 may lie eight years back
            found = calendar.day(year, month, number)
            if found and found.first <= limit:
                return found
        return None

    def _day_alone(self, first: int, last: int, start: int) -> Stretch | None:
        """29日, 12日至15日 of the month of an earlier date, else of the nearest one."""
        before = self._in_sentence(start)
        opening: date | None
        if before and before.first and before.last and (before.last - before.first).days <= _LONGEST_LATER:
            opening = calendar.nearest_day(first, before.first, ahead=15)
        elif self.reference:
            later = _AHEAD.search(self.folded, max(0, start - 12), start)
            opening = calendar.nearest_day(first, self.reference, ahead=_LONGEST_LATER if later else self.days_ahead)
        else:
            return None
        if opening is None:
            return None
        closing = opening if last == first else calendar.nearest_day(last, opening, ahead=30)
        return calendar.days(opening, closing) if closing else None


_FORMS: dict[str, Callable[[_Reader, re.Match[str]], _Read | None]] = {
    "iso": _Reader._of_iso,
    "from": _Reader._of_years,
    "latin_year": _Reader._of_letter,
    "year": _Reader._of_year,
    "relative": _Reader._of_year,
    "plan": _Reader._of_plan,
    "lunar": _Reader._of_lunar,
    "word": _Reader._of_word,
    "months_ago": _Reader._of_months_ago,
    "quarters_ago": _Reader._of_months_ago,
    "within": _Reader._of_part,
    "alone": _Reader._of_day,
    "han_day": _Reader._of_day,
}
"""How each form of `HEAD` is read, by the group that only it has."""


def _plan(head: re.Match[str]) -> Stretch | None:
    stretch = calendar.five_year_plan(read_number(head["quoted"] or head["bare"] or head["ordinal"]))
    return calendar.years(stretch.last.year) if stretch and head["plan_end"] else stretch


def _one_day(that: date | None) -> Stretch | None:
    return calendar.days(that, that) if that else None
