"""Pages for the tests of indicators and plans, made of a title and paragraphs."""

from datetime import date

import pytest

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft
from policyparse.plan.indicators import parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Page, lay_out
from policyparse.text.edits import RepairedText
from policyparse.text.source import SourceText

REFERENCE = date(2024, 9, 25)


def page_of(body: str, title: str = "某地经济运行情况") -> Page:
    """A laid-out page."""
    return lay_out(RepairedText(SourceText(f"{title}\n\n{body}\n")), Diagnostics())


class Reading:
    """What a text says in numbers and plans."""

    def __init__(
        self, body: str, title: str, reference: date | None, issuer: str | None, outlets: tuple[str, ...]
    ) -> None:
        page = page_of(body, title)
        self.diagnostics = Diagnostics()
        self.text = page.text
        self.indicators: list[Draft] = parse_indicators(page, reference, self.diagnostics)
        self.plan = parse_plan(page, reference, self.diagnostics, issuer=issuer, outlets=outlets)

    @property
    def codes(self) -> list[str]:
        """Codes of the findings."""
        return [finding.code for finding in self.diagnostics.findings]

    @property
    def metrics(self) -> list[str]:
        """Metric, value and unit of each indicator, as one string."""
        return [f"{i['metric']} {i['value']}{i['unit']}" for i in self.indicators]

    @property
    def periods(self) -> list[str | None]:
        """Label of each indicator's period."""
        return [i["period"] and i["period"]["label"] for i in self.indicators]

    @property
    def kinds(self) -> list[str]:
        """Kind of each indicator."""
        return [i["kind"] for i in self.indicators]

    def names(self, what: str) -> list[str]:
        """Names of the chains, projects or initiatives of the plan."""
        return [item["name"] for item in self.plan[what]] if self.plan else []


@pytest.fixture(scope="session")
def page():
    """Lay out a body of text: `page(body, title=…)`."""
    return page_of


@pytest.fixture
def read():
    """Read a body of text: `read(body, title=…, reference=…)`."""

    def reading(
        body: str,
        title: str = "某地经济运行情况",
        reference: date | None = REFERENCE,
        issuer: str | None = None,
        outlets: tuple[str, ...] = (),
    ) -> Reading:
        return Reading(body, title, reference, issuer, outlets)

    return reading
