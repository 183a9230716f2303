"""Documents that a command takes as they are or as results of an earlier one."""

from collections.abc import Sequence
from pathlib import Path

from policyparse.api import parse
from policyparse.batch import Item
from policyparse.cli.extensions import extensions
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.validation import is_result, read_result
from policyparse.source.formats import read, read_text
from policyparse.source.source_text import SourceText

RESULT_ENDING = ".json"
"""How the name of a result ends."""

SOURCE_ENDINGS = ("", ".txt", ".md")
"""What a result's text may be called beside it, once its `.json` is taken off."""


def load(path: Path, kind: str | None = None) -> Document:
    """Read a result (.json), or parse a document.

    Args:
        path: The file.
        kind: The kind that a document is taken for.

    Raises:
        PolicyParseError: It cannot be read or parsed, or is a result that does not fit its schema.
    """
    others = extensions()
    source = read(path, readers=others.readers)
    if not is_result(source.text):
        return parse(source, kind=kind, types=others.types)
    try:
        return read_result(source.text, others.models)
    except PolicyParseError as error:
        raise PolicyParseError(error.message, path=str(path)) from None


def read_item(item: Item, readers: Sequence[str] = ()) -> SourceText:
    """Read what an item of a corpus is: a file, a member of an archive, a text.

    Args:
        item: The item.
        readers: Readers of others that take part.

    Raises:
        UnreadableInput: It cannot be read.
    """
    loaded = item.load()
    return read_text(loaded) if isinstance(loaded, str) else read(loaded, readers=readers)


def text_beside(item: Item) -> str | None:
    """The text of a result, where it lies beside it without the ending `.json`."""
    if item.path is None:
        return None
    stem = item.path.with_suffix("")
    for ending in SOURCE_ENDINGS:
        beside = stem.with_name(stem.name + ending)
        if beside.is_file() and beside != item.path:
            return read(beside).text
    return None
