"""Texts of documents and names of files as they may go to a terminal or a log."""

import unicodedata

_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of controls, format characters (among them those that turn the direction), and line separators."""


def printable(text: str) -> str:
    r"""A text on one line, with every control and format character as its escape: `\x1b`, `\u202e`, `\n`."""
    if text.isprintable():
        return text
    return "".join(_escaped(c) if unicodedata.category(c) in _HARMFUL else c for c in text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
