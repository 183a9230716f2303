"""Industrial chains (产业链).

chains ::= list "等" number? ("重点" | "优势" | …)? "产业链"      轻工等重点产业链
         | list number ("条" | "大" | "个") … "产业链"             轻工、纺织两条产业链
         | number "条产业链" ("是：" | "包括" | "（") list          调整后的3条产业链是：轻工、纺织、食品
         | name "全"? "产业链"                                    工业母机产业链; 柑橘产业链方面，
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import ends_governed, name_start, read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.plan import ChainDraft
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list, find_named, members_at, without_contents

NAME_LENGTH = 18
"""Maximum length of the name of a chain, in characters."""
CHAIN = pattern(
    r"(?P<whole>全)?产业链(?!长|短|上|企业|条|现代化|招商|中|安全|韧性|水平|整合|分工|合作|配套|节点|金融|图谱|产值|供应|思维|式|化"
    r"|运行|协同|协作|机制|体系|工作|专班|管理|服务|延伸|升级|攻坚|提升|优化|规模|布局|项目|人才|技术|融合|建设|培育)",
    matches=[("氢能全产业链", {"whole": "全"}), ("轻工产业链，", {"whole": None}), "产业链方面"],
    rejects=[
        *("产业链长", "产业链运行机制", "产业链企业", "全产业链上下游", "产业链短", "产业链条", "产业链式"),
        *("产业链化", "产业链中", "产业链项目", "产业链韧性", "产业链金融", "产业链配套", "产业链规模"),
        *("产业链融合", "产业链节点", "产业链管理", "产业链水平", "产业链机制", "产业链服务", "产业链整合"),
        *("产业链攻坚", "产业链提升", "产业链技术", "产业链思维", "产业链建设", "产业链延伸", "产业链布局"),
        *("产业链工作", "产业链安全", "产业链培育", "产业链图谱", "产业链合作", "产业链协同", "产业链协作"),
        *("产业链升级", "产业链分工", "产业链供应", "产业链体系", "产业链优化", "产业链人才", "产业链现代化"),
        *("某区产业链产值首破百亿。", "全县重点突破7条标志性产业链招商。", "会议听取了各产业链专班工作情况汇报"),
    ],
)
_NUMBER = f"[{COUNT}]{{1,3}}"
COUNTED = pattern(
    r"(?P<n>(?&number))(?:条|大|个)[^，。；、]{0,6}$",
    number=_NUMBER,
    matches=[("12条重点", {"n": "12"}), ("三大", {"n": "三"}), "三个行动的", ("2025条重点", {"n": "025"})],
    rejects=["12条，", "条", "三大先进制造业集群"],
)
_ETC = pattern(
    r"等[^，。；、：的]{0,8}$", matches=["等重点", "等10条", "等"], rejects=["等的", "等，", "等一批具有国际竞争力"]
)
_FORWARD = pattern(
    r"(?:分别)?(?:（|：|，?(?:主要)?(?:包括|包含|涵盖|有)|，?即|是：?|为：?)",
    method="match",
    matches=[
        *("是：", "（", "，包括", "分别为：", "主要有", "即", "：", "是", "为", "，即", "涵盖", ("是：", "是：")),
        *("包含", ("分别为：", "分别为：")),
    ],
    rejects=["，推动", "方面"],
)
_LIST_END = pattern(r"[。；）]|等", matches=["轻工、纺织等", "轻工、纺织。"], rejects=["轻工、纺织，食品"])
_BREAK = compiled(r"[，。；：、！？“”（）\n]")
_HAN = compiled("[\u4e00-\u9fff]")
GENERIC = pattern(
    r"(?:(?&plan.generic_chain)|(?&n)(?:元?级|元|[大个])?|的){0,12}$",
    method="match",
    n=f"[{COUNT}万亿]",
    matches=[
        *("重点", "千亿级", "百亿", "12条重点", "跨区域优势", "", "三大", "的", "三个", "百亿元级", "千亿元"),
        "十亿级",
    ],
    rejects=["锂电", "重点锂电", "级", "大", "重点优势特色主导完整现代本地上下游核心关键绿色高端优质"],
)
"""Words that by themselves name no chain."""
PLANNED = pattern(
    r"(?<!“)(?&plan.chain_verb)(?!”)",
    matches=["推动工业母机", "打造氢能"],
    rejects=["企业", "“推动”", "打造”", "“打造氢能"],
)
"""A verb of a clause that plans a chain rather than mentions one."""
_MADE_OF = pattern(
    r"(?:于一体|为一体|为主|为特色|为龙头|配套|完善|完备|完整)的",
    matches=[
        *("销售于一体的茶叶", "以青禾为龙头的", "集种植、加工为一体的茶叶", "以加工为主的茶叶"),
        *("以出口为特色的茶叶", "上下游配套的锂电", "体系完善的锂电", "门类完备的锂电", "结构完整的锂电"),
    ],
    rejects=["销售的茶叶"],
)
"""Before the name of a whole chain: what it consists of."""
_ASPECT = pattern(
    r"(?:方面|领域)?，", method="match", matches=["方面，", "，", "领域，"], rejects=["企业，", "方面取得"]
)


def _before(folded: str, chain: re.Match[str]) -> str:
    return folded[max(0, chain.start() - 16) : chain.start()]


def _names(folded: str, names: list[Extent]) -> list[Extent]:
    """Those of a list's members that have the form of the name of a chain, without 产业链 at their ends."""
    bare = [(start, end - 3 if folded.endswith("产业链", start, end) else end) for start, end in names]
    bare = [without_contents(folded, name) for name in bare]
    return [name for name in bare if 2 <= name[1] - name[0] <= NAME_LENGTH and "的" not in folded[slice(*name)]]


def _listed(paragraph: Paragraph, chain: re.Match[str]) -> Iterator[tuple[Extent, int | None]]:
    """The members of a list that 等…产业链 or N条产业链 closes, or that follows N条产业链; with the declared count."""
    folded = paragraph.folded
    before = _before(folded, chain)
    counted, etc = COUNTED.search(before), _ETC.search(before)
    names: list[Extent] = []
    if etc and not chain["whole"]:
        names = _names(folded, read_enumeration(folded, chain.start() - (len(before) - etc.start()), split_pair=False))
    elif counted and (forward := _FORWARD.match(folded, chain.end())):
        end = end_of_list(folded, forward.end(), _LIST_END, 400)
        names = _names(folded, members_at(folded, forward.end(), end) if "、" in folded[forward.end() : end] else [])
    elif counted and not chain["whole"]:
        start = chain.start() - (len(before) - counted.start())
        names = _names(folded, read_enumeration(folded, start, split_pair=False))
    if len(names) >= 2 or (names and etc):
        declared = parse_integer(counted["n"]) if counted else None
        yield from ((name, declared) for name in names)


def _single(paragraph: Paragraph, chain: re.Match[str]) -> Iterator[tuple[Extent, int | None]]:
    """A chain by its own name, where the clause plans it or goes on about it."""
    folded, end = paragraph.folded, chain.start()
    breaks = [m.end() for m in _BREAK.finditer(folded, max(0, end - 40), end)]
    floor = breaks[-1] if breaks else max(0, end - 40)
    start = name_start(folded, floor, end)
    if chain["whole"] and (made := _MADE_OF.search(folded, floor, end)):
        start, floor = made.end(), made.end() - 1
    if not _is_name(folded[start:end]) or ("、" in folded[floor - 1 : floor] and chain["whole"]):
        return
    aspect = folded.startswith("方面", chain.end()) and bool(_ASPECT.match(folded, chain.end()))
    heads = start == floor and folded[floor - 1 : floor] != "、"
    if ends_governed(folded, start, end) or (heads and not aspect):
        return
    clause = max(folded.rfind(mark, 0, end) for mark in "，。；：") + 1
    if aspect or PLANNED.search(folded, clause, start):
        yield (start, end), None


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= NAME_LENGTH or GENERIC.match(name) or COUNTED.search(name):
        return False
    return "等" not in name and bool(_HAN.search(name))


FORMS: tuple[NamingForm[int | None], ...] = (
    NamingForm(
        "list",
        "等重点产业链 and 3条产业链 close a list, 3条产业链是： opens one.",
        CHAIN,
        _listed,
        examples=(
            ("集中攻坚集成电路、车联网等重点产业链，", ("集成电路", "车联网")),
            ("重点发展锂电池、氢能两大产业链。", ("锂电池", "氢能")),
            ("调整后的3条产业链是：轻工、纺织、食品。", ("轻工", "纺织", "食品")),
        ),
        counterexamples=("培育千亿级产业链2条。", "围绕12条重点产业链。"),
    ),
    NamingForm(
        "single",
        "A chain stands by its own name where the clause plans it, or where 方面 goes on about it.",
        CHAIN,
        _single,
        examples=(
            ("一边推动工业母机产业链，", ("工业母机",)),
            ("柑橘产业链方面，签约2亿元。", ("柑橘",)),
        ),
        counterexamples=(
            "提升产业链核心竞争力。",
            "超100家航空航天产业链企业已经形成集群。",
            "构建循环经济产业链运行机制。",
        ),
    ),
)
"""Forms in which chains are named; each name with the count that its list declares."""


def parse_chains(paragraph: Paragraph, diagnostics: Diagnostics) -> Iterator[ChainDraft]:
    """Find the chains that a paragraph plans, in order.

    Args:
        paragraph: The paragraph.
        diagnostics: Takes declared counts that the lists do not meet.
    """
    if "产业链" not in paragraph.folded:
        return
    for chain in CHAIN.finditer(paragraph.folded):
        listed = list(_listed(paragraph, chain))
        declared = listed[0][1] if listed else None
        etc = _ETC.search(_before(paragraph.folded, chain))
        opened = bool(etc) and declared is not None and len(listed) < declared  # 甲、乙等7条产业链 is an open list
        if declared and len(listed) >= 2 and declared != len(listed) and not opened:
            last = max(chain.end(), listed[-1][0][1])
            extent = paragraph.place((listed[0][0][0], last))
            diagnostics.add("PP601", f"{declared} chains are declared and {len(listed)} are listed", extent)
    for extent in sorted(find_named(paragraph, FORMS)):
        yield {"name": paragraph.text(extent), "span": paragraph.place(extent)}
