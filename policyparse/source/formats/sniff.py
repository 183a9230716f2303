"""What a file is: its first bytes say it, and the names of the members of a zip file.

A file that ends in .doc is often a web page or a text.
"""

import re

from policyparse.model.errors import UnreadableInput

_PDF_WITHIN = 1024
"""The signature of a PDF document stands within so many bytes, as viewers take it."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,500}-->\s{0,200}){0,5}"
    rb"<(?:!doctype\s{1,9}html|html|head|body)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!--[^>]{0,500}-->\s{0,200}){0,5}"
    rb"<(?:div|table|section|article|main|center|header|nav|h[1-6]|ul|ol|dl|form|meta|title|link|style|script)\b"
    rb"[^<>]{0,1000}>",
    re.IGNORECASE,
)
"""A part of a web page, as crawlers keep it: bytes without a name that begin with an element."""

_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MARKUP = re.compile(rb"\s{0,200}<[a-z!][^>]{0,500}>", re.IGNORECASE)
_OFFICE_ENDINGS = frozenset({".doc", ".wps", ".xls"})
_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
_SAVE = "save it as .docx in Word or WPS, and give that"

_REFUSED = (
    (b"{\\rtf", f"this is an RTF document, which has no reader; {_SAVE}"),
    (b"MIME-Version:", "this is a web archive (MHTML), which has no reader; save the page as HTML"),
    (b"\x89PNG", "this is an image; recognise its text (OCR), and give that"),
    (b"\xff\xd8\xff", "this is an image; recognise its text (OCR), and give that"),
    (b"GIF8", "this is an image; recognise its text (OCR), and give that"),
    (b"II*", "this is an image; recognise its text (OCR), and give that"),
    (b"Rar!", "this is an archive; unpack it, and give the documents in it"),
    (b"7z\xbc\xaf", "this is an archive; unpack it, and give the documents in it"),
)
_WORD_XML = re.compile(rb"<\?mso-application progid=.Word|<w:wordDocument\b|<pkg:package\b")
_HEAD = 2048
"""What a file is stands within so many bytes."""

_PACKAGES = (
    ("xl/", "this is an Excel workbook, which has no reader; save the sheet as text"),
    ("ppt/", "this is a PowerPoint presentation, which has no reader; save its text"),
    ("content.xml", f"this is an OpenDocument file, which has no reader; {_SAVE}"),
)


def sniff(data: bytes, ending: str) -> str:
    """Say what a file is.

    Args:
        data: Its bytes.
        ending: The ending of its name with the dot, in lower case; empty where it has no name.

    Returns:
        `html`, `docx`, `pdf`, `ofd`, `markdown` or `plain`.

    Raises:
        UnreadableInput: It is of a format without a reader; the message says what to do.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_ZIP):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableInput("the document is protected by a password; save it without one")
        raise UnreadableInput(f"this is a document of Word 97 (DOC) or WPS, which has no reader; {_SAVE}")
    for signature, message in _REFUSED:
        if data.startswith(signature):
            raise UnreadableInput(message)
    if _WORD_XML.search(data, 0, _HEAD):
        raise UnreadableInput(f"this is a Word document in one XML file, which has no reader; {_SAVE}")
    if ending in _HTML_ENDINGS or _HTML.match(data) or _is_part_of_page(data, ending):
        return "html"
    return "markdown" if ending in _MARKDOWN_ENDINGS else "plain"


def _is_part_of_page(data: bytes, ending: str) -> bool:
    """Whether what has no name begins with an element that holds a page, what is named .doc with any."""
    return bool((not ending and _FRAGMENT.match(data)) or (ending in _OFFICE_ENDINGS and _MARKUP.match(data)))


def _sniff_zip(data: bytes) -> str:
    from policyparse.source.formats.package import Package

    names = Package(data).names
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "OFD.xml" in names:
        return "ofd"
    for start, message in _PACKAGES:
        if any(name.startswith(start) for name in names):
            raise UnreadableInput(message)
    raise UnreadableInput("this is a zip file and no document; unpack it, and give the documents in it")
