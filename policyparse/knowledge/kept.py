"""What every start would make again, kept beside Python's compiled modules, so that the next start need not make it.

What is kept is asked for by all that it is made of, so that none can be stale; it counts for one version of Python.
The file lies where Python keeps compiled modules, is trusted as those are, and is written by the command line alone,
unless Python is told to write none (`PYTHONDONTWRITEBYTECODE`). Without it everything is as with it, later.
"""

import marshal
import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from typing import Any, TypeAlias, TypeVar

Key: TypeAlias = tuple[str | int, ...]
"""What a value is, and all that it is made of."""

Value = TypeVar("Value")

LARGEST = 16 * 1024 * 1024
"""Largest file that is read or kept, in bytes; a larger one holds mostly what no version asks for any more."""

_new: dict[Key, Any] = {}


def kept(key: Key, make: Callable[[], Value]) -> Value:
    """A value that an earlier process made, or that is made now.

    Args:
        key: What it is, and all that it is made of.
        make: Makes it; it is of what `marshal` can write, and nobody changes it.
    """
    value = _kept().get(key)
    if value is None:
        value = _new[key] = make()
    return value


@cache
def _path() -> str:
    """The file, named after the version of Python and of the engine of its expressions."""
    return f"{cache_from_source(__file__).removesuffix('.pyc')}.{import_module('_sre').MAGIC}.tables"


@cache
def _kept() -> dict[Key, Any]:
    with suppress(OSError, ValueError, EOFError, TypeError, NotImplementedError), open(_path(), "rb") as file:
        if os.fstat(file.fileno()).st_size <= LARGEST:
            tables = marshal.load(file)
            return tables if isinstance(tables, dict) else {}
    return {}


def keep() -> None:
    """Keep what was made for the next process, where that is possible and wanted."""
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
