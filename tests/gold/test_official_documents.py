"""Official documents of our own, labelled before they were parsed: precision and recall stay above their floors."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from gold.official_documents import documents, measure
from gold.sentence_sets import Tally

FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
MEASURES = [(name, what) for name in ("twenty", "ten", "five") for what in FLOORS[name]]


@cache
def measured(name: str) -> dict[str, Tally]:
    return measure(documents(name))


@pytest.mark.parametrize(("name", "what"), MEASURES, ids=[" ".join(measure) for measure in MEASURES])
def test_share(name: str, what: str) -> None:
    tally, floor = measured(name)[what], FLOORS[name][what]
    assert tally.precision >= floor, "\n".join(tally.faults)
    assert tally.recall >= floor, "\n".join(tally.faults)


@pytest.mark.parametrize(("name", "number"), [("twenty", 20), ("ten", 10), ("five", 5)])
def test_every_kind_of_fact_has_its_floor(name: str, number: int) -> None:
    assert len({document.text for document in documents(name)}) == number
    asked = {what for what, tally in measured(name).items() if tally.right + tally.missed}
    assert asked == set(FLOORS[name])
