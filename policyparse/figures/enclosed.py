"""Numbers that stand inside what they measure (嵌在名称之中的数).

enclosed ::= verb "总规模" number "的" thing          设立总规模100亿元的基金: 基金总规模
| "总投资" number "的" work                   总投资30亿元的甲产业园开工: 甲产业园总投资
| "提高" ratio thing                         提高10%报销比例: 提高报销比例
| "全长" number "的" work                     全长120公里的甲铁路开通: 甲铁路全长
| receiver "给予" number thing               对企业给予最高50万元补助: 给予补助
| class "中，" property "的有" number          40个行业中，增长的有30个: 增长的行业
"""

import re
from functools import cache

from policyparse.figures.clauses import Clause
from policyparse.figures.lexicon import alternation
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

_GIVEN = re.compile(r"[对向为给按][^，。；]{2,36}?(?P<verb>给予|予以|发放|提供|安排|拨付)$")
_THING = re.compile(r"的?(?P<thing>[\u4e00-\u9fff]{2,10})(?=[，。；、）]|$)")
_TOTAL = re.compile(r"总(?:规模|投资|面积|建筑面积|库容|装机|装机容量|产能|长度|里程|产值|额)$")
_LENGTHS = frozenset(("全长", "总长", "总长度", "线路全长", "主线全长", "正线全长", "全线长"))
_MORE = re.compile(r"(?:、[^，。；、的\0]{2,16}){0,2}(?=的)")
_OWNER = re.compile(r"的(?P<thing>[\u4e00-\u9fffA-Za-z“”+]{2,24})(?=[，。；]|$)")
_OF_THOSE = re.compile(r"\0[^，。；、\0]{0,8}?(?P<class>[^，。；、\0的]{1,12})(?:之中|当中|中)，$")
_SUCH = re.compile(r"的(?=(?:共|仅|只|就|约)?有$)")
_LONGEST_CLASS = 40
_EASED = re.compile(r"(?:提高|降低|减免|减少|增加|下调|上调|节约|节省|返还|优惠|上浮|下浮|压减|减征)了?$")
_RATE_OF = re.compile(
    r"(?P<thing>[^的，。；、\d\0]{0,6}?(?:比例|标准|费用|成本|税费|税|租金|费|利率|价格|用水|用电|用工|用量|时间|时长|开支|支出|额度|投入))"
    r"(?=的|，|。|；|、|$)"
)
_RATIOS = frozenset({"%", "‰", "成"})


@cache
def _work() -> re.Pattern[str]:
    return re.compile(
        rf"的(?P<thing>[^，。；、的等\d\0]{{2,24}}?{alternation('works', 'listed_works')}(?:[一二三四]期)?)"
        r"(?=[是为正顺全已将开签竣投建点落在于从自由占选获，。；]|主体|主要|$|(?:[、和及与]|以及)(?:计划)?(?:总)?投资)"
    )


@cache
def _governing() -> re.Pattern[str]:
    return re.compile(alternation("completion", "planning_verb", "package_verb") + "了?$")


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
    eased = _EASED.search(masked, *left) if quantity.unit in _RATIOS else None
    if eased and (thing := _RATE_OF.match(masked, quantity.end, clause.end)):
        return [eased.span(), thing.span("thing")]
    if masked[slice(*left)] in _LENGTHS and (more := _MORE.match(masked, quantity.end, clause.end)):
        work = _work().match(masked, more.end(), clause.end)
        return [work.span("thing"), left] if work else None
    total = _TOTAL.search(masked, *left)
    if total is None or not masked.startswith("的", quantity.end):
        return None
    if total.start() == left[0] and total[0] == "总投资":
        work = _work().match(masked, quantity.end, clause.end)
        return [work.span("thing"), total.span()] if work else None
    if _governing().search(masked, left[0], total.start()):
        owner = _OWNER.match(masked, quantity.end, clause.end) or _work().match(masked, quantity.end, clause.end)
        return [owner.span("thing"), total.span()] if owner else [total.span()]
    return None


def _of_those(masked: str, quantity: Quantity, left: Extent, left_from: int, clause: Clause) -> list[Extent] | None:
    """The class that the clause before gives, of which the number counts those with a property."""
    such = _SUCH.search(masked, left_from, quantity.start)
    if such is None or such.start() < left[0]:
        return None
    whole = _OF_THOSE.search(masked, max(clause.part[0], clause.start - _LONGEST_CLASS), clause.start)
    return [(left[0], such.end()), whole.span("class")] if whole else None
