"""Which numbers are findings, and which only say how large something is or belong to a name."""

import re

from policyparse.entities.quantities import Quantity
from policyparse.plan.clauses import Clause
from policyparse.plan.lexicon import alternation

_SET_BEFORE = re.compile(alternation("set") + r"(?:全部|所有|全国|主要|重点监测的)?$")
_IN_SET = re.compile(r"[^，。；、]{0,24}(?:中的?|之中|之一|之外|之间|内的)(?:，|$|\d|[一二三四五六七八九]|有)")
_SET_NOUN = re.compile(r"[^，。；、]{0,4}" + alternation("set_noun"))
_COMPLETION = re.compile(alternation("completion"))
_MEETING = re.compile(alternation("meeting"))
_FROM = re.compile(r"(?:由|从)[^，。；由从、]{0,16}$")
_TOWARDS = re.compile(
    r"[^，。；]{0,12}?(?:提高|增加|增长|下降|降|转|上升|提升|扩大|减少|缩短|升|增至|跃升|发展|到|至|扩展)"
)
_CLASS = re.compile(
    r"级(?!别)|[以之]?外的|外|范围|处[，的]|以上(?:的)?(?:项目|企业|工业项目|投资项目|单位|学历)|版|强|环|时代|通道|人大|大关|一体|合一|位一体|进一|结合|联动|专班|年级|天时间"
)
_SIZE_CLASS = re.compile("企业|项目|产业|园区|集群|强县|工程")
_MEASURED_TIME = re.compile(
    r"时间|时长|寿命|周期|年限|工期|用时|耗时|缩短|压缩|压减|小时数|天数|提速|减少|延长|年龄|停电|时限|累计|飞行"
)
_COVERED = re.compile(r"(?:覆盖|涵盖|惠及)(?:了|全部|全国|近|超)?$")
_ILLUSTRATED = re.compile(r"(?:相当于|每)[^，。；]{1,14}[中里]就有")
_QUOTED = re.compile(r"[“《‘（]$")
_FINE = re.compile(r"[^。；]{0,8}(?:罚款|罚金)")
_PEOPLE = frozenset("人名位篇")
_MEASURED = re.compile(alternation("measured") + r"(?:总额|达到?|为|共)?$")
LONGEST_SET = 16
"""Between the size of a set and what it measures (15个海洋产业增加值43733亿元) stand at most so many characters."""
_SMALL = 20


def base_of_change(folded: str, number: Quantity, clause: Clause) -> int | None:
    """Where the words begin that give the value from which something changed (由2020年的80%提高到…), else None.

    Args:
        folded: The paragraph, width-folded.
        number: The number.
        clause: Its clause.
    """
    before = _FROM.search(folded, clause.start, number.start)
    if before and _TOWARDS.match(folded, number.end, clause.end):
        return before.start()
    return None


def is_indicator(
    folded: str, first: Quantity, last: Quantity, clause: Clause, left_from: int, following: Quantity | None
) -> bool:
    """Whether a series of numbers is a finding or a target, rather than a size, a duration or part of a name.

    Args:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Their clause.
        left_from: Where the words that belong to the first number may begin.
        following: The next number of the paragraph, None where there is none.
    """
    before = folded[left_from : first.start]
    after = folded[last.end : clause.end]
    if first.bare and "余" not in folded[first.number : first.end]:
        return False
    if first.dimension == "duration":
        return bool(_MEASURED_TIME.search(before[-16:])) and not before.endswith(("连续", "近", "过去", "为期"))
    if first.chinese and first.value == 1 and first.dimension == "count":
        return False
    if first.chinese and _QUOTED.search(before):
        return False
    if before.endswith("最后") or (first.value == 1 and before.endswith("每")):
        return False
    if _ILLUSTRATED.search(folded, clause.start, clause.end):
        return False
    if _CLASS.match(after):
        return False
    if first.unit == "元" and _SIZE_CLASS.match(after):
        return False
    if _FINE.match(after) or (first.upper and after.startswith("的罚款")):
        return False
    if first.unit in _PEOPLE and _MEETING.search(folded, clause.start, clause.end):
        return False
    if first.dimension == "count":
        if following and following.start < clause.end and following.dimension == "measure":
            between = folded[last.end : following.start]
            if len(between) <= LONGEST_SET and _MEASURED.search(between):
                return False
        return not _is_set(first, before, after)
    return True


def _is_set(number: Quantity, before: str, after: str) -> bool:
    if _IN_SET.match(after):
        return True
    small = number.chinese and number.value <= _SMALL
    if small:
        achieved = _COMPLETION.search(after) or _COMPLETION.search(before[-6:])
        return not achieved or bool(_SET_NOUN.match(after))
    if _COVERED.search(before):
        return bool(_SET_NOUN.match(after))
    return bool(_SET_BEFORE.search(before)) and not _COMPLETION.search(after)
