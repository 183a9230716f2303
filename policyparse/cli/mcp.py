"""`policyparse mcp`: a server of the Model Context Protocol over a corpus."""

from pathlib import Path
from typing import Annotated

import typer

from policyparse.cli.console import give_up
from policyparse.cli.corpora import open_corpus
from policyparse.model.errors import PolicyParseError
from policyparse.output.mcp_server import make_server
from policyparse.output.table_files import require


def mcp(
    corpus: Annotated[
        list[Path],
        typer.Argument(help="A store (.duckdb), or files and folders of documents or results.", show_default=False),
    ],
    name: Annotated[str, typer.Option(help="Name of the server.")] = "policyparse",
) -> None:
    """Serve a corpus to language models over standard input and output (Model Context Protocol).

    The tools search, get_provision, check_citations, check_quotes and parse only read. Needs the extra mcp.
    """
    try:
        require("mcp", "mcp")
        with open_corpus(corpus) as opened:
            make_server(opened, name).run("stdio")
    except PolicyParseError as error:
        give_up(str(error))
