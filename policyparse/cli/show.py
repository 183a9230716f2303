"""`policyparse show`: what was found in documents."""

from typing import Annotated

import typer

from policyparse.api import parse
from policyparse.cli.console import UNUSABLE, complain
from policyparse.cli.extensions import extensions
from policyparse.cli.inputs import find
from policyparse.cli.options import Kind, Language, NamesModel, Paths, ReferenceDate, Types
from policyparse.cli.results import read_item, text_beside
from policyparse.model.errors import PolicyParseError
from policyparse.output.messages import language_of
from policyparse.output.validation import is_result, read_result


def show(
    paths: Paths,
    full: Annotated[bool, typer.Option("--all", help="Everything, instead of the first of each list.")] = False,
    kind: Kind = None,
    types: Types = None,
    reference_date: ReferenceDate = None,
    names_model: NamesModel = False,
    lang: Language = None,
) -> None:
    """Show what was found in documents or results: a tree with quotes, bars for numbers, diagnostics with lines."""
    from rich.console import Console

    from policyparse.output.display.document import display

    console = Console(highlight=False, markup=False, emoji=False)
    others = extensions(types)
    documents, failures = find(paths, kind, others)
    failed = bool(failures)
    for n, item in enumerate(documents):
        try:
            source = read_item(item, others.readers)
            text: str | None = source.text
            if is_result(source.text):
                document = read_result(source.text, others.models)
                text = document.text if document.text is not None else text_beside(item)
            else:
                document = parse(
                    source, kind=kind, types=others.types, reference_date=reference_date, names_model=names_model
                )
        except PolicyParseError as error:
            complain(f"{item.name}: {error.message}")
            failed = True
            continue
        if n:
            console.print()
        console.print(display(document, text=text, full=full, lang=language_of(lang)))
    if failed:
        raise typer.Exit(UNUSABLE)
