"""A corpus to look things up in: the documents of a store, or documents in memory."""

from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

from policyparse.model.document import Document
from policyparse.output.cited_places import parse_place
from policyparse.output.provision_index import ProvisionIndex
from policyparse.output.provisions import Provision

if TYPE_CHECKING:
    from policyparse.output.store import Store

DOCUMENTS_SEARCHED = 50
"""Number of documents of a store among whose provisions the best are found."""


class Corpus:
    """Documents to look things up in. One at a time asks a store, from whatever thread.

    Args:
        source: A store, of which only those documents are taken out that a question is about; or documents, which
            stay in memory.
    """

    def __init__(self, source: "Store | Iterable[Document]") -> None:
        from policyparse.output.store import Store

        self._store = source if isinstance(source, Store) else None
        self._index = None if isinstance(source, Store) else ProvisionIndex(source)
        self._lock = Lock()

    def index_for(self, text: str) -> ProvisionIndex:
        """An index of the documents that a text cites or may quote, at least."""
        if self._store is None:
            return self._whole()
        with self._lock:
            return self._store.index_for(text)

    def search(self, words: str, most: int) -> list[Provision]:
        """The provisions that hold most of some words, the best first.

        Args:
            words: The words.
            most: Maximum number of provisions.
        """
        if self._store is None:
            return self._whole().search(words, most)
        with self._lock:
            digests = self._store.documents_saying(words, DOCUMENTS_SEARCHED)
            return ProvisionIndex(self._store.documents(digests)).search(words, most)

    def documents(self, name: str) -> ProvisionIndex:
        """An index of the documents of a title, number or identifier, at least."""
        if self._store is None:
            return self._whole()
        with self._lock:
            return ProvisionIndex(self._store.documents(self._store.documents_named(name)))

    def provisions(self, name: str, place: str) -> list[Provision]:
        """The provisions at a place of the documents of a title or number.

        Args:
            name: Title, number, or an identifier of a version or provision.
            place: 第二条第一款第（三）项, or a label as printed; not read where `name` identifies a provision.
        """
        index = self.documents(name)
        if "#" in name:
            return index.identified(name)
        return index.find(name, parse_place(place)) or index.labelled(name, place)

    def _whole(self) -> ProvisionIndex:
        assert self._index is not None
        return self._index
