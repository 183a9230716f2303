"""The one door to word segmentation: jieba, loaded on first use, with the words that a text can hold and no others.

jieba reads its whole dictionary before the first cut (half a second, 76 MB), or what some program left in a shared
folder for temporary files. Here the dictionary stays text, and the words that begin with a character are read when a
text has that character: the cuts are the same, since no other word can stand in the text.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from policyparse.knowledge.compiled import compiled

_TOTALS = {5_071_852: 60_101_967}
"""Sum of all frequencies of the dictionary of jieba 0.42, by its size in bytes; of another it is counted."""

_SAME_CHARACTER = compiled(r"(?m)^(.).*\n(?:\1.*\n)*")
"""Lines in a row that begin with the same character."""

_NAME_LENGTH = 3
"""A name that is a word of the dictionary has so many characters."""

_FREQUENCY = compiled(r"(?m)^\S+ (\d+)")


class _Segmenter:
    """jieba's tokenizer, with the words of its dictionary that begin with characters that were asked for."""

    def __init__(self) -> None:
        with _without_pkg_resources():
            import jieba

        path = Path(jieba.__file__).with_name("dict.txt")
        self._lines = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
        self._places: dict[str, list[tuple[int, int]]] = {}
        for same in _SAME_CHARACTER.finditer(self._lines):
            self._places.setdefault(same[1], []).append(same.span())
        self._tokenizer: Any = jieba.Tokenizer()
        self._tokenizer.initialized = True
        self._tokenizer.total = _TOTALS.get(path.stat().st_size) or sum(map(int, _FREQUENCY.findall(self._lines)))
        self._frequencies: dict[str, int] = self._tokenizer.FREQ

    def cut(self, text: str) -> list[str]:
        """The words of a text."""
        self._read(text)
        words: list[str] = self._tokenizer.lcut(text)
        return words

    def frequency(self, word: str) -> int:
        """How often a word was met when the dictionary was made; 0 for what is no word."""
        self._read(word[:1])
        return self._frequencies.get(word, 0)

    def kind(self, word: str) -> str:
        """What part of speech the dictionary gives a word (nr is a name of a person); empty for what is no word."""
        start = self._lines.find(f"\n{word} ") + 1
        return self._lines[start : self._lines.find("\n", start)].split(" ")[-1] if start else ""

    def _read(self, characters: Iterable[str]) -> None:
        """Read the words that begin with these characters, and what they begin with, as jieba does."""
        for character in characters:
            for start, end in self._places.pop(character, ()):
                for line in self._lines[start:end].splitlines():
                    word, frequency, *_ = line.split(" ")
                    for length in range(1, len(word)):
                        self._frequencies.setdefault(word[:length], 0)
                    self._frequencies[word] = int(frequency)


@contextmanager
def _without_pkg_resources() -> Iterator[None]:
    """Let jieba find its files without pkg_resources, which is deprecated and takes as long as all the rest of it."""
    if "pkg_resources" in sys.modules:
        yield
        return
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["pkg_resources"]


@cache
def _segmenter() -> _Segmenter:
    return _Segmenter()


def word_ends(text: str) -> frozenset[int]:
    """Where the words of a text end.

    Args:
        text: Simplified text of at most a few words.

    Returns:
        Offsets after each word.
    """
    ends, end = set(), 0
    for word in _segmenter().cut(text):
        end += len(word)
        ends.add(end)
    return frozenset(ends)


def is_word(text: str) -> bool:
    """Whether a text is a word of the dictionary."""
    return _segmenter().frequency(text) > 0


@cache
def is_name_in_dictionary(text: str) -> bool:
    """Whether a word of the dictionary is the name of a person (李建国), and no other word."""
    return len(text) == _NAME_LENGTH and _segmenter().kind(text).startswith("nr")
