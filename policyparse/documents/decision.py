"""Decisions and statutes: the form by which they are known, and the recipe that reads them."""

from datetime import date

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import parse_indicators
from policyparse.language.labels import match_label
from policyparse.language.notes import is_note
from policyparse.model.base import Draft
from policyparse.model.decision import Decision
from policyparse.model.diagnostics import Diagnostics
from policyparse.official.form import form_of
from policyparse.page.dateline import dateline
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import Page, Role
from policyparse.plan.industry_plan import parse_plan
from policyparse.statute import patterns
from policyparse.statute.amendments import join_new_articles, parse_amendments
from policyparse.statute.checks import check, report_loose
from policyparse.statute.document_citations import find_citations_around
from policyparse.statute.norms import parse_norms
from policyparse.statute.particulars import parse_particulars
from policyparse.statute.parts import Parts, divide, set_texts
from policyparse.statute.provisions import SERIAL, parse_provisions
from policyparse.statute.references import References
from policyparse.statute.sanctions import parse_sanctions

ENOUGH = 400
"""So many lines are looked at."""

OTHER_GENRE = 0.4
"""What is left of the score of a page whose title names another genre of official document."""

_ARTICLES, _ITEMS = 3, 2  # so many count, more do not count more


def score(page: Page) -> float:
    """How much a page looks like a decision, 0 to 1.

    Numbered articles count most; then the name of an instrument at the end of the title, the note under it,
    the sentences that promulgate and put into force. A dateline or a reporter counts against a page without articles,
    but not where the report gives the text itself (全文如下).
    """
    articles, items = _count(page)
    title = page.title
    given = any(patterns.FULL_TEXT.search(block.folded) for block in page.blocks[:30] if "全文" in block.folded)
    named = "" if title is None else title.folded.rstrip("》") if given else title.folded
    instrument = bool(patterns.INSTRUMENT.search(named))
    value = articles * 0.2
    value += 0.3 if instrument else 0.0
    value += 0.15 if instrument and items == _ITEMS else 0.0
    value += 0.45 if instrument and given else 0.0
    noted = any(is_note(b.folded) or patterns.PROMULGATION.search(b.folded) for b in page.blocks[:30])
    if title is not None and patterns.DECIDES.match(title.folded):
        value += 0.45 if noted else 0.25
    value += 0.2 if noted else 0.0
    text = page.folded[:20_000] + page.folded[-2_000:]
    value += 0.2 if patterns.IN_FORCE.search(text) else 0.0
    value -= 0.5 if articles < _ARTICLES and not given and patterns.REPORTED.search(text) else 0.0
    form = form_of(page)
    if form.genre and not form.promulgates and form.articles < _ARTICLES:
        value *= OTHER_GENRE
    return max(0.0, min(1.0, value))


def _count(page: Page) -> tuple[int, int]:
    """Articles, and points of the form 一、 with text on their line; no more than count."""
    articles = items = 0
    for block in page.blocks[:ENOUGH]:
        first = block.folded[:1]
        if first == "第":
            if articles < _ARTICLES and block.role is not Role.FURNITURE:
                label = match_label(block.folded)
                articles += label is not None and label.kind == "article"
        elif items < _ITEMS and first in "一二三四五六七八九十百" and block.role is not Role.FURNITURE:
            label = match_label(block.folded)
            items += label is not None and len(block.folded) > label.body
    return articles, items


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
    page.understood += [b.extent for b in parts.announcement if patterns.PROMULGATION.search(b.folded)]
    provisions = parse_provisions(parts.body, parts.style)
    report_loose(provisions.loose, diagnostics)
    draft["sections"] = []
    draft["divisions"], draft["articles"] = provisions.divisions, provisions.articles
    set_texts(draft, parts)
    join_new_articles(page, draft)
    parse_particulars(page, parts, draft, diagnostics)
    parse_norms(page, draft["articles"])
    parse_sanctions(page, draft["articles"])
    References(page, draft, diagnostics).cite()
    draft["citations"] = find_citations_around(page, draft)
    draft["amendments"] = parse_amendments(page, draft, diagnostics)
    _plan(page, parts, draft, dateline(page, draft["source"], reference_date, diagnostics), diagnostics)
    return draft


def _plan(page: Page, parts: Parts, draft: Draft, reference: date | None, diagnostics: Diagnostics) -> None:
    """Indicators and industry plan, where the document plans: it names a horizon, or industries and is no statute."""
    if plans := bool(patterns.HORIZON.search(page.folded)):
        draft["indicators"] = parse_indicators(page, reference, diagnostics)
    if "产业" in page.folded and (plans or parts.style != SERIAL):
        draft["plan"] = parse_plan(page, reference, diagnostics, issuer=draft.get("issuer"))


DECISION = DocumentType(kind="decision", model=Decision, score=score, parse=parse, check=check, claims_body=True)
