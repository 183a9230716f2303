"""The audit of packages ends well only where all were audited."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

PATH = Path(__file__).resolve().parents[1] / ".ci" / "audit.py"
pytestmark = pytest.mark.skipif(not PATH.exists(), reason="runs in .ci/full")  # an sdist has no .ci

GOOD: dict[str, Any] = {"name": "rich", "version": "13.7", "vulns": []}
BAD: dict[str, Any] = {"name": "regex", "version": "1", "vulns": [{"id": "PYSEC-1"}]}
UNKNOWN: dict[str, Any] = {"name": "jieba", "skip_reason": "not found"}
OWN: dict[str, Any] = {"name": "policyparse", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("dependencies", "status", "words"),
    [
        ([GOOD, OWN], 0, "1 packages audited"),
        ([GOOD, BAD, UNKNOWN], 1, "regex 1: PYSEC-1"),
        ([GOOD, UNKNOWN], 2, "1 could not be: jieba"),
        ([UNKNOWN, OWN], 2, "nothing could be audited"),
        ([OWN], 2, "nothing could be audited"),
        ([], 2, "nothing could be audited"),
    ],
)
def test_verdict(dependencies: list[dict[str, Any]], status: int, words: str) -> None:
    spec = importlib.util.spec_from_file_location("audit", PATH)
    assert spec is not None
    assert spec.loader is not None
    audit = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(audit)
    found = audit.verdict(dependencies)
    assert found[0] == status
    assert words in found[1]
