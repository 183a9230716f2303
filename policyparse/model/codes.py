"""The catalogue of diagnostic codes: one entry a code, with reason, remedy and example."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        code: Its name, `PP` and three digits.
        severity: How much it matters: `error`, `warning` or `info`.
        title: What was found, in a few words.
        reason: Why it is worth saying.
        remedy: What a user can do.
        example: A text that raises it.
    """

    code: str
    severity: Severity
    title: str
    reason: str
    remedy: str
    example: str


@cache
def catalogue() -> dict[str, Code]:
    """All codes, by name, in order."""
    table = tomllib.loads((files("policyparse.model") / "codes.toml").read_text(encoding="utf-8"))
    return {name: Code(code=name, **entry) for name, entry in table.items()}
