"""Declared numbers of people, speeches and proposals at a meeting (数目)."""

import re
from decimal import Decimal
from functools import cache

from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Page, Role
from policyparse.proceedings.patterns import alternatives

_COUNT = re.compile(
    r"(?:近|约|超|逾)?(?P<value>[0-9]{1,6}|[一二三四五六七八九十百千两]{1,6})[多余]?(?P<unit>人次|[位名篇件份人])"
    r"(?:来自[^，。]{1,12}的)?(?P<what>[^，。；！？\d]{0,16})"
)
_ATTENDANCE = re.compile(r"(?:应到|实到|出席|到会)[^，。；\d]{0,14}$")
_PAPERS = ("件", "篇", "份")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(alternatives("counted"))


def find_counts(page: Page, spoken: list[Extent]) -> list[Draft]:
    """Find declared numbers: drafts of `Count`.

    Args:
        page: The page.
        spoken: Places of speech; what is counted there is not of this meeting.
    """
    counts: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for match in _COUNT.finditer(block.folded):
            start, end = block.start + match.start(), block.start + match.end()
            value = parse_integer(match["value"])
            if value is None or value < 2 or not _is_of_meeting(page.folded, start, match):
                continue
            if any(a <= start < b for a, b in spoken):
                continue
            text = page.text[start:end].rstrip()
            span = (start, start + len(text))
            counts.append({"text": text, "value": Decimal(value), "unit": match["unit"], "span": span})
    return counts


def _is_of_meeting(folded: str, start: int, match: re.Match[str]) -> bool:
    """14位委员发言, 实到65人, 征集提案147件."""
    if _counted().search(match["what"]):
        return True
    if match["unit"] == "人":
        return _ATTENDANCE.search(folded, max(0, start - 18), start) is not None
    return match["unit"] in _PAPERS and bool(_counted().search(folded, max(0, start - 4), start))
