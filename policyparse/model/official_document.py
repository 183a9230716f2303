"""The public model of an official document."""

from policyparse.model.content import Attachment, OfficialContent, OfficialContentDraft
from policyparse.model.document import Document, DocumentDraft

__all__ = [
    "Attachment",
    "OfficialDocument",
    "OfficialDocumentDraft",
]
"""A document is built at its first use, and looks up here what is attached to it."""


class OfficialDocument(OfficialContent, Document):
    """A notice, opinion, reply, letter, plan or another official document (公文)."""


class OfficialDocumentDraft(OfficialContentDraft, DocumentDraft):
    """Draft of `OfficialDocument`."""
