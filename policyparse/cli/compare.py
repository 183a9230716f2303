"""`policyparse compare`: two versions opposite each other."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import FOUND_SOMETHING, give_up, show_text
from policyparse.cli.inputs import require_kind
from policyparse.cli.options import Kind, Language
from policyparse.cli.results import load
from policyparse.model.content import DecisionContent
from policyparse.model.errors import PolicyParseError
from policyparse.output.comparison.compare import compare as compare_documents
from policyparse.output.comparison.model import Comparison
from policyparse.output.messages import language_of
from policyparse.output.whole_file import write_whole


class Form(StrEnum):
    """How a comparison is printed."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


def compare(
    old: Annotated[Path, typer.Argument(help="The version before, a document or a result.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The version after.", show_default=False)],
    form: Annotated[Form, typer.Option("--format", help="How the comparison is printed.")] = Form.TEXT,
    out: Annotated[Path | None, typer.Option(help="File to write it to.", show_default=False)] = None,
    full: Annotated[bool, typer.Option("--all", help="Also what did not change.")] = False,
    amending: Annotated[
        Path | None,
        typer.Option(help="The decision that led from one to the other; it says what was renumbered."),
    ] = None,
    kind: Kind = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where something changed.")] = False,
    lang: Language = None,
) -> None:
    """Lay two versions of a law or an official document opposite each other (新旧对照): words, moves, new numbers."""
    require_kind(kind)
    try:
        decision = load(amending) if amending else None
        if decision is not None and not isinstance(decision, DecisionContent):
            give_up(f"{amending}: this is no decision that amends; leave --amending out")
        comparison = compare_documents(load(old, kind), load(new, kind), amending=decision)
    except (PolicyParseError, ValueError) as error:
        give_up(str(error))
    text = _printed(comparison, form, full, language_of(lang))
    if out is None:
        show_text(text)
    else:
        try:
            write_whole(out, text)
        except OSError as error:
            give_up(f"{out}: cannot be written ({error.strerror}); choose another --out")
    if exit_code and comparison:
        raise typer.Exit(FOUND_SOMETHING)


def _printed(comparison: Comparison, form: Form, full: bool, lang: str) -> str:
    match form:
        case Form.HTML:
            return comparison.as_html(full=full)
        case Form.MARKDOWN:
            return comparison.as_markdown(full=full)
        case Form.JSON:
            return comparison.model_dump_json(indent=2) + "\n"
    return comparison.as_text(full=full, lang=lang)
