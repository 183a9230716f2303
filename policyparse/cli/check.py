"""`policyparse check`: what is wrong or uncertain in documents."""

import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from policyparse.api import parse as parse_document
from policyparse.batch import Failure, Item, for_each
from policyparse.cli.console import FOUND_SOMETHING, UNUSABLE, complain, console, counted, interruptible, say, watched
from policyparse.cli.inputs import find, processes
from policyparse.cli.options import Jobs, Kind, Paths, ReferenceDate
from policyparse.model.codes import SEVERITIES, Severity
from policyparse.output.diagnostics import WRITERS, PlacedDiagnostic, place_diagnostics
from policyparse.source.formats import read, read_text


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


def check(
    paths: Paths,
    fail_on: Annotated[FailOn, typer.Option(help="Least severity that gives exit status 1.")] = FailOn.WARNING,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.TEXT,
    kind: Kind = None,
    reference_date: ReferenceDate = None,
    jobs: Jobs = 1,
) -> None:
    """Report what is wrong or uncertain in documents, as file:line:column: CODE severity message."""
    documents, failures = find(paths, kind)
    task = partial(_inspect, kind=kind, reference_date=reference_date)
    results = for_each(task, documents, jobs=processes(jobs))
    findings: list[PlacedDiagnostic] = []
    with interruptible(lambda: "nothing was changed"):
        for result in watched(results, len(documents), silent=form is not Format.TEXT):
            if isinstance(result, Failure):
                failures.append(result)
                complain(str(result))
            else:
                findings += result
                if form is Format.TEXT:
                    _show(result)
    if form is not Format.TEXT and (findings or form is not Format.GITHUB):
        typer.echo(WRITERS[form](findings))
    severities = [finding.diagnostic.severity for finding in findings]
    counts = ", ".join(counted(severities.count(s), s) for s in reversed(SEVERITIES) if s in severities)
    unread = f", {len(failures)} failed" if failures else ""
    say(f"{counted(len(documents), 'document')}: {counts or 'nothing found'}{unread}")
    if failures:
        raise typer.Exit(UNUSABLE)
    if any(SEVERITIES.index(s) >= SEVERITIES.index(fail_on.value) for s in severities):
        raise typer.Exit(FOUND_SOMETHING)


def _inspect(item: Item, kind: str | None, reference_date: datetime | None) -> list[PlacedDiagnostic]:
    loaded = item.load()
    source = read_text(loaded) if isinstance(loaded, str) else read(loaded)
    document = parse_document(source, kind=kind, reference_date=reference_date)
    return place_diagnostics(item.name, source.text, document.diagnostics)


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
        console().print(Text.assemble((place, "bold"), ": ", (f"{code} {severity}", colour), " ", message))
