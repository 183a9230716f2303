"""Manners of speaking (边走边说): however many stand in a row, they are read in one way."""

import signal
from typing import NoReturn

import pytest

from policyparse.speech.adjuncts import TRAILING_ADVERBS

GIVEN_UP_SECONDS = 20
"""Processor time after which a pattern that tries every way, which would take hours, is given up."""


def give_up(*_: object) -> NoReturn:
    raise AssertionError("every way to read the text is tried")


@pytest.mark.parametrize("unit", ["边走", "边走边", "一边看", "一边", "边走一边看边", "对记者边走", "再次边走边"])
def test_manners_over_and_over_are_read_in_one_way(unit: str) -> None:
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, give_up)
        signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP_SECONDS)
    try:
        assert TRAILING_ADVERBS.search("范大成" + unit * 60 + "，好") is None
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
