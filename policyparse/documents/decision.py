"""Decisions and statutes: the form by which they are known, and the recipe that reads them."""

from datetime import date

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import parse_indicators
from policyparse.model.base import Draft
from policyparse.model.decision import Decision
from policyparse.model.diagnostics import Diagnostics
from policyparse.official.decision_form import score
from policyparse.official.decision_head import read_decision_head
from policyparse.page.dateline import dateline
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import Page
from policyparse.plan.industry_plan import parse_plan
from policyparse.statute import patterns
from policyparse.statute.amendments import join_new_articles, parse_amendments
from policyparse.statute.checks import check, report_loose
from policyparse.statute.document_citations import find_citations_around
from policyparse.statute.labelled_lines import SERIAL
from policyparse.statute.norms import parse_norms
from policyparse.statute.particulars import parse_particulars
from policyparse.statute.parts import Parts, divide, set_texts
from policyparse.statute.printed import cut_printed
from policyparse.statute.provisions import parse_provisions
from policyparse.statute.references import References
from policyparse.statute.sanctions import parse_sanctions


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a decision: its parts, provisions, particulars, norms, citations, indicators and plan.

    Args:
        page: The page.
        reference_date: The day from which 今年 counts where the page has none.
        diagnostics: Takes what is missing, ambiguous or does not resolve.

    Returns:
        A draft of `Decision`; the pages of what it prints below itself stand under `parts`.
    """
    parts = divide(page)
    page, printed = cut_printed(page, parts.title)
    parts = divide(page) if printed else parts
    draft = front_matter(page, diagnostics, reference_date)
    page.understood += [b.extent for b in parts.announcement if patterns.PROMULGATION.search(b.folded)]
    provisions = parse_provisions(parts.body, parts.style)
    report_loose(provisions.loose, diagnostics)
    draft["sections"] = []
    draft["divisions"], draft["articles"] = provisions.divisions, provisions.articles
    set_texts(draft, parts)
    join_new_articles(page, draft)
    parse_particulars(page, parts, draft, diagnostics)
    read_decision_head(page, draft)
    parse_norms(page, draft["articles"])
    parse_sanctions(page, draft["articles"])
    References(page, draft, diagnostics).cite()
    draft["citations"] = find_citations_around(page, draft)
    draft["amendments"] = parse_amendments(page, draft, diagnostics)
    draft["attachments"] = [{"label": p.label, "title": p.title, "document": None, "span": p.span} for p in printed]
    draft["annexes"] += [p.as_annex() for p in printed]
    draft["parts"] = [p.page for p in printed]
    _plan(page, parts, draft, dateline(page, draft["source"], reference_date, diagnostics), diagnostics)
    return draft


def _plan(page: Page, parts: Parts, draft: Draft, reference: date | None, diagnostics: Diagnostics) -> None:
    """Indicators and industry plan, where the document plans: it names a horizon, or industries and is no statute."""
    if plans := bool(patterns.HORIZON.search(page.folded)):
        draft["indicators"] = parse_indicators(page, reference, diagnostics)
    if "产业" in page.folded and (plans or parts.style != SERIAL):
        draft["plan"] = parse_plan(page, reference, diagnostics, issuer=draft.get("issuer"), evidence=draft["evidence"])


DECISION = DocumentType(kind="decision", model=Decision, score=score, parse=parse, check=check, claims_body=True)
