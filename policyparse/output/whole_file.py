"""Files that are there whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PART_ENDING = ".part"
"""Ending of a file that is not whole yet; its name begins with a dot, so that no search finds it."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def whole_file(path: Path, *, parts: Path | None = None) -> Iterator[IO[bytes]]:
    """A file to write beside its place; it is moved there at the end, so that nobody ever sees half of it.

    Its name until then cannot be guessed, and what stands there already, such as a link, is never written through.

    Args:
        path: The file; the folders above it are made where they are missing.
        parts: The folder, on the same file system, where it stands until it is whole; None for its own.

    Yields:
        The file, open for bytes.

    Raises:
        OSError: It cannot be written; what stood there before still does.
    """
    folder = os.path.dirname(path)
    beside = os.path.join(folder if parts is None else parts, f".{secrets.token_hex(8)}{PART_ENDING}")
    try:
        with open(_new(beside), "wb") as file:
            yield file
        _moved(beside, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(beside)
        raise


def write_whole(path: Path, text: str) -> None:
    """Write a text to a file that is there whole or not at all.

    Args:
        path: The file; the folders above it are made where they are missing.
        text: What it shall hold, written in UTF-8 with its line ends as they are.

    Raises:
        OSError: It cannot be written; what stood there before still does.
    """
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))


def _new(path: str) -> int:
    """A new file, open; the folders above it are made where they are missing."""
    try:
        return os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return os.open(path, _NEW, 0o666)


def _moved(path: str, target: Path) -> None:
    """Move a file; the folders above its target are made where they are missing."""
    try:
        os.replace(path, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(path, target)
