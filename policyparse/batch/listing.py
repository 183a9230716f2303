"""The files below a folder, in the order of their names, without a list of all of them.

Folders and patterns (`reports/**/2024-*.pdf`) are gone through in one way: a folder is the pattern `**/*` below it.
"""

import glob
import heapq
import os
import pickle
import re
import tempfile
from collections.abc import Callable, Iterator
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple

from policyparse.batch.failure import Failure

ANY_FOLDERS = "**"
"""The part of a pattern that stands for any number of folders."""

NAMES_AT_ONCE = 100_000
"""Maximum number of names of one folder that are sorted in memory; further ones wait on disk."""

NAMES_READ_BACK = 1_000
"""Number of names that come back from disk at a time."""


class Found(NamedTuple):
    """A file below a folder.

    Attributes:
        path: Where it is.
        place: Its path below the folder.
    """

    path: Path
    place: str


def is_glob(path: Path) -> bool:
    """Whether a path is a pattern: it has `*`, `?` or `[`, and there is no file of that very name."""
    return glob.has_magic(str(path)) and not os.path.lexists(path)


def split_glob(path: Path) -> tuple[Path, tuple[str, ...]]:
    """The folder before the first part of a pattern that is no plain name, and the parts from there on."""
    parts = path.parts
    first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), parts[first:]


def files_below(
    folder: Path,
    parts: tuple[str, ...] = (ANY_FOLDERS, "*"),
    *,
    wanted: Callable[[str], bool] = lambda name: True,
    without: frozenset[str] = frozenset(),
) -> Iterator[Found | Failure]:
    """The files below a folder that a pattern matches, without what is hidden (`.name`).

    Links to folders are not followed.

    Args:
        folder: Where to begin.
        parts: The parts of the pattern; `**` is any number of folders, `*`, `?` and `[…]` stand within a name.
        wanted: Which names of files are wanted.
        without: Real paths of files and folders that are left out.

    Yields:
        The files in the order of their names, a folder among the files beside it; a failure for a folder that cannot
        be read.
    """
    left_out = {os.path.basename(path) for path in without}
    open_folders = [_entries(folder, "", _reached({0}, parts))]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, Failure):
            yield entry
        else:
            path, place, is_folder, states = entry
            name = place.rpartition("/")[2]
            if name.startswith("."):
                continue
            if (name in left_out or os.path.islink(path)) and os.path.realpath(path) in without:
                continue
            if is_folder:
                deeper = _reached(_after(name, states, parts), parts)
                if deeper:
                    open_folders.append(_entries(path, f"{place}/", deeper))
            elif wanted(name) and any(state == len(parts) - 1 and _fits(name, parts[state]) for state in states):
                yield Found(path, place)


_Entry = tuple[Path, str, bool, frozenset[int]]


def _entries(folder: Path, place: str, states: frozenset[int]) -> Iterator[_Entry | Failure]:
    """What stands in a folder, each with the parts of the pattern that may match there."""
    try:
        for name, is_folder in names_in_order(folder):
            yield folder / name, place + name, is_folder, states
    except OSError as error:
        yield Failure(str(folder), f"the folder cannot be read ({error.strerror}); change its mode or owner")


def _reached(states: set[int], parts: tuple[str, ...]) -> frozenset[int]:
    """The places in a pattern where a match may stand, with those behind any number of folders that may be none."""
    reached = set(states)
    for state in range(len(parts) - 1):
        if state in reached and parts[state] == ANY_FOLDERS:
            reached.add(state + 1)
    return frozenset(reached)


def _after(name: str, states: frozenset[int], parts: tuple[str, ...]) -> set[int]:
    """The places in a pattern behind the name of a folder."""
    after = {state for state in states if parts[state] == ANY_FOLDERS}
    return after | {state + 1 for state in states if state < len(parts) - 1 and _fits(name, parts[state])}


def _fits(name: str, part: str) -> bool:
    return part == "*" or _part(part).match(name) is not None


@cache
def _part(part: str) -> re.Pattern[str]:
    return re.compile(translate("*" if part == ANY_FOLDERS else part))


def names_in_order(folder: Path) -> Iterator[tuple[str, bool]]:
    """The names in a folder in order, each with whether it is a folder itself; memory is bounded.

    Raises:
        OSError: The folder cannot be read.
    """
    waiting: list[IO[bytes]] = []
    names: list[tuple[str, bool]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                names.append((entry.name, entry.is_dir(follow_symlinks=False)))
                if len(names) >= NAMES_AT_ONCE:
                    waiting.append(_put_aside(sorted(names)))
                    names.clear()
        yield from heapq.merge(sorted(names), *map(_read_back, waiting))
    finally:
        for file in waiting:
            file.close()


def _put_aside(names: list[tuple[str, bool]]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is read back later
    for start in range(0, len(names), NAMES_READ_BACK):
        pickle.dump(names[start : start + NAMES_READ_BACK], file)
    file.seek(0)
    return file


def _read_back(file: IO[bytes]) -> Iterator[tuple[str, bool]]:
    while True:
        try:
            yield from pickle.load(file)
        except EOFError:
            return
