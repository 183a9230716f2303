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
            complain(f"{file}: {_reason(error)}")
    say(f"{counted(len(files) - failed, 'file')} upgraded, {failed} failed")
    if failed:
        raise typer.Exit(UNUSABLE)


def _reason(error: PolicyParseError | OSError | UnicodeDecodeError) -> str:
    if isinstance(error, PolicyParseError):
        return error.message
    if isinstance(error, OSError):
        return f"cannot be read or written ({error.strerror}); check the path"
    return "this is no UTF-8; give what `policyparse parse` wrote"
