"""The document types: ours in the order in which they are asked, then those of others that are named."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from policyparse.documents.briefing import BRIEFING
from policyparse.documents.decision import DECISION
from policyparse.documents.document_type import DocumentType
from policyparse.documents.meeting import MEETING
from policyparse.documents.official_document import OFFICIAL_DOCUMENT
from policyparse.model.document import Document
from policyparse.model.errors import UnknownKind, UnusableExtension
from policyparse.model.extensions import TYPES_GROUP, load_extension, registered
from policyparse.model.json_schema import ANY_KIND
from policyparse.model.kinds import KINDS

AnyType: TypeAlias = DocumentType[Any]

NamedType: TypeAlias = str | AnyType
"""A document type of others: the name that its package registers, or the type itself."""

DOCUMENT_TYPES: tuple[AnyType, ...] = (
    DECISION,  # lays down rules
    OFFICIAL_DOCUMENT,  # has the form of any other official document
    MEETING,  # its title names a meeting
    BRIEFING,  # any other prose
)


def document_types(named: Iterable[NamedType] = ()) -> tuple[AnyType, ...]:
    """The document types that take part: ours, then those of others that are named.

    Args:
        named: Those of others; one that is named twice is taken once.

    Raises:
        UnknownKind: No package registers such a name.
        UnusableExtension: A type cannot be imported, does not fit the contract, or has the kind of another.
        TypeError: What is named is no list of names and types.
    """
    if not named:
        return DOCUMENT_TYPES
    if isinstance(named, str | DocumentType):
        raise TypeError(f"types must be a list, not {type(named).__name__}; write types=[…]")
    found = list(DOCUMENT_TYPES)
    for name in named:
        document_type = _named(name)
        same = next((other for other in found if other.kind == document_type.kind), None)
        if same is None:
            found.append(document_type)
        elif same is not document_type:
            raise UnusableExtension(
                f"the kind {document_type.kind!r} is taken twice ({_model(same)}, {_model(document_type)}); "
                "give the type another kind"
            )
    return tuple(found)


def document_type_of(kind: NamedType, types: Iterable[NamedType] = ()) -> AnyType:
    """The document type of a kind.

    Args:
        kind: Its name, or the type itself.
        types: Those of others that take part; a kind that is registered takes part by being named.

    Raises:
        UnknownKind: There is none.
        UnusableExtension: It cannot be imported, does not fit the contract, or has the kind of another.
        TypeError: It is neither a name nor a type.
    """
    taking_part = document_types(types)
    if not isinstance(kind, str | DocumentType):
        raise _unknown(kind)
    if isinstance(kind, str):
        for document_type in taking_part:
            if document_type.kind == kind:
                return document_type
        if kind not in registered(TYPES_GROUP):
            raise _unknown(kind)
    return next(t for t in document_types([*taking_part, kind]) if kind in (t.kind, t))


def models_of(types: Iterable[NamedType] = ()) -> list[type[Document]]:
    """The models of the document types that take part, in order."""
    return [document_type.model for document_type in document_types(types)]


def _named(name: object) -> AnyType:
    if isinstance(name, DocumentType):
        _check(name)
        return name
    if not isinstance(name, str):
        raise TypeError(f"a document type is named by a str or a DocumentType, not {type(name).__name__}")
    if name in KINDS:
        return DOCUMENT_TYPES[KINDS.index(name)]
    found: AnyType = load_extension(TYPES_GROUP, name, DocumentType, lambda: _unknown(name, "; or install its package"))
    _check(found)
    if found.kind != name:
        raise UnusableExtension(f"{name!r} is the document type {found.kind!r}; register it under the name of its kind")
    return found


def _unknown(name: str, remedy: str = "") -> UnknownKind:
    known = ", ".join([*KINDS, *registered(TYPES_GROUP)])
    return UnknownKind(f"there is no kind {name!r}; choose one of {known}{remedy}", {})


def _check(document_type: AnyType) -> None:
    """See that a type fits the contract.

    Raises:
        UnusableExtension: It does not.
    """
    kind, model = document_type.kind, document_type.model
    if document_type in DOCUMENT_TYPES:
        return
    wrong = None
    if not (isinstance(kind, str) and kind.isidentifier() and kind.islower()) or kind == ANY_KIND:
        wrong = "its kind must be a name of small letters, such as report"
    elif not (isinstance(model, type) and issubclass(model, Document)):
        wrong = "its model must extend policyparse.Document"
    elif "kind" not in model.model_fields or model.model_fields["kind"].default != kind:
        wrong = f'its model needs the field kind: Literal["{kind}"] = "{kind}"'
    elif not document_type.readers:
        wrong = "it has no readers"
    if wrong is not None:
        raise UnusableExtension(f"the document type {kind!r} cannot be used: {wrong}")


def _model(document_type: AnyType) -> str:
    return f"{document_type.model.__module__}.{document_type.model.__name__}"
