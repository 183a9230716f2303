"""Gaps are told in labels of the form that the text uses, never in numbers beside labels."""

import pytest

from policyparse.language.gaps import gap_between


@pytest.mark.parametrize(
    ("before", "after", "first", "last", "told"),
    [
        ("四", "六", 5, 5, "between 四 and 六, 五 is missing"),
        ("第二条", "第五条", 3, 4, "between 第二条 and 第五条, 第三条 to 第四条 are missing"),
        ("（九）", "（十二）", 10, 11, "between （九） and （十二）, （十） to （十一） are missing"),
        ("第10条", "第12条", 11, 11, "between 第10条 and 第12条, 第11条 is missing"),
        ("第十二条之一", "第十四条之一", 13, 13, "between 第十二条之一 and 第十四条之一, 第十三条 is missing"),
        ("①", "③", 2, 2, "between ① and ③, 二 is missing"),
        ("the beginning", "3.", 1, 2, "between the beginning and 3., 1. to 2. are missing"),
    ],
)
def test_a_gap_is_told_in_labels(before: str, after: str, first: int, last: int, told: str) -> None:
    assert gap_between(before, after, first, last) == told
