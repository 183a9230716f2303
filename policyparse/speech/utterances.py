"""Stretches of speech, each of one speaker."""

from dataclasses import dataclass, field

from policyparse.model.base import Extent
from policyparse.model.speech import StatementDraft
from policyparse.page.blocks import Page


@dataclass(slots=True)
class Utterance:
    """One stretch of speech.

    Attributes:
        speaker: Name of the speaker.
        kind: Kind of the speaker.
        verb: Reporting verb, the first of several; None after a label with a colon.
        verbs: All of them.
        pieces: The stretches of the page that are speech, in order.
        quoted: Which of them are quotations.
        before: How many pieces stand before the reporting clause.
        section: Heading above.
        topic: Topic line of a box.
        represents: The speaker speaks for others.
        joint: Names of those who say the same together with the speaker.
    """

    speaker: str
    kind: str
    verb: str | None
    pieces: list[Extent] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    before: int = 0
    section: str | None = None
    topic: str | None = None
    verbs: set[str] = field(default_factory=set)
    joint: tuple[str, ...] = ()
    represents: bool = False

    @property
    def extent(self) -> Extent:
        """From the first to the last character of the speech."""
        return self.pieces[0][0], self.pieces[-1][1]

    @property
    def mode(self) -> str:
        """`direct`, `indirect` or `mixed`."""
        if all(self.quoted):
            return "direct"
        return "mixed" if any(self.quoted) else "indirect"

    def text(self, page: Page, pieces: slice = slice(None)) -> str:
        """The speech without reporting clauses and outer quotation marks."""
        return "".join(page.text[start:end] for start, end in self.pieces[pieces]).strip()

    def add(self, start: int, end: int, *, quoted: bool) -> None:
        """Append a stretch."""
        if end > start:
            self.pieces.append((start, end))
            self.quoted.append(quoted)


def statements(utterances: list[Utterance], page: Page) -> list[StatementDraft]:
    """Drafts of `Statement`."""
    return [
        {
            "speaker": u.speaker,
            "text": u.text(page),
            "verb": u.verb,
            "mode": u.mode,
            "section": u.section,
            "span": u.extent,
            "parts": u.pieces,
        }
        for u in utterances
    ]
