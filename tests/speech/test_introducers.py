"""Who introduced a matter is found as the paragraph is read on, without reading it again."""

import random

import pytest

from policyparse.speech.references import Introducers, find_introducer

PIECES = [
    "市水利局局长范大成介绍了干渠建设情况。",
    "会上，县农业农村局负责人通报春耕进展，",
    "据介绍，",
    "河道整治完成八成，水质好转。",
    "记者了解到，",
    "介绍了",
]


@pytest.mark.parametrize("number", range(20))
def test_reading_on_finds_what_reading_all_finds(number: int) -> None:
    chance = random.Random(number)
    text = "".join(chance.choice(PIECES[2 if number % 2 else 0 :]) for _ in range(60))
    introducers, start = Introducers(text), 0
    ends = sorted(chance.sample(range(len(text)), 30))
    for turn, end in enumerate(ends):
        if turn == 20:
            start = ends[15]
        assert introducers.before(start, end, frozenset()) == find_introducer(text[start:end], frozenset())
