"""Diagnostics with their places in files, as people, editors and CI systems read them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policyparse.model.codes import Severity, catalogue
from policyparse.model.diagnostics import Diagnostic
from policyparse.output.lines import Lines, Place


@dataclass(frozen=True, slots=True)
class PlacedDiagnostic:
    """A diagnostic of a file.

    Attributes:
        file: Path of the file.
        start: Where it begins; the first character of the file where the diagnostic has no place.
        end: Where it ends.
        diagnostic: What was found.
    """

    file: str
    start: Place
    end: Place
    diagnostic: Diagnostic


def place_diagnostics(file: str, text: str, diagnostics: Sequence[Diagnostic]) -> list[PlacedDiagnostic]:
    """Give each diagnostic its lines and columns, in order of the text.

    Args:
        file: Path of the file.
        text: The text that the spans of the diagnostics count in.
        diagnostics: The diagnostics of the document.
    """
    lines = Lines(text)
    findings = []
    for diagnostic in sorted(diagnostics, key=lambda d: d.span.start if d.span else 0):
        start, end = (diagnostic.span.start, diagnostic.span.end) if diagnostic.span else (0, 0)
        findings.append(PlacedDiagnostic(file, lines.place(start), lines.place(end), diagnostic))
    return findings


def as_text(findings: Sequence[PlacedDiagnostic]) -> str:
    """One line a finding: `file:line:column: CODE severity message`."""
    return "\n".join(
        f"{f.file}:{f.start.line}:{f.start.column}: {f.diagnostic.code} {f.diagnostic.severity} {f.diagnostic.message}"
        for f in findings
    )


def as_json(findings: Sequence[PlacedDiagnostic]) -> str:
    """An array of objects with `file`, `line`, `column`, `end_line`, `end_column` and the fields of `Diagnostic`."""
    rows = [
        {
            "file": f.file,
            "line": f.start.line,
            "column": f.start.column,
            "end_line": f.end.line,
            "end_column": f.end.column,
            **f.diagnostic.model_dump(mode="json"),
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[PlacedDiagnostic]) -> str:
    """Workflow commands, which GitHub Actions shows beside the lines."""
    return "\n".join(_workflow_command(f) for f in findings)


_GITHUB_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def _workflow_command(finding: PlacedDiagnostic) -> str:
    diagnostic = finding.diagnostic
    properties = {
        "file": finding.file,
        "line": finding.start.line,
        "col": finding.start.column,
        "title": f"{diagnostic.code} {catalogue()[diagnostic.code].title}",
    }
    if finding.end.line == finding.start.line:
        properties["endColumn"] = finding.end.column
    listed = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{_GITHUB_LEVELS[diagnostic.severity]} {listed}::{_escaped(diagnostic.message)}"


def _escaped(text: str, more: str = "") -> str:
    """Percent signs, line ends and the characters of `more` as their codes."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_sarif(findings: Sequence[PlacedDiagnostic]) -> str:
    """A SARIF 2.1.0 log (OASIS), which code scanning services take."""
    codes = catalogue()
    used = sorted({f.diagnostic.code for f in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": codes[code].title},
            "fullDescription": {"text": codes[code].reason},
            "help": {"text": codes[code].remedy},
        }
        for code in used
    ]
    driver = {"name": "policyparse", "rules": rules}
    results = list(_sarif_results(findings, used))
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


_SARIF_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def _sarif_results(findings: Sequence[PlacedDiagnostic], rules: Sequence[str]) -> Iterator[dict[str, Any]]:
    for f in findings:
        region = {
            "startLine": f.start.line,
            "startColumn": f.start.column,
            "endLine": f.end.line,
            "endColumn": f.end.column,
        }
        yield {
            "ruleId": f.diagnostic.code,
            "ruleIndex": rules.index(f.diagnostic.code),
            "level": _SARIF_LEVELS[f.diagnostic.severity],
            "message": {"text": f.diagnostic.message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": f.file}, "region": region}}],
        }


WRITERS: Mapping[str, Callable[[Sequence[PlacedDiagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The writers by the name of their format."""
