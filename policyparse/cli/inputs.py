"""The documents that a command is given."""

import os
from collections.abc import Iterable
from pathlib import Path

from policyparse.batch import Failure, Item, find_items
from policyparse.cli.console import complain, give_up
from policyparse.model.errors import UnknownKind
from policyparse.registry import document_type_of


def find(paths: Iterable[Path], kind: str | None) -> tuple[list[Item], list[Failure]]:
    """The documents of the paths; what is no document is complained about at once."""
    require_kind(kind)
    items: list[Item] = []
    failures: list[Failure] = []
    for found in find_items(paths):
        if isinstance(found, Failure):
            failures.append(found)
            complain(str(found))
        else:
            items.append(found)
    return items, failures


def require_kind(kind: str | None) -> None:
    """Give up where there is no such kind."""
    try:
        if kind is not None:
            document_type_of(kind)
    except UnknownKind as error:
        give_up(error.message)


def processes(jobs: int) -> int:
    """The number of processes that an option asks for; 0 is one a processor."""
    return jobs or os.cpu_count() or 1
