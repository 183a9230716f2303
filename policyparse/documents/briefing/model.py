"""The public model of a news briefing."""

from typing import Literal

from pydantic import Field

from policyparse.core.model import DateRange
from policyparse.documents.model import SpokenDocument


class NewsBriefing(SpokenDocument):
    """Official news (新闻)."""

    kind: Literal["briefing"] = Field(default="briefing", description="Document type (文种).")
    event_on: DateRange | None = Field(default=None, description="Days of the event reported (事件日期).")
