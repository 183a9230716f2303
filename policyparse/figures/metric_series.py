"""The names of numbers side by side (并列的数): members of a list that 分别 gives one number each.

series ::= list "分别" verb? number ("、" number)+        空调、冰箱产量分别增长 8%和6.1%
         | list number ("、" number)+                     高于全国工业和制造业 1个和0.8个百分点
"""

import re
from collections.abc import Sequence

from policyparse.figures.metric import Metric, Place
from policyparse.figures.metric_forms import BEFORE_NUMBER, read_form
from policyparse.figures.metric_grammar import (
    BARE,
    CHANGE,
    CHANGED,
    MEASURED,
    ORDINALS,
    OWN_NOUN,
    PREDICATE,
    PREFIX,
    RATE,
    RATIO,
    RELATION,
    SHARED,
)
from policyparse.figures.trimming import trim
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import JOINT
from policyparse.language.masks import MASK
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

NAME_LENGTH = 60
LIST_LENGTH = 160
"""Maximum length of a list of metrics whose numbers 分别 gives, in characters."""
BY_TURNS = pattern("分别", matches=["产量分别增长"], rejects=["区别对待"])
_ORDINAL = compiled(f"[{SMALL_ORDINAL}]")
_WORD_JOINT = pattern(
    r"以及|[和及与]",
    matches=[("电视以及空调", "以及"), "电视和空调", "电视及空调", "电视与空调"],
    rejects=["电视、空调"],
)
_TOWARDS = pattern(
    r"[对向]|(?:增速|增幅|降幅|涨幅)?[比较]",
    method="match",
    matches=["对东盟", "增速比", "比", "降幅比", "涨幅比", "增速较", "增幅比", "向东盟"],
    rejects=["东盟", "增速"],
)
_ETC = pattern(
    r"等(?:[^，。、\0]{0,4}?(?:国家|经济体|行业|领域|产业|产品|市场|商品|企业|市县|[市县省区]))?(?=[^，。、\0]{2})",
    matches=[
        *(("东盟等经济体在川到资", "等经济体"), ("家电等商品零售额", "等商品"), ("纺织等产值", "等")),
        *(("东江等省会城市投资", "等省"), ("等企业属于", "等企业"), ("东江等周边地区投资", "等周边地区")),
        *(("青河等县工业投资", "等县"), ("东江等市外贸出口", "等市"), ("养老等领域投资", "等领域")),
        *(("纺织等行业利润", "等行业"), ("集贸等市场成交额", "等市场"), ("青河等市县财政收入", "等市县")),
        *(("越南等国家贸易额", "等国家"), ("家电等产业增加值", "等产业"), ("水泥等绿色低碳建材商品零售额", "等")),
        *(("乙县等区工业投资分别增长12%和15%。", "等区"), ("锂电池等产品产量分别增长35.1%、22.4%。", "等产品")),
    ],
    rejects=["家电等", "家电零售额", "等的"],
)
"""After the last member of a list: what all have in common follows."""
_RELATED = pattern(
    r"(?P<relation>[高低快慢好]于|高出|领先|占|比|较)(?P<list>[^，。；、]{1,16}(?:、|(?&joint))[^，。；]{1,50})$",
    method="match",
    joint=_WORD_JOINT,
    matches=[
        *(("高于全国、全省", {"relation": "高于", "list": "全国、全省"}), "低于全国和全省", "快于全国、全省"),
        *("慢于全国、全省", "好于预期和上年", "高出全国、全省", "领先全国、全省", "占全国、全省"),
        *("比上月和去年同期", ("较上月、上年、前年、历史最高点和五年均值", {"relation": "较"})),
    ],
    rejects=[
        *("高于全国", "增长", "高于、全省", "高于全国、全省的增速，", "较上月、"),
        "占全省规模以上高技术制造业企业增加值总量和利润",
        "比全国、全省、全市、东部地区、中部地区、西部地区、东北地区、沿海地区、长江经济带、粤港澳大湾区以及同类城市平均水平和增速",
    ],
)
"""After 分别: with what one thing is compared."""
_OWN = pattern(
    "(?:(?&figures.measured)|率|[总单亩]产)$",
    matches=["工业增加值", "城区绿地率", "粮食总产", "小麦单产", "玉米亩产"],
    rejects=["电视", "全市一产", "增加值的"],
)
"""The end of a member that has a noun of its own."""
_KIND = ("业", "类", "品", "备", "料")
"""Ends of members of a list of kinds: 信息传输、软件业，租赁和商务服务业."""
_SHORT_NAME = 3


def read_series(series: Sequence[Quantity], place: Place) -> list[Metric]:
    """The metrics of numbers side by side.

    Args:
        series: The numbers.
        place: The place of the first.
    """
    masked, memory = place.masked, place.memory
    own = masked[slice(*place.left)]
    bare = not own or bool(BARE.match(own))
    if bare and len(memory.subjects) == len(series):
        return [Metric([*subject, place.left] if own else [*subject], subject) for subject in memory.subjects]
    turns = BY_TURNS.search(masked, place.left[0], series[0].start)
    if turns and (related := _RELATED.match(masked, turns.end(), series[0].start)):
        return _related(len(series), place, related)
    found = _in_turns(series, place, turns) if turns else [] if bare else _side_by_side(len(series), place)
    return found or [read_form(place, BEFORE_NUMBER)] * len(series)


def _related(count: int, place: Place, related: re.Match[str]) -> list[Metric]:
    """分别高于全国、全省 0.2个和3.1个百分点: one thing, compared with each."""
    members = _members(place.masked, related.span("list"), count)
    own = trim(place.masked, place.left[0], related.start("relation") - 2)
    subject = [own] if own[0] < own[1] else place.subject()
    if not members:
        return [Metric([*subject, related.span()], subject)] * count
    return [Metric([*subject, related.span("relation"), *member], subject) for member in members]


def _side_by_side(count: int, place: Place) -> list[Metric]:
    """高于同期全国工业和制造业 1个和0.8个百分点."""
    masked = place.masked
    members = _members(masked, place.left, count)
    if not members:
        return []
    prefix = PREFIX.match(masked, *members[0][0])
    first = [prefix.span()] if prefix else []
    subject = place.memory.subject if RELATION.match(masked[slice(*place.left)]) else []
    shared = _shared_end(masked, members)
    whole = [[*member, *(shared if i < count - 1 else [])] for i, member in enumerate(members)]
    return [Metric([*subject, *(first if i else []), *name], name) for i, name in enumerate(whole)]


def _in_turns(series: Sequence[Quantity], place: Place, turns: re.Match[str]) -> list[Metric]:
    """空调、冰箱产量分别增长 8%和6.1%."""
    masked, count = place.masked, len(series)
    names, tail = _names_and_tail(place, turns, series[0].start)
    own = masked[slice(*trim(masked, *names, LIST_LENGTH))]
    if len(own) < _SHORT_NAME or MEASURED.fullmatch(own) or (RELATION.match(own) and not JOINT.search(own)):
        if len(place.memory.history) >= count:
            return [Metric([*s, names, *tail], s) for s in place.memory.history[-count:]]
        names = names if own else _without_predicate(masked, place.clause_before())
    members = _parted_by_comma(place, names, count) or _members(masked, names, count)
    if not members:
        return []
    shared = _shared_end(masked, members)
    to = _TOWARDS.match(masked, *members[0][0])
    towards = [to.span()] if to else []
    names_of = [
        [*(towards if i else []), *member, *(shared if i < count - 1 else [])] for i, member in enumerate(members)
    ]
    return [Metric([*name, *_own_tail(masked, series, i, tail)], name) for i, name in enumerate(names_of)]


def _without_predicate(masked: str, names: Extent) -> Extent:
    """A list without what its clause says of it: 蔬菜、瓜果 供应充足，分别增长…."""
    said = PREDICATE.search(masked, names[0] + 2, names[1])
    return (names[0], said.start()) if said and "、" in masked[names[0] : said.start()] else names


def _names_and_tail(place: Place, turns: re.Match[str], number: int) -> tuple[Extent, list[Extent]]:
    """The list before 分别, and what all its members did: the change at its end and the verb after 分别."""
    masked = place.masked
    verb = trim(masked, turns.end(), number)
    tail = [verb] if verb[0] < verb[1] else []
    start, end = place.left[0], turns.start()
    changed = CHANGED.search(masked[start:end])
    if changed is None or changed.start() < 2 or JOINT.search(changed[0]):
        return (start, end), tail
    if OWN_NOUN.search(masked[start : start + changed.start()]):
        return (start, end), tail  # 失业率和居民消费价格涨幅
    return (start, start + changed.start()), [(start + changed.start(), end), *tail]


def _own_tail(masked: str, series: Sequence[Quantity], member: int, tail: list[Extent]) -> list[Extent]:
    """How a member changed: by the word before its own number, else as the first one did."""
    own = CHANGE.search(masked, series[member - 1].end, series[member].start) if member else None
    return [*tail[:-1], own.span()] if own else tail


def _members(masked: str, names: Extent, count: int) -> list[list[Extent]]:
    """The members of a list, where it has as many as there are numbers; else none."""
    start, end = trim(masked, *names, LIST_LENGTH)
    if ordinal := ORDINALS.search(masked, start, end):
        return _ordinals(masked, start, ordinal, count)
    cuts = [m.span() for m in re.finditer("、", masked[start:end])]
    last = list(_WORD_JOINT.finditer(masked[start:end]))
    fewer = len(cuts) + 1 < count
    if last and (fewer or (len(cuts) + 2 == count and last[-1].start() > cuts[-1][1])):
        cuts.append(last[-1].span())
    if len(cuts) + 1 < count:
        return []
    edges = [0, *(edge for cut in sorted(cuts) for edge in cut), end - start]
    members = [(start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)][-count:]
    return _compared(masked, members) or [[member] for member in members]


def _ordinals(masked: str, start: int, ordinal: re.Match[str], count: int) -> list[list[Extent]]:
    """第一、二、三产业和居民生活 用电: what is counted off by ordinals, and what is named beside it."""
    numbers = [m.span() for m in _ORDINAL.finditer(masked, *ordinal.span("numbers"))]
    sign, rest = ordinal.span("sign"), ordinal.span("rest")
    whose = [(start, sign[0])] if start < sign[0] else []
    members = [[*whose, sign, number, rest] for number in numbers]
    if ordinal["more"]:
        members.append([ordinal.span("more")])
    return members if len(members) == count else []


def _compared(masked: str, members: list[Extent]) -> list[list[Extent]]:
    """进口额同比、环比: one thing by several comparisons."""
    start, end = members[0]
    comparisons = words("figures.comparison")
    by = next((word for word in comparisons if masked.endswith(word, start, end)), None)
    if by is None or end - len(by) == start or any(masked[slice(*m)] not in comparisons for m in members[1:]):
        return []
    base = (start, end - len(by))
    return [[base, (base[1], end)], *([base, member] for member in members[1:])]


def _shared_end(masked: str, members: list[list[Extent]]) -> list[Extent]:
    """The noun of statistics that only the last member prints: 电视、空调 产量."""
    start, end = members[-1][-1]
    related = RATIO.search(masked, start, end)
    if related and related.start() > start:
        return [related.span()]
    etc = _ETC.search(masked, start, end)
    if etc:
        members[-1][-1:] = [(start, etc.start()), (etc.end(), end)]
        return [(etc.end(), end)]
    before = members[-2][-1]
    if before[1] - before[0] == 1 and end - start > 2:
        return [(start + 1, end)]  # 中、小 型企业
    noun = SHARED.search(masked, start, end)
    same = masked.find(masked[before[1] - 1], start, end - 2)
    if noun is None or noun.start() == start:
        return [(same + 1, end)] if same > start else []
    rate = RATE.search(masked, *noun.span())
    if any((RATE if rate else _OWN).search(masked, *member[-1]) for member in members[:-1]):
        return []
    return [(same + 1, end)] if rate and start < same < noun.start() else [noun.span()]  # 氮肥、磷肥 产能利用率


def _parted_by_comma(place: Place, names: Extent, count: int) -> list[list[Extent]]:
    """Members that hold 、 themselves and are parted by ，: 信息传输、软件业，租赁和商务服务业增加值分别增长."""
    masked = place.masked
    noun = MEASURED.search(masked, *names)
    last = masked[names[0] : noun.start() if noun else names[1]].removesuffix("行业").rstrip(MASK)
    members, end = [[trim(masked, *names)]], place.clause.start - 1
    while len(members) < count:
        floor = max(place.clause.part[0], end - NAME_LENGTH)
        start = max(floor - 1, *(masked.rfind(mark, floor, end) for mark in "，：")) + 1
        before = masked[start:end]
        if not before.endswith(_KIND) or before[-1] != last[-1:] or PREDICATE.search(before):
            return []
        members.insert(0, [trim(masked, start, end)])
        end = start - 1
    return members
