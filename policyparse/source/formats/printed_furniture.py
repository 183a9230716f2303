"""Page numbers and running heads of printed pages: what stands at the edge of page after page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SERIAL
from policyparse.source.formats.printed import PrintedLine, PrintedPage

EDGE_LINES = 2
"""Lines at the upper and at the lower edge of a page that may be furniture."""

_DASH = "-—–－―─~·•"
_PAGE_NUMBER = pattern(
    rf"[{_DASH}\s]{{0,6}}(?:第\s?)?(?:[{SERIAL}０-９]{{1,5}}|[ivxlIVXL]{{1,7}})(?:\s?页)?"
    rf"(?:\s?(?:[/／,，]\s?共?|共|of)\s?[0-9０-９]{{1,4}}\s?页?)?[{_DASH}\s]{{0,6}}",
    method="fullmatch",
    matches=[
        *("－1－", "— 12 —", "3", "iv", "第 3 页", "第3页 共12页", "3/12", "- 3 of 12 -", "第3页，共12页", "·２·"),
        *("第3页， 共12页", "第3页 共12 页"),
    ],
    rejects=[
        *("第三条", "2031年", "— —", "3.5", "共12页", "第 3 章", "12345678", "3/", "3/12000", "LIilivix"),
        *("3       ", "       3"),
    ],
)
_MARKED = pattern(
    rf"^[{_DASH}]|页|[/／]|[{_DASH}]$",
    matches=["－1－", "第3页", "3/12", "3 -", ("-1－", "-")],
    rejects=["3", "iv", "十二", "3 12", "3 -甲"],
)
_DIGITS = re.compile(r"[0-9０-９]+")
_TOLERANCE = 6.0
"""Lines of two pages stand at the same height where they differ by no more, in points."""

_EDGE_SHARE = 0.17
"""Furniture stands within this share of the height of the page from its edge."""


def find_furniture(pages: Sequence[PrintedPage]) -> set[tuple[int, int]]:
    """Find page numbers and running heads.

    Args:
        pages: The pages.

    Returns:
        Page and line of each, both as indexes from 0.
    """
    edges = [(i, j) for i, page in enumerate(pages) for j in _edge_lines(page)]
    found = {(i, j) for i, j in edges if _is_page_number(pages[i], pages[i].lines[j])}
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, j in edges:
        if (i, j) not in found:
            places[_DIGITS.sub("0", pages[i].lines[j].text.replace(" ", ""))].append((i, j))
    for repeated in places.values():
        heights = Counter(round(pages[i].lines[j].top / _TOLERANCE) for i, j in repeated)
        for i, j in repeated:
            height = round(pages[i].lines[j].top / _TOLERANCE)
            if sum(heights[height + step] for step in (-1, 0, 1)) >= _least(len(pages)):
                found.add((i, j))
    return found


def _least(pages: int) -> int:
    """Number of pages on which a running head stands at least."""
    return 3 if pages < 12 else max(3, pages // 6)


def _edge_lines(page: PrintedPage) -> list[int]:
    """Indexes of the lines at the upper and the lower edge of a page."""
    order = sorted(range(len(page.lines)), key=lambda j: page.lines[j].top)
    reach = page.height * _EDGE_SHARE
    upper = [j for j in order[:EDGE_LINES] if page.lines[j].top < reach]
    lower = [j for j in order[-EDGE_LINES:] if page.lines[j].bottom > page.height - reach]
    return list(dict.fromkeys(upper + lower))


def _is_page_number(page: PrintedPage, line: PrintedLine) -> bool:
    """Whether a line at the edge is a page number: marked as one, or alone, away from the other lines."""
    text = line.text.strip()
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    if _MARKED.search(text):
        return True
    others = [other for other in page.lines if other is not line]
    above = max((o.bottom for o in others if o.bottom <= line.top + 1), default=None)
    below = min((o.top for o in others if o.top >= line.bottom - 1), default=None)
    gap = min(
        line.top - above if above is not None else page.height,
        below - line.bottom if below is not None else page.height,
    )
    return gap > 0.6 * line.size or not others
