"""Meetings: the form by which they are known, and the recipe that reads them."""

from dataclasses import dataclass, field
from typing import cast

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import link_speakers, parse_indicators
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.meeting import Meeting, MeetingDraft
from policyparse.official.meeting_form import score
from policyparse.page.layout import Page
from policyparse.page.reading import Reading, read_dateline, read_front_matter
from policyparse.plan.industry_plan import parse_plan
from policyparse.proceedings.attendees import find_attendees
from policyparse.proceedings.contributions import divide
from policyparse.proceedings.counts import find_counts, without_counted
from policyparse.proceedings.outcomes import find_outcomes
from policyparse.proceedings.particulars import parse_particulars
from policyparse.proceedings.visits import find_visits
from policyparse.speech.attribution import parse_speech
from policyparse.statute.document_citations import find_document_citations


@dataclass(slots=True)
class MeetingReading(Reading):
    """A meeting while it is read.

    Attributes:
        spoken: Places of all that is said.
    """

    spoken: list[Extent] = field(default_factory=list)

    @property
    def meeting(self) -> MeetingDraft:
        """The draft by the fields of a meeting."""
        return cast(MeetingDraft, self.draft)


def read_particulars(reading: MeetingReading) -> None:
    """Name, form, organizer, topic, days and place of the meeting."""
    reading.draft |= parse_particulars(reading.page, reading.day, reading.evidence)


def read_speech(reading: MeetingReading) -> None:
    """Who said what, and who was there: statements, proposals, responses, attendees."""
    draft = reading.meeting
    speech, speakers = parse_speech(reading.page, reading.diagnostics)
    draft["speakers"] = speakers.drafts()
    contributions = divide(speech, draft["speakers"], reading.page, draft["meeting_type"])
    draft["statements"], draft["proposals"], draft["responses"] = contributions
    reading.spoken = [utterance.extent for utterance in speech]
    draft["attendees"] = find_attendees(speakers, reading.spoken)


def read_proceedings(reading: MeetingReading) -> None:
    """What the meeting did outside of speech: visits, outcomes, counts of its members and papers."""
    reading.meeting["visits"] = find_visits(reading.page)
    reading.meeting["outcomes"] = find_outcomes(reading.page, reading.spoken)
    reading.meeting["counts"] = find_counts(reading.page, reading.spoken)


def read_indicators(reading: MeetingReading) -> None:
    """The numbers that mean something and are no counts of the meeting, each with who says it."""
    draft = reading.meeting
    found = parse_indicators(reading.page, reading.day, reading.diagnostics)
    draft["indicators"] = without_counted(found, draft["counts"])
    link_speakers(draft["indicators"], [*draft["statements"], *draft["proposals"], *draft["responses"]])


def read_plan(reading: MeetingReading) -> None:
    """What is planned for industries."""
    reading.meeting["plan"] = parse_plan(
        reading.page,
        reading.day,
        reading.diagnostics,
        issuer=reading.meeting["organizer"],
        outlets=reading.outlets,
        evidence=reading.evidence,
    )


def read_citations(reading: MeetingReading) -> None:
    """The documents that the text names."""
    reading.meeting["citations"] = find_document_citations(reading.page)


READERS = (
    read_front_matter,
    read_dateline,
    read_particulars,
    read_speech,
    read_proceedings,
    read_indicators,
    read_plan,
    read_citations,
)
"""What reads a meeting, in order: later readers use what earlier ones found."""


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong or may be missing in the draft.

    Args:
        page: The page.
        draft: The draft of a `Meeting`.
        diagnostics: Takes the findings.
    """
    if page.names is None:
        diagnostics.add("PP502", "only persons with an office or in a list of those who attend were looked for")


MEETING = DocumentType(kind="meeting", model=Meeting, score=score, readers=READERS, check=check, opens=MeetingReading)
