"""What a run says while it goes on: failures, and how far it is, how fast, and how long it will take."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from policyparse.batch.failure import Failure
from policyparse.batch.items import STANDARD_INPUT, find_items
from policyparse.cli.console import complain, console, say
from policyparse.output.printable import printable

Tell: TypeAlias = Callable[[Failure | None], None]

SECONDS_BETWEEN_LINES = 60.0
"""How often a run that is no terminal's says how far it is, in seconds."""


@contextmanager
def progress(corpus: list[Path]) -> Iterator[Tell]:
    """What is called after each document: it complains about failures, and a bar or a line says how far the run is."""
    if sys.stderr.isatty():
        with _bar(corpus) as tell:
            yield tell
    else:
        yield _lines()


def _lines() -> Tell:
    started = said = time.monotonic()
    done = failed = 0

    def tell(failure: Failure | None) -> None:
        nonlocal said, done, failed
        done += 1
        if failure:
            failed += 1
            complain(str(failure))
        now = time.monotonic()
        if now - said >= SECONDS_BETWEEN_LINES:
            said = now
            say(f"{done} documents, {failed} failed, {done / (now - started):.0f} a second")

    return tell


@contextmanager
def _bar(corpus: list[Path]) -> Iterator[Tell]:
    """A bar of rich; how many documents there are is counted while the first are parsed."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[failed]} failed, {task.fields[rate]:.0f} a second")
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    started = time.monotonic()
    with Progress(*columns, console=console(stderr=True), transient=True) as shown, _counted(corpus) as total:
        bar = shown.add_task("", total=None, failed=0, rate=0.0)
        done = failed = 0

        def tell(failure: Failure | None) -> None:
            nonlocal done, failed
            done += 1
            if failure:
                failed += 1
                shown.console.print(printable(f"policyparse: {failure}"))
            rate = done / max(time.monotonic() - started, 1e-9)
            shown.update(bar, completed=done, total=total(), failed=failed, rate=rate)

        yield tell


@contextmanager
def _counted(corpus: list[Path]) -> Iterator[Callable[[], int | None]]:
    """The number of documents, None until a thread has counted them; standard input is not counted."""
    number: int | None = None
    stopped = threading.Event()

    def count() -> None:
        nonlocal number
        so_far = 0
        for _ in find_items(corpus):
            so_far += 1
            if stopped.is_set():
                return
        number = so_far

    if Path(STANDARD_INPUT) not in corpus:
        threading.Thread(target=count, daemon=True).start()
    try:
        yield lambda: number
    finally:
        stopped.set()
