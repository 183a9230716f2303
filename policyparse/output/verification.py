"""Verification of a text: whether what it cites is there, and whether what it quotes is said there.

A place without its document (第九条, 该法第九条) is one of the document that the text named last. A quotation stands
between quotation marks or, in Markdown, behind `>`; where it leaves words out with ……, each piece is compared.
It is one of the provision that its sentence cites last before it, or that a bracket cites right behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from pydantic import Field

from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.citations import find_citations
from policyparse.language.cited_documents import Reference
from policyparse.language.clauses import sentence_start
from policyparse.language.document_titles import find_short_names
from policyparse.language.labels import match_label
from policyparse.language.quotations import find_quotations
from policyparse.model.arguments import expect, expect_all
from policyparse.model.base import Extent, Model, Span
from policyparse.model.document import Document
from policyparse.output.cited_places import CitedPlace, place_of_steps
from policyparse.output.document_names import word_key
from policyparse.output.identifiers import version_id
from policyparse.output.provision_index import ProvisionIndex
from policyparse.output.provisions import Provision

ALIKE = 0.7
"""Least share of a quotation's pairs of characters that a provision has of which it is a changed form."""

SHORTEST_QUOTATION = 6
"""Minimum length of a quotation that is looked for, in characters without marks."""

NEAR = 4
"""Characters by which the words of the source may be longer than those at the edge of a quotation in their place."""

_ELLIPSIS = re.compile(r"…{1,4}|\.{3,6}")
_QUOTED_LINE = pattern(
    r" {0,3}(?:> ?){1,3}(?:\*\*)?",
    method="match",
    matches=[
        *("> 经营者", ">第三条 经营者", "> **第三条** 经营者", ">> 第十二条之一：经营者", (" > 经营者", " > ")),
        *((">>> >经营者", ">>> "), ("> **第三条** 经营者", "> **")),
    ],
    rejects=["第三条 > 经营者", "经营者>", "    > 经营者"],
)
"""The mark of a quotation in Markdown."""
_BEHIND = pattern(
    r"[”。；，]{0,2}(?:（|——)(?:见|参见|出自|引自|来源：)?",
    method="match",
    matches=[
        *("”（《某法》", "。”（见《某法》", "”——《某法》", "（出自《某法》", "”（来源：《某法》"),
        *(("（引自《某法》", "（引自"), ("（参见《某法》", "（参见"), ("（出自《某法》", "（出自")),
        *(("。”（见《某法》", "。”（见"), ("”（来源：《某法》", "”（来源：")),
    ],
    rejects=["”和《某法》", "某（《某法》", "，，，（《某法》"],
)
"""What stands between a quotation and the place that a bracket gives for it."""


class CheckedCitation(Model):
    """A citation of the text, looked up (引用核对)."""

    text: str = Field(description="The citation as printed (原文).")
    title: str | None = Field(
        default=None, description="Title or number of the document that is meant (文件名称); null where none is named."
    )
    status: Literal["found", "no_such_provision", "not_in_corpus", "no_document"] = Field(
        description="Whether the provision is there (核对结果); not_in_corpus says nothing about whether it exists; "
        "no_document where the text does not say of which document it is."
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


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation with the document that it means."""

    reference: Reference
    title: str | None


def verify(text: str, documents: Iterable[Document] | ProvisionIndex) -> Verification:
    """Compare the citations and quotations of a text with documents.

    Args:
        text: The text, such as a language model or an author wrote.
        documents: The documents that it may cite, or an index of them; of a store `Store.index_for(text)`.

    Returns:
        Each citation, and each quotation of at least six characters; what these documents do not hold is
        `not_in_corpus`, whether it exists or not.

    Raises:
        TypeError: An argument is of another type.
    """
    expect(text, str, "text")
    if not isinstance(documents, ProvisionIndex):
        documents = ProvisionIndex(expect_all(documents, Document, "documents"))
    index = documents
    folded = fold(text)
    cited = list(_citations(folded))
    found = [_provisions(citation, index) for citation in cited]
    citations = [_checked(c, text, index, p) for c, p in zip(cited, found, strict=True)]
    places = _Places((c.reference.start, provisions) for c, provisions in zip(cited, found, strict=True))
    quotations = [
        _compared(text, (start, end), places.before(start, scope) or places.behind(folded, end), index)
        for start, end, scope in _quotations(folded)
    ]
    return Verification(citations=citations, quotations=quotations)


def cited_titles(text: str) -> list[str]:
    """The titles and numbers of the documents that a text cites, each once."""
    return list(dict.fromkeys(c.title for c in _citations(fold(text)) if c.title))


def quoted_words(text: str) -> list[str]:
    """The quotations of a text that are long enough to be looked for."""
    folded = fold(text)
    return [text[start:end] for start, end, _ in _quotations(folded)]


def _citations(folded: str) -> Iterator[_Cited]:
    """The citations of a text, each with the document that is meant; places that count from elsewhere are none."""
    shorts = {short.name: short.title for short in find_short_names(folded)}
    offset = 0
    named: str | None = None
    for line in folded.split("\n"):
        for reference in find_citations(folded, offset, offset + len(line)):
            if reference.whose == "named" and reference.title:
                named = shorts.get(reference.title, reference.title)
            elif place_of_steps(reference.steps).is_whole:
                continue
            yield _Cited(reference, named)
        offset += len(line) + 1


def _checked(cited: _Cited, text: str, index: ProvisionIndex, found: list[Provision]) -> CheckedCitation:
    reference, title = cited.reference, cited.title
    documents = index.documents(title) if title else []
    whole = place_of_steps(reference.steps).is_whole
    status: Literal["found", "no_such_provision", "not_in_corpus", "no_document"] = "not_in_corpus"
    if title is None:
        status = "no_document"
    elif documents:
        status = "found" if whole or (found and _reaches(reference, title, index)) else "no_such_provision"
    return CheckedCitation(
        text=text[reference.start : reference.end],
        title=title,
        status=status,
        ids=[version_id(document) for document in documents] if whole else [p.id for p in found],
        span=Span(start=reference.start, end=reference.end),
    )


def _reaches(reference: Reference, title: str, index: ProvisionIndex) -> bool:
    """Whether the last provision of a range is there as well: 第三条至第五条."""
    if reference.through is None:
        return True
    last = place_of_steps([*reference.steps[:-1], reference.through])
    return last.is_whole or bool(index.find(title, last))


def _provisions(cited: _Cited, index: ProvisionIndex) -> list[Provision]:
    place = place_of_steps(cited.reference.steps)
    return index.find(cited.title, place) if cited.title and place != CitedPlace() else []


def _quotations(folded: str) -> Iterator[tuple[int, int, int]]:
    """Where the words of quotations stand, and from where on a citation before them may be their source."""
    offset = above = 0
    for line in folded.split("\n"):
        mark = _QUOTED_LINE.match(line)
        if mark:
            inner = [(_words_start(line, mark.end()), len(line))]
        else:
            inner = [quotation.inner for quotation in find_quotations(line)]
            above = offset if line.strip() else above
        for start, end in inner:
            for piece_start, piece_end in _pieces(line, start, end):
                if len(word_key(line[piece_start:piece_end])) >= SHORTEST_QUOTATION:
                    scope = above if mark else sentence_start(folded, offset + start, offset)
                    yield offset + piece_start, offset + piece_end, scope
        offset += len(line) + 1


def _words_start(line: str, at: int) -> int:
    """Where the words of a quoted line start, behind the label of the provision."""
    label = match_label(line[at:])
    if label is None:
        return at
    at += label.end
    while line[at : at + 1] in ("*", " ", "："):
        at += 1
    return at


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _ELLIPSIS.finditer(line, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


class _Places:
    """The provisions that a text cites, by the offsets of the citations."""

    def __init__(self, places: Iterable[tuple[int, list[Provision]]]) -> None:
        self._found = [(at, provisions) for at, provisions in places if provisions]
        self._starts = [at for at, _ in self._found]

    def before(self, at: int, scope: int) -> list[Provision]:
        """The provisions that are cited last between two offsets."""
        i = bisect_left(self._starts, at) - 1
        return self._found[i][1] if i >= 0 and self._starts[i] >= scope else []

    def behind(self, folded: str, end: int) -> list[Provision]:
        """The provisions that a bracket right behind a quotation cites."""
        bracket = _BEHIND.match(folded, end)
        i = bisect_left(self._starts, bracket.end()) if bracket else len(self._starts)
        is_there = bracket is not None and i < len(self._starts) and self._starts[i] == bracket.end()
        return self._found[i][1] if is_there else []


def _compared(text: str, place: Extent, cited: list[Provision], index: ProvisionIndex) -> CheckedQuotation:
    words, span = text[slice(*place)], Span(start=place[0], end=place[1])
    key = word_key(words)
    equal = [p for p in cited if key in word_key(p.text)]
    if equal:
        return CheckedQuotation(text=words, status="equal", ids=[p.id for p in equal], span=span)
    holding = index.containing(words)
    if holding:
        status: Literal["equal", "elsewhere"] = "elsewhere" if cited else "equal"
        return CheckedQuotation(text=words, status=status, ids=_smallest(holding), span=span)
    alike = index.alike(words, ALIKE)
    of_cited = [p for _, p in alike if any(p.document == c.document and _is_under(p, c) for c in cited)]
    nearest = of_cited[0] if of_cited else alike[0][1] if alike else None
    if nearest is None and cited:
        nearest = cited[0]
    if nearest is None:
        return CheckedQuotation(text=words, status="not_in_corpus", span=span)
    differences = list(_differences(words, nearest.text))
    return CheckedQuotation(text=words, status="different", ids=[nearest.id], differences=differences, span=span)


def _is_under(provision: Provision, other: Provision) -> bool:
    return provision.pointer == other.pointer or provision.pointer.startswith(f"{other.pointer}/")


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
    anchor = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    begin = max(0, anchor.b - anchor.a - NEAR - len(a) // 4)
    b = b[begin : anchor.b + len(a) - anchor.a + NEAR + len(a) // 4]
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    while codes and codes[0][0] == "insert":
        codes = codes[1:]
    while codes and codes[-1][0] == "insert":
        codes = codes[:-1]
    for n, (tag, i, j, k, m) in enumerate(codes):
        if tag == "equal":
            continue
        if n == 0 and m - k > j - i + NEAR:
            k = m - (j - i)
        elif n == len(codes) - 1 and m - k > j - i + NEAR:
            m = k + (j - i)
        yield Difference(quoted=a[i:j], printed=b[k:m])


def in_words(found: CheckedCitation | CheckedQuotation) -> str:
    """What was found of a citation or quotation, in one English sentence; never that something does not exist."""
    where = ", ".join(found.ids)
    if isinstance(found, CheckedCitation):
        return {
            "found": f"found: {where}",
            "no_such_provision": f"the corpus has 《{found.title}》, but this place is not in it",
            "not_in_corpus": f"《{found.title}》 is not in this corpus, so nothing can be said of it",
            "no_document": "the text does not say of which document",
        }[found.status]
    changes = "; ".join(map(_difference_in_words, found.differences)) or "the words stand in another order"
    return {
        "equal": f"said so: {where}",
        "different": f"said otherwise: {where}: {changes}",
        "elsewhere": f"said so, but not at the place cited: {where}",
        "not_in_corpus": "these words are not in this corpus, so nothing can be said of them",
    }[found.status]


def _difference_in_words(difference: Difference) -> str:
    if not difference.printed:
        return f"adds “{difference.quoted}”"
    if not difference.quoted:
        return f"leaves out “{difference.printed}”"
    return f"“{difference.quoted}” where the source says “{difference.printed}”"
