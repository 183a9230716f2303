"""The people of a document: everyone whom it names with an office, and all who speak, each once."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.knowledge.lexicon import any_of
from policyparse.language.bodies import acts_as_body
from policyparse.language.names import match_name
from policyparse.language.persons import Office, find_attendance, find_persons, match_office_behind
from policyparse.language.regions import find_regions
from policyparse.model.base import Extent
from policyparse.model.speech import PositionDraft, SpeakerDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.page.roles import PORTRAIT
from policyparse.speech.named import Subject

_PLACE = pattern(
    rf"(?:^|[^{HAN}])(?P<place>[{HAN}]{{2,3}})$",
    matches=[("，杭州", {"place": "杭州"}), "杭州"],
    rejects=["我代表杭州", "，县"],
)
_TITLE_PART = pattern(
    rf"(?:^|[】：\s])(?=[{HAN}])",
    matches=["李强主持", "【】李强", "会议：李强", "会议 李强"],
    rejects=["“", "2023年统计公报"],
)
_BARE = ("委员", "代表", "常委")
"""What a member of an assembly is called behind his name; no further office where his seat is printed in full."""

_ASSEMBLY = pattern(
    "政协|人大|人民代表大会|政治协商会议",
    matches=["市政协", "市人大", "市人民代表大会", "中国人民政治协商会议"],
    rejects=["市政府"],
)
_AUTHOR = pattern(
    r"(?:同志|总书记|主席)?(?:(?:在|关于|对)[^，。；]{2,40}?的|的)?(?:系列)?(?:重要)?(?&speakers.works)",
    matches=[
        *("在全省安全生产会议上的讲话", "同志重要批示", "关于安全生产的重要论述", "系列重要讲话", "回信精神"),
        *("总书记重要指示", "主席对水利的批示", "贺信", "致辞", "署名文章", "要求", "文章", "精神", "的讲话"),
    ],
    rejects=[
        *("出席会议", "在会上讲话，", "作了讲话", "在县的讲话"),
        "在全省今冬明春农田水利基本建设暨高标准农田建设现场推进会和防汛抗旱工作总结表彰大会上所作的讲话",
    ],
    method="match",
)
"""Behind a name: what its bearer wrote or said elsewhere."""

_CONVEYED = pattern(
    r"(?&speakers.conveying)[^，。；]{0,30}$",
    matches=["会议传达了省长", "学习贯彻", "领会", ("学习贯彻", "学习贯彻")],
    rejects=["会议传达了文件，省长", "省长", "学习借鉴外省在生活垃圾分类收集转运、城乡公交一体化等方面的先进经验"],
)
_INSIDE_TITLE = pattern(
    r"《[^《》]{0,40}$",
    matches=["《省长", "《"],
    rejects=[
        "《规划》省长",
        "《某市人民政府关于进一步加强农村生活垃圾分类收集转运和城乡公共交通线路优化调整工作的实施意见",
    ],
)
_DOES = pattern(
    r"(?:等(?:领导|同志|人)?)?(?&speakers.together)?(?&speakers.taking_part)",
    matches=["等到会听取", "参加会议", "分别主持", "等领导一同出席", "等人一同出席", "等同志一同出席"],
    rejects=["强调，", "的讲话", "说"],
    method="match",
)
"""What somebody does at an event, told by the reporter."""
_OPENING = 60
"""How far a sentence is read to see whom it opens with, in characters."""
_BEFORE = 40
_CAPTION = pattern(
    rf"[上下左右]?图(?:[{SMALL_ORDINAL}1-9])?(?:为|：)",
    matches=["图为县长", "上图：县长", "图1：县长", "左图：县长", "右图：县长", "下图：县长"],
    rejects=["县长图强"],
    method="match",
)


@dataclass(slots=True)
class Person:
    """A person of the document.

    Attributes:
        name: Bare name.
        mentions: Places that name the person, with the offices that stand there.
        titles: Titles of these offices.
        held: The offices, each once.
    """

    name: str
    mentions: dict[Extent, tuple[Office, ...]] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    held: dict[Office, None] = field(default_factory=dict)

    @property
    def offices(self) -> list[Office]:
        """Offices in the order of the text."""
        return [office for extent in sorted(self.mentions) for office in self.mentions[extent]]

    @property
    def distinct_offices(self) -> list[Office]:
        """Every office once: a shorter or longer form of one already listed is the same office."""
        kept: list[Office] = []
        for office in self.offices:
            same = next((i for i, other in enumerate(kept) if _same_office(office, other)), None)
            if same is None:
                kept.append(office)
            elif kept[same].organization is None:
                kept[same] = office
        if any(_ASSEMBLY.search(o.organization or "") for o in kept):
            kept = [o for o in kept if o.organization or o.title not in _BARE]
        return kept


class People:
    """All persons of a page, by name."""

    def __init__(self, page: Page) -> None:
        self.text = page.folded
        self.by_name: dict[str, Person] = {}
        self._names: frozenset[str] = frozenset()
        self._full_names: dict[str | None, str | None] = {}
        portraits = (block for block in page.with_role(Role.CAPTION) if block.rule == PORTRAIT)
        for block in (*((page.title,) if page.title else ()), *page.body, *portraits):
            if _CAPTION.match(block.folded):
                continue
            for mention in find_persons(block.folded):
                extent = (block.start + mention.extent[0], block.start + mention.extent[1])
                self.add(mention.name, mention.offices, extent)
            for start, end in find_attendance(block.folded):
                self.add(block.folded[start:end], (), (block.start + start, block.start + end))
        for start, end in self._names_in_title(page):
            self.add(page.folded[start:end], (), (start, end))
        for start, end in page.names or ():
            self.add(page.folded[start:end], (), (start, end))
        self._places = self._find_places(page)

    @property
    def names(self) -> frozenset[str]:
        """Names of all persons."""
        if len(self._names) != len(self.by_name):
            self._names = frozenset(self.by_name)
        return self._names

    def add(self, name: str, offices: tuple[Office, ...], extent: Extent) -> Person:
        """Note a place that names a person."""
        person = self.by_name.setdefault(name, Person(name))
        if len(offices) >= len(person.mentions.get(extent, ())):
            person.mentions[extent] = offices
            person.held |= dict.fromkeys(offices)
        person.titles |= dict.fromkeys(office.title for office in offices)
        return person

    def _names_in_title(self, page: Page) -> Iterator[Extent]:
        """Bare names that open the title or a part of it and stand in the body as well: 李某主持召开……会议."""
        title = page.title
        if title is None:
            return
        for part in _TITLE_PART.finditer(title.folded):
            end = match_name(title.folded, part.end())
            name = title.folded[part.end() : end] if end else ""
            if (
                name
                and not _is_division(name)
                and not acts_as_body(name)
                and any(name in block.folded for block in page.body)
            ):
                yield title.start + part.end(), title.start + part.end() + len(name)

    def opens(self, sentence: str) -> bool:
        """Whether a sentence opens with a known name and says something of its bearer; no cited authority counts."""
        for length in (4, 3, 2):
            person = self.by_name.get(sentence[:length])
            if person and not self._is_place(person.name):
                office = match_office_behind(sentence, length)
                after = sentence[office.end() if office else length :][:1]
                return "总书记" not in person.titles and after not in "，、：“的"
        mention = next(find_persons(sentence[:_OPENING]), None)
        if mention is None or mention.start or any(office.title == "总书记" for office in mention.offices):
            return False
        return _DOES.match(sentence, mention.extent[1]) is not None

    def _is_place(self, name: str) -> bool:
        """Whether a name is that of a place that the text prints in full elsewhere: 江阴 beside 江阴市."""
        return any(name + level in self.text for level in "市县区州") and _is_division(name + "市")

    def with_office(self, title: str) -> Person | None:
        """The one person who holds an office, None where none or several do."""
        holders = [p for p in self.by_name.values() if title in p.titles]
        return holders[0] if len(holders) == 1 else None

    def only_in(self, title: Block | None) -> Person | None:
        """The one person whom a title names with an office: 对话｜某局局长某某."""
        if title is None:
            return None
        start, end = title.extent
        here = [p for p in self.by_name.values() if p.titles and any(start <= at < end for at, _ in p.mentions)]
        return here[0] if len(here) == 1 else None

    def addressed(self, name: str) -> Person | None:
        """The one person whom a surname with an office means: 江书记; None where none or several are meant."""
        namesakes = [p for p in self.by_name.values() if p.name[0] == name[0] and len(p.name) > 1]
        holders = [p for p in namesakes if any(title.endswith(name[1:]) for title in p.titles)]
        meant = holders or namesakes
        return meant[0] if len(meant) == 1 else None

    def present(self, spoken: list[Extent]) -> Iterator[tuple[Person, Extent]]:
        """Find those who are named as present: not only inside speech, as author of what is conveyed, or in a title.

        Args:
            spoken: Places of speech.

        Yields:
            Each person with the first place that names him as present.
        """
        for person in self.by_name.values():
            places = (place for place in sorted(person.mentions) if self._is_present(place, spoken))
            first = next(places, None)
            if first is not None:
                yield person, first

    def _is_present(self, place: Extent, spoken: list[Extent]) -> bool:
        start, end = place
        if any(a <= start < b for a, b in spoken):
            return False
        before = self.text[max(0, start - _BEFORE) : start]
        return not (_AUTHOR.match(self.text, end) or _CONVEYED.search(before) or _INSIDE_TITLE.search(before))

    def positions(self, person: Person) -> list[PositionDraft]:
        """The positions of a person, with the full name of each organization where the text gives it."""
        drafts: list[PositionDraft] = []
        for office in person.distinct_offices:
            organization = office.organization
            if organization not in self._full_names:
                self._full_names[organization] = full_name(organization, self.text)
            full = self._full_names[organization]
            drafts.append({"organization": organization, "organization_full": full, "title": office.title})
        return drafts

    def before(self, offset: int, reach: int) -> Person | None:
        """The person named last before `offset`, at most `reach` characters before it."""
        i = bisect_left(self._places, (offset, ""))
        if i == 0 or self._places[i - 1][0] < offset - reach:
            return None
        return self.by_name[self._places[i - 1][1]]

    def _find_places(self, page: Page) -> list[tuple[int, str]]:
        """All places that name a known person, with an office or without."""
        if not self.by_name:
            return []
        name = re.compile(any_of(self.by_name))
        return [(b.start + m.start(), m[0]) for b in page.body for m in name.finditer(b.folded)]


class Speakers:
    """Who speaks in a document, in the order of the text."""

    def __init__(self, people: People) -> None:
        self.people = people
        self._drafts: dict[str, SpeakerDraft] = {}
        self._places: dict[str, dict[Extent, None]] = {}

    def add(self, subject: Subject, offset: int) -> str:
        """Note that a subject speaks; returns its name.

        Args:
            subject: Who speaks; its offsets count from `offset`.
            offset: Start of the paragraph in the page.
        """
        extent = (subject.extent[0] + offset, subject.extent[1] + offset)
        if subject.kind == "person":
            self.people.add(subject.name, subject.offices, extent)
        draft: SpeakerDraft = {"name": subject.name, "kind": subject.kind, "positions": [], "spans": []}
        self._drafts.setdefault(subject.name, draft)
        self._places.setdefault(subject.name, {})[extent] = None
        return subject.name

    def drafts(self) -> list[SpeakerDraft]:
        """All who speak, with all offices that the text prints."""
        for draft in self._drafts.values():
            draft["spans"] = list(self._places[draft["name"]])
            person = self.people.by_name.get(draft["name"])
            if draft["kind"] == "person" and person:
                draft["positions"] = self.people.positions(person)
        return list(self._drafts.values())


def _same_office(one: Office, other: Office) -> bool:
    if one.title != other.title:
        return False
    a, b = one.organization or "", other.organization or ""
    return a == b or a.endswith(b) or b.endswith(a)


def full_name(organization: str | None, text: str) -> str | None:
    """The full name of a body that is printed short, where the text itself gives exactly one: 市政协 is 某某市政协."""
    if not organization or organization[0] not in "市省区县州":
        return None
    fuller: set[str] = set()
    at = text.find(organization)
    while at >= 0:
        before = _PLACE.search(text, max(0, at - 4), at)
        if before and _is_division(before["place"] + organization[0]):
            fuller.add(before["place"])
        at = text.find(organization, at + 1)
    return fuller.pop() + organization if len(fuller) == 1 else None


def _is_division(name: str) -> bool:
    """Whether a name is as a whole the name of an administrative division: 我代表市 is none."""
    return any((mention.start, mention.end) == (0, len(name)) for mention in find_regions(name, short_prefectures=True))
