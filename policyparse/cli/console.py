"""What every command says to the terminal: results to standard output, the rest to standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

from policyparse.output.printable import printable, printable_json, printable_lines

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

HANDFUL = 5
"""Number of documents above which a progress bar is shown."""

FOUND_SOMETHING, UNUSABLE, INTERRUPTED = 1, 2, 130
"""Exit status: findings, unusable arguments or documents, interrupted."""


def watched(results: Iterable[T], total: int, *, silent: bool) -> Iterator[T]:
    """The results, with a progress bar on a terminal to which nothing else is written meanwhile.

    Args:
        results: What to go through.
        total: How many there are.
        silent: Nothing is written to standard output before the end.
    """
    if total <= HANDFUL or not sys.stderr.isatty() or (sys.stdout.isatty() and not silent):
        yield from results
        return
    from rich.progress import Progress

    with Progress(console=console(stderr=True), transient=True) as progress:
        yield from progress.track(results, total=total, description="parsing")


@contextmanager
def interruptible(state: Callable[[], str]) -> Iterator[None]:
    """One line for an interrupt, which says what was done before it."""
    try:
        yield
    except KeyboardInterrupt:
        complain(f"interrupted; {state()}")
        raise typer.Exit(INTERRUPTED) from None


def console(*, stderr: bool = False) -> "Console":
    """A console of rich that prints text as it is."""
    from rich.console import Console

    return Console(stderr=stderr, soft_wrap=True, highlight=False, markup=False, emoji=False)


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 document`, `2 documents`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def show_json(text: str) -> None:
    """Write JSON to standard output; the values are the same, and no control or format character stands in it raw."""
    typer.echo(printable_json(text))


def show_text(text: str) -> None:
    """Write a text to standard output as it is, to a terminal with every control and format character as its escape."""
    typer.echo(printable_lines(text) if sys.stdout.isatty() else text, nl=False)


def say(message: str) -> None:
    """Write a line to standard error, with every control and format character as its escape."""
    with suppress(OSError):  # nobody reads standard error, or its disk is full: there is no other place to say it
        typer.echo(printable(message), err=True)


def complain(message: str) -> None:
    """Write a line about a failure to standard error."""
    say(f"policyparse: {message}")


def give_up(message: str) -> NoReturn:
    """Say why nothing can be done, and end with the status of unusable input."""
    complain(message)
    raise typer.Exit(UNUSABLE)
