"""What public functions say of arguments of a wrong type: one error that names the argument and what it should be."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from inspect import signature
from types import NoneType
from typing import ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")


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


def expecting(**kinds: type) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """See that arguments of a function are of the types that are given by their names; else a TypeError names one."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        names = signature(function)

        @wraps(function)
        def checked(*given: P.args, **named: P.kwargs) -> R:
            for name, value in names.bind(*given, **named).arguments.items():
                if name in kinds:
                    expect(value, kinds[name], name)
            return function(*given, **named)

        return checked

    return decorate


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
