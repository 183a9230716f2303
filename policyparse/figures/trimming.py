"""What stands around a name and belongs to it not: dates, openings, the words before a number (名称的边界)."""

from collections.abc import Sequence

from policyparse.figures.metric_grammar import ADVERBIAL, OPENING, TRAILING
from policyparse.language.masks import MASK
from policyparse.model.base import Extent

LONGEST = 40
"""A metric is cut to its last so many characters before the number, and its first so many after it."""
_TRAILING_LENGTH = 8
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))


def trim(masked: str, start: int, end: int, longest: int = LONGEST) -> Extent:
    """A stretch without what stands around a name.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        start: Where the stretch begins.
        end: Where it ends.
        longest: How many of its last characters are kept.
    """
    while start < end and (opening := OPENING.match(masked, start, end)) and opening.end() > start:
        start = opening.end()
    while start < end:
        trailing = TRAILING.search(masked, max(start, end - _TRAILING_LENGTH), end)
        if trailing is None or trailing.start() == trailing.end():
            break
        end = trailing.start()
    return max(start, end - longest), max(start, end)


def name_of(masked: str, printed: str, extents: Sequence[Extent]) -> str:
    """The name that some stretches make up, as printed, without dates, adverbs and single quotation marks.

    Args:
        masked: The paragraph, as above.
        printed: The paragraph as printed.
        extents: The stretches.
    """
    name = "".join(
        printed[start:end]
        if MASK not in (part := masked[start:end])
        else "".join(c for c, m in zip(printed[start:end], part, strict=True) if m != MASK)
        for start, end in extents
    )
    name = ADVERBIAL.sub("", name)
    name = name.replace("分别", "").replace("（下同）", "").strip(" ，、：")
    for opening, closing in _PAIRS:
        if name.count(closing) > name.count(opening):
            name = opening + name if not name.startswith(closing) else name[1:]
        elif name.count(opening) > name.count(closing):
            name = name + closing if not name.endswith(opening) else name[:-1]
    return name
