"""Dates as policy documents print them."""

import re
from datetime import date, datetime, timedelta, timezone

CST = timezone(timedelta(hours=8))
"""China Standard Time, UTC+08:00."""

_TIMESTAMP = re.compile(
    r"((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[ T]{0,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)


def match_timestamp(folded: str) -> tuple[date | datetime, tuple[int, int]] | None:
    """Find the first full date, with its clock time where one follows.

    Args:
        folded: Width-folded text.

    Returns:
        The date, or the date-time at +08:00, and its extent; None where there is no valid one.
    """
    for match in _TIMESTAMP.finditer(folded):
        year, month, day, hour, minute, second = (int(g) if g else None for g in match.groups())
        try:
            if hour is None or minute is None:
                return date(year or 0, month or 0, day or 0), match.span()
            return datetime(year or 0, month or 0, day or 0, hour, minute, second or 0, tzinfo=CST), match.span()
        except ValueError:
            continue
    return None
