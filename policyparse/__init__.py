"""Chinese policy documents as validated, grounded data."""

from policyparse.api import json_schema, parse
from policyparse.core.diagnostics import Diagnostic
from policyparse.core.errors import PolicyParseError, UnknownKind, UnreadableInput
from policyparse.core.model import Span
from policyparse.documents.briefing.model import NewsBriefing
from policyparse.documents.decision.consolidation import apply_amendments, text_of
from policyparse.documents.decision.model import Decision
from policyparse.documents.meeting.model import Meeting
from policyparse.documents.model import Document
from policyparse.formats import read
from policyparse.plan.model import Indicator, IndustryPlan
from policyparse.text.source import SourceText

__version__ = "0.1.0"

__all__ = [
    "Decision",
    "Diagnostic",
    "Document",
    "Indicator",
    "IndustryPlan",
    "Meeting",
    "NewsBriefing",
    "PolicyParseError",
    "SourceText",
    "Span",
    "UnknownKind",
    "UnreadableInput",
    "__version__",
    "apply_amendments",
    "json_schema",
    "parse",
    "read",
    "text_of",
]
