"""What can be wrong in a meeting; reports only."""

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.structure.layout import Page


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong or may be missing in the draft.

    Args:
        page: The page.
        draft: The draft of a `Meeting`.
        diagnostics: Takes the findings.
    """
    if page.names is None:
        diagnostics.add("PP502", "only persons with an office or in a list of those who attend were looked for")
