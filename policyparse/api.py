"""The whole way: read ▸ repair ▸ layout ▸ detect ▸ parse ▸ check ▸ ground."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from os import PathLike
from types import NoneType
from typing import Any

from pydantic import ValidationError

from policyparse.documents.attached import parse_attached
from policyparse.language import names_model as names
from policyparse.model.arguments import expect
from policyparse.model.base import Draft, Extent
from policyparse.model.decimals import own_decimals
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.document import Document
from policyparse.model.errors import UnknownKind, UnreadableInput, UnusableExtension
from policyparse.model.json_schema import ANY_KIND, schema_of, schema_of_any
from policyparse.model.metadata import Metadata
from policyparse.model.page import BlockDraft
from policyparse.model.steps import counted_steps
from policyparse.model.version import VERSION
from policyparse.official.linked_files import link_files
from policyparse.page.accounting import account
from policyparse.page.layout import Page, lay_out
from policyparse.page.origins import settle_particulars
from policyparse.page.settlement import settle_roles
from policyparse.registry import (
    DOCUMENT_TYPES,
    AnyType,
    NamedType,
    document_type_of,
    document_types,
    models_of,
)
from policyparse.repair import repair
from policyparse.repair.cleaning import CleanText
from policyparse.repair.cleaning import clean as clean_source
from policyparse.repair.damage import check_damage
from policyparse.source.edits import RepairedText
from policyparse.source.file_reader import NamedReader
from policyparse.source.formats import read, read_text
from policyparse.source.limits import Limits
from policyparse.source.source_text import SourceText

NARROW = 0.15
"""Difference of two scores below which the choice of a kind is narrow."""

_USUAL_LIMITS = Limits()
"""What bounds a parse for which the caller names no limits."""

FIT = 0.2
"""A page that fits no kind at least so well is of no kind."""


@contextmanager
def _without_collection() -> Iterator[None]:
    """Let cyclic garbage collection rest, and leave it as it was.

    A document is a tree of thousands of small objects, and a parse leaves no cycles: to look through them again and
    again while the tree grows took a quarter of the time of a statute.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_without_collection()
@own_decimals()
def parse(
    document: str | bytes | PathLike[str] | SourceText,
    *,
    kind: NamedType | None = None,
    types: Iterable[NamedType] = (),
    readers: Iterable[NamedReader] = (),
    reference_date: date | None = None,
    metadata: Metadata | None = None,
    names_model: bool = False,
    with_text: bool = False,
    limits: Limits | None = None,
) -> Document:
    """Parse one document.

    Args:
        document: The text itself (str), its bytes, the path of a file, or what `read` returned.
        kind: `decision`, `official_document`, `meeting`, `briefing`, the name of a document type of others, or a
            `DocumentType`; detected where it is not given.
        types: Document types of others that take part in the detection: names under which installed packages register
            them (`policyparse.document_types`), or `DocumentType`s. What is not named never takes part.
        readers: Readers of others for formats of files, likewise (`policyparse.readers`), or `FileReader`s.
        reference_date: “Today” for 今年, 29日, 近日 where the text has no date of its own.
        metadata: What the caller knows of the document; it goes before what the text prints, and where the two
            disagree a diagnostic says so.
        names_model: Find persons that stand with no office as well, with the model of the extra `ner`; where it is
            not installed a diagnostic says so.
        with_text: Keep the text in which all spans count in the field `text`.
        limits: Bounds for a text or a file from a stranger, see `Limits` and `read`.

    Returns:
        A `Decision`, `OfficialDocument`, `Meeting`, `NewsBriefing`, or what a type of others gives; same input and
        arguments, same result.

    Raises:
        UnreadableInput: No text: empty, binary, missing, or of a format without its reader; or larger than the limits.
        UnknownKind: `kind` or one of `types` does not exist, or no kind fits.
        UnusableExtension: A type or a reader of others does not fit its contract.
        TypeError: An argument is of none of these types.
    """
    taking_part = document_types(types)
    forced = None if kind is None else document_type_of(kind, taking_part)
    today = _day(reference_date)
    expect(metadata, (Metadata, NoneType), "metadata")
    expect(limits, (Limits, NoneType), "limits")
    source = source_of(document, limits, readers)
    bounds = limits or _USUAL_LIMITS
    _check_length(source, bounds)
    with counted_steps(bounds.max_steps):
        return _parsed(source, forced, taking_part, today, metadata, names_model=names_model, with_text=with_text)


def _check_length(source: SourceText, limits: Limits) -> None:
    """Refuse a text that is longer than the limit."""
    if limits.max_chars is not None and len(source.text) > limits.max_chars:
        raise UnreadableInput(
            f"the text has {len(source.text)} characters, more than {limits.max_chars}; "
            "give its documents one by one, or allow more with limits=Limits(max_chars=…)"
        )


def _parsed(
    source: SourceText,
    forced: AnyType | None,
    taking_part: Sequence[AnyType],
    today: date | None,
    metadata: Metadata | None,
    *,
    names_model: bool,
    with_text: bool,
) -> Document:
    """The document of a text; the arguments are those of `parse`, checked."""
    diagnostics = Diagnostics()
    for code, message in source.notes:
        diagnostics.add(code, message)
    repaired = repair(source, diagnostics)
    page = lay_out(repaired, diagnostics, metadata)
    if names_model and names.is_installed():
        page.names = tuple(names.find_names(page.folded))
    document_type = forced or detect(page, diagnostics, taking_part)
    draft = document_type.parse(page, today, diagnostics)
    parse_attached(draft, today)
    document_type.check(page, draft, diagnostics)
    if draft.get("title"):
        diagnostics.withdraw("PP201")  # the layout knew no title, but the readers did
    settle_particulars(page, draft, document_type.model.model_fields, diagnostics)
    settle_roles(page, draft, repaired, diagnostics, claims_body=document_type.claims_body)
    check_damage(draft, repaired, diagnostics)
    blocks = account(page, repaired)
    grounded = ground(draft, repaired, diagnostics)
    kept = {
        "blocks": ground_blocks(blocks, source),
        "text": source.text if with_text else None,
        "source_digest": source.source_digest,
        "produced_by": f"policyparse {VERSION}, {source.format}",
    }
    whole = grounded | kept
    if source.links and "attachments" in document_type.model.model_fields:
        link_files(whole, source.links)
    return _validated(whole, document_type)


def _validated(whole: Draft, document_type: AnyType) -> Document:
    """The document of a draft.

    Raises:
        UnusableExtension: The readers of a type of others build what its model does not take.
    """
    try:
        return document_type.model.model_validate(whole)
    except ValidationError as error:
        if document_type in DOCUMENT_TYPES:
            raise
        first = error.errors()[0]
        place = "/".join(str(part) for part in first["loc"])
        raise UnusableExtension(
            f"the readers of the document type {document_type.kind!r} built what its model does not take "
            f"(/{place}: {first['msg']}); correct them"
        ) from error


def clean(document: str | bytes | PathLike[str] | SourceText) -> CleanText:
    """Repair a document's text and parse nothing.

    Args:
        document: The text itself (str), its bytes, the path of a file, or what `read` returned.

    Returns:
        The repaired text, the changes, and the way back from it to the original.

    Raises:
        UnreadableInput: No text: empty, binary, too large, missing, or of a format without its reader.
        TypeError: The argument is of none of these types.
    """
    return clean_source(source_of(document))


def detect(page: Page, diagnostics: Diagnostics, types: Sequence[AnyType] = DOCUMENT_TYPES) -> AnyType:
    """Choose the document type that fits a page best, the earlier of two that fit alike.

    Args:
        page: The page.
        diagnostics: Takes a choice that is narrow, with both scores.
        types: The document types that take part.

    Raises:
        UnknownKind: No kind fits.
    """
    scores = {document_type.kind: round(document_type.score(page), 3) for document_type in types}
    best, second, *_ = sorted(types, key=lambda t: scores[t.kind], reverse=True)
    if scores[best.kind] < FIT:
        listed = ", ".join(f"{kind} {score}" for kind, score in scores.items())
        raise UnknownKind(f"no kind fits ({listed}); force one of them", scores)
    if scores[second.kind] >= FIT and scores[best.kind] - scores[second.kind] < NARROW:
        first, next_best = scores[best.kind], scores[second.kind]
        message = f"the page fits two kinds almost alike: {best.kind} {first} and {second.kind} {next_best}"
        diagnostics.add("PP208", message)
    return best


def json_schema(kind: str, types: Iterable[NamedType] = ()) -> dict[str, Any]:
    """JSON Schema 2020-12 of a kind's documents as they are written to JSON.

    Args:
        kind: `decision`, `official_document`, `meeting`, `briefing`, or `document` for any of them; or the kind of
            a type of others.
        types: Document types of others that take part, as in `parse`.

    Raises:
        UnknownKind: There is no such kind.
        UnusableExtension: A type of others does not fit its contract, or two models have one name.
    """
    if kind == ANY_KIND:
        return schema_of_any(models_of(types))
    return schema_of(document_type_of(kind, types).model)


def ground(draft: Draft, repaired: RepairedText, diagnostics: Diagnostics) -> Draft:
    """Lead every place of a draft back to the original text, and add repairs, diagnostics and digest.

    The draft is used up: its entries are changed in place.
    """

    def span(extent: Extent) -> Draft:
        start, end = repaired.source_extent(*extent)
        return {"start": start, "end": end}

    grounded = dict(draft)
    evidence = grounded.pop("evidence", {})
    _ground_spans(grounded, span)
    grounded["evidence"] = {pointer: span(extent) for pointer, extent in evidence.items()}
    grounded["repairs"] = [r.as_draft() for r in repaired.repairs]
    grounded["diagnostics"] = [
        {
            "code": f.code,
            "severity": f.severity,
            "message": f.message,
            "span": f.extent and ({"start": f.extent[0], "end": f.extent[1]} if f.in_source else span(f.extent)),
        }
        for f in diagnostics.findings
    ]
    grounded["digest"] = repaired.source.digest
    return grounded


def ground_blocks(blocks: list[BlockDraft], source: SourceText) -> list[Draft]:
    """Blocks as the model takes them, with the pages of their parts; their places already count in the original."""
    return [
        {
            **block,
            "span": _span(block["span"]),
            "parts": [_span(part) for part in block["parts"]],
            "pages": source.pages(block["parts"]),
        }
        for block in blocks
    ]


def _span(extent: Extent) -> Draft:
    return {"start": extent[0], "end": extent[1]}


def _ground_spans(node: Draft, span: Callable[[Extent], Draft]) -> None:
    """Replace, in a node of a draft and all below it, the places by spans."""
    for key, value in node.items():
        kind = type(value)
        if kind is tuple:
            if key == "span":
                node[key] = span(value)
        elif kind is dict and key == "evidence":
            node[key] = {pointer: span(extent) for pointer, extent in value.items()}
        elif kind is dict:
            _ground_spans(value, span)
        elif kind is list:
            for i, entry in enumerate(value):
                if type(entry) is dict:
                    _ground_spans(entry, span)
                elif type(entry) is tuple:
                    value[i] = span(entry)


def source_of(document: object, limits: Limits | None = None, readers: Iterable[NamedReader] = ()) -> SourceText:
    """The text of what `parse` takes.

    Args:
        document: A text, bytes, a path or what `read` returned.
        limits: Bounds for a file from a stranger.
        readers: Readers of others that take part.

    Raises:
        UnreadableInput: No text can be read.
        TypeError: It is none of these.
    """
    match document:
        case SourceText():
            return document
        case str():
            return read_text(document)
        case bytes() | PathLike():
            return read(document, limits=limits, readers=readers)
    raise TypeError(f"document must be str, bytes, a path or a SourceText, not {type(document).__name__}")


def _day(reference_date: object) -> date | None:
    match reference_date:
        case datetime():
            return reference_date.date()
        case date() | None:
            return reference_date
    raise TypeError(f"reference_date must be a date, not {type(reference_date).__name__}")
