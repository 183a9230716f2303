"""Every amending decision that the generators make, applied to its base, gives what was generated; and what decisions print."""

from typing import Any

import pytest

import policyparse
from generators.amending import CONSTRUCTS, make
from generators.common import differences

SEEDS = range(100, 112)
"""Seeds beside those of the generated tests."""


def parsed(text: str) -> policyparse.Decision:
    document = policyparse.parse(text)
    assert isinstance(document, policyparse.Decision)
    return document


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_a_made_decision_applied_to_its_base_gives_what_was_made(construct: str) -> None:
    for seed in SEEDS:
        made = make(construct, seed)
        assert made.base is not None
        result = policyparse.apply_amendments(parsed(made.base), parsed(made.text))
        assert differences(made.truth["amended"], result.model_dump(mode="json")) == [], seed
        assert [d.message for d in result.diagnostics if d.code == "PP410"] == [], seed


BASE = """云江市渡口条例
第一章　总则
第一条　为了规范渡口，制定本条例。
第二条　渡工应当持证。
第二章　附则
第三条　本条例自2001年6月1日起施行。
"""

DECISION = """云江市人民代表大会常务委员会关于修改《云江市渡口条例》等两件地方性法规的决定
（2021年4月29日云江市第十届人民代表大会常务委员会第二次会议通过）
决定作如下修改：
一、将《云江市渡口条例》第二条中的“渡工”修改为“船员”。
二、删去《云江市浴场条例》第二条。
本决定自2021年9月1日起施行。
"""


def applied(base: str, decision: str) -> policyparse.Decision:
    return policyparse.apply_amendments(parsed(base), parsed(decision))


def test_of_a_decision_on_several_statutes_what_is_meant_for_one_is_applied_to_it() -> None:
    result = applied(BASE, DECISION)
    assert [p.text for a in result.articles[1:2] for p in a.paragraphs] == ["船员应当持证。"]
    assert len(result.articles) == 3
    assert "PP410" not in [d.code for d in result.diagnostics]


def test_a_decision_on_another_statute_changes_nothing_and_says_so() -> None:
    result = applied(BASE.replace("渡口条例", "旅店条例", 1), DECISION)
    assert [d.message for d in result.diagnostics if d.code == "PP410"] == [
        "the decision amends 云江市浴场条例、云江市渡口条例, not this document"
    ]
    assert policyparse.text_of(result).split("\n")[1:] == BASE.split("\n")[1:]


def test_a_consolidated_document_keeps_no_places_of_the_old_text() -> None:
    base = policyparse.parse(BASE, with_text=True)
    assert isinstance(base, policyparse.Decision)
    result = policyparse.apply_amendments(base, parsed(DECISION))
    assert result.text == policyparse.text_of(result)
    assert (result.blocks, result.tables, result.citations, result.attachments) == ([], [], [], [])


def one_point(point: str) -> str:
    lines = DECISION.replace("等两件地方性法规", "").split("\n")
    return "\n".join([*lines[:3], f"一、{point}", *lines[5:]])


@pytest.mark.parametrize(
    ("point", "fault"),
    [
        ("增加一章，作为第二章：“第三章　监督\n“第三条　甲。”", "another heading"),
        ("增加一节，作为第二节：“第二节　监督\n“第三条　甲。”", "in which chapter"),
        ("删去第九章。", "no such division"),
        ("将第九章改为第十章。", "no such division"),
        ("将第一章中的“丙丁”修改为“戊”。", "does not stand there"),
    ],
)
def test_what_does_not_fit_the_divisions_is_said_and_changes_nothing(point: str, fault: str) -> None:
    result = applied(BASE, one_point(point))
    found = [d.message for d in result.diagnostics if d.code == "PP410"]
    assert len(found) == 1
    assert fault in found[0]
    assert policyparse.text_of(result) == BASE


def test_chapters_begin_anew_in_each_part() -> None:
    base = "云江市渡口条例\n第一编　甲\n第一章　一\n第一条　甲。\n第二编　乙\n第一章　二\n第二条　乙。\n"
    result = applied(
        base, one_point("第一编增加一章，作为第二章：“第二章　新\n“第二条　丙。”") + "并对条文顺序作相应调整。\n"
    )
    assert [(d.label, d.title) for d in result.divisions] == [
        ("第一编", "甲"),
        ("第一章", "一"),
        ("第二章", "新"),
        ("第二编", "乙"),
        ("第一章", "二"),
    ]
    assert [(a.label, a.division) for a in result.articles] == [("第一条", 1), ("第二条", 2), ("第三条", 4)]


APPROVAL = """云江省人民代表大会常务委员会关于批准《云江市渡口条例》的决议
（2021年4月29日云江省第十届人民代表大会常务委员会第二次会议通过）
会议决定，批准《云江市渡口条例》，由云江市人民代表大会常务委员会公布施行。
{label}云江市渡口条例{version}
（2021年1月9日云江市第九届人民代表大会常务委员会第一次会议通过）
第一章　总则
第一条　为了规范渡口，制定本条例。
第二条　渡工应当持证。
第三条　本条例自2021年6月1日起施行。
"""


@pytest.mark.parametrize(("label", "version"), [("", ""), ("附件\n", ""), ("附：\n", "（2021年修正本）")])
def test_what_a_resolution_approves_is_an_attachment_with_a_document(label: str, version: str) -> None:
    document = parsed(APPROVAL.format(label=label, version=version))
    assert document.title == "云江省人民代表大会常务委员会关于批准《云江市渡口条例》的决议"
    assert (document.articles, len(document.annexes)) == ([], 1)
    [attachment] = document.attachments
    inner: Any = attachment.document
    assert (attachment.title, inner.adopted_on.isoformat()) == (f"云江市渡口条例{version}", "2021-01-09")
    assert [a.label for a in inner.articles] == ["第一条", "第二条", "第三条"]
    assert inner.articles[1].norms[0].pointer.startswith("/attachments/0/document/articles/1/")


def test_a_title_that_is_only_cited_prints_nothing() -> None:
    text = DECISION + "云江市渡口条例\n根据本决定重新公布。\n"
    assert (parsed(text).attachments, parsed(text).annexes) == ([], [])
