"""The thing that a number counts, where it stands after the number (数后之物).

thing  ::= "的"? noun predicate?              3000多家 医疗机构提供“互联网+护理服务”
ends   ::= "让" | "使" | "和" … "的"            500个 “口袋公园”让居民推窗见绿: “口袋公园”
traits ::= four "、" four "的"                 300个 干净整洁、设施齐全的停车场: 停车场
source ::= "来自" | "用于" … thing             新增用电量 60% 来自制造业
"""

import re

from policyparse.figures.metric_grammar import ACTS, CHANGED, STATED, VERB_OF_NEXT
from policyparse.figures.trimming import LONGEST
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

RATIOS = frozenset({"%", "‰", "个百分点", "百分点", "个千分点", "个基点", "基点", "成", "倍", "番"})
"""Units of ratios and changes."""
SHORT = 6
"""Before a measure without 的 (新疆3500多万亩棉花) only so short a name leaves the thing after it."""
_STOP_RIGHT = re.compile(
    r"(?:（|以上|以下|左右|并|及|和|、|用于|来自|同比|环比|为|是|在(?!建|岗|校|库|册|研)|到|至|占|比|较|向(?![导阳日])|对(?![口外接标照子虾联])|参加|参与|前往|赴(?!会)|增长|下降|目前|其中|不等|均|都|将|也|，|。|；|：|）|”|\)|之|就|了|的?$)"
)
_AFTER_DE = re.compile(
    r"的?(?:目标|水平|速度|增速|高位|较高水平|预期|好成绩|成绩|大关|关口|规模|(?:建设|控制|约束|最低|最高|基本){0,2}(?:红线|底线|上限|下限)|区间)"
)
_ONE = re.compile(r"\0{2,4}(?=的)")
"""一吨 of 1000元一吨的煤."""
_CLASS_RATE = re.compile(r"(?:率|增速|占比|比重|增幅|涨幅|降幅|比例)$")
_ENDS = re.compile(
    r"(?:(?<![转出忍谦礼])让(?!利|渡|步)|使得|(?:[促迫致]|(?<![大天出即]))使(?!用|馆|命|者|领)|令(?=[\u4e00-\u9fff]{2}))(?=[\u4e00-\u9fff])"
    r"|(?<=项目|工程|企业|单位|机构|园区|基地)(?:和|与|及|以及)(?=[^，。；\0]{6,40}的[\u4e00-\u9fff])"
)
"""After a thing: whom it makes do what, or a second one with a long modifier of its own."""
_TRAITS = re.compile(r"(?:[\u4e00-\u9fff]{4}、){1,3}[\u4e00-\u9fff]{4}的(?=[^，。；、的]{2})")
_RANKED = re.compile("位居|居(?!民|住|家)|位列|排名|排在|名列|领跑|领先|拔得")
_SOURCE = re.compile(
    r"(?:来自于?|来源于|源于|源自|出自|用于|投向|投入到?|集中[在于]|分布[在于])[^，。；、\0\d]{2,16}(?=[，。；]|$)"
)


def thing_after(masked: str, quantity: Quantity, left: Extent, right_to: int) -> Extent | None:
    """The thing that is counted, where it stands after the number.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        quantity: The number.
        left: What stands before it, trimmed.
        right_to: Where the thing must end.
    """
    start, end = quantity.end, right_to
    if one := _ONE.match(masked, start):
        start = one.end()
    de = masked.startswith("的", start)
    if quantity.dimension == "measure" and left[0] < left[1]:
        stated = STATED.search(masked, *left) or quantity.unit in RATIOS
        acts = ACTS.search(masked, *left)
        if (stated or (left[1] - left[0] > SHORT and not acts)) if not de else stated and quantity.unit not in RATIOS:
            return None
        if not de and CHANGED.search(masked, *left):
            return None
        if de and quantity.unit in RATIOS and _CLASS_RATE.search(masked, *left):
            return None  # 增速 超过50%的 企业
    if de:
        if _AFTER_DE.match(masked, start):
            return None
        start += 1
    if start >= end or _STOP_RIGHT.match(masked, start, end):
        return None
    if traits := _TRAITS.match(masked, start, end):
        start = traits.end()
    if masked.endswith("以", 0, quantity.start) and (ranked := _RANKED.search(masked, start, end)):
        end = ranked.start()
    ends = _ENDS.search(masked, start + 2, end)
    if ends:
        end = ends.start()
    if right_to < len(masked) and (own := VERB_OF_NEXT.search(masked, start + 1, right_to)):
        end = min(end, own.start())
    while end > start and masked[end - 1] in "、和及与，的\0（“ ":
        end -= 1
    return (start, min(end, start + LONGEST)) if end - start >= 1 else None


def source_of(masked: str, quantity: Quantity, clause_end: int) -> list[Extent]:
    """What the part of a whole that a ratio gives comes from or goes to: 80% 来自风电.

    Args:
        masked: The paragraph, as above.
        quantity: The number.
        clause_end: Where its clause ends.
    """
    source = _SOURCE.match(masked, quantity.end, clause_end) if quantity.unit in RATIOS or not quantity.unit else None
    return [source.span()] if source else []
