"""Tables of a Word document: rows, merged cells."""

from xml.etree.ElementTree import Element

from policyparse.source.blocks import Cell
from policyparse.source.formats.docx_names import VAL, W
from policyparse.source.formats.docx_styles import is_on

SPAN_LIMIT = 100
"""Most columns that a cell is taken to cover."""

_WRAPPERS = frozenset(f"{W}{name}" for name in ["sdt", "sdtContent", "ins", "customXml"])


def place_cells(table: Element) -> list[tuple[str, Element, Cell]]:
    """The cells of a table.

    Args:
        table: The `w:tbl`.

    Returns:
        Path in the table (`tr[1]/tc[2]`), element and place of each cell, in order. Cells that continue a merged one
        are among them, as cells of their own, where they hold text.
    """
    found: list[tuple[str, Element, Cell]] = []
    above: dict[int, int] = {}
    """Index of the merged cell that reaches down to a column."""
    for row, element in enumerate(_children(table, f"{W}tr")):
        head = element.find(f"{W}trPr/{W}tblHeader")
        before = element.find(f"{W}trPr/{W}gridBefore")
        column = 0 if before is None else _count(before.get(VAL))
        for number, cell in enumerate(_children(element, f"{W}tc"), 1):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            columns = 1 if span is None else _count(span.get(VAL))
            if merge is not None and merge.get(VAL) != "restart" and column in above:
                path, first, placed = found[above[column]]
                found[above[column]] = path, first, placed._replace(row_span=row - placed.row + 1)
                if not any(text.strip() for text in cell.itertext()):
                    column += columns
                    continue
            else:
                above.pop(column, None)
                if merge is not None:
                    above[column] = len(found)
            place = Cell(-1, row, column, 1, columns, head is not None and is_on(head))
            found.append((f"tr[{row + 1}]/tc[{number}]", cell, place))
            column += columns
    return found


def _children(element: Element, tag: str, depth: int = 0) -> list[Element]:
    """Children with a tag, out of content controls and tracked insertions."""
    found: list[Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS and depth < 10:
            found.extend(_children(child, tag, depth + 1))
    return found


def _count(value: str | None) -> int:
    return min(int(value), SPAN_LIMIT) or 1 if value and value.isdecimal() and len(value) < 9 else 1
