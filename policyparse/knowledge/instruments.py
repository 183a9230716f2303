"""Kinds of documents (文种) by what their titles end with; the words are in `instruments.toml`."""

from typing import Literal, get_args

from policyparse.knowledge.lexicon import alternatives
from policyparse.knowledge.pattern import pattern

Kind = Literal["normative", "subsidiary", "informative"]

_KINDS: tuple[Kind, ...] = get_args(Kind)


def instrument_words(*kinds: Kind) -> str:
    """The source of an expression that matches the word that ends the title of a document.

    Args:
        kinds: What the document does; all three without an argument.
    """
    return "|".join(alternatives(f"instruments.{kind}") for kind in kinds or _KINDS)


TITLE_ENDING = pattern(
    r"(?&instrument)(?:（[^）]{1,20}）)?",
    instrument=instrument_words,
    method="fullmatch",
    matches=["办法", "办法（试行）", "通知（某政发〔2020〕1号）"],
    rejects=["试行", "办法（）", "办法修订稿", "办法（由市人民代表大会常务委员会第五次会议修订通过）"],
)
"""The word that ends the title of a document, with what may follow it in brackets."""

_ENDING = pattern(
    r"(?:(?P<normative>(?&normative))|(?P<subsidiary>(?&subsidiary))|(?P<informative>(?&informative)))$",
    normative=lambda: instrument_words("normative"),
    subsidiary=lambda: instrument_words("subsidiary"),
    informative=lambda: instrument_words("informative"),
    matches=[
        *(("停车条例", {"normative": "条例"}), ("停车名录", {"subsidiary": "名录"})),
        ("停车公报", {"informative": "公报"}),
    ],
    rejects=["停车条例起草组", "停车"],
)


def instrument_kind(title: str) -> Kind | None:
    """What the document does that a title names, by the word that ends it; None where it ends with no such word.

    Args:
        title: Width-folded title, without what may follow it in brackets.
    """
    ending = _ENDING.search(title)
    return ending.lastgroup if ending else None  # type: ignore[return-value]
