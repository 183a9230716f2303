"""Cleaning alone: what comes out, what was changed, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyparse
from policyparse import CleanText
from policyparse.repair.cleaning import compose
from policyparse.source.edits import Edit, RepairedText
from policyparse.source.source_text import SourceText

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def replay(source: str, changes: Iterator[policyparse.repair.cleaning.Change] | tuple) -> str:  # type: ignore[type-arg]
    pieces, done = [], 0
    for change in changes:
        assert change.span.start >= done
        assert source[change.span.start : change.span.end] == change.before
        assert change.before != change.after
        pieces += [source[done : change.span.start], change.after]
        done = change.span.end
    return "".join(pieces) + source[done:]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_the_changes_applied_to_the_source_give_the_text(path: Path) -> None:
    cleaned = policyparse.clean(path)
    assert replay(cleaned.source, cleaned.changes) == cleaned.text


def test_what_is_clean_stays_as_it_is() -> None:
    cleaned = policyparse.clean("第一条 为了加强管理，制定本办法。\n第二条 本办法自公布之日起施行。\n")
    assert cleaned == CleanText(cleaned.source, cleaned.source, (), (), 0.0)


def test_two_repairs_of_one_stretch_are_one_change_with_both_names() -> None:
    text = "為(wèi)了推動產業發展，這個條例對縣級以上政府的職責作了規定，並將從明年開始實施。" * 2
    cleaned = policyparse.clean(text)
    assert cleaned.text == "为了推动产业发展，这个条例对县级以上政府的职责作了规定，并将从明年开始实施。" * 2
    assert (cleaned.changes[0].before, cleaned.changes[0].after) == ("為", "为")
    assert cleaned.changes[1].before == "(wèi)"
    assert cleaned.changes[1].rules == ("pinyin_glosses",)
    assert cleaned.source_span(0, 2).model_dump() == {"start": 0, "end": 7}
    assert cleaned.source_span(1, 2).model_dump() == {"start": 6, "end": 7}


def test_a_place_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not inside"):
        policyparse.clean("一二三").source_span(2, 9)


@given(st.data())
def test_composition_of_any_rounds(data: st.DataObject) -> None:
    text = RepairedText(SourceText(data.draw(st.text(alphabet="abcdefgh", min_size=1, max_size=30))))
    for _ in range(data.draw(st.integers(0, 4))):
        edits = []
        for _ in range(data.draw(st.integers(0, 4))):
            start = data.draw(st.integers(0, len(text.text)))
            end = data.draw(st.integers(start, min(len(text.text), start + 4)))
            edits.append(Edit(start, end, data.draw(st.text(alphabet="XYab", max_size=3)), "rule"))
        text.apply(edits)
    assert replay(text.source.text, compose(text)) == text.text
