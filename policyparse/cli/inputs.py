"""The documents that a command is given."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from policyparse.batch import Failure, Item, find_items
from policyparse.batch.items import STANDARD_INPUT
from policyparse.cli.console import complain, give_up
from policyparse.cli.extensions import Extensions
from policyparse.model.errors import PolicyParseError
from policyparse.model.kinds import KINDS
from policyparse.output.messages import Language, language_of
from policyparse.source.formats import SIZE_LIMIT


def find(paths: Iterable[Path], kind: str | None, others: Extensions) -> tuple[list[Item], list[Failure]]:
    """The documents of the paths; what is no document is complained about at once.

    Args:
        paths: Files and folders; `-` is a document on standard input.
        kind: The kind that every document is taken for.
        others: Document types and readers of others that take part.
    """
    require_kind(kind, others.types)
    items: list[Item] = []
    failures: list[Failure] = []
    named: list[Path] = []
    for path in paths:
        if str(path) == STANDARD_INPUT:
            items.append(Item(STANDARD_INPUT, "stdin", data=standard_input()))
        else:
            named.append(path)
    for found in find_items(named, also=others.endings):
        if isinstance(found, Failure):
            failures.append(found)
            complain(str(found))
        else:
            items.append(found)
    return items, failures


def standard_input() -> bytes:
    """The document on standard input, to one byte beyond the largest that is read."""
    return sys.stdin.buffer.read(SIZE_LIMIT + 1)


def require_kind(kind: str | None, types: Iterable[str] = ()) -> None:
    """Give up where there is no such kind.

    Args:
        kind: The kind, None where none is asked for.
        types: Document types of others that take part.
    """
    if kind is None or kind in KINDS:
        return
    from policyparse.registry import document_type_of

    try:
        document_type_of(kind, types)
    except PolicyParseError as error:
        give_up(str(error))


def processes(jobs: int) -> int:
    """The number of processes that an option asks for; 0 is one a processor."""
    return jobs or os.cpu_count() or 1


def page_language(asked: str | None) -> Language:
    """The language of a page: the one asked for, else Chinese where the locale is, else English.

    Args:
        asked: `zh`, `en` or None; anything else is given up.
    """
    if asked not in (None, "en", "zh"):
        give_up(f"there are no pages in {asked!r}; choose zh or en")
    return language_of(asked)
