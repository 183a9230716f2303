"""Official documents (公文): the form by which they are known, and the recipe that reads them."""

from datetime import date
from typing import cast

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import parse_indicators
from policyparse.model.content import OfficialContentDraft
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


def open_reading(page: Page, day: date | None, diagnostics: Diagnostics) -> Reading:
    """Read the front matter, and take the letter apart."""
    draft = front_matter(page, diagnostics, day)
    draft["sections"] = []
    parts: list[Page | None] = []
    draft["parts"] = parts
    return Reading(page, day, diagnostics, page.once(divide), Outline(), cast(OfficialContentDraft, draft), parts=parts)


def read_plan(reading: Reading) -> None:
    """The indicators of the letter, and what it plans for industries."""
    draft = reading.draft
    day = draft.get("issued_on") or reading.day
    letter = reading.letter.page_of(reading.page)
    draft["indicators"] = parse_indicators(letter, day, reading.diagnostics)
    issuers = draft.get("issuers", [])
    issuer = issuers[0] if issuers else None
    draft["plan"] = parse_plan(letter, day, reading.diagnostics, issuer=issuer, evidence=reading.evidence)


READERS = (
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
    read_plan,
)
"""What reads an official document, in order: later readers use what earlier ones found."""

OFFICIAL_DOCUMENT = DocumentType(
    kind="official_document",
    model=OfficialDocument,
    score=score_of,
    readers=READERS,
    check=check,
    claims_body=True,
    opens=open_reading,
)
