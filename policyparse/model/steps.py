"""Steps of a parse, counted, so that no text holds a process for longer than its caller allows.

Seconds would make a result depend on the machine. A step is a thing that is read: a line, a repair, a quantity, a date,
a person, a verb of speech, a marker of a rule, a citation. Every thing takes some time, and what is between them grows
with the length of the text alone, which has a limit of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from policyparse.model.errors import UnreadableInput


class _Count:
    """How many steps were taken of how many."""

    __slots__ = ("most", "taken")

    def __init__(self, most: int) -> None:
        self.most, self.taken = most, 0


_count: ContextVar[_Count | None] = ContextVar("policyparse_steps", default=None)


@contextmanager
def counted_steps(most: int | None) -> Iterator[None]:
    """Count the steps that are taken inside.

    Args:
        most: Most steps that may be taken, None for any number.

    Raises:
        UnreadableInput: More steps were taken.
    """
    token = _count.set(None if most is None else _Count(most))
    try:
        yield
    finally:
        _count.reset(token)


def take_steps(number: int) -> None:
    """Take so many steps.

    Args:
        number: Number of things that are read next.

    Raises:
        UnreadableInput: These are more than are left.
    """
    count = _count.get()
    if count is None:
        return
    count.taken += number
    if count.taken > count.most:
        raise UnreadableInput(
            f"reading the text takes more than {count.most} steps (lines, repairs, numbers, clauses); "
            "give its documents one by one, or allow more with limits=Limits(max_steps=…)"
        )
