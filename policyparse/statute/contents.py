"""The table of contents (目录) before the provisions.

    contents ::= "目录"? entry+
    entry    ::= (division | 附则 | 附件 …) (leader page)?

It is told from the body by its first entry, which comes again where the body begins.
"""

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import DIVISION, DIVISION_LEVELS, Label
from policyparse.language.notes import is_note
from policyparse.page.layout import Block
from policyparse.statute.labelled_lines import Line
from policyparse.statute.patterns import SHORT

HEADING = pattern(
    r"目 {0,8}[录次][： ]{0,3}$",
    method="match",
    matches=["目录", "目    次", "目录：", "目        录   "],
    rejects=["目标", "目录管理办法", "目         录", "目录    "],
)
"""The heading 目录."""

IN_LINE = pattern(
    r"目 {0,8}[录次][： ]{1,3}(?&division)",
    division=DIVISION,
    method="match",
    matches=["目录： 第一章 总则", "目 次 第二编 物权", "目        录：第一章 总则", "目录   第一章 总则"],
    rejects=["目录管理办法", "目录第一章", "目         录 第一章 总则", "目录    第一章 总则"],
)
"""A table of contents on one line."""

LEADER = compiled(r"(?:[.…·]{2,60}|[ —-]{2,40}) ?[（(]?[0-9]{1,4}[)）]?$")
"""A leader with a page number at the end of an entry."""


def cut_contents(lines: list[Line], title: str) -> tuple[list[Block], list[Line]]:
    """Take the table of contents out, with or without its heading.

    Args:
        lines: The lines below the title.
        title: The title without spaces; where it stands again the table has ended.

    Returns:
        The lines of the table, none where there is none, and the other lines.
    """
    for i, line in enumerate(lines):
        if HEADING.match(line.block.folded):
            return _cut(lines, i, _end(lines, i + 1, title))
        if IN_LINE.match(line.block.folded):
            return _cut(lines, i, i + 1)
        if line.label is not None:
            end = _end(lines, i, title) if line.label.kind in DIVISION_LEVELS else i
            repeats = end < len(lines) and _entry(lines[end].label) == _entry(line.label)
            return _cut(lines, i, end) if end - i >= 2 and repeats else ([], lines)
    return [], lines


def _cut(lines: list[Line], start: int, end: int) -> tuple[list[Block], list[Line]]:
    return [line.block for line in lines[start:end]], lines[:start] + lines[end:]


def _entry(label: Label | None) -> tuple[str, int] | None:
    """What tells an entry from the others: level and number."""
    if label is None or label.kind == "article":
        return None
    return (label.style, label.number) if label.kind in DIVISION_LEVELS or label.style == "一、" else None


def _end(lines: list[Line], start: int, title: str) -> int:
    """Index of the line after the entries that start at `start`."""
    first: tuple[str, int] | None = None
    for i in range(start, len(lines)):
        text, label = lines[i].block.folded, lines[i].label
        if LEADER.search(text):
            first = first or _entry(label)
            continue
        entry = _entry(label)
        if entry is not None and entry == first:
            return i
        first = first or entry
        if label is not None and label.kind == "article":
            return i
        if text[-1] in "。；：" or len(text) > SHORT or is_note(text):
            return i
        if entry is None and "".join(text.split()) == title:
            return i
    return len(lines)
