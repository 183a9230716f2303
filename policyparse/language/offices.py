"""Titles of offices and callings (职务名称), by composition.

title ::= modifier* head (提名人选 | 候选人)?
"""

from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.lexicon import alternatives, word_set

HEADS = ("state", "foreign", "companies", "ranks", "callings")
"""The groups of heads."""


def _heads() -> str:
    return "|".join(alternatives(f"offices.{group}") for group in HEADS)


MODIFIERS = pattern(
    r"(?&offices.modifiers){1,4}",
    matches=[("副主席", "副"), ("原常务副主席", "原常务副"), ("前兼职青年轮值独立主席", "前兼职青年轮值")],
    rejects=["主席", "水利局副局长"],
    method="match",
)
"""What stands before a head."""

TITLE = pattern(
    r"(?:(?&offices.modifiers)){0,4}(?:(?&heads))(?:提名人选|候选人)?",
    heads=_heads,
    matches=[
        *(("青禾县常务副县长范大成", "常务副县长"), ("县长提名人选范大成", "县长提名人选")),
        *(("县长候选人", "县长候选人"), ("前兼职青年轮值独立县长候选人", "兼职青年轮值独立县长候选人")),
    ],
    rejects=["范大成", "候选人"],
)
"""A title."""

TITLE_AT_END = pattern(
    r"(?:(?&title))$",
    title=TITLE,
    matches=[("青禾县常务副县长", "常务副县长")],
    rejects=["青禾县县长的"],
)
"""A title that ends a text."""

AFTER_NAME = pattern(
    r"(?&offices.after_name)(?![会团处令长]|大会)",
    matches=[("范大成委员", "委员"), ("范大成副县长说", "副县长")],
    rejects=["委员会", "主席团", "书记处", "主席令", "代表大会", "范大成说", "代表长"],
)
"""An office that stands behind a name: 某某委员."""


COMPLETE = pattern(
    r"(?:(?&offices.modifiers)){0,4}(?&offices.complete)",
    matches=["市长", "原常务副市长", "副总理"],
    rejects=["局长", "市长助理", "前兼职青年轮值独立县长"],
    method="fullmatch",
)
"""An office complete in itself."""


@cache
def heads() -> frozenset[str]:
    """All heads."""
    return frozenset().union(*(word_set(f"offices.{group}") for group in HEADS))


def is_courtesy(title: str) -> bool:
    """Whether a word after a name is a form of address, not an office: 同志, 先生."""
    return title in word_set("offices.courtesy")


def is_complete(title: str) -> bool:
    """Whether an office is complete in itself and takes no organization from the one before it: 市长."""
    return COMPLETE.fullmatch(title) is not None
