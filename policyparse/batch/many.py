"""Many documents in Python: results and failures as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any

from policyparse.batch.failure import Failure
from policyparse.batch.workers import for_each

if TYPE_CHECKING:
    from policyparse.model.document import Document
    from policyparse.source.source_text import SourceText


@dataclass(frozen=True, slots=True)
class _Given:
    name: str
    document: Any


def parse_many(
    documents: "Iterable[str | bytes | PathLike[str] | SourceText]", *, jobs: int = 1, **options: Any
) -> "Iterator[Document | Failure]":
    """Parse documents, one after the other or in processes.

    Args:
        documents: What `parse` takes, taken when it is needed.
        jobs: Number of processes; more than one pay with hundreds of documents.
        **options: Arguments of `parse`.

    Yields:
        A document or a failure each, in order; no document that cannot be parsed stops the others. A failure is called
        by the path, or by the number of the document from 0.
    """
    given = (_Given(str(d) if isinstance(d, PathLike) else f"#{i}", d) for i, d in enumerate(documents))
    yield from for_each(partial(_parse, options=options), given, jobs=jobs)


def _parse(given: _Given, options: dict[str, Any]) -> "Document":
    from policyparse.api import parse

    return parse(given.document, **options)
