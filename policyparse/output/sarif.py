"""Findings as a SARIF 2.1.0 log (OASIS), which code scanning services take."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from policyparse.model.codes import Severity, catalogue
from policyparse.output.baseline import fingerprint
from policyparse.output.placed import PlacedDiagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(findings: Sequence[PlacedDiagnostic]) -> str:
    """Write findings as a SARIF log; each has a fingerprint that holds when lines move."""
    from policyparse import __version__

    codes = catalogue()
    used = sorted({f.diagnostic.code for f in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": codes[code].title},
            "fullDescription": {"text": codes[code].reason},
            "help": {"text": codes[code].remedy},
            "helpUri": f"urn:policyparse:code:{code}",
            "defaultConfiguration": {"level": _LEVELS[codes[code].severity]},
        }
        for code in used
    ]
    driver = {"name": "policyparse", "version": __version__, "rules": rules}
    results = list(_results(findings, used))
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _results(findings: Sequence[PlacedDiagnostic], rules: Sequence[str]) -> Iterator[dict[str, Any]]:
    for f in findings:
        region = {
            "startLine": f.start.line,
            "startColumn": f.start.column,
            "endLine": f.end.line,
            "endColumn": f.end.column,
        }
        uri = quote(f.file.replace("\\", "/"), safe="/", errors="surrogateescape")
        yield {
            "ruleId": f.diagnostic.code,
            "ruleIndex": rules.index(f.diagnostic.code),
            "level": _LEVELS[f.diagnostic.severity],
            "message": {"text": f.diagnostic.message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
            "partialFingerprints": {"codeAndQuote/v1": fingerprint(f)},
        }
