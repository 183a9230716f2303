"""What a document type is: a name, a model, a score and a parser."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.document import Document
from policyparse.page.layout import Page


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One document type.

    Attributes:
        kind: Its name, the discriminator of the models.
        model: The model that its parser fills.
        score: How well a page fits, 0 to 1.
        parse: Page, reference date (or None) and a collector to a draft of the model; never raises for
            what the document says.
        check: Reports what is wrong in the draft.
        claims_body: Whether its grammar claims the whole body, so that a line of it that no field holds is unread.
    """

    kind: str
    model: type[Document]
    score: Callable[[Page], float]
    parse: Callable[[Page, date | None, Diagnostics], Draft]
    check: Callable[[Page, Draft, Diagnostics], None]
    claims_body: bool = False
