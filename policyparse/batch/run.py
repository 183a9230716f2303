"""A run: a corpus goes into a target, in order, and can be taken up again where it stopped."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from policyparse import __version__
from policyparse.api import parse
from policyparse.batch.failure import Failure
from policyparse.batch.items import Item, find_items
from policyparse.batch.sinks import Form, Sink, open_sink, payload_of
from policyparse.batch.state import Record, State
from policyparse.batch.workers import for_each
from policyparse.model.document import Document
from policyparse.source.limits import Limits

FLUSH_DOCUMENTS, FLUSH_SECONDS = 500, 5.0
"""How many documents, and how much time, may pass until what was done is durable."""


DOCUMENT_LIMITS = Limits(seconds=60.0, memory=None)
"""What a document may take where nothing else is said."""


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        documents: How many documents it met.
        parsed: How many it parsed now; the others were as in an earlier run.
        failures: How many could not be parsed.
        reprints: How many are reprints of another: same number, title and issuer.
        gone: How many outputs are of documents that are no longer there.
        kinds: Documents by kind.
        codes: Diagnostics by code.
        seconds: How long it took.
    """

    documents: int = 0
    parsed: int = 0
    failures: int = 0
    reprints: int = 0
    gone: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Turn:
    """An item with what an earlier run knows of it."""

    name: str
    item: Item
    known: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class _Result:
    """What a worker made of an item: its record, and its payload where it was parsed."""

    record: Record
    payload: bytes | None


def run(
    paths: Iterable[Path],
    target: Path,
    *,
    tables: str | None = None,
    jobs: int = 1,
    resume: bool = False,
    limits: Limits = DOCUMENT_LIMITS,
    options: Mapping[str, Any] | None = None,
    on_result: Callable[[Failure | None], None] = lambda failure: None,
    each: Callable[..., Iterator[Any]] = for_each,
) -> Summary:
    """Parse a corpus into a target.

    Args:
        paths: Files, folders, archives, JSON Lines, `-`; see `find_items`.
        target: A folder, or a name in `.jsonl`, `.duckdb`, `.xlsx`; see `open_sink`.
        tables: What goes to a folder: `json`, `csv`, `jsonl`, `parquet`.
        jobs: Number of processes.
        resume: Whether documents that an earlier run parsed by the same rules are left as they are.
        limits: What a document may take.
        options: Arguments of `parse`.
        on_result: Called after each document, with the failure where it is one.
        each: What gives the results of a task for items in order: `for_each`, or that of a cluster.

    Returns:
        What was done.

    Raises:
        PolicyParseError: The target cannot be opened.
        OSError: The target cannot be written.
    """
    started = time.monotonic()
    options = dict(options or {})
    sink = open_sink(target, tables, fresh=not resume)
    work = partial(_parse, form=sink.form, rules=_rules(sink.form, options), options=options)
    summary = Summary()
    try:
        with State(_beside(target, "state"), fresh=not resume) as state:
            turns = _turns(find_items(paths), state, sink)
            _collect(
                each(work, turns, jobs=jobs, seconds=limits.seconds, memory=limits.memory),
                sink,
                state,
                summary,
                on_result,
            )
            sink.finish(record for record, _ in state.records())
            summary.kinds, summary.codes, summary.failures = state.counts()
            summary.gone = state.gone()
            summary.reprints = _write_manifest(_manifest(target, sink.form), state)
    finally:
        sink.close()
    summary.seconds = time.monotonic() - started
    return summary


def _turns(items: Iterable[Item | Failure], state: State, sink: Sink) -> Iterator[_Turn | Failure]:
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        record = state.get(item.name)
        known = record is not None and record.failure is None and sink.holds(record)
        yield _Turn(item.name, item, (record.source_digest, record.rules) if record and known else None)


def _collect(
    results: Iterable[_Result | Failure],
    sink: Sink,
    state: State,
    summary: Summary,
    on_result: Callable[[Failure | None], None],
) -> None:
    """Put results into the sink and the state, and make them durable from time to time; the sink first."""
    flushed, since = 0, time.monotonic()
    for number, result in enumerate(results):
        summary.documents += 1
        failure = result if isinstance(result, Failure) else None
        if isinstance(result, Failure):
            record = Record(result.name, "", "", failure=result.reason)
        elif result.payload is None:
            record = state.get(result.record.name) or result.record
        else:
            summary.parsed += 1
            place = result.record.output or result.record.name
            output = sink.put(place, result.payload)
            record = replace(result.record, output=output.name, start=output.start, end=output.end)
        state.put(record, number)
        if number - flushed >= FLUSH_DOCUMENTS or time.monotonic() - since > FLUSH_SECONDS:
            sink.flush()
            state.commit()
            flushed, since = number, time.monotonic()
        on_result(failure)
    sink.flush()


def _parse(turn: _Turn, form: Form, rules: str, options: dict[str, Any]) -> _Result:
    """What a worker does: nothing where the bytes and the rules are those of an earlier run, else the payload."""
    item = turn.item
    loaded = item.load()
    data = loaded.read_bytes() if isinstance(loaded, Path) else loaded if isinstance(loaded, bytes) else loaded.encode()
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    record = Record(item.name, digest, rules, output=item.place)
    if turn.known == (digest, rules):
        return _Result(record, None)
    document = parse(loaded, **options)
    codes = Counter(diagnostic.code for diagnostic in document.diagnostics)
    described = replace(
        record,
        digest=document.digest,
        kind=document.kind,
        title=document.title,
        key=_reprint_key(document),
        codes=dict(sorted(codes.items())),
    )
    return _Result(described, payload_of(document, form))


def _reprint_key(document: Document) -> str | None:
    """What reprints have in common; None for a document without number or title."""
    number = getattr(document, "document_number", None) or getattr(document, "notice_label", None)
    issuer = getattr(document, "issuer", None) or "、".join(getattr(document, "issuers", ()))
    if not (number and document.title):
        return None
    return "\t".join("".join((part or "").split()) for part in (number, document.title, issuer))


def _rules(form: Form, options: Mapping[str, Any]) -> str:
    said = json.dumps(options, sort_keys=True, default=str, ensure_ascii=False)
    return f"policyparse {__version__} {form} {said}"


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")


def _manifest(target: Path, form: Form) -> Path:
    return target / "manifest.jsonl" if form == "json" else target.with_name(f"{target.name}.manifest.jsonl")


def _write_manifest(path: Path, state: State) -> int:
    """Write what became of each document, one line each in order; returns how many are reprints."""
    reprints = 0
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        for record, original in state.records():
            reprints += original is not None
            entry = {
                "name": record.name,
                "source_digest": record.source_digest or None,
                "digest": record.digest,
                "kind": record.kind,
                "title": record.title,
                "output": record.output,
                "codes": record.codes,
                "failure": record.failure,
                "reprint_of": original,
            }
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    beside.replace(path)
    return reprints
