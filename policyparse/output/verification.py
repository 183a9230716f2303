"""Verification of a text: whether what it cites is there, and whether what it quotes is said there."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal

from pydantic import Field

from policyparse.knowledge.fold import fold
from policyparse.language.citations import find_citations
from policyparse.language.cited_documents import Reference
from policyparse.language.clauses import sentence_start
from policyparse.language.document_titles import find_short_names
from policyparse.language.labels import format_label
from policyparse.language.quotations import find_quotations
from policyparse.model.base import Model, Span
from policyparse.model.document import Document
from policyparse.output.identifiers import version_id
from policyparse.output.provision_index import Provision, ProvisionIndex, word_key

ALIKE = 0.7
"""Least share of a quotation's pairs of characters that a provision has of which it is a changed form."""

SHORTEST_QUOTATION = 6
"""Minimum length of a quotation that is looked for, in characters without marks."""

_ARTICLE, _PARAGRAPH = 4, 5


class CheckedCitation(Model):
    """A citation of the text, looked up (引用核对)."""

    text: str = Field(description="The citation as printed (原文).")
    status: Literal["found", "no_such_provision", "not_in_corpus"] = Field(
        description="Whether the provision is there (核对结果); not_in_corpus says nothing about whether it exists."
    )
    ids: list[str] = Field(default_factory=list, description="Identifiers of the provisions or versions found (标识).")
    span: Span = Field(description="Its place (原文位置).")


class Difference(Model):
    """Words that a quotation has otherwise than its source (差异)."""

    quoted: str = Field(description="What the quotation says; empty where it leaves words out (引文).")
    printed: str = Field(description="What the source says; empty where the quotation adds words (原文).")


class CheckedQuotation(Model):
    """A quotation of the text, compared with its source (引文核对)."""

    text: str = Field(description="The quotation without its marks (引文).")
    status: Literal["equal", "different", "elsewhere", "not_in_corpus"] = Field(
        description="Said so at the place cited or, where none is, anywhere; said otherwise there; said so, but at "
        "another place than the one cited; nowhere in these documents (核对结果)."
    )
    ids: list[str] = Field(default_factory=list, description="Identifiers of the provisions compared (标识).")
    differences: list[Difference] = Field(default_factory=list, description="Where they differ (差异).")
    span: Span = Field(description="Its place (原文位置).")


class Verification(Model):
    """What was found of a text's citations and quotations (核对)."""

    citations: list[CheckedCitation] = Field(description="Citations in order (引用).")
    quotations: list[CheckedQuotation] = Field(description="Quotations in order (引文).")

    @property
    def holds(self) -> bool:
        """Whether all that the documents can tell is as the text says."""
        wrong = {"no_such_provision", "different", "elsewhere"}
        statuses: list[str] = [c.status for c in self.citations]
        statuses += [q.status for q in self.quotations]
        return wrong.isdisjoint(statuses)


def verify(text: str, documents: Iterable[Document] | ProvisionIndex) -> Verification:
    """Compare the citations and quotations of a text with documents.

    Args:
        text: The text, such as a language model or an author wrote.
        documents: The documents that it may cite, or an index of them.

    Returns:
        Each citation that names a document, and each quotation of at least six characters.
    """
    index = documents if isinstance(documents, ProvisionIndex) else ProvisionIndex(documents)
    folded = fold(text)
    shorts = {short.name: short.title for short in find_short_names(folded)}
    cited = [(r, shorts.get(r.title, r.title)) for r in find_citations(folded) if r.whose == "named" and r.title]
    citations = [_checked(reference, title, text, index) for reference, title in cited]
    places = [(r.start, _provisions(r, title, index)) for r, title in cited]
    return Verification(citations=citations, quotations=list(_quotations(text, folded, places, index)))


def _checked(reference: Reference, title: str, text: str, index: ProvisionIndex) -> CheckedCitation:
    documents = index.documents(title)
    ids = [p.id for p in _provisions(reference, title, index)]
    named = _article_of(reference) is not None
    status: Literal["found", "no_such_provision", "not_in_corpus"] = "not_in_corpus"
    if documents:
        status = "found" if ids or not named else "no_such_provision"
    return CheckedCitation(
        text=text[reference.start : reference.end],
        status=status,
        ids=ids if named else [version_id(document) for document in documents],
        span=Span(start=reference.start, end=reference.end),
    )


def _article_of(reference: Reference) -> str | None:
    for step in reference.steps:
        if step.level == _ARTICLE:
            return format_label("条", step.number, step.suffix)
    return None


def _provisions(reference: Reference, title: str, index: ProvisionIndex) -> list[Provision]:
    article = _article_of(reference)
    if article is None:
        return []
    paragraph = next((step.number for step in reference.steps if step.level == _PARAGRAPH), None)
    return index.provision(title, article, paragraph)


def _quotations(
    text: str, folded: str, places: list[tuple[int, list[Provision]]], index: ProvisionIndex
) -> Iterator[CheckedQuotation]:
    offset = 0
    for line in folded.split("\n"):
        for quotation in find_quotations(line):
            start, end = (offset + i for i in quotation.inner)
            words = text[start:end]
            if len(word_key(words)) >= SHORTEST_QUOTATION:
                cited = _cited_before(folded, start, places)
                yield _compared(words, Span(start=start, end=end), cited, index)
        offset += len(line) + 1


def _cited_before(folded: str, start: int, places: list[tuple[int, list[Provision]]]) -> list[Provision]:
    """The provisions that the sentence before a quotation cites last."""
    sentence = sentence_start(folded, start)
    found: list[Provision] = []
    for at, provisions in places:
        if sentence <= at < start and provisions:
            found = provisions
    return found


def _compared(words: str, span: Span, cited: list[Provision], index: ProvisionIndex) -> CheckedQuotation:
    key = word_key(words)
    equal = [p for p in cited if key in word_key(p.text)]
    if equal:
        return CheckedQuotation(text=words, status="equal", ids=[p.id for p in equal], span=span)
    holding = index.containing(words)
    if holding:
        status: Literal["equal", "elsewhere"] = "elsewhere" if cited else "equal"
        return CheckedQuotation(text=words, status=status, ids=_smallest(holding), span=span)
    alike = index.alike(words, ALIKE)
    of_cited = [p for _, p in alike if any(p.pointer == c.pointer and p.document == c.document for c in cited)]
    nearest = of_cited[0] if of_cited else alike[0][1] if alike else None
    if nearest is None and cited:
        nearest = cited[0]
    if nearest is None:
        return CheckedQuotation(text=words, status="not_in_corpus", span=span)
    differences = list(_differences(words, nearest.text))
    return CheckedQuotation(text=words, status="different", ids=[nearest.id], differences=differences, span=span)


def _smallest(provisions: list[Provision]) -> list[str]:
    """The identifiers of provisions that hold no other of them."""
    return [
        p.id
        for p in provisions
        if not any(q.document == p.document and q.pointer.startswith(f"{p.pointer}/") for q in provisions)
    ]


def _differences(quoted: str, printed: str) -> Iterator[Difference]:
    """Where a quotation differs from the stretch of its source that it is most alike; marks and width do not count."""
    a, b = word_key(quoted), word_key(printed)
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    while codes and codes[0][0] == "insert":
        codes = codes[1:]
    while codes and codes[-1][0] == "insert":
        codes = codes[:-1]
    for tag, i, j, k, m in codes:
        if tag != "equal":
            yield Difference(quoted=a[i:j], printed=b[k:m])
