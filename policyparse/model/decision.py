"""The public model of a decision, statute, regulation or interpretation."""

from policyparse.model.content import Attachment, DecisionContent, DecisionContentDraft
from policyparse.model.document import Document, DocumentDraft

__all__ = [
    "Attachment",
    "Decision",
    "DecisionDraft",
]
"""A document is built at its first use, and looks up here what is attached to it."""


class Decision(DecisionContent, Document):
    """A decision, statute, regulation, set of rules or interpretation (决定、法律、条例、规定、办法、解释)."""


class DecisionDraft(DecisionContentDraft, DocumentDraft):
    """Draft of `Decision`."""
