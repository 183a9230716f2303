"""The text of a document as markup: its blocks in order, and in them every value where it stands.

Stretches that cross are cut, so that the elements nest; the longer one is outside. Offsets are code points all the
way: the text is cut here and never in the browser, whose strings count UTF-16 units.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TypeAlias

from policyparse.model.base import Extent
from policyparse.model.document import Document

_CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    0x0D: None,
    0x7F: 0x2421,
    **dict.fromkeys((*range(128, 160), *range(8234, 8239), *range(8294, 8298), 8206, 8207), 65533),
    **dict.fromkeys(range(55296, 57344), 65533),
}
"""Controls, marks of direction and halves of pairs, and the visible characters that stand for them in a page."""


def plain(text: str) -> str:
    """A text as a browser may show it: without controls, marks of direction and halves of pairs."""
    return text.translate(_CONTROLS)


def escaped(text: str) -> str:
    """A text as markup, for the content of an element and for an attribute in double quotes."""
    return escape(plain(text), quote=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is lit.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last one.
        index: Number of its value in the page.
        style: Class of its element.
        pointer: JSON Pointer of its value, for the first of its places; None for the others.
        after: What a repair puts here; None where the mark is no repair.
        structural: Whether it is structure, which is told in the margin and not lit by itself.
    """

    start: int
    end: int
    index: int
    style: str
    pointer: str | None = None
    after: str | None = None
    structural: bool = False


_Order: TypeAlias = tuple[bool, int, int, int]
_Active: TypeAlias = list[tuple[_Order, Mark]]


@dataclass(slots=True)
class _Stretches:
    """The text between two cuts with what is lit there, from the outermost in."""

    text: str
    marks: Sequence[Mark]
    empty: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    begins: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for mark in self.marks:
            if mark.start == mark.end:
                self.empty[mark.start].append(mark)
            else:
                self.begins[mark.start].append(mark)
                self.ends[mark.end].append(mark)

    def within(self, parts: Sequence[Extent]) -> Iterator[list[tuple[int, int, list[Mark]]]]:
        """For each part of the text, in order, its stretches."""
        cuts = sorted({*self.begins, *self.ends, *self.empty, *(offset for part in parts for offset in part)})
        active: _Active = []
        at = 0
        for start, end in parts:
            stretches = []
            while at < len(cuts) and cuts[at] < end:
                offset = cuts[at]
                self._turn(active, offset)
                if offset >= start:
                    stretches.append((offset, cuts[at + 1], [mark for _, mark in active]))
                at += 1
            if self.empty.get(end):
                stretches.append((end, end, []))
            yield stretches

    def _turn(self, active: _Active, offset: int) -> None:
        if self.ends.get(offset):
            active[:] = [entry for entry in active if entry[1].end != offset]
        for mark in self.begins.get(offset, ()):
            order = (mark.after is not None, mark.start - mark.end, mark.start, mark.index)
            insort(active, (order, mark), key=lambda entry: entry[0])


def render_text(text: str, document: Document, marks: Sequence[Mark], words: "BlockWords") -> str:
    """The blocks of a document as markup, with all marks.

    Args:
        text: The text in which the spans of the document count.
        document: The document.
        marks: What is lit; of those inside the text.
        words: How the page calls the roles of blocks, and the structure that begins in one.
    """
    parts = sorted(
        (part.start, part.end, number, nth)
        for number, block in enumerate(document.blocks)
        for nth, part in enumerate(block.parts)
    )
    stretches = _Stretches(text, marks)
    markers = _Markers(words)
    rendered = []
    extents = [(start, end) for start, end, _, _ in parts] or [(0, len(text))]
    for i, found in enumerate(stretches.within(extents)):
        inner = markers.render(found, stretches)
        role, level, nth, page = "paragraph", None, 0, None
        if parts:
            block = document.blocks[parts[i][2]]
            role, level, nth = block.role, block.level, parts[i][3]
            page = block.pages[0] if block.pages else None
        rendered.append(words.block(inner, role, level, continued=nth > 0, page=page, begun=markers.begun(found)))
    return "\n".join(rendered)


class BlockWords:
    """How a page shows blocks.

    Args:
        roles: Names of roles that are told beside their block: furniture, unread.
        structure: Name of each value of structure, by its number in the page.
    """

    def __init__(self, roles: dict[str, str], structure: dict[int, tuple[str, str]]) -> None:
        self.roles = roles
        self.structure = structure
        self._page: int | None = None
        self._level = 1

    def block(
        self, inner: str, role: str, level: int | None, *, continued: bool, page: int | None, begun: Sequence[int]
    ) -> str:
        """The element of a part of a block, with what begins in it in the margin."""
        classes = f"b {role}" + (f" l{min(level, 6)}" if level else "") + (" more" if continued else "")
        links = "".join(
            f'<a href="#{escaped(pointer)}" tabindex="-1">{escaped(name)}</a>'
            for name, pointer in (self.structure[i] for i in begun)
        )
        margin = f'<span class="margin" aria-hidden="true">{links}</span>' if links else ""
        told = f'<span class="role">{escaped(self.roles[role])}</span>' if role in self.roles else ""
        leaf = f'<hr class="leaf" data-page="{page}">' if page is not None and page != self._page else ""
        self._page = page
        heading = ""
        if role in ("title", "heading"):  # readers of screens go down one level at a time
            self._level = min((level or 1) + 1, self._level + 1, 6)
            heading = f' role="heading" aria-level="{self._level}"'
        return f'{leaf}<div class="{classes}"{heading}>{margin}{told}{inner}</div>'


class _Markers:
    """Opens and closes the elements of marks along the text."""

    def __init__(self, words: BlockWords) -> None:
        self._words = words
        self._opened: set[Mark] = set()
        self._told: set[int] = set()

    def render(self, stretches: Sequence[tuple[int, int, list[Mark]]], source: _Stretches) -> str:
        """The markup of a part of the text."""
        out: list[str] = []
        open_marks: list[Mark] = []
        for start, end, active in stretches:
            kept = 0
            while kept < min(len(open_marks), len(active)) and open_marks[kept] is active[kept]:
                kept += 1
            out.append("</mark>" * (len(open_marks) - kept))
            out += [self._open(mark, 1, "empty ") + "</mark>" for mark in source.empty.pop(start, ())]
            out += [self._open(mark, _depth(active, mark)) for mark in active[kept:]]
            open_marks = active
            out.append(escaped(source.text[start:end]))
        out.append("</mark>" * len(open_marks))
        return "".join(out)

    def begun(self, stretches: Sequence[tuple[int, int, list[Mark]]]) -> list[int]:
        """Numbers of the values of structure that begin in a part of the text, each told once."""
        found = dict.fromkeys(mark.index for _, _, active in stretches for mark in active)
        begun = [i for i in found if i in self._words.structure and i not in self._told]
        self._told.update(begun)
        return begun

    def _open(self, mark: Mark, depth: int, style: str = "") -> str:
        first = mark not in self._opened
        self._opened.add(mark)
        name = f' id="{escaped(mark.pointer)}"' if first and mark.pointer is not None else ""
        put = ""
        if mark.after is not None:
            put = f' data-after="{escaped(mark.after) if first else ""}"'
        return f'<mark class="{style}{mark.style} d{depth}" data-i="{mark.index}"{name}{put}>'


def _depth(active: Sequence[Mark], mark: Mark) -> int:
    """How many marks that are lit by themselves stand around and at a mark, to four."""
    return min(sum(not other.structural for other in active[: active.index(mark) + 1]), 4)
