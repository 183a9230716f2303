"""`policyparse status`: whether a document is in force on a day."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import give_up, show_json
from policyparse.cli.extensions import extensions
from policyparse.model.errors import PolicyParseError
from policyparse.output.printable import printable
from policyparse.output.store import Store


def status(
    document: Annotated[
        str, typer.Argument(help="Title, number, identifier or digest of the document.", show_default=False)
    ],
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The day.", show_default=False)],
    store: Annotated[Path, typer.Option(help="The store, linked.")] = Path("policies.duckdb"),
    as_json: Annotated[bool, typer.Option("--json", help="The answer as JSON.")] = False,
) -> None:
    """Say whether a document of a store is in force on a day, as far as the store tells.

    It is in_force where nothing in the store says otherwise; else not_yet_effective, amended, expired, repealed,
    draft, or unknown where the store does not say when it was changed.
    """
    try:
        with Store(store, read_only=True, types=extensions().types) as opened:
            found = opened.status(document, on=on.date())
    except PolicyParseError as error:
        give_up(str(error))
    if as_json:
        show_json(found.model_dump_json(indent=2))
        return
    typer.echo(printable(f"{found.id}: {found.status} on {found.on}: {found.reason}"))
    for key in found.by:
        typer.echo(printable(f"  by {key}"))
