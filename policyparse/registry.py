"""The document types, in the order in which they are asked."""

from policyparse.documents.briefing import BRIEFING
from policyparse.documents.decision import DECISION
from policyparse.documents.document_type import DocumentType
from policyparse.documents.meeting import MEETING

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DECISION,  # lays down rules
    MEETING,  # its title names a meeting
    BRIEFING,  # any other prose
)
