"""Sentences of our own, written before the rules: precision and recall stay above their floors in `floors.toml`."""

import tomllib
from pathlib import Path

import pytest

from gold.sentence_sets import SETS, Set, Tally, alike, compare, measured, sentences, wilson

FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
MEASURES = [(name, share) for name in SETS for share in ("precision", "recall")]


@pytest.mark.parametrize(("name", "share"), MEASURES, ids=[" ".join(measure) for measure in MEASURES])
def test_share(name: str, share: str) -> None:
    tally = measured(name)[name]
    floor = FLOORS["sentences"][f"{name} {share}"]
    assert getattr(tally, share) >= floor, "\n".join(tally.faults[:20])


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_a_hundred_sentences_that_differ(name: str) -> None:
    assert len({sentence["text"] for sentence in sentences(name)}) == len(sentences(name)) >= 100


def test_every_set_has_its_floors() -> None:
    assert set(FLOORS["sentences"]) == {" ".join(measure) for measure in MEASURES}


def test_right_wrong_missed_and_optional() -> None:
    facts = [{"a": "甲"}, {"a": "乙"}, {"a": "丙", "optional": True}, {"a": "丁", "optional": True}]
    read = [{"a": "甲", "b": "1"}, {"a": "丙"}, {"a": "戊"}]
    tally = Tally()
    compare(tally, {}, Set(lambda _: (facts, read)), {"text": ""})
    assert (tally.right, tally.wrong, tally.missed) == (1, 1, 1)
    assert (tally.precision, tally.recall) == (0.5, 0.5)


def test_attributes_count_where_the_fact_is_right() -> None:
    attributes = {"b": Tally()}
    one = Set(lambda _: ([{"a": "甲", "b": 1}], [{"a": "甲", "b": 2}]), lambda x, y: x["a"] == y["a"], ("b",))
    compare(Tally(), attributes, one, {"text": ""})
    assert (attributes["b"].right, attributes["b"].wrong, attributes["b"].missed) == (0, 1, 1)


def test_the_interval_of_wilson() -> None:
    low, high = wilson(90, 100)
    assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)
    assert wilson(0, 0) == (0.0, 1.0)


def test_alike() -> None:
    assert alike("工业增加值", "工业增加值。") == 1
    assert alike("工业增加值", "粮食产量") == 0
