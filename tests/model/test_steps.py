"""A parse is bounded by characters and steps: the same text is refused everywhere, at once, with a clear error."""

from pathlib import Path
from threading import Thread

import pytest

import policyparse
from policyparse import Limits, UnreadableInput
from policyparse.model import steps
from policyparse.model.steps import counted_steps, take_steps

LAW = "某市某某条例\n" + "".join(f"第{n}条 市人民政府应当在2024年3月1日前投入300万元。\n" for n in range(1, 40))
UNITS = ["1年", "《", "\n某", "市长张三明说，", "增长5.2%，", "据介绍，"]


def taken(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps a parse takes."""
    counts: list[steps._Count] = []

    class Kept(steps._Count):
        def __init__(self, most: int) -> None:
            super().__init__(most)
            counts.append(self)

    monkeypatch.setattr(steps, "_Count", Kept)
    policyparse.parse(text, kind="meeting")
    return counts[-1].taken


def test_a_text_longer_than_the_limit_is_refused_and_one_as_long_is_not() -> None:
    policyparse.parse(LAW, limits=Limits(max_chars=len(LAW)))
    with pytest.raises(UnreadableInput, match=f"has {len(LAW)} characters, more than {len(LAW) - 1}"):
        policyparse.parse(LAW, limits=Limits(max_chars=len(LAW) - 1))
    with pytest.raises(UnreadableInput, match="characters, more than"):
        policyparse.parse(LAW.encode(), limits=Limits(max_chars=10))


def test_steps_are_the_same_each_time_and_the_limit_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    number = taken(LAW, monkeypatch)
    assert number > 100
    assert taken(LAW, monkeypatch) == number
    policyparse.parse(LAW, kind="meeting", limits=Limits(max_steps=number))
    with pytest.raises(UnreadableInput, match=f"more than {number - 1} steps"):
        policyparse.parse(LAW, kind="meeting", limits=Limits(max_steps=number - 1))


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_dense_takes_steps(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = (taken("某市召开会议\n\n7月9日，会议召开。\n" + unit * number, monkeypatch) for number in (500, 1000))
    assert long - short >= 250


def test_ordinary_documents_take_a_hundredth_of_the_limit(seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = seed.read_text(encoding="utf-8")
    limits = Limits()
    assert limits.max_steps is not None
    assert limits.max_chars is not None
    assert taken(text, monkeypatch) / len(text) < limits.max_steps / limits.max_chars


def test_without_limits_nothing_is_counted() -> None:
    with counted_steps(None):
        take_steps(10**12)
    take_steps(10**12)
    policyparse.parse(LAW, limits=Limits(max_chars=None, max_steps=None))


def test_each_thread_counts_for_itself() -> None:
    failures: list[Exception] = []

    def work() -> None:
        try:
            policyparse.parse(LAW)
        except Exception as error:
            failures.append(error)

    with counted_steps(5):
        thread = Thread(target=work)
        thread.start()
        thread.join()
        take_steps(5)
    assert failures == []
