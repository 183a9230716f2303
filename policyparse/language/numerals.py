"""Numerals: Arabic, Chinese and mixed.

    numeral  ::= (arabic | chinese | fraction) surplus? magnitude? surplus?
    fraction ::= chinese "分之" chinese | arabic "/" arabic
    surplus  ::= "多" | "余" | "几" | "来"

Rules for the form of numbers in official Chinese text: GB/T 15835—2011 出版物上数字用法.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿")

MAGNITUDES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
}
"""What stands between a number and its unit, and by what it multiplies."""

_ONCE = Decimal(1)
_CHINESE = re.compile(r"[〇零○一二三四五六七八九十百千万亿两廿卅]+")
_POSITIONAL = frozenset("〇零○一二三四五六七八九")
_ONE = "[一二三四五六七八九两]"
_GROUP = f"(?:{_ONE}千)?(?:[零〇]?{_ONE}?百)?(?:[零〇]?{_ONE}?[十廿卅])?(?:[零〇]?{_ONE})?"
_WELL_FORMED = re.compile(rf"(?:{_GROUP}千?万?亿)?(?:[零〇]?{_GROUP}万)?[零〇]?{_GROUP}")
_TWO_DIGITS = re.compile(r"([一二三四五六七八九两])([二三四五六七八九])([十百千万亿]{0,3})")
_TEENS = re.compile(r"([二三四五六七八九]?十)([一二三四五六七八])([二三四五六七八九])")
_COLLOQUIAL = re.compile(r".{0,12}[一二三四五六七八九两]([百千万亿])([一二三四五六七八九])")


def parse_integer(text: str) -> int | None:
    """Read a whole number: 12, 三百二十, 二〇二二, 一百零五, 廿三, 一万二 (12,000).

    Args:
        text: Width-folded text of nothing but the number.

    Returns:
        The number, or None where the text is none.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.translate(_FORMAL)
    if not _CHINESE.fullmatch(text):
        return None
    if all(c in _POSITIONAL for c in text):
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
        elif c == "亿":
            total = (total + group + digit or 1) * _MYRIADS[c]
            group = digit = 0
        else:
            total += (group + digit or 1) * _MYRIADS[c]
            group = digit = 0
    if digit and (short := _COLLOQUIAL.fullmatch(text)):
        digit *= (_UNITS | _MYRIADS)[short[1]] // 10
    return total + group + digit


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point, magnitude included.
        value: Its value, magnitude multiplied out.
        upper: Upper end, where the numeral itself is a range (三四十); else None.
        scale: The magnitude that was multiplied out, 1 where none is printed.
        surplus: Whether 多, 余 or 几 says that it is somewhat more.
        bare: Whether it has no digit, only a magnitude (百, 千万).
        fraction: Whether it is a fraction (三分之二, 1/4).
        chinese: Whether it is written in Chinese characters.
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    scale: Decimal
    surplus: bool
    bare: bool
    fraction: bool
    chinese: bool


_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,16})(?:\.\d{1,8})?"
HAN = "〇零○一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""The characters of Chinese numerals."""
_CANDIDATE = re.compile(f"[0-9{HAN}]")
_HAN_RUN = f"[{HAN}]{{1,16}}"
_NUMERAL = re.compile(
    rf"""
      (?<![\d.A-Za-z])(?:
        (?P<above>\d{{1,3}})/(?P<below>\d{{1,4}})(?![\d/.年])
      | (?P<arabic>{_ARABIC})(?![\d.]*\d)
        (?:\s?(?P<more>[多余几来])?\s?(?P<magnitude>万亿|千万|百万|十万|千亿|百亿|十亿|亿|万|千(?![米克瓦伏字赫焦帕牛卡周里]))(?P<after>[多余](?![元人]大))?
          | (?P<some>[多余几](?!样|元化|云|级)))?
      )
    | (?P<whole>{_HAN_RUN})分之(?P<part>{_HAN_RUN})(?:点(?P<part_decimals>[〇零一二三四五六七八九]{{1,4}}))?
    | (?P<han>{_HAN_RUN})(?:点(?P<decimals>[〇零一二三四五六七八九]{{1,6}})(?P<scale>万亿|亿|万)?
        |(?P<surplus>[多余几](?=[万亿十百千])|余|多(?!样|元化?|边|种多样|次|头|重|维|点))(?P<tail>万亿|[万亿])?)?
    """,
    re.VERBOSE,
)


def find_numerals(
    folded: str, start: int = 0, end: int | None = None, *, anchor: re.Pattern[str] = _CANDIDATE
) -> Iterator[Numeral]:
    """Find the numbers of a text, in order, whatever they count.

    Ordinals, dates and labels are numbers here too; `find_quantities` keeps those that have a unit.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
        anchor: What a number must begin with; a stricter pattern passes over those that the caller has no use for.
    """
    limit = len(folded) if end is None else end
    at = start
    while candidate := anchor.search(folded, at, limit):
        match = _NUMERAL.match(folded, candidate.start(), limit)
        if match is None:
            at = candidate.start() + 1
            continue
        at = match.end()
        numeral = _read_arabic(match) if match["arabic"] or match["above"] else _read_chinese(match)
        if numeral is not None:
            yield numeral


def _read_arabic(match: re.Match[str]) -> Numeral | None:
    if match["above"]:
        below = int(match["below"])
        if not below > 1 or int(match["above"]) >= below:
            return None
        value = _quotient(int(match["above"]), below)
        return Numeral(match.start(), match.end(), value, None, Decimal(1), False, False, True, False)
    value, scale = Decimal(match["arabic"].replace(",", "")), _ONCE
    if match["magnitude"]:
        scale = MAGNITUDES[match["magnitude"]]
        value *= scale
    surplus = bool(match["more"] or match["after"] or match["some"])
    return Numeral(match.start(), match.end(), _plain(value), None, scale, surplus, False, False, False)


def _read_chinese(match: re.Match[str]) -> Numeral | None:
    if match["whole"]:
        whole, part = parse_integer(match["whole"]), parse_integer(match["part"])
        if not whole or part is None:
            return None
        above = Decimal(part) + _decimals(match["part_decimals"])
        scale = Decimal(whole)
        value = _plain(above) if whole in (100, 1000) else _quotient(above, whole)
        return Numeral(match.start(), match.end(), value, None, scale, False, False, True, True)
    run = match["han"].translate(_FORMAL)
    lower, upper = _chinese_value(run)
    if lower is None:
        return None
    scale = _ONCE
    for name in ("scale", "tail"):
        if match[name]:
            scale = MAGNITUDES[match[name]]
    value = Decimal(lower)
    if match["decimals"] or scale is not _ONCE:
        value = _plain((value + _decimals(match["decimals"])) * scale)
    return Numeral(
        match.start(),
        match.end(),
        value,
        None if upper is None else _plain(Decimal(upper) * scale),
        scale,
        bool(match["surplus"]),
        not any(c in _DIGITS or c == "十" for c in run),
        False,
        True,
    )


def _chinese_value(run: str) -> tuple[int | None, int | None]:
    """Value of a run of Chinese number characters, with an upper end for 三四十; (None, None) where it is none."""
    if len(run) == 1 or (len(run) > 2 and all(c in _POSITIONAL for c in run)):
        return parse_integer(run), None
    pair = _TWO_DIGITS.fullmatch(run)
    if pair and _DIGITS[pair[2]] == _DIGITS[pair[1]] + 1:
        return parse_integer(pair[1] + pair[3]), parse_integer(pair[2] + pair[3])
    teens = _TEENS.fullmatch(run)
    if teens and _DIGITS[teens[3]] == _DIGITS[teens[2]] + 1:
        return parse_integer(teens[1] + teens[2]), parse_integer(teens[1] + teens[3])
    if _WELL_FORMED.fullmatch(run) or re.fullmatch(r"[十百千]?[万亿]{1,2}", run):
        return parse_integer(run), None
    return None, None


def _decimals(digits: str | None) -> Decimal:
    return Decimal("0." + "".join(str(_DIGITS[c]) for c in digits)) if digits else Decimal(0)


def _plain(value: Decimal) -> Decimal:
    """The same value without a positive exponent: 5E+7 is 50000000."""
    if value.as_tuple().exponent == 0:
        return value
    return value.quantize(_ONCE) if value == value.to_integral_value() else value.normalize()


def _quotient(above: int | Decimal, below: int) -> Decimal:
    return _plain((Decimal(above) / below).quantize(Decimal("0.0001")))
