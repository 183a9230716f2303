"""Sets of works that a text lists kind by kind, and works that are visited, heard of or built by somebody.

set   ::= kind "项目" count? "包括" (name ("、" name)* "等" kind "项目" ("，" | "以及"))+
                                            15项交通项目包括甲等铁路项目，乙、丙等公路项目
seen  ::= visit name ("、" name)* "等地"?   视察组先后到甲改造项目、乙改造项目
heard ::= "听取" name ("、" name)* "的进展情况"
built ::= builder "承建的" name             中铁某局承建的甲快速路工程
sum   ::= "投资" amount "的" name           总投资约56亿元的甲智能工厂项目，…
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.plan.beside_works import SITE
from policyparse.plan.names_before import name_to
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list, members_at
from policyparse.plan.phases import Phase, phase_of_word
from policyparse.plan.told_works import OF_SET, told_phase
from policyparse.plan.work_names import NAME_LENGTH, WORK, WORK_END, is_told_work, is_work_name, without_sum

Named = Iterator[tuple[Extent, Phase]]

_LONGEST_LIST = 400
_WAY_BACK = 160
"""The stage of a set is said no further before it, in characters."""
LISTED_SET = pattern(
    r"(?:(?:项目|工程)(?:共|达|有)?(?:[0-9]{1,4}[个项])?|[0-9]{1,4}[个项][^，。；、]{0,12}?(?:项目|工程))"
    r"(?:中|集中|成功|同时|正式|相继|陆续|先后|全面|占到){0,2}(?P<phase>签约|开工|动工|竣工|投产|建成)?(?:建设|投产|投用|落地|落户|[0-9]{1,3}个)?"
    r"，?(?:[^。；，]{0,12}投资[^。；，]{2,14}，)?(?:其中|主要)?(?:包括|包含|涵盖|分别是|分别为|有)(?![0-9])",
    matches=[
        ("15项交通运输项目包括甲", {"phase": None}),
        ("全市37个重点项目集中开工，包括甲", {"phase": "开工"}),
        ("签约金额百亿元以上的项目共9个，包括甲", {"phase": None}),
        ("工业项目占到5个，分别是甲", {"phase": None}),
        ("6个项目成功签约，总投资9亿元，其中有甲", {"phase": "签约"}),
    ],
    rejects=["37个重点项目集中开工，总投资9亿元。", "37个企业签约，包括甲", "3个项目开工，有3个在建"],
)
"""A set of works, before the names of its members."""
_OF_KIND = pattern(
    r"等(?:(?P<kind>[^，。；、：等]{0,12}?)(?:项目|工程|设施){1,2}|(?=[，。；]|$))(?P<more>，|以及|和)?",
    matches=[("甲铁路等铁路项目，乙", {"kind": "铁路"}), "甲机场等民航机场项目以及乙工程", "甲、乙等。"],
    rejects=["甲等人。", "甲、乙等领域"],
)
"""Behind the members of one kind."""
_ROAD = pattern(
    r"[\u4e00-\u9fff（）]{2,14}至[\u4e00-\u9fff]{2,10}",
    method="fullmatch",
    matches=["仁寿至屏山新市", "重庆城口（陕渝界）至开县"],
    rejects=["仁寿公路", "至今"],
)
"""A road by the places that it joins, in a list of roads."""
_OF_ROADS = ("公路", "铁路", "高速", "改扩建", "道路", "交通")
SEEN = pattern(
    r"(?:先后|分别|一行|实地|依次|来到|深入|走进|前往|赴|到|察看|查看|考察|视察|观摩|调研){1,3}了?(?![组团站])(?=[\u4e00-\u9fff])",
    matches=["视察组先后到青禾改造项目、", "实地察看了青禾改造项目", "一行深入青禾改造项目"],
    rejects=["先后。"],
)
HEARD = pattern(
    r"听取了?(?=[\u4e00-\u9fff0-9“][^。]{4,200}?的?(?P<stage>前期(?:工作|进展)?|建设|进展|推进|进度)情况)",
    matches=[("会议听取了500兆瓦光伏项目、县殡仪馆建设项目的进展情况", {"stage": "进展"})],
    rejects=["听取了汇报", "听取了青禾项目负责人的发言"],
)
_END_OF_SEEN = compiled("[，。；！？：]|等|的(?:进展|推进|建设|前期|进度)|(?:项目|工程)(?=建设情况|进展|推进)")
BUILT_BY = pattern(
    r"(?:承建|参建|负责施工|施工建设|承担建设|开发建设|投资建设|投建|援建)的(?=[\u4e00-\u9fff0-9])",
    matches=["中铁某局承建的青禾快速路工程", "某公司开发建设的青禾项目"],
    rejects=["承建的，", "承建青禾工程"],
)
SUM_OF = pattern(
    r"投资(?:额)?[约达近超逾]{0,2}[0-9][0-9.]{0,8}[万亿]{0,2}(?:美元|欧元|元)(?:人民币)?的(?=[\u4e00-\u9fff0-9“])",
    matches=["总投资约56亿元的年产16GW电池项目", "计划投资1.59亿元的青禾基地项目", "投资逾10亿元的青禾广场"],
    rejects=["投资20亿元，", "投资亿元的青禾项目"],
)
_SINGLE = compiled("[^、和与及]{1,40}")
_STOP = compiled("[，。；！？：]")


def _listed_set(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """15项交通项目包括甲、乙等铁路项目，丙、丁等公路项目以及戊工程."""
    folded, start = paragraph.folded, head.end()
    phase = phase_of_word(head["phase"]) if head["phase"] else _stage_of_set(paragraph, head.end())
    if phase is None:
        return
    stop = end_of_list(folded, start, compiled("[。；！？：]"), _LONGEST_LIST)
    while start < stop:
        kind = _OF_KIND.search(folded, start, stop)
        comma = folded.find("，", start, stop)
        end = min(kind.start() if kind else stop, comma if comma >= 0 else stop)
        names = [_of_place(folded, without_sum(folded, *name)) for name in members_at(folded, start, end)]
        names[-1:] = _parted(folded, names[-1]) if names else []
        of_roads = kind is not None and kind.start() == end and any(word in (kind["kind"] or "") for word in _OF_ROADS)
        works = [name for name in names if is_told_work(folded, *name) or (of_roads and _ROAD.fullmatch(folded, *name))]
        if len(works) * 2 <= len(names) or (not any(WORK_END.search(folded, *n) for n in works) and not kind):
            return
        yield from ((work, phase) for work in works)
        if kind is None or kind.start() != end:
            return
        start = kind.end()


def _parted(folded: str, name: Extent) -> list[Extent]:
    """The last name of a list, parted at 和 where both parts are names of works."""
    cut = folded.find("和", *name)
    parts = [(name[0], cut), (cut + 1, name[1])]
    return parts if cut > 0 and all(is_work_name(folded, *one) for one in parts) else [name]


def _of_place(folded: str, name: Extent) -> Extent:
    """A name without the place and 的 before it: 甲开发区的 乙产业基地项目."""
    cut = folded.find("的", name[0], name[1] - 4)
    return (cut + 1, name[1]) if cut >= 0 else name


def _stage_of_set(paragraph: Paragraph, end: int) -> Phase | None:
    """The stage of a set: said last before its members, else that of the occasion."""
    stages = list(OF_SET.finditer(paragraph.folded, max(0, end - _WAY_BACK), end))
    return phase_of_word(stages[-1]["phase"]) if stages else paragraph.occasion


def _seen(paragraph: Paragraph, seen: re.Match[str]) -> Named:
    """视察组先后到甲改造项目、乙改造项目等地: the projects of the list, which somebody visits while they are built."""
    folded = paragraph.folded
    end = end_of_list(folded, seen.end(), _END_OF_SEEN, _LONGEST_LIST // 2)
    if folded.startswith(("项目", "工程"), end):
        end += 2
    for start, stop in members_at(folded, seen.end(), end):
        name = name_to(paragraph, stop) if folded.endswith(("项目", "工程"), start, stop) else None
        if name and not SITE.match(folded, stop):
            yield (max(start, name[0]), stop), "under_construction"


def _heard(paragraph: Paragraph, heard: re.Match[str]) -> Named:
    """听取了甲项目、乙项目的进展情况."""
    phase: Phase = "planned" if heard["stage"].startswith("前期") else "under_construction"
    yield from ((name, phase) for name, _ in _seen(paragraph, heard))


def _built_by(paragraph: Paragraph, built: re.Match[str]) -> Named:
    """中铁某局承建的甲快速路工程."""
    work = _first(paragraph.folded, built.end())
    if work:
        yield work, told_phase(paragraph, work[1]) or "under_construction"


def _sum_of(paragraph: Paragraph, amount: re.Match[str]) -> Named:
    """总投资约56亿元的甲智能工厂项目，…: by what is said of it further on, or of its set."""
    work = _first(paragraph.folded, amount.end())
    phase = told_phase(paragraph, work[1]) if work else None
    if work and phase:
        yield work, phase


def _first(folded: str, start: int) -> Extent | None:
    """The one name that begins at `start` and ends in a word for a work."""
    end = end_of_list(folded, start, _STOP, NAME_LENGTH + 8)
    best: Extent | None = None
    for work in WORK.finditer(folded, start, end):
        if not _SINGLE.fullmatch(folded, start, work.end()) or folded.startswith(("—", "之"), work.end()):
            break
        if is_work_name(folded, start, work.end()):
            best = (start, work.end())
        if folded.endswith(("项目", "工程"), start, work.end()):
            break
    return best


FORMS: tuple[NamingForm[Phase], ...] = (
    NamingForm(
        "set by kinds",
        "A set of works is listed kind by kind; its stage is said before.",
        LISTED_SET,
        _listed_set,
        examples=(
            (
                "今年新开工重点工程30项。15项交通项目包括青州至云宁铁路、东江枢纽环线等铁路项目，北山至南河、"
                "溪口至临水等公路项目，云岭机场扩建工程等机场项目以及青禾江船闸工程。",
                ("青州至云宁铁路", "东江枢纽环线", "北山至南河", "溪口至临水", "云岭机场扩建工程", "青禾江船闸工程"),
            ),
            (
                "参加签约的6个项目中，工业项目占到5个，分别是开发区的青禾单车产业基地项目、云岭农机生产项目，总投资4亿元。",
                ("青禾单车产业基地项目", "云岭农机生产项目"),
            ),
            (
                "全市37个重点项目集中开工，包括海青新型建材、康禾饮品、顺达产业园等。",
                ("海青新型建材", "康禾饮品", "顺达产业园"),
            ),
        ),
        counterexamples=(
            "全市37个重点项目集中开工，包括工业项目、农业项目等。",
            "37个项目集中开工，涵盖装备、医药等领域。",
            "会议听取的15个项目包括青禾水厂、云岭水厂。",
        ),
    ),
    NamingForm(
        "visited",
        "A project that officials visit is being built, where nothing else is said.",
        SEEN,
        _seen,
        examples=(
            (
                "视察组先后到农机公司、沂园小区改造项目、富河小区改造项目等地，并召开座谈会。",
                ("沂园小区改造项目", "富河小区改造项目"),
            ),
        ),
        counterexamples=("一行深入重点项目。", "考察了青禾县的产业。"),
    ),
    NamingForm(
        "heard of",
        "A meeting hears how projects go on.",
        HEARD,
        _heard,
        examples=(
            (
                "会议听取了500兆瓦光伏电站项目、县殡仪馆建设项目的进展情况。",
                ("500兆瓦光伏电站项目", "县殡仪馆建设项目"),
            ),
        ),
        counterexamples=("会议听取了重点项目的进展情况。", "听取了各部门工作的推进情况。"),
    ),
    NamingForm(
        "built by",
        "Who builds a work stands before its name.",
        BUILT_BY,
        _built_by,
        examples=(("中铁某局承建的青禾快速路南延线工程首根墩柱成功吊装。", ("青禾快速路南延线工程",)),),
        counterexamples=("企业承建的重点工程。",),
    ),
    NamingForm(
        "of a sum",
        "A work with its sum, of which something is told.",
        SUM_OF,
        _sum_of,
        examples=(
            ("总投资约56亿元的青禾智能工厂项目，采用新技术，主体已经封顶。", ("青禾智能工厂项目",)),
            ("签约仪式上，计划投资1.59亿元的云岭单车基地项目，从事组装。", ("云岭单车基地项目",)),
        ),
        counterexamples=("总投资56亿元的12个项目开工。", "总投资约56亿元的青禾智能工厂项目。"),
    ),
)
"""Forms of sets of works, and of works that somebody visits, hears of or builds."""
