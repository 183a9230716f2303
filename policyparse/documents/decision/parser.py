"""From a page to the draft of a decision."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.documents.front_matter import front_matter
from policyparse.structure.layout import Page


def score(page: Page) -> float:
    """How much the page looks like a decision, 0 to 1."""
    return 0.3


def parse(page: Page, reference_date: date | None, diagnostics: Diagnostics) -> Draft:
    """Parse a decision."""
    draft = front_matter(page, diagnostics) | {"instrument": "other"}
    return draft
