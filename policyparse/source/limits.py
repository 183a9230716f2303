"""What reading a file may cost."""

from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for what a document may cost; None is none.

    With `read(path, limits=Limits())`, for files from strangers, PDF documents are read in a process of their own,
    which the system stops at these bounds; without, only those that look like bombs. In a run over a corpus they bound
    the processes that parse. Characters and steps are counted in every parse, with these defaults where no limits are
    given: the same text is refused on every machine, or on none.

    Attributes:
        seconds: Longest time for a document, in seconds.
        memory: Largest memory of the process, in bytes, where the system can bound it.
        size: Largest file, in bytes.
        max_chars: Longest text, in characters.
        max_steps: Most steps of a parse: lines, repairs, numbers, dates, clauses and other things that are read.
    """

    seconds: float | None = 10.0
    memory: int | None = 256 * _MEBIBYTE
    size: int = 64 * _MEBIBYTE
    max_chars: int | None = 10_000_000
    max_steps: int | None = 5_000_000


SUSPECT = Limits(seconds=1.0, memory=160 * _MEBIBYTE)
"""Bounds for a PDF document that looks like a bomb, where the caller names none."""
