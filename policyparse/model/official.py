"""Public models of what stands in official documents: points, tasks, appointments."""

import datetime
from typing import Literal, NotRequired, TypedDict

from pydantic import Field

from policyparse.model.base import Extent, Model, Period, PeriodDraft, Span
from policyparse.model.provisions import Citation, CitationDraft, Norm, NormDraft


class Relation(Model):
    """What a document does with another (与他文关系)."""

    action: Literal["issues", "forwards", "approves", "amends", "repeals", "replies"] = Field(
        description="印发, 转发, 批转, 修改, 废止, 批复 (动作)."
    )
    title: str = Field(description="Title of the other document, without its outer 《》 (文件名称).")


class RelationDraft(TypedDict):
    """Draft of `Relation`."""

    action: str
    title: str


class Responsibility(Model):
    """Who is responsible for a task (责任分工)."""

    units: list[str] = Field(description="Bodies as printed, one by one (单位).")
    role: Literal["lead", "responsible", "supporting", "guiding"] = Field(description="牵头, 负责, 配合, 指导 (分工).")
    text: str | None = Field(
        default=None,
        description="The words that they are responsible for, where a bracket stands behind a sentence (事项).",
    )
    span: Span = Field(description="Place of the words that name them (原文位置).")


class ResponsibilityDraft(TypedDict):
    """Draft of `Responsibility`."""

    units: list[str]
    role: str
    text: NotRequired[str | None]
    span: Extent


class Deadline(Model):
    """By when a task is due (完成时限)."""

    text: str = Field(description="The deadline as printed (原文): 2021年6月底前.")
    date: datetime.date | None = Field(default=None, description="Last day, where it resolves to one (日期).")
    period: Period | None = Field(default=None, description="The period, where it is one (时期).")


class DeadlineDraft(TypedDict):
    """Draft of `Deadline`."""

    text: str
    date: NotRequired[datetime.date | None]
    period: NotRequired[PeriodDraft | None]


class Point(Model):
    """A numbered point (条目), with all that stands under it."""

    label: str = Field(description="Label without the mark behind it: 一, （一）, 1, ① (序号).")
    number: int = Field(ge=0, description="The label's number (编号).")
    level: int = Field(ge=1, description="Depth, 1 for the highest (层级).")
    heading: str | None = Field(default=None, description="Heading without its final 。 (标题).")
    text: str = Field(description="Text without the points under it; paragraphs are joined by a line feed (内容).")
    points: list["Point"] = Field(default_factory=list, description="Points under it (下级条目).")
    norms: list[Norm] = Field(default_factory=list, description="Norms (规范).")
    citations: list[Citation] = Field(default_factory=list, description="References (引用).")
    responsibilities: list[Responsibility] = Field(default_factory=list, description="Who is responsible (责任分工).")
    lead: list[str] = Field(default_factory=list, description="All units of role lead (牵头单位).")
    responsible: list[str] = Field(default_factory=list, description="All units of the other roles (责任单位).")
    deadline: Deadline | None = Field(default=None, description="By when (完成时限).")
    span: Span = Field(description="From the label to the end of what stands under it (原文位置).")


class PointDraft(TypedDict):
    """Draft of `Point`."""

    label: str
    number: int
    level: int
    heading: NotRequired[str | None]
    text: str
    points: NotRequired[list["PointDraft"]]
    norms: NotRequired[list[NormDraft]]
    citations: NotRequired[list[CitationDraft]]
    responsibilities: NotRequired[list[ResponsibilityDraft]]
    lead: NotRequired[list[str]]
    responsible: NotRequired[list[str]]
    deadline: NotRequired[DeadlineDraft | None]
    span: Extent


class Appointment(Model):
    """An appointment or a removal (任免事项)."""

    action: Literal["appoint", "remove"] = Field(description="任命, 免去 (动作).")
    name: str = Field(description="Bare name (姓名).")
    office: str = Field(description="Office as printed (职务).")
    span: Span = Field(description="Its place (原文位置).")


class AppointmentDraft(TypedDict):
    """Draft of `Appointment`."""

    action: str
    name: str
    office: str
    span: Extent


class Member(Model):
    """A member of a group that the document sets up (组成人员)."""

    role: str = Field(description="Role without spaces (组内职务): 组长, 副组长, 成员.")
    name: str = Field(description="Bare name, without spaces (姓名).")
    position: str | None = Field(default=None, description="Office that he holds elsewhere, as printed (职务).")
    span: Span = Field(description="Its place (原文位置).")


class MemberDraft(TypedDict):
    """Draft of `Member`."""

    role: str
    name: str
    position: NotRequired[str | None]
    span: Extent
