"""A reading: what every reader of an official document gets, and fills."""

from dataclasses import dataclass, field
from datetime import date

from policyparse.model.base import Extent
from policyparse.model.content import OfficialContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.official.letter import Letter
from policyparse.official.outline import Outline
from policyparse.page.blocks import Block, Page


@dataclass(slots=True)
class Reading:
    """One official document while it is read.

    Attributes:
        page: The page.
        day: The day from which 今年 counts where the document has none, None where nobody gave it.
        diagnostics: Takes what is missing, ambiguous or does not resolve.
        letter: The page taken apart.
        outline: Its text with its points.
        draft: The draft that the readers fill.
        closing: Lines after the last point that are about the whole.
        parts: Pages of the attachments, in the order of `draft["attachments"]`.
    """

    page: Page
    day: date | None
    diagnostics: Diagnostics
    letter: Letter
    outline: Outline
    draft: OfficialContentDraft
    closing: list[Block] = field(default_factory=list)
    parts: list[Page | None] = field(default_factory=list)

    @property
    def evidence(self) -> dict[str, Extent]:
        """Places of the scalar fields, by JSON Pointer."""
        return self.draft.setdefault("evidence", {})

    def texts(self) -> list[Extent]:
        """Places of all text of the letter in order: opening, points, closing."""
        opening = [line.block.extent for line in self.outline.opening]
        points = [extent for node in self.outline.walk() for extent in node.texts]
        return [*opening, *points, *(block.extent for block in self.closing)]
