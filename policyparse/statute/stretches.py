"""Stretches of an article that are read one after another: the lead of a paragraph and each of its items.

    paragraph ::= lead item*
    stretch   ::= segment (("；" | "。" | "！" | "？") segment)*
    segment   ::= clause (("，" | "：") clause)*

Marks inside round brackets separate nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from policyparse.knowledge.compiled import compiled
from policyparse.model.base import Extent
from policyparse.model.provisions import ItemDraft, ParagraphDraft

_SENTENCE_MARKS = compiled("[。！？；（）]")
_CLAUSE_MARKS = compiled("[，：（）]")
_LAST_MARKS = " \n“"


@dataclass(slots=True)
class Stretch:
    """A lead or an item without its label and without what stands below it.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        pointer: JSON Pointer of its paragraph or item.
        items: JSON Pointers of the items right below it.
        is_item: Whether it is an item whose text stands on the line of its label.
    """

    start: int
    end: int
    pointer: str
    items: list[str] = field(default_factory=list)
    is_item: bool = False


class Segment(NamedTuple):
    """A stretch between two of the marks 。；！？.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point, its mark left out.
        opens: Whether a sentence opens with it: 。 stands before it, not ；.
    """

    start: int
    end: int
    opens: bool


def stretches_of(folded: str, paragraph: ParagraphDraft, pointer: str) -> list[Stretch]:
    """The lead of a paragraph and every item below it, in order of the text.

    Args:
        folded: The width-folded text.
        paragraph: Draft of the paragraph.
        pointer: Its JSON Pointer.
    """
    return list(_walk(folded, paragraph, pointer, is_item=False))


def _walk(folded: str, node: ParagraphDraft | ItemDraft, pointer: str, *, is_item: bool) -> Iterator[Stretch]:
    start, end = node["span"]
    items = node.get("items", [])
    below = [f"{pointer}/items/{i}" for i in range(len(items))]
    line_end = folded.find("\n", start, end)
    headed = is_item and "\n" in node["text"] and line_end >= 0  # lines that were printed as one have none
    if is_item:
        start = line_end if headed else start + len(cast(ItemDraft, node)["label"])
    end = items[0]["span"][0] if items else end
    while end > start and folded[end - 1] in _LAST_MARKS:
        end -= 1
    yield Stretch(start, end, pointer, below, is_item and not headed)
    for item, place in zip(items, below, strict=True):
        yield from _walk(folded, item, place, is_item=True)


def segments_of(folded: str, stretch: Stretch) -> Iterator[Segment]:
    """The segments of a stretch; one without any text is left out."""
    depth, start, opens = 0, stretch.start, True
    for mark in _SENTENCE_MARKS.finditer(folded, stretch.start, stretch.end):
        if mark[0] == "（":
            depth += 1
        elif mark[0] == "）":
            depth = max(0, depth - 1)
        elif not depth:
            if mark.start() > start:
                yield Segment(start, mark.start(), opens)
            start, opens = mark.end(), mark[0] != "；"
    if stretch.end > start:
        yield Segment(start, stretch.end, opens)


def clauses_of(folded: str, start: int, end: int) -> list[Extent]:
    """The clauses between two offsets: what ， and ： separate.

    Args:
        folded: The width-folded text.
        start: Where the first clause begins.
        end: Where the last clause ends.
    """
    clauses: list[Extent] = []
    depth = 0
    for mark in _CLAUSE_MARKS.finditer(folded, start, end):
        if mark[0] == "（":
            depth += 1
        elif mark[0] == "）":
            depth = max(0, depth - 1)
        elif not depth:
            clauses.append((start, mark.start()))
            start = mark.end()
    return [*clauses, (start, end)]
