"""Decimals are computed in a context of our own, whatever the caller has set: same input, same result."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_EVEN, Context, DivisionByZero, InvalidOperation, Overflow, localcontext

DIGITS = 28
"""Significant digits of a result."""

_CONTEXT = Context(
    prec=DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emin=-999_999,
    Emax=999_999,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)


@contextmanager
def own_decimals() -> Iterator[None]:
    """Compute in our context, and leave that of the caller as it was."""
    with localcontext(_CONTEXT):
        yield
