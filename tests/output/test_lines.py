import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.output.lines import Lines, Place


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, Place(1, 1)),
        ("第一条", 0, Place(1, 1)),
        ("第一条", 3, Place(1, 4)),
        ("第一条\n第二条", 3, Place(1, 4)),
        ("第一条\n第二条", 4, Place(2, 1)),
        ("一\r\n二\r\n三", 6, Place(3, 1)),
        ("一\r二", 2, Place(2, 1)),
        ("一\n\n三\n", 3, Place(3, 1)),
        ("一\n", 2, Place(2, 1)),
        ("𠮷野\n家", 1, Place(1, 2)),
    ],
)
def test_place(text: str, offset: int, place: Place) -> None:
    assert Lines(text).place(offset) == place


@given(st.text(alphabet="一二\r\n", max_size=40), st.data())
def test_place_leads_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    assert sum(map(len, lines[: line - 1])) + column - 1 == offset
