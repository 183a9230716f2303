"""What a page lights in a document, as numbered entries with their marks: values, findings, repairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policyparse.model.base import Extent
from policyparse.model.codes import catalogue
from policyparse.model.diagnostics import Diagnostic
from policyparse.model.document import Document, Repair
from policyparse.output.messages import Language, translate
from policyparse.output.review.kinds import DIAGNOSTICS, GROUPS, REPAIRS, STRUCTURE, group_of
from policyparse.output.review.text import Mark
from policyparse.output.review.values import Field, find_values
from policyparse.output.review.words import words_of
from policyparse.repair.cleaning import Change, clean
from policyparse.source.source_text import SourceText

_SAID = ("code", "severity", "title", "message", "reason", "remedy")

LONG = 120
"""Length above which a stretch is lit softly, in characters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a page lights and tells about.

    Attributes:
        pointer: Its JSON Pointer in the document.
        kind: Its kind: the field that holds it, `diagnostics`, `repairs`.
        places: The stretches of the text where it stands; none where it has no place.
        fields: What it says.
        speaker: Who says it, where it is speech.
        severity: How much it matters, where it is a finding.
        after: What a repair puts at each of its places.
    """

    pointer: str
    kind: str
    places: tuple[Extent, ...]
    fields: tuple[Field, ...]
    speaker: str | None = None
    severity: str | None = None
    after: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The group of its kind."""
        return DIAGNOSTICS if self.kind == DIAGNOSTICS else group_of(self.kind)


def find_entries(document: Document, source: SourceText, language: Language) -> list[Entry]:
    """Everything that a page tells about a document, in order of the text; what has no place comes last.

    Args:
        document: The document.
        source: The text in which its spans count.
        language: Language of what is said about findings.
    """
    found = [Entry(v.pointer, v.kind, v.places, v.fields, v.speaker) for v in find_values(document)]
    found += [_finding(pointer, d, language) for pointer, d in all_findings(document)]
    found += _repairs(document, source, language)
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[bool, int, int, int]:
    start, end = entry.places[0] if entry.places else (0, 0)
    return not entry.places, start, -end, entry.pointer.count("/")


def all_findings(document: Document) -> Iterator[tuple[str, Diagnostic]]:
    """The findings about a document and about what is attached to it, each with its JSON Pointer."""

    def below(node: Any, pointer: str) -> Iterator[tuple[str, Diagnostic]]:
        yield from ((f"{pointer}/diagnostics/{i}", d) for i, d in enumerate(node.diagnostics))
        for i, attachment in enumerate(getattr(node, "attachments", ())):
            if attachment.document is not None:
                yield from below(attachment.document, f"{pointer}/attachments/{i}/document")

    return below(document, "")


def _finding(pointer: str, diagnostic: Diagnostic, language: Language) -> Entry:
    said = {"code": diagnostic.code, "severity": diagnostic.severity, "title": diagnostic.code}
    message = diagnostic.message
    code = catalogue().get(diagnostic.code)  # a result may have a code of another version
    if code is not None and language == "zh":
        message = translate(diagnostic.code, message)
        said |= {"title": code.title_zh, "reason": code.reason_zh, "remedy": code.remedy_zh}
    elif code is not None:
        said |= {"title": code.title, "reason": code.reason, "remedy": code.remedy}
    said["message"] = message
    places = ((diagnostic.span.start, diagnostic.span.end),) if diagnostic.span else ()
    fields = tuple(Field(name, name, (said[name],)) for name in _SAID if name in said)
    return Entry(pointer, DIAGNOSTICS, places, fields, severity=diagnostic.severity)


def _repairs(document: Document, source: SourceText, language: Language) -> Iterator[Entry]:
    """The repairs, with every place and what stands there afterwards, as cleaning the text again tells."""
    changes: dict[str, list[Change]] = {repair.rule: [] for repair in document.repairs}
    if changes:
        for change in clean(source).changes:
            if change.rules[0] in changes:
                changes[change.rules[0]].append(change)
    for i, repair in enumerate(document.repairs):
        places = tuple((c.span.start, c.span.end) for c in changes[repair.rule])
        after = tuple(c.after for c in changes[repair.rule])
        if not places:
            places = tuple((span.start, span.end) for span in repair.spans)
        yield Entry(f"/repairs/{i}", REPAIRS, places, _of_repair(repair, language), after=after)


def _of_repair(repair: Repair, language: Language) -> tuple[Field, ...]:
    name = words_of(language)["rules"].get(repair.rule, repair.rule.replace("_", " "))
    return (
        Field("rule", "规则", (name,) if language == "en" else (name, repair.rule)),
        Field("count", "次数", (str(repair.count),)),
        Field("confidence", "置信度", (f"{repair.confidence:g}",)),
        Field("before", "修复前", (repair.before,)),
        Field("after", "修复后", (repair.after,)),
    )


def marks_of(entries: list[Entry]) -> list[Mark]:
    """The marks of entries, which are numbered as they stand."""
    return [mark for index, entry in enumerate(entries) for mark in _marks(index, entry)]


def _marks(index: int, entry: Entry) -> Iterator[Mark]:
    group = entry.group
    style = f"f {entry.severity}" if group == DIAGNOSTICS else f"g{list(GROUPS).index(group) + 1}"
    for i, (start, end) in enumerate(entry.places):
        if start > end:
            continue  # a result that somebody wrote by hand
        long = " long" if end - start > LONG else ""
        after = (entry.after[i] if i < len(entry.after) else "") if group == REPAIRS else None
        yield Mark(start, end, index, style + long, None if i else entry.pointer, after, group == STRUCTURE)
