"""Dates: the table of expressions, no silent wrong value, and what one date lends to the next."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold
from policyparse.language.dates import DateMention, find_dates

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
DAY = date(2024, 9, 25)


def mentions(text: str, reference: date | None = DAY) -> list[DateMention]:
    return list(find_dates(fold(text), reference))


def labels(text: str, reference: date | None = DAY) -> list[str | None]:
    return [mention.label for mention in mentions(text, reference)]


def test_the_table_has_120_expressions() -> None:
    assert len(TABLE) >= 120
    assert len({tuple(row[:2]) for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=[f"d{i:03}" for i in range(len(TABLE))])
def test_date_expression(row: list[str]) -> None:
    text, given_reference, label, *days = row
    reference = None if given_reference == "-" else date.fromisoformat(given_reference)
    found = next(find_dates(fold(text), reference), None)
    if label == "-":
        assert found is None, f"{text}: {found}"
        return
    assert found is not None, text
    if label == "?":
        assert (found.label, found.first, found.last) == (None, None, None), text
    else:
        assert (found.label, str(found.first), str(found.last)) == (label, *days), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月29日召开，30日上午闭幕", ["2024-06-29", "2024-06-30"]),
        ("2015年12月10日通过，3月1日起施行", ["2015-12-10", "2016-03-01"]),
        ("2015年5月10日发布，6月1日起施行", ["2015-05-10", "2015-06-01"]),
        ("2023年，全年完成", ["2023", "2023"]),
        ("2023年，上半年增长", ["2023", "2023-H1"]),
        ("2015年5月10日发布。6月1日起施行", ["2015-05-10", "2024-06-01"]),
        ("9月28日开幕，次日闭幕", ["2024-09-28", "2024-09-29"]),
        ("2020年启动，次年完成", ["2020", "2021"]),
        ("今年前10个月，比去年同期增长", ["2024-01/2024-10", "2023"]),
    ],
    ids=[f"s{i}" for i in range(9)],
)
def test_a_date_lends_its_year_to_the_next_of_its_sentence(text: str, expected: list[str]) -> None:
    reference = date(2024, 11, 5) if "10个月" in text else DAY
    assert labels(text, reference) == expected


def test_whether_the_year_is_printed_is_told() -> None:
    assert [m.year_printed for m in mentions("2024年3月5日和3月6日，去年5月")] == [True, False, False]


def test_the_extent_is_the_printed_date_with_its_time_of_day() -> None:
    text = "会议27日上午在京举行"
    (found,) = mentions(text)
    assert text[found.start : found.end] == "27日上午"


def test_a_day_in_parentheses_belongs_to_the_word() -> None:
    text = fold("国务院新闻办公室今天(9月25日)举行发布会")
    (found,) = find_dates(text, date(2025, 1, 1))
    assert text[found.start : found.end] == "今天（9月25日）"
    assert found.label == "2024-09-25"


PIECES = [
    "2024年",
    "3月",
    "5日",
    "至",
    "—",
    "今年",
    "去年",
    "上半年",
    "“十四五”",
    "29日上午",
    "近日",
    "，",
    "。",
    "1",
    "十",
    "2022.",
    "（",
    "底",
]


@example("2024年至2024年上半年")
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_mentions_are_in_order_and_their_days_too(text: str) -> None:
    end = 0
    for found in find_dates(text, DAY):
        assert end <= found.start < found.end <= len(text)
        assert (found.first is None) == (found.last is None) == (found.label is None)
        if found.first and found.last:
            assert found.first <= found.last
        end = found.end


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_reference(text: str) -> None:
    for found in find_dates(fold(text), None):
        assert found.first is None or found.year_printed or "十" in text or found.label


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_date_printed_in_full_is_read_as_it_is(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day.year}.{day.month}.{day.day}"):
        (found,) = find_dates(text, None)
        assert (found.first, found.last, found.label) == (day, day, day.isoformat())
