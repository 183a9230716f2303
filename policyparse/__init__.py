"""Chinese policy documents as validated, grounded data.

A public name is loaded when it is first used: `import policyparse` alone costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from policyparse.model.version import VERSION

if TYPE_CHECKING:
    from policyparse.api import clean, json_schema, parse
    from policyparse.documents.document_type import DocumentType
    from policyparse.model.base import Span
    from policyparse.model.briefing import NewsBriefing
    from policyparse.model.decision import Decision
    from policyparse.model.diagnostics import Diagnostic
    from policyparse.model.document import Document
    from policyparse.model.errors import PolicyParseError, UnknownKind, UnreadableInput, UnusableExtension
    from policyparse.model.meeting import Meeting
    from policyparse.model.metadata import Metadata
    from policyparse.model.official_document import OfficialDocument
    from policyparse.model.plan import Indicator, IndustryPlan
    from policyparse.output.akoma_ntoso import akoma_ntoso
    from policyparse.output.chunks import Chunk, chunks
    from policyparse.output.comparison.compare import compare
    from policyparse.output.comparison.model import Comparison
    from policyparse.output.edges import Edge, Status
    from policyparse.output.graph import Graph, link
    from policyparse.output.grounding import Grounding, ground
    from policyparse.output.reconciliation import Reconciliation, reconcile
    from policyparse.output.review.page import review
    from policyparse.output.store import Store
    from policyparse.output.tables import rows
    from policyparse.output.targets import targets
    from policyparse.output.verification import Verification, verify
    from policyparse.output.why.explanation import why
    from policyparse.output.why.model import Why
    from policyparse.page.reading import Reading
    from policyparse.repair.cleaning import CleanText
    from policyparse.source.file_reader import FileReader
    from policyparse.source.formats import read
    from policyparse.source.limits import Limits
    from policyparse.source.source_text import SourceText
    from policyparse.statute.composition import text_of
    from policyparse.statute.consolidation import apply_amendments


__version__ = VERSION

__all__ = [
    "Chunk",
    "CleanText",
    "Comparison",
    "Decision",
    "Diagnostic",
    "Document",
    "DocumentType",
    "Edge",
    "FileReader",
    "Graph",
    "Grounding",
    "Indicator",
    "IndustryPlan",
    "Limits",
    "Meeting",
    "Metadata",
    "NewsBriefing",
    "OfficialDocument",
    "PolicyParseError",
    "Reading",
    "Reconciliation",
    "SourceText",
    "Span",
    "Status",
    "Store",
    "UnknownKind",
    "UnreadableInput",
    "UnusableExtension",
    "Verification",
    "Why",
    "__version__",
    "akoma_ntoso",
    "apply_amendments",
    "chunks",
    "clean",
    "compare",
    "ground",
    "json_schema",
    "link",
    "parse",
    "read",
    "reconcile",
    "review",
    "rows",
    "targets",
    "text_of",
    "verify",
    "why",
]

_HOMES = {
    "Edge": "policyparse.output.edges",
    "Status": "policyparse.output.edges",
    "Graph": "policyparse.output.graph",
    "link": "policyparse.output.graph",
    "verify": "policyparse.output.verification",
    "ground": "policyparse.output.grounding",
    "chunks": "policyparse.output.chunks",
    "Verification": "policyparse.output.verification",
    "Grounding": "policyparse.output.grounding",
    "Chunk": "policyparse.output.chunks",
    "OfficialDocument": "policyparse.model.official_document",
    "Store": "policyparse.output.store",
    "rows": "policyparse.output.tables",
    "clean": "policyparse.api",
    "akoma_ntoso": "policyparse.output.akoma_ntoso",
    "compare": "policyparse.output.comparison.compare",
    "Comparison": "policyparse.output.comparison.model",
    "json_schema": "policyparse.api",
    "parse": "policyparse.api",
    "Diagnostic": "policyparse.model.diagnostics",
    "PolicyParseError": "policyparse.model.errors",
    "UnknownKind": "policyparse.model.errors",
    "UnreadableInput": "policyparse.model.errors",
    "Span": "policyparse.model.base",
    "NewsBriefing": "policyparse.model.briefing",
    "apply_amendments": "policyparse.statute.consolidation",
    "text_of": "policyparse.statute.composition",
    "Decision": "policyparse.model.decision",
    "Meeting": "policyparse.model.meeting",
    "Metadata": "policyparse.model.metadata",
    "Document": "policyparse.model.document",
    "Reconciliation": "policyparse.output.reconciliation",
    "reconcile": "policyparse.output.reconciliation",
    "read": "policyparse.source.formats",
    "review": "policyparse.output.review.page",
    "Indicator": "policyparse.model.plan",
    "IndustryPlan": "policyparse.model.plan",
    "targets": "policyparse.output.targets",
    "CleanText": "policyparse.repair.cleaning",
    "SourceText": "policyparse.source.source_text",
    "Limits": "policyparse.source.limits",
    "DocumentType": "policyparse.documents.document_type",
    "Reading": "policyparse.page.reading",
    "FileReader": "policyparse.source.file_reader",
    "UnusableExtension": "policyparse.model.errors",
    "why": "policyparse.output.why.explanation",
    "Why": "policyparse.output.why.model",
}
"""The module of each public name."""

if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted([*globals(), *_HOMES])
