"""`policyparse why`: the rules behind a value."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policyparse.batch import Item
from policyparse.batch.items import STANDARD_INPUT
from policyparse.cli.console import give_up, show_json
from policyparse.cli.extensions import Extensions, extensions
from policyparse.cli.inputs import require_kind, standard_input
from policyparse.cli.options import Kind, Readers, ReferenceDate, Types
from policyparse.cli.results import read_item, text_beside
from policyparse.model.errors import PolicyParseError
from policyparse.output.printable import printable
from policyparse.output.validation import is_result, read_result
from policyparse.output.why.explanation import why as explain
from policyparse.output.why.model import Reason, Why
from policyparse.source.formats import read_text
from policyparse.source.source_text import SourceText

LONGEST = 60
"""Maximum length of a value or a quote, in characters."""


def why(
    file: Annotated[
        Path, typer.Argument(help="The document, or its result (.json); - is standard input.", show_default=False)
    ],
    pointer: Annotated[
        str, typer.Argument(help="JSON Pointer of the value, or a place LINE:COLUMN.", show_default=False)
    ],
    kind: Kind = None,
    types: Types = None,
    readers: Readers = None,
    reference_date: ReferenceDate = None,
    as_json: Annotated[bool, typer.Option("--json", help="What is known as JSON.")] = False,
) -> None:
    """Say why a document has a value: the reader, the rules and patterns, the place and the repairs behind it.

    The document is parsed again while its rules are watched. Of a place, LINE:COLUMN, is told which rules decided
    there, also where they decided that it is nothing: no indicator, no title.
    """
    others = extensions(types, readers)
    require_kind(kind, others.types)
    today: date | None = reference_date and reference_date.date()
    try:
        found = explain(_text(file, others), pointer, kind=kind, types=others.types, reference_date=today)
    except PolicyParseError as error:
        give_up(str(error) if error.path else f"{file}: {error.message}")
    if as_json:
        show_json(found.model_dump_json(indent=2))
        return
    for line in _told(found):
        typer.echo(printable(line))


def _text(file: Path, others: Extensions) -> SourceText:
    """The text of a document, or that of a result, which it holds or which lies beside it.

    Raises:
        PolicyParseError: It cannot be read, or the text of a result is not there.
    """
    item = Item(str(file), file.name, file)
    if str(file) == STANDARD_INPUT:
        item = Item(STANDARD_INPUT, STANDARD_INPUT, data=standard_input())
    source = read_item(item, others.readers)
    if not is_result(source.text):
        return source
    text = read_result(source.text, others.models).text
    text = text if text is not None else text_beside(item)
    if text is None:
        raise PolicyParseError("the text is neither in the result nor beside it; give the document itself")
    return read_text(text)


def _told(found: Why) -> Iterator[str]:
    value = found.value if isinstance(found.value, str) else json.dumps(found.value, ensure_ascii=False)
    is_place = found.value is None and found.span is not None
    yield found.pointer if is_place else f"{found.pointer}  {_short(value)}"
    if found.span is not None:
        yield f"place    {found.line}:{found.column} “{_short(found.quote or '')}”"
    if found.origin is not None:
        yield f"origin   {found.origin}"
    if found.reader is not None:
        reader = found.reader
        yield f"reader   {reader.name} of {reader.kind} ({reader.file}:{reader.line})"
        yield f"         {reader.says}"
    for reason in found.reasons:
        yield from _reason(reason)
    for repair in found.repairs:
        yield f"repair   {', '.join(repair.rules)}: “{_short(repair.before)}” to “{_short(repair.after)}”"
    for finding in found.diagnostics:
        yield f"finding  {finding.code} {finding.message}"
    if not (found.reasons or found.origin or found.reader):
        yield "         no reader set it" + (": it follows from the text as a whole" if found.value else "")


def _reason(reason: Reason) -> Iterator[str]:
    yield f"{reason.kind:<8} {reason.name} ({reason.file}:{reason.line})"
    if reason.reason:
        yield f"         {reason.reason}"
    lines = (
        ("decides", reason.verdict),
        ("took", reason.text),
        ("matches", reason.matches),
        ("rejects", reason.rejects),
    )
    for label, text in lines:
        if text is not None:
            yield f"         {label:<8} {_short(text)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
