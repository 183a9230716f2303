"""Official documents (公文): the form by which they are known, and the recipe that reads them."""

from collections.abc import Callable
from datetime import date

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import parse_indicators
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.official_document import OfficialDocument
from policyparse.official.attachments import read_attachments
from policyparse.official.checks import check
from policyparse.official.form import score_of
from policyparse.official.letter import divide
from policyparse.official.outline import Outline
from policyparse.official.particulars import (
    read_adoption,
    read_day,
    read_issuers,
    read_numbers,
    read_receivers,
    read_title,
)
from policyparse.official.reading import Reading
from policyparse.official.relation import read_relation
from policyparse.official.spoken import read_speech
from policyparse.official.text import read_text
from policyparse.official.validity import read_draft_state, read_repealed, read_validity
from policyparse.page.blocks import Page
from policyparse.page.front_matter import front_matter
from policyparse.plan.industry_plan import parse_plan

READERS: tuple[Callable[[Reading], None], ...] = (
    read_title,
    read_numbers,
    read_receivers,
    read_issuers,
    read_day,
    read_adoption,
    read_text,
    read_speech,
    read_relation,
    read_attachments,
    read_validity,
    read_draft_state,
    read_repealed,
)
"""What reads an official document, in order: later readers use what earlier ones found."""


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse an official document: its letter, particulars, points, attachments, indicators and plan.

    Args:
        page: The page.
        reference_date: The day from which 今年 counts where the document has none.
        diagnostics: Takes what is missing, ambiguous or does not resolve.

    Returns:
        A draft of `OfficialDocument`; the pages of its attachments stand under `parts`.
    """
    draft = front_matter(page, diagnostics, reference_date)
    draft["sections"] = []
    reading = Reading(page, reference_date, diagnostics, divide(page), Outline(), draft)  # type: ignore[arg-type]
    for read in READERS:
        read(reading)
    day = reading.draft.get("issued_on") or reference_date
    letter = reading.letter.page_of(page)
    draft["indicators"] = parse_indicators(letter, day, diagnostics)
    issuers = reading.draft.get("issuers", [])
    issuer = issuers[0] if issuers else None
    draft["plan"] = parse_plan(letter, day, diagnostics, issuer=issuer, evidence=draft["evidence"])
    draft["parts"] = reading.parts
    return draft


OFFICIAL_DOCUMENT = DocumentType(
    kind="official_document", model=OfficialDocument, score=score_of, parse=parse, check=check, claims_body=True
)
