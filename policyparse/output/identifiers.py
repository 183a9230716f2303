"""Identifiers of works, versions and provisions: the same in chunks, links and Akoma Ntoso.

    work      ::= "cn/" (region | issuer) "/" instrument "/" title      cn/120000/decision/某市…的决定
    version   ::= work "@" date                                         …@2022-03-30
    provision ::= version "#" eId                                       …@2022-03-30#art_12__para_2__point_1

The region is a GB/T 2260 code. An eId follows the Akoma Ntoso naming convention: articles carry no chapter, since 条
run through a statute; 之一 is `-1`, and a number that a damaged text repeats gets `.2`.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from policyparse.knowledge.fold import fold
from policyparse.language.regions import match_region
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.model.official import Point
from policyparse.model.provisions import Item

UNKNOWN = "unknown"
"""What stands where the text names no issuer or title."""

PREFIXES = {"part": "part", "subpart": "subpart", "chapter": "chp", "section": "sec"}
"""Prefix of a division's eId, by its kind; the kinds from the highest down."""

_LEFT_OUT = re.compile(r"[\s《》〈〉“”‘’\"'/#@]")


def work_id(document: Content) -> str:
    """The identifier of a document whatever its version: issuer, instrument and title say which work it is.

    Args:
        document: A document, or one that is attached to another.
    """
    issuer = issuer_of(document)
    division = match_region(fold(issuer)) if issuer else None
    authority = division.code if division else normalised(issuer or UNKNOWN)
    instrument = getattr(document, "instrument", None) or getattr(document, "genre", None) or document.kind
    return f"cn/{authority}/{instrument}/{normalised(document.title or UNKNOWN)}"


def version_id(document: Content) -> str:
    """The identifier of a document as it stood on the day of its last change; without a date that of the work."""
    day = version_date(document)
    return work_id(document) + (f"@{day.isoformat()}" if day else "")


def version_date(document: Content) -> date | None:
    """The day of the last change that a document tells of, else of its promulgation, issue or publication."""
    if isinstance(document, DecisionContent):
        changes = [e.on for e in document.history if e.on and e.action in ("amended", "revised", "adopted", "approved")]
        return max(changes, default=None) or document.promulgated_on or document.adopted_on or document.effective_on
    if isinstance(document, OfficialContent):
        return document.issued_on or document.adopted_on
    published = document.source.published_at if isinstance(document, Document) else None
    return date(published.year, published.month, published.day) if published else None


def provision_ids(document: Content) -> dict[str, str]:
    """The eId of each division, article, paragraph, item and point, by JSON Pointer from the document itself."""
    found: dict[str, str] = {}
    if isinstance(document, DecisionContent):
        open_divisions: dict[str, str] = {}
        kinds = list(PREFIXES)
        divisions = _Names()
        for i, division in enumerate(document.divisions):
            level = kinds.index(division.kind)
            open_divisions = {kind: eid for kind, eid in open_divisions.items() if kinds.index(kind) < level}
            above = next(reversed(open_divisions.values()), None)
            eid = f"{above}__" if above else ""
            eid += f"{PREFIXES[division.kind]}_{division.number}"
            open_divisions[division.kind] = found[f"/divisions/{i}"] = divisions.take(eid)
        articles = _Names()
        for i, article in enumerate(document.articles):
            number = f"{article.number}-{article.suffix}" if article.suffix else str(article.number)
            eid = articles.take(f"art_{number}")
            found[f"/articles/{i}"] = eid
            for j, paragraph in enumerate(article.paragraphs):
                pointer = f"/articles/{i}/paragraphs/{j}"
                found[pointer] = f"{eid}__para_{j + 1}"
                _add_items(found, pointer, found[pointer], paragraph.items, "point")
    if isinstance(document, OfficialContent):
        _add_points(found, "/points", "", document.points)
    return found


def _add_items(found: dict[str, str], pointer: str, above: str, items: Iterable[Item], name: str) -> None:
    names = _Names()
    for i, item in enumerate(items):
        eid = names.take(f"{above}__{name}_{item.number}")
        found[f"{pointer}/items/{i}"] = eid
        _add_items(found, f"{pointer}/items/{i}", eid, item.items, "indent")


def _add_points(found: dict[str, str], pointer: str, above: str, points: Iterable[Point]) -> None:
    names = _Names()
    for i, point in enumerate(points):
        eid = names.take(f"{above}point_{point.number}")
        found[f"{pointer}/{i}"] = eid
        _add_points(found, f"{pointer}/{i}/points", f"{eid}__", point.points)


class _Names:
    """Names given out once each; one that is asked for again gets `.2`, `.3`."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The name, or the next free one after it."""
        given = name
        while given in self._last:
            self._last[name] += 1
            given = f"{name}.{self._last[name]}"
        self._last[given] = 1
        return given


def issuer_of(document: Content) -> str | None:
    """The body that a document is of: its issuer, the first of several, or its publisher."""
    if isinstance(document, DecisionContent):
        return document.issuer
    if isinstance(document, OfficialContent):
        return document.issuers[0] if document.issuers else None
    return document.source.publisher if isinstance(document, Document) else None


def normalised(text: str) -> str:
    """A name as a part of an identifier: without width, white space, brackets of titles and quotation marks."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))
