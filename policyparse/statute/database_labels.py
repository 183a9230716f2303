"""The labels of a database of law (颁布单位, 颁布日期, 实施日期, 效力级别): particulars where the statute prints none.

What the statute itself says goes before; where a label says otherwise, a diagnostic tells both.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import NamedTuple, cast

from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body_line
from policyparse.language.days import find_days
from policyparse.model.base import Draft, Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.index_table import read_index_table
from policyparse.page.layout import Block, Role
from policyparse.statute.ranks import printed_rank

_PUBLISHED = "published_on"
"""发布日期: the day of the page, or of the statute where a label that only a statute has stands beside it."""

_OF_STATUTES = ("effective_on", "adopted_on", "level", "promulgated_on")


class DatabaseLabel(NamedTuple):
    """What a label says.

    Attributes:
        value: Its value, read.
        extent: Its place in the repaired text.
    """

    value: date | str
    extent: Extent


def read_database_labels(blocks: list[Block], title: str) -> dict[str, DatabaseLabel]:
    """Read the labels that a page prints before the first provision.

    Args:
        blocks: The lines before the first provision.
        title: The title, whose lines are no values.

    Returns:
        By field of a decision, the first value that can be read.
    """
    table = read_index_table(blocks, fold(title))
    if _PUBLISHED in table and any(name in table for name in _OF_STATUTES):
        table.setdefault("promulgated_on", table[_PUBLISHED])
    if "issued_on" in table:
        table.setdefault("promulgated_on", table["issued_on"])
    found: dict[str, DatabaseLabel] = {}
    for name, read in _READERS.items():
        for printed, extent in table.get(name, []):
            value = read(printed)
            if value is not None:
                found.setdefault(name, DatabaseLabel(value, extent))
    return _read_unlabelled(blocks, fold(title)) | found


def _read_unlabelled(blocks: list[Block], title: str) -> dict[str, DatabaseLabel]:
    """The body, or the day and the body, on a line of its own right below the title: 财政部; 1996年12月13日，财政部."""
    found: dict[str, DatabaseLabel] = {}
    for above, block in pairwise(blocks):
        if above.role is not Role.TITLE and above.folded != title:
            continue
        day = next(find_days(block.folded), None)
        dated = _DATED.match(block.folded, day.end) if day and not block.folded[: day.start] else None
        start = dated.start("body") if dated else 0
        if not is_body_line(block.folded[start:]):
            continue
        found["issuer"] = DatabaseLabel(block.text[start:], (block.start + start, block.end))
        if dated and day:
            found["promulgated_on"] = DatabaseLabel(day.on, (block.start, block.start + day.end))
    return found


_DATED = pattern(
    "[，、 ]{1,2}(?P<body>[一-龥].{1,40})$",
    matches=[("，财政部", {"body": "财政部"}), ("、 国家税务局", {"body": "国家税务局"}), " 某省人民政府办公厅"],
    rejects=["财政部", "发布", "，部", "，   财政部", f"，{'某' * 42}"],
    method="match",
)
"""Behind the day with which such a line begins."""


def take_label(
    draft: DecisionContentDraft, labels: dict[str, DatabaseLabel], name: str, diagnostics: Diagnostics
) -> None:
    """Take the value of a label for a field that the statute leaves open; report one that contradicts it.

    Args:
        draft: Draft of a `Decision`.
        labels: The labels, by field.
        name: The field.
        diagnostics: Takes the contradiction.
    """
    fields = cast(Draft, draft)  # the readers of labels give what the field takes
    label, printed = labels.get(name), fields.get(name)
    if label is None or printed == label.value:
        return
    if not printed:
        fields[name], draft["evidence"][f"/{name}"] = label.value, label.extent
    elif isinstance(printed, date):
        diagnostics.add("PP207", f"/{name}: the text says {printed}, a label says {label.value}", label.extent)


def _read_day(printed: str) -> date | None:
    day = next(find_days(fold(printed)), None)
    return None if day is None else day.on


def _read_body(printed: str) -> str | None:
    return printed if is_body_line(fold(printed)) else None


_READERS: dict[str, Callable[[str], date | str | None]] = {
    "issuer": _read_body,
    "adopted_on": _read_day,
    "promulgated_on": _read_day,
    "effective_on": _read_day,
    "level": lambda printed: printed_rank(fold(printed)),
}
