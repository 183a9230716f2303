"""Documents that a command takes as they are or as results of an earlier one."""

from pathlib import Path

from policyparse.api import parse
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.validation import check_result, is_result
from policyparse.source.formats import read


def load(path: Path, kind: str | None = None) -> Document:
    """Read a result (.json), or parse a document.

    Args:
        path: The file.
        kind: The kind that a document is taken for.

    Raises:
        PolicyParseError: It cannot be read or parsed, or is a result that does not fit its schema.
    """
    source = read(path)
    if not is_result(source.text):
        return parse(source, kind=kind)
    document, problems = check_result(source.text)
    if document is None:
        raise PolicyParseError(f"this is no result ({problems[0].message}); parse the document again", path=str(path))
    return document
