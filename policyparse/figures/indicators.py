"""Indicators: numbers with a meaning (指标).

A quantity of the body is an indicator unless it gives the size of a set (在13个分项指数中), a duration, the
people of a meeting, or belongs to a name or slogan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from policyparse.figures.bases import base_of_change, is_base_in_brackets, is_goal
from policyparse.figures.bearers import PROPERTY, find_bearer
from policyparse.figures.candidates import Candidate
from policyparse.figures.clauses import Clause, Clauses
from policyparse.figures.cues import Cues, looks_ahead
from policyparse.figures.leads import ITEM_MARK
from policyparse.figures.metric import Metric
from policyparse.figures.metric_grammar import GROWTH
from policyparse.figures.metrics import MetricReader
from policyparse.figures.named import CHANGE_UNITS, DONE, FLOW, LASTING, MODAL, STOCK, THEREAFTER, change_of
from policyparse.figures.names_of_numbers import bounds_a_class, is_size_class, names_class
from policyparse.figures.outlook import Outlook
from policyparse.figures.parts import Sums
from policyparse.figures.periods import Moment, Periods
from policyparse.figures.reference import Reference, find_reference
from policyparse.figures.stated_number import StatedNumber
from policyparse.figures.target_or_result import kind_of
from policyparse.figures.topics import TOPIC
from policyparse.figures.trimming import LONGEST
from policyparse.figures.which_numbers import is_indicator
from policyparse.knowledge.characters import NUMBER, SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.comparators import AFTER
from policyparse.language.dates import DateMention
from policyparse.language.enumerations import JOINT
from policyparse.language.labels import match_label
from policyparse.language.newswire import dateline_end
from policyparse.language.quantities import Quantity, find_quantities
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.meeting import ProposalDraft, ResponseDraft
from policyparse.model.plan import IndicatorDraft
from policyparse.model.speech import StatementDraft
from policyparse.page.layout import Block, Page, Role

_SERIES = pattern(
    r"\s?(?&joint)\s?",
    method="match",
    joint=JOINT,
    matches=["、", (" 和 ", " 和 "), "以及"],
    rejects=["，", "  和"],
)
_OWN_CHANGE = pattern(
    r"\s?(?&joint)\s?(?:同比|环比)?(?&change)(?:了|到|至)?\s?",
    method="fullmatch",
    joint=JOINT,
    change=GROWTH,
    matches=["和下降", "、同比增长", " 及 下降了 ", "以及环比增到", "与上升", "和上升至"],
    rejects=["和", "，下降", "和出口下降"],
)
_DIGIT = pattern(f"[{NUMBER}半翻]", matches=["3家", "过半", "翻番"], rejects=["全市企业"])
_TERM = pattern(
    r"20\d\d年|二〇|五年规划|五”",
    matches=["到2025年", "到二〇二五年", "第十五个五年规划", "“十五五”时期"],
    rejects=["今年", "五年来", "2025家", "1990年"],
)
_BARRIER = pattern("大关|关口", matches=["大关，", "关口。"], rejects=["口岸", "元大关"], method="match")
"""Behind a number that was passed: no name."""
_SPELL = pattern(
    r"(?:连续|近|过去|为期|历时|最近|今后|未来)$",
    matches=["连续", "近", "过去", "活动为期", "工程历时", ("最近", "最近"), "今后", "未来"],
    rejects=["连续增长", "未来的"],
)
_ITEM = pattern(
    f"(?&mark)|[{SMALL_ORDINAL}]{{1,2}}、",
    method="match",
    mark=ITEM_MARK,
    matches=["一是优化", "（一）加快", "一、总体要求", "十二、强化保障"],
    rejects=["优化", "二十三、其他", "、优化"],
)
"""How an item of a list begins."""
_LASTING_OF_WORK = ("总投资", "投资", "投资额", "投资总额", "面积", "占地", "用地", "库容")
"""Properties of one work that no date changes."""
_OF_WORKS = ("总投资", "总投资额", "投资总额", "协议投资", "协议投资额")
"""Sums of works, to which the period of a title or lead gives nothing."""


def parse_indicators(page: Page, reference: date | None, diagnostics: Diagnostics) -> list[IndicatorDraft]:
    """Find the indicators of a page, in order of the text.

    Args:
        page: The page; its title and body are read.
        reference: The day of publication; None where unknown.
        diagnostics: Takes periods that cannot be fixed.
    """
    today = find_reference(page, reference, diagnostics)
    title = page.title
    lead = titled = Periods(title.folded, today).opening() if title else None
    opened: set[str | None] = set()
    outlook = Outlook(page, today)
    if outlook.rules and not _TERM.search(page.folded):
        return []
    indicators: list[IndicatorDraft] = []
    seen: set[tuple[object, ...]] = set()
    items = find_items_set_out(page)
    for block in page.with_role(Role.PARAGRAPH):
        if not (_TERM if outlook.rules else _DIGIT).search(block.folded):
            continue
        reader = _Paragraph(block, today, lead, outlook, item=block.start in items)
        for draft in reader.indicators():
            if outlook.rules and not (draft["kind"] == "target" and draft["period"]):
                continue
            period = draft["period"]["label"] if draft["period"] else None
            key = (draft["metric"], draft["value"], draft["unit"], draft["kind"], period)
            if key not in seen:
                seen.add(key)
                indicators.append(draft)
        for mention in reader.unresolved:
            printed = block.text[mention.start : mention.end]
            diagnostics.add("PP302", f"{printed} has no year", (block.start + mention.start, block.start + mention.end))
        ahead = looks_ahead(block.folded.split("。")[0])
        if titled is None and (opening := reader.opening()) and _is_recent(opening, today.day) and not ahead:
            opened.add(opening.label)
            lead = opening if len(opened) == 1 else None  # a text that goes through several periods has no lead
    return sorted(indicators, key=lambda draft: draft["span"][0])


def find_items_set_out(page: Page) -> frozenset[int]:
    """Where the paragraphs begin that are items (一是…) after one whose last word of time looks ahead."""
    items: set[int] = set()
    ahead = False
    for block in page.with_role(Role.PARAGRAPH):
        if _ITEM.match(block.folded):
            items |= {block.start} if ahead else set()
        else:
            ahead = Cues(block.folded).before(0, len(block.folded)) > 0
    return frozenset(items)


def _is_recent(moment: Moment, reference: date | None) -> bool:
    """Whether a period is of the year of the reference or the one before: an older one is told of in passing."""
    return reference is None or moment.last is None or moment.last.year >= reference.year - 1


class _Paragraph:
    """The numbers of one paragraph, from left to right."""

    def __init__(
        self, block: Block, reference: Reference, lead: Moment | None, outlook: Outlook, *, item: bool
    ) -> None:
        self.block = block
        self.folded = block.folded
        self.outlook = outlook
        self.item, self.sums = item, Sums()
        self._periods: dict[tuple[bool, Moment | None], Periods] = {}
        self._reference, self._lead = reference, lead
        self.periods = self._periods_under(0)

    def _periods_under(self, offset: int) -> Periods:
        """The periods of the paragraph under the frame that holds at an offset."""
        frame = self.outlook.frame(self.block.start, offset)
        moment = frame.moment if frame else None
        key = frame is not None, moment
        if key not in self._periods:
            self._periods[key] = Periods(self.folded, self._reference, None if frame else self._lead, moment)
        return self._periods[key]

    @property
    def unresolved(self) -> list[DateMention]:
        """Periods whose year the text and the reference leave open."""
        return self.periods.unresolved

    def opening(self) -> Moment | None:
        """The period that the paragraph opens with."""
        return self.periods.opening()

    def indicators(self) -> Iterator[IndicatorDraft]:
        """Drafts of the paragraph's indicators."""
        head = self._read_head()
        quantities = [q for q in find_quantities(self.periods.blanked) if q.start >= head]
        if not quantities:
            return
        self.cues = Cues(self.folded)
        self.clauses = Clauses(self.folded)
        groups: list[tuple[list[Quantity], Clause]] = []
        end = 0
        masked: list[Extent] = [(0, head)] if head else []
        all_series = list(self._series(quantities))
        for i, series in enumerate(all_series):
            all_series[i] = series = self._with_shared_bound(series)
            following = all_series[i + 1][0] if i + 1 < len(all_series) else None
            first, last = series[0], series[-1]
            clause = self.clauses.at(first.number)
            candidate = Candidate(self.folded, first, last, clause, max(clause.start, end), following)
            base = base_of_change(candidate)
            if base is None and is_indicator(candidate):
                groups.append((series, clause))
                end = last.end
            elif names_class(candidate) or bounds_a_class(candidate) or is_size_class(candidate):
                continue
            elif not (first.chinese and first.value == 1 and first.dimension == "count"):
                spell = _SPELL.search(self.folded, clause.start, first.start) if first.dimension == "duration" else None
                begin = spell.start() if spell else first.start
                of_goal = is_goal(candidate) and self.folded.startswith("的", last.end)
                bracket = is_base_in_brackets(candidate)
                barrier = _BARRIER.match(self.folded, last.end)
                behind = barrier.end() if barrier else last.end + (of_goal or bracket)
                masked.append(((begin if base is None else base) - bracket, behind))
        self.metrics, self.head = MetricReader(self.periods.masked(), masked), head
        end = 0
        for i, (series, clause) in enumerate(groups):
            last = series[-1]
            next_start = groups[i + 1][0][0].start if i + 1 < len(groups) else clause.end
            right_to = max(last.end, min(next_start, clause.end))
            found = self.metrics.read(series, clause, max(clause.start, end), right_to)
            for member, (quantity, metric) in enumerate(zip(series, found, strict=True)):
                draft = self._draft(quantity, metric, clause, (member, len(series)))
                if draft:
                    yield draft
            end = max(last.end, *(extent[1] for extent in found[-1].extents)) if found[-1].right else last.end

    def _read_head(self) -> int:
        """Where the paragraph goes on after its label (一、) or dateline, which belong to no metric."""
        label = match_label(self.folded)
        labelled = label.body if label and not self.folded[label.body : label.body + 1].isdigit() else 0
        return labelled or dateline_end(self.folded)

    def _topic(self, number: int, clause: Clause) -> str:
        """The chain, project or place whose numbers a sentence gives: 柑橘产业链方面，."""
        topic = TOPIC.match(self.folded, max(clause.sentence[0], self.head), number)
        return self.block.text[slice(*topic.span("topic"))] if topic else ""

    def _series(self, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
        """Quantities of one unit that stand side by side: 36.3%和12.5%."""
        series: list[Quantity] = []
        for quantity in quantities:
            if series:
                before = series[-1]
                joint = _SERIES.match(self.folded, before.end)
                if joint and joint.end() == quantity.start and before.dimension == quantity.dimension == "measure":
                    series.append(quantity)
                    continue
                if joint and joint.end() == quantity.start and before.unit == quantity.unit and self._ends(quantity):
                    series.append(quantity)
                    continue
                if before.dimension == quantity.dimension == "measure" and self._has_own_change(before, quantity):
                    series.append(quantity)
                    continue
                yield series
            series = [quantity]
        if series:
            yield series

    def _with_shared_bound(self, series: list[Quantity]) -> list[Quantity]:
        """The numbers of 分别 with the bound that only the last one prints: 分别控制在4.6%和4%以内."""
        last = series[-1]
        start = self.clauses.at(series[0].number).start
        bound = AFTER.search(self.folded, last.number, last.end) if len(series) > 1 else None
        if bound is None or bound.end() != last.end or "分别" not in self.folded[start : series[0].start]:
            return series
        return [replace(q, comparator=last.comparator) if q.comparator == "eq" else q for q in series]

    def _has_own_change(self, before: Quantity, quantity: Quantity) -> bool:
        """Whether a number of 分别 says by a word of its own how it changed: 分别增长3.5%和下降6.2%."""
        own = _OWN_CHANGE.fullmatch(self.folded, before.end, quantity.start)
        start = self.clauses.at(before.number).start
        return bool(own and "分别" in self.folded[start : before.start])

    def _ends(self, quantity: Quantity) -> bool:
        """Whether nothing is counted after the quantity: its clause ends there."""
        return self.folded[quantity.end : quantity.end + 1] in ("", "，", "。", "；", "、", "和", "”", "）")

    def _draft(
        self, quantity: Quantity, metric: Metric, clause: Clause, member: tuple[int, int]
    ) -> IndicatorDraft | None:
        name = self.metrics.text(metric.extents, self.block.text)
        topic = self._topic(quantity.number, clause)
        name = name if topic and topic in name else topic + name
        bearer = (
            find_bearer(self.folded, max(clause.sentence[0], self.head), quantity.start) if _is_bare(name) else None
        )
        name = self.block.text[slice(*bearer)] + name if bearer else name
        if len(name) < 2 or MODAL.fullmatch(name):
            return None
        if any(e - s == LONGEST and "\u4e00" <= self.folded[s - 1] <= "\u9fff" for s, e in metric.extents if s):
            return None  # cut off inside a clause of which no shorter name could be told
        change = change_of(quantity, name)
        periods = self._periods_under(quantity.number)
        moment = self._moment(quantity, name, clause, change, periods)
        frame = self.outlook.frame(self.block.start, quantity.number)
        lasting = bool(LASTING.search(name)) or (bearer is not None and name.endswith(_LASTING_OF_WORK))
        if bearer and lasting and moment and moment.start < clause.start:
            moment = None
        kind = kind_of(
            StatedNumber(
                *(self.folded, quantity.number, clause, moment, frame, self.cues, self.outlook),
                lasting=lasting,
                item=self.item,
                counts=quantity.dimension == "count",
                whole=self.sums.kind_of_whole(self.folded, clause.sentence[0], quantity.number, quantity.unit),
            )
        )
        self.sums.add(quantity.number, quantity.unit, kind)
        if kind == "target" and moment and moment.start < clause.start and _is_over(moment, self._reference.day):
            moment = None  # a demand behind a review of what is over
        if kind == "target" and moment is None and not lasting:
            moment = self.outlook.planned or periods.this_year(clause.sentence[0], quantity.number)
        start, end = clause.start, clause.end
        while start < quantity.start and self.folded[start] in " “‘，":
            start += 1
        start, end = min(start, quantity.start), max(end, quantity.end)
        in_turns = (
            moment and len(moment.members) == member[1] > 1 and "分别" in self.folded[moment.end : quantity.start]
        )
        return {
            "metric": name,
            "value": quantity.value,
            "unit": quantity.unit,
            "comparator": quantity.comparator,
            "upper": quantity.upper,
            "kind": kind,
            "change": change,
            "period": moment.as_draft(member[0] if in_turns else None) if moment else None,
            "speaker": None,
            "text": self.block.text[start:end],
            "span": (self.block.start + start, self.block.start + end),
        }

    def _moment(self, quantity: Quantity, name: str, clause: Clause, change: str, periods: Periods) -> Moment | None:
        """The period of a number."""
        flows = change in ("growth", "decline", "share") and ("率" in name or quantity.unit in CHANGE_UNITS)
        flows = flows or (bool(FLOW.search(name)) and (change != "level" or not STOCK.search(name)))
        flows = flows or (quantity.unit == "%" and bool(DONE.search(name)))
        flows = flows and not name.endswith(_OF_WORKS)
        extent = (clause.start, clause.end)
        lasting = bool(LASTING.search(name))
        moment = periods.of(quantity.number, extent, clause.sentence, flows=flows, lasting=lasting)
        then = THEREAFTER.search(self.folded, clause.sentence[0], quantity.number) if moment else None
        if moment and then and moment.start < then.start() and moment.start < clause.start:
            return None
        if name.endswith(("年度计划投资", "年度计划总投资")) and moment and moment.start < clause.start:
            return periods.this_year(clause.start, quantity.number)
        return moment


def _is_over(moment: Moment, day: date | None) -> bool:
    """Whether a period had ended on the day of the reference."""
    return bool(day and moment.last and moment.last < day)


def _is_bare(name: str) -> bool:
    """Whether a name is a property whose bearer stands elsewhere: 总投资."""
    return PROPERTY.fullmatch(name) is not None


def link_speakers(
    indicators: list[IndicatorDraft], speech: Sequence[StatementDraft | ProposalDraft | ResponseDraft]
) -> None:
    """Name in each indicator the speaker of the innermost stretch of speech that it stands in.

    Args:
        indicators: Drafts of `Indicator`; their `speaker` is set.
        speech: Drafts of statements, proposals and responses, each with `speaker` and `span`.
    """
    by_length = sorted(speech, key=lambda s: s["span"][1] - s["span"][0])
    for indicator in indicators:
        start, end = indicator["span"]
        for stretch in by_length:
            first, last = stretch["span"]
            if first <= start < last or first < end <= last:
                indicator["speaker"] = stretch["speaker"]
                break
