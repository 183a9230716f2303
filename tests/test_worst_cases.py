"""Texts that a pattern could go astray on: a result, and nothing lost. `benchmarks/linear.py` shows their time."""

import tomllib
from pathlib import Path

import pytest

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

CASES = tomllib.loads(Path(__file__).with_name("worst_cases.toml").read_text(encoding="utf-8"))
LENGTH = 20_000


def repeated(unit: str, begin: str = "", end: str = "") -> str:
    return begin + unit * (LENGTH // len(unit)) + end


@pytest.mark.parametrize("name", CASES["repair"])
def test_every_repair_leads_back_to_its_place(name: str) -> None:
    text = repeated(**CASES["repair"][name])
    repaired = repair(SourceText(text), Diagnostics())
    assert repaired.source_extent(0, len(repaired.text))[1] <= len(text)
    for done in repaired.repairs:
        assert all(text[start:end] == done.before for start, end in done.spans)


@pytest.mark.parametrize("name", CASES["article"])
def test_an_article_is_an_article_whatever_stands_in_it(name: str) -> None:
    text = repeated(**CASES["article"][name])
    document = policyparse.parse(f"某市某某条例\n第一条 {text}\n第二条 甲。\n", kind="decision")
    assert isinstance(document, policyparse.Decision)
    assert document.articles[0].label == "第一条"


@pytest.mark.parametrize("name", CASES["speech"])
def test_what_is_said_stands_in_the_text_whatever_it_is(name: str) -> None:
    text = f"某市召开某某会议\n\n7月9日，会议召开。\n\n{repeated(**CASES['speech'][name])}\n"
    document = policyparse.parse(text, kind="meeting")
    assert isinstance(document, policyparse.Meeting)
    assert document.title == "某市召开某某会议"
    for statement in document.statements:
        assert all(0 <= part.start < part.end <= len(text) for part in statement.parts)
