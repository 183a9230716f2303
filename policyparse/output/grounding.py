"""Places of strings that a model returned: exact, through width and white space, or through repair; else none."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from pydantic import Field

from policyparse.knowledge.fold import fold
from policyparse.model.arguments import expect, expect_all
from policyparse.model.base import Model, Span
from policyparse.repair.cleaning import CleanText, clean
from policyparse.source.source_text import SourceText

Grade: TypeAlias = Literal["exact", "width", "repaired"]
"""How a string was found: as it is; by width, white space and quotation marks; in the repaired text."""

_MARKS = frozenset("“”‘’\"'")
_OF_NUMBER = frozenset(".,")


class Grounding(Model):
    """Where a text says what a string says (定位)."""

    value: str = Field(description="The string (取值).")
    grade: Grade | None = Field(description="How it was found (定位方式): exact, width or repaired; null where not.")
    spans: list[Span] = Field(default_factory=list, description="Every place, in order (原文位置).")


def ground(values: Iterable[str], text: str | SourceText) -> list[Grounding]:
    """Find the places of strings, such as a language model gives, in the text from which it had them.

    A string is looked for as it is; then without regard to width, white space and quotation marks; then in the
    repaired text. A number is found only as a whole: 5% does not stand in 15%.

    Args:
        values: The strings.
        text: The text, or what `read` returned.

    Returns:
        One for each string, in order; the spans count in the text as given.

    Raises:
        TypeError: An argument is of another type.
    """
    expect(text, (str, SourceText), "text")
    values = expect_all(values, str, "values")
    source = text if isinstance(text, SourceText) else SourceText(text)
    places = _Places(source)
    return [places.ground(value) for value in values]


class _Places:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.key, self.offsets = _keyed(source.text)
        self._clean: tuple[CleanText, str, list[int]] | None = None

    def ground(self, value: str) -> Grounding:
        """The places of a string, by the first way that finds any."""
        key, _ = _keyed(value)
        if not key:
            return Grounding(value=value, grade=None)
        exact = [Span(start=i, end=i + len(value)) for i in _occurrences(self.source.text, value)]
        if exact:
            return Grounding(value=value, grade="exact", spans=exact)
        found = list(_occurrences(self.key, key))
        if found:
            spans = [Span(start=self.offsets[i], end=self.offsets[i + len(key) - 1] + 1) for i in found]
            return Grounding(value=value, grade="width", spans=spans)
        cleaned, clean_key, offsets = self._cleaned()
        found = list(_occurrences(clean_key, key))
        spans = [cleaned.source_span(offsets[i], offsets[i + len(key) - 1] + 1) for i in found]
        return Grounding(value=value, grade="repaired" if spans else None, spans=spans)

    def _cleaned(self) -> tuple[CleanText, str, list[int]]:
        if self._clean is None:
            cleaned = clean(self.source)
            self._clean = (cleaned, *_keyed(cleaned.text))
        return self._clean


def _keyed(text: str) -> tuple[str, list[int]]:
    """A text without width, white space and quotation marks, and the offset of each of its characters."""
    folded = fold(text)
    offsets = [i for i, character in enumerate(folded) if not character.isspace() and character not in _MARKS]
    return "".join(folded[i] for i in offsets), offsets


def _occurrences(text: str, value: str) -> Iterator[int]:
    """Offsets at which a string stands in a text as a whole: no number and no Latin word goes on beside it."""
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        if not _goes_on(text, at, -1, value[0]) and not _goes_on(text, end - 1, 1, value[-1]):
            yield at
        at = text.find(value, at + 1)


def _goes_on(text: str, at: int, step: int, edge: str) -> bool:
    """Whether the number or word at the edge of a string goes on beyond it."""
    beside = text[at + step] if 0 <= at + step < len(text) else ""
    if edge.isdigit():
        further = text[at + 2 * step] if 0 <= at + 2 * step < len(text) else ""
        return beside.isdigit() or (beside in _OF_NUMBER and further.isdigit())
    return edge.isascii() and edge.isalpha() and beside.isascii() and beside.isalpha()
