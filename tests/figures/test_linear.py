"""What repeats itself takes steps in proportion: no rule goes over the same text again for each number."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from policyparse.figures.indicators import parse_indicators
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role
from policyparse.plan.industry_plan import parse_plan

PIECES = [
    "增长5%，",
    "增长5%和",
    "300个项目和",
    "由5%",
    "百分之",
    "、",
    "年",
    "“",
    "（",
    "高铁、",
    "等重点产业链",
    "项目",
    "实施",
    "三",
    "2024年",
    "3日",
    "（5%）",
    "全年5%",
    "签约的项目",
    "签约的项目包括甲厂、",
    "新建东山水厂、西山水厂，",
    "总投资3亿元的东山水厂、",
    "等已经签约，",
    "签下东山基地项目，",
    "“三个提升”为抓手，",
    "对企业给予5万元补助，",
    "总规模5亿元的",
    "5个县中，增长的有3个，",
    "低于3%左右的预期目标，",
    "以锂电为引领，",
    "一是新建",
]
TITLE = "某地工业计划方案"


def steps(reading: Callable[[], object]) -> int:
    """How many calls, of Python functions and of built-in ones, a reading makes."""
    count = 0

    def call(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(call)
    try:
        reading()
    finally:
        sys.setprofile(before)
    return count


def page_of(piece: str, length: int) -> Page:
    body = piece * (length // len(piece))
    blocks = [
        Block(Role.TITLE, 0, len(TITLE), TITLE, TITLE),
        Block(Role.PARAGRAPH, len(TITLE) + 1, len(TITLE) + 1 + len(body), body, body),
    ]
    return Page(f"{TITLE}\n{body}", f"{TITLE}\n{body}", blocks, False)


@pytest.mark.parametrize("piece", PIECES, ids=[f"p{i}" for i in range(len(PIECES))])
@pytest.mark.parametrize("read", [parse_indicators, parse_plan], ids=["indicators", "plan"])
def test_four_times_the_text_takes_about_four_times_the_steps(
    read: Callable[[Page, date, Diagnostics], object], piece: str
) -> None:
    def reading(length: int) -> Callable[[], object]:
        page = page_of(piece, length)
        return lambda: read(page, date(2024, 9, 1), Diagnostics())

    reading(300)()  # what is made once (patterns, word lists) is not counted
    assert steps(reading(8000)) < 5 * steps(reading(2000)) + 1000
