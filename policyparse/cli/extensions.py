"""Document types and readers of others that a command takes: those of its options and of the configuration."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policyparse.cli.console import give_up
from policyparse.model.errors import PolicyParseError

if TYPE_CHECKING:
    from policyparse.model.document import Document


@dataclass(frozen=True, slots=True)
class Extensions:
    """What takes part besides our own.

    Attributes:
        types: Names of document types.
        readers: Names of readers of file formats.
        endings: Endings of the files that the readers read, for which folders are searched as well.
        models: Models of the document types, for results.
    """

    types: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    models: "tuple[type[Document], ...]" = ()

    @property
    def options(self) -> dict[str, Any]:
        """Arguments of `parse`; empty where nothing takes part."""
        named = {"types": list(self.types), "readers": list(self.readers)}
        return {name: value for name, value in named.items() if value}


def extensions(types: Iterable[str] | None = None, readers: Iterable[str] | None = None) -> Extensions:
    """What options name, and the configuration of this folder; an error is given up.

    Args:
        types: Document types of the option.
        readers: Readers of the option.
    """
    try:
        configured_types, configured_readers = _configured()
        return named_extensions([*(types or ()), *configured_types], [*(readers or ()), *configured_readers])
    except PolicyParseError as error:
        give_up(str(error))


def named_extensions(types: Iterable[str], readers: Iterable[str]) -> Extensions:
    """What names stand for, each taken once.

    Args:
        types: Names of document types.
        readers: Names of readers.

    Raises:
        PolicyParseError: There is no such type or reader, or it does not fit its contract.
    """
    types, readers = tuple(dict.fromkeys(types)), tuple(dict.fromkeys(readers))
    models: tuple[type[Document], ...] = ()
    endings: tuple[str, ...] = ()
    if types:
        from policyparse.registry import DOCUMENT_TYPES, models_of

        models = tuple(models_of(types)[len(DOCUMENT_TYPES) :])
    if readers:
        from policyparse.source.file_reader import file_readers

        endings = tuple(ending for reader in file_readers(readers) for ending in reader.endings)
    return Extensions(types, readers, endings, models)


def _configured() -> tuple[list[str], list[str]]:
    """The types and readers of the configuration, which is read only where there is a file of it."""
    from policyparse.output.settings_file import FILE, SHARED_FILE

    here = Path().resolve()
    if not any((folder / name).is_file() for folder in (here, *here.parents) for name in (FILE, SHARED_FILE)):
        return [], []
    from policyparse.cli.configuration import read_configuration

    settings = read_configuration(Path())
    return settings.types, settings.readers
