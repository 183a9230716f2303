"""What of a store a text is about: the documents that it cites, and those whose words it quotes.

Which those are is asked with SQL, more rather than fewer; what they really say is compared afterwards.
"""

import re
from collections.abc import Iterable
from typing import Any, Protocol

from policyparse.knowledge.fold import fold

PIECE_LENGTH = 4
"""Length of the pieces of a quotation that are looked for, in characters."""

MOST_PIECES = 40
"""Maximum number of pieces of one quotation that are looked for."""

MOST_DOCUMENTS = 20
"""Maximum number of documents that are compared with one title or quotation."""

_RUN = re.compile(r"[\u4e00-\u9fff]+|[0-9]+|[A-Za-z]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_STATE = "中华人民共和国"


class Asked(Protocol):
    """What can be asked with SQL."""

    def query(self, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
        """The rows of an answer."""


def documents_named(store: Asked, name: str) -> list[str]:
    """Digests of the documents whose title or number has all words of a name, the shortest first.

    Where there is none, of those that have all words from 关于 on. An identifier names the document that has it.
    """
    if name.startswith("cn/"):
        asked = "SELECT document FROM documents WHERE work_id = ? OR version_id = ? ORDER BY document LIMIT ?"
        version = name.partition("#")[0]
        return [row["document"] for row in store.query(asked, [version, version, MOST_DOCUMENTS])]
    folded = fold(name).replace(_STATE, "")
    at = folded.find("关于")
    return _having(store, folded) or (_having(store, folded[at:]) if at > 0 else [])


def _having(store: Asked, name: str) -> list[str]:
    runs = _RUN.findall(name)
    if not runs:
        return []
    titled = " AND ".join("contains(title, ?)" for _ in runs)
    numbered = " AND ".join("contains(document_number, ?)" for _ in runs)
    asked = (
        f"SELECT document FROM documents WHERE ({titled}) OR ({numbered}) "
        f"GROUP BY document ORDER BY min(length(title)), document LIMIT {MOST_DOCUMENTS}"
    )
    return [row["document"] for row in store.query(asked, [*runs, *runs])]


def documents_saying(store: Asked, words: str, most: int = MOST_DOCUMENTS) -> list[str]:
    """Digests of the documents with the provision that has most pieces of some words, the best first."""
    pieces = _pieces(words)
    if not pieces:
        return []
    score = " + ".join("contains(text, ?)::INTEGER" for _ in pieces)
    asked = (
        f"SELECT document, max({score}) AS score FROM provisions GROUP BY document "
        f"HAVING score > 0 ORDER BY score DESC, document LIMIT {most}"
    )
    return [row["document"] for row in store.query(asked, list(pieces))]


def documents_about(store: Asked, names: Iterable[str], quotations: Iterable[str]) -> list[str]:
    """Digests of the documents that names name and quotations may quote, each once."""
    found = [digest for name in names for digest in documents_named(store, name)]
    found += [digest for words in quotations for digest in documents_saying(store, words)]
    return list(dict.fromkeys(found))


def _pieces(words: str) -> list[str]:
    """Pieces of the Chinese words, evenly spread where they are many; width and marks are in none of them."""
    runs = _HAN.findall(words)
    length = min(PIECE_LENGTH, max(map(len, runs), default=0))
    if length < 2:
        return []
    found = [run[i : i + length] for run in runs for i in range(len(run) - length + 1)]
    found = list(dict.fromkeys(found))
    step = -(-len(found) // MOST_PIECES)
    return found[::step]
