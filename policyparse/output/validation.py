"""Checking of results: a JSON file against the schema of its own version, its digest and its places."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from policyparse.model.base import Span
from policyparse.model.diagnostics import Diagnostic
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.model.json_schema import VERSION
from policyparse.model.kinds import KINDS
from policyparse.model.union import read_document
from policyparse.source.source_text import SourceText

_RESULT = re.compile(r'\s{0,100}\{\s{0,100}"schema_version"\s{0,10}:\s{0,10}"')

MOST = 20
"""Maximum number of findings of one kind."""


def is_result(text: str) -> bool:
    """Whether a text is a result of `policyparse parse`: a JSON object that begins with its version."""
    return _RESULT.match(text) is not None


def check_result(
    text: str, source: str | None = None, others: Sequence[type[Document]] = ()
) -> tuple[Document | None, list[Diagnostic]]:
    """Check a result, such as `policyparse parse` writes.

    Args:
        text: The JSON.
        source: The text from which it was made, None where only what the result holds itself can be compared.
        others: Models of document types of others that take part.

    Returns:
        The document, None where it is none, and what is wrong: not by its schema, another text, places outside.

    Raises:
        PolicyParseError: It is no JSON, or of a version that this policyparse does not know.
    """
    try:
        content = json.loads(text)
    except ValueError as error:
        raise PolicyParseError(f"this is no JSON ({error}); give what `policyparse parse` wrote") from None
    version = content.get("schema_version") if isinstance(content, dict) else None
    if version != VERSION:
        remedy = "run `policyparse upgrade`" if version == "1.0" else "use the policyparse that wrote it"
        raise PolicyParseError(f"this is of version {version!r} of the contract, not {VERSION}; {remedy}")
    require_kind(content.get("kind"), others)
    try:
        document = read_document(text, others)
    except ValidationError as error:
        return None, [
            _finding("PP701", f"{'/'.join(str(part) for part in problem['loc'])}: {problem['msg']}")
            for problem in error.errors()[:MOST]
        ]
    given = document.text if document.text is not None else source
    if given is None:
        return document, [
            _finding("PP704", "the text is neither in the result nor beside it; its places were not compared")
        ]
    if SourceText(given).digest != document.digest:
        return document, [_finding("PP702", "the digest is not that of the text")]
    return document, list(_outside(document, len(given)))[:MOST]


def read_result(text: str, others: Sequence[type[Document]] = ()) -> Document:
    """The document that a result holds.

    Args:
        text: The JSON, such as `policyparse parse` writes.
        others: Models of document types of others that take part.

    Raises:
        PolicyParseError: It is no JSON, of another version, or does not fit its schema.
    """
    document, problems = check_result(text, None, others)
    if document is None:
        raise PolicyParseError(f"this is no result ({problems[0].message}); parse the document again")
    return document


def require_kind(kind: object, others: Sequence[type[Document]] = ()) -> None:
    """See that a result is of a kind that takes part.

    Args:
        kind: The kind that the result says.
        others: Models of document types of others that take part.

    Raises:
        PolicyParseError: It is of a document type of others that was not named.
    """
    known = [*KINDS, *(model.model_fields["kind"].default for model in others)]
    if isinstance(kind, str) and kind not in known:
        raise PolicyParseError(
            f"this is of the kind {kind!r}, which is none of {', '.join(known)}; "
            "name the document type that made it (types=[…], --type)"
        )


def _outside(document: Document, length: int) -> Iterator[Diagnostic]:
    for pointer, span in _spans(document.model_dump(), ""):
        if not 0 <= span["start"] <= span["end"] <= length:
            yield _finding("PP703", f"{pointer} is {span['start']} to {span['end']} in a text of {length} characters")


def _spans(node: Any, pointer: str) -> Iterator[tuple[str, dict[str, int]]]:
    if isinstance(node, dict):
        if node.keys() == Span.model_fields.keys() and all(isinstance(v, int) for v in node.values()):
            yield pointer, node
            return
        for key, value in node.items():
            yield from _spans(value, f"{pointer}/{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from _spans(value, f"{pointer}/{i}")


def _finding(code: str, message: str) -> Diagnostic:
    from policyparse.model.codes import catalogue

    return Diagnostic(code=code, severity=catalogue()[code].severity, message=message)
