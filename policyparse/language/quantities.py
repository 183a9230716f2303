"""Quantities: a number with its unit, how it bounds, and its upper end.

    quantity   ::= comparator? currency? number unit comparator?
                 | comparator? range comparator?                      (`ranges.py`)
                 | "过半" | "翻一番" …
    number     ::= numeral (`numerals.py`)
    unit       ::= `units.py`;    comparator ::= `comparators.py`

Which numbers are no quantities, the rules of `labels_of_numbers.py` say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from policyparse.knowledge.characters import DIGIT
from policyparse.knowledge.pattern import pattern
from policyparse.language.comparators import (
    AFTER,
    BEFORE,
    Comparator,
    comparator_after,
    comparator_before,
    is_worked_on,
)
from policyparse.language.labels_of_numbers import PrintedNumber, is_label, is_ordinal, is_torn
from policyparse.language.numerals import HAN, MAGNITUDES, Numeral, find_numerals, parse_integer
from policyparse.language.units import UNIT, Dimension, currency_before, dimension_of, initials
from policyparse.model.steps import take_steps


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
    bare: bool = False
    chinese: bool = False


_PERCENT_OF = {100: "%", 1000: "‰"}
_FEWEST_WITHOUT_UNIT = 10**4
_TO = pattern(
    r"\s?(?:——?|––?|~{1,2}|-(?!-)|至|到)\s?(?=[-\d负]|(?&han))",
    method="match",
    han=f"[{HAN}]",
    matches=[("—5", "—"), "~10", "至五", "到-3", " — 6", "——8", "-负", "–5", "––5"],
    rejects=["—个", "至于", "--3", "到期", "~~~10"],
)
_ABOVE = "以上"
_LONGEST_UPPER = 24
"""The upper end of a range is no longer, in characters."""
_HALF = pattern(
    r"(?:(?P<over>过半)(?!年|夜|个|百)|(?P<half>一半|半数)(?!个))",
    matches=["占比过半", ("完成近一半", {"half": "一半"}), "半数以上"],
    rejects=["过半年", "半个", "一半个", "占比过半夜", "占比过半个"],
)
_DOUBLINGS = pattern(
    r"(?<!万)翻了?(?P<number>(?&han)|\d{1,2})?番",
    han=f"[{HAN}]",
    matches=[("产值翻了一番", {"number": "一"}), ("翻两番", {"number": "两"}), ("翻番", {"number": None}), "翻3番"],
    rejects=["千千万翻番", "翻身", "翻123番"],
)
_HALF_MORE = pattern(
    r"半(?![年径数天日月导成票百壁途路壳径价])",
    method="match",
    matches=["半，", "半的"],
    rejects=[
        *("半年", "半径", "半价", "半票", "半月", "半壳", "半路上", "半成品", "半导体", "半途而废", "半壁江山"),
        *("半日", "半数", "半天"),
    ],
)
"""After a unit: half of it more (三吨半)."""
_TENTHS = pattern(
    r"(?&digit)(?![\u4e00-\u9fff])", method="match", digit=f"[{DIGIT}]", matches=["五，", "二"], rejects=["五个", "十"]
)
"""After 成: its tenths (六成五)."""
_NEIGHBOUR = pattern(
    r"(?:(?:、|和|及|与|以及)\s?\d{1,6}(?:\.\d{1,4})?){1,5}\s?",
    method="match",
    matches=[
        *(("和3.3个百分点", "和3.3"), ("、0.2和0.1个百分点", "、0.2和0.1")),
        *(("、1、2、3、4、5、6个百分点", "、1、2、3、4、5"), ("和3.5 个百分点", "和3.5 "), ("和3.个百分点", "和3")),
        *("以及3.3个百分点", ("和3.12000个百分点", "和3.1200"), ("和1200000.3个百分点", "和120000"), "及3个百分点"),
        *("与3个百分点", "和 3个百分点"),
    ],
    rejects=["，3.3个", "和三个"],
)
"""After a number: others of the same unit, which only the last one prints (1.7和3.3个百分点)."""
_SHARED_UNIT = pattern(
    r"(?:[、和及与]\s?[\d.]{1,6}个){0,4}[、和及与]\s?(?:上升|下降|上涨|回落|增长|提高|降低|扩大|收窄)?[\d.]{1,6}\s?"
    r"(?P<unit>个(?:百分点|基点|月|小时|工作日))",
    method="match",
    matches=[
        *(("和0.8个百分点", {"unit": "个百分点"}), ("、2个和下降3个基点", {"unit": "个基点"}), "和0.8个月"),
        *("和0.8个小时", "和0.8个工作日", "及0.8个百分点", "与0.8个百分点", "和0.8 个百分点", "和 0.8个百分点"),
        *("和2个和下降3个基点", "及2个和下降3个基点", "与2个和下降3个基点", "、2个和降低3个基点"),
        *("、2个和收窄3个基点", "、2个和提高3个基点", "、2个和扩大3个基点", "、2个和增长3个基点"),
        *("、2个和回落3个基点", "、2个和上涨3个基点", "和上升0.6个百分点。", "、 2个和下降3个基点"),
    ],
    rejects=[
        *("和3个县", "，0.8个百分点", "、个和下降3个基点", "、1个、2个、3个、4个、5个和下降3个基点", "和个百分点"),
        *("和1200000个百分点", "、1200000个和下降3个基点"),
    ],
)
"""After 个 of a first number: the unit that the last one prints in full."""
_INNER_SURPLUS = pattern(
    r"[多几](?P<unit>小时|月|百分点|季度|世纪)",
    method="match",
    matches=[("多小时", {"unit": "小时"}), "多月", "多季度", "多世纪", "几小时", "多百分点"],
    rejects=["多人"],
)
_INDEX = pattern(
    r"(?:指数|系数|入比|比值|得分|评分|强度)(?:由[0-9.]{1,8})?(?:[^，。；、：\d]{0,8}?)$",
    matches=[
        *("景气指数为", "恩格尔系数降至", "利用系数由0.55提高到", "景气指数", "景气评分为", "景气比值为"),
        *("景气得分为", "景气强度为", "景气入比为"),
    ],
    rejects=["指数、", "编号为", "景气指数较上年同期小幅回升至", "利用系数由333333333提高到"],
)
"""Before a number without a unit: an index."""
_LONGEST_INDEX = 24
_ENDS = ("", "，", "。", "；", "、", "）")


_BESIDE_UNITS = frozenset("分点多余几来至到—–~")
"""How a fraction, a surplus or a range begins."""


def _follows() -> str:
    """What may follow a run of Chinese numerals: the beginning of a unit, a fraction, a surplus or a range."""
    return f"[\\s{re.escape(''.join(sorted(initials() | _BESIDE_UNITS)))}0-9-]"


_ANCHOR = pattern(
    rf"[-−.0-9负零{HAN}](?:(?<=[-−.0-9负])|(?<=零)下|[{HAN}]{{0,39}}(?=(?&follows)))",
    follows=_follows,
    matches=[
        *("3", "负三", ("零下3度", "零下"), ("五元", "五"), ("三" * 41 + "元", "三" * 40), "三十家", "三亿元"),
        ("二十三点五", "二十三"),
    ],
    rejects=["三", "三下乡", "企业", "一二三，", "零，"],
)
"""A digit or a sign, or a run of Chinese numerals before what may begin a unit, fraction, surplus or range."""


def first_quantity(folded: str) -> Quantity | None:
    """The first quantity of a text, None where it has none."""
    return next(find_quantities(folded), None)


def find_quantities(folded: str) -> Iterator[Quantity]:
    """Find the quantities of a text, in order.

    Numbers without a unit, ordinals (第20届), labels (PM2.5, “1+3+4”, 010-53684885), calendar dates and
    indefinite numbers (数十家, 几百人) are none, nor are numbers that cannot be read (12，5万元).

    Args:
        folded: Width-folded text.
    """
    end = 0
    found = sorted([*_with_units(folded), *_without_digits(folded)], key=lambda q: (q.number, -q.end))
    take_steps(len(found))
    for quantity in found:
        if quantity.number >= end:
            yield quantity
            end = quantity.end


def _with_units(folded: str) -> Iterator[Quantity]:
    end = 0
    for numeral in find_numerals(folded, anchor=_ANCHOR):
        if numeral.start < end:
            continue
        percent = _PERCENT_OF.get(int(numeral.scale)) if numeral.fraction else None
        unit = None if percent else UNIT.match(folded, numeral.end)
        printed = PrintedNumber(folded, numeral, unit["unit"] if unit else "")
        if is_torn(printed) or is_ordinal(printed):
            continue
        quantity = _range(folded, numeral, unit)
        if quantity is None and not is_label(printed):
            quantity = _single(folded, numeral, unit, percent)
        if quantity:
            yield quantity
            end = quantity.end


def _start(folded: str, numeral: Numeral, unit: str) -> tuple[int, Comparator, str]:
    """Where a quantity begins, the comparator before it, and its unit with the currency that stands before it."""
    currency = currency_before(folded, numeral.start) if unit in ("", "元") else None
    start, comparator = comparator_before(folded, numeral, currency and currency[0])
    return start, comparator, currency[1] if currency else unit


def _single(folded: str, numeral: Numeral, unit: re.Match[str] | None, percent: str | None) -> Quantity | None:
    if unit is None and not numeral.fraction:
        return _without_unit(folded, numeral)
    name = unit["unit"] if unit else (percent or "")
    end = unit.end() if unit else numeral.end
    start, comparator, name = _start(folded, numeral, name)
    if percent and folded.startswith("个百分点", end):
        return None
    value, inner = numeral.value, None
    if name == "个":
        shared, inner = _SHARED_UNIT.match(folded, end), _INNER_SURPLUS.match(folded, end)
        name = shared["unit"] if shared else name
        name, end = ("个" + inner["unit"], inner.end()) if inner else (name, end)
    if name == "人" and folded.startswith("人口", end - 1):
        end -= 1  # the thing that is counted
    if is_worked_on(folded, numeral.start, end):
        start, comparator = numeral.start, "eq"
    if numeral.rounded and comparator == "eq":
        comparator = "approx"
    comparator, end = comparator_after(folded, end, comparator, surplus=inner is not None)
    dimension = dimension_of(name)
    if (dimension != "count" or name == "个") and _HALF_MORE.match(folded, end):
        value, end = value + Decimal("0.5"), end + 1
    elif name == "成" and _TENTHS.match(folded, end):
        value, end = value + Decimal(parse_integer(folded[end]) or 0) / 10, end + 1
    return Quantity(
        start, end, numeral.start, value, numeral.upper, name, comparator, dimension, numeral.bare, numeral.chinese
    )


def _without_unit(folded: str, numeral: Numeral) -> Quantity | None:
    """1.7 of 1.7和3.3个百分点, which takes the unit of its neighbour; an index; 1500万 and ￥3亿 without a unit."""
    if numeral.chinese:
        return None
    start, comparator, currency = _start(folded, numeral, "")
    end = numeral.end
    single = Quantity(start, end, numeral.start, numeral.value, None, currency, comparator, "measure")
    neighbour = _NEIGHBOUR.match(folded, end) if numeral.scale == 1 else None
    unit = UNIT.match(folded, neighbour.end()) if neighbour else None
    if unit and dimension_of(unit["unit"]) == "measure":
        return replace(single, unit=unit["unit"])
    comparator, bound = comparator_after(folded, end, comparator, surplus=False)
    if numeral.scale == 1 and "." in folded[numeral.start : end] and folded[bound : bound + 1] in _ENDS:
        single = replace(single, end=bound, comparator=comparator)
        return single if _INDEX.search(folded, max(0, start - _LONGEST_INDEX), start) else None
    if not currency and (numeral.scale < _FEWEST_WITHOUT_UNIT):
        return None
    comparator, end = comparator_after(folded, end, comparator, surplus=False)
    dimension: Dimension = "measure" if currency else "count"
    return replace(single, end=end, comparator=comparator, dimension=dimension)


def _range(folded: str, first: Numeral, unit: re.Match[str] | None) -> Quantity | None:
    """3—5个, 30%至40%, 三至五万元, 五千元以上五万元以下, 百分之三十至五十."""
    end = unit.end() if unit else first.end
    if unit and folded.startswith(_ABOVE, end):
        return _bounded(folded, first, unit)
    to = _TO.match(folded, end)
    second = next(find_numerals(folded, to.end(), to.end() + _LONGEST_UPPER), None) if to else None
    if to is None or second is None or second.start != to.end():
        return None
    name = _PERCENT_OF.get(int(first.scale), "") if first.fraction else ""
    closing = None if name else UNIT.match(folded, second.end)
    if name:
        end = second.end
    elif closing is None or (unit and closing["unit"] != unit["unit"]):
        return None
    else:
        name, end = closing["unit"], closing.end()
    lower = first.value if unit or first.fraction else _with_magnitude_of(folded, first, second)
    if second.value <= lower or (name[:1] == "年" and second.value > 1000):
        return None
    start, comparator, name = _start(folded, first, name)
    after, closed = comparator_after(folded, end, comparator, surplus=False)
    if after == "approx":
        comparator, end = after, closed
    comparator = "approx" if comparator == "approx" else "eq"
    extent = start, end, first.start
    return Quantity(*extent, lower, second.value, name, comparator, dimension_of(name), chinese=first.chinese)


def _bounded(folded: str, first: Numeral, unit: re.Match[str]) -> Quantity | None:
    """五千元以上五万元以下."""
    begin = unit.end() + len(_ABOVE)
    second = next(find_numerals(folded, begin, begin + _LONGEST_UPPER), None)
    if second is None or second.start > begin + 1 or second.value <= first.value:
        return None
    closing = UNIT.match(folded, second.end)
    limit = AFTER.match(folded, closing.end()) if closing and closing["unit"] == unit["unit"] else None
    if limit is None or limit.lastgroup != "le":
        return None
    name = unit["unit"]
    extent = first.start, limit.end(), first.start
    return Quantity(*extent, first.value, second.value, name, "eq", dimension_of(name), chinese=first.chinese)


def _with_magnitude_of(folded: str, first: Numeral, second: Numeral) -> Decimal:
    """The lower end of a range that shares the magnitude of its upper end: 3至5万, 三至五千万, 三百至五百万."""
    if first.scale != 1 or not first.end or first.bare:
        return first.value
    printed = folded[second.start : second.end]
    own = _magnitudes_at_end(folded[first.start : first.end]) if first.chinese else []
    for scale in _magnitudes_at_end(printed) if second.chinese else [second.scale]:
        head = second.value / scale
        shares = first.value < head and scale > 1 and not any(m >= _FEWEST_WITHOUT_UNIT for m in own)
        if shares and (scale >= _FEWEST_WITHOUT_UNIT or 1 < first.value < 10):
            return first.value * scale
    return first.value


def _magnitudes_at_end(printed: str) -> list[Decimal]:
    """The magnitudes in which a Chinese numeral may be said to end, largest first: 五千万 ends in 千万 and 万."""
    return [value for name, value in MAGNITUDES.items() if printed.endswith(name) and printed != name]


def _without_digits(folded: str) -> Iterator[Quantity]:
    """过半, 近一半, 翻一番, 翻两番."""
    for match in _HALF.finditer(folded) if "半" in folded else ():
        number = match.start()
        start, comparator = number, "gt" if match["over"] else "eq"
        word = BEFORE.search(folded, max(0, number - 4), number)
        if word and not match["over"] and word.lastgroup:
            start, comparator = word.start(), word.lastgroup
        comparator, end = comparator_after(folded, match.end(), comparator, surplus=False)  # type: ignore[arg-type]
        yield Quantity(start, end, number, Decimal("0.5"), None, "", comparator, "measure", bare=True, chinese=True)
    for match in _DOUBLINGS.finditer(folded) if "番" in folded else ():
        times = next(find_numerals(match["number"]), None) if match["number"] else None
        value = times.value if times else Decimal(1)
        yield Quantity(match.start(), match.end(), match.start(), value, None, "番", "eq", "measure", chinese=True)
