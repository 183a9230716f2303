"""What the tests of decisions share: a text read as far as a page, or as far as its draft."""

from collections.abc import Callable
from typing import Any

import pytest

from policyparse.documents.decision import DECISION
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page, lay_out
from policyparse.repair import repair
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText


def page_of(text: str) -> Page:
    """The page of a text."""
    repaired: RepairedText = repair(SourceText(text), Diagnostics())
    return lay_out(repaired, Diagnostics())


@pytest.fixture
def lay() -> Callable[[str], Page]:
    """Lay a text out."""
    return page_of


@pytest.fixture
def draft_of() -> Callable[[str], dict[str, Any]]:
    """The draft of a decision."""
    return lambda text: DECISION.parse(page_of(text), None, Diagnostics())
