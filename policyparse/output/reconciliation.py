"""Two or more versions of one document: aligned, merged field by field, and their variants listed (版本校勘)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from pydantic import Field

from policyparse.model.arguments import expect_all
from policyparse.model.base import Model, Span
from policyparse.model.document import Document

ALIKE = 0.6
"""Entries of two versions whose texts share so much are one."""

_PRIVATE = frozenset(
    {
        *("schema_version", "kind", "blocks", "repairs", "diagnostics", "evidence", "origins"),
        *("digest", "source_digest", "produced_by", "text"),
    }
)
_PLACES = frozenset({"span", "spans", "parts"})
_NOT_COMPARED = frozenset({"level", "mode"})
_BELOW = ("paragraphs", "items", "points")
_SPEECH = ("statements", "proposals", "responses")
_SHORT = 6
_HAN = re.compile("[\u4e00-\u9fff]")


class Place(Model):
    """Where a version says it (出处)."""

    version: int = Field(ge=0, description="Index of the version among those given (版本序号).")
    pointer: str = Field(description="JSON Pointer in the document of that version (字段).")
    span: Span | None = Field(default=None, description="Place in the original text of that version (原文位置).")


class Merged(Model):
    """A value that the versions give together (合并值)."""

    value: Any = Field(description="The value of most versions, of the earliest where they are even (取值).")
    places: list[Place] = Field(description="Where each version that has it says it (出处).")


class Variant(Model):
    """A place at which versions differ (异文)."""

    pointer: str = Field(description="JSON Pointer in the merged fields (字段).")
    readings: list[str | None] = Field(description="What each version has, in the order of `places` (异文).")
    places: list[Place] = Field(description="Where each version has it (出处).")


class Reconciliation(Model):
    """Versions of one document, laid beside each other (校勘结果)."""

    kind: str = Field(description="Document type (文种).")
    fields: dict[str, list[Merged]] = Field(description="Merged values by JSON Pointer; one for a scalar (合并字段).")
    variants: list[Variant] = Field(description="Where the versions differ (异文).")


def reconcile(documents: Sequence[Document]) -> Reconciliation:
    """Align the versions of one document, merge them, and list their variants.

    Args:
        documents: Parsed versions of the same document, the most trusted first.

    Returns:
        The merged fields, each with its place in every version that has it, and the variants.

    Raises:
        TypeError: What is given is no iterable of documents.
        ValueError: Fewer than two documents, or documents of different kinds.
    """
    documents = list(expect_all(documents, Document, "documents"))
    if len(documents) < 2:
        raise ValueError("reconcile needs at least two versions")
    kinds = {document.kind for document in documents}
    if len(kinds) > 1:
        raise ValueError(f"these are no versions of one document: {', '.join(sorted(kinds))}")
    versions = [document.model_dump(mode="json") for document in documents]
    names = _same_speakers(versions)
    fields: dict[str, list[Merged]] = {}
    variants: list[Variant] = []
    for pointer, values in _fields(versions):
        groups = _groups(values, names if pointer == "/speakers" else {})
        fields[pointer] = []
        for group in groups:
            places = [_place(versions, version, pointer, index, value) for version, index, value in group]
            merged = _most_common([value for *_, value in group])
            variants += _variants(_entry_pointer(pointer, len(fields[pointer]), values), group, places)
            fields[pointer].append(Merged(value=_without_places(merged), places=places))
        if not fields[pointer]:
            del fields[pointer]
    return Reconciliation(kind=documents[0].kind, fields=fields, variants=variants)


_Entry = tuple[int, int | None, Any]
"""A version, the index of an entry in its list (None for a scalar), and the entry."""


def _fields(versions: Sequence[Mapping[str, Any]], prefix: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Pointers of scalars and lists, with the value of each version."""
    keys = dict.fromkeys(key for version in versions for key in version)
    for key in keys:
        if (not prefix and key in _PRIVATE) or key in _PLACES:
            continue
        values = [version.get(key) for version in versions]
        if any(isinstance(value, dict) for value in values):
            yield from _fields([value if isinstance(value, dict) else {} for value in values], f"{prefix}/{key}")
        else:
            yield f"{prefix}/{key}", values


def _groups(values: Sequence[Any], same: Mapping[str, str]) -> list[list[_Entry]]:
    """Entries that are one: all scalars together, the entries of lists aligned by their text."""
    if not any(isinstance(value, list) for value in values):
        present: list[_Entry] = [(version, None, value) for version, value in enumerate(values) if value is not None]
        return [present] if present else []
    groups: list[list[_Entry]] = []
    for version, entries in enumerate(values):
        free = list(range(len(groups)))
        rest = []
        for index, entry in enumerate(entries or []):
            key = _key(entry, same)
            equal = next((g for g in free if _key(groups[g][0][2], same) == key), None)
            if equal is None:
                rest.append((index, entry))
            else:
                free.remove(equal)
                groups[equal].append((version, index, entry))
        scored = sorted(
            (
                (_alike(_key(groups[g][0][2], same), _key(entry, same)), -g, index)
                for g in free
                for index, entry in rest
            ),
            reverse=True,
        )
        taken: set[int] = set()
        for score, minus_group, index in scored:
            if score < ALIKE:
                break
            if -minus_group in free and index not in taken:
                free.remove(-minus_group)
                taken.add(index)
                groups[-minus_group].append((version, index, dict(rest)[index]))
        groups += [[(version, index, entry)] for index, entry in rest if index not in taken]
    return groups


def _key(entry: Any, same: Mapping[str, str]) -> str:
    """What an entry is known by: its texts, without the speaker where he has more to say than his name."""
    if not isinstance(entry, dict):
        return str(entry)
    if "name" in entry and "positions" in entry:
        return same.get(entry["name"], entry["name"])
    texts = {k: v for k, v in entry.items() if isinstance(v, str) and k not in ("speaker", "verb", "mode", "section")}
    return texts.get("label", "") + "".join(v for k, v in texts.items() if k != "label")


def _alike(a: str, b: str) -> float:
    """Share of character pairs in common, 0 to 1."""
    if min(len(a), len(b)) < 2:
        return float(a == b)
    first, second = (Counter(pairwise(s)) for s in (a, b))
    return 2 * sum((first & second).values()) / (sum(first.values()) + sum(second.values()))


def _same_speakers(versions: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Names that stand for one speaker: the same speech is given to them in different versions."""
    same: dict[str, str] = {}
    for name in _SPEECH:
        for group in _groups([version.get(name) or [] for version in versions], {}):
            speakers = [entry["speaker"] for *_, entry in group if isinstance(entry, dict)]
            for other in speakers[1:]:
                if other != speakers[0] and len(other) == len(speakers[0]) <= _SHORT and other[0] == speakers[0][0]:
                    same[other] = speakers[0]
    return same


def _place(versions: Sequence[Mapping[str, Any]], version: int, pointer: str, index: int | None, value: Any) -> Place:
    pointer = pointer if index is None else f"{pointer}/{index}"
    span = value.get("span") if isinstance(value, dict) else versions[version]["evidence"].get(pointer)
    if span is None and isinstance(value, dict) and value.get("spans"):
        span = value["spans"][0]
    return Place(version=version, pointer=pointer, span=span)


def _entry_pointer(pointer: str, n: int, values: Sequence[Any]) -> str:
    return f"{pointer}/{n}" if any(isinstance(value, list) for value in values) else pointer


def _most_common(values: Sequence[Any]) -> Any:
    counted = Counter(map(repr, values))
    most = max(counted.values())
    return next(value for value in values if counted[repr(value)] == most)


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_places(v) for k, v in value.items() if k not in _PLACES}
    return [_without_places(v) for v in value] if isinstance(value, list) else value


def _variants(pointer: str, group: Sequence[_Entry], places: Sequence[Place]) -> Iterator[Variant]:
    """Where the entries of a group differ, text by text, also in what stands under them."""
    first = group[0][2]
    for entry, place in zip(group[1:], places[1:], strict=True):
        pairs = [("", first, entry[2])]
        if isinstance(first, dict):
            pairs = [(f"/{k}", v, entry[2].get(k)) for k, v in first.items() if _is_text(k, v)]
        for suffix, a, b in pairs:
            for readings in _readings(a, b):
                yield Variant(pointer=pointer + suffix, readings=list(readings), places=[places[0], place])
        for name in _BELOW if isinstance(first, dict) else ():
            below = (first.get(name) or [], entry[2].get(name) or [])
            yield from _variants_below(f"{pointer}/{name}", below, (places[0], place), name)


def _variants_below(
    pointer: str, lists: tuple[list[Any], list[Any]], places: tuple[Place, Place], name: str
) -> Iterator[Variant]:
    """Where paragraphs, items or points differ that stand under two entries that are one."""
    for n, group in enumerate(_groups(lists, {})):
        at = f"{pointer}/{n}"
        below = {
            side: Place(
                version=places[side].version,
                pointer=f"{places[side].pointer}/{name}/{index}",
                span=entry.get("span"),
            )
            for side, index, entry in group
        }
        if len(group) == 2:
            yield from _variants(at, group, list(below.values()))
        else:
            side, _, entry = group[0]
            readings = [str(entry.get("text", "")) if version == side else None for version in (0, 1)]
            yield Variant(pointer=at, readings=readings, places=[below.get(0, places[0]), below.get(1, places[1])])


def _is_text(key: str, value: Any) -> bool:
    return key not in _NOT_COMPARED and not isinstance(value, dict | list)


def _readings(a: Any, b: Any) -> Iterator[tuple[str | None, str | None]]:
    """The stretches in which two values differ; where one character stands for another, with the next: 培训, 实训."""
    if a == b:
        return
    if not (isinstance(a, str) and isinstance(b, str)) or min(len(a), len(b)) <= _SHORT:
        yield (None if a is None else str(a), None if b is None else str(b))
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            more = 1 if j - i == m - k == 1 and _HAN.match(a[j : j + 1]) else 0
            yield a[i : j + more], b[k : m + more]
