"""Which quotation belongs to which clause, and what of a paragraph is only a quotation (引语的归属)."""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.language.quotations import Quotation
from policyparse.model.base import Extent
from policyparse.speech.passages import Passage
from policyparse.speech.reporting import ReportingClause, quotation_before
from policyparse.speech.verbs import ends_in_verb

TOGETHER = pattern(
    "纷纷|一致|普遍",
    matches=["大家纷纷表示", "与会人员一致认为", "普遍认为"],
    rejects=["村民说"],
)
"""What many say one after another is reported by the reporter, not by a speaker."""
CITED_DOCUMENT = pattern(
    rf"[{SMALL_ORDINAL}]{{1,3}}大(?:报告)?$|(?:^|中央[{HAN}]{{0,10}})全会$|[{SMALL_ORDINAL}]中全会$|^(?:宪法|党章)$",
    matches=[
        *("党的二十大报告", "十九大", "二十届三中全会", "中央全会", "宪法", "党章", ("二十三四大", "十三四大")),
        *("全会", "中央公园全会"),
    ],
    rejects=[
        *("政府工作报告", "会议", "县委全会精神", "中央及地方各级党的委员会历次全会", "大", "学习党章", "党章规定"),
        *("十九大代表", "中央全会公报", "二十届三中全会精神"),
    ],
)
"""A document of the whole country that a speaker cites."""
ANNOUNCES = pattern(
    "(?&reporting.announced)[：〜～~]$",
    matches=["《意见》明确，要完成这些任务〜", "《方案》提出以下举措：", "《方案》提出任务如下："],
    rejects=["《意见》明确，要完成这些任务。", "《意见》指出：", "《方案》提出以下举措：一是修渠"],
)
"""The end of a paragraph whose object is what stands below, headings included."""
_SHORTEST_REPORTED = 20
"""A paragraph that is a quotation goes on with one from so many characters."""
_VERB_REACH = 12
"""Before the colon of a quotation a verb is sought no further back, in characters."""
_ASKED = pattern(
    r"(?:面对|对于|针对)[^，。；]{0,16}(?&reporting.questions)，",
    method="match",
    matches=["面对孩子们的提问，", "对于网友的疑问，", "对于疑问，", "针对网友的疑问，"],
    rejects=["面对困难，", "，面对提问，", "针对部分群众在来信来访中集中反映的一些疑问，"],
)
"""Behind a quotation: others asked it."""


def closed_quotation(clause: ReportingClause, passage: Passage, governed: set[int]) -> Quotation | None:
    """The quotation that a clause closes: none where an earlier clause opened it (甲说：“……”乙建议……).

    Args:
        clause: The clause.
        passage: Its passage.
        governed: Where in the page earlier clauses opened their speech.
    """
    before = quotation_before(clause, passage.spoken)
    if before is None or passage.start + before.start in governed:
        return None
    words = passage.text[max(0, before.start - _VERB_REACH) : before.start]
    if words.endswith("：") and ends_in_verb(words[:-1]):
        return None
    asked = _ASKED.match(passage.text, before.end, clause.start)
    return None if asked else before


def is_cited_by_unnamed(clause: ReportingClause, passage: Passage) -> bool:
    """Whether words are cited by one whom the text does not name: 省委书记指出，总书记强调……."""
    before = passage.text[clause.sentence : clause.start].rstrip("，：")[-_VERB_REACH:]
    return ends_in_verb(before)


def quotation_alone(passage: Passage) -> Extent | None:
    """The inside of the quotation that a paragraph is, a sentence at least; None where it has more or less."""
    quotation = passage.spoken.at(0)
    if quotation is None or not quotation.closed or quotation.end < len(passage.text.rstrip()):
        return None
    return passage.extent(*quotation.inner) if quotation.end - quotation.start >= _SHORTEST_REPORTED else None


def unattributed(passage: Passage) -> Iterator[Extent]:
    """Where quotations of a sentence stand in a paragraph without a speaker; a shorter one may be a term."""
    for quotation in passage.spoken:
        if quotation.end - quotation.start > _SHORTEST_REPORTED:
            yield passage.extent(quotation.start, quotation.end)


def left_open(passage: Passage) -> tuple[bool, bool, bool]:
    """What a paragraph leaves open at its end: a colon, a colon or a dash, a quotation that none has closed."""
    text = passage.text.rstrip()
    final = passage.spoken.before(len(passage.text))
    return text.endswith("："), text.endswith(("：", "——")), final is not None and not final.closed
