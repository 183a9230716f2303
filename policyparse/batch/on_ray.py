"""The engine of a cluster: batches of items go to the workers of Ray (extra `ray`), results come back in order.

A worker of Ray stays from batch to batch, so that it imports the parser and compiles its patterns once. Where one dies,
its batch goes to another, which parses it in processes of their own: what killed the worker then costs one document,
reported in the words of `for_each`.
"""

import logging
import os
import signal
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from policyparse.batch.failure import Failure
from policyparse.batch.rules import parser_digest
from policyparse.batch.workers import attempt, for_each, name_of
from policyparse.model.errors import MissingExtra, PolicyParseError

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741 - an item

BATCH = 64
"""Number of items of a task."""

AHEAD = 4
"""Number of tasks for each processor of the cluster that are under way."""

REACH_SECONDS = 10.0
"""How long is waited for a cluster to answer, in seconds."""

RETRIES = 3
"""How often a batch that is parsed in processes of their own is tried again where its worker or machine is lost."""


def for_each_on_ray(
    task: Callable[[I], T],
    items: Iterable[I | Failure],
    *,
    jobs: int = 1,
    seconds: float | None = None,
    memory: int | None = None,
    isolated: bool = False,
    address: str | None = None,
) -> Iterator[T | Failure]:
    """Do a task for each item on the workers of Ray.

    Args:
        task: What to do; it is pickled, as are items and results.
        items: The items, taken when they are needed; a failure among them is handed on in its place.
        jobs: Number of workers of a Ray that is started here; without meaning where there is an address.
        seconds: Time for one item, or None; a worker that needs more is ended.
        memory: Memory of the process that works on an item, in bytes, or None; where it is given, every batch is worked
            on in processes of their own.
        isolated: Without meaning: nothing is done in this process.
        address: Address of a running cluster (`auto`, `host:6379`, `ray://host:10001`); None starts Ray here.

    Yields:
        The task's result or a failure, in the order of the items.

    Raises:
        MissingExtra: Ray is not installed.
        PolicyParseError: The cluster cannot be reached, or has another version of the parser.
    """
    with _cluster(address, jobs) as ray:
        yield from _Batches(ray, task, seconds, memory).results(iter(items))


@contextmanager
def _cluster(address: str | None, jobs: int) -> Iterator[Any]:
    """Ray, connected; what it does to signals and to what is said is undone."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError:
        raise MissingExtra('this needs ray; install it with pip install "policyparse[ray]"') from None
    if address is not None:
        _reach(address)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    ours = not ray.is_initialized()
    if ours:
        wanted = {"address": address} if address else {"num_cpus": max(jobs, 1), "include_dashboard": False}
        try:
            ray.init(**wanted, log_to_driver=False, configure_logging=True, logging_level=logging.ERROR)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise PolicyParseError(f"no cluster answers at {address or 'this machine'} ({error})") from None
    for number, handler in handlers.items():
        signal.signal(number, handler)
    try:
        yield ray
    finally:
        if ours:
            ray.shutdown()


def _reach(address: str) -> None:
    """See that something listens at an address, since Ray itself tries for minutes.

    Raises:
        PolicyParseError: Nothing does.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not port.isdigit():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), REACH_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise PolicyParseError(f"no cluster answers at {address} ({error}); check the address") from None


class _Batches:
    """Tasks under way, and how each is tried again."""

    def __init__(self, ray: Any, task: Callable[[Any], Any], seconds: float | None, memory: int | None) -> None:
        self._ray, self._seconds, self._memory = ray, seconds, memory
        self._task = ray.put(task)
        self._digest = parser_digest()
        self._quick = ray.remote(max_retries=0)(_in_the_worker)
        self._careful = ray.remote(max_retries=RETRIES)(_in_processes)

    def results(self, items: Iterator[Any]) -> Iterator[Any]:
        """The results in order; as many tasks are under way as keep every processor busy."""
        under_way: deque[tuple[list[Any], Any]] = deque()
        while True:
            most = AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
            while len(under_way) < most and (batch := list(islice(items, BATCH))):
                under_way.append((batch, self._begin(batch)))
            if not under_way:
                return
            batch, reference = under_way.popleft()
            yield from self._finished(batch, reference)

    def _begin(self, batch: list[Any]) -> Any:
        work = self._quick if self._memory is None else self._careful
        return work.remote(self._task, _without_failures(batch), self._seconds, self._memory, self._digest)

    def _finished(self, batch: list[Any], reference: Any) -> Iterator[Any]:
        results = iter(self._got(batch, reference))
        for item in batch:
            yield item if isinstance(item, Failure) else next(results)

    def _got(self, batch: list[Any], reference: Any) -> list[Any]:
        errors = self._ray.exceptions
        try:
            return self._taken(reference)
        except errors.RayError:
            again = self._careful.remote(
                self._task, _without_failures(batch), self._seconds, self._memory, self._digest
            )
        try:
            return self._taken(again)
        except errors.RayError as error:
            reason = f"the cluster lost it {RETRIES + 2} times ({type(error).__name__}); look at its machines"
            return [Failure(name_of(item), reason) for item in _without_failures(batch)]

    def _taken(self, reference: Any) -> list[Any]:
        results = self._ray.get(reference)
        if isinstance(results, str):
            raise PolicyParseError(results)
        return list(results)


def _without_failures(batch: list[Any]) -> list[Any]:
    return [item for item in batch if not isinstance(item, Failure)]


def _in_the_worker(
    task: Callable[[Any], Any], items: list[Any], seconds: float | None, memory: int | None, digest: str
) -> list[Any] | str:
    """Do the task here; a worker that needs too long for an item ends itself, whatever it is in the middle of."""
    import faulthandler

    if other := _other_parser(digest):
        return other
    results = []
    with open(os.devnull, "w") as silence:
        for item in items:
            if seconds is not None:
                faulthandler.dump_traceback_later(seconds, exit=True, file=silence)
            try:
                results.append(attempt(task, item))
            finally:
                faulthandler.cancel_dump_traceback_later()
    return results


def _in_processes(
    task: Callable[[Any], Any], items: list[Any], seconds: float | None, memory: int | None, digest: str
) -> list[Any] | str:
    """Do the task in a process beside the worker, which a bad item costs instead of the worker."""
    if other := _other_parser(digest):
        return other
    return list(for_each(task, items, jobs=1, seconds=seconds, memory=memory, isolated=True))


def _other_parser(digest: str) -> str | None:
    if parser_digest() == digest:
        return None
    import platform

    return f"{platform.node()} has another version of policyparse or its libraries; install the same on every machine"
