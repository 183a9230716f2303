"""Blocks of a source text: what a reader of a format knows about a stretch of it.

A reader gives every visible block with its signals, and classifies nothing: what is title, body or menu is decided by
the layout, which sees the whole page. Blocks stand in order, do not overlap, and a line feed stands between two of
them.
"""

from typing import Literal, NamedTuple, TypeAlias

from policyparse.source.places import Place

Alignment: TypeAlias = Literal["left", "center", "right", "justify"]

NO_WORDS: frozenset[str] = frozenset()


class Cell(NamedTuple):
    """A cell of a table of data; tables that only lay out a page have none.

    Attributes:
        table: Number of the table in the source, from 0.
        row: Row, from 0.
        column: Column, from 0, with the columns of merged cells counted.
        row_span: Number of rows that it covers.
        column_span: Number of columns that it covers.
        header: Whether the file marks it as the head of its row or column.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


class SourceBlock(NamedTuple):
    """A stretch of a source text that its file sets off: a paragraph, a heading, a paragraph of a cell.

    Attributes:
        start: Offset of the first code point in `SourceText.text`.
        end: Offset after the last one.
        tag: What the file calls it: `p` `div` `h1`…`h6` `li` `td` `th` `caption` `title` `header` `footer`
            `footnote` `textbox`.
        place: Where it stands in the file.
        level: Level of a heading, from 1, None where it is no heading.
        align: Alignment, None where the file does not say.
        bold: Whether most of it is bold.
        indent: Indent of its first line, in characters.
        size: Height of its characters in points, None where the file does not say.
        link_density: Share of its characters that stand in links, 0 to 1.
        container_link_density: The same of the nearest ancestor that holds several blocks.
        roles: What its ancestors are: `nav` `header` `footer` `aside` `article` `main` `form` `button` `figure`.
        words: Words of the classes and ids of the block and its ancestors, in lower case.
        furniture: Whether the file itself says that it is no text of the document: page number, running head.
        after_break: Whether it continues the block before behind a line break (`<br>`, `w:br`, next centred line).
        cell: The cell that it stands in.
    """

    start: int
    end: int
    tag: str
    place: Place
    level: int | None = None
    align: Alignment | None = None
    bold: bool = False
    indent: float = 0.0
    size: float | None = None
    link_density: float = 0.0
    container_link_density: float = 0.0
    roles: frozenset[str] = NO_WORDS
    words: frozenset[str] = NO_WORDS
    furniture: bool = False
    after_break: bool = False
    cell: Cell | None = None


class Link(NamedTuple):
    """A link to an attachment.

    Attributes:
        href: The address as it is written.
        text: Its text.
        start: Offset of that text in `SourceText.text`.
        end: Offset after it.
    """

    href: str
    text: str
    start: int
    end: int
