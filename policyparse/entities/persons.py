"""Persons: names by composition, offices, and where a text gives both.

person ::= office (、 office)* name | name office
name   ::= surname given | part (· part)+
office ::= organization? title
title  ::= modifier* head (兼 modifier* head)?
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex

from policyparse.core.model import Extent
from policyparse.entities.organizations import is_organization, organization_in
from policyparse.entities.words import any_of
from policyparse.text.segment import is_word, word_ends


@cache
def _lexicon(name: str) -> dict[str, object]:
    return tomllib.loads((files("policyparse.entities") / name).read_text(encoding="utf-8"))


@cache
def _words(table: str, group: str) -> frozenset[str]:
    words = _lexicon(table)[group]
    return frozenset(words if isinstance(words, list) else str(words).split())


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset("".join(_words("persons.toml", "single"))), frozenset(_words("persons.toml", "compound"))


@cache
def _transliteration() -> frozenset[str]:
    return frozenset("".join(_words("persons.toml", "transliteration")))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(_words("persons.toml", "not_names"))


@cache
def _not_given() -> frozenset[str]:
    return frozenset(_words("persons.toml", "not_given"))


_HAN_NAME = regex.compile(r"\p{Han}{2,4}")  # with the rare characters of names outside the basic plane
_DOTTED = regex.compile(r"\p{Han}{1,7}(?:[·•・]\p{Han}{1,7}){1,4}")
_HAN = regex.compile(r"\p{Han}")
_WEAK_SURNAMES = frozenset("从和都有来由过才后时能因公那")
"""Surnames that far more often are function words; a name with one must stand in the text twice."""
_WINDOW = 8
"""Characters from the start of a name that are cut into words where its end cannot be told otherwise."""
_FUNCTION_CHARACTERS = frozenset("作在对就与到赴说称也还已曾将并的是等率")


@cache
def title_pattern() -> str:
    """A title: modifiers and a head, perhaps a second one after 兼."""
    modifiers = any_of(_words("titles.toml", "modifiers"))
    one = rf"(?:{modifiers}){{0,4}}(?:{any_of(_words('titles.toml', 'heads'))})"
    return rf"(?:{one})(?:[、]?兼(?:任)?{one})?"


@cache
def _modifiers() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(_words('titles.toml', 'modifiers'))}){{1,4}}")


@cache
def _title_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{title_pattern()})$")


@cache
def _title_end() -> re.Pattern[str]:
    """The last character of a title, right before what may be a name."""
    lasts = "".join(sorted({head[-1] for head in _words("titles.toml", "heads")}))
    surname = "".join(sorted(_surnames()[0] | {name[0] for name in _surnames()[1]}))
    foreign = "".join(sorted(_transliteration()))
    return re.compile(
        rf"[{lasts}](?P<gap>\s?)(?=[{surname}]\w|[\u4e00-\u9fff]{{1,7}}[·•]|[{foreign}]{{3}})"
    )


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in _words("titles.toml", "heads")}))


def _titles_before_names(text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """Places where a title ends and a name may start; the match holds the title's last character and the gap."""
    heads = _words("titles.toml", "heads")
    for match in _title_end().finditer(text, start, len(text) if stop is None else stop):
        end = match.start() + 1
        if any(text[max(start, end - n) : end] in heads for n in _head_lengths()):
            yield match


@cache
def after_name_title() -> re.Pattern[str]:
    """An office that stands after a name: 某某委员."""
    return re.compile(any_of(_words("titles.toml", "after_name")))


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(any_of(_words("persons.toml", "after") | _words("titles.toml", "after_name")))


def is_courtesy(title: str) -> bool:
    """Whether a word after a name is a form of address, not an office: 同志, 先生."""
    return title in _words("titles.toml", "courtesy")


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether `text` as a whole has the form of a person's name.

    A surname and a given name of one or two characters; a compound surname and one or two; or the parts of
    a minority or foreign name joined by ·. Common words of that form are no names.
    """
    if _DOTTED.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or text in _not_names() or text[-2:] in _not_given():
        return False
    single, compound = _surnames()
    if text[:2] in compound and 3 <= len(text) <= 4:
        return True
    return text[0] in single and len(text) <= 3 and text[:2] not in _not_names()


def is_surname(character: str) -> bool:
    """Whether a character is a surname."""
    return character in _surnames()[0]


def is_rare_name(text: str) -> bool:
    """Whether `text` can be a name though its surname is in no list: two or three characters that are no word.

    Only right for what stands between an office and a verb of saying (loads the segmenter).
    """
    return len(text) in (2, 3) and bool(_HAN_NAME.fullmatch(text)) and text not in _not_names() and not is_word(text)


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
    foreign = _match_transliterated(text, start)
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


def _match_transliterated(text: str, start: int) -> int | None:
    """A foreign name of one part, three to seven characters of those that transliterate."""
    end = start
    while end < min(start + 8, len(text)) and text[end] in _transliteration():
        end += 1
    for stop in range(end, start + 2, -1):
        if _is_bounded(text, stop):
            return stop
    return None


def _is_bounded(text: str, end: int) -> bool:
    return end >= len(text) or not _HAN.match(text, end) or bool(_after_name().match(text, end))


def _trim_dotted(text: str, dotted: re.Match[str]) -> int:
    """The last part of a dotted name ends before a word that follows names."""
    last = max(text.rfind(dot, dotted.start(), dotted.end()) for dot in "·•・") + 1
    for end in range(last + 1, dotted.end()):
        if _after_name().match(text, end):
            return end
    return dotted.end()


@dataclass(frozen=True, slots=True)
class Office:
    """A position before it is a draft: an organization, or None, and a title."""

    organization: str | None
    title: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A place that names a person with an office.

    Attributes:
        name: The bare name.
        extent: Place of the name.
        offices: The offices that stand with it.
        start: Where the offices start, or the name where none stand before it.
    """

    name: str
    extent: Extent
    offices: tuple[Office, ...]
    start: int


_BOUNDARY = re.compile(r"[。！？；：，“”‘’（）\n ]")
_PLACE_IN_BRACKETS = re.compile(r"(?<=[\u4e00-\u9fff])（(?!记者|通讯员|以下|简称|女|男)[\u4e00-\u9fff]{2,6}）$")
_PLACE_ENDS = ("国", "省", "市", "区", "县", "州", "方")
_CONTEXT = 90


def find_persons(text: str) -> Iterator[PersonMention]:
    """Find persons that stand with an office: 市长某某, 某某委员, and lists of names after one office.

    Args:
        text: Width-folded text.
    """
    previous: PersonMention | None = None
    for match in _titles_before_names(text):
        start = match.end()
        end = match_name(text, start, by_words=True)
        if end is None:
            continue
        offices, left = offices_before(text, start - len(match["gap"]))
        if not offices:
            continue
        if previous and text[previous.extent[1] : left] in ("，", "，其"):
            offices = _inherited(offices, previous)
        previous = PersonMention(text[start:end], (start, end), tuple(offices), left)
        yield previous
        while text[end : end + 1] == "、":
            following = match_name(text, end + 1)
            if following is None:
                break
            previous = PersonMention(text[end + 1 : following], (end + 1, following), tuple(offices), left)
            yield previous
            end = following
    for match in after_name_title().finditer(text):
        for length in (3, 2, 4):
            start = match.start() - length
            inside = start < 0 or (start > 0 and bool(_HAN.match(text, start - 1)))
            if not inside and is_name(text[start : match.start()]):
                office = match[0]
                offices = [] if is_courtesy(office) else [Office(None, office)]
                yield PersonMention(text[start : match.start()], (start, match.start()), tuple(offices), start)
                break


_LONGEST_LIST = 400
_ATTENDED = re.compile(r"(?:等(?:领导|同志)?)?(?:分别|一同|一起|应邀)?(?:出席|参加|列席|陪同|参与)")


def find_attendance(text: str) -> Iterator[Extent]:
    """Find the bare names of a list of those who attend: 甲某、乙某、丙某等参加会见.

    Args:
        text: Width-folded text.

    Yields:
        Extents of the names; none where one part of the list has not the form of a name.
    """
    for match in _ATTENDED.finditer(text):
        left = max(0, match.start() - _LONGEST_LIST)
        start = max(left, *(text.rfind(c, left, match.start()) + 1 for c in "。；，：！？\n"))
        names = text[start : match.start()].split("、")
        if all(is_name(name) for name in names):
            for name in names:
                yield start, start + len(name)
                start += len(name) + 1


def _inherited(offices: list[Office], previous: PersonMention) -> list[Office]:
    """In a list of persons an organization left out is that of the person before: 某会主席甲，副主席乙."""
    organization = previous.offices[-1].organization if previous.offices else None
    return [
        Office(organization, o.title) if o.organization is None and not _is_complete(o.title) else o for o in offices
    ]


def offices_before(text: str, end: int) -> tuple[list[Office], int]:
    """Read the offices that end at `end`, right before a name.

    Args:
        text: Width-folded text.
        end: Where the offices end.

    Returns:
        The offices in order, an organization that a list leaves out inherited from the one before it, and
        where they start.
    """
    left = max(0, end - _CONTEXT)
    for boundary in _BOUNDARY.finditer(text, left, end):
        left = boundary.end()
    if text[left - 1 : left] == "）":
        left = _through_brackets(text, left)
    segments: list[tuple[int, int]] = []
    stop = end
    while stop > left:
        comma = text.rfind("、", left, stop)
        start = comma + 1 if comma >= 0 else left
        if not _title_at_end().search(text[start:stop]):
            break
        after_person = _end_of_person(text, start, stop)
        segments.insert(0, (after_person or start, stop))
        if comma < 0 or after_person:
            break
        stop = comma
    offices: list[Office] = []
    first = segments[0][0] if segments else end
    for i, (start, stop) in enumerate(segments):
        words = text[start:stop].strip()
        title = _title_at_end().search(words)
        if title is None:
            continue
        before, name = words[: title.start()].strip(), title[0]
        organization = organization_in(before)
        if i == 0 and organization is not None:
            first = start + text[start:stop].find(organization)
        elif i == 0:
            first = stop - len(name)
        if before in _words("titles.toml", "organs"):
            name, organization = before + name, None
        if organization is None:
            if offices and not _is_complete(name):
                organization = offices[-1].organization
        elif len(organization) <= 2 and not is_organization(organization) and not organization.endswith(_PLACE_ENDS):
            name, organization = organization + name, None
        offices.append(Office(organization, name))
    return offices, first


def _end_of_person(text: str, start: int, stop: int) -> int | None:
    """Where a person ends who stands before the office of another: 外交部长某某同某国外长."""
    for match in _titles_before_names(text, start, stop):
        end = match_name(text, match.end())
        if end is not None and end < stop:
            return end
    return None


def _through_brackets(text: str, left: int) -> int:
    """A place in brackets inside an organization's name is no boundary: 某某（某市）有限公司董事长."""
    inside = _PLACE_IN_BRACKETS.search(text, max(0, left - 10), left)
    if not inside:
        return left
    start = max(0, inside.start() - 40)
    for boundary in _BOUNDARY.finditer(text, start, inside.start()):
        start = boundary.end()
    return start


def _is_complete(title: str) -> bool:
    return _modifiers().sub("", title) in _words("titles.toml", "complete")
