"""Readers, one a format, imported on use.

What a file is, its bytes say; its name is asked only where they do not.
"""

import re
import stat
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from os import PathLike, fsdecode
from pathlib import Path

from policyparse.model.errors import UnreadableInput
from policyparse.source.decode import decode, well_formed
from policyparse.source.file_reader import (
    FileReader,
    NamedReader,
    file_readers,
    read_with,
    reader_for,
)
from policyparse.source.formats.sniff import sniff
from policyparse.source.limits import Limits
from policyparse.source.source_text import SourceText

SIZE_LIMIT = 64 * 1024 * 1024
"""Largest document read, in bytes (of a str: in characters)."""

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".ofd"})
"""Endings of the documents that a folder is searched for."""

_FORMATS = {
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".ofd": "ofd",
    ".doc": "doc",
    ".wps": "wps",
    ".xls": "xls",
}
"""What a file is by its name."""

_WORD = re.compile(r"[^\W_]")
_PATH = re.compile(r"[^\n，。；：]{1,1000}\.(?:txt|text|md|markdown|html?|docx?|pdf|ofd|wps)", re.IGNORECASE)


def read(
    document: bytes | str | PathLike[str], *, limits: Limits | None = None, readers: Iterable[NamedReader] = ()
) -> SourceText:
    """Read a document: plain text, Markdown, a web page, DOCX, PDF or OFD, by its content.

    Args:
        document: The bytes of a document, or the path of a file.
        limits: Bounds for a file from a stranger; a PDF document is then read in a process of its own.
        readers: Readers of others that take part: names under which installed packages register them
            (`policyparse.readers`), or `FileReader`s. They go before ours.

    Returns:
        The text in which all spans of its parse count, with its blocks, hints and places.

    Raises:
        UnreadableInput: Missing, not permitted, empty, binary, too large, protected, damaged, without text, or of a
            format without its reader.
        UnusableExtension: One of `readers` does not exist, cannot be imported, or is no reader.
    """
    others = file_readers(readers)
    if isinstance(document, bytes):
        return _source(document, "", limits, others)
    path = Path(document)
    try:
        return _source(_bytes(path, _largest(limits)), path.suffix.lower(), limits, others)
    except UnreadableInput as error:
        error.path = fsdecode(path)
        raise


def read_text(text: str) -> SourceText:
    """Take a text as it is given.

    Args:
        text: The text itself.

    Returns:
        The same, with U+FFFD for what cannot be written as UTF-8.

    Raises:
        UnreadableInput: Empty, too large, or a path in place of a text.
    """
    if len(text) > SIZE_LIMIT:
        raise UnreadableInput(f"longer than {SIZE_LIMIT} characters; split the document")
    if not _WORD.search(text):
        raise UnreadableInput("the text is empty or has no word in it; give a document with text")
    if _PATH.fullmatch(text):
        raise UnreadableInput(f"{text!r} is a path, and a str is taken for the text itself; give Path({text!r})")
    return SourceText(well_formed(text))


def _largest(limits: Limits | None) -> int:
    return SIZE_LIMIT if limits is None else limits.size


def _bytes(path: Path, size: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise UnreadableInput("this is no regular file but a pipe, socket or device; name a file")
        with path.open("rb") as file:
            return file.read(size + 1)
    except FileNotFoundError:
        raise UnreadableInput("there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableInput("this is a folder; name the files in it") from None
    except PermissionError:
        raise UnreadableInput("no permission to read the file; change its mode or owner") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnreadableInput(f"the file cannot be read ({reason}); check the path") from None


def _source(data: bytes, ending: str, limits: Limits | None, others: Sequence[FileReader]) -> SourceText:
    size = _largest(limits)
    if len(data) > size:
        raise UnreadableInput(f"larger than {size / 1024 / 1024:g} MiB; split the document")
    other = reader_for(others, data, ending) if others else None
    found = sniff(data, ending) if other is None else other.name
    source = _READERS[found](data, limits) if other is None else replace(read_with(other, data), format=found)
    if not _WORD.search(source.text):
        raise UnreadableInput("the file is empty or has no word in it; give a file with text")
    notes = source.notes
    if other is None and ending in _FORMATS and _FORMATS[ending] != found:
        notes = (*notes, ("PP109", f"the name of the file ends in {ending}, its content is {found}"))
    digest = "sha256:" + sha256(data).hexdigest()
    return replace(source, text=well_formed(source.text), notes=notes, source_digest=digest)


def _read_plain(data: bytes, limits: Limits | None) -> SourceText:
    text, encoding = decode(data)
    return SourceText(text, "plain", encoding)


def _read_markdown(data: bytes, limits: Limits | None) -> SourceText:
    text, encoding = decode(data)
    return SourceText(text, "markdown", encoding)


def _read_html(data: bytes, limits: Limits | None) -> SourceText:
    from policyparse.source.formats.html import read_html

    return read_html(data)


def _read_docx(data: bytes, limits: Limits | None) -> SourceText:
    from policyparse.source.formats.docx import read_docx

    return read_docx(data)


def _read_pdf(data: bytes, limits: Limits | None) -> SourceText:
    from policyparse.source.formats.pdf import read_pdf

    return read_pdf(data, limits)


def _read_ofd(data: bytes, limits: Limits | None) -> SourceText:
    from policyparse.source.formats.ofd import read_ofd

    return read_ofd(data)


_READERS = {
    "plain": _read_plain,
    "markdown": _read_markdown,
    "html": _read_html,
    "docx": _read_docx,
    "pdf": _read_pdf,
    "ofd": _read_ofd,
}
