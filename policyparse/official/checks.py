"""Checks of an official document: what is wrong or missing in its draft."""

from collections.abc import Sequence
from itertools import pairwise

from policyparse.language.gaps import gap_between
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.official import PointDraft
from policyparse.page.blocks import Page

_HANDS_ON = ("issues", "forwards", "approves")
"""Actions whose document stands below the letter."""


def check(page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
    """Report what is wrong in the draft.

    Args:
        page: The page.
        draft: The draft of an `OfficialDocument`.
        diagnostics: Takes the findings.
    """
    if draft.get("issued_on"):
        diagnostics.withdraw("PP203")  # the day of the document is what its dates count from
    _check_numbers(draft["points"], diagnostics)
    relation = draft.get("relation") or {}
    separated = draft["attachments"] or draft["annexes"]
    if relation.get("action") in _HANDS_ON and draft["points"] and not separated:
        place = draft["points"][0]["span"]
        diagnostics.add("PP421", f"{relation['title']} is not set apart from its letter", (place[0], place[0] + 1))
    if draft.get("draft"):
        diagnostics.add("PP422", "the title says that it is a draft", draft["evidence"].get("/title"))


def _check_numbers(points: Sequence[PointDraft], diagnostics: Diagnostics) -> None:
    """Report points whose numbers repeat or leave gaps."""
    for before, after in pairwise(points):
        step = after["number"] - before["number"]
        alike = _form(before["label"]) == _form(after["label"])
        place = (after["span"][0], after["span"][0] + len(after["label"]))
        if alike and step > 1:
            gap = gap_between(before["label"], after["label"], before["number"] + 1, after["number"] - 1)
            diagnostics.add("PP401", gap, place)
        elif alike and step == 0:
            diagnostics.add("PP402", f"{after['label']} stands more than once", place)
        elif alike and step < 0:
            diagnostics.add("PP413", f"{after['label']} stands after {before['label']}", place)
    for point in points:
        _check_numbers(point.get("points", []), diagnostics)


def _form(label: str) -> str:
    """The form of a label, whatever its number: 一, （一）, 1, （1）, ①."""
    bracketed = "（" if label[0] in "（(" else ""
    inner = label.strip("（）()")
    return bracketed + ("1" if inner.isascii() else "第" if inner.startswith("第") else "一")
