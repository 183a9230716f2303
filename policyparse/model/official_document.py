"""The public model of an official document."""

from policyparse.model.content import OfficialContent, OfficialContentDraft
from policyparse.model.document import Document, DocumentDraft


class OfficialDocument(OfficialContent, Document):
    """A notice, opinion, reply, letter, plan or another official document (公文)."""


class OfficialDocumentDraft(OfficialContentDraft, DocumentDraft):
    """Draft of `OfficialDocument`."""
