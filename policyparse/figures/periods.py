"""The period that a number belongs to.

The nearest earlier date of the clause, else of the sentence, else the one that an earlier sentence of the
paragraph opened with, else the one of the heading or lead above, else, for growth, the one of the title. 目前 and
words of time that fix no period (上周, 近三年) end what stood before; a day of publication, a base of comparison
(比2020年) and a day of completion (2026年底建成) are no periods.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from policyparse.figures.around_dates import (
    BASE_AFTER,
    BASE_BEFORE,
    BASIS,
    BUILT_AFTER,
    GOAL_AFTER,
    MODIFIES,
    OF_TERM,
    SAME,
    SINCE,
)
from policyparse.figures.reference import Reference
from policyparse.figures.standing import AS_OF, NO_NOW, NOW, STOCK, STOCK_BEFORE, TO
from policyparse.knowledge.pattern import pattern
from policyparse.language import calendar
from policyparse.language.calendar import Stretch
from policyparse.language.dates import DAYS_AHEAD, DateMention, find_dates
from policyparse.language.enumerations import JOINT
from policyparse.language.masks import mask
from policyparse.language.terms import TERM_AFTER
from policyparse.language.time_words import find_recurring, find_spells, find_unread
from policyparse.model.base import Extent, PeriodDraft

_THIS_YEAR = pattern(
    r"(?<!去)(?<!上)(?:全年|年内|年度计划)(?!度)",
    matches=["力争全年", "年内", "年度计划投资"],
    rejects=["去年内", "全年度", "上年内"],
)
_HAS_PART = pattern("[季年月]", matches=["一季度", "2024年", "3月"], rejects=["3日", "全市"])
_DAY_ENDS = ("日", "天", "晚", "午", "号", "晨")
_OF_FRAME = pattern(
    r"(?:刚刚)?(?:过去)?的?(?:这)?(?:一|五|5)年(?:来|里|中|间)?",
    method="fullmatch",
    matches=["一年来", "过去五年", "五年来", "一年间", "一年里", "一年中", "这一年来", "的一年来", "刚刚一年来"],
    rejects=["近三年来", "未来五年"],
)
"""Below a heading that gives the period: that very period."""
_OPENING_LENGTH = 4
"""A date that a clause opens with has at most so many characters before it."""
_FIRST_LENGTH = 12
"""Nor so many in the first clause of a paragraph."""
_NEAR_STOCK = 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that can be the period of a number.

    Attributes:
        start: Offset of its first code point in the paragraph, -1 where it stands in none.
        end: Offset after its last code point.
        stretch: Its days and label; None where it cannot be fixed and where 目前 stands.
        as_of: Whether it bounds a count (截至3月底, “十四五”以来).
        until: Whether it is a term to be met (到2027年).
        members: The periods of a list one by one (2022年、2023年分别).
        holds_to: Offset up to which it holds, where it stands in 在去年…的基础上; None where nothing bounds it.
    """

    start: int
    end: int
    stretch: Stretch | None
    as_of: bool = False
    until: bool = False
    members: tuple[Stretch, ...] = ()
    holds_to: int | None = None

    @property
    def label(self) -> str | None:
        """Name of the period."""
        return self.stretch.label if self.stretch else None

    @property
    def first(self) -> date | None:
        """First day."""
        return self.stretch.first if self.stretch else None

    @property
    def last(self) -> date | None:
        """Last day."""
        return self.stretch.last if self.stretch else None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.stretch is not None and self.stretch.first == self.stretch.last

    def as_draft(self, member: int | None = None) -> PeriodDraft | None:
        """The period as the public model takes it.

        Args:
            member: Which of the listed periods; None for the whole.
        """
        stretch = self.stretch if member is None else self.members[member]
        return {"label": stretch.label, "start": stretch.first, "end": stretch.last} if stretch else None


class Periods:
    """The periods of one paragraph.

    Args:
        folded: The paragraph, width-folded.
        reference: The day from which 今年 counts.
        lead: The period that the title or an earlier paragraph set for growth and flows, or None.
        frame: The period that a heading or a lead set for all numbers below it, or None.

    Attributes:
        mentions: All dates of the paragraph.
        moments: Those of them that can be periods, 目前 and what fixes no period.
        blanked: The paragraph with all its dates blanked out.
    """

    def __init__(
        self, folded: str, reference: Reference, lead: Moment | None = None, frame: Moment | None = None
    ) -> None:
        self.folded = folded
        self.reference = reference
        self.lead, self.frame = lead, frame
        ahead = 0 if reference.inferred else DAYS_AHEAD
        self.mentions = list(find_dates(folded, reference.day, days_ahead=ahead))
        dated = [(m.start, m.end) for m in self.mentions]
        self._unread = [extent for extent in find_unread(folded) if not _overlaps(extent, dated)]
        self._spells = [extent for extent in find_spells(folded) if not _overlaps(extent, dated)]
        self.moments = sorted(self._moments(), key=lambda m: m.start)
        self.blanked = self._blanked(dated)
        opening = [m for m in self.moments if self._opens(m)]
        self._opening = opening
        self._openings = [m for m in opening if m.as_of or not m.is_day]

    @property
    def unresolved(self) -> list[DateMention]:
        """Periods whose year the text and the reference leave open."""
        return [
            m
            for before, m in pairwise([None, *self.mentions])
            if m
            and m.label is None
            and not (before and before.label and before.end == m.start)  # 7月 当月
            and _HAS_PART.search(self.folded, m.start, m.end)
            and "全年" not in self.folded[m.start : m.end]
        ]

    def masked(self) -> str:
        """The paragraph with its dates blanked out, except where they are the base of a comparison."""
        kept = [
            (m.start, m.end) for m in self.mentions if not BASE_BEFORE.search(self.folded, max(0, m.start - 3), m.start)
        ]
        return self.blanked if len(kept) == len(self.mentions) else self._blanked(kept)

    def _blanked(self, dates: Sequence[Extent]) -> str:
        terms = [(m.start(), m.end()) for _, end in dates if (m := TERM_AFTER.match(self.folded, end))]
        return mask(self.folded, sorted([*dates, *terms, *self._unread, *self._spells]))

    def of(
        self, number: int, clause: tuple[int, int], sentence: tuple[int, int], *, flows: bool, lasting: bool = False
    ) -> Moment | None:
        """The moment that holds for a number.

        Args:
            number: Offset of the number.
            clause: Extent of its clause.
            sentence: Extent of its sentence.
            flows: Whether it is a growth or a flow, which the period of the lead may cover.
            lasting: Whether it is a property that no date changes (全长, 海拔), unless its own clause gives one.
        """
        last = _before(self.moments, number)
        if lasting:
            return last if last and last.start >= clause[0] else None
        near = min(clause[1], number + _NEAR_STOCK)
        if last and last.start >= sentence[0]:
            stock = STOCK.search(self.folded, clause[0], near)
            return None if last.start < clause[0] and stock and not last.as_of and not last.until else last
        opening = _before(self._openings, number)
        at_end = opening and self.folded.endswith(("末", "底"), opening.start, opening.end)
        if not at_end and STOCK_BEFORE.search(self.folded, clause[0], near):
            return None
        if opening and self.frame and opening.start > _FIRST_LENGTH and not (opening.as_of or opening.until):
            return self.frame  # 一季度……，上半年……。 of a report: a part of the year holds in its sentence only
        return opening or self.frame or (self.lead if flows else None)

    def this_year(self, start: int, end: int) -> Moment | None:
        """The year of the reference, where a stretch of text says 全年 or 年内 of what is planned.

        Args:
            start: Where the stretch begins.
            end: Where it ends.
        """
        said = _THIS_YEAR.search(self.folded, start, end)
        year = self.reference.year
        return Moment(said.start(), said.end(), calendar.years(year)) if said and year else None

    def opening(self) -> Moment | None:
        """The first period that a clause of the first sentence opens with, for the paragraphs that follow."""
        stop = self.folded.find("。")
        for moment in self._opening:
            if moment.label and not moment.until and not moment.is_day and (stop < 0 or moment.start < stop):
                return moment
        return None

    def _opens(self, moment: Moment) -> bool:
        """Whether the moment stands where a clause begins, and so holds for what follows."""
        before = self.folded[max(0, moment.start - 8) : moment.start]
        return len(re.split(r"[，。；！？：“]", before)[-1]) <= _OPENING_LENGTH or moment.start <= _FIRST_LENGTH

    def _moments(self) -> Iterator[Moment]:
        above = self.frame or self.lead
        year = _single_year(above)
        for mention in self._listed():
            moment = self._moment(mention, year)
            if moment:
                yield moment
            year = _single_year(moment) or (mention.first.year if mention.first else None) or year
        for start, end in self._unread:
            of_frame = self.frame and _OF_FRAME.fullmatch(self.folded, start, end)
            if not of_frame and not BASE_BEFORE.search(self.folded, max(0, start - 3), start):
                yield Moment(start, end, None)
        for start, end in find_recurring(self.folded):
            yield Moment(start, end, None)
        for now in NOW.finditer(self.folded):
            dated = any(m.start <= now.start() < m.end for m in self.mentions)  # 至今 of 2023年12月至今年2月
            if not dated and self.folded[now.start() - 2 : now.start()] not in NO_NOW:
                yield Moment(now.start(), now.end(), None)

    def _listed(self) -> list[DateMention]:
        """The dates, those of a list (2022年、2023年, “八五”“九五”) as one."""
        found: list[DateMention] = []
        for mention in self.mentions:
            before = found[-1] if found else None
            if before and before.label and mention.label and self._is_list(before, mention):
                found[-1] = _together(before, mention)
            else:
                found.append(mention)
        return found

    def _is_list(self, before: DateMention, mention: DateMention) -> bool:
        """Whether two dates stand in one list: years, or parts of years, side by side."""
        between = self.folded[before.end : mention.start]
        if not JOINT.fullmatch(between) and not (between == "" and self.folded.startswith("“", mention.start)):
            return False
        return (
            not BASE_BEFORE.search(self.folded, max(0, before.start - 3), before.start) and before.first != before.last
        )

    def _moment(self, mention: DateMention, year: int | None) -> Moment | None:
        """What a date is for the numbers after it; 全年 is of the year given, the one named last."""
        text, start, end = self.folded, mention.start, mention.end
        if BASE_BEFORE.search(text, max(0, start - 3), start) or BASE_AFTER.match(text, end):
            return None
        as_of = bool(AS_OF.search(text, max(0, start - 3), start)) or bool(SINCE.match(text, end))
        until = bool(TO.search(text, max(0, start - 2), start) or TERM_AFTER.match(text, end)) and not as_of
        is_day = mention.first == mention.last and (mention.first is not None or text.endswith(_DAY_ENDS, start, end))
        if is_day and not as_of and not text.startswith("，", end):
            return None
        whole_year = text[start:end] == "全年"
        of_works = BUILT_AFTER.match(text, end) and not text.endswith(
            "年内", start, end
        )  # 2019年建成的; 年内建成 is a plan
        if of_works and not as_of and not until and not whole_year:
            return None
        if GOAL_AFTER.match(text, end) or OF_TERM.match(text, end) or MODIFIES.match(text, end):
            return None
        stretch = self._stretch(mention, year)
        if whole_year and stretch is None:
            return None
        basis = BASIS.match(text, end)
        return Moment(start, end, stretch, as_of, until, mention.members, basis.end() if basis else None)

    def _stretch(self, mention: DateMention, year: int | None) -> Stretch | None:
        """The days of a date: 全年 and 年底 of the year above, none where it goes on to a day that no label names."""
        printed, stretch = self.folded[mention.start : mention.end], mention.stretch
        above = _single_year(self.frame or self.lead)
        if printed in ("年末", "年底") and above:
            return calendar.years(above)
        if stretch is None and printed == "全年":
            return calendar.years(year) if year else None
        if stretch is None or SAME.match(self.folded, mention.end):
            return None
        recent = self.reference.year and stretch.last.year >= self.reference.year
        return None if SINCE.match(self.folded, mention.end) and not recent else stretch


def _together(before: DateMention, mention: DateMention) -> DateMention:
    """Two dates of a list as one, with the stretch of both where they follow each other."""
    one, other = before.stretch, mention.stretch
    assert one
    assert other
    whole = calendar.joined(one, other) if (other.first - one.last).days == 1 else None
    first, last, label = (whole.first, whole.last, whole.label) if whole else (None, None, None)
    members = (*(before.members or (one,)), *(mention.members or (other,)))
    return DateMention(before.start, mention.end, first, last, label, before.year_printed, members)


def _overlaps(extent: Extent, others: Sequence[Extent]) -> bool:
    """Whether a stretch shares a character with one of others."""
    return any(extent[0] < end and start < extent[1] for start, end in others)


def _single_year(moment: Moment | None) -> int | None:
    """The year that a period lies in."""
    if moment and moment.stretch and moment.stretch.first.year == moment.stretch.last.year:
        return moment.stretch.first.year
    return None


def _before(moments: list[Moment], offset: int) -> Moment | None:
    """The last moment that begins before an offset and still holds there."""
    i = bisect_left(moments, offset, key=lambda m: m.start)
    while i and (limit := moments[i - 1].holds_to) is not None and limit <= offset:
        i -= 1
    return moments[i - 1] if i else None
