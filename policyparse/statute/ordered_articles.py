"""New articles that stand below the order that adds them (增加五条，……内容如下：)."""

from typing import cast

from policyparse.model.content import DecisionContentDraft
from policyparse.model.provisions import ArticleDraft, DivisionDraft, ParagraphDraft
from policyparse.page.layout import Page
from policyparse.statute.amended import amends

_ORDER_LENGTH = 200
"""Length of the end of an order in which its words are looked for, in characters."""


def join_new_articles(page: Page, draft: DecisionContentDraft) -> None:
    """New articles below their order (增加五条，……内容如下：) are text of its point, no articles of the decision.

    Args:
        page: The page.
        draft: The draft with its title, divisions and articles; what stands below an order goes to its article.
    """
    articles = draft["articles"]
    if not amends(draft["title"] or ""):
        return
    divisions = draft["divisions"]
    i = 0
    while i < len(articles):
        point = articles[i]
        i += 1
        following = articles[i : i + 1]
        if not following or following[0]["number"] == point["number"] + 1 or not _announces_articles(page, point):
            continue
        j = i
        while j < len(articles) and articles[j]["number"] != point["number"] + 1:
            j += 1
        last = articles[j - 1]["span"][1]
        within = [d for d in divisions if point["span"][1] <= d["span"][0] < last]
        nodes: list[ArticleDraft | DivisionDraft] = [*articles[i:j], *within]
        below = sorted(nodes, key=lambda node: node["span"][0])
        for node in below:
            point["paragraphs"] += _as_paragraphs(page, node)
        point["span"] = (point["span"][0], last)
        del articles[i:j]
        _remove_divisions(draft, within)


def _announces_articles(page: Page, point: ArticleDraft) -> bool:
    end = point["span"][1]
    line = page.folded[max(point["span"][0], end - _ORDER_LENGTH) : end].rstrip()
    return line.endswith("如下：") and "增加" in line


def _as_paragraphs(page: Page, node: ArticleDraft | DivisionDraft) -> list[ParagraphDraft]:
    """A division or an article as paragraphs of the point that orders it, its label in front."""
    start, end = node["span"]
    paragraphs = cast(ArticleDraft, node).get("paragraphs", [])  # a division has none
    if not paragraphs:
        return [{"text": page.text[start:end], "items": [], "span": (start, end)}]
    first = paragraphs[0]
    text = page.text[start : first["span"][0]] + first["text"]
    return [first | {"text": text, "span": (start, first["span"][1])}, *paragraphs[1:]]


def _remove_divisions(draft: DecisionContentDraft, removed: list[DivisionDraft]) -> None:
    if not removed:
        return
    kept = [d for d in draft["divisions"] if not any(d is r for r in removed)]
    index = {id(d): i for i, d in enumerate(kept)}
    for article in draft["articles"]:
        if article["division"] is not None:
            article["division"] = index.get(id(draft["divisions"][article["division"]]))
    draft["divisions"][:] = kept
