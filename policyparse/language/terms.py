"""Terms to be met (期限): a part of a year that 底前 or 到……底 makes an end, whose year the text may leave out."""

import re
from datetime import date

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.calendar import Stretch
from policyparse.language.parts_of_years import within_year

TERM_AFTER = pattern(
    rf"(?:之|以)?前(?=[^后\d{SMALL_ORDINAL}])",
    method="match",
    matches=["前，", "前完工", "之前完成", "以前取得的，继续有效。"],
    rejects=["前三个月", "，前", "前3个月", "前后"],
)
"""After a date: it is a term to be met."""
_TERM_BEFORE = pattern(r"(?<!截)(?:到|至)$", matches=["到", "力争至"], rejects=["截至", "到了"])
_ENDS = ("底", "末")
_NEAR = 200
"""A term without its year lies at most so many days away."""


def is_term(folded: str, start: int, end: int) -> bool:
    """Whether a part of a year is a term to be met: 9月底前, 到9月底.

    Args:
        folded: Width-folded text.
        start: Where the part of a year begins.
        end: Where it ends.
    """
    to = folded.endswith(_ENDS, start, end) and _TERM_BEFORE.search(folded, max(0, start - 2), start)
    return bool(to or TERM_AFTER.match(folded, end))


def nearest_term(within: re.Match[str], day: date) -> Stretch | None:
    """The part of a year that ends next where that is not far ahead, else the one that ended not long ago.

    Args:
        within: A match of `parts_of_years.WITHIN`.
        day: The day of publication.
    """
    parts = [part for year in (day.year - 1, day.year, day.year + 1) if (part := within_year(within, year))]
    near = [part for part in parts if abs((part.last - day).days) <= _NEAR]
    return min(near, key=lambda part: (part.last < day, part.last), default=None)
