"""Points: their tree, headings and texts, what stands in one line, and what is about the whole."""

from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[..., dict[str, Any]]


def tree(points: list[dict[str, Any]]) -> list[Any]:
    return [(point["label"], point["level"], tree(point["points"])) for point in points]


def test_four_levels(letter: Parse) -> None:
    body = "一、总体要求\n（一）基本原则\n1．安全第一\n（1）坚持预防为主。\n（2）坚持属地管理。\n2．统筹兼顾。坚持远近结合。\n（二）工作目标\n到2025年，堤防达标率达到90%。\n二、保障措施\n（三）加强领导。各乡镇要成立专班。"
    points = letter(body)["points"]
    assert tree(points) == [
        (
            "一",
            1,
            [("（一）", 2, [("1", 3, [("（1）", 4, []), ("（2）", 4, [])]), ("2", 3, [])]), ("（二）", 2, [])],
        ),
        ("二", 1, [("（三）", 2, [])]),
    ]
    goal = points[0]["points"][1]
    assert (goal["heading"], goal["text"]) == ("工作目标", "到2025年，堤防达标率达到90%。")


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("完善机制。各乡镇要建立台账。", "完善机制", "各乡镇要建立台账。"),
        ("优化服务，提高效率。推行一窗受理。", "优化服务，提高效率", "推行一窗受理。"),
        ("各乡镇要建立台账。县水务局应当加强检查。", None, "各乡镇要建立台账。县水务局应当加强检查。"),
        ("2023年新建水库3座。县水务局组织实施。", None, "2023年新建水库3座。县水务局组织实施。"),
        ("同意设立青石镇。所需经费由你县解决。", None, "同意设立青石镇。所需经费由你县解决。"),
        ("推广新机具。", None, "推广新机具。"),
    ],
)
def test_a_heading_in_the_line(letter: Parse, line: str, heading: str | None, text: str) -> None:
    point = letter(f"一、{line}\n二、加强值守，落实专人，及时报告情况。")["points"][0]
    assert (point["heading"], point["text"]) == (heading, text)


def test_a_line_alone_above_points_is_a_heading_with_its_comma(letter: Parse) -> None:
    points = letter("一、建设标准堤防，完善防汛体系\n（一）开展检查。\n二、工作要求：\n（一）落实责任。")["points"]
    assert [point["heading"] for point in points] == ["建设标准堤防，完善防汛体系", "工作要求"]
    assert [point["text"] for point in points] == ["", ""]


def test_paragraphs_without_a_label_belong_to_the_point_above(letter: Parse) -> None:
    points = letter("一、工作目标。\n新建水库3座。\n加固堤防12公里。\n二、落实责任。各乡镇负总责。")["points"]
    assert (points[0]["heading"], points[0]["text"]) == ("工作目标", "新建水库3座。\n加固堤防12公里。")


@pytest.mark.parametrize(
    ("line", "labels", "last"),
    [
        ("申请人应当具备下列条件：（1）有住所；（2）有经费；（3）有人员。", ["（1）", "（2）", "（3）"], "有人员。"),
        ("检查内容包括：①堤防；②水库。", ["①", "②"], "水库。"),
        ("具体包括：1．堤防；2．水库；3．涵闸。", ["1", "2", "3"], "涵闸。"),
    ],
)
def test_points_in_one_line(letter: Parse, line: str, labels: list[str], last: str) -> None:
    point = letter(f"一、{line}\n二、落实值守。")["points"][0]
    assert [below["label"] for below in point["points"]] == labels
    assert point["points"][-1]["text"] == last
    assert point["text"].endswith("：")


def test_numbers_in_a_sentence_are_no_points(letter: Parse) -> None:
    point = letter("一、依照《水法》（1）办理，费用为1.5万元；2.5万元以上的另行报批。\n二、落实值守。")["points"][0]
    assert point["points"] == []


@pytest.mark.parametrize(
    "closing",
    [
        "本通知自印发之日起施行。",
        "汛期，各乡镇、各部门要安排好值班。",
        "各乡镇、各部门要安排好值班。",
        "上述要求，请认真落实。",
        "特此通知。",
        "请认真贯彻执行。",
    ],
)
def test_what_is_about_the_whole_is_the_closing(letter: Parse, closing: str) -> None:
    found = letter(f"一、开展检查，及时整改隐患。\n二、落实值守，确保通讯畅通。\n{closing}")
    assert found["closing"] == closing
    assert found["points"][1]["text"] == "落实值守，确保通讯畅通。"


def test_a_paragraph_below_a_heading_is_no_closing(letter: Parse) -> None:
    found = letter("一、开展检查\n及时整改隐患。\n二、加强组织领导。\n各乡镇、各部门要安排好值班。")
    assert found["closing"] is None
    assert found["points"][1]["heading"] == "加强组织领导"


def test_spans_lie_in_the_text(document: Parse) -> None:
    text = "云溪县教育局关于防汛的通知\n云教〔2023〕1号\n各学校：\n现通知如下：\n一、开展检查。各学校要排查隐患。\n二、落实值守。\n云溪县教育局\n2023年5月10日\n"
    found = document(text)
    first = found["points"][0]
    assert text[first["span"]["start"] : first["span"]["end"]] == "一、开展检查。各学校要排查隐患。"
    assert first["norms"][0]["pointer"] == "/points/0"


def test_a_line_above_contacts_or_members_is_a_heading_and_a_sentence_is_none(letter: Parse) -> None:
    found = letter("一、落实值守。\n二、联系方式\n联系人：林小舟，电话：0710-7654321")
    assert [(point["heading"], point["text"]) for point in found["points"]] == [(None, "落实值守。"), ("联系方式", "")]
    found = letter("一、落实值守。\n二、选择基础较好的乡镇先行试点。\n联系人：林小舟，电话：0710-7654321")
    assert (found["points"][1]["heading"], found["points"][1]["text"]) == (None, "选择基础较好的乡镇先行试点。")


def test_units_that_sentences_name_count_where_no_bracket_does(letter: Parse) -> None:
    found = letter(
        "一、由县教育局牵头制定办法，县财政局配合落实经费。\n二、各乡镇负责摸底。（县教育局负责）\n三、鼓励企业参与。"
    )
    duties = [[(duty["role"], duty["units"]) for duty in point["responsibilities"]] for point in found["points"]]
    assert duties == [[("lead", ["县教育局"]), ("supporting", ["县财政局"])], [("responsible", ["县教育局"])], []]
    assert found["points"][0]["responsibilities"][0]["text"] == "由县教育局牵头制定办法，县财政局配合落实经费。"
    assert found["points"][0]["text"].startswith("由县教育局牵头")


def test_the_first_unit_leads_where_the_document_says_so(letter: Parse) -> None:
    tasks = "一、公开预算。（县财政局、县教育局负责）\n二、公开决算。（县财政局负责）"
    said = letter(f"列第一位的为牵头单位。\n{tasks}")
    assert [(point["lead"], point["responsible"]) for point in said["points"]] == [
        (["县财政局"], ["县教育局"]),
        ([], ["县财政局"]),
    ]
    assert [point["lead"] for point in letter(tasks)["points"]] == [[], []]
