"""Titles of offices (职务名称).

title ::= modifier* head (兼 modifier* head)?
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from policyparse.knowledge.words import any_of


@cache
def _lexicon() -> dict[str, list[str]]:
    return tomllib.loads((files("policyparse.language") / "offices.toml").read_text(encoding="utf-8"))


@cache
def titles(group: str) -> frozenset[str]:
    """The words of a group of the lexicon: `heads`, `modifiers`, `organs` and so on."""
    return frozenset(_lexicon()[group])


@cache
def title_pattern() -> str:
    """A title: modifiers and a head, perhaps a second one after 兼."""
    modifiers = any_of(titles("modifiers"))
    one = rf"(?:{modifiers}){{0,4}}(?:{any_of(titles('heads'))})"
    return rf"(?:{one})(?:[、]?兼(?:任)?{one})?"


@cache
def _modifiers() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(titles('modifiers'))}){{1,4}}")


@cache
def title_at_end() -> re.Pattern[str]:
    """A title that ends a text."""
    return re.compile(rf"(?:{title_pattern()})$")


@cache
def after_name_title() -> re.Pattern[str]:
    """An office that stands after a name: 某某委员."""
    return re.compile(rf"{any_of(titles('after_name'))}(?![会团处令]|大会)")


def is_courtesy(title: str) -> bool:
    """Whether a word after a name is a form of address, not an office: 同志, 先生."""
    return title in titles("courtesy")


def is_complete(title: str) -> bool:
    """Whether an office is complete in itself and takes no organization from the one before it: 市长."""
    return _modifiers().sub("", title) in titles("complete")
