"""Bearers of norms (义务主体): the actors that a clause names.

    actor  ::= noun* ending (("及其" | "有关" | …) noun* ending)*

An actor is told by how its name ends (人民政府, 单位, 经营者); names are composed, never listed. The endings are in
`lexicon.toml`; an ending of one character has a guard here: 人 is none in 人民, 者 is none in 或者.
"""

import re
from dataclasses import dataclass
from functools import cache

from policyparse.model.base import Extent
from policyparse.statute.markers import alternatives, lexicon

LONGEST = 90
"""The name of an actor is no longer."""

GUARDED = {
    "人": "人(?![民员大才工身口事体类数均群为格文力防居行选次物士质权道际情机造])",
    "者": "者(?<!或者)",
    "员": "员(?![额会工])",
    "局": "局(?![部面势限域长])",
    "厅": "厅(?![长堂])",
    "署": "署(?<![部签连]署)(?!名)",
    "院": "院(?![校士系落所内长坝])",
    "部": "部(?<=[安政交育务业设防商化生技障源境输利村法管]部)(?![分门队位署长件委级])",
    "庭": "庭(?<!家庭)(?![审院])",
    "政府": "政府(?<!非政府)(?!采购|定价|指导价|投资项目)",
    "组织": "组织(?!犯罪)",
}
"""By ending, the pattern that it must match where it stands; each starts with the ending, to be searched by it."""

_BEFORE_VERB = (
    "(?=[对推促扶提培应可不在为，]|鼓励|支持|建立|实行|实施|保护|保障|依法|采取|加强|加大|完善|制定|设立|引导|组织|统一"
    "|根据|通过|逐步|积极|大力|健全|坚持|重点|发展|尊重|禁止|严禁|$)"
)
_SINGLE = re.compile(
    "[人员局厅院]|(?<!或)者|(?<![部签连])署|(?<=[安政交育务业设防商化生技障源境输利村法管])部|(?<!家)庭"
)
_OBJECT = "对向给将把由"
_OBJECT_LEAD = re.compile("[对向给将把由](?!外(?![国籍商资币来地侨汇部界人])|方|口|军|导|水)")
_BY_LEAVE = re.compile("[^，。；]{0,12}?(?:批准|同意|许可|授权|核准|审核|审查|决定|认可|确认|指定|委托|备案)")
_IN_NOUNS = ("发展", "保障", "保护", "在", "的", "，", "有", "无", "自", "于", "以")  # 国家发展规划: no predicate
_DISTRICTS = "设区的"
_JOINS = "的之、和与或及以等（暨兼并“"
_WIDENS = re.compile(
    "(?:及其|及|所属|派出|直属|主要|直接|有关|工作|执法|委托的|授权的|指定的|设立的|下属|常务|专门)?"
    "|(?:及其|的)?(?:工作|执法|从业|管理|服务|专业|技术|组成|有关)?人"
)
_WITHIN_PREDICATE = re.compile(
    "因(?<!原因)(?![素果])|由(?<![自理事缘经]由)|按照|根据|依照|仍|不(?![动法良锈])|未(?![成来婚])|符合|是(?!否)|违反|超过|安排|责令|督促|允许|雇用|聘用|招用|招徕|擅自|强迫|诱导|要求"
)
_ADVERBIAL = re.compile("[在对向按依经自于将以为因与就从]|根据|会同|及时|应|立即|定期|均|都|不|可|也|通过|同时|尽快")
_TIME = re.compile(
    "(?:自[^的]{2,30}?(?:起|日)(?:[^的]{1,12}?[内前后])?|在[^的]{1,30}(?:时|中|内|前|后|下|期间)|经[^的]{2,12}(?:后|，))"
)
_LAWFUL_ADVERBS = (
    *("依法", "按照规定", "按规定", "按照国家有关规定", "依照规定", "依照法律规定"),
    *("根据规定", "按照法律规定", "按时", "如期"),
)
_LAWFULLY = re.compile(f"(?:{alternatives([*_LAWFUL_ADVERBS])})$")
_LAST_OF_LAWFULLY, _LONGEST_LAWFULLY = frozenset(word[-1] for word in _LAWFUL_ADVERBS), max(map(len, _LAWFUL_ADVERBS))
_BETWEEN = 10
_COMPOUND = 2
_REACH = _BETWEEN + 14  # an ending that starts _BETWEEN characters on, and what its guard looks at


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `lexicon.toml`, compiled.

    Attributes:
        endings: Endings of actors, for the end of a stretch.
        short: A short name of an actor at the end of a stretch: 各县, 市财政.
        office: A department by the name of its field: 市财政.
        ending: The same with their guards, to be searched.
        departments: Endings of departments and staff.
        verbs: Verbs that do not stand between a body and its department.
        verb: What no name of an actor starts with.
        department_verb: Verbs with which the name of a department may start as well.
        department_heads: Endings of such a name.
        opening: Words with which a clause opens that has no subject.
        compounds: Those that also start the name of an actor.
        public: Endings of public bodies.
        authorities: Endings of those who impose sanctions, public bodies among them.
        divisions: The country and its divisions as actors.
        attribute: What follows an actor that is an attribute of it.
        first_of_attribute: First characters of attributes.
        things: Endings of nouns that cannot be bound.
        acts: Verbs with which the predicate of an actor opens.
        adverb: An adverb at the end of a stretch.
        last_of_ending: Last characters of endings.
        last_of_adverb: Last characters of adverbs.
        first_of_connective: First characters of connectives.
        connective: A connective at its start.
    """

    endings: tuple[str, ...]
    short: re.Pattern[str]
    office: re.Pattern[str]
    ending: re.Pattern[str]
    departments: frozenset[str]
    verbs: re.Pattern[str]
    verb: re.Pattern[str]
    department_verb: re.Pattern[str]
    department_heads: tuple[str, ...]
    opening: re.Pattern[str]
    compounds: frozenset[str]
    public: tuple[str, ...]
    authorities: tuple[str, ...]
    divisions: tuple[str, ...]
    attribute: re.Pattern[str]
    first_of_attribute: frozenset[str]
    things: tuple[str, ...]
    acts: re.Pattern[str]
    adverb: re.Pattern[str]
    last_of_ending: frozenset[str]
    last_of_adverb: frozenset[str]
    first_of_connective: frozenset[str]
    connective: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = lexicon()
    endings = [*words["actor"]["bodies"], *words["actor"]["persons"]]
    divisions: list[str] = words["actor"]["guarded"]
    acts = [*words["opening"]["words"], *words["verb"]["words"], *words["department"]["verbs"], *words["act"]["words"]]
    acts = [act for act in acts if act not in _IN_NOUNS]
    guarded = [*(division + _BEFORE_VERB for division in divisions), *GUARDED.values()]
    return _Patterns(
        endings=(*divisions, *endings, *words["actor"]["short"]),
        short=re.compile(f"{_place(words['actor'])}|{_office(words['actor'])}"),
        office=re.compile(_office(words["actor"])),
        ending=re.compile("|".join([alternatives([e for e in endings if e not in GUARDED]), *guarded])),
        departments=frozenset(words["department"]["endings"]),
        verbs=re.compile(alternatives(words["department"]["verbs"])),
        verb=re.compile(alternatives(words["verb"]["words"])),
        department_verb=re.compile(alternatives(words["verb"]["of_departments"])),
        department_heads=tuple(words["verb"]["department_endings"]),
        opening=re.compile(alternatives(words["opening"]["words"])),
        public=tuple(words["public"]["words"]),
        authorities=(*words["public"]["words"], *words["authority"]["words"]),
        divisions=tuple(divisions),
        attribute=re.compile(alternatives(words["attribute"]["words"])),
        first_of_attribute=frozenset(word[0] for word in words["attribute"]["words"]),
        things=tuple(words["thing"]["words"]),
        acts=re.compile(alternatives(acts)),
        compounds=frozenset(words["compound"]["words"]),
        adverb=re.compile(f"(?:{alternatives(words['adverb']['words'])})$"),
        last_of_ending=frozenset(
            ending[-1]
            for group in ("bodies", "persons", "guarded", "short", "places", "offices", "single")
            for ending in words["actor"][group]
        )
        | {"）"},
        last_of_adverb=frozenset(adverb[-1] for adverb in words["adverb"]["words"]),
        first_of_connective=frozenset(connective[0] for connective in words["connective"]["words"]),
        connective=re.compile(f"(?!其[他余它])(?:{alternatives(words['connective']['words'])})"),
    )


def _place(words: dict[str, list[str]]) -> str:
    """各县, 各县（市、区）, 试点城市."""
    determiner, place = alternatives(words["place_determiners"]), alternatives(words["places"])
    return rf"(?:{determiner})[^，。的（）]{{0,6}}?(?:{place})(?:（[^（）]{{1,12}}）)?"


def _office(words: dict[str, list[str]]) -> str:
    """市财政."""
    return rf"(?:{alternatives(words['office_levels'])})(?:{alternatives(words['offices'])})"


def is_office(text: str) -> bool:
    """Whether a text is a department by the name of its field: 市财政, of 市财政、审计部门."""
    return _patterns().office.fullmatch(text) is not None


class Actors:
    """Finds the actors in the clauses of one text.

    Args:
        folded: The width-folded text.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.patterns = patterns = _patterns()
        self._search = patterns.ending.search
        self._lasts, self._adverb_lasts = patterns.last_of_ending, patterns.last_of_adverb
        self._attributes = patterns.first_of_attribute
        self._firsts = patterns.first_of_connective | frozenset(" \n“")

    def trim(self, start: int, end: int) -> Extent:
        """Leave out a connective at the start of a stretch, and adverbs at its end: 但……也依法."""
        folded = self.folded
        if start < end and folded[start] in self._firsts:
            start = self._begin(start, end)
        while True:
            while end > start and folded[end - 1] in " \n":
                end -= 1
            if end <= start or folded[end - 1] not in self._adverb_lasts:
                return start, end
            adverb = self.patterns.adverb.search(folded, max(start, end - 5), end)
            if adverb is None:
                return start, end
            end = adverb.start()

    def without_adverbs_of_law(self, start: int, end: int) -> int:
        """Where a stretch ends without 依法, 按照规定 and the like at its end."""
        if end <= start or self.folded[end - 1] not in _LAST_OF_LAWFULLY:
            return end
        lawfully = _LAWFULLY.search(self.folded, max(start, end - _LONGEST_LAWFULLY), end)
        return lawfully.start() if lawfully else end

    def _begin(self, start: int, end: int) -> int:
        while start < end and self.folded[start] in " \n“":
            start += 1
        if start >= end or self.folded[start] not in self.patterns.first_of_connective:
            return start
        connective = self.patterns.connective.match(self.folded, start, end)
        return connective.end() if connective else start

    def subject(self, start: int, end: int) -> Extent | None:
        """The actor that a subject is, or that it opens with; None where the subject is none (规划, 企业用地, 对……).

        Args:
            start: Where the subject begins.
            end: Where it ends: at the marker, adverbs left out.
        """
        folded = self.folded
        if folded[start] in _OBJECT and self._is_object(start):
            return None
        lead = _TIME.match(folded, start, end) if folded[start] in "自在经" else None
        if lead and lead.end() < end and "的" not in folded[lead.end() : end]:
            start = lead.end()
        if end - start <= LONGEST and self.ends_as_actor(start, end):
            return (start, end) if not self._starts_with_verb(start, end) else None
        opening = self.opening(start, end)
        if opening is None or _ADVERBIAL.match(folded, opening[1], end):
            return opening
        is_noun = folded.find("的", opening[1], end) >= 0 or end - opening[1] <= _COMPOUND
        return None if is_noun or self._is_thing(opening[1], end) else opening

    def _is_thing(self, start: int, end: int) -> bool:
        """Whether what follows an actor makes a noun with it: 国家|发展规划, not 合议庭|评议案件."""
        if not self.folded.endswith(self.patterns.things, start, end):
            return False
        return self.patterns.acts.match(self.folded, start, end) is None

    def _is_object(self, start: int) -> bool:
        """Whether a clause opens with a preposition of the object: 对有关单位, not 对外联系机关."""
        return _OBJECT_LEAD.match(self.folded, start) is not None

    def _has_attribute(self, start: int, end: int) -> bool:
        """Whether a 的 stands in a stretch, other than that of 设区的市."""
        at = self.folded.find("的", start, end)
        while at >= 0 and self.folded.endswith(_DISTRICTS, start, at + 1):
            at = self.folded.find("的", at + 1, end)
        return at >= 0

    def ends_as_actor(self, start: int, end: int) -> bool:
        """Whether a stretch ends with the ending of an actor."""
        if end <= start or self.folded[end - 1] not in self._lasts:
            return False
        if self.folded.endswith(self.patterns.endings, start, end):
            return True
        return bool(_SINGLE.search(self.folded, end - 1, end) or self.patterns.short.fullmatch(self.folded, start, end))

    def is_actor(self, start: int, end: int) -> bool:
        """Whether a clause is the name of an actor and nothing else."""
        if start >= end or self.folded[end - 1] not in self._lasts:
            return False
        return end - start <= LONGEST and self.ends_as_actor(start, end) and self._is_noun(start, end)

    def opening(self, start: int, end: int, *, before_of: bool = False) -> Extent | None:
        """The actor with which a clause opens: the noun phrase up to the first ending that no noun continues.

        Args:
            start: Where the clause begins.
            end: Where it ends.
            before_of: Take X of X的…… as well.
        """
        folded, search = self.folded, self._search
        if start < end and folded[start] in self._firsts:
            start = self._begin(start, end)
        if start < end and folded[start] in _OBJECT and self._is_object(start):
            return None
        limit = min(end, start + LONGEST)
        match = search(folded, start, limit)
        while match is not None:
            at = match.end()
            if at < end and folded[at] in _JOINS:
                if before_of and folded[at] == "的":
                    break
                match = search(folded, at, limit)
                continue
            if (
                at < end
                and folded[at] in self.patterns.first_of_attribute
                and self.patterns.attribute.match(folded, at)
            ):
                match = search(folded, at, limit)
                continue
            following = search(folded, at, min(limit, at + _REACH))
            if following is None or not self._widens(at, following):
                break
            match = following
        if match is None or not self._is_noun(start, match.end(), match.start()):
            return None
        return start, match.end()

    def _widens(self, at: int, following: re.Match[str]) -> bool:
        """Whether a name goes on to the next ending: 政府及其部门, 政府教育主管部门; 政府组织编制 does not."""
        if following[0] == "组织" and following.start() == at:
            return False
        if _WIDENS.fullmatch(self.folded, at, following.start()):
            return True
        if following[0] not in self.patterns.departments or following.start() - at > _BETWEEN:
            return False
        return self.patterns.verbs.search(self.folded, at, following.start()) is None

    def _is_noun(self, start: int, end: int, ending: int | None = None) -> bool:
        """Whether a phrase that ends as an actor is one: 申请人, 发现违法行为的单位, not 发现其他单位."""
        folded = self.folded
        if folded[start] in _OBJECT and self._is_object(start):
            return False
        within = [match.end() for match in _WITHIN_PREDICATE.finditer(folded, start + 1, end)]
        if within and folded.find("的", within[-1], end) < 0:
            return False
        if folded.find("的", start, end - 1) >= 0 and self._has_attribute(start, end - 1):
            return not (folded.startswith(("经", "未经"), start) and _BY_LEAVE.match(folded, end))
        if self._starts_with_verb(start, end):
            return False
        opening = self.patterns.opening.match(folded, start, end)
        if opening is None or folded[start] in _OBJECT:
            return True
        is_compound = opening.end() == ending and opening[0] in self.patterns.compounds
        return is_compound and not folded.startswith(self.patterns.divisions, opening.end())

    def is_public(self, start: int, end: int) -> bool:
        """Whether an actor is a public body, by its ending."""
        return self.folded.endswith(self.patterns.public, start, end)

    def is_authority(self, start: int, end: int) -> bool:
        """Whether an actor imposes sanctions: a public body, a court, an employer."""
        return self.folded.endswith(self.patterns.authorities, start, end)

    def _starts_with_verb(self, start: int, end: int) -> bool:
        if self.patterns.verb.match(self.folded, start, end) is None or self.folded.find("的", start, end - 1) >= 0:
            return False
        names = self.patterns.department_verb.match(self.folded, start, end) is not None
        return not (names and self.folded.endswith(self.patterns.department_heads, start, end))
