"""What a run has done so far, on disk: which document gave which output, by which rules; so that it can be resumed."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from policyparse.model.errors import PolicyParseError

LAYOUT = 2
"""Version of the tables; a state of another version is begun anew."""

LOCK_SECONDS = 1.0
"""How long is waited for another run to let go of the state, in seconds."""


class Record(NamedTuple):
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
    codes: Mapping[str, int] = {}
    failure: str | None = None
    output: str | None = None
    start: int = 0
    end: int = 0


_DEFECT = re.compile(r"policyparse failed on it \(\w{1,80}")
_PARTICULAR = re.compile(r"[;:(]")

_FIELDS = Record._fields
_CODES = _FIELDS.index("codes")
_INSERT = f"INSERT OR REPLACE INTO records VALUES ({', '.join('?' * (len(_FIELDS) + 2))})"


class State:
    """The records of a run in a SQLite file.

    Args:
        path: The file, made where it is missing.
        fresh: Whether what it holds is forgotten.

    Raises:
        PolicyParseError: Another run has it, or it is no such file.
    """

    def __init__(self, path: Path, *, fresh: bool) -> None:
        if path.is_symlink():
            raise PolicyParseError("the state of a run is never written through a link; remove it", path=str(path))
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=LOCK_SECONDS)
        try:
            self._open(fresh)
        except sqlite3.DatabaseError as error:
            self._connection.close()
            if "locked" in str(error):
                raise PolicyParseError("another run writes this target; wait for it, or give another --into") from None
            raise PolicyParseError(f"this is no state of a run ({error}); delete it", path=str(path)) from None

    def _open(self, fresh: bool) -> None:
        """Take the file for this run alone, and make its table where it is missing."""
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("BEGIN IMMEDIATE")
        (layout,) = self._connection.execute("PRAGMA user_version").fetchone()
        if fresh or layout != LAYOUT:
            self._connection.execute("DROP TABLE IF EXISTS records")
            columns = ", ".join(f'"{name}"' for name in _FIELDS[1:])
            self._connection.execute(f"CREATE TABLE records (name PRIMARY KEY, {columns}, run, number) WITHOUT ROWID")
            self._connection.execute(f"PRAGMA user_version = {LAYOUT}")
        (last,) = self._connection.execute("SELECT coalesce(max(run), 0) FROM records").fetchone()
        self.run: int = last + 1
        self.commit()

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
        row = self._connection.execute(
            f"SELECT {self._columns} FROM records WHERE name = ?", (_stored(name),)
        ).fetchone()
        return _record(row) if row else None

    def put(self, record: Record, number: int) -> None:
        """Note what became of a document, with its place among those of the run."""
        row = [_stored(value) for value in record]
        row[_CODES] = json.dumps(record.codes, sort_keys=True)
        self._connection.execute(_INSERT, (*row, self.run, number))

    def records(self) -> Iterator[tuple[Record, str | None]]:
        """The records of this run in order, each with the name of the first document of which it is a reprint."""
        first = "first_value(name) OVER (PARTITION BY coalesce(key, name) ORDER BY number)"
        asked = f"SELECT {self._columns}, {first} FROM records WHERE run = ? ORDER BY number"
        for *row, original in self._connection.execute(asked, (self.run,)):
            record = _record(row)
            first_of_them = _taken_out(original)
            yield record, first_of_them if first_of_them != record.name else None

    def counts(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """How many documents there are of each kind, how often each code was raised, and failures by reason."""
        kinds: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        for kind, raised, failure in self._connection.execute(
            "SELECT kind, codes, failure FROM records WHERE run = ? ORDER BY number", (self.run,)
        ):
            reasons.update([reason_in_general(str(_taken_out(failure)))] if failure is not None else [])
            kinds.update([kind] if kind else [])
            codes.update(json.loads(raised))
        return kinds, codes, reasons

    def gone(self) -> int:
        """How many records are of documents that this run did not meet."""
        (number,) = self._connection.execute("SELECT count(*) FROM records WHERE run < ?", (self.run,)).fetchone()
        return int(number)

    @property
    def _columns(self) -> str:
        return ", ".join(f'"{name}"' for name in _FIELDS)


def _record(row: Sequence[Any]) -> Record:
    record = Record._make(map(_taken_out, row))
    return record._replace(codes=json.loads(row[_CODES]))


def _stored(value: Any) -> Any:
    """A text as SQLite takes it: as bytes where it holds half characters, as names of files can."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def _taken_out(value: Any) -> Any:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def reason_in_general(reason: str) -> str:
    """What a reason says of any document: without what to do, and without what was found in this one."""
    defect = _DEFECT.match(reason)
    return f"{defect[0]})" if defect else _PARTICULAR.split(reason, maxsplit=1)[0].strip()
