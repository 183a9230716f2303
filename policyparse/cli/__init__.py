"""The command line: one command a file, imported when it is called.

Exit status: 0 all is well, 1 `check` found something or `schema --check` something stale, 2 usage or a document
that cannot be parsed, 130 interrupted. Results go to standard output, everything else to standard error.
"""

import gc
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from policyparse import __version__
from policyparse.cli.streams import standard_streams

COMMANDS = {
    "parse": "Parse documents to JSON.",
    "show": "Show what was found in documents: a tree with quotes, bars for numbers, diagnostics with their lines.",
    "run": "Parse a corpus into a folder, a file or a store; what was stopped can be resumed.",
    "review": "Show what was found in documents, lit where it stands, as a page for the browser.",
    "open": "Serve a local page on which files are dropped, and come back as review page, JSON or Excel.",
    "check": "Report what is wrong or uncertain in documents, as file:line:column: CODE severity message.",
    "verify": "Compare the citations and quotations of a text with a store or a folder of documents.",
    "link": "Resolve what the documents of a store say of each other: repeals, amends, based on, replies to, cites.",
    "status": "Say whether a document of a store is in force on a day, as far as the store tells.",
    "mcp": "Serve a store or a folder of documents to language models (Model Context Protocol).",
    "diff": "Say what changed between two results, or two versions of a document.",
    "compare": "Lay two versions of a law or an official document opposite each other (新旧对照).",
    "reconcile": "Merge versions of one document and list where they differ (版本校勘).",
    "clean": "Repair the text of a document and print it, or what was changed in it and by which repair.",
    "schema": "Print or write the JSON Schemas of the documents, or check that those written are up to date.",
    "sql": "Ask a store with SQL and print the answer.",
    "upgrade": "Lift results and stores of older versions of the contract to this one.",
    "why": "Say why a document has a value: the reader, the rules and patterns, the place and the repairs behind it.",
    "explain": "Explain a diagnostic code: what it means, why it is said, what to do.",
}
"""The commands with what each does; `policyparse.cli.NAME` holds the function `NAME`."""


class _Commands(TyperGroup):
    """A group whose commands are known by name and help, and imported when one is called."""

    def __init__(self, **settings: Any) -> None:
        settings["commands"] = {name: TyperCommand(name, help=help) for name, help in COMMANDS.items()}
        super().__init__(**settings)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Import the command that the arguments name."""
        name = args[0]
        if name in COMMANDS:
            if "--jobs" in args and args[args.index("--jobs") + 1 :][:1] != ["1"]:
                import_module("policyparse.batch.workers").prepare()
            alone = typer.Typer(add_completion=False, rich_markup_mode=_MARKUP, context_settings=_HELP)
            module = import_module(f"policyparse.cli.{name.replace('-', '_')}")
            alone.command(name)(getattr(module, name.replace("-", "_")))
            self.commands[name] = typer.main.get_command(alone)
        return super().resolve_command(ctx, args)


_HELP = {"help_option_names": ["-h", "--help"]}
_MARKUP: Any = "rich" if sys.stdout and sys.stdout.isatty() else None

_COLLECTION = (50_000, 20, 100)
"""How many objects more there are before cyclic garbage is looked for, then how often in older ones: what is imported
stays, and to look through it again and again took a tenth of a start."""

app = typer.Typer(
    cls=_Commands,
    context_settings=_HELP,
    help="Chinese policy documents as validated, grounded data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=_MARKUP,
)


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*_COLLECTION)
    with standard_streams():
        if _answered(sys.argv[1:]):
            return
        try:
            app()
        finally:
            if made := sys.modules.get("policyparse.knowledge.kept"):
                made.keep()


def _answered(arguments: list[str]) -> bool:
    """Answer what needs no options to be read, for which typer imports most of pydantic; else nothing is done."""
    if arguments == ["--version"]:
        typer.echo(f"policyparse {__version__}")
        return True
    if arguments[:1] != ["explain"] or len(arguments) > 2 or any(argument[:1] == "-" for argument in arguments):
        return False
    from policyparse.cli.explain import explain

    try:
        explain(*arguments[1:])
    except typer.Exit as end:
        sys.exit(end.exit_code)
    return True


@app.callback(invoke_without_command=True)
def policyparse(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Chinese policy documents as validated, grounded data."""
    if version:
        typer.echo(f"policyparse {__version__}")
        raise typer.Exit
