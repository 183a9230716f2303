"""The dateline: the day that 今年, 29日 and 近日 count from (报道日期)."""

from datetime import date, datetime

from policyparse.language.implied_year import match_year_of_plan
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.page import SourceDraft
from policyparse.page.blocks import Page, Role
from policyparse.page.lines import DATELINE


def opens_report(page: Page) -> bool:
    """Whether a dateline opens the text, as it opens a report: 某社江州1月1日电."""
    return any(block.rule == DATELINE and block.role is Role.SOURCE_LINE for block in page.blocks)


def dateline(page: Page, source: SourceDraft, reference_date: date | None, diagnostics: Diagnostics) -> date | None:
    """Find the day that relative dates count from.

    It is the day of publication; else the reference that the caller gives; else the last day of the year that the
    text itself implies: 今年是“十四五”规划的第一年 is 2021.

    Args:
        page: The page.
        source: SourceDraft of its `Source`.
        reference_date: What the caller gave.
        diagnostics: Takes the inference of a year.
    """
    published = source["published_at"]
    if isinstance(published, datetime):
        return published.date()
    if published or reference_date:
        return published or reference_date
    for block in page.body:
        implied = match_year_of_plan(block.folded)
        if implied:
            extent = (block.start + implied.extent[0], block.start + implied.extent[1])
            told = page.text[slice(*extent)]
            diagnostics.add("PP301", f"the year of dates is {implied.year}, inferred from “{told}”", extent)
            return date(implied.year, 12, 31)
    return None
