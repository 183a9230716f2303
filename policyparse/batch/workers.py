"""Processes that work on items: results in order, and a process that dies or hangs loses only its item."""

import os
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from policyparse.batch.failure import Failure
from policyparse.model.errors import PolicyParseError

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741 - an item

CHUNK = 32
"""Number of items that are sent to a process at a time."""

AHEAD = 8
"""Number of chunks a process may be ahead of the item that is delivered next."""

TRIES_WHEN_KILLED = 3
"""How often an item is tried alone where its process was killed from outside, which need not be for the item."""

ENDING_SECONDS = 1.0
"""How long is waited to learn how a process ended that has closed its connection, in seconds."""

_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_PRELOADED = ["policyparse.batch.warm"]


def for_each(
    task: Callable[[I], T],
    items: Iterable[I | Failure],
    *,
    jobs: int = 1,
    seconds: float | None = None,
    memory: int | None = None,
    isolated: bool = False,
) -> Iterator[T | Failure]:
    """Do a task for each item.

    Args:
        task: What to do; with several processes it is pickled, as are items and results.
        items: The items, taken when they are needed; a failure among them is handed on in its place.
        jobs: Number of processes; with one, the task is done here, without limits. More pay with hundreds of files,
            and the main module of the program has to be importable (`if __name__ == "__main__"`).
        seconds: Time for one item, or None; a process that needs more is ended.
        memory: Memory of one process, in bytes, or None.
        isolated: Whether one process is another than this one as well, so that limits hold and a crash costs one item.

    Yields:
        The task's result or a failure, in the order of the items. An item whose process died or hung is tried once
        more alone in a process.
    """
    if jobs <= 1 and not isolated:
        for item in items:
            yield item if isinstance(item, Failure) else attempt(task, item)
        return
    pool = _Pool(task, iter(items), jobs, seconds, memory)
    try:
        yield from pool.results()
    finally:
        pool.close()


def prepare() -> None:
    """Start what processes are forked from, so that it gets warm while the program that needs them is imported."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver

        get_context(_METHOD).set_forkserver_preload(_PRELOADED)
        with _interrupts_held():
            forkserver.ensure_running()


def name_of(item: object) -> str:
    """What an item is called in messages."""
    return str(getattr(item, "name", item))


def attempt(task: Callable[[I], T], item: I) -> T | Failure:
    """Do a task for an item; a failure in place of its error, so that one item never stops the rest."""
    try:
        return task(item)
    except PolicyParseError as error:
        return Failure(name_of(item), error.message)
    except MemoryError:
        return Failure(name_of(item), "it needs more memory than a process may take; raise the limit or split it")
    except Exception as error:  # a defect of policyparse: the other documents go on all the same
        reason = f"policyparse failed on it ({type(error).__name__}: {error}); report this with the file"
        return Failure(name_of(item), reason)


class _Worker(Generic[I]):
    """A process, the items that it has, and when it last gave a result.

    Attributes:
        alone: Whether it has one item, which cost another process its life, and gets no other.
        tries: How often that item is tried alone, with this time.
    """

    def __init__(self, task: Callable[[I], Any], memory: int | None, *, alone: bool = False) -> None:
        context: Any = get_context(_METHOD)
        if _METHOD == "forkserver":
            context.set_forkserver_preload(_PRELOADED)
        self.alone = alone
        self.tries = 1
        self.connection, theirs = context.Pipe()
        with _interrupts_held():
            self.process = context.Process(target=_work, args=(theirs, task, memory), daemon=True)
            self.process.start()
        theirs.close()
        self.items: deque[tuple[int, I]] = deque()
        self.since = time.monotonic()

    def send(self, chunk: list[tuple[int, I]]) -> None:
        if not self.items:
            self.since = time.monotonic()
        self.items.extend(chunk)
        with suppress(OSError):  # it has died, which is seen when its results are waited for
            self.connection.send([item for _, item in chunk])

    def kill(self, patience: float = 0.0) -> int | None:
        """End the process; gives how it ended by itself within some seconds, None where it did not."""
        self.connection.close()
        self.process.join(patience)
        ended: int | None = self.process.exitcode
        self.process.kill()
        self.process.join()
        return ended


class _Pool(Generic[I]):
    """Processes and the items that go through them."""

    def __init__(
        self,
        task: Callable[[I], Any],
        items: Iterator[I | Failure],
        jobs: int,
        seconds: float | None,
        memory: int | None,
    ) -> None:
        self._task, self._items, self._seconds, self._memory = task, items, seconds, memory
        self._jobs = jobs
        self._workers: list[_Worker[I]] = []
        self._waiting: deque[tuple[int, I]] = deque()
        self._suspects: deque[tuple[int, I, int]] = deque()
        self._done: dict[int, Any] = {}
        self._taken = self._delivered = 0
        self._exhausted = False

    def results(self) -> Iterator[Any]:
        """The results in order."""
        while True:
            self._feed()
            while self._delivered in self._done:
                yield self._done.pop(self._delivered)
                self._delivered += 1
            if any(worker.items for worker in self._workers):
                self._receive()
            elif self._exhausted and not self._waiting and not self._suspects:
                return

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _feed(self) -> None:
        """Give items to every process that has few, and what cost a process its life to a process of its own."""
        while self._suspects and sum(worker.alone for worker in self._workers) < self._jobs:
            worker = _Worker(self._task, self._memory, alone=True)
            self._workers.append(worker)
            number, item, worker.tries = self._suspects.popleft()
            worker.send([(number, item)])
        while not self._exhausted or self._waiting:
            usual = [worker for worker in self._workers if not worker.alone]
            least = min(usual, key=lambda worker: len(worker.items), default=None)
            if least is None or (least.items and len(usual) < self._jobs):
                least = _Worker(self._task, self._memory)
                self._workers.append(least)
            is_ahead = self._taken - self._delivered > AHEAD * CHUNK * self._jobs
            if len(least.items) > CHUNK // 2 or (is_ahead and not self._waiting):
                return
            chunk = self._chunk()
            if not chunk:
                return
            least.send(chunk)

    def _chunk(self) -> list[tuple[int, I]]:
        chunk: list[tuple[int, I]] = []
        while len(chunk) < CHUNK:
            if self._waiting:
                chunk.append(self._waiting.popleft())
                continue
            try:
                item = next(self._items)
            except StopIteration:
                self._exhausted = True
                break
            if isinstance(item, Failure):
                self._done[self._taken] = item
            else:
                chunk.append((self._taken, item))
            self._taken += 1
        return chunk

    def _receive(self) -> None:
        """Take results, and see which process died or hangs."""
        by_connection = {worker.connection: worker for worker in self._workers if worker.items}
        for connection in wait(list(by_connection), timeout=self._patience()):
            worker = by_connection[connection]
            try:
                while worker.items and worker.connection.poll():
                    result = worker.connection.recv()
                    number, _ = worker.items.popleft()
                    self._done[number] = result
                    worker.since = time.monotonic()
            except (EOFError, OSError):
                self._lose(worker, None)
                continue
            if worker.alone:
                self._workers.remove(worker)
                worker.kill()
        if self._seconds is not None:
            now = time.monotonic()
            reason = f"it takes more than {self._seconds:g} s; raise the limit or split the document"
            for worker in [w for w in self._workers if w.items and now - w.since > self._seconds]:
                self._lose(worker, reason)

    def _patience(self) -> float | None:
        if self._seconds is None:
            return None
        oldest = min(worker.since for worker in self._workers if worker.items)
        return max(0.0, oldest + self._seconds - time.monotonic()) + 0.01

    def _lose(self, worker: _Worker[I], reason: str | None) -> None:
        """End a process; its item is tried alone unless it was, the others go to another process.

        Args:
            worker: The process.
            reason: Why it is ended; None where it ended by itself or was killed.
        """
        self._workers.remove(worker)
        ended = worker.kill(ENDING_SECONDS if reason is None else 0.0)
        if not worker.items:
            return
        number, item = worker.items.popleft()
        by_others = reason is None and ended == -signal.SIGKILL and worker.tries < TRIES_WHEN_KILLED
        if not worker.alone:
            self._suspects.append((number, item, 1))
        elif by_others:
            self._suspects.append((number, item, worker.tries + 1))
        else:
            died = "the process that parsed it ended, twice; it may need more memory than there is"
            self._done[number] = Failure(name_of(item), reason or died)
        self._waiting.extendleft(reversed(worker.items))


def _work(connection: Connection, task: Callable[[Any], Any], memory: int | None) -> None:
    """Work on what comes until the parent is gone; items are taken in by a thread, so that neither side waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if memory is not None:
        with suppress(ImportError, ValueError, OSError):
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    items: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def take() -> None:
        try:
            while True:
                for item in connection.recv():
                    items.put(item)
        except (EOFError, OSError):
            os._exit(0)

    threading.Thread(target=take, daemon=True).start()
    while True:
        result = attempt(task, items.get())
        try:
            connection.send(result)
        except (BrokenPipeError, ConnectionResetError):
            os._exit(0)
        except Exception as error:
            connection.send(Failure("", f"the result cannot be sent ({type(error).__name__}: {error})"))


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
