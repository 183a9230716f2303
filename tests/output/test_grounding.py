"""Places of strings: found as they are, by width, through repair, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyparse
from policyparse.knowledge.fold import fold
from policyparse.output.grounding import ground

TEXT = "会议指出，全年增长１５％， 投资“ 三百”亿元。\n举报(bào)专区(qū)设立(lì)了，**加快**办理。"


@pytest.mark.parametrize(
    ("value", "grade", "found"),
    [
        ("会议指出", "exact", ["会议指出"]),
        ("增长15%", "width", ["增长１５％"]),
        ("投资三百亿元", "width", ["投资“ 三百”亿元"]),
        ("举报专区设立了", "repaired", ["举报(bào)专区(qū)设立(lì)了"]),
        ("5%", None, []),
        ("会议认为", None, []),
        ("", None, []),
    ],
)
def test_a_string_is_found_with_its_grade(value: str, grade: str | None, found: list[str]) -> None:
    (grounding,) = ground([value], TEXT)
    assert grounding.grade == grade
    assert [TEXT[s.start : s.end] for s in grounding.spans] == found


def test_every_place_is_given() -> None:
    (grounding,) = ground(["增长"], "增长5%，增长6%")
    assert [(s.start, s.end) for s in grounding.spans] == [(0, 2), (5, 7)]


@pytest.mark.parametrize("text", ["增长15%", "增长1.5%", "增长1,500个"])
def test_part_of_a_number_is_no_place(text: str) -> None:
    assert [g.grade for g in ground(["5", "50", "500个"], text)] == [None, None, None]


@given(st.text("甲乙1５％,， \n", max_size=12), st.text("甲乙1５％,， \n", max_size=30))
def test_a_place_says_what_the_string_says(value: str, text: str) -> None:
    (grounding,) = ground([value], text)
    for span in grounding.spans:
        again = ground([text[span.start : span.end]], value)[0]
        assert again.grade in ("exact", "width") or grounding.grade == "repaired"


def test_the_result_of_read_can_be_given(seed: object) -> None:
    source = policyparse.SourceText("决定")
    assert ground(["决定"], source)[0].grade == "exact"


CLEAN = policyparse.clean(TEXT)


def printed(text: str) -> str:
    """A text without width, white space and quotation marks."""
    return "".join(c for c in fold(text) if not c.isspace() and c not in "“”‘’\"'")


@given(st.integers(0, len(CLEAN.text)), st.integers(1, 12))
def test_a_place_of_repaired_words_is_where_they_came_from(start: int, length: int) -> None:
    value = CLEAN.text[start : start + length]
    (grounding,) = ground([value], TEXT)
    for span in grounding.spans:
        words = TEXT[span.start : span.end]
        if grounding.grade in ("exact", "width"):
            assert printed(words) == printed(value)
        else:
            at = [i for i in range(len(CLEAN.text)) if printed(CLEAN.text[i:]).startswith(printed(value))]
            assert any(CLEAN.source_span(i, i + 1).start <= span.start < span.end for i in at)
            assert set(printed(value)) <= set(printed(words)) | set(printed(policyparse.clean(words).text))


@given(st.text("甲乙丙增长会议", min_size=1, max_size=8))
def test_words_that_stand_nowhere_have_no_place(value: str) -> None:
    (grounding,) = ground([value], TEXT)
    if printed(value) not in printed(TEXT) and printed(value) not in printed(CLEAN.text):
        assert (grounding.grade, grounding.spans) == (None, [])
