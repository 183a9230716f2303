"""The body of a Word document: its paragraphs and tables, in order, to blocks."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from policyparse.model.errors import UnreadableInput
from policyparse.source.blocks import Cell
from policyparse.source.formats.block_writer import BlockWriter
from policyparse.source.formats.docx_names import MC, VAL, R, W
from policyparse.source.formats.docx_numbering import Numbering
from policyparse.source.formats.docx_runs import Line, Runs
from policyparse.source.formats.docx_styles import Properties, Styles, with_paragraph
from policyparse.source.formats.docx_tables import place_cells
from policyparse.source.formats.package import Package
from policyparse.source.places import GeneratedNumber, Paragraph

NESTING_LIMIT = 50
"""Deepest nesting of tables, content controls and text boxes."""

_P, _TABLE, _SECTION = f"{W}p", f"{W}tbl", f"{W}sectPr"
_CONTAINERS = frozenset(f"{W}{name}" for name in ["sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"])
_ALTERNATE = f"{MC}AlternateContent"


class Where(NamedTuple):
    """Where in a document the reader is.

    Attributes:
        path: Path of the container of paragraphs.
        tag: Tag of its blocks, None where the style of a paragraph says it.
        cell: The cell.
        furniture: Whether it is a header or footer.
        depth: Number of containers around.
    """

    path: str
    tag: str | None = None
    cell: Cell | None = None
    furniture: bool = False
    depth: int = 0


class Body:
    """Reads the parts of a document that hold text.

    Attributes:
        writer: Takes the blocks.
        notes: What was odd.
    """

    def __init__(self, package: Package, parts: dict[str, tuple[str, str]]) -> None:
        """Read styles and lists.

        Args:
            package: The document.
            parts: Kind and name of the related parts, by id.
        """
        self.writer = BlockWriter()
        self.notes: list[tuple[str, str]] = []
        self._package, self._parts = package, parts
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles.list_styles)
        self._tables = 0
        self._notes_of: dict[str, dict[str, Element]] = {}

    def _part(self, kind: str) -> Element | None:
        """Root of the first part of a kind, None where there is none."""
        for found, name in self._parts.values():
            if found == kind and name in self._package:
                return self._package.parse(name)
        return None

    def read(self, name: str) -> None:
        """Read headers, body and footers.

        Args:
            name: Name of the main part.

        Raises:
            UnreadableInput: It is no body of Word, or nested too deep.
        """
        root = self._package.parse(name)
        body = root.find(f"{W}body")
        if body is None:
            raise UnreadableInput("the file is no Word document: it has no body; save it as .docx again")
        sections = list(body.iter(_SECTION))
        self._read_furniture(sections, "header")
        self._read_blocks(body, Where("body"))
        self._read_furniture(sections, "footer")

    def _read_furniture(self, sections: list[Element], kind: str) -> None:
        """Headers or footers, each part once."""
        for reference in dict.fromkeys(
            element.get(f"{R}id", "") for section in sections for element in section.iterfind(f"{W}{kind}Reference")
        ):
            found, name = self._parts.get(reference, ("", ""))
            if found == kind and name in self._package:
                part = name.rpartition("/")[2].removesuffix(".xml")
                self._read_blocks(self._package.parse(name), Where(part, kind, furniture=True))

    def _read_blocks(self, container: Element, where: Where) -> None:
        if where.depth > NESTING_LIMIT:
            raise UnreadableInput(
                f"the document nests more than {NESTING_LIMIT} tables or boxes in each other; save it again from Word"
            )
        paragraphs = tables = 0
        for element in _unwrapped(container, where.depth):
            if element.tag == _P:
                paragraphs += 1
                self._read_paragraph(element, where._replace(path=f"{where.path}/p[{paragraphs}]"))
            else:
                tables += 1
                self._read_table(element, where._replace(path=f"{where.path}/tbl[{tables}]"))

    def _read_table(self, table: Element, where: Where) -> None:
        placed = place_cells(table)
        data = len(placed) > 1
        number = self._tables
        self._tables += data
        for path, element, cell in placed:
            inside = where._replace(path=f"{where.path}/{path}", depth=where.depth + 1)
            if data:
                tag = "th" if cell.header else "td"
                inside = inside._replace(cell=cell._replace(table=number), tag=where.tag or tag)
            self._read_blocks(element, inside)

    def _read_paragraph(self, paragraph: Element, where: Where) -> None:
        own = paragraph.find(f"{W}pPr")
        style = None
        properties = self._styles.of(None)
        if own is not None:
            named = own.find(f"{W}pStyle")
            style = None if named is None else named.get(VAL)
            properties = with_paragraph(self._styles.of(style), own)
        runs = Runs(properties)
        runs.read(paragraph)
        lines = runs.lines
        number = self._number(properties) if lines or properties.num else ""
        self._write(lines, number, properties, where)
        for box in runs.boxes:
            self._read_blocks(box, where._replace(path=f"{where.path}/txbx", tag="textbox", depth=where.depth + 1))
        for kind, name in runs.notes:
            note = self._note(kind, name)
            if note is not None and not where.furniture:
                self._read_blocks(note, Where(f"{kind}s/{name}", "footnote", furniture=False, depth=where.depth + 1))

    def _write(self, lines: list[Line], number: str, properties: Properties, where: Where) -> None:
        level = properties.level
        tag = where.tag or (f"h{min(level, 6)}" if level else properties.tag)
        first = True
        for line in lines:
            text = line.text
            if not text.strip() and not (first and number):
                continue
            place = Paragraph(where.path)
            if first and number:
                text = number + text.lstrip(" \t")
                generated = GeneratedNumber(where.path, number.rstrip())
                place = Paragraph(where.path, generated, self.writer.offset + len(number))
            self.writer.add(
                text.rstrip(),
                tag,
                place,
                level=level,
                align=properties.align,
                bold=line.bold,
                indent=properties.indent or 0.0,
                size=line.size,
                furniture=where.furniture,
                after_break=not first,
                cell=where.cell,
            )
            first = False

    def _number(self, properties: Properties) -> str:
        """The number that Word prints in front of a paragraph."""
        if properties.num in (None, "0"):
            return ""
        depth = properties.depth
        if depth is None:
            depth = 0
            if properties.num_style:
                depth = self._numbering.level_of_style(properties.num, properties.num_style)
        return self._numbering.next_number(properties.num, depth)

    def _note(self, kind: str, name: str) -> Element | None:
        """A footnote or endnote by its id."""
        if kind not in self._notes_of:
            root = self._part(f"{kind}s")
            found = [] if root is None else list(root.iterfind(f"{W}{kind}"))
            self._notes_of[kind] = {e.get(f"{W}id", ""): e for e in found if e.get(f"{W}type") in (None, "normal")}
        return self._notes_of[kind].pop(name, None)


def _unwrapped(container: Element, depth: int) -> Iterator[Element]:
    """Paragraphs and tables of a container, out of content controls and tracked insertions."""
    if depth > NESTING_LIMIT:
        raise UnreadableInput("the document nests too many content controls in each other; save it again from Word")
    for child in container:
        if child.tag in (_P, _TABLE):
            yield child
        elif child.tag in _CONTAINERS:
            yield from _unwrapped(child, depth + 1)
        elif child.tag == _ALTERNATE:
            choice = child.find(f"{MC}Choice")
            if choice is not None:
                yield from _unwrapped(choice, depth + 1)
