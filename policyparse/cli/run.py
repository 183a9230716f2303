"""`policyparse run`: a corpus into a target."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer

from policyparse.batch.failure import Failure
from policyparse.batch.items import find_items
from policyparse.batch.run import Summary
from policyparse.batch.run import run as run_corpus
from policyparse.cli.console import INTERRUPTED, UNUSABLE, complain, console, counted, give_up, say
from policyparse.cli.inputs import processes, require_kind
from policyparse.cli.options import Jobs, Kind, NamesModel, ReferenceDate
from policyparse.model.errors import PolicyParseError
from policyparse.source.limits import Limits

MEGABYTE = 1024 * 1024


def run(
    corpus: Annotated[
        list[Path],
        typer.Argument(
            help="Files, folders, .zip, .jsonl(.gz), - for JSON Lines on standard input.", show_default=False
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
    reference_date: ReferenceDate = None,
    names_model: NamesModel = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time for one document, with several processes.")] = 60.0,
    memory: Annotated[int | None, typer.Option(min=64, help="Memory of a process, in megabytes.")] = None,
    jobs: Jobs = 1,
) -> None:
    """Parse a corpus into a folder, a file or a store, in order; what fails is reported, the rest goes on.

    A run that was stopped, however, goes on with --resume; a second run parses only what is new or changed.
    """
    require_kind(kind)
    options: dict[str, Any] = {
        "kind": kind,
        "reference_date": reference_date and reference_date.date(),
        "names_model": names_model,
        "with_text": into.suffix in (".duckdb", ".xlsx") or tables is not None,
    }
    limits = Limits(seconds=seconds, memory=memory and memory * MEGABYTE)
    try:
        with _ended_cleanly(), _progress(corpus) as tell:
            summary = run_corpus(
                corpus,
                into,
                tables=tables,
                jobs=processes(jobs),
                resume=resume,
                limits=limits,
                options=options,
                on_result=tell,
            )
    except PolicyParseError as error:
        give_up(str(error))
    except OSError as error:
        give_up(f"{into}: cannot be written ({error.strerror or error}); choose another --into")
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


@contextmanager
def _progress(corpus: list[Path]) -> Iterator[Any]:
    """What is called after each document: failures are complained about, and on a terminal a bar goes on."""
    if not sys.stderr.isatty() or Path("-") in corpus:
        yield lambda failure: complain(str(failure)) if failure else None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[failed]} failed, {task.speed:.0f} a second")
    total = sum(1 for _ in find_items(corpus))
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total, failed=0)
        failed = 0

        def tell(failure: Failure | None) -> None:
            nonlocal failed
            if failure:
                failed += 1
                progress.console.print(f"policyparse: {failure}")
            progress.update(bar, advance=1, failed=failed)

        yield tell


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
    if summary.reprints:
        say(f"  {counted(summary.reprints, 'reprint')} of the same number, title and issuer (manifest: reprint_of)")
    if summary.gone:
        say(f"  {counted(summary.gone, 'output')} of documents that are no longer in the corpus")
