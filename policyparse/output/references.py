"""What a document does with others: what it repeals, amends, is based on, answers and cites, as it says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from policyparse.knowledge.fold import fold
from policyparse.language.legal_bases import is_basis, is_received
from policyparse.model.base import Span
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.official import Point
from policyparse.model.provisions import Citation
from policyparse.output.cited_places import CitedPlace, last_of_range, place_of_citation
from policyparse.output.document_names import title_key
from policyparse.output.provisions import article_text

Action: TypeAlias = Literal["repeals", "amends", "based_on", "replies_to", "cites"]
"""What one document does with another: 废止, 修改, 根据, 答复, 引用."""

_OF_RELATION: dict[str, Action] = {"amends": "amends", "repeals": "repeals", "replies": "replies_to"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A document, or a place of one, to which another refers.

    Attributes:
        action: What is done with it.
        title: Title or number as cited.
        place: The place that is meant.
        last: Last place of a range, None where it is none.
        pointer: JSON Pointer of what says so.
        provision: JSON Pointer of the article or point in which it stands, None outside of them.
        text: The words, as printed.
        span: Their place, None where they have none.
    """

    action: Action
    title: str
    place: CitedPlace
    last: CitedPlace | None
    pointer: str
    provision: str | None
    text: str
    span: Span | None


def references_of(content: Content, root: str = "") -> Iterator[Reference]:
    """The references of a document to others, without those of documents attached to it.

    A document that is repealed, amended or answered is not said to be cited as well.

    Args:
        content: The document.
        root: JSON Pointer of the document in the one that was parsed.
    """
    done: set[str] = set()
    for found in (*_repealed(content, root), *_amended(content, root), *_related(content, root)):
        key = title_key(found.title)
        if found.pointer.endswith("/relation") and key in done:
            continue
        done.add(key)
        yield found
    for citation, passage, pointer, provision in _citations(content, root):
        if citation.target == "external" and citation.title and title_key(citation.title) not in done:
            yield _made(_action(citation, passage, content), citation, pointer, provision)


def _made(action: Action, citation: Citation, pointer: str, provision: str | None = None) -> Reference:
    return Reference(
        action,
        citation.title or "",
        place_of_citation(citation),
        last_of_range(citation),
        pointer,
        provision,
        citation.text,
        citation.span,
    )


def _repealed(content: Content, root: str) -> Iterator[Reference]:
    for i, citation in enumerate(getattr(content, "repealed", ())):
        if citation.title:
            yield _made("repeals", citation, f"{root}/repealed/{i}")


def _amended(content: Content, root: str) -> Iterator[Reference]:
    """What a decision amends, each place once."""
    seen: set[tuple[str, CitedPlace]] = set()
    for i, amendment in enumerate(getattr(content, "amendments", ())):
        target: Citation = amendment.target
        key = (target.title or "", place_of_citation(target))
        if target.title and key not in seen:
            seen.add(key)
            yield _made("amends", target, f"{root}/amendments/{i}/target")


def _related(content: Content, root: str) -> Iterator[Reference]:
    """What an official document says in its title or opening that it does."""
    relation = content.relation if isinstance(content, OfficialContent) else None
    if relation is not None and relation.action in _OF_RELATION:
        span = content.evidence.get(f"{root}/relation/title")
        action = _OF_RELATION[relation.action]
        yield Reference(action, relation.title, CitedPlace(), None, f"{root}/relation", None, relation.title, span)


def _citations(content: Content, root: str) -> Iterator[tuple[Citation, str, str, str | None]]:
    """The citations, each with the text around it, its JSON Pointer and that of its article or point."""
    fields = (getattr(content, name, None) for name in ("preamble", "opening", "closing"))
    around = fold("\n".join(text for text in fields if text))
    for i, citation in enumerate(content.citations):
        yield citation, around, f"{root}/citations/{i}", None
    if isinstance(content, DecisionContent):
        for i, article in enumerate(content.articles):
            text, pointer = fold(article_text(article)) if article.citations else "", f"{root}/articles/{i}"
            for j, citation in enumerate(article.citations):
                yield citation, text, f"{pointer}/citations/{j}", pointer
    elif isinstance(content, OfficialContent):
        yield from _of_points(content.points, f"{root}/points")


def _of_points(points: Iterable[Point], pointer: str) -> Iterator[tuple[Citation, str, str, str | None]]:
    for i, point in enumerate(points):
        place = f"{pointer}/{i}"
        text = fold(point.text) if point.citations else ""
        for j, citation in enumerate(point.citations):
            yield citation, text, f"{place}/citations/{j}", place
        yield from _of_points(point.points, f"{place}/points")


def _action(citation: Citation, passage: str, content: Content) -> Action:
    words = fold(citation.text)
    start = passage.find(words)
    if start < 0:
        return "cites"
    end = start + len(words)
    if (
        isinstance(content, OfficialContent)
        and content.genre in ("reply", "letter")
        and is_received(passage, start, end)
    ):
        return "replies_to"
    return "based_on" if is_basis(passage, start, end) else "cites"
