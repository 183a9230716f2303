"""Dates that the grammar of `dates` refuses: foreign-language and relative ones of web pages, by dateparser.

The library is loaded on first use. It reads some Chinese dates wrongly (2021—2025年 gives the year 1), so it is asked
only for delimited strings, its answer has to name day, month and year, and the year has to be the printed one.
"""

from datetime import date, datetime

from policyparse.knowledge.pattern import pattern
from policyparse.language.days import CST

_LANGUAGES = ["en", "zh", "zh-Hant"]
_LONGEST = 40
"""Maximum length of a string that is read, in characters."""

_ALL_NUMBERS = pattern(
    r"[0-9]{1,4}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,4}",
    matches=[
        *("2024-13-45", "07/05/2024", "2024年2月30", "2024 年 2 月 30", "24.2.30"),
        *(("20240-2-30", "0240-2-30"), ("2024-2-30000", "2024-2-3000")),
    ],
    rejects=["2024年", "2024年13", "2024-130-2", "-2-30", "2024--30", "2024-2-"],
)
"""A date in numbers: `days` reads it, or the calendar has no such day, or its month cannot be told (07/05/2024)."""


def match_loose_date(text: str, reference: date | None) -> date | datetime | None:
    """Read a delimited string that is a date as a whole: July 5, 2024; 昨天 17:35; 2小时前.

    Args:
        text: The string, without its label.
        reference: The day that 昨天 counts from; 2小时前 counts from its end. Without it only dates that print their
            year are read.

    Returns:
        The date, or the date-time at +08:00 where a clock time is printed; None where the string is none.
    """
    text = text.strip()
    if not 2 <= len(text) <= _LONGEST or _ALL_NUMBERS.search(text):
        return None
    from dateparser import parse
    from dateparser.conf import SettingValidationError

    parsers = ["absolute-time"] if reference is None else ["relative-time", "absolute-time"]
    settings: dict[str, object] = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": parsers}
    if reference is not None:
        settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day, 23, 59)
    try:
        found = parse(text, languages=_LANGUAGES, settings=settings)
    except (SettingValidationError, ValueError, OverflowError):
        return None
    if found is None or (reference is None and str(found.year) not in text):
        return None
    day: date = found.date()
    if reference is not None and abs((day - reference).days) > 366 and str(found.year) not in text:
        return None
    when: datetime = found.replace(tzinfo=CST)
    return when if ":" in text else day
