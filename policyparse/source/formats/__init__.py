"""Readers, one a format, imported on use.

What a file is, its first bytes say; its name is asked only where they do not.
"""

import re
from os import PathLike, fsdecode
from pathlib import Path

from policyparse.model.errors import UnreadableInput
from policyparse.source.decode import decode, well_formed
from policyparse.source.source_text import SourceText

SIZE_LIMIT = 64 * 1024 * 1024
"""Largest document read, in bytes (of a str: in characters)."""

TEXT_ENDINGS = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""Endings of the documents that a folder is searched for, with the format that each names."""

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a DOCX, XLSX or other zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_HTML = re.compile(rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:!doctype\s{1,9}html|html)\b", re.IGNORECASE)
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_WORD = re.compile(r"[^\W_]")
_PATH = re.compile(r"[^\n，。；：]{1,1000}\.(?:txt|text|md|markdown)", re.IGNORECASE)


def read(document: bytes | str | PathLike[str]) -> SourceText:
    """Read a document: decode its bytes by content.

    Args:
        document: The bytes of a text, or the path of a file.

    Returns:
        The text in which all spans of its parse count.

    Raises:
        UnreadableInput: Missing, not permitted, empty, binary, too large, or of a format without its reader.
    """
    if isinstance(document, bytes):
        return _source(document)
    path = Path(document)
    try:
        return _source(_bytes(path), path.suffix.lower())
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


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise UnreadableInput("there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableInput("this is a folder; name the files in it") from None
    except PermissionError:
        raise UnreadableInput("no permission to read the file; change its mode or owner") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnreadableInput(f"the file cannot be read ({reason}); check the path") from None


def _source(data: bytes, ending: str = "") -> SourceText:
    if len(data) > SIZE_LIMIT:
        raise UnreadableInput(f"larger than {SIZE_LIMIT // 1024 // 1024} MiB; split the document")
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"this is {name}, which has no reader; convert it to UTF-8 text")
    if ending in _HTML_ENDINGS or _HTML.match(data):
        raise UnreadableInput("this is an HTML page, which has no reader; save it as UTF-8 text")
    text, encoding = decode(data)
    if not _WORD.search(text):
        raise UnreadableInput("the file is empty or has no word in it; give a file with text")
    return SourceText(text, TEXT_ENDINGS.get(ending, "plain"), encoding)
