"""Accuracy against documents that were read by hand: no figure falls below its floor in `gold/floors.toml`.

Where the gold cases and their scorer lie beside the checkout, they are run. The copies of the gold of the seeds
are compared in any case, exactly and fact by fact: a text that differs in one character counts as missed and wrong.
"""

import importlib.util
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import policyparse

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "gold" / "floors.toml").read_text(encoding="utf-8"))
MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}

Facts = Counter[tuple[str, ...]]


def floors(*names: str) -> list[tuple[str, str, float]]:
    return [(name, what, floor) for name in names for what, floor in FLOORS[name].items()]


def bare(text: object) -> str:
    """Text without width, white space and quotation marks."""
    return re.sub(r"[\s“”‘’\"']", "", unicodedata.normalize("NFKC", str(text)))


def quantity(item: dict[str, Any]) -> str:
    """Value and unit, with 万 and 亿 multiplied out of the unit."""
    value, unit = Decimal(str(item["value"])), bare(item["unit"] or "")
    for magnitude, factor in MAGNITUDES.items():
        if unit.startswith(magnitude):
            value, unit = value * factor, unit.removeprefix(magnitude)
            break
    return f"{value.normalize():f}{unit}"


def flat(paragraph: dict[str, Any] | str) -> str:
    """A paragraph with its items and subitems as one string."""
    if isinstance(paragraph, str):
        return paragraph
    return paragraph["text"] + "".join(item["label"] + flat(item) for item in paragraph["items"])


def facts(document: dict[str, Any]) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Each fact of a gold case or a dumped document, after whether it is optional; its first part is its kind."""
    for key in ("kind", "title", "subtitle", "language", "issuer", "preamble", "notice_number", "adopted_by"):
        if document.get(key):
            yield False, ("particulars", key, bare(document[key]))
    for key in ("adopted_on", "promulgated_on", "effective_on"):
        if document.get(key):
            yield False, ("dates", key, str(document[key])[:10])
    for article in document.get("articles") or ():
        yield False, ("articles", article["label"], *(bare(flat(p)) for p in article["paragraphs"]))
    for speaker in document.get("speakers") or ():
        optional = bool(speaker.get("optional"))
        yield optional, ("speakers", bare(speaker["name"]))
        for position in speaker["positions"] if speaker["kind"] == "person" else ():
            held = optional or bool(position.get("optional"))
            yield held, ("positions", bare(speaker["name"]), bare((position["organization"] or "") + position["title"]))
    for kind in ("statements", "proposals", "responses"):
        for speech in document.get(kind) or ():
            said = bare((speech.get("problem") or "") + (speech.get("recommendation") or speech.get("text") or ""))
            yield bool(speech.get("optional")), ("speech", bare(speech["speaker"]), said)
    for indicator in document.get("indicators") or ():
        yield bool(indicator.get("optional")), ("indicators", quantity(indicator))
    for kind in ("industries", "chains", "projects", "initiatives"):
        for one in (document.get("plan") or document).get(kind) or ():
            one = one if isinstance(one, dict) else {"name": one}
            yield bool(one.get("optional")), (kind, bare(one["name"]), str(one.get("role")))


@cache
def own_f1() -> dict[str, float]:
    """F1 by kind of fact, over all seeds."""
    right, missed, wrong = Facts(), Facts(), Facts()
    for path in sorted((HERE / "gold" / "seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = policyparse.parse(HERE.parent / "seeds" / gold["seed"])
        must = Facts(fact for optional, fact in facts(gold) if not optional)
        may = Facts(fact for optional, fact in facts(gold) if optional)
        asked = {fact[0] for fact in must + may}
        found = Facts(fact for _, fact in facts(document.model_dump(mode="json")) if fact[0] in asked)
        right += must & found
        missed += must - found
        wrong += found - must - may
    tp, fn, fp = (Counter(fact[0] for fact in bag.elements()) for bag in (right, missed, wrong))
    return {kind: 2 * tp[kind] / (2 * tp[kind] + fn[kind] + fp[kind]) for kind in sorted(tp | fn | fp)}


@cache
def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def tally(gold: Path, name: str) -> Any:
    def parse(text: str) -> dict[str, Any]:
        return policyparse.parse(text).model_dump(mode="json")

    return scorer(gold / "score.py").score(gold / name, HERE.parent / "seeds" if name == "seeds" else None, parse)


@pytest.mark.parametrize(("name", "what", "floor"), floors("own"))
def test_the_copies_of_the_seeds(name: str, what: str, floor: float) -> None:
    assert own_f1()[what] >= floor, f"{what} fell below {floor}"


@pytest.mark.parametrize(("name", "what", "floor"), floors("seeds", "dev", "laws"))
def test_the_gold_beside_the_checkout(gold: Path, name: str, what: str, floor: float) -> None:
    scored = tally(gold, name)
    f1 = scored.row(what)[2]
    differences = [miss for miss in scored.misses if miss[1] == what][:5]
    assert f1 >= floor, f"{what} fell to {f1:.3f}: {differences}"


@cache
def pages(gold: Path, name: str) -> Any:
    def parse(text: str) -> dict[str, Any]:
        return policyparse.parse(text).model_dump(mode="json")

    return scorer(gold / "score.py").score(HERE / "gold" / name, None, parse)


@pytest.mark.parametrize(("name", "what", "floor"), floors("pages/first", "pages/second", "pages/reports"))
def test_the_pages_of_our_own(gold: Path, name: str, what: str, floor: float) -> None:
    scored = pages(gold, name)
    differences = [miss for miss in scored.misses if miss[1] == what][:5]
    assert scored.row(what)[2] >= floor, f"{what} fell to {scored.row(what)[2]:.3f}: {differences}"


def test_the_copies_are_those_of_the_gold(gold: Path) -> None:
    for copy in (HERE / "gold" / "seeds").glob("*.json"):
        assert json.loads(copy.read_bytes()) == json.loads((gold / "seeds" / copy.name).read_bytes())


def test_every_kind_of_fact_has_its_floor() -> None:
    assert set(FLOORS["own"]) == set(own_f1())
