"""PDF documents: the lines that pdfium gives, in paragraphs."""

import re

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.block_writer import BlockWriter
from policyparse.source.formats.legibility import check_legibility
from policyparse.source.formats.pdf_bombs import looks_like_a_bomb
from policyparse.source.formats.pdf_guard import read_guarded
from policyparse.source.formats.pdf_pages import PdfContent, read_pages
from policyparse.source.formats.printed import notes_on
from policyparse.source.formats.printed_paragraphs import write_paragraphs
from policyparse.source.limits import SUSPECT, Limits
from policyparse.source.source_text import SourceText

_TAIL = 4096
"""The end of a document stands within so many bytes of the end of its file."""

_END = b"%%EOF"
_WORD = re.compile(r"[^\W_]")


def read_pdf(data: bytes, limits: Limits | None = None) -> SourceText:
    """Read a PDF document.

    Args:
        data: The bytes of the file.
        limits: Bounds of a process of its own for the reading; without them only what looks like a bomb gets one.

    Returns:
        Its text in paragraphs, with a box for each line; document information as hints.

    Raises:
        UnreadableInput: Truncated, protected, without a text layer, beyond the limits, or the extra `pdf` is not
            installed.
    """
    if _END not in data[-_TAIL:]:
        raise UnreadableInput("the PDF document is truncated: it has no end; download it again")
    content = _read(data, limits)
    if not any(_WORD.search(line.text) for page in content.pages for line in page.lines):
        raise UnreadableInput("the PDF document has no text layer: its pages are images; recognise their text (OCR)")
    writer = BlockWriter()
    write_paragraphs(content.pages, writer)
    text, blocks, links = writer.finish()
    check_legibility(text, "PDF")
    hints = {f"pdf:info.{name}": value for name, value in content.information.items()}
    return SourceText(text, "pdf", None, hints, blocks, links, notes_on(content.pages))


def _read(data: bytes, limits: Limits | None) -> PdfContent:
    if limits is not None:
        return read_guarded(data, limits)
    if looks_like_a_bomb(data):
        return read_guarded(data, SUSPECT)
    content = read_pages(data)
    return read_guarded(data, Limits()) if content.lacks_fonts else content
