"""Projects and how far they are (项目与阶段).

    projects ::= list "等" phase? "项目" … phase?      甲、乙、丙等签约项目加快前期进程
               | kind "工程——" name                     国家重大水利工程——某某水资源配置工程
               | name phase                             某某铁路全线通车
    phase    ::= 谋划 planned | 签约 signed | 开工 在建 under_construction | 竣工 投产 通车 completed

`FORMS` is the table of forms; how lists are read, `project_lists.py` says.
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.model.plan import ProjectDraft
from policyparse.plan.beside_works import DESCRIBED, GOES_ON, NEXT_CLAUSE, OF_OFFICE, ON_SITE, ONTO, SITE
from policyparse.plan.etc_projects import ETC_PROJECTS, PROGRESS, read_etc_projects
from policyparse.plan.names_before import beside, name_to
from policyparse.plan.naming import Extents, NamingForm, Paragraph, find_named
from policyparse.plan.phases import EXPECTED, PHASE, Phase, find_phase, is_close, phase_of_word
from policyparse.plan.project_lists import (
    AHEAD,
    BUILDS,
    CLOSED,
    EITHER,
    ITEMS,
    OF_KIND,
    OPENS,
    SIGNS,
    Named,
    read_builds,
    read_closed,
    read_either,
    read_items,
    read_of_kind,
    read_opens,
    read_signs,
    works_at,
)
from policyparse.plan.sets_of_works import FORMS as SET_FORMS
from policyparse.plan.stated_works import FORMS as STATED_FORMS
from policyparse.plan.stated_works import INVESTED, OCCASION
from policyparse.plan.told_works import FORMS as TOLD_FORMS
from policyparse.plan.told_works import WON
from policyparse.plan.work_names import NAME_LENGTH, WORK, is_work_name, own_part

_WAY = 22
"""What happens to a work stands no further after it, in characters."""
_APPOSITION_WAY = 400
"""What happens to a work that stands in apposition is said no further on, in characters."""
APPOSITION = pattern(
    r"(?:工程|项目|通道|枢纽)——(?=[\u4e00-\u9fff])",
    matches=[
        *("国家重大水利工程——青龙河", "国家重大水利项目——青龙河", "国家重大水利通道——青龙河"),
        "国家重大水利枢纽——青龙河",
    ],
    rejects=["工程——3", "企业——甲"],
)
STATED = pattern(
    r"(?P<phase>签约|开工|在建|竣工|投产|建成|投用)的(?=[\u4e00-\u9fff])",
    matches=[
        *(("当天签约的蓝湾项目", {"phase": "签约"}), "当天竣工的蓝湾项目", "当天投用的蓝湾项目"),
        *("当天投产的蓝湾项目", "当日开工的项目共9个", "去年建成的安平儿童医院已接诊患者。"),
        "在建的江城西站综合交通枢纽已完成投资过半。",
    ],
    rejects=["签约的20个项目", "签约项目"],
)
SET_GOING = pattern(
    r"(?:启动|实施|推进)的(?=[\u4e00-\u9fff])|(?:启动|组织)实施了?(?=[\u4e00-\u9fff]{4})",
    matches=[
        *("启动实施青河整治工程", ("组织实施了青河整治工程", "组织实施了"), "去年启动的青河"),
        *("统推进的原则，加速制造业高端化发展。", "你市人民政府要切实加强《规划》实施的组织领导，"),
    ],
    rejects=["启动的3个", "启动青河", "启动实施3个", "启动实施后，"],
)
_PHYSICAL = pattern(
    r"治理|整治|分流|净化|提标|快速化|棚改|拓宽|修复|防洪|防潮|供水|引水|调水|提水|补水|灌溉|水利|水系|扩建|改建|迁建|绿化|加固|疏浚|清淤|道路|铁路|公路|管网|输水|引黄|引江|搬迁",
    matches=[
        *("青河综合治理工程", "城区管网工程", "城区防潮工程", "城区防洪工程", "城区铁路工程", "城区道路工程"),
        *("城区迁建工程", "城区输水工程", "城区调水工程", "城区补水工程", "城区绿化工程", "城区疏浚工程"),
        *("城区灌溉工程", "城区清淤工程", "城区水系工程", "城区水利工程", "城区整治工程", "城区改建工程"),
        *("城区搬迁工程", "城区提水工程", "城区扩建工程", "城区引黄工程", "城区引江工程", "城区引水工程"),
        *("城区加固工程", "城区公路工程", "城区修复工程", "城区供水工程", "城区分流工程", "城区净化工程"),
        *("城区提标工程", "城区快速化工程", "城区棚改工程", "城区拓宽工程"),
    ],
    rejects=["万名学子培养工程"],
)
_CLAUSE_END = compiled("[，。；：！？]")
_OF_OTHERS = pattern(
    r"[\u4e00-\u9fff]{0,7}(?:项目|企业|工程)(?:[0-9]|总数|数量|达|共)",
    method="match",
    matches=[
        *("项目30个", "的重点项目达", "企业20家", "工程12个", "的项目总数居前", "项目数量增长", "的工业项目共30个"),
    ],
    rejects=["，项目30个", "仪式", "的战略性新兴产业项目30个"],
)
"""Behind a phase: it is that of the projects that are counted (甲产业园签约 项目30个)."""
_OCCASION = pattern(
    r"(?:项目|集中|产业|重大|工程)(?:[^，。！？]{0,6}?)(?P<stage>签约|开工|竣工|投产)(?!率|额|前|目标|难)",
    matches=[
        *(("8个项目集中签约", {"stage": "签约"}), ("重大项目集中开工活动", {"stage": "开工"}), "项目竣工活动"),
        *(("8个工程集中签约", "工程集中签约"), "项目投产活动", ("重大项目集中开工活动", "重大项目集中开工")),
        *("青禾县集中开工一批项目", ("青禾颗粒产业化项目签约仪式", "产业化项目签约")),
    ],
    rejects=[
        *("项目开工率居前", "企业签约", "青禾县集中开工额", "青禾县集中开工难", "青禾县集中开工前"),
        *("青禾县集中开工目标", "8个项目在人民大会堂现场签约"),
    ],
)
_OCCASION_COUNTED = pattern(
    r"(?P<stage>签约|开工|竣工|投产)了?[0-9]{1,4}[个项][^，。！？]{0,8}?(?:项目|工程)",
    matches=[("西部大开发今年新开工30项重点工程", {"stage": "开工"}), "我市在博览会上签约15个重大项目"],
    rejects=["开工率达30%的项目", "签约企业15家"],
)
_STAGE_OF_OCCASION: dict[str, Phase] = {
    "签约": "signed",
    "开工": "under_construction",
    "竣工": "completed",
    "投产": "completed",
}


def occasion_of(title: str) -> Phase | None:
    """The phase of the projects that a text describes, from the occasion that its title gives.

    Args:
        title: The title, width-folded.
    """
    stated = _OCCASION.search(title) or _OCCASION_COUNTED.search(title)
    return _STAGE_OF_OCCASION[stated["stage"]] if stated else None


_OF_LEAD = pattern(
    r"(?:项目|集中|工程)(?:集中)?(?P<stage>签约|开工|竣工|投产)(?:仪式|活动|大会)",
    matches=[
        ("在县政务中心举行光伏项目签约仪式。", {"stage": "签约"}),
        ("重点项目集中开工活动举行", {"stage": "开工"}),
    ],
    rejects=["企业签约仪式", "项目签约"],
)


def occasion_of_lead(folded: str) -> Phase | None:
    """The phase of the projects that a text describes, from the ceremony that its first sentence tells.

    Args:
        folded: The first paragraph, width-folded.
    """
    stated = _OF_LEAD.search(folded, 0, folded.find("。") if "。" in folded else len(folded))
    return _STAGE_OF_OCCASION[stated["stage"]] if stated else None


def _in_apposition(paragraph: Paragraph, apposition: re.Match[str]) -> Named:
    folded = paragraph.folded
    work = _first_work(folded, apposition.end())
    if work:
        yield work, find_phase(folded, work[1], work[1] + _APPOSITION_WAY) or "under_construction"


def _stated_before(paragraph: Paragraph, stated: re.Match[str]) -> Named:
    work = _first_work(paragraph.folded, stated.end())
    if work:
        yield work, phase_of_word(stated["phase"])


def _set_going(paragraph: Paragraph, going: re.Match[str]) -> Named:
    folded = paragraph.folded
    ahead = AHEAD.search(folded, max(0, going.start() - 16), going.start())
    for start, end in works_at(folded, going.end()):
        if folded.endswith("工程", start, end) and _PHYSICAL.search(folded, start, end):
            yield (start, end), "planned" if ahead else "under_construction"


def _first_work(folded: str, start: int) -> Extent | None:
    """The name that begins at `start` and ends in a word for a work."""
    limit = min(len(folded), start + NAME_LENGTH + 12)
    boundary = _CLAUSE_END.search(folded, start, limit)
    limit = boundary.start() if boundary else limit
    work = WORK.search(folded, start, limit)
    while work and (longer := WORK.match(folded, work.end(), limit)):
        work = longer
    if work is None or work.end() - start > NAME_LENGTH:
        return None
    return (start, work.end()) if is_work_name(folded, start, work.end()) else None


LISTS: tuple[NamingForm[Phase], ...] = (
    NamingForm(
        "list before 项目",
        "等…项目 closes a list of projects; a word before 项目, or what follows, says how far they are.",
        ETC_PROJECTS,
        read_etc_projects,
        examples=(
            ("青山电动车扩建、天目新产线等签约项目加快前期进程。", ("青山电动车扩建", "天目新产线")),
            ("城东厨房基地、智慧港口二期等4个拟签约项目情况汇报。", ("城东厨房基地", "智慧港口二期")),
        ),
        counterexamples=("招引种苗培育、水果加工等项目，签约提速。", "甲集团、乙集团等企业投资建设的项目开工。"),
    ),
    NamingForm(
        "list before what was done",
        "甲产业园、乙总部等已经签约 names works by their ends.",
        CLOSED,
        read_closed,
        examples=(("青禾装备产业园、蓝海无人机总部等已经签约。", ("青禾装备产业园", "蓝海无人机总部")),),
        counterexamples=("道路、水电等已经开通。",),
    ),
    NamingForm(
        "list after the kind",
        "签约项目包括 and 在建项目方面， open a list of projects.",
        OF_KIND,
        read_of_kind,
        examples=(("当日开工的项目包括青禾药业总部、金桥储能电站等。", ("青禾药业总部", "金桥储能电站")),),
        counterexamples=("签约的项目包括新能源、新材料等领域。",),
    ),
    NamingForm(
        "either and also",
        "签约的项目中，既有…也有… names them one by one.",
        EITHER,
        read_either,
        examples=(
            (
                "签约的项目中，既有蓝晶元器件项目、恒力电机项目，也有云岫器械项目。",
                ("蓝晶元器件项目", "恒力电机项目", "云岫器械项目"),
            ),
        ),
        counterexamples=("签约的项目中，既有新项目，也有老项目。",),
    ),
    NamingForm(
        "works after building",
        "新建甲水厂、乙水厂 names what is built.",
        BUILDS,
        read_builds,
        examples=(("全县新建河东水厂、河西水厂。", ("河东水厂", "河西水厂")),),
        counterexamples=("全市新建学校、医院。",),
    ),
    NamingForm(
        "works after signing",
        "签下 governs what was signed.",
        SIGNS,
        read_signs,
        examples=(("又签下绿源电池回收项目和远山叶片项目。", ("绿源电池回收项目", "远山叶片项目")),),
        counterexamples=("又签下大额订单。", "签下3个项目。"),
    ),
    NamingForm(
        "items",
        "A list behind a colon gives the projects as its items.",
        ITEMS,
        read_items,
        examples=(("未开工项目分别是：东江热电项目；西江水厂迁建工程。", ("东江热电项目", "西江水厂迁建工程")),),
        counterexamples=("开工项目存在以下问题：手续不全，资金不足。",),
    ),
    NamingForm(
        "opened",
        "开工建设 and 建成投用 govern works.",
        OPENS,
        read_opens,
        examples=(("开工建设临江快速路、环湖隧道。", ("临江快速路", "环湖隧道")),),
        counterexamples=("开工建设安置房3200套。",),
    ),
    NamingForm(
        "set going",
        "A work of water, land or roads that was set going is under construction.",
        SET_GOING,
        _set_going,
        examples=(("这得益于去年启动的青河综合治理工程。", ("青河综合治理工程",)),),
        counterexamples=("这得益于去年启动的万名学子培养工程。",),
    ),
    NamingForm(
        "apposition",
        "国家重大水利工程—— is followed by the name of the work.",
        APPOSITION,
        _in_apposition,
        examples=(("国家重大水利工程——青龙河水资源配置工程，隧洞贯通。", ("青龙河水资源配置工程",)),),
        counterexamples=("重大水利工程——重点工程。",),
    ),
    NamingForm(
        "stated before",
        "当天签约的 stands right before the name.",
        STATED,
        _stated_before,
        examples=(("当天签约的蓝湾动力电池项目总投资20亿元，", ("蓝湾动力电池项目",)),),
        counterexamples=("签约的重点项目涵盖各行业。",),
    ),
    *STATED_FORMS,
    *TOLD_FORMS,
    *SET_FORMS,
)
"""Forms that name works by lists, or by words right before the name."""


def _before_phase(paragraph: Paragraph, work: re.Match[str]) -> Named:
    """A work with a name of its own right before what happens to it: 沪苏湖高铁正式开通运营."""
    phase = _phase_of_work(paragraph, work)
    name = name_to(paragraph, work.end()) if phase else None
    if phase and name:
        yield name, phase


def _phase_of_work(paragraph: Paragraph, work: re.Match[str]) -> Phase | None:
    """How far a work is: of a section, under the occasion of the title, on its site, else by what is said after it."""
    folded, end = paragraph.folded, work.end()
    if OF_OFFICE.match(folded, end):
        return None
    clause = paragraph.clauses.at(work.start())
    if folded.endswith(("段）", "段"), 0, end) and (phase := find_phase(folded, end, clause.sentence[1])):
        limit = clause.sentence[1]
    elif paragraph.occasion and DESCRIBED.match(folded, end):
        return paragraph.occasion
    elif SITE.match(folded, end):
        return "under_construction"
    else:
        limit = min(clause.end, end + _WAY)
        phase = None if WORK.match(folded, end) else find_phase(folded, end, limit)
        stated = PHASE.search(folded, end, limit)
        if stated and stated[0] == "建设" and folded.startswith(("项目", "工程"), stated.end()):
            return None  # 甲工厂 建设项目 is its name
        if stated and (GOES_ON.match(folded, stated.end()) or _OF_OTHERS.match(folded, stated.end())):
            return None
        if phase is None and limit == clause.end and (further := NEXT_CLAUSE.match(folded, end)):
            return find_phase(folded, end, further.end())
        if phase is None or stated is None or not is_close(folded, end, stated.start()):
            return None
    if phase == "completed" and EXPECTED.search(folded, max(clause.start, work.start() - 24), work.start()):
        return "under_construction"
    return phase


SINGLE: NamingForm[Phase] = NamingForm(
    "before its phase",
    "What happens to a work is said right after its name.",
    WORK,
    _before_phase,
    examples=(
        ("今天，沪苏湖高铁正式开通运营。", ("沪苏湖高铁",)),
        ("在白马枢纽建设现场，工人正在施工。", ("白马枢纽",)),
    ),
    counterexamples=("推进重大项目建设。", "银城铁路工程建设指挥部加快推进。"),
)


_SIGNS = (PHASE, SET_GOING, PROGRESS, OCCASION, INVESTED, ON_SITE, WON)
"""What a paragraph has at least one of where it names projects."""


def parse_projects(paragraph: Paragraph) -> Iterator[ProjectDraft]:
    """Find the named projects of a paragraph, in order, each name once.

    Args:
        paragraph: The paragraph.
    """
    folded = paragraph.folded
    if not paragraph.occasion and not any(sign.search(folded) for sign in _SIGNS):
        return
    found = find_named(paragraph, LISTS)
    places = Extents(found)
    for (begin, stop), phase in SINGLE.find(paragraph):
        across = places.across(begin, stop)
        if any(begin == start and _is_part(folded[end:stop]) for start, end in across):
            continue  # the main part, a unit, a bridge of a work that is already named
        if all(begin <= start and end <= stop for start, end in across):
            for extent in across:
                del found[extent]
                places.remove(extent)
            for extent in ((begin, stop), *beside(folded, begin)):
                found[extent] = phase
                places.add(extent)
    seen: set[str] = set()
    for extent, phase in sorted(found.items()):
        name = paragraph.text(extent)
        if name.removesuffix("项目") not in seen:
            seen.add(name.removesuffix("项目"))
            yield {"name": name, "phase": phase, "span": paragraph.place(extent)}


def _is_part(rest: str) -> bool:
    """Whether what a longer name adds is only a part or a unit of the work, and not what is built on (扩建工程)."""
    return bool(rest) and not rest.startswith("新") and not own_part(rest) and not ONTO.fullmatch(rest)
