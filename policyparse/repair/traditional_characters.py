"""Traditional characters to simplified ones, one to one, so that no offset moves.

Only where the text as a whole is written in traditional characters: in a simplified text 乾 of 王丙乾 is no dirt.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit, RepairedText

RULE = "traditional_characters"

_FREQUENT_CHARACTERS = (
    "這個們來國學會時說説對發經過實現產業動機關務長應當條區縣義為與於從將還無進開間問題體總統計規劃導員眾衛衞"
)
_FREQUENT = compiled(f"[{_FREQUENT_CHARACTERS}]")
_HAN = compiled("[\u4e00-\u9fff]")
_KANA = compiled("[\u3041-\u30fa]")
_SAMPLE = 20_000
_BY_WORD = frozenset("乾瞭著鍊")
_VARIANTS = dict(zip("衞敍枱痺簷擡伕幷揹裡", "卫叙台痹檐抬夫并背里", strict=True))
"""Forms of Hong Kong and Taiwan that the table of OpenCC leaves."""

_ASPECT = pattern(
    r"(?<![显专编名原论巨译土卓昭执合遗拙])著(?![名作称者述书录])",
    matches=["沿著", "著力", ("看著显著", "著")],
    rejects=[
        *("显著", "专著", "编著", "名著", "原著", "论著", "巨著", "译著", "土著", "卓著", "昭著", "执著", "合著"),
        *("遗著", "拙著", "著名", "著作", "著称", "著者", "著述", "著书", "著录"),
    ],
)
"""著 in place of 着: 沿著, 著力."""


@cache
def simplification() -> dict[int, str]:
    """The table of traditional characters and their simplified forms, without those that depend on the word."""
    lines = (files("policyparse.repair") / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    table = {ord(line[0]): line[2] for line in lines if not line.startswith("#") and line[0] not in _BY_WORD}
    return table | {ord(a): b for a, b in _VARIANTS.items()}


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    lines = (files("policyparse.repair") / "traditional_words.tsv").read_text(encoding="utf-8").splitlines()
    words = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return words, compiled("|".join(words))


def is_traditional(text: str) -> bool:
    """Whether the text is written in traditional characters: at least three in a hundred are frequent ones of those."""
    sample = text[:_SAMPLE]
    frequent = len(_FREQUENT.findall(sample))
    if frequent < 3 or frequent < 0.03 * len(_HAN.findall(sample)):
        return False
    return len(_KANA.findall(sample)) < frequent  # else the text is Japanese


def simplify(repaired: RepairedText) -> None:
    """Turn a text of traditional characters into simplified ones; leave any other as it is."""
    if is_traditional(repaired.text):
        repaired.translate(simplification(), RULE)
        repaired.apply(find_traditional_words(repaired.text))


_REFINED = pattern("鍊", matches=["鍛鍊", "精鍊"], rejects=["锻炼", "链条"])
"""A form of 煉 that the table does not have."""


def find_traditional_words(text: str) -> Iterator[Edit]:
    """Find what the one-to-one table leaves because it depends on the word: 了解 for 瞭解, but 瞭望."""
    words, forms = _words()
    for match in forms.finditer(text):
        yield Edit(match.start(), match.end(), words[match[0]], RULE, 0.95)
    for match in _ASPECT.finditer(text):
        yield Edit(match.start(), match.end(), "着", RULE, 0.9)
    for match in _REFINED.finditer(text):
        yield Edit(match.start(), match.end(), "炼", RULE, 0.9)
