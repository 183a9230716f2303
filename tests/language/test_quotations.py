"""Quotations inside a paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.language.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“工期很紧。”他说", [("“工期很紧。”", True, True)]),
        ("打造“菜篮子”工程", [("“菜篮子”", False, True)]),
        ("“先修渠，”他说", [("“先修渠，”", True, True)]),
        ("他说，“一定要赶在汛前”。", [("“一定要赶在汛前”", True, True)]),
        ("做到，“两个维护”始终如一", [("“两个维护”", False, True)]),
        ("“外层‘内层’外层。”", [("“外层‘内层’外层。”", True, True)]),
        ("“没有结束的话", [("“没有结束的话", True, False)]),
        ("没有引号", []),
        ("只有后引号”", []),
        ("“”", [("“”", False, True)]),
    ],
)
def test_quotations(text, expected):
    assert [(text[q.start : q.end], q.is_speech, q.closed) for q in find_quotations(text)] == expected


@given(st.text(alphabet="“”‘’，。话", max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text):
    quotations = find_quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(quotations))
    assert all(text[q.start] == "“" for q in quotations)
