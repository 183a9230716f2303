"""Amendments that were made: the comparison is what was made, and agrees with what `apply_amendments` makes."""

from copy import deepcopy
from typing import Any

import pytest

import policyparse
from generators import amending
from generators.amending_operations import IN_CHAPTERS, OPERATIONS, Change, base
from generators.common import Dice
from policyparse.output.comparison.model import Comparison

SEEDS = range(2)
CASES = [(form, seed) for form in OPERATIONS for seed in SEEDS]
MERGED = "merge articles"
"""The orders take both articles out and put a new one in; the words alone show one that was changed."""


def changed(form: str, seed: int) -> tuple[Change, list[str]]:
    """The statute before and after an operation, its articles with an identity, and its head."""
    dice = Dice(f"amending/{form}/{seed}")
    before, head, _ = base(dice, chapters=form in IN_CHAPTERS)
    for i, article in enumerate(before.articles):
        article.identity = i  # type: ignore[attr-defined]
    change = Change(before, deepcopy(before))
    OPERATIONS[form](dice, change)
    return change, head


def parsed(head: list[str], body: list[str]) -> policyparse.Decision:
    document = policyparse.parse("\n".join([*head, *body]) + "\n", kind="decision")
    assert isinstance(document, policyparse.Decision)
    return document


def text(article: Any) -> list[Any]:
    return [(paragraph.text, [item.text for item in paragraph.items]) for paragraph in article.paragraphs]


def staying(order: list[int | None]) -> set[int]:
    """The longest run of articles that keep their order; the others were moved."""
    runs: list[list[int]] = [[]]
    for one in order:
        if one is not None:
            runs.append([*max((run for run in runs if not run or run[-1] < one), key=len), one])
    return set(max(runs, key=len))


def made(change: Change) -> set[tuple[str, str, tuple[str, ...]]]:
    """What was made: label before and after of each article, and what happened to it."""
    before = {article.identity: article for article in change.before.articles}  # type: ignore[attr-defined]
    still = staying([getattr(article, "identity", None) for article in change.after.articles])
    found = set()
    for article in change.after.articles:
        old = before.pop(getattr(article, "identity", None), None)
        if old is None:
            found.add(("", article.label, ("added",)))
            continue
        kinds = ("changed",) if text(old) != text(article) else ()
        kinds += ("renumbered",) if old.label != article.label else ()
        kinds += ("moved",) if article.identity not in still else ()  # type: ignore[attr-defined]
        found.add((old.label, article.label, kinds))
    return found | {(article.label, "", ("gone",)) for article in before.values()}


def told(comparison: Comparison) -> set[tuple[str, str, tuple[str, ...]]]:
    rows = [row for row in comparison.rows if row.unit == "article"]
    return {
        ("、".join(one.label for one in row.old), "、".join(one.label for one in row.new), tuple(row.changes))
        for row in rows
    }


def decision(form: str, seed: int) -> policyparse.Decision:
    document = policyparse.parse(amending.make(form, seed).text)
    assert isinstance(document, policyparse.Decision)
    return document


@pytest.mark.parametrize(("form", "number"), CASES, ids=[f"{form}/{seed}" for form, seed in CASES])
def test_the_comparison_is_what_was_made(form: str, number: int) -> None:
    """Without the decision where words decide it; an article that gets new words and a new number needs it."""
    change, head = changed(form, number)
    old, new = parsed(head, change.before.body()), parsed(head, change.after.body())
    orders = decision(form, number) if form == "renumber and replace" else None
    assert told(policyparse.compare(old, new, amending=orders)) == made(change)


@pytest.mark.parametrize(("form", "number"), CASES, ids=[f"{form}/{seed}" for form, seed in CASES])
def test_the_changed_words_lead_from_one_version_to_the_other(form: str, number: int) -> None:
    change, head = changed(form, number)
    comparison = policyparse.compare(parsed(head, change.before.body()), parsed(head, change.after.body()))
    for row in comparison.walk():
        same = ["".join(w.text for one in side for w in one.words if not w.changed) for side in (row.old, row.new)]
        assert same[0] == same[1]
        for one in (*row.old, *row.new):
            assert not one.words or "".join(word.text for word in one.words) == one.text


@pytest.mark.parametrize(("form", "number"), CASES, ids=[f"{form}/{seed}" for form, seed in CASES])
def test_apply_amendments_and_compare_agree(form: str, number: int) -> None:
    """What the decision makes of the base differs from the base in what was made, and from the printed result in nothing."""
    change, head = changed(form, number)
    orders, old = decision(form, number), parsed(head, change.before.body())
    applied = policyparse.apply_amendments(old, orders)
    refused = [diagnostic for diagnostic in applied.diagnostics if diagnostic.code == "PP410"]
    assert refused == []
    given = None if form == MERGED else orders
    assert told(policyparse.compare(old, applied, amending=given)) == made(change)
    assert not policyparse.compare(applied, parsed(head, change.after.body()))
