"""Markers of norms (标志词): 应当, 不得, 可以, 鼓励 and the like, where they are words of their own.

The words are in `lexicon.toml`. One that may be part of another word, or of a set phrase that states no norm,
has a guard here: what must not stand around it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Modality = Literal["obligation", "prohibition", "permission", "encouragement"]

GUARDS = {
    "应当": "(?<!不)应当(?!知道|知晓|预见|认识到)",
    "必须": "必须(?![的品])",
    "有义务": "(?<![没所])有义务(?!的)",
    "有责任": "(?<![没所])有责任(?![的心])",
    "禁止": "(?<![被以所])禁止(?![性令区类])",
    "有权": "(?<![具没享拥所未持占])有权(?![的机部单限利益属归、，。；])",
    "无权": "无权(?![的处限利])",
    "应": "(?<![相适响供反对效呼感报顺因理回答照])应(?![当予急用对付答诉邀聘有届变力运收试注许激酬景验声召计])"
    "(?![纳缴交]税[款额费所的]|纳税所|[缴退]未)",
    "不应": "不应(?![当有])",
    "须": "(?<![必无不毋])须(?=[经由在持向按依以有取具遵将报征符予于先同])",
    "可": "(?<![许认不宁方尚])可(?=由|按|依|酌|处|向|自|直接|将|根据|给予|并处|延长|不)",
}
"""By word, the pattern that it must match where it stands."""

OFFICIAL_GUARDS = {
    "要": "(?<![重主需必纲摘首紧扼概简提只若想将快纪次险索枢显])要"
    "(?![求素点件么是闻害塞项务目义旨领员人道价犯略事约职冲地])",
    "不能": "(?<![也都并还])不能(?![够力])",
    "不要": "不要(?![求紧])",
}
"""The same, of the words that are markers in official documents only."""


@dataclass(slots=True)
class Marker:
    """A marker in a text.

    Attributes:
        word: As printed in folded text; 鼓励、支持和引导 is one.
        modality: What it makes of the sentence.
        start: Offset of its first code point.
        end: Offset after its last code point.
    """

    word: str
    modality: Modality
    start: int
    end: int


@cache
def lexicon() -> dict[str, dict[str, Any]]:
    """The words of norms, by group."""
    return tomllib.loads((files("policyparse.statute") / "lexicon.toml").read_text(encoding="utf-8"))


def alternatives(words: list[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _compiled(official: bool) -> tuple[re.Pattern[str], dict[str, Modality], dict[str, re.Pattern[str]]]:
    """The pattern of all markers (literals first, so that it is searched by first characters), modalities, guards."""
    modality: dict[str, Modality] = {}
    names: tuple[Modality, ...] = ("prohibition", "obligation", "permission")
    for name in names:
        modality |= dict.fromkeys((*lexicon()[name]["words"], *lexicon()[name]["bare"]), name)
        modality |= dict.fromkeys(lexicon()["official"].get(name, ()) if official else (), name)
    encouraged: list[str] = lexicon()["encouragement"]["words"]
    joined = alternatives([*encouraged, *lexicon()["encouragement"]["with"]])
    pattern = alternatives(list(modality)) + "".join(
        rf"|{word}(?:[、和与并](?:{joined})){{0,3}}" for word in encouraged
    )
    guards = GUARDS | OFFICIAL_GUARDS
    return re.compile(pattern), modality, {word: re.compile(guard) for word, guard in guards.items()}


def find_markers(folded: str, start: int = 0, end: int | None = None, *, official: bool = False) -> Iterator[Marker]:
    """Find the markers of a stretch of text, in order.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
        official: Take the markers of official documents (要, 不能) as well.
    """
    pattern, modality, guards = _compiled(official)
    for match in pattern.finditer(folded, start, len(folded) if end is None else end):
        word = match[0]
        guard = guards.get(word)
        if guard is None or guard.match(folded, match.start()):
            yield Marker(word, modality.get(word, "encouragement"), match.start(), match.end())
