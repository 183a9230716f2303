"""`policyparse reconcile`: versions of one document, merged."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import counted, give_up, say, show_json
from policyparse.cli.inputs import require_kind
from policyparse.cli.options import Kind
from policyparse.cli.results import load
from policyparse.model.errors import PolicyParseError
from policyparse.output.printable import printable
from policyparse.output.reconciliation import Reconciliation
from policyparse.output.reconciliation import reconcile as reconcile_documents


class Form(StrEnum):
    """How a reconciliation is printed."""

    TEXT = "text"
    JSON = "json"


def reconcile(
    versions: Annotated[
        list[Path],
        typer.Argument(help="Documents or results (.json), the most trusted first.", show_default=False),
    ],
    form: Annotated[Form, typer.Option("--format", help="Variants as text, or all merged fields as JSON.")] = Form.TEXT,
    kind: Kind = None,
) -> None:
    """Merge two or more versions of one document field by field, and list where they differ (版本校勘)."""
    require_kind(kind)
    try:
        found = reconcile_documents([load(path, kind) for path in versions])
    except (PolicyParseError, ValueError) as error:
        give_up(str(error))
    if form is Form.JSON:
        show_json(found.model_dump_json(indent=2))
    else:
        _print(found, [path.name for path in versions])
    merged = sum(map(len, found.fields.values()))
    say(f"{counted(merged, 'value')} of {len(versions)} versions, {counted(len(found.variants), 'variant')}")


def _print(found: Reconciliation, names: list[str]) -> None:
    for variant in found.variants:
        typer.echo(variant.pointer)
        for reading, place in zip(variant.readings, variant.places, strict=True):
            where = f" [{place.span.start}:{place.span.end}]" if place.span and reading is not None else ""
            shown = "—" if reading is None else printable(reading) or "∅"
            typer.echo(f"  {printable(names[place.version])}{where}  {shown}")
