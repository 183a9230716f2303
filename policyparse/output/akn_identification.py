"""Names and meta data of a document in Akoma Ntoso: FRBR levels, life cycle, references.

    work       ::= "/akn/" country "/" ("act" | "doc") "/" subtype ("/" actor)? ("/" date)? "/" (number | title)
    expression ::= work "/zho@" date

After the Akoma Ntoso Naming Convention 1.0 (OASIS, 2019). The country of a local body is that of its province
(`cn-tj`, ISO 3166-2); a law of the state names no actor. Names are IRIs: they keep Chinese characters.
"""

from datetime import date
from typing import TYPE_CHECKING

from policyparse.knowledge.fold import fold
from policyparse.language.regions import match_region
from policyparse.model.content import Content, DecisionContent
from policyparse.model.version import VERSION
from policyparse.output.identifiers import UNKNOWN, issuer_of, normalised, version_date, version_id, work_id
from policyparse.output.printable import printable

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCE = "#policyparse"
NO_DATE = "0001-01-01"
"""What stands for a date that the text does not give; the schema asks for one."""

_PROVINCES = dict(
    pair.split(":")
    for pair in (
        "11:bj 12:tj 13:he 14:sx 15:nm 21:ln 22:jl 23:hl 31:sh 32:js 33:zj 34:ah 35:fj 36:jx 37:sd 41:ha 42:hb 43:hn "
        "44:gd 45:gx 46:hi 50:cq 51:sc 52:gz 53:yn 54:xz 61:sn 62:gs 63:qh 64:nx 65:xj 71:tw 81:hk 82:mo"
    ).split()
)
"""ISO 3166-2:CN by the first digits of GB/T 2260."""

_EVENTS = {"amended": "amendment", "revised": "amendment", "repealed": "repeal"}


def country_of(document: Content) -> str:
    """`cn`, or the province of its issuer: `cn-tj`."""
    issuer = issuer_of(document)
    division = match_region(fold(issuer)) if issuer else None
    province = _PROVINCES.get(division.code[:2]) if division else None
    return f"cn-{province}" if province else "cn"


def work_date(document: Content) -> date | None:
    """The day on which the work was made: of its first adoption, else of its promulgation or issue."""
    if isinstance(document, DecisionContent):
        days = [event.on for event in document.history if event.on and event.action in ("adopted", "approved")]
        return min(days, default=None) or document.adopted_on or document.promulgated_on or version_date(document)
    return version_date(document)


def work_uri(document: Content) -> str:
    """The IRI of a document whatever its version."""
    kind = "act" if isinstance(document, DecisionContent) else "doc"
    day = work_date(document)
    issuer = issuer_of(document)
    of_the_state = isinstance(document, DecisionContent) and document.level in ("constitution", "law")
    parts = [
        country_of(document),
        kind,
        subtype_of(document),
        "" if of_the_state or not issuer else normalised(issuer),
        day.isoformat() if day else "",
        _number(document),
    ]
    return "/akn/" + "/".join(part for part in parts if part)


def expression_uri(document: Content) -> str:
    """The IRI of a document as it stood on the day of its last change."""
    day = version_date(document)
    return f"{work_uri(document)}/zho@{day.isoformat() if day else ''}"


def subtype_of(document: Content) -> str:
    """The instrument of a decision, the genre of an official document."""
    subtype: str = getattr(document, "instrument", None) or getattr(document, "genre", None) or document.kind
    return subtype


def _number(document: Content) -> str:
    number = getattr(document, "document_number", None) or getattr(document, "notice_number", None)
    return normalised(str(number)) if number else normalised(document.title or UNKNOWN)


def add_meta(parent: "_Element", document: Content, part: str = "") -> None:
    """Add the meta data of a document: identification, life cycle, references.

    Args:
        parent: The element of the document.
        document: The document.
        part: The eId under which it is attached to another, empty where it stands alone.
    """
    meta = add(parent, "meta")
    identification = add(meta, "identification", source=SOURCE)
    issuer = issuer_of(document)
    name = f"{part}__issuer" if part else "issuer"
    work, expression = work_uri(document), expression_uri(document)
    day, version = work_date(document), version_date(document)
    main = f"/!{part or 'main'}"
    author = f"#{name}" if issuer else SOURCE

    element = add(identification, "FRBRWork")
    _add_core(element, f"{work}{main}", work, work_id(document), day, author)
    add(element, "FRBRcountry", value=country_of(document))
    add(element, "FRBRsubtype", value=subtype_of(document))
    add(element, "FRBRnumber", value=_number(document))
    if document.title:
        add(element, "FRBRname", value=document.title)
    element = add(identification, "FRBRExpression")
    _add_core(element, f"{expression}{main}", expression, version_id(document), version or day, author)
    add(element, "FRBRlanguage", language="zho")
    element = add(identification, "FRBRManifestation")
    _add_core(element, f"{expression}{main}.xml", f"{expression}.xml", None, version or day, SOURCE)
    add(element, "FRBRformat", value="application/akn+xml")

    _add_life_cycle(meta, document)
    if issuer or not part:
        references = add(meta, "references", source=SOURCE)
        if issuer:
            href = f"/akn/ontology/organization/{country_of(document)}/{normalised(issuer)}"
            add(references, "TLCOrganization", eId=name, href=href, showAs=issuer)
        if not part:
            process = "/akn/ontology/process/policyparse"
            add(references, "TLCProcess", eId=SOURCE[1:], href=process, showAs=f"policyparse {VERSION}")


def _add_core(element: "_Element", this: str, uri: str, alias: str | None, on: date | None, author: str) -> None:
    """What every FRBR level has."""
    add(element, "FRBRthis", value=this)
    add(element, "FRBRuri", value=uri)
    if alias:
        add(element, "FRBRalias", name="policyparse", value=alias)
    add(element, "FRBRdate", date=on.isoformat() if on else NO_DATE, name="dated" if on else "undated")
    add(element, "FRBRauthor", href=author)


def _add_life_cycle(meta: "_Element", document: Content) -> None:
    """The first adoption, then what amends and repeals; approvals and days of entry into force are no steps of AKN."""
    if not isinstance(document, DecisionContent) or not document.history:
        return
    day = work_date(document)
    steps = [(event.on, _EVENTS[event.action]) for event in document.history if event.on and event.action in _EVENTS]
    steps = ([(day, "generation")] if day else []) + steps
    if steps:
        cycle = add(meta, "lifecycle", source=SOURCE)
        for on, kind in steps:
            add(cycle, "eventRef", date=on.isoformat(), source=SOURCE, type=kind)


def xml_text(text: str) -> str:
    """A text as XML holds it: control characters as their escapes."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\n\t" or ord(c) > 0x9F else printable(c) for c in _without_halves(text)
    )


def _without_halves(text: str) -> str:
    """A text without halves of surrogate pairs and the two code points that XML forbids."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in text)


def add(parent: "_Element", tag: str, text: str = "", **attributes: str) -> "_Element":
    """Add an element of Akoma Ntoso with its text and attributes."""
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    element.text = xml_text(text) or None
    for key, value in attributes.items():
        element.set(key, xml_text(value))
    return element
