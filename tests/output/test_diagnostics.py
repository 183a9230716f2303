import json
from xml.etree.ElementTree import fromstring

import pytest

import policyparse
from policyparse import Diagnostic, Span
from policyparse.output.diagnostics import WRITERS
from policyparse.output.placed import PlacedDiagnostic, place_diagnostics

TEXT = "某市决定\n来源：[db:来源]\n第五条"


@pytest.fixture
def findings() -> list[PlacedDiagnostic]:
    return place_diagnostics(
        "a,b/决定.txt",
        TEXT,
        [
            Diagnostic(code="PP401", severity="warning", message="100% lost:\n第二条", span=Span(start=16, end=19)),
            Diagnostic(code="PP202", severity="info", message="a placeholder", span=Span(start=8, end=15)),
            Diagnostic(code="PP203", severity="info", message="no date"),
        ],
    )


def test_places_are_in_order_of_the_text(findings: list[PlacedDiagnostic]) -> None:
    assert [(f.diagnostic.code, *f.start, *f.end) for f in findings] == [
        ("PP203", 1, 1, 1, 1),
        ("PP202", 2, 4, 2, 11),
        ("PP401", 3, 1, 3, 4),
    ]


def test_text(findings: list[PlacedDiagnostic]) -> None:
    assert WRITERS["text"](findings[:2]) == (
        "a,b/决定.txt:1:1: PP203 info no date\na,b/决定.txt:2:4: PP202 info a placeholder"
    )


def test_json(findings: list[PlacedDiagnostic]) -> None:
    assert json.loads(WRITERS["json"](findings))[1] == {
        "file": "a,b/决定.txt",
        "line": 2,
        "column": 4,
        "end_line": 2,
        "end_column": 11,
        "code": "PP202",
        "severity": "info",
        "message": "a placeholder",
        "span": {"start": 8, "end": 15},
    }


def test_github_escapes_what_would_end_a_command(findings: list[PlacedDiagnostic]) -> None:
    assert WRITERS["github"](findings).splitlines()[2] == (
        "::warning file=a%2Cb/决定.txt,line=3,col=1,title=PP401,endColumn=4::100%25 lost:%0A第二条"
    )


def test_sarif(findings: list[PlacedDiagnostic]) -> None:
    log = json.loads(WRITERS["sarif"](findings))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PP202", "PP203", "PP401"]
    assert [(r["ruleId"], r["ruleIndex"], r["level"]) for r in run["results"]] == [
        ("PP203", 1, "note"),
        ("PP202", 0, "note"),
        ("PP401", 2, "warning"),
    ]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%2Cb/%E5%86%B3%E5%AE%9A.txt"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    driver = run["tool"]["driver"]
    assert driver["version"] == policyparse.__version__
    assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == ["note", "note", "warning"]
    assert len({r["partialFingerprints"]["codeAndQuote/v1"] for r in run["results"]}) == 3
    assert place["region"] == {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 11}


def test_nothing_found() -> None:
    assert WRITERS["text"]([]) == WRITERS["github"]([]) == ""
    assert json.loads(WRITERS["json"]([])) == []
    assert json.loads(WRITERS["sarif"]([]))["runs"][0]["results"] == []


REQUIRED = {
    "testsuite": {"name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "time"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type"},
}
"""Attributes that the JUnit schema of Windy Road Technology (JUnit.xsd) requires."""


def test_junit_has_what_its_schema_requires(findings: list[PlacedDiagnostic]) -> None:
    root = fromstring(WRITERS["junit"](findings))
    (suite,) = root
    assert [child.tag for child in suite] == ["properties", *["testcase"] * 3, "system-out", "system-err"]
    for element in root.iter():
        assert REQUIRED.get(element.tag, set()) <= element.attrib.keys(), element.tag
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "2")
    (failure,) = suite.iter("failure")
    assert (failure.get("message"), failure.text) == ("100% lost:\\n第二条", "第五条")


def test_junit_without_findings_is_a_test_that_passes() -> None:
    (suite,) = fromstring(WRITERS["junit"]([]))
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("1", "0", "0")
    assert [child.tag for child in suite] == ["properties", "testcase", "system-out", "system-err"]


def test_names_and_messages_cannot_move_the_cursor() -> None:
    (finding,) = place_diagnostics(
        "\x1b[2Ja\u202e.txt", TEXT, [Diagnostic(code="PP203", severity="info", message="a\rb")]
    )
    assert WRITERS["text"]([finding]) == "\\x1b[2Ja\\u202e.txt:1:1: PP203 info a\\rb"
    for form in ("sarif", "json"):
        json.loads(WRITERS[form]([finding]))
    fromstring(WRITERS["junit"]([finding]))
