"""OFD documents (GB/T 33190-2016, the state's own format of pages): a zip file of XML parts.

    OFD.xml ─ DocRoot ─▶ Document.xml ─ Page, TemplatePage ─▶ Content.xml ─ TextObject ─ TextCode

Lengths are millimetres from the upper left corner of the page; a text object has a box of its own, in which its text
stands, and often only one line or one character.
"""

from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.block_writer import BlockWriter
from policyparse.source.formats.legibility import check_legibility
from policyparse.source.formats.ofd_text import Piece, pieces_of, qualified
from policyparse.source.formats.package import Package
from policyparse.source.formats.printed import PrintedLine, PrintedPage, notes_on
from policyparse.source.formats.printed_paragraphs import write_paragraphs
from policyparse.source.source_text import SourceText

PAGES_LIMIT = 5000
"""Most pages of a document."""

POINTS = 72 / 25.4
"""Points of a millimetre."""

_ROOT = "OFD.xml"
_A4 = (0.0, 0.0, 210.0, 297.0)
_HINT_LENGTH = 2000


def read_ofd(data: bytes) -> SourceText:
    """Read an OFD document.

    Args:
        data: The bytes of the file.

    Returns:
        Its text in paragraphs, with a box for each line; what it says of itself as hints.

    Raises:
        UnreadableInput: Truncated, protected, a bomb, no OFD document, or without text.
    """
    package = Package(data)
    root = package.parse(_ROOT)
    pages: list[PrintedPage] = []
    for body in _all(root, "DocBody"):
        for location in _all(body, "DocRoot"):
            pages += _Document(package, _resolved("", location.text)).pages(len(pages))
    if not any(page.lines for page in pages):
        raise UnreadableInput("the OFD document has no text: its pages are images; recognise their text (OCR)")
    writer = BlockWriter()
    write_paragraphs(pages, writer)
    text, blocks, links = writer.finish()
    check_legibility(text, "OFD")
    return SourceText(text, "ofd", None, _hints(root), blocks, links, notes_on(pages))


class _Document:
    """A document of a package."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._folder = dirname(name)
        self._root = package.parse(name)
        self._box = next((_box(e) for e in _all(self._root, "PhysicalBox")), None) or _A4
        self._templates = {e.get("ID", ""): e.get("BaseLoc") for e in _all(self._root, "TemplatePage")}

    def _pieces(self, content: Element) -> list[Piece]:
        grouped = next(_all(content, "CompositeObject"), None) is not None
        return pieces_of(content, self._units if grouped else {})

    @cached_property
    def _units(self) -> dict[str, Element]:
        """Groups of objects that pages show by reference, by id."""
        units: dict[str, Element] = {}
        for kind in ("PublicRes", "DocumentRes"):
            for location in _all(self._root, kind):
                name = _resolved(self._folder, location.text)
                if name in self._package:
                    resources = self._package.parse(name)
                    units |= {unit.get("ID", ""): unit for unit in _all(resources, "CompositeGraphicUnit")}
        return units

    def pages(self, before: int) -> Iterator[PrintedPage]:
        """The pages; `before` pages stand in front of them."""
        elements = [page for pages in self._root if _name(pages) == "Pages" for page in _all(pages, "Page")]
        if before + len(elements) > PAGES_LIMIT:
            raise UnreadableInput(f"the OFD document has more than {PAGES_LIMIT} pages; split it")
        for number, element in enumerate(elements, before + 1):
            yield self._page(number, element.get("BaseLoc"))

    def _page(self, number: int, location: str | None) -> PrintedPage:
        content = self._package.parse(_resolved(self._folder, location))
        left, top, width, height = next((_box(e) for e in _all(content, "PhysicalBox")), None) or self._box
        pieces: list[Piece] = []
        for reference in _all(content, "Template"):
            template = self._templates.get(reference.get("TemplateID", ""))
            if template is not None:
                pieces += self._pieces(self._package.parse(_resolved(self._folder, template)))
        pieces += self._pieces(content)
        lines = [
            PrintedLine(
                line.text,
                number,
                (line.left - left) * POINTS,
                (line.baseline - top - 0.86 * line.size) * POINTS,
                (line.right - left) * POINTS,
                (line.baseline - top + 0.14 * line.size) * POINTS,
                line.size * POINTS,
            )
            for line in pieces
        ]
        picture = not lines and any(True for _ in _all(content, "ImageObject"))
        return PrintedPage(number, width * POINTS, height * POINTS, lines, picture)


def _hints(root: Element) -> dict[str, str]:
    """What the document says of itself: `ofd:info.Title`, `ofd:custom[NAME]`."""
    hints: dict[str, str] = {}
    for info in _all(root, "DocInfo"):
        for element in info.iter():
            name, value = _name(element), (element.text or "").strip()[:_HINT_LENGTH]
            if not value:
                continue
            if name == "CustomData":
                hints.setdefault(f"ofd:custom[{element.get('Name', '')}]", value)
            else:
                hints.setdefault(f"ofd:info.{name}", value)
    return hints


def _all(element: Element, name: str) -> Iterator[Element]:
    """Elements of a name in an element, in the namespace of that element."""
    return element.iter(qualified(element, name))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _resolved(folder: str, location: str | None) -> str:
    """The name of a part; locations are relative to a folder, or begin with / at the root."""
    location = (location or "").strip().replace("\\", "/")
    return normpath(location[1:] if location.startswith("/") else join(folder, location))


def _box(element: Element) -> tuple[float, float, float, float] | None:
    """Left, top, width and height."""
    try:
        left, top, width, height = map(float, (element.text or "").split())
    except ValueError:
        return None
    return (left, top, width, height) if width > 0 and height > 0 else None
