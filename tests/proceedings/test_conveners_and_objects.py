"""Who calls ordinary meetings of committees and governments, and what they do."""

import pytest

import policyparse
from policyparse.proceedings.forms import find_forms
from policyparse.proceedings.organizer import find_organizer


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("市人大常委会副主任沈某出席签约仪式", []),
        ("县人大常委会党组成员参加", []),
        ("市人大常委会办公室主办", []),
        ("县人大常委会召开第12次主任会议", ["主任会议"]),
        ("召开县委常委会会议", ["常委会会议"]),
        ("市人大常委会举行会议", ["常委会", "会议"]),
    ],
)
def test_a_body_is_no_form_of_a_meeting(line: str, forms: list[str]) -> None:
    assert [line[start:end] for start, end in find_forms(line)] == forms


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("2020年7月1日上午，区长陈某主持召开区政府第9次常务会议", "区政府"),
        ("省长李某主持召开省政府常务会议", "省政府"),
        ("主持召开十三届县委第3次常委会会议", "县委"),
        ("会议要求，传达学习省政协常委会会议精神", None),
    ],
)
def test_who_presides_is_no_part_of_who_convenes(line: str, who: str | None) -> None:
    extent = find_organizer(line)
    assert (line[slice(*extent)] if extent else None) == who


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("会议传达学习了重要指示精神等事宜。", [("传达学习", "重要指示精神")]),
        ("会议书面听取了各专委会工作汇报。", [("书面听取", "各专委会工作汇报")]),
        ("会议通过了会议日程；推选出主席团常务主席。", [("通过", "会议日程"), ("推选", "主席团常务主席")]),
        ("会议学习了《条例》及干部选拔任用工作文件。", [("学习", "《条例》"), ("学习", "干部选拔任用工作文件")]),
        ("会议学习了《条例》和有关文件。", [("学习", "《条例》和有关文件")]),
        (
            "会议听取了提案办理工作、关于表彰先进单位的有关情况汇报。",
            [("听取", "提案办理工作"), ("听取", "关于表彰先进单位的有关情况汇报")],
        ),
        (
            "会议听取了用水情况的报告，市政府关于预算调整的说明。",
            [("听取", "用水情况的报告"), ("听取", "市政府关于预算调整的说明")],
        ),
        ("会议听取了用水情况的报告，要求落实关于用水的意见。", [("听取", "用水情况的报告")]),
    ],
)
def test_each_object_is_an_outcome_of_its_own(sentence: str, outcomes: list[tuple[str, str]]) -> None:
    document = policyparse.parse(f"县政府召开常务会议\n来源：青禾日报　2024-06-14\n{sentence}\n")
    assert isinstance(document, policyparse.Meeting)
    assert [(outcome.action, outcome.object) for outcome in document.outcomes] == outcomes
