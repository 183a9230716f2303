"""From a page to the draft of a meeting."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.dateline import dateline
from policyparse.documents.front_matter import front_matter
from policyparse.documents.meeting.contributions import divide
from policyparse.documents.meeting.counts import find_counts
from policyparse.documents.meeting.outcomes import find_outcomes
from policyparse.documents.meeting.particulars import opens_meeting, parse_particulars
from policyparse.documents.meeting.patterns import names_meeting
from policyparse.documents.meeting.visits import find_visits
from policyparse.plan.indicators import link_speakers, parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Page
from policyparse.structure.speech import parse_speech


def score(page: Page) -> float:
    """How much the page looks like a meeting, 0 to 1: whether its titles, or without any its lead, name one."""
    titles = [block for block in (page.title, page.subtitle) if block]
    if titles:
        return 0.8 if any(names_meeting(block.folded) for block in titles) else 0.05
    return 0.6 if any(opens_meeting(block.folded) for block in page.body[:1]) else 0.05


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a meeting: front matter, particulars, speech, proceedings, indicators, plan."""
    draft = front_matter(page, diagnostics, reference_date)
    reference = dateline(page, draft["source"], reference_date, diagnostics)
    outlets = tuple(filter(None, (draft["source"]["publisher"], draft["source"]["site"])))
    draft |= parse_particulars(page, reference, draft["evidence"])
    speech, speakers = parse_speech(page, diagnostics)
    draft["speakers"] = speakers.drafts()
    contributions = divide(speech, draft["speakers"], page, draft["meeting_type"])
    draft["statements"], draft["proposals"], draft["responses"] = contributions
    draft["attendees"] = speakers.people.attendees(draft["speakers"])
    spoken = [utterance.extent for utterance in speech]
    draft["visits"] = find_visits(page)
    draft["outcomes"] = find_outcomes(page, spoken)
    draft["counts"] = find_counts(page, spoken)
    draft["indicators"] = parse_indicators(page, reference, diagnostics)
    link_speakers(draft["indicators"], [*draft["statements"], *draft["proposals"], *draft["responses"]])
    draft["plan"] = parse_plan(page, reference, diagnostics, issuer=draft["organizer"], outlets=outlets)
    return draft
