"""`policyparse sql`: questions to a store."""

import csv
import json
import sys
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from policyparse.cli.console import console, give_up, show_json
from policyparse.model.errors import PolicyParseError
from policyparse.output.printable import printable
from policyparse.output.store import Store


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


WIDTH = 100_000
"""Columns of a table that does not go to a terminal, so that no cell is folded."""


def sql(
    statement: Annotated[str, typer.Argument(help="One SQL statement in the dialect of DuckDB.", show_default=False)],
    store: Annotated[Path, typer.Option(help="The store.")] = Path("policies.duckdb"),
    form: Annotated[Form, typer.Option("--format", help="How the answer is printed.")] = Form.TABLE,
) -> None:
    """Ask a store with SQL and print the answer."""
    try:
        with Store(store, read_only=True) as opened:
            rows = opened.query(statement)
    except PolicyParseError as error:
        give_up(str(error))
    rows = [{name: _plain(value) for name, value in row.items()} for row in rows]
    if form is Form.JSON:
        show_json(json.dumps(rows, ensure_ascii=False, default=str, indent=2))
    elif form is Form.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        if rows:
            writer.writerow(rows[0])
        writer.writerows(row.values() for row in rows)
    else:
        _print(rows)


def _print(rows: list[dict[str, Any]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    if not rows:
        typer.echo("no rows")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in rows[0]:
        table.add_column(printable(name), overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else printable(_shown(value)) for value in row.values()))
    out = console()
    if not out.is_terminal:
        out.width = WIDTH
    out.print(table)


def _shown(value: Any) -> str:
    return "、".join(map(_shown, value)) if isinstance(value, list) else str(value)


def _plain(value: Any) -> Any:
    """A value as it is printed: a decimal without the zeros that its column adds."""
    if not isinstance(value, Decimal):
        return value
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
