"""The lines of a statute or a decision, each with the label that it starts with, and what numbers its articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyparse.language.labels import Label, match_label
from policyparse.page.layout import Block
from policyparse.statute.run_on import split_run_on

SERIAL = "第条"
"""The style of articles in a statute; a decision has `一、` or another style of items."""


@dataclass(slots=True)
class Line:
    """A line of the document with the label that it starts with.

    Attributes:
        block: The line.
        label: Its label, None where it has none.
    """

    block: Block
    label: Label | None


def label_lines(blocks: Sequence[Block]) -> list[Line]:
    """Match the label of every line; 第三条 at the start of a paragraph is one only where articles are so printed.

    In a document that sets labels off by a space, a label without one counts only in its place in the sequence.
    """
    lines = [Line(block, match_label(block.folded)) for block in split_run_on(blocks)]
    serial = [line for line in lines if line.label and line.label.kind == "article"]
    tight = sum(is_tight(line) for line in serial)
    if tight and tight < len(serial):
        mostly_tight = 2 * tight > len(serial)
        last = 0
        for line in serial:
            assert line.label
            if is_tight(line) and not mostly_tight and line.label.number != last + 1:
                line.label = None
            else:
                last = line.label.number
    return lines


def is_tight(line: Line) -> bool:
    """Whether no space or bracket sets the label of a line off from its text."""
    label = line.label
    return (
        label is not None
        and not label.spaced
        and label.end < len(line.block.folded)
        and line.block.folded[label.end] not in "（【[：:"
    )


def article_style(lines: Sequence[Line]) -> str:
    """Style of the labels that number the articles: 第…条, else the first style of items that counts from 1."""
    styles: dict[str, int] = {}
    first = ""
    for line in lines:
        label = line.label
        if label is None:
            continue
        if label.kind == "article":
            if not first or first == SERIAL or styles.get(first, 0) < 2:
                return SERIAL
            styles[SERIAL] = styles.get(SERIAL, 0) + 1
        elif label.kind == "item" and (label.number == 1 or label.style in styles):
            styles[label.style] = styles.get(label.style, 0) + 1
            first = first or label.style
    return first
