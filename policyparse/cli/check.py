"""`policyparse check`: what is wrong or uncertain in documents and in results."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePath
from typing import Annotated, Any

import typer

from policyparse.api import parse as parse_document
from policyparse.batch import Failure, Item, find_items, for_each
from policyparse.cli.configuration import Configuration, check_codes, read_configuration
from policyparse.cli.console import (
    FOUND_SOMETHING,
    UNUSABLE,
    complain,
    console,
    counted,
    give_up,
    interruptible,
    say,
    watched,
)
from policyparse.cli.inputs import processes, require_kind
from policyparse.cli.options import Jobs, Kind, Language, ReferenceDate
from policyparse.model.codes import SEVERITIES, Severity, catalogue
from policyparse.model.diagnostics import Diagnostic
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError, UnknownKind
from policyparse.output.baseline import Baseline, Key, read_sidecar, unaccepted
from policyparse.output.diagnostics import WRITERS
from policyparse.output.messages import language_of, translated
from policyparse.output.placed import PlacedDiagnostic, place_diagnostics
from policyparse.output.printable import printable
from policyparse.output.validation import check_result, is_result
from policyparse.output.whole_file import write_whole
from policyparse.source.formats import read, read_text

RESULT_ENDING = ".json"
SOURCE_ENDINGS = ("", ".txt", ".md")
"""What a result's text may be called beside it, once its `.json` is taken off."""


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
    JUNIT = "junit"


@dataclass(frozen=True, slots=True)
class _Inspection:
    """What was found in a file; a file of a folder that is no policy document at all is skipped."""

    findings: list[PlacedDiagnostic]
    skipped: str | None = None


def _codes(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


Codes = Annotated[str | None, typer.Option(help="Codes or their beginnings, with commas.", show_default=False)]


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Documents, results (.json), folders; - is standard input.", show_default=False),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Least severity that gives exit status 1 [warning].")] = None,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.TEXT,
    select: Codes = None,
    ignore: Codes = None,
    extend_select: Codes = None,
    extend_ignore: Codes = None,
    min_field: Annotated[str | None, typer.Option(help="Fields that are expected, with commas.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="File of accepted findings.", show_default=False)] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(help="Accept what is found: write it here.", show_default=False)
    ] = None,
    kind: Kind = None,
    reference_date: ReferenceDate = None,
    lang: Language = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only, no summary.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Report what is wrong or uncertain in documents, as file:line:column: CODE severity message.

    Without a path it takes the folder in which it is called. Settings come from policyparse.toml or
    [tool.policyparse] in pyproject.toml; options win over them.
    """
    require_kind(kind)
    try:
        settings = _settings(select, ignore, extend_select, extend_ignore, min_field, fail_on)
        accepted = _baseline(baseline, settings)
    except PolicyParseError as error:
        give_up(str(error))
    language = language_of(lang or settings.lang)
    items, failures = _found(paths or [Path()], settings)
    task = partial(_inspect, kind=kind, reference_date=reference_date, settings=settings, language=language)
    with interruptible(lambda: "nothing was changed"):
        results = watched(for_each(task, items, jobs=processes(jobs)), len(items), silent=True)
        findings, skipped = _gathered(results, failures)
    if write_baseline is not None:
        _write(write_baseline, findings)
        return
    findings, gone = accepted.left_of(findings)
    _report(findings, form)
    severities = [finding.diagnostic.severity for finding in findings]
    if not quiet:
        _summarize(severities, gone, skipped, len(items) - len(skipped), len(failures))
    if failures:
        raise typer.Exit(UNUSABLE)
    if any(SEVERITIES.index(s) >= SEVERITIES.index(settings.fail_on) for s in severities):
        raise typer.Exit(FOUND_SOMETHING)


def _gathered(
    results: Iterable[_Inspection | Failure], failures: list[Failure]
) -> tuple[list[PlacedDiagnostic], list[str]]:
    """The findings of all documents, and what was skipped; what failed is complained about and added to `failures`."""
    findings: list[PlacedDiagnostic] = []
    skipped = []
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
            complain(str(result))
        elif result.skipped is not None:
            skipped.append(result.skipped)
        else:
            findings += result.findings
    return findings, skipped


def _summarize(
    severities: Sequence[Severity], gone: Sequence[Key], skipped: Sequence[str], documents: int, failed: int
) -> None:
    for name in skipped:
        say(f"{printable(name)}: skipped, no policy document")
    for key in gone:
        say(f"{printable(key.file)}: {key.code} of the baseline is no longer found: {printable(key.quote[:40])}")
    counts = ", ".join(counted(severities.count(s), s) for s in reversed(SEVERITIES) if s in severities)
    unread = f", {failed} failed" if failed else ""
    say(f"{counted(documents, 'document')}: {counts or 'nothing found'}{unread}")


def _settings(
    select: str | None,
    ignore: str | None,
    extend_select: str | None,
    extend_ignore: str | None,
    min_field: str | None,
    fail_on: FailOn | None,
) -> Configuration:
    """The configuration with the options laid over it."""
    settings = read_configuration(Path())
    over: dict[str, Any] = {
        "select": _codes(select) if select is not None else settings.select,
        "ignore": _codes(ignore) if ignore is not None else settings.ignore,
        "extend_select": settings.extend_select + _codes(extend_select),
        "extend_ignore": settings.extend_ignore + _codes(extend_ignore),
        "min_fields": settings.min_fields + _codes(min_field),
        "fail_on": fail_on.value if fail_on else settings.fail_on,
    }
    settings = settings.model_copy(update=over)
    check_codes(settings)
    return settings


def _baseline(option: Path | None, settings: Configuration) -> Baseline:
    path = option or (Path(settings.baseline) if settings.baseline else None)
    return Baseline() if path is None else Baseline.read(path)


def _write(path: Path, findings: Sequence[PlacedDiagnostic]) -> None:
    try:
        write_whole(path, Baseline.of(findings).text())
    except OSError as error:
        give_up(f"{path}: cannot be written ({error.strerror}); choose another name")
    say(f"{counted(len(findings), 'finding')} accepted in {path}")


def _found(paths: Sequence[Path], settings: Configuration) -> tuple[list[Item], list[Failure]]:
    """The documents of the paths without what the configuration leaves out of folders."""
    items: list[Item] = []
    failures: list[Failure] = []
    for path in paths:
        if str(path) == "-":
            items.append(Item("-", "-", text=sys.stdin.buffer.read().decode("utf-8", "replace")))
            continue
        for found in find_items([path], also=(RESULT_ENDING,)):
            if isinstance(found, Failure):
                failures.append(found)
                complain(str(found))
            elif not (path.is_dir() and settings.leaves_out(PurePath(found.name).as_posix())):
                items.append(found)
    return items, failures


def _inspect(
    item: Item, kind: str | None, reference_date: datetime | None, settings: Configuration, language: str
) -> _Inspection:
    loaded = item.load()
    source = read_text(loaded) if isinstance(loaded, str) else read(loaded)
    of_folder = item.place != item.name.rsplit("/", 1)[-1] or "/" in item.place
    if is_result(source.text):
        document, diagnostics = check_result(source.text, _text_beside(item))
        placed = place_diagnostics(item.name, source.text, diagnostics)
        if document is not None:
            placed += place_diagnostics(item.name, document.text or "", document.diagnostics if document.text else [])
    elif item.name.endswith(RESULT_ENDING):
        return _Inspection([], item.name)
    else:
        try:
            document = parse_document(source, kind=kind, reference_date=reference_date)
        except UnknownKind:
            if of_folder and kind is None:
                return _Inspection([], item.name)
            raise
        placed = place_diagnostics(item.name, source.text, document.diagnostics)
    found_kind = document.kind if document is not None else None
    if document is not None:
        placed += place_diagnostics(item.name, source.text, _missing(document, item.name, settings))
    reported = [f for f in placed if settings.reports(f.diagnostic.code, item.name, found_kind)]
    if item.path is not None and item.member is None:
        reported = unaccepted(reported, read_sidecar(item.path))
    return _Inspection([translated(finding, language) for finding in reported])


def _text_beside(item: Item) -> str | None:
    """The text of a result, where it lies beside it without the ending `.json`."""
    if item.path is None:
        return None
    stem = item.path.with_suffix("")
    for ending in SOURCE_ENDINGS:
        beside = stem.with_name(stem.name + ending)
        if beside.is_file() and beside != item.path:
            return read(beside).text
    return None


def _missing(document: Document, file: str, settings: Configuration) -> list[Diagnostic]:
    """What is expected of a document and has no value."""
    return [
        Diagnostic(code="PP705", severity=catalogue()["PP705"].severity, message=f"{name} has no value")
        for name in settings.expected_fields(file, document.kind)
        if not _value(document, name)
    ]


def _value(document: Document, name: str) -> Any:
    value: Any = document
    for part in name.split("."):
        value = getattr(value, part, None)
    return value


_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}


def _report(findings: Sequence[PlacedDiagnostic], form: Format) -> None:
    """Write findings; as text with colours on a terminal."""
    if form is not Format.TEXT:
        if findings or form is not Format.GITHUB:
            typer.echo(WRITERS[form](findings))
        return
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
