"""`policyparse link`: the edges between the documents of a store."""

import json
from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import counted, give_up, say, show_json
from policyparse.cli.extensions import extensions
from policyparse.model.errors import PolicyParseError
from policyparse.output.printable import printable
from policyparse.output.store import Store

UNRESOLVED = (
    "SELECT edges.action, edges.title, edges.reason, edges.from_id, edges.quote FROM edges "
    "WHERE reason IS NOT NULL ORDER BY from_id, pointer"
)
"""The edges that lead nowhere."""


def link(
    store: Annotated[Path, typer.Argument(help="The store (.duckdb).", show_default=False)],
    unresolved: Annotated[bool, typer.Option("--unresolved", help="List the edges that lead nowhere.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The numbers, or the list, as JSON.")] = False,
) -> None:
    """Resolve what the documents of a store say of each other, and write its table `edges` anew.

    An edge that leads nowhere says why: not_in_corpus (which says nothing about whether there is such a document),
    no_such_provision, or ambiguous. Link again when documents came or went.
    """
    try:
        if not store.exists():
            give_up(f"{store}: there is no such file; check the path")
        with Store(store, types=extensions().types) as opened:
            number = opened.link()
            counts = opened.query("SELECT action, reason, count(*) AS edges FROM edges GROUP BY ALL ORDER BY ALL")
            nowhere = opened.query(UNRESOLVED)
    except PolicyParseError as error:
        give_up(str(error))
    if as_json:
        show_json(json.dumps(nowhere if unresolved else counts, ensure_ascii=False, indent=2))
    elif unresolved:
        for edge in nowhere:
            typer.echo(printable(f"{edge['from_id']}: {edge['action']} {edge['quote']}: {edge['reason']}"))
    else:
        for row in counts:
            typer.echo(f"{row['action']:<10}  {row['reason'] or 'resolved':<17}  {row['edges']:>6}")
    say(f"{counted(number, 'edge')} in {store}, {len(nowhere)} lead nowhere")
