"""From a page to the draft of a decision."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.dateline import dateline
from policyparse.documents.decision import patterns
from policyparse.documents.decision.amendments import join_new_articles, parse_amendments
from policyparse.documents.decision.norms import parse_norms
from policyparse.documents.decision.particulars import parse_particulars
from policyparse.documents.decision.parts import Parts, divide
from policyparse.documents.decision.references import References
from policyparse.documents.front_matter import front_matter
from policyparse.plan.indicators import parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Page
from policyparse.structure.provisions import SERIAL, parse_provisions

LOOSE_REPORTED = 20
"""So many lines under no article are reported."""


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a decision: its parts, provisions, particulars, norms, citations, indicators and plan.

    Args:
        page: The page.
        reference_date: The day from which 今年 counts where the page has none.
        diagnostics: Takes what is missing, ambiguous or does not resolve.

    Returns:
        A draft of `Decision`.
    """
    draft = front_matter(page, diagnostics, reference_date)
    parts = divide(page)
    provisions = parse_provisions(parts.body, parts.style)
    for block in provisions.loose[:LOOSE_REPORTED]:
        diagnostics.add("PP407", f"a line belongs to no article: {block.text[:20]}", block.extent)
    draft["sections"] = []
    draft["divisions"], draft["articles"] = provisions.divisions, provisions.articles
    _set_texts(draft, parts)
    join_new_articles(page, draft)
    parse_particulars(page, parts, draft, diagnostics)
    parse_norms(page, draft["articles"])
    References(page, draft, diagnostics).cite()
    draft["amendments"] = parse_amendments(page, draft, diagnostics)
    _plan(page, parts, draft, dateline(page, draft["source"], reference_date, diagnostics), diagnostics)
    return draft


def _plan(page: Page, parts: Parts, draft: Draft, reference: date | None, diagnostics: Diagnostics) -> None:
    """Indicators and industry plan, where the document plans: it names a horizon, or industries and is no statute."""
    plans = bool(patterns.HORIZON.search(page.folded))
    if plans:
        draft["indicators"] = parse_indicators(page, reference, diagnostics)
    if "产业" in page.folded and (plans or parts.style != SERIAL):
        draft["plan"] = parse_plan(page, reference, diagnostics, issuer=draft.get("issuer"))


def _set_texts(draft: Draft, parts: Parts) -> None:
    """Title, preamble and annexes."""
    draft["title"] = parts.title
    if parts.title_extent:
        draft["evidence"]["/title"] = parts.title_extent
    if parts.preamble:
        draft["preamble"] = "\n".join(block.text for block in parts.preamble)
        draft["evidence"]["/preamble"] = (parts.preamble[0].start, parts.preamble[-1].end)
    if parts.closing:
        draft["closing"] = "\n".join(block.text for block in parts.closing)
        draft["evidence"]["/closing"] = (parts.closing[0].start, parts.closing[-1].end)
    draft["annexes"] = parts.annexes
