"""Years of a person's life say nothing of the year of a text."""

import pytest

from policyparse.language.implied_year import infer_year


@pytest.mark.parametrize("told", ["1970年12月生", "1992年7月参加工作", "1995年入党"])
def test_a_year_of_life_is_not_this_year(told: str) -> None:
    assert infer_year(f"张某，男，{told}，今年8月任现职。") is None


def test_another_year_is() -> None:
    found = infer_year("张某，男，1970年12月生，2023年8月任现职，今年任期届满。")
    assert found is not None
    assert found.year == 2023
