"""What a document type of others found, for tables: each value and each entry of its own fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from policyparse.model.base import Span
from policyparse.model.document import Document
from policyparse.model.own_fields import own_fields


@dataclass(frozen=True, slots=True)
class Extension:
    """A value of a field of others, or an entry of a list of it.

    Attributes:
        pointer: Its JSON Pointer.
        field: Name of the field.
        value: The value as JSON.
        span: Its place, None where it has none.
    """

    pointer: str
    field: str
    value: str
    span: Span | None

    def columns(self) -> dict[str, Any]:
        """The columns of its row beside place, document and kind."""
        return {"pointer": self.pointer, "field": self.field, "value": self.value}


def extensions_of(document: Document) -> Iterator[Extension]:
    """The values of the fields that the type of a document adds to ours; none of a document of ours.

    Args:
        document: The document.

    Yields:
        Each entry of a list, each other value that is not empty.
    """
    names = own_fields(type(document))
    if not names:
        return
    # The document writes them: pydantic 2.12.0 and older cannot write a model alone that is not built yet.
    plain = document.model_dump(mode="json", by_alias=True, include=set(names))
    for name in names:
        value = getattr(document, name)
        if isinstance(value, list):
            for i, entry in enumerate(value):
                yield _extension(document, f"/{name}/{i}", name, entry, plain[name][i])
        elif value is not None:
            yield _extension(document, f"/{name}", name, value, plain[name])


def _extension(document: Document, pointer: str, field: str, value: Any, plain: Any) -> Extension:
    span = getattr(value, "span", None) if isinstance(value, BaseModel) else document.evidence.get(pointer)
    return Extension(pointer, field, to_json(plain).decode(), span)
