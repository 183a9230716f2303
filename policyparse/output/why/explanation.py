"""Why a document has a value: the text is parsed again while its rules are watched."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Any

from policyparse.api import parse, source_of
from policyparse.knowledge.trace import Trace, tracing
from policyparse.model.arguments import expect
from policyparse.model.base import Extent, Span
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.lines import Lines
from policyparse.output.pointers import keys_of, pointer_of, step_into, value_at
from policyparse.output.why.evidence import Evidence, Recorded
from policyparse.output.why.model import Mended, Reason, Why
from policyparse.output.why.sources import reader_of, reason_of_form
from policyparse.registry import AnyType, NamedType, document_type_of, document_types
from policyparse.repair.cleaning import clean
from policyparse.source.file_reader import NamedReader
from policyparse.source.source_text import SourceText

_PLACE = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
_REACH = 200
"""How far in front of what holds a value its words may stand, in characters."""

_DOCUMENT = ("attachments", "document")
"""Keys that lead to an attached document, with a number between them."""


def why(
    document: str | bytes | PathLike[str] | SourceText,
    pointer: str,
    *,
    kind: NamedType | None = None,
    types: Iterable[NamedType] = (),
    readers: Iterable[NamedReader] = (),
    **options: Any,
) -> Why:
    """Say why a document has a value: the rules behind it, its place, and the repairs that touched it.

    The document is parsed again, and the rules of this process are watched while that goes on; a usual parse is not.

    Args:
        document: What `parse` takes.
        pointer: JSON Pointer of the value, `/articles/0/norms/1/bearer`; or a place, `LINE:COLUMN`, of which is told
            which rules decided there.
        kind: As in `parse`.
        types: As in `parse`.
        readers: As in `parse`.
        **options: Further arguments of `parse`.

    Returns:
        What is known of the value.

    Raises:
        PolicyParseError: There is no such value, with the nearest that exists; or the document cannot be parsed.
    """
    expect(pointer, str, "pointer")
    place = _PLACE.fullmatch(pointer)
    keys = [] if place else keys_of(pointer)
    taking_part = document_types(types)  # the patterns of others are there before they are watched
    source = source_of(document, readers=readers)
    parse(source, kind=kind, types=taking_part, **options)  # what is loaded at its first use is loaded
    with tracing(_Look(keys)) as trace:
        parsed = parse(source, kind=kind, types=taking_part, **options)
    known = taking_part if kind is None else (document_type_of(kind, taking_part),)
    explained = _Explained(source, parsed, trace, known)
    if place:
        return explained.of_place(pointer, int(place[1]), int(place[2]))
    return explained.of_value(keys)


class _Look:
    """Sees in a draft the value at a pointer, told by its words; also in the draft of an attached document."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.tails = [keys]
        while len(keys) > 3 and (keys[0], keys[2]) == _DOCUMENT:
            keys = keys[3:]
            self.tails.append(keys)

    def __call__(self, draft: Mapping[str, Any]) -> tuple[str | None, ...]:
        return tuple(self._value(draft, keys) for keys in self.tails)

    def _value(self, draft: Mapping[str, Any], keys: Sequence[str]) -> str | None:
        node: Any = draft
        for key in keys:
            found, node = step_into(node, key)
            if not found:
                return None
        return repr(node)


def _own_place(node: Any) -> dict[str, int] | None:
    """The place of an entry, or of the first of a list."""
    node = node[0] if isinstance(node, list) and node else node
    if not isinstance(node, dict):
        return None
    spans = node.get("spans") or [None]
    found: dict[str, int] | None = node.get("span") or spans[0]
    return found


class _Explained:
    def __init__(self, source: SourceText, document: Document, trace: Trace, types: Sequence[AnyType]) -> None:
        self.source, self.document, self.trace, self.types = source, document, trace, types
        self.cleaned = clean(source)
        self.content = json.loads(document.model_dump_json())

    def of_value(self, keys: Sequence[str]) -> Why:
        """What is known of a value."""
        value = value_at(self.content, keys)
        pointer = pointer_of(keys)
        span = self._span(keys, value)
        made = self._made_by(keys)
        region = None if span is None else self._repaired(span)
        found = self._told(pointer, value, span)
        if value is None or value == []:
            return found
        evidence = Evidence(self.trace, region, value)
        step = None if made is None else self.trace.steps[made]
        reasons = self._form() if keys == ["kind"] else evidence.reasons(self._recorded(made, made))
        return found.model_copy(
            update={
                "origin": self.document.origins.get(pointer),
                "reader": reader_of(step.reader, step.kind) if step and step.reader else None,
                "reasons": reasons or self._earlier(evidence, keys, made),
            }
        )

    def _earlier(self, evidence: Evidence, keys: Sequence[str], made: int | None) -> list[Reason]:
        """What decided before the reader ran that took the value over; else about what holds the value."""
        if evidence.region is None:
            return []
        found = evidence.reasons(self._recorded(0, made))
        found = [reason for reason in found if reason.kind == "pattern" or made is None]
        around = self._span(keys[:-1], None)
        if found or around is None:
            return found
        return Evidence(self.trace, self._repaired(around), evidence.value).reasons(self._recorded(made, made))

    def _form(self) -> list[Reason]:
        """The form by which the kind was known, with the scores of all."""
        page = self.trace.pages[0]
        scores = ", ".join(f"{one.kind} {one.score(page):.2f}" for one in self.types)
        chosen = next(one for one in self.types if one.kind == self.document.kind)
        return [reason_of_form(chosen.score, chosen.kind, scores)]

    def of_place(self, name: str, line: int, column: int) -> Why:
        """Which rules decided at a place, whatever became of it."""
        starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.source.text))]
        offset = starts[line - 1] + column - 1 if 0 < line <= len(starts) and column else len(self.source.text)
        if offset >= (starts[line] if line < len(starts) else len(self.source.text)):
            raise PolicyParseError(f"there is no place {name} in the text, which has {len(starts)} lines")
        span = Span(start=offset, end=offset + 1)
        everything = Recorded(self.trace.matches, self.trace.decisions)
        reasons = Evidence(self.trace, self._repaired(span), None).reasons(everything)
        return self._told(name, None, span).model_copy(update={"reasons": reasons})

    def _told(self, pointer: str, value: Any, span: Span | None) -> Why:
        if span is None:
            return Why(pointer=pointer, value=value)
        place = Lines(self.source.text).place(span.start)
        return Why(
            pointer=pointer,
            value=value,
            span=span,
            line=place.line,
            column=place.column,
            quote=self.source.text[span.start : span.end],
            repairs=[
                Mended(
                    rules=list(change.rules),
                    before=change.before,
                    after=change.after,
                    confidence=change.confidence,
                    span=change.span,
                )
                for change in self.cleaned.changes
                if change.span.start < span.end and span.start < max(change.span.end, change.span.start + 1)
            ],
            diagnostics=[
                found
                for found in self.document.diagnostics
                if found.span and found.span.start < span.end and span.start < found.span.end
            ],
        )

    def _span(self, keys: Sequence[str], value: Any) -> Span | None:
        """The place of a value: its own, else its words inside or in front of that of what holds it, else that."""
        around: list[Span] = []
        for end in range(len(keys), 0, -1):
            own = self._evidence(keys[:end]) or _own_place(value_at(self.content, keys[:end]))
            if own is not None and end == len(keys):
                return Span(**own)
            if own is not None:
                around.append(Span(**own))
        words = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        for span in around if words else ():
            near = around[0].start
            at = self.source.text.find(words, near, around[0].end)
            at = self.source.text.rfind(words, span.start, near) if at < 0 else at
            at = self.source.text.find(words, span.start, span.end) if at < 0 else at
            if at >= 0:
                return Span(start=at, end=at + len(words))
        if len(words) > 1 and around:  # who speaks stands in front of what he says
            at = self.source.text.rfind(words, max(0, around[0].start - _REACH), around[0].start)
            if at >= 0:
                return Span(start=at, end=at + len(words))
        return around[0] if around else None

    def _evidence(self, keys: Sequence[str]) -> dict[str, int] | None:
        """The place that the document, or the attached one that holds the value, has for a scalar."""
        pointer, node = pointer_of(keys), self.content
        held = [node]
        for key in keys:
            _, node = step_into(node, key)
            held.append(node)
        maps = (node["evidence"] for node in reversed(held) if isinstance(node, dict) and "evidence" in node)
        return next((found[pointer] for found in maps if pointer in found), None)

    def _made_by(self, keys: Sequence[str]) -> int | None:
        """The number of the last reader that changed the value; None where the page did."""
        steps = self.trace.steps
        draft, depth = steps[0].draft, 0
        while len(keys) > 3 and (keys[0], keys[2]) == _DOCUMENT:
            _, below = step_into(step_into(draft.get("attachments"), keys[1])[1], "document")
            if below is None:
                break
            draft, keys, depth = below, keys[3:], depth + 1
        made, before = None, None
        for i, step in enumerate(steps):
            seen = step.seen[depth] if isinstance(step.seen, tuple) else None
            if step.draft is draft:
                made = i if seen != before and seen not in (None, "None", "[]") else made
                before = seen
        return made

    def _recorded(self, first: int | None, last: int | None) -> Recorded:
        """What was recorded from one step to another, both included; before the first of all where there is none."""
        steps, trace = self.trace.steps, self.trace
        end = steps[last or 0]
        start, decided = (steps[first - 1].matches, steps[first - 1].decisions) if first else (0, 0)
        return Recorded(trace.matches[start : end.matches], trace.decisions[decided : end.decisions])

    def _repaired(self, span: Span) -> Extent:
        """The stretch of the repaired text that came from one of the original."""
        return self._offset(span.start, at_end=False), self._offset(span.end, at_end=True)

    def _offset(self, offset: int, *, at_end: bool) -> int:
        changes = self.cleaned.changes
        i = bisect_right([change.span.start for change in changes], offset - at_end) if changes else 0
        shift = sum(len(change.after) - len(change.before) for change in changes[:i])
        if i and offset < changes[i - 1].span.end:
            change = changes[i - 1]
            start = change.span.start + shift - len(change.after) + len(change.before)
            return start + len(change.after) if at_end else start
        return offset + shift
