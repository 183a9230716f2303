"""Numerals: Arabic, Chinese, mixed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.language.numerals import find_numerals, parse_integer

DIGITS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("三百二十", 320),
        ("二〇二二", 2022),
        ("一百零五", 105),
        ("廿三", 23),
        ("卅", 30),
        ("两万三千", 23000),
        ("一万二", 12000),
        ("一千五", 1500),
        ("十", 10),
        ("百", 100),
        ("一亿五千万", 150_000_000),
        ("三千二百万", 32_000_000),
        ("壹佰贰拾", 120),
        ("〇", 0),
    ],
)
def test_integer(text: str, value: int) -> None:
    assert parse_integer(text) == value


@pytest.mark.parametrize("text", ["", "abc", "1.5", "第三", "三个", "１２"])
def test_no_integer(text: str) -> None:
    assert parse_integer(text) is None


@pytest.mark.parametrize(
    ("text", "value", "upper", "surplus"),
    [
        ("3.2万", "32000", None, False),
        ("1.3万亿", "1300000000000", None, False),
        ("1,234.5", "1234.5", None, False),
        ("300余", "300", None, True),
        ("20余万", "200000", None, True),
        ("一百多万", "1000000", None, True),
        ("三点五万", "35000", None, False),
        ("三四十", "30", "40", False),
        ("七八", "7", "8", False),
        ("十七八", "17", "18", False),
        ("三分之二", "0.66666667", None, False),
        ("1/4", "0.25", None, False),
        ("3千", "3000", None, False),
    ],
)
def test_numeral(text: str, value: str, upper: str | None, surplus: bool) -> None:
    (found,) = find_numerals(text)
    assert (found.start, found.end) == (0, len(text))
    assert (found.value, found.upper, bool(found.surplus)) == (
        Decimal(value),
        Decimal(upper) if upper else None,
        surplus,
    )


@pytest.mark.parametrize("text", ["PM2.5", "A1", "1.2.3", "七三", "无数字"])
def test_no_numeral(text: str) -> None:
    assert [n for n in find_numerals(text) if n.start == 0 or n.end == len(text)] == []


def test_thousand_before_a_metre_is_part_of_the_unit() -> None:
    found = next(find_numerals("3千米"))
    assert (found.value, found.end) == (3, 1)


def spell(number: int) -> str:
    """The number in Chinese, by the rule: a unit a digit, 零 for gaps."""
    if number < 10:
        return DIGITS[number]
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            head, rest = divmod(number, unit)
            gap = "零" if rest and rest < unit // 10 else ""
            return spell(head) + name + (gap + spell(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1))
def test_what_is_spelt_is_read(number: int) -> None:
    assert parse_integer(spell(number)) == number
    assert parse_integer(str(number)) == number


@given(st.text("0123456789〇一二三四五六七八九十百千万亿两余多几点./,个 ", max_size=30))
def test_numerals_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for found in find_numerals(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value >= 0
        assert found.upper is None or found.upper > found.value
        end = found.end
