"""`policyparse check`: what is wrong or uncertain in documents and in results."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePath
from typing import Annotated

import typer

from policyparse.batch import Failure, Item, find_items, for_each
from policyparse.batch.items import STANDARD_INPUT
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
from policyparse.cli.extensions import named_extensions
from policyparse.cli.inputs import processes, require_kind, standard_input
from policyparse.cli.inspection import Inspection, inspect_item
from policyparse.cli.options import Jobs, Kind, Language, Readers, ReferenceDate, Types
from policyparse.cli.results import RESULT_ENDING
from policyparse.model.codes import SEVERITIES, Severity
from policyparse.model.errors import PolicyParseError
from policyparse.output.baseline import Baseline, Key
from policyparse.output.diagnostics import WRITERS
from policyparse.output.messages import language_of
from policyparse.output.placed import PlacedDiagnostic
from policyparse.output.printable import printable
from policyparse.output.whole_file import write_whole


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


def _parts(text: str | None) -> list[str]:
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
    exclude: Annotated[
        str | None, typer.Option(help="Globs of what is left out of folders, with commas.", show_default=False)
    ] = None,
    extend_exclude: Annotated[str | None, typer.Option(help="Globs added to --exclude.", show_default=False)] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out files that are named, too; for hooks.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="File for the findings.", show_default=False)] = None,
    kind: Kind = None,
    types: Types = None,
    readers: Readers = None,
    reference_date: ReferenceDate = None,
    lang: Language = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only, no summary.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Report what is wrong or uncertain in documents, as file:line:column: CODE severity message.

    Without a path it takes the folder in which it is called. Settings come from policyparse.toml or
    [tool.policyparse] in pyproject.toml; options win over them.
    """
    try:
        over: dict[str, str | None] = {"select": select, "ignore": ignore, "exclude": exclude, "fail_on": fail_on}
        added = {
            "extend_select": extend_select,
            "extend_ignore": extend_ignore,
            "extend_exclude": extend_exclude,
            "min_fields": min_field,
        }
        settings = _settings(over, added, types)
        others = named_extensions(settings.types, [*(readers or ()), *settings.readers])
        accepted = _baseline(baseline, settings)
    except PolicyParseError as error:
        give_up(str(error))
    require_kind(kind, others.types)
    language = language_of(lang or settings.lang)
    paths = paths or [Path()]
    items, failures = _found(paths, settings, others.endings, force_exclude=force_exclude)
    named = frozenset() if force_exclude else frozenset(str(path) for path in paths)
    task = partial(
        inspect_item,
        settings=settings,
        others=others,
        language=language,
        named=named,
        kind=kind,
        reference_date=reference_date,
    )
    with interruptible(lambda: "nothing was changed"):
        results = watched(for_each(task, items, jobs=processes(jobs)), len(items), silent=True)
        findings, skipped = _gathered(results, failures)
    if write_baseline is not None:
        _write(write_baseline, Baseline.of(findings).text())
        say(f"{counted(len(findings), 'finding')} accepted in {write_baseline}")
        return
    findings, gone = accepted.left_of(findings)
    if out is None:
        _report(findings, form)
    else:
        _write(out, WRITERS[form](findings) + "\n")
    severities = [finding.diagnostic.severity for finding in findings]
    if not quiet:
        _summarize(severities, gone, skipped, len(items) - len(skipped), len(failures))
    if failures:
        raise typer.Exit(UNUSABLE)
    if any(SEVERITIES.index(s) >= SEVERITIES.index(settings.fail_on) for s in severities):
        raise typer.Exit(FOUND_SOMETHING)


def _gathered(
    results: Iterable[Inspection | Failure], failures: list[Failure]
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
    over: Mapping[str, str | None], added: Mapping[str, str | None], types: Sequence[str] | None
) -> Configuration:
    """The configuration with the options laid over it, or added to it."""
    settings = read_configuration(Path())
    replaced = {
        name: value if name == "fail_on" else _parts(value) for name, value in over.items() if value is not None
    }
    extended = {name: getattr(settings, name) + _parts(value) for name, value in added.items()}
    taking_part = list(dict.fromkeys([*(types or ()), *settings.types]))
    settings = settings.model_copy(update=replaced | extended | {"types": taking_part})
    check_codes(settings)
    return settings


def _baseline(option: Path | None, settings: Configuration) -> Baseline:
    path = option or (Path(settings.baseline) if settings.baseline else None)
    return Baseline() if path is None else Baseline.read(path)


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        give_up(f"{path}: cannot be written ({error.strerror}); choose another name")


def _found(
    paths: Sequence[Path], settings: Configuration, endings: tuple[str, ...], *, force_exclude: bool
) -> tuple[list[Item], list[Failure]]:
    """The documents of the paths without what the configuration leaves out of folders, or of all paths."""
    items: list[Item] = []
    failures: list[Failure] = []
    for path in paths:
        if str(path) == STANDARD_INPUT:
            items.append(Item(STANDARD_INPUT, STANDARD_INPUT, data=standard_input()))
            continue
        for found in find_items([path], also=(RESULT_ENDING, *endings)):
            if isinstance(found, Failure):
                failures.append(found)
                complain(str(found))
            elif not ((force_exclude or path.is_dir()) and settings.leaves_out(PurePath(found.name).as_posix())):
                items.append(found)
    return items, failures


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
