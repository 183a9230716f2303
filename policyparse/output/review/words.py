"""Words of the pages in the language of their reader."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from policyparse.output.messages import Language


@cache
def words_of(language: Language) -> dict[str, Any]:
    """The words of the pages in a language, by name; some are tables of names."""
    table: dict[str, dict[str, Any]] = json.loads(packaged("words.json"))
    return table[language]


@cache
def packaged(name: str) -> str:
    """The content of a file that comes with the pages: words, style, scripts."""
    return (files("policyparse.output.review") / name).read_text(encoding="utf-8")
