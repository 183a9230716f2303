"""Works of which a text tells more than their stage: size, place, builder, approval, the list that is pushed on.

told ::= superlative "项目" ("为" | "是") name      单体投资最大的项目为甲产业链项目
       | name ("位于" | "总投资" | "已完成投资")     甲精深加工项目位于…，今年3月开工建设
       | approval name                             批复了甲高速公路项目可行性研究报告
       | winning sum? name                         成功引进投资20亿元的甲加工项目
       | name ("、" name)+ number "个项目" stage    甲基地、乙产业园2个项目进入试生产阶段
       | pushing name ("、" name)+ "建设"           推进甲中心、乙院区建设
       | name "加快建设"                            甲国际陆港加快建设
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.plan.beside_works import DESCRIBED
from policyparse.plan.edges import WORKS_END
from policyparse.plan.names_before import name_to
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list, members_at
from policyparse.plan.phases import Phase, find_phase, furthest_phase, phase_of_word
from policyparse.plan.stated_works import ABSTRACT
from policyparse.plan.work_names import NAME_LENGTH, WORK, WORK_END, is_site, is_work_name, without_sum

Named = Iterator[tuple[Extent, Phase]]

_TOLD_LENGTH = 160
"""What a text tells of a work ends so many characters after its name."""
_SET_WAY = 200
"""The projects that a work is one of are named no further before it, in characters."""
SUPERLATIVE = pattern(
    r"(?:最[大高多长重]|首屈一指|名列第一)的?(?:产业|工业|单体|招商|重[大点]|基建|民生){0,2}(?:项目|工程)?(?:为|是)(?=[\u4e00-\u9fff])",
    matches=[
        *("单体投资最大项目为青禾材料项目", "规模最大的是云溪电站", "投资额最高的工业项目是青禾项目"),
        *("体量最大的重大工程为青禾港区", ("里程最长的是青山隧道", "最长的是"), "规模最多的是云溪电站"),
        *("规模最重的是云溪电站", "规模首屈一指的是云溪电站", "规模名列第一的是云溪电站"),
        *("体量最大的产业工程为青禾港区", "体量最大的单体工程为青禾港区", "体量最大的招商工程为青禾港区"),
        *("体量最大的重点工程为青禾港区", "体量最大的基建工程为青禾港区", "体量最大的民生工程为青禾港区"),
    ],
    rejects=["最大的项目有3个", "最大的优势为区位", "最大的困难是资金", "规模最大的产业产业单体是云溪电站", "最大为"],
)
"""Before a work: it is the first of its kind in size."""
TOLD = pattern(
    r"(?P<end>(?&plan.works))(?:（[^（）]{1,20}）)?"
    r"(?P<what>，?(?:位于|坐落于|坐落在)|(?:目前|现|已|累计){0,2}完成(?:年度|总|固定资产)?投资(?=[0-9约近超])|(?&described))",
    described=DESCRIBED,
    matches=[
        ("青禾加工项目位于东江县", {"end": "项目", "what": "位于"}),
        ("青禾产业园总投资15亿元", {"end": "产业园"}),
        ("青禾码头项目累计完成投资9亿元", {"what": "累计完成投资"}),
        ("青禾项目，计划总投资6亿元", {"what": "，计划总投资"}),
        *(("青禾项目已完成投资3亿元", {"what": "已完成投资"}), ("青禾水厂（一期）坐落于东江", {"what": "坐落于"})),
        *("青禾加工项目，位于东江县", "青禾加工项目坐落在东江县", "青禾项目完成投资3亿元"),
        *("青禾项目目前完成投资3亿元", "青禾项目现完成投资3亿元", "青禾项目已完成总投资3亿元"),
        *("变电站完成年度投资3", "变电站完成固定资产投资3", "青禾项目已完成投资约", "青禾项目已完成投资近"),
        "青禾项目已完成投资超",
    ],
    rejects=[
        *("青禾项目完成投资任务", "企业位于东江县", "青禾项目的位置", "青禾水厂（）坐落于东江"),
        *("青禾水厂（一期、二期和配套管网及加压泵站提升改造工程）坐落于东江", "青禾项目现已累计完成投资3亿元"),
    ],
)
"""A work with where it stands, what it costs, who builds it, or what was spent on it."""
_SPENT = pattern(r"完成", matches=["已完成投资"], rejects=["总投资"])
OF_SET = pattern(
    r"(?P<phase>签约|开工|竣工|投产|新建|续建|在建)(?:[^，。；]{0,14}?(?:项目|工程)|仪式|活动|大会|现场会)",
    matches=[
        *(("此次签约项目涉及制造", {"phase": "签约"}), ("集中开工的45个项目中", {"phase": "开工"}), "开工活动，"),
        *("签约仪式", ("竣工的3个重大项目", {"phase": "竣工"}), "投产仪式", "竣工大会", "竣工现场会"),
        *(("国家新开工西部大开发重点工程30项", {"phase": "开工"}), "本次签约金额百亿元以上的项目", "在续建项目中"),
    ],
    rejects=["签约企业", "未来开工", "开工率，重点工程", "签约的高端装备和新能源汽车以及新材料项目"],
)
"""The set of which a work is one."""
APPROVED = pattern(
    r"(?:批复|核准|批准|同意|(?:审查|评审)(?:通过)?|审批通过|获批){1,2}(?:同意|启动|建设|新建|实施|调整){0,3}了?(?=[\u4e00-\u9fff])",
    matches=[
        *("批复了青禾高速公路项目可行性研究报告。", ("核准批复青禾煤矿项目。", "核准批复")),
        *("组织审查了青禾灌区工程初步设计", ("核准评审核准青禾煤矿项目。", "核准评审")),
        *("组织批准了青禾灌区工程初步设计", "组织审批通过了青禾灌区工程初步设计", "组织获批了青禾灌区工程初步设计"),
        *(("评审通过了青禾项目", "评审通过了"), ("审查通过了青禾项目", "审查通过了")),
        *(
            ("批复建设青禾煤矿", "批复建设"),
            ("原则同意实施青禾灌区工程", "同意实施"),
            ("同意调整青禾路工程", "同意调整"),
            ("核准新建青禾电站", "核准新建"),
            ("批准实施青禾灌区工程", "批准实施"),
        ),
        *(("核准批复同意青禾煤矿项目。", "核准批复同意"), ("核准批复了青禾煤矿项目。", "核准批复了")),
    ],
    rejects=["批复。", "核准3个"],
)
_PAPER = pattern(
    r"(?:的?(?:可行性研究|可研|初步设计|项目建议书|环境影响|施工图|选址)|(?=[，。；]|$))",
    method="match",
    matches=[
        *("可行性研究报告", "初步设计", "的环境影响报告书", "。", "，", "可研", "项目建议书", "施工图", "选址", ""),
    ],
    rejects=["建设管理办法", "的决定", "指挥部"],
)
"""Behind a work: what was approved of it; or nothing."""
WON = pattern(
    r"(?:(?:成功|新|先后|相继|又|共|已)(?:引进|招引|引入|引育|落地|落户|签约)了?|(?:引进|招引|引入|引育|落地|落户|签约)了)(?:一个)?"
    r"(?=[\u4e00-\u9fff]{0,6}投资[约达近超]?[0-9])",
    matches=[
        *("成功引进投资20亿元的青禾加工项目", "新落地总投资6亿元的青禾项目", "引入了一个投资3亿元的青禾项目"),
        *("相继签约总投资5亿元的青禾项目", "先后招引计划投资5亿元的青禾项目", "又签约总投资5亿元的青禾项目"),
        *("共签约总投资5亿元的青禾项目", "已签约总投资5亿元的青禾项目", "新引入总投资6亿元的青禾项目"),
        *("新引育总投资6亿元的青禾项目", "新落户总投资6亿元的青禾项目"),
        *(("新落地了总投资6亿元的青禾项目", "新落地了"), "引进了一个投资3亿元的青禾项目"),
        *("招引了一个投资3亿元的青禾项目", "引育了一个投资3亿元的青禾项目", "落地了一个投资3亿元的青禾项目"),
        *("落户了一个投资3亿元的青禾项目", "签约了一个投资3亿元的青禾项目"),
        *(("引入了一个投资3亿元的青禾项目", "引入了一个"), "新落地投资约3", "新落地投资达3", "新落地投资近3"),
        "新落地投资超3",
    ],
    rejects=["要引进投资20亿元的项目", "成功引进人才30名", "力争落户投资20亿元", "新落地由宏远集团独家投资3"],
)
"""Before a work with its sum: it was won."""
COUNTED = pattern(
    rf"(?<=[\u4e00-\u9fff）])(?P<n>1[0-9]|[{COUNT}])个(?P<kind>[^，。；、：的等]{{0,8}}?)(?:项目|工程)(?=[^，。；、：]{{1,16}})",
    matches=[
        ("青禾基地、云岭产业园2个项目进入试生产阶段", {"n": "2"}),
        *(("青禾厂、云岭站两个能源项目已开工", {"n": "两", "kind": "能源"}), "青禾厂、云岭站3个工程开工"),
        "青禾厂、云岭站13个工程开工",
    ],
    rejects=[
        *("20个项目", "2个项目。", "，3个企业", "〇个工程里", "青禾厂、云岭站3个战略性新兴产业配套工程开工"),
        *("青禾厂、云岭站两个能的项目已开工", "青禾厂、云岭站两个能等项目已开工", "园3个工程"),
    ],
)
"""The number of the works that stand before it."""
PUSHED = pattern(
    r"(?P<plan>规划|前期)?建设(?=[，。；！？]|$)",
    matches=[
        *(("推进青禾中心、云岭院区建设，", {"plan": None}), ("推进青禾中心、云岭院区规划建设。", {"plan": "规划"})),
        *(("推进青禾中心、云岭院区前期建设。", "前期建设"), "推进青禾中心、云岭院区建设"),
    ],
    rejects=["建设青禾中心", "建设、"],
)
_PUSH = pattern(
    r"(?:推进|推动|加快|提速|启动|抓好|实施|支持|统筹|抓紧)$",
    matches=["加快推进", "推动", "协调推进", "提速", "抓好", "加快", "启动", "实施", "支持", "统筹", "抓紧"],
    rejects=["完成", "服务", "抓好甲"],
)
"""Before a list of works that are being built."""
GOING_UP = pattern(
    r"(?P<end>(?&plan.works)|(?&plan.listed_works))(?:项目)?(?:正在|正|也|同步|全面|有序){0,2}(?:加快|加紧|抓紧|全力|有序|提速)(?:推进|建设|施工){1,2}(?=[，。；！？]|$)",
    matches=[
        *(("青禾国际陆港加快建设。", {"end": "陆港"}), ("青禾小镇正在抓紧施工，", {"end": "小镇"})),
        *(("青禾校区项目正加快推进建设", {"end": "校区"}), "青禾医院正在抓紧施工，", "青禾小镇也抓紧施工，"),
        *("青禾小镇同步抓紧施工，", "青禾小镇全面抓紧施工，", "青禾小镇有序抓紧施工，", "青禾国际陆港加紧建设。"),
        *("青禾国际陆港全力建设。", "青禾国际陆港有序建设。", "青禾国际陆港提速建设。"),
    ],
    rejects=[
        *("青禾国际陆港加快建设步伐", "青禾产业加快建设。", "青禾平台的加快建设", "青禾小镇也正在有序抓紧施工，"),
        *("青禾国际陆港加快。", "青禾国际陆港加快建设推进建设。"),
    ],
)
AFTERWARDS = pattern(
    r"(?:建成|投产|达产|投用|竣工|运营|投运|完工)(?:达产|达效|投产|投用|运营)?(?:以|之)?后",
    matches=[
        *("项目建成后", "达产后", "建成投产后", "投产达效以后", "投用后", "竣工后", "运营后", "投运后", "完工后"),
        *(("建成达产后", "建成达产后"), ("建成投产后", "建成投产后"), ("建成投用后", "建成投用后")),
        *(("建成运营后", "建成运营后"), "投产达效之后"),
    ],
    rejects=["建成投产", "最后"],
)
"""What will be once a work is done: it is not done yet."""
_GOES_ON = pattern(
    "。(?=目前|现在|截至|眼下|当前|该|项目|工程)",
    matches=[
        *("。目前已完工", "。现在正在试产", "。截至8月底", "。眼下工人正在", "。当前进展顺利", "。该项目总投资"),
        *("。项目占地", "。工程全长"),
    ],
    rejects=["。记者了解到", "，目前已完工"],
)


def told_phase(paragraph: Paragraph, end: int, spent: bool = False) -> Phase | None:
    """How far a work is of which something is told: by what the sentence says, else by the set that it is one of.

    Args:
        paragraph: The paragraph.
        end: Where the name of the work ends.
        spent: Whether money was spent on it, so that it is at least under construction.
    """
    folded = paragraph.folded
    stop = folded.find("。", end, end + _TOLD_LENGTH)
    stop = min(len(folded), end + _TOLD_LENGTH) if stop < 0 else stop
    if _GOES_ON.match(folded, stop):
        stop = max(stop, folded.find("。", stop + 1, stop + _TOLD_LENGTH))
    further = [m.start() for m in TOLD.finditer(folded, end + 2, stop) if name_to(paragraph, m.end("end"))]
    stop = min(further, default=stop)
    said = furthest_phase(folded, end, stop)
    if said or spent:
        return said or "under_construction"
    if paragraph.occasion:
        return paragraph.occasion
    sets = list(OF_SET.finditer(folded, max(0, end - _SET_WAY), end))
    if sets:
        return phase_of_word(sets[-1]["phase"])
    return "under_construction" if AFTERWARDS.search(folded, end, stop) else None


def _superlative(paragraph: Paragraph, first: re.Match[str]) -> Named:
    """单体投资最大的项目为甲产业链项目."""
    folded, start = paragraph.folded, first.end()
    end = end_of_list(folded, start, WORKS_END, NAME_LENGTH + 12)
    start, end = without_sum(folded, start, end)
    work = WORK_END.search(folded, start, end)
    if work is None or not is_work_name(folded, start, end):
        return
    phase = told_phase(paragraph, end)
    if phase:
        yield (start, end), phase


def _told(paragraph: Paragraph, told: re.Match[str]) -> Named:
    """甲精深加工项目位于…，今年3月开工建设."""
    extent = name_to(paragraph, told.end("end"))
    if extent is None or ABSTRACT.search(paragraph.folded, *extent):
        return
    phase = told_phase(paragraph, told.end("end"), spent=bool(_SPENT.search(told["what"])))
    if phase:
        yield extent, phase


def _approved(paragraph: Paragraph, approved: re.Match[str]) -> Named:
    """批复了甲高速公路项目可行性研究报告."""
    folded, start = paragraph.folded, approved.end()
    end = end_of_list(folded, start, WORKS_END, 2 * NAME_LENGTH + 16)
    names = members_at(folded, start, end)
    if len(names) > 1 and all(folded.endswith(("项目", "工程"), *n) and is_work_name(folded, *n) for n in names):
        yield from ((name, "planned") for name in names)
        return
    for work in WORK.finditer(folded, start, end):
        if _PAPER.match(folded, work.end()) and is_work_name(folded, start, work.end()):
            if "、" not in folded[start : work.end()]:
                yield (start, work.end()), "planned"
            return


def _won(paragraph: Paragraph, won: re.Match[str]) -> Named:
    """成功引进投资20亿元的甲加工项目."""
    folded, start = paragraph.folded, won.end()
    start, end = without_sum(folded, start, end_of_list(folded, start, WORKS_END, NAME_LENGTH + 16))
    if "、" not in folded[start:end] and WORK_END.search(folded, start, end) and is_work_name(folded, start, end):
        yield (start, end), "signed"


def _counted(paragraph: Paragraph, counted: re.Match[str]) -> Named:
    """甲基地、乙产业园2个项目进入试生产阶段."""
    folded = paragraph.folded
    names = read_enumeration(folded, counted.start("n"))
    phase = find_phase(folded, counted.start("kind"), end_of_list(folded, counted.end(), WORKS_END, 24))
    if phase and len(names) == parse_integer(counted["n"]) and all(is_work_name(folded, *name) for name in names):
        yield from ((name, phase) for name in names)


def _pushed(paragraph: Paragraph, pushed: re.Match[str]) -> Named:
    """推进甲中心、乙院区建设."""
    folded = paragraph.folded
    if "、" not in folded[max(0, pushed.start() - NAME_LENGTH) : pushed.start()]:
        return
    names = read_enumeration(folded, pushed.start(), split_pair=False)
    if len(names) < 2 or not _PUSH.search(folded, max(0, names[0][0] - 4), names[0][0]):
        return
    if all(_is_site(folded, name) for name in names):
        yield from ((name, "planned" if pushed["plan"] else "under_construction") for name in names)


def _going_up(paragraph: Paragraph, going: re.Match[str]) -> Named:
    """甲国际陆港加快建设."""
    extent = name_to(paragraph, going.end("end"))
    if extent and _is_site(paragraph.folded, extent):
        yield extent, "under_construction"


def _is_site(folded: str, name: Extent) -> bool:
    """Whether a name is that of one place that is built, and no figure of speech."""
    return is_site(folded, *name) and not ABSTRACT.search(folded, *name) and not folded.endswith("平台", *name)


FORMS: tuple[NamingForm[Phase], ...] = (
    NamingForm(
        "first in size",
        "What is the largest project of a set is named behind 为 or 是.",
        SUPERLATIVE,
        _superlative,
        examples=(
            ("集中开工的45个项目中，规模最大的是云溪抽水蓄能电站，总投资85亿元。", ("云溪抽水蓄能电站",)),
            ("集中签约项目中，单体投资最大项目为东屏烯烃材料项目。", ("东屏烯烃材料项目",)),
        ),
        counterexamples=("最大的项目是重点项目。", "集中开工活动中，占比最高的是新能源领域。"),
    ),
    NamingForm(
        "told of",
        "Place, cost or builder right behind a name are told of one work; its stage is said further on, or of its set.",
        TOLD,
        _told,
        examples=(
            ("禾丰粮油加工项目位于东江县食品产业园，总投资4亿元，今年3月开工建设。", ("禾丰粮油加工项目",)),
            ("铭泰锂电隔膜项目已完成投资3.2亿元。", ("铭泰锂电隔膜项目",)),
        ),
        counterexamples=(
            "今年开工的重点项目总投资300亿元。",
            "禾丰粮油加工项目总投资4亿元。",
            "48个项目总投资9亿元，已开工。",
        ),
    ),
    NamingForm(
        "approved",
        "Who approves a work, or a paper on it, says that it is planned.",
        APPROVED,
        _approved,
        examples=(
            ("国家发展改革委批复了青临高速公路项目可行性研究报告。", ("青临高速公路项目",)),
            ("水利部审查了青禾岭灌区工程初步设计。", ("青禾岭灌区工程",)),
        ),
        counterexamples=("省政府批复重大项目。", "批准项目建设管理办法。"),
    ),
    NamingForm(
        "won",
        "Who won an investment of a sum names the work.",
        WON,
        _won,
        examples=(("北屏县成功引进投资20亿元的益禾粮油加工项目。", ("益禾粮油加工项目",)),),
        counterexamples=("成功引进投资20亿元的重大项目。", "引进了总投资30亿元的3个项目。"),
    ),
    NamingForm(
        "counted",
        "As many names as the number behind them says are works.",
        COUNTED,
        _counted,
        examples=(
            ("青禾原料药基地、隆禾种业园2个项目进入试生产阶段。", ("青禾原料药基地", "隆禾种业园")),
            ("会上，青禾电池、云岭叶片、蓝海船舶三个项目签约。", ("青禾电池", "云岭叶片", "蓝海船舶")),
        ),
        counterexamples=("工业、农业2个项目开工。", "青禾基地、云岭产业园3个项目开工。"),
    ),
    NamingForm(
        "pushed on",
        "A list of places whose building is pushed on.",
        PUSHED,
        _pushed,
        examples=(
            ("推进江岸国际会展中心、省儿童医学中心东部院区建设。", ("江岸国际会展中心", "省儿童医学中心东部院区")),
        ),
        counterexamples=(
            "推进城乡路网、公共平台建设。",
            "推进大科学计划、大科学中心建设。",
            "推进教育强市、健康江城建设。",
        ),
    ),
    NamingForm(
        "going up",
        "A place whose building gathers speed.",
        GOING_UP,
        _going_up,
        examples=(("江岸国际陆港加快建设。", ("江岸国际陆港",)),),
        counterexamples=("产业平台加快建设。", "国际消费中心城市加快建设。"),
    ),
)
"""Forms of works of which something is told."""
