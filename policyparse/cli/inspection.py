"""What `policyparse check` finds in one document or result."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from policyparse.api import parse as parse_document
from policyparse.batch import Item
from policyparse.cli.configuration import Configuration
from policyparse.cli.extensions import Extensions
from policyparse.cli.results import RESULT_ENDING, read_item, text_beside
from policyparse.model.codes import catalogue
from policyparse.model.diagnostics import Diagnostic
from policyparse.model.document import Document
from policyparse.model.errors import UnknownKind
from policyparse.output.baseline import read_sidecar, unaccepted
from policyparse.output.messages import translated
from policyparse.output.placed import PlacedDiagnostic, place_diagnostics
from policyparse.output.validation import check_result, is_result


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a file; a file of a folder that is no policy document at all is skipped."""

    findings: list[PlacedDiagnostic]
    skipped: str | None = None


def inspect_item(
    item: Item,
    *,
    settings: Configuration,
    others: Extensions,
    language: str,
    named: frozenset[str],
    kind: str | None = None,
    reference_date: datetime | None = None,
) -> Inspection:
    """Check one document or result.

    Args:
        item: The document or result.
        settings: What is reported of it.
        others: Document types and readers of others that take part.
        language: Language of the messages, `en` or `zh`.
        named: Names of the items that were asked for one by one; any other is skipped where it is no document.
        kind: Kind that the document is taken for.
        reference_date: When it was published, where it does not say so.

    Raises:
        PolicyParseError: It cannot be read, or no kind fits one that was asked for.
    """
    source = read_item(item, others.readers)
    if is_result(source.text):
        document, diagnostics = check_result(source.text, text_beside(item), others.models)
        placed = place_diagnostics(item.name, source.text, diagnostics)
        if document is not None:
            placed += place_diagnostics(item.name, document.text or "", document.diagnostics if document.text else [])
    elif item.name.endswith(RESULT_ENDING):
        return Inspection([], item.name)
    else:
        try:
            document = parse_document(source, kind=kind, types=others.types, reference_date=reference_date)
        except UnknownKind:
            if kind is not None or item.name in named:
                raise
            return Inspection([], item.name)
        placed = place_diagnostics(item.name, source.text, document.diagnostics)
    found_kind = document.kind if document is not None else None
    if document is not None:
        placed += place_diagnostics(item.name, source.text, _missing(document, item.name, settings))
    reported = [f for f in placed if settings.reports(f.diagnostic.code, item.name, found_kind)]
    if item.path is not None and item.member is None:
        reported = unaccepted(reported, read_sidecar(item.path))
    return Inspection([translated(finding, language) for finding in reported])


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
