"""The public models of a meeting."""

from decimal import Decimal
from typing import Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import DateRange, DateRangeDraft, DecimalText, Extent, Model, Span
from policyparse.model.document import Document, DocumentDraft
from policyparse.model.speech import Position, PositionDraft, Spoken, SpokenDraft, Statement


class Attendee(Model):
    """Who took part (出席人)."""

    name: str = Field(description="Bare name (姓名).")
    positions: list[Position] = Field(default_factory=list, description="Offices (职务).")
    span: Span = Field(description="Place of the name (原文位置).")


class AttendeeDraft(TypedDict):
    """Draft of `Attendee`."""

    name: str
    positions: NotRequired[list[PositionDraft]]
    span: Extent


class Proposal(Model):
    """A participant's advice (提案、建议)."""

    speaker: str = Field(description="Name of a speaker of the document (建议人).")
    topic: str | None = Field(default=None, description="Its heading, where it has one (题目).")
    problem: str | None = Field(default=None, description="What is wrong, where said (问题).")
    recommendation: str = Field(description="What is advised (建议内容).")
    measures: list[str] = Field(default_factory=list, description="The advice cut into its measures (措施).")
    span: Span = Field(description="From the first to the last character (原文位置).")
    parts: list[Span] = Field(default_factory=list, description="Stretches that make up the text (各段位置).")


class ProposalDraft(TypedDict):
    """Draft of `Proposal`."""

    speaker: str
    topic: NotRequired[str | None]
    problem: NotRequired[str | None]
    recommendation: str
    measures: NotRequired[list[str]]
    span: Extent
    parts: NotRequired[list[Extent]]


class Response(Model):
    """An answer of the government side (回应)."""

    speaker: str = Field(description="Name of a speaker of the document (回应人).")
    topic: str | None = Field(default=None, description="Its heading, where it has one (题目).")
    text: str = Field(description="What was answered (内容).")
    span: Span = Field(description="From the first to the last character (原文位置).")
    parts: list[Span] = Field(default_factory=list, description="Stretches that make up the text (各段位置).")


class ResponseDraft(TypedDict):
    """Draft of `Response`."""

    speaker: str
    topic: NotRequired[str | None]
    text: str
    span: Extent
    parts: NotRequired[list[Extent]]


class Visit(Model):
    """Field research (调研、视察)."""

    groups: list[str] = Field(default_factory=list, description="Who went (单位).")
    sites: list[str] = Field(default_factory=list, description="What they saw (地点).")
    text: str = Field(description="The sentence that says so (原文).")
    span: Span = Field(description="Place of `text` (原文位置).")


class VisitDraft(TypedDict):
    """Draft of `Visit`."""

    groups: NotRequired[list[str]]
    sites: NotRequired[list[str]]
    text: str
    span: Extent


class Outcome(Model):
    """Something that the meeting did (会议事项)."""

    action: str = Field(description="What it did (动作): 审议通过, 听取, 决定, 研究.")
    object: str | None = Field(default=None, description="To what (事项).")
    span: Span = Field(description="Place of action and object (原文位置).")


class OutcomeDraft(TypedDict):
    """Draft of `Outcome`."""

    action: str
    object: NotRequired[str | None]
    span: Extent


class Count(Model):
    """A declared number of people, speeches or proposals (数目)."""

    text: str = Field(description="The words that declare it (原文).")
    value: DecimalText = Field(description="The number (数值).")
    unit: str = Field(description="Measure word (量词).")
    span: Span = Field(description="Place of `text` (原文位置).")


class CountDraft(TypedDict):
    """Draft of `Count`."""

    text: str
    value: Decimal
    unit: str
    span: Extent


class Meeting(Spoken, Document):
    """A meeting (会议)."""

    kind: Literal["meeting"] = Field(default="meeting", description="Document type (文种).")
    name: str | None = Field(default=None, description="Name of the meeting (会议名称).")
    meeting_type: str | None = Field(default=None, description="Its form (会议形式).")
    organizer: str | None = Field(default=None, description="Who called it (主办单位).")
    topic: str | None = Field(default=None, description="What it was about (议题).")
    held_on: DateRange | None = Field(default=None, description="First and last day (会议日期).")
    venue: str | None = Field(default=None, description="Where (地点).")
    attendees: list[Attendee] = Field(default_factory=list, description="Who took part (出席人).")
    proposals: list[Proposal] = Field(default_factory=list, description="Advice of participants (建议).")
    responses: list[Response] = Field(default_factory=list, description="Answers of the government side (回应).")
    visits: list[Visit] = Field(default_factory=list, description="Field research (调研).")
    outcomes: list[Outcome] = Field(default_factory=list, description="What the meeting did (会议事项).")
    counts: list[Count] = Field(default_factory=list, description="Declared numbers (数目).")

    def spoken(self) -> list[str]:
        """Names of the speakers of every statement, proposal and response."""
        said: tuple[Statement | Proposal | Response, ...] = (*self.statements, *self.proposals, *self.responses)
        return [contribution.speaker for contribution in said]


class MeetingDraft(SpokenDraft, DocumentDraft):
    """Draft of `Meeting`."""

    name: NotRequired[str | None]
    meeting_type: NotRequired[str | None]
    organizer: NotRequired[str | None]
    topic: NotRequired[str | None]
    held_on: NotRequired[DateRangeDraft | None]
    venue: NotRequired[str | None]
    attendees: NotRequired[list[AttendeeDraft]]
    proposals: NotRequired[list[ProposalDraft]]
    responses: NotRequired[list[ResponseDraft]]
    visits: NotRequired[list[VisitDraft]]
    outcomes: NotRequired[list[OutcomeDraft]]
    counts: NotRequired[list[CountDraft]]
