"""The account of a text: every character of the source that is not white space, in one part of one block.

    source ::= (block | line that a repair took out)*
    block  ::= part (interruption part)*

A block is a line of the page; what stood before and behind it on its line of the source (a list mark, markup that a
repair deleted) belongs to it. A line that a repair took out of a paragraph, the foot of a page or a caption, is a block
of its own, and the paragraph has parts on both sides of it. The cells of a table are one block.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from policyparse.knowledge.fold import fold
from policyparse.model.base import Extent
from policyparse.model.page import BlockDraft
from policyparse.page.blocks import Block, Page, Role
from policyparse.repair.broken_lines import PAGE_NUMBER
from policyparse.source.edits import RepairedText


@dataclass(slots=True)
class _Stretch:
    """A stretch of the source that belongs to one line of the page, or to none.

    Attributes:
        start: Offset of its first code point in the source.
        end: Offset after its last one.
        role: Its role.
        level: Depth of a heading, 0 for what is none.
        table: Number of the table to which it belongs, None for what is no cell.
        parts: Places of its parts, without the white space around them.
    """

    start: int
    end: int
    role: Role
    level: int = 0
    table: int | None = None
    parts: list[Extent] = field(default_factory=list)


def account(page: Page, repaired: RepairedText) -> list[BlockDraft]:
    """Account for the whole source.

    Args:
        page: The page, its roles settled.
        repaired: The text that it was laid out from.

    Returns:
        Drafts of the public blocks in order, their places counting in the source.
    """
    source = repaired.source.text
    taken_out = sorted(repaired.interruptions)
    roles = _roles_of_interruptions(source, taken_out)
    found: list[_Stretch] = []
    next_out = 0
    for stretch in _stretches(page, repaired):
        at = stretch.start
        inside: list[_Stretch] = []
        while next_out < len(taken_out) and taken_out[next_out][0] < stretch.end:
            start, end = max(taken_out[next_out][0], at), min(taken_out[next_out][1], stretch.end)
            if start < end:
                _add_part(stretch.parts, source, at, start)
                inside.append(_Stretch(start, end, roles[next_out]))
                _add_part(inside[-1].parts, source, start, end)
                at = end
            next_out += 1
        _add_part(stretch.parts, source, at, stretch.end)
        before = found[-1] if found else None
        if before is not None and stretch.table is not None and before.table == stretch.table:
            before.parts += stretch.parts
        else:
            found.append(stretch)
        found += inside
    return [_draft(stretch) for stretch in sorted(filter(_has_parts, found), key=lambda s: s.parts[0])]


def _has_parts(stretch: _Stretch) -> bool:
    return bool(stretch.parts)


def _draft(stretch: _Stretch) -> BlockDraft:
    role = Role.HEADING if stretch.role is Role.TOPIC else stretch.role
    parts = stretch.parts if stretch.table is None else [(stretch.parts[0][0], stretch.parts[-1][1])]
    return {
        "role": role.value,
        "span": (parts[0][0], parts[-1][1]),
        "parts": parts,
        "level": max(stretch.level, 1) if role is Role.HEADING else None,
    }


def _add_part(parts: list[Extent], source: str, start: int, end: int) -> None:
    """Add a part without the white space around it; none where there is nothing else."""
    text = source[start:end]
    if text and not text.isspace():
        parts.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))


def _roles_of_interruptions(source: str, taken_out: list[Extent]) -> list[Role]:
    """Numbers of pages and what stands on several pages are furniture, the rest is captions."""
    lines = [fold(source[start:end]).strip() for start, end in taken_out]
    times = Counter(lines)
    return [Role.FURNITURE if PAGE_NUMBER.match(line) or times[line] > 1 else Role.CAPTION for line in lines]


def _stretches(page: Page, repaired: RepairedText) -> Iterator[_Stretch]:
    """The stretches of the source in order, white space between them; together they hold all the rest of it."""
    source = repaired.source.text
    done = 0
    open_stretch: _Stretch | None = None
    for block in page.blocks:
        start, end = repaired.source_extent(*block.extent)
        start = max(start, done)
        if start < end or block.start < block.end:
            behind, lines, before = _divide_gap(source, done, start, first=open_stretch is None, last=False)
            if open_stretch is not None:
                open_stretch.end = behind
                yield open_stretch
            yield from lines
            open_stretch = _stretch_of(block, before, max(start, end))
            done = open_stretch.end
    behind, lines, _ = _divide_gap(source, done, len(source), first=open_stretch is None, last=True)
    if open_stretch is not None:
        open_stretch.end = behind
        yield open_stretch
    yield from lines


def _stretch_of(block: Block, start: int, end: int) -> _Stretch:
    return _Stretch(start, end, block.role, block.level, block.table)


def _divide_gap(source: str, start: int, end: int, *, first: bool, last: bool) -> tuple[int, list[_Stretch], int]:
    """Divide what stands between two lines of the page: the rest of the one, whole lines, the beginning of the other.

    Args:
        source: The source.
        start: Where the line before ends.
        end: Where the line behind starts.
        first: Whether there is no line before.
        last: Whether there is no line behind.

    Returns:
        Where the line before ends now, the lines between as furniture, where the line behind starts now.
    """
    behind, before = start, end
    if start < end and not source[start:end].isspace():
        if not first:
            line_end = source.find("\n", start, end)
            behind = line_end if line_end >= 0 else end if last else start
        if not last:
            before = max(behind, source.rfind("\n", start, end) + 1)
    lines: list[_Stretch] = []
    at = behind
    for piece in source[behind:before].split("\n"):
        lines.append(_Stretch(at, at + len(piece), Role.FURNITURE))
        at += len(piece) + 1
    return behind, lines, before
