"""The graph of a corpus: which document repeals, amends, is based on, answers or cites which, and what is in force.

An edge leads from the provision that says so to the identifier of what is meant; where it leads nowhere it says why.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.catalogue import Catalogue, Entry, entries_of
from policyparse.output.cited_places import CitedPlace, matching
from policyparse.output.edges import Edge, Force, Status
from policyparse.output.identifiers import provision_ids
from policyparse.output.provisions import attached_to, divisions_of, provisions_of
from policyparse.output.references import Reference, references_of

Fetch: TypeAlias = Callable[[str], Document]
"""Gives the document of a digest."""


class Graph:
    """The edges between documents, and what follows from them.

    Args:
        catalogue: The documents.
        edges: The edges.
    """

    def __init__(self, catalogue: Catalogue, edges: Iterable[Edge]) -> None:
        self.catalogue = catalogue
        self.edges = list(edges)
        self._onto: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            if edge.to_work is not None:
                self._onto[edge.to_work].append(edge)

    @property
    def unresolved(self) -> list[Edge]:
        """The edges that lead nowhere, each with its reason."""
        return [edge for edge in self.edges if edge.reason is not None]

    def status(self, document: Document | str, *, on: date) -> Status:
        """Whether a document is in force on a day, as far as these documents tell.

        Args:
            document: A document, or its identifier, digest, title or number; of several versions of one title that is
                meant which was in force last on that day.
            on: The day.

        Raises:
            PolicyParseError: There is no such document here, or several works have this title.
        """
        entry = self._entry(document, on)
        versions = self.catalogue.versions(entry.work_id)
        return status_of(entry, versions, self._onto.get(entry.work_id, []), on)

    def _entry(self, document: Document | str, on: date) -> Entry:
        name = document if isinstance(document, str) else document.digest
        return choose_entry(self.catalogue.named(name), name, on)


def choose_entry(found: Sequence[Entry], name: str, on: date) -> Entry:
    """The entry that a name means on a day.

    Raises:
        PolicyParseError: There is none, or several works have this name.
    """
    if not found:
        raise PolicyParseError(f"no document here is called {name!r}; give a title, number, identifier or digest")
    works = sorted({entry.work_id for entry in found})
    if len(works) > 1:
        raise PolicyParseError(f"{name!r} names several works; give one of {', '.join(works)}")
    started = [entry for entry in found if entry.starts_on is None or entry.starts_on <= on]
    return max(started or found, key=lambda entry: (entry.version_on or date.min, entry.document))


def status_of(entry: Entry, versions: Iterable[Entry], onto: Iterable[Edge], on: date) -> Status:
    """Whether a version of a document is in force on a day.

    Args:
        entry: The version.
        versions: All versions of its work.
        onto: The edges that lead to its work.
        on: The day.
    """
    onto = [edge for edge in onto if edge.action in ("repeals", "amends") and _concerns(edge, entry)]
    repeals = [edge for edge in onto if edge.action == "repeals" and edge.whole]
    changes = [(edge.effective_on, edge.from_id) for edge in onto if edge not in repeals]
    newer = [e for e in versions if _is_newer(e, entry)]
    repealed, repealed_by = _first([(e.effective_on, e.from_id) for e in repeals], on)
    amended, amended_by = _first([*changes, *((e.starts_on, e.version_id) for e in newer)], on)
    start, expiry = entry.starts_on, entry.ends_on
    rules: tuple[tuple[bool, Force, str, date | None, list[str]], ...] = (
        (entry.draft, "draft", "it is a draft for comments", None, []),
        (_is_after(start, on), "not_yet_effective", f"it is in force from {start} on", start, []),
        (repealed is not None, "repealed", f"it was repealed with effect from {repealed}", repealed, repealed_by),
        (_is_after(on, expiry), "expired", f"its last day was {expiry}", expiry, []),
        (bool(repealed_by), "unknown", "it was repealed, and the corpus does not say when", None, repealed_by),
        (amended is not None, "amended", f"it was amended with effect from {amended}", amended, amended_by),
        (bool(amended_by), "unknown", "it was amended, and the corpus does not say when", None, amended_by),
        (start is None, "unknown", "its text has no day from which it is in force", None, []),
        (True, "in_force", "nothing in this corpus says otherwise", start, []),
    )
    status, reason, since, by = next(rule[1:] for rule in rules if rule[0])
    return Status(id=entry.version_id, on=on, status=status, since=since, by=by, reason=reason)


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other


def _is_newer(version: Entry, entry: Entry) -> bool:
    return _is_after(version.version_on, entry.version_on) and not version.draft


def _concerns(edge: Edge, entry: Entry) -> bool:
    """Whether an edge to a work concerns a version of it: later versions have the change in them already."""
    if edge.effective_on is None or entry.version_on is None:
        return not edge.later
    return edge.effective_on > entry.version_on


def _first(changes: Iterable[tuple[date | None, str]], on: date) -> tuple[date | None, list[str]]:
    """The first day of changes up to a day, with what was changed on it; without a day where none of them has any."""
    by_day: defaultdict[date | None, list[str]] = defaultdict(list)
    for day, key in changes:
        if (day is None or day <= on) and key not in by_day[day]:
            by_day[day].append(key)
    first = min((day for day in by_day if day is not None), default=None)
    return first, by_day.get(first, [])


def link(documents: Iterable[Document]) -> Graph:
    """Resolve what documents say of each other.

    Args:
        documents: The documents of a corpus; those that are attached to them take part.

    Returns:
        The edges in the order of the documents and of their texts, and what follows from them.
    """
    known = {document.digest: document for document in documents}
    catalogue = Catalogue(entry for document in known.values() for entry in entries_of(document))
    linker = Linker(catalogue, known.__getitem__)
    return Graph(catalogue, (edge for document in known.values() for edge in linker.edges(document)))


class Linker:
    """Resolves the references of documents.

    Args:
        catalogue: The documents that may be meant.
        fetch: Gives a document that is meant, to look its provisions up.
    """

    def __init__(self, catalogue: Catalogue, fetch: Fetch) -> None:
        self._catalogue = catalogue
        self._places = lru_cache(maxsize=256)(lambda digest, root: _places(fetch(digest), root))

    def edges(self, document: Document) -> Iterator[Edge]:
        """The edges from a document and from those attached to it."""
        for entry, (content, root) in zip(entries_of(document), attached_to(document), strict=True):
            ids = provision_ids(content)
            for reference in references_of(content, root):
                below = ids.get((reference.provision or "").removeprefix(root))
                yield self._edge(reference, entry, f"{entry.version_id}#{below}" if below else entry.version_id)

    def _edge(self, reference: Reference, source: Entry, from_id: str) -> Edge:
        before = reference.action in ("repeals", "amends", "replies_to")
        found = self._catalogue.resolve(reference.title, source, before=before)
        edge = Edge(
            document=source.document,
            pointer=reference.pointer,
            action=reference.action,
            from_id=from_id,
            title=reference.title,
            whole=reference.place.is_whole,
            effective_on=source.starts_on,
            text=reference.text,
            span=reference.span,
        )
        if not isinstance(found, Entry):
            return edge.model_copy(update={"reason": found})
        to_id = self._identifier(found, reference)
        later = bool(found.version_on and source.version_on and found.version_on > source.version_on)
        return edge.model_copy(
            update={
                "to_work": found.work_id,
                "to_id": to_id,
                "to_document": found.document,
                "later": later,
                "reason": None if to_id else "no_such_provision",
            }
        )

    def _identifier(self, entry: Entry, reference: Reference) -> str | None:
        """The identifier of what a reference means in a document, None where it has no such place."""
        if reference.place.is_whole:
            return entry.version_id
        places: Mapping[str, list[str]] = self._places(entry.document, entry.pointer)
        found = matching(reference.place, places)
        last: CitedPlace | None = reference.last
        if not found or (last is not None and not matching(last, places)):
            return None
        return found[0]


def _places(document: Document, root: str) -> dict[str, list[str]]:
    """The identifiers of the provisions of a document by their places."""
    content = next(content for content, pointer in attached_to(document) if pointer == root)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for provision in (*divisions_of(content, document.digest, root), *provisions_of(content, document.digest, root)):
        if provision.place:
            found[provision.place].append(provision.id)
    return found
