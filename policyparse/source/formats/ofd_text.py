"""The text objects of a page of an OFD document, put together to lines.

TextObject: Boundary "x y w h", Size, CTM? "a b c d e f", HScale?
TextCode:   X, Y: where its first character stands in that box; DeltaX: the steps to the others, "g 12 5.6" for twelve
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

_SPACE_GAP = 0.6
"""A wider gap is a space, in heights of a character; between letters of a word a third of it."""

_COLUMN_GAP = 6.0
"""A wider gap divides two columns, in heights of a character."""

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


def pieces_of(content: Element) -> list[Piece]:
    """The lines of a page, in the order of its objects.

    Args:
        content: Root of the part that holds the page.
    """
    lines: list[Piece] = []
    before: Piece | None = None
    for element in content.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "TextObject":
            for piece in _pieces(element):
                if before is not None and _is_double(before, piece):
                    continue
                before = piece
                joined = _joined(lines[-1], piece) if lines else None
                if joined is not None:
                    lines[-1] = joined
                elif piece.text.strip():
                    lines.append(piece)
    return [line._replace(text=line.text.strip()) for line in lines if line.text.strip()]


def _pieces(element: Element) -> Iterator[Piece]:
    """The texts of a text object."""
    if element.get("Visible") == "false":
        return
    boundary = _numbers(element.get("Boundary"), 4) or [0.0] * 4
    a, b, c, d, e, f = _numbers(element.get("CTM"), 6) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    size = (_numbers(element.get("Size"), 1) or [3.5])[0] * math.hypot(c, d)
    across = math.hypot(a, b)
    x, y = 0.0, 0.0
    for code in element:
        if not isinstance(code.tag, str) or code.tag.rpartition("}")[2] != "TextCode":
            continue
        text = (code.text or "").replace("\r", "").replace("\n", "")
        x = (_numbers(code.get("X"), 1) or [x])[0]
        y = (_numbers(code.get("Y"), 1) or [y])[0]
        if not text:
            continue
        left, baseline = boundary[0] + a * x + c * y + e, boundary[1] + b * x + d * y + f
        steps = _steps(code.get("DeltaX"))
        yield from _divided(text, steps, left, baseline, size, across)


def _divided(
    text: str, steps: Sequence[float], left: float, baseline: float, size: float, across: float
) -> Iterator[Piece]:
    """A text, divided where a step is so wide that a space or another column stands there."""
    start, at, place = 0, left, left
    for i, character in enumerate(text):
        width = size * (1.0 if character > _WIDE else 0.5)
        step = steps[i] * across if i < len(steps) else width
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
