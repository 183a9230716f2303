"""The document type `meeting`."""

from policyparse.documents.document_type import DocumentType
from policyparse.documents.meeting.checks import check
from policyparse.documents.meeting.model import Meeting
from policyparse.documents.meeting.parser import parse, score

MEETING = DocumentType(kind="meeting", model=Meeting, score=score, parse=parse, check=check)
