"""Width folding: one form, and no offset moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("来源:某报,日期", "来源：某报，日期"),
        ("增长(3.7%)", "增长（3.7%）"),
        ("１２．５％", "12.5%"),
        ("共1,000,000元", "共1,000,000元"),
        ("共１，０００元", "共1,000元"),
        ("1,0000", "1，0000"),
        ("19:00:05", "19:00:05"),
        ("2:000", "2：000"),
        ("「甲」『乙』", "“甲”‘乙’"),
        ('他说"好"。', "他说“好”。"),
        ('一个引号"没有配对', '一个引号"没有配对'),
        ("甲\u3000乙\xa0丙\t丁", "甲 乙 丙 丁"),
        ("…㎡℃①", "…㎡℃①"),
    ],
)
def test_width(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text(alphabet=st.sampled_from('，,:：;()（）0123甲乙"「」『』１２％ \u3000\xa0\t\nAb.…'), max_size=60))
def test_folding_moves_no_offset_and_is_stable(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
