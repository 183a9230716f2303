"""What a number measures (指标名称): the nearest noun phrase and the word of growth.

    metric ::= subject? comparison? growth            左: 规模以上工业增加值同比增长 6.5%
             | subject verb?                          左: 接待游客 548万人次
             | verb? thing predicate?                 右: 3000多家 医疗机构提供“互联网+护理服务”
             | verb? "…" thing                        两边: 打造 10个以上 标杆应用场景

A clause without a subject takes that of the number before it (，同比增长31.21%); 分别 gives each number of a
series the member of the list that it belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policyparse.figures.clauses import Clause
from policyparse.figures.enclosed import enclosed
from policyparse.figures.lexicon import words
from policyparse.figures.metric_grammar import (
    ACTS,
    ADVERBIAL,
    ASIDE,
    BARE,
    BY_HEAD,
    CARRIED_VERB,
    CHANGE,
    CHANGED,
    MEASURED,
    OF_WHICH,
    OPENING,
    ORDINALS,
    OTHERWISE,
    OWN_NOUN,
    PREDICATE,
    PREFIX,
    RATIO,
    RELATION,
    SHARED,
    STATED,
    SUPERLATIVE,
    THEN,
    TOTAL,
    TRAILING,
)
from policyparse.figures.modifiers import (
    after_act,
    completed,
    planner,
    pointed_out,
    starter,
    without_change,
    without_list,
)
from policyparse.figures.things import LONGEST, source_of, thing_after
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.language.masks import MASK, mask
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

LONGEST_LIST = 160
"""So is a list of metrics whose numbers 分别 gives."""
_ORDINAL_NUMBER = re.compile(f"[{SMALL_ORDINAL}]")
_JOINT = re.compile(r"[、和及与]|以及")
_BY_TURNS = re.compile(r"分别")
_PEOPLE = frozenset("人名位")
LONGEST_HISTORY = 12
"""So many subjects of a sentence are remembered, for 分别."""
LONGEST_WAY_BACK = 200
"""A subject stands no further before the clause that lacks it."""
SHORT_NOUN = 3
"""So short a noun takes over the verb of the number before it: 发送旅客2079万人次，货物2522万吨."""
_REST = re.compile(r"(?:的[^，。、；]{0,30}|[^，。、；]{0,4})、")
LONG_SUBJECT = 20
"""Of a longer subject a clause without one takes over only the noun after its last 的."""
_TOWARDS = re.compile("[对向]|(?:增速|增幅|降幅|涨幅)?[比较]")
_KIND = ("业", "类", "品", "备", "料")


@dataclass(slots=True)
class Metric:
    """The name of what a number measures.

    Attributes:
        extents: The stretches of the paragraph that make it up, in order of the name.
        subject: Those of them that a following clause without a subject takes over.
        right: Whether the thing that is counted stands after the number.
        acts: Whether the next number says what that thing did: 20个项目 完成投资30亿元.
    """

    extents: list[Extent]
    subject: list[Extent] = field(default_factory=list)
    right: bool = False
    acts: bool = False


class MetricReader:
    """Reads the metrics of one paragraph, from left to right.

    Args:
        masked: The width-folded paragraph with its dates blanked out.
    """

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.head = 0
        self.subjects: list[list[Extent]] = []
        self.history: list[list[Extent]] = []
        self.topic: list[Extent] = []
        self.verb: Extent | None = None
        self.part: Extent = (0, 0)
        self.read_to = 0
        self.acting = False
        self.unit = self.last_unit = ""
        self.counted: tuple[int, list[Extent]] = (-1, [])

    def text(self, extents: Sequence[Extent], printed: str) -> str:
        """The name as printed, without dates, quotation marks at its ends, and numbers that were masked."""
        name = "".join(
            printed[start:end]
            if MASK not in (masked := self.masked[start:end])
            else "".join(c for c, m in zip(printed[start:end], masked, strict=True) if m != MASK)
            for start, end in extents
        )
        name = ADVERBIAL.sub("", name)
        name = name.replace("分别", "").replace("（下同）", "").strip(" ，、：")
        for opening, closing in ("“”", "《》", "（）"):
            if name.count(closing) > name.count(opening):
                name = opening + name if not name.startswith(closing) else name[1:]
            elif name.count(opening) > name.count(closing):
                name = name + closing if not name.endswith(opening) else name[:-1]
        return name

    def mask(self, extents: Sequence[Extent]) -> None:
        """Blank out numbers that are no indicators of their own."""
        self.masked = mask(self.masked, sorted(extents))

    def read(self, series: Sequence[Quantity], clause: Clause, left_from: int, right_to: int) -> list[Metric]:
        """Read the metric of each quantity of a series (one, or several joined by 、 or 和).

        Args:
            series: The quantities.
            clause: Their clause.
            left_from: Where the words before the first may begin: the start of the clause, or the end of the
                number before.
            right_to: Where the words after the last must end.
        """
        self.last_unit, self.unit = self.unit, series[0].unit
        if clause.part != self.part:
            self.last_unit = ""
            self.part, self.subjects, self.history, self.verb = clause.part, [], [], None
        if left_from > clause.start and (rest := _REST.match(self.masked, left_from, series[0].start)):
            left_from = rest.end()
        listed = len(series) > 1 and _BY_TURNS.search(self.masked, left_from, series[0].start)
        left = self._trim(left_from, series[0].start, LONGEST_LIST if listed else LONGEST)
        if len(series) > 1:
            metrics = self._series(series, left, clause)
        else:
            inside = enclosed(self.masked, series[0], left, left_from, clause)
            after = inside is not None and 0 < inside[0][0] - series[0].end <= 1
            metrics = [
                Metric(inside, inside, right=after) if inside else self._single(series[0], left, clause, right_to)
            ]
        self.read_to, self.acting = series[-1].end, metrics[-1].acts
        self.subjects = [self._noun(m.subject) for m in metrics]
        self.topic = self.subjects[0] or self.topic
        self.history = [*self.history, *(s for s in self.subjects if s and s not in self.history)][-LONGEST_HISTORY:]
        return metrics

    def _single(self, quantity: Quantity, left: Extent, clause: Clause, right_to: int) -> Metric:
        named = (left[1], left[1]) if self.masked.endswith("等", *left) else left
        right = thing_after(self.masked, quantity, named, right_to)
        left = named if right else left
        if right and (verb := pointed_out(self.masked, left)) is not None:
            left = verb  # 这个平台收录了 300万条 知识
        if right and right_to < clause.end and (then := THEN.search(self.masked, right[0] + 2, right[1])):
            right = (right[0], then.start())  # 20个项目 完成投资30亿元
            return Metric([left, right] if left[0] < left[1] else [right], [right], right=True, acts=True)
        if right:
            before = self._without_list(quantity, left)
            together = self.masked.endswith("共", 0, quantity.start)
            if left[0] == left[1] and self.counted[0] == quantity.start and not together:
                before = self.counted[1]  # 覆盖 12个国家 57座 城市
            extents = [*before, right] if left[0] < left[1] or before != [left] else [right]
            self.counted = (right[1], before if before != [left] or left[0] < left[1] else [])
            return Metric(extents, extents, right=True)
        if (before := self._without_list(quantity, left)) != [left]:
            return Metric(before, before)
        if quantity.unit in _PEOPLE and "、" in self.masked[slice(*left)]:
            left = (max(left[0], self.masked.rfind("的", *left) + 1), left[1])  # 甲局、乙县和丙单位的 干部200人
        if left[0] < left[1] and (source := source_of(self.masked, quantity, clause.end)):
            return Metric([left, *source], [left])
        if quantity.unit == "%" and self.subjects and self.subjects[-1] and self.read_to < clause.start:
            planned = planner(self.masked, self.subjects[-1][0])
            done = [] if planned else completed(self.masked, left, self.subjects[-1])
            if done:
                return Metric(done, done)
        return self._with_subject(left, clause, alternates=bool(OTHERWISE.match(self.masked, quantity.end)))

    def _with_subject(self, left: Extent, clause: Clause, *, alternates: bool = False) -> Metric:
        """A name that ends before the number, with the subject taken over where it has none."""
        own = self.masked[slice(*left)].replace(MASK, "")
        if len(self.history) > 1 and OTHERWISE.fullmatch(own):  # 比上月下降1.3个 和上升 0.6个百分点
            return Metric([*self.history[-1], (left[0] + 1, left[1])], self.history[-1])
        if len(self.history) > 1 and alternates and (RELATION.match(own) or BARE.match(own)):
            return Metric([*self.history[-2], left], self.history[-2])
        beside = self.read_to >= clause.start and self.masked.startswith("、", self.read_to)
        if own.startswith("总") and STATED.fullmatch(own) and beside and self.subjects[-1]:
            return Metric([*self.subjects[-1], left], self.subjects[-1])  # 甲市项目25个、总投资333亿元
        if own and self.acting and self.subjects[-1]:
            did = [*self.subjects[-1], left]
            return Metric(did, did)
        between = self._subject_between(own, clause)
        if between:
            return Metric([*between, left] if own else [*between], between)
        if TOTAL.fullmatch(own) and not self.subjects and left[0] > clause.part[0] + 1:
            subject = [without_change(self.masked, extent) for extent in self._previous_subject(clause)]
            return Metric([*subject, left], subject)
        if self.subjects and self.subjects[-1] and TOTAL.fullmatch(own):
            subject = [after_act(self.masked, self.subjects[-1][0]), *self.subjects[-1][1:]]
            return Metric([*subject, left], subject)
        if not own or BARE.match(own):
            subject = self.subjects[-1] if self.subjects else self._previous_subject(clause)
            if own and subject and self.masked.endswith("目标", *subject[-1]):
                return Metric([left], [left])  # what is set as a goal does not grow
            return Metric([*subject, left] if own else [*subject], [*subject])
        if RELATION.match(own) and (self.subjects or left[0] > clause.part[0] + 1):
            subject = self.subjects[-1] if self.subjects else self._previous_subject(clause)
            return Metric([*(self._nearest(subject, len(own)) if own[0] in "占相是" else subject), left], subject)
        changed = CHANGED.search(own)
        if changed and changed.start() >= 2:
            return Metric([left], [self._trim(left[0], left[0] + changed.start())])
        if (
            len(own) <= SHORT_NOUN
            and self.verb
            and own[0] != "占"
            and not ACTS.search(own)
            and not MEASURED.search(own)
        ):
            return Metric([self.verb, left], [left])
        verb = CARRIED_VERB.search(self.masked, *left)
        self.verb = verb.span() if verb and verb.end() < left[1] else None
        return Metric([left], [left])

    def _subject_between(self, own: str, clause: Clause) -> list[Extent]:
        """The subject of a clause without a number that stands between the number before and a clause without one.

        As in 甲市获得资金最多，为2824万元; 碳汇首次分红，户均1360元; 反馈的主要问题，已完成23项.
        """
        start, end = self._clause_before(clause)
        if start < self.read_to or start >= end:
            if not (self.subjects and self.subjects[-1] and ACTS.fullmatch(own)):
                return []
            same = [after_act(self.masked, self.subjects[-1][0]), *self.subjects[-1][1:]]
            planned = planner(self.masked, self.subjects[-1][0])
            return planned or (same if self.unit and self.unit == self.last_unit else [])
        if not own:
            most = SUPERLATIVE.search(self.masked, start, end)
            return [self._trim(start, most.start())] if most else []
        if BY_HEAD.match(own):
            return self._previous_subject(clause)
        if ACTS.fullmatch(own):
            named = OF_WHICH.search(self.masked, start, end)
            return [(named.start() + 1, named.end())] if named else starter(self.masked, (start, end))
        return []

    def _without_list(self, quantity: Quantity, left: Extent) -> list[Extent]:
        """What stands before a count, without a list of examples."""
        names = without_list(self.masked, left) if quantity.dimension == "count" else [left]
        return [self._trim(*name) for name in names]

    def _noun(self, subject: list[Extent]) -> list[Extent]:
        """A subject, or of a long one the noun after its last 的."""
        if len(subject) != 1 or subject[0][1] - subject[0][0] <= LONG_SUBJECT:
            return subject
        start, end = subject[0]
        de = self.masked.rfind("的", start, end - 3)
        return [(de + 1, end)] if de >= 0 else subject

    def _nearest(self, subject: list[Extent], length: int) -> list[Extent]:
        """A subject, or of a long one its noun of statistics, before a relation of so many characters (占…比重)."""
        own = sum(end - start for start, end in subject)
        if own <= 1.6 * length or length < 4:
            return subject
        noun = MEASURED.search(self.masked, *subject[-1])
        return [noun.span()] if noun else []

    def _series(self, series: Sequence[Quantity], left: Extent, clause: Clause) -> list[Metric]:
        count = len(series)
        own = self.masked[slice(*left)]
        turns = _BY_TURNS.search(self.masked, left[0], series[0].start)
        bare = not own or BARE.match(own)
        if bare and len(self.subjects) == count:
            return [Metric([*subject, left] if own else [*subject], subject) for subject in self.subjects]
        if turns:
            verb = self._trim(turns.end(), series[0].start)
            names = (left[0], turns.start())
            changed = CHANGED.search(self.masked[names[0] : names[1]])
            tail: list[Extent] = [verb] if verb[0] < verb[1] else []
            own_nouns = changed and OWN_NOUN.search(self.masked[names[0] : names[0] + changed.start()])
            if changed and changed.start() >= 2 and not _JOINT.search(changed[0]) and not own_nouns:
                tail = [(names[0] + changed.start(), names[1]), *tail]
                names = (names[0], names[0] + changed.start())
            own = self.masked[slice(*self._trim(*names, LONGEST_LIST))]
            if len(own) < 3 or MEASURED.fullmatch(own):
                if len(self.history) >= count:
                    return [Metric([*s, names, *tail], s) for s in self.history[-count:]]
                names = names if own else self._clause_before(clause)
            members = self._clauses_of_list(names, clause, count) or self._members(names, count)
            if members:
                shared = self._shared_end(members)
                to = _TOWARDS.match(self.masked, *members[0][0])
                towards = [to.span()] if to else []
                members = [members[0], *([*towards, *m] for m in members[1:])]
                names_of = [[*m, *(shared if i < count - 1 else [])] for i, m in enumerate(members)]
                own_tails = [self._own_tail(series, i, tail) for i in range(count)]
                return [Metric([*name, *own], name) for name, own in zip(names_of, own_tails, strict=True)]
        else:
            members = self._members(left, count)
            if members and not bare:
                prefix = PREFIX.match(self.masked, members[0][0][0], members[0][0][1])
                first = [(prefix.start(), prefix.end())] if prefix else []
                related = RELATION.match(own) and self.subjects
                subject = self.subjects[-1] if related else []
                shared = self._shared_end(members)
                return [
                    Metric([*subject, *(first if i else []), *m, *(shared if i < count - 1 else [])], [*m])
                    for i, m in enumerate(members)
                ]
        return [self._with_subject(left, clause)] * count

    def _own_tail(self, series: Sequence[Quantity], member: int, tail: list[Extent]) -> list[Extent]:
        """How a member changed: by the word before its own number, else as the first one did."""
        if member == 0:
            return tail
        start, end = series[member - 1].end, series[member].start
        own = CHANGE.search(self.masked, start, end)
        return [*(extent for extent in tail[:-1]), own.span()] if own and tail else [own.span()] if own else tail

    def _members(self, names: Extent, count: int) -> list[list[Extent]]:
        """The members of a list, where it has as many as there are numbers; else none."""
        start, end = self._trim(*names, LONGEST_LIST)
        if ordinal := ORDINALS.match(self.masked, start, end):
            numbers = [m.span() for m in _ORDINAL_NUMBER.finditer(self.masked, *ordinal.span("numbers"))]
            sign, rest = ordinal.span("sign"), ordinal.span("rest")
            return [[sign, number, rest] for number in numbers] if len(numbers) == count else []
        cuts = [m.span() for m in re.finditer("、", self.masked[start:end])]
        last = list(re.finditer(r"以及|[和及与]", self.masked[start:end]))
        if (len(cuts) + 1 < count and last) or (
            len(cuts) + 1 >= count and last and last[-1].start() > cuts[-1][1] and len(cuts) + 2 == count
        ):
            cuts.append(last[-1].span())
        cuts.sort()
        if len(cuts) + 1 < count:
            return []
        edges = [0, *(edge for cut in cuts for edge in cut), end - start]
        members = [(start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)][-count:]
        subject = self.masked[slice(*members[0])]
        compared = next((w for w in words("comparison") if subject.endswith(w)), None)
        result = [[member] for member in members]
        if compared:  # 进口额同比、环比
            base = (members[0][0], members[0][1] - len(compared))
            if base[0] < base[1] and all(self.masked[slice(*m)] in words("comparison") for m in members[1:]):
                result = [[base, (members[0][1] - len(compared), members[0][1])], *([base, m] for m in members[1:])]
        return result

    def _shared_end(self, members: list[list[Extent]]) -> list[Extent]:
        """The noun of statistics that only the last member prints: 电视、空调 产量."""
        start, end = members[-1][-1]
        related = RATIO.search(self.masked, start, end)
        if related and related.start() > start:
            return [related.span()]
        if members[-2][-1][1] - members[-2][-1][0] == 1 and end - start > 2:
            return [(start + 1, end)]  # 中、小 型企业
        noun = SHARED.search(self.masked, start, end)
        if noun is None or noun.start() == start:
            kind = self.masked[members[-2][-1][1] - 1]
            same = self.masked.find(kind, start, end - 2)
            return [(same + 1, end)] if same > start else []
        if any(MEASURED.search(self.masked, *m[-1]) for m in members[:-1]):
            return []
        return [noun.span()]

    def _clauses_of_list(self, names: Extent, clause: Clause, count: int) -> list[list[Extent]]:
        """Members that hold 、 themselves and are parted by ，: 信息传输、软件业，租赁和商务服务业增加值分别增长."""
        previous = self._clause_before(clause)
        before = self.masked[slice(*previous)]
        noun = MEASURED.search(self.masked, *names)
        last = self.masked[names[0] : noun.start() if noun else names[1]]
        if count != 2 or not before.endswith(_KIND) or before[-1] != last[-1:] or PREDICATE.search(before):
            return []
        return [[self._trim(*previous)], [self._trim(*names)]]

    def _clause_before(self, clause: Clause) -> Extent:
        """The clause before in the same part of the sentence."""
        end = max(clause.start - 1, clause.part[0])
        floor = max(clause.part[0], end - LONGEST_WAY_BACK)
        return (max(max(self.masked.rfind(mark, floor, end) for mark in "，：") + 1, floor), end)

    def _previous_subject(self, clause: Clause) -> list[Extent]:
        """The subject of the nearest earlier clause of the sentence that has one, else that of the sentence before."""
        end = clause.start - 1
        floor = max(clause.part[0], end - LONGEST_WAY_BACK)
        while end > floor:
            start = max(max(self.masked.rfind(mark, floor, end) for mark in "，：") + 1, floor)
            extent = self._trim(start, end)
            if extent[1] - extent[0] >= 2 and not ASIDE.match(self.masked, *extent):
                predicate = PREDICATE.search(self.masked, extent[0] + 2, extent[1])
                return [self._trim(extent[0], predicate.start())] if predicate else [extent]
            end = start - 1
        return self.topic

    def _trim(self, start: int, end: int, longest: int = LONGEST) -> Extent:
        """Without what stands around a name: dates, openings and the words before a number."""
        masked = self.masked
        while start < end and (opening := OPENING.match(masked, start, end)) and opening.end() > start:
            start = opening.end()
        while start < end:
            trailing = TRAILING.search(masked, max(start, end - 8), end)
            if trailing is None or trailing.start() == trailing.end():
                break
            end = trailing.start()
        start = max(start, end - longest)
        return (start, end) if start < end else (start, start)
