"""Findings in the language of their reader."""

import os
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from policyparse.model.codes import catalogue, read_table

if TYPE_CHECKING:
    from policyparse.output.placed import PlacedDiagnostic

Language: TypeAlias = Literal["en", "zh"]


def language_of(asked: str | None) -> Language:
    """The language of messages: the one asked for, else Chinese where the locale is, else English."""
    if asked in ("en", "zh"):
        return "zh" if asked == "zh" else "en"
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def translated(finding: "PlacedDiagnostic", language: str) -> "PlacedDiagnostic":
    """A finding with its message in a language.

    Args:
        finding: The finding; its message is the English one of the contract.
        language: `en` or `zh`.
    """
    if language != "zh":
        return finding
    diagnostic = finding.diagnostic
    message = translate(diagnostic.code, diagnostic.message)
    return replace(finding, diagnostic=diagnostic.model_copy(update={"message": message}))


def translate(code: str, message: str) -> str:
    """The Chinese of a message; where it has no template, what its code means with the message in brackets."""
    templates = read_table("messages.zh")
    words = templates["words"]
    for template, chinese in templates.get(code, {}).items():
        match = re.fullmatch(_pattern(template), message, re.DOTALL)
        if match:
            parts = {name: words.get(part, _TIMES.sub(r"\1次", part)) for name, part in match.groupdict().items()}
            return str(chinese.format(**parts))
    return f"{catalogue()[code].title_zh}（{message}）"


_TIMES = re.compile(r"\A(\d{1,9}) times\Z")


@cache
def _pattern(template: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template))
