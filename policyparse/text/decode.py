"""Bytes to text, by what the bytes say themselves."""

import codecs
import re

from policyparse.core.errors import UnreadableInput

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经")


def decode(data: bytes) -> tuple[str, str]:
    """Decode the bytes of a document.

    Args:
        data: The bytes of a text file: UTF-8, UTF-16 or GB18030 (GB 18030-2022, which holds GBK and GB2312).

    Returns:
        The text without a byte order mark, and the name of the encoding.

    Raises:
        UnreadableInput: The bytes are no text in any of these encodings.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(_try(data[len(bom) :], name), name)
    if b"\0" in data[:4096]:
        return _checked(_try(data, _utf16_order(data)), _utf16_order(data))
    for name in ("utf-8", "gb18030"):
        text = _try(data, name)
        if text is not None:
            return _checked(text, name)
    return _checked(None, "")


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _utf16_order(data: bytes) -> str:
    """ASCII characters and line ends of a UTF-16 text have their zero byte on one side."""
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    return "utf-16-le" if odd >= even else "utf-16-be"


def _checked(text: str | None, name: str) -> tuple[str, str]:
    if text is None or _CONTROL.search(text):
        raise UnreadableInput("the bytes are no text in UTF-8, UTF-16 or GB18030; convert the file to UTF-8 text")
    if name != "utf-8" and text.strip() and not _looks_chinese(text):
        raise UnreadableInput("the bytes are no Chinese text in UTF-8, UTF-16 or GB18030; convert the file to UTF-8")
    return text, name


def _looks_chinese(text: str) -> bool:
    """Bytes of another encoding read as GB18030 give rare characters; real text has the common ones."""
    wide = [c for c in text[:20000] if c > "\x7f"]
    if not wide:
        return True
    return sum(c in _COMMON or not c.isalpha() for c in wide) >= 0.02 * len(wide)
