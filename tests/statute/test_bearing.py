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
        ("市和区县（市）水行政主管部门", ["市水行政主管部门", "区县（市）水行政主管部门"]),
        ("市、县（市）住房城乡建设主管部门", ["市住房城乡建设主管部门", "县（市）住房城乡建设主管部门"]),
        ("县、乡镇人民政府", ["县人民政府", "乡镇人民政府"]),
        ("试点地区的省、市人民政府", ["试点地区的省人民政府", "市人民政府"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("使用单位应当查明原因；逾期未查明的，由县人民政府组织检测。", [("使用单位", None, "查明原因")]),
        ("发证机关应当批复；逾期不批复的，视为同意。", [("发证机关", None, "批复")]),
        ("在禁止燃放区域外，零售网点由主管部门布设。", []),
        ("禁渔期内，任何个人不得从事捕捞。", [("任何个人", None, "从事捕捞")]),
        ("交易场所提供者（以下简称提供者）应当配合检查。", [("交易场所提供者", None, "配合检查")]),
        ("交易场所提供者发现违法行为的，应当报告。", [("交易场所提供者", "发现违法行为的", "报告")]),
        ("网络交易平台经营者应当公示规则。", [("网络交易平台经营者", None, "公示规则")]),
        ("自动设备因故障停止工作时，应当及时检修。", [(None, "自动设备因故障停止工作时", "及时检修")]),
        ("设置拆船厂，必须编制报告书。", [(None, None, "编制报告书")]),
    ],
)
def test_norms_of_a_sentence(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    assert [(n["bearer"], n["condition"], n["action"]) for n in read(text)] == expected


def test_an_item_does_not_go_on_with_another() -> None:
    text = "运行应当遵守下列规定：\n（一）操作人员应当持证；\n（二）发生故障时，应当及时检修。"
    page = Page(text, text, [], False)
    first, second = text.index("（一）"), text.index("（二）")
    stretches = [
        Stretch(0, first - 2, "/0", ["/0/0", "/0/1"]),
        Stretch(first + 3, second - 2, "/0/0", [], True),
        Stretch(second + 3, len(text) - 1, "/0/1", [], True),
    ]
    found = NormReader(page).read(stretches)
    assert [(n["bearer"], n["action"]) for n in found][1:] == [("操作人员", "持证"), (None, "及时检修")]
