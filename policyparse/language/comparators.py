"""How a number bounds: 不低于, 超过, 近 before it, 以上, 以内, 左右 after it (比较).

以上, 以下, 以内 include the number itself (民法典第一千二百五十九条): ge and le; 超过, 不满, 以外 do not: gt and lt.
"""

import re
from typing import Literal

from policyparse.language.numerals import Numeral

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx"]

BEFORE: dict[str, Comparator] = {
    "不低于": "ge",
    "不少于": "ge",
    "不小于": "ge",
    "不得低于": "ge",
    "不得少于": "ge",
    "不应低于": "ge",
    "不应少于": "ge",
    "至少": "ge",
    "最少": "ge",
    "最低": "ge",
    "上": "ge",
    "成": "ge",
    "超过": "gt",
    "超": "gt",
    "逾": "gt",
    "突破": "gt",
    "高于": "gt",
    "大于": "gt",
    "多于": "gt",
    "过": "gt",
    "不超过": "le",
    "不得超过": "le",
    "不应超过": "le",
    "不高于": "le",
    "不得高于": "le",
    "不大于": "le",
    "不多于": "le",
    "不得多于": "le",
    "至多": "le",
    "最多": "le",
    "最高": "le",
    "低于": "lt",
    "少于": "lt",
    "小于": "lt",
    "不足": "lt",
    "不到": "lt",
    "不满": "lt",
    "未达": "lt",
    "未满": "lt",
    "约": "approx",
    "大约": "approx",
    "约为": "approx",
    "大概": "approx",
    "近": "approx",
    "将近": "approx",
    "接近": "approx",
}
"""What may stand before a number, and how it bounds."""

AFTER: dict[str, Comparator] = {
    "以上": "ge",
    "及以上": "ge",
    "或以上": "ge",
    "（含）以上": "ge",
    "以下": "le",
    "及以下": "le",
    "（含）以下": "le",
    "以内": "le",
    "之内": "le",
    "以外": "gt",
    "左右": "approx",
    "上下": "approx",
    "多": "gt",
    "余": "gt",
}
"""What may stand after a number with its unit, and how it bounds."""

CLOSING = re.compile(
    r"\s?(?:" + "|".join(sorted(map(re.escape, AFTER), key=len, reverse=True)) + r")(?![\u4e00-\u9fff]?样)"
)
"""A word of `AFTER`."""

_LONGEST_BEFORE = max(map(len, BEFORE))


def comparator_before(folded: str, numeral: Numeral) -> tuple[int, Comparator]:
    """Read the comparator before a number.

    Args:
        folded: Width-folded text.
        numeral: The number.

    Returns:
        Where the quantity begins with its comparator, and the comparator; `eq` where there is none.
    """
    for length in range(_LONGEST_BEFORE, 0, -1):
        start = numeral.start - length
        word = folded[start : numeral.start] if start >= 0 else ""
        if word not in BEFORE:
            continue
        if word in ("上", "成", "过") and not numeral.bare:
            continue
        if word in ("近", "约", "超") and folded[start - 1 : start] in tuple("靠附邻节制契预公高签条集合特"):
            continue
        if word == "近" and _follows_duration(folded, numeral):
            continue
        if word in ("最高", "最低") and numeral.chinese:
            continue
        return start, BEFORE[word]
    return numeral.start, "gt" if numeral.surplus else "eq"


def _follows_duration(folded: str, numeral: Numeral) -> bool:
    """近三年, 近5个月: a stretch of time up to now, not nearly so long."""
    return folded.startswith(("年", "个月", "天", "日", "周"), numeral.end)


def comparator_after(folded: str, end: int, comparator: Comparator, surplus: bool) -> tuple[Comparator, int]:
    """Read the comparator after a number and its unit.

    Args:
        folded: Width-folded text.
        end: Offset after the unit.
        comparator: What stands before the number.
        surplus: Whether the number itself says that it is somewhat more (300余).

    Returns:
        The comparator of both, and where the quantity ends.
    """
    closing = CLOSING.match(folded, end)
    if closing is None:
        return ("gt" if surplus and comparator in ("eq", "ge") else comparator), end
    word = closing[0].strip()
    if word in ("多", "余") and comparator != "eq":
        return comparator, end
    return AFTER[word], closing.end()
