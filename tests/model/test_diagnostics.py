import pydantic
import pytest

from policyparse.model.diagnostics import Diagnostic, Diagnostics


def test_findings_are_kept_in_the_order_in_which_they_are_made() -> None:
    diagnostics = Diagnostics()
    diagnostics.add("PP204", "second place", (9, 10))
    diagnostics.add("PP101", "first place", (3, 4))
    assert [(f.code, f.severity, f.extent) for f in diagnostics.findings] == [
        ("PP204", "warning", (9, 10)),
        ("PP101", "warning", (3, 4)),
    ]


def test_the_same_finding_is_kept_once() -> None:
    diagnostics = Diagnostics()
    diagnostics.add("PP203", "no date")
    diagnostics.add("PP203", "no date")
    diagnostics.add("PP203", "no date", (0, 1))
    assert [f.extent for f in diagnostics.findings] == [None, (0, 1)]


def test_a_code_that_is_in_no_catalogue_is_a_defect() -> None:
    with pytest.raises(KeyError):
        Diagnostics().add("PP999", "no such thing")


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "PP1", "severity": "info", "message": "m"},
        {"code": "PP101", "severity": "fatal", "message": "m"},
        {"code": "PP101", "severity": "info", "message": "m", "line": 3},
    ],
)
def test_a_diagnostic_is_closed(fields: dict[str, object]) -> None:
    with pytest.raises(pydantic.ValidationError):
        Diagnostic.model_validate(fields)
