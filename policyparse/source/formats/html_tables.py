"""Tables of a web page: which cell stands in which row and column, and which tables only lay out the page."""

from dataclasses import dataclass, field

from policyparse.source.blocks import Cell

SPAN_LIMIT = 100
"""Most rows or columns that a cell is taken to cover."""


@dataclass(slots=True, eq=False)
class Table:
    """A table while its rows are read.

    Attributes:
        outer: The table in whose cell it stands.
        layout: Whether it only lays out the page: it holds other tables, or one cell.
        number: Number among the tables of data, None for a table of layout; known when all is read.
    """

    outer: "Table | None" = None
    layout: bool = False
    number: int | None = None
    _heads: int = 0
    _row: int = -1
    _column: int = 0
    _cells: int = 0
    _taken: dict[int, int] = field(default_factory=dict)
    """Columns that a cell of a row above covers, with the row at which they are free again."""

    def __post_init__(self) -> None:
        if self.outer is not None:
            self.outer.layout = True

    def open_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 0

    def add_cell(self, row_span: str | None, column_span: str | None, header: bool) -> Cell:
        """Place the next cell of the row; the number of the table is not known yet."""
        if self._row < 0:
            self.open_row()
        while self._taken.get(self._column, 0) > self._row:
            self._column += 1
        rows, columns = _span(row_span), _span(column_span)
        cell = Cell(-1, self._row, self._column, rows, columns, header)
        if rows > 1:
            for column in range(self._column, self._column + columns):
                self._taken[column] = self._row + rows
        self._column += columns
        self._cells += 1
        self._heads += header
        return cell

    @property
    def holds_data(self) -> bool:
        """Whether its cells are cells of data."""
        return self._cells > 1 and (self._heads > 0 or not self.layout)


def number_tables(tables: list[Table]) -> None:
    """Number the tables that hold data, in their order."""
    number = 0
    for table in tables:
        if table.holds_data:
            table.number = number
            number += 1


def _span(value: str | None) -> int:
    return min(int(value), SPAN_LIMIT) or 1 if value and value.strip().isdecimal() else 1
