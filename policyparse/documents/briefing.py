"""News briefings: the form by which they are known, and the recipe that reads them."""

import re
from datetime import date

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import link_speakers, parse_indicators
from policyparse.language.dates import find_dates
from policyparse.model.base import Draft, Extent
from policyparse.model.briefing import NewsBriefing
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.dateline import dateline
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import Page, Role
from policyparse.plan.industry_plan import parse_plan
from policyparse.speech.attribution import parse_speech
from policyparse.speech.utterances import statements
from policyparse.statute.document_citations import find_document_citations

_HAN = re.compile("[\u4e00-\u9fff]+")
_LEAD_PARAGRAPHS = 3
_LONGEST_EVENT = 16
"""Days; a month or more is a period, not an event."""


def score(page: Page) -> float:
    """How much the page looks like a briefing, 0 to 1: any other Chinese prose is one, but a weak one."""
    prose = "".join(block.folded for block in page.body if block.folded[-1:] in "。！？”）" or "，" in block.folded)
    return 0.3 if len(prose) >= 10 and sum(map(len, _HAN.findall(prose))) >= 0.3 * len(prose) else 0.0


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a briefing: front matter, speech, indicators, plan."""
    draft = front_matter(page, diagnostics, reference_date)
    reference = dateline(page, draft["source"], reference_date, diagnostics)
    outlets = tuple(filter(None, (draft["source"]["publisher"], draft["source"]["site"])))
    speech, speakers = parse_speech(page, diagnostics)
    draft["statements"] = statements(speech, page)
    draft["speakers"] = speakers.drafts()
    draft["event_on"] = _event_on(page, reference, draft["evidence"])
    draft["indicators"] = parse_indicators(page, reference, diagnostics)
    link_speakers(draft["indicators"], draft["statements"])
    draft["plan"] = parse_plan(page, reference, diagnostics, outlets=outlets, evidence=draft["evidence"])
    draft["citations"] = find_document_citations(page)
    return draft


def _event_on(page: Page, reference: date | None, evidence: dict[str, Extent]) -> Draft | None:
    """The days of the event: the first date of the lead that resolves to days."""
    for block in page.with_role(Role.PARAGRAPH)[:_LEAD_PARAGRAPHS]:
        for mention in find_dates(block.folded, reference):
            if mention.first and mention.last and (mention.last - mention.first).days < _LONGEST_EVENT:
                evidence["/event_on"] = (block.start + mention.start, block.start + mention.end)
                return {"start": mention.first, "end": mention.last}
    return None


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft."""


BRIEFING = DocumentType(kind="briefing", model=NewsBriefing, score=score, parse=parse, check=check)
