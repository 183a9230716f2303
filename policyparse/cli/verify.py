"""`policyparse verify`: whether a text cites and quotes as its sources say."""

from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import FOUND_SOMETHING, counted, give_up, say, show_json
from policyparse.cli.corpora import open_corpus
from policyparse.cli.inputs import standard_input
from policyparse.model.errors import PolicyParseError
from policyparse.output.lines import Lines
from policyparse.output.printable import printable
from policyparse.output.verification import CheckedCitation, CheckedQuotation, Verification, in_words
from policyparse.output.verification import verify as verify_text
from policyparse.source.formats import read


def verify(
    file: Annotated[Path, typer.Argument(help="The text, - for standard input.", show_default=False)],
    against: Annotated[
        list[Path],
        typer.Option(help="A store (.duckdb), or files and folders of documents or results.", show_default=False),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="What was found as JSON.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Say what was found and is equal or not in the corpus, too.")
    ] = False,
) -> None:
    """Compare the citations and quotations of a text with documents.

    Exit status 1 where a provision is not in its document, or a quotation says something else. A document that is not
    in the corpus is no error: nothing can be said of it.
    """
    try:
        source = read(standard_input() if str(file) == "-" else file)
        with open_corpus(against) as corpus:
            found = verify_text(source.text, corpus.index_for(source.text))
    except PolicyParseError as error:
        give_up(str(error))
    if as_json:
        show_json(found.model_dump_json(indent=2))
    else:
        _print(found, "stdin" if str(file) == "-" else str(file), source.text, everything=everything)
    if not found.holds:
        raise typer.Exit(FOUND_SOMETHING)


WRONG = frozenset({"no_such_provision", "different", "elsewhere"})
"""What makes a text wrong, as far as the corpus can tell."""


def _print(found: Verification, name: str, text: str, *, everything: bool) -> None:
    lines = Lines(text)
    checked: list[CheckedCitation | CheckedQuotation] = [*found.citations, *found.quotations]
    for entry in sorted(checked, key=lambda entry: entry.span.start):
        if everything or entry.status in WRONG:
            place = lines.place(entry.span.start)
            typer.echo(printable(f"{name}:{place.line}:{place.column}: {entry.text}: {in_words(entry)}"))
    wrong = sum(entry.status in WRONG for entry in checked)
    unknown = sum(entry.status in ("not_in_corpus", "no_document") for entry in checked)
    say(
        f"{counted(len(found.citations), 'citation')}, {counted(len(found.quotations), 'quotation')}: "
        f"{wrong} wrong, {unknown} that this corpus says nothing of"
    )
