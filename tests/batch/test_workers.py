"""Processes: results in order; one that dies or hangs costs its item and no other."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from policyparse import PolicyParseError, UnreadableInput
from policyparse.batch import Failure, for_each, workers

sys.path.insert(0, str(Path(__file__).parent))
from tasks import Named, die_once, die_slowly_once, killed_often, name_of


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CHUNK", 4)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))


def named(*names: str) -> list[Named]:
    return [Named(name) for name in names]


def shown(results: Iterator[object]) -> list[str]:
    return [f"{r.name}!" if isinstance(r, Failure) else r[0][:4] for r in results]  # type: ignore[index]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_in_order(jobs: int) -> None:
    results = list(for_each(name_of, named(*(str(i) for i in range(40))), jobs=jobs))
    assert [name for name, _ in results] == [str(i) for i in range(40)]
    assert (os.getpid() in {process for _, process in results}) == (jobs == 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_fails_costs_itself(jobs: int) -> None:
    results = list(for_each(name_of, named("a", "fail", "b"), jobs=jobs))
    assert shown(iter(results)) == ["a", "fail!", "b"]
    assert isinstance(results[1], Failure)
    assert "ZeroDivisionError: division by zero" in results[1].reason
    assert "report this" in results[1].reason


def test_an_error_of_policyparse_keeps_its_message() -> None:
    def task(item: Named) -> None:
        raise UnreadableInput("it is empty")

    assert list(for_each(task, named("a"))) == [Failure("a", "it is empty")]
    assert not issubclass(Failure, PolicyParseError)


def test_a_process_that_dies_costs_one_item() -> None:
    names = ["0", "1", "2", "die", "4", "5", "6", "die2", *(str(i) for i in range(8, 20))]
    found = shown(for_each(name_of, named(*names), jobs=2))
    assert found == [f"{name}!" if name.startswith("die") else name for name in names]


def test_what_died_by_chance_is_tried_once_alone(tmp_path: Path) -> None:
    names = ["a", str(tmp_path / "seen"), "b"]
    assert list(for_each(die_once, named(*names), jobs=2)) == names


def test_an_item_that_hangs_costs_itself() -> None:
    results = list(for_each(name_of, named("a", "hang", "b", "c", "d", "e"), jobs=2, seconds=0.5))
    assert shown(iter(results)) == ["a", "hang!", "b", "c", "d", "e"]
    assert isinstance(results[1], Failure)
    assert "more than 0.5 s" in results[1].reason


def test_failures_among_the_items_keep_their_place() -> None:
    items = [Named("a"), Failure("x", "unread"), Named("b")]
    assert shown(for_each(name_of, items, jobs=2)) == ["a", "x!", "b"]


def test_large_results_and_many_items_do_not_block() -> None:
    names = [f"big{i}" for i in range(60)]
    assert len(list(for_each(name_of, named(*names), jobs=2))) == 60


def test_items_are_taken_when_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[Named]:
        nonlocal taken
        for i in range(10_000):
            taken += 1
            yield Named(f"slow{i}")

    results = for_each(name_of, items(), jobs=2)
    assert next(results)[0] == "slow0"  # type: ignore[index]
    assert taken <= workers.AHEAD * workers.CHUNK * 2 + 3 * workers.CHUNK
    results.close()  # type: ignore[attr-defined]


def test_an_interrupt_is_not_swallowed() -> None:
    def task(item: Named) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(for_each(task, named("a")))


def test_one_process_may_be_another_than_this_one() -> None:
    results = list(for_each(name_of, named("a", "die", "hang", "b"), isolated=True, seconds=1))
    assert shown(iter(results)) == ["a", "die!", "hang!", "b"]
    assert results[0][1] != os.getpid()  # type: ignore[index]


def test_others_go_on_while_one_is_tried_alone() -> None:
    names = ["hang", *(str(i) for i in range(30))]
    results = for_each(name_of, named(*names), jobs=2, seconds=1.5)
    started = time.monotonic()
    assert shown(results) == ["hang!", *names[1:]]
    assert time.monotonic() - started < 10


def test_processes_that_are_killed_lose_nothing() -> None:
    names = [f"slow{i}" for i in range(120)]
    results = []
    for number, result in enumerate(for_each(name_of, named(*names), jobs=2)):
        results.append(result)
        if number % 25 == 0:
            with suppress(ProcessLookupError):
                os.kill(result[1], signal.SIGKILL)  # type: ignore[index]
    assert [name for name, _ in results] == names


def test_a_process_is_forked_with_its_patterns_compiled() -> None:
    code = (
        "import policyparse.batch.warm; from policyparse.knowledge.pattern import Pattern, patterns; "
        "print(all(type(p) is Pattern for p in patterns()), len(patterns()) > 200)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_an_item_whose_processes_are_killed_from_outside_is_tried_again(tmp_path: Path) -> None:
    names = ["a", f"{tmp_path / 'seen'}*2", "b"]
    assert list(for_each(killed_often, named(*names), jobs=2)) == names
    (failure,) = for_each(killed_often, named(f"{tmp_path / 'other'}*9"), isolated=True)
    assert isinstance(failure, Failure)
    assert len(list(tmp_path.glob("other*"))) == 1 + workers.TRIES_WHEN_KILLED


def test_what_a_lost_process_leaves_is_taken_up_though_others_are_far_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overdue(*_: object) -> None:
        raise AssertionError("it waits for what nobody works on")

    monkeypatch.setattr(workers, "AHEAD", 1)
    names = [str(tmp_path / "dies"), *(str(i) for i in range(200))]
    before = signal.signal(signal.SIGVTALRM, overdue)
    signal.setitimer(signal.ITIMER_VIRTUAL, 20)
    try:
        assert list(for_each(die_slowly_once, named(*names), jobs=2)) == names
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
