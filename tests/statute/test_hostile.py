"""Damaged and hostile statutes: a result with diagnostics, never an exception."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyparse
from policyparse.language.labels import format_number

STATUTE = "\n".join(
    [
        "某市某某条例",
        "（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）",
        "目录",
        *(f"第{format_number(c)}章 监督管理" for c in range(1, 6)),
        *(
            line
            for c in range(1, 6)
            for line in (
                f"第{format_number(c)}章 监督管理",
                *(
                    text
                    for a in range(10 * c - 9, 10 * c + 1)
                    for text in (
                        f"第{format_number(a)}条 主管部门应当依照《某某法》第{format_number(a)}条和本条例第一条的规定，履行下列职责：",
                        "（一）监督检查；",
                        "（二）不得收费。",
                        "前款规定自2020年6月1日起施行。",
                    )
                ),
            )
        ),
    ]
)


def parsed(text: str) -> policyparse.Decision:
    decision = policyparse.parse(text, kind="decision")
    assert isinstance(decision, policyparse.Decision)
    return decision


def codes(text: str) -> set[str]:
    return {d.code for d in parsed(text).diagnostics}


def test_the_statute_itself() -> None:
    decision = parsed(STATUTE)
    assert (len(decision.articles), len(decision.divisions)) == (50, 5)
    assert not {c for c in codes(STATUTE) if c.startswith("PP4")}


@pytest.mark.parametrize("shuffle", range(5))
def test_lines_in_random_order(shuffle: int) -> None:
    lines = STATUTE.split("\n")
    random.Random(shuffle).shuffle(lines)
    assert codes("\n".join(lines)) & {"PP401", "PP402", "PP413"}


def test_a_missing_chapter() -> None:
    start, end = STATUTE.index("第三章 监督管理\n第二十一条"), STATUTE.index("第四章 监督管理\n第三十一条")
    assert {"PP401", "PP404"} <= codes(STATUTE[:start] + STATUTE[end:])


@pytest.mark.parametrize("mark", ["（", "）", "《", "》", "“", "”", "【", "〔"])
def test_unbalanced_brackets(mark: str) -> None:
    assert len(parsed(STATUTE.replace("的规定", f"的{mark}规定")).articles) == 50
    assert parsed(STATUTE.replace("，", mark)).articles


def test_ten_thousand_articles() -> None:
    articles = "".join(f"第{format_number(n)}条　主管部门应当履行职责。\n" for n in range(1, 10_001))
    assert len(parsed(f"某市某某条例\n{articles}").articles) == 10_000


@pytest.mark.parametrize(
    "lines",
    [["第一条 甲。"], ["第一章"], ["一、甲。"], ["附件"], ["（一）甲。"], ["第一条"], ["目录"], ["“第一条 甲。"]],
)
def test_a_single_line(lines: list[str]) -> None:
    assert parsed("\n".join(lines)).kind == "decision"


ALPHABET = (
    "第一二三十条款项章节编目录附件则（）《》“”【】，。；：、 　\n应当不得可以的本例法决定自施行年月日0123456789甲乙"
)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, min_size=1, max_size=300).filter(str.strip))
def test_any_text_parses(text: str) -> None:
    decision = parsed("关于修改《某市某某条例》的决定\n" + text)
    for article in decision.articles:
        assert 0 <= article.span.start <= article.span.end
    assert policyparse.parse("关于修改《某市某某条例》的决定\n" + text, kind="decision") == decision


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=200), st.text(alphabet=ALPHABET + "修改为增加删去作第", max_size=200))
def test_any_decision_may_be_applied_to_any_document(base: str, points: str) -> None:
    document = parsed("某市某某条例\n第一条 甲。\n第二条 乙。\n" + base)
    amending = parsed("关于修改《某市某某条例》的决定\n一、第一条修改为：“丙。”\n二、" + points)
    result = policyparse.apply_amendments(document, amending)
    assert isinstance(result, policyparse.Decision)


def test_dates_that_do_not_exist_are_none() -> None:
    decision = parsed("某市某某条例\n（2020年13月41日某会议通过）\n第一条 本条例自2020年2月30日起施行。\n")
    assert decision.adopted_on is None
    assert decision.effective_on is None
    assert decision.effective_on != date(2020, 3, 1)
