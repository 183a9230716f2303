"""Texts of documents and names of files as they may go to a terminal or a log."""

import json
import unicodedata

_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of controls, format characters (among them those that turn the direction), and line separators."""


def printable(text: str) -> str:
    r"""A text on one line, with every control and format character as its escape: `\x1b`, `\u202e`, `\n`."""
    if text.isprintable():
        return text
    return "".join(_escaped(c) if unicodedata.category(c) in _HARMFUL else c for c in text)


def printable_lines(text: str) -> str:
    r"""A text of several lines as `printable`; its line feeds and tabs stay."""
    return "".join(c if c in "\n\t" else printable(c) for c in text) if _is_harmful(text) else text


def printable_json(text: str) -> str:
    r"""JSON with every control and format character in its strings as an escape of JSON: the same value, `\u202e`."""
    if not _is_harmful(text):
        return text
    return "".join(json.dumps(c)[1:-1] if c != "\n" and unicodedata.category(c) in _HARMFUL else c for c in text)


def _is_harmful(text: str) -> bool:
    return not text.replace("\n", "").isprintable()


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
