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
    matches=[
        *(("国庆节前后", "国庆节前后"), ("上周，", "上周"), "近年来", ("国庆节里", "国庆节里")),
        *(("国庆节后", "国庆节后"), ("国庆节内", "国庆节内"), ("国庆节以来", "国庆节以来")),
        *(("2023年中秋节期间", "中秋节期间"), ("2024年春节前总结推广。", "春节前")),
    ],
    rejects=["春节联欢晚会", "本周围绕", "“春节”", "较上周", "上周”", "比上周，", "与上周，"],
)
RECURRING = pattern(
    r"(?<!“)(?<!每人)(?&time_words.recurring)(?!”|\s?\d)",
    matches=["每年新增"],
    rejects=["“每年”", "人均每年", "每年650元", "每人每年", "每年”", "每年 3", "“每年新增"],
)
"""What happens in each stretch of time; the word belongs to what is measured."""
_LENGTH = r"(?&n){1,3}(?:多|余)?(?:个(?:季度|月|年度|交易日|星期|小时|学年)|年多?|天|周(?!岁|年))"
SPELL = pattern(
    r"(?:连续|接连|为期|历时)(?&length)|用(?&n){1,3}(?:年|个月)(?:左右)?(?:的)?时间",
    n=f"[{COUNT}]",
    length=_LENGTH.replace("(?&n)", f"[{COUNT}]"),
    matches=[
        *(("连续三个季度", "连续三个季度"), "为期3个月", ("用3年时间推广", "用3年时间"), "接连3周"),
        *(("为期3年多", "为期3年多"), "为期3余个月", "为期3天", "历时3个月", "为期3个星期", "为期3个年度"),
        *("为期3个小时", "为期3个学年", "为期3个交易日", "用3年的时间推广", "用3个月时间推广", "用3年左右时间推广"),
        *("断面水质连续三年达标。", "连续3多个月"),
    ],
    rejects=[
        *("三个季度", "用3年", "为期一批", "接连3周年", "为期个月", "接连3周岁", "用年时间推广"),
        "用三千五百年时间推广",
    ],
)
"""How long something lasts; the date before goes on."""
DURATION = pattern(
    r"(?:过去|近|最近|未来|此后|往后|前|后|[今明][明后])(?&length)(?:来|里|内|间|时间)?"
    r"|(?&n){1,3}年(?:[之以]?内|来|多来)|(?:这|那)(?&n)年",
    n=f"[{COUNT}]",
    length=_LENGTH.replace("(?&n)", f"[{COUNT}]"),
    matches=[
        *("未来五年", "近三年来", "过去五年", "明后两年", "这五年", "五年来", ("三年内新增", "三年内")),
        *(("近10年间", "近10年间"), "三年以内新增", ("今明三年来", "今明三年来"), ("二十三四年来", "十三四年来")),
        *(("明后两年", "明后两年"), ("建设单位应当在工程竣工验收后三个月内", "后三个月内"), "那五年"),
        *(("近三年里", "近三年里"), ("此后两年", "此后两年"), ("最近两年", "最近两年"), ("往后两年", "往后两年")),
        *("五年多来", ("今后五年", "今后五年"), ("近三年时间", "近三年时间"), "今年前7个月", "三年之内新增"),
    ],
    rejects=["三个季度", "第五年", "五年规划", "后年", "近3周岁", "连续三年", "力争绍台铁路二期年内开工。"],
)
"""A stretch of time whose ends the text does not fix."""
OTHER_YEARS = pattern(
    r"(?:\d{1,2}|[上本这下二一]|二十一?|十九)个?世纪(?:末|初|中叶|(?&y){2,3}年代(?:初|末|中期)?)?|(?<!\d)(?&y){2,4}年代(?:初|末|中期|以来)?"
    r"|(?:民国|光绪|宣统|康熙|乾隆|昭和|平成|令和)(?&y){1,4}年|[’'](?&y){2}年"
    r"|(?:19|20)\d\d(?:年?\s?[—–~/至到-]{1,2}\s?(?:(?:19|20)\d\d|\d\d))?年?(?:学年度?|财年|榨季|供暖季|采暖季|冬春|水文年)",
    y=f"[{YEAR_DIGIT}十]",
    matches=[
        *("20世纪90年代", "本世纪中叶", "90年代初", "民国一一三年", "’23年", "二十一世纪", "上世纪"),
        *(("2023至2024学年", "2023至2024学年"), ("2023/2024榨季", "2023/2024榨季"), "2024财年"),
        *(("本世纪50年代初", "本世纪50年代初"), ("一九九七年代初", "一九九七年代初"), ("20世纪9年代", "20世纪")),
        *("下世纪", ("二十一世纪中叶，研发投入强度达到4%。", "二十一世纪中叶")),
        *(("本世纪50年代中期", "本世纪50年代中期"), ("20232024学年", "2024学年"), ("350世纪90年代", "50世纪90年代")),
        *(("2023———2024学年", "2024学年"), "这世纪", "十九世纪", "二十世纪", "上个世纪", "90年代"),
        *(("90年代末", "90年代末"), "昭和一一三年", "康熙一一三年", "平成一一三年", "宣统一一三年", "光绪一一三年"),
        *("令和一一三年", "乾隆一一三年", ("90年代以来", "90年代以来"), ("90年代中期", "90年代中期"), "2024冬春"),
        *("1924财年", "2024采暖季", "2024水文年", "2024年财年", "2024供暖季", ("20世纪90年代末", "20世纪90年代末")),
        *("2023/33榨季", ("20世纪2025年代", "20世纪"), ("2023到2024学年", "2023到2024学年")),
        *(("2023/1924榨季", "2023/1924榨季"), ("2023至2024学年度", "2023至2024学年度")),
        *(("2023年/2024榨季", "2023年/2024榨季"), ("2023/ 2024榨季", "2023/ 2024榨季")),
        *(("2023 /2024榨季", "2023 /2024榨季"), ("本世纪初，耕地灌溉率仅为31%。", "本世纪初")),
        ("上世纪末，", "上世纪末"),
    ],
    rejects=[
        *("2023年", "年代", "世纪公园", "2023—2024年", "学年", "民国一九九七八年", "民国年", "’3年", "3年代初"),
        *("’3一◯年", "19990年代"),
    ],
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
