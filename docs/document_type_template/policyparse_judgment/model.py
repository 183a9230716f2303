"""The model of a judgment (裁判文书)."""

from typing import Literal

from pydantic import Field

from policyparse import Document, Span
from policyparse.model.base import Model


class Party(Model):
    """Who is before the court (当事人)."""

    role: str = Field(description="Role as printed (诉讼地位).")
    name: str = Field(description="Name as printed (姓名或名称).")
    span: Span = Field(description="Its place (原文位置).")


class Order(Model):
    """What the court orders (判项)."""

    number: int = Field(ge=1, description="Number of the order (序号).")
    text: str = Field(description="The order (内容).")
    span: Span = Field(description="Its place (原文位置).")


class Judgment(Document):
    """A judgment (裁判文书)."""

    kind: Literal["judgment"] = Field(default="judgment", description="Document type (文种).")
    case_number: str | None = Field(default=None, description="Number of the case (案号).")
    parties: list[Party] = Field(default_factory=list, description="Who is before the court (当事人).")
    orders: list[Order] = Field(default_factory=list, description="What the court orders (判决主文).")
