"""The industry plan of a document."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.structure.layout import Page


def parse_plan(
    page: Page, reference: date | None, diagnostics: Diagnostics, *, issuer: str | None = None, outlets: tuple[str, ...] = ()
) -> Draft | None:
    """Read what a text plans for industries (draft of `IndustryPlan`), None where it plans none.

    Args:
        page: The page; its title and body are read.
        reference: The day of publication, from which 今年 counts; None where unknown.
        diagnostics: Takes declared counts that the lists do not meet.
        issuer: The issuing body, where the document has one; 本市 and 我市 resolve by it.
        outlets: Publisher and site, which resolve 本市 and 我市 where there is no issuer.
    """
    return None
