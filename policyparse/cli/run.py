"""`policyparse run`: a corpus into a target."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer

from policyparse.batch.run import Summary
from policyparse.batch.run import run as run_corpus
from policyparse.batch.workers import for_each
from policyparse.cli.console import INTERRUPTED, UNUSABLE, complain, counted, give_up, say
from policyparse.cli.extensions import extensions
from policyparse.cli.inputs import processes, require_kind
from policyparse.cli.options import Jobs, Kind, NamesModel, Readers, ReferenceDate, Types
from policyparse.cli.progress import progress
from policyparse.model.errors import PolicyParseError
from policyparse.source.limits import Limits

MEGABYTE = 1024 * 1024

REASONS_SHOWN = 5
"""How many reasons of failures the summary names, the most frequent first."""


class Engine(StrEnum):
    """What parses the documents of a run."""

    PROCESSES = "processes"
    RAY = "ray"


def run(
    corpus: Annotated[
        list[Path],
        typer.Argument(
            help="Files, folders, patterns in quotation marks ('a/**/*.pdf'), .zip, .jsonl(.gz), - for JSON Lines on "
            "standard input.",
            show_default=False,
        ),
    ],
    into: Annotated[Path, typer.Option(help="A folder, or a name in .jsonl, .duckdb or .xlsx.", show_default=False)],
    tables: Annotated[
        str | None, typer.Option(help="Tables instead of documents in a folder: csv, jsonl, parquet.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Leave what an earlier run parsed by the same rules as it is.")
    ] = False,
    kind: Kind = None,
    types: Types = None,
    readers: Readers = None,
    reference_date: ReferenceDate = None,
    names_model: NamesModel = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time for one document.")] = 60.0,
    size: Annotated[int, typer.Option(min=1, max=64, help="Largest document, in megabytes.")] = 64,
    memory: Annotated[int | None, typer.Option(min=64, help="Memory of a process, in megabytes.")] = None,
    jobs: Jobs = 1,
    engine: Annotated[Engine, typer.Option(help="What parses: processes of this machine, or workers of Ray.")] = (
        Engine.PROCESSES
    ),
    address: Annotated[
        str | None,
        typer.Option(help="Address of a Ray cluster: auto, host:6379, ray://host:10001; else Ray is started here."),
    ] = None,
) -> None:
    """Parse a corpus into a folder, a file or a store, in order; what fails is reported, the rest goes on.

    A run that was stopped, however, goes on with --resume; a second run parses only what is new or changed.
    """
    others = extensions(types, readers)
    require_kind(kind, others.types)
    if address is not None and engine is not Engine.RAY:
        give_up("--address is that of a Ray cluster; give --engine ray with it")
    options: dict[str, Any] = {
        "kind": kind,
        "reference_date": reference_date and reference_date.date(),
        "names_model": names_model,
        "with_text": into.suffix in (".duckdb", ".xlsx") or tables is not None,
        **others.options,
    }
    limits = Limits(seconds=seconds, memory=memory and memory * MEGABYTE, size=size * MEGABYTE)
    try:
        with _ended_cleanly(), progress(corpus) as tell:
            summary = run_corpus(
                corpus,
                into,
                tables=tables,
                jobs=processes(jobs),
                resume=resume,
                limits=limits,
                options=options,
                endings=others.endings,
                on_result=tell,
                each=_engine(engine, address),
            )
    except PolicyParseError as error:
        give_up(str(error))
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        give_up(f"{into}: cannot be written ({reason}); choose another --into")
    except KeyboardInterrupt:
        complain(f"stopped; go on with `policyparse run … --into {into} --resume`")
        raise typer.Exit(INTERRUPTED) from None
    _tell(summary, into)
    if summary.failures:
        raise typer.Exit(UNUSABLE)


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """Let SIGTERM and SIGINT end a run, also where the shell has it ignore them: what was done stays."""
    import signal

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _engine(engine: Engine, address: str | None) -> Callable[..., Iterator[Any]]:
    """What gives the results of a task for items in order."""
    if engine is Engine.PROCESSES:
        return for_each
    from policyparse.batch.on_ray import for_each_on_ray

    return partial(for_each_on_ray, address=address)


def _tell(summary: Summary, into: Path) -> None:
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(summary.kinds.items()))
    known = summary.documents - summary.parsed - summary.failures
    say(
        f"{counted(summary.documents, 'document')} into {into} in {summary.seconds:.1f} s: {summary.parsed} parsed, "
        f"{known} known, {summary.failures} failed"
    )
    if kinds:
        say(f"  {kinds}")
    if summary.codes:
        say("  " + ", ".join(f"{code} {number}" for code, number in sorted(summary.codes.items())))
    for reason, number in summary.reasons.most_common(REASONS_SHOWN):
        say(f"  {number} failed: {reason}")
    if len(summary.reasons) > REASONS_SHOWN:
        say(f"  {summary.failures - _shown(summary)} failed for other reasons (manifest: failure)")
    if summary.reprints:
        say(f"  {counted(summary.reprints, 'reprint')} of the same number, title and issuer (manifest: reprint_of)")
    if summary.gone:
        say(f"  {counted(summary.gone, 'output')} of documents that are no longer in the corpus")


def _shown(summary: Summary) -> int:
    return sum(number for _, number in summary.reasons.most_common(REASONS_SHOWN))
