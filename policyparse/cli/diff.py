"""`policyparse diff`: what changed between two results."""

import json
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import FOUND_SOMETHING, counted, give_up, say, show_json
from policyparse.cli.results import load
from policyparse.model.errors import PolicyParseError
from policyparse.output.differences import differences, in_words
from policyparse.output.printable import printable


def diff(
    old: Annotated[Path, typer.Argument(help="A result (.json), or a document.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="Another.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="The changes as JSON.")] = False,
) -> None:
    """Say what changed between two results, or two versions of a document; exit status 1 where something did."""
    try:
        changes = differences(load(old), load(new))
    except PolicyParseError as error:
        give_up(str(error))
    if as_json:
        show_json(json.dumps([change.model_dump(mode="json") for change in changes], ensure_ascii=False, indent=2))
    else:
        for change in changes:
            typer.echo(printable(in_words(change)))
    say(f"{counted(len(changes), 'change')}")
    if changes:
        raise typer.Exit(FOUND_SOMETHING)
