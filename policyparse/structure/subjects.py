"""The subject of a reporting clause: who speaks, as printed.

subject ::= offices? name office? | pronoun | office | 《document》 | collective | organization
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from policyparse.core.model import Extent
from policyparse.entities.names import is_name, is_rare_name, is_surname, match_name
from policyparse.entities.organizations import is_organization
from policyparse.entities.persons import Office, find_persons, offices_before
from policyparse.entities.titles import after_name_title, is_courtesy
from policyparse.entities.words import any_of

Kind = Literal["person", "organization", "collective", "pronoun", "title"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as printed.

    Attributes:
        name: Bare name; for a pronoun or an office alone, the word itself.
        kind: `person`, `organization`, `collective`, or `pronoun` and `title`, which are still to be resolved.
        offices: The offices that stand with a person.
        start: Where the subject starts, offices included.
        extent: Place of the name.
    """

    name: str
    kind: Kind
    offices: tuple[Office, ...]
    start: int
    extent: Extent


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The words of reported speech, by group."""
    table = tomllib.loads((files("policyparse.structure") / "speech.toml").read_text(encoding="utf-8"))
    return {group: frozenset(words) for group, words in table.items()}


@cache
def pattern(group: str) -> str:
    """A pattern that matches any word of a group, the longest first."""
    return any_of(lexicon()[group])


@cache
def trailing_adverbs() -> re.Pattern[str]:
    """Adverbs, and dates, that stand right before a verb."""
    day = r"（[^（）]{1,12}）|\d{1,2}月\d{1,2}日|\d{1,2}日"
    return re.compile(rf"(?:{pattern('adverbs')}|{day}){{1,6}}$")


@cache
def _collective() -> re.Pattern[str]:
    named = r"[\u4e00-\u9fffA-Za-z0-9、（）·“”]{1,36}"
    return re.compile(rf"(?:{pattern('collectives')})$|{named}(?:{pattern('collective_endings')})$")


@cache
def _collective_with_adjunct() -> re.Pattern[str]:
    """A collective at the start of a clause, perhaps with what it is taken from: 参加某会的委员们."""
    unnamed = rf"[\u4e00-\u9fff、]{{1,30}}?(?:{pattern('collective_endings')})"
    adjunct = rf"(?=\d|{pattern('adjuncts')})"
    taken_from = r"(?:[^，。“”的]{2,30}的)?"
    return re.compile(rf"(?:{taken_from}(?P<name>{pattern('collectives')})|(?P<unnamed>{unnamed})){adjunct}")


@cache
def _opening_collective() -> re.Pattern[str]:
    ending = rf"[\u4e00-\u9fff]{{1,14}}?(?:{pattern('collective_endings')})"
    return re.compile(rf"(?P<name>(?:{pattern('collectives')})|{ending})(?=[\u4e00-\u9fff，])")


@cache
def _adjunct() -> re.Pattern[str]:
    return re.compile(rf"\d|{pattern('adjuncts')}")


@cache
def _no_subject() -> re.Pattern[str]:
    return re.compile(rf"{pattern('no_subject')}|以(?!色列|军|方)")


_PRONOUN = re.compile("他们|她们|他|她|其")
_COURTEOUS = re.compile(r"[\u4e00-\u9fff](?:先生|女士|大爷|大妈|阿姨|师傅|老师|大叔|大姐|大哥)$")
_DOCUMENT = re.compile(r"《[^《》]{1,60}》$")
_DOTTED_END = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•][\u4e00-\u9fff]{1,7}){1,4}$")
_LEARNED_FROM = re.compile(r"记者[^，。从]{0,20}从(?P<source>[^，。《》]{2,40}?)\d{0,2}[日月]?$")
_LEADING = " \u3000但而且、也"
_LONGEST_ORGANIZATION = 40
_REACH = 120


def read_subject(
    folded: str, start: int, end: int, known: frozenset[str], verb: str = "", *, adjuncts: bool = True
) -> Subject | None:
    """Read the subject of a clause.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        end: Where its verb starts.
        known: Names of persons that the document introduces with an office.
        verb: The verb.
        adjuncts: Whether an adjunct may stand between subject and verb (某某在会上表示).

    Returns:
        The subject, or None where the clause has none that can speak.
    """
    while start < end and folded[start] in _LEADING:
        start += 1
    if verb in lexicon()["learning"]:
        return _learned_from(folded, start, end)
    if verb == "看来":
        if not folded.startswith("在", start):
            return None
        start += 1
    if folded.startswith("据", start):
        start += 1
        if start == end:
            return Subject("据", "pronoun", (), start - 1, (start - 1, start))
    trailing = trailing_adverbs().search(folded, start, end)
    stop = trailing.start() if trailing else end
    subject = _named(folded, start, stop, known)
    if subject:
        return subject
    subject = read_opening(folded, start, stop, known)
    if subject:
        return subject if adjuncts else None
    return _unnamed(folded, start, stop)


def read_opening(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read the subject that opens a clause, with an adjunct or a predicate after it.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where it ends at the latest.
        known: Names of persons that the document introduces with an office.
    """
    while start < stop and folded[start] in " \u3000":
        start += 1
    pronoun = _PRONOUN.match(folded, start, stop)
    if pronoun and _adjunct().match(folded, pronoun.end(), stop):
        return Subject(pronoun[0], "pronoun", (), start, pronoun.span())
    person = _person_opening(folded, start, stop, known)
    if person:
        return person
    collective = _collective_with_adjunct().match(folded, start, stop)
    if collective and collective["name"]:
        return Subject(collective["name"], "collective", (), start, collective.span("name"))
    if collective and not _no_subject().match(folded, start, stop):
        return Subject(collective["unnamed"], "collective", (), start, collective.span("unnamed"))
    return None


def read_label(folded: str, end: int, known: frozenset[str]) -> Subject | None:
    """Read a speaker's label, as it stands before a colon: a person, or an organization that signs an answer.

    Args:
        folded: Width-folded text that starts with the label.
        end: Where its colon stands.
        known: Names of persons that the document introduces with an office.
    """
    words = folded[:end].rstrip()
    subject = _named(folded, 0, len(words), known)
    if subject:
        named = subject.kind == "person" and subject.start == 0 and (subject.offices or subject.name in known)
        return subject if named else None
    if is_organization(words) and not _no_subject().match(words):
        return Subject(words, "organization", (), 0, (0, len(words)))
    return None


def read_collective(folded: str, start: int, end: int) -> Subject | None:
    """Read the collective that opens a sentence, which a later 他们 takes up."""
    match = _opening_collective().match(folded, start, end)
    return Subject(match["name"], "collective", (), start, match.span("name")) if match else None


def _named(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """A pronoun, person, office or document is all that stands before the verb."""
    words = folded[start:stop].rstrip()
    stop = start + len(words)
    if not words:
        return None
    if _PRONOUN.fullmatch(words):
        return Subject(words, "pronoun", (), start, (start, stop))
    person = _person_closing(folded, start, stop, known)
    if person:
        return person
    if after_name_title().fullmatch(words) and words not in lexicon()["collectives"]:
        return Subject(words, "title", (), start, (start, stop))
    courteous = _COURTEOUS.search(words)
    if courteous and is_surname(courteous[0][0]):
        at = start + courteous.start()
        return Subject(courteous[0], "person", (), at, (at, stop))
    document = _DOCUMENT.search(words)
    if document and document.start() <= 24:
        return Subject(document[0], "collective", (), start, (start + document.start(), stop))
    return None


def _unnamed(folded: str, start: int, stop: int) -> Subject | None:
    """A collective or an organization is all that stands before the verb."""
    words = folded[start:stop].rstrip()
    if not words or _no_subject().match(words):
        return None
    extent = (start, start + len(words))
    if _collective().fullmatch(words):
        return Subject(words, "collective", (), start, extent)
    if is_organization(words) and len(words) <= _LONGEST_ORGANIZATION:
        return Subject(words, "organization", (), start, extent)
    return None


def _person_closing(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Offices and a name, or a name and an office, that end at `stop`."""
    office = next((m for m in after_name_title().finditer(folded, max(start, stop - 6), stop) if m.end() == stop), None)
    if office and office.start() - start >= 2:
        person = _person_at(folded, start, office.start(), office[0], known)
        if person:
            return person
    return _person_at(folded, start, stop, None, known) or _person_of_rare_surname(folded, start, stop)


def _person_of_rare_surname(folded: str, start: int, stop: int) -> Subject | None:
    """What stands between an office and the verb is a name, be its surname in no list: 某部发言人续某表示."""
    for at in (stop - 3, stop - 2):
        if at <= start:
            continue
        offices, first = offices_before(folded[start:stop], at - start)
        name = folded[at:stop]
        if offices and is_rare_name(name) and not is_organization(name) and not _collective().fullmatch(name):
            return Subject(name, "person", tuple(offices), start + first, (at, stop))
    return None


def _person_at(folded: str, start: int, end: int, office: str | None, known: frozenset[str]) -> Subject | None:
    """A name that ends at `end`, bare or behind offices; a bare one of two characters must be known."""
    dotted = _DOTTED_END.search(folded, start, end)
    lengths = range(len(dotted[0]), 3, -1) if dotted else (3, 2, 4)
    for length in lengths:
        at = end - length
        if at < start or not is_name(folded[at:end]):
            continue
        gap = folded[at - 1 : at] == " "
        offices, first = offices_before(folded[start:end], at - start - gap)
        if at > start and not offices:
            continue
        if at == start and office is None and length < 3 and folded[at:end] not in known:
            continue
        if office and not is_courtesy(office):
            offices = [*offices, Office(None, office)]
        return Subject(folded[at:end], "person", tuple(offices), min(at, start + first), (at, end))
    return None


def _person_opening(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """A known name, a name with an office, or offices with a name that open a clause."""
    end = match_name(folded, start)
    if end is not None and end <= stop:
        office = after_name_title().match(folded, end, stop)
        if office or folded[start:end] in known:
            offices = (Office(None, office[0]),) if office and not is_courtesy(office[0]) else ()
            return Subject(folded[start:end], "person", offices, start, (start, end))
    mention = next(find_persons(folded[start : min(stop + 4, start + _REACH)]), None)
    if mention is None or start + mention.extent[1] > stop:
        return None
    at, end = start + mention.extent[0], start + mention.extent[1]
    qualified = folded[start : start + mention.start]
    if (not qualified or qualified.endswith("的")) and (end == stop or _adjunct().match(folded, end)):
        return Subject(mention.name, "person", mention.offices, start + mention.start, (at, end))
    return None


def _learned_from(folded: str, start: int, end: int) -> Subject | None:
    match = _LEARNED_FROM.search(folded, start, end)
    if not match or not is_organization(match["source"]):
        return None
    return Subject(match["source"], "organization", (), match.start("source"), match.span("source"))
