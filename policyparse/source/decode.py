"""Bytes to text, by what the bytes say themselves.

Byte order mark, then zero bytes (UTF-16), then UTF-8, then GB 18030-2022 (which holds GBK and GB 2312), where the
result has to look like Chinese: nearly any bytes are valid GB 18030. A text whose last character was cut, or of
which a few bytes are damaged, is still read; U+FFFD stands for what was lost.
"""

import codecs

from policyparse.knowledge.compiled import compiled
from policyparse.model.errors import UnreadableInput

DAMAGED = "\ufffd"
"""What stands for bytes that no character fits (U+FFFD)."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = compiled(r"[\ud800-\udfff]")
_HAN = compiled(r"[\u4e00-\u9fa5]")
_WIDE = compiled(r"[^\x00-\x7f]")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会"
    "可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_SAMPLE = 20_000
_LONG = 100
_COMMON_SHARE = 0.05
_LEVEL_ONE_SHARE = 0.4
_DAMAGED_SHARE = 0.02


def decode(data: bytes) -> tuple[str, str]:
    """Decode the bytes of a document.

    Args:
        data: The bytes of a text file in UTF-8, UTF-16 or GB 18030.

    Returns:
        The text without a byte order mark, and the name of the encoding.

    Raises:
        UnreadableInput: The bytes are no text in any of these encodings.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _checked(_tolerant(data[len(mark) :], name), name)
    if b"\0" in data[:4096]:
        name = _utf16_order(data)
        return _checked(_tolerant(data, name), name)
    text = _strict(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8")
    for name, attempt in (("gb18030", _strict), ("utf-8", _tolerant), ("gb18030", _tolerant)):
        text = attempt(data, name)
        if text is not None and _looks_chinese(text):
            return _checked(text, name)
    return _checked(None, "")


def well_formed(text: str) -> str:
    """The text with U+FFFD for every lone surrogate, offset for offset the same; it can be written as UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub(DAMAGED, text)
    return text


def _strict(data: bytes, name: str) -> str | None:
    """The text, where all bytes but those of a last character cut short are valid."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return None
    return text + DAMAGED if decoder.getstate()[0] else text


def _tolerant(data: bytes, name: str) -> str | None:
    """The text, where nearly all bytes are valid."""
    text = data.decode(name, "replace")
    return text if text.count(DAMAGED) <= 1 + _DAMAGED_SHARE * len(text) else None


def _utf16_order(data: bytes) -> str:
    """ASCII characters and line ends of a UTF-16 text have their zero byte on one side."""
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    return "utf-16-le" if odd >= even else "utf-16-be"


def _checked(text: str | None, name: str) -> tuple[str, str]:
    if text is None or _CONTROL.search(text) or (name.startswith("utf-16") and not _looks_chinese(text)):
        raise UnreadableInput("the bytes are no Chinese text in UTF-8, UTF-16 or GB18030; convert them to UTF-8")
    return text, name


def _looks_chinese(text: str) -> bool:
    """Whether the characters are those that Chinese is written with.

    Bytes of another encoding read as GB 18030 give rare characters. A long text has the common words; most
    characters of a short one are of the first level of GB 2312, the 3,755 characters of everyday use.
    """
    sample = text[:_SAMPLE]
    wide: list[str] = _WIDE.findall(sample)
    if not wide:
        return True
    if len(wide) >= _LONG:
        return sum(c in _COMMON for c in wide) >= _COMMON_SHARE * len(wide)
    han = "".join(_HAN.findall(sample)).encode("gb18030")
    level_one = sum(0xB0 <= lead <= 0xD7 and trail >= 0xA1 for lead, trail in zip(han[::2], han[1::2], strict=True))
    return level_one >= _LEVEL_ONE_SHARE * sum(c.isalpha() for c in wide)
