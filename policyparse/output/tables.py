"""Tables: one row for each thing found, with its document, JSON Pointer, quote and place.

A table holds the rows of one model (`Indicator` gives `indicators`); its columns are derived from the fields of that
model, as the JSON Schema is, so that nothing is written twice. What a model holds without a place of its own (a
period, a deadline) becomes columns with its field as prefix: `period_label`, `period_start`. Two tables hold the
rows of no model: `provisions` (each provision with its identifier, whole label and text) and `evidence`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from policyparse.model.arguments import expect_all
from policyparse.model.base import Span
from policyparse.model.briefing import NewsBriefing
from policyparse.model.content import AttachedDecision, AttachedOfficialDocument, Attachment, Content
from policyparse.model.decision import Decision
from policyparse.model.diagnostics import Diagnostic
from policyparse.model.document import Document, Repair
from policyparse.model.meeting import Attendee, Count, Meeting, Outcome, Proposal, Response, Visit
from policyparse.model.official import Appointment, Member, Point, Responsibility
from policyparse.model.official_document import OfficialDocument
from policyparse.model.page import Block, Section, Table
from policyparse.model.plan import Chain, Indicator, Industry, Initiative, Project
from policyparse.model.provisions import (
    Amendment,
    Amount,
    Annex,
    Article,
    Citation,
    Division,
    Item,
    LegislativeEvent,
    Norm,
    Paragraph,
    Sanction,
    Signature,
)
from policyparse.model.speech import Position, Speaker, Statement
from policyparse.output.edges import Edge
from policyparse.output.extensions import extensions_of
from policyparse.output.identifiers import version_id, work_id
from policyparse.output.provisions import Provision, attached_to, provisions_of

ColumnType: TypeAlias = Literal[
    "text", "integer", "decimal", "float", "boolean", "date", "timestamp", "texts", "integers", "grid"
]
"""Type of a column; `texts` is a list of texts, `integers` one of integers, `grid` a list of lists of texts."""

Row: TypeAlias = dict[str, Any]

MODELS: MappingProxyType[str, tuple[type[BaseModel], ...]] = MappingProxyType(
    {
        "documents": (
            Decision,
            OfficialDocument,
            Meeting,
            NewsBriefing,
            AttachedDecision,
            AttachedOfficialDocument,
        ),
        "sections": (Section,),
        "divisions": (Division,),
        "articles": (Article,),
        "paragraphs": (Paragraph,),
        "items": (Item,),
        "points": (Point,),
        "responsibilities": (Responsibility,),
        "norms": (Norm,),
        "sanctions": (Sanction,),
        "amounts": (Amount,),
        "citations": (Citation,),
        "amendments": (Amendment,),
        "events": (LegislativeEvent,),
        "appointments": (Appointment,),
        "members": (Member,),
        "attachments": (Attachment,),
        "annexes": (Annex,),
        "signatures": (Signature,),
        "speakers": (Speaker,),
        "positions": (Position,),
        "attendees": (Attendee,),
        "speech": (Statement, Proposal, Response),
        "outcomes": (Outcome,),
        "visits": (Visit,),
        "counts": (Count,),
        "indicators": (Indicator,),
        "industries": (Industry,),
        "chains": (Chain,),
        "projects": (Project,),
        "initiatives": (Initiative,),
        "tables": (Table,),
        "blocks": (Block,),
        "diagnostics": (Diagnostic,),
        "repairs": (Repair,),
    }
)
"""The models whose instances are the rows of each table."""

_TABLE_OF = {model: name for name, models in MODELS.items() for model in models}
_KEYS: dict[str, ColumnType] = {"document": "text", "pointer": "text", "parent": "text"}
_PLACE: dict[str, ColumnType] = {"quote": "text", "span_start": "integer", "span_end": "integer", "page": "integer"}
_EVIDENCE: dict[str, ColumnType] = {"document": "text", "pointer": "text", "origin": "text"}
_IDENTIFIERS: dict[str, ColumnType] = {"work_id": "text", "version_id": "text"}
_PROVISION: dict[str, ColumnType] = {
    "provision_id": "text",
    "title": "text",
    "label": "text",
    "place": "text",
    "text": "text",
}
_EXTENSION: dict[str, ColumnType] = {"kind": "text", "field": "text", "value": "text"}
_NO_COLUMN = frozenset({"digest", "evidence", "origins", "span", "spans", "parts", "schema_version"})
_RENAMED = {"on": "on_date", "pointer": "provision", "source": ""}
"""Fields that are a reserved word of SQL or a column of every table, and the name of their column.

The fields of `source` take no prefix; `provision` is the JSON Pointer of the provision that is meant.
"""

_SCALARS: dict[Any, ColumnType] = {
    str: "text",
    int: "integer",
    Decimal: "decimal",
    float: "float",
    bool: "boolean",
    date: "date",
    datetime: "timestamp",
}


_LISTS: dict[Any, ColumnType] = {str: "texts", int: "integers"}


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a model as its table takes it.

    Attributes:
        name: Name of the field.
        column: Name of its column, or prefix of its columns.
        kind: Type of its column; None where it holds other models.
        nested: The model whose fields become columns, None where it is a column or holds rows.
    """

    name: str
    column: str
    kind: ColumnType | None
    nested: type[BaseModel] | None


TABLES = (*MODELS, "provisions", "evidence", "extensions")
"""Every table.

`evidence` says where each scalar field stands or, where the text does not print it, its origin; `extensions` has what
document types of others found.
"""

EDGES = "edges"
"""The table of a store that `Store.link` fills; its rows need all documents of a corpus."""


@cache
def columns(table: str) -> dict[str, ColumnType]:
    """The columns of a table in order, with their types.

    Raises:
        KeyError: There is no such table.
    """
    if table == "evidence":
        return _EVIDENCE | _PLACE
    if table == "extensions":
        return _KEYS | _EXTENSION | _PLACE
    if table == EDGES:
        return {field.name: field.kind for field in _fields(Edge) if field.kind and field.name != "text"} | _PLACE
    if table == "provisions":
        return _KEYS | _PROVISION | _PLACE
    found = dict(_KEYS)
    if table == "documents":
        found |= _IDENTIFIERS
    if table == "speech":
        found["speech_kind"] = "text"
    for model in MODELS[table]:
        found |= _columns(model)
    return found | _PLACE


def rows(documents: Iterable[Document]) -> dict[str, list[Row]]:
    """All rows of documents, by table; each table has all of its columns in each row.

    The rows are plain dicts of str, int, Decimal, float, bool, date, datetime, list and None, which
    `pandas.DataFrame(rows(documents)["indicators"])` and `polars.DataFrame(…)` take as they are.

    Args:
        documents: Documents; those that were parsed with their text (`with_text=True`) have quotes.

    Returns:
        Every table of `TABLES`, empty ones too. `document` is the digest of the document, `pointer` the JSON Pointer
        of the row in it, `parent` that of the row that holds it; `span_start` and `span_end` are code points of the
        original text, half-open; `page` counts from 1. A timestamp is the time as printed, in China (+08:00).

    Raises:
        TypeError: What is given is no iterable of documents.
    """
    found: dict[str, list[Row]] = {table: [] for table in TABLES}
    for document in expect_all(documents, Document, "documents"):
        for table, row in document_rows(document):
            found[table].append(row)
    return found


def document_rows(document: Document) -> Iterator[tuple[str, Row]]:
    """The rows of one document, each after the name of its table; a row comes before the rows that it holds."""
    reading = Reading(document)
    yield from _rows_of(document, "", None, reading)
    for content, root in attached_to(document):
        for provision in provisions_of(content, document.digest, root):
            yield "provisions", _provision_row(provision, reading)
    for extension in extensions_of(document):
        keys = {"document": document.digest, "parent": "", "kind": document.kind}
        yield "extensions", keys | extension.columns() | reading.place(extension.span)


class Reading:
    """What every row of a document needs: its digest, its text and its pages."""

    def __init__(self, document: Document) -> None:
        self.digest = document.digest
        self.text = document.text
        paged = [(part.start, block.pages[0]) for block in document.blocks if block.pages for part in block.parts]
        self.starts, self.pages = [start for start, _ in paged], [page for _, page in paged]

    def inside(self, node: BaseModel, around: Span | None) -> Span | None:
        """The place of what has none of its own: where its text stands inside what holds it, else all of that."""
        words = getattr(node, "text", None)
        if around is None or isinstance(node, Diagnostic):
            return None
        if not isinstance(words, str) or self.text is None:
            return around
        at = self.text.find(words, around.start, around.end)
        return Span(start=at, end=at + len(words)) if at >= 0 else around

    def place(self, span: Span | None) -> Row:
        """The columns of a place."""
        if span is None:
            return dict.fromkeys(_PLACE)
        i = bisect_right(self.starts, span.start) - 1
        return {
            "quote": None if self.text is None else self.text[span.start : span.end],
            "span_start": span.start,
            "span_end": span.end,
            "page": self.pages[i] if i >= 0 else None,
        }


def _rows_of(
    node: BaseModel, pointer: str, parent: str | None, reading: Reading, around: Span | None = None
) -> Iterator[tuple[str, Row]]:
    table = _TABLE_OF.get(type(node)) or ("documents" if isinstance(node, Document) else None)
    span = _span(node, pointer) or reading.inside(node, around)
    if table is not None:
        row: Row = dict.fromkeys(columns(table))
        row |= {"document": reading.digest, "pointer": pointer, "parent": parent}
        if table == "speech":
            row["speech_kind"] = type(node).__name__.lower()
        if isinstance(node, Content):
            row |= {"work_id": work_id(node), "version_id": version_id(node)}
        row |= {column: value for column, value in _values(node, "").items() if column in row}
        row |= reading.place(span)
        yield table, row
        parent = pointer
        yield from _evidence_of(node, reading)
    holder = None if isinstance(node, Content) else span
    for field in type(node).model_fields:
        value = getattr(node, field)
        if isinstance(value, BaseModel):
            yield from _rows_of(value, f"{pointer}/{field}", parent, reading, holder)
        elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
            for i, entry in enumerate(value):
                yield from _rows_of(entry, f"{pointer}/{field}/{i}", parent, reading, holder)


def edge_row(edge: Edge, reading: Reading) -> Row:
    """The row of an edge."""
    values = {name: value for name, value in edge if name in columns(EDGES)}
    return values | reading.place(edge.span) | {"quote": edge.text}


def _provision_row(provision: Provision, reading: Reading) -> Row:
    return {
        "document": provision.document,
        "pointer": provision.pointer,
        "parent": provision.pointer.rsplit("/", 2)[0],
        "provision_id": provision.id,
        "title": provision.title,
        "label": provision.label,
        "place": provision.place or None,
        "text": provision.text,
        **reading.place(provision.span),
    }


def _evidence_of(node: BaseModel, reading: Reading) -> Iterator[tuple[str, Row]]:
    for pointer, span in getattr(node, "evidence", {}).items():
        keys = {"document": reading.digest, "pointer": pointer, "origin": None}
        yield "evidence", keys | reading.place(span)
    for pointer, origin in getattr(node, "origins", {}).items():
        keys = {"document": reading.digest, "pointer": pointer, "origin": origin}
        yield "evidence", keys | reading.place(None)


def _span(node: BaseModel, pointer: str) -> Span | None:
    """The place of a node; that of its title where it is a document, the first where it has several."""
    if isinstance(node, Content):
        return node.evidence.get(f"{pointer}/title")
    spans: Sequence[Span] = getattr(node, "spans", ())
    return getattr(node, "span", None) or (spans[0] if spans else None)


def _values(node: BaseModel, prefix: str) -> Row:
    found: Row = {}
    for field in _fields(type(node)):
        value = getattr(node, field.name)
        if field.nested is not None:
            if value is not None:
                found |= _values(value, f"{prefix}{field.column}")
        elif field.kind == "timestamp" and isinstance(value, date):
            day = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
            found[prefix + field.column] = day.replace(tzinfo=None)
        elif field.kind is not None:
            found[prefix + field.column] = value
    return found


@cache
def _columns(model: type[BaseModel]) -> dict[str, ColumnType]:
    found: dict[str, ColumnType] = {}
    for field in _fields(model):
        if field.nested is not None:
            found |= {field.column + name: kind for name, kind in _columns(field.nested).items()}
        elif field.kind is not None:
            found[field.column] = field.kind
    return found


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """The fields of a model that are columns of its table, or hold such fields."""
    found = []
    model.model_rebuild()  # what its fields hold is known when it is built, at its first use
    for name, info in model.model_fields.items():
        if name in _NO_COLUMN:
            continue
        column = _RENAMED.get(name, name)
        kinds = [kind for kind in _kinds(info.annotation) if kind is not NoneType]
        first = kinds[0]
        if isinstance(first, type) and issubclass(first, BaseModel):
            if first not in _TABLE_OF and first is not Span:
                found.append(_Field(name, f"{column}_" if column else "", None, first))
        elif get_origin(first) is list:
            inner = _kinds(get_args(first)[0])[0]
            if inner in _LISTS:
                found.append(_Field(name, column, _LISTS[inner], None))
            elif get_origin(inner) is list:
                found.append(_Field(name, column, "grid", None))
        elif first in _SCALARS:
            found.append(_Field(name, column, _SCALARS[datetime if datetime in kinds else first], None))
    return tuple(found)


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The types that an annotation allows; a literal counts as the type of its values."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kinds(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return tuple(kind for part in get_args(annotation) for kind in _kinds(part))
    if origin is Literal:
        return (type(get_args(annotation)[0]),)
    return (annotation,)
