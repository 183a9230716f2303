"""Lists of projects (项目清单): how the forms of `projects.py` read them.

listed ::= name ("、" name)+ "等" (kind "项目" | phase)               甲、乙等签约项目; 甲产业园、乙总部等已经签约
         | kind ("包括" | "：" | "方面，") name ("、" name)+            在建项目方面，甲工厂、乙基地都要…
         | "既有" name … "也有" name
         | verb work ("、" work)*                                    新建甲水厂、乙水厂; 签下甲项目和乙项目
         | kind "：" (item ("；" | "，"))+                            未开工项目分别是：甲市1个，甲热电项目；…
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.plan.edges import WORKS_END
from policyparse.plan.naming import Paragraph, end_of_list, members_at, without_dates
from policyparse.plan.phases import Phase, find_phase, phase_of_word
from policyparse.plan.work_names import LISTED_END, is_site, is_work_name

Named = Iterator[tuple[Extent, Phase]]

CLOSED = pattern(
    r"等(?=(?:均|都|也|已经?|现已|正在|正|将|陆续|相继|先后|顺利|全部|成功|全面|加快){0,3}"
    r"(?:(?&plan.signed)|(?&plan.under_construction)|(?&plan.completed)|(?&plan.planned)))",
    matches=[
        *("甲、乙等已经签约", "等正在加快建设", "等先后已全面核准", "等都商运", "等正商运", "等将商运", "等均商运"),
        *("等也核准", "等顺利商运", "等陆续商运", "等相继商运", "等现已商运", "等成功商运", "等加快商运"),
        *("等全部商运", "飞达轴承产业化等竣工项目达产上量。"),
    ],
    rejects=["等企业签约", "等，已经签约", "等也也顺利正在交付"],
)
OF_KIND = pattern(
    r"(?P<phase>拟签约|签约|拟开工|开工|动工|竣工|投产|在建|续建|建成|储备|谋划|拟建)的?(?:\d{1,4}个)?"
    r"(?:重大|重点|产业链|产业|工业|标志性){0,2}(?:项目|工程)"
    r"(?:方面[，：]|[^。；！？]{0,30}?(?:(?:包括|包含|涵盖|囊括|分别是|分别为)|：)|有(?!(?&digit)|[几多所]))",
    digit=f"[0-9{SMALL_ORDINAL}两]",
    matches=[
        *(("在建项目方面，甲", {"phase": "在建"}), ("开工的项目共9个，总投资60亿元，包括甲", {"phase": "开工"})),
        *(("集中开工的17个项目，包含甲", {"phase": "开工"}), ("签约的项目包括甲", {"phase": "签约"})),
        *(("开工的项目有甲", {"phase": "开工"}), "投产的工业工程包括："),
        *(("拟签约标志性项目有", "拟签约标志性项目有"), "开工的产业重大项目有甲", "签约的重点项目涵盖各行业。"),
        *("谋划的项目有甲", "续建的项目有甲", "拟建的项目有甲", "建成的项目有甲", "动工的项目有甲"),
        *("储备的项目有甲", "签约的项目囊括甲", ("拟开工的项目有甲", "拟开工的项目有"), "签约的项目分别为甲"),
        *("开工的产业链项目有甲", "竣工项目方面，要抓好安全、质量。", "开工项目存在以下问题：手续不全，资金不足；"),
        "截至8月底未开工项目共3个，按地区划分分别是",
    ],
    rejects=[
        *("开工项目有3个", "开工的企业包括", "签约项目。包括", "开工的项目有所", "开工的项目有多", "开工的项目有几"),
        *("集中开工的个项目，包含甲", "开工的工业工业重点项目有甲", "集中开工的12000个项目，包含甲"),
        "签约的项目投资规模大、科技含量高、带动能力强、市场前景好，代表了产业方向，包括甲",
    ],
)
EITHER = pattern(
    r"(?P<phase>签约|开工|动工|竣工|投产|在建|建成)的?(?:\d{1,4}个)?(?:重大|重点|产业){0,2}(?:项目|工程)(?:中|里|之中)?，(?=既有)",
    matches=[
        *(("此次签约的项目中，既有甲项目", {"phase": "签约"}), "开工3个重大工程中，既有"),
        *("此次签约的产业重点项目中，既有甲项目", "此次签约的项目，既有甲项目", "此次签约的项目里，既有甲项目"),
        *("此次竣工的项目中，既有甲项目", "此次投产的项目中，既有甲项目", "此次建成的项目中，既有甲项目"),
        *("此次在建的项目中，既有甲项目", "此次动工的项目中，既有甲项目", "此次签约的项目之中，既有甲项目"),
    ],
    rejects=[
        *("签约的项目中，有甲", "企业中，既有", "建成个项目，既有", "投产12000个工程里，既有"),
        "此次签约的产业产业重大项目中，既有甲项目",
    ],
)
_ALSO = pattern(
    r"(?:既有|也有|又有|还有)", matches=["既有甲", "还有乙", "又有乙", "也有云岫医疗器械项目。"], rejects=["有甲"]
)
BUILDS = pattern(
    r"(?:新建|改扩建|改建|扩建|续建|新改建)了?(?=[\u4e00-\u9fff])",
    matches=[
        *("新建甲水厂", "改扩建了乙", ("新改建了乙", "新改建了"), ("改扩建了乙", "改扩建了")),
        *("南湖水厂扩建工程完工。", "仓储用房改建滑冰场馆，", "白鹤滩灌区续建配套与现代化改造工程启动建设。"),
    ],
    rejects=["新建3座"],
)
SIGNS = pattern(
    r"(?:签下|签约落户|签约引进|签约)了?(?!项目|仪式|活动|落户|引进|的|率|额|企业)(?=[\u4e00-\u9fff])",
    matches=["签下甲项目", "签约引进了乙", "签约甲项目", ("签约落户了乙", "签约落户了")],
    rejects=[
        *("签下3个", "签约", "签约项目", "签约的甲", "签下额", "签下率", "签下活动", "签下引进", "签下企业"),
        *("临江新区举行二季度重点项目集中签约仪式", "总投资12亿元的绿源动力电池项目签约落户。"),
    ],
)
ITEMS = pattern(
    r"(?:(?P<none>(?:尚|还)?未(?:开工|动工)|待开工|拟(?:建|开工)|计划开工|储备|谋划)"
    r"|(?P<stage>签约|开工|动工|在建|续建|竣工|投产|完工|投资完成率|推进))"
    r"[^。；：，]{0,12}(?:项目|工程)(?:共?[0-9]{1,4}个)?(?:，[^。；：]{0,24})?(?:主要|具体|分别)?(?:包括|有|是|为|如下|名单)?：“?(?=[\u4e00-\u9fff])",
    matches=[
        ("未开工项目共3个，按地区划分分别是：东江市", {"none": "未开工"}),
        *(("在建重点项目名单：甲", {"stage": "在建"}), "拟建工程主要为：“园区道路"),
        ("拟开工工程3个分别包括：东江水厂", "拟开工工程3个分别包括："),
        ("尚未开工工程具体如下：“文化馆", "尚未开工工程具体如下：“"),
        *(("还未动工文化馆项目，具体：文化馆", "还未动工文化馆项目，具体："), "在建重点项目有：甲"),
        *("续建重点项目名单：甲", "签约重点项目名单：甲", "竣工重点项目名单：甲", "推进重点项目名单：甲"),
        *("投产重点项目名单：甲", "开工重点项目名单：甲", "完工重点项目名单：甲", "动工重点项目名单：甲"),
        *("未开工项目共3个，：东江市", "投资完成率重点项目名单：甲", "谋划项目共3个，按地区划分分别是：东江市"),
        "储备项目共3个，按地区划分分别是：东江市",
        ("待开工项目共3个，按地区划分分别是：东江市", "待开工项目共3个，按地区划分分别是："),
        ("计划开工项目共3个，按地区划分分别是：东江市", "计划开工项目共3个，按地区划分分别是："),
        "未开工项目分别是：文体中心、老干部活动中心。",
    ],
    rejects=[
        *("未开工项目，甲", "企业名单：甲", "拟开工项目：3个", "未开工项目共个，按地区划分分别是：东江市"),
        *("在建民生领域补短板和强弱项重点项目名单：甲", "未开工项目共12000个，按地区划分分别是：东江市"),
        "未开工项目共3个，因用地、资金和环境影响评价等前期手续尚未全部办结而推迟：东江市",
    ],
)
OPENS = pattern(
    r"(?P<stage>开工建设|(?:建成|竣工|通车|开通)(?:通车|投用|投产|投运|启用|运营|开通|开园))了?(?=[\u4e00-\u9fff])",
    matches=[
        *(("开工建设环湖隧道", {"stage": "开工建设"}), ("建成投用了南山水厂", {"stage": "建成投用"})),
        *(("通车投用了南山水厂", "通车投用了"), "竣工投用了南山水厂", "开通投用了南山水厂", "建成通车滨江大道。"),
        *("建成运营了南山水厂", "建成投运了南山水厂", "建成投产了南山水厂", "建成开通了南山水厂"),
        *("建成开园了南山水厂", "建成启用了南山水厂"),
    ],
    rejects=["开工建设。", "建成南山水厂"],
)
_STAGES: dict[str, Phase] = {
    **dict.fromkeys(("开工", "动工", "在建", "续建", "推进", "投资完成率"), "under_construction"),
    **dict.fromkeys(("竣工", "投产", "完工"), "completed"),
    "签约": "signed",
}
_KIND_LENGTH = 120
_ETC_COUNTED = pattern(
    rf"等[0-9{COUNT}]{{1,3}}个[^，。；、]{{0,10}}?(?:项目|工程)(?:[，；、和]|以及)?",
    matches=[
        *("等三个工程", ("等6个文旅项目，", "等6个文旅项目，"), ("等6个文旅项目和", "等6个文旅项目和")),
        ("等6个文旅项目以及", "等6个文旅项目以及"),
    ],
    rejects=["等文旅项目", "6个文旅项目", "等个别项目", "等2025个项目", "等6个总投资超过一百亿元的先进制造业项目"],
)
_BUILT_BY = pattern(
    r"[^，。；]{2,40}(?&plan.builds_for)的(?=[^，。；、的]{4})",
    method="match",
    matches=["东江市援建的绿源衬衫项目"],
    rejects=[
        *("绿源衬衫项目", "东江市援建的图书馆", "市援建的绿源衬衫项目", "东江市援建的最大的项目"),
        "在东西部协作和对口支援工作中由东江市教育、卫生、农业等多个部门和几十家骨干企业共同援建的绿源衬衫项目",
    ],
)
"""Before a work: who builds it."""
_PREDICATE = pattern(
    r"(?:都|均|要|已|将|正(?![\u4e00-\u9fff]{0,2}[路大])|也|预计|计划|力争|确保|有望|陆续|相继|先后|全部|争取|年内|上月|本月|日前|近日|目前|今年|明年|去年)",
    matches=[
        *("星河电子产业园都要", "甲总部已经", "甲总部正加快扩大", "甲总部预计经", "甲总部陆续经", "甲总部近日经"),
        *("甲总部计划经", "甲总部要建设", "甲总部确保经", "甲总部相继经", "甲总部目前经", "甲总部本月经"),
        *("甲总部有望经", "甲总部明年经", "甲总部日前经", "甲总部年内经", "甲总部将建设", "甲总部均经营"),
        *("甲总部去年经", "甲总部力争经", "甲总部全部经", "甲总部先后经", "甲总部今年经", "甲总部争取经"),
        *("甲总部也建设", "甲总部上月经", ("星河电子产业园都要", "都")),
    ],
    rejects=["正阳路", "甲总部", "正大力修路"],
)
"""After the last name of a list."""
_DONE = pattern(
    r"截至|累计|先后|相继|已(?!知)|建成|完成",
    matches=["截至2月底", "已新建", "完成", "累计新建", "相继新建", "建成新建", "先后新建"],
    rejects=["计划新建", "已知"],
)
"""Before a verb of building: it was done."""
AHEAD = pattern(
    r"(?:力争|计划|将|拟|确保|争取|预计|有望|要|推动|促|年内)[^，。；]{0,8}$",
    matches=["年内", "力争", "将全面", "要", "拟", "促", "预计", "计划", "确保", "有望", "推动", "争取"],
    rejects=["已", "将，", "将全面加快项目建设进度"],
)
_COUNT_BEHIND = pattern(
    rf"(?P<n>[0-9{COUNT}]{{1,3}})个[^，。；、]{{0,6}}(?:项目|工程)$",
    matches=[
        *(("金禾化工3个项目", {"n": "3"}), ("青山储能两个能源项目", {"n": "两"}), "金禾化工3个工程"),
        ("金禾化工2025个项目", "025个项目"),
    ],
    rejects=["3个企业", "金禾项目", "金禾化工个项目", "金禾精细化工3个项目。", "金禾化工3个战略性新兴产业项目"],
)
_ITEM = compiled(r"[^；，。：\n]{4,80}")
_AND = pattern(r"(?<=项目|工程)和", matches=["甲热电项目和乙热电项目", "甲迁建工程和"], rejects=["能源和化工项目"])
_LIST_END = pattern(
    r"[。；！？，：]|等(?!、)",
    matches=["甲水厂等项目", "甲水厂等", "甲水厂，"],
    rejects=["甲高等、乙职业院校", "甲水厂、乙水厂"],
)
_SENTENCE_END = compiled("[。；！？]")
_ONE_BY_ONE = pattern(
    "项目(?:[、和及与]|以及)",
    matches=["甲回收项目和乙叶片项目", "甲项目、乙项目", "甲项目以及乙项目", "甲项目及乙项目", "甲项目与乙项目"],
    rejects=["甲项目建设"],
)
_NUMBER = compiled(f"[{COUNT}]")
_MARKS = "。！？；\n"
_PHASE_LENGTH = 30
_WAY_BACK = 200
_ITEMS_LENGTH = 600


def _works(folded: str, names: list[Extent]) -> bool:
    """Whether two names or more are works, one of them by its last word."""
    named = len(names) >= 2 and all(is_work_name(folded, *name) for name in names)
    return named and any(LISTED_END.search(folded, *name) for name in names)


def sentence_start(folded: str, end: int, length: int) -> int:
    """Where the part of a sentence begins that ends at `end`."""
    floor = max(0, end - length)
    return max(floor, *(folded.rfind(mark, floor, end) + 1 for mark in _MARKS))


def phase_after(folded: str, end: int, length: int = _PHASE_LENGTH) -> Phase | None:
    """The phase that the rest of the sentence says."""
    return find_phase(folded, end, end_of_list(folded, end, _SENTENCE_END, length))


def read_closed(paragraph: Paragraph, closed: re.Match[str]) -> Named:
    """甲产业园、乙总部等已经签约."""
    names = read_enumeration(paragraph.folded, closed.start(), split_pair=False)
    phase = phase_after(paragraph.folded, closed.end()) if _works(paragraph.folded, names) else None
    if phase:
        yield from ((name, phase) for name in names)


def read_of_kind(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """在建项目方面，甲工厂、乙基地都要…; 签约项目包括甲基地、乙总部."""
    folded = paragraph.folded
    end = end_of_list(folded, head.end(), _LIST_END)
    names = members_at(folded, head.end(), end)
    if _ETC_COUNTED.match(folded, end):
        yield from _by_kinds(folded, head)
        return
    if len(names) < 2:
        return
    first, last = names[-1]
    predicate = _PREDICATE.search(folded, first + 4, last)
    names[-1] = (first, min(predicate.start() if predicate else last, without_dates(folded, first, last, 4)))
    names[-1], _ = _without_count(folded, names[-1])
    names = [_without_builder(folded, name) for name in names]
    if _works(folded, names):
        yield from ((name, phase_of_word(head["phase"])) for name in names)


def _by_kinds(folded: str, head: re.Match[str]) -> Named:
    """开工项目包括甲营地等6个文旅项目，乙整县推进等3个工业项目: the examples of each kind."""
    start = head.end()
    while counted := _ETC_COUNTED.search(folded, start, start + _KIND_LENGTH):
        names = members_at(folded, start, counted.start())
        if not all(is_work_name(folded, *name) for name in names):
            return
        yield from ((name, phase_of_word(head["phase"])) for name in names)
        start = counted.end()


def _without_builder(folded: str, name: Extent) -> Extent:
    built = _BUILT_BY.match(folded, *name)
    return (built.end(), name[1]) if built else name


def read_either(paragraph: Paragraph, either: re.Match[str]) -> Named:
    """签约的项目中，既有甲项目、乙项目，也有丙项目."""
    folded = paragraph.folded
    end = end_of_list(folded, either.end(), _SENTENCE_END)
    for also in _ALSO.finditer(folded, either.end(), end):
        stop = end_of_list(folded, also.end(), WORKS_END)
        for name in members_at(folded, also.end(), stop):
            if is_work_name(folded, *name):
                yield name, phase_of_word(either["phase"])


def read_builds(paragraph: Paragraph, builds: re.Match[str]) -> Named:
    """新建甲水厂、乙水厂，改扩建丙水厂: a list of works, and single ones beside a list of the same kind."""
    folded = paragraph.folded
    names = _built_at(folded, builds.end())
    if not names:
        return
    sentence = sentence_start(folded, builds.end(), _WAY_BACK)
    beside = len(names) >= 2 or _is_beside(folded, sentence, names[0])
    phase: Phase = "completed" if _DONE.search(folded, sentence, builds.end()) else "under_construction"
    if beside:
        yield from ((name, phase) for name in names)


def _built_at(folded: str, start: int) -> list[Extent]:
    """The works after a verb of building, all of them by name, else none."""
    names = members_at(folded, start, end_of_list(folded, start, WORKS_END))
    named = all(is_site(folded, *name) for name in names)
    return names if named else []


def _kind(folded: str, name: Extent) -> str:
    kind = LISTED_END.search(folded, *name)
    return kind[0] if kind else ""


def _is_beside(folded: str, sentence: int, name: Extent) -> bool:
    """Whether the sentence before a single work builds a list of works of the same kind."""
    for other in BUILDS.finditer(folded, sentence, name[0]):
        listed = _built_at(folded, other.end())
        if len(listed) >= 2 and _kind(folded, listed[0]) == _kind(folded, name):
            return True
    return False


def read_signs(paragraph: Paragraph, signs: re.Match[str]) -> Named:
    """签下深海装备总装基地项目; 签下甲电池回收项目和乙叶片项目."""
    folded, start = paragraph.folded, signs.end()
    if _NUMBER.match(folded, start):
        return
    end = folded.find("项目", start, start + 32)
    single = end >= 0 and not _LIST_END.search(folded, start, end) and LISTED_END.search(folded, start, end)
    if single and is_work_name(folded, start, end):
        yield (start, end), "signed"
        return
    stop = end_of_list(folded, start, _LIST_END)
    edges = [start, *(start + m.end() for m in _ONE_BY_ONE.finditer(folded[start:stop])), stop]
    names = [(a, folded.rfind("项目", a, b) + 2) for a, b in pairwise(edges)]
    if names[-1][1] == stop and all(b > a and is_work_name(folded, a, b) for a, b in names):
        yield from ((name, "signed") for name in names)


def read_items(paragraph: Paragraph, head: re.Match[str]) -> Named:
    """未开工项目分别是：甲市1个，甲热电项目；…: the items that are works, where there are two or more."""
    folded = paragraph.folded
    phase: Phase = "planned" if head["none"] else _STAGES[head["stage"]]
    end = folded.find("。", head.end(), head.end() + _ITEMS_LENGTH)
    works = []
    for item in _ITEM.finditer(folded, head.end(), end if end >= 0 else head.end() + _ITEMS_LENGTH):
        start = item.start()
        for stop in [*(m.start() for m in _AND.finditer(folded, *item.span())), item.end()]:
            works += _listed_in(folded, start, stop)
            start = stop + 1
    if len(works) > 1:
        yield from ((work, phase) for work in works)


def _listed_in(folded: str, start: int, stop: int) -> list[Extent]:
    """The works of an item: 甲热电项目; 文体中心、老干部活动中心."""
    names = members_at(folded, start, stop)
    last = ("项目", "工程")
    listed = len(names) > 1 and all(LISTED_END.search(folded, *name) for name in names)
    if not listed:
        names = [(start, stop)] if folded.endswith(last, start, stop) else []
    return [name for name in names if is_work_name(folded, *name)]


def _without_count(folded: str, name: Extent) -> tuple[Extent, int | None]:
    """The last name of a list without the count of all that stands behind it, and that count: 丙精细化工 3个项目."""
    counted = _COUNT_BEHIND.search(folded, *name)
    return ((name[0], counted.start()), parse_integer(counted["n"])) if counted else (name, None)


def read_opens(paragraph: Paragraph, opened: re.Match[str]) -> Named:
    """开工建设临江快速路、环湖隧道，建成通车滨江大道."""
    folded = paragraph.folded
    begins = opened["stage"] == "开工建设"
    ahead = paragraph.planned or AHEAD.search(folded, max(0, opened.start() - 16), opened.start())
    later: Phase = "planned" if begins else "under_construction"
    now: Phase = "under_construction" if begins else "completed"
    for work in works_at(folded, opened.end()):
        yield work, later if ahead else now


def works_at(folded: str, start: int) -> list[Extent]:
    """The works that stand from `start` to the end of the clause, all of them by name, else none."""
    works = members_at(folded, start, end_of_list(folded, start, WORKS_END, 120))
    last, count = _without_count(folded, works[-1]) if works else ((0, 0), None)
    if count == len(works) > 1:
        works[-1] = last
        return works if all(is_work_name(folded, *work) for work in works) else []
    named = all(is_site(folded, *work) for work in works)
    return works if named else []
