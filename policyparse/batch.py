"""Many documents: found in folders, worked on in one process or several; one bad file never stops the rest."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from policyparse.model.errors import PolicyParseError
from policyparse.source.formats import ENDINGS

T = TypeVar("T")

CHUNK = 32
"""Fewest documents that are sent to a process at a time; a task a document is several times slower."""

_LARGEST_CHUNK = 512
_CHUNKS_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A document in the file system.

    Attributes:
        path: Its file.
        name: Its path below the folder in which it was found; its file name where it was named itself.
    """

    path: Path
    name: Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder with which nothing could be done.

    Attributes:
        path: The file or folder.
        reason: Why, and what to do.
    """

    path: Path
    reason: str

    def __str__(self) -> str:
        """One line that names the file."""
        return f"{self.path}: {self.reason}"


def find_documents(paths: Iterable[Path]) -> Iterator[Found | Failure]:
    """Find the documents of files and folders, folders with all that is below them.

    Args:
        paths: Files, which are taken as they are, and folders, which are searched for files of a known ending;
            what is hidden (`.name`) is left out there.

    Yields:
        Each file once, in order of the paths and of the names below them; a failure for a folder that cannot be
        read or has no document.
    """
    seen: set[Path] = set()
    for path in paths:
        found = _below(path) if os.path.isdir(path) else [Found(path, Path(path.name))]
        for one in found:
            resolved = one.path.resolve()
            if isinstance(one, Failure) or resolved not in seen:
                seen.add(resolved)
                yield one


def for_each(task: Callable[[Path], T], paths: Sequence[Path], *, jobs: int = 1) -> Iterator[T | Failure]:
    """Do a task for each file.

    Args:
        task: What to do; with several processes it is pickled, as is its result.
        paths: The files.
        jobs: Number of processes; more than one only pay with hundreds of files, and the main module of the program
            has to be importable (`if __name__ == "__main__"`).

    Yields:
        The task's result or a failure, in the order of the files.
    """
    size = min(max(CHUNK, len(paths) // (4 * jobs)), _LARGEST_CHUNK)
    chunks = [paths[i : i + size] for i in range(0, len(paths), size)]
    if jobs > 1 and len(chunks) > 1:
        yield from _spread(task, deque(chunks), min(jobs, len(chunks)))
    else:
        yield from (_attempt(task, path) for path in paths)


def _below(folder: Path) -> Iterator[Found | Failure]:
    failures: list[Failure] = []

    def refused(error: OSError) -> None:
        failures.append(Failure(Path(error.filename), "the folder cannot be read; change its mode or owner"))

    empty = True
    for parent, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS:
                empty = False
                path = Path(parent, name)
                yield Found(path, path.relative_to(folder))
    yield from failures
    if empty and not failures:
        yield Failure(folder, f"no document in this folder; it has no file that ends in {', '.join(sorted(ENDINGS))}")


def _attempt(task: Callable[[Path], T], path: Path) -> T | Failure:
    try:
        return task(path)
    except PolicyParseError as error:
        return Failure(path, error.message)
    except Exception as error:  # a defect of policyparse: the other documents go on all the same
        return Failure(path, f"policyparse failed on it ({type(error).__name__}: {error}); report this with the file")


def _attempt_all(task: Callable[[Path], T], paths: Sequence[Path]) -> list[T | Failure]:
    return [_attempt(task, path) for path in paths]


def _spread(task: Callable[[Path], T], chunks: deque[Sequence[Path]], jobs: int) -> Iterator[T | Failure]:
    """Work on chunks in processes, a few chunks ahead of the reader."""
    while chunks:
        running: deque[tuple[Sequence[Path], Future[list[T | Failure]]]] = deque()
        pool = _pool(jobs)
        try:
            while chunks or running:
                while chunks and len(running) < _CHUNKS_AHEAD * jobs:
                    with _interrupts_held():
                        running.append((chunks[0], pool.submit(_attempt_all, task, chunks[0])))
                    chunks.popleft()
                results = running[0][1].result()
                running.popleft()
                yield from results
        except BrokenProcessPool:
            for chunk, _ in running:
                yield from (_alone(task, path) for path in chunk)
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(task: Callable[[Path], T], path: Path) -> T | Failure:
    """Work on one document in a process of its own, for one of its chunk ended the process."""
    with _pool(1) as pool:
        try:
            with _interrupts_held():
                future = pool.submit(_attempt, task, path)
            return future.result()
        except BrokenProcessPool:
            return Failure(path, "the process that parsed it ended; it may need more memory than there is")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that leave an interrupt to the one that started them, as they inherit what is held."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
