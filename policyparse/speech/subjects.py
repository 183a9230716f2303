"""The subject of a reporting clause: who speaks, as printed.

subject ::= offices? name office? | pronoun | office | 《document》 | collective | organization
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from policyparse.language.bodies import acts_as_body
from policyparse.language.names import is_name, is_rare_name, is_surname, match_name
from policyparse.language.offices import after_name_title, is_courtesy, title_at_end
from policyparse.language.persons import Office, find_persons, offices_before
from policyparse.model.base import Extent
from policyparse.speech.speech_words import (
    adjunct,
    cannot_speak,
    collective_name,
    collective_with_adjunct,
    document_title,
    lexicon,
    opening_collective,
    trailing_adverbs,
)

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
        joint: Who says the same with him: 甲委员、乙委员都建议.
    """

    name: str
    kind: Kind
    offices: tuple[Office, ...]
    start: int
    extent: Extent
    joint: tuple["Subject", ...] = ()


_PRONOUN = re.compile("他们|她们|他|她|其")
_COURTEOUS = re.compile(r"[\u4e00-\u9fff](?:先生|女士|大爷|大妈|阿姨|师傅|老师|大叔|大姐|大哥)$")
_DOCUMENT = re.compile(r"《[^《》]{1,60}》$")
_DOTTED_END = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•][\u4e00-\u9fff]{1,7}){1,4}$")
_LEARNED_FROM = re.compile(r"记者[^，。从]{0,20}从(?P<source>[^，。《》]{2,40}?)\d{0,2}[日月]?$")
# 有地方财政人士, 比如某某局: one of several
_INSTANCE = re.compile("(?:但|而)?(?:有(?!关|的|些|专家|委员|代表)|比如|例如|譬如|诸如)，?")
_LEADING = " \u3000但而且、也"
_LONGEST_ORGANIZATION = 40
_OCCASION = re.compile(r"在[^，。]{1,40}[时中上后]$")
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
    instance = _INSTANCE.match(folded, start, end)
    if instance:
        one = read_subject(folded, instance.end(), end, known, verb, adjuncts=adjuncts)
        return replace(one, start=start) if one else None
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
    subject = read_whole(folded, start, stop, known)
    if subject:
        return subject
    subject = read_opening(folded, start, stop, known)
    if subject:
        return subject if adjuncts or _OCCASION.search(folded, subject.extent[1], end) else None
    return _unnamed(folded, start, stop) or (_organization_opening(folded, start, stop) if adjuncts else None)


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
    if pronoun and adjunct().match(folded, pronoun.end(), stop):
        return Subject(pronoun[0], "pronoun", (), start, pronoun.span())
    person = _person_opening(folded, start, stop, known)
    if person:
        return person
    collective = collective_with_adjunct().match(folded, start, stop)
    if collective and collective["name"]:
        return Subject(collective["name"], "collective", (), start, collective.span("name"))
    if collective and not cannot_speak(folded[start:stop]):
        return Subject(collective["unnamed"], "collective", (), start, collective.span("unnamed"))
    return None


def read_collective(folded: str, start: int, end: int) -> Subject | None:
    """Read the collective that opens a sentence, which a later 他们 takes up."""
    match = opening_collective().match(folded, start, end)
    return Subject(match["name"], "collective", (), start, match.span("name")) if match else None


def read_whole(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read a pronoun, person, office or document that is all that stands before a verb or a colon.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
        known: Names of persons that the document introduces with an office.
    """
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


def read_collective_name(folded: str, start: int, stop: int) -> Subject | None:
    """Read people named by what they are, which is all that stands before a colon: 市政协委员, 参会代表.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
    """
    words = folded[start:stop].rstrip()
    people = collective_name().fullmatch(words) or (len(words) > 2 and title_at_end().search(words))
    if not people or cannot_speak(words):
        return None
    return Subject(words, "collective", (), start, (start, start + len(words)))


def _unnamed(folded: str, start: int, stop: int) -> Subject | None:
    """A collective or an organization is all that stands before the verb."""
    words = folded[start:stop].rstrip()
    if not words or cannot_speak(words):
        return None
    extent = (start, start + len(words))
    if collective_name().fullmatch(words) or document_title().fullmatch(words):
        return Subject(words, "collective", (), start, extent)
    if acts_as_body(words) and len(words) <= _LONGEST_ORGANIZATION:
        return Subject(words, "organization", (), start, extent)
    return None


def _person_closing(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Offices and a name, or a name and an office, that end at `stop`."""
    office = next((m for m in after_name_title().finditer(folded, max(start, stop - 6), stop) if m.end() == stop), None)
    if office and office.start() - start >= 2:
        person = _person_at(folded, start, office.start(), office[0], known)
        if person:
            return person
    return _person_at(folded, start, stop, None, known) or read_person_of_unlisted_surname(folded, start, stop)


def read_person_of_unlisted_surname(folded: str, start: int, stop: int, longest: int = 3) -> Subject | None:
    """Read what stands between an office and a verb or a colon as a name, be its surname in no list: 发言人续某.

    Args:
        folded: Width-folded text.
        start: Where the office starts at the earliest.
        stop: Where the name ends.
        longest: How many characters a name has at most; Tibetan and Mongolian ones have four and more.
    """
    for at in range(stop - longest, stop - 1):
        if at <= start:
            continue
        gap = folded[at - 1] == " "
        offices, first = offices_before(folded[start:stop], at - start - gap)
        name = folded[at:stop]
        if offices and is_rare_name(name) and not acts_as_body(name) and not collective_name().fullmatch(name):
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
        described = office is not None and folded[at - 1] == "的"
        if at > start and not offices and not described:
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
            joint = tuple(_joined(folded, office.end(), stop)) if office else ()
            return Subject(folded[start:end], "person", offices, start, (start, end), joint)
    mention = next(find_persons(folded[start : min(stop + 4, start + _REACH)]), None)
    if mention is None or start + mention.extent[1] > stop:
        return None
    at, end = start + mention.extent[0], start + mention.extent[1]
    qualified = folded[start : start + mention.start]
    if (not qualified or qualified.endswith("的")) and (end == stop or adjunct().match(folded, end)):
        return Subject(mention.name, "person", mention.offices, start + mention.start, (at, end))
    return None


def _organization_opening(folded: str, start: int, stop: int) -> Subject | None:
    """An organization that opens a clause, with a date or an adjunct after it: 某某银行11日发布报告指出."""
    if cannot_speak(folded[start:stop]):
        return None
    for after in itertools.islice(adjunct().finditer(folded, start + 2, min(stop, start + _LONGEST_ORGANIZATION)), 4):
        if acts_as_body(folded[start : after.start()]):
            extent = (start, after.start())
            return Subject(folded[slice(*extent)], "organization", (), start, extent)
    return None


def _joined(folded: str, start: int, stop: int) -> Iterator[Subject]:
    """The persons of a list after its first one, each with an office behind the name."""
    while folded.startswith("、", start):
        end = match_name(folded, start + 1)
        office = after_name_title().match(folded, end, stop) if end else None
        if end is None or office is None:
            return
        offices = () if is_courtesy(office[0]) else (Office(None, office[0]),)
        yield Subject(folded[start + 1 : end], "person", offices, start + 1, (start + 1, end))
        start = office.end()


def read_person(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read the person with whom a clause opens, whatever predicate follows.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where the name ends at the latest.
        known: Names of persons that the document introduces with an office.
    """
    for name_end in range(start + 4, start + 1, -1):
        if folded[start:name_end] in known and name_end <= stop:
            return Subject(folded[start:name_end], "person", (), start, (start, name_end))
    mention = next(find_persons(folded[start : min(stop + 4, start + _REACH)]), None)
    if mention is None or start + mention.extent[1] > stop:
        return None
    if mention.start and folded[start + mention.start - 1] != "的":
        return None
    extent = (start + mention.extent[0], start + mention.extent[1])
    return Subject(mention.name, "person", mention.offices, start, extent)


def _learned_from(folded: str, start: int, end: int) -> Subject | None:
    match = _LEARNED_FROM.search(folded, start, end)
    if not match or not acts_as_body(match["source"]):
        return None
    return Subject(match["source"], "organization", (), match.start("source"), match.span("source"))
