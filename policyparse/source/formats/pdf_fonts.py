"""A font that stands in for those that a PDF document does not hold.

pdfium leaves out characters whose shape it does not find: on a machine without Chinese fonts a text that is set
character by character in a font that is not embedded loses nearly all of them, in silence. Shapes do not matter for
text, so one square stands for every character, and the text is the same on every machine.

pdfium takes one source of fonts for the whole process; this one is for a process of its own.
"""

import ctypes
import struct
from typing import Any

_NAME = b"Square" + bytes(1)
_CHINESE = 134
"""Character set of simplified Chinese in Windows (GB2312_CHARSET)."""

_UNITS, _ABOVE, _BELOW = 1000, 860, -140
"""Units of an em, and how far the square reaches above and below the line."""


def square_font() -> bytes:
    """A TrueType font in which every character is the same square.

    The tables are those that a font must have (OpenType 1.9); `cmap` has the format 13, for fonts of last resort.
    """
    glyph = struct.pack(">hhhhhHH", 1, 0, _BELOW, _UNITS, _ABOVE, 3, 0) + b"\1" * 4
    glyph += struct.pack(">4h4h", 0, _UNITS, 0, -_UNITS, _BELOW, 0, _ABOVE - _BELOW, 0)
    glyph += bytes(-len(glyph) % 4)
    box = (0, _BELOW, _UNITS, _ABOVE)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x21, 0x2FFFF, 1),
        b"glyf": glyph,
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 3, _UNITS, 0, 0, *box, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, _ABOVE, _BELOW, 0, _UNITS, 0, 0, _UNITS, 1, *[0] * 7, 2),
        b"hmtx": struct.pack(">HhHh", _UNITS, 0, _UNITS, 0),
        b"loca": struct.pack(">III", 0, 0, len(glyph)),
        b"maxp": struct.pack(">IH13H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    made = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)
    offset = len(made) + 16 * len(tables)
    body = b""
    for name, content in tables.items():
        made += name + struct.pack(">III", 0, offset + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return made + body


def install_square_font(raw: Any) -> Any:
    """Let pdfium take the square for every font that it does not have, in this process from now on.

    Args:
        raw: The module `pypdfium2.raw`.

    Returns:
        What has to be kept as long as pdfium is used.
    """
    font = square_font()
    info = raw.FPDF_SYSFONTINFO()
    kinds: dict[str, Any] = dict(info._fields_)

    def give(content: bytes, buffer: Any, size: int) -> int:
        if buffer and size >= len(content):
            ctypes.memmove(buffer, content, len(content))
        return len(content)

    calls = {
        "MapFont": lambda this, weight, italic, charset, pitch, face, exact: 1,
        "GetFont": lambda this, face: 1,
        "GetFontData": lambda this, handle, table, buffer, size: 0 if table else give(font, buffer, size),
        "GetFaceName": lambda this, handle, buffer, size: give(_NAME, buffer, size),
        "GetFontCharset": lambda this, handle: _CHINESE,
        "EnumFonts": lambda this, mapper: None,
        "DeleteFont": lambda this, handle: None,
        "Release": lambda this: None,
    }
    info.version = 1
    for name, call in calls.items():
        setattr(info, name, kinds[name](call))
    raw.FPDF_SetSystemFontInfo(ctypes.byref(info))
    return info
