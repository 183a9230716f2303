"""Edits and the way back: every place of the repaired text is that of the source from which it came."""

from hypothesis import given
from hypothesis import strategies as st

from policyparse.source.edits import Edit, RepairedText
from policyparse.source.source_text import SourceText


def repaired(text: str, *rounds: list[Edit]) -> RepairedText:
    found = RepairedText(SourceText(text))
    for edits in rounds:
        found.apply(edits)
    return found


def test_a_deleted_stretch_is_left_out_of_what_stands_beside_it() -> None:
    text = repaired("工业(yè)增长", [Edit(2, 6, "", "pinyin")])
    assert text.text == "工业增长"
    assert text.source_extent(0, 2) == (0, 2)
    assert text.source_extent(2, 4) == (6, 8)
    assert text.source_extent(0, 4) == (0, 8)


def test_a_replaced_word_leads_back_to_the_whole_of_what_it_replaced() -> None:
    text = repaired("市XXXX委员", [Edit(1, 5, "政协", "poison")])
    assert text.text == "市政协委员"
    assert text.source_extent(1, 3) == (1, 5)
    assert text.source_extent(2, 3) == (1, 5)
    assert text.source_extent(3, 5) == (5, 7)


def test_rounds_are_laid_over_each_other() -> None:
    text = repaired("ab(x)cd\nef", [Edit(2, 5, "", "one")], [Edit(4, 5, "", "two")])
    assert text.text == "abcdef"
    assert text.source_extent(2, 6) == (5, 10)
    assert [r.rule for r in text.repairs] == ["one", "two"]


def test_an_edit_that_overlaps_an_earlier_one_is_left_out() -> None:
    text = repaired("abcdef", [Edit(0, 3, "X", "one"), Edit(2, 4, "Y", "two")])
    assert text.text == "Xdef"


def test_translation_moves_nothing_and_is_counted() -> None:
    text = RepairedText(SourceText("產業和產品"))
    text.translate({ord("產"): "产", ord("業"): "业"}, "traditional")
    assert text.text == "产业和产品"
    assert text.repairs[0].count == 3
    assert text.repairs[0].spans == [(0, 1), (1, 2), (3, 4)]
    assert text.source_extent(3, 5) == (3, 5)


def test_the_folded_twin_follows_the_text() -> None:
    text = RepairedText(SourceText("a(b)"))
    assert text.folded == "a（b）"
    text.apply([Edit(0, 1, "甲", "x")])
    assert text.folded == "甲（b）"
    assert text.folded is text.folded


@st.composite
def edited(draw: st.DrawFn) -> RepairedText:
    text = RepairedText(SourceText(draw(st.text(alphabet="abcdefgh\n", min_size=1, max_size=40))))
    for _ in range(draw(st.integers(0, 4))):
        edits = []
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(text.text)))
            end = draw(st.integers(start, min(len(text.text), start + 4)))
            edits.append(Edit(start, end, draw(st.text(alphabet="XYZ", max_size=3)), "rule"))
        text.apply(edits)
    return text


@given(edited())
def test_places_stay_in_the_source_and_in_order(text: RepairedText) -> None:
    last = 0
    for i in range(len(text.text)):
        start, end = text.source_extent(i, i + 1)
        assert 0 <= start <= end <= len(text.source.text)
        assert start >= last
        last = start
        if text.text[i] in "abcdefgh\n":
            assert text.source.text[start:end] == text.text[i]
