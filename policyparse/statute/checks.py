"""What can be wrong in a decision; reports only."""

from collections.abc import Sequence
from typing import cast

from policyparse.language.gaps import gap_between
from policyparse.language.labels import DIVISION_LEVELS, format_number
from policyparse.model.base import Draft
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import ArticleDraft, DivisionDraft
from policyparse.page.layout import Block, Page
from policyparse.statute.amended import is_amendment

_IN_PROVISIONS = ("law", "regulation", "rules", "other")
MOST = 50
"""So many findings of one kind are reported one by one; what follows is counted in one more."""


LOOSE_REPORTED = 20
"""Maximum number of lines under no article that are reported."""


def report_loose(loose: Sequence[Block], diagnostics: Diagnostics) -> None:
    """Report lines that belong to no article."""
    for block in loose[:LOOSE_REPORTED]:
        diagnostics.add("PP407", f"a line belongs to no article: {block.text[:20]}", block.extent)


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft.

    Args:
        page: The page.
        draft: The draft of a decision.
        diagnostics: Takes gaps, repeats, wrong order, empty articles, missing and contradictory particulars.
    """
    decision = cast(DecisionContentDraft, draft)
    check_article_numbers(decision["articles"], diagnostics, goes_on=is_amendment(decision["title"] or ""))
    check_division_numbers(decision["divisions"], diagnostics)
    check_texts(decision, diagnostics)
    check_particulars(decision, diagnostics)


def check_article_numbers(articles: Sequence[ArticleDraft], diagnostics: Diagnostics, *, goes_on: bool = False) -> None:
    """Report gaps, repeats and wrong order of article numbers; 第十二条之一 follows 第十二条.

    Args:
        articles: Drafts of articles.
        diagnostics: Takes the findings.
        goes_on: Whether the first number may follow that of another document, as in amendments to a constitution.
    """
    findings: dict[str, list[tuple[str, tuple[int, int]]]] = {"PP401": [], "PP402": [], "PP413": []}
    seen: set[tuple[int, int]] = set()
    last, last_suffix, before = 0, 0, "the beginning"
    if goes_on and articles:
        last = articles[0]["number"] - 1
    for article in articles:
        number, suffix, label = article["number"], article.get("suffix") or 0, article["label"]
        start = article["span"][0]
        place = (start, start + len(label))
        if (number, suffix) in seen:
            findings["PP402"].append((f"{label} stands more than once", place))
        elif number < last or (number == last and suffix < last_suffix):
            findings["PP413"].append((f"{label} stands after {before}", place))
        elif number > last + 1:
            findings["PP401"].append((gap_between(before, label, last + 1, number - 1), place))
        elif (number == last and suffix != last_suffix + 1) or (number > last and suffix):
            findings["PP401"].append((f"between {before} and {label}, a number is missing", place))
        seen.add((number, suffix))
        last, last_suffix, before = number, suffix, label
    for code, found in findings.items():
        _report(code, found, diagnostics)


def _report(code: str, found: list[tuple[str, tuple[int, int]]], diagnostics: Diagnostics) -> None:
    for message, place in found[:MOST]:
        diagnostics.add(code, message, place)
    if len(found) > MOST:
        diagnostics.add(code, f"and {len(found) - MOST} more of the same")


def check_division_numbers(divisions: Sequence[DivisionDraft], diagnostics: Diagnostics) -> None:
    """Report parts, chapters and sections that do not follow the one before.

    Sections start anew in every chapter; chapters go on through the parts, or start anew in each.
    """
    last: dict[str, int] = {}
    under: dict[str, int] = {}
    found: list[tuple[str, tuple[int, int]]] = []
    for i, division in enumerate(divisions):
        kind, number = division["kind"], division["number"]
        level = DIVISION_LEVELS[kind]
        if not number:
            continue
        renewed = any(DIVISION_LEVELS[other] < level and place > under.get(kind, -1) for other, place in under.items())
        expected = 1 if renewed and kind == "section" else last.get(kind, 0) + 1
        if number != expected and not (number == 1 and renewed):
            found.append(
                (f"{division['label']} stands where number {format_number(expected)} should", division["span"])
            )
        last[kind], under[kind] = number, i
    _report("PP404", found, diagnostics)


def check_texts(draft: DecisionContentDraft, diagnostics: Diagnostics) -> None:
    """Report articles without text, and a statute without provisions; a decision may be one paragraph."""
    if not draft["articles"] and draft.get("instrument") in _IN_PROVISIONS and not draft["amendments"]:
        diagnostics.add("PP412", "the text has neither articles nor numbered points")
    empty = [
        (f"{a['label']} has no text", a["span"]) for a in draft["articles"] if not a["paragraphs"] and not a["heading"]
    ]
    _report("PP405", empty, diagnostics)


def check_particulars(draft: DecisionContentDraft, diagnostics: Diagnostics) -> None:
    """Report that the day of entry into force is missing, and dates that contradict each other."""
    if draft["articles"] and draft.get("effective_on") is None and draft.get("effective_rule") is None:
        diagnostics.add("PP403", "the text does not say when it enters into force")
    adopted, promulgated = draft.get("adopted_on"), draft.get("promulgated_on")
    effective = draft.get("effective_on")
    evidence = draft["evidence"]
    if adopted and effective and effective < adopted:
        diagnostics.add("PP406", f"in force on {effective}, adopted on {adopted}", evidence.get("/effective_on"))
    if adopted and promulgated and promulgated < adopted:
        diagnostics.add("PP406", f"promulgated on {promulgated}, adopted on {adopted}", evidence.get("/promulgated_on"))
