"""Decisions and statutes: the form by which they are known, and the recipe that reads them."""

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import parse_indicators
from policyparse.model.decision import Decision
from policyparse.official.decision_form import score
from policyparse.official.decision_head import read_decision_head
from policyparse.page.reading import read_dateline, read_front_matter
from policyparse.plan.industry_plan import parse_plan
from policyparse.statute import patterns
from policyparse.statute.amendments import parse_amendments
from policyparse.statute.checks import check, report_loose
from policyparse.statute.document_citations import find_citations_around
from policyparse.statute.labelled_lines import SERIAL
from policyparse.statute.norms import parse_norms
from policyparse.statute.ordered_articles import join_new_articles
from policyparse.statute.particulars import parse_particulars
from policyparse.statute.parts import set_texts
from policyparse.statute.provisions import parse_provisions
from policyparse.statute.reading import DecisionReading, open_reading
from policyparse.statute.references import References
from policyparse.statute.sanctions import parse_sanctions


def read_provisions(reading: DecisionReading) -> None:
    """Divisions and articles with their paragraphs and items."""
    provisions = parse_provisions(reading.parts.body, reading.parts.style)
    report_loose(provisions.loose, reading.diagnostics)
    reading.decision["sections"] = []
    reading.decision["divisions"], reading.decision["articles"] = provisions.divisions, provisions.articles


def read_texts(reading: DecisionReading) -> None:
    """Title, preamble, closing, annexes; an article that an amendment quotes belongs to it."""
    set_texts(reading.decision, reading.parts)
    join_new_articles(reading.page, reading.decision)


def read_particulars(reading: DecisionReading) -> None:
    """Instrument, issuer, numbers, days, history, signatures; then what the head of a letter says."""
    parse_particulars(reading.page, reading.parts, reading.decision, reading.diagnostics)
    read_decision_head(reading.page, reading.decision)


def read_norms(reading: DecisionReading) -> None:
    """Who must, may or must not do what, and what follows where somebody does not."""
    parse_norms(reading.page, reading.decision["articles"])
    parse_sanctions(reading.page, reading.decision["articles"])


def read_citations(reading: DecisionReading) -> None:
    """The provisions and documents that articles name, and those that stand around them."""
    References(reading.page, reading.decision, reading.diagnostics).cite()
    reading.decision["citations"] = find_citations_around(reading.page, reading.decision)


def read_amendments(reading: DecisionReading) -> None:
    """What a decision changes in another statute."""
    reading.decision["amendments"] = parse_amendments(reading.page, reading.decision, reading.diagnostics)


def read_printed(reading: DecisionReading) -> None:
    """The statutes printed below, as attachments and annexes."""
    draft, printed = reading.decision, reading.printed
    draft["attachments"] = [{"label": p.label, "title": p.title, "document": None, "span": p.span} for p in printed]
    draft["annexes"] += [p.as_annex() for p in printed]
    reading.draft["parts"] = [p.page for p in printed]


def read_plan(reading: DecisionReading) -> None:
    """Indicators and industry plan, where the document plans: it names a horizon, or industries and is no statute."""
    page, draft = reading.page, reading.decision
    if plans := bool(patterns.HORIZON.search(page.folded)):
        draft["indicators"] = parse_indicators(page, reading.day, reading.diagnostics)
    if "产业" in page.folded and (plans or reading.parts.style != SERIAL):
        draft["plan"] = parse_plan(
            page, reading.day, reading.diagnostics, issuer=draft.get("issuer"), evidence=draft["evidence"]
        )


READERS = (
    read_front_matter,
    read_provisions,
    read_texts,
    read_particulars,
    read_norms,
    read_citations,
    read_amendments,
    read_printed,
    read_dateline,
    read_plan,
)
"""What reads a decision, in order: later readers use what earlier ones found."""

DECISION = DocumentType(
    kind="decision",
    model=Decision,
    score=score,
    readers=READERS,
    check=check,
    claims_body=True,
    opens=open_reading,
)
