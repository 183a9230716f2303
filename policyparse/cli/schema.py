"""`policyparse schema`: the JSON Schemas of the documents."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from policyparse.api import json_schema
from policyparse.cli.console import FOUND_SOMETHING, complain, give_up
from policyparse.cli.inputs import require_kind
from policyparse.cli.parse import deliver
from policyparse.model.errors import PolicyParseError
from policyparse.model.json_schema import ANY_KIND, VERSION
from policyparse.registry import document_types


def schema(
    kind: Annotated[
        str | None, typer.Argument(help="One kind, or document for any of them; else all.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the schemas, which go below it to a folder of their version.", show_default=False
        ),
    ] = None,
    with_types: Annotated[
        list[str] | None,
        typer.Option("--with", help="Document type of others that takes part; once for each.", show_default=False),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only compare with those in --out (or schemas).")] = False,
) -> None:
    """Print or write the JSON Schemas of the documents, or check that those written are up to date."""
    try:
        kinds = [document_type.kind for document_type in document_types(with_types or ())]
        if kind not in (None, ANY_KIND):
            require_kind(kind, with_types or ())
        schemas = {name: json_schema(name, with_types or ()) for name in ([kind] if kind else [ANY_KIND, *kinds])}
    except PolicyParseError as error:
        give_up(str(error))
    if check:
        _compare_schemas(out or Path("schemas"), schemas)
    elif out is not None:
        for name, content in schemas.items():
            failure = deliver(_schema_text(content) + "\n", out / _schema_name(name))
            if failure:
                give_up(str(failure))
    else:
        typer.echo(_schema_text(schemas[kind] if kind else schemas))


def _compare_schemas(folder: Path, schemas: dict[str, dict[str, Any]]) -> None:
    stale = []
    for name, content in schemas.items():
        file = folder / _schema_name(name)
        try:
            same = file.read_text(encoding="utf-8") == _schema_text(content) + "\n"
        except OSError:
            same = False
        if not same:
            stale.append(file)
    for file in stale:
        complain(f"{file}: stale or missing; run `policyparse schema --out {folder}`")
    if stale:
        raise typer.Exit(FOUND_SOMETHING)


def _schema_name(kind: str) -> Path:
    return Path(VERSION, f"{kind}.schema.json")


def _schema_text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
