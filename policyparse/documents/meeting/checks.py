"""What can be wrong in a meeting; reports only."""

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.structure.layout import Page


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft."""
