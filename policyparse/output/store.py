"""The store: many documents in one DuckDB file, as tables to ask with SQL and as models to take out again."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError, StoreError
from policyparse.output.provision_index import ProvisionIndex
from policyparse.output.store_search import MOST_DOCUMENTS, documents_about, documents_named, documents_saying
from policyparse.output.table_files import SQL_TYPES, encode, require, select_lines
from policyparse.output.tables import EDGES, TABLES, columns
from policyparse.output.verification import cited_titles, quoted_words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from policyparse.output.edges import Status
    from policyparse.registry import NamedType

SCHEMA_VERSION = Document.model_fields["schema_version"].default
"""Version of the contract that a new store holds."""

BATCH = 500
"""Number of documents that are loaded in one transaction."""


class Store:
    """Documents in one file: the tables of `policyparse.rows`, and the table `models` with each document as JSON.

    The table `edges` is empty until `link` fills it, and has to be filled anew when documents came or went.

    Attributes:
        name: Path of the file, None for a store in memory.

    Args:
        path: The file, which is made where it is missing; None for a store in memory.
        read_only: Whether nothing may be written; several processes can then read one file.
        types: Document types of others whose documents are taken out again, as in `parse`.

    Raises:
        MissingExtra: DuckDB (extra `store`) is not installed.
        StoreError: The file is no store, cannot be opened, or holds another version of the contract.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False, types: "Iterable[NamedType]" = ()) -> None:
        require("duckdb", "store")
        import duckdb

        if read_only and path is not None and not path.exists():
            raise StoreError("there is no such file; check the path", path=str(path))
        self.name = None if path is None else str(path)
        self._models = _models_of(types)
        try:
            self._connection: DuckDBPyConnection = duckdb.connect(path or ":memory:", read_only=read_only)
        except duckdb.Error as error:
            raise StoreError(f"this cannot be opened as a DuckDB file ({_first_line(error)})", path=self.name) from None
        try:
            self._prepare(read_only=read_only)
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def load(self, documents: Iterable[Document]) -> int:
        """Add documents; one that is there already stays as it is, one of another parse takes the place of the old one.

        Args:
            documents: Documents; with their text (`parse(…, with_text=True)`) the rows have quotes.

        Returns:
            How many documents were added or replaced.
        """
        loaded = 0
        remaining = iter(documents)
        while batch := list(islice(remaining, BATCH)):
            loaded += self.load_batch([(d.digest, d.model_dump_json(), encode(d)) for d in batch])
        return loaded

    def load_batch(self, batch: Sequence[tuple[str, str, dict[str, str]]]) -> int:
        """Add documents that were encoded elsewhere, in one transaction.

        Args:
            batch: Digest, JSON of the model and rows (`table_files.encode`) of each document.

        Returns:
            How many documents were added or replaced.
        """
        changed = {digest: (model, rows) for digest, model, rows in batch}
        known = "SELECT document, json FROM models WHERE document IN (SELECT unnest(?))"
        for digest, model in self._connection.execute(known, [list(changed)]).fetchall():
            if changed[digest][0] == model:
                del changed[digest]
        if not changed:
            return 0
        self._connection.begin()
        try:
            self._replace(changed)
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        return len(changed)

    def documents(self, digests: Sequence[str] | None = None) -> Iterator[Document]:
        """Documents of the store, in the order of their digests.

        Args:
            digests: Those that are wanted; every document where None.

        Raises:
            StoreError: One is of a document type of others that was not named.
        """
        wanted = "" if digests is None else "WHERE document IN (SELECT unnest(?)) "
        parameters = [] if digests is None else [list(digests)]
        with self._connection.cursor() as cursor:
            cursor.execute(f"SELECT json FROM models {wanted}ORDER BY document", parameters)
            while batch := cursor.fetchmany(BATCH):
                for (model,) in batch:
                    yield self._document(model)

    def _document(self, model: str) -> Document:
        from policyparse.output.validation import read_result

        try:
            return read_result(model, self._models)
        except PolicyParseError as error:
            raise StoreError(error.message, path=self.name) from None

    def index_for(self, text: str) -> ProvisionIndex:
        """An index of the documents that a text cites or may quote, for `verify`.

        Args:
            text: The text.
        """
        digests = documents_about(self, cited_titles(text), quoted_words(text))
        return ProvisionIndex(self.documents(digests))

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Ask with SQL.

        Args:
            sql: One statement in the dialect of DuckDB.
            parameters: Values for its `?`.

        Returns:
            The rows, as dicts of Python values; of columns of one name the second is `name_1`.

        Raises:
            StoreError: The statement is wrong.
        """
        import duckdb

        try:
            result = self._connection.execute(sql, parameters)
        except duckdb.Error as error:
            raise StoreError(_first_line(error), path=self.name) from None
        names = _distinct(column[0] for column in result.description or ())
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def documents_named(self, name: str) -> list[str]:
        """Digests of the documents whose title or number has the words of a name, the shortest title first."""
        return documents_named(self, name)

    def documents_saying(self, words: str, most: int = MOST_DOCUMENTS) -> list[str]:
        """Digests of the documents with the provision that has most of some words, the best first.

        Args:
            words: The words.
            most: Maximum number of documents.
        """
        return documents_saying(self, words, most)

    def link(self) -> int:
        """Resolve what the documents say of each other, and write the table `edges` anew.

        Returns:
            The number of edges.
        """
        from policyparse.output.store_graph import write_edges

        return write_edges(self)

    def status(self, document: str, *, on: date) -> "Status":
        """Whether a document is in force on a day, as far as the edges of this store tell.

        Args:
            document: Its identifier, digest, title or number; of several versions of one title that is meant which
                was in force last on that day.
            on: The day.

        Raises:
            StoreError: Documents came or went since the last `link`.
            PolicyParseError: There is no such document here, or several works have this title.
        """
        from policyparse.output.store_graph import status_in_store

        return status_in_store(self, document, on)

    def change(self, statements: Sequence[str]) -> None:
        """Run SQL statements in one transaction: all of them, or none.

        Args:
            statements: The statements.
        """
        self._connection.begin()
        try:
            for statement in statements:
                self._connection.execute(statement)
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise

    def _replace(self, changed: dict[str, tuple[str, dict[str, str]]]) -> None:
        digests = list(changed)
        self._connection.execute("UPDATE store SET linked = false")
        self._connection.execute("DELETE FROM models WHERE document IN (SELECT unnest(?))", [digests])
        lines: dict[str, list[str]] = {table: [] for table in TABLES}
        for _, rows in changed.values():
            for table, text in rows.items():
                lines[table].append(text)
        with tempfile.TemporaryDirectory(prefix="policyparse-") as folder:
            for table in TABLES:
                self._connection.execute(f'DELETE FROM "{table}" WHERE document IN (SELECT unnest(?))', [digests])
                if lines[table]:
                    file = Path(folder, f"{table}.jsonl")
                    file.write_text("".join(lines[table]), encoding="utf-8", newline="")
                    self._connection.execute(f'INSERT INTO "{table}" {select_lines(table, file)}')
        models = [(digest, model) for digest, (model, _) in changed.items()]
        self._connection.executemany("INSERT INTO models VALUES (?, ?)", models)

    def _prepare(self, *, read_only: bool) -> None:
        """Make the tables, or see that those that are there are those of this version."""
        asked = (
            "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
            "WHERE NOT internal GROUP BY table_name"
        )
        found = dict(self._connection.execute(asked).fetchall())
        if not found and not read_only:
            self._make()
            return
        if "store" not in found:
            raise StoreError("this DuckDB file is no store of policyparse; give another name", path=self.name)
        version = self._connection.execute("SELECT schema_version FROM store").fetchone()
        if version is None or version[0] != SCHEMA_VERSION:
            message = f"the store holds version {version[0] if version else 'unknown'} of the contract"
            message = f"{message}, this is {SCHEMA_VERSION}; run `policyparse upgrade {self.name}`"
            raise StoreError(message, path=self.name)
        if any(found.get(table) != list(columns(table)) for table in (*TABLES, EDGES)):
            message = "the tables of the store are those of another policyparse"
            raise StoreError(f"{message}; run `policyparse upgrade {self.name}`", path=self.name)

    def _make(self) -> None:
        self._connection.execute("CREATE TABLE store (schema_version VARCHAR, produced_by VARCHAR, linked BOOLEAN)")
        self._connection.execute("INSERT INTO store VALUES (?, ?, false)", [SCHEMA_VERSION, _produced_by()])
        self._connection.execute("CREATE TABLE models (document VARCHAR PRIMARY KEY, json VARCHAR NOT NULL)")
        for table in (*TABLES, EDGES):
            kinds = ", ".join(f"{name} {SQL_TYPES[kind]}" for name, kind in columns(table).items())
            self._connection.execute(f'CREATE TABLE "{table}" ({kinds})')


def upgrade_store(path: Path) -> None:
    """Lift a store of an older version of the contract to this one: a new store takes its place when it is whole.

    Args:
        path: The file.

    Raises:
        MissingExtra: DuckDB is not installed.
        StoreError: The file is no store.
        PolicyParseError: A document of it is of a version that this policyparse does not know.
    """
    require("duckdb", "store")
    import duckdb

    from policyparse.output.upgrade import upgrade

    if not path.exists():
        raise StoreError("there is no such file; check the path", path=str(path))
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with duckdb.connect(path, read_only=True) as old, Store(beside) as new:
            rows = old.execute("SELECT json FROM models ORDER BY document")
            new.load(upgrade(model) for batch in iter(lambda: rows.fetchmany(BATCH), []) for (model,) in batch)
            if _was_linked(old):
                new.link()
        beside.replace(path)
    except duckdb.Error as error:
        raise StoreError(f"this is no store of policyparse ({_first_line(error)})", path=str(path)) from None
    finally:
        beside.unlink(missing_ok=True)


def _models_of(types: "Iterable[NamedType]") -> list[type[Document]]:
    if not types:
        return []
    from policyparse.registry import models_of

    return models_of(types)


def _distinct(names: Iterable[str]) -> list[str]:
    """Names of columns with `_1`, `_2` behind those that came before."""
    found: list[str] = []
    for name in names:
        number, given = 0, name
        while given in found:
            number += 1
            given = f"{name}_{number}"
        found.append(given)
    return found


def _was_linked(old: "DuckDBPyConnection") -> bool:
    names = {
        name
        for (name,) in old.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = 'store'").fetchall()
    }
    return "linked" in names and old.execute("SELECT bool_or(linked) FROM store").fetchall() == [(True,)]


def _produced_by() -> str:
    from policyparse import __version__

    return f"policyparse {__version__}"


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
