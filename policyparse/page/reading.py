"""A reading: what every reader of a document gets, and fills."""

from dataclasses import dataclass, field
from datetime import date

from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page
from policyparse.page.dateline import dateline
from policyparse.page.front_matter import front_matter


@dataclass(slots=True)
class Reading:
    """One document while it is read.

    Attributes:
        page: The page.
        day: The day from which 今年 counts, None where nothing says it: the day given, until `read_dateline` finds that
            of the text.
        diagnostics: Takes what is missing, ambiguous or does not resolve.
        draft: The draft of the model that the readers fill.
    """

    page: Page
    day: date | None
    diagnostics: Diagnostics
    draft: Draft = field(default_factory=dict)

    @property
    def evidence(self) -> dict[str, Extent]:
        """Places of the scalar fields in the repaired text, by JSON Pointer."""
        found: dict[str, Extent] = self.draft.setdefault("evidence", {})
        return found

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the media that published the document, once its front matter is read."""
        source = self.draft["source"]
        return tuple(filter(None, (source["publisher"], source["site"])))


def read_front_matter(reading: Reading) -> None:
    """Read what every document has: titles, language, source, sections, tables, and their evidence."""
    reading.draft |= front_matter(reading.page, reading.diagnostics, reading.day)


def read_dateline(reading: Reading) -> None:
    """Find the day from which 今年 counts; the front matter is read before."""
    reading.day = dateline(reading.page, reading.draft["source"], reading.day, reading.diagnostics)
