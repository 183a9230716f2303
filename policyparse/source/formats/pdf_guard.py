"""PDF documents read in a process of their own, which the system stops when it costs too much.

The process gets the bytes and gives lines with boxes, as JSON: nothing of it is executed here.
"""

import json
import os
import subprocess
import sys

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.pdf_fonts import install_square_font
from policyparse.source.formats.pdf_pages import PdfContent, read_pages
from policyparse.source.formats.printed import PrintedLine, PrintedPage
from policyparse.source.limits import Limits

_STARTING = 10.0
"""Time that the process may wait for the processor besides its own time, in seconds."""

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from policyparse.source.formats.pdf_guard import serve; serve(*json.loads(sys.argv[2]))"
)


def read_guarded(data: bytes, limits: Limits) -> PdfContent:
    """Read the lines of all pages in a process of its own.

    Args:
        data: The bytes of the document.
        limits: The bounds of that process.

    Raises:
        UnreadableInput: As `read_pages`; or the process went beyond its bounds.
    """
    paths = json.dumps([path for path in sys.path if isinstance(path, str)])
    command = [sys.executable, "-c", _PROGRAM, paths, json.dumps([limits.seconds, limits.memory])]
    try:
        patience = None if limits.seconds is None else limits.seconds + _STARTING
        done = subprocess.run(command, input=data, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        raise _beyond(limits) from None
    if done.returncode != 0:
        raise _beyond(limits)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise UnreadableInput(answer["refused"])
    pages = [
        PrintedPage(number, width, height, [PrintedLine(*line) for line in lines], picture)
        for number, width, height, lines, picture in answer["pages"]
    ]
    return PdfContent(pages, answer["information"], answer["lacks_fonts"])


def serve(seconds: float | None, memory: int | None) -> None:
    """Read the document on standard input and write its lines to standard output; runs in a process of its own.

    Args:
        seconds: Longest time, in seconds of processor time, None without a bound.
        memory: Largest memory beyond what is used now, in bytes, None without a bound.
    """
    import pypdfium2

    fonts = install_square_font(pypdfium2.raw)  # noqa: F841 - kept as long as pdfium is used
    data = sys.stdin.buffer.read()
    _bound(seconds, memory)
    try:
        answer: dict[str, object] = read_pages(data)._asdict()
    except UnreadableInput as error:
        answer = {"refused": error.message}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # pdfium would take itself down after Python has taken down the font


def _bound(seconds: float | None, memory: int | None) -> None:
    """Bound this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    bounds: list[tuple[int, int]] = []
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        bounds.append((resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1))
    if memory is not None:
        bounds.append((resource.RLIMIT_AS, _address_space() + memory))
    for kind, bound in bounds:
        hard = resource.getrlimit(kind)[1]
        try:
            resource.setrlimit(kind, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
        except (OSError, ValueError):
            continue


def _address_space() -> int:
    """Size of the address space of this process, in bytes."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _beyond(limits: Limits) -> UnreadableInput:
    bounds = [] if limits.seconds is None else [f"{limits.seconds:g} s"]
    if limits.memory is not None:
        bounds.append(f"{limits.memory // 1024 // 1024} MiB")
    return UnreadableInput(
        f"reading the PDF document takes more than {' or '.join(bounds) or 'the system has'}, as bombs do; "
        "print it to PDF again, or allow more with limits=Limits(seconds=…, memory=…)"
    )
