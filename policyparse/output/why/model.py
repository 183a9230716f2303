"""What is told of a value (取值依据)."""

from typing import Any, Literal

from pydantic import Field

from policyparse.model.base import Model, Span
from policyparse.model.diagnostics import Diagnostic


class Reader(Model):
    """A reader of a recipe (读取步骤)."""

    name: str = Field(description="Name of the function (名称).")
    file: str = Field(description="Its file, from the root of its package (文件).")
    line: int = Field(description="Its line (行).")
    kind: str = Field(description="Document type whose recipe it is of (文种).")
    says: str = Field(description="What it reads, by its docstring (说明).")


class Reason(Model):
    """A rule or a pattern behind a value (规则)."""

    kind: Literal["rule", "pattern"] = Field(description="A row of an ordered table, or a pattern (类别).")
    name: str = Field(description="Table and name of the rule, or name of the pattern (名称).")
    file: str = Field(description="Its file (文件).")
    line: int = Field(description="Its line (行).")
    reason: str = Field(description="Why it is so, in its own words (理由).")
    verdict: str | None = Field(default=None, description="What the rule decides (结论).")
    text: str | None = Field(default=None, description="What it took of the text (匹配的文字).")
    matches: str | None = Field(default=None, description="An example that it takes (正例).")
    rejects: str | None = Field(default=None, description="An example that it must not take (反例).")
    asked_by: str | None = Field(default=None, description="The function that asked the pattern (调用处).")


class Mended(Model):
    """A repair that touched the place of a value (修复)."""

    rules: list[str] = Field(description="Names of the repairs, in order (规则).")
    before: str = Field(description="What stood there (修复前).")
    after: str = Field(description="What stands there now (修复后).")
    confidence: float = Field(ge=0, le=1, description="How sure the least sure of them is (置信度).")
    span: Span = Field(description="Its place in the original (原文位置).")


class Why(Model):
    """Why a document has a value (取值依据)."""

    pointer: str = Field(description="JSON Pointer of the value, or line and column (字段).")
    value: Any = Field(default=None, description="The value as JSON (值).")
    span: Span | None = Field(default=None, description="Its place in the original, else that of what holds it (位置).")
    line: int | None = Field(default=None, description="Line of that place, from 1 (行).")
    column: int | None = Field(default=None, description="Column of that place, from 1 (列).")
    quote: str | None = Field(default=None, description="What stands there (原文).")
    origin: str | None = Field(default=None, description="Whence it comes where the text does not print it (来源).")
    reader: Reader | None = Field(default=None, description="The reader that found it, null for the page (读取步骤).")
    reasons: list[Reason] = Field(default_factory=list, description="Rules and patterns, the nearest first (规则).")
    repairs: list[Mended] = Field(default_factory=list, description="Repairs that touched the place (修复).")
    diagnostics: list[Diagnostic] = Field(default_factory=list, description="Findings about the place (诊断).")
