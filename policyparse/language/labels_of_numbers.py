"""Numbers that are no quantities: ordinals, labels, years, indefinite numbers, and numbers that cannot be read."""

from dataclasses import dataclass

from policyparse.knowledge.pattern import pattern
from policyparse.knowledge.rule import Rule, first_rule
from policyparse.language.comparators import comparator_before
from policyparse.language.numerals import Numeral


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number where it stands.

    Attributes:
        folded: Width-folded text.
        numeral: The number.
        unit: The unit after it, empty where there is none.
    """

    folded: str
    numeral: Numeral
    unit: str

    @property
    def before(self) -> str:
        """The characters before it."""
        return self.folded[max(0, self.numeral.start - 6) : self.numeral.start]

    @property
    def printed(self) -> str:
        """The number itself."""
        return self.folded[self.numeral.start : self.numeral.end]


_ORDINAL = pattern(
    r"(?:第|劣|(?<![\u4e00-\u9fff])头|(?<=[年月季周日的])头|届|±|\d[时点]|NO\.?|No\.?|[A-Za-z0-9+×*#.:/~—–-])$",
    matches=[
        *("第", "PM", "No.", "±", "8时", "12:", "头", "今年头", ("3NO", "NO"), "第三届", "排名劣", "四季头"),
        *("五日头", "两周头", "三月头", ("No", "No"), "8点", ("No.", "No."), ("NO.", "NO."), "龙年的头"),
    ],
    rejects=["共", "为", "前", "摄像头", "龙头"],
)
_SIGN_AFTER = pattern(
    r"[+×*]|-\d|:\d|强(?!度)|大(?![于约概型棚坝桥学批量])",
    method="match",
    matches=["+3", "强企业", "大行业", "-53684885", ":00"],
    rejects=["强度", "大型", "-个", "家", "大量", "大约", "大概", "大棚", "大桥", "大批", "大学", "大坝", "大于"],
)
_RANK_BEFORE = pattern(r"(?:后|倒数)$", matches=["后", "倒数"], rejects=["后的"])
_RANKED = frozenset("名位")
_RANK_ENDS = ("", "：", "的", "分", "为", "是", "，", "。", "；")
_IS_SPAN = pattern(
    r"(?:以|之)?内|以上|以下", method="match", matches=["以内", "内", "以上", "以下", "之内"], rejects=["下午", "以来"]
)
_CLASS = pattern(
    r"(?:吨|千瓦|兆瓦|千伏|人|亩|辆|台|头|只)?级(?!别)",
    method="match",
    matches=[
        *("吨级码头", "级", "辆级码头", "头级码头", "台级码头", "只级码头", "人级码头", "亩级码头", "千瓦级码头"),
        *("千伏级码头", "兆瓦级码头"),
    ],
    rejects=["级别", "吨"],
)
_ARABIC_ONLY = frozenset("角分度字道节门口把对双股方里站层期堂顶箱袋罐剂")
"""Measure words before which Chinese numerals make other words: 三节, 四方, 六部."""
_CENTURIES = ("18", "19", "20")
_TORN = pattern(
    r"(?<![\d.月日年第])\d{1,3}，$",
    matches=["总产值达到12，", "增长3，"],
    rejects=["2012，", "12.5，", "3月12，", "3日12，", "2024年12，", "第12，", "12，5", "总产值，"],
)
_LONGEST_TAIL = 3


def is_torn(number: PrintedNumber) -> bool:
    """Whether a number cannot be read, because what stands beside it belongs to it or may do so: 12，5万元, 3万25人."""
    folded, numeral = number.folded, number.numeral
    if numeral.scale > 1 and not numeral.fraction and folded[numeral.end : numeral.end + 1].isdigit():
        return True
    short = numeral.end - numeral.start <= _LONGEST_TAIL + (numeral.scale > 1) and not numeral.chinese
    return bool(short and _TORN.search(number.before)) or (
        not numeral.chinese and number.before[-1:] in ("万", "亿") and number.before[-2:-1].isdigit()
    )


def _is_rank(number: PrintedNumber) -> bool:
    end = number.folded[number.numeral.end + 1 : number.numeral.end + 2]
    return number.unit in _RANKED and bool(_RANK_BEFORE.search(number.before)) and end in _RANK_ENDS


def _is_first(number: PrintedNumber) -> bool:
    return number.before.endswith("前") and number.unit[:1] not in ("%", "年")


def _is_indefinite(number: PrintedNumber) -> bool:
    return number.numeral.chinese and number.before.endswith(("数", "几", "好几"))


def _is_day(number: PrintedNumber) -> bool:
    if number.unit != "日" or _IS_SPAN.match(number.folded, number.numeral.end + 1):
        return False
    return comparator_before(number.folded, number.numeral)[0] == number.numeral.start


def _is_year(number: PrintedNumber) -> bool:
    printed = number.printed
    if number.unit[:1] != "年" or len(printed) != 4 or number.numeral.surplus:
        return False
    return printed[:2] in _CENTURIES or printed[:1] in "一二"


def _is_magnitude_alone(number: PrintedNumber) -> bool:
    numeral = number.numeral
    if not numeral.bare or numeral.surplus or number.printed not in ("百", "千", "万"):
        return False
    return comparator_before(number.folded, numeral)[1] == "eq"


ORDINALS: tuple[Rule[PrintedNumber, bool], ...] = (
    Rule(
        "rank",
        True,
        "后3名 counts from the end of a ranking.",
        _is_rank,
        examples=("倒数2位。",),
        counterexamples=("引进后3名专家",),
    ),
    Rule(
        "ordinal",
        True,
        "A number after 第, a letter, a digit or a sign orders or names.",
        lambda n: _ORDINAL.search(n.before),
        examples=("第3个", "×3个", "12:30分"),
        counterexamples=("共3个",),
    ),
    Rule("first", True, "前3家 are the first of a ranking.", _is_first, examples=("前3家",), counterexamples=("前5%",)),
)  # fmt: skip
"""Why a number, or the first of a range, is an ordinal; the first rule that applies says it."""
LABELS: tuple[Rule[PrintedNumber, bool], ...] = (
    Rule(
        "indefinite",
        True,
        "数十, 几百 say no number.",
        _is_indefinite,
        examples=("数十家", "几百人"),
        counterexamples=("共十家",),
    ),
    Rule(
        "sign",
        True,
        "A number before +, ×, a number, 强 or 大 is part of a name.",
        lambda n: _SIGN_AFTER.match(n.folded, n.numeral.end),
        examples=("3+4个", "500强", "十大行业"),
        counterexamples=("3个", "500大型"),
    ),
    Rule(
        "class",
        True,
        "A number before 级 names a class.",
        lambda n: not n.unit and _CLASS.match(n.folded, n.numeral.end),
        examples=("10万吨级码头", "千亿级产业"),
        counterexamples=("10万吨",),
    ),
    Rule(
        "word",
        True,
        "Chinese numerals before some measure words make other words.",
        lambda n: n.numeral.chinese and n.unit in _ARABIC_ONLY,
        examples=("三节", "四方"),
        counterexamples=("3节", "三个"),
    ),
    Rule(
        "day",
        True,
        "A day of the month is a date.",
        _is_day,
        examples=("在3日",),
        counterexamples=("3日以内", "不超过3日"),
    ),
    Rule("year", True, "Four digits before 年 are a year.", _is_year, examples=("2022年",), counterexamples=("300年",)),
    Rule(
        "magnitude alone",
        True,
        "百, 千 and 万 without a digit and a comparator make other words.",
        _is_magnitude_alone,
        examples=("千家万户", "百份"),
        counterexamples=("近千家", "百余个"),
    ),
)  # fmt: skip
"""Why a number, which begins no range, is no quantity."""


def is_ordinal(number: PrintedNumber) -> bool:
    """Whether a number orders or stands inside a longer sign, so that it begins no range either."""
    return first_rule(ORDINALS, number) is not None


def is_label(number: PrintedNumber) -> bool:
    """Whether a number, though a unit may follow, says no quantity."""
    return first_rule(LABELS, number) is not None
