"""Who is bound: each rule decides its own example; joint bearers come one by one."""

from typing import Any

import pytest

from policyparse.page.blocks import Page
from policyparse.statute import bearing, finite, norms
from policyparse.statute.actors import Actors
from policyparse.statute.bearer_lists import split_bearers
from policyparse.statute.norms import NormReader
from policyparse.statute.stretches import Stretch


def read(text: str) -> list[Any]:
    reader = NormReader(Page(text, text, [], False))
    end = len(text) - 1 if text.endswith("。") else len(text)
    lead = text.find("（一）")
    if lead > 0:
        return list(reader.read([Stretch(0, lead, "/0", ["/0/0"]), Stretch(lead + 3, end, "/0/0", [], True)]))
    return list(reader.read([Stretch(0, end, "/0")]))


@pytest.mark.parametrize("rule", bearing.RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_its_example(rule: bearing.Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    decided: list[str] = []

    def spy(question: bearing.Question) -> bearing.Answer:
        for other in bearing.RULES:
            answer = other.answer(question)
            if answer is not None:
                decided.append(other.name)
                return answer
        raise AssertionError

    monkeypatch.setattr(norms, "who_is_bound", spy)
    found = read(rule.example)
    assert decided[-1] == rule.name
    assert found[-1]["bearer"] == rule.bearer


@pytest.mark.parametrize("refused", finite.REFUSALS, ids=lambda refused: refused.name)
def test_a_refusal_turns_its_example_down(refused: finite.Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(refused.example) == []
    others = [other for other in finite.REFUSALS if other.name != refused.name]
    monkeypatch.setattr(norms, "refusal", lambda site: next((r for r in others if r.holds(site)), None))
    assert read(refused.example) != [], "another refusal turns it down as well: the example proves nothing"


@pytest.mark.parametrize(
    ("printed", "bearers"),
    [
        ("市和区人民政府及其有关部门", ["市人民政府", "区人民政府", "有关部门"]),
        ("任何单位和个人", ["任何单位", "任何个人"]),
        ("其他有关部门和单位", ["其他有关部门", "其他有关单位"]),
        ("取得许可的单位和个人", ["取得许可的单位", "取得许可的个人"]),
        ("用水单位或者个人", ["用水单位", "用水个人"]),
        ("各县（区）人民政府", ["各县（区）人民政府"]),
        ("市、县（市、区）人民政府", ["市人民政府", "县（市、区）人民政府"]),
        ("省、自治区、直辖市人民政府", ["省人民政府", "自治区人民政府", "直辖市人民政府"]),
        ("国务院和省级人民政府", ["国务院", "省级人民政府"]),
        ("市、区两级人民政府", ["市人民政府", "区人民政府"]),
        ("物业服务企业、业主", ["物业服务企业", "业主"]),
        ("公民、法人和其他组织", ["公民", "法人", "其他组织"]),
        ("申请捕捞许可以及水域使用许可的单位", ["申请捕捞许可以及水域使用许可的单位"]),
        ("生产企业和销售企业的负责人", ["生产企业和销售企业的负责人"]),
        ("建设单位和从事施工的单位", ["建设单位", "从事施工的单位"]),
        ("市财政、审计等部门", ["市财政部门", "市审计部门"]),
        ("市财政、业主", ["市财政", "业主"]),
        ("县级以上人民政府教育、公安等有关部门", ["县级以上人民政府教育部门", "县级以上人民政府公安部门"]),
        ("工业和信息化、商务主管部门", ["工业和信息化主管部门", "商务主管部门"]),
        ("勘察、设计、施工单位", ["勘察单位", "设计单位", "施工单位"]),
        ("市监管部门（以下简称监管部门）和有关单位", ["市监管部门", "有关单位"]),
        ("中华人民共和国公民", ["中华人民共和国公民"]),
        ("生产经营单位及其主要负责人", ["生产经营单位", "主要负责人"]),
    ],
)
def test_joint_bearers_one_by_one(printed: str, bearers: list[str]) -> None:
    assert split_bearers(printed, lambda text: Actors(text).ends_as_actor(0, len(text))) == bearers
