"""Single projects whose stage stands around the name: before it, right behind it, or in the name of an occasion.

stated ::= name "项目"? agreement            签署了甲算力中心项目合作协议
         | name "项目" stage occasion        甲颗粒产业化项目签约仪式
         | building name                     规划建设甲枢纽站; 新建乙制汽油项目
         | name stage                        甲繁育中心揭牌; 乙装备基地奠基
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.plan.names_before import beside, name_to
from policyparse.plan.naming import NamingForm, Paragraph, end_of_list
from policyparse.plan.phases import Phase, phase_of_word
from policyparse.plan.work_names import (
    AGREEMENT_KINDS,
    LISTED_END,
    PARTS,
    WORK_END,
    is_generic,
    is_one_of_a_kind,
    is_told_work,
    is_work_name,
    without_sum,
)

Named = Iterator[tuple[Extent, Phase]]

_SIGNING_LENGTH = 40
_BUILT_LENGTH = 60
AGREED = pattern(
    r"(?:签订|签署|签下|签约)了?(?=[\u4e00-\u9fff0-9])",
    matches=["签订了青禾项目", "签署青禾", ("签订了青禾项目", "签订了"), "签约10个项目。", "又签下大额订单。"],
    rejects=["签订。", "签署，"],
)
_AGREEMENT = pattern(
    r"(?:项目)?(?:(?&kinds))?(?:协议|合同)",
    kinds=AGREEMENT_KINDS,
    matches=[
        *("项目投资协议", ("项目合作协议", "项目合作协议"), ("建设合同", "建设合同"), "旅行社未与旅游者签订合同的"),
        "青禾基地项目协议",
    ],
    rejects=["项目投资", "合作"],
)
OCCASION = pattern(
    r"(?P<end>(?&plan.works)|(?&plan.listed_works))(?:(?&kinds)(?:协议)?(?=签约))?"
    r"(?:集中|正式)?(?P<stage>签约|开工|奠基|动工|竣工|投产|启用|通车|开园|揭牌)(?:建设)?(?:仪式|活动|典礼)",
    kinds=AGREEMENT_KINDS,
    matches=[
        *(("青禾颗粒产业化项目签约仪式", {"stage": "签约"}), "项目开工活动"),
        ("青禾华中基地意向协议签约仪式", {"end": "基地"}),
        *(("青禾港区扩建工程开工仪式", {"end": "工程", "stage": "开工"}), "重大项目集中开工活动", "项目通车活动"),
        *("项目竣工活动", "项目投产活动", "项目开工典礼", "项目奠基活动", "项目启用活动", "青禾产业园合作签约仪式"),
        *("青禾水厂正式投产仪式", "环湖隧道开工建设仪式", "环湖隧道动工仪式", "青禾科技园开园仪式"),
        "青禾实验室揭牌仪式",
    ],
    rejects=["项目签约", "企业签约仪式", "青禾产业园战略合作揭牌仪式"],
)
_OF_MANY = pattern(
    rf"招商|引资|重点|重大|亿元|批次?|第[{SMALL_ORDINAL}]次",
    matches=[
        *("年招商引资项目", "第三次专业招商重点项目", ("年批引资项目", "批"), ("年重点引资项目", "重点")),
        *(("年重大引资项目", "重大"), ("年招商引资项目", "招商"), ("年批次引资项目", "批次"), "年引资引资项目"),
        *(("年亿元引资项目", "亿元"), ("第三次专业招商重点项目", "第三次")),
    ],
    rejects=["青禾颗粒产业化项目"],
)
"""What a ceremony for many projects is named after."""
_STAGES: dict[str, Phase] = {
    "签约": "signed",
    **dict.fromkeys(("开工", "奠基", "动工"), "under_construction"),
    **dict.fromkeys(("竣工", "投产", "启用", "通车", "开园", "揭牌"), "completed"),
}
_ONE = "了|一个|一座|一条"
BUILDING = pattern(
    r"(?P<ahead>(?:(?&plan.plans_to_build)|(?:计划|拟|将)在[^，。；0-9、]{2,14}?(?:投资)?(?:建设|新建|兴建|打造)))(?:(?&one))?(?=[\u4e00-\u9fff0-9])"
    r"|(?P<now>(?&plan.builds_now))(?:(?&one))?(?=[\u4e00-\u9fff])",
    one=_ONE,
    matches=[
        *(("规划建设江北枢纽站", {"ahead": "规划建设"}), ("加快建设北川风电基地", {"now": "加快建设"})),
        ("企业计划在空港经济开发区建设青禾产业园项目", {"ahead": "计划在空港经济开发区建设"}),
        *(("规划建设一座枢纽站", "规划建设一座"), ("计划建设一条隧道", "计划建设一条")),
        *(("拟建一个产业园", "拟建一个"), ("谋划实施了水系连通工程", "谋划实施了")),
        *(("新建一座污水处理厂", "新建一座"), "计划新建3座水厂", "江城计划建设临空产业园项目。"),
        *("县里谋划实施黑龙滩水资源配置工程。", ("今年，六个省份新建了一批实验室。", "新建了")),
    ],
    rejects=["规划建设。", "新建3所", "建设青禾"],
)
INVESTED = pattern(
    r"投[资入][约达近超]?[0-9.]{1,8}万?亿?(?:美元|欧元|元)(?:，?在[^，。；0-9]{1,16}?|，)?"
    r"(?:开发建设|建设|新建|兴建|扩建|改建|实施|布局|打造|投建|开发)(?:(?&one))?",
    one=_ONE,
    matches=[
        ("将投入60亿元，在各园区开发建设风光储项目", "投入60亿元，在各园区开发建设"),
        *("投资53.5亿元在青禾县布局多能互补项目", "投资20亿元建设锂电池材料项目", "投资约3亿美元新建一座工厂"),
        *("投资2亿元，扩建青禾水厂", "投资5000万元改建泵站", "投资5亿欧元打造青禾基地", "投资1亿元投建青禾电站"),
        *("投资1亿元开发青禾矿山", "投资1亿元兴建了青禾水库", "投资1亿元在东区投资实施青禾项目"),
        *("总投资达20亿元建设甲水厂", "投资近3亿元改建甲水厂", "投资超5亿元打造甲水厂"),
        ("投资3亿元新建一座工厂", "投资3亿元新建一座"),
    ],
    rejects=[
        *("投资20亿元的项目", "投资建设锂电池材料项目", "投资20亿元。建设", "投资20个项目", "投资亿元建设水厂"),
        *("总投资20亿元在建设项目12个", "投资20亿元在江北新区先进制造和新材料产业集聚区建设电池项目"),
    ],
)
"""Who builds says for how much."""
_SIZED = pattern(
    r"[年日](?:产|处理|加工)|占地|[0-9]",
    method="match",
    matches=["年产20万吨正极材料项目", "日处理5万吨水厂", "年加工10万吨项目", "占地100亩的产业园", "3条生产线"],
    rejects=["青禾能源项目", "日用品项目"],
)
"""A work that is told by its size has no name."""
_PLANS = pattern(
    r"(?:计划|拟|将|规划|准备)[^，。；]{0,10}(?:，[^，。；]{0,12})?$",
    matches=["计划投资15亿元，", "拟", "将在城东", "规划", "准备", "计划投资15亿元，由宏远集团"],
    rejects=[*["计划", "已投资"][1:], "将县级医院提升到三级水平", "计划投资15亿元，由宏远集团和市城投公司联合"],
)
"""Before a verb of building: the work is still to come."""
ABSTRACT = pattern(
    r"(?:示范区|强[国省市县]|体系|中心城市|人才|品牌|文化|学科(?!学)|队伍|制度|机制|新高地|之城|一流|美丽|平安|法治|健康中国)",
    matches=[
        *("国际消费中心城市", "一流大学", "质量强省工程", "教育强国工程", "质量强市工程", "工业强县工程"),
        *("产业体系", "教师队伍建设工程", "美丽乡村工程", "法治广场", "体制机制创新工程", "文化惠民工程"),
        *("平安建设工程", "学科建设工程", "品牌培育工程", "制度建设工程", "人才引进工程", "航运之城"),
        *("自主创新示范区", "改革开放新高地", "健康中国行动工程"),
    ],
    rejects=["北川风电基地", "江北枢纽站", "学科学"],
)
"""What is built in a figure of speech."""
_STRONG = (
    r"(?:奠基|开工|动工|破土|封顶|竣工|建成|投产|投用|投运|揭牌|启用|开园|开馆|开业|落成|投入使用|投入运营"
    r"|通车|开通|完工|交付)"
)
SITED = pattern(
    r"(?P<end>(?&plan.listed_works)(?:(?&part))?)(?:项目)?(?P<ahead>(?:计划|预计|将|拟|力争)[^，。；、]{0,12}?)?"
    r"(?:均|都|已经?|也|正式|顺利|如期|全面|提前|建成|开工|揭牌|竣工|完成|主体|先后|相继|陆续|同步|双双|全部){0,3}"
    r"(?P<stage>(?&strong))(?!率|难|仪式|前|后|的|以来|条件)",
    part=PARTS,
    strong=_STRONG,
    matches=[
        ("青禾繁育中心揭牌投用", {"end": "中心", "stage": "投用"}),
        *(("青禾装备基地奠基", {"end": "基地", "stage": "奠基"}), "青禾园正式开园"),
        *(("青禾中心计划于2025年底建成", {"ahead": "计划于2025年底"}), "中心一期项目都已交付"),
        ("车间项目预计开工全面落成", "车间项目预计开工全面落成"),
        ("青禾园揭牌顺利竣工揭牌开园", "园揭牌顺利竣工揭牌"),
        *(("云谷数据中心二期项目建成投产。", "中心二期项目建成投产"), "中科智造产业园拟于明年3月开工。"),
        *("由宏远集团投资的生物医药中试基地项目完成竣工验收。", "青禾园均开园", "青禾园也开园", "青禾园正式通车"),
        *("青禾园正式破土", "青禾园正式投运", "青禾园正式开馆", "青禾园正式开通", "青禾园正式开业"),
        *("青禾园正式封顶", "青禾园正式完工", "青禾园正式启用", "青禾园正式动工", "青禾园提前开园"),
        *("青禾园如期开园", "青禾园主体开园", "青禾园正式投入运营", "青禾园正式投入使用", "中心一期项目都已经交付"),
        *(("车间项目预计开工全面落成", {"ahead": "预计"}), "青禾中心将于2025年底建成", "青禾中心力争于2025年底建成"),
        *("青禾园先后动工", "青禾园相继动工", "青禾园陆续动工", "青禾园同步动工", "青禾园双双动工"),
        "青禾园全部动工",
    ],
    rejects=[
        *("青禾中心的", "中心开工率", "中心工作", "青禾园正式开园难", "青禾园正式开园的", "青禾园正式开园后"),
        *("青禾园正式开园前", "青禾园正式开园条件", "青禾园正式开园以来", "副市长李小明出席青河水库项目开工仪式。"),
        "青禾中心计划于2025年底前后分两个阶段建成",
    ],
)
_COMPLETING = ("建成", "竣工", "投产", "投用", "投运", "揭牌", "启用", "开园", "开馆", "开业", "落成", "投入使用")
_TO_COME = pattern(
    r"(?:将|预计|计划|力争|有望|确保|争取|拟)[^，。；]{0,14}$",
    matches=["将于9月", "预计", "拟", "计划", "确保", "有望", "力争", "争取"],
    rejects=["已", "将来，", "将总部迁到经济技术开发区的宏远集团"],
)
_CLAUSE_END = pattern(
    r"[，。；！？：、…]|等|和(?=[^，。]{2,20}(?:项目|工程))",
    matches=[
        *("青禾水厂等", "甲水厂和云岭电站项目", "甲水厂和云岭迁建工程"),
        ("能源和化工装备以及大数据产业与科技成果转化基地，", "，"),
    ],
    rejects=["青禾水厂", "青禾水厂和云岭电站", "甲水厂和项目部"],
)


def _agreed(paragraph: Paragraph, agreed: re.Match[str]) -> Named:
    """签署了甲算力中心项目合作协议."""
    folded, start = paragraph.folded, agreed.end()
    limit = end_of_list(folded, start, _CLAUSE_END, _SIGNING_LENGTH)
    agreement = _AGREEMENT.search(folded, start, limit)
    if agreement is None and not folded.endswith("项目", start, limit):
        return
    end = agreement.start() + (2 if agreement[0].startswith("项目") else 0) if agreement else limit
    start, end = without_sum(folded, start, end)
    ends = folded.endswith("项目", start, end) or LISTED_END.search(folded, start, end)
    if ends and is_told_work(folded, start, end):
        yield (start, end), "signed"


def _at_occasion(paragraph: Paragraph, occasion: re.Match[str]) -> Named:
    """甲颗粒产业化项目签约仪式."""
    extent = name_to(paragraph, occasion.end("end"))
    if extent and not is_generic(paragraph.folded[slice(*extent)]) and not _OF_MANY.search(paragraph.folded, *extent):
        yield extent, _STAGES[occasion["stage"]]


def _invested(paragraph: Paragraph, invested: re.Match[str]) -> Named:
    """甲集团投资53.5亿元在乙县布局丙综合能源项目."""
    folded, start = paragraph.folded, invested.end()
    end = end_of_list(folded, start, _CLAUSE_END, _BUILT_LENGTH)
    extent = None if _SIZED.match(folded, start, end) else _one_work(folded, start, end)
    if extent and paragraph.occasion == "signed":
        yield extent, "signed"
    elif extent:
        before = (max(0, invested.start() - 24), invested.start())
        yield extent, "planned" if _PLANS.search(folded, *before) else "under_construction"


def _one_work(folded: str, start: int, end: int) -> Extent | None:
    """The one work that a verb governs to the end of its clause."""
    if folded[end : end + 1] in ("、", "") or folded.startswith(("等", "和"), end):
        return None
    start, end = without_sum(folded, start, end)
    if is_one_of_a_kind(folded[start:end]):
        return start, end
    if not WORK_END.search(folded, start, end) or ABSTRACT.search(folded, start, end):
        return None
    return (start, end) if is_work_name(folded, start, end) and not is_generic(folded[start:end]) else None


def _building(paragraph: Paragraph, building: re.Match[str]) -> Named:
    """规划建设甲枢纽站; 加快建设乙风电基地; 新建丙制汽油项目."""
    folded, start = paragraph.folded, building.end()
    end = end_of_list(folded, start, _CLAUSE_END, _BUILT_LENGTH)
    extent = _one_work(folded, start, end)
    if extent is None:
        return
    before = (max(0, building.start() - 24), building.start())
    if building["ahead"]:
        yield extent, "planned"
    elif building["now"] != "新建":
        yield extent, "under_construction"
    elif _PLANS.search(folded, *before):
        yield extent, "planned"


def _sited(paragraph: Paragraph, sited: re.Match[str]) -> Named:
    """甲繁育中心揭牌投用; 乙装备基地奠基."""
    folded = paragraph.folded
    end = sited.end("end") + (2 if folded.startswith("项目", sited.end("end")) else 0)
    extent = name_to(paragraph, end)
    if extent is None or is_generic(folded[slice(*extent)]) or ABSTRACT.search(folded, *extent):
        return
    phase = _stage(sited["stage"])
    ahead = sited["ahead"] or _TO_COME.search(folded, max(0, extent[0] - 20), extent[0])
    if ahead:
        phase = "under_construction" if phase == "completed" else "planned"
    yield extent, phase
    yield from ((other, phase) for other in beside(folded, extent[0]))


def _stage(word: str) -> Phase:
    return "completed" if word in _COMPLETING else phase_of_word(word)


FORMS: tuple[NamingForm[Phase], ...] = (
    NamingForm(
        "agreement",
        "An agreement on a project says that it is signed.",
        AGREED,
        _agreed,
        examples=(
            ("双方签署了江岸智算中心项目合作协议。", ("江岸智算中心项目",)),
            ("与乙集团签订总投资3亿元的青禾叶片项目投资协议，", ("青禾叶片项目",)),
        ),
        counterexamples=("双方签署战略合作协议。", "签订项目合作协议3份。", "与企业签订劳动合同。"),
    ),
    NamingForm(
        "occasion",
        "A ceremony bears the name of the project and its stage.",
        OCCASION,
        _at_occasion,
        examples=(("8月19日，青禾颗粒产业化项目签约仪式举行。", ("青禾颗粒产业化项目",)),),
        counterexamples=("全市重大项目签约仪式举行。", "招商项目开工活动", "甲县招商引资项目集中签约仪式举行。"),
    ),
    NamingForm(
        "built",
        "A verb of planning or building governs one named work to the end of its clause.",
        BUILDING,
        _building,
        examples=(
            ("规划建设江岸综合枢纽站。", ("江岸综合枢纽站",)),
            ("县里谋划实施黑龙岭水资源配置工程。", ("黑龙岭水资源配置工程",)),
            ("计划投资15亿元，新建甲醇制汽油项目。", ("甲醇制汽油项目",)),
        ),
        counterexamples=(
            "加快建设国际消费中心城市。",
            "计划建设一批重大项目。",
            "加快建设交通强国。",
            "规划建设医院。",
        ),
    ),
    NamingForm(
        "invested",
        "A sum and a verb of building govern one named work to the end of its clause.",
        INVESTED,
        _invested,
        examples=(
            ("甲集团投资53.5亿元在青禾县布局多能互补综合能源示范项目，", ("多能互补综合能源示范项目",)),
            ("某公司投资20亿元建设锂电池正极材料项目。", ("锂电池正极材料项目",)),
        ),
        counterexamples=("去年投资20亿元建设一批重点项目。", "投资3亿元建设基础设施。", "投资2亿元实施老旧小区改造。"),
    ),
    NamingForm(
        "opened or begun",
        "A strong word of a stage right behind a name ends it.",
        SITED,
        _sited,
        examples=(
            ("8月16日，星谷低空装备基地奠基。", ("星谷低空装备基地",)),
            ("丰禾蔬菜种苗繁育中心揭牌投用。", ("丰禾蔬菜种苗繁育中心",)),
        ),
        counterexamples=("产业园区开工率提高。", "一批民生项目建成投用。", "新平台投用。"),
    ),
)
"""Forms of single works."""
