"""Numerals: Arabic and Chinese."""

import re

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

INTEGER = "[0-9〇零○一二三四五六七八九十百千两廿卅]"
"""Character class of a whole number without magnitude, in folded text."""

_CHINESE = re.compile(r"[〇零○一二三四五六七八九十百千万亿两廿卅]+")


def parse_integer(text: str) -> int | None:
    """Read a whole number: 12, 三百二十, 二〇二二, 一百零五, 廿三.

    Args:
        text: Width-folded text of nothing but the number.

    Returns:
        The number, or None where the text is none.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if not _CHINESE.fullmatch(text):
        return None
    if all(c in "〇零○一二三四五六七八九" for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = group = digit = 0
    for c in text:
        if c in "廿卅":
            group += _DIGITS[c]
        elif c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _UNITS:
            group += (digit or 1) * _UNITS[c]
            digit = 0
        else:
            total = (total + group + digit) * _MYRIADS[c] if c == "亿" else total + (group + digit) * _MYRIADS[c]
            group = digit = 0
    return total + group + digit
