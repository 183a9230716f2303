"""The provisions and other passages of documents, each with its identifier, its label and its text.

A provision is an article, a paragraph or an item of a decision, or a point of an official document. Its label says
the whole way to it: 第十二条第二款第（一）项; a point of a point has the labels of both: 二（一）. A passage is what
else can be quoted: preamble, opening, closing, annexes; of news and meetings the paragraphs, or what was said where the
document was parsed without its text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from policyparse.language.labels import format_label
from policyparse.model.base import Span
from policyparse.model.briefing import NewsBriefing
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.meeting import Meeting
from policyparse.model.official import Point
from policyparse.model.provisions import Article, Item
from policyparse.model.speech import Spoken
from policyparse.output.identifiers import provision_ids, version_id


@dataclass(frozen=True, slots=True)
class Provision:
    """An article, paragraph, item or point of a document, or another passage of it.

    Attributes:
        id: Its identifier.
        title: Title of its document.
        label: Its label as printed, with those above it: 第12条第二款.
        place: The same as others cite it, whatever its document prints: 第十二条第二款; empty for a passage.
        text: Its text, with what stands under it.
        pointer: Its JSON Pointer.
        span: Its place.
        document: Digest of its document.
    """

    id: str
    title: str
    label: str
    place: str
    text: str
    pointer: str
    span: Span
    document: str


FIELDS = {"preamble": "序言", "opening": "开头", "closing": "结尾"}
"""The fields of text beside the provisions, with their names."""

_UNITS = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}
_Make: TypeAlias = Callable[[str, str, str, str, Span], Provision]


def provisions_of(content: Content, digest: str, root: str = "") -> Iterator[Provision]:
    """The provisions and passages of a document, without those of documents attached to it.

    Args:
        content: The document.
        digest: Digest of the document that was parsed.
        root: JSON Pointer of `content` in it.
    """
    version, ids, title = version_id(content), provision_ids(content), content.title or ""

    def made(label: str, place: str, text: str, pointer: str, span: Span) -> Provision:
        return Provision(f"{version}#{ids[pointer]}", title, label, place, text, root + pointer, span, digest)

    if isinstance(content, DecisionContent):
        for i, article in enumerate(content.articles):
            yield from _of_article(article, f"/articles/{i}", made)
    elif isinstance(content, OfficialContent):
        yield from _points(content.points, "/points", "", made)
    for name, label, text, pointer, span in _passages(content, root):
        yield Provision(f"{version}#{name}", title, label, "", text, root + pointer, span, digest)


def _passages(content: Content, root: str) -> Iterator[tuple[str, str, str, str, Span]]:
    """What can be quoted beside the provisions: name, label, text, pointer and place of each passage."""
    for name, label in FIELDS.items():
        text, span = getattr(content, name, None), content.evidence.get(f"{root}/{name}")
        if text and span:
            yield name, label, text, f"/{name}", span
    for i, annex in enumerate(getattr(content, "annexes", ())):
        if annex.text:
            yield f"annex_{i + 1}", annex.label, annex.text, f"/annexes/{i}", annex.span
    for i, attachment in enumerate(getattr(content, "attachments", ())):
        if attachment.text:
            yield (
                f"attachment_{i + 1}",
                attachment.label or "附件",
                attachment.text,
                f"/attachments/{i}",
                attachment.span,
            )
    if isinstance(content, Meeting | NewsBriefing):
        yield from _paragraphs(content)
    elif isinstance(content, Spoken):
        yield from _statements(content)


def _paragraphs(news: Meeting | NewsBriefing) -> Iterator[tuple[str, str, str, str, Span]]:
    """The paragraphs, and what was said as it was mended; the latter alone where there is no text."""
    if news.text is not None:
        for i, block in enumerate(news.blocks):
            if block.role == "paragraph":
                line = "".join(news.text[part.start : part.end] for part in block.parts)
                yield f"para_{i}", "", line, f"/blocks/{i}", block.span
    if news.text is None or news.repairs:
        yield from _statements(news)


def _statements(content: Spoken) -> Iterator[tuple[str, str, str, str, Span]]:
    for i, statement in enumerate(content.statements):
        yield f"statement_{i + 1}", statement.speaker, statement.text, f"/statements/{i}", statement.span


def divisions_of(content: Content, digest: str, root: str = "") -> Iterator[Provision]:
    """The parts, chapters and sections of a decision as provisions, with their heading as text.

    Args:
        content: The document.
        digest: Digest of the document that was parsed.
        root: JSON Pointer of `content` in it.
    """
    if not isinstance(content, DecisionContent):
        return
    version, ids, title = version_id(content), provision_ids(content), content.title or ""
    for i, division in enumerate(content.divisions):
        pointer, place = f"/divisions/{i}", format_label(_UNITS[division.kind], division.number)
        key = f"{version}#{ids[pointer]}"
        yield Provision(key, title, division.label, place, division.title, root + pointer, division.span, digest)


def attached_to(content: Content, root: str = "") -> Iterator[tuple[Content, str]]:
    """A document and all that are attached to it, each with its JSON Pointer."""
    yield content, root
    for i, attachment in enumerate(getattr(content, "attachments", ())):
        if attachment.document:
            yield from attached_to(attachment.document, f"{root}/attachments/{i}/document")


def article_text(article: Article) -> str:
    """The text of an article: its paragraphs and items, a line each."""
    return "\n".join(paragraph.text + _items_text(paragraph.items) for paragraph in article.paragraphs)


def _of_article(article: Article, pointer: str, made: _Make) -> Iterator[Provision]:
    place = format_label("条", article.number, article.suffix)
    yield made(article.label, place, article_text(article), pointer, article.span)
    for j, paragraph in enumerate(article.paragraphs):
        below, number = f"{pointer}/paragraphs/{j}", format_label("款", j + 1)
        text = paragraph.text + _items_text(paragraph.items)
        yield made(article.label + number, place + number, text, below, paragraph.span)
        yield from _items(paragraph.items, below, article.label + number, place + number, "项", made)


def _items(items: Iterable[Item], pointer: str, label: str, place: str, unit: str, made: _Make) -> Iterator[Provision]:
    for i, item in enumerate(items):
        own = format_label(unit, item.number)
        below = f"{pointer}/items/{i}"
        yield made(label + own, place + own, item.text + _items_text(item.items), below, item.span)
        yield from _items(item.items, below, label + own, place + own, "目", made)


def _points(points: Iterable[Point], pointer: str, above: str, made: _Make) -> Iterator[Provision]:
    for i, point in enumerate(points):
        label, place = above + point.label, f"{pointer}/{i}"
        yield made(label, label, _point_text(point), place, point.span)
        yield from _points(point.points, f"{place}/points", label, made)


def _items_text(items: Iterable[Item]) -> str:
    return "".join(f"\n{item.label}{item.text}{_items_text(item.items)}" for item in items)


def _point_text(point: Point) -> str:
    below = "".join(f"\n{p.label} {p.heading or ''}{_point_text(p)}" for p in point.points)
    return point.text + below
