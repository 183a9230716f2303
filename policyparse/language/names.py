"""Names of persons, by composition.

name ::= surname given | compound-surname given | part (· part)+
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import regex

from policyparse.knowledge.words import any_of
from policyparse.language.offices import titles
from policyparse.language.segment import is_word, word_ends


@cache
def _lexicon() -> dict[str, str | list[str]]:
    return tomllib.loads((files("policyparse.language") / "persons.toml").read_text(encoding="utf-8"))


@cache
def _words(group: str) -> frozenset[str]:
    words = _lexicon()[group]
    return frozenset(words if isinstance(words, list) else words.split())


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Single-character and compound surnames."""
    return frozenset("".join(_words("single"))), _words("compound")


@cache
def transliteration() -> frozenset[str]:
    """Characters of transliterated foreign names."""
    return frozenset("".join(_words("transliteration")))


HAN = regex.compile(r"\p{Han}")
_HAN_NAME = regex.compile(r"\p{Han}{2,4}")  # with the rare characters of names outside the basic plane
_RARE_NAME = regex.compile(r"\p{Han}{2,5}")
_DOTTED = regex.compile(r"\p{Han}{1,7}(?:[·•・]\p{Han}{1,7}){1,4}")
_WEAK_SURNAMES = frozenset("从和都有来由过才后时能因公那")
"""Surnames that far more often are function words; a name with one must stand in the text twice."""
_WINDOW = 8
"""Characters from the start of a name that are cut into words where its end cannot be told otherwise."""
_FUNCTION_CHARACTERS = frozenset("作在对就与到赴说称也还已曾将并的是等率")


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(any_of(_words("after") | titles("after_name")))


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether `text` as a whole has the form of a person's name.

    A surname and a given name of one or two characters; a compound surname and one or two; or the parts of
    a minority or foreign name joined by ·. Common words of that form are no names.
    """
    if _DOTTED.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or text in _words("not_names") or text[-2:] in _words("not_given"):
        return False
    single, compound = surnames()
    if text[:2] in compound and 3 <= len(text) <= 4:
        return True
    return text[0] in single and len(text) <= 3 and text[:2] not in _words("not_names")


def is_surname(character: str) -> bool:
    """Whether a character is a surname."""
    return character in surnames()[0]


def is_rare_name(text: str) -> bool:
    """Whether `text` can be a name though its surname is in no list: two to five characters that are no word.

    Only right for what stands between an office and a verb of saying (loads the segmenter).
    """
    is_han = _RARE_NAME.fullmatch(text) is not None and text[0] not in _FUNCTION_CHARACTERS
    return is_han and text not in _words("not_names") and not is_word(text)


def match_name(text: str, start: int, *, by_words: bool = False) -> int | None:
    """Find the end of the name that starts at `start`.

    The name ends where punctuation, a verb, a preposition or an office follows; of two such ends the longer wins,
    unless its last character is itself such a word (丛某作的报告).

    Args:
        text: Width-folded text.
        start: Where the name starts.
        by_words: Where nothing that follows names tells the end, take the end of a word (loads the segmenter).

    Returns:
        Offset after the name, or None where none starts there or its end cannot be told.
    """
    if text[start : start + 1] in _WEAK_SURNAMES and text.count(text[start : start + 2]) < 2:
        return None
    dotted = _DOTTED.match(text, start)
    if dotted:
        return _trim_dotted(text, dotted)
    bounded = [
        start + length
        for length in (4, 3, 2)
        if start + length <= len(text) and is_name(text[start : start + length]) and _is_bounded(text, start + length)
    ]
    if bounded:
        return bounded[-1] if text[bounded[0] - 1] in _FUNCTION_CHARACTERS else bounded[0]
    foreign = match_transliterated(text, start)
    if foreign:
        return foreign
    return _match_by_words(text, start) if by_words else None


def _match_by_words(text: str, start: int) -> int | None:
    """Where nothing that follows names bounds it, a name ends with a word; one of two characters is no word itself."""
    lengths = [n for n in (3, 2) if start + n <= len(text) and is_name(text[start : start + n])]
    if not lengths:
        return None
    ends = word_ends(text[start : start + _WINDOW])
    length = next((n for n in lengths if n in ends), None)
    if length is None or (length == 2 and is_word(text[start : start + 2])):
        return None
    return start + length


def match_transliterated(text: str, start: int, shortest: int = 3) -> int | None:
    """Find the end of a foreign name of one part, of up to seven characters of those that transliterate.

    Args:
        text: Width-folded text.
        start: Where the name starts.
        shortest: How many characters it has at least.
    """
    end = start
    while end < min(start + 8, len(text)) and text[end] in transliteration():
        end += 1
    for stop in range(end, start + shortest - 1, -1):
        if _is_bounded(text, stop):
            return stop
    return None


def _is_bounded(text: str, end: int) -> bool:
    return end >= len(text) or not HAN.match(text, end) or bool(_after_name().match(text, end))


def _trim_dotted(text: str, dotted: re.Match[str]) -> int:
    """The last part of a dotted name ends before a word that follows names."""
    last = max(text.rfind(dot, dotted.start(), dotted.end()) for dot in "·•・") + 1
    for end in range(last + 1, dotted.end()):
        if _after_name().match(text, end):
            return end
    return dotted.end()
