"""The base of all public models and the few that every layer shares."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, TypedDict

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

Extent: TypeAlias = tuple[int, int]
"""A place inside the pipeline: a half-open pair of code-point offsets into the *repaired* text."""

Draft: TypeAlias = dict[str, Any]
"""What a parser builds: plain dictionaries with an `Extent` under `span`, validated once, at the root."""


DecimalText: TypeAlias = Annotated[
    Decimal, WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?([eE][+-]?\d+)?$"}, mode="serialization")
]
"""A decimal number; in JSON it is a string, so that no digit is lost."""


class Model(BaseModel):
    """Frozen, and closed to fields that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Span(Model):
    """A stretch of the original text (原文位置): half-open, in code points."""

    start: int = Field(ge=0, description="Offset of the first code point in the original text (起).")
    end: int = Field(ge=0, description="Offset after the last code point in the original text (止).")


class DateRange(Model):
    """A first and a last day, both included (起止日期)."""

    start: date = Field(description="First day (起始日期).")
    end: date = Field(description="Last day (结束日期).")


class DateRangeDraft(TypedDict):
    """Draft of `DateRange`."""

    start: date
    end: date


class Period(Model):
    """A stretch of time that a text names (时期): a year, half, quarter, month, range or five-year plan."""

    label: str = Field(
        description="Name of the period (时期): `2024`, `2024-H1`, `2024-Q1`, `2023-07`, `2023-01/2023-07`, "
        "`2024-02-01`, `14FYP` (“十四五”)."
    )
    start: date = Field(description="First day (起始日期).")
    end: date = Field(description="Last day (结束日期).")


class PeriodDraft(TypedDict):
    """Draft of `Period`."""

    label: str
    start: date
    end: date
