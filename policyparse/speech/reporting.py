"""Reporting clauses: who, and with which verb, opens a stretch of speech.

    clause ::= subject adjunct? adverb* opening          某某局局长张某在会上表示，

The verb is found first (verbs.py); the subject is read backwards from it (subjects.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.lexicon import word_set
from policyparse.language.quotations import Quotation, Speech, find_quotations
from policyparse.language.representation import REPRESENTS
from policyparse.model.steps import take_steps
from policyparse.speech.adjuncts import TRAILING_ADVERBS
from policyparse.speech.named import Subject
from policyparse.speech.sentences import clause_starts, sentence_starts
from policyparse.speech.subjects import (
    read_opening,
    read_predicated,
    read_subject,
)
from policyparse.speech.verbs import RECEIVES, Opening, find_openings


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
        represents: The subject speaks for others (某某代表某党市委发言，).
        whole: Where a term in quotation marks ends that is all that was said; 0 for none.
    """

    subject: Subject
    verb: str
    sentence: int
    content: int
    mentions: bool
    closes: bool
    until: int | None = None
    represents: bool = False
    whole: int = 0

    @property
    def start(self) -> int:
        """Where the subject starts."""
        return self.subject.start

    @property
    def at_sentence_start(self) -> bool:
        """Whether nothing of the sentence stands before the subject."""
        return self.start == self.sentence


@dataclass(frozen=True, slots=True)
class _Place:
    """An opening in its sentence.

    Attributes:
        opening: The verb and what follows.
        sentences: Where the last sentences start, the one with the verb last.
        clauses: Where the clauses of its sentence start, the one with the verb last.
    """

    opening: Opening
    sentences: list[int]
    clauses: list[int]


_REPRESENTS = pattern(
    "(?&represents)",
    represents=REPRESENTS,
    matches=["委员代表民革临川市委会发言，"],
    rejects=["在代表团驻地说，"],
)
_CONVENES = pattern(
    "主持(?:召开)?|召开",
    matches=["主持召开会议", "召开会议", "主持会议", ("主持召开会议", "主持召开")],
    rejects=["开会"],
)
_TIME_OR_PLACE = pattern(
    r"(?:并|还|同时)?(?:在[^，]{1,20}[时中上后]|(?:就|围绕|针对)[^，]{2,24})",
    matches=[
        *("并就当前工作", "围绕防汛工作", "还针对突出问题", "就下一步工作", "并在座谈时", "在会上", "在会后"),
        *("在会中", "还在座谈时", "同时在座谈时"),
    ],
    rejects=[
        *("就此", "就进一步加强全市农村生活垃圾分类收集转运处置体系建设", "在县城", "在上"),
        "在深入青禾县大梁镇柳树村实地走访慰问困难群众时",
    ],
    method="fullmatch",
)
_PREDICATE = pattern(
    rf"(?!的)[{HAN}]{{1,16}}",
    matches=["喜上眉梢", "算了一笔"],
    rejects=["的账", "喜上眉梢，", "一边擦着额头上的汗水一边激动地高声", ""],
    method="fullmatch",
)
_SHORTEST_SAID = 6
"""Characters of a quotation without a sentence mark that is said, not a term."""
_EARLIER_CLAUSES = 4


def reports(folded: str) -> bool:
    """Whether a sentence reports speech."""
    return next(find_reporting_clauses(folded, Speech(find_quotations(folded)), frozenset()), None) is not None


def find_reporting_clauses(folded: str, spoken: Speech, known: frozenset[str]) -> Iterator[ReportingClause]:
    """Find the reporting clauses of a paragraph that stand outside its quotations.

    Args:
        folded: Width-folded text of one paragraph.
        spoken: Its quotations that are speech.
        known: Names of persons that the document introduces with an office.
    """
    done = 0
    for openings in find_openings(folded):
        take_steps(1)
        start = openings[0].start
        if start < done or spoken.around(start):
            continue
        clauses = (_read_clause(folded, opening, spoken, known) for opening in openings)
        clause = next(filter(None, clauses), None)
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


def _read_clause(folded: str, opening: Opening, spoken: Speech, known: frozenset[str]) -> ReportingClause | None:
    sentences = sentence_starts(folded, spoken, opening.start)
    place = _Place(opening, sentences, clause_starts(folded, spoken, sentences[-1], opening.start))
    if opening.predicate:
        return _read_predicate(folded, place, known)
    subject = next(filter(None, (rule(folded, place, spoken, known) for _, _, rule in _SUBJECTS)), None)
    if subject is None:
        return None
    verb, content = opening.verb, opening.content
    if opening.direct and not _opens_directly(subject, sentences[-1], folded[opening.start : content + 1]):
        return None
    whole = _end_of_whole(folded, subject, opening) if opening.quotes and spoken.at(content) is None else 0
    mentions = opening.quotes and spoken.at(content) is None and not whole
    represents = subject.kind == "person" and _REPRESENTS.search(folded, subject.extent[1], opening.start)
    return ReportingClause(
        subject, verb, sentences[-1], content, mentions, opening.closes, opening.until, bool(represents), whole
    )


def _of_its_clause(folded: str, place: _Place, _: Speech, known: frozenset[str]) -> Subject | None:
    opening = place.opening
    start = place.clauses[-1]
    return read_subject(folded, start, opening.start, known, opening.verb, adjuncts=not opening.direct)


def _of_an_earlier_clause(folded: str, place: _Place, _: Speech, known: frozenset[str]) -> Subject | None:
    opening, clause = place.opening, place.clauses[-1]
    if not _is_bare(folded, clause, opening.start):
        return None
    earlier = reversed(place.clauses[:-1][-_EARLIER_CLAUSES:])
    subject = next(filter(None, (read_opening(folded, c, opening.start, known) for c in earlier)), None)
    if subject is None or (opening.verb == "要求" and _CONVENES.search(folded, subject.extent[1], opening.start)):
        return None  # 某某主持召开会议，听取……，要求……: the meeting does
    promises = _promises(folded[opening.start : opening.content + 1])
    together = subject.kind == "collective" and not _is_meeting(subject)
    return None if opening.direct and together and not promises else subject


def _of_the_sentence_before(folded: str, place: _Place, spoken: Speech, known: frozenset[str]) -> Subject | None:
    opening = place.opening
    if len(place.sentences) < 2 or opening.direct or not _is_bare(folded, place.sentences[-1], opening.start):
        return None
    start, end = place.sentences[-2:]
    subject = read_opening(folded, start, end, known)
    if subject is None or not _is_meeting(subject):
        return None
    at = place.sentences[-1]
    return Subject(subject.name, "collective", (), at, (at, at))


_SubjectRule = Callable[[str, _Place, Speech, frozenset[str]], Subject | None]
_SUBJECTS: tuple[tuple[str, str, _SubjectRule], ...] = (
    ("its clause", "who stands before the verb: 局长某某表示，", _of_its_clause),
    ("earlier clause", "only adverbs stand before the verb: 局长某某分析了形势，强调，", _of_an_earlier_clause),
    ("sentence before", "the meeting goes on: 会议研究了方案。要求，", _of_the_sentence_before),
)
"""Where the subject of a verb stands: name, reason and reading, tried in this order."""


def _is_meeting(subject: Subject) -> bool:
    return subject.name in word_set("speakers.meetings")


def _read_predicate(folded: str, place: _Place, known: frozenset[str]) -> ReportingClause | None:
    """A person, or people, and any predicate before a colon: 村支书某某算了一笔账：."""
    opening = place.opening
    subject = read_predicated(folded, place.clauses[-1], opening.start, known)
    if subject is None or not _PREDICATE.fullmatch(folded, subject.extent[1], opening.start):
        return None
    if RECEIVES.search(folded, subject.extent[1], opening.start):
        return None
    verb = folded[subject.extent[1] : opening.content - 1]
    return ReportingClause(subject, verb, place.sentences[-1], opening.content, mentions=False, closes=False)


def _end_of_whole(folded: str, subject: Subject, opening: Opening) -> int:
    """Where a term in quotation marks ends that is what a person said (表示“年底前通车”); 0 where it is a term."""
    end = folded.find("”", opening.content)
    speaks = subject.kind in ("person", "pronoun", "title") and opening.verb in word_set("reporting.said_whole")
    whole = end - opening.content > _SHORTEST_SAID and folded[end + 1 : end + 2] in ("", "。", "，", "；")
    return end if speaks and whole else 0


def _opens_directly(subject: Subject, sentence: int, words: str) -> bool:
    """Without a mark after the verb, organizations speak only at the start of a sentence; they 表示将, not 表示感谢."""
    if subject.kind not in ("organization", "title"):
        return True
    return subject.start == sentence and (not words.startswith("表示") or _promises(words))


def _promises(words: str) -> bool:
    """表示将……, 表示要……: the verb opens what somebody is going to do."""
    return words.startswith("表示") and words[2:] in ("将", "要", "会", "愿")


def _is_bare(folded: str, start: int, end: int) -> bool:
    """Only adverbs stand between the comma and the verb: the subject is that of an earlier clause."""
    trailing = TRAILING_ADVERBS.search(folded, start, end)
    words = folded[start : trailing.start() if trailing else end].strip()
    return not words or bool(_TIME_OR_PLACE.fullmatch(folded[start:end]))
