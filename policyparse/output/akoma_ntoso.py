"""Decisions and official documents as Akoma Ntoso 3.0 (OASIS LegalDocML): an act with its hierarchy, or a doc.

编 part, 分编 subpart, 章 chapter, 节 section, 条 article, 款 paragraph, 项 point, 目 indent; the points of an official
document are points. What has something under it is `intro` and its members, else `content`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from policyparse.knowledge.fold import fold
from policyparse.language.labels import DIVISION_LEVELS, match_label
from policyparse.model.base import Span
from policyparse.model.content import AttachedDecision, Attachment, Content, DecisionContent, OfficialContent
from policyparse.model.official import Point
from policyparse.model.provisions import Article, Citation, Item
from policyparse.output.akn_identification import NAMESPACE, add, add_meta, subtype_of, work_uri, xml_text
from policyparse.output.comparison.columns import printed_label
from policyparse.output.comparison.provisions import responsibility_text
from policyparse.output.document_names import title_key
from policyparse.output.identifiers import provision_ids
from policyparse.output.table_files import require

if TYPE_CHECKING:
    from lxml.etree import _Element


def akoma_ntoso(document: Content, *, known: Iterable[Content] = ()) -> str:
    """Write a decision or an official document as Akoma Ntoso 3.0.

    Args:
        document: The document, or one that is attached to another.
        known: Other documents; a citation of one of their provisions gets its IRI.

    Returns:
        An XML document that is valid against the schema of OASIS (akomantoso30.xsd).

    Raises:
        MissingExtra: lxml (extra `akn`) is not installed.
        ValueError: The document is a meeting or a report, which has no provisions.
    """
    require("lxml", "akn")
    from lxml import etree

    if not isinstance(document, DecisionContent | OfficialContent):
        raise ValueError(f"a {document.kind} has no provisions; Akoma Ntoso takes decisions and official documents")
    root: _Element = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    _Writer(document, {title_key(c.title): work_uri(c) for c in known if c.title}).write(root)
    text: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0"?>\n{text}'


class _Writer:
    """Writes a document, alone or attached.

    Args:
        document: The document.
        known: IRIs of other documents by the keys of their titles.
        part: The eId under which it is attached.
        root: Its JSON Pointer.
    """

    def __init__(
        self, document: DecisionContent | OfficialContent, known: Mapping[str, str], part: str = "", root: str = ""
    ) -> None:
        self.document, self.known, self.part, self.root = document, known, part, root
        self.ids = provision_ids(document)

    def write(self, parent: "_Element") -> None:
        """Add the document to its parent."""
        document = self.document
        is_act = isinstance(document, DecisionContent)
        element = add(parent, "act" if is_act else "doc", name=subtype_of(document), contains=self._contains())
        add_meta(element, document, self.part)
        self._add_preface(element)
        if isinstance(document, DecisionContent):
            self._add_lines(element, "preamble", document.preamble)
            self._add_body(add(element, "body"), document)
        else:
            self._add_lines(element, "preamble", document.opening if document.points else None)
            self._add_main_body(add(element, "mainBody"), document)
        self._add_conclusions(element)
        self._add_attachments(element)

    def _contains(self) -> str:
        history = getattr(self.document, "history", ())
        amended = any(event.action in ("amended", "revised") for event in history)
        return "singleVersion" if amended else "originalVersion"

    def _eid(self, eid: str) -> str:
        return f"{self.part}__{eid}" if self.part else eid

    def _add_preface(self, parent: "_Element") -> None:
        document = self.document
        lines: list[tuple[str, str]] = []
        if document.title:
            lines.append(("docTitle", document.title))
        if document.subtitle:
            lines.append(("", document.subtitle))
        number = document.document_number or getattr(document, "notice_label", None)
        if number:
            lines.append(("docNumber", number))
        told = ""
        for event in getattr(document, "history", ()):
            lines += [] if event.text in told else [("", event.text)]
            told += f"{event.text}\n"
        if document.addressees:
            lines.append(("", "，".join(document.addressees) + "："))
        if not lines:
            return
        preface = add(parent, "preface")
        for name, text in lines:
            paragraph = add(preface, "p", "" if name else text)
            if name:
                add(paragraph, name, text)

    def _add_lines(self, parent: "_Element", name: str, text: str | None) -> None:
        lines = _lines(text)
        if lines:
            element = add(parent, name)
            for line in lines:
                self._add_text(element, line, self.document.citations)

    # ------------------------------------------------------------------ acts

    def _add_body(self, body: "_Element", document: DecisionContent) -> None:
        open_divisions: list[tuple[int, _Element]] = []
        put = 0

        def divisions(until: int) -> None:
            nonlocal put
            for i in range(put, until):
                division = document.divisions[i]
                level = DIVISION_LEVELS[division.kind]
                while open_divisions and open_divisions[-1][0] >= level:
                    open_divisions.pop()
                above = open_divisions[-1][1] if open_divisions else body
                element = add(above, division.kind, eId=self._eid(self.ids[f"/divisions/{i}"]))
                add(element, "num", printed_label(division.label).strip())
                if division.title:
                    add(element, "heading", division.title)
                open_divisions.append((level, element))
            put = max(put, until)

        for i, article in enumerate(document.articles):
            if article.division is not None:
                divisions(article.division + 1)
            self._add_article(open_divisions[-1][1] if open_divisions else body, article, f"/articles/{i}")
        divisions(len(document.divisions))
        if not len(body):
            add(add(add(body, "hcontainer", name="body", eId=self._eid("body")), "content"), "p")

    def _add_article(self, parent: "_Element", article: Article, pointer: str) -> None:
        element = add(parent, "article", eId=self._eid(self.ids[pointer]))
        add(element, "num", printed_label(article.label).strip())
        if article.heading:
            add(element, "heading", article.heading)
        for j, paragraph in enumerate(article.paragraphs):
            at = f"{pointer}/paragraphs/{j}"
            below = add(element, "paragraph", eId=self._eid(self.ids[at]))
            self._fill(below, paragraph.text, paragraph.items, at, article.citations, paragraph.span, "point")

    def _fill(
        self,
        element: "_Element",
        text: str,
        items: Sequence[Item],
        pointer: str,
        citations: Sequence[Citation],
        span: Span,
        name: str,
    ) -> None:
        """The text of a paragraph or an item, and the items under it."""
        before = items[0].span.start if items else span.end
        own = [c for c in citations if span.start <= c.span.start < max(before, span.start + 1)]
        lines = _lines(text)
        if not items:
            content = add(element, "content")
            for line in lines or [""]:
                self._add_text(content, line, own)
            return
        if lines:
            intro = add(element, "intro")
            for line in lines:
                self._add_text(intro, line, own)
        for i, item in enumerate(items):
            at = f"{pointer}/items/{i}"
            below = add(element, name, eId=self._eid(self.ids[at]))
            add(below, "num", item.label)
            self._fill(below, item.text, item.items, at, citations, item.span, "indent")

    # ------------------------------------------------------------------ official documents

    def _add_main_body(self, body: "_Element", document: OfficialContent) -> None:
        if not document.points:
            for line in _lines(document.opening):
                self._add_text(body, line, document.citations)
        self._add_points(body, document.points, "/points")
        for appointment in document.appointments:
            word = "任命" if appointment.action == "appoint" else "免去"
            add(body, "p", f"{word}{appointment.name} {appointment.office}")
        for member in document.members:
            add(body, "p", " ".join(filter(None, (member.role, member.name, member.position))))
        if not len(body):
            add(body, "p")

    def _add_points(self, parent: "_Element", points: Sequence[Point], pointer: str) -> None:
        for i, point in enumerate(points):
            at = f"{pointer}/{i}"
            element = add(parent, "point", eId=self._eid(self.ids[at]))
            add(element, "num", printed_label(point.label).strip())
            if point.heading:
                add(element, "heading", point.heading)
            lines = _lines(point.text)
            named = [responsibility_text(r) for r in point.responsibilities if r.units]
            if point.points:
                self._add_block(element, "intro", lines, point.citations)
                self._add_points(element, point.points, f"{at}/points")
                self._add_block(element, "wrapUp", named, ())
            else:
                self._add_block(element, "content", [*lines, *named], point.citations)

    def _add_block(self, parent: "_Element", name: str, lines: Sequence[str], citations: Sequence[Citation]) -> None:
        if lines:
            element = add(parent, name)
            for line in lines:
                self._add_text(element, line, citations)

    # ------------------------------------------------------------------ ends

    def _add_conclusions(self, parent: "_Element") -> None:
        closing, signatures = _lines(self.document.closing), self.document.signatures
        if not closing and not signatures:
            return
        element = add(parent, "conclusions")
        for line in closing:
            self._add_text(element, line, self.document.citations)
        for signature in signatures:
            paragraph = add(element, "p")
            add(paragraph, "signature", signature.body)
            if signature.on:
                on = signature.on
                add(paragraph, "docDate", f"{on.year}年{on.month}月{on.day}日", date=on.isoformat())

    def _add_attachments(self, parent: "_Element") -> None:
        document = self.document
        if not document.annexes and not document.attachments:
            return
        element = add(parent, "attachments")
        n = 0
        for n, annex in enumerate(document.annexes, start=1):
            self._add_plain(element, n, annex.label, annex.title, annex.text)
        for i, attachment in enumerate(document.attachments):
            self._add_attachment(element, n + 1 + i, attachment, f"{self.root}/attachments/{i}/document")

    def _add_attachment(self, parent: "_Element", n: int, attachment: Attachment, root: str) -> None:
        if attachment.document is None:
            self._add_plain(parent, n, attachment.label, attachment.title, attachment.text or "")
            return
        part = self._eid(f"att_{n}")
        element = add(parent, "attachment", eId=part)
        if attachment.label:
            add(element, "num", attachment.label)
        _Writer(attachment.document, self.known, part, root).write(element)

    def _add_plain(self, parent: "_Element", n: int, label: str | None, title: str | None, text: str) -> None:
        """An annex that is no document of its own."""
        part = self._eid(f"att_{n}")
        element = add(parent, "attachment", eId=part)
        if label:
            add(element, "num", label)
        if title:
            add(element, "heading", title)
        plain = add(element, "doc", name="annex")
        add_meta(plain, AttachedDecision(title=title, instrument="other", issuer=self.document_issuer()), part)
        body = add(plain, "mainBody")
        for line in _lines(text) or [""]:
            add(body, "p", line)

    def document_issuer(self) -> str | None:
        """Who issues the annexes: who issues the document."""
        document = self.document
        return document.issuer if isinstance(document, DecisionContent) else next(iter(document.issuers), None)

    # ------------------------------------------------------------------ text

    def _add_text(self, parent: "_Element", text: str, citations: Sequence[Citation]) -> None:
        """A line with its references; one whose provision is not known stays words."""
        paragraph = add(parent, "p")
        end = 0
        last: _Element | None = None
        for start, stop, attributes in self._references(text, citations):
            _append(paragraph, last, text[end:start])
            name = "rref" if "from" in attributes else "ref"
            last, end = add(paragraph, name, text[start:stop], **attributes), stop
        _append(paragraph, last, text[end:])

    def _references(self, text: str, citations: Sequence[Citation]) -> Iterator[tuple[int, int, dict[str, str]]]:
        """Places in a line of citations that lead somewhere, in order, none inside another."""
        end = 0
        for citation in sorted(citations, key=lambda c: (c.span.start, -c.span.end)):
            attributes = self._target(citation)
            start = text.find(citation.text, end) if attributes and citation.text else -1
            if start >= 0:
                end = start + len(citation.text)
                yield start, end, attributes

    def _target(self, citation: Citation) -> dict[str, str]:
        if citation.target == "external":
            work = self.known.get(title_key(citation.title or ""))
            portion = _portion(citation)
            return {"href": f"{work}/~{portion}" if portion else work} if work else {}
        if citation.pointer is None or not citation.pointer.startswith(f"{self.root}/"):
            return {}
        eid = self.ids.get(citation.pointer.removeprefix(self.root))
        if eid is None:
            return {}
        last = next((a for a in self._articles() if a[0] == citation.through), None)
        if last is not None and not citation.paragraph and not citation.item:
            return {"from": f"#{self._eid(eid)}", "upTo": f"#{self._eid(last[1])}"}
        return {"href": f"#{self._eid(eid)}"}

    def _articles(self) -> Iterator[tuple[str, str]]:
        """Label and eId of each article."""
        if isinstance(self.document, DecisionContent):
            for i, article in enumerate(self.document.articles):
                yield article.label, self.ids[f"/articles/{i}"]


def _portion(citation: Citation) -> str:
    """The eId of a provision of another document: art_8__para_2__point_1."""
    article = match_label(fold(citation.article or ""))
    if article is None or article.kind != "article":
        return ""
    portion = f"art_{article.number}" + (f"-{article.suffix}" if article.suffix else "")
    portion += f"__para_{citation.paragraph}" if citation.paragraph else ""
    item = match_label(fold((citation.item or "").removeprefix("第").removesuffix("项")))
    return f"{portion}__point_{item.number}" if item and citation.paragraph else portion


def _lines(text: str | None) -> list[str]:
    return [line for line in (text or "").split("\n") if line.strip()]


def _append(paragraph: "_Element", last: "_Element | None", text: str) -> None:
    """Put text behind the last element of a paragraph, or at its start."""
    if last is None:
        paragraph.text = xml_text(text) or None
    else:
        last.tail = xml_text(text) or None
