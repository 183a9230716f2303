"""PDF documents that look like bombs: a stream of a megabyte can hold a gigabyte.

Streams are unpacked piece by piece, and only those that are packed to more than `PACKED` bytes, since smaller ones
cannot become large, and that do not look like noise. Pictures are not unpacked for their text, and fonts may be larger
than the content of a page.
"""

import re
import zlib

PACKED = 15 * 1024
"""Largest packed stream that is not looked into, in bytes."""

_RATIO = 1032
"""How many times deflate packs at most."""

CONTENT_LIMIT = 16 * 1024 * 1024
"""Largest content of a page, in bytes; pages of text have some thousand."""

STREAM_LIMIT = 96 * 1024 * 1024
"""Largest stream of any other kind, in bytes."""

_WINDOW, _WINDOW_STEP, _NOISE = 256, 4096, 110
"""Of so many bytes, at every so many bytes, noise has at least so many different ones (162 are to be expected)."""

_PIECE = 1024 * 1024
_DICTIONARY = 2048
"""Length of the part in front of a stream in which its dictionary is looked for, in bytes."""

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s{0,4}/Image")
_FONT = re.compile(rb"/Length1\b|/Subtype\s{0,4}/(?:Type1C|CIDFontType0C|OpenType)")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_LZW = re.compile(rb"/LZW")
_PACKER = rb"/(?:Fl|LZW|RL|RunLength)"
_PACKED_TWICE = re.compile(rb"/F(?:ilter)?\s{0,4}\[[^\]]{0,100}" + _PACKER + rb"[^\]]{0,100}" + _PACKER)


def looks_like_a_bomb(data: bytes) -> bool:
    """Whether a stream of a PDF document unpacks to more than any page of text holds.

    Args:
        data: The bytes of the document.

    Returns:
        True also for an encrypted document with large streams, into which nobody can look.
    """
    if _PACKED_TWICE.search(data):
        return True
    encrypted = b"/Encrypt" in data
    end = 0
    while found := _STREAM.search(data, end):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if end - start > PACKED and _is_large(data, start, end, encrypted):
            return True
        end += len(b"endstream")
    return False


def _is_large(data: bytes, start: int, end: int, encrypted: bool) -> bool:
    """Whether the stream from `start` to `end` may unpack to more than the limit of its kind."""
    dictionary = data[max(0, start - _DICTIONARY) : start].rpartition(b" obj")[2]
    if _PICTURE.search(dictionary):
        return False
    limit = STREAM_LIMIT if _FONT.search(dictionary) else CONTENT_LIMIT
    if (end - start) * _RATIO <= limit:
        return False
    if encrypted or _LZW.search(dictionary):
        return True
    if not _FLATE.search(dictionary) or _is_dense(data, start, end):
        return False
    return _unpacks_beyond(data[start:end], limit)


def _is_dense(data: bytes, start: int, end: int) -> bool:
    """Whether a packed stream looks like noise all through; one that unpacks to hundreds of times its size does not."""
    windows = range(start, end, _WINDOW_STEP)
    return all(len(set(data[at : at + _WINDOW])) >= _NOISE for at in windows if at + _WINDOW <= end)


def _unpacks_beyond(packed: bytes, limit: int) -> bool:
    """Whether a stream unpacks to more bytes than a limit."""
    unpacker = zlib.decompressobj()
    total = 0
    try:
        while packed and not unpacker.eof:
            total += len(unpacker.decompress(packed, _PIECE))
            packed = unpacker.unconsumed_tail
            if total > limit:
                return True
    except zlib.error:
        return False
    return False
