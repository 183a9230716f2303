"""Industries and the role that a text gives them (产业与定位).

list   ::= list "等" modifier? head            生物医药、新能源等新兴产业
         | list head                           科技服务、智能制造、医疗健康主导产业
         | head ("包括" | "（" | "：") list      未来产业（人形机器人、量子信息）
single ::= "以" name "为引领" | name "引领发展" | name "是" … head
"""

import re
from collections.abc import Iterator
from typing import Literal, get_args

from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.language.labels import match_label
from policyparse.model.base import Extent
from policyparse.model.plan import IndustryDraft
from policyparse.plan.beside_industries import (
    AIM,
    CALLED_IN,
    COUNT_BEFORE_HEAD,
    ETC,
    FORMULA_OF_LIST,
    FORWARD,
    IS_HEAD,
    MEASURED,
    SAID_OF,
    TRAIT,
)
from policyparse.plan.industry_names import COMPOUND, industry_name, parted
from policyparse.plan.leading_industries import LEADING, LED_BY, LED_LIST, LED_WITH
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list, find_named, members_at

Role = Literal["leading", "emerging", "advantaged", "traditional", "future", "key"]
"""引领 leading, 新兴 emerging, 优势 advantaged, 传统 traditional, 未来 future, 重点 key."""

HEAD = pattern(
    r"(?:(?&plan.leading_industry)|(?&plan.emerging_industry)|(?&plan.traditional_industry)|(?&plan.future_industry)"
    r"|(?&plan.advantaged_industry)|(?&plan.key_industry))(?:集群|体系)?(?!链|工人|基金|园|带|政策|结构|比重)",
    matches=[
        *("等新兴产业，", ("传统优势产业升级", "传统优势产业"), "优势产业集群", ("优势产业集群", "优势产业集群")),
        *(("优势产业体系", "优势产业体系"), "打造主导产业。", "深海空天等未来产业。", "核心产业规模突破1000亿元，"),
    ],
    rejects=[
        *("传统产业工人", "新兴产业链", "产业", "等新兴产业带", "等新兴产业园", "等新兴产业结构", "等新兴产业比重"),
        *("等新兴产业政策", "等新兴产业基金"),
    ],
)
_LIST_END = pattern(r"等|[。；）：]|，", matches=["人形机器人、6G等", "人形机器人，"], rejects=["人形机器人、6G"])
_HEADED = pattern(
    r"[产行工造]业", matches=["主导产业", "重点行业", "传统工业", "优势制造业"], rejects=["农业", "企业", "就业"]
)
"""In what every word for industries ends."""
_ROLE_OF_LEAD: dict[str, Role] = {
    **dict.fromkeys(("为引领", "为龙头", "为先导", "为主导"), "leading"),
    **dict.fromkeys(("为支柱", "为重点", "为特色"), "key"),
}
_IS_ENDS = ("，", "。", "；", "之", "")

Named = Iterator[tuple[Extent, Role]]


def role_of(head: str) -> Role:
    """The role that a head gives, 集群 and 体系 behind it not counted."""
    for role in get_args(Role):
        if head.removesuffix("集群").removesuffix("体系") in words(f"plan.{role}_industry"):
            found: Role = role
            return found
    raise KeyError(head)


def _before_head(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """生物医药、新能源等新兴产业; 科技服务、智能制造、医疗健康主导产业."""
    folded = paragraph.folded
    previous = [m.end() for m in HEAD.finditer(folded, max(0, head.start() - 400), head.start())]
    label = match_label(folded)
    floor = previous[-1] if previous else label.body if label else 0
    etc = ETC.search(folded, max(0, head.start() - 14), head.start())
    if not etc and folded.startswith("、", head.end()):
        return  # itself a member of the list
    if head[0].endswith("行业") and MEASURED.match(folded, head.end()):
        return
    end = etc.start() if etc else head.start()
    for between, length in ((COUNT_BEFORE_HEAD, 4), (FORMULA_OF_LIST, 10)):
        stated = between.search(folded, max(0, end - length), end)
        end = stated.start() if stated else end
    if end <= floor:
        return
    names = [n for n in read_enumeration(folded, end, compound=COMPOUND, split_pair=bool(etc)) if n[0] >= floor]
    if names:
        names[0] = (name_start(folded, *names[0]), names[0][1])
        names = [part for name in names for part in parted(folded, name, len(names))]
    listed = len(names) >= 3
    industries = [industry_name(folded, *n, paired=listed and n is not names[-1]) for n in names]
    if not industries or industries[-1] is None or (len(industries) < 2 and not etc):
        return
    kept: list[Extent] = []
    for industry in reversed(industries):
        if industry is None:
            break
        kept.insert(0, industry)
    if etc or len(kept) >= 2:
        yield from ((industry, role_of(head[0])) for industry in kept)


def _after_head(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """未来产业包括人形机器人、量子信息."""
    folded = paragraph.folded
    forward = FORWARD.match(folded, head.end())
    if forward is None or any(_before_head(paragraph, head)):
        return
    end = end_of_list(folded, forward.end(), _LIST_END)
    if "、" not in folded[forward.end() : end]:
        yield from _one_after_head(folded, head, (forward.end(), end))
        return
    names = members_at(folded, forward.end(), end)
    last = names[-1]
    if len(names) < 3:
        again = read_enumeration(folded[: last[1]], last[1], compound=COMPOUND)[-2:]
        names[-1:] = [name for name in again if name[0] >= last[0]] or [last]
    industries = [industry_name(folded, *name) for name in names]
    if all(industries):
        yield from ((industry, role_of(head[0])) for industry in industries if industry)


def _one_after_head(folded: str, head: re.Match[str], one: Extent) -> Named:
    """优势产业有页岩气开发，新兴产业有新能源: one industry each, in a sentence that goes through the roles."""
    if not folded.startswith("有", head.end()):
        return
    sentence = max(folded.rfind(mark, max(0, head.start() - 200), head.start()) for mark in "。！？\n") + 1
    roles = [m for m in HEAD.finditer(folded, sentence, one[1] + 60) if folded.startswith("有", m.end())]
    name = industry_name(folded, *one)
    if len(roles) > 1 and name and not TRAIT.search(folded, *name):
        yield name, role_of(head[0])


def _is_head(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """种业是…基础性核心产业."""
    folded = paragraph.folded
    floor = max(0, head.start() - 38)
    if said := SAID_OF.search(folded, floor, head.start()):
        name = industry_name(folded, *said.span("name"))
        if name:
            yield name, role_of(head[0])
        return
    single = IS_HEAD.search(folded, floor, head.start())
    if single is None or folded[head.end() : head.end() + 1] not in _IS_ENDS:
        return
    start, end = single.span("name")
    name = industry_name(folded, name_start(folded, start, end), end)
    if name and folded[name[0] : name[1]].endswith(("业", "产业", "经济")):
        yield name, role_of(head[0])


def _set_on(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """聚焦做优战略性新兴产业，大力招引信息技术、高端装备等领域项目: the role of the clause before."""
    folded = paragraph.folded
    goes_on = CALLED_IN.match(folded, head.end())
    if goes_on is None or not AIM.search(folded, max(0, head.start() - 8), head.start()):
        return
    names = members_at(folded, *goes_on.span("list"))
    industries = [industry_name(folded, *name) for name in names]
    if len(names) > 1 and all(industries):
        yield from ((industry, role_of(head[0])) for industry in industries if industry)


def _led(paragraph: Paragraph, led: re.Match[str]) -> Named:
    name = industry_name(paragraph.folded, *led.span("name"))
    if name:
        yield name, _ROLE_OF_LEAD[led["role"]]


def _led_list(paragraph: Paragraph, led: re.Match[str]) -> Named:
    """以高端装备、绿色石化、现代物流为主导的产业体系."""
    folded = paragraph.folded
    names = members_at(folded, *led.span("list"))
    names[-1:] = read_enumeration(folded[: names[-1][1]], names[-1][1], compound=COMPOUND)[-(len(names) < 3) - 1 :]
    industries = [industry_name(folded, *name) for name in names]
    if all(industries):
        yield from ((industry, _ROLE_OF_LEAD[led["role"]]) for industry in industries if industry)


def _leading(paragraph: Paragraph, leading: re.Match[str]) -> Named:
    """船舶制造产业引领发展."""
    folded, end = paragraph.folded, leading.start() + 2
    start = max((folded.rfind(mark, max(0, end - 20), end) for mark in "，。；：、"), default=-1) + 1
    name = industry_name(folded, name_start(folded, max(start, end - 20, 0), end, shortest=4), end)
    if name and not HEAD.search(folded, *name):
        yield name, "leading"


FORMS: tuple[NamingForm[Role], ...] = (
    NamingForm(
        "list before the head",
        "等新兴产业 closes a list of industries and gives their role.",
        HEAD,
        _before_head,
        examples=(
            ("壮大医药、电子等新兴产业，", ("医药", "电子")),
            ("做强文化旅游、现代物流主导产业，", ("文化旅游", "现代物流")),
        ),
        counterexamples=("聚焦重点产业、战略性新兴产业发展", "改造提升传统产业"),
    ),
    NamingForm(
        "list after the head",
        "未来产业包括 opens a list of industries.",
        HEAD,
        _after_head,
        examples=(("未来产业包括人形机器人、6G、脑机接口等", ("人形机器人", "6G", "脑机接口")),),
        counterexamples=("未来产业包括人形机器人",),
    ),
    NamingForm(
        "is the head",
        "种业是…核心产业 says the role of one industry.",
        HEAD,
        _is_head,
        examples=(("种业是保障国家粮食安全的核心产业。", ("种业",)),),
        counterexamples=("科技是第一生产力，支柱产业升级。",),
    ),
    NamingForm(
        "called in for the head",
        "聚焦新兴产业，招引甲、乙等领域项目 names what the aim stands for.",
        HEAD,
        _set_on,
        examples=(("聚焦做优新兴产业，大力招引信息技术、高端装备等领域项目。", ("信息技术", "高端装备")),),
        counterexamples=("新兴产业占比提高，招引信息技术、高端装备等领域项目。",),
    ),
    NamingForm(
        "led by",
        "以装备制造业为引领 says what leads.",
        LED_BY,
        _led,
        examples=(("以装备制造业为引领，", ("装备制造业",)),),
        counterexamples=("以党建为引领，",),
    ),
    NamingForm(
        "led by with others",
        "Beside other industries what leads is one too.",
        LED_WITH,
        _led,
        examples=(("以锂电池为引领，机械、食品等产业为支撑", ("锂电池",)),),
        counterexamples=("以创新为引领，产业为支撑",),
    ),
    NamingForm(
        "list that leads",
        "以甲、乙为主导的产业体系 says what leads a system of industries.",
        LED_LIST,
        _led_list,
        examples=(("形成以高端装备、绿色石化、现代物流为主导的产业体系，", ("高端装备", "绿色石化", "现代物流")),),
        counterexamples=("形成以创新、协调为主导的理念，", "以项目建设、企业培育为重点的产业体系，"),
    ),
    NamingForm(
        "leading",
        "产业引领发展 says that the industry before it leads.",
        LEADING,
        _leading,
        examples=(("推动船舶制造产业引领发展，", ("船舶制造产业",)),),
        counterexamples=("推动战略性新兴产业引领发展，",),
    ),
)
"""Forms in which industries are named, each name with its role."""


def parse_industries(paragraph: Paragraph) -> Iterator[IndustryDraft]:
    """Find the industries to which a paragraph gives a role, in order.

    Args:
        paragraph: The paragraph.
    """
    if not _HEADED.search(paragraph.folded) and not LED_BY.search(paragraph.folded):
        return
    for extent, role in sorted(find_named(paragraph, FORMS).items()):
        yield {"name": paragraph.text(extent), "role": role, "span": paragraph.place(extent)}
