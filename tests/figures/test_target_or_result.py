"""Targets and results: each rule decides its examples, and no other does."""

from datetime import date

import pytest

from policyparse.figures import indicators
from policyparse.figures.target_or_result import RULES, StatedNumber, kind_of
from policyparse.knowledge.rule import Rule, first_rule


@pytest.fixture
def decided(read_plan, monkeypatch):
    """The names of the rules that decide the numbers of a sentence."""

    def read(sentence: str, title: str = "某地经济工作情况") -> list[str]:
        names: list[str] = []

        def spy(number: StatedNumber) -> str:
            rule = first_rule(RULES, number)
            names.append(rule.name if rule else "")
            return kind_of(number)

        monkeypatch.setattr(indicators, "kind_of", spy)
        read_plan(sentence, title=title, reference=date(2024, 6, 10))
        return names

    return read


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_decides_its_examples(decided, rule: Rule[StatedNumber, str]) -> None:
    for sentence in rule.examples:
        assert rule.name in decided(sentence), sentence
    for sentence in rule.counterexamples:
        assert rule.name not in decided(sentence), sentence


def test_rules_of_the_document_decide_last(decided) -> None:
    assert decided("产值5亿元。", "关于印发某地产业规划的通知") == ["plan"]
    assert decided("着力转型，基站总数突破8000个。", "某地确定今年目标") == ["imperative"]
    assert decided("全市基站总数突破8000个。", "某地确定今年目标") == [""]


def test_a_list_behind_a_term_is_to_be_reached_by_it(read_plan) -> None:
    body = "方案提出，到2026年，产值超过1300亿元。\n\n——创新能力增强。投入强度达2.5%以上。\n\n企业已有300家。"
    reading = read_plan(body, title="某地三年行动发布")
    assert reading.kinds == ["target", "target", "result"]
    assert reading.periods == ["2026", "2026", None]


REPORT = """——2024年1月18日在某市第十四届人民代表大会第三次会议上

一、2023年工作回顾

一年来，新增企业2000家。预计城镇调查失业率为5.5%。

二、2024年工作安排

今年主要预期目标是：产值增长6%左右，城镇调查失业率5.5%左右。

（一）扩大投资。在去年完成投资30亿元的基础上，完成投资40亿元。
"""


def test_a_report_has_its_frames(read_plan) -> None:
    reading = read_plan(REPORT, title="政府工作报告", reference=None)
    assert reading.kinds == ["result", "result", "target", "target", "result", "target"]
    assert reading.periods == ["2023", "2023", "2024", "2024", "2023", "2024"]
