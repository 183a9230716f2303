"""The outline of a document: links to its headings, divisions, articles, points and attachments."""

from collections.abc import Iterator, Sequence

from policyparse.model.content import Attachment
from policyparse.model.document import Document
from policyparse.model.official import Point
from policyparse.model.page import Section
from policyparse.model.provisions import Annex, Article, Division
from policyparse.output.review.marks import Entry
from policyparse.output.review.text import escaped
from policyparse.output.review.values import value_at

DEEPEST_POINT = 2
"""Lowest level of points in the outline."""

WORDS = 18
"""Length of the words that stand for what has no heading, in characters."""

_DEPTHS = {"part": 1, "subpart": 2, "chapter": 2, "section": 3}


def render_outline(document: Document, entries: Sequence[Entry]) -> str:
    """The outline as a list of links, empty where there is nothing to link to."""
    return "".join(
        f'<a class="o{depth}" href="#{escaped(entry.pointer)}" title="{escaped(label)}">{escaped(label)}</a>'
        for entry in entries
        if entry.places
        for depth, label in _line(value_at(document, entry.pointer))
    )


def _line(node: object) -> Iterator[tuple[int, str]]:
    match node:
        case Section():
            yield min(node.level, 4), node.heading
        case Division():
            yield _DEPTHS[node.kind], f"{node.label} {node.title}"
        case Article():
            lead = node.paragraphs[0].text if node.paragraphs else ""
            yield 4, f"{node.label} {node.heading or lead[:WORDS]}"
        case Point() if node.level <= DEEPEST_POINT:
            yield 2 + node.level, f"{node.label} {node.heading or node.text[:WORDS]}"
        case Attachment() | Annex():
            yield 1, " ".join(part for part in (node.label, node.title) if part)
