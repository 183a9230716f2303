"""Words of time that fix no period (上周, 春节期间, 每年, 连续三个季度, 未来五年, 20世纪90年代).

They end what an earlier date says of the numbers behind them, and stand in no name of what is measured.
"""

from collections.abc import Iterator
from itertools import chain

from policyparse.knowledge.characters import COUNT, YEAR_DIGIT
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

UNREAD = pattern(
    r"(?<![“《比较与])(?:(?&time_words.holidays)|(?&time_words.weeks)|(?&time_words.lately))(?:以来|期间|内|里|前后|前|后)?(?![”》])",
    matches=[("国庆节前后", "国庆节前后"), ("上周，", "上周"), "近年来"],
    rejects=["春节联欢晚会", "本周围绕", "“春节”", "较上周"],
)
RECURRING = pattern(
    r"(?<!“)(?<!每人)(?&time_words.recurring)(?!”|\s?\d)",
    matches=["每年新增"],
    rejects=["“每年”", "人均每年", "每年650元", "每人每年"],
)
"""What happens in each stretch of time; the word belongs to what is measured."""
_LENGTH = r"(?&n){1,3}(?:多|余)?(?:个(?:季度|月|年度|交易日|星期|小时|学年)|年多?|天|周(?!岁|年))"
SPELL = pattern(
    r"(?:连续|接连|为期|历时)(?&length)|用(?&n){1,3}(?:年|个月)(?:左右)?(?:的)?时间",
    n=f"[{COUNT}]",
    length=_LENGTH.replace("(?&n)", f"[{COUNT}]"),
    matches=[("连续三个季度", "连续三个季度"), "为期3个月", ("用3年时间推广", "用3年时间")],
    rejects=["三个季度", "用3年", "为期一批"],
)
"""How long something lasts; the date before goes on."""
DURATION = pattern(
    r"(?:过去|近|最近|未来|今后|此后|往后|前|后|[今明][明后])(?&length)(?:来|里|内|间|时间)?"
    r"|(?&n){1,3}年(?:[之以]?内|来|多来)|(?:这|那)(?&n)年",
    n=f"[{COUNT}]",
    length=_LENGTH.replace("(?&n)", f"[{COUNT}]"),
    matches=[
        *("未来五年", "近三年来", "过去五年", "明后两年", "这五年", "五年来"),
        ("三年内新增", "三年内"),
        ("近10年间", "近10年间"),
    ],
    rejects=["三个季度", "第五年", "五年规划", "后年", "近3周岁", "连续三年"],
)
"""A stretch of time whose ends the text does not fix."""
OTHER_YEARS = pattern(
    r"(?:\d{1,2}|[上本这下二一]|二十一?|十九)个?世纪(?:末|初|中叶|(?&y){2,3}年代(?:初|末|中期)?)?|(?<!\d)(?&y){2,4}年代(?:初|末|中期|以来)?"
    r"|(?:民国|光绪|宣统|康熙|乾隆|昭和|平成|令和)(?&y){1,4}年|[’'](?&y){2}年"
    r"|(?:19|20)\d\d(?:年?\s?[—–~/至到-]{1,2}\s?(?:(?:19|20)\d\d|\d\d))?年?(?:学年度?|财年|榨季|供暖季|采暖季|冬春|水文年)",
    y=f"[{YEAR_DIGIT}十]",
    matches=[
        *("20世纪90年代", "本世纪中叶", "90年代初", "民国一一三年", "’23年", "二十一世纪", "上世纪"),
        ("2023至2024学年", "2023至2024学年"),
        ("2023/2024榨季", "2023/2024榨季"),
        "2024财年",
    ],
    rejects=["2023年", "年代", "世纪公园", "2023—2024年", "学年"],
)
"""Years that the Gregorian calendar of `dates.py` does not name."""


def find_unread(folded: str) -> Iterator[Extent]:
    """Find the words of time that fix no period and stand in no name of what is measured.

    Args:
        folded: Width-folded text.
    """
    found = chain(UNREAD.finditer(folded), DURATION.finditer(folded), OTHER_YEARS.finditer(folded))
    return (match.span() for match in found)


def find_spells(folded: str) -> Iterator[Extent]:
    """Find how long something lasts: 连续三个季度, 用3年时间.

    Args:
        folded: Width-folded text.
    """
    return (match.span() for match in SPELL.finditer(folded))


def find_recurring(folded: str) -> Iterator[Extent]:
    """Find the words for what happens in each stretch of time: 每年.

    Args:
        folded: Width-folded text.
    """
    return (match.span() for match in RECURRING.finditer(folded))
