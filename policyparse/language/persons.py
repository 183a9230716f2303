"""Persons: where a text gives a name and an office, or a list of names.

person ::= office (、 office)* name | name office
office ::= organization? title
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policyparse.language.bodies import acts_as_body, body_at_end
from policyparse.language.names import HAN, is_name, match_name, match_transliterated, surnames, transliteration
from policyparse.language.offices import after_name_title, is_complete, is_courtesy, title_at_end, titles
from policyparse.model.base import Extent


@cache
def _title_end() -> re.Pattern[str]:
    """The last character of a title, right before what may be a name."""
    lasts = "".join(sorted({head[-1] for head in titles("heads")}))
    surname = "".join(sorted(surnames()[0] | {name[0] for name in surnames()[1]}))
    foreign = "".join(sorted(transliteration()))
    return re.compile(rf"[{lasts}](?P<gap>\s?)(?=[{surname}]\w|[\u4e00-\u9fff]{{1,7}}[·•]|[{foreign}]{{2}})")


@cache
def _foreign_heads() -> tuple[str, ...]:
    return tuple(sorted(titles("foreign")))


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in titles("heads")}))


def _titles_before_names(text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """Places where a title ends and a name may start; the match holds the title's last character and the gap."""
    heads = titles("heads")
    for match in _title_end().finditer(text, start, len(text) if stop is None else stop):
        end = match.start() + 1
        if any(text[max(start, end - n) : end] in heads for n in _head_lengths()):
            yield match


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
        if end is None and text.endswith(_foreign_heads(), 0, match.start() + 1):
            end = match_transliterated(text, start, shortest=2)
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
            inside = start < 0 or (start > 0 and bool(HAN.match(text, start - 1)))
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
        Office(organization, o.title) if o.organization is None and not is_complete(o.title) else o for o in offices
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
        if not title_at_end().search(text[start:stop]):
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
        title = title_at_end().search(words)
        if title is None:
            continue
        before, name = words[: title.start()].strip(), title[0]
        organization = body_at_end(before)
        if i == 0 and organization is not None:
            first = start + text[start:stop].find(organization)
        elif i == 0:
            first = stop - len(name)
        if before in titles("organs"):
            name, organization = before + name, None
        if organization is None:
            if offices and not is_complete(name):
                organization = offices[-1].organization
        elif len(organization) <= 2 and not acts_as_body(organization) and not organization.endswith(_PLACE_ENDS):
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
