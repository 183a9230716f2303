"""Checks of an official document: what is wrong or missing in its draft."""

from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft.

    Args:
        page: The page.
        draft: The draft of an `OfficialDocument`.
        diagnostics: Takes the findings.
    """
