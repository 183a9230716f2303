"""News briefings: the form by which they are known, and the recipe that reads them."""

from typing import cast

from policyparse.documents.document_type import DocumentType
from policyparse.figures.indicators import link_speakers, parse_indicators
from policyparse.knowledge.compiled import compiled
from policyparse.language.dates import find_dates
from policyparse.model.briefing import NewsBriefing, NewsBriefingDraft
from policyparse.page.layout import Page, Role
from policyparse.page.reading import Reading, read_dateline, read_front_matter
from policyparse.plan.industry_plan import parse_plan
from policyparse.speech.attribution import parse_speech
from policyparse.speech.utterances import statements
from policyparse.statute.document_citations import find_document_citations

_HAN = compiled("[\u4e00-\u9fff]+")
_LEAD_PARAGRAPHS = 3
_LONGEST_EVENT = 16
"""Days; a month or more is a period, not an event."""


def score(page: Page) -> float:
    """How much the page looks like a briefing, 0 to 1: any other Chinese prose is one, but a weak one."""
    prose = "".join(block.folded for block in page.body if block.folded[-1:] in "。！？”）" or "，" in block.folded)
    return 0.3 if len(prose) >= 10 and sum(map(len, _HAN.findall(prose))) >= 0.3 * len(prose) else 0.0


class BriefingReading(Reading):
    """A briefing while it is read."""

    __slots__ = ()

    @property
    def briefing(self) -> NewsBriefingDraft:
        """The draft by the fields of a briefing."""
        return cast(NewsBriefingDraft, self.draft)


def read_speech(reading: BriefingReading) -> None:
    """Who said what."""
    speech, speakers = parse_speech(reading.page, reading.diagnostics)
    reading.briefing["statements"] = statements(speech, reading.page)
    reading.briefing["speakers"] = speakers.drafts()


def read_event(reading: BriefingReading) -> None:
    """The days of the event: the first date of the lead that resolves to days."""
    reading.briefing["event_on"] = None
    for block in reading.page.with_role(Role.PARAGRAPH)[:_LEAD_PARAGRAPHS]:
        for mention in find_dates(block.folded, reading.day):
            if mention.first and mention.last and (mention.last - mention.first).days < _LONGEST_EVENT:
                reading.evidence["/event_on"] = (block.start + mention.start, block.start + mention.end)
                reading.briefing["event_on"] = {"start": mention.first, "end": mention.last}
                return


def read_indicators(reading: BriefingReading) -> None:
    """The numbers that mean something, each with who says it."""
    reading.briefing["indicators"] = parse_indicators(reading.page, reading.day, reading.diagnostics)
    link_speakers(reading.briefing["indicators"], reading.briefing["statements"])


def read_plan(reading: BriefingReading) -> None:
    """What is planned for industries."""
    reading.briefing["plan"] = parse_plan(
        reading.page, reading.day, reading.diagnostics, outlets=reading.outlets, evidence=reading.evidence
    )


def read_citations(reading: BriefingReading) -> None:
    """The documents that the text names."""
    reading.briefing["citations"] = find_document_citations(reading.page)


READERS = (read_front_matter, read_dateline, read_speech, read_event, read_indicators, read_plan, read_citations)
"""What reads a briefing, in order: later readers use what earlier ones found."""

BRIEFING = DocumentType(kind="briefing", model=NewsBriefing, score=score, readers=READERS, opens=BriefingReading)
