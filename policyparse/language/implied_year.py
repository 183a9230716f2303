"""The year that 今年 means in a text that does not say when it was published.

stated  ::= "今年是" … "“" ordinal "五”" … ("第" number "年" | "开局" | "起步" | "收官")
printed ::= the latest year that the text prints without 到, 至 or 展望, where it says 今年 too
"""

from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.language.calendar import five_year_plan
from policyparse.language.dates import find_dates
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent

_YEAR_OF_PLAN = pattern(
    rf"今年是[^。；]{{0,12}}“(?P<plan>[{SMALL_ORDINAL}]{{1,3}})五”[^。；]{{0,8}}?"
    rf"(?:第(?P<nth>[{SMALL_ORDINAL}])年|(?P<first>开局|起步)|(?P<last>收官))",
    matches=[
        ("今年是“十四五”规划的第二年", {"plan": "十四", "nth": "二"}),
        ("今年是“十四五”开局之年", {"first": "开局"}),
        ("今年是实施“十三五”规划的收官之年", {"plan": "十三", "last": "收官"}),
        *(("今年是“十四五”起步之年", {"first": "起步"}), ("今年是我市“二十一五”时期第一年", {"plan": "二十一"})),
        ("今年是全面深入贯彻落实好“九五”第五年", {"plan": "九"}),
    ],
    rejects=[
        *("今年是丰收年", "去年是“十四五”第一年", "今年是“五”第一年", "今年是“十四五”期间的一年"),
        *("今年是“二十一二五”第一年", "今年是关键。“十四五”第一年"),
        *("今年是全面深入贯彻落实好各项目标和“十四五”第一年", "今年是“十四五”规划和远景目标纲要实施的第一年"),
        "今年是“十四五”第年",
    ],
)
_AHEAD = pattern(
    r"(?:到|至|力争|截止|面向|迈向|展望|奔向)$",
    matches=["到", "至", "截至", "力争", "截止", "面向", "迈向", "展望", "奔向"],
    rejects=["在", "到了", "始于"],
)
"""What stands before a year that is still to come."""

_AHEAD_LENGTH = 3

_HORIZON = pattern(
    r"(?:底|末)?(?:之?前|远景|基本|全面)",
    method="match",
    matches=["远景目标", "底前", "之前", "基本实现", "末全面建成"],
    rejects=["，", "上半年"],
)
"""After a year: it is still to come."""

_OF_LIFE = pattern(
    "(?:出?生|入[党伍学]|参加工作|毕业)",
    method="match",
    matches=["生，", "出生", "入党", "入伍", "入学", "参加工作", "毕业"],
    rejects=["，", "参加会议", "入库", "出台"],
)
"""After a year: it is one of a person's life."""

_LEAP = 4
"""A round year (2035) of which the text names no month is a horizon where it lies so many years after the others."""

_ROUND = 5
_WHOLE_YEAR_LABEL = len("2024")


@dataclass(frozen=True, slots=True)
class ImpliedYear:
    """The year that a text implies, and from what.

    Attributes:
        year: The year.
        extent: Place of the words from which it follows.
    """

    year: int
    extent: Extent


def match_year_of_plan(folded: str) -> ImpliedYear | None:
    """Find the year that a text names by its place in a five-year plan: 今年是“十四五”规划的第二年 is 2022.

    Args:
        folded: Width-folded text.
    """
    for stated in _YEAR_OF_PLAN.finditer(folded):
        plan = five_year_plan(parse_integer(stated["plan"]) or 0)
        if plan:
            nth = 1 if stated["first"] else 5 if stated["last"] else parse_integer(stated["nth"]) or 1
            return ImpliedYear(plan.first.year + nth - 1, stated.span())
    return None


def infer_year(folded: str) -> ImpliedYear | None:
    """Find the year that 今年 means, by a five-year plan, else by the latest year that the text prints as past.

    Args:
        folded: Width-folded text without a date of publication.
    """
    stated = match_year_of_plan(folded)
    if stated or "今年" not in folded:
        return stated
    years: dict[int, Extent] = {}
    with_part: set[int] = set()
    for mention in find_dates(folded, None):
        if not mention.year_printed or mention.first is None or mention.last is None:
            continue
        year = mention.first.year
        ahead = _AHEAD.search(folded, max(0, mention.start - _AHEAD_LENGTH), mention.start)
        behind = _HORIZON.match(folded, mention.end) or _OF_LIFE.match(folded, mention.end)
        if year != mention.last.year or ahead or behind:
            continue
        years.setdefault(year, (mention.start, mention.end))
        with_part |= {year} if len(mention.label or "") > _WHOLE_YEAR_LABEL else set()
    return _latest(years, with_part)


def _latest(years: dict[int, Extent], with_part: set[int]) -> ImpliedYear | None:
    """The latest year that is no horizon."""
    found = sorted(years)
    while len(found) > 1 and found[-1] - found[-2] >= _LEAP and found[-1] % _ROUND == 0 and found[-1] not in with_part:
        found.pop()
    return ImpliedYear(found[-1], years[found[-1]]) if found else None
