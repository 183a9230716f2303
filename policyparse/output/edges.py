"""Edges between documents, and what they say of a document on a day."""

from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from policyparse.model.base import Model, Span
from policyparse.output.catalogue import Unresolved
from policyparse.output.references import Action

Force: TypeAlias = Literal["in_force", "not_yet_effective", "amended", "expired", "repealed", "draft", "unknown"]
"""What a corpus says of a document on a day: 现行有效, 尚未生效, 已修改, 已失效, 已废止, 征求意见稿, unknown."""


class Edge(Model):
    """What one document does with another (文件关系)."""

    document: str = Field(description="Digest of the document that says so (文件摘要).")
    pointer: str = Field(description="JSON Pointer of what says so (字段).")
    action: Action = Field(description="废止, 修改, 根据, 答复, 引用 (关系).")
    from_id: str = Field(description="Identifier of the provision or document that says so (来源标识).")
    title: str = Field(description="Title or number as cited (文件名称).")
    to_work: str | None = Field(default=None, description="Identifier of the work that is meant (所指文件标识).")
    to_id: str | None = Field(default=None, description="Identifier of the version or provision meant (所指标识).")
    to_document: str | None = Field(default=None, description="Digest of the document that is meant (所指文件摘要).")
    whole: bool = Field(description="Whether the document as a whole is meant, not a provision (是否全文).")
    later: bool = Field(default=False, description="Whether the corpus has a later version only (仅有后来版本).")
    reason: Unresolved | None = Field(
        default=None,
        description="Why it leads nowhere (未解析原因): not_in_corpus says nothing about whether the document exists.",
    )
    effective_on: date | None = Field(
        default=None, description="Day from which it holds: that on which the document that says so is in force (日期)."
    )
    text: str = Field(description="The words that say so, as printed (原文).")
    span: Span | None = Field(default=None, description="Their place (原文位置).")


class Status(Model):
    """Whether a document is in force on a day, as far as a corpus tells (时效性)."""

    id: str = Field(description="Identifier of the version (标识).")
    on: date = Field(description="The day that was asked for (日期).")
    status: Force = Field(description="What is known for that day (时效状态).")
    since: date | None = Field(default=None, description="From when on (起始日期).")
    by: list[str] = Field(default_factory=list, description="Identifiers of what made it so (依据标识).")
    reason: str = Field(description="Why, in a sentence (说明).")
