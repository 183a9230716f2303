"""Which quotation belongs to which clause, and what of a paragraph is only a quotation (引语的归属)."""

from policyparse.knowledge import pattern
from policyparse.language.quotations import Quotation
from policyparse.speech.passages import Passage
from policyparse.speech.reporting import ReportingClause, quotation_before
from policyparse.speech.verbs import ends_in_verb

_SHORTEST_REPORTED = 20
"""A paragraph that is a quotation goes on with one from so many characters."""
_VERB_REACH = 12
"""Before the colon of a quotation a verb is sought no further back, in characters."""
_ASKED = pattern(
    r"(?:面对|对于|针对)[^，。；]{0,16}(?:提问|疑问|询问|发问|质疑|疑惑|困惑)，",
    method="match",
    matches=["面对孩子们的提问，", "对于网友的疑问，"],
    rejects=["面对困难，", "，面对提问，"],
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


def is_quotation(passage: Passage) -> bool:
    """Whether a paragraph is one quotation of a sentence and nothing else."""
    quotation = passage.spoken.at(0)
    if quotation is None or not quotation.closed or quotation.end < len(passage.text.rstrip()):
        return False
    return quotation.end - quotation.start >= _SHORTEST_REPORTED
