"""Numbers that stand inside what they measure (嵌在名称之中的数).

enclosed ::= verb "总规模" number "的" thing          设立总规模100亿元的基金: 基金总规模
| receiver "给予" number thing               对企业给予最高50万元补助: 给予补助
| class "中，" property "的有" number          40个行业中，增长的有30个: 增长的行业
"""

import re
from functools import cache

from policyparse.core.model import Extent
from policyparse.entities.quantities import Quantity
from policyparse.plan.clauses import Clause
from policyparse.plan.lexicon import alternation

_GIVEN = re.compile(r"[对向为给按][^，。；]{2,36}?(?P<verb>给予|予以|发放|提供|安排|拨付)$")
_THING = re.compile(r"的?(?P<thing>[\u4e00-\u9fff]{2,10})(?=[，。；、）]|$)")
_TOTAL = re.compile(r"总(?:规模|投资|面积|建筑面积|库容|装机|装机容量|产能|长度|里程|产值|额)$")
_OWNER = re.compile(r"的(?P<thing>[\u4e00-\u9fffA-Za-z“”+]{2,24})(?=[，。；]|$)")
_OF_THOSE = re.compile(r"\0[^，。；、\0]{0,8}?(?P<class>[^，。；、\0的]{1,12})(?:之中|当中|中)，$")
_SUCH = re.compile(r"的(?=(?:共|仅|只|就|约)?有$)")
_LONGEST_CLASS = 40


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
    total = _TOTAL.search(masked, *left)
    if total and masked.startswith("的", quantity.end) and _governing().search(masked, left[0], total.start()):
        owner = _OWNER.match(masked, quantity.end, clause.end)
        return [owner.span("thing"), total.span()] if owner else [total.span()]
    return None


def _of_those(masked: str, quantity: Quantity, left: Extent, left_from: int, clause: Clause) -> list[Extent] | None:
    """The class that the clause before gives, of which the number counts those with a property."""
    such = _SUCH.search(masked, left_from, quantity.start)
    if such is None or such.start() < left[0]:
        return None
    whole = _OF_THOSE.search(masked, max(clause.part[0], clause.start - _LONGEST_CLASS), clause.start)
    return [(left[0], such.end()), whole.span("class")] if whole else None
