"""Findings that any document can have: each is raised by a text that has the fault, not by one that has it not."""

import pytest

import policyparse

TITLE = "某市公园管理办法\n"
BODY = "第一条 为了加强公园管理，制定本办法。\n第二条 本办法自2024年3月1日起施行。\n"
NEWS = "某市召开公园管理工作会议\n"

CASES = {
    "PP201": (
        "为了加强公园管理，保障公众健康，美化人居环境，根据有关法律、法规，结合本市实际情况，作出规定。\n",
        TITLE + BODY,
    ),
    "PP202": (TITLE + "来源：[db:来源]\n" + BODY, TITLE + "来源：某市日报\n" + BODY),
    "PP203": (TITLE + BODY, TITLE + "发布时间：2024-02-07\n" + BODY),
    "PP204": (
        NEWS + "2月7日，某市召开公园管理工作会议。“我们将加快建设口袋公园，方便市民休闲。市园林局局长张立国表示。\n",
        NEWS + "2月7日，某市召开公园管理工作会议。“我们将加快建设口袋公园，方便市民休闲。”市园林局局长张立国表示。\n",
    ),
}


def codes(text: str) -> list[str]:
    kind = "decision" if "第一条" in text or "规定" in text else "briefing"
    return [diagnostic.code for diagnostic in policyparse.parse(text, kind=kind).diagnostics]


@pytest.mark.parametrize("code", CASES)
def test_the_fault_is_found(code: str) -> None:
    assert codes(CASES[code][0]).count(code) == 1


@pytest.mark.parametrize("code", CASES)
def test_without_the_fault_nothing_is_found(code: str) -> None:
    assert code not in codes(CASES[code][1])
