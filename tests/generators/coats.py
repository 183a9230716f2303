"""Puts coats around made documents, pages, files and dirt, and tells what reads differently under them."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import policyparse
from generators.catalogue import made, parsed
from generators.dirt import KINDS, dirty
from generators.pages import FORMS, wrapped

SHOWN: dict[str, tuple[str, ...]] = {
    "statutes": ("chapters", "items", "letter: order", "everything", "note: amended"),
    "amending": ("several", "insert a paragraph"),
    "official": ("points: two levels", "attachment: rules", "copies and annexes", "responsible: labels on lines"),
    "briefings": ("speech: indirect", "speech: two offices", "indicator: sum and growth", "head: source and date"),
    "meetings": ("proposal: plain", "demand: executive meeting", "outcome: passed"),
}
"""Constructs of each maker that stand for it."""

SEEDS = 4
OF_THE_PLACE = frozenset(
    (
        "span",
        "spans",
        "start",
        "end",
        "evidence",
        "origins",
        "blocks",
        "repairs",
        "diagnostics",
        "digest",
        "source_digest",
        "produced_by",
        "produced_by",
        "language",
    )
)
"""Fields that a coat may change: places, repairs and what follows from them."""

MARKS = str.maketrans("，：；！？（）％", ",:;!?()%")


def coats() -> Iterator[tuple[str, str]]:
    """Each coat with each maker whose documents can wear it: Word numbers articles, and statutes alone have them."""
    for coat in (*FORMS, *KINDS):
        for maker in SHOWN:
            if coat != "numbered docx" or maker == "statutes":
                yield coat, maker


def content(node: Any) -> Any:
    """What a document says: without places, width of marks and white space."""
    if isinstance(node, dict):
        return {key: content(value) for key, value in node.items() if key not in OF_THE_PLACE}
    if isinstance(node, list):
        return [content(value) for value in node]
    if isinstance(node, str):
        return "".join(unicodedata.normalize("NFC", node).translate(MARKS).split())
    return node


def changes(clean: Any, coated: Any, pointer: str = "") -> Iterator[str]:
    """Where two contents differ."""
    if isinstance(clean, dict) and isinstance(coated, dict):
        for key in clean.keys() | coated.keys():
            yield from changes(clean.get(key), coated.get(key), f"{pointer}/{key}")
    elif isinstance(clean, list) and isinstance(coated, list) and len(clean) == len(coated):
        for i, (one, other) in enumerate(zip(clean, coated, strict=True)):
            yield from changes(one, other, f"{pointer}/{i}")
    elif clean != coated:
        yield f"{pointer}: {coated!r} for {clean!r}"


def changed(coat: str, maker: str) -> list[str]:
    """What reads differently under a coat, over the constructs of a maker and several seeds."""
    lines: list[str] = []
    for construct in SHOWN[maker]:
        for seed in range(SEEDS):
            document, clean = made(maker, construct, seed), parsed(maker, construct, seed)
            assert not isinstance(clean, str), clean
            coated = wrapped(coat, seed, document.text) if coat in FORMS else dirty(document.text, seed, coat)
            try:
                found = policyparse.parse(coated, reference_date=document.today).model_dump(mode="json")
            except policyparse.PolicyParseError as error:
                lines.append(f"{construct} seed {seed} {type(error).__name__}: {error}")
            else:
                lines += [
                    f"{construct} seed {seed} {line}"
                    for line in sorted(changes(content(clean.model_dump(mode="json")), content(found)))
                ]
    return lines
