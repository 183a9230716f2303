"""Entry into force (施行日期): the provision that says so, else the announcement, else the note.

    force   ::= subject? "自" (day | "公布之日") "起" 施行
    subject ::= 本条例 | 《X》 | 第三十条

A clause about some articles only (第三十条自……起施行) does not decide when the whole is in force.
"""

import re
from collections.abc import Iterator
from datetime import date

from policyparse.knowledge.pattern import pattern
from policyparse.language.clauses import clause_start
from policyparse.language.days import DAY, find_days
from policyparse.language.labels import ARTICLE, DIVISION
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import LegislativeEventDraft
from policyparse.page.layout import Page
from policyparse.statute import patterns
from policyparse.statute.database_labels import DatabaseLabel
from policyparse.statute.parts import Parts

_PARTIAL = pattern(
    r"(?&division)|(?&article)|款|项(?!目)|其中|有关|部分",
    division=DIVISION,
    article=ARTICLE,
    matches=["本条例第三十条", "第二章", "前条第二款", "其中涉及收费的", "有关规定", "部分规定", "前款第二项", "项"],
    rejects=["本条例", "《某办法》", "本项目"],
)
"""A subject that is only a part of the document."""

_MIDNIGHT = " 零0时点"


def set_force(
    page: Page,
    draft: DecisionContentDraft,
    parts: Parts,
    noted: list[LegislativeEventDraft],
    label: DatabaseLabel | None,
    diagnostics: Diagnostics,
) -> None:
    """Set the day of entry into force, and the rule by which it is fixed.

    Args:
        page: The page.
        draft: The draft with its articles and its day of promulgation.
        parts: The parts of the page.
        noted: The events of the note.
        label: The day that a label of the page prints (实施日期), None where there is none.
        diagnostics: Takes a day that does not exist or is not in the text.
    """
    evidence: dict[str, Extent] = draft["evidence"]
    partial = False
    for start, end in _stretches(draft, parts):
        for match in patterns.FORCE.finditer(page.folded, start, end):
            subject = _subject(page.folded, start, match.start())
            if _PARTIAL.search(subject):
                partial = True
            elif not subject or "本" in subject or "》" in subject or "于" not in match[0]:
                _read_force(draft, match, page, label is not None, diagnostics)
                return
        if patterns.FORCE_BY_OTHERS.search(page.folded, start, end):
            draft["effective_rule"] = "other"
            return
    for event in noted:
        if event["action"] == "effective" and event["on"]:
            draft["effective_on"], draft["effective_rule"] = event["on"], "on_date"
            evidence["/effective_on"] = event["span"]
            return
    if label is not None:
        draft["effective_rule"] = "on_date"
    elif partial:
        draft["effective_rule"] = "other"


def _stretches(draft: DecisionContentDraft, parts: Parts) -> Iterator[Extent]:
    """Where entry into force may be said, the most certain place first."""
    yield from (block.extent for block in parts.closing)
    for article in reversed(draft["articles"]):
        yield from (paragraph["span"] for paragraph in article["paragraphs"])
    yield from (block.extent for block in (*parts.announcement, *parts.preamble))
    if not any(event["action"] in ("amended", "revised") for event in draft["history"]):
        yield from (block.extent for block in parts.note)  # else it may speak of the amendment


def _subject(folded: str, start: int, at: int) -> str:
    """What stands in the clause before 自……起施行."""
    return folded[clause_start(folded, at, start) : at].strip()


def _read_force(
    draft: DecisionContentDraft, match: "re.Match[str]", page: Page, labelled: bool, diagnostics: Diagnostics
) -> None:
    day = next(find_days(page.folded, match.start(1), match.end(1) + 1), None)  # 5月31起: the 起 ends it
    on: date | None = None
    printed = page.text[slice(*match.span())]
    if match[4].strip(_MIDNIGHT):  # 自5月1日零时起施行 is that day
        draft["effective_rule"] = "other"
    elif day:
        draft["effective_rule"], on = "on_date", day.on
    elif DAY.search(page.folded, match.start(1), match.end(1) + 1):
        draft["effective_rule"] = "on_date"
        diagnostics.add("PP302", f"{printed}: the calendar has no such day", match.span())
        return
    elif match[2] in ("通过", "批准"):
        draft["effective_rule"] = "other"
        on = draft.get("adopted_on") if match[2] == "通过" else None
    else:
        draft["effective_rule"], on = "on_promulgation", draft.get("promulgated_on")
    if on is not None:
        draft["effective_on"], draft["evidence"]["/effective_on"] = on, match.span()
    elif not labelled:
        diagnostics.add("PP403", f"{printed}: the text does not print that day", match.span())
