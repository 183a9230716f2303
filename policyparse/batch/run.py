"""A run: a corpus goes into a target, in order, and can be taken up again where it stopped."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policyparse.batch.failure import Failure
from policyparse.batch.items import Item, find_items
from policyparse.batch.rules import rules_of
from policyparse.batch.sinks import FolderSink, Form, Sink, form_of, open_sink
from policyparse.batch.state import Record, State
from policyparse.batch.task import Result, Turn, Work
from policyparse.batch.workers import for_each
from policyparse.output.whole_file import whole_file
from policyparse.source.limits import Limits

FLUSH_DOCUMENTS, FLUSH_SECONDS = 500, 5.0
"""How many documents, and how much time, may pass until what was done is durable."""

SIZE = 64 * 1024 * 1024
"""Largest document where nothing else is said, in bytes."""


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
        reasons: Failures by reason.
        seconds: How long it took.
    """

    documents: int = 0
    parsed: int = 0
    failures: int = 0
    reprints: int = 0
    gone: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def run(
    paths: Iterable[Path],
    target: Path,
    *,
    tables: str | None = None,
    jobs: int = 1,
    resume: bool = False,
    limits: Limits | None = None,
    options: Mapping[str, Any] | None = None,
    endings: tuple[str, ...] = (),
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
        limits: What a document may take; documents are then parsed in processes of their own, also where it is one.
        options: Arguments of `parse`.
        endings: Further endings for which folders are searched, those of readers of others.
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
    bounds = limits or Limits(seconds=None, memory=None, size=SIZE)
    summary = Summary()
    form = form_of(target, tables)
    target.parent.mkdir(parents=True, exist_ok=True)
    with State(_beside(target, "state"), fresh=not resume) as state:
        sink = open_sink(target, tables, fresh=not resume)
        try:
            put = sink.put if isinstance(sink, FolderSink) and each is for_each else None
            work = Work(form, rules_of(form, options), options, bounds.size, put)
            manifest = _manifest(target, form)
            turns = _turns(find_items(paths, also=endings, without=(target, manifest), apart=True), state, sink)
            results = each(
                work, turns, jobs=jobs, seconds=bounds.seconds, memory=bounds.memory, isolated=limits is not None
            )
            _collect(results, sink, state, summary, on_result)
            sink.finish(record for record, _ in state.records())
            summary.kinds, summary.codes, summary.reasons = state.counts()
            summary.failures = summary.reasons.total()
            summary.gone = state.gone()
            summary.reprints = _write_manifest(manifest, state)
        finally:
            sink.close()
    summary.seconds = time.monotonic() - started
    return summary


def _turns(items: Iterable[Item | Failure], state: State, sink: Sink) -> Iterator[Turn | Failure]:
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        record = state.get(item.name)
        known = None
        if record and record.source_digest and (record.failure is not None or sink.holds(record)):
            known = record.source_digest, record.rules
        yield Turn(item.name, item, known)


def _collect(
    results: Iterable[Result | Failure],
    sink: Sink,
    state: State,
    summary: Summary,
    on_result: Callable[[Failure | None], None],
) -> None:
    """Put results into the sink and the state, and make them durable from time to time; the sink first."""
    flushed, since = 0, time.monotonic()
    for number, result in enumerate(results):
        summary.documents += 1
        record = _settled(result, sink, state)
        summary.parsed += isinstance(result, Result) and (result.payload or result.output) is not None
        state.put(record, number)
        if number - flushed >= FLUSH_DOCUMENTS or time.monotonic() - since > FLUSH_SECONDS:
            sink.flush()
            state.commit()
            flushed, since = number, time.monotonic()
        on_result(None if record.failure is None else Failure(record.name, record.failure))
    sink.flush()


def _settled(result: Result | Failure, sink: Sink, state: State) -> Record:
    """The record of a result, whose payload is put into the sink."""
    if isinstance(result, Failure):
        return Record(result.name, "", "", failure=result.reason)
    record = result.record
    if result.is_known:
        return state.get(record.name) or record
    output = result.output
    if output is None:
        if result.payload is None:
            return record
        output = sink.put(record.output or record.name, result.payload)
    return record._replace(output=output.name, start=output.start, end=output.end)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")


def _manifest(target: Path, form: Form) -> Path:
    return target / "manifest.jsonl" if form == "json" else target.with_name(f"{target.name}.manifest.jsonl")


def _write_manifest(path: Path, state: State) -> int:
    """Write what became of each document, one line each in order; returns how many are reprints."""
    reprints = 0
    with whole_file(path) as file:
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
            line = json.dumps(entry, ensure_ascii=False) + "\n"
            file.write(line.encode("utf-8", "backslashreplace"))  # a half character of a name becomes its JSON escape
    return reprints
