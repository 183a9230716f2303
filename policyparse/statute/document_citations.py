"""Documents that a text names outside its articles and points: in news, in minutes, in a preamble."""

from collections.abc import Iterable

from policyparse.language.citations import find_citations
from policyparse.language.cited_documents import Reference
from policyparse.language.places import ARTICLE, ITEM, PARAGRAPH
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import CitationDraft
from policyparse.page.layout import Page, Role
from policyparse.statute.cited_titles import Titles
from policyparse.statute.references import draft_citation

_BODY = (Role.PARAGRAPH, Role.HEADING)
"""Roles of the lines whose citations are the text's own."""


def find_document_citations(
    page: Page, stretches: Iterable[Extent] | None = None, title: str | None = None
) -> list[CitationDraft]:
    """Find the documents that a text names, each place of each document once, in order of the text.

    A place of no document (第三条) is none here: which it is, only the document that has it can say.

    Args:
        page: The page.
        stretches: Where to look; the paragraphs and headings of the body where None.
        title: The title of the document itself, which it does not cite.
    """
    titles = Titles(page.folded, Diagnostics())
    places = [block.extent for block in page.blocks if block.role in _BODY] if stretches is None else stretches
    found: dict[tuple[object, ...], CitationDraft] = {}
    for start, end in places:
        for reference in find_citations(page.folded, start, end):
            if reference.whose == "named":
                citation = _citation(page, reference, titles.full(reference))
                key = tuple(citation.get(name) for name in ("title", "division", "article", "paragraph", "item"))
                if citation["title"] != title:
                    found.setdefault(key, citation)
    return list(found.values())


def find_citations_around(page: Page, draft: DecisionContentDraft) -> list[CitationDraft]:
    """Find the documents that a decision names outside its articles: in its preamble, its closing and its annexes.

    Args:
        page: The page.
        draft: The draft with its title, texts and annexes.
    """
    around = [draft["evidence"].get(pointer) for pointer in ("/preamble", "/closing")]
    around += [annex["span"] for annex in draft["annexes"]]
    return find_document_citations(page, filter(None, around), draft["title"])


def _citation(page: Page, reference: Reference, title: str) -> CitationDraft:
    citation = draft_citation(page.text, (reference.start, reference.end))
    citation["title"] = title
    division = "".join(step.text for step in reference.steps if step.level < ARTICLE)
    citation["division"] = division or None
    for step in reference.steps:
        if step.level == ARTICLE:
            citation["article"] = step.text
        elif step.level == PARAGRAPH:
            citation["paragraph"] = max(step.number, 1)
        elif step.level == ITEM:
            citation["item"] = step.text
    citation["through"] = reference.through.text if reference.through else None
    return citation
