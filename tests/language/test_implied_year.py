"""The year that 今年 means."""

import pytest

from policyparse.language.implied_year import infer_year, match_year_of_plan


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年是实施“十四五”规划的第一年。", 2021),
        ("今年是“十四五”规划的收官之年。", 2025),
        ("今年是实施“十五五”规划的开局之年。", 2026),
        ("新年开新局，2024年怎么干？今年要抓落实。2023年增长3%。", 2024),
        ("今年抓落实，到2027年全面建成。2023年增长3%。", 2023),
    ],
)
def test_the_year_that_is_meant(text: str, year: int) -> None:
    found = infer_year(text)
    assert found is not None
    assert found.year == year
    assert text[slice(*found.extent)]


@pytest.mark.parametrize("text", ["2023年增长3%。", "今年要抓落实。", "今年到2027年全面建成。"])
def test_no_year_that_is_meant(text: str) -> None:
    assert infer_year(text) is None


def test_the_place_in_a_plan_is_found_alone() -> None:
    assert match_year_of_plan("2024年要抓落实，今年也是。") is None
    found = match_year_of_plan("今年是“十四五”规划的第三年。")
    assert found is not None
    assert found.year == 2023


def test_a_plan_that_there_is_not_gives_no_year() -> None:
    assert match_year_of_plan("今年是“九十五”规划的第三年。") is None
