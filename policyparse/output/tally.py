"""How much was found in documents, counted by kind."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.model.meeting import Meeting
from policyparse.model.official import Point
from policyparse.model.speech import Spoken

COLUMNS = ("articles", "points", "norms", "speakers", "statements", "indicators", "errors", "warnings")
"""What is counted, in the order of the columns."""


@dataclass
class Tally:
    """Counts by kind of document.

    Attributes:
        documents: Number of documents of each kind.
        found: What was found in them, by kind.
    """

    documents: Counter[str] = field(default_factory=Counter)
    found: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, kind: str, counts: Counter[str]) -> None:
        """Add the counts of a document."""
        self.documents[kind] += 1
        self.found.setdefault(kind, Counter()).update(counts)

    def rows(self) -> Iterator[list[str]]:
        """A table: its head, a row a kind, and the sum of several; columns without a count are left out."""
        total: Counter[str] = sum(self.found.values(), Counter())
        columns = [column for column in COLUMNS if total[column]]
        yield ["kind", "documents", *columns]
        for kind in sorted(self.found):
            yield [kind, str(self.documents[kind]), *(str(self.found[kind][column]) for column in columns)]
        if len(self.found) > 1:
            yield ["all", str(self.documents.total()), *(str(total[column]) for column in columns)]


def counts_of(document: Document) -> Counter[str]:
    """How much was found in a document and in those attached to it."""
    counts: Counter[str] = Counter()
    _count(document, counts)
    for diagnostic in document.diagnostics:
        counts["errors"] += diagnostic.severity == "error"
        counts["warnings"] += diagnostic.severity == "warning"
    return counts


def _count(content: Content, counts: Counter[str]) -> None:
    counts["indicators"] += len(content.indicators)
    if isinstance(content, DecisionContent):
        counts["articles"] += len(content.articles)
        counts["norms"] += sum(len(article.norms) for article in content.articles)
    if isinstance(content, OfficialContent):
        points = list(_points(content.points))
        counts["points"] += len(points)
        counts["norms"] += len(content.norms) + sum(len(point.norms) for point in points)
    if isinstance(content, Spoken):
        counts["speakers"] += len(content.speakers)
        counts["statements"] += len(content.statements)
    if isinstance(content, Meeting):
        counts["statements"] += len(content.proposals) + len(content.responses)
    for attachment in getattr(content, "attachments", ()):
        if attachment.document:
            _count(attachment.document, counts)


def _points(points: Iterable[Point]) -> Iterator[Point]:
    for point in points:
        yield point
        yield from _points(point.points)
