"""Predicates of legal liability: who imposes what.

predicate ::= connective? case? (由? authority)? adverbial* (可以 | 应当)? (对 object)? measure+
"""

import re
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.statute.actors import Actors
from policyparse.statute.conditions import is_condition
from policyparse.statute.measures import Measure, find_measures, match_bare_measure

_CONNECTIVE = pattern(
    r"并且|同时|此外|另外|还|再|也|或者?|但是?|并|且",
    method="match",
    matches=[
        *"并由 并且由 同时由 此外由 另外由 还可以 再由 也可以 或由 或者由 但由 但是由 且由".split(),
        *(("或者由", "或者"), ("并且由", "并且"), ("但是由", "但是")),
    ],
    rejects=["由县人民政府", "县人民政府"],
)
_MODAL_BEFORE_BY = pattern(
    r"(?:可以|可|应当|应|必须|须)(?=由)",
    method="match",
    matches=["可以由", "可由", "应当由", "应由", "必须由", "须由"],
    rejects=["可以责令", "由"],
)
BEFORE_MEASURE = pattern(
    r"(?:可以|可|应当|应|必须|有权|并|再|单|(?&sanctions.adverbials)|(?&sanctions.giving))$",
    matches=(
        "县政府可以 县政府可 县政府应当 县政府应 县政府必须 县政府有权 县政府并 县政府再 县政府单 县政府依法 县政府给予"
    ).split(),
    rejects=["县政府", "可以由县政府"],
)
"""What stands right before a measure."""

_PHRASE = pattern(
    r"依照|按照?|根据|依据|视|对于?|自|在|从|向|将|每|以(?!上|下|及)|责令",
    matches=[
        *(
            "依照本法 按日 按照规定 根据情况 依据职责 视情节 对责任人员 对于责任人员 自立案起 在职责内 从收入中 "
            "向其 将其 每辆 以其收入"
        ).split(),
        *("责令其", ("按照规定", "按照"), ("对于责任人员", "对于")),
    ],
    rejects=["县级以上", "以下", "以及"],
)
"""The start of a phrase between an authority and its measure: 由县政府|按照职责分工|责令改正."""

_DISCRETION = pattern(
    r"可以(?!不|免)|可(?=处|并|给|责|吊|没|暂|予|由|单)",
    matches=(
        "可以处罚款 可处罚款 可并处罚款 可给予警告 可责令停业 可吊销执照 可没收工具 可暂扣执照 可予以警告 "
        "可由县政府处罚款 可单处罚款"
    ).split(),
    rejects=["可以不予处罚", "可以免予处罚", "许可证", "处罚款"],
)
_BESIDE = pattern(
    r"除(?:依法|按照规定)?(?:对其)?(?P<measure>(?:责令|没收|给予|处|吊销|由)[^，。；]{2,60}?)(?:以|之)?外$",
    matches=[
        ("主管部门除责令其限期纠正外", {"measure": "责令其限期纠正"}),
        *(("除依法没收违法所得以外", {"measure": "没收违法所得"}), ("除给予警告之外", {"measure": "给予警告"})),
        *("除按照规定处以罚款外", "除对其责令改正外", "除吊销许可证外", "除由警告之外"),
    ],
    rejects=[
        *("除法律另有规定外", "除责令改正外，", "除外", "除吊销证外", "除吊销" + "某某许可证、" * 10 + "营业执照外"),
    ],
)
"""A measure beside which another is imposed."""

_NO_PREDICATE = pattern(
    r"(?:的|[时后前]|之日|期间|以外|除外|之一)$",
    matches="处罚款的 处罚款时 处罚款后 处罚款前 处罚款之日 拘留期间 罚款以外 罚款除外 处罚之一".split(),
    rejects=["处罚款", "责令改正", "（二）乱收费的；"],
)
"""The end of a clause in which a measure is only spoken of."""

_NO_AUTHORITY = pattern(
    r"(?<!应)对(?!外|口|方)|(?<![申上填])报|被(?!征|申)|[将把给](?!水|排)",
    matches=["对单位", "依法对个人", "被行政机关", "将企业", "把企业", "给个人", "报市人民政府"],
    rejects=[
        *"对外贸易主管部门 对口部门 被征收人 给水企业 给排水企业 应对部门 申报单位".split(),
        *("对方", "被申请", "填报市人民政府", "上报市人民政府"),
    ],
)
"""Words that no authority has in its name."""

_ASKS = pattern(
    r"申请|提请|建议|请求|报请|作出|送达|通知|公布|告知|移交|移送|采取|决定(?!书)",
    matches="申请法院 提请政府 建议机关 请求机关 报请政府 作出 送达 通知 公布 告知 移交 移送 采取 决定".split(),
    rejects=["由县政府", "决定书"],
)
"""Verbs before a measure whose object it is, so that it is not imposed here."""


@dataclass(slots=True)
class Predicate:
    """What a clause imposes.

    Attributes:
        authority: Who imposes it, None where the clause names nobody.
        case: A case that the clause opens with, without a comma behind it: 构成犯罪|依法追究刑事责任.
        measures: The measures.
        start: Offset at which the words begin, the authority included.
        first: Offset at which the words of the measures begin, behind the authority.
        end: Offset after the clause.
        discretionary: Whether it may be imposed or not: 可以.
    """

    authority: Extent | None
    case: Extent | None
    measures: list[Measure] = field(default_factory=list)
    start: int = 0
    first: int = 0
    end: int = 0
    discretionary: bool = False


def imposes(sentence: str) -> bool:
    """Whether a sentence is a predicate that imposes a measure."""
    bare = sentence.rstrip("。")
    return match_predicate(bare, Actors(bare), (0, len(bare))) is not None


def match_predicate(folded: str, actors: Actors, clause: Extent) -> Predicate | None:
    """What a clause imposes, None where it imposes nothing.

    Args:
        folded: The width-folded text.
        actors: Finds actors in it.
        clause: The clause.
    """
    start, end = clause
    while start < end and folded[start] in " \n“":
        start += 1
    beside = _BESIDE.search(folded, start, end)
    if beside is not None:
        return _beside(folded, actors, start, beside)
    if start >= end or _NO_PREDICATE.search(folded, start, end):
        return None
    measures = list(find_measures(folded, start, end))
    lead = _lead(folded, actors, start, measures[0].start) if measures else None
    if lead is None:
        measures = _bare(folded, actors, start, end)
        lead = _lead(folded, actors, start, measures[0].start) if measures else None
    if lead is None:
        return None
    authority, case = lead
    return Predicate(
        authority,
        case,
        measures,
        case[1] if case else start,
        authority[1] if authority and start <= authority[0] else start,
        end,
        _DISCRETION.search(folded, start, end) is not None,
    )


def _beside(folded: str, actors: Actors, start: int, beside: re.Match[str]) -> Predicate | None:
    """The measure beside which another is imposed: 主管部门除责令其限期改正外，还可以处罚款."""
    first, end = beside.span("measure")
    measures = list(find_measures(folded, first, end))
    authority = _authority(folded, actors, start, beside.start()) if start < beside.start() else None
    if not measures or (authority is None and start < beside.start()):
        return None
    return Predicate(authority, None, measures, start, first, end)


def _bare(folded: str, actors: Actors, start: int, end: int) -> list[Measure]:
    """The penalties of a predicate that opens with one: 由公安机关警告、罚款五十元."""
    by = actors.opening(start + 1, end) if folded[start] == "由" else None
    at = by[1] if by else start
    while before := _CONNECTIVE.match(folded, at, end):
        at = before.end()
    first = match_bare_measure(folded, at, end)
    if first is None:
        return []
    found = [first, *find_measures(folded, first.end, end)]
    while found[-1].end < end and folded[found[-1].end] in "、或并":
        joint = folded[found[-1].end : found[-1].end + 2]
        more = match_bare_measure(folded, found[-1].end + (2 if joint in ("或者", "并处") else 1), end)
        if more is None:
            break
        found.append(more)
    return found


def _lead(folded: str, actors: Actors, start: int, at: int) -> tuple[Extent | None, Extent | None] | None:
    """Authority and case before the first measure of a clause; None where the measure is no predicate."""
    while opening := _CONNECTIVE.match(folded, start, at) or _MODAL_BEFORE_BY.match(folded, start, at):
        start = opening.end()
    end = _without_adverbials(folded, start, at)
    if end <= start:
        return None, None
    if _ASKS.search(folded, start, end):
        return None
    found = _divided(folded, actors, start, end)
    for phrase in reversed(list(_PHRASE.finditer(folded, start, end))):
        if found is not None:
            break
        end = _without_adverbials(folded, start, phrase.start())
        found = (None, None) if end <= start else _divided(folded, actors, start, end)
    return found


def _without_adverbials(folded: str, start: int, end: int) -> int:
    while end > start and (before := BEFORE_MEASURE.search(folded, start, end)):
        end = before.start()
    return end


def _divided(folded: str, actors: Actors, start: int, end: int) -> tuple[Extent | None, Extent | None] | None:
    """A stretch as case and authority; None where it is something else."""
    by = folded.rfind("由", start, end)
    if by >= 0 and folded[by - 1 : by] not in tuple("自理事缘经"):
        authority = _authority(folded, actors, by + 1, end)
        if authority is None or authority[0] != by + 1:
            return None
        if by == start:
            return authority, None
        return (authority, (start, by)) if is_condition(folded, start, by) else None
    if is_condition(folded, start, end):
        return None, (start, end)
    authority = _authority(folded, actors, start, end)
    return (authority, None) if authority is not None and authority[0] == start else None


def _authority(folded: str, actors: Actors, start: int, end: int) -> Extent | None:
    """The actor that stands between two offsets, None where something else does."""
    if _NO_AUTHORITY.search(folded, start, end):
        return None
    return (start, end) if actors.ends_as_actor(start, end) else None
