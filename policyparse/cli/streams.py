"""Standard streams and signals of a command: closed ones, full disks, readers that go away, requests to end."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn, TextIO, cast

from policyparse.output.printable import printable

BROKEN_PIPE, UNUSABLE, TERMINATED = 1, 2, 128 + signal.SIGTERM
"""Exit status: the reader went away, standard output cannot be written, a request to end."""


@contextmanager
def standard_streams() -> Iterator[None]:
    """Write UTF-8 whatever the locale; one line where standard output cannot be written; end cleanly when asked to.

    A request to end (SIGTERM) leaves as an exception, so that what is half written goes and processes are ended.
    """
    _stand_in_for_closed_ones()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a test may put another in its place
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    errors = sys.stderr
    sys.stderr = cast(TextIO, _Escaping(errors))
    with suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGTERM, _end)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget(sys.stdout)
        sys.exit(BROKEN_PIPE)
    except OSError as error:
        _forget(sys.stdout)
        place = f"{error.filename}: " if error.filename else "standard output "
        with suppress(OSError):
            print(f"policyparse: {place}cannot be written ({error.strerror})", file=sys.stderr)
        sys.exit(UNUSABLE)
    finally:
        try:
            errors.flush()
        except OSError:
            _forget(errors)


class _Escaping:
    """Standard error without control and format characters, whoever writes; the escapes of a terminal go through."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._kept = "\n\t\r\x1b" if stream.isatty() else "\n\t"

    def write(self, text: str) -> int:
        shown = text if text.isprintable() else "".join(c if c in self._kept else printable(c) for c in text)
        return self._stream.write(shown)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _stand_in_for_closed_ones() -> None:
    """Take the numbers of closed streams, so that no file of ours gets them; what is written there is an error."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            how = os.O_WRONLY if name == "stderr" else os.O_RDONLY  # there is no place to say that nobody hears
            opened = os.open(os.devnull, how)  # the lowest free number: that of the stream
            if getattr(sys, name) is None and opened == number:
                mode = "r" if name == "stdin" else "w"
                setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _forget(stream: TextIO) -> None:
    """Let what still waits for a stream go, so that nothing is said of it at the end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        stream.flush()


def _end(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(TERMINATED)
