"""Ray on this machine with two workers: the same bytes as processes and a plain loop, and a worker that dies loses nothing."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import policyparse
from policyparse.batch.items import Item, find_items
from policyparse.batch.on_ray import for_each_on_ray
from policyparse.batch.run import run
from policyparse.batch.workers import for_each

pytestmark = pytest.mark.skipif("POLICYPARSE_FULL" not in os.environ, reason="runs in .ci/full")

NUMBER = 400


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    program = [sys.executable, repository / "benchmarks" / "corpus.py", folder, "--count", str(NUMBER)]
    subprocess.run(program, check=True, capture_output=True)
    (folder / "files" / "empty.txt").write_text(" ", encoding="utf-8")
    return folder / "files"


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_ray_processes_and_a_plain_loop_give_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "processes", jobs=2)
    run([corpus], tmp_path / "ray", jobs=2, each=for_each_on_ray)
    outputs = contents(tmp_path / "ray")
    assert outputs == contents(tmp_path / "processes")
    items = [item for item in find_items([corpus]) if isinstance(item, Item) and item.place != "empty.txt"]
    assert len(outputs) == len(items) + 1 == NUMBER + 1
    for item in items:
        document = policyparse.parse(item.load())
        assert outputs[f"{item.place}.json"].decode() == document.model_dump_json(indent=2) + "\n"


def test_workers_that_are_killed_lose_nothing(corpus: Path, tmp_path: Path) -> None:
    stopped = threading.Event()
    killed: list[int] = []

    def kill() -> None:
        while not stopped.wait(1.0):
            for stat in Path("/proc").glob("[0-9]*/cmdline"):
                if stat.read_bytes().startswith(b"ray::_in_the_worker"):
                    killed.append(int(stat.parent.name))
                    os.kill(killed[-1], signal.SIGKILL)
                    break

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        summary = run([corpus], tmp_path / "ray", jobs=2, each=slow_on_ray)
    finally:
        stopped.set()
        thread.join()
    assert killed
    assert (summary.parsed, summary.failures) == (NUMBER, 1)
    run([corpus], tmp_path / "processes", jobs=2)
    assert contents(tmp_path / "ray") == contents(tmp_path / "processes")


def slow_on_ray(task, items, **options):  # type: ignore[no-untyped-def]
    """Ray with a task that takes its time, so that a worker can be killed in the middle of it."""
    return for_each_on_ray(Slow(task), items, **options)


class Slow:
    def __init__(self, task) -> None:  # type: ignore[no-untyped-def]
        self.task = task

    def __call__(self, item):  # type: ignore[no-untyped-def]
        time.sleep(0.01)
        return self.task(item)


def test_a_document_that_hangs_or_kills_costs_itself(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(repository)  # the processes import this file, which `pytest` alone cannot
    items = [Item(name, name, text=name) for name in ("a", "die", "b", "hang", "c")]
    on_ray, in_processes = (list(each(act, items, jobs=2, seconds=8)) for each in (for_each_on_ray, for_each))
    assert on_ray == in_processes
    assert [getattr(result, "name", result) for result in on_ray] == ["a", "die", "b", "hang", "c"]


def act(item: Item) -> str:
    if item.name == "die":
        os._exit(9)
    if item.name == "hang":
        time.sleep(60)
    return item.name


def test_the_command(corpus: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "policyparse", "run", corpus, "--into", tmp_path / "out.jsonl", "--engine", "ray"]
    done = subprocess.run([*command, "--jobs", "2"], capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    assert f"{NUMBER} parsed, 0 known, 1 failed" in done.stderr
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == NUMBER
    nowhere = subprocess.run([*command, "--address", "127.0.0.1:1"], capture_output=True, text=True)
    assert nowhere.returncode == 2
    assert "no cluster answers at 127.0.0.1:1" in nowhere.stderr
    assert json.loads((tmp_path / "out.jsonl.manifest.jsonl").read_text("utf-8").splitlines()[0])["failure"] is None
