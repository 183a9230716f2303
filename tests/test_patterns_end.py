"""Every pattern comes to an end on a short piece of its own examples over and over.

A pattern of which a repeat can be read in two ways takes twice as long for each more piece, and hours for a line.
`benchmarks/pumped.py` tries longer pieces.
"""

import signal
from types import FrameType

import pytest

from policyparse.knowledge.pattern import Pattern
from policyparse.knowledge.proof import all_patterns

LENGTH = 160
"""Length of a text, in characters."""

GIVEN_UP_SECONDS = 10
"""Processor time after which all texts of one pattern are given up; they take some milliseconds."""


def texts(pattern: Pattern) -> set[str]:
    """Pieces of one and two characters of the examples, over and over, with what stands before them."""
    examples = [example if isinstance(example, str) else example[0] for example in pattern.matches[:6]]
    return {
        example[:start] + example[start : start + size] * (LENGTH // size) + "\x01"
        for example in (example[:30] for example in examples)
        for start in range(len(example))
        for size in (1, 2)
    }


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a POSIX system")
def test_every_pattern_ends() -> None:
    tried = ""

    def give_up(_: int, __: FrameType | None) -> None:
        raise AssertionError(f"{tried} is read in every way")

    before = signal.signal(signal.SIGVTALRM, give_up)
    try:
        for pattern in all_patterns():
            tried = pattern.name
            signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP_SECONDS)
            for text in texts(pattern):
                getattr(pattern.compiled, pattern.method)(text)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
