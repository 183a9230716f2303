"""What repeats itself takes time in proportion: no rule looks back without a limit."""

import time
from datetime import date

import pytest

from policyparse.core.diagnostics import Diagnostics
from policyparse.plan.indicators import parse_indicators
from policyparse.plan.industry_plan import parse_plan
from policyparse.structure.layout import Block, Page, Role

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
]
TITLE = "某地工业计划方案"


def seconds(piece: str, length: int) -> float:
    body = piece * (length // len(piece))
    blocks = [
        Block(Role.TITLE, 0, len(TITLE), TITLE, TITLE),
        Block(Role.PARAGRAPH, len(TITLE) + 1, len(TITLE) + 1 + len(body), body, body),
    ]
    page = Page(f"{TITLE}\n{body}", f"{TITLE}\n{body}", blocks, False)
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        parse_indicators(page, date(2024, 9, 1), Diagnostics())
        parse_plan(page, date(2024, 9, 1), Diagnostics())
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("piece", PIECES, ids=[f"p{i}" for i in range(len(PIECES))])
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    assert seconds(piece, 12000) < 9 * seconds(piece, 3000) + 0.05
