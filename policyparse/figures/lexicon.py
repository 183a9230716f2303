"""The words of indicators and plans, in groups (`lexicon.toml`)."""

import tomllib
from functools import cache
from importlib.resources import files

from policyparse.knowledge.lexicon import any_of
from policyparse.knowledge.lexicon import words as words_of


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of a group, longest first."""
    table = _lexicon()
    found = table[group]["words"] if group in table else words_of(f"plans.{group}")
    return tuple(sorted(found, key=len, reverse=True))


def alternation(*groups: str) -> str:
    """The words of some groups as a pattern: the longest that fits matches."""
    return any_of({word for group in groups for word in words(group)})


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        (files("policyparse.figures") / "lexicon.toml").read_text(encoding="utf-8")
    )
    return table
