"""Quantities: the table of number expressions, both ways, and what must hold of any text."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold
from policyparse.language.quantities import Quantity, find_quantities

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "numbers.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def first(text: str) -> Quantity | None:
    return next(find_quantities(fold(text)), None)


def test_the_table_has_300_expressions() -> None:
    assert len(TABLE) >= 300
    assert len({row[0] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=[f"n{i:03}" for i in range(len(TABLE))])
def test_number_expression(row: list[str]) -> None:
    found = first(row[0])
    if row[1] == "-":
        assert found is None, f"{row[0]}: {found}"
        return
    _, value, upper, unit, comparator = row
    assert found is not None, row[0]
    assert (found.value, found.upper, found.unit, found.comparator) == (
        Decimal(value),
        Decimal(upper) if upper else None,
        unit,
        comparator,
    ), row[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别增长36.3%和12.5%", ["36.3%", "12.5%"]),
        ("高于同期全国工业和制造业1个和0.8个百分点", ["1个百分点", "0.8个百分点"]),
        ("快于全部规模以上工业1.7和3.3个百分点", ["1.7个百分点", "3.3个百分点"]),
        ("97个国民经济大类中的80个", ["97个", "80个"]),
        ("6个方面共20条具体举措", ["6个", "20条"]),
        ("第20届博览会在2024年3月开幕，吸引1.2万名客商", ["12000名"]),
        ("到2025年，建成3—5个基地，投资超500亿元", ["3个", "50000000000元"]),
    ],
    ids=["series", "shared", "shared_bare", "set", "two", "ordinal", "mixed"],
)
def test_quantities_of_a_sentence(text: str, expected: list[str]) -> None:
    assert [f"{q.value}{q.unit}" for q in find_quantities(fold(text))] == expected


def test_the_extent_holds_number_unit_and_comparators() -> None:
    text = "设备投资规模不低于300万元左右的企业"
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == "不低于300万元左右"
    assert text[found.number : found.end] == "300万元左右"


@pytest.mark.parametrize(
    ("text", "dimension"), [("5.2%", "measure"), ("300家", "count"), ("15日内", "duration"), ("过半", "measure")]
)
def test_dimension(text: str, dimension: str) -> None:
    found = first(text)
    assert found is not None
    assert found.dimension == dimension


PIECES = [
    "3",
    "12.5",
    "三百",
    "%",
    "个",
    "亿元",
    "万",
    "以上",
    "不足",
    "—",
    "至",
    "余",
    "第",
    "百分之",
    "届",
    "和",
    "，",
    "2024年",
    "个百分点",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_quantities_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.number < found.end <= len(text)
        assert found.start <= found.number
        assert found.value >= 0
        assert found.upper is None or found.upper > found.value
        end = found.end


@given(st.text(max_size=100))
def test_any_text_is_read(text: str) -> None:
    list(find_quantities(fold(text)))
