"""Who is meant by a pronoun, by 该负责人, by 答：: the person or the people of the text before it."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.names import match_name
from policyparse.language.quotations import Speech
from policyparse.speech.named import Subject
from policyparse.speech.sentences import clause_start, sentence_starts
from policyparse.speech.subjects import cannot_speak, read_subject

_INTRODUCES = pattern(
    r"(?&reporting.introducing)(?:了|(?=[^，。；]{2,40}(?:情况|成果|进展|举措|工作)))",
    matches=["市水利局负责人介绍了干渠", "市水利局负责人通报干渠建设情况"],
    rejects=["市水利局负责人介绍，干渠", "市水利局负责人介绍干渠"],
)
_RESPONDENT = pattern(
    r"(?:^|[。，])(?P<who>[\u4e00-\u9fff、（）]{2,40}?(?:负责人|负责同志|发言人))[^。]{0,80}?(?:答|接受|回应)",
    matches=[("市水利局有关负责人就干渠建设答记者问", {"who": "市水利局有关负责人"})],
    rejects=["市水利局有关负责人出席。回应关切"],
)
_GROUP = pattern(
    rf"(?:[的与和向对了位名]|(?:采访|走访|听取|邀请|连线)了?|^|，)(?P<who>(?!记者)(?:(?![的了])[{HAN}]){{0,8}}?"
    r"(?&speakers.collective_endings){1,3})(?=[\u4e00-\u9fff，]|$)",
    matches=[("记者与本市的省人大代表连线", {"who": "省人大代表"}), ("多国学者参加了会议", {"who": "多国学者"})],
    rejects=["记者来到村里", "村里的路"],
)
_REPORTERS = ("记者", "笔者", "作者")


def find_opening_name(folded: str, spoken: Speech, end: int, known: frozenset[str]) -> str | None:
    """Find the bare name that opens the sentence of a pronoun, or the one before: 某某对……充分肯定，他要求.

    Args:
        folded: Width-folded text.
        spoken: Its quotations that are speech.
        end: Where the pronoun stands.
        known: Names of persons that the document introduces with an office.
    """
    starts = sentence_starts(folded, spoken, end)
    stop = match_name(folded, starts[-1])
    if stop and starts[-1] + 2 < stop < end:
        return folded[starts[-1] : stop]
    if len(starts) > 1 and starts[-1] == end:
        stop = match_name(folded, starts[-2])
        if stop and folded[starts[-2] : stop] in known:
            return folded[starts[-2] : stop]
    return None


def find_people(folded: str, spoken: Speech, end: int) -> Subject | None:
    """Find the people that 他们 takes up: those named last in its sentence, or in the one before it.

    Args:
        folded: Width-folded text.
        spoken: Its quotations that are speech.
        end: Where the pronoun stands.
    """
    starts = sentence_starts(folded, spoken, end)
    for start, stop in zip(reversed(starts[-2:]), (end, starts[-1]), strict=False):
        groups = [m for m in _GROUP.finditer(folded, start, stop) if not m["who"].endswith(_REPORTERS)]
        groups = [m for m in groups if not cannot_speak(m["who"])]
        if groups:
            return Subject(groups[-1]["who"], "collective", (), groups[-1].start("who"), groups[-1].span("who"))
    return None


def find_introducer(folded: str, known: frozenset[str]) -> Subject | None:
    """Find who introduces a matter without being quoted: 某部负责人介绍了……有关情况. A later 据介绍 is his.

    Args:
        folded: Width-folded text.
        known: Names of persons that the document introduces with an office.
    """
    for match in _INTRODUCES.finditer(folded):
        subject = read_subject(folded, clause_start(folded, match.start()), match.start(), known)
        if subject and subject.kind not in ("pronoun", "title"):
            return subject
    return None


def find_respondent(folded: str) -> Subject | None:
    """Find the unnamed official who answers questions: 某部有关负责人就……答记者问."""
    match = _RESPONDENT.search(folded)
    return Subject(match["who"], "collective", (), 0, (0, 0)) if match else None
