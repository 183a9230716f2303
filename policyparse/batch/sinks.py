"""Where the documents of a run go: a folder, JSON Lines, a store, tables; each target is whole or as it was."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias

from policyparse.batch.state import Record
from policyparse.model.errors import PolicyParseError
from policyparse.output.whole_file import whole_file

if TYPE_CHECKING:
    from policyparse.model.document import Document
    from policyparse.output.table_files import Format

Form: TypeAlias = Literal["json", "jsonl", "store", "tables"]
"""What a document becomes: a file, a line, rows of a store, or rows of tables."""

_UNSAFE = re.compile(r'[\\:*?"<>|]|[^ -\U0010ffff]')


class Output(NamedTuple):
    """Where a document went.

    Attributes:
        name: Name of its file below the target, None where it has none of its own.
        start: Offset of its payload in a common file, in bytes.
        end: Offset after it.
    """

    name: str | None = None
    start: int = 0
    end: int = 0


class Sink(Protocol):
    """A target while it is written."""

    form: Form

    def holds(self, record: Record) -> bool:
        """Whether the output of an earlier turn is still there."""

    def put(self, place: str, payload: bytes) -> Output:
        """Take a document; returns where it went."""

    def flush(self) -> None:
        """Make what was put durable."""

    def finish(self, records: Iterator[Record]) -> None:
        """Write what is written at the end, from the records of the run in order."""

    def close(self) -> None:
        """Let go of files."""


PARTS = ".parts"
"""Name of the folder below a target where files stand until they are whole."""

NAME_BYTES = 240
"""Longest name of an output without its ending, in bytes; file systems take 255."""


def payload_of(document: "Document", form: Form, *, indent: int | None = 2) -> bytes:
    """What a document becomes for a form; made where the document was parsed."""
    if form == "json":
        return (document.model_dump_json(indent=indent) + "\n").encode()
    if form == "jsonl":
        return (document.model_dump_json() + "\n").encode()
    from policyparse.output.table_files import encode

    rows = encode(document)
    if form == "tables":
        return (json.dumps(rows, ensure_ascii=False) + "\n").encode()
    return json.dumps([document.digest, document.model_dump_json(), rows], ensure_ascii=False).encode()


def form_of(target: Path, tables: str | None = None) -> Form:
    """What the documents of a target become.

    Args:
        target: A name that ends in `.jsonl`, `.duckdb` or `.xlsx`, or a folder.
        tables: What goes to a folder: `json` (a file a document, the default), or tables as `csv`, `jsonl`, `parquet`.

    Raises:
        PolicyParseError: The form does not fit the target.
    """
    form = _FORMS.get(target.suffix.lower())
    if form is not None:
        if tables is not None:
            raise PolicyParseError(f"--tables goes with a folder, not with {target.name}; leave it out")
        if os.path.lexists(target) and not target.is_file():
            raise PolicyParseError("this is no regular file; give a name that is free", path=str(target))
        return form
    if os.path.lexists(target) and not target.is_dir():
        raise PolicyParseError(
            "this is no folder; give a folder, or a name in .jsonl, .duckdb, .xlsx", path=str(target)
        )
    if tables in (None, "json"):
        return "json"
    if tables in ("csv", "jsonl", "parquet"):
        return "tables"
    raise PolicyParseError(f"there is no form {tables!r}; choose json, csv, jsonl or parquet")


_FORMS: Mapping[str, Form] = {".jsonl": "jsonl", ".duckdb": "store", ".xlsx": "tables"}


def open_sink(target: Path, tables: str | None = None, *, fresh: bool = True) -> "Sink":
    """The sink of a target.

    Args:
        target: See `form_of`.
        tables: See `form_of`.
        fresh: Whether what an earlier run left beside the target is forgotten.

    Raises:
        PolicyParseError: The form does not fit the target.
        MissingExtra: The target needs an extra that is not installed.
    """
    form = form_of(target, tables)
    if form == "json":
        return FolderSink(target)
    if form == "jsonl":
        return LinesSink(target, fresh)
    if form == "store":
        return StoreSink(target)
    return TablesSink(target, tables or "xlsx", fresh)  # type: ignore[arg-type]


class FolderSink:
    """A JSON file for each document, below a folder as the documents lie in the corpus; any process may put one."""

    form: Form = "json"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts = folder / PARTS
        folder.mkdir(parents=True, exist_ok=True)
        self._remove_parts()

    def holds(self, record: Record) -> bool:
        """Whether its file is there."""
        return record.output is not None and (self.folder / record.output).is_file()

    def put(self, place: str, payload: bytes) -> Output:
        """Write its file, whole or not at all."""
        output = output_name(place) + ".json"
        with whole_file(self.folder / output, parts=self._parts) as file:
            file.write(payload)
        return Output(output)

    def flush(self) -> None:
        """Nothing waits."""

    def finish(self, records: Iterator[Record]) -> None:
        """Nothing is left to write."""

    def close(self) -> None:
        """Remove what processes that were killed left half written."""
        self._remove_parts()

    def _remove_parts(self) -> None:
        if self._parts.is_symlink():
            raise PolicyParseError("half written files never go through a link; remove it", path=str(self._parts))
        shutil.rmtree(self._parts, ignore_errors=True)


class _Journal:
    """Payloads one after the other in a file beside the target, from which the target is made at the end."""

    form: Form

    def __init__(self, target: Path, fresh: bool) -> None:
        self.target = target
        target.parent.mkdir(parents=True, exist_ok=True)
        self.path = target.with_name(f".{target.name}.journal")
        how = os.O_RDWR | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND) | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.fdopen(os.open(self.path, how, 0o666), "w+b" if fresh else "a+b")
        self._size = self._file.seek(0, os.SEEK_END)

    def holds(self, record: Record) -> bool:
        """Whether its payload is in the journal."""
        return 0 < record.end <= self._size

    def put(self, place: str, payload: bytes) -> Output:
        """Append its payload."""
        start = self._size
        self._file.write(payload)
        self._size += len(payload)
        return Output(None, start, self._size)

    def flush(self) -> None:
        """Hand what was appended to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the journal."""
        self._file.close()

    def _payloads(self, records: Iterator[Record]) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            for record in records:
                if record.failure is None:
                    file.seek(record.start)
                    yield file.read(record.end - record.start)


class LinesSink(_Journal):
    """One JSON Lines file; its journal stays, so that a second run parses only what is new."""

    form: Form = "jsonl"

    def finish(self, records: Iterator[Record]) -> None:
        """Write the lines in order beside the target, then move them there."""
        with whole_file(self.target) as file:
            for payload in self._payloads(records):
                file.write(payload)


class TablesSink(_Journal):
    """Tables in files or a workbook, written at the end."""

    form: Form = "tables"

    def __init__(self, target: Path, form: "Format", fresh: bool) -> None:
        from policyparse.output.table_files import needed_by

        needed_by(form)
        super().__init__(target, fresh)
        self._format: Format = form

    def finish(self, records: Iterator[Record]) -> None:
        """Write the tables."""
        from policyparse.output.table_files import TableFiles

        with TableFiles(self.target, self._format) as files:
            for payload in self._payloads(records):
                files.write(json.loads(payload))


class StoreSink:
    """A store; documents are loaded some hundred at a time."""

    form: Form = "store"

    def __init__(self, path: Path) -> None:
        from policyparse.output.store import Store

        self._store = Store(path)
        self._waiting: list[tuple[str, str, dict[str, str]]] = []

    def holds(self, record: Record) -> bool:
        """Whether its document is in the store."""
        return bool(self._store.query("SELECT 1 FROM models WHERE document = ?", [record.digest]))

    def put(self, place: str, payload: bytes) -> Output:
        """Keep its rows until the next flush."""
        digest, model, rows = json.loads(payload)
        self._waiting.append((digest, model, rows))
        return Output()

    def flush(self) -> None:
        """Load what waits."""
        if self._waiting:
            self._store.load_batch(self._waiting)
            self._waiting.clear()

    def finish(self, records: Iterator[Record]) -> None:
        """Load what waits."""
        self.flush()

    def close(self) -> None:
        """Close the store; what waits is not loaded."""
        self._store.close()


def output_name(place: str) -> str:
    """The name of an output for a place: the place itself, or one that a part of its digest tells from all others.

    Args:
        place: Place of a document in its corpus.
    """
    safe = safe_place(place)
    folders, _, name = safe.rpartition("/")
    if safe == place and all(len(os.fsencode(part)) <= NAME_BYTES for part in safe.split("/")):
        return safe
    mark = "~" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    parts = [
        *(_cut(part, NAME_BYTES) for part in folders.split("/") if part),
        _cut(name, NAME_BYTES - len(mark)) + mark,
    ]
    return "/".join(parts)


def _cut(name: str, size: int) -> str:
    return os.fsencode(name)[:size].decode("utf-8", "ignore") if len(os.fsencode(name)) > size else name


def safe_place(place: str) -> str:
    """A place as the name of a file below a folder, wherever its parts came from."""
    parts = [_UNSAFE.sub("_", part) for part in place.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "_"
