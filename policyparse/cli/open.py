"""`policyparse open`: a local page on which files are laid and come back as review page, JSON or Excel."""

import webbrowser
from typing import Annotated

import typer

from policyparse.cli.console import complain, give_up, say
from policyparse.cli.inputs import page_language
from policyparse.output.review.server import LocalServer


def open(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for one that is free.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address alone.")] = False,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the page, zh or en; else by the locale.")
    ] = None,
) -> None:
    """Serve a page on which files are dropped, and come back as review page, JSON or Excel.

    The page is served on this machine to this machine alone, at an address with a token, until Ctrl-C; what is dropped
    stays in memory and is written nowhere.
    """
    try:
        server = LocalServer(port, page_language(lang))
    except OSError as error:
        give_up(f"port {port} cannot be used ({error.strerror}); choose another --port")
    typer.echo(server.address)
    say("Ctrl-C stops it")
    if not no_browser and not webbrowser.open(server.address):
        complain("no browser was found; open the address in one")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        server.server_close()
