"""The graph of a store: its edges as a table, and the status of a document from them."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policyparse.model.document import Document
from policyparse.model.errors import StoreError
from policyparse.output.catalogue import Catalogue, Entry, entry_of_row
from policyparse.output.edges import Edge, Status
from policyparse.output.graph import Linker, choose_entry, status_of
from policyparse.output.table_files import plain, select_lines
from policyparse.output.tables import EDGES, Reading, edge_row

if TYPE_CHECKING:
    from policyparse.output.store import Store

_FACTS = (
    "SELECT document, pointer, work_id, version_id, title, document_number, effective_on, promulgated_on, issued_on, "
    "expires_on, validity, draft FROM documents"
)


def write_edges(store: "Store") -> int:
    """Resolve what the documents of a store say of each other, and write the table `edges` anew.

    Returns:
        The number of edges.
    """
    linker = Linker(Catalogue(map(entry_of_row, store.query(_FACTS))), lru_cache(maxsize=256)(_fetcher(store)))
    with tempfile.TemporaryDirectory(prefix="policyparse-") as folder:
        file, number = Path(folder, "edges.jsonl"), 0
        with file.open("w", encoding="utf-8", newline="") as lines:
            for row in _rows(store.documents(), linker):
                lines.write(json.dumps(row, ensure_ascii=False, default=plain) + "\n")
                number += 1
        statements = [f"DELETE FROM {EDGES}", "UPDATE store SET linked = true"]
        if number:
            statements.append(f"INSERT INTO {EDGES} {select_lines(EDGES, file)}")
        store.change(statements)
    return number


def _rows(documents: Iterable[Document], linker: Linker) -> Iterator[dict[str, Any]]:
    for document in documents:
        reading = Reading(document)
        for edge in linker.edges(document):
            yield edge_row(edge, reading)


def _fetcher(store: "Store") -> Any:
    def fetch(digest: str) -> Document:
        return next(store.documents([digest]))

    return fetch


def status_in_store(store: "Store", name: str, on: date) -> Status:
    """Whether a document of a store is in force on a day, as far as its edges tell.

    Raises:
        StoreError: The edges are not those of the documents that are in the store now.
        PolicyParseError: There is no such document, or several works have this title.
    """
    if not store.query("SELECT linked FROM store")[0]["linked"]:
        raise StoreError("its documents are not linked; run `policyparse link` first", path=store.name)
    entry = choose_entry(_named(store, name), name, on)
    versions = [entry_of_row(row) for row in store.query(f"{_FACTS} WHERE work_id = ?", [entry.work_id])]
    onto = store.query(f"SELECT * FROM {EDGES} WHERE to_work = ?", [entry.work_id])
    return status_of(entry, versions, map(edge_of_row, onto), on)


def _named(store: "Store", name: str) -> list[Entry]:
    """The entries of an identifier, digest, title or number, whatever the width and the marks of the name."""
    by_id = store.query(f"{_FACTS} WHERE version_id = ? OR work_id = ? OR (document = ? AND pointer = '')", [name] * 3)
    if by_id:
        return [entry_of_row(row) for row in by_id]
    digests = store.documents_named(name)
    rows = store.query(f"{_FACTS} WHERE document IN (SELECT unnest(?))", [digests])
    return Catalogue(map(entry_of_row, rows)).named(name)


def edge_of_row(row: dict[str, Any]) -> Edge:
    """The edge of a row of the table `edges`."""
    start, end = row["span_start"], row["span_end"]
    values = {field: row[field] for field in Edge.model_fields if field in row}
    span = None if start is None else {"start": start, "end": end}
    return Edge.model_validate(values | {"text": row["quote"], "span": span})
