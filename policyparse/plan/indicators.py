"""Indicators: numbers with a meaning."""

from datetime import date

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.structure.layout import Page


def parse_indicators(page: Page, reference: date | None, diagnostics: Diagnostics) -> list[Draft]:
    """Find the indicators of a page (drafts of `Indicator`, in order of the text).

    Args:
        page: The page; its title and body are read.
        reference: The day of publication, from which 今年 and 上半年 count; None where unknown.
        diagnostics: Takes periods that cannot be fixed.
    """
    return []


def link_speakers(indicators: list[Draft], speech: list[Draft]) -> None:
    """Name in each indicator the speaker of the innermost stretch of speech that it stands in.

    Args:
        indicators: Drafts of `Indicator`; their `speaker` is set.
        speech: Drafts of statements, proposals and responses, each with `speaker` and `span`.
    """
