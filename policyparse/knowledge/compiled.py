"""Patterns as Python has compiled them, kept beside its compiled modules, so that the next start need not compile them.

A table is asked for by the whole source of its expression, so that none can be stale; it counts for one version of
Python. The file lies where Python keeps compiled modules, is trusted as those are, and is written by the command line
alone, unless Python is told to write none (`PYTHONDONTWRITEBYTECODE`). Without it everything is as with it, later.
"""

import marshal
import os
import re
import secrets
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from typing import Any

LARGEST = 16 * 1024 * 1024
"""Largest file that is read or kept, in bytes; a larger one holds mostly what no version asks for any more."""

_new: dict[tuple[str, int], tuple[Any, ...]] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression, or take it from what an earlier process compiled.

    Args:
        source: The expression.
        flags: Flags of `re`.
    """
    try:
        table = _kept().get((source, flags)) or _made(source, flags)
        return _pattern(source, *table)
    except Exception:  # what is private to `re` is another here: its public door is the same everywhere
        return re.compile(source, flags)


def _pattern(source: str, flags: int, code: bytes, groups: int, names: dict[str, int], order: Any) -> re.Pattern[str]:
    made: re.Pattern[str] = _engine().compile(source, flags, array("I", code).tolist(), groups, names, order)
    return made


def _made(source: str, flags: int) -> tuple[Any, ...]:
    """Compile as `re` does, and remember the table."""
    compiler = _compiler()
    parsed = compiler._parser.parse(source, flags)
    names = dict(parsed.state.groupdict)
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    table = int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(order)
    _new[source, int(flags)] = table
    return table


@cache
def _compiler() -> Any:
    return import_module("re._compiler")


@cache
def _engine() -> Any:
    return import_module("_sre")


def _path() -> str:
    """The file, named after the version of Python and of the engine of its expressions."""
    return f"{cache_from_source(__file__).removesuffix('.pyc')}.{_engine().MAGIC}.tables"


@cache
def _kept() -> dict[tuple[str, int], tuple[Any, ...]]:
    with suppress(OSError, ValueError, EOFError, TypeError, NotImplementedError), open(_path(), "rb") as file:
        if os.fstat(file.fileno()).st_size <= LARGEST:
            tables = marshal.load(file)
            return tables if isinstance(tables, dict) else {}
    return {}


def keep() -> None:
    """Keep what was compiled for the next process, where that is possible and wanted."""
    if not _new or sys.dont_write_bytecode:
        return
    with suppress(OSError, NotImplementedError):
        data = marshal.dumps(_kept() | _new)
        if len(data) > LARGEST:
            data = marshal.dumps(_new)
        path = _path()
        beside = f"{path}.{secrets.token_hex(8)}"
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
                file.write(data)
            os.replace(beside, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(beside)
        _new.clear()
