"""Labels of speakers: what stands before a colon in interviews, boxes and answers.

label ::= (offices name | name office? | collective | organization) bracket? (答 | 问 | 追问)?
bracket ::= "（" place | offices | stage direction "）"          某省（湖北）, 某市市委书记, 追问, 笑
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.language.bodies import acts_as_body
from policyparse.language.names import is_ambiguous, is_name, is_rare_name
from policyparse.language.offices import TITLE
from policyparse.language.persons import offices_before
from policyparse.language.regions import find_regions
from policyparse.language.segment import is_word
from policyparse.speech.named import Subject, read_person_of_unlisted_surname
from policyparse.speech.subjects import cannot_speak, read_collective_name, read_whole
from policyparse.speech.verbs import ends_in_verb

LABEL_ONLY = compiled(r"(?P<who>[^：。！？；“”]{2,50})：$")
"""A label on a line of its own."""

_LABEL = compiled(r"(?P<who>[^：。！？；“”\n]{1,50})：(?=.)")
_BRACKETED = compiled(r"[【\[](?P<who>[^【】\[\]：，。]{2,36})[】\]]\s?：?(?=[^\s：])")
"""A label in brackets, as transcripts on the web print it: 【某局局长 某某】."""
_LATER_LABEL = compiled(r"[。！？.…”]\s{0,2}(?P<who>[^：。！？；，“”\s][^：。！？；，“”\n]{1,40})：(?=.)")
_DATELINE = pattern(
    r"(?:消息|[电讯])(?:（[^（）]{1,20}）)?$",
    matches=["本报讯", "某社北京9月3日电", "某台消息", "某台消息（新闻联播）"],
    rejects=["消息人士", "某台消息（）", "某台消息（据中央广播电视总台新闻频道《新闻联播》报道）"],
)
_INTERVIEWER = pattern(
    r"(?:记者|主持人)(?:（[^（）]{1,12}）)?$|^(?:问|[Qq])$",
    matches=["本报记者", "主持人", "主持人（王小明）", "问", "Q"],
    rejects=["记者团", "提问", "问答", "主持人（）", "主持人（某省广播电视台新闻频道记者）"],
)
_HOST_LENGTHS = (2, 4)
"""Least and most characters of a bare name that is a label."""
_LONGEST_ASKED = 2
"""Characters of a label that only says that a question follows: 问."""
_ANSWER = frozenset(("答", "A", "a"))
_BRACKET = compiled(r"\s?（(?P<inside>[^（）]{1,24})）$")
OPENING_BRACKETS = ("【", "[")
"""What opens a label in brackets."""
_BRACKET_OPENS = compiled(r"[【\[]")
_TAG = pattern(
    r"[【（](?&speakers.broadcast_tags)[0-9]{0,2}[】）]\s?",
    matches=[("【同期声】王小明", "【同期声】"), ("（采访1） 王小明", "（采访1） ")],
    rejects=["【同期声", "同期声】", "【同期声100】", "【王小明】"],
)
"""What a script of a broadcast puts before the label of who speaks."""
_SPOKEN = pattern(
    rf"(?<=[{HAN}]{{2}})(?:回答|答|提问|追问|问)$",
    matches=[
        *(("王小明回答", "回答"), ("王小明答", "答"), ("记者提问", "提问"), ("记者追问", "追问"), ("记者问", "问")),
    ],
    rejects=["问", "回答", "请问", "王小明回答了"],
)
_BETWEEN_OFFICES = pattern(
    r"(?:(?<=常委)|(?<=[长任记席员理])) (?=(?&title) )",
    title=TITLE,
    matches=[
        *(("市水利局党组成员 副局长 范大成", " "), ("市委常委 副市长 范大成", " "), "市水利局局长 党组书记 范大成"),
        *("市水利局主任 党组书记 范大成", "县委书记 县长 范大成", "市政协主席 党组书记 范大成"),
        "公司总经理 董事长 范大成",
    ],
    rejects=["市水利局局长 范大成", "市水利局 副局长 范大成", "市农委 副主任 范大成"],
)
"""The blank between two offices of one person."""
_SENTENCE = compiled(r"[^。！？]{10,}[。！？]")


def find_label(folded: str) -> re.Match[str] | None:
    """The label that a paragraph starts with, with text after its colon; the group `who` holds it.

    A dateline is none: 本报讯：, 某台消息（某栏目）：.
    """
    label = _LABEL.match(folded) or _BRACKETED.match(folded)
    return None if label is None or _DATELINE.search(label["who"]) else label


def find_later_labels(folded: str, known: frozenset[str]) -> Iterator[int]:
    """Where labels of persons start inside a paragraph, behind the end of a sentence (a transcript without line ends).

    Args:
        folded: Width-folded text of one paragraph.
        known: Names of persons that the document introduces with an office.
    """
    for match in _LATER_LABEL.finditer(folded):
        subject = read_label(match["who"], len(match["who"]), known)
        if subject is not None and subject.kind == "person":
            yield match.start("who")


def find_hosts(whos: list[str], known: frozenset[str]) -> frozenset[str]:
    """Find bare names among the labels of a page that several persons speak on: the host of a press conference.

    Args:
        whos: The labels of the page.
        known: Names of persons that the document introduces with an office.
    """
    names = {who for who in whos if _HOST_LENGTHS[0] <= len(who) <= _HOST_LENGTHS[1] and is_name(who)}
    names = {who for who in names if not is_ambiguous(who) and not is_word(who) and not acts_as_body(who)}
    spoken = sum(read_label(who, len(who), known | names) is not None for who in dict.fromkeys(whos))
    return frozenset(names) if spoken > 1 else frozenset()


def is_interviewer(who: str) -> bool:
    """Whether a label is that of who asks: 记者, 问."""
    return bool(_INTERVIEWER.search(who)) and not (ends_in_verb(who) and len(who) > _LONGEST_ASKED)


def is_answer(who: str) -> bool:
    """Whether a label only says that an answer follows: 答."""
    return who in _ANSWER


def read_label(folded: str, end: int, known: frozenset[str]) -> Subject | None:
    """Read a speaker's label, as it stands before a colon: a person, or an organization that signs an answer.

    Args:
        folded: Width-folded text that starts with the label.
        end: Where its colon stands.
        known: Names of persons that the document introduces with an office.
    """
    tag = _TAG.match(folded) or _BRACKET_OPENS.match(folded)
    if tag and tag.end() < end:
        subject = read_label(folded[tag.end() :], end - tag.end(), known)
        extent = subject and (subject.extent[0] + tag.end(), subject.extent[1] + tag.end())
        return replace(subject, extent=extent) if subject and extent else None
    words = folded[:end].rstrip()
    if ends_in_verb(words) and words not in known and not _SPOKEN.search(words):
        return None
    bracket = _BRACKET.search(words)
    inside = bracket["inside"] if bracket else ""
    if bracket:
        words = words[: bracket.start()]
    words = _BETWEEN_OFFICES.sub("、", words)
    spoken = _SPOKEN.search(words)
    if spoken and (read_whole(words, 0, spoken.start(), known) or not read_whole(words, 0, len(words), known)):
        words = words[: spoken.start()]
    subject = (
        _read_spaced_offices(words, known)
        or read_whole(words, 0, len(words), known)
        or read_person_of_unlisted_surname(words, 0, len(words), 5)
        or _read_spaced(words)
    )
    offices, _ = offices_before(inside, len(inside)) if inside else ([], 0)
    if subject and subject.kind == "title":
        told = not subject.bare_office or bool(_SENTENCE.match(folded, end + 1))
        return subject if subject.start == 0 and told else None
    if subject:
        placed = bool(offices) or (bool(inside) and _is_place(inside))
        told = bool(subject.offices) or subject.name in known or placed or " " in words
        named = subject.kind == "person" and subject.start == 0 and told
        return replace(subject, offices=(*subject.offices, *offices)) if named else None
    if acts_as_body(words) and not cannot_speak(words):
        return Subject(words, "organization", (), 0, (0, len(words)))
    return None


def read_collective_label(folded: str, end: int) -> Subject | None:
    """Read a label that names people by what they are, with a sentence behind its colon: 市政协委员：….

    Args:
        folded: Width-folded paragraph that starts with the label.
        end: Where its colon stands.
    """
    if not _SENTENCE.match(folded, end + 1):
        return None
    return read_collective_name(folded, 0, end)


def _read_spaced_offices(words: str, known: frozenset[str]) -> Subject | None:
    """A person whose organization, office and name are set with blanks: 市水利局 副局长 范大成."""
    before, _, name = words.rpartition(" ")
    blanks = before.count(" ")
    if not blanks or not is_name(name):
        return None
    compact = before.replace(" ", "") + " " + name
    subject = read_whole(compact, 0, len(compact), known)
    if subject is None or subject.kind != "person" or subject.start or not subject.offices:
        return None
    return replace(subject, extent=(subject.extent[0] + blanks, subject.extent[1] + blanks))


def _read_spaced(words: str) -> Subject | None:
    """A name set off by a space from whatever its bearer is: 河道养护员 某某."""
    what, _, name = words.rpartition(" ")
    if not what.strip() or not (is_name(name) or is_rare_name(name)):
        return None
    return Subject(name, "person", (), 0, (len(words) - len(name), len(words)))


def _is_place(words: str) -> bool:
    return any(
        (mention.start, mention.end) == (0, len(words)) for mention in find_regions(words, short_prefectures=True)
    )
