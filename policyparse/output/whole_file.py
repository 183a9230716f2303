"""Files that are there whole or not at all."""

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place, then move it there, so that nobody ever sees half of it.

    Args:
        path: The file; the folders above it are made where they are missing.
        text: What it shall hold, written in UTF-8 with its line ends as they are.

    Raises:
        OSError: It cannot be written; what stood there before still does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{os.getpid()}.part")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
