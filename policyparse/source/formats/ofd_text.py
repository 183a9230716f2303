"""The text objects of a page of an OFD document, put together to lines.

TextObject: Boundary "x y w h", Size, CTM? "a b c d e f", HScale?
TextCode:   X, Y: where its first character stands in that box; DeltaX: the steps to the others, "g 12 5.6" for twelve
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

_SPACE_GAP = 0.6
"""A wider gap is a space, in heights of a character; between letters of a word a third of it."""

_COLUMN_GAP = 6.0
"""A wider gap divides two columns, in heights of a character."""

_NESTING_LIMIT = 3
"""Deepest nesting of groups of objects; text that is deeper is not read."""

_STEPS_LIMIT = 10_000
"""Most steps of a text."""

_WIDE = "\u2e7f"
"""Characters above it are as wide as they are high, the others half as wide."""


class Piece(NamedTuple):
    """A text that stands on one line of a page, in millimetres.

    Attributes:
        text: The text.
        left: Where it begins.
        right: Where it ends.
        baseline: Height of its line, from the top.
        size: Height of its characters.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float


def pieces_of(content: Element, units: Mapping[str, Element]) -> list[Piece]:
    """The lines of a page, in the order of its objects.

    Args:
        content: Root of the part that holds the page.
        units: Groups of objects that pages show by reference (CompositeGraphicUnit), by id.
    """
    lines: list[Piece] = []
    before: Piece | None = None
    for piece in _all_pieces(content, units, 0):
        if before is not None and _is_double(before, piece):
            continue
        before = piece
        joined = _joined(lines[-1], piece) if lines else None
        if joined is not None:
            lines[-1] = joined
        elif piece.text.strip():
            lines.append(piece)
    return [line._replace(text=line.text.strip()) for line in lines if line.text.strip()]


def _all_pieces(content: Element, units: Mapping[str, Element], depth: int) -> Iterator[Piece]:
    text, group = qualified(content, "TextObject"), qualified(content, "CompositeObject")
    for element in content.iter() if units else content.iter(text):
        if element.tag == text:
            yield from _pieces(element)
        elif element.tag == group and depth < _NESTING_LIMIT:
            unit = units.get(element.get("ResourceID", ""))
            if unit is not None:
                place = _Place.of(element)
                yield from (place.moved(piece) for piece in _all_pieces(unit, units, depth + 1))


def _pieces(element: Element) -> Iterator[Piece]:
    """The texts of a text object."""
    if element.get("Visible") == "false":
        return
    place = _Place.of(element)
    size = (_numbers(element.get("Size"), 1) or [3.5])[0]
    x, y = 0.0, 0.0
    for code in element.iter(qualified(element, "TextCode")):
        text = (code.text or "").replace("\r", "").replace("\n", "")
        x = (_numbers(code.get("X"), 1) or [x])[0]
        y = (_numbers(code.get("Y"), 1) or [y])[0]
        if not text:
            continue
        for piece in _divided(text, _steps(code.get("DeltaX")), x, y, size):
            yield place.moved(piece)


class _Place(NamedTuple):
    """Where an object stands: the corner of its box, and the matrix of what is in it (CTM)."""

    left: float
    top: float
    matrix: tuple[float, float, float, float, float, float]

    @classmethod
    def of(cls, element: Element) -> "_Place":
        """The place of an object; what it does not say is the upper left corner, unchanged."""
        left, top, *_ = _numbers(element.get("Boundary"), 4) or (0.0, 0.0)
        a, b, c, d, e, f = _numbers(element.get("CTM"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return cls(left, top, (a, b, c, d, e, f))

    def moved(self, piece: Piece) -> Piece:
        """A piece of the object as it stands around the object."""
        a, b, c, d, e, f = self.matrix
        left = self.left + a * piece.left + c * piece.baseline + e
        baseline = self.top + b * piece.left + d * piece.baseline + f
        width = (piece.right - piece.left) * math.hypot(a, b)
        return Piece(piece.text, left, left + width, baseline, piece.size * math.hypot(c, d))


def _divided(text: str, steps: Sequence[float], left: float, baseline: float, size: float) -> Iterator[Piece]:
    """A text, divided where a step is so wide that a space or another column stands there."""
    start, at, place = 0, left, left
    for i, character in enumerate(text):
        width = size * (1.0 if character > _WIDE else 0.5)
        step = steps[i] if i < len(steps) else width
        end = i + 1 == len(text)
        if end or step - width > _SPACE_GAP * size:
            yield Piece(text[start : i + 1], place, at + width, baseline, size)
            start, place = i + 1, at + step
        at += step


def _joined(line: Piece, piece: Piece) -> Piece | None:
    """A line with a piece at its end; None where the piece stands elsewhere."""
    size = max(line.size, piece.size)
    gap = piece.left - line.right
    if abs(line.baseline - piece.baseline) > 0.4 * size or not -0.6 * size < gap < _COLUMN_GAP * size:
        return None
    latin = line.text[-1:].isascii() and piece.text[:1].isascii()
    spaced = gap > _SPACE_GAP * size / (3 if latin else 1)
    text = line.text + (" " if spaced and not line.text[-1:].isspace() else "") + piece.text
    return Piece(text, line.left, max(line.right, piece.right), line.baseline, line.size)


def _is_double(before: Piece, piece: Piece) -> bool:
    """Whether a piece is drawn over the one before, as some programs make text bold."""
    near = 0.3 * piece.size
    return (
        before.text == piece.text
        and abs(before.left - piece.left) < near
        and abs(before.baseline - piece.baseline) < near
    )


def qualified(element: Element, name: str) -> str:
    """A name in the namespace of an element; documents have one of several, or none."""
    space, brace, _ = element.tag.rpartition("}")
    return f"{space}{brace}{name}"


def _steps(value: str | None) -> list[float]:
    """The steps between characters; `g n s` stands for n steps of s."""
    steps: list[float] = []
    words = iter((value or "").split())
    for word in words:
        if word == "g":
            count, step = _number(next(words, "")), _number(next(words, ""))
            if count is not None and step is not None:
                steps += [step] * min(int(count), _STEPS_LIMIT)
        else:
            step = _number(word)
            if step is not None:
                steps.append(step)
        if len(steps) > _STEPS_LIMIT:
            break
    return steps


def _numbers(value: str | None, count: int) -> list[float] | None:
    numbers = [_number(word) for word in (value or "").split()]
    found = [number for number in numbers if number is not None]
    return found if len(found) == count == len(numbers) else None


def _number(word: str) -> float | None:
    try:
        number = float(word)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < 1e6 else None
