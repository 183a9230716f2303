"""A reading of a decision: what the readers of a decision share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page
from policyparse.page.reading import Reading
from policyparse.statute import patterns
from policyparse.statute.parts import Parts, divide
from policyparse.statute.printed import Printed, cut_printed


@dataclass(slots=True)
class DecisionReading(Reading):
    """A decision while it is read.

    Attributes:
        parts: The page taken apart.
        printed: The statutes that it prints below itself.
    """

    parts: Parts = field(default_factory=Parts)
    printed: Sequence[Printed] = ()

    @property
    def decision(self) -> DecisionContentDraft:
        """The draft by the fields of a decision."""
        return cast(DecisionContentDraft, self.draft)


def open_reading(page: Page, day: date | None, diagnostics: Diagnostics) -> DecisionReading:
    """Take a page apart; what is printed below a decision is no part of its page."""
    parts = divide(page)
    page, printed = cut_printed(page, parts.title)
    parts = divide(page) if printed else parts
    page.understood += [b.extent for b in parts.announcement if patterns.PROMULGATION.search(b.folded)]
    return DecisionReading(page, day, diagnostics, parts=parts, printed=printed)
