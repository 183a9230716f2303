"""The day of entry into force in every form that is printed; a day that does not exist is reported and no rule invented."""

import datetime

import pytest

import policyparse

TITLE = "某市公园管理办法\n（2024年4月1日某市人民政府第3次常务会议通过）\n第一条 为了加强公园管理，制定本办法。\n"


def force(day: str) -> policyparse.Document:
    return policyparse.parse(f"{TITLE}第二条 本办法自{day}施行。\n", kind="decision")


@pytest.mark.parametrize(
    "day",
    [
        *("2024年5月31日起", "2024年5月31起", "2024年5月31日 起", "2024年5月31日零时起"),
        *("2024-05-31起", "2024.5.31起", "2024/5/31起", "二〇二四年五月三十一日起"),
    ],
)
def test_forms_that_are_printed(day: str) -> None:
    document = force(day)
    assert (document.effective_on, document.effective_rule) == (datetime.date(2024, 5, 31), "on_date")


@pytest.mark.parametrize("day", ["2024年2月30日起", "2024年2月30起", "2024-13-01起", "2024年6月31日起"])
def test_a_day_that_does_not_exist(day: str) -> None:
    document = force(day)
    assert document.effective_on is None
    assert document.effective_rule == "on_date"
    assert [d.code for d in document.diagnostics if d.code in ("PP302", "PP403")] == ["PP302"]
