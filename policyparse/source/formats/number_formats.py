"""How Word prints a number of a list: the values of `ST_NumberFormat` (ISO/IEC 29500-1, 17.18.59).

Formats of other languages, which no Chinese document has, are printed as decimal numbers.
"""

from collections.abc import Callable, Mapping

_PLAIN, _PLAIN_UNITS = "零一二三四五六七八九", ("", "十", "百", "千", "万")
_TRADITIONAL_UNITS = ("", "十", "百", "千", "萬")
_LEGAL, _LEGAL_UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟", "万")
_LEGAL_TRADITIONAL, _LEGAL_TRADITIONAL_UNITS = "零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟", "萬")
_JAPANESE_LEGAL, _JAPANESE_LEGAL_UNITS = "〇壱弐参四伍六七八九", ("", "拾", "百", "阡", "萬")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN_LETTERS = "M CM D CD C XC L XL X IX V IV I"
_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), _ROMAN_LETTERS.split(), strict=True))
_LARGEST = 32_767
"""Largest number of a list in Word."""


def print_number(value: int, number_format: str) -> str:
    """Print a number as Word does.

    Args:
        value: The number.
        number_format: Name of the format; an unknown one is taken for `decimal`.

    Returns:
        The number as printed, empty for `none` and `bullet`.
    """
    if number_format in ("none", "bullet"):
        return ""
    if number_format == "decimalZero":
        return f"{value:02}"
    printer = _PRINTERS.get(number_format)
    return printer(value) if printer is not None and 0 < value <= _LARGEST else str(value)


def _counted(value: int, digits: str, units: tuple[str, ...]) -> str:
    """Counting with 十百千万: 一百零一."""
    printed = ""
    for place, digit in enumerate(str(value), 1 - len(str(value))):
        if digit != "0":
            printed += digits[int(digit)] + units[-place]
        elif not printed.endswith(digits[0]):
            printed += digits[0]
    return printed.rstrip(digits[0])


def _thousand(value: int, units: tuple[str, ...] = _PLAIN_UNITS) -> str:
    """一百零一, and 十 for 一十."""
    printed = _counted(value, _PLAIN, units)
    return printed[1:] if 10 <= value < 20 else printed


def _hundred(value: int, zero: str) -> str:
    """十, 九十九, 一○○: counting up to 99, above it digits."""
    return _thousand(value) if value < 100 else _digits(value, zero + _PLAIN[1:])


def _japanese(value: int) -> str:
    """百一: no 一 in front of 十, 百, 千, no 零."""
    printed = _counted(value, _PLAIN, _PLAIN_UNITS).replace("零", "")
    return printed.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _digits(value: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _cycle(value: int, characters: str) -> str:
    """The characters in order, from the start again after the last."""
    return characters[(value - 1) % len(characters)]


def _repeated(value: int, characters: str) -> str:
    """A … z, aa, bb …: the same letter once more with each round."""
    rounds, letter = divmod(value - 1, len(characters))
    return characters[letter] * min(rounds + 1, 100)


def _roman(value: int) -> str:
    printed = ""
    for amount, letters in _ROMAN:
        printed += letters * (value // amount)
        value %= amount
    return printed


def _enclosed(value: int, *runs: tuple[int, int, str]) -> str:
    """A character that encloses the number; a plain number where Unicode has none.

    Args:
        value: The number.
        runs: First and last number of a run, and the character of the first.
    """
    for first, last, character in runs:
        if first <= value <= last:
            return chr(ord(character) + value - first)
    return str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_PRINTERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda n: _digits(n, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda n: _digits(n, "０１２３４５６７８９"),
    "decimalEnclosedCircle": lambda n: _enclosed(n, (1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")),
    "decimalEnclosedCircleChinese": lambda n: _enclosed(n, (1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")),
    "decimalEnclosedFullstop": lambda n: _enclosed(n, (1, 20, "⒈")),
    "decimalEnclosedParen": lambda n: _enclosed(n, (1, 20, "⑴")),
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _repeated(n, _LETTERS.upper()),
    "lowerLetter": lambda n: _repeated(n, _LETTERS),
    "chineseCounting": lambda n: _hundred(n, "○"),
    "chineseCountingThousand": _thousand,
    "chineseLegalSimplified": lambda n: _counted(n, _LEGAL, _LEGAL_UNITS),
    "taiwaneseCounting": lambda n: _hundred(n, "○"),
    "taiwaneseCountingThousand": lambda n: _thousand(n, _TRADITIONAL_UNITS),
    "taiwaneseDigital": lambda n: _digits(n, "○" + _PLAIN[1:]),
    "ideographDigital": lambda n: _digits(n, "〇" + _PLAIN[1:]),
    "ideographLegalTraditional": lambda n: _counted(n, _LEGAL_TRADITIONAL, _LEGAL_TRADITIONAL_UNITS),
    "ideographTraditional": lambda n: _cycle(n, _STEMS),
    "ideographZodiac": lambda n: _cycle(n, _BRANCHES),
    "ideographZodiacTraditional": lambda n: _cycle(n, _STEMS) + _cycle(n, _BRANCHES),
    "ideographEnclosedCircle": lambda n: _enclosed(n, (1, 10, "㈠")),
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": lambda n: _digits(n, "〇" + _PLAIN[1:]),
    "japaneseLegal": lambda n: _counted(n, _JAPANESE_LEGAL, _JAPANESE_LEGAL_UNITS).replace("〇", ""),
}
