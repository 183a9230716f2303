"""Decimal numbering: a number is a label in its place only."""

import pytest

import policyparse
from policyparse.language.decimal_labels import label_decimals


def labels(*lines: str) -> list[str | None]:
    return [label and label.text for label in label_decimals(lines)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["1 总则", "1.1 编制目的", "为了应急。", "1.2 编制依据", "2 组织体系"], ["1", "1.1", None, "1.2", "2"]),
        (["1总则", "1.1目的", "1.1.1 目标", "1.2依据", "2职责"], ["1", "1.1", "1.1.1", "1.2", "2"]),
        (["1 总则", "1.1 目的", "24小时内报告。", "3天内报送。", "1.2 依据"], ["1", "1.1", None, None, "1.2"]),
        (["1 总则", "1.1 目的", "1.3 依据", "1.2 范围"], ["1", "1.1", None, "1.2"]),
        (["1 总则", "2 职责", "3 附则"], [None] * 3),  # no second depth: nothing shows that these are labels
        (["1.5倍", "1.1%左右", "2024年工作"], [None] * 3),
        (["2 职责", "2.1 指挥部", "2.2 办公室"], [None] * 3),
        (
            ["1 总则……1", "1.1 目的……1", "1.2 依据……2", "1 总则", "1.1 目的", "1.2 依据", "2 职责"],
            [None, None, None, "1", "1.1", "1.2", "2"],
        ),
    ],
)
def test_labels_in_their_place(lines: list[str], found: list[str | None]) -> None:
    assert labels(*lines) == found


PLAN = """云溪市突发地质灾害应急预案
1 总则
1.1 编制目的
高效做好应急工作。
1.2 适用范围
本预案适用于山体滑坡。
2 组织体系
2.1 指挥机构
市自然资源局负责日常工作。
2.1.1 指挥部职责
统一领导应急工作。
（1）收集信息。
（2）报告险情。
2.2 县级机构
3 附则
3.1 实施时间
本预案自印发之日起施行。
"""
LETTER = """云溪市人民政府办公室关于印发云溪市突发地质灾害应急预案的通知
云政办发〔2024〕3号
各县（区）人民政府，市政府各部门：
《云溪市突发地质灾害应急预案》已经市政府同意，现印发给你们，请认真贯彻执行。
云溪市人民政府办公室
2024年3月1日
"""


def test_an_emergency_plan_is_a_tree_of_points() -> None:
    plan = policyparse.parse(PLAN)
    letter = policyparse.parse(LETTER + PLAN)
    assert isinstance(plan, policyparse.OfficialDocument)
    assert isinstance(letter, policyparse.OfficialDocument)
    (attached,) = letter.attachments
    for points in (plan.points, attached.document.points):
        assert [(p.label, p.heading) for p in points] == [("1", "总则"), ("2", "组织体系"), ("3", "附则")]
        assert [(p.label, p.level) for p in points[1].points] == [("2.1", 2), ("2.2", 2)]
        (duties,) = points[1].points[0].points
        assert (duties.label, duties.heading, [p.label for p in duties.points]) == (
            "2.1.1",
            "指挥部职责",
            ["（1）", "（2）"],
        )
    assert plan.opening is None or "总则" not in plan.opening
