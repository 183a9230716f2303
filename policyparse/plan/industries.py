"""Industries and the role that a text gives them (产业与定位).

list   ::= list "等" modifier? head            生物医药、新能源等新兴产业
         | list head                           科技服务、智能制造、医疗健康主导产业
         | head ("包括" | "（" | "：") list      未来产业（人形机器人、量子信息）
single ::= "以" name "为引领" | name "引领发展" | name "是" … head
"""

import re
from collections.abc import Iterator
from typing import Literal, get_args

from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.language.labels import match_label
from policyparse.model.base import Extent
from policyparse.model.plan import IndustryDraft
from policyparse.plan.leading_industries import LEADING, LED_BY, LED_LIST, LED_MEMBER, LED_WITH
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list, find_named, members_at, without_contents

Role = Literal["leading", "emerging", "advantaged", "traditional", "future", "key"]
"""引领 leading, 新兴 emerging, 优势 advantaged, 传统 traditional, 未来 future, 重点 key."""

NAME_LENGTH = 16
"""Maximum length of the name of an industry, in characters."""
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
COMPOUND = pattern(
    r"(?<!“)(?&plan.compound_industry)(?!”)",
    matches=["软件和信息技术服务"],
    rejects=["芯片和软件", "“软件和信息技术”", "软件和信息技术”", "“软件和信息技术服务"],
)
"""Names of industries that hold 和 or 与 themselves."""
_PAIR = pattern(
    r"[\u4e00-\u9fff]{2,6}与[\u4e00-\u9fff]{2,8}",
    method="fullmatch",
    matches=["细胞与基因治疗"],
    rejects=[
        *("细胞和基因", "与基因", "细胞与县", "县与基因治疗", "细胞与城乡公共交通一体化"),
        "社区养老服务点与基因治疗",
    ],
)
_ETC = pattern(
    r"等(?![^，。；]{0,8}(?:入选|列入|纳入|获评|获批|获得|跻身|成为|进入|属于|服务|推动|带动|融入|助力|支撑|围绕))[^，。；、：等]{0,10}?$",
    matches=["等", "等三大", ("等三县等", "等")],
    rejects=[
        *("等入选省", "等，", "等企业属于", "等进入", "等跻身", "等融入", "等获评", "等获批", "等获得", "等纳入"),
        *("等服务", "等支撑", "等推动", "等成为", "等带动", "等围绕", "等助力", "等列入"),
        "等县域医疗卫生共同体建设",
    ],
)
_FORWARD = pattern(
    r"(?:集群|体系|领域)?(?:主要)?(?:包括|有|涵盖|涉及|是|为|（|：|，如|如|，包括|，即|——)(?:以)?",
    method="match",
    matches=[
        *("包括", "主要有", "（", "体系：", "，即", "是", "如", "为", "，如", "涵盖", "涉及", "——", "，包括"),
        *("领域：", "集群：", ("（以新能源", "（以")),
    ],
    rejects=["升级", "，推动"],
)
_LIST_END = compiled(r"等|[。；）：]|，")
_COUNT = pattern(
    r"(?&n){1,2}(?:大|个|条)$",
    n=f"[{COUNT}]",
    matches=["三大", "5个", "5条", ("二十三四个", "三四个")],
    rejects=["大", "三大类"],
)
_IS = pattern(
    r"(?P<name>[^，。；：、“”]{2,14})(?:作为|是)[^，。；：、]{0,20}$",
    matches=[
        *(("种业是保障国家粮食安全的", {"name": "种业"}), "种业是", "种业作为保障国家粮食安全的"),
        ("城乡公共交通一体化以及社区食堂是保障民生的", "乡公共交通一体化以及社区食堂是保障民生的"),
    ],
    rejects=["种业保障", "种业是，", "县是保障国家粮食安全的", "种业是老旧小区加装电梯改造工程和居家养老服务设施"],
)
_NO_NAME = pattern(
    r"[的了等与将被把是在“”（）]|\d(?![A-Za-z])|(?&o)大|产业体系|一批|一系列|各类|方面|领域|企业|项目|地区|问题|发展|建设|工作|优势$|特色$",
    o=f"[{SMALL_ORDINAL}两]",
    matches=[
        *("升级的", "3个", "三大产业", "重点领域", "企业培育", "区位优势", "问题", "项目个", "方面个", "建设个"),
        *("工作个", "地区个", "各类个", "升级被", "升级等", "升级是", "升级把", "升级将", "升级在", "升级了"),
        *("升级与", "一批个", "区位特色", "一系列个", "产业体系个", "宜昌市发展光电"),
    ],
    rejects=["生物医药", "6G", "智能网联汽车", "特色鲜明", "区位优势突出"],
)
_SLOGAN = pattern(r"“[^“”，。；]{2,8}”$", matches=["食品、医药“232”"], rejects=["食品、医药", "“食品”，"])
"""Between a list and its head: the formula of the list (“232”优势产业集群)."""
_MEASURED = pattern(
    r"[^，。；、]{0,10}?(?:增长|增速|增势|到资|用电|增加值|投资|营收|利润|产值|下降|回升|贷款|出口|产能利用率|生产指数)",
    method="match",
    matches=["到资快速增长", "增势良好", "增加值", "工业增加值", ("到资快速增长", "到资")],
    rejects=["，增长", "企业"],
)
"""After a word for lines of business: statistics of them, which give them no role in a plan."""
_SET = pattern(
    r"(?:聚焦|围绕|瞄准|做优|做强|推动|推进|培育|壮大|发展|提升|升级|改造|布局)$",
    matches=["聚焦做优", "围绕推动"],
    rejects=["我市的", "推动，"],
)
_GOES_ON = pattern(
    r"[^，。；、“”]{0,12}(?:、[^，。；、]{2,4}){0,2}，(?:[^，。；]{2,40}，)?(?:大力|重点|着力|积极|加快|精准|全力|主要){0,2}(?:招引|引进|招商|发展|培育|布局|主攻)"
    r"(?P<list>[^，。；：“”、]{2,12}(?:、[^，。；：“”、]{2,12}){1,8})等(?:细分|重点|前沿)?(?:领域|产业链|产业|行业|方向|赛道|环节|项目|企业)",
    method="match",
    matches=[
        ("，大力招引信息技术、高端装备等产业链项目", {"list": "信息技术、高端装备"}),
        ("高端化、智能化，引进汽车及零部件、纺织等领域项目", {"list": "汽车及零部件、纺织"}),
        ("，大力招引信息技术、高端装备等产业链项目", "，大力招引信息技术、高端装备等产业链"),
    ],
    rejects=["，大力招引信息技术项目", "。引进汽车、纺织等领域项目", "，信息技术、高端装备等产业链"],
)
"""After a head that is set as an aim: what is called in for it."""
_SAID_OF = pattern(
    r"[把将](?P<name>[^，。；：、“”的]{2,12})(?:作为|列为|确定为|确立为|打造成为?|培育成为?|定位为)[^，。；：、]{0,12}$",
    matches=[("把新型建材作为全市", {"name": "新型建材"})],
    rejects=["把新型建材做强作为，", "新型建材作为"],
)
_TRAIT = pattern(
    r"(?:[力间础景撑破展量位障头路机势率色点]|问题|进步|提升|增长|市场|活力)$",
    matches=["新突破", "潜力", "新空间"],
    rejects=["新能源", "页岩气开发利用"],
)
"""What an industry has in a figure of speech (新兴产业有新突破)."""
_LONG_LIST = 3
_HEADED = compiled(r"[产行工造]业")
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


def industry_name(folded: str, start: int, end: int, *, paired: bool = False) -> Extent | None:
    """The extent where it has the form of an industry's name, else None.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
        paired: Whether it may hold 与, as a member before the last of a list by 、 does: 细胞与基因治疗、….
    """
    start, end = without_contents(folded, (start, end))
    if led := LED_MEMBER.match(folded, start, end):
        start = led.end()
    while start < end and folded[start] in " “”、以":
        start += 1
    while start < end and folded[end - 1] in "为作":
        end -= 1
    name = folded[start:end]
    if paired and _PAIR.fullmatch(name):
        name = name.replace("与", "")
    if not 2 <= len(name) <= NAME_LENGTH or _NO_NAME.search(name):
        return None
    return start, end


def _parted(folded: str, name: Extent, count: int) -> list[Extent]:
    """The two names of a member before the last of a long list: 新一代信息技术 和 食品、医药."""
    start, end = name
    cut = folded.find("和", start + 2, end - 2)
    compound = COMPOUND.search(folded, start, end)
    return [(start, cut), (cut + 1, end)] if cut > 0 and count > _LONG_LIST and not compound else [name]


def _before_head(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """生物医药、新能源等新兴产业; 科技服务、智能制造、医疗健康主导产业."""
    folded = paragraph.folded
    previous = [m.end() for m in HEAD.finditer(folded, max(0, head.start() - 400), head.start())]
    label = match_label(folded)
    floor = previous[-1] if previous else label.body if label else 0
    etc = _ETC.search(folded, max(0, head.start() - 14), head.start())
    if not etc and folded.startswith("、", head.end()):
        return  # itself a member of the list
    if head[0].endswith("行业") and _MEASURED.match(folded, head.end()):
        return
    end = etc.start() if etc else head.start()
    for between in (_COUNT.search(folded, max(0, end - 4), end), _SLOGAN.search(folded, max(0, end - 10), end)):
        end = between.start() if between else end
    if end <= floor:
        return
    names = [n for n in read_enumeration(folded, end, compound=COMPOUND, split_pair=bool(etc)) if n[0] >= floor]
    if names:
        names[0] = (name_start(folded, *names[0]), names[0][1])
        names = [part for name in names for part in _parted(folded, name, len(names))]
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
    forward = _FORWARD.match(folded, head.end())
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
    if len(roles) > 1 and name and not _TRAIT.search(folded, *name):
        yield name, role_of(head[0])


def _is_head(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """种业是…基础性核心产业."""
    folded = paragraph.folded
    floor = max(0, head.start() - 38)
    if said := _SAID_OF.search(folded, floor, head.start()):
        name = industry_name(folded, *said.span("name"))
        if name:
            yield name, role_of(head[0])
        return
    single = _IS.search(folded, floor, head.start())
    if single is None or folded[head.end() : head.end() + 1] not in _IS_ENDS:
        return
    start, end = single.span("name")
    name = industry_name(folded, name_start(folded, start, end), end)
    if name and folded[name[0] : name[1]].endswith(("业", "产业", "经济")):
        yield name, role_of(head[0])


def _set_on(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """聚焦做优战略性新兴产业，大力招引信息技术、高端装备等领域项目: the role of the clause before."""
    folded = paragraph.folded
    goes_on = _GOES_ON.match(folded, head.end())
    if goes_on is None or not _SET.search(folded, max(0, head.start() - 8), head.start()):
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
