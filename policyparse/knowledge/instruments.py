"""Kinds of documents (文种) by what their titles end with; the words are in `instruments.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["normative", "subsidiary", "informative"]


@cache
def instrument_words(*kinds: Kind) -> str:
    """The words that end the title of a document of these kinds, as alternatives of a pattern, the longest first.

    Args:
        kinds: What the document does; all three without an argument.
    """
    table = tomllib.loads((files("policyparse.knowledge") / "instruments.toml").read_text(encoding="utf-8"))
    return "|".join(sorted((word for kind in kinds or table for word in table[kind]), key=len, reverse=True))
