"""Where a foreign phrase begins and ends whose word is not known: with its brand, without marks of the text.

    phrase ::= brand? core ending?

The brand is what stands right before the vocabulary of spam and is no word of the text: 飞鱼体育(中国)官方网站. Where
the phrase stands several times, it is what all its places share.
"""

from collections.abc import Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.repair.broken_lines import common_words
from policyparse.repair.foreign_phrases import first_word

_BEFORE = 12
"""How much before the core is read, in characters."""

_BRAND = range(2, 5)
"""Length of a brand, in Chinese characters."""

_MARKS = "，。；：、！？,;:!?”’》〉】]）)·-_|"
"""Marks of the text that a core may begin with, and of the phrase that stand between brand and core."""

_JOINING = "·-_|"
_FUNCTION = frozenset("的了是在和与及或被将把从对为不等由以于向有各市区县省")
"""Characters that no brand begins with in a sentence."""

_RUN = compiled(rf"[{HAN}A-Za-z0-9]*$")
_ENDING = pattern(
    r"(?<=[A-Za-z0-9_])(?:版(?!面)|端|网|平台)|[_-][A-Za-z0-9]{1,12}(?:版(?!面))?",
    matches=[
        *(("下载_ios版", "_ios版"), ("官网-app", "-app"), ("app版的", "版"), ("app端", "端"), ("88网", "网")),
        *(("go平台", "平台"), ("下载_ios版面", "_ios"), ("官网-installpackage", "-installpacka")),
    ],
    rejects=["版面", "建设", "app版面下载", "官网_版面下载"],
)
"""What belongs to the phrase behind its vocabulary."""


def whole_phrase(text: str, core: str, places: Sequence[int]) -> tuple[int, int]:
    """The bounds of a phrase at its first place.

    Args:
        text: The text.
        core: The stretch that is made of the vocabulary of spam.
        places: Offsets of the core.

    Returns:
        Start and end, in code points of the text.
    """
    start, end = places[0], places[0] + len(core)
    while start < end - 1 and text[start] in _MARKS and text[start] not in _JOINING:
        start += 1
    if start > places[0]:  # words of the text stand between the mark and the vocabulary
        first = first_word(text[start:end])
        start += first - len(_brand(text[start : start + first]))
    else:
        befores = [text[max(0, place - _BEFORE) : place] for place in places]
        shared = _common_end(befores)
        brands = {_brand(before) for before in befores} | ({_brand(shared)} if len(places) > 1 else set())
        start -= max((len(brand) for brand in brands if shared.endswith(brand)), default=0)
    ending = _ENDING.match(text, end)
    return start, ending.end() if ending else end


def _common_end(stretches: Sequence[str]) -> str:
    """What all stretches end with."""
    shortest = min(stretches, key=len)
    length = next(
        (i for i in range(len(shortest)) if len({stretch[-1 - i] for stretch in stretches}) > 1), len(shortest)
    )
    return shortest[len(shortest) - length :]


def _brand(before: str) -> str:
    """The brand at the end of a stretch: what is left where the words of the text end."""
    found = _RUN.search(before)
    run = found[0] if found else ""
    i = rest = 0
    while i < len(run):
        if run[i : i + 2] in common_words():
            i += 2
            rest = i
        elif run[i] in _FUNCTION:
            i += 1
            rest = i
        else:
            i += 1
    brand = run[rest:]
    return brand if len(brand) in _BRAND or (brand[:1].isascii() and len(brand) > 1) else ""
