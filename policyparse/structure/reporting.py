"""Reporting clauses: who, and with which verb, opens a stretch of speech.

    clause  ::= subject adjunct? adverb* verb mark            某某局局长张某在会上表示，
    subject ::= offices? name office? | pronoun | collective | 《document》 | organization
    mark    ::= ， | ： | before “ | nothing, after a verb that needs none

The verb is found first; the subject is read backwards from it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from policyparse.entities.organizations import is_organization
from policyparse.entities.persons import Office, after_name_title, alternatives, is_name, match_name, offices_before
from policyparse.structure.quotations import Quotation

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
    extent: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A clause that opens speech.

    Attributes:
        subject: Who speaks.
        verb: The reporting verb.
        start: Where the subject starts.
        sentence: Where its sentence starts.
        content: Where the speech starts.
        mentions: The clause only mentions words of the subject (某市提出“四个更好”), no speech follows.
        closes: The clause ends the speech before it (“……”某某说。), nothing follows.
        at_sentence_start: Whether nothing of the sentence stands before the subject.
    """

    subject: Subject
    verb: str
    start: int
    sentence: int
    content: int
    mentions: bool
    closes: bool
    at_sentence_start: bool


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Verbs, adverbs and subjects of reported speech."""
    table = tomllib.loads((files("policyparse.structure") / "reporting_verbs.toml").read_text(encoding="utf-8"))
    return {group: frozenset(words) for group, words in table.items()}


@cache
def _verb() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(alternatives(sorted({*words["verbs"], *words["direct"], *words["listing"]})))


_MARK = re.compile(r"[了道到时]?\s?([，：。]|(?=“))")
_NO_CONTENT = re.compile(
    r"[的地得了，：“。、；）等]|[和与是书稿下敬]|工作|部署|精神|意见|任务|衷心|感谢|慰问|祝贺|欢迎|肯定|支持|赞赏|热烈|诚挚|哀悼|谴责|反对|满意|不满|理解|关切|信息|如下"
)
_LIST = re.compile(r"了?[^，。；：“”]{1,30}：(?!$)")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A verb and what marks that speech follows it.

    Attributes:
        verb: The verb.
        start: Where it starts.
        content: Where the speech starts.
        direct: Nothing marks it, the verb needs no mark.
        closes: A full stop follows.
        quotes: Only a quotation mark follows.
    """

    verb: str
    start: int
    content: int
    direct: bool = False
    closes: bool = False
    quotes: bool = False


def _opening(folded: str, match: re.Match[str]) -> _Opening | None:
    """How a verb opens speech, None where it does not."""
    words = lexicon()
    verb, start, end = match[0], match.start(), match.end()
    mark = _MARK.match(folded, end) if verb in words["verbs"] else None
    if mark:
        return _Opening(verb, start, mark.end(), closes=mark[1] == "。", quotes=mark[1] == "")
    listed = _LIST.match(folded, end) if verb in words["listing"] else None
    if listed:
        return _Opening(verb, start, listed.end())
    if verb in words["direct"] and end < len(folded) and not _NO_CONTENT.match(folded, end):
        return _Opening(verb, start, end, direct=True)
    return None


@cache
def _trailing_adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lexicon()['adverbs'])}|（[^（）]{{1,12}}）|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)+$")


@cache
def _collective() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(
        rf"(?:{alternatives(words['collectives'])})$|[\u4e00-\u9fffA-Za-z0-9、（）·“”]{{1,36}}(?:{alternatives(words['collective_endings'])})$"
    )


@cache
def _plain_collective() -> re.Pattern[str]:
    """A collective at the start of a clause, perhaps with what it is taken from: 参加某会的委员们."""
    return re.compile(rf"(?:[^，。“”的]{{2,30}}的)?(?P<name>{alternatives(lexicon()['collectives'])})")


@cache
def _opening_collective() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(
        rf"(?P<name>(?:{alternatives(words['collectives'])})|[\u4e00-\u9fff]{{1,14}}?(?:{alternatives(words['collective_endings'])}))(?=[\u4e00-\u9fff，])"
    )


_PRONOUN = re.compile("|".join(("他们", "她们", "他", "她", "其")))
_COURTEOUS = re.compile(r"[\u4e00-\u9fff](?:先生|女士|大爷|大妈|阿姨|师傅|老师|大叔|大姐|大哥)$")
_DOCUMENT = re.compile(r"《[^《》]{1,60}》$")
_DATELINE = re.compile(
    r"[^，。：！？]{0,16}?(?:[日快]?电|讯|消息)(?=[（：，\s])(?:（[^（）]{2,40}）)?[：，\s]{0,3}|（[^（）]{2,30}讯）|（[^（）]{0,16}记者[^（）]{2,30}）"
)
_CLAUSE_BREAK = re.compile(r"[，。！？；：…]|“|”")
_SENTENCE_BREAK = re.compile(r"[。！？；…]”?|”(?=[^，、。])")
_NO_SUBJECT = re.compile(
    r"(?:要|将|按照?|根据|落实|贯彻|通过|把|推动|加强|坚持|不|必须|应当?|需要?|结合|遵循|符合|提出的?|满足|有关|相关|这一|这个|这些|各项|为|在|从|对|向|就|以(?!色列|军|方)|并|而|但|其中|如果|由于|因此|所以|进一步|全面|切实|认真)"
)
_ADJUNCT = re.compile(
    r"(?:在|对|就|代表|从|向|围绕|视察|考察|调研|针对|受|接受|出席|以|通过|听取|到|同|与|为|结合|作|用|参加|主持|看望|发表|关于|率|深入|来到|走进|前往|赴|给予|十分|非常|高度|充分|也|还|并|特别|曾|最后|随后|随即|当场|于|一边|边|动情|激动|指着|看着|拿着|回忆|谈起|说起|提起|分组|审议|讨论|座谈|交流|继续|先后|当面|现场|\d)"
)
_ACCORDING = re.compile(r"(?:据|按照?)$|据")
_LEARNED = frozenset(("获悉", "了解到", "获知"))
_INTRODUCES = re.compile(r"(?:介绍|通报|解读|发布|说明)(?:了|(?=[^，。；]{2,40}(?:情况|成果|进展|举措|工作)))")
_REACH = 120


def find_reporting_clauses(
    folded: str, quotations: list[Quotation], known: frozenset[str]
) -> Iterator[ReportingClause]:
    """Find the reporting clauses of a paragraph that stand outside its quotations.

    Args:
        folded: Width-folded text of one paragraph.
        quotations: Its quotations.
        known: Names of persons that the document introduces with an office.
    """
    spoken = [q for q in quotations if q.is_speech]
    done = 0
    for match in _verb().finditer(folded):
        if match.start() < done or any(q.start < match.start() < q.end for q in spoken):
            continue
        opening = _opening(folded, match)
        clause = _read_clause(folded, opening, spoken, known) if opening else None
        if clause is None or (clause.closes and quotation_before(clause, spoken) is None):
            continue
        done = clause.content
        yield clause


def find_opening_name(folded: str, end: int) -> str | None:
    """Find the bare name that opens the sentence of a pronoun: 某某对……充分肯定，他要求."""
    sentence = max((m.end() for m in _SENTENCE_BREAK.finditer(folded, 0, end)), default=0)
    stop = match_name(folded, sentence)
    return folded[sentence:stop] if stop and sentence + 2 < stop < end else None


def quotation_before(clause: ReportingClause, quotations: list[Quotation]) -> Quotation | None:
    """The quotation that a clause closes: it ends where the clause or its sentence starts."""
    for quotation in quotations:
        if quotation.is_speech and quotation.closed:
            if quotation.end == clause.sentence or quotation.end <= clause.start <= quotation.end + 1:
                return quotation
    return None


def find_introducer(folded: str, known: frozenset[str]) -> Subject | None:
    """Find who introduces a matter without being quoted: 某部负责人介绍了……有关情况. A later 据介绍 is his."""
    for match in _INTRODUCES.finditer(folded):
        start = max((m.end() for m in _CLAUSE_BREAK.finditer(folded, 0, match.start())), default=0)
        subject = read_subject(folded, start, match.start(), known)
        if subject and subject.kind not in ("pronoun", "title"):
            return subject
    return None


def find_collective(folded: str, end: int) -> Subject | None:
    """Find the people that 他们 takes up: the collective that opens the sentence, or the one before it."""
    sentences = [0, *(m.end() for m in _SENTENCE_BREAK.finditer(folded, 0, end))]
    for start in reversed(sentences[-2:]):
        match = _opening_collective().match(folded, start, end)
        if match:
            return Subject(match["name"], "collective", (), start, match.span("name"))
    return None


def _read_clause(
    folded: str, opening: _Opening, spoken: list[Quotation], known: frozenset[str]
) -> ReportingClause | None:
    verb_start, word, direct = opening.start, opening.verb, opening.direct
    left = max(0, verb_start - _REACH)
    dateline = _DATELINE.match(folded)
    sentence = max(left, dateline.end()) if dateline and dateline.end() <= verb_start else left
    for match in _SENTENCE_BREAK.finditer(folded, sentence, verb_start):
        sentence = match.end()
    starts = [sentence]
    starts += [m.end() for m in _CLAUSE_BREAK.finditer(folded, sentence, verb_start) if m.end() > sentence]
    starts = [s for s in starts if s <= verb_start]
    subject = read_subject(folded, starts[-1], verb_start, known, word, adjuncts=not direct)
    if subject is None and _is_bare(folded[starts[-1] : verb_start]):
        for start in reversed(starts[:-1][-4:]):
            subject = _subject_at(folded, start, verb_start, known)
            if subject:
                break
        if subject and direct and subject.kind == "collective":
            return None
    if subject is None:
        return None
    if direct and subject.kind in ("organization", "title") and subject.start != sentence:
        return None
    if direct and word == "表示" and subject.kind == "organization":
        return None
    mentions = opening.quotes and not any(q.start == opening.content for q in spoken)
    return ReportingClause(
        subject, word, subject.start, sentence, opening.content, mentions, opening.closes, subject.start == sentence
    )


def _is_bare(words: str) -> bool:
    """Only adverbs stand between the comma and the verb: the subject is that of an earlier clause."""
    return not _trailing_adverbs().sub("", words).strip() or bool(re.fullmatch(r"(?:并|还|同时)?在[^，]{1,20}(?:时|中|上|后)", words))


def read_subject(
    folded: str, start: int, end: int, known: frozenset[str], word: str = "", *, adjuncts: bool = True
) -> Subject | None:
    """Read the subject of a clause.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        end: Where its verb starts.
        known: Names of persons that the document introduces with an office.
        word: The verb.
        adjuncts: Whether an adjunct may stand between subject and verb (某某在会上表示).

    Returns:
        The subject, or None where the clause has none that can speak.
    """
    while start < end and folded[start] in " 　但而且、也":
        start += 1
    if word == "看来":
        if not folded.startswith("在", start):
            return None
        start += 1
    if word in _LEARNED:
        return _learned_from(folded, start, end)
    if folded.startswith("据", start):
        start += 1
        if start == end:
            return Subject("据", "pronoun", (), start - 1, (start - 1, start))
    stop = end
    trailing = _trailing_adverbs().search(folded[start:stop])
    if trailing:
        stop = start + trailing.start()
    subject = _named_subject(folded, start, stop, known)
    if subject:
        return subject
    subject = _subject_at(folded, start, stop, known)
    if subject:
        return subject if adjuncts else None
    return _unnamed_subject(folded, start, stop)


def read_label(folded: str, start: int, end: int, known: frozenset[str]) -> Subject | None:
    """Read a speaker's label, as it stands before a colon: a person, or an organization that signs an answer.

    Args:
        folded: Width-folded text.
        start: Where the label starts.
        end: Where its colon stands.
        known: Names of persons that the document introduces with an office.
    """
    subject = _named_subject(folded, start, end, known)
    if subject and subject.kind == "person" and subject.start == start and (subject.offices or subject.name in known):
        return subject
    words = folded[start:end]
    if subject is None and is_organization(words) and not _NO_SUBJECT.match(words):
        return Subject(words, "organization", (), start, (start, end))
    return None


def _named_subject(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """A pronoun, person, office or document is all that stands between the clause's start and the verb."""
    words = folded[start:stop].rstrip()
    stop = start + len(words)
    if not words:
        return None
    if _PRONOUN.fullmatch(words):
        return Subject(words, "pronoun", (), start, (start, stop))
    person = _person_ending_at(folded, start, stop, known)
    if person:
        return person
    if after_name_title().fullmatch(words) and words not in lexicon()["collectives"]:
        return Subject(words, "title", (), start, (start, stop))
    courteous = _COURTEOUS.search(words)
    if courteous and (not courteous.start() or words[courteous.start() - 1] in "的者"):
        at = start + courteous.start()
        return Subject(courteous[0], "person", (), at, (at, stop))
    document = _DOCUMENT.search(words)
    if document and document.start() <= 24:
        return Subject(document[0], "collective", (), start, (start + document.start(), stop))
    return None


def _unnamed_subject(folded: str, start: int, stop: int) -> Subject | None:
    """A collective or an organization is all that stands between the clause's start and the verb."""
    words = folded[start:stop].rstrip()
    stop = start + len(words)
    if not words or _NO_SUBJECT.match(words):
        return None
    if _collective().fullmatch(words):
        return Subject(words, "collective", (), start, (start, stop))
    if is_organization(words) and len(words) <= 40:
        return Subject(words, "organization", (), start, (start, stop))
    return None


def _person_ending_at(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Offices and a name, or a name and an office, that end at `stop`."""
    office = None
    name_end = stop
    for match in after_name_title().finditer(folded, max(start, stop - 6), stop):
        if match.end() == stop and match.start() - start >= 2:
            office, name_end = match[0], match.start()
            break
    for end, trailing in ((name_end, office), (stop, None)) if office else ((stop, None),):
        for length in _name_lengths(folded, start, end):
            name = folded[end - length : end]
            if not is_name(name):
                continue
            at = end - length
            offices, first = offices_before(folded[start:end], at - start - (folded[at - 1 : at] == " "))
            bare = at == start
            if not (bare or offices):
                continue
            if bare and trailing is None and name not in known and length < 3:
                continue
            if trailing and trailing not in ("同志", "先生", "女士"):
                offices = [*offices, Office(None, trailing)]
            return Subject(name, "person", tuple(offices), at if bare else start + first, (at, end))
    return None


def _name_lengths(folded: str, start: int, end: int) -> list[int]:
    dotted = re.search(r"[\u4e00-\u9fff]{1,7}(?:[·•][\u4e00-\u9fff]{1,7}){1,4}$", folded[start:end])
    lengths = [n for n in (3, 2, 4) if end - n >= start]
    if dotted:
        whole = len(dotted[0])
        return list(range(whole, 3, -1))
    return lengths


def _subject_at(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """A subject at the start of a clause, with an adjunct or a predicate after it."""
    while start < stop and folded[start] in " 　":
        start += 1
    words = folded[start:stop]
    pronoun = _PRONOUN.match(words)
    if pronoun and _ADJUNCT.match(words, pronoun.end()):
        return Subject(pronoun[0], "pronoun", (), start, (start, start + pronoun.end()))
    person = _person_starting_at(folded, start, stop, known)
    if person:
        return person
    collective = _plain_collective().match(words)
    if collective and _ADJUNCT.match(words, collective.end()):
        at = start + collective.start("name")
        return Subject(collective["name"], "collective", (), start, (at, start + collective.end()))
    return None


def _person_starting_at(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    end = match_name(folded, start)
    if end is not None and end <= stop:
        name = folded[start:end]
        office = after_name_title().match(folded, end, stop)
        if office or name in known:
            offices = (Office(None, office[0]),) if office and office[0] not in ("同志", "先生", "女士") else ()
            return Subject(name, "person", offices, start, (start, end))
    return _person_after_offices(folded, start, stop)


def _person_after_offices(folded: str, start: int, stop: int) -> Subject | None:
    from policyparse.entities.persons import find_persons

    for mention in find_persons(folded[start : min(stop + 4, start + _REACH)]):
        at, end = mention.extent[0] + start, mention.extent[1] + start
        if end > stop:
            return None
        qualified = folded[start : start + mention.start]
        if (not qualified or qualified.endswith("的")) and (end == stop or _ADJUNCT.match(folded, end)):
            return Subject(mention.name, "person", mention.offices, start + mention.start, (at, end))
        return None
    return None


def _learned_from(folded: str, start: int, end: int) -> Subject | None:
    """记者从某部获悉: the source is what stands after 从."""
    match = re.search(r"记者(?:[^，。从]{0,20})从([^，。《》]{2,40}?)(?:\d{0,2}[日月]?)$", folded[start:end])
    if not match or not is_organization(match[1]):
        return None
    at = start + match.start(1)
    return Subject(match[1], "organization", (), start, (at, at + len(match[1])))
