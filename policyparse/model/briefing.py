"""The public model of a news briefing."""

from typing import Literal, NotRequired

from pydantic import Field

from policyparse.model.base import DateRange, DateRangeDraft
from policyparse.model.document import Document, DocumentDraft
from policyparse.model.speech import Spoken, SpokenDraft


class NewsBriefing(Spoken, Document):
    """Official news (新闻)."""

    kind: Literal["briefing"] = Field(default="briefing", description="Document type (文种).")
    event_on: DateRange | None = Field(default=None, description="Days of the event reported (事件日期).")


class NewsBriefingDraft(SpokenDraft, DocumentDraft):
    """Draft of `NewsBriefing`."""

    event_on: NotRequired[DateRangeDraft | None]
