"""The calendar of policy documents: stretches of days, their labels, and the five-year plans.

A stretch is a first and a last day with the label that `Period` prints: `2024`, `2024-H1`, `2024-Q1`,
`2024-03`, `2024-01/2024-10`, `2021/2025`, `2024-02-01`, `2024-02-01/2024-02-02`, `14FYP`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_YEAR_LABEL = len("2024")
PLANS = range(1, 21)
"""Ordinals of five-year plans that can be named: the first began in 1953, the twentieth ends in 2055."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row.

    Attributes:
        first: First day.
        last: Last day.
        label: Its name as `Period` prints it.
    """

    first: date
    last: date
    label: str


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day; None where the calendar has no such day."""
    try:
        that = date(year, month, number)
    except ValueError:
        return None
    return Stretch(that, that, that.isoformat())


def month(year: int, number: int) -> Stretch | None:
    """One month; None where there is none of that number."""
    return months(year, number, year, number)


def months(year: int, first: int, last_year: int, last: int) -> Stretch | None:
    """From one month to another, both included; None where they are no months or out of order."""
    if not (1 <= first <= 12 and 1 <= last <= 12 and date.min.year <= year <= last_year <= date.max.year):
        return None
    if (year, first) > (last_year, last):
        return None
    label = f"{year:04}-{first:02}"
    if (year, first) != (last_year, last):
        label += f"/{last_year:04}-{last:02}"
    return Stretch(date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1]), label)


def quarter(year: int, number: int) -> Stretch | None:
    """A quarter 季度, 1 to 4."""
    if not 1 <= number <= 4:
        return None
    stretch = months(year, 3 * number - 2, year, 3 * number)
    return stretch and Stretch(stretch.first, stretch.last, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Stretch | None:
    """A half of a year: 1 for 上半年, 2 for 下半年."""
    stretch = months(year, 6 * number - 5, year, 6 * number)
    return stretch and Stretch(stretch.first, stretch.last, f"{year:04}-H{number}")


def years(first: int, last: int | None = None) -> Stretch | None:
    """A year, or from one year to another, both included; None where they are out of order."""
    last = first if last is None else last
    if not date.min.year <= first <= last <= date.max.year:
        return None
    label = f"{first:04}" if first == last else f"{first:04}/{last:04}"
    return Stretch(date(first, 1, 1), date(last, 12, 31), label)


def days(first: date, last: date) -> Stretch | None:
    """From one day to another, both included; None where they are out of order."""
    if first > last:
        return None
    label = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(first, last, label)


def joined(first: Stretch, last: Stretch) -> Stretch | None:
    """From the first day of one stretch to the last day of another: of years, of months, else of days.

    None where the second begins before the first.
    """
    if last.first < first.first:
        return None
    begin, end = first.first, last.last
    whole_months = begin.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole_months and (begin.month, end.month) == (1, 12) and len(first.label) == len(last.label) == _YEAR_LABEL:
        return years(begin.year, end.year)
    return months(begin.year, begin.month, end.year, end.month) if whole_months else days(begin, end)


def five_year_plan(ordinal: int) -> Stretch | None:
    """A five-year plan by its ordinal: 1 is 1953 to 1957, 14 is 2021 to 2025.

    After the second plan ended in 1962 there were three years of adjustment without a plan; the third began
    in 1966, and they have followed each other without a gap since (国民经济和社会发展五年规划纲要).
    """
    if ordinal not in PLANS:
        return None
    first = 1953 + 5 * (ordinal - 1) + (3 if ordinal >= 3 else 0)
    return Stretch(date(first, 1, 1), date(first + 4, 12, 31), f"{ordinal}FYP")


def later(than: date, number: int) -> date | None:
    """The day a number of days after another, before it where the number is negative; None beyond the years 1 to 9999.

    Args:
        than: The other day.
        number: How many days.
    """
    ordinal = than.toordinal() + number
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else None


def nearest_day(number: int, around: date, *, ahead: int) -> date | None:
    """The nearest day of that number in a month that is not more than `ahead` days after a day."""
    limit = later(around, ahead) or date.max
    year, month_number = limit.year, limit.month
    for _ in range(3):
        found = day(year, month_number, number)
        if found and found.first <= limit:
            return found.first
        year, month_number = (year, month_number - 1) if month_number > 1 else (year - 1, 12)
    return None
