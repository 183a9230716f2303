"""Persons: where a text gives a name and an office, or a list of names.

person ::= office ((、 | 兼) office)* name | name office
office ::= body? title
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN as HAN_CLASS
from policyparse.knowledge.characters import SERIAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import word_set, words
from policyparse.language.bodies import acts_as_body, body_at_end
from policyparse.language.departments import with_body
from policyparse.language.names import HAN, is_ambiguous, is_name, is_surname, match_name, match_transliterated
from policyparse.language.offices import AFTER_NAME, TITLE_AT_END, heads, is_complete, is_courtesy
from policyparse.language.representation import REPRESENTS
from policyparse.model.base import Extent
from policyparse.model.steps import take_steps


@cache
def _title_end() -> re.Pattern[str]:
    """The last character of a title, right before what may be a name."""
    lasts = "".join(sorted({head[-1] for head in heads()}))
    surname = "".join(sorted(word_set("persons.single") | {name[0] for name in word_set("persons.compound")}))
    foreign = "".join(sorted(word_set("persons.transliteration")))
    return compiled(rf"[{lasts}](?P<gap>\s?)(?=[{surname}]\w|[\u4e00-\u9fff]{{1,7}}[·•]|[{foreign}]{{2}})")


@cache
def _head_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(head) for head in heads()}))


def titles_before_names(text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """Places where a title ends and a name may start; the match holds the title's last character and the gap."""
    for match in _title_end().finditer(text, start, len(text) if stop is None else stop):
        end = match.start() + 1
        if _ends_in_head(text, start, end) and not _ends_in_head(text, start, end + 1):
            yield match


def _ends_in_head(text: str, start: int, end: int) -> bool:
    return any(text[max(start, end - n) : end] in heads() for n in _head_lengths())


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


_BEFORE_BODY = pattern(
    r"(?:现任|时任|曾任|原任|担任|新任|历任|身为|作为|来到|走到|走进|走访|看望|慰问|遇到|遇见|见到|找到|采访|邀请|陪同|跟随|会同"
    rf"|专访|对话|[0-9]{{1,2}}[.．、]|（[{SERIAL}]{{1,2}}）|^访(?![问谈]))",
    matches=[
        *(("专访市水利局", "专访"), ("访市水利局", "访"), ("现任市慈善总会", "现任"), ("驻村党员来到", "来到")),
        *(("1.市商务局", "1."), ("（二）市商务局", "（二）"), "陪同市商务局", "邀请市商务局", "遇见市商务局"),
        *("遇到市商务局", "身为市商务局", "跟随市商务局", "走进市商务局", "走访市商务局", "走到市商务局"),
        *("见到市商务局", "看望市商务局", "曾任市商务局", "时任市商务局", "新任市商务局", "担任市商务局"),
        *("找到市商务局", "慰问市商务局", "对话青禾县委", "原任市商务局", "历任市商务局", "作为市商务局"),
        *("会同市商务局", "本报记者采访了青禾县委", ("123.市商务局", "23.")),
    ],
    rejects=["市商务局", "12家企业", "（）市商务局", "访问", "（123）市商务局", "访谈", "市信访局", ".市商务局"],
)
"""Words before a body that are no part of its name."""

_GROUPS = pattern(
    r"(?:(?&heads)|干部)(?:、|和|与|及|以及)",
    heads=lambda: "|".join(sorted(sorted(heads()), key=len, reverse=True)),
    matches=["企业家和村民", "专家、学者", "干部和", "企业家及", "企业家与", "企业家以及"],
    rejects=["市委书记", "科学家协会"],
)
"""Groups of people named one after another, whose names follow all together."""

_CONCURRENT = pattern(
    r"、|兼任?(?!职)",
    matches=[("副市长兼市公安局局长", "兼"), ("主席、党组书记", "、"), ("董事长兼任总经理", "兼任")],
    rejects=["兼职教授", "副市长"],
)
"""What joins two offices of one person."""

_BOUNDARY = pattern(r"[。！？；：，“”‘’（）】|\n ]|——", matches=["，", "】", "——"], rejects=["、"])
_PLACE_IN_BRACKETS = pattern(
    rf"(?<=[{HAN_CLASS}])（(?!记者|通讯员|以下|简称|女|男)(?:[{HAN_CLASS}]{{2,6}}|[A-Za-z]{{2,12}})）$",
    matches=[("远洋（某市）", "（某市）"), ("国际科技园协会（IASP）", "（IASP）")],
    rejects=[
        *("远洋（记者）", "远洋（以下简称）", "（某市）", "远洋（女）", "远洋（男士）", "远洋（女士）"),
        *("国际科技园协会（A）", "国际科技园协会（INTERNATIONALS）", "远洋（县）", "远洋（简称）", "远洋（某市）甲"),
        *("远洋（通讯员某市）", "远洋（江北新区管委会）"),
    ],
)
_JOINS = ("，", "，其", "、", "和", "与", "及", "以及", "；", "，以及")
"""What stands between two persons of a list, the second of whom inherits the body of the first."""
_AND = ("以及", "和", "与", "及")
_PLACE_ENDS = ("国", "省", "市", "区", "县", "州", "方")
_CONTEXT = 90
"""How far before a name its offices may start, in characters."""


def find_persons(text: str) -> Iterator[PersonMention]:
    """Find persons that stand with an office: 市长某某, 某某委员, and lists of names after one office.

    Args:
        text: Width-folded text.
    """
    yield from _behind_offices(text)
    yield from _told_by_copula(text)
    for match in AFTER_NAME.finditer(text):
        take_steps(1)
        for length in (3, 2, 4):
            start = match.start() - length
            inside = start < 0 or (start > 0 and bool(HAN.match(text, start - 1)))
            name = text[max(start, 0) : match.start()]
            if not inside and is_name(name) and not is_ambiguous(name):
                offices = offices_behind(text, match.start())
                yield PersonMention(name, (start, match.start()), offices, start)
                break


_COPULA = pattern(
    r"(?:是|系|现任|现为|担任|兼任)(?=(?P<office>[^，。；：！？“”（）\n]{2,48})[，。；])(?!一|这|那|我|全|该|本|当|最|谁|由|为)",
    matches=[
        *(("范大成是市政协委员、市一中校长。", {"office": "市政协委员、市一中校长"}), "范大成现任市农技协会会长，"),
        *("系市长。", "现为县长。", "担任县长。", "兼任县长。"),
    ],
    rejects=[
        *("范大成是一名教师。", "范大成是“田秀才”。", "是那里。", "是这里。", "是谁家。", "是该处。", "是由来。"),
        *("是本届。", "是最高。", "是我们。", "是当地。", "是全体。", "是为民。", "是县。"),
        "是县政协委员兼县工商联副主席和县农产品加工行业协会会长以及青禾现代农业科技发展有限公司董事长兼法定代表人。",
    ],
)
"""Behind a name: what its bearer is."""
_LONGEST_NAME = 4


def _told_by_copula(text: str) -> Iterator[PersonMention]:
    """Persons of whom a clause says what they are: 某某是市政协委员、市一中校长."""
    for told in _COPULA.finditer(text):
        at = told.start()
        start = max(text.rfind(mark, max(0, at - _LONGEST_NAME - 1), at) + 1 for mark in "。，；：！？”\n")
        name = text[start:at]
        whole = start > 0 or at <= _LONGEST_NAME
        if not whole or not is_name(name) or is_ambiguous(name) or not TITLE_AT_END.search(told["office"]):
            continue
        offices, _ = offices_before(told["office"], len(told["office"]))
        if offices:
            yield PersonMention(name, (start, at), tuple(offices), start)


def match_office_behind(text: str, start: int, stop: int | None = None) -> re.Match[str] | None:
    """The office that stands behind a name; 代表 as a verb is none (某某代表市政府发言).

    Args:
        text: Width-folded text.
        start: Where the name ends.
        stop: Where the office ends at the latest.
    """
    office = AFTER_NAME.match(text, start, len(text) if stop is None else stop)
    return None if office and office[0] == "代表" and REPRESENTS.match(text, start) else office


def offices_behind(text: str, start: int) -> tuple[Office, ...]:
    """The office behind a name, none where a form of address stands there."""
    office = match_office_behind(text, start)
    return (Office(None, office[0]),) if office and not is_courtesy(office[0]) else ()


def _behind_offices(text: str) -> Iterator[PersonMention]:
    """Names behind their offices, and the further names of a list behind one office."""
    previous: PersonMention | None = None
    for match in titles_before_names(text):
        take_steps(1)
        start = match.end()
        if previous and start < previous.extent[1]:
            continue
        if text.endswith("代表", 0, match.start() + 1) and REPRESENTS.match(text, match.start() - 1):
            continue
        end = match_name(text, start, by_words=True)
        if end is None and text.endswith(words("offices.foreign_heads"), 0, match.start() + 1):
            end = match_transliterated(text, start, shortest=2)
        if end is None:
            continue
        floor = previous.extent[1] if previous else 0
        offices, left = offices_before(text, start - len(match["gap"]), floor)
        if not offices or _is_addressed(offices[0]):
            continue
        if previous and text[previous.extent[1] : left] in _JOINS:
            offices = _inherited(offices, previous)
        if _names_groups(offices):
            offices = []
        previous = PersonMention(text[start:end], (start, end), tuple(offices), left)
        yield previous
        for further in _further_names(text, end):
            previous = PersonMention(text[slice(*further)], further, tuple(offices), left)
            yield previous


def _is_addressed(office: Office) -> bool:
    """Whether what stands before a name is itself a surname with an office: 江书记 in 江书记时常说."""
    surname = office.title[:1]
    return (
        office.organization is None
        and is_surname(surname)
        and office.title[1:] in heads()
        and office.title not in heads()
        and not is_ambiguous(office.title[:2])
    )


def _names_groups(offices: list[Office]) -> bool:
    """Whether what stands before a name are several groups, not the office of one: 企业家和村民代表."""
    return any(_GROUPS.search(office.organization or "") for office in offices)


def _further_names(text: str, end: int) -> Iterator[Extent]:
    """The names behind the first one of a list: 副主席甲、乙和丙."""
    while True:
        join = next((word for word in ("、", *_AND) if text.startswith(word, end)), "")
        following = match_name(text, end + len(join)) if join else None
        if following is None or AFTER_NAME.match(text, following) or is_ambiguous(text[end + len(join) : following]):
            return
        yield end + len(join), following
        if join != "、":
            return
        end = following


def names_persons(text: str) -> bool:
    """Whether a text names a person with an office."""
    return next(find_persons(text), None) is not None


def shares_body(text: str) -> bool:
    """Whether a person of a text has two offices or more in one body: 某区党委书记、管委会主任."""
    bodies = [[office.organization for office in person.offices] for person in find_persons(text)]
    return any(len(names) > 1 and names[0] is not None and len(set(names)) == 1 for names in bodies)


_LONGEST_LIST = 400
_ATTENDED = pattern(
    r"(?:等(?:领导|同志|人)?)?(?:分别|一同|一起|应邀)?(?:出席|参加|列席|陪同|参与)",
    matches=[
        *("出席会议", ("等同志应邀出席会议", "等同志应邀出席"), "等人参加会议", "陪同会议", "列席会议"),
        *(("等人参加会议", "等人参加"), "鼓励企业参与。", ("等领导参加会议", "等领导参加")),
        *(("等同志分别出席会议", "等同志分别出席"), ("等同志一起出席会议", "等同志一起出席")),
        *(("等同志一同出席会议", "等同志一同出席"), ("石峰、郑建、欧阳文等参加会见。", "等参加")),
    ],
    rejects=["等到会议"],
)
_LIST_MARK = pattern(
    "、|以及|[和与及]",
    matches=["和", "市长及县长", ("市长以及县长", "以及"), "支持社会资本参与。", "一、下列单位参加："],
    rejects=["，"],
)


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
        edges = [(start, start), *(m.span() for m in _LIST_MARK.finditer(text, start, match.start()))]
        stops = [*(edge[0] for edge in edges[1:]), match.start()]
        names = [(edge[1], stop) for edge, stop in zip(edges, stops, strict=True)]
        if all(is_name(text[slice(*name)]) for name in names):
            yield from names


def _inherited(offices: list[Office], previous: PersonMention) -> list[Office]:
    """In a list of persons an organization left out is that of the person before: 某会主席甲，副主席乙."""
    organization = previous.offices[-1].organization if previous.offices else None
    return [
        Office(organization, o.title) if o.organization is None and not is_complete(o.title) else o for o in offices
    ]


def offices_before(text: str, end: int, floor: int = 0) -> tuple[list[Office], int]:
    """Read the offices that end at `end`, right before a name.

    Args:
        text: Width-folded text.
        end: Where the offices end.
        floor: Where they start at the earliest: the end of the person before.

    Returns:
        The offices in order, an organization that a list leaves out inherited from the one before it, and
        where they start.
    """
    segments = _segments(text, _left_edge(text, end, floor), end)
    offices: list[Office] = []
    first = segments[0][0] if segments else end
    for i, (start, stop) in enumerate(segments):
        office, at = _read_office(text, start, stop, offices)
        first = first if i else at
        whole = with_body(office.organization, offices[-1].organization) if offices else office.organization
        offices.append(Office(whole, office.title))
    return offices, first


def _left_edge(text: str, end: int, floor: int) -> int:
    """Where the offices before a name start at the earliest: behind a mark, or behind the person before and 和."""
    left = max(0, end - _CONTEXT)
    for boundary in _BOUNDARY.finditer(text, left, end):
        left = boundary.end()
    if text[left - 1 : left] == "）":
        left = _through_brackets(text, left)
    if left < floor < end:
        join = next((word for word in (*_AND, "、") if text.startswith(word, floor)), "")
        left = floor + len(join) if join else left
    return left


def _segments(text: str, left: int, end: int) -> list[Extent]:
    """The parts of a list of offices, each of which ends in a title."""
    cuts = [(left, left), *(m.span() for m in _CONCURRENT.finditer(text, left, end))]
    segments: list[Extent] = []
    stop = end
    for cut, start in reversed(cuts):
        if not TITLE_AT_END.search(text[start:stop]):
            break
        after_person = _end_of_person(text, start, stop)
        segments.insert(0, (after_person or start, stop))
        if after_person:
            break
        stop = cut
    return segments


def _read_office(text: str, start: int, stop: int, earlier: list[Office]) -> tuple[Office, int]:
    """One office of a list, and where it starts."""
    words_ = text[start:stop].strip()
    title = TITLE_AT_END.search(words_)
    if title is None:
        return Office(None, words_), start
    before, name = words_[: title.start()].strip(), title[0]
    for leading in _BEFORE_BODY.finditer(before):
        before = before[leading.end() :] if leading.end() <= len(before) else ""
        break
    organization = body_at_end(before)
    at = start + text[start:stop].find(organization) if organization is not None else stop - len(name)
    if before in word_set("offices.organs"):
        name, organization = before + name, None
    if organization is None:
        if earlier and not is_complete(name):
            organization = earlier[-1].organization
    elif len(organization) <= 2 and not acts_as_body(organization) and not organization.endswith(_PLACE_ENDS):
        name, organization = organization + name, None
    return Office(organization, name), at


def _end_of_person(text: str, start: int, stop: int) -> int | None:
    """Where a person ends who stands before the office of another: 外交部长某某同某国外长."""
    for match in titles_before_names(text, start, stop):
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
