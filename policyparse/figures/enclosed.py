"""Numbers that stand inside what they measure (嵌在名称之中的数).

enclosed ::= verb "总规模" number "的" thing          设立总规模100亿元的基金: 基金总规模
| "总投资" number "的" work                   总投资30亿元的甲产业园开工: 甲产业园总投资
| "提高" ratio thing                         提高10%报销比例: 提高报销比例
| "全长" number "的" work                     全长120公里的甲铁路开通: 甲铁路全长
| "形成" number attainment                      形成2000亿元销售规模: 形成销售规模
| "进口" sum "的" goods                        进口1亿美元的设备: 进口设备
| receiver "给予" number thing               对企业给予最高50万元补助: 给予补助
| class "中，" property "的有" number          40个行业中，增长的有30个: 增长的行业
"""

from policyparse.figures.clauses import Clause
from policyparse.figures.metric_grammar import ACT
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

_GIVEN = pattern(
    r"[对向为给按][^，。；]{2,36}?(?P<verb>给予|予以|发放|提供|安排|拨付)$",
    matches=[
        *(("对企业给予", {"verb": "给予"}), "向农户发放", "给企业给予", "按企业给予", "向农户提供", "向农户拨付"),
        *("向农户安排", "向农户予以", "为企业给予"),
    ],
    rejects=[
        *("企业给予", "对企业给予的", "向县发放"),
        "向受灾较重的山区乡镇困难群众、老年人家庭、残疾人家庭以及因灾返贫的脱贫户和监测户发放",
    ],
)
_THING = pattern(
    r"的?(?P<thing>[\u4e00-\u9fff]{2,10})(?=[，。；、）]|$)",
    method="match",
    matches=[("一次性奖励，", {"thing": "一次性奖励"}), ("的补助。", {"thing": "补助"}), "奖励"],
    rejects=["奖励3万元", "，", "县。", "中央财政农业生产发展资金。"],
)
_TOTAL = pattern(
    r"总(?:规模|投资|面积|建筑面积|库容|装机|装机容量|产能|长度|里程|产值|额)$",
    matches=[
        *("设立总规模", "总投资", "总额", "总面积", "总长度", "总里程", "总装机", "总库容", "总产能", "总产值"),
        *("总装机容量", "总建筑面积"),
    ],
    rejects=["总投资的", "规模"],
)
_LENGTHS = frozenset(("全长", "总长", "总长度", "线路全长", "主线全长", "正线全长", "全线长"))
_MORE = pattern(
    r"(?:、[^，。；、的\0]{2,16}){0,2}(?=的)",
    method="match",
    matches=["、总投资30亿元的", "的铁路", ("、总投资30亿的的", "、总投资30亿")],
    rejects=[
        *("铁路", "，总投资30亿元的", "、县的", "、总投资30亿元、年产值50亿元、年税收2亿元的"),
        "、占地面积约相当于二十八个标准足球场的",
    ],
)
"""After a length: further properties of the same work."""
_OWNER = pattern(
    r"的(?P<thing>[\u4e00-\u9fffA-Za-z“”+]{2,24})(?=[，。；]|$)",
    method="match",
    matches=[("的产业基金。", {"thing": "产业基金"}), "的产业基金"],
    rejects=["产业基金。", "的产业基金3只", "的县。", "的支持全省制造业企业开展智能化改造和数字化转型引导基金。"],
)
_OF_THOSE = pattern(
    r"\0[^，。；、\0]{0,8}?(?P<class>[^，。；、\0的]{1,12})(?:之中|当中|中)，$",
    matches=[
        ("\0\0个行业中，", {"class": "个行业"}),
        ("\0\0家规模以上高技术制造业重点企业中，", {"class": "以上高技术制造业重点企业"}),
        ("\0\0家规模以上高技术制造业重点企业当中，", {"class": "以上高技术制造业重点企业"}),
        ("\0\0家规模以上高技术制造业重点企业之中，", {"class": "以上高技术制造业重点企业"}),
    ],
    rejects=[
        *("行业中，", "\0\0个行业，", "\u0000\u0000个行的中，", "\u0000\u0000县中，增长的有3个，"),
        "\0\0家纳入国家统计局直报平台的规模以上高技术制造业企业中，",
    ],
)
_SUCH = pattern(
    r"的(?=(?:共|仅|只|就|约)?有$)",
    matches=["增长的有", "增长的共有", "增长的约有", "增长的就有", "增长的只有", "增长的仅有"],
    rejects=["增长的", "的有关"],
)
_CLASS_LENGTH = 40
"""The class stands no further before those of it that are counted, in characters."""
_EASED = pattern(
    r"(?:提高|降低|减免|减少|增加|下调|上调|节约|节省|返还|优惠|上浮|下浮|压减|减征)了?$",
    matches=[
        *("提高", "减免了", "降低", "返还", "节约", "节省", "增加", "压减", "减征", "减少", "优惠", "下调", "下浮"),
        *("上调", "上浮"),
    ],
    rejects=["提高的", "报销"],
)
_RATE_OF = pattern(
    r"(?P<thing>[^的，。；、\d\0]{0,6}?(?:比例|标准|费用|成本|税|租金|费|利率|价格|用水|用电|用工|用量|时间|时长|开支|支出|额度|投入))"
    r"(?=的|，|。|；|、|$)",
    method="match",
    matches=[
        *(("报销比例。", {"thing": "报销比例"}), "运输成本，", "用水", "费。", "税。", "额度。", "费用。", "租金。"),
        *("用量。", "用电。", "用水；", "用水、", "用工。", "标准。", "时间。", "时长。", "支出。", "投入。"),
        *("开支。", "利率。", "价格。", "报销比例的待遇，示范区节省15%用水。"),
    ],
    rejects=["企业。", "比例关系", "报的比例。", "农产品冷链物流运输成本，"],
)
_RATIOS = frozenset({"%", "‰", "成"})
_WORK = pattern(
    r"(?:的|(?!(?&figures.planning_verb)|用于))(?P<thing>[^，。；、的等\d\0]{2,24}?(?:(?&plan.works)|(?&plan.listed_works))(?:(?&digit)期)?(?:建设)?(?:项目)?)"
    r"(?=[等是为正顺全已将开签竣投建点落在于从自由占选获实如陆成，。；、]|主体|主要|$|(?:[、和及与]|以及)(?:计划)?(?:总)?投资)",
    method="match",
    digit=f"[{SMALL_ORDINAL}]",
    matches=[
        *(("的气体工厂建设项目", {"thing": "气体工厂建设项目"}), ("的青江大桥建设，", {"thing": "青江大桥建设"})),
        *(("的甲产业园开工", {"thing": "甲产业园"}), ("的蓝晶硅片项目和总投资", {"thing": "蓝晶硅片项目"})),
        *(("的乙电站二期，", {"thing": "乙电站二期"}), "的产业园以及计划投资", "的东湖景区及投资"),
        *("的东湖景区与投资", "的产业园", "的产业园顺", "的产业园选", "的产业园落", "的产业园获", "的产业园自"),
        *("青禾磷酸铁锂项目已", "的产业园实", "的产业园如", "的产业园陆", "的产业园成", "的产业园、"),
        *("的产业园竣", "的产业园由", "的产业园点", "的产业园正", "的产业园投", "的产业园已", "的产业园将"),
        *("的产业园占", "的产业园全", "的产业园从", "的产业园于", "的产业园为", "的产业园主要", "的产业园主体"),
        *("的青禾食品基地签约。", "的东江高速公路建成通车。", "的青河铁路在东江市开通运营。"),
        *("的云岭光伏玻璃项目是全县最大的项目。", "的青峰食品基地等项目签约。"),
    ],
    rejects=[
        *(
            "的产业园服务能力",
            "的道路等配套公园开工",
            "建设甲产业园开工",
            "用于甲产业园，",
            "的企业开工",
            "的县项目是全县最大的项目。",
        ),
        "的年产三十万吨动力电池高纯度电解液及其配套添加剂新材料产业园开工",
    ],
)
_GOVERNING = pattern(
    r"(?:(?&act)|(?&plan.package_verb))了?$", act=ACT, matches=["全县签约", "启动了"], rejects=["签约的", "产值"]
)
"""Before a total: the verb whose object has it."""


_ATTAINED = pattern(
    r"(?:形成|实现|新增|创造|带来|达成|贡献)了?$",
    matches=["在当地形成", "新增", "达成", "贡献", "带来", "实现", "创造", "新增了"],
    rejects=["形成的", "产值"],
)
_ATTAINMENT = pattern(
    r"的?(?P<thing>[\u4e00-\u9fff]{0,6}(?:规模|产值|收入|税收|利润|投资|产能|能力|销售额|营收|库容))(?=的|，|。|；|、|$)",
    method="match",
    matches=[
        *(("销售规模的重要基地", {"thing": "销售规模"}), ("的年产值，", {"thing": "年产值"}), "产能", "产能；"),
        *("产能。", "产能、", "的年营收，", "的年能力，", "的年税收，", "的年收入，", "的年投资，", "的年库容，"),
        *("的年利润，", "的年销售额，"),
    ],
    rejects=["企业，", "规模企业", "的规模以上工业企业产值，"],
)
"""Around a number: what is attained (形成 2000亿元 销售规模)."""
_INVESTED = pattern(
    r"(?:签订|签署|签下|签约|引进|落户)了?(?P<sum>总?投资)$",
    matches=[
        *(("与青禾集团签订投资", {"sum": "投资"}), ("全县签约总投资", {"sum": "总投资"}), "与青禾集团签署投资"),
        *("一口气签下投资", "园区落户投资", "成功引进了总投资"),
    ],
    rejects=["投资", "签订的投资", "签约投资额"],
)
"""Before the sum of a work that was signed (签订 投资 28亿元的甲工厂项目)."""
_SUM = pattern(
    r"(?:计划|拟|预计|规划|协议|概算|估算)?总?投资额?",
    method="fullmatch",
    matches=[
        "总投资",
        "计划投资",
        "投资",
        "预计总投资",
        "投资额",
        "协议投资额",
        "概算投资",
        "规划总投资",
        "估算投资",
        "拟投资",
    ],
    rejects=["完成投资", "总投资为", "固定资产投资"],
)
"""Before a sum, alone in its clause: the sum is that of the work behind it (计划投资 1.6亿元的甲基地项目)."""
_SPENT = pattern(
    r"由[^，。；]{2,36}(?P<sum>投资)$",
    matches=[("由城投集团投资", {"sum": "投资"})],
    rejects=[
        *("城投集团投资", "由城投集团投资的", "由我投资"),
        "由省交通投资集团、市城市建设投资公司、县国有资产经营公司以及三家民营企业共同出资并投资",
    ],
)
_BUILT = pattern(
    r"(?:建设|兴建|打造|承建)(?=的)",
    method="match",
    matches=["建设的甲基地", "兴建的冷链基地", "打造的文旅小镇", "承建的变电站"],
    rejects=["建设甲基地"],
)
"""Around a sum: who builds what for it (由甲集团投资 28亿元 建设的乙基地)."""
_TRADED = pattern(
    r"(?:进口|出口|采购|购买|购置|销售|买入|引进)了?$",
    matches=["三期项目进口", "采购了", "销售了", "购置了", "购买了", "引进了", "出口了", "买入了"],
    rejects=["进口的", "产值"],
)
_GOODS = pattern(
    r"的(?P<thing>[^，。；、的\d\0]{2,14}?)(?=[，。；、]|$|预计|可|将|已|用于|等)",
    method="match",
    matches=[
        *(("的先进生产设备预计可以", {"thing": "先进生产设备"}), ("的农产品，", {"thing": "农产品"})),
        *(("的茶预计可以", "的茶预计"), "的农产品", ("的农产品等", "的农产品"), ("的农产品已", "的农产品")),
        *(("的农产品将", "的农产品"), ("的农产品用于", "的农产品")),
    ],
    rejects=["设备，", "的产品的", "的智能化数字化自动化成套生产设备，"],
)
"""Around a sum of money: what was bought or sold for it (进口 1.2亿美元 的先进设备)."""


def enclosed(masked: str, quantity: Quantity, left: Extent, left_from: int, clause: Clause) -> list[Extent] | None:
    """The name of a number that stands inside it, None where it does not.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        quantity: The number.
        left: What stands before it, trimmed.
        left_from: Where the words that belong to it begin.
        clause: Its clause.
    """
    if quantity.dimension == "count":
        return _of_those(masked, quantity, left, left_from, clause)
    given = _GIVEN.search(masked, *left)
    if given:
        thing = _THING.match(masked, quantity.end, clause.end)
        return [given.span("verb"), thing.span("thing")] if thing else None
    if governed := _governed(masked, quantity, left, clause):
        return governed
    eased = _EASED.search(masked, *left) if quantity.unit in _RATIOS else None
    if eased and (thing := _RATE_OF.match(masked, quantity.end, clause.end)):
        return [eased.span(), thing.span("thing")]
    if masked[slice(*left)] in _LENGTHS and (more := _MORE.match(masked, quantity.end, clause.end)):
        work = _WORK.match(masked, more.end(), clause.end)
        return [work.span("thing"), left] if work else None
    if _SUM.fullmatch(masked, *left) and (work := _WORK.match(masked, quantity.end, clause.end)):
        return [work.span("thing"), left]
    total = _TOTAL.search(masked, *left)
    if total is None or not masked.startswith("的", quantity.end):
        return None
    if _GOVERNING.search(masked, left[0], total.start()):
        owner = _OWNER.match(masked, quantity.end, clause.end) or _WORK.match(masked, quantity.end, clause.end)
        return [owner.span("thing"), total.span()] if owner else [total.span()]
    return None


def _governed(masked: str, quantity: Quantity, left: Extent, clause: Clause) -> list[Extent] | None:
    """What a verb before the number governs: 形成2000亿元销售规模, 进口1亿美元的设备, 签订投资28亿元的甲项目."""
    if (invested := _INVESTED.search(masked, *left)) and (work := _WORK.match(masked, quantity.end, clause.end)):
        return [work.span("thing"), invested.span("sum")]
    spent = _SPENT.search(masked, *left)
    built = _BUILT.match(masked, quantity.end, clause.end) if spent else None
    if spent and built and (work := _WORK.match(masked, built.end(), clause.end)):
        return [work.span("thing"), spent.span("sum")]
    for verb, governed in ((_ATTAINED, _ATTAINMENT), (_TRADED, _GOODS)):
        begun = verb.search(masked, *left)
        found = governed.match(masked, quantity.end, clause.end) if begun else None
        if begun and found:
            return [begun.span(), found.span("thing")]
    return None


def _of_those(masked: str, quantity: Quantity, left: Extent, left_from: int, clause: Clause) -> list[Extent] | None:
    """The class that the clause before gives, of which the number counts those with a property."""
    such = _SUCH.search(masked, left_from, quantity.start)
    if such is None or such.start() < left[0]:
        return None
    whole = _OF_THOSE.search(masked, max(clause.part[0], clause.start - _CLASS_LENGTH), clause.start)
    return [(left[0], such.end()), whole.span("class")] if whole else None
