"""The calendar: stretches, labels, five-year plans."""

from datetime import date

import pytest

from policyparse.language import calendar


@pytest.mark.parametrize(
    ("stretch", "label", "first", "last"),
    [
        (calendar.day(2024, 2, 29), "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (calendar.month(2023, 2), "2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        (calendar.months(2023, 1, 2023, 7), "2023-01/2023-07", date(2023, 1, 1), date(2023, 7, 31)),
        (calendar.quarter(2024, 4), "2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        (calendar.half(2024, 2), "2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        (calendar.years(2024), "2024", date(2024, 1, 1), date(2024, 12, 31)),
        (calendar.years(2021, 2025), "2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        (
            calendar.days(date(2024, 2, 1), date(2024, 2, 2)),
            "2024-02-01/2024-02-02",
            date(2024, 2, 1),
            date(2024, 2, 2),
        ),
    ],
)
def test_stretch(stretch: calendar.Stretch, label: str, first: date, last: date) -> None:
    assert (stretch.label, stretch.first, stretch.last) == (label, first, last)


@pytest.mark.parametrize(
    "stretch",
    [
        calendar.day(2023, 2, 29),
        calendar.month(2023, 13),
        calendar.months(2023, 7, 2023, 1),
        calendar.quarter(2023, 5),
        calendar.years(2025, 2021),
        calendar.days(date(2024, 2, 2), date(2024, 2, 1)),
        calendar.five_year_plan(0),
    ],
)
def test_what_the_calendar_does_not_have(stretch: calendar.Stretch | None) -> None:
    assert stretch is None


@pytest.mark.parametrize(
    ("ordinal", "first", "last"),
    [
        (1, 1953, 1957),
        (2, 1958, 1962),
        (3, 1966, 1970),
        (7, 1986, 1990),
        (10, 2001, 2005),
        (14, 2021, 2025),
        (15, 2026, 2030),
    ],
)
def test_five_year_plan(ordinal: int, first: int, last: int) -> None:
    plan = calendar.five_year_plan(ordinal)
    assert plan is not None
    assert (plan.first.year, plan.last.year, plan.label) == (first, last, f"{ordinal}FYP")


def test_the_nearest_day_may_lie_in_a_shorter_month_before() -> None:
    assert calendar.nearest_day(31, date(2024, 5, 2), ahead=7) == date(2024, 3, 31)
    assert calendar.nearest_day(3, date(2024, 4, 30), ahead=7) == date(2024, 5, 3)
