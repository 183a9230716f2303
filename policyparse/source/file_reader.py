"""Readers of file formats that others bring: one takes part only where it is named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from policyparse.model.errors import PolicyParseError, UnreadableInput, UnusableExtension
from policyparse.model.extensions import READERS_GROUP, load_extension, registered
from policyparse.source.source_text import SourceText


def _recognise_nothing(data: bytes) -> bool:
    """The bytes of a format that is known by the ending of its files alone."""
    return False


@dataclass(frozen=True, slots=True)
class FileReader:
    """The reader of a file format.

    Attributes:
        name: Name of the format, which `SourceText.format` and `Document.produced_by` give.
        endings: Endings of its files with the dot, in small letters; files so named are read with it.
        read: The bytes of a file to its text, or to a `SourceText` with blocks and hints.
        recognises: Whether bytes without a name, or under another ending, are of the format.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes], str | SourceText]
    recognises: Callable[[bytes], bool] = _recognise_nothing


NamedReader: TypeAlias = str | FileReader
"""A reader of others: the name that its package registers, or the reader itself."""


def file_readers(named: Iterable[NamedReader] = ()) -> tuple[FileReader, ...]:
    """The readers of others that are named, each once.

    Raises:
        UnusableExtension: A name is not registered, its reader cannot be imported or is none, or two have one name.
        TypeError: What is named is no list of names and readers.
    """
    if not named:
        return ()
    if isinstance(named, str | FileReader):
        raise TypeError(f"readers must be a list, not {type(named).__name__}; write readers=[…]")
    found: dict[str, FileReader] = {}
    for name in named:
        reader = _named(name)
        if found.setdefault(reader.name, reader) is not reader:
            raise UnusableExtension(f"two readers are named {reader.name!r}; give one of them another name")
    return tuple(found.values())


def reader_for(readers: Iterable[FileReader], data: bytes, ending: str) -> FileReader | None:
    """The reader of a file: by the ending of its name, else by its bytes; None where it is none of theirs.

    Args:
        readers: The readers.
        data: The bytes of the file.
        ending: The ending of its name with the dot, in small letters; empty where it has no name.
    """
    of_name = (reader for reader in readers if ending in reader.endings)
    of_bytes = (reader for reader in readers if reader.recognises(data))
    return next(of_name, None) or next(of_bytes, None)


def read_with(reader: FileReader, data: bytes) -> SourceText:
    """Read a file with a reader of others.

    Raises:
        UnreadableInput: The reader fails on it.
        UnusableExtension: It gives no text.
    """
    try:
        text = reader.read(data)
    except PolicyParseError:
        raise
    except Exception as error:
        raise UnreadableInput(f"the reader {reader.name!r} failed on it ({type(error).__name__}: {error})") from error
    if isinstance(text, SourceText):
        return text
    if not isinstance(text, str):
        raise UnusableExtension(f"the reader {reader.name!r} gives {type(text).__name__} and no text; correct it")
    return SourceText(text)


def _named(name: object) -> FileReader:
    if isinstance(name, FileReader):
        return name
    if not isinstance(name, str):
        raise TypeError(f"a reader is named by a str or a FileReader, not {type(name).__name__}")
    return load_extension(READERS_GROUP, name, FileReader, lambda: _unknown(name))


def _unknown(name: str) -> UnusableExtension:
    known = ", ".join(registered(READERS_GROUP)) or "none is installed"
    return UnusableExtension(f"there is no reader {name!r} ({READERS_GROUP}: {known}); install its package")
