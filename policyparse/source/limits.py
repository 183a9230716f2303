"""What reading a file may cost."""

from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for files from strangers: `read(path, limits=Limits())`.

    PDF documents are then read in a process of their own, which the system stops at these bounds. Without limits that
    is done only for documents that look like bombs.

    Attributes:
        size: Largest file, in bytes.
        seconds: Longest time in the process for a PDF document, in seconds of processor time.
        memory: Largest memory of that process beyond what an idle one has, in bytes; where the system can bound it.
    """

    size: int = 64 * _MEBIBYTE
    seconds: float = 10.0
    memory: int = 512 * _MEBIBYTE


SUSPECT = Limits(seconds=1.0, memory=160 * _MEBIBYTE)
"""Bounds for a PDF document that looks like a bomb, where the caller names none."""
