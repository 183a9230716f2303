"""What others bring: objects that their packages register under the names of entry points.

One is loaded only where it is named, so that what is installed never changes a result by itself.
"""

import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from policyparse.model.errors import UnusableExtension

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")

TYPES_GROUP, READERS_GROUP = "policyparse.document_types", "policyparse.readers"
"""Groups of entry points: document types, readers of file formats."""


def registered(group: str) -> list[str]:
    """The names that installed packages register in a group, sorted."""
    from importlib.metadata import entry_points

    return sorted({entry.name for entry in entry_points(group=group)})


def load_extension(group: str, name: str, kind: type[T], unknown: Callable[[], Exception]) -> T:
    """Load what a package registers under a name.

    Args:
        group: The group of entry points.
        name: The name.
        kind: The class of what is expected.
        unknown: Makes the error where there is no such name.

    Raises:
        UnusableExtension: It cannot be imported, is something else, or two packages register the name.
    """
    entry = _entry(group, name, tuple(sys.path))
    if entry is None:
        raise unknown()
    try:
        found = entry.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise UnusableExtension(f"{_said(entry)} cannot be imported ({reason}); install it again") from error
    if not isinstance(found, kind):
        raise UnusableExtension(f"{_said(entry)} is {type(found).__name__}, not {kind.__name__}; correct its package")
    return found


@cache
def _entry(group: str, name: str, path: tuple[str, ...]) -> "EntryPoint | None":
    """The entry point of a name, None where there is none; the packages on the path are listed once."""
    from importlib.metadata import entry_points

    found = {entry.value: entry for entry in entry_points(group=group, name=name)}
    if len(found) > 1:
        packages = ", ".join(sorted(_package(entry) for entry in found.values()))
        raise UnusableExtension(f"{name!r} is registered by two packages ({packages}); uninstall one of them")
    return next(iter(found.values()), None)


def module_of(group: str, name: str) -> tuple[str, str] | None:
    """The package (with its version) and the module that a name stands for, None where it is not registered."""
    entry = _entry(group, name, tuple(sys.path))
    return None if entry is None else (_package(entry), entry.module)


def _said(entry: "EntryPoint") -> str:
    return f"{entry.name!r} of {_package(entry)} ({entry.value})"


def _package(entry: "EntryPoint") -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown package"
