"""Units and measure words that stand after a number (计量单位、量词)."""

from functools import cache
from typing import Literal

from policyparse.knowledge.lexicon import any_of, lexicon
from policyparse.knowledge.pattern import pattern

Dimension = Literal["measure", "duration", "count"]

_PER_PERSON = frozenset({"人", "户", "人次", "台", "辆", "次"})
"""Measure words that a rate is given by: 元/人."""


@cache
def dimensions() -> dict[str, Dimension]:
    """The dimension of every unit: a measure (%, 吨), a duration (年, 小时) or a measure word (个, 家)."""
    found: dict[str, Dimension] = {}
    for name, group in lexicon("units").items():
        dimension: Dimension = "measure" if name[0] == "m" else "duration" if name[0] == "d" else "count"
        found.update(dict.fromkeys(group.words, dimension))
    return found


def dimension_of(unit: str) -> Dimension:
    """The dimension of a unit; a rate (元/平方米) and no unit are measures."""
    return dimensions().get(unit, "measure")


def _unit() -> str:
    """Any unit where its guards allow it; one of Latin letters ends where they end."""
    guards = {unit: "(?![A-Za-z])" for unit in dimensions() if unit[-1].isascii() and unit[-1].isalpha()}
    for group in lexicon("units").values():
        guards |= {unit: f"(?!{any_of(''.join(others))})" for unit, others in group.not_before.items()}
    return any_of(dimensions(), guards)


def _base() -> str:
    """What a rate may be given by."""
    return any_of(unit for unit, dimension in dimensions().items() if dimension != "count" or unit in _PER_PERSON)


UNIT = pattern(
    r"\s?(?P<unit>(?&unit)(?:(?:/|每)[百千万]?(?&base))?)",
    method="match",
    unit=_unit,
    base=_base,
    matches=[
        *(("元/平方米的", {"unit": "元/平方米"}), ("千瓦时/百公里", {"unit": "千瓦时/百公里"})),
        *((" 公里", {"unit": "公里"}), ("GWh，", {"unit": "GWh"}), ("元/人", {"unit": "元/人"})),
        *(("个，", {"unit": "个"}), ("元每人", "元每人")),
    ],
    rejects=["个性", "GWx", "家庭", "届", "，个"],
)
CURRENCY = pattern(
    r"(?:(?P<dollar>(?:US)?\$)|(?P<yuan>[￥¥]|人民币)|(?P<euro>€)|(?P<pound>£)"
    r"|(?P<word>新台币|台币|港币|澳门币|美元|美金|欧元|日元|英镑))\s?$",
    matches=[
        *(("进口US$", {"dollar": "US$"}), ("总额￥", {"yuan": "￥"}), ("投资新台币", {"word": "新台币"}), "约€"),
        *("约£", "出口$", "约£ ", "投资英镑", "投资美金", "投资美元", "投资港币", "投资欧元", "投资日元"),
        *("投资台币", "投资澳门币", "总额人民币"),
    ],
    rejects=["￥的", "元"],
)
"""The mark or name of a currency before a number."""
_CURRENCIES = {"dollar": "美元", "yuan": "元", "euro": "欧元", "pound": "英镑"}
_LENGTH = 5


def currency_before(folded: str, start: int) -> tuple[int, str] | None:
    """The currency whose mark or name stands before a number.

    Args:
        folded: Width-folded text.
        start: Offset of the number.

    Returns:
        Where it begins, and its unit; None where there is none.
    """
    mark = CURRENCY.search(folded, max(0, start - _LENGTH), start)
    if mark is None or mark.lastgroup is None:
        return None
    return mark.start(), _CURRENCIES.get(mark.lastgroup) or mark[mark.lastgroup]


def initials() -> frozenset[str]:
    """The characters that units begin with."""
    return frozenset(unit[0] for unit in dimensions())
