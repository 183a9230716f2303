"""The dateline: the day that 今年, 29日 and 近日 count from (报道日期)."""

import re
from datetime import date, datetime

from policyparse.language.calendar import five_year_plan
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page

_PLAN_YEAR = re.compile(
    r"今年是[^。；]{0,12}“(?P<plan>[一二三四五六七八九十]{1,3})五”[^。；]{0,8}?(?:第(?P<nth>[一二三四五])年|(?P<first>开局)|(?P<last>收官))"
)


def dateline(page: Page, source: Draft, reference_date: date | None, diagnostics: Diagnostics) -> date | None:
    """Find the day that relative dates count from.

    It is the day of publication; else the reference that the caller gives; else the last day of the year that the
    text itself betrays: 今年是“十四五”规划的第一年 is 2021.

    Args:
        page: The page.
        source: Draft of its `Source`.
        reference_date: What the caller gave.
        diagnostics: Takes the inference of a year.
    """
    published = source["published_at"]
    if isinstance(published, datetime):
        return published.date()
    if published or reference_date:
        return published or reference_date
    for block in page.body:
        match = _PLAN_YEAR.search(block.folded)
        plan = five_year_plan(parse_integer(match["plan"]) or 0) if match else None
        if match is None or plan is None:
            continue
        nth = 1 if match["first"] else 5 if match["last"] else parse_integer(match["nth"]) or 1
        year = plan.first.year + nth - 1
        extent = (block.start + match.start(), block.start + match.end())
        diagnostics.add("PP301", f"the year of dates is {year}, inferred from “{page.text[slice(*extent)]}”", extent)
        return date(year, 12, 31)
    return None
