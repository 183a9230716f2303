"""Chunks for retrieval: a provision each, with its breadcrumb, its identifier and its place."""

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from policyparse.model.arguments import expect
from policyparse.model.base import Model, Span
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.model.official import Point
from policyparse.model.provisions import Article, Citation, Item
from policyparse.output.identifiers import provision_ids, version_id

LENGTH = 800
"""Usual maximum length of a chunk, in characters."""

_PIECE = re.compile(r"[^。；！？\n]{0,2000}(?:[。；！？]|\n|(?=[^。；！？\n])|$)")


class Chunk(Model):
    """A stretch of a document for retrieval (检索片段): a provision, or a part of one that is too long."""

    id: str = Field(description="Identifier of the provision (标识): work, version and eId.")
    breadcrumb: list[str] = Field(description="Title and headings above it, from the top down (所在位置).")
    text: str = Field(description="Text without the breadcrumb (内容).")
    citations: list[Citation] = Field(default_factory=list, description="References in it (引用).")
    part: int = Field(default=1, ge=1, description="Which part of the provision it is (第几段).")
    parts: int = Field(default=1, ge=1, description="How many parts the provision has (共几段).")
    pointer: str = Field(description="JSON Pointer of the provision in its document (字段).")
    span: Span = Field(description="Place of the provision (原文位置).")
    document: str = Field(description="Digest of the document (文件摘要).")


def chunks(document: Document, *, max_chars: int = LENGTH) -> list[Chunk]:
    """Cut a document into chunks along its provisions; no chunk holds text of two articles.

    A point whose points fit with it is one chunk; otherwise it gives one of its own and each point below it others.
    What is longer than `max_chars` is cut between paragraphs, items, then sentences, and only a longer sentence inside.

    Args:
        document: A document; one that is no decision and no official document has to be parsed with its text
            (`with_text=True`).
        max_chars: Maximum length of a chunk's text, in characters.

    Returns:
        The chunks in the order of the text; attached documents come after the document itself.

    Raises:
        TypeError: An argument is of another type.
        ValueError: `max_chars` is less than 20, or the text is missing where it is needed.
    """
    expect(document, Document, "document")
    expect(max_chars, int, "max_chars")
    if max_chars < 20:
        raise ValueError("max_chars must be at least 20")
    return list(_Cutter(document, max_chars).cut(document, "", []))


class _Cutter:
    def __init__(self, document: Document, max_chars: int) -> None:
        self.document = document
        self.max_chars = max_chars

    def cut(self, content: Content, root: str, above: list[str]) -> Iterator[Chunk]:
        """The chunks of a document, or of one that is attached to it."""
        ids, version = provision_ids(content), version_id(content)
        trail = [*above, *([content.title] if content.title else [])]
        if isinstance(content, DecisionContent):
            yield from self._field(content, root, version, trail, "preamble")
            for i, article in enumerate(content.articles):
                pointer = f"/articles/{i}"
                headings = [*trail, *_divisions_above(content, article)]
                name = article.label + (f" {article.heading}" if article.heading else "")
                yield from self._chunks(
                    f"{version}#{ids[pointer]}",
                    [*headings, name],
                    _article_pieces(article),
                    article.citations,
                    root + pointer,
                    article.span,
                )
        elif isinstance(content, OfficialContent):
            yield from self._field(content, root, version, trail, "opening")
            for i, point in enumerate(content.points):
                yield from self._point(point, f"/points/{i}", root, version, ids, trail)
        elif isinstance(content, Document):
            yield from self._paragraphs(content, version, trail)
        if isinstance(content, DecisionContent | OfficialContent):
            yield from self._field(content, root, version, trail, "closing")
            for i, attachment in enumerate(content.attachments):
                if attachment.document:
                    yield from self.cut(attachment.document, f"{root}/attachments/{i}/document", trail)

    def _point(
        self, point: Point, pointer: str, root: str, version: str, ids: dict[str, str], above: list[str]
    ) -> Iterator[Chunk]:
        name = f"{point.label} {point.heading}" if point.heading else point.label
        trail, key = [*above, name], f"{version}#{ids[pointer]}"
        whole = _point_pieces(point)
        if not point.points or sum(map(len, whole)) <= self.max_chars:
            yield from self._chunks(key, trail, whole, _point_citations(point), root + pointer, point.span)
            return
        if point.text:
            yield from self._chunks(key, trail, _lines(point.text), point.citations, root + pointer, point.span)
        for i, below in enumerate(point.points):
            yield from self._point(below, f"{pointer}/points/{i}", root, version, ids, trail)

    def _field(self, content: Content, root: str, version: str, trail: list[str], name: str) -> Iterator[Chunk]:
        text, span = getattr(content, name, None), content.evidence.get(f"{root}/{name}")
        if text and span:
            yield from self._chunks(f"{version}#{name}", trail, _lines(text), [], f"{root}/{name}", span)

    def _paragraphs(self, document: Document, version: str, trail: list[str]) -> Iterator[Chunk]:
        """Paragraphs under one heading, as many as fit into a chunk."""
        text = document.text
        if text is None:
            raise ValueError(f"the text of a {document.kind} is needed; parse it with with_text=True")
        heading: list[str] = []
        held: list[tuple[str, int, Span]] = []

        def release() -> Iterator[Chunk]:
            if held:
                span = Span(start=held[0][2].start, end=held[-1][2].end)
                pieces = [piece for piece, _, _ in held]
                pointer = f"/blocks/{held[0][1]}"
                yield from self._chunks(f"{version}#para_{held[0][1]}", [*trail, *heading], pieces, [], pointer, span)
                held.clear()

        for i, block in enumerate(document.blocks):
            line = "".join(text[part.start : part.end] for part in block.parts)
            if block.role == "heading":
                yield from release()
                heading = [line]
            elif block.role in ("paragraph", "table"):
                piece = line if not held else f"\n{line}"
                if held and sum(len(p) for p, _, _ in held) + len(piece) > self.max_chars:
                    yield from release()
                    piece = line
                held.append((piece, i, block.span))
        yield from release()

    def _chunks(
        self,
        key: str,
        trail: list[str],
        pieces: Sequence[str],
        citations: Sequence[Citation],
        pointer: str,
        span: Span,
    ) -> Iterator[Chunk]:
        texts = _packed(pieces, self.max_chars)
        for n, text in enumerate(texts, start=1):
            yield Chunk(
                id=key,
                breadcrumb=trail,
                text=text,
                citations=[c for c in citations if c.text in text] if len(texts) > 1 else list(citations),
                part=n,
                parts=len(texts),
                pointer=pointer,
                span=span,
                document=self.document.digest,
            )


def _packed(pieces: Sequence[str], max_chars: int) -> list[str]:
    """Pieces put together to texts of at most `max_chars`; put together, the texts are the pieces again."""
    texts: list[str] = []
    held = ""
    for piece in pieces:
        if held and len(held) + len(piece) > max_chars:
            texts.append(held)
            held = ""
        if len(piece) <= max_chars:
            held += piece
            continue
        smaller = [match[0] for match in _PIECE.finditer(piece) if match[0]]
        if len(smaller) == 1:
            smaller = [piece[i : i + max_chars] for i in range(0, len(piece), max_chars)]
        *full, held = _packed([held, *smaller] if held else smaller, max_chars)
        texts += full
    return [*texts, held] if held or not texts else texts


def _article_pieces(article: Article) -> list[str]:
    """The lines of an article: paragraphs and items, each line but the first after a line feed."""
    lines: list[str] = []
    for paragraph in article.paragraphs:
        lines += [paragraph.text, *_item_lines(paragraph.items)]
    return _joined(lines)


def _item_lines(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield item.label + item.text
        yield from _item_lines(item.items)


def _point_pieces(point: Point) -> list[str]:
    """The lines of a point: its text, then each point below it with label and heading."""
    lines = point.text.split("\n") if point.text else []
    for below in point.points:
        head = f"{below.label} {below.heading}" if below.heading else below.label
        first, *rest = _point_pieces(below) or [""]
        lines += [f"{head} {first}".rstrip(), *(line.removeprefix("\n") for line in rest)]
    return _joined(lines)


def _point_citations(point: Point) -> list[Citation]:
    return [*point.citations, *(c for below in point.points for c in _point_citations(below))]


def _lines(text: str) -> list[str]:
    return _joined(text.split("\n"))


def _joined(lines: Sequence[str]) -> list[str]:
    return [line if i == 0 else f"\n{line}" for i, line in enumerate(lines)]


def _divisions_above(content: DecisionContent, article: Article) -> list[str]:
    """The headings of the divisions in which an article stands, from the highest down."""
    if article.division is None:
        return []
    kinds = ("part", "subpart", "chapter", "section")
    trail: list[str] = []
    level = len(kinds)
    for division in reversed(content.divisions[: article.division + 1]):
        if kinds.index(division.kind) < level:
            level = kinds.index(division.kind)
            trail.append(f"{division.label} {division.title}".rstrip())
    return trail[::-1]
