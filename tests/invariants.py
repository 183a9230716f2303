"""What holds for the document of any text, as a list of what does not: for made and mutated texts, soak and fuzzer."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import policyparse

APART = frozenset({"sections", "divisions", "articles", "paragraphs", "items"})
"""Lists whose members stand in the order of the text and do not overlap."""

IN_ORDER = APART | {"statements", "proposals", "responses", "visits", "indicators"}
"""Lists whose members stand in the order of the text."""


def walk(node: object) -> Iterator[dict[str, Any]]:
    """The node and all below it that are objects."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def unaccounted(text: str, document: policyparse.Document) -> list[tuple[int, str]]:
    """Characters that are in no part of a block, or in two, with their offsets."""
    times = [0] * len(text)
    for block in document.blocks:
        for part in block.parts:
            for i in range(part.start, part.end):
                times[i] += 1
    return [(i, c) for i, c in enumerate(text) if times[i] > 1 or (times[i] != 1 and not c.isspace())]


def broken(text: str, kind: str | None = None) -> Iterator[str]:
    """What does not hold for a text.

    Args:
        text: Any text.
        kind: The kind that it is read as; detected where None.

    Yields:
        A sentence for each invariant that is broken.
    """
    try:
        document = policyparse.parse(text, kind=kind)
    except policyparse.PolicyParseError:
        return
    except Exception as error:  # that none but PolicyParseError leaves parse is what is tried
        yield f"{type(error).__name__} leaves parse: {error}"
        return
    content = document.model_dump(mode="json")
    yield from _out_of_place(content, len(text))
    if unaccounted(text, document):
        yield f"blocks are not complete: {unaccounted(text, document)[:3]}"
    if type(document).model_validate_json(json.dumps(content)) != document:
        yield "JSON comes back as another document"
    if policyparse.parse(text, kind=kind) != document:
        yield "a second parse gives another document"
    cleaned = policyparse.clean(text).text
    if policyparse.clean(cleaned).text != cleaned:
        yield "what is clean is cleaned again"


def _out_of_place(content: dict[str, Any], length: int) -> Iterator[str]:
    """Places outside of the text or of what they are part of, and members out of order."""
    for node in walk(content):
        if node.keys() == {"start", "end"} and isinstance(node["start"], int):
            if not 0 <= node["start"] <= node["end"] <= length:
                yield f"{node} is outside of the text"
            continue
        yield from _out_of_order(node)
    for node in walk(
        {key: value for key, value in content.items() if key not in ("repairs", "diagnostics", "evidence")}
    ):
        span = node.get("span")
        if isinstance(span, dict):
            for child in walk({key: value for key, value in node.items() if key != "span"}):
                inner = child.get("span")
                if isinstance(inner, dict) and not span["start"] <= inner["start"] <= inner["end"] <= span["end"]:
                    yield f"{inner} is outside of {span}, what it is part of"


def _out_of_order(node: dict[str, Any]) -> Iterator[str]:
    for name in IN_ORDER & node.keys():
        spans = [child["span"] for child in node[name] or () if isinstance(child, dict) and child.get("span")]
        for before, after in pairwise(spans):
            if before["start"] > after["start"] or (name in APART and before["end"] > after["start"]):
                yield f"{name} are out of order: {before}, {after}"
