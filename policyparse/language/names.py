"""Names of persons, by composition.

name ::= surname given | compound-surname given | part (· part)+
"""

import re
from functools import lru_cache

import regex

from policyparse.knowledge import pattern
from policyparse.knowledge.lexicon import word_set
from policyparse.language.segment import is_word, word_ends

HAN = regex.compile(r"\p{Han}")
_HAN_NAME = regex.compile(r"\p{Han}{2,4}")  # with the rare characters of names outside the basic plane
_RARE_NAME = regex.compile(r"\p{Han}{2,5}")
_DOTTED = regex.compile(r"\p{Han}{1,7}(?:[·•・]\p{Han}{1,7}){1,4}")
_WEAK_SURNAMES = frozenset("从和都有来由过才后时能因公那")
"""Surnames that far more often are function words; a name with one must stand in the text twice."""
_AMBIGUOUS_SURNAMES = _WEAK_SURNAMES | frozenset("向于同与对将全包双单别家管原年应当经修支党")
"""Surnames that are prepositions, adverbs or parts of words as well."""
_WINDOW = 8
"""Characters from the start of a name that are cut into words where its end cannot be told otherwise."""
_NO_LAST = frozenset("地着边后")
"""With what a manner ends and no given name: 平静地说, 哽咽着说, 边走边说, 看完后说."""
_FUNCTION_CHARACTERS = frozenset("作在对就与到赴说称也还已曾将并的是等率又再便却仍")
FOLLOWS_NAME = pattern(
    r"(?&persons.after)|(?&offices.after_name)",
    matches=["表示，", "委员说", "大校表示，将坚决捍卫主权。"],
    rejects=["明表示，", "秋生说"],
    method="match",
)
"""What follows a name directly."""


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether `text` as a whole has the form of a person's name.

    A surname and a given name of one or two characters; a compound surname and one or two; or the parts of
    a minority or foreign name joined by ·. Common words of that form are no names.
    """
    if _DOTTED.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or is_common_word(text) or ends_as_no_name(text):
        return False
    if text[:2] in word_set("persons.compound") and 3 <= len(text) <= 4:
        return True
    opens_as_word = is_common_word(text[:2]) or ends_as_no_name(text[:2])  # 代表面
    return is_surname(text[0]) and len(text) <= 3 and not opens_as_word


def is_common_word(text: str) -> bool:
    """Whether a text is a common word that has the form of a name: 全国, 高度; 解释 and 盛赞 are verbs of saying."""
    return text in word_set("persons.not_names") or text in word_set("reporting.saying")


def ends_as_no_name(text: str) -> bool:
    """Whether a text ends in what is no given name: 和代表, 平静地."""
    return text[-2:] in word_set("persons.not_given") or (len(text) > 2 and text[-1] in _NO_LAST)


def is_surname(character: str) -> bool:
    """Whether a character is a surname."""
    return character in word_set("persons.single")


def is_ambiguous(name: str) -> bool:
    """Whether what has the form of a name is rather a preposition or an adverb with a noun: 向乘客, 和家长."""
    return name[0] in _AMBIGUOUS_SURNAMES and (len(name) == 2 or is_word(name[1:]))


def is_rare_name(text: str) -> bool:
    """Whether `text` can be a name though its surname is in no list: two to five characters that are no word.

    Only right for what stands between an office and a verb of saying (loads the segmenter).
    """
    is_han = _RARE_NAME.fullmatch(text) is not None and text[0] not in _FUNCTION_CHARACTERS
    return is_han and not is_common_word(text) and not ends_as_no_name(text) and not is_word(text)


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
        return bounded[-1] if _ends_in_what_follows(text, bounded[0]) else bounded[0]
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


def opens_with_foreign_name(text: str) -> bool:
    """Whether a text opens with a foreign name of one part."""
    return match_transliterated(text, 0) is not None


def match_transliterated(text: str, start: int, shortest: int = 3) -> int | None:
    """Find the end of a foreign name of one part, of up to seven characters of those that transliterate.

    Args:
        text: Width-folded text.
        start: Where the name starts.
        shortest: How many characters it has at least.
    """
    end = start
    while end < min(start + 8, len(text)) and text[end] in word_set("persons.transliteration"):
        end += 1
    for stop in range(end, start + shortest - 1, -1):
        if _is_bounded(text, stop):
            return stop
    return None


def _ends_in_what_follows(text: str, end: int) -> bool:
    """Whether the last character of a name begins what follows names: 丛某作 的报告, 韩某深 有体会."""
    follows = FOLLOWS_NAME.match(text, end - 1)
    return text[end - 1] in _FUNCTION_CHARACTERS or (follows is not None and follows.end() > end)


def _is_bounded(text: str, end: int) -> bool:
    return end >= len(text) or not HAN.match(text, end) or bool(FOLLOWS_NAME.match(text, end))


def _trim_dotted(text: str, dotted: re.Match[str]) -> int:
    """The last part of a dotted name ends before a word that follows names."""
    last = max(text.rfind(dot, dotted.start(), dotted.end()) for dot in "·•・") + 1
    for end in range(last + 1, dotted.end()):
        if FOLLOWS_NAME.match(text, end):
            return end
    return dotted.end()
