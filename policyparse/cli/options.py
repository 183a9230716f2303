"""Arguments and options that several commands take."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from policyparse.model.kinds import KINDS

Paths = Annotated[
    list[Path],
    typer.Argument(help="Files, folders with all below them, - for a document on standard input.", show_default=False),
]
Kind = Annotated[
    str | None, typer.Option(help=f"Take every document for this kind: {', '.join(KINDS)}, or one of others.")
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", help="Document type of others that takes part; once for each.", show_default=False),
]
Readers = Annotated[
    list[str] | None,
    typer.Option("--reader", help="Reader of others for a format of files; once for each.", show_default=False),
]
ReferenceDate = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="“Today” for 今年, 29日, 近日 where a text has no date of its own."),
]
NamesModel = Annotated[
    bool, typer.Option("--names-model", help="Find persons without an office as well (needs the extra ner).")
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes; 0 for one a processor. They pay with hundreds of files.")]
Language = Annotated[str | None, typer.Option("--lang", help="Language of messages, en or zh; else by the locale.")]
