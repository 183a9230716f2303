"""`policyparse diff`: what changed between two results."""

import json
from pathlib import Path
from typing import Annotated

import typer

from policyparse.api import parse
from policyparse.cli.console import FOUND_SOMETHING, counted, give_up, say
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.differences import differences, in_words
from policyparse.output.printable import printable
from policyparse.output.validation import check_result, is_result
from policyparse.source.formats import read


def diff(
    old: Annotated[Path, typer.Argument(help="A result (.json), or a document.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="Another.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="The changes as JSON.")] = False,
) -> None:
    """Say what changed between two results, or two versions of a document; exit status 1 where something did."""
    try:
        changes = differences(_document(old), _document(new))
    except PolicyParseError as error:
        give_up(str(error))
    if as_json:
        typer.echo(json.dumps([change.model_dump(mode="json") for change in changes], ensure_ascii=False, indent=2))
    else:
        for change in changes:
            typer.echo(printable(in_words(change)))
    say(f"{counted(len(changes), 'change')}")
    if changes:
        raise typer.Exit(FOUND_SOMETHING)


def _document(path: Path) -> Document:
    source = read(path)
    if not is_result(source.text):
        return parse(source)
    document, problems = check_result(source.text)
    if document is None:
        raise PolicyParseError(f"this is no result ({problems[0].message}); parse the document again", path=str(path))
    return document
