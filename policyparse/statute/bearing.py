"""Who is bound by a norm: the subject of the marker, or somebody whom the clauses before it name.

The rules are tried in order; the first that knows an answer gives it. Each carries a sentence whose last norm it
decides.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.statute.actors import Actors
from policyparse.statute.conditions import is_case
from policyparse.statute.markers import FORBIDDING, Marker
from policyparse.statute.parties import is_decided
from policyparse.statute.topics import is_made_by, is_place

_FAR = 1000
"""Characters before a marker in which an authority is looked for."""

_AUTHORITIES = 16
"""Maximum number of 由 before a marker that are looked at."""

CLAUSES = 24
"""Maximum number of clauses before a marker that are looked at."""

_WITHIN = (*"内中上下时前后", "期间", "以外", "之外")
_TEMPORAL = (*"后前时", "期间", "之日起", "期限内", "日内", "过程中")
_NO_TOPIC = (
    *"后前时内中上下",
    *("期间", "之日起", "批准", "同意", "审核", "备案", "许可", "通过", "认定", "合格"),
    *("规定", "要求", "决定", "确认", "验收", "登记"),
)
_PREPOSITION = pattern(
    "[对在就经向为自因于从以由将把除]|根据|按照|依照|依据|通过|针对",
    method="match",
    matches=[*"根据规定 按照规定 依照规定 依据规定 通过招标 针对隐患".split(), *"对在就经向为自因于从以由将把除"],
    rejects=["企业", "依法"],
)
_ADVERBIAL = pattern(
    "[将把向给就为因由自于除随与当如对]|针对|根据|按照|依照|依据",
    method="match",
    matches=[
        *"对于企业 对企业 针对隐患 根据规定 按照规定 依照规定 依据规定".split(),
        *"将把向给就为因由自于除随与当如",
    ],
    rejects=["企业", "依法"],
)
_PENALTY = pattern(
    "(?:依法)?(?:处|并处|吊销|没收|责令|暂扣|给予|对|取消|撤销|予以)",
    method="match",
    matches=(
        "处罚款 并处罚款 吊销执照 没收工具 责令改正 暂扣执照 给予警告 对其处罚 取消资格 撤销登记 予以警告 依法处罚"
    ).split(),
    rejects=["申请复议", "依法申请"],
)
_SANCTION = pattern(
    (
        "(?:依法)?(?:(?:从[轻重]|减轻|免除|不予)[^，。；]{0,12}处罚|责令|吊销"
        "|没收|追究|作出[^，。；]{0,12}处[罚分]决定|给予[^，。；]{0,16}(?:处分"
        "|处罚|奖励|表彰|警告|罚款))"
    ),
    method="match",
    matches=(
        "从轻处罚 从重处罚 减轻行政处罚 免除处罚 不予处罚 责令改正 吊销执照 没收工具 追究责任 依法追究责任 "
        "作出处罚决定 作出行政处分决定 给予处分 给予行政处罚 给予适当奖励 给予表彰 给予警告 给予罚款"
    ).split(),
    rejects=[
        *("给予配合", "从事处罚", "处罚", "从轻，或者处罚", "给予协助，并处分"),
        *("不予以简易程序或者普通程序作出处罚", "作出对直接负责的主管人员给予的处分决定"),
        "给予直接负责的主管人员和其他直接责任人员处分",
    ],
)
"""What is done to somebody who broke a norm or deserves a reward; he does not do it himself."""


@dataclass(slots=True)
class Memory:
    """Who acted before in the paragraph.

    Attributes:
        start: Offset at which the paragraph begins.
        bearer: Who acted last, None where nobody is known.
    """

    start: int = 0
    bearer: Extent | None = None


@dataclass(slots=True)
class Question:
    """A marker whose bearer is asked for.

    Attributes:
        folded: The width-folded text.
        actors: Finds actors in it.
        marker: The marker.
        before: The last clauses of the segment before that of the marker, at most `CLAUSES`, in order of the text.
        clause: The clause of the marker.
        opens: Whether the segment opens a sentence.
        last: Offset of the norm before it in the segment, 0 where there is none.
        memory: Who acted before.
        joined: Whether 并 stands right before the marker.
        subject: What stands between the start of the clause and the marker, adverbials left out, None where
            nothing does.
        actor: The actor that the subject is or opens with.
    """

    folded: str
    actors: Actors
    marker: Marker
    before: list[Extent]
    clause: Extent
    opens: bool
    last: int
    memory: Memory
    joined: bool = False
    subject: Extent | None = None
    actor: Extent | None = None
    _named: list[Extent | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        start, at = self.clause[0], self.marker.start
        self.joined = at > start and self.folded[at - 1] == "并"
        if not self.joined and at > start:
            self.subject = subject_of(self.folded, self.actors, start, at)
        if self.subject is not None:
            self.actor = self.actors.subject(*self.subject)

    @property
    def is_impersonal(self) -> bool:
        """Whether the marker needs nobody who is bound: 鼓励, 禁止."""
        return self.marker.modality == "encouragement" or self.marker.word in FORBIDDING

    @property
    def is_sanction(self) -> bool:
        """Whether what follows the marker is done to somebody: 责令改正."""
        return _SANCTION.match(self.folded, self.marker.end) is not None

    @property
    def named(self) -> Extent | None:
        """The actor with which the nearest earlier clause opens; a clause of time counts after the others."""
        if not self._named:
            self._named.append(_named_in(self))
        return self._named[0]

    def authority(self) -> Extent | None:
        """由X责令……，可以处……: X may; else the authority that acted before, for nobody punishes himself."""
        start = max(self.memory.start, self.marker.start - _FAR)
        by = self.folded.rfind("由", start, self.marker.start)
        for _ in range(_AUTHORITIES):
            if by < 0:
                break
            actor = self.actors.opening(by + 1, self.marker.start)
            if actor is not None:
                return actor
            by = self.folded.rfind("由", start, by)
        bearer = self.memory.bearer
        return bearer if bearer is not None and self.actors.is_authority(*bearer) else None


class Answer(NamedTuple):
    """Who is bound.

    Attributes:
        bearer: The bearer, None where nobody is named.
        states: Whether the marker states a norm after all.
        is_remembered: Whether those who follow without a subject are the same.
    """

    bearer: Extent | None = None
    states: bool = True
    is_remembered: bool = False


class Rule(NamedTuple):
    """A way to tell who is bound.

    Attributes:
        name: Its name.
        reason: Why it holds.
        example: A paragraph whose last norm it decides.
        bearer: The bearer there, None where nobody is named.
        answer: Its answer, None where it does not apply.
    """

    name: str
    reason: str
    example: str
    bearer: str | None
    answer: Callable[[Question], Answer | None]


def subject_of(folded: str, actors: Actors, start: int, end: int) -> Extent | None:
    """What stands between the start of a clause and the marker; connectives, adverbs and 对……, 在…… are none."""
    start, end = actors.trim(start, end)
    if end <= start:
        return None
    adverbial = folded.endswith(_WITHIN, start, end) or _PREPOSITION.match(folded, start, end)
    if adverbial and actors.subject(start, end) is None:
        return None
    return start, end


def _named_in(q: Question) -> Extent | None:
    later: Extent | None = None
    has_case = False
    for start, end in reversed(q.before):
        if has_case and start < q.last:
            break
        trimmed = q.actors.trim(start, end)
        if q.actors.is_actor(*trimmed):
            return trimmed
        actor = q.actors.opening(start, end)
        if actor is not None and is_made_by(q.folded, actor, end):
            break
        if actor is None:
            has_case = has_case or q.folded[end - 1] == "的"
            continue
        if not q.folded.endswith(_TEMPORAL, start, end):
            return actor
        later = later or actor
    return later


def _subject(q: Question) -> Answer | None:
    return Answer(q.actor, is_remembered=True) if q.actor is not None else None


def _by(q: Question) -> Answer | None:
    if q.folded[q.marker.end : q.marker.end + 1] != "由":
        return None
    actor = q.actors.opening(q.marker.end + 1, q.clause[1])
    return Answer(actor, is_remembered=True) if actor is not None else None


def _noun(q: Question) -> Answer | None:
    if q.subject is None or not q.is_impersonal:
        return None
    forbids = q.marker.word in FORBIDDING and not q.last
    return Answer(states=forbids and is_place(q.folded, q.actors, q.subject))


def _thing(q: Question) -> Answer | None:
    return Answer(is_remembered=True) if q.subject is not None else None


def _forbidden(q: Question) -> Answer | None:
    if q.marker.word not in FORBIDDING:
        return None
    actor = q.actors.opening(q.marker.end, q.clause[1])
    return Answer(actor) if actor is not None and actor[1] < q.clause[1] else None


def _punished(q: Question) -> Answer | None:
    is_other = q.named is not None and not q.actors.is_authority(*q.named)
    return Answer(q.authority()) if is_other and q.is_sanction else None


def _decided(q: Question) -> Answer | None:
    """当事人拒绝签收的，可以留置送达: the authority does what is done in a party's matter."""
    if q.named is None or not is_decided(q.folded, q.named, q.marker.end):
        return None
    for start, end in reversed(q.before):
        actor = q.actors.opening(start, end)
        if actor is not None and actor != q.named and q.actors.is_authority(*actor):
            return Answer(actor, is_remembered=True)
    return Answer(q.authority())


def _named(q: Question) -> Answer | None:
    if q.named is None or (q.marker.modality == "encouragement" and not q.actors.is_public(*q.named)):
        return None
    return Answer(q.named, is_remembered=True)


def _penalty(q: Question) -> Answer | None:
    is_penalty = q.marker.modality == "permission" and _PENALTY.match(q.folded, q.marker.end)
    return Answer(q.authority()) if is_penalty else None


def _of_nobody_himself(q: Question) -> Answer | None:
    bearer = q.memory.bearer
    is_other = bearer is not None and not q.actors.is_authority(*bearer)
    return Answer() if is_other and q.is_sanction else None


def _goes_on(q: Question) -> Answer | None:
    bearer = q.memory.bearer
    if q.marker.modality != "encouragement" or q.opens or bearer is None or not q.actors.is_public(*bearer):
        return None
    return Answer(bearer)


def _impersonal(q: Question) -> Answer | None:
    return Answer() if q.is_impersonal else None


def _case(q: Question) -> Answer | None:
    own = q.actors.trim(q.clause[0], q.marker.start)
    clauses = [clause for clause in q.before if clause[0] >= q.last]
    return Answer() if is_case(q.folded, [*clauses, own] if own[0] < own[1] else clauses) else None


def _topic(q: Question) -> Answer | None:
    """……造成的损失，应当……: the clause before is a noun phrase that the marker is about."""
    if not q.before:
        return None
    first = q.before[0][0]
    if q.folded[first] != "经" and _PREPOSITION.match(q.folded, first):
        return None
    start, end = q.before[-1]
    of = q.folded.find("的", start, end - 1)
    is_adverbial = q.folded.endswith(_NO_TOPIC, start, end) or _ADVERBIAL.match(q.folded, start)
    return Answer() if of >= 0 and q.folded[end - 1] != "的" and not is_adverbial else None


def _remembered(q: Question) -> Answer | None:
    return Answer(q.memory.bearer)


RULES = (
    Rule("subject", "the actor before the marker is bound", "市人民政府应当公开。", "市人民政府", _subject),
    Rule("by whom", "应当由X… names X", "草案应当由市人民政府组织编制。", "市人民政府", _by),
    Rule(
        "noun",
        "鼓励 or 禁止 behind a noun is part of it",
        "主管部门应当公开。渔业支持保护补贴按年发放。",
        "主管部门",
        _noun,
    ),
    Rule("thing", "what cannot be bound is no bearer", "主管部门应当公开。规划应当公开。", None, _thing),
    Rule("whom it is forbidden", "禁止X… forbids X", "禁止任何单位围垦河道。", "任何单位", _forbidden),
    Rule(
        "punished",
        "who is punished does not act",
        "由主管部门责令改正，旅客违反规定的，应当没收工具。",
        "主管部门",
        _punished,
    ),
    Rule(
        "decided",
        "who decides a matter is no party of it",
        "主管部门应当受理。申请人拒绝签收的，可以公告送达。",
        "主管部门",
        _decided,
    ),
    Rule("named", "a clause before names who acts", "申请人接到通知的，应当到场。", "申请人", _named),
    Rule(
        "penalty",
        "who imposed the first penalty imposes the next",
        "由主管部门责令改正；可以处罚款。",
        "主管部门",
        _penalty,
    ),
    Rule("not himself", "nobody punishes himself", "申请人应当到场。应当没收证件。", None, _of_nobody_himself),
    Rule("goes on", "；支持… goes on with who encourages", "国家鼓励节水；支持科研。", "国家", _goes_on),
    Rule("impersonal", "鼓励 and 禁止 need nobody", "主管部门应当公开。禁止围垦河道。", None, _impersonal),
    Rule("case", "who is meant stands in the case", "主管部门应当受理。造成损失的，应当赔偿。", None, _case),
    Rule(
        "topic",
        "a noun phrase before the comma is what the norm is about",
        "主管部门应当受理。使用后产生的废物，应当回收。",
        None,
        _topic,
    ),
    Rule(
        "remembered",
        "a sentence without a subject goes on",
        "主管部门应当受理。必要时，可以延期。",
        "主管部门",
        _remembered,
    ),
)
"""How it is told who is bound, in the order in which the rules are tried."""


def who_is_bound(question: Question) -> Answer:
    """Who is bound by a norm, by the first rule that knows."""
    for rule in RULES:
        answer = rule.answer(question)
        if answer is not None:
            return answer
    raise AssertionError("the last rule always answers")
