"""The documents that somebody laid on the local page, and what is made of them."""

import secrets
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policyparse.api import parse
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.messages import Language
from policyparse.output.review.document_view import View, source_of, view
from policyparse.output.review.page import corpus_page, page_of
from policyparse.output.table_files import TableFiles, encode
from policyparse.output.validation import is_result, read_result
from policyparse.source.formats import read
from policyparse.source.limits import Limits
from policyparse.source.source_text import SourceText

MOST_DOCUMENTS = 200
"""Maximum number of documents that are kept; the oldest goes first."""

MOST_CHARACTERS = 20_000_000
"""Maximum length of all texts that are kept, in characters."""

ALL = "all"
"""What stands in an address for all documents."""


@dataclass(frozen=True, slots=True)
class _Laid:
    name: str
    document: Document
    source: SourceText


class Desk:
    """Documents in memory, each under a number that cannot be guessed; nothing is written to disk.

    Args:
        language: Language of the pages.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._laid: OrderedDict[str, _Laid] = OrderedDict()
        self._busy = threading.Lock()

    def lay(self, name: str, content: bytes) -> dict[str, Any]:
        """Parse a file and keep it.

        Args:
            name: Its name.
            content: Its bytes: a document of any format that is read, or a result with its text.

        Returns:
            What the page tells of it, with the number under which it is kept.

        Raises:
            PolicyParseError: It cannot be parsed.
        """
        with self._busy:
            source = read(content, limits=Limits())
            document = _document(source)
            laid = _Laid(name, document, source_of(document, document.text) if document.text is not None else source)
            shown = self._view(laid)
            key = secrets.token_urlsafe(12)
            self._laid[key] = laid
            while len(self._laid) > 1 and self._is_full():
                self._laid.popitem(last=False)
        return {
            "id": key,
            "name": name,
            "title": shown.title,
            "kind": shown.kind,
            "values": shown.values,
            "findings": sum(shown.severities.values()),
        }

    def page(self, key: str) -> str | None:
        """The review page of a document, or of `all`; None where there is none of that number."""
        found = self._found(key)
        views = [self._view(laid) for laid in found]
        if not views:
            return None
        return corpus_page(views, [], self.language) if key == ALL else page_of(views[0], self.language)

    def json(self, key: str) -> str | None:
        """A document, or of `all` one a line, as JSON; None where there is none of that number."""
        indent = None if key == ALL else 2
        return "".join(laid.document.model_dump_json(indent=indent) + "\n" for laid in self._found(key)) or None

    def workbook(self, key: str) -> bytes | None:
        """The tables of a document, or of `all`, as an Excel workbook; None where there is none of that number.

        Raises:
            MissingExtra: The extra `excel` is not installed.
        """
        found = self._found(key)
        if not found:
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tables.xlsx"
            with TableFiles(path, "xlsx") as tables:
                for laid in found:
                    tables.write(encode(laid.document.model_copy(update={"text": laid.source.text})))
            return path.read_bytes()

    def name(self, key: str) -> str:
        """What a document is called, without its ending."""
        found = self._found(key)
        return Path(found[0].name).stem if key != ALL and found else ALL

    def _found(self, key: str) -> list[_Laid]:
        with self._busy:
            return list(self._laid.values()) if key == ALL else [self._laid[key]] if key in self._laid else []

    def _view(self, laid: _Laid) -> View:
        return view(laid.document, laid.source, name=laid.name, language=self.language)

    def _is_full(self) -> bool:
        characters = sum(len(laid.source.text) for laid in self._laid.values())
        return len(self._laid) > MOST_DOCUMENTS or characters > MOST_CHARACTERS


def _document(source: SourceText) -> Document:
    if not is_result(source.text):
        return parse(source)
    document = read_result(source.text)
    if document.text is None:
        raise PolicyParseError("this result holds no text; make it with `policyparse parse --with-text`")
    return document
