"""Versions of one document, laid beside each other."""

from pathlib import Path

import pytest

import policyparse

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS = "市政协召开协商座谈会\n来源：某报  发布时间：2024-05-06\n"
FIRST = (
    NEWS + "5月5日，市政协召开协商座谈会。\n“要加大校企合作力度，建设技术培训基地，增加技工供给。”马小娣委员建议。\n"
)
SECOND = FIRST.replace("马小娣", "马小娟").replace("培训", "实训").replace("来源：某报  ", "来源：某网  ")


@pytest.fixture(scope="module")
def versions() -> policyparse.Reconciliation:
    return policyparse.reconcile([policyparse.parse(text, kind="meeting") for text in (FIRST, SECOND)])


def test_variants_are_listed_with_both_places(versions: policyparse.Reconciliation) -> None:
    readings = {variant.pointer: variant.readings for variant in versions.variants}
    assert readings["/source/publisher"] == ["某报", "某网"]
    assert ["马小娣", "马小娟"] in readings.values()
    assert ["培训", "实训"] in readings.values()
    for variant in versions.variants:
        assert [place.version for place in variant.places] == [0, 1]


def test_what_both_have_is_merged_with_both_spans(versions: policyparse.Reconciliation) -> None:
    title = versions.fields["/title"][0]
    assert title.value == "市政协召开协商座谈会"
    assert [place.span and (place.span.start, place.span.end) for place in title.places] == [(0, 10), (0, 10)]


def test_the_majority_decides_and_else_the_first() -> None:
    third = SECOND.replace("来源：某网  ", "来源：某报  ")
    documents = [policyparse.parse(text, kind="meeting") for text in (SECOND, FIRST, third)]
    assert policyparse.reconcile(documents).fields["/source/publisher"][0].value == "某报"
    assert policyparse.reconcile(documents[:2]).fields["/source/publisher"][0].value == "某网"


def test_the_web_page_and_the_newspaper_page_of_one_article() -> None:
    first, second = (policyparse.parse(next(SEEDS.glob(f"{n}_*"))) for n in ("000", "001"))
    found = policyparse.reconcile([first, second])
    readings = [variant.readings for variant in found.variants]
    assert ["培训", "实训"] in readings
    names = [r for r in readings if r[0] and r[1] and r[0] != r[1] and r[0][:2] == r[1][:2] and len(r[0]) == 3]
    assert names
    assert [len(merged.places) for merged in found.fields["/subtitle"]] == [2]
    shared = [merged for merged in found.fields["/proposals"] if len(merged.places) == 2]
    assert len(shared) == 7


def test_one_version_or_two_kinds_are_refused() -> None:
    meeting = policyparse.parse(FIRST, kind="meeting")
    with pytest.raises(ValueError, match="at least two"):
        policyparse.reconcile([meeting])
    with pytest.raises(ValueError, match="no versions of one document"):
        policyparse.reconcile([meeting, policyparse.parse(FIRST, kind="briefing")])


def test_what_is_the_same_has_no_variants() -> None:
    documents = [policyparse.parse(FIRST, kind="meeting")] * 2
    assert policyparse.reconcile(documents).variants == []
