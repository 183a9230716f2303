"""How a number bounds: 不低于, 超过, 近 before it, 以上, 以内, 左右 after it (比较)."""

from typing import Literal, cast

from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import Numeral

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx"]

BEFORE = pattern(
    r"(?:(?P<ge>(?&comparators.before_ge))|(?P<gt>(?&comparators.before_gt))|(?P<le>(?&comparators.before_le))"
    r"|(?P<lt>(?&comparators.before_lt))|(?P<approx>(?&comparators.before_approx)))\s?$",
    matches=[
        *(("产值不超过", {"le": "不超过", "gt": None}), ("产值超过", {"gt": "超过"}), ("覆盖面≥", {"ge": "≥"})),
        *(("距离约 ", {"approx": "约"}), ("比重不到", {"lt": "不到"})),
    ],
    rejects=["靠近", "节约", "赶超", "超过年度", "条约"],
)
"""A word before a number."""
_BEFORE_BARE = pattern(
    r"(?:(?P<ge>(?&comparators.before_bare_ge))|(?P<gt>(?&comparators.before_bare_gt)))$",
    matches=[("企业上", {"ge": "上"}), ("产值过", {"gt": "过"})],
    rejects=["上了", "过的"],
)
"""A word before a magnitude without a digit: 上百家, 过万."""
_LENGTH = 6
"""No word before a number, with a blank behind it, is longer."""
AFTER = pattern(
    r"\s?(?:(?P<ge>(?&comparators.after_ge))|(?P<le>(?&comparators.after_le))|(?P<gt>(?&comparators.after_gt))"
    r"|(?P<approx>(?&comparators.after_approx)))(?![\u4e00-\u9fff]?样)",
    method="match",
    matches=[
        *(("以上", {"ge": "以上"}), (" 左右", {"approx": "左右"}), ("多元", {"gt": "多"})),
        ("以内的", {"le": "以内"}),
    ],
    rejects=["多样", "多种样", "年以上", "的"],
)
"""A word after a number and its unit."""
_UP_TO_NOW = ("年", "个月", "天", "日", "周", "届", "个季度", "个交易日")
"""After 近 and a number: a stretch of time up to now (近三年), not nearly so long."""
_WORKED_ON = pattern(
    r"(?:重点|集中|着力|聚力|合力|全力|协同|联合|逐一|成功|攻关|组织|推动)突破$",
    matches=[
        *("全县重点突破", "协同突破", "集中突破", "逐一突破", "聚力突破", "联合突破", "组织突破", "着力突破"),
        *("攻关突破", "推动突破", "成功突破", "合力突破", "全力突破"),
    ],
    rejects=["产值突破", "重点突破了", "首次突破"],
)
_DIFFICULT = pattern(
    r"[^，。；、]{0,12}?(?:技术|难题|瓶颈|难点|堵点|卡点|课题|短板|工艺|“卡脖子”)",
    method="match",
    matches=[
        *("关键核心技术", "制约发展的瓶颈", "技术", "关键核心难题", "关键核心难点", "关键核心课题", "关键核心短板"),
        *("关键核心工艺", "关键核心堵点", "关键核心卡点", "关键核心“卡脖子”"),
    ],
    rejects=["企业，技术", "家", "具有完全自主知识产权的高端装备技术"],
)


def comparator_before(folded: str, numeral: Numeral, at: int | None = None) -> tuple[int, Comparator]:
    """Read the comparator before a number.

    Args:
        folded: Width-folded text.
        numeral: The number.
        at: Where the number begins with the mark of its currency, None where it has none.

    Returns:
        Where the quantity begins with its comparator, and the comparator; that of 多, 余 or 来 inside the number, or
        `eq`, where there is none.
    """
    start = numeral.start if at is None else at
    word = BEFORE.search(folded, max(0, start - _LENGTH), start)
    if word is None and numeral.bare:
        word = _BEFORE_BARE.search(folded, max(0, start - 1), start)
    if word and not _is_other(folded, word[0].strip(), numeral):
        return word.start(), cast(Comparator, word.lastgroup)
    return start, "approx" if numeral.surplus == "来" else "gt" if numeral.surplus else "eq"


def _is_other(folded: str, word: str, numeral: Numeral) -> bool:
    """Whether a word is no comparator after all: 近三年 up to now, 最高一级."""
    if word == "近":
        return folded.startswith(_UP_TO_NOW, numeral.end)
    return word in ("最高", "最低") and numeral.chinese


def is_worked_on(folded: str, start: int, end: int) -> bool:
    """Whether 突破 before a number is a verb, whose object is counted: 重点突破7条产业链, 突破50项核心技术.

    Args:
        folded: Width-folded text.
        start: Offset of the number.
        end: Offset after its unit.
    """
    if not folded.endswith("突破", 0, start):
        return False
    return bool(_WORKED_ON.search(folded, max(0, start - 8), start) or _DIFFICULT.match(folded, end))


def comparator_after(folded: str, end: int, comparator: Comparator, *, surplus: bool) -> tuple[Comparator, int]:
    """Read the comparator after a number and its unit.

    Args:
        folded: Width-folded text.
        end: Offset after the unit.
        comparator: What stands before the number.
        surplus: Whether the unit itself holds 多 or 几 (3个多月).

    Returns:
        The comparator of both, and where the quantity ends.
    """
    closing = AFTER.match(folded, end)
    if closing is None:
        return ("gt" if surplus and comparator in ("eq", "ge") else comparator), end
    if closing[0].strip() in ("多", "余") and comparator != "eq":
        return comparator, end
    return cast(Comparator, closing.lastgroup), closing.end()
