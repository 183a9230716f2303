"""The period that a number belongs to.

The nearest earlier date of the clause, else of the sentence, else the one that an earlier sentence of the
paragraph opened with, else, for growth, the one of the title or lead. 目前 ends what stood before; a day of
publication, a base of comparison (比2020年) and a day of completion (2026年底建成) are no periods.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from policyparse.figures.lexicon import alternation
from policyparse.language import calendar
from policyparse.language.dates import DateMention, find_dates
from policyparse.language.masks import mask
from policyparse.model.base import Draft, Extent

_BASE_BEFORE = re.compile(r"(?:比|较|与|和|同|于|自|从|为|由|创|超过|高于|低于|对比|相比|接近|临近|邻近)$")
_BASE_AFTER = re.compile(
    r"(?:以来|来)?的?(?:新高|新低|最高|最低|同期水平|\d{1,6}(?:\.\d{1,4})?倍|相比|水平|基数)|[^，。；\d]{0,8}?(?:翘尾|低?基数|高基数)|以来(?:的)?(?:新高|最|首次|单月)|(?:年?[初底末])?(?:之|以)后，?首次"
)
_BUILT_AFTER = re.compile(r"，?(?:前|之前|全面|全线|正式|主体|基本|陆续)?" + alternation("built"))
_GOAL_AFTER = re.compile(r"(?:的)?(?:主要)?(?:预期)?(?:目标|任务|预算)|计划(?:任务|目标|的)")
_MODIFIES = re.compile(r"”?(?:时期|期间)?的?(?:首批|第[一二三四五]批|首个|首条|首座|首台)")
"""After a date: it belongs to the thing (“十五五”时期首批9个专项)."""
_SINCE = re.compile(r"(?:时期|期间)?以来")
_AS_OF = re.compile(r"(?:截至|截止|截止到|截至到)$")
_TO = re.compile(r"(?:到|至)$")
_SOME = r"[一二三四五六七八九十两几\d]"
_OPEN_STRETCHES = (
    re.compile(rf"{_SOME}(?<!\d\d\d){_SOME}?年[之以]?内"),
    re.compile(rf"[未今过近][来后去]?(?:(?<=未来|今后|过去)|(?<=近)){_SOME}{{1,2}}年"),
)
"""三年内, 未来五年: a stretch whose ends the text does not fix; it ends what stood before."""
_NOW = re.compile(alternation("now"))
_HELD = (
    r"现有|现存|拥有(?!量)|共有(?![^，。；]{0,24}(?:竣工|投产|开工|签约|落地|获评|获批|入选|通过|完成|建成|上市|参加))"
)
_STOCK = re.compile(rf"已(?!知|[^，。；\d]{{0,6}}完成)|{_HELD}")
_STOCK_BEFORE = re.compile(rf"已(?!知)|累计|{_HELD}")
_THIS_YEAR = re.compile(r"(?<!去)(?<!上)(?:全年|年内|年度计划)(?!度)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that can be the period of a number.

    Attributes:
        start: Offset of its first code point in the paragraph.
        end: Offset after its last code point.
        label: Name of the period, None where it cannot be fixed or where 目前 stands.
        first: First day.
        last: Last day.
        as_of: Whether it bounds a count (截至3月底, “十四五”以来).
        until: Whether it is a term to be met (到2027年).
    """

    start: int
    end: int
    label: str | None
    first: date | None
    last: date | None
    as_of: bool
    until: bool

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first is not None and self.first == self.last

    def as_draft(self) -> Draft | None:
        """The period as the public model takes it."""
        if self.label is None:
            return None
        return {"label": self.label, "start": self.first, "end": self.last}


class Periods:
    """The periods of one paragraph.

    Args:
        folded: The paragraph, width-folded.
        reference: The day from which 今年 counts, None where unknown.
        lead: The period that the title or an earlier paragraph set, or None.

    Attributes:
        mentions: All dates of the paragraph.
        moments: Those of them that can be periods, and 目前.
        blanked: The paragraph with all its dates blanked out.
    """

    def __init__(self, folded: str, reference: date | None, lead: Moment | None) -> None:
        self.folded = folded
        self.reference = reference
        self.lead = lead
        self.mentions = list(find_dates(folded, reference))
        self._stretches = [m.span() for stretch in _OPEN_STRETCHES for m in stretch.finditer(folded)]
        self.moments = sorted(self._moments(), key=lambda m: m.start)
        self.blanked = self._blanked([(m.start, m.end) for m in self.mentions])
        self._opening = [m for m in self.moments if self._opens(m)]
        self._openings = [m for m in self._opening if m.as_of or not m.is_day]

    @property
    def unresolved(self) -> list[DateMention]:
        """Periods whose year the text and the reference leave open."""
        return [
            m
            for before, m in pairwise([None, *self.mentions])
            if m
            and m.label is None
            and not (before and before.label and before.end == m.start)  # 7月 当月
            and re.search(r"[季年月]", self.folded[m.start : m.end])
            and "全年" not in self.folded[m.start : m.end]
        ]

    def masked(self) -> str:
        """The paragraph with its dates blanked out, except where they are the base of a comparison."""
        kept = [
            (m.start, m.end)
            for m in self.mentions
            if not _BASE_BEFORE.search(self.folded, max(0, m.start - 3), m.start)
        ]
        return self.blanked if len(kept) == len(self.mentions) else self._blanked(kept)

    def _blanked(self, dates: Sequence[Extent]) -> str:
        return mask(self.folded, sorted([*dates, *self._stretches]))

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
        if last and last.start >= sentence[0]:
            stock = _STOCK.search(self.folded, clause[0], min(clause[1], number + 24))
            return None if last.start < clause[0] and stock and not last.as_of and not last.until else last
        opening = _before(self._openings, number)
        at_end = opening and self.folded.endswith(("末", "底"), opening.start, opening.end)
        if not at_end and _STOCK_BEFORE.search(self.folded, clause[0], min(clause[1], number + 24)):
            return None
        return opening or (self.lead if flows else None)

    def this_year(self, start: int, end: int) -> Moment | None:
        """The year of the reference, where a stretch of text says 全年 or 年内 of what is planned.

        Args:
            start: Where the stretch begins.
            end: Where it ends.
        """
        said = _THIS_YEAR.search(self.folded, start, end)
        stretch = calendar.years(self.reference.year) if said and self.reference else None
        if said is None or stretch is None:
            return None
        return Moment(said.start(), said.end(), stretch.label, stretch.first, stretch.last, False, False)

    def opening(self) -> Moment | None:
        """The first period that a sentence of the paragraph opens with, for the paragraphs that follow."""
        for moment in self._opening:
            if moment.label and not moment.until and not moment.is_day:
                return moment
        return None

    def _opens(self, moment: Moment) -> bool:
        """Whether the moment stands where a clause begins, and so holds for what follows."""
        before = self.folded[max(0, moment.start - 8) : moment.start]
        return len(re.split(r"[，。；！？：“]", before)[-1]) <= 4 or moment.start <= 12

    def _moments(self) -> Iterator[Moment]:
        year = _single_year(self.lead)
        for mention in self.mentions:
            moment = self._moment(mention, year)
            if moment:
                yield moment
            year = _single_year(moment or mention) or year
        for start, end in self._stretches:
            yield Moment(start, end, None, None, None, False, False)
        for now in _NOW.finditer(self.folded):
            if self.folded[now.start() - 2 : now.start()] not in ("截至", "到了"):
                yield Moment(now.start(), now.end(), None, None, None, False, False)

    def _moment(self, mention: DateMention, year: int | None) -> Moment | None:
        """What a date is for the numbers after it; 全年 is of the year given, the one named last."""
        text, start, end = self.folded, mention.start, mention.end
        if _BASE_BEFORE.search(text, max(0, start - 3), start) or _BASE_AFTER.match(text, end):
            return None
        as_of = bool(_AS_OF.search(text, max(0, start - 3), start)) or bool(_SINCE.match(text, end))
        until = bool(_TO.search(text, max(0, start - 2), start)) and not as_of
        is_day = mention.first is not None and mention.first == mention.last
        if is_day and not as_of and not text.startswith("，", end):
            return None
        if not as_of and not until and text[start:end] != "全年" and _BUILT_AFTER.match(text, end):
            return None
        if _GOAL_AFTER.match(text, end) or _MODIFIES.match(text, end):
            return None
        label, first, last = mention.label, mention.first, mention.last
        of_lead = text[start:end] in ("年末", "年底") and _single_year(self.lead)
        if of_lead or (label is None and text[start:end] == "全年"):
            year = of_lead or year
            stretch = calendar.years(year) if year else None
            if stretch:
                label, first, last = stretch.label, stretch.first, stretch.last
        if label is None:
            return None
        if last and _SINCE.match(text, end) and not (self.reference and last.year >= self.reference.year):
            label = first = last = None  # 2018年以来 goes on to a day that no label names
        return Moment(start, end, label, first, last, as_of, until)


def _single_year(dated: DateMention | Moment | None) -> int | None:
    """The year that a date or period lies in."""
    if dated and dated.first and dated.last and dated.first.year == dated.last.year:
        return dated.first.year
    return None


def _before(moments: list[Moment], offset: int) -> Moment | None:
    """The last moment that begins before an offset."""
    i = bisect_left(moments, offset, key=lambda m: m.start)
    return moments[i - 1] if i else None
