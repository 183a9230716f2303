"""`policyparse explain`: what a diagnostic code means."""

from typing import Annotated

import typer

from policyparse.cli.console import console, give_up
from policyparse.model.codes import catalogue


def explain(
    code: Annotated[str | None, typer.Argument(help="PP401, say; else all are listed.", show_default=False)] = None,
) -> None:
    """Explain a diagnostic code: what it means, why it is said, what to do."""
    codes = catalogue()
    if code is None:
        for entry in codes.values():
            typer.echo(f"{entry.code}  {entry.severity:<8} {entry.title}")
        return
    found = codes.get(code.upper())
    if found is None:
        give_up(f"there is no code {code!r}; `policyparse explain` lists all of them")
    terminal = console()
    terminal.print(f"{found.code} {found.title} ({found.severity})", style="bold")
    for label, text in (("Reason", found.reason), ("Remedy", found.remedy), ("Example", found.example)):
        terminal.print(f"{label + ':':<9}{text}")
