"""What a document type is: a name, a model, a form by which it is known, and the readers that fill the model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar, cast

from policyparse.knowledge import trace
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.document import Document
from policyparse.page.blocks import Page
from policyparse.page.reading import Reading


class HasDraft(Protocol):
    """A reading of any document type."""

    @property
    def draft(self) -> Mapping[str, Any]:
        """The draft that the readers fill."""


R = TypeVar("R", bound=HasDraft)


_OPENS: Any = Reading
"""What opens the reading of a type that says nothing else."""


def check_nothing(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """The checks of a type whose readers report all that can be wrong."""


@dataclass(frozen=True)  # without slots, so that DocumentType[R](…) works
class DocumentType(Generic[R]):
    """One document type.

    Attributes:
        kind: Its name, the discriminator of the models.
        model: The model that its readers fill.
        score: Its form: how well a page fits, 0 to 1. A page that fits no type at least by 0.2 is of none.
        readers: Its recipe: what reads a document, in order. Each gets the reading, and puts what it found into
            `reading.draft`; it never raises for what the document says. Later readers use what earlier ones found.
        check: Reports what is wrong in the draft.
        claims_body: Whether its grammar claims the whole body, so that a line of it that no field holds is unread.
        opens: Opens the reading: page, day from which 今年 counts (or None) and a collector to a `Reading`, or to one
            that holds more between the readers.
    """

    kind: str
    model: type[Document]
    score: Callable[[Page], float]
    readers: tuple[Callable[[R], None], ...]
    check: Callable[[Page, Draft, Diagnostics], None] = check_nothing
    claims_body: bool = False
    opens: Callable[[Page, date | None, Diagnostics], R] = _OPENS

    def parse(self, page: Page, day: date | None, diagnostics: Diagnostics) -> Draft:
        """Read a page.

        Args:
            page: The page.
            day: The day from which 今年 counts where the page has none, or None.
            diagnostics: Takes what is missing, ambiguous or does not resolve.

        Returns:
            A draft of the model, with places in the repaired text; under `parts` the pages of attachments.
        """
        reading = self.opens(page, day, diagnostics)
        watched = trace.active
        if watched is not None:
            watched.read(self.kind, None, reading.draft, page)
        for read in self.readers:
            read(reading)
            if watched is not None:
                watched.read(self.kind, read, reading.draft, page)
        return cast(Draft, reading.draft)
