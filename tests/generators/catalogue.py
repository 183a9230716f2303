"""All makers, and what is known to fail on what they make."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import policyparse
from generators import amending, briefings, meetings, official, statutes, work_reports
from generators.common import Made, differences

MAKERS: dict[str, ModuleType] = {
    "statutes": statutes,
    "amending": amending,
    "official": official,
    "briefings": briefings,
    "meetings": meetings,
    "work_reports": work_reports,
}
"""Modules with `CONSTRUCTS` and `make(construct, seed)`, by the name of the kind of document."""

KNOWN_FAILURES = Path(__file__).with_name("known_failures.toml")
SEEDS = 6


def known_failures() -> dict[str, str]:
    """The reason of each facet that is known to fail: `statutes/norm: list/items`."""
    return dict(tomllib.loads(KNOWN_FAILURES.read_text(encoding="utf-8"))) if KNOWN_FAILURES.exists() else {}


@cache
def made(maker: str, construct: str, seed: int) -> Made:
    """One made document."""
    found: Made = MAKERS[maker].make(construct, seed)
    return found


@cache
def parsed(maker: str, construct: str, seed: int) -> policyparse.Document | str:
    """The document as it is parsed, or what the parser said instead."""
    document = made(maker, construct, seed)
    try:
        return policyparse.parse(document.text, reference_date=document.today)
    except policyparse.PolicyParseError as error:
        return f"{type(error).__name__}: {error}"


def amended(maker: str, construct: str, seed: int) -> policyparse.Document | str:
    """The statute that a decision amends, as it reads afterwards, or what the parser said instead."""
    base, decision = made(maker, construct, seed).base, parsed(maker, construct, seed)
    assert base is not None
    before = policyparse.parse(base)
    if isinstance(before, policyparse.Decision) and isinstance(decision, policyparse.Decision):
        return policyparse.apply_amendments(before, decision)
    return f"not two decisions: {type(before).__name__}, {type(decision).__name__}"


def speech_of_officials(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Statements and responses in the order of the text, without the questions of reporters, which a reader may count or not."""
    speech = [*document.get("statements", []), *document.get("responses", [])]
    speech.sort(key=lambda one: one["span"]["start"])
    return [one for one in speech if "记者" not in one["speaker"]]


def constructs() -> Iterator[tuple[str, str]]:
    """Every maker with every construct."""
    for maker, module in MAKERS.items():
        for construct in module.CONSTRUCTS:
            yield maker, construct


def facets() -> Iterator[tuple[str, str, str]]:
    """Every maker with every construct and every facet of its truth."""
    for maker, construct in constructs():
        for facet in made(maker, construct, 0).truth:
            yield maker, construct, facet


def wrong(maker: str, construct: str, facet: str) -> list[str]:
    """What differs from the truth of a facet, over all seeds."""
    lines: list[str] = []
    for seed in range(SEEDS):
        found: Any = parsed(maker, construct, seed)
        if facet == "amended":
            found = amended(maker, construct, seed)
        document = found if isinstance(found, str) else found.model_dump(mode="json")
        if facet == "speech of officials" and isinstance(document, dict):
            document = {"speech": speech_of_officials(document)}
        lines += [f"seed {seed} {line}" for line in differences(made(maker, construct, seed).truth[facet], document)]
    return lines
