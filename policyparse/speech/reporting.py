"""Reporting clauses: who, and with which verb, opens a stretch of speech.

clause ::= subject adjunct? adverb* verb mark, such as 某某局局长张某在会上表示，
mark   ::= ， | ： | 。 after a quotation | before “ | object ： | nothing, after a verb that needs none

The verb is found first; the subject is read backwards from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policyparse.knowledge.words import any_of
from policyparse.language.names import match_name
from policyparse.language.quotations import SENTENCE_ENDS, Quotation, Speech
from policyparse.speech.speech_words import lexicon, pattern, trailing_adverbs
from policyparse.speech.subjects import Subject, read_collective, read_opening, read_person, read_subject


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A clause that opens speech.

    Attributes:
        subject: Who speaks.
        verb: The reporting verb.
        sentence: Where its sentence starts.
        content: Where the speech starts.
        mentions: The clause only mentions words of the subject (某市提出“四个更好”), no speech follows.
        closes: The clause ends the speech before it (“……”某某说。), nothing follows.
        until: Where the speech ends, where its form tells it (提出……等建议。).
    """

    subject: Subject
    verb: str
    sentence: int
    content: int
    mentions: bool
    closes: bool
    until: int | None = None

    @property
    def start(self) -> int:
        """Where the subject starts."""
        return self.subject.start

    @property
    def at_sentence_start(self) -> bool:
        """Whether nothing of the sentence stands before the subject."""
        return self.start == self.sentence


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
        until: Where the speech ends, where its form tells it.
        thought: What stands before the colon is no verb, but a noun of a predicate (算了一笔账：).
    """

    verb: str
    start: int
    content: int
    direct: bool = False
    closes: bool = False
    quotes: bool = False
    until: int | None = None
    thought: bool = False


@cache
def _verb() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(
        any_of(words["verbs"] | words["direct"] | words["listing"] | words["learning"] | words["thoughts"])
    )


@cache
def _no_content() -> re.Pattern[str]:
    return re.compile(rf"[，：“。、；）]|{pattern('no_content')}")


@cache
def _introduces() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('introducing')})(?:了|(?=[^，。；]{{2,40}}(?:情况|成果|进展|举措|工作)))")


_MARK = re.compile(r"[了道到时称说]?\s?([，：。]|(?=“))")
_NOUNS = frozenset(("建议", "要求", "希望", "倡议", "主张", "声明", "期望"))
"""Verbs that are nouns as well."""
_BEFORE_NOUN = re.compile(
    r"(?:意见|提出|听取|采纳|吸收|见和|见及|[的项条些个点、]|有关|相关|工作|任务|合理化|部署|安排|方面|标准|条件|目标|精神|质量)$"
)
_LIST = re.compile(r"了?[^，。；：“”]{1,30}：(?!$)")
_COUNT = r"[0-9一二两三四五六七八九十几]{1,3}(?:点|条|项|个?方面)"
_ADVICE = "(?:意见|建议|主张|设想|要求|希望|对策)"
_LIST_OF_SENTENCES = re.compile(
    rf"了?(?:如下|以下)?(?:{_COUNT})?(?:具体|明确|工作)?的?{_ADVICE}{{1,2}}(?:和{_ADVICE})?。(?=一[是要]|第一[，是]|首先|其一)"
)
_NAMED_ADVICE = re.compile(rf"(?!了)[^。；！？：]{{4,160}}?(?:等[^，。；]{{0,10}}?|{_COUNT}){_ADVICE}{{1,2}}[。；]")
_DUTY = re.compile("要(?![求素点闻])|应(?![用急对])|必须")
_FEELING = re.compile(
    "[^，。；：]{0,16}(?:祝贺|感谢|谢意|慰问|问候|敬意|欢迎|哀悼|肯定|赞赏|满意|关切|关注|不满|遗憾|反对|谴责|愿望)[，。；！]"
)
_DEGREE = re.compile("(?:很深|颇深|良多|颇多|万千|满满|十足)?：(?!$)")
_PREDICATE = re.compile(r"[\u4e00-\u9fff]{1,12}$")
_CONVENES = re.compile("主持(?:召开)?|召开")
_DATELINE = re.compile(
    r"[^，。：！？]{0,16}?(?:[日快]?电|讯|消息)(?=[（：，\s])(?:（[^（）]{2,40}）)?[：，\s]{0,3}"
    r"|（[^（）]{2,30}讯）|（[^（）]{0,16}记者[^（）]{2,30}）"
)
_CLAUSE_BREAK = re.compile(r"[，。！？；：…“”]")
_SENTENCE_BREAK = re.compile(r"[。！？；…]”?|”(?=[^，、。])|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
_TIME_OR_PLACE = re.compile(r"(?:并|还|同时)?在[^，]{1,20}[时中上后]")
MEETINGS = frozenset(("会议", "大会", "全会", "座谈会"))
"""What speaks and acts as one: 会议指出, 会议决定."""
_REACH = 120
_EARLIER_CLAUSES = 4


def find_reporting_clauses(folded: str, spoken: Speech, known: frozenset[str]) -> Iterator[ReportingClause]:
    """Find the reporting clauses of a paragraph that stand outside its quotations.

    Args:
        folded: Width-folded text of one paragraph.
        spoken: Its quotations that are speech.
        known: Names of persons that the document introduces with an office.
    """
    done = 0
    for match in _verb().finditer(folded):
        if match.start() < done or spoken.around(match.start()):
            continue
        opening = _read_opening(folded, match)
        clause = _read_clause(folded, opening, spoken, known) if opening else None
        if clause is None or (clause.closes and quotation_before(clause, spoken) is None):
            continue
        if clause.start < done and not clause.closes:  # 某某说，……，建议……: what he says goes on
            continue
        done = clause.content
        yield clause


def quotation_before(clause: ReportingClause, spoken: Speech) -> Quotation | None:
    """The quotation that a clause closes: it ends where the clause or its sentence starts."""
    for start in (clause.sentence, clause.start):
        quotation = spoken.before(start - 1)
        if quotation and quotation.closed and quotation.end <= start <= quotation.end + (start == clause.start):
            return quotation
    return None


def find_opening_name(folded: str, spoken: Speech, end: int, known: frozenset[str]) -> str | None:
    """Find the bare name that opens the sentence of a pronoun, or the one before: 某某对……充分肯定，他要求.

    Args:
        folded: Width-folded text.
        spoken: Its quotations that are speech.
        end: Where the pronoun stands.
        known: Names of persons that the document introduces with an office.
    """
    starts = _sentence_starts(folded, spoken, end)
    stop = match_name(folded, starts[-1])
    if stop and starts[-1] + 2 < stop < end:
        return folded[starts[-1] : stop]
    if len(starts) > 1 and starts[-1] == end:
        stop = match_name(folded, starts[-2])
        if stop and folded[starts[-2] : stop] in known:
            return folded[starts[-2] : stop]
    return None


def find_collective(folded: str, spoken: Speech, end: int) -> Subject | None:
    """Find the people that 他们 takes up: the collective that opens the sentence, or the one before it."""
    for start in reversed(_sentence_starts(folded, spoken, end)[-2:]):
        collective = read_collective(folded, start, end)
        if collective:
            return collective
    return None


def find_introducer(folded: str, known: frozenset[str]) -> Subject | None:
    """Find who introduces a matter without being quoted: 某部负责人介绍了……有关情况. A later 据介绍 is his."""
    for match in _introduces().finditer(folded):
        left = max(0, match.start() - _REACH)
        start = max((m.end() for m in _CLAUSE_BREAK.finditer(folded, left, match.start())), default=left)
        subject = read_subject(folded, start, match.start(), known)
        if subject and subject.kind not in ("pronoun", "title"):
            return subject
    return None


_RESPONDENT = re.compile(
    r"(?:^|[。，])(?P<who>[\u4e00-\u9fff、（）]{2,40}?(?:负责人|负责同志|发言人))[^。]{0,80}?(?:答|接受|回应)"
)


def find_respondent(folded: str) -> Subject | None:
    """Find the unnamed official who answers questions: 某部有关负责人就……答记者问."""
    match = _RESPONDENT.search(folded)
    return Subject(match["who"], "collective", (), 0, (0, 0)) if match else None


def _read_opening(folded: str, match: re.Match[str]) -> _Opening | None:
    """How a verb opens speech, None where it does not."""
    words = lexicon()
    verb, start, end = match[0], match.start(), match.end()
    if verb in _NOUNS and _BEFORE_NOUN.search(folded, max(0, start - 3), start):
        return None
    if verb in words["thoughts"]:
        degree = _DEGREE.match(folded, end)
        return _Opening(verb, start, degree.end(), thought=True) if degree else None
    second = _verb().match(folded, end) if verb in words["verbs"] - words["adverbs"] else None
    if second and len(second[0]) > 1 and second[0] in words["verbs"] - _NOUNS:
        verb, end = verb + second[0], second.end()
        mark = _MARK.match(folded, end)
        return _Opening(verb, start, mark.end(), closes=mark[1] == "。", quotes=mark[1] == "") if mark else None
    mark = _MARK.match(folded, end) if verb in words["verbs"] or verb in words["learning"] else None
    if mark:
        return _Opening(verb, start, mark.end(), closes=mark[1] == "。", quotes=mark[1] == "")
    listed = _LIST.match(folded, end) if verb in words["listing"] else None
    if listed:
        return _Opening(verb, start, listed.end())
    if verb == "提出":
        return _read_advice(folded, start, end)
    if verb == "表示" and _FEELING.match(folded, end):
        return None
    if verb in words["direct"] and end < len(folded) and not _no_content().match(folded, end):
        return _Opening(verb, start, end, direct=True)
    return None


def _read_advice(folded: str, start: int, end: int) -> _Opening | None:
    """提出 opens what its object names (提出……等建议。), what must be done (提出要……), and a list of sentences."""
    listed = _LIST_OF_SENTENCES.match(folded, end)
    if listed:
        return _Opening("提出", start, listed.end())
    named = _NAMED_ADVICE.match(folded, end)
    if named:
        return _Opening("提出", start, end, until=named.end())
    return _Opening("提出", start, end, direct=True) if _DUTY.match(folded, end) else None


def _read_clause(folded: str, opening: _Opening, spoken: Speech, known: frozenset[str]) -> ReportingClause | None:
    verb, direct = opening.verb, opening.direct
    sentence = _sentence_starts(folded, spoken, opening.start)[-1]
    breaks = (m.end() for m in _CLAUSE_BREAK.finditer(folded, sentence, opening.start))
    clauses = [sentence, *(at for at in breaks if folded[at - 1] not in "“”" or spoken.ends(at))]
    if opening.thought:
        return _read_thought(folded, opening, sentence, clauses[-1], known)
    subject = read_subject(folded, clauses[-1], opening.start, known, verb, adjuncts=not direct)
    if subject is None and _is_bare(folded, clauses[-1], opening.start):
        earlier = reversed(clauses[:-1][-_EARLIER_CLAUSES:])
        subject = next(filter(None, (read_opening(folded, c, opening.start, known) for c in earlier)), None)
        promises = _promises(folded[opening.start : opening.content + 1])
        if subject and direct and subject.kind == "collective" and subject.name not in MEETINGS and not promises:
            return None
        if subject and verb == "要求" and _CONVENES.search(folded, subject.extent[1], opening.start):
            return None  # 某某主持召开会议，听取……，要求……: the meeting does
    if subject is None:
        return None
    if direct and not _opens_directly(subject, sentence, folded[opening.start : opening.content + 1]):
        return None
    mentions = opening.quotes and spoken.at(opening.content) is None
    return ReportingClause(subject, verb, sentence, opening.content, mentions, opening.closes, opening.until)


def _read_thought(
    folded: str, opening: _Opening, sentence: int, clause: int, known: frozenset[str]
) -> ReportingClause | None:
    """A person and a predicate of thought before a colon: 村支书某某算了一笔账：."""
    subject = read_person(folded, clause, opening.start, known)
    if subject is None or not _PREDICATE.match(folded, subject.extent[1], opening.start):
        return None
    verb = folded[subject.extent[1] : opening.content - 1]
    return ReportingClause(subject, verb, sentence, opening.content, mentions=False, closes=False)


def _opens_directly(subject: Subject, sentence: int, words: str) -> bool:
    """Without a mark after the verb, organizations speak only at the start of a sentence; they 表示将, not 表示感谢."""
    if subject.kind not in ("organization", "title"):
        return True
    return subject.start == sentence and (not words.startswith("表示") or _promises(words))


def _promises(words: str) -> bool:
    """表示将……, 表示要……: the verb opens what somebody is going to do."""
    return words.startswith("表示") and words[2:] in ("将", "要", "会", "愿")


def _sentence_starts(folded: str, spoken: Speech, end: int) -> list[int]:
    """Where the last sentences before `end` start, a dateline left out; the last of them holds `end`.

    A closing mark ends a sentence where it ends speech, not after a term: “十四五”规划提出.
    """
    left = max(0, end - _REACH)
    dateline = _DATELINE.match(folded)
    if dateline and left < dateline.end() <= end:
        left = dateline.end()
    breaks = (m.end() for m in _SENTENCE_BREAK.finditer(folded, left, end))
    return [left, *(at for at in breaks if folded[at - 1] != "”" or folded[at - 2] in SENTENCE_ENDS or spoken.ends(at))]


def _is_bare(folded: str, start: int, end: int) -> bool:
    """Only adverbs stand between the comma and the verb: the subject is that of an earlier clause."""
    trailing = trailing_adverbs().search(folded, start, end)
    words = folded[start : trailing.start() if trailing else end].strip()
    return not words or bool(_TIME_OR_PLACE.fullmatch(folded[start:end]))
