"""The document types, in the order in which they are asked."""

from policyparse.documents.briefing import BRIEFING
from policyparse.documents.decision import DECISION
from policyparse.documents.document_type import DocumentType
from policyparse.documents.meeting import MEETING
from policyparse.documents.official_document import OFFICIAL_DOCUMENT
from policyparse.model.errors import UnknownKind
from policyparse.model.kinds import KINDS

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DECISION,  # lays down rules
    OFFICIAL_DOCUMENT,  # has the form of any other official document
    MEETING,  # its title names a meeting
    BRIEFING,  # any other prose
)


def document_type_of(kind: str) -> DocumentType:
    """The document type with the name `kind`.

    Raises:
        UnknownKind: There is none.
    """
    for document_type in DOCUMENT_TYPES:
        if document_type.kind == kind:
            return document_type
    raise UnknownKind(f"there is no kind {kind!r}; choose one of {', '.join(KINDS)}", {})
