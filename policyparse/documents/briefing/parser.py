"""From a page to the draft of a news briefing."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.dateline import dateline
from policyparse.documents.front_matter import front_matter
from policyparse.plan.indicators import link_speakers, parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Page
from policyparse.structure.speech import parse_speech, statements


def score(page: Page) -> float:
    """How much the page looks like a briefing, 0 to 1."""
    return 0.3


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a briefing: front matter, speech, indicators, plan."""
    draft = front_matter(page, diagnostics)
    reference = dateline(page, draft["source"], reference_date, diagnostics)
    outlets = tuple(filter(None, (draft["source"]["publisher"], draft["source"]["site"])))
    speech, speakers = parse_speech(page, diagnostics)
    draft["statements"] = statements(speech, page)
    draft["speakers"] = speakers.drafts()
    draft["indicators"] = parse_indicators(page, reference, diagnostics)
    link_speakers(draft["indicators"], draft["statements"])
    draft["plan"] = parse_plan(page, reference, diagnostics, outlets=outlets)
    return draft
