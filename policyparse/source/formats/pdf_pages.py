"""The characters of a PDF document, by pdfium, as lines with boxes.

pdfium tells lines and gives a box for each character; two boxes a line, of its first and last character, are enough.
Heights of fonts are wrong in many documents (1.0, 319), so the height of a character is taken from its box.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.printed import PrintedLine, PrintedPage
from policyparse.source.places import Box

PAGES_LIMIT = 5000
"""Most pages of a document."""

_LINE = re.compile(r"[^\r\n]+")
_UNPRINTED = re.compile(r"[^\t -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\ufeff]")
"""Characters that no page shows."""

_SYMBOLS = {0xF020 + i: 0x20 + i for i in range(95)}
"""Characters of fonts of symbols, which stand in the private range at the place of their code."""

_FLAT = 0.02
"""A character that is as wide as any and lower than this share of its width has no shape."""

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
        lacks_fonts: Whether characters have no shape, since their font is neither in the document nor on the machine;
            then others may be missing.
    """

    pages: list[PrintedPage]
    information: dict[str, str]
    lacks_fonts: bool = False


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
        read = [_read_page(pypdfium2.raw, document[i], i + 1) for i in range(count)]
        information = document.get_metadata_dict(skip_empty=True)
        return PdfContent([page for page, _ in read], information, any(lacks for _, lacks in read))
    except pypdfium2.PdfiumError:
        raise UnreadableInput("a page of the PDF document is damaged; print it to PDF again") from None
    finally:
        document.close()


def _refusal(reason: str) -> UnreadableInput:
    if "password" in reason.lower():
        return UnreadableInput("the PDF document is protected by a password; save it without one")
    return UnreadableInput("the PDF document is truncated or damaged; download it again")


def _read_page(raw: Any, page: Any, number: int) -> tuple[PrintedPage, bool]:
    """The lines of a page, and whether characters have no shape."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    characters = _Characters(raw, page, textpage, len(text))
    lines = list(_lines(characters, text, number))
    width, height = page.get_size()
    kinds = set() if lines else {item.type for item in page.get_objects(max_depth=3)}
    textpage.close()
    page.close()
    picture = raw.FPDF_PAGEOBJ_IMAGE in kinds
    return PrintedPage(number, width, height, lines, picture), characters.flat or raw.FPDF_PAGEOBJ_TEXT in kinds


class _Characters:
    """The boxes of the characters of a page.

    Attributes:
        flat: Whether a character has no shape.
        aligned: Whether each character of the text is one of the page.
    """

    def __init__(self, raw: Any, page: Any, textpage: Any, length: int) -> None:
        self._raw, self._handle = raw, textpage.raw
        self._rect = raw.FS_RECTF()
        self._pointer = ctypes.byref(self._rect)
        self.aligned = textpage.count_chars() == length
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(edge) for edge in self._edges]
        self.flat = False
        self._page = page.get_bbox()
        self._turn = page.get_rotation()

    def box(self, index: int) -> Box:
        """Left, top, right and bottom of a character of the text, as the page is shown."""
        if not self.aligned:
            index = self._raw.FPDFText_GetCharIndexFromTextIndex(self._handle, index)
        rect = self._rect
        if not self._raw.FPDFText_GetLooseCharBox(self._handle, index, self._pointer):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._page
        if self._turn == 0:
            return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
        if self._turn == 90:
            return rect.bottom - bottom, rect.left - left, rect.top - bottom, rect.right - left
        if self._turn == 180:
            return right - rect.right, rect.bottom - bottom, right - rect.left, rect.top - bottom
        return top - rect.top, right - rect.right, top - rect.bottom, right - rect.left

    def look_at(self, index: int) -> None:
        """Look whether a character, which is no blank, has a shape."""
        self._raw.FPDFText_GetCharBox(self._handle, index, *self._pointers)
        left, right, bottom, top = self._edges
        self.flat = top.value - bottom.value < _FLAT * (right.value - left.value)

    def is_made(self, index: int) -> bool:
        """Whether a character stands in no file, but was made by pdfium of a gap."""
        return self.aligned and bool(self._raw.FPDFText_IsGenerated(self._handle, index) == 1)


def _lines(characters: _Characters, text: str, number: int) -> Iterator[PrintedLine]:
    for found in _LINE.finditer(text):
        shown = found[0].strip()
        if not shown:
            continue
        start = found.start() + found[0].index(shown)
        first = shown[0]
        left, top, right, bottom = characters.box(start)
        size = right - left if first > _FIRST_WIDE else _OF_HEIGHT * (bottom - top)
        _, upper, end, lower = characters.box(start + len(shown) - 1)
        shown = _UNPRINTED.sub("", _without_gaps(characters, shown, start, size)).translate(_SYMBOLS).strip()
        if shown:
            if first > _FIRST_WIDE and not characters.flat and characters.aligned:
                characters.look_at(start)
            yield PrintedLine(shown, number, left, min(top, upper), end, max(bottom, lower), size)


def _without_gaps(characters: _Characters, text: str, start: int, size: float) -> str:
    """A line without the spaces that pdfium made of narrow gaps (2031 年 4 月); those of the file stay."""
    if " " not in text:
        return text
    kept, at = [], 0
    for found in _SPACE.finditer(text):
        index = start + found.start()
        if characters.is_made(index):
            gap = characters.box(index + 1)[0] - characters.box(index - 1)[2]
            if gap < _NARROW_GAP * size:
                kept.append(text[at : found.start()])
                at = found.end()
    return "".join(kept) + text[at:]
