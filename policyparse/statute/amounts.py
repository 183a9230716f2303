"""Amounts of penalties (罚款数额): 五百元以上五千元以下, 违法所得一倍以上三倍以下, 每辆二百元, 每日万分之五.

    amount ::= per? (number unit? "以上" number unit "以下" | number unit bound? | number "至" number unit)

An upper bound alone (五万元以下) has the lower end 0; what stands behind 每 is part of the text.
"""

from collections.abc import Iterator
from decimal import Decimal

from policyparse.knowledge.characters import NUMBER
from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import find_numerals
from policyparse.language.quantities import Quantity, find_quantities
from policyparse.model.base import Extent
from policyparse.model.provisions import AmountDraft

_UNITS = frozenset(("元", "倍", "%", "‰"))
"""Units of penalties; a fraction such as 万分之五 has none."""

_SHARED = pattern(
    rf"(?P<number>[{NUMBER}.]{{1,12}})元?以上(?:、|，|且)?(?:不超过)?$",
    matches=[
        *(("处二万以上", {"number": "二万"}), ("500元以上、", {"number": "500"}), "三千以上，", "一万以上且"),
        *("五百元以上不超过", ("2222222222222以上且", "222222222222以上且")),
    ],
    rejects=["二万以下", "以上", "二万元以上的"],
)
"""A lower end that has no unit of its own: 二万以上|十万元以下."""

_PER = pattern(
    r"(?:按照?)?每(?:(?!每)[^，。；、\d]){1,10}$",
    matches=[
        *(("责令改正，按每平方米", "按每平方米"), ("并处每辆", "每辆"), ("每人处", "每人处"), ("每头罚", "每头罚")),
        *(("按照每立方米处以", "按照每立方米处以"), ("以每吨", "每吨"), ("每日加处", "每日加处")),
        *(("每天加收", "每天加收"), ("每次罚款", "每次罚款")),
    ],
    rejects=["责令改正，", "每辆，", "每年5月", "每一个不按规定停放的非机动车", "每每"],
)
"""What an amount counts: 每辆, 每日."""


def find_amounts(text: str, folded: str, start: int, end: int) -> list[AmountDraft]:
    """The amounts of a penalty, in order of the text.

    Args:
        text: The text as printed.
        folded: The same, width-folded.
        start: Where the words of the penalty begin.
        end: Where they end.
    """
    stretch = folded[start:end]
    found: list[AmountDraft] = []
    for extent, value, upper, unit in _joined(stretch, [*_of_penalties(stretch)]):
        per = _PER.search(stretch, 0, extent[0])
        first = per.start() if per else extent[0]
        found.append({"text": text[start + first : start + extent[1]], "value": value, "upper": upper, "unit": unit})
    return found


def _of_penalties(stretch: str) -> Iterator[Quantity]:
    for quantity in find_quantities(stretch):
        is_fraction = not quantity.unit and 0 < quantity.value < 1
        if quantity.unit in _UNITS or is_fraction:
            yield quantity


def _joined(stretch: str, quantities: list[Quantity]) -> Iterator[tuple[Extent, Decimal, Decimal | None, str]]:
    """Quantities as ranges; two bounds of one range are one (百分之十以上百分之三十以下)."""
    index = 0
    while index < len(quantities):
        one = quantities[index]
        index += 1
        extent = (one.start, one.end)
        following = quantities[index] if index < len(quantities) else None
        if one.comparator in ("ge", "gt") and following is not None and _closes(stretch, one, following):
            index += 1
            yield (one.start, following.end), one.value, following.value, one.unit
        elif one.comparator in ("le", "lt"):
            shared = _SHARED.search(stretch, 0, one.start)
            lower = _number(shared["number"]) if shared else None
            yield (shared.start() if shared else one.start, one.end), lower or Decimal(0), one.value, one.unit
        else:
            yield extent, one.value, one.upper, one.unit


def _closes(stretch: str, one: Quantity, other: Quantity) -> bool:
    """Whether a quantity is the upper end of the range that another opens."""
    between = stretch[one.end : other.start]
    return other.comparator in ("le", "lt") and other.unit == one.unit and len(between) <= 1 and between in "、，且"


def _number(printed: str) -> Decimal | None:
    return next((numeral.value for numeral in find_numerals(printed)), None)
