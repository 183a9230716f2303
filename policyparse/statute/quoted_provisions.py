"""New provisions of an amending decision as trees: what stands in quotation marks behind 修改为 and 增加.

    quoted ::= (division | article)+ | paragraph+ | item+

A first provision without a label of its own gets the one that the order names.
"""

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import DIVISION_LEVELS, format_number, match_label
from policyparse.language.places import ARTICLE, PART, match_place
from policyparse.model.provisions import ArticleDraft, ItemDraft, ParagraphDraft
from policyparse.page.layout import Block, Role
from policyparse.statute.labelled_lines import SERIAL, label_lines
from policyparse.statute.provisions import Provisions, parse_provisions

Key = tuple[int, int | None]
"""Number and suffix of an article."""

_FIRST = "第一条"
_ITEM = pattern(
    r"^第（?|）?项$",
    matches=[("第（一）项", "第（"), ("第一项", "第"), ("一）项", "）项"), ("一项", "项")],
    rejects=["（一）", "一、", "其第一", "一项规定"],
)
_KINDS = list(DIVISION_LEVELS)
"""Kinds of divisions by the level of a step, 0 for a part."""

_DIGITS = compiled(r"[0-9]{1,3}")


def parse_quoted(text: str, label: str = _FIRST) -> Provisions:
    """The tree of a quoted text.

    Args:
        text: The text, line by line.
        label: Label of an article that has none of its own.
    """
    first = match_label(fold(text.split("\n")[0]))
    if first is None or first.kind == "item":
        text = f"{label}\u3000{text}"
    return parse_provisions(label_lines(_blocks(text)), SERIAL)


def parse_articles(text: str, label: str = _FIRST) -> list[ArticleDraft]:
    """The articles of a quoted text; one without a label of its own gets `label`."""
    return parse_quoted(text, label).articles


def parse_paragraphs(text: str) -> list[ParagraphDraft]:
    """The paragraphs of a quoted text."""
    return parse_articles(text)[0].get("paragraphs", [])


def parse_items(text: str) -> list[ItemDraft]:
    """The items of a quoted text; one without a label of its own gets one."""
    if match_label(fold(text)) is None:
        text = f"（一）{text}"
    return parse_paragraphs("\n" + text)[-1].get("items", [])


def _blocks(text: str) -> list[Block]:
    blocks, offset = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            blocks.append(Block(Role.PARAGRAPH, offset, offset + len(stripped), stripped, fold(stripped)))
        offset += len(line) + 1
    return blocks


def key_of(label: str) -> Key | None:
    """Number and suffix of the label of an article, None where it is none."""
    match = match_label(fold(label))
    return (match.number, match.suffix) if match and match.kind == "article" else None


def divisions_of(place: str) -> list[tuple[str, int]]:
    """Kinds and numbers of the divisions that a place names, the highest first: 第二章第三节."""
    found = match_place(fold(place), 0, len(place))
    steps = found.steps if found else ()
    return [(_KINDS[step.level], step.number) for step in steps if PART <= step.level < ARTICLE and not step.relative]


def item_number(label: str) -> int | None:
    """The number of an item as a place names it: 第（三）项."""
    match = match_label(fold(_ITEM.sub("", label)) + "、")
    return match.number if match else None


def number_items(items: list[ItemDraft]) -> None:
    """Number the items of a list from 1 on, each in the form of its label: （三）, 3."""
    for number, item in enumerate(items, 1):
        item["number"] = number
        label = item["label"]
        if label[:1] in "（(" and not _DIGITS.search(label):
            item["label"] = f"（{format_number(number)}）"
        elif _DIGITS.search(label):
            item["label"] = _DIGITS.sub(str(number), label, count=1)
