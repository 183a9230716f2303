"""The document type `decision`."""

from policyparse.documents.decision.checks import check
from policyparse.documents.decision.model import Decision
from policyparse.documents.decision.parser import parse
from policyparse.documents.decision.recognition import score
from policyparse.documents.document_type import DocumentType

DECISION = DocumentType(kind="decision", model=Decision, score=score, parse=parse, check=check)
