"""Readers, one a format, imported on use."""

from os import PathLike, fspath
from pathlib import Path

from policyparse.core.errors import UnreadableInput
from policyparse.text.decode import decode
from policyparse.text.source import SourceText

SIZE_LIMIT = 64 * 1024 * 1024
"""Largest document read, in bytes."""

FORMATS = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""Format by file name ending."""


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
        return _source(document, "plain")
    path = Path(fspath(document))
    ending = path.suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnreadableInput(f"no reader for {ending or 'a file without ending'}; convert it to one of {known}")
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableInput(f"larger than {SIZE_LIMIT // 1024 // 1024} MiB; split the file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableInput("there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableInput("this is a folder; name the files in it") from None
    except PermissionError:
        raise UnreadableInput("no permission to read the file; change its mode or owner") from None
    except OSError as error:
        raise UnreadableInput(f"the file cannot be read: {error.strerror}") from None
    return _source(data, FORMATS[ending])


def _source(data: bytes, name: str) -> SourceText:
    if len(data) > SIZE_LIMIT:
        raise UnreadableInput(f"larger than {SIZE_LIMIT // 1024 // 1024} MiB; split the document")
    if not data.strip():
        raise UnreadableInput("the file is empty; give a file with text in it")
    text, encoding = decode(data)
    return SourceText(text, name, encoding)
