"""Quantities: a number with its unit, how it bounds, and its upper end.

quantity   ::= comparator? number magnitude? unit comparator?
| comparator? number unit? ("至" | "—") number magnitude? unit
| number unit "以上" number unit "以下"
comparator ::= "不低于" | "超过" | "近" | "约" … | "以上" | "以内" | "左右" …
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal

from policyparse.knowledge.words import any_of
from policyparse.language.comparators import AFTER, BEFORE, CLOSING, Comparator, comparator_after, comparator_before
from policyparse.language.numerals import HAN, Numeral, find_numerals

Dimension = Literal["measure", "duration", "count"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit.

    Attributes:
        start: Offset of its first code point, comparator included.
        end: Offset after its last code point, comparator included.
        number: Offset of the first code point of the number itself.
        value: The number, magnitude multiplied out; the lower end of a range.
        upper: Upper end of a range, else None.
        unit: Unit as printed, without magnitude; empty for a bare fraction (过半, 1/4).
        comparator: How the number bounds: `ge` 以上, `gt` 超过, `le` 以内, `lt` 不足, `approx` 约, else `eq`.
        dimension: What the unit is: a measure (%, 吨), a duration (年, 小时) or a measure word (个, 家).
        bare: Whether no digit is printed, only a magnitude or 半 (上百家, 过半).
        chinese: Whether the number is written in Chinese characters.
    """

    start: int
    end: int
    number: int
    value: Decimal
    upper: Decimal | None
    unit: str
    comparator: Comparator
    dimension: Dimension
    bare: bool
    chinese: bool


_TO = re.compile(r"\s?(?:[—–~-]{1,2}|至|到)\s?(?=[\d一二三四五六七八九十百千两])")
_ORDINAL = re.compile(r"(?:第|劣|头|前|届|±|\d[时点]|NO\.?|No\.?|[A-Za-z0-9+×*#.:/~—–-])$")
_LABEL_AFTER = re.compile(r"[+×*]|-\d|:\d|强(?!度)|大(?![于约概型棚坝桥学批量])")
_RANK = re.compile(r"(?:后|倒数)$")
_RANKED = frozenset("名位")
_RANK_ENDS = ("", "：", "的", "分", "为", "是", "，", "。", "；")
_LEVEL = re.compile("(?:吨|千瓦|兆瓦|千伏|人|亩|辆|台|头|只)?级")
"""After a number: the class that it names (10万吨级码头)."""
_PERCENT_OF = {100: "%", 1000: "‰"}
_HALF = re.compile(
    r"(?P<before>超过|超|近|将近|接近|约|不到|不足)?(?:(?P<over>过半)(?!年|夜|个|百)|(?P<half>一半|半数)(?!个))(?P<after>以上|左右|多)?"
)
_FANS = re.compile(r"(?<!万)翻(?P<did>了)?(?P<number>[一两二三四五]|\d{1,2})?番")
_ENDS = ("", "，", "。", "；", "、", "）")
_BASES = ("人", "户", "人次", "台", "辆", "次")
_IS_SPAN = re.compile(r"(?:以|之)?内|以上|以下")
_ARABIC_ONLY = frozenset("角分度字道节门口把对双股方里站层期堂顶箱袋罐剂")
_NEIGHBOUR = re.compile(r"(?:(?:、|和|及|与|以及)\s?\d{1,6}(?:\.\d{1,4})?){1,5}\s?")
_INNER_SURPLUS = re.compile(r"[多几](小时|月|百分点|季度)")
_INDEX_BEFORE = re.compile(r"(?:指数|系数|[入]比|比值|得分|评分|强度)(?:[^，。；、：\d]{0,8}?)$")
_SHARED_UNIT = re.compile(
    r"(?:[、和及与]\s?[\d.]{1,6}个){0,4}[、和及与]\s?(?:上升|下降|上涨|回落|增长|提高|降低|扩大|收窄)?[\d.]{1,6}\s?(个(?:百分点|基点|月|小时|工作日))"
)


@cache
def _units() -> tuple[re.Pattern[str], dict[str, Dimension]]:
    """One pattern of all units, longest first, and the dimension of each."""
    table: dict[Dimension, dict[str, dict[str, str]]] = tomllib.loads(
        (files("policyparse.language") / "quantities.toml").read_text(encoding="utf-8")
    )  # type: ignore[assignment]
    dimensions: dict[str, Dimension] = {}
    not_before: dict[str, str] = {}
    for dimension, groups in table.items():
        for group in groups.values():
            for unit, forbidden in group.items():
                dimensions[unit] = dimension
                not_before[unit] = forbidden
    after = {u: f"(?![{forbidden}])" for u, forbidden in not_before.items() if forbidden}
    after |= {u: "(?![A-Za-z])" for u in dimensions if u[-1].isascii() and u[-1].isalpha()}
    per = any_of(u for u in dimensions if dimensions[u] != "count" or u in _BASES)
    pattern = rf"\s?(?P<unit>{any_of(dimensions, after)}(?:(?:/|每)[百千万]?{per})?)"
    return re.compile(pattern), dimensions


@cache
def _anchor() -> re.Pattern[str]:
    """A digit, or a run of Chinese numerals before what may begin a unit, a fraction, a surplus or a range."""
    _, dimensions = _units()
    follows = "".join(sorted({unit[0] for unit in dimensions} | set("分点多余几至到—–~")))
    return re.compile(rf"[0-9{HAN}](?:(?<=[0-9])|[{HAN}]{{0,15}}(?=[\s{re.escape(follows)}-]))")


def find_quantities(folded: str) -> Iterator[Quantity]:
    """Find the quantities of a text, in order.

    Numbers without a unit, ordinals (第20届), labels (PM2.5, “1+3+4”, 010-53684885), calendar dates and
    indefinite numbers (数十家, 几百人) are none.

    Args:
        folded: Width-folded text.
    """
    end = 0
    found = sorted([*_with_units(folded), *_without_digits(folded)], key=lambda q: (q.number, -q.end))
    for quantity in found:
        if quantity.number >= end:
            yield quantity
            end = quantity.end


def _with_units(folded: str) -> Iterator[Quantity]:
    units, _ = _units()
    end = 0
    for numeral in find_numerals(folded, anchor=_anchor()):
        if numeral.start < end:
            continue
        percent = numeral.fraction and _PERCENT_OF.get(int(numeral.scale))
        unit = None if percent else units.match(folded, numeral.end)
        if _is_ordinal(folded, numeral, unit["unit"] if unit else ""):
            continue
        quantity = _range(folded, numeral, unit)
        if quantity is None and not _is_label(folded, numeral, unit["unit"] if unit else ""):
            quantity = _single(folded, numeral, unit, percent or None)
        if quantity:
            yield quantity
            end = quantity.end


def _is_ordinal(folded: str, numeral: Numeral, unit: str) -> bool:
    """Whether the number orders (第20届, 前3家) or stands inside a longer sign (PM2.5, “1+3+4”)."""
    before = folded[max(0, numeral.start - 3) : numeral.start]
    if unit in _RANKED and _RANK.search(before) and folded[numeral.end + 1 : numeral.end + 2] in _RANK_ENDS:
        return True  # 后3名：
    return bool(before and _ORDINAL.search(before) and not (before[-1] == "前" and unit[:1] in ("%", "年")))


def _is_label(folded: str, numeral: Numeral, unit: str) -> bool:
    """Whether the number names a year or a meeting, is indefinite, or opens a longer sign."""
    start, end = numeral.start, numeral.end
    if _LABEL_AFTER.match(folded, end) or (numeral.chinese and folded.endswith(("数", "几"), 0, start)):
        return True
    if numeral.chinese and unit in _ARABIC_ONLY:
        return True
    if unit == "日" and not _IS_SPAN.match(folded, end + 1) and comparator_before(folded, numeral)[0] == start:
        return True
    if unit[:1] == "年":
        printed = folded[start:end]
        return (
            len(printed) == 4 and (printed[:2] in ("18", "19", "20") or printed[:1] in "一二") and not numeral.surplus
        )
    return unit[:1] == "次" and folded.startswith(("会议", "全会", "全国", "全体"), end + len(unit))


def _single(folded: str, numeral: Numeral, unit: re.Match[str] | None, percent: str | None) -> Quantity | None:
    _, dimensions = _units()
    if unit is None and not numeral.fraction:
        return _without_unit(folded, numeral)
    name = unit["unit"] if unit else (percent or "")
    end = unit.end() if unit else numeral.end
    surplus = numeral.surplus
    if name == "个":
        shared, inner = _SHARED_UNIT.match(folded, end), _INNER_SURPLUS.match(folded, end)
        name = shared[1] if shared else name
        if inner:
            name, end, surplus = "个" + inner[1], inner.end(), True
    value = numeral.value
    if percent and folded.startswith("个百分点", end):
        return None
    start, comparator = comparator_before(folded, numeral)
    if (
        numeral.bare
        and comparator == "eq"
        and not numeral.surplus
        and numeral.scale == 1
        and folded[numeral.start : numeral.end] in "百千万"
    ):
        return None
    comparator, end = comparator_after(folded, end, comparator, surplus)
    half = folded.startswith("半", end) and name in ("倍", "成", "年", "个月", "小时", "个小时")
    if half and not folded.startswith("半年", end):
        value, end = value + Decimal("0.5"), end + 1
    if name == "成" and folded[end : end + 1] in tuple("一二三四五六七八九"):
        value, end = value + Decimal("一二三四五六七八九".index(folded[end]) + 1) / 10, end + 1
    dimension = _dimension(name, dimensions)
    return Quantity(
        start, end, numeral.start, value, numeral.upper, name, comparator, dimension, numeral.bare, numeral.chinese
    )


def _without_unit(folded: str, numeral: Numeral) -> Quantity | None:
    """1.7 of 1.7和3.3个百分点, which takes the unit of its neighbour; 1500万 without a unit."""
    if numeral.chinese:
        return None
    start, comparator = comparator_before(folded, numeral)
    units, dimensions = _units()
    neighbour = _NEIGHBOUR.match(folded, numeral.end)
    unit = units.match(folded, neighbour.end()) if neighbour and numeral.scale == 1 else None
    if unit and _dimension(unit["unit"], dimensions) == "measure":
        name = unit["unit"]
        return Quantity(
            start, numeral.end, numeral.start, numeral.value, None, name, comparator, "measure", False, False
        )
    if (
        numeral.scale == 1
        and "." in folded[numeral.start : numeral.end]
        and folded[numeral.end : numeral.end + 1] in _ENDS
    ):
        if _INDEX_BEFORE.search(folded, max(0, start - 14), start):
            return Quantity(
                start, numeral.end, numeral.start, numeral.value, None, "", comparator, "measure", False, False
            )
        return None
    if numeral.scale < 10**4 or _LABEL_AFTER.match(folded, numeral.end) or _LEVEL.match(folded, numeral.end):
        return None
    comparator, end = comparator_after(folded, numeral.end, comparator, numeral.surplus)
    return Quantity(start, end, numeral.start, numeral.value, None, "", comparator, "count", False, False)


def _range(folded: str, first: Numeral, unit: re.Match[str] | None) -> Quantity | None:
    """3—5个, 30%至40%, 五千元以上五万元以下, 百分之三十至五十."""
    units, dimensions = _units()
    end = unit.end() if unit else first.end
    if unit and folded.startswith("以上", end):
        second = next(find_numerals(folded, end + 2, end + 22), None)
        if second is None or second.start > end + 3:
            return None
        closing = units.match(folded, second.end)
        if closing is None or closing["unit"] != unit["unit"]:
            return None
        limit = CLOSING.match(folded, closing.end())
        if limit is None or AFTER[limit[0].strip()] != "le" or second.value <= first.value:
            return None
        return _from_to(first, second.value, limit.end(), unit["unit"], first.start)
    to = _TO.match(folded, end)
    if to is None:
        return None
    second = next(find_numerals(folded, to.end(), to.end() + 20), None)
    if second is None or second.start != to.end():
        return None
    percent = first.fraction and _PERCENT_OF.get(int(first.scale))
    if percent:
        closing_end = second.end
        name = percent
    else:
        closing = units.match(folded, second.end)
        if closing is None or (unit and closing["unit"] != unit["unit"]):
            return None
        closing_end, name = closing.end(), closing["unit"]
        if name[:1] == "年" and second.value > 1000:
            return None
    lower = first.value
    if (
        first.scale == 1
        and unit is None
        and not first.fraction
        and second.scale > 1
        and lower < second.value / second.scale
    ):
        lower *= second.scale
    if second.value <= lower:
        return None
    start, _ = comparator_before(folded, first)
    limit_word = CLOSING.match(folded, closing_end)
    if limit_word and limit_word[0].strip() == "左右":
        closing_end = limit_word.end()
    dimension = _dimension(name, dimensions)
    return Quantity(
        start, closing_end, first.start, lower, second.value, name, "eq", dimension, first.bare, first.chinese
    )


def _from_to(first: Numeral, upper: Decimal, end: int, unit: str, start: int) -> Quantity:
    _, dimensions = _units()
    dimension = _dimension(unit, dimensions)
    return Quantity(start, end, first.start, first.value, upper, unit, "eq", dimension, first.bare, first.chinese)


def _dimension(unit: str, dimensions: dict[str, Dimension]) -> Dimension:
    if unit in dimensions:
        return dimensions[unit]
    return "measure"


def _without_digits(folded: str) -> Iterator[Quantity]:
    """过半, 近一半, 翻一番, 翻两番."""
    if "半" in folded:
        for match in _HALF.finditer(folded):
            comparator: Comparator = "gt" if match["over"] else "eq"
            if match["before"]:
                comparator = BEFORE[match["before"]]
            if match["after"]:
                comparator = AFTER[match["after"]]
            number = match.start("over") if match["over"] else match.start("half")
            yield Quantity(
                match.start(), match.end(), number, Decimal("0.5"), None, "", comparator, "measure", True, True
            )
    if "番" in folded:
        for match in _FANS.finditer(folded):
            times = next(find_numerals(match["number"]), None) if match["number"] else None
            value = times.value if times else Decimal(1)
            yield Quantity(match.start(), match.end(), match.start(), value, None, "番", "eq", "measure", False, True)
