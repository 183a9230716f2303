"""Chinese policy documents as validated, grounded data.

A public name is loaded when it is first used: `import policyparse` alone costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyparse.api import clean, json_schema, parse
    from policyparse.core.diagnostics import Diagnostic
    from policyparse.core.errors import PolicyParseError, UnknownKind, UnreadableInput
    from policyparse.core.model import Span
    from policyparse.documents.briefing.model import NewsBriefing
    from policyparse.documents.decision.consolidation import apply_amendments, text_of
    from policyparse.documents.decision.model import Decision
    from policyparse.documents.meeting.model import Meeting
    from policyparse.documents.model import Document
    from policyparse.documents.reconciliation import Reconciliation, reconcile
    from policyparse.formats import read
    from policyparse.plan.model import Indicator, IndustryPlan
    from policyparse.plan.targets import targets
    from policyparse.text.cleaning import CleanText
    from policyparse.text.source import SourceText

__version__ = "0.1.0"

__all__ = [
    "CleanText",
    "Decision",
    "Diagnostic",
    "Document",
    "Indicator",
    "IndustryPlan",
    "Meeting",
    "NewsBriefing",
    "PolicyParseError",
    "Reconciliation",
    "SourceText",
    "Span",
    "UnknownKind",
    "UnreadableInput",
    "__version__",
    "apply_amendments",
    "clean",
    "json_schema",
    "parse",
    "read",
    "reconcile",
    "targets",
    "text_of",
]

_HOMES = {
    "clean": "policyparse.api",
    "json_schema": "policyparse.api",
    "parse": "policyparse.api",
    "Diagnostic": "policyparse.core.diagnostics",
    "PolicyParseError": "policyparse.core.errors",
    "UnknownKind": "policyparse.core.errors",
    "UnreadableInput": "policyparse.core.errors",
    "Span": "policyparse.core.model",
    "NewsBriefing": "policyparse.documents.briefing.model",
    "apply_amendments": "policyparse.documents.decision.consolidation",
    "text_of": "policyparse.documents.decision.consolidation",
    "Decision": "policyparse.documents.decision.model",
    "Meeting": "policyparse.documents.meeting.model",
    "Document": "policyparse.documents.model",
    "Reconciliation": "policyparse.documents.reconciliation",
    "reconcile": "policyparse.documents.reconciliation",
    "read": "policyparse.formats",
    "Indicator": "policyparse.plan.model",
    "IndustryPlan": "policyparse.plan.model",
    "targets": "policyparse.plan.targets",
    "CleanText": "policyparse.text.cleaning",
    "SourceText": "policyparse.text.source",
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
