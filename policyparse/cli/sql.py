"""`policyparse sql`: questions to a store."""

import csv
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from policyparse.cli.console import console, give_up
from policyparse.model.errors import PolicyParseError
from policyparse.output.store import Store


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


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
    if form is Form.JSON:
        typer.echo(json.dumps(rows, ensure_ascii=False, default=str, indent=2))
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
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else _shown(value) for value in row.values()))
    console().print(table)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(_shown, value))
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").lstrip("-").isdigit() else text
