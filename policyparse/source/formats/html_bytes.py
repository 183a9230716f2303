"""The bytes of a web page to text: what they say themselves before what the page says of them.

Byte order mark, then the encoding that the page declares where the bytes fit it, then UTF-8, then GB 18030. Pages that
declare UTF-8 and are GB 18030 exist, and the other way round.
"""

import codecs
import re

from policyparse.source.decode import decode

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([-\w]{2,20})""")
_ZERO = bytes(1)
_HEAD_LENGTH = 4096
"""Length of the part in which a page declares its encoding, in bytes (browsers look at 1024)."""

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "x-gbk": "gb18030", "hz-gb-2312": "hz"}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNSAFE = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})


def decode_page(data: bytes) -> tuple[str, str]:
    """Decode a web page.

    Args:
        data: The bytes of the page.

    Returns:
        The markup without a byte order mark, and the name of the encoding.

    Raises:
        UnreadableInput: The bytes are no text in any encoding that fits.
    """
    if not data.startswith(_BOMS):
        for name in dict.fromkeys((*_declared(data[:_HEAD_LENGTH]), "utf-8")):
            try:
                return data.decode(name).removeprefix("\ufeff"), name
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data.replace(_ZERO, b"") if _holds_few_zeros(data) else data)


def _declared(head: bytes) -> list[str]:
    names = []
    for found in _DECLARED.findall(head.lower()):
        name = found.decode("ascii")
        name = _WIDER.get(name, name)
        try:
            info = codecs.lookup(name)
        except LookupError:
            continue
        if info._is_text_encoding and info.name not in _UNSAFE and not info.name.startswith("utf-16"):
            names.append(info.name)
    return names


def _holds_few_zeros(data: bytes) -> bool:
    """Whether zero bytes are damage, and no half of the characters of UTF-16."""
    zeros = data.count(_ZERO, 0, _HEAD_LENGTH)
    return 0 < zeros < len(data[:_HEAD_LENGTH]) // 20
