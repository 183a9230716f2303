"""The document type `meeting`."""

from policyparse.documents.meeting.checks import check
from policyparse.documents.meeting.model import Meeting
from policyparse.documents.meeting.parser import parse, score
from policyparse.documents.document_type import DocumentType

MEETING = DocumentType(kind="meeting", model=Meeting, score=score, parse=parse, check=check)
