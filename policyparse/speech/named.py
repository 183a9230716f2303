"""Persons in a clause: a name with the offices or the description that stand around it.

person ::= offices? name | body? name office | surname office | description name | name (、 name)+ 等 office?
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN
from policyparse.language.bodies import acts_as_body, body_at_end
from policyparse.language.names import is_ambiguous, is_name, is_rare_name, is_surname, match_name
from policyparse.language.offices import AFTER_NAME, TITLE_AT_END, heads, is_courtesy
from policyparse.language.persons import Office, find_persons, match_office_behind, offices_before, titles_before_names
from policyparse.language.segment import is_name_in_dictionary, is_word, word_ends
from policyparse.model.base import Extent
from policyparse.speech.verbs import ends_in_verb

Kind = Literal["person", "organization", "collective", "pronoun", "title"]

REACH = 120
"""How far before a verb its subject may start, in characters."""


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
        bare_office: Of a `title`, whether no surname stands before it.
    """

    name: str
    kind: Kind
    offices: tuple[Office, ...]
    start: int
    extent: Extent
    joint: tuple["Subject", ...] = ()
    bare_office: bool = False


_COURTEOUS = pattern(
    rf"(?P<name>[{HAN}](?&speakers.courtesies))$",
    matches=[
        *(("家住城东的李先生", {"name": "李先生"}), ("何大爷", {"name": "何大爷"}), ("村民王婶", {"name": "王婶"})),
        ("何大婶", "何大婶"),
    ],
    rejects=["先生", "李先生家"],
)
_NICKNAME = pattern(
    rf"[老小阿][{HAN}]$",
    matches=[("村民老梁", "老梁"), ("志愿者小何", "小何"), "村民阿梁"],
    rejects=["老梁家"],
)
_CALLINGS = frozenset("员工农匠商师手户主长民生者家人客友嫂兵警医童士郎伯婆爷妈叔哥姐弟妹年贩媒亲")
"""With what the word for a person's trade or place in life ends: 果农, 船工, 业主, 返乡青年."""
_OTHERS = pattern(
    rf"等(?:[{COUNT}]{{0,2}}[位名]?(?P<office>[{HAN}]{{2,4}})|[{COUNT}]{{0,2}}人)?$",
    matches=[
        *(("罗启明等", {"office": None}), ("罗启明等3人", {"office": None}), ("罗启明等委员", {"office": "委员"})),
        *(("罗启明等三位代表", {"office": "代表"}), "罗启明等人", ("罗启明等三名代表", {"office": "代表"})),
    ],
    rejects=["罗启明等一会儿再来办", "罗启明", "罗启明等350人", "罗启明等350委员"],
)
_DOTTED_END = pattern(
    rf"[{HAN}]{{1,7}}(?:[·•][{HAN}]{{1,7}}){{1,4}}$",
    matches=[
        *(("市长阿不都·买买提", "市长阿不都·买买提"), ("自治区人民政府主席阿不都·买买提", "政府主席阿不都·买买提")),
        ("市长阿不都·买买提•艾力•库尔•班江•玉素甫", "买买提•艾力•库尔•班江•玉素甫"),
    ],
    rejects=["阿不都", "阿不都·买买提说，", "·买买提", "市长阿不都·买买提代表市政府作报告", "市长阿不都·"],
)
_LONGEST_DOTTED, _LONGEST_COURTEOUS, _LONGEST_NICKNAME = 39, 3, 2
"""Maximum length of what these patterns match, in characters: they end where the words end, and no more is searched."""

_LEAST_OF_A_LIST = 2
_SHORTEST_BARE = 2
"""A bare name that is no longer must be known."""


def read_closing_person(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read the person who is all that stands before a verb or a colon: offices and a name, or a name and an office.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
        known: Names of persons that the document introduces with an office.
    """
    others = _OTHERS.search(folded, start, stop)
    if others:
        several = _read_list(folded, start, others.start(), others["office"], known)
        if several or not others["office"]:
            return several or read_closing_person(folded, start, others.start(), known)
        return None
    several = _read_list(folded, start, stop, None, known)
    if several:
        return several
    office = next((m for m in AFTER_NAME.finditer(folded, max(start, stop - 6), stop) if m.end() == stop), None)
    if office and office.start() - start >= 2:
        person = _person_at(folded, start, office.start(), office[0], known)
        if person:
            return person
    return _person_at(folded, start, stop, None, known) or read_person_of_unlisted_surname(folded, start, stop)


def _read_list(folded: str, start: int, stop: int, office: str | None, known: frozenset[str]) -> Subject | None:
    """Names joined by 、, perhaps behind the offices of the first: 委员甲、乙, 甲、乙等委员."""
    if "、" not in folded[start:stop]:
        return None
    edges = [start, *(i + 1 for i in range(start, stop) if folded[i] == "、"), stop + 1]
    parts = [(a, b - 1) for a, b in itertools.pairwise(edges)]
    persons: list[Subject] = []
    for at, end in reversed(parts):
        words = folded[at:end]
        if not is_name(words) or (is_ambiguous(words) and words not in known):
            break
        persons.insert(0, Subject(words, "person", (), at, (at, end)))
    rest = parts[: len(parts) - len(persons)]
    if rest and persons:
        first = _person_at(folded, start, rest[-1][1], None, known)
        if first is None:
            return None
        persons = [first, *(replace(p, offices=first.offices) for p in persons)]
    if len(persons) < _LEAST_OF_A_LIST:
        return None
    if office and TITLE_AT_END.fullmatch(office):
        persons = [replace(p, offices=(*p.offices, Office(None, office))) for p in persons]
    return replace(persons[0], joint=tuple(persons[1:]))


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
        if offices and is_rare_name(name) and not acts_as_body(name) and not ends_in_verb(name) and name[0] != "们":
            return Subject(name, "person", tuple(offices), start + first, (at, stop))
    return None


def _person_at(folded: str, start: int, end: int, office: str | None, known: frozenset[str]) -> Subject | None:
    """A name that ends at `end`, behind offices where there are any; a bare one of two characters must be known."""
    since = max(start, end - _LONGEST_DOTTED)
    has_dot = folded.find("·", since, end) >= 0 or folded.find("•", since, end) >= 0
    dotted = _DOTTED_END.search(folded, since, end) if has_dot else None
    lengths = range(4, len(dotted[0]) + 1) if dotted else (3, 2, 4)
    places = [end - n for n in lengths if end - n >= start and is_name(folded[end - n : end])]
    places = [at for at in places if not {folded[at : at + 2], folded[at + 1 : end]} & heads()]  # 家长李, 江主席
    for at in places:
        person = _behind_offices(folded, start, (at, end), office)
        if person:
            return person
    for at in places[-1:] if dotted else places:
        if at == start and (office or folded[at:end] in known or is_bare_name(folded[at:end])):
            offices = (Office(None, office),) if office and not is_courtesy(office) else ()
            return Subject(folded[at:end], "person", offices, at, (at, end))
    return None


def is_bare_name(name: str) -> bool:
    """Whether a name with nothing around it is taken for one: three characters or more that are no body and no word."""
    if len(name) <= _SHORTEST_BARE or acts_as_body(name) or is_ambiguous(name):
        return False
    return not is_word(name) or is_name_in_dictionary(name)


def _behind_offices(folded: str, start: int, extent: Extent, office: str | None) -> Subject | None:
    """A name behind offices, behind a body whose office stands behind the name, or behind a description with 的."""
    at, end = extent
    if at == start:
        return None
    gap = folded[at - 1 : at] == " "
    offices, first = offices_before(folded[start:end], at - start - gap)
    own = [Office(None, office)] if office and not is_courtesy(office) else []
    if not offices:
        body = body_at_end(folded[start:at].rstrip()) if office else None
        if body and acts_as_body(body):
            own = [Office(body, title.title) for title in own]
            first = folded.find(body, start, at) - start
        elif not (office and folded[at - 1] == "的"):
            return None
        else:
            first = at - start
    return Subject(folded[at:end], "person", (*offices, *own), start + first, extent)


def read_opening_person(folded: str, start: int, stop: int, known: frozenset[str]) -> Iterator[Subject]:
    """Read the person with whom a clause opens: a known name, a name with an office, or offices with a name.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where the name ends at the latest.
        known: Names of persons that the document introduces with an office.

    Yields:
        The readings, none where no person opens the clause; what follows the person is for the caller to judge.
    """
    for name_end in range(start + 4, start + 1, -1):
        if folded[start:name_end] in known and name_end <= stop:
            yield Subject(folded[start:name_end], "person", (), start, (start, name_end))
    yield from _known_behind_offices(folded, start, stop, known)
    addressed = _addressed_by_office(folded, start, stop)
    if addressed:
        yield addressed
        return
    end = match_name(folded, start)
    if end is not None and end <= stop:
        office = match_office_behind(folded, end, stop)
        if office:
            offices = (Office(None, office[0]),) if not is_courtesy(office[0]) else ()
            joint = tuple(_joined(folded, office.end(), stop))
            yield Subject(folded[start:end], "person", offices, start, (start, end), joint)
    mention = next(find_persons(folded[start : min(stop + 4, start + REACH)]), None)
    if mention and start + mention.extent[1] <= stop:
        if not mention.start or folded[start + mention.start - 1] == "的":
            extent = (start + mention.extent[0], start + mention.extent[1])
            yield Subject(mention.name, "person", mention.offices, start + mention.start, extent)
    elif end is not None and end <= stop and is_bare_name(folded[start:end]):
        yield Subject(folded[start:end], "person", (), start, (start, end))


def _known_behind_offices(folded: str, start: int, stop: int, known: frozenset[str]) -> Iterator[Subject]:
    """A known name behind offices that open the clause, whatever follows it: 县委书记范大成谦虚地."""
    for title in titles_before_names(folded, start, min(stop, start + REACH)):
        at = title.end()
        name = next((folded[at : at + n] for n in (4, 3, 2) if folded[at : at + n] in known), "")
        if not name or at + len(name) > stop:
            continue
        offices, first = offices_before(folded[start:stop], at - start - len(title["gap"]))
        if offices and first == 0:
            yield Subject(name, "person", tuple(offices), start, (at, at + len(name)))
        return


def _addressed_by_office(folded: str, start: int, stop: int) -> Subject | None:
    """A surname and an office, as its holder is addressed, at the start of a clause: 江书记在会上."""
    office = AFTER_NAME.match(folded, start + 1, stop)
    if office is None or is_courtesy(office[0]) or not is_surname(folded[start]):
        return None
    if is_ambiguous(folded[start : office.end()]):
        return None
    return Subject(folded[start : office.end()], "title", (), start, (start, office.end()))


def _joined(folded: str, start: int, stop: int) -> Iterator[Subject]:
    """The persons of a list after its first one, each with an office behind the name."""
    while folded.startswith("、", start):
        end = match_name(folded, start + 1)
        office = match_office_behind(folded, end, stop) if end else None
        if end is None or office is None:
            return
        offices = () if is_courtesy(office[0]) else (Office(None, office[0]),)
        yield Subject(folded[start + 1 : end], "person", offices, start + 1, (start + 1, end))
        start = office.end()


def read_addressed_person(folded: str, start: int, stop: int) -> Subject | None:
    """Read a person who goes by a surname and a word of address: 李女士, 何大爷, 老梁, 江书记.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
    """
    courteous = _COURTEOUS.search(folded, max(start, stop - _LONGEST_COURTEOUS), stop)
    if courteous and is_surname(courteous["name"][0]):
        return Subject(courteous["name"], "person", (), courteous.start(), courteous.span())
    nickname = _NICKNAME.search(folded, max(start, stop - _LONGEST_NICKNAME), stop)
    if nickname and is_surname(nickname[0][1]) and not is_word(nickname[0]):
        described = nickname.start() > start and folded[nickname.start() - 1] in _CALLINGS
        if described or (nickname.start() == start and folded.count(nickname[0]) > 1):
            return Subject(nickname[0], "person", (), nickname.start(), nickname.span())
    office = AFTER_NAME.match(folded, start + 1, stop)
    if office and office.end() == stop and is_surname(folded[start]) and not is_ambiguous(folded[start:stop]):
        return Subject(folded[start:stop], "title", (), start, (start, stop))
    return None


def read_described_person(folded: str, start: int, stop: int) -> Subject | None:
    """Read a name behind the word for a trade, a body, or a description: 果农某某, 某公司的某某.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where the name ends.
    """
    for length in (3, 2, 4):
        at = stop - length
        name, before = folded[at:stop], folded[start:at].rstrip()
        if len(before) < 2 or not is_name(name) or is_ambiguous(name):
            continue
        if length == 2 and (before[-1] not in _CALLINGS or is_word(name)):
            continue
        if before.endswith("的") or (at - start) in word_ends(folded[start:stop]):
            return Subject(name, "person", (), at, (at, stop))
    return None
