"""What a run has done so far, on disk: which document gave which output, by which rules; so that it can be resumed."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

LAYOUT = 1
"""Version of the tables; a state of another version is begun anew."""


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a document.

    Attributes:
        name: What it is called.
        source_digest: Hash of its bytes.
        rules: By what it was parsed: version and options.
        digest: Hash of its text, None where it could not be read.
        kind: Its kind, None where it could not be parsed.
        title: Its title.
        key: What its reprints have in common: number, title and issuer; None without them.
        codes: How often each diagnostic was raised.
        failure: Why it could not be parsed, or None.
        output: Name of its output, where each document has one.
        start: Offset of its output in a common file, in bytes.
        end: Offset after it.
    """

    name: str
    source_digest: str
    rules: str
    digest: str | None = None
    kind: str | None = None
    title: str | None = None
    key: str | None = None
    codes: dict[str, int] = field(default_factory=dict)
    failure: str | None = None
    output: str | None = None
    start: int = 0
    end: int = 0


_FIELDS = tuple(Record.__dataclass_fields__)


class State:
    """The records of a run in a SQLite file.

    Args:
        path: The file, made where it is missing.
        fresh: Whether what it holds is forgotten.
    """

    def __init__(self, path: Path, *, fresh: bool) -> None:
        if fresh:
            path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        (layout,) = self._connection.execute("PRAGMA user_version").fetchone()
        if layout != LAYOUT:
            self._connection.execute("DROP TABLE IF EXISTS records")
            columns = ", ".join(f'"{name}"' for name in _FIELDS[1:])
            self._connection.execute(f"CREATE TABLE records (name PRIMARY KEY, {columns}, run, number) WITHOUT ROWID")
            self._connection.execute(f"PRAGMA user_version = {LAYOUT}")
        (last,) = self._connection.execute("SELECT coalesce(max(run), 0) FROM records").fetchone()
        self.run: int = last + 1
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.commit()
        self._connection.execute("COMMIT")
        self._connection.close()

    def commit(self) -> None:
        """Make what was put durable."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")

    def get(self, name: str) -> Record | None:
        """The record of a document, from this run or an earlier one."""
        row = self._connection.execute(f"SELECT {self._columns} FROM records WHERE name = ?", (name,)).fetchone()
        return _record(row) if row else None

    def put(self, record: Record, number: int) -> None:
        """Note what became of a document, with its place among those of the run."""
        values = asdict(record) | {"codes": json.dumps(record.codes, sort_keys=True)}
        marks = ", ".join("?" * (len(_FIELDS) + 2))
        row = (*(values[name] for name in _FIELDS), self.run, number)
        self._connection.execute(f"INSERT OR REPLACE INTO records VALUES ({marks})", row)

    def records(self) -> Iterator[tuple[Record, str | None]]:
        """The records of this run in order, each with the name of the first document of which it is a reprint."""
        first = "first_value(name) OVER (PARTITION BY coalesce(key, name) ORDER BY number)"
        asked = f"SELECT {self._columns}, {first} FROM records WHERE run = ? ORDER BY number"
        for *row, original in self._connection.execute(asked, (self.run,)):
            record = _record(row)
            yield record, original if original != record.name else None

    def counts(self) -> tuple[Counter[str], Counter[str], int]:
        """How many documents there are of each kind, how often each code was raised, and how many failed."""
        kinds: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        failed = 0
        for kind, raised, failure in self._connection.execute(
            "SELECT kind, codes, failure FROM records WHERE run = ? ORDER BY number", (self.run,)
        ):
            failed += failure is not None
            kinds.update([kind] if kind else [])
            codes.update(json.loads(raised))
        return kinds, codes, failed

    def gone(self) -> int:
        """How many records are of documents that this run did not meet."""
        (number,) = self._connection.execute("SELECT count(*) FROM records WHERE run < ?", (self.run,)).fetchone()
        return int(number)

    @property
    def _columns(self) -> str:
        return ", ".join(f'"{name}"' for name in _FIELDS)


def _record(row: Sequence[Any]) -> Record:
    values = dict(zip(_FIELDS, row, strict=False))
    return Record(**{**values, "codes": json.loads(values["codes"])})
