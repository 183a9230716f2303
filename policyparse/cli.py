"""The command line: parse, check, clean, schema, explain.

Exit status: 0 all is well, 1 `check` found something or `schema --check` something stale, 2 usage or a document
that cannot be parsed, 130 interrupted. Results go to standard output, everything else to standard error.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from policyparse import __version__
from policyparse.api import clean as clean_document
from policyparse.api import json_schema
from policyparse.api import parse as parse_document
from policyparse.batch import Failure, Found, find_documents, for_each
from policyparse.model.codes import SEVERITIES, Severity, catalogue
from policyparse.model.errors import UnknownKind, UnreadableInput
from policyparse.output.changes import write_changes
from policyparse.output.diagnostics import WRITERS, PlacedDiagnostic, place_diagnostics
from policyparse.output.whole_file import write_whole
from policyparse.registry import KINDS, document_type_of
from policyparse.source.formats import read

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

HANDFUL = 5
"""More documents than these are worth a progress bar."""

FOUND_SOMETHING, UNUSABLE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    help="Chinese policy documents as validated, grounded data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
)


class FailOn(StrEnum):
    """Least severity that makes `check` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Format(StrEnum):
    """How `check` writes what it found."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


Paths = Annotated[list[Path], typer.Argument(help="Files, and folders with all below them.", show_default=False)]
Kind = Annotated[str | None, typer.Option(help=f"Take every document for this kind: {', '.join(KINDS)}.")]
ReferenceDate = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="“Today” for 今年, 29日, 近日 where a text has no date of its own."),
]
NamesModel = Annotated[
    bool, typer.Option("--names-model", help="Find persons without an office as well (needs the extra ner).")
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes; 0 for one a processor. They pay with hundreds of files.")]


def main() -> None:
    """Run the command line, in UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    app()


@app.callback(invoke_without_command=True)
def policyparse(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Chinese policy documents as validated, grounded data."""
    if version:
        typer.echo(f"policyparse {__version__}")
        raise typer.Exit


@app.command()
def parse(
    paths: Paths,
    out: Annotated[Path | None, typer.Option(help="Folder for one JSON file a document.", show_default=False)] = None,
    kind: Kind = None,
    reference_date: ReferenceDate = None,
    indent: Annotated[int, typer.Option(min=0, max=8, help="Columns by which JSON is indented.")] = 2,
    compact: Annotated[bool, typer.Option("--compact", help="JSON on one line.")] = False,
    names_model: NamesModel = False,
    jobs: Jobs = 1,
) -> None:
    """Parse documents to JSON.

    One file gives one JSON document on standard output; a folder or several files give JSON Lines, one document a
    line in the order of the files; with --out each document becomes a file of its own.
    """
    documents, failures = _find(paths, kind)
    alone = len(paths) == 1 and not paths[0].is_dir()
    on_one_line = compact or (out is None and not alone)
    width = None if on_one_line else indent
    task = partial(_to_json, kind=kind, reference_date=reference_date, names_model=names_model, indent=width)
    targets = _targets(documents, out) if out is not None else []
    results = for_each(task, [d.path for d in documents], jobs=_processes(jobs))
    written = 0
    with _interruptible(lambda: f"{written} of {len(documents)} documents were written, each of them whole"):
        for i, result in enumerate(_watched(results, len(documents), silent=out is not None)):
            failure = result if isinstance(result, Failure) else None
            if isinstance(result, str):
                failure = _deliver(result, targets[i] if targets else None)
            if failure:
                failures.append(failure)
                _complain(str(failure))
            else:
                written += 1
    if out is not None or (failures and not alone):
        where = f" to {out}" if out is not None else ""
        _say(f"{_counted(written, 'document')} parsed{where}, {len(failures)} failed")
    if failures:
        raise typer.Exit(UNUSABLE)


@app.command()
def check(
    paths: Paths,
    fail_on: Annotated[FailOn, typer.Option(help="Least severity that gives exit status 1.")] = FailOn.WARNING,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.TEXT,
    kind: Kind = None,
    reference_date: ReferenceDate = None,
    jobs: Jobs = 1,
) -> None:
    """Report what is wrong or uncertain in documents, as file:line:column: CODE severity message."""
    documents, failures = _find(paths, kind)
    task = partial(_inspect, kind=kind, reference_date=reference_date)
    results = for_each(task, [d.path for d in documents], jobs=_processes(jobs))
    findings: list[PlacedDiagnostic] = []
    with _interruptible(lambda: "nothing was changed"):
        for result in _watched(results, len(documents), silent=form is not Format.TEXT):
            if isinstance(result, Failure):
                failures.append(result)
                _complain(str(result))
            else:
                findings += result
                if form is Format.TEXT:
                    _show(result)
    if form is not Format.TEXT and (findings or form is not Format.GITHUB):
        typer.echo(WRITERS[form](findings))
    severities = [finding.diagnostic.severity for finding in findings]
    counts = ", ".join(_counted(severities.count(s), s) for s in reversed(SEVERITIES) if s in severities)
    unread = f", {len(failures)} failed" if failures else ""
    _say(f"{_counted(len(documents), 'document')}: {counts or 'nothing found'}{unread}")
    if failures:
        raise typer.Exit(UNUSABLE)
    if any(SEVERITIES.index(s) >= SEVERITIES.index(fail_on.value) for s in severities):
        raise typer.Exit(FOUND_SOMETHING)


@app.command()
def clean(
    file: Annotated[Path, typer.Argument(help="A file.", show_default=False)],
    diff: Annotated[bool, typer.Option("--diff", help="Print what was changed instead, as a unified diff.")] = False,
) -> None:
    """Repair the text of a document and print it, or what was changed in it and by which repair."""
    try:
        cleaned = clean_document(file)
    except UnreadableInput as error:
        _give_up(str(error))
    typer.echo(write_changes(cleaned, str(file)) if diff else cleaned.text, nl=False)
    _say(f"{_counted(len(cleaned.changes), 'change')}, damage {cleaned.damage:.3f}")


@app.command()
def schema(
    kind: Annotated[str | None, typer.Argument(help="One kind; else all.", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for one schema file a kind.", show_default=False)] = None,
    check: Annotated[bool, typer.Option("--check", help="Only compare with those in --out (or schemas).")] = False,
) -> None:
    """Print or write the JSON Schemas of the documents, or check that those written are up to date."""
    _require_kind(kind)
    schemas = {name: json_schema(name) for name in ([kind] if kind else KINDS)}
    if check:
        _compare_schemas(out or Path("schemas"), schemas)
    elif out is not None:
        for name, content in schemas.items():
            failure = _deliver(_schema_text(content), out / _schema_name(name))
            if failure:
                _give_up(str(failure))
    else:
        typer.echo(_schema_text(schemas[kind] if kind else schemas))


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="PP401, say; else all are listed.", show_default=False)] = None,
) -> None:
    """Explain a diagnostic code: what it means, why it is said, what to do."""
    codes = catalogue()
    if code is None:
        for entry in codes.values():
            typer.echo(f"{entry.code}  {entry.severity:<8} {entry.title}")
        return
    found = codes.get(code.upper())
    if found is None:
        _give_up(f"there is no code {code!r}; `policyparse explain` lists all of them")
    console = _console()
    console.print(f"{found.code} {found.title} ({found.severity})", style="bold")
    for label, text in (("Reason", found.reason), ("Remedy", found.remedy), ("Example", found.example)):
        console.print(f"{label + ':':<9}{text}")


def _to_json(
    path: Path, kind: str | None, reference_date: datetime | None, names_model: bool, indent: int | None
) -> str:
    document = parse_document(path, kind=kind, reference_date=reference_date, names_model=names_model)
    return document.model_dump_json(indent=indent)


def _inspect(path: Path, kind: str | None, reference_date: datetime | None) -> list[PlacedDiagnostic]:
    source = read(path)
    document = parse_document(source, kind=kind, reference_date=reference_date)
    return place_diagnostics(str(path), source.text, document.diagnostics)


def _find(paths: Iterable[Path], kind: str | None) -> tuple[list[Found], list[Failure]]:
    """The documents of the paths; what is no document is complained about at once."""
    _require_kind(kind)
    documents: list[Found] = []
    failures: list[Failure] = []
    for found in find_documents(paths):
        if isinstance(found, Failure):
            failures.append(found)
            _complain(str(found))
        else:
            documents.append(found)
    return documents, failures


def _targets(documents: Sequence[Found], out: Path) -> list[Path]:
    """Where each document goes: its name with .json in place of its ending, or after it where two would be alike."""
    if out.exists() and not out.is_dir():
        _give_up(f"{out}: this is no folder; give --out a folder or a name that is free")
    times = Counter(d.name.with_suffix(".json") for d in documents)
    targets: dict[Path, Path] = {}
    for document in documents:
        name = document.name.with_suffix(".json")
        target = out / (name if times[name] == 1 else document.name.with_name(document.name.name + ".json"))
        if target in targets:
            _give_up(f"{target}: {targets[target]} and {document.path} both go here; parse them into two folders")
        targets[target] = document.path
    return list(targets)


def _deliver(text: str, target: Path | None) -> Failure | None:
    """Write a result to its file or to standard output."""
    if target is None:
        typer.echo(text)
        return None
    try:
        write_whole(target, text + "\n")
    except OSError as error:
        return Failure(target, f"cannot be written ({error.strerror}); choose another --out")
    return None


def _compare_schemas(folder: Path, schemas: dict[str, dict[str, Any]]) -> None:
    stale = []
    for name, content in schemas.items():
        file = folder / _schema_name(name)
        try:
            same = file.read_text(encoding="utf-8") == _schema_text(content) + "\n"
        except OSError:
            same = False
        if not same:
            stale.append(file)
    for file in stale:
        _complain(f"{file}: stale or missing; run `policyparse schema --out {folder}`")
    if stale:
        raise typer.Exit(FOUND_SOMETHING)


def _schema_name(kind: str) -> str:
    return f"{kind}.schema.json"


def _schema_text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def _require_kind(kind: str | None) -> None:
    try:
        if kind is not None:
            document_type_of(kind)
    except UnknownKind as error:
        _give_up(error.message)


def _processes(jobs: int) -> int:
    return jobs or os.cpu_count() or 1


def _watched(results: Iterable[T], total: int, *, silent: bool) -> Iterator[T]:
    """The results, with a progress bar on a terminal to which nothing else is written meanwhile.

    Args:
        results: What to go through.
        total: How many there are.
        silent: Nothing is written to standard output before the end.
    """
    if total <= HANDFUL or not sys.stderr.isatty() or (sys.stdout.isatty() and not silent):
        yield from results
        return
    from rich.progress import Progress

    with Progress(console=_console(stderr=True), transient=True) as progress:
        yield from progress.track(results, total=total, description="parsing")


@contextmanager
def _interruptible(state: Callable[[], str]) -> Iterator[None]:
    """One line for an interrupt, which says what was done before it."""
    try:
        yield
    except KeyboardInterrupt:
        _complain(f"interrupted; {state()}")
        raise typer.Exit(INTERRUPTED) from None


_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}


def _show(findings: Sequence[PlacedDiagnostic]) -> None:
    """Write findings as text, with colours on a terminal."""
    if not findings:
        return
    if not sys.stdout.isatty():
        typer.echo(WRITERS["text"](findings))
        return
    from rich.text import Text

    for finding in findings:
        place, rest = WRITERS["text"]([finding]).split(": ", 1)
        code, severity, message = rest.split(" ", 2)
        colour = _COLOURS[finding.diagnostic.severity]
        _console().print(Text.assemble((place, "bold"), ": ", (f"{code} {severity}", colour), " ", message))


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, soft_wrap=True, highlight=False, markup=False, emoji=False)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _complain(message: str) -> None:
    _say(f"policyparse: {message}")


def _give_up(message: str) -> NoReturn:
    _complain(message)
    raise typer.Exit(UNUSABLE)
