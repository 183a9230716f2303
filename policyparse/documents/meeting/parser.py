"""From a page to the draft of a meeting."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.front_matter import front_matter, publication_day
from policyparse.plan.indicators import parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Page


def score(page: Page) -> float:
    """How much the page looks like a meeting, 0 to 1."""
    return 0.3


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a meeting: front matter, speech, indicators, plan."""
    draft = front_matter(page, diagnostics)
    reference = publication_day(draft, reference_date)
    outlets = tuple(filter(None, (draft["source"]["publisher"], draft["source"]["site"])))
    draft["indicators"] = parse_indicators(page, reference, diagnostics)
    draft["plan"] = parse_plan(page, reference, diagnostics, outlets=outlets)
    return draft
