"""The one door to word segmentation: jieba, loaded on first use."""

import logging
from functools import cache
from typing import Any


@cache
def _segmenter() -> Any:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return jieba


def word_ends(text: str) -> frozenset[int]:
    """Where the words of a text end.

    Args:
        text: Simplified text of at most a few words.

    Returns:
        Offsets after each word.
    """
    ends, end = set(), 0
    for word in _segmenter().lcut(text):
        end += len(word)
        ends.add(end)
    return frozenset(ends)


def is_word(text: str) -> bool:
    """Whether a text is a word of the dictionary."""
    return bool(_segmenter().dt.FREQ.get(text))
