"""`policyparse upgrade`: results and stores of older versions."""

from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import UNUSABLE, complain, counted, say
from policyparse.model.errors import PolicyParseError
from policyparse.output.store import upgrade_store
from policyparse.output.upgrade import upgrade as upgrade_result
from policyparse.output.whole_file import write_whole


def upgrade(
    files: Annotated[list[Path], typer.Argument(help="Results (.json) and stores (.duckdb).", show_default=False)],
    indent: Annotated[int, typer.Option(min=0, max=8, help="Columns by which JSON is indented.")] = 2,
) -> None:
    """Lift results and stores of older versions of the contract to this one, in place; each is whole or as it was."""
    failed = 0
    for file in files:
        try:
            if file.suffix.lower() == ".duckdb":
                upgrade_store(file)
            else:
                document = upgrade_result(file.read_text(encoding="utf-8"))
                write_whole(file, document.model_dump_json(indent=indent) + "\n")
        except (PolicyParseError, OSError, UnicodeDecodeError) as error:
            failed += 1
            reason = error.message if isinstance(error, PolicyParseError) else str(error)
            complain(f"{file}: {reason}")
    say(f"{counted(len(files) - failed, 'file')} upgraded, {failed} failed")
    if failed:
        raise typer.Exit(UNUSABLE)
