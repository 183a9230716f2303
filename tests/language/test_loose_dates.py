"""Dates that the grammar refuses, by dateparser, its answer checked."""

from datetime import date, datetime

import pytest

from policyparse.language.days import CST
from policyparse.language.loose_dates import match_loose_date

TODAY = date(2024, 7, 11)


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("July 5, 2024", None, date(2024, 7, 5)),
        ("5 July 2024 10:20", None, datetime(2024, 7, 5, 10, 20, tzinfo=CST)),
        ("昨天", TODAY, date(2024, 7, 10)),
        ("2小时前", TODAY, TODAY),
        ("30分钟前", TODAY, TODAY),
        ("昨天 17:35", TODAY, datetime(2024, 7, 10, 17, 35, tzinfo=CST)),
    ],
)
def test_dates_that_are_read(text, reference, expected):
    assert match_loose_date(text, reference) == expected


@pytest.mark.parametrize(
    "text",
    ["", "昨天 17:35", "3.7%", "目前天津", "2021—2025年", "July 5", "浏览次数", "x" * 60, "2025-13-01", "07/05/2024"],
)
def test_without_a_reference_only_dates_with_their_year(text):
    assert match_loose_date(text, None) is None
