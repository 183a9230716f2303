"""The values of a document with their places: what the review page lights.

A value is whatever the document holds with a place: each model with a `span` or `spans` (`/articles/3`), each scalar
with an entry in `evidence` (`/adopted_on`). Its kind is the field that holds it, so that nothing is written twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from policyparse.model.base import Extent, Span
from policyparse.model.document import Document

PARTICULARS = "particulars"
"""Kind of a scalar of the document whose place stands in `evidence`."""

_PLACES = frozenset({"span", "spans", "parts", "evidence"})
_OF_THE_TEXT = frozenset({"blocks", "repairs", "diagnostics", "origins", "text", "schema_version"})
"""Fields of a document that hold no value of what it says."""

_TERM = re.compile(r"[(（]([^()（）]{1,30})[)）]")
"""The Chinese term in the description of a field; the last one names it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a value, as it is shown.

    Attributes:
        name: Its name in the contract; those of a nested model after a point: `period.label`.
        term: Its Chinese term, by its description.
        values: What it says; one, or the members of a list.
        enumerated: Whether the contract lists what it may say.
    """

    name: str
    term: str
    values: tuple[str, ...]
    enumerated: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """Something found in the text.

    Attributes:
        pointer: Its JSON Pointer in the document.
        kind: The field that holds it: `articles`, `norms`; `particulars` for a scalar of the document.
        places: The stretches of the original text where it stands, in code points.
        fields: What it says.
        speaker: Who says it, where it is speech.
    """

    pointer: str
    kind: str
    places: tuple[Extent, ...]
    fields: tuple[Field, ...]
    speaker: str | None = None


def find_values(document: Document) -> list[Value]:
    """Find the values of a document that have a place.

    Args:
        document: The document.

    Returns:
        Each once, in order of the text; of two that begin together, the one that holds the other comes first.
    """
    found: dict[str, Value] = {}
    for value in _values(document, "", ""):
        found.setdefault(value.pointer, value)
    return sorted(found.values(), key=lambda v: (v.places[0][0], -v.places[0][1], v.pointer.count("/")))


def fields_of(node: BaseModel) -> tuple[Field, ...]:
    """What a model says beside the models that it holds with places of their own; empty fields are left out."""
    return tuple(_fields(node, "", ""))


def value_at(document: BaseModel, pointer: str) -> Any:
    """The value at a JSON Pointer of a document, None where nothing stands there."""
    node: Any = document
    for key in pointer.split("/")[1:]:
        if isinstance(node, list):
            node = node[int(key)] if key.isdecimal() and int(key) < len(node) else None
        else:
            node = getattr(node, key, None)
    return node


@cache
def term_of(model: type[BaseModel], name: str) -> str:
    """The Chinese term of a field, by its description; its name where it has none."""
    terms = [term for term in _TERM.findall(model.model_fields[name].description or "") if any(c >= "一" for c in term)]
    return re.split(r"[,、，:： ]", terms[-1])[0] if terms else name


def _values(node: BaseModel, pointer: str, kind: str) -> Iterator[Value]:
    places = _places(node)
    if places:
        yield Value(pointer, kind, places, fields_of(node), getattr(node, "speaker", None))
    yield from _particulars(node, pointer)
    for name in type(node).model_fields:
        if name in _OF_THE_TEXT or name in _PLACES:
            continue
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _values(value, f"{pointer}/{name}", name)
        elif isinstance(value, list):
            for i, entry in enumerate(value):
                if isinstance(entry, BaseModel):
                    yield from _values(entry, f"{pointer}/{name}/{i}", name)


def _particulars(node: BaseModel, pointer: str) -> Iterator[Value]:
    """The scalars of a document, or an attached one, whose places its evidence tells."""
    evidence: Mapping[str, Span] = getattr(node, "evidence", {})
    for key, span in evidence.items():
        full = key if key.startswith(pointer + "/") else pointer + key
        owner = value_at(node, full.removeprefix(pointer).rpartition("/")[0])
        name = full.rpartition("/")[2]
        said = value_at(node, full.removeprefix(pointer))
        if isinstance(said, BaseModel):
            fields = fields_of(said)
        else:
            term = term_of(type(owner), name) if isinstance(owner, BaseModel) else name
            enumerated = isinstance(owner, BaseModel) and _is_enumerated(type(owner), name)
            fields = (Field(name, term, _shown(said), enumerated),)
        yield Value(full, PARTICULARS, ((span.start, span.end),), fields)


def _places(node: BaseModel) -> tuple[Extent, ...]:
    for name in ("parts", "spans"):
        spans = getattr(node, name, None)
        if isinstance(spans, list) and spans:
            return tuple((span.start, span.end) for span in spans)
    span = getattr(node, "span", None)
    return ((span.start, span.end),) if isinstance(span, Span) else ()


def _fields(node: BaseModel, prefix: str, term: str) -> Iterator[Field]:
    for name in type(node).model_fields:
        if name in _PLACES or name in _OF_THE_TEXT:
            continue
        value = getattr(node, name)
        own = term_of(type(node), name)
        full = f"{term} · {own}" if term else own
        if isinstance(value, BaseModel):
            if not _places(value):
                yield from _fields(value, f"{prefix}{name}.", full)
        elif isinstance(value, list):
            yield from _listed(value, prefix + name, full)
        elif value is not None and value != "":
            yield Field(prefix + name, full, _shown(value), isinstance(value, bool) or _is_enumerated(type(node), name))


def _listed(values: list[Any], name: str, term: str) -> Iterator[Field]:
    """A list: its members in words, unless they have places and fields of their own."""
    if not values or (isinstance(values[0], BaseModel) and _places(values[0])):
        return
    if isinstance(values[0], BaseModel):
        lines = tuple(" ".join(word for field in _fields(v, "", "") for word in field.values) for v in values)
        yield Field(name, term, lines)
    else:
        yield Field(name, term, tuple(word for value in values for word in _shown(value)))


@cache
def _is_enumerated(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields.get(name)
    kinds = (info.annotation, *get_args(info.annotation)) if info else ()
    return any(get_origin(kind) is Literal for kind in kinds)


def _shown(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(" ".join(_shown(entry)) if isinstance(entry, list) else str(entry) for entry in value)
    if isinstance(value, Decimal):
        return (f"{value:f}",)
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return (value.isoformat(),) if isinstance(value, date) else (str(value),)
