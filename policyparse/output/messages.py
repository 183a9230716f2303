"""Findings in the language of their reader."""

import os
from dataclasses import replace
from typing import Literal, TypeAlias

from policyparse.model.codes import catalogue
from policyparse.output.placed import PlacedDiagnostic

Language: TypeAlias = Literal["en", "zh"]

QUOTE_LENGTH = 30
"""Maximum length of the words that a Chinese message quotes, in characters."""


def language_of(asked: str | None) -> Language:
    """The language of messages: the one asked for, else Chinese where the locale is, else English."""
    if asked in ("en", "zh"):
        return "zh" if asked == "zh" else "en"
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def translated(finding: PlacedDiagnostic, language: str) -> PlacedDiagnostic:
    """A finding with its message in a language: in Chinese what its code means, and the words at its place."""
    if language != "zh":
        return finding
    title = catalogue()[finding.diagnostic.code].title_zh
    words = "".join(finding.quote.split())
    quote = f"：{words[:QUOTE_LENGTH]}{'…' if len(words) > QUOTE_LENGTH else ''}" if words else ""
    if not quote:
        quote = f"（{finding.diagnostic.message}）"
    return replace(finding, diagnostic=finding.diagnostic.model_copy(update={"message": f"{title}{quote}"}))
