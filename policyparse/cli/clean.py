"""`policyparse clean`: the repaired text of a document."""

from pathlib import Path
from typing import Annotated

import typer

from policyparse.api import clean as clean_document
from policyparse.batch.items import STANDARD_INPUT
from policyparse.cli.console import counted, give_up, say, show_text
from policyparse.cli.inputs import standard_input
from policyparse.model.errors import UnreadableInput
from policyparse.output.changes import write_changes
from policyparse.output.printable import printable, printable_lines


def clean(
    file: Annotated[Path, typer.Argument(help="A file, - for standard input.", show_default=False)],
    diff: Annotated[bool, typer.Option("--diff", help="Print what was changed instead, as a unified diff.")] = False,
) -> None:
    """Repair the text of a document and print it, or what was changed in it and by which repair."""
    try:
        cleaned = clean_document(standard_input() if str(file) == STANDARD_INPUT else file)
    except UnreadableInput as error:
        give_up(str(error))
    if diff:
        typer.echo(printable_lines(write_changes(cleaned, printable(str(file)))), nl=False)
    else:
        show_text(cleaned.text)
    say(f"{counted(len(cleaned.changes), 'change')}, damage {cleaned.damage:.3f}")
