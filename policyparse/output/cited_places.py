"""Places of provisions as citations name them, and which provisions of a document they mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_label
from policyparse.language.places import ARTICLE, ITEM, PARAGRAPH, SUBITEM, Step, match_place
from policyparse.model.provisions import Citation

T = TypeVar("T")

_UNITS = {0: "编", 1: "分编", 2: "章", 3: "节"}


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place in a document as a citation names it.

    Attributes:
        division: The lowest part, chapter or section that is named: 第二章; None where an article is.
        article: 第十二条之一; None where no article is named.
        paragraph: Number of the paragraph, from 1.
        item: 第（二）项.
        subitem: 第三目.
    """

    division: str | None = None
    article: str | None = None
    paragraph: int | None = None
    item: str | None = None
    subitem: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the document as a whole is meant."""
        return self.division is None and self.article is None


def place_of_steps(steps: Iterable[Step]) -> CitedPlace:
    """The place that the steps of a citation name; steps that count from elsewhere (前款) name none."""
    numbered = {step.level: step for step in steps if not step.relative and step.number}
    article, item = numbered.get(ARTICLE), numbered.get(ITEM)
    divisions = [step for level, step in sorted(numbered.items()) if level in _UNITS]
    lowest = divisions[-1] if divisions and article is None else None
    paragraph, subitem = numbered.get(PARAGRAPH), numbered.get(SUBITEM)
    return CitedPlace(
        division=format_label(_UNITS[lowest.level], lowest.number) if lowest else None,
        article=format_label("条", article.number, article.suffix) if article else None,
        paragraph=paragraph.number if paragraph else None,
        item=format_label("项", item.number) if item else None,
        subitem=format_label("目", subitem.number) if subitem else None,
    )


def place_of_citation(citation: Citation) -> CitedPlace:
    """The place that a citation of a document names."""
    paragraph = format_label("款", citation.paragraph) if citation.paragraph else ""
    printed = "".join(filter(None, (citation.division, citation.article, paragraph, citation.item)))
    return parse_place(printed)


def last_of_range(citation: Citation) -> CitedPlace | None:
    """The last place of a range (第三条至第五条), None where it is none or names no article."""
    if citation.through is None:
        return None
    place = parse_place(citation.through)
    return place if place.article else None


def parse_place(printed: str) -> CitedPlace:
    """The place that words name: 第十二条第二款; of other words the whole document."""
    folded = fold(printed)
    place = match_place(folded, 0, len(folded)) if folded else None
    return place_of_steps(place.steps) if place else CitedPlace()


def matching(place: CitedPlace, known: Mapping[str, Sequence[T]]) -> list[T]:
    """What a place means among the provisions of a document.

    An item without its paragraph (第十二条第（一）项) is looked for in each paragraph of the article.

    Args:
        place: The place; of a whole document nothing matches.
        known: What is known of each place, by the place as others cite it: 第十二条第二款第（一）项.
    """
    if place.article is None:
        return list(known.get(place.division or "", ()))
    if place.item is None:
        below = "" if place.paragraph is None else format_label("款", place.paragraph)
        return list(known.get(place.article + below, ()))
    found: list[T] = []
    number = place.paragraph or 1
    while (paragraph := place.article + format_label("款", number)) in known:
        found += known.get(paragraph + place.item + (place.subitem or ""), ())
        number += 1
        if place.paragraph is not None:
            break
    return found
