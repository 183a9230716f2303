"""Expressions as Python has compiled them, from what an earlier process kept."""

import re
from array import array
from functools import cache
from importlib import import_module
from typing import Any

from policyparse.knowledge.kept import kept


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression, or take it from what an earlier process compiled.

    Args:
        source: The expression.
        flags: Flags of `re`.
    """
    try:
        table = kept(("expression, 2", source, int(flags)), lambda: _made(source, flags))
        return _pattern(source, *table)
    except Exception:  # what is private to `re` is another here: its public door is the same everywhere
        return re.compile(source, flags)


def _pattern(source: str, flags: int, code: bytes, groups: int, names: dict[str, int], order: Any) -> re.Pattern[str]:
    made: re.Pattern[str] = _engine().compile(source, flags, array("I", code).tolist(), groups, names, order)
    return made


def _made(source: str, flags: int) -> tuple[Any, ...]:
    """Compile as `re` does, to the table that its engine takes."""
    compiler = _compiler()
    parsed = compiler._parser.parse(source, flags)
    names = dict(parsed.state.groupdict)
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", _code(parsed, flags)).tobytes()
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(order)


def _code(parsed: Any, flags: int) -> list[int]:
    """The code for the engine; where `re` sees not with what a match begins, its head says so instead.

    The head is a jump, its length, what is known (nothing where it is 0), and the least and greatest width.
    """
    from policyparse.knowledge.first_characters import first_characters

    compiler = _compiler()
    code: list[int] = compiler._code(parsed, flags)
    _, length, known, least, *_ = code
    flags |= parsed.state.flags
    if known or not least or flags & re.IGNORECASE:
        return code
    first = first_characters(parsed)
    if not first:
        return code
    begins = compiler._parser.SubPattern(parsed.state, [(compiler.IN, first)])
    begins.width = parsed.getwidth()
    head: list[int] = []
    compiler._compile_info(head, begins, flags)
    return head + code[1 + length :]


@cache
def _compiler() -> Any:
    return import_module("re._compiler")


@cache
def _engine() -> Any:
    return import_module("_sre")
