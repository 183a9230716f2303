"""Tables in files: JSON Lines, CSV, Excel, Parquet; a target is there whole or not at all.

A document is encoded where it was parsed (`encode`, in a worker) and written where all come together (`TableFiles`).
"""

import csv
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Self, TypeAlias

from policyparse.model.document import Document
from policyparse.model.errors import MissingExtra
from policyparse.output.tables import TABLES, ColumnType, columns, document_rows

Format: TypeAlias = Literal["jsonl", "csv", "xlsx", "parquet"]
"""How tables are written: a file a table, but one workbook for `xlsx`."""

Encoded: TypeAlias = Mapping[str, str]
"""The rows of one document as JSON Lines, by table."""

SHEET_ROWS = 1_048_575
"""Maximum number of rows of a sheet, without its header (ECMA-376)."""

CELL_LENGTH = 32_767
"""Maximum length of a cell, in characters (ECMA-376)."""


LIST_MARK = "；"
"""Mark between the members of a list in a cell."""

SQL_TYPES: Mapping[ColumnType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(38, 8)",
    "float": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "texts": "VARCHAR[]",
    "integers": "BIGINT[]",
    "grid": "VARCHAR[][]",
}
"""Types of columns in DuckDB and Parquet."""


def encode(document: Document) -> dict[str, str]:
    """The rows of a document as JSON Lines, by table; dates are ISO 8601, decimals texts."""
    lines: dict[str, list[str]] = {}
    for table, row in document_rows(document):
        lines.setdefault(table, []).append(json.dumps(row, ensure_ascii=False, default=plain))
    return {table: "\n".join(rows) + "\n" for table, rows in lines.items()}


def plain(value: Any) -> str:
    """A date or a decimal as JSON Lines hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"{type(value).__name__} has no place in a table")


class TableFiles:
    """The tables of many documents, written to a folder or a workbook when all have come.

    Args:
        target: Folder for one file a table, or the workbook where the format is `xlsx`.
        form: The format.

    Raises:
        MissingExtra: The format needs an extra that is not installed.
    """

    def __init__(self, target: Path, form: Format) -> None:
        needed_by(form)
        self.target, self.form = target, form
        target.parent.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix=".policyparse-", dir=target.parent))
        self._files: dict[str, IO[str]] = {}

    def write(self, encoded: Encoded) -> None:
        """Take the rows of a document."""
        for table, lines in encoded.items():
            if table not in self._files:
                self._files[table] = (self._folder / f"{table}.jsonl").open("w", encoding="utf-8", newline="")
            self._files[table].write(lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the target, or leave what stood there where something was raised."""
        try:
            for file in self._files.values():
                file.close()
            if kind is None:
                self._finish()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _finish(self) -> None:
        made = self._folder / "made"
        made.mkdir()
        if self.form == "xlsx":
            workbook = made / "tables.xlsx"
            write_workbook(workbook, {table: _lines(self._folder / f"{table}.jsonl") for table in TABLES})
            workbook.replace(self.target)
            return
        for table in TABLES:
            lines = self._folder / f"{table}.jsonl"
            if self.form == "csv":
                write_csv(made / f"{table}.csv", table, _lines(lines))
            elif self.form == "parquet":
                write_parquet(made / f"{table}.parquet", table, lines)
            else:
                lines.touch()
                lines.replace(made / f"{table}.jsonl")
        self.target.mkdir(exist_ok=True)
        for file in sorted(made.iterdir()):
            file.replace(self.target / file.name)


def needed_by(form: Format) -> None:
    """See that the library that a format needs is there.

    Raises:
        MissingExtra: It is not installed.
    """
    if form == "xlsx":
        require("xlsxwriter", "excel")
    if form == "parquet":
        require("duckdb", "store")


def require(module: str, extra: str) -> None:
    """See that an optional library is there.

    Raises:
        MissingExtra: It is not installed.
    """
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise MissingExtra(f'this needs {module}; install it with pip install "policyparse[{extra}]"')


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def write_csv(path: Path, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a table as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs to read Chinese."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns(table))
        for row in rows:
            writer.writerow(_cell(row[column]) for column in columns(table))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return LIST_MARK.join(str(_cell(member)) for member in value)
    return value


def write_workbook(path: Path, tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Write tables as an Excel workbook, a sheet a table; cells are typed, and none of them is a formula.

    Args:
        path: The file.
        tables: Rows as `encode` writes them, by table.

    Raises:
        ValueError: A table has more rows than a sheet.
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, {**options, "constant_memory": True}) as workbook:
        formats = {"date": "yyyy-mm-dd", "timestamp": "yyyy-mm-dd hh:mm:ss"}
        styles = {kind: workbook.add_format({"num_format": form}) for kind, form in formats.items()}
        bold = workbook.add_format({"bold": True})
        for table, rows in tables.items():
            kinds = columns(table)
            sheet = workbook.add_worksheet(table)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, kinds, bold)
            for number, row in enumerate(rows, start=1):
                if number > SHEET_ROWS:
                    raise ValueError(f"{table} has more than {SHEET_ROWS} rows; write csv or parquet instead")
                for place, (column, kind) in enumerate(kinds.items()):
                    _write_cell(sheet, number, place, row[column], kind, styles)


def _write_cell(sheet: Any, row: int, column: int, value: Any, kind: ColumnType, styles: Mapping[str, Any]) -> None:
    if value is None or value == []:
        return
    if kind in ("date", "timestamp"):
        sheet.write_datetime(row, column, datetime.fromisoformat(value), styles[kind])
    elif kind == "decimal":
        sheet.write_number(row, column, float(value))
    elif kind in ("integer", "float"):
        sheet.write_number(row, column, value)
    elif kind == "boolean":
        sheet.write_boolean(row, column, value)
    else:
        text = str(_cell(value))
        sheet.write_string(row, column, text if len(text) <= CELL_LENGTH else text[: CELL_LENGTH - 1] + "…")


def write_parquet(path: Path, table: str, lines: Path) -> None:
    """Write JSON Lines of a table as Parquet, with the types of its columns."""
    import duckdb

    selected = select_lines(table, lines) if lines.exists() and lines.stat().st_size else select_nothing(table)
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({selected}) TO {_quoted(str(path))} (FORMAT parquet)")


def select_lines(table: str, lines: Path) -> str:
    """SQL that reads JSON Lines of a table, with the types of its columns."""
    kinds = ", ".join(f"{name}: '{SQL_TYPES[kind]}'" for name, kind in columns(table).items())
    size = "maximum_object_size = 268435456"
    return (
        f"SELECT * FROM read_json({_quoted(str(lines))}, format = 'newline_delimited', columns = {{{kinds}}}, {size})"
    )


def select_nothing(table: str) -> str:
    """SQL for the columns of a table without a row."""
    kinds = ", ".join(f"CAST(NULL AS {SQL_TYPES[kind]}) AS {name}" for name, kind in columns(table).items())
    return f"SELECT {kinds} WHERE false"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
