"""The documents that a text is compared with: a store, or files and folders of documents and results."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from policyparse.api import parse
from policyparse.batch import Failure, Item, find_items
from policyparse.cli.console import HANDFUL, complain, counted, give_up, watched
from policyparse.cli.extensions import Extensions, extensions
from policyparse.cli.results import RESULT_ENDING, read_item
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.corpus import Corpus
from policyparse.output.store import Store
from policyparse.output.validation import is_result, read_result

STORE_ENDING = ".duckdb"
"""How the name of a store ends."""


def open_corpus(paths: list[Path]) -> AbstractContextManager[Corpus]:
    """Open a store, or parse what is in files and folders; results of `policyparse parse` are taken as they are.

    Args:
        paths: One store, or files and folders.

    Raises:
        PolicyParseError: The store cannot be opened.
    """
    if any(path.suffix.lower() == STORE_ENDING for path in paths):
        if len(paths) > 1:
            give_up("give one store, or files and folders without a store")
        return _opened(paths[0])
    return nullcontext(Corpus(_documents(paths)))


class _opened(AbstractContextManager[Corpus]):  # noqa: N801 - used like a function
    def __init__(self, path: Path) -> None:
        self._store = Store(path, read_only=True, types=extensions().types)

    def __enter__(self) -> Corpus:
        return Corpus(self._store)

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _documents(paths: list[Path]) -> Iterator[Document]:
    others = extensions()
    items = list(find_items(paths, also=(RESULT_ENDING, *others.endings)))
    used = 0
    for item in watched(items, len(items), silent=True):
        try:
            document = None if isinstance(item, Failure) else _document(item, others)
        except (PolicyParseError, OSError) as error:
            complain(f"{item.name}: {error.message if isinstance(error, PolicyParseError) else error}")
            continue
        if isinstance(item, Failure):
            complain(str(item))
        elif document is not None:
            used += 1
            yield document
    if not used:
        give_up(f"no document to compare with in {', '.join(map(str, paths))}")
    if len(items) > HANDFUL and used < len(items):
        complain(f"compared with {counted(used, 'document')} of {len(items)}")


def _document(item: Item, others: Extensions) -> Document | None:
    source = read_item(item, others.readers)
    if is_result(source.text):
        return read_result(source.text, others.models)
    return None if item.name.endswith(RESULT_ENDING) else parse(source, types=others.types, with_text=True)
