"""What the period of a number says of whether it is still to be reached (数值的时间)."""

from policyparse.figures.stated_number import StatedNumber
from policyparse.knowledge.pattern import pattern

_COUNTED = pattern(
    r"据(?:初步|不完全|最新)?统计|经统计|统计显示",
    matches=["据统计，", "据不完全统计", "统计显示", "经统计", "据最新统计", "据初步统计"],
    rejects=["统计局"],
)
_MONTH = 31
_WHOLE_YEAR = 364
"""Days of a whole year, at least."""
_FIRST_QUARTER, _LAST_MONTH = 3, 12


def is_counted(n: StatedNumber) -> bool:
    """据统计，到4月底前，…有45个: what there is at the end of the running month."""
    day, moment = n.outlook.reference.day, n.own_moment
    if not (day and moment and moment.until and moment.last and (moment.last - day).days <= _MONTH):
        return False
    start = n.clause.sentence[0]
    return bool(_COUNTED.search(n.folded, start, n.number)) and not n.cues.ahead(start, n.number)


def is_term_ahead(n: StatedNumber) -> bool:
    """到2027年: a term that has not come."""
    day, moment = n.outlook.reference.day, n.own_moment
    return bool(moment and moment.until and moment.last and (day is None or moment.last > day))


def is_ahead(n: StatedNumber) -> bool:
    """A period that has not begun."""
    day, moment = n.outlook.reference.day, n.own_moment
    return bool(day and moment and moment.first and moment.first > day)


def ends_later(n: StatedNumber) -> bool:
    """A stretch that runs on into later years."""
    day, moment = n.outlook.reference.day, n.own_moment
    return bool(day and moment and moment.last and moment.last.year > day.year)


def is_not_over(n: StatedNumber) -> bool:
    """The whole year of a document that comes out before its end.

    That is 全年 from April on, and 今年 or 2026年 with an action that plans set out in the first quarter, when
    全年 may still be the year before.
    """
    day, moment = n.outlook.reference.day, n.own_moment
    if n.done or not (day and moment and moment.first and moment.last) or moment.as_of:
        return False
    if (moment.last - moment.first).days < _WHOLE_YEAR or moment.last.year != day.year:
        return False
    whole = n.folded.startswith("全年", moment.start)
    if day.month > _FIRST_QUARTER:
        return whole and day.month < _LAST_MONTH
    named = not whole and n.folded.startswith(("今年", str(day.year)), moment.start)
    return named and (n.action or n.outlook.reference.report)


def is_within_plan(n: StatedNumber) -> bool:
    """A whole year of the term that the name of a plan gives."""
    moment, term, day = n.own_moment, n.outlook.named_term, n.outlook.reference.day
    if not (moment and moment.first and moment.last and term and term.first and term.last) or n.done or moment.as_of:
        return False
    whole = (moment.last - moment.first).days >= _WHOLE_YEAR
    inside = term.first <= moment.first and moment.last <= term.last
    return whole and inside and (day is None or moment.last >= day) and not n.compared
