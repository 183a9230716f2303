"""Public models of indicators and of the industry plan."""

from decimal import Decimal
from typing import Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import DecimalText, Extent, Model, Period, PeriodDraft, Span


class Indicator(Model):
    """A number with a meaning (指标)."""

    metric: str = Field(description="What is measured (指标名称): the nearest noun phrase and the growth word.")
    value: DecimalText = Field(description="The number, magnitude multiplied out: 12万 is 120000 (数值).")
    unit: str = Field(description="Unit without magnitude: %, 个百分点, 亿元 gives 元 (单位); empty for a bare number.")
    comparator: Literal["eq", "ge", "gt", "le", "lt", "approx"] = Field(
        description="How the value bounds (比较): 以上 ge, 超过 gt, 不超过 le, 不足 lt, 约 approx."
    )
    upper: DecimalText | None = Field(default=None, description="Upper end of a range, `value` being the lower (上限).")
    kind: Literal["target", "result"] = Field(description="To be reached, or reached (目标、结果).")
    change: Literal["level", "growth", "decline", "share", "multiple"] = Field(
        description="A level, a growth, a decline, a share or a multiple (水平、增长、下降、占比、倍数)."
    )
    period: Period | None = Field(default=None, description="When it holds (时期); null where the text does not say.")
    speaker: str | None = Field(default=None, description="Who said it, where it stands in a statement (发言人).")
    text: str = Field(description="The clause that says so (原文).")
    span: Span = Field(description="Place of `text` (原文位置).")


class IndicatorDraft(TypedDict):
    """Draft of `Indicator`."""

    metric: str
    value: Decimal
    unit: str
    comparator: str
    upper: NotRequired[Decimal | None]
    kind: str
    change: str
    period: NotRequired[PeriodDraft | None]
    speaker: NotRequired[str | None]
    text: str
    span: Extent


class Region(Model):
    """An administrative division (行政区划)."""

    name: str = Field(description="Full name (名称).")
    code: str = Field(pattern=r"^\d{6}$", description="GB/T 2260 division code, six digits (行政区划代码).")


class RegionDraft(TypedDict):
    """Draft of `Region`."""

    name: str
    code: str


class Industry(Model):
    """An industry that the text gives a role (产业)."""

    name: str = Field(description="Name as printed (名称).")
    role: Literal["leading", "emerging", "advantaged", "traditional", "future", "key"] = Field(
        description="Its role (定位): 引领, 新兴, 优势, 传统, 未来, 重点."
    )
    span: Span = Field(description="Place of the name (原文位置).")


class IndustryDraft(TypedDict):
    """Draft of `Industry`."""

    name: str
    role: str
    span: Extent


class Chain(Model):
    """An industrial chain (产业链)."""

    name: str = Field(description="Name without 产业链 (名称).")
    span: Span = Field(description="Place of the name (原文位置).")


class ChainDraft(TypedDict):
    """Draft of `Chain`."""

    name: str
    span: Extent


class Project(Model):
    """A named project (项目)."""

    name: str = Field(description="Name as printed (名称).")
    phase: Literal["planned", "signed", "under_construction", "completed"] = Field(
        description="How far it is (阶段): 谋划, 签约, 在建, 竣工投产."
    )
    span: Span = Field(description="Place of the name (原文位置).")


class ProjectDraft(TypedDict):
    """Draft of `Project`."""

    name: str
    phase: str
    span: Extent


class Initiative(Model):
    """A named package of work (行动、工程、计划)."""

    name: str = Field(description="Name without quotation marks (名称).")
    count: int | None = Field(default=None, description="How many members it declares (项数).")
    members: list[str] = Field(default_factory=list, description="Its members, where the text lists them (组成).")
    span: Span = Field(description="Place of the name (原文位置).")


class InitiativeDraft(TypedDict):
    """Draft of `Initiative`."""

    name: str
    count: NotRequired[int | None]
    members: NotRequired[list[str]]
    span: Extent


class IndustryPlan(Model):
    """What a text plans for industries (产业规划)."""

    region: Region | None = Field(default=None, description="For which division (地区).")
    period: Period | None = Field(default=None, description="For when (规划期).")
    issuer: str | None = Field(default=None, description="Who plans (发布机关).")
    industries: list[Industry] = Field(default_factory=list, description="Industries with their roles (产业).")
    chains: list[Chain] = Field(default_factory=list, description="Industrial chains (产业链).")
    projects: list[Project] = Field(default_factory=list, description="Projects with their phases (项目).")
    initiatives: list[Initiative] = Field(default_factory=list, description="Packages of work (行动、工程、计划).")


class IndustryPlanDraft(TypedDict):
    """Draft of `IndustryPlan`."""

    region: NotRequired[RegionDraft | None]
    period: NotRequired[PeriodDraft | None]
    issuer: NotRequired[str | None]
    industries: NotRequired[list[IndustryDraft]]
    chains: NotRequired[list[ChainDraft]]
    projects: NotRequired[list[ProjectDraft]]
    initiatives: NotRequired[list[InitiativeDraft]]
