"""Where a stretch of a source text stands in the file that it was read from.

A place is what a viewer needs to show it: the element of a web page, boxes on the pages of a PDF or OFD document, the
paragraph of a Word document. Offsets are code points of `SourceText.text`, half-open.
"""

from typing import NamedTuple, TypeAlias

Step: TypeAlias = "tuple[Step | None, str, int]"
"""An element of a page: its parent, its tag, its number among the elements of that parent, from 1."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in points (1/72 inch) from the upper left corner of the page."""


class ElementPath(NamedTuple):
    """An element of a web page.

    Attributes:
        step: The element, with its ancestors.
    """

    step: Step

    @property
    def selector(self) -> str:
        """The CSS selector that finds this element and no other, for `document.querySelector`."""
        names: list[str] = []
        step: Step | None = self.step
        while step is not None:
            step, tag, number = step
            names.append(f"{tag}:nth-child({number})" if step is not None else tag)
        return " > ".join(reversed(names))

    def within(self, start: int, end: int) -> "tuple[Place, ...]":
        """The place of a part of the block: the same element."""
        return (self,)


class LineBox(NamedTuple):
    """A printed line: where it stands in the text, and on which page.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last one.
        page: Number of the page, from 1.
        box: The box of the line.
    """

    start: int
    end: int
    page: int
    box: Box


class Boxes(NamedTuple):
    """Lines on the pages of a PDF or OFD document; a paragraph over two pages has lines on both.

    Attributes:
        lines: The lines, in the order of the text.
    """

    lines: tuple[LineBox, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """Numbers of the pages, each once, from 1."""
        return tuple(dict.fromkeys(line.page for line in self.lines))

    def within(self, start: int, end: int) -> "tuple[Place, ...]":
        """The lines that a part of the block touches."""
        touched = tuple(line for line in self.lines if line.start < end and start < line.end)
        return (Boxes(touched),) if touched else ()


class GeneratedNumber(NamedTuple):
    """A number that a Word document does not hold but Word prints: 第一条 of a numbered paragraph.

    Attributes:
        path: The paragraph that it belongs to.
        text: The number as it is printed.
    """

    path: str
    text: str

    def within(self, start: int, end: int) -> "tuple[Place, ...]":
        """The place of a part of the number: the whole number."""
        return (self,)


class Paragraph(NamedTuple):
    """A paragraph of a Word document.

    Attributes:
        path: Its way from the root of its part: `body/p[12]`, `body/tbl[1]/tr[2]/tc[3]/p[1]`, `footnotes/2/p[1]`.
        number: The generated number at its start, None where it has none.
        number_end: Offset after that number and the space behind it.
    """

    path: str
    number: GeneratedNumber | None = None
    number_end: int = 0

    def within(self, start: int, end: int) -> "tuple[Place, ...]":
        """The generated number, the paragraph, or both: what a part of the block touches."""
        if self.number is None or start >= self.number_end:
            return (Paragraph(self.path),)
        return (self.number,) if end <= self.number_end else (self.number, Paragraph(self.path))


Place: TypeAlias = ElementPath | Boxes | Paragraph | GeneratedNumber
