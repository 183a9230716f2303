"""The thing that a number counts, where it stands after the number (数后之物).

thing  ::= "的"? noun predicate?              3000多家 医疗机构提供“互联网+护理服务”
ends   ::= "让" | "使" | "和" … "的"            500个 “口袋公园”让居民推窗见绿: “口袋公园”
traits ::= four "、" four "的"                 300个 干净整洁、设施齐全的停车场: 停车场
source ::= "来自" | "用于" … thing             新增用电量 60% 来自制造业
"""

from policyparse.figures.metric_grammar import ACTS, CHANGED, GROWTH, STATED, VERB_OF_NEXT
from policyparse.figures.trimming import LONGEST
from policyparse.knowledge.pattern import pattern
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

RATIOS = frozenset({"%", "‰", "个百分点", "百分点", "个千分点", "个基点", "基点", "成", "倍", "番"})
"""Units of ratios and changes."""
_SHORT = 6
"""Before a measure without 的 (新疆3500多万亩棉花) only so short a name, in characters, leaves the thing after it."""
_NO_THING = pattern(
    r"(?:（|以上|以下|左右|并|及|和|、|用于|来自|同比|环比|为|是|在(?!建|岗|校|库|册|研)|到|至|占|比|较|向(?![导阳日])"
    r"|对(?![口外接标照子虾联])|参加|参与|前往|赴(?!会)|增长|下降|目前|其中|不等|均|都|将|也|，|。|；|：|）|”|\)|之|就(?![业诊学读])|了|的$)",
    method="match",
    matches=[
        *("并完成", "和乙县", "在全市", "向企业", "对企业", "赴外地", "的", "，其中", "左右", "均为", "；", "："),
        *("）", "（", "都", "较", "至", "是", "就", "将", "及", "占", "了", "也", "之", "为", "。", "”", ")"),
        *("目前", "用于", "环比", "来自", "增长", "同比", "参加", "参与", "前往", "其中", "以下", "以上", "不等"),
        *("下降", "到\u0000\u0000\u0000\u0000\u0000", "比例进行精减。", "、总投资33亿元。"),
    ],
    rejects=[
        *("就诊人次", "就学学生", "就读学生", "的企业", "企业", "就业", "在建电站", "向导", "对口支援", "赴会代表"),
        *("对虾", "对联", "对照", "对标", "对接", "对子", "向阳花", "向日葵", "对外贸易", "在研项目", "在校学生"),
        *("在库企业", "在岗职工", "在册企业"),
    ],
)
"""After a number: no thing follows."""
_GOAL_OR_LEVEL = pattern(
    r"的?(?:目标|水平|速度|增速|高位|较高水平|预期|好成绩|成绩|大关|关口|规模|(?:建设|控制|约束|最低|最高|基本){0,2}(?:红线|底线|上限|下限)|区间)",
    method="match",
    matches=[
        *("的目标", "高位", "大关", "控制红线", "的建设底线。", "速度", "规模", "红线", "水平", "成绩", "增速"),
        *("关口", "好成绩", "较高水平", "约束红线", "最高红线", "最低红线", "控制下限", "控制上限", "基本红线"),
        *("的预期目标。", "的区间值，实际增长是6.8%。"),
    ],
    rejects=["的企业", "项目", "基本约束基本红线"],
)
"""After 的: what a number reaches, and not what it counts."""
_ONE = pattern(
    r"\0{2,4}(?=的)",
    method="match",
    matches=["\0\0的煤"],
    rejects=["\0\0煤", "的煤", "\u0000的煤", "\u0000\u0000\u0000\u0000\u0000的煤"],
)
"""一吨 of 1000元一吨的煤."""
_CLASS_RATE = pattern(
    r"(?:率|增速|占比|比重|增幅|涨幅|降幅|比例)$",
    matches=["增长率", "增速", "降幅", "涨幅", "比重", "比例", "增幅", "占比"],
    rejects=["率的", "产值"],
)
_ENDS = pattern(
    r"(?:(?<![转出忍谦礼])让(?!利|渡|步)|使得|(?:[促迫致]|(?<![大天出即]))使(?!用|馆|命|者|领)|令(?=[\u4e00-\u9fff]{2}))(?=[\u4e00-\u9fff])"
    r"|(?<=项目|工程|企业)(?:主要|重点)?(?:聚焦|涵盖|涉及|覆盖|包括|包含|扎实|顺利)"
    r"|(?<=项目|工程|企业|单位|机构|园区|基地)(?:和|与|及|以及)(?=[^，。；\0]{6,40}的[\u4e00-\u9fff])",
    matches=[
        *("项目涵盖交通和水利", "项目涉及多个民生领域", "项目包括学校和医院", "项目包含两条支线"),
        *("水利工程扎实推进", "安置工程顺利通过验收", "企业重点覆盖新能源领域", "公园让居民推窗见绿"),
        *("改革使得成本下降", "措施促使企业转型", "令居民满意", "项目主要聚焦产业升级"),
        *("项目和总投资三十亿元以上的工程", ("措施迫使企业转型", "迫使"), "措施使企业转型"),
        *(("改革使得成本下降", "使得"), ("措施致使企业转型", "致使"), ("措施促使企业转型", "促使")),
        *("项目及总投资三十亿元以上的工程", "项目与总投资三十亿元以上的工程", "机构和总投资三十亿元以上的工程"),
        *("工程和总投资三十亿元以上的工程", "基地和总投资三十亿元以上的工程", "园区和总投资三十亿元以上的工程"),
        *("单位和总投资三十亿元以上的工程", "企业和总投资三十亿元以上的工程", "项目以及总投资三十亿元以上的工程"),
    ],
    rejects=[
        *("课程内容包含非遗技艺", "转让土地", "让利", "使用", "大使馆", "项目和工程", "命令", "令县", "即使由"),
        *("使", "天使投资", "大使访问", "出使西域", "企业让渡", "企业让步", "措施促使馆", "措施促使领"),
        *("措施促使者", "措施促使命", "谦让居民推窗见绿", "礼让居民推窗见绿", "忍让居民推窗见绿"),
        *("转出让居民推窗见绿", "企业和种植专业户的收入", "业和互联网企业联合组建的机构参展。"),
        "项目和由省级财政安排专项资金、市县财政按比例配套、受益乡镇和村集体共同筹资并由专业公司负责运营的工程",
    ],
)
"""After a thing: whom it makes do what, or a second one with a long modifier of its own."""
_TRAITS = pattern(
    r"(?:[\u4e00-\u9fff]{4}、){1,3}[\u4e00-\u9fff]{4}的(?=[^，。；、的]{2})",
    method="match",
    matches=["干净整洁、设施齐全的停车场"],
    rejects=[
        *("干净整洁的停车场", "干净、整洁的停车场", "干净整洁、设施齐全的的的停车场", "干净整洁、设施齐全的县"),
        *("干净整洁、开放式的停车场", "开放式、设施齐全的停车场", "二十四小时、设施齐全的停车场"),
        "干净整洁、设施齐全、交通便利、价格公道、设施齐全的停车场",
    ],
)
_DISPOSED = pattern(
    r"把[^，。；：]{0,10}$", matches=["把开工的", "要把"], rejects=["把，", "开工的", "把全市各部门各单位分散建设的"]
)
_WORKED_ON = pattern(
    r"[^，。；：\0]{0,12}?(?:项目|工程|企业|任务|事项|问题|产业链|园区|单位|工作|产业|村|镇)",
    method="match",
    matches=[
        *(("项目盯紧", "项目"), ("重点企业服务好", "重点企业"), "镇盯紧", "村盯紧", "问题盯紧", "工程盯紧"),
        *("工作盯紧", "园区盯紧", "单位盯紧", "任务盯紧", "产业盯紧", "事项盯紧", ("产业链盯紧", "产业链")),
    ],
    rejects=["盯紧", "年度投资计划中列明的基础设施项目盯紧"],
)
"""After 把 and a number: the thing, without what is done to it (把开工的23个 项目 盯紧)."""
_GROWN = pattern(
    r"(?<!均)(?:同比|环比)?(?&growth)[了到至]?$",
    growth=GROWTH,
    matches=[
        *(("企业同比增长", "同比增长"), ("出口企业环比下降", "环比下降"), ("用户增长了", "增长了"), "产量升到"),
        "能耗降至",
    ],
    rejects=["增长的企业", "农户户均增收"],
)
"""At the end of a thing before the next number: how it changed by that number."""
_RANKED = pattern(
    r"位居|居(?!民|住|家)|位列|排名|排在|名列|领跑|领先|拔得",
    matches=["位居首位", "居全省第一", "领跑", "领先", "排在", "排名", "拔得", "名列", "位列", ("位居首位", "位居")],
    rejects=["居民", "企业", "居家", "居住"],
)
_SOURCE = pattern(
    r"(?:来自|来源于|源于|源自|出自|用于|投向|投入|集中[在于]|分布[在于])[^，。；、\0\d]{2,16}(?=[，。；]|$)",
    method="match",
    matches=[
        *("来自制造业。", "用于民生，", "集中在东部。", "分布于东部", "投入东部。", "源自东部。", "源于东部。"),
        *("投向东部。", "出自东部。", "集中于东部。", "来源于东部。", "分布在东部。"),
    ],
    rejects=["制造业。", "来自甲、乙", "来自3家企业。", "来自规模以上工业企业和重点现代服务业企业。", "来自县。"],
)


def thing_after(masked: str, quantity: Quantity, left: Extent, right_to: int) -> Extent | None:
    """The thing that is counted, where it stands after the number.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        quantity: The number.
        left: What stands before it, trimmed.
        right_to: Where the thing must end.
    """
    one = _ONE.match(masked, quantity.end)
    start = one.end() if one else quantity.end
    of = masked.startswith("的", start)
    if quantity.dimension == "measure" and left[0] < left[1] and _is_named(masked, quantity, left, of=of):
        return None
    if of:
        if _GOAL_OR_LEVEL.match(masked, start):
            return None
        start += 1
    if start >= right_to or _NO_THING.match(masked, start, right_to):
        return None
    if traits := _TRAITS.match(masked, start, right_to):
        start = traits.end()
    end = _end_of_thing(masked, quantity, start, right_to)
    return (start, min(end, start + LONGEST)) if end > start else None


def _is_named(masked: str, quantity: Quantity, left: Extent, *, of: bool) -> bool:
    """Whether what stands before a measure is its name, so that it counts nothing after it.

    Args:
        masked: The paragraph.
        quantity: The number.
        left: What stands before it.
        of: Whether 的 follows the number.
    """
    ratio = quantity.unit in RATIOS
    stated = ratio or STATED.search(masked, *left)
    if of:
        return bool(not ratio and stated) or bool(ratio and _CLASS_RATE.search(masked, *left))  # 增速 超过50%的 企业
    long = left[1] - left[0] > _SHORT and not ACTS.search(masked, *left)
    return bool(stated or long or CHANGED.search(masked, *left))


def _end_of_thing(masked: str, quantity: Quantity, start: int, right_to: int) -> int:
    """Where a thing ends: before its rank, before whom it makes do what, before the verb of the next number."""
    end = right_to
    if _DISPOSED.search(masked, max(0, quantity.start - 12), quantity.start):
        thing = _WORKED_ON.match(masked, start, end)
        end = thing.end() if thing else end
    if masked.endswith("以", 0, quantity.start) and (ranked := _RANKED.search(masked, start, end)):
        end = ranked.start()
    if ends := _ENDS.search(masked, start + 2, end):
        end = ends.start()
    if grown := _GROWN.search(masked, start + 2, end):
        end = grown.start() if masked[end : end + 1].isdigit() else end
    if right_to < len(masked) and (own := VERB_OF_NEXT.search(masked, start + 1, right_to)):
        end = min(end, own.start())
    while end > start and masked[end - 1] in "、和及与，的\0（“ ":
        end -= 1
    return end


def source_of(masked: str, quantity: Quantity, clause_end: int) -> list[Extent]:
    """What the part of a whole that a ratio gives comes from or goes to: 80% 来自风电.

    Args:
        masked: The paragraph, as above.
        quantity: The number.
        clause_end: Where its clause ends.
    """
    source = _SOURCE.match(masked, quantity.end, clause_end) if quantity.unit in RATIOS or not quantity.unit else None
    return [source.span()] if source else []
