"""Diagnostics with their places in files, as people, editors and CI systems read them."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from policyparse.model.codes import Severity
from policyparse.output.placed import PlacedDiagnostic
from policyparse.output.printable import printable, printable_json
from policyparse.output.sarif import as_sarif


def as_text(findings: Sequence[PlacedDiagnostic]) -> str:
    """One line a finding: `file:line:column: CODE severity message`."""
    return "\n".join(
        f"{printable(f.file)}:{f.start.line}:{f.start.column}: {f.diagnostic.code} {f.diagnostic.severity} "
        f"{printable(f.diagnostic.message)}"
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
    return printable_json(json.dumps(rows, ensure_ascii=False, indent=2))


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
        "title": diagnostic.code,
    }
    if finding.end.line == finding.start.line:
        properties["endColumn"] = finding.end.column
    listed = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{_GITHUB_LEVELS[diagnostic.severity]} {listed}::{_escaped(diagnostic.message)}"


def _escaped(text: str, more: str = "") -> str:
    """Percent signs, line ends and the characters of `more` as their codes, other controls as escapes."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return printable(text)


def as_junit(findings: Sequence[PlacedDiagnostic]) -> str:
    """A JUnit report: a test suite a file, a test case a finding; errors and warnings fail, the rest are skipped.

    It has the elements and attributes that the JUnit schema of Windy Road Technology requires; times are zero, so that
    the same findings give the same report. Where nothing was found there is one case that passes, since services take
    a report without any for a run that failed.
    """
    root = Element("testsuites")
    if not findings:
        _add_case(_suite(root, "policyparse", 0, tests=1), "check", "policyparse")
    for number, (file, group) in enumerate(groupby(findings, key=lambda f: f.file)):
        cases = list(group)
        failed = sum(f.diagnostic.severity != "info" for f in cases)
        suite = _suite(root, printable(file), number, tests=len(cases), failed=failed, skipped=len(cases) - failed)
        for f in cases:
            name = f"{f.diagnostic.code} {f.start.line}:{f.start.column}"
            _add_finding(_add_case(suite, name, printable(file)), f)
    for suite in root:
        SubElement(suite, "system-out")
        SubElement(suite, "system-err")
    return tostring(root, encoding="unicode", xml_declaration=True)


def _suite(root: Element, name: str, number: int, *, tests: int, failed: int = 0, skipped: int = 0) -> Element:
    about = {"name": name, "package": name, "id": str(number)}
    about |= {"timestamp": "1970-01-01T00:00:00", "hostname": "policyparse", "time": "0"}
    about |= {"tests": str(tests), "failures": str(failed), "errors": "0", "skipped": str(skipped)}
    suite = SubElement(root, "testsuite", about)
    SubElement(suite, "properties")
    return suite


def _add_case(suite: Element, name: str, file: str) -> Element:
    return SubElement(suite, "testcase", {"name": name, "classname": file, "time": "0"})


def _add_finding(case: Element, finding: PlacedDiagnostic) -> None:
    message = printable(finding.diagnostic.message)
    if finding.diagnostic.severity == "info":
        SubElement(case, "skipped", {"message": message})
        return
    failure = SubElement(case, "failure", {"message": message, "type": finding.diagnostic.severity})
    failure.text = printable(finding.quote)


WRITERS: Mapping[str, Callable[[Sequence[PlacedDiagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""The writers by the name of their format."""
