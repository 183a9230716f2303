"""What public functions say of arguments of a wrong type: one error that names the argument and what it should be."""

from collections.abc import Iterable, Iterator
from types import NoneType
from typing import TypeVar

T = TypeVar("T")


def expect(value: object, kind: type | tuple[type, ...], name: str) -> None:
    """See that an argument is of a type.

    Args:
        value: The argument.
        kind: The type, or several.
        name: Name of the argument.

    Raises:
        TypeError: It is of none of them.
    """
    if not isinstance(value, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        names = ("None" if each is NoneType else each.__name__ for each in kinds)
        raise TypeError(f"{name} must be {' or '.join(names)}, not {type(value).__name__}")


def expect_all(values: Iterable[T], kind: type[T], name: str) -> Iterator[T]:
    """The members of an argument, each of a type; one alone is no iterable of them, even where it could be one.

    Args:
        values: The argument.
        kind: The type of its members.
        name: Name of the argument.

    Raises:
        TypeError: It is no iterable, or a member is of another type.
    """
    if isinstance(values, kind | str | bytes) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be an iterable of {kind.__name__}, not {type(values).__name__}")
    return _each(values, kind, name)


def _each(values: Iterable[T], kind: type[T], name: str) -> Iterator[T]:
    for value in values:
        expect(value, kind, f"each of {name}")
        yield value
