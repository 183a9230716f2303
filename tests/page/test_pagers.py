"""A text on several pages of a site, of which one is there, says so."""

import pytest

import policyparse

LEAD = "市工信局召开推进会\n来源：某报  日期：2024-05-06\n会议听取了情况汇报，研究部署下一步工作。\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("共3页 1 2 3 下一页", "the text is on 3 pages, of which 2 are not here"),
        ("123下一页尾页", "the text is on 3 pages, of which 2 are not here"),
        ("[1] [2] [3] [4] 下一页", "the text is on 4 pages, of which 3 are not here"),
        ("1 2 12 下一页", "the text is on 12 pages, of which 11 are not here"),
        ("第1页 共4页", "the text is on 4 pages, of which 3 are not here"),
        ("第1页 共1页", None),
        ("上一页 下一页", None),
    ],
)
def test_missing_pages_are_told(line: str, message: str | None) -> None:
    found = [d.message for d in policyparse.parse(LEAD + line + "\n").diagnostics if d.code == "PP206"]
    assert found == ([message] if message else [])
