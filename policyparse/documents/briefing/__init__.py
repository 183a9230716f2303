"""The document type `briefing`."""

from policyparse.documents.briefing.checks import check
from policyparse.documents.briefing.model import NewsBriefing
from policyparse.documents.briefing.parser import parse, score
from policyparse.documents.document_type import DocumentType

BRIEFING = DocumentType(kind="briefing", model=NewsBriefing, score=score, parse=parse, check=check)
