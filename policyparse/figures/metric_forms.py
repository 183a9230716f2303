"""The forms in which a single number has its name (指标名称的形式), in order; the first that gives a name decides.

inside  ::= verb "总规模" number "的" thing              设立总规模100亿元的基金
after   ::= verb? number thing predicate?               3000多家 医疗机构提供护理服务
before  ::= subject? comparison? growth number          规模以上工业增加值同比增长 6.5%
          | subject verb? number                        接待游客 548万人次
"""

from collections.abc import Callable
from dataclasses import dataclass

from policyparse.figures.counted_things import COUNTED_BESIDE, begun_with, property_of_counted
from policyparse.figures.enclosed import enclosed
from policyparse.figures.metric import Metric, Place
from policyparse.figures.metric_grammar import (
    ACTS,
    BARE,
    BY_HEAD,
    CARRIED_VERB,
    CHANGED,
    MEASURED,
    OF_WHICH,
    OTHERWISE,
    RELATION,
    STATED,
    SUPERLATIVE,
    THEN,
    TOTAL,
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
from policyparse.figures.things import source_of, thing_after
from policyparse.figures.trimming import trim
from policyparse.model.base import Extent

_PEOPLE = frozenset("人名位")
_SHORT_NOUN = 3
"""So short a noun takes over the verb of the number before it: 发送旅客2079万人次，货物2522万吨."""
_LONGEST_KEPT = 14
_NEAR = 1.6
"""A subject this many times as long as the relation after it gives way to its noun of statistics."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a name.

    Attributes:
        name: Its name.
        reason: Why it is read so.
        read: Gives the metric, None where the number does not have the form.
        examples: Sentences with the name that the form gives to their last number.
    """

    name: str
    reason: str
    read: Callable[[Place], Metric | None]
    examples: tuple[tuple[str, str], ...] = ()


def _inside(p: Place) -> Metric | None:
    inside = enclosed(p.masked, p.quantity, p.left, p.left_from, p.clause)
    if not inside:
        return None
    return Metric(inside, inside, right=any(0 <= start - p.quantity.end <= 1 for start, _ in inside))


def _left_of_thing(p: Place) -> tuple[Extent, Extent] | None:
    """What stands before a number and the thing after it, None where it counts nothing after it."""
    beside = COUNTED_BESIDE.search(p.masked, p.left[0], p.quantity.start)
    left = (p.left[1], p.left[1]) if beside else p.left
    left = begun_with(p.masked, left, p.clause.start) if p.masked.endswith("等", *left) else left
    right = thing_after(p.masked, p.quantity, left, p.right_to)
    if right is None:
        return None
    verb = pointed_out(p.masked, left)  # 这个平台收录了 300万条 知识
    return left if verb is None else verb, right


def _thing_that_acts(p: Place) -> Metric | None:
    found = _left_of_thing(p)
    then = THEN.search(p.masked, found[1][0] + 2, found[1][1]) if found and p.right_to < p.clause.end else None
    if found is None or then is None:
        return None
    left, thing = found[0], (found[1][0], then.start())
    return Metric([left, thing] if left[0] < left[1] else [thing], [thing], right=True, acts=True)


def _thing(p: Place) -> Metric | None:
    found = _left_of_thing(p)
    if found is None:
        return None
    left, right = found
    before = _without_list(p, left)
    named = left[0] < left[1]
    if not named and p.memory.counted[0] == p.quantity.start and not p.masked.endswith("共", 0, p.quantity.start):
        before = p.memory.counted[1]  # 覆盖 12个国家 57座 城市
    said = named or before != [left]
    p.memory.counted = (right[1], before if said else [])
    return Metric(extents := [*before, right] if said else [right], extents, right=True)


def _without_list(p: Place, left: Extent) -> list[Extent]:
    """What stands before a count, without a list of examples."""
    names = without_list(p.masked, left) if p.quantity.dimension == "count" else [left]
    return [trim(p.masked, *name) for name in names]


def _listed(p: Place) -> Metric | None:
    before = _without_list(p, p.left)
    return Metric(before, before) if before != [p.left] else None


def _of_people(p: Place) -> Metric | None:
    if p.quantity.unit not in _PEOPLE or "、" not in p.masked[slice(*p.left)]:
        return None
    left = (max(p.left[0], p.masked.rfind("的", *p.left) + 1), p.left[1])
    return Metric([left], [left]) if left != p.left else None


def _from_source(p: Place) -> Metric | None:
    source = source_of(p.masked, p.quantity, p.clause.end) if p.has_left else []
    return Metric([p.left, *source], [p.left]) if source else None


def _part_done(p: Place) -> Metric | None:
    subject = p.memory.subject
    if p.quantity.unit != "%" or not subject or p.memory.read_to >= p.clause.start or planner(p.masked, subject[0]):
        return None
    done = completed(p.masked, p.left, subject)
    return Metric(done, done) if done else None


def _second_change(p: Place) -> Metric | None:
    history = p.memory.history
    if len(history) < 2 or not OTHERWISE.fullmatch(p.own):
        return None
    return Metric([*history[-1], (p.left[0] + 1, p.left[1])], history[-1])


def _first_change(p: Place) -> Metric | None:
    history = p.memory.history
    changes = RELATION.match(p.own) or BARE.match(p.own)
    if len(history) < 2 or not changes or not OTHERWISE.match(p.masked, p.quantity.end):
        return None
    return Metric([*history[-2], p.left], history[-2])


def _sum_beside(p: Place) -> Metric | None:
    beside = p.memory.read_to >= p.clause.start and p.masked.startswith("、", p.memory.read_to)
    if not (beside and p.own.startswith("总") and STATED.fullmatch(p.own) and p.memory.subject):
        return None
    return Metric([*p.memory.subject, p.left], p.memory.subject)


def _deed_of_thing(p: Place) -> Metric | None:
    if not (p.own and p.memory.acting and p.memory.subject):
        return None
    return Metric(did := [*p.memory.subject, p.left], did)


def _of_clause_between(p: Place) -> Metric | None:
    between = _subject_between(p)
    return Metric([*between, p.left] if p.own else [*between], between) if between else None


def _subject_between(p: Place) -> list[Extent]:
    """The subject of a clause without a number that stands between the number before and a clause without one."""
    start, end = p.clause_before()
    if start < p.memory.read_to or start >= end:
        return _subject_of_act(p)
    if not p.own:
        most = SUPERLATIVE.search(p.masked, start, end)
        return [trim(p.masked, start, most.start())] if most else []
    if BY_HEAD.match(p.own):
        return p.previous_subject()
    if ACTS.fullmatch(p.own):
        named = OF_WHICH.search(p.masked, start, end)
        return [(named.start() + 1, named.end())] if named else starter(p.masked, (start, end))
    return []


def _subject_of_act(p: Place) -> list[Extent]:
    """Who planned the sum before, or what the act before was done to, for an act alone (今年计划完成40亿元)."""
    subject = p.memory.subject
    if not subject or not ACTS.fullmatch(p.own):
        return []
    same = [after_act(p.masked, subject[0]), *subject[1:]] if p.quantity.unit == p.memory.unit != "" else []
    return planner(p.masked, subject[0]) or same


def _total(p: Place) -> Metric | None:
    if not TOTAL.fullmatch(p.own):
        return None
    if p.memory.subject:
        subject = [after_act(p.masked, p.memory.subject[0]), *p.memory.subject[1:]]
    elif not p.memory.subjects and not p.opens_part:
        subject = [without_change(p.masked, extent) for extent in p.previous_subject()]
    else:
        return None
    return Metric([*subject, p.left], subject)


def _change_alone(p: Place) -> Metric | None:
    if p.own and not BARE.match(p.own):
        return None
    subject = p.subject()
    if p.own and subject and p.masked.endswith("目标", *subject[-1]):
        return Metric([p.left], [p.left])  # what is set as a goal does not grow
    return Metric([*subject, p.left] if p.own else [*subject], [*subject])


def _relation(p: Place) -> Metric | None:
    if not RELATION.match(p.own) or (not p.memory.subjects and p.opens_part):
        return None
    subject = p.subject()
    if p.own[0] in "拉带推贡":
        return Metric([p.left], subject)  # 拉动进口增长 is named by what it lifts
    near = _nearest(p.masked, subject, len(p.own) if p.own[0] in "占相是" else len(p.own) + 2)
    return Metric([*near, p.left], subject)


def _nearest(masked: str, subject: list[Extent], length: int) -> list[Extent]:
    """A subject, or of a long one its noun of statistics, before a relation of so many characters (占…比重)."""
    if sum(end - start for start, end in subject) <= _NEAR * length or length < 4:
        return subject
    if noun := MEASURED.search(masked, *subject[-1]):
        return [noun.span()]
    return subject if subject[-1][1] - subject[-1][0] <= _LONGEST_KEPT else []


def _with_change(p: Place) -> Metric | None:
    changed = CHANGED.search(p.own)
    if changed is None or changed.start() < 2:
        return None
    return Metric([p.left], [trim(p.masked, p.left[0], p.left[0] + changed.start())], verb=p.memory.verb)


def _short_noun(p: Place) -> Metric | None:
    verb, own = p.memory.verb, p.own
    if len(own) > _SHORT_NOUN or not verb or own[0] == "占" or ACTS.search(own) or MEASURED.search(own):
        return None
    return Metric([verb, p.left], [p.left], verb=verb)


def _own_name(p: Place) -> Metric | None:
    verb = CARRIED_VERB.search(p.masked, *p.left)
    return Metric([p.left], [p.left], verb=verb.span() if verb and verb.end() < p.left[1] else None)


BEFORE_NUMBER: tuple[Form, ...] = (
    Form(
        "second change",
        "和上升0.6个百分点 is the second change of what was named last.",
        _second_change,
    ),
    Form(
        "first change",
        "Two changes of one thing by 和 are of what was named before the last.",
        _first_change,
    ),
    Form(
        "sum beside",
        "项目25个、总投资333亿元: the sum is that of the things counted beside it.",
        _sum_beside,
        (("甲市开工项目25个、总投资333亿元。", "甲市开工项目总投资"),),
    ),
    Form(
        "property of what was counted",
        "项目25个，计划投资33亿元: a bare property is that of the things counted before it.",
        property_of_counted,
        (
            ("甲市开工项目25个，计划总投资333亿元。", "甲市开工项目计划总投资"),
            ("建成厂房12栋，建筑面积3万平方米。", "建成厂房建筑面积"),
        ),
    ),
    Form(
        "deed of the thing",
        "20个项目完成投资30亿元: the second number says what the things did.",
        _deed_of_thing,
        (("20个重点项目完成投资30亿元。", "重点项目完成投资"),),
    ),
    Form(
        "clause between",
        "A clause without a number may give the subject: 甲市获得资金最多，为2824万元.",
        _of_clause_between,
        (("甲市获得资金最多，为2824万元。", "甲市获得资金"), ("去年完成投资20亿元，今年完成30亿元。", "投资完成")),
    ),
    Form(
        "total",
        "总数, 总量 is that of the thing before.",
        _total,
        (("新增企业20家，总数达300家。", "企业总数"),),
    ),
    Form(
        "change alone",
        "A clause without a subject takes that of the number before it.",
        _change_alone,
        (("全市产值30亿元，同比增长5%。", "全市产值同比增长"),),
    ),
    Form(
        "relation",
        "占…, 高于… relates what the number before measures to something else.",
        _relation,
        (("高技术产品出口30亿元，占出口总值的20%。", "高技术产品出口占出口总值"),),
    ),
    Form(
        "with change",
        "A subject with the word of its change.",
        _with_change,
        (("规模以上工业增加值同比增长6.5%。", "规模以上工业增加值同比增长"),),
    ),
    Form(
        "short noun",
        "A short noun takes over the verb of the number before it.",
        _short_noun,
        (("全年发送旅客2079万人次，货物2522万吨。", "发送货物"),),
    ),
    Form(
        "own name",
        "What stands before the number is its name.",
        _own_name,
        (("全市接待游客548万人次。", "全市接待游客"),),
    ),
)
"""Names that end before the number."""

FORMS: tuple[Form, ...] = (
    Form(
        "inside",
        "A number may stand inside its name: 设立总规模100亿元的基金.",
        _inside,
        (("市里将设立总规模50亿元的产业基金。", "产业基金总规模"),),
    ),
    Form(
        "thing that acts",
        "The next number says what the counted things did.",
        _thing_that_acts,
    ),
    Form(
        "thing after",
        "The thing that is counted stands after the number.",
        _thing,
        (("打造10个以上标杆应用场景。", "打造标杆应用场景"),),
    ),
    Form(
        "list of examples",
        "A list of examples before 等 is no part of the name.",
        _listed,
        (("解决用地、用工、融资等问题215个。", "解决问题"),),
    ),
    Form(
        "people of bodies",
        "Of people of several bodies only what follows the bodies is the name.",
        _of_people,
        (("选派市局、乙县和丙镇的干部200人。", "干部"),),
    ),
    Form(
        "source",
        "A share of a whole is named with where it comes from.",
        _from_source,
        (("新增用电量60%来自制造业。", "新增用电量来自制造业"),),
    ),
    Form(
        "part done",
        "The share of a goal that is done is named with whose goal it is.",
        _part_done,
        (("工业投资216亿元，完成全年目标的59%。", "工业投资完成目标"),),
    ),
    *BEFORE_NUMBER,
)
"""All forms."""


def read_form(place: Place, forms: tuple[Form, ...] = FORMS) -> Metric:
    """The metric of a number in the first form that it has."""
    for form in forms:
        if metric := form.read(place):
            return metric
    raise AssertionError("the last form gives a name to every number")
