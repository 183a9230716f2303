"""No silent wrong value among the numbers and periods of the sentence sets, the trials and the pages of our own.

What is missed is a miss; a number with another value, unit, bound or period than the text gives would be a lie.
"""

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import policyparse
from gold.sentence_sets import measured, plain

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*/*.json"))
NUMBERS = ("indicators", "indicators comparator", "indicators upper", "indicators period", "periods")
PERIODS_IN_DOUBT = 12
"""Where the gold names no period and the reader carries one from an earlier sentence or the lead (上半年订单……，缺口仍有60人)."""
AREAS = ("quantities", "periods", "dates", "indicators")
MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def amount(item: dict[str, Any]) -> tuple[Decimal, str]:
    """Value and unit, with 万 and 亿 multiplied out of the unit."""
    value, unit = Decimal(str(item["value"])), plain(item["unit"])
    for magnitude, factor in MAGNITUDES.items():
        if unit.startswith(magnitude):
            return value * factor, unit.removeprefix(magnitude)
    return value, unit


def label(period: Any) -> str | None:
    """The label of a period of the gold or of a dumped document."""
    return period["label"] if isinstance(period, dict) else period


@pytest.mark.parametrize("what", NUMBERS)
def test_the_sentences(what: str) -> None:
    tally = measured(what.split()[0])[what]
    assert tally.wrong == 0, "\n".join(tally.faults)


def test_the_trials() -> None:
    folder = HERE.parent / "trials"
    failing = tomllib.loads((folder / "known_failures.toml").read_text(encoding="utf-8"))
    trials = [trial for path in folder.glob("*.json") for trial in json.loads(path.read_text(encoding="utf-8"))]
    of_numbers = {trial["id"] for trial in trials if trial["area"] in AREAS}
    assert of_numbers
    assert not of_numbers & failing.keys()


@pytest.mark.parametrize("path", PAGES, ids=[f"{path.parent.name} {path.stem}" for path in PAGES])
def test_the_pages(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = policyparse.parse(path.with_suffix(".txt").read_text(encoding="utf-8")).model_dump(mode="json")
    told = [(amount(i), i) for i in gold.get("indicators", [])]
    counted = [amount(c) for c in gold.get("counts", [])]
    for found in document["indicators"]:
        same = [i for value, i in told if value == amount(found)]
        assert same or amount(found) in counted, f"{found['metric']} {found['value']} {found['unit']}"
        if any("optional" in i for i in same):
            continue
        assert found["comparator"] in {i["comparator"] for i in same}, found["text"]


def test_periods_of_the_pages() -> None:
    """A period that the text does not give is wrong; those that remain are listed, and their number only falls."""
    wrong = []
    for path in PAGES:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = policyparse.parse(path.with_suffix(".txt").read_text(encoding="utf-8")).model_dump(mode="json")
        for found in document["indicators"]:
            same = [i for i in gold.get("indicators", []) if amount(i) == amount(found)]
            asked = [i for i in same if "period" in i]
            period = label(found["period"])
            if period and asked == same and same and period not in {label(i["period"]) for i in asked}:
                wrong.append((path.stem, found["metric"], period))
    assert len(wrong) <= PERIODS_IN_DOUBT, wrong
