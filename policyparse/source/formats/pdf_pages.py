"""The characters of a PDF document, by pdfium, as lines with boxes.

pdfium tells lines and gives a box for each character; two boxes a line, of its first and last character, are enough.
Heights of fonts are wrong in many documents (1.0, 319), so the height of a character is taken from its box.
"""

import ctypes
import re
from typing import Any, NamedTuple

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.printed import PrintedLine, PrintedPage

PAGES_LIMIT = 5000
"""Most pages of a document."""

_BREAK = re.compile(r"\r\n|[\r\n]")
_UNPRINTED = re.compile(r"[^\t -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\ufeff]")
"""Characters that no page shows."""

_FIRST_WIDE = "\u2e7f"
"""Characters above it are as wide as they are high."""

_OF_HEIGHT = 0.9
"""Height of a character as share of the height of its line."""

_NARROW_GAP = 0.6
"""A gap between a Chinese character and a digit or letter that is no wider is no space, in heights of a character."""

_SPACE = re.compile(r"(?<=[^ -\xff]) (?=[!-~])|(?<=[!-~]) (?=[^ -\xff])")
"""A space between a Chinese character and a letter or digit, which the typesetter or pdfium made."""


class PdfContent(NamedTuple):
    """What pdfium gives of a document.

    Attributes:
        pages: Its pages.
        information: Its document information, by name.
    """

    pages: list[PrintedPage]
    information: dict[str, str]


def read_pages(data: bytes) -> PdfContent:
    """Read the lines of all pages.

    Args:
        data: The bytes of the document.

    Raises:
        UnreadableInput: Truncated, protected, or the extra `pdf` is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableInput(
            'this is a PDF document, and its reader is not installed: pip install "policyparse[pdf]"'
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from None
    try:
        count = len(document)
        if count > PAGES_LIMIT:
            raise UnreadableInput(f"the PDF document has {count} pages, more than {PAGES_LIMIT}; split it")
        pages = [_read_page(pypdfium2.raw, document[i], i + 1) for i in range(count)]
        return PdfContent(pages, document.get_metadata_dict(skip_empty=True))
    except pypdfium2.PdfiumError:
        raise UnreadableInput("a page of the PDF document is damaged; print it to PDF again") from None
    finally:
        document.close()


def _refusal(reason: str) -> UnreadableInput:
    if "password" in reason.lower():
        return UnreadableInput("the PDF document is protected by a password; save it without one")
    return UnreadableInput("the PDF document is truncated or damaged; download it again")


def _read_page(raw: Any, page: Any, number: int) -> PrintedPage:
    """The lines of a page."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    width, height = page.get_size()
    lines: list[PrintedLine] = []
    whole = textpage.count_chars() == len(text)
    rect = raw.FS_RECTF()
    pointer = ctypes.byref(rect)
    left, _, _, top = page.get_bbox()
    handle = textpage.raw
    box_of = raw.FPDFText_GetLooseCharBox
    at = 0
    for found in _BREAK.split(text):
        start, at = at, at + len(found) + 2
        shown = found.strip()
        if not shown:
            continue
        first = start + found.index(shown)
        last = first + len(shown) - 1
        if not whole:
            first = raw.FPDFText_GetCharIndexFromTextIndex(handle, first)
            last = raw.FPDFText_GetCharIndexFromTextIndex(handle, last)
        if not box_of(handle, first, pointer):
            continue
        x, upper, lower = rect.left, rect.top, rect.bottom
        size = rect.right - x if shown[0] > _FIRST_WIDE else _OF_HEIGHT * (upper - lower)
        box_of(handle, last, pointer)
        upper, lower = max(upper, rect.top), min(lower, rect.bottom)
        if whole and " " in shown:
            shown = _without_gaps(raw, handle, shown, first, size)
        lines.append(
            PrintedLine(_UNPRINTED.sub("", shown), number, x - left, top - upper, rect.right - left, top - lower, size)
        )
    textpage.close()
    page.close()
    return PrintedPage(number, width, height, lines)


def _without_gaps(raw: Any, handle: Any, text: str, first: int, size: float) -> str:
    """A line without the spaces that pdfium made of narrow gaps (2031 年 4 月); those of the file stay."""
    kept, at = [], 0
    for found in _SPACE.finditer(text):
        index = first + found.start()
        if raw.FPDFText_IsGenerated(handle, index) == 1:
            gap = _edges(raw, handle, index + 1)[0] - _edges(raw, handle, index - 1)[1]
            if gap < _NARROW_GAP * size:
                kept.append(text[at : found.start()])
                at = found.end()
    return "".join(kept) + text[at:]


def _edges(raw: Any, handle: Any, index: int) -> tuple[float, float]:
    """Left and right edge of a character."""
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rect))
    return rect.left, rect.right
