"""What holds for every document, whatever it says."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Any

import policyparse
from invariants import APART, IN_ORDER, walk
from policyparse.model.codes import catalogue
from policyparse.repair.traditional_characters import simplification

Parsed = tuple[str, policyparse.Document]
Node = dict[str, Any]


def dumped(document: policyparse.Document) -> Node:
    """What was extracted from the text, without the account of how."""
    return document.model_dump(mode="json", exclude={"repairs", "diagnostics", "evidence"})


def bare(text: str) -> str:
    """Text without width, script, white space and quotation marks, which repairs may change."""
    folded = unicodedata.normalize("NFKC", text).translate(simplification())
    return re.sub(r"[\s“”‘’\"'「」『』*#]", "", folded)


def holds(stretch: str, text: str, repaired: bool) -> bool:
    """Whether a stretch of the source has the characters of a text in their order, or was repaired to it.

    What stands between them is a reporting clause inside speech, or the number of a congress in the name of its body.
    """
    rest = iter(bare(stretch))
    if all(character in rest for character in bare(text)):
        return True
    kept = Counter(bare(stretch)) & Counter(bare(text))
    return repaired and kept.total() >= 0.5 * len(bare(text))


def test_every_span_lies_in_the_text(any_document: Parsed) -> None:
    text, document = any_document
    spans = [node for node in walk(document.model_dump(mode="json")) if node.keys() == {"start", "end"}]
    spans = [span for span in spans if isinstance(span["start"], int)]
    assert [span for span in spans if not 0 <= span["start"] <= span["end"] <= len(text)] == []


def test_the_stretch_of_a_span_holds_its_text(any_document: Parsed) -> None:
    text, document = any_document
    wrong = []
    for node in walk(dumped(document)):
        span, value = node.get("span"), node.get("text") or node.get("name") or node.get("recommendation")
        if "units" in node:
            continue  # the place of a responsibility is that of its units, its text the words before them
        if isinstance(span, dict) and isinstance(value, str):
            stretch = text[span["start"] : span["end"]]
            if not holds(stretch, value, bool(document.repairs)):
                wrong.append((value, stretch))
    assert wrong == []


def test_the_stretch_of_evidence_holds_its_value(any_document: Parsed) -> None:
    text, document = any_document
    content = document.model_dump()
    for pointer, span in document.evidence.items():
        value: Any = content
        for key in pointer.strip("/").split("/"):
            value = value[int(key)] if isinstance(value, list) else value[key]
        assert value is not None, pointer
        if isinstance(value, str) and any("\u4e00" <= c <= "\u9fff" for c in value):
            assert holds(text[span.start : span.end], value, bool(document.repairs)), (pointer, value)


def test_children_lie_inside_their_parents(any_document: Parsed) -> None:
    _, document = any_document
    for node in walk(dumped(document)):
        span = node.get("span")
        if isinstance(span, dict):
            for child in walk({key: value for key, value in node.items() if key != "span"}):
                inner = child.get("span")
                if isinstance(inner, dict):
                    assert span["start"] <= inner["start"] <= inner["end"] <= span["end"], (node, child)


def test_siblings_are_in_order(any_document: Parsed) -> None:
    _, document = any_document
    for node in walk(dumped(document)):
        for name in IN_ORDER & node.keys():
            spans = [
                child["span"] for child in node[name] if isinstance(child, dict)
            ]  # the items of a norm are pointers
            for before, after in pairwise(spans):
                assert before["start"] <= after["start"], (name, before, after)
                assert name not in APART or before["end"] <= after["start"], (name, before, after)


def test_the_same_text_gives_the_same_json(any_document: Parsed) -> None:
    text, document = any_document
    kept = [found for found in document.diagnostics if found.code != "PP208"]  # a kind that is forced is not chosen
    expected = document.model_copy(update={"diagnostics": kept})
    assert policyparse.parse(text, kind=document.kind).model_dump_json() == expected.model_dump_json()


def test_json_comes_back(any_document: Parsed) -> None:
    _, document = any_document
    assert type(document).model_validate_json(document.model_dump_json()) == document


def test_every_diagnostic_is_in_the_catalogue(any_document: Parsed) -> None:
    _, document = any_document
    for diagnostic in document.diagnostics:
        assert diagnostic.severity == catalogue()[diagnostic.code].severity
