"""The documents that a command is given."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from policyparse.batch import Failure, Item, find_items
from policyparse.batch.items import STANDARD_INPUT
from policyparse.cli.console import complain, give_up
from policyparse.model.kinds import KINDS
from policyparse.output.messages import Language, language_of
from policyparse.source.formats import SIZE_LIMIT


def find(paths: Iterable[Path], kind: str | None) -> tuple[list[Item], list[Failure]]:
    """The documents of the paths; what is no document is complained about at once.

    Args:
        paths: Files and folders; `-` is a document on standard input.
        kind: The kind that every document is taken for.
    """
    require_kind(kind)
    items: list[Item] = []
    failures: list[Failure] = []
    named: list[Path] = []
    for path in paths:
        if str(path) == STANDARD_INPUT:
            items.append(Item(STANDARD_INPUT, "stdin", data=standard_input()))
        else:
            named.append(path)
    for found in find_items(named):
        if isinstance(found, Failure):
            failures.append(found)
            complain(str(found))
        else:
            items.append(found)
    return items, failures


def standard_input() -> bytes:
    """The document on standard input, to one byte beyond the largest that is read."""
    return sys.stdin.buffer.read(SIZE_LIMIT + 1)


def require_kind(kind: str | None) -> None:
    """Give up where there is no such kind."""
    if kind is not None and kind not in KINDS:
        give_up(f"there is no kind {kind!r}; choose one of {', '.join(KINDS)}")


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
