"""The catalogue of diagnostic codes: one entry a code, with reason, remedy and example."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        code: Its name, `PP` and three digits.
        severity: How much it matters: `error`, `warning` or `info`.
        title: What was found, in a few words.
        title_zh: The same in Chinese.
        reason: Why it is worth saying.
        reason_zh: The same in Chinese.
        remedy: What a user can do.
        remedy_zh: The same in Chinese.
        example: A text that raises it.
    """

    code: str
    severity: Severity
    title: str
    title_zh: str
    reason: str
    reason_zh: str
    remedy: str
    remedy_zh: str
    example: str


@cache
def catalogue() -> dict[str, Code]:
    """All codes, by name, in order."""
    english, chinese = read_table("codes"), read_table("codes.zh")
    return {
        name: Code(code=name, **entry, **{f"{key}_zh": text for key, text in chinese[name].items()})
        for name, entry in english.items()
    }


@cache
def read_table(name: str) -> dict[str, Any]:
    """The texts of codes: `codes`, `codes.zh`, or `messages.zh`, templates of messages by code."""
    return tomllib.loads((files("policyparse.model") / f"{name}.toml").read_text(encoding="utf-8"))
