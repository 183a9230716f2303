"""Who does what: brackets, labelled stretches and lines, and what looks like them."""

from collections.abc import Callable
from typing import Any

import pytest

from policyparse.official.assignments import read_assignment

Parse = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("inside", "units"),
    [
        ("市教育局牵头，市财政局、各区人民政府配合", [("lead", ["市教育局"]), ("supporting", ["市财政局", "各区人民政府"])]),
        ("市教育局负责", [("responsible", ["市教育局"])]),
        ("市教育局、市财政局按职责分工负责", [("responsible", ["市教育局", "市财政局"])]),
        ("各部门按职责分工负责", [("responsible", ["各部门"])]),
        ("市教育局、市财政局等有关部门按照职责分工负责", [("responsible", ["市教育局", "市财政局"])]),
        ("市教育局会同市财政局负责", [("responsible", ["市教育局", "市财政局"])]),
        ("由市教育局牵头负责，市财政局参与", [("lead", ["市教育局"]), ("supporting", ["市财政局"])]),
        ("市教育局指导，各学校落实", [("guiding", ["市教育局"]), ("responsible", ["各学校"])]),
        ("责任单位：市教育局、各学校", [("responsible", ["市教育局", "各学校"])]),
        ("牵头单位：市教育局；配合单位：市财政局", [("lead", ["市教育局"]), ("supporting", ["市财政局"])]),
        ("责任部门：市人力资源和社会保障局，各县（市、区）人民政府", [("responsible", ["市人力资源和社会保障局", "各县（市、区）人民政府"])]),
        ("市教育局牵头，市财政局、市审计局", [("lead", ["市教育局"]), ("responsible", ["市财政局", "市审计局"])]),
        ("主办单位：市教育局；协办单位：市财政局", [("lead", ["市教育局"]), ("supporting", ["市财政局"])]),
        ("负责部门：市教育局；适用范围：所有学校，以下同", [("responsible", ["市教育局"])]),
    ],
)  # fmt: skip
def test_what_a_bracket_says(inside: str, units: list[tuple[str, list[str]]]) -> None:
    found = read_assignment(inside, units_alone=False)
    assert found is not None
    assert found.units == units


@pytest.mark.parametrize(
    "inside",
    [
        "以下简称试验区",
        "包括设计、施工",
        "企业直接向市教育局申报，不需转报",
        "市教育局负责人",
        "2018—2035年",
        "不含市直单位",
        "见附件1",
        "云政发〔2020〕3号",
        "万元",
        "名单附后",
    ],
)
def test_what_names_no_units(inside: str) -> None:
    found = read_assignment(inside, units_alone=True)
    assert found is None or not found.units


def test_a_bracket_is_no_text_and_its_units_are_no_bearers(letter: Parse) -> None:
    point = letter(
        "一、主要任务\n（一）绿色出行。制定出行指南。（县交通局、县住建局指导）支持发展公共交通。\n二、落实值守。"
    )["points"][0]["points"][0]
    assert point["text"] == "制定出行指南。支持发展公共交通。"
    assert point["responsible"] == ["县交通局", "县住建局"]
    assert not any("局" in (norm["bearer"] or "") for norm in point["norms"])


def test_a_bracket_a_sentence_has_its_words(letter: Parse) -> None:
    point = letter("一、开展检查。（县水务局负责）加强值守。（县应急局牵头，县气象局配合）\n二、落实资金，专款专用。")[
        "points"
    ][0]
    assert point["text"] == "开展检查。加强值守。"
    assert [(d["role"], d["units"], d["text"]) for d in point["responsibilities"]] == [
        ("responsible", ["县水务局"], "开展检查。"),
        ("lead", ["县应急局"], "加强值守。"),
        ("supporting", ["县气象局"], "加强值守。"),
    ]
    assert (point["lead"], point["responsible"]) == (["县应急局"], ["县水务局", "县气象局"])


@pytest.mark.parametrize(
    "printed",
    [
        "开展检查，整改隐患。责任单位：县水务局、各乡镇；完成时限：2023年6月底",
        "开展检查，整改隐患。【责任单位：县水务局、各乡镇；完成时限：2023年6月底】",
        "开展检查，整改隐患。［责任单位：县水务局、各乡镇；完成时限：2023年6月底］",
        "开展检查，整改隐患（责任单位：县水务局、各乡镇；完成时限：2023年6月底）。",
        "开展检查，整改隐患。\n责任单位：县水务局、各乡镇\n完成时限：2023年6月底",
        "开展检查，整改隐患。（县水务局、各乡镇负责，2023年6月底完成）",
    ],
)
def test_every_print_says_the_same(letter: Parse, printed: str) -> None:
    point = letter(f"一、{printed}\n二、落实资金，专款专用。")["points"][0]
    assert point["text"] == "开展检查，整改隐患。"
    assert point["responsible"] == ["县水务局", "各乡镇"]
    assert point["deadline"]["date"] == "2023-06-30"


def test_a_line_with_verbs_is_one_and_a_sentence_in_the_text_stays(letter: Parse) -> None:
    points = letter("一、开展检查，整改隐患。\n县水务局牵头，各乡镇配合，6月底前完成。\n二、各乡镇负责。")["points"]
    assert (points[0]["lead"], points[0]["responsible"]) == (["县水务局"], ["各乡镇"])
    assert points[0]["text"] == "开展检查，整改隐患。"
    assert points[1]["text"] == "各乡镇负责。"


def test_a_sentence_with_nothing_but_a_bracket_behind_is_text(letter: Parse) -> None:
    points = letter("一、完善应急预案。（县应急局负责）\n二、落实资金，专款专用。")["points"]
    assert (points[0]["heading"], points[0]["text"]) == (None, "完善应急预案。")


def test_a_bracket_inside_a_title_is_none(letter: Parse) -> None:
    points = letter("一、原则同意《云溪新区规划（2018—2035年）》，请认真组织实施。\n二、落实资金，专款专用。")["points"]
    assert points[0]["text"].startswith("原则同意《云溪新区规划（2018—2035年）》")
    assert points[0]["deadline"] is None


@pytest.mark.parametrize(
    "printed",
    [
        "加强养护（县林业局牵头，各乡镇配合）\n开展林木抚育。",
        "加强养护（牵头单位：县林业局；配合单位：各乡镇）\n开展林木抚育。",
        "加强养护。（牵头单位：县林业局；配合单位：各乡镇）\n开展林木抚育。",
        "加强养护\n（县林业局牵头，各乡镇配合）\n开展林木抚育。",
        "加强养护（县林业局牵头，各乡镇配合）。开展林木抚育。",
    ],
)
def test_a_bracket_behind_a_heading_is_no_heading(letter: Parse, printed: str) -> None:
    point = letter(f"一、{printed}\n二、落实资金，专款专用。")["points"][0]
    assert (point["heading"], point["text"]) == ("加强养护", "开展林木抚育。")
    assert (point["lead"], point["responsible"]) == (["县林业局"], ["各乡镇"])


def test_another_bracket_behind_a_heading_belongs_to_it(letter: Parse) -> None:
    point = letter("一、加强养护（试行）\n开展林木抚育。\n二、落实资金，专款专用。")["points"][0]
    assert point["heading"] == "加强养护（试行）"


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("各乡镇人民政府对辖区防汛工作负总责。", ["各乡镇人民政府"]),
        ("县应急局对全县安全生产负综合监管责任。", ["县应急局"]),
        ("申报单位对材料的真实性负总责。", []),
    ],
)
def test_who_bears_a_responsibility_is_responsible(letter: Parse, sentence: str, units: list[str]) -> None:
    assert letter(f"一、{sentence}\n二、落实资金，专款专用。")["points"][0]["responsible"] == units


def test_a_time_alone_behind_a_heading_belongs_to_it(letter: Parse) -> None:
    point = letter("一、汛前准备（5月15日前）\n开展检查，整改隐患。\n二、落实资金，专款专用。")["points"][0]
    assert (point["heading"], point["responsible"]) == ("汛前准备（5月15日前）", [])
