"""What `policyparse run` does with a made corpus: two processes, memory, killed workers, a killed run, a second run.

Called by `benchmarks/corpus.py FOLDER --measure`. All runs are of one session and are compared with one another only.
Beside the time on the clock stands the processor time of the run, and what other programs took of the machine
meanwhile: on a machine that others use, two processes cannot be twice as fast as one.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")

SAMPLE_SECONDS = 0.1
"""How often processes are looked at, in seconds."""

KILL_SECONDS = 2.0
"""How often a worker is killed, in seconds."""

ALONE = """
import sys
from pathlib import Path
from policyparse.batch.run import run
done = run([Path(sys.argv[1])], Path(sys.argv[2]))
print(f"{done.documents} documents into {sys.argv[2]}: {done.parsed} parsed", file=sys.stderr)
"""
"""A run in one process; the command keeps a second one beside it, so that a document that crashes costs itself."""

FASTER, SLOWER_WHEN_KILLED = 1.8, 1.5
"""What two processes have to be at least, and a run whose workers are killed at most."""

PARENT_MEGABYTES, WORKER_MEGABYTES, FLAT = 200, 250, 1.1
"""Most memory of the process that runs the others, of one of those, and growth of the first that counts as flat."""


@dataclass
class Measured:
    """One run.

    Attributes:
        name: Which.
        seconds: Time on the clock.
        processor_seconds: Processor time of all its processes.
        parent_seconds: Processor time of the process that runs the others.
        others: Share of the processors' time that other programs had.
        parent_megabytes: Most memory of the process that runs the others.
        worker_megabytes: Most memory of one of those.
        killed: How many workers were killed.
        said: The first line of its summary.
        digest: Hash of all outputs.
    """

    name: str
    seconds: float = 0.0
    processor_seconds: float = 0.0
    parent_seconds: float = 0.0
    others: float = 0.0
    parent_megabytes: float = 0.0
    worker_megabytes: float = 0.0
    killed: int = 0
    said: str = ""
    digest: str = ""


@dataclass
class _Watch:
    """What was seen of the processes of a run.

    Attributes:
        run: Number of the process that runs the others.
        processor: Processor seconds by process.
        memory: Most memory by process, in bytes.
        workers: The workers that live now.
    """

    run: int
    processor: dict[int, float] = field(default_factory=dict)
    memory: dict[int, int] = field(default_factory=dict)
    workers: list[int] = field(default_factory=list)

    def look(self) -> None:
        parents = _parents()
        servers = [pid for pid, parent in parents.items() if parent == self.run]
        self.workers = [pid for pid, parent in parents.items() if parent in servers]
        for pid in (self.run, *servers, *self.workers):
            seconds, memory = _seconds_and_memory(pid)
            self.processor[pid] = max(self.processor.get(pid, 0.0), seconds)
            if pid not in servers:
                self.memory[pid] = max(self.memory.get(pid, 0), memory)


def _parents() -> dict[int, int]:
    """The parent of every process."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit() and (stat := _read(f"/proc/{entry}/stat")):
            found[int(entry)] = int(stat.rpartition(")")[2].split()[1])
    return found


def _seconds_and_memory(pid: int) -> tuple[float, int]:
    stat = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    seconds = (int(stat[11]) + int(stat[12])) / TICKS if stat else 0.0
    peak = [line for line in _read(f"/proc/{pid}/status").splitlines() if line.startswith("VmHWM")]
    return seconds, int(peak[0].split()[1]) * 1024 if peak else 0


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def _busy_seconds() -> float:
    """Seconds in which the processors of the machine have worked, for whomever."""
    user, nice, system, _, _, *interrupts = (int(n) for n in _read("/proc/stat").splitlines()[0].split()[1:])
    return (user + nice + system + sum(interrupts[:3])) / TICKS


@contextmanager
def _repeated(seconds: float, action: Callable[[], None]) -> Iterator[None]:
    stopped = threading.Event()

    def repeat() -> None:
        while not stopped.wait(seconds):
            action()

    thread = threading.Thread(target=repeat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def measure(
    name: str,
    corpus: Path,
    target: Path,
    *options: str,
    kill_worker_every: float | None = None,
    kill_run_after: float | None = None,
    alone: bool = False,
) -> Measured:
    """Run a corpus into a target and watch; alone in one process, which has no other beside it."""
    command = [sys.executable, "-m", "policyparse", "run", str(corpus), "--into", str(target), *options]
    if alone:
        command = [sys.executable, "-c", ALONE, str(corpus), str(target)]
    measured = Measured(name)
    busy, started = _busy_seconds(), time.monotonic()
    chance = random.Random(0)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    watch = _Watch(process.pid)

    def kill_a_worker() -> None:
        if watch.workers:
            try:
                os.kill(chance.choice(watch.workers), signal.SIGKILL)
                measured.killed += 1
            except ProcessLookupError:
                pass

    with _repeated(SAMPLE_SECONDS, watch.look), _repeated(kill_worker_every or 1e6, kill_a_worker):
        try:
            _, said = process.communicate(timeout=kill_run_after)
        except subprocess.TimeoutExpired:
            process.kill()
            _, said = process.communicate()
    measured.seconds = time.monotonic() - started
    measured.processor_seconds = sum(watch.processor.values())
    measured.parent_seconds = watch.processor.get(process.pid, 0.0)
    measured.others = (_busy_seconds() - busy - measured.processor_seconds) / measured.seconds / (os.cpu_count() or 1)
    measured.parent_megabytes = watch.memory.pop(process.pid, 0) / 1e6
    measured.worker_megabytes = max(watch.memory.values(), default=0) / 1e6
    measured.said = next((line for line in said.splitlines() if " documents into " in line), "")
    measured.digest = _digest(target)
    print(f"  {name}: {measured.seconds:.1f} s, processor {measured.processor_seconds:.1f} s", file=sys.stderr)
    return measured


def _digest(folder: Path) -> str:
    """Hash of the names and bytes of all that a run wrote."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            whole.update(f"{path.relative_to(folder)}\n".encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


@dataclass
class Claim:
    """What has to hold, what was measured, and whether it holds."""

    wanted: str
    measured: str
    holds: bool


def measure_all(quarter: Path, whole: Path, targets: Path, repeats: int) -> tuple[list[Measured], list[Claim]]:
    """All runs, and what they show.

    Args:
        quarter: A corpus of a quarter of the documents.
        whole: The corpus.
        targets: A folder for the outputs.
        repeats: How often one and two processes are measured in turn; the median of the turns counts, since a
            machine is faster at one time than at another.
    """
    measure("warming up", quarter, targets / "warm", "--jobs", "2")
    small = measure("a quarter, two processes", quarter, targets / "quarter", "--jobs", "2")
    plain, ones, twos = [], [], []
    for turn in range(repeats):
        plain.append(measure("one process", whole, targets / f"plain{turn}", alone=True))
        ones.append(measure("one worker", whole, targets / f"one{turn}", "--jobs", "1"))
        twos.append(measure("two workers", whole, targets / f"two{turn}", "--jobs", "2"))
    one, two = (sorted(runs, key=lambda run: run.seconds)[len(runs) // 2] for runs in (ones, twos))
    killed = measure(
        f"two, a worker killed every {KILL_SECONDS:g} s",
        whole,
        targets / "killed",
        "--jobs",
        "2",
        kill_worker_every=KILL_SECONDS,
    )
    half = measure("the run killed", whole, targets / "resumed", "--jobs", "2", kill_run_after=two.seconds / 2)
    resumed = measure("the same resumed", whole, targets / "resumed", "--jobs", "2", "--resume")
    again = measure("a second run", whole, targets / "resumed", "--jobs", "2", "--resume")
    runs = [small, *plain, *ones, *twos, killed, half, resumed, again]
    turns = sorted(alone.seconds / pair.seconds for alone, pair in zip(plain, twos, strict=True))
    workers = sorted(alone.seconds / pair.seconds for alone, pair in zip(ones, twos, strict=True))
    faster, than_one_worker = turns[len(turns) // 2], workers[len(workers) // 2]
    cost = two.processor_seconds / one.processor_seconds
    slower = killed.seconds / two.seconds
    growth = two.parent_megabytes / small.parent_megabytes
    claims = [
        Claim(
            f"two processes at least {FASTER:g} times one",
            f"{faster:.2f} on the clock ({turns[0]:.2f} to {turns[-1]:.2f}); {than_one_worker:.2f} times one worker "
            f"beside the run itself, for {cost:.2f} times the processor time",
            faster >= FASTER,
        ),
        Claim(
            f"parent flat from a quarter to the whole (up to {FLAT:g}), under {PARENT_MEGABYTES} MB",
            f"{small.parent_megabytes:.0f} and {two.parent_megabytes:.0f} MB ({growth:.2f})",
            growth <= FLAT and two.parent_megabytes < PARENT_MEGABYTES,
        ),
        Claim(
            f"workers under {WORKER_MEGABYTES} MB",
            f"{max(run.worker_megabytes for run in runs):.0f} MB",
            max(run.worker_megabytes for run in runs) < WORKER_MEGABYTES,
        ),
        Claim(
            f"workers killed: the same bytes, at most {SLOWER_WHEN_KILLED:g} times the time",
            f"{killed.killed} killed, {'the same' if killed.digest == two.digest else 'OTHER'} bytes, {slower:.2f}",
            killed.digest == two.digest and slower <= SLOWER_WHEN_KILLED and killed.killed > 0,
        ),
        Claim(
            "the run killed and resumed: the same bytes",
            f"killed after {half.seconds:.1f} s; {_parsed(resumed)}; "
            f"{'the same' if resumed.digest == two.digest else 'OTHER'} bytes",
            resumed.digest == two.digest,
        ),
        Claim("a second run parses nothing", _parsed(again), " 0 parsed" in again.said),
        Claim("one and two processes: the same bytes", f"{one.digest}, {two.digest}", one.digest == two.digest),
    ]
    return runs, claims


def _parsed(measured: Measured) -> str:
    return measured.said.rpartition(": ")[2]


def report(runs: list[Measured], claims: list[Claim], count: int, path: Path | None) -> int:
    """Print the tables, write JSON; gives how many claims do not hold."""
    print(f"\n{count} documents; times in seconds; “others”: what other programs had of {os.cpu_count()} processors\n")
    print("| run | clock | processor | of it parent | others | parent MB | worker MB |")
    print("|---|---|---|---|---|---|---|")
    for run in runs:
        print(
            f"| {run.name} | {run.seconds:.1f} | {run.processor_seconds:.1f} | {run.parent_seconds:.1f} "
            f"| {run.others:.0%} | {run.parent_megabytes:.0f} | {run.worker_megabytes:.0f} |"
        )
    print("\n| wanted | measured | |\n|---|---|---|")
    for claim in claims:
        print(f"| {claim.wanted} | {claim.measured} | {'holds' if claim.holds else 'does not hold'} |")
    if path is not None:
        everything = {"documents": count, "runs": [asdict(run) for run in runs], "claims": [asdict(c) for c in claims]}
        path.write_text(json.dumps(everything, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return sum(not claim.holds for claim in claims)
