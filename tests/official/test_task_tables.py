"""Task tables give points, under the point or the title below which they stand; other tables give none."""

from collections.abc import Callable
from typing import Any

Parse = Callable[..., dict[str, Any]]

TABLE = (
    "序号\t任务\t牵头单位\t责任单位\t完成时限\n"
    "1\t完善视频监控\t县教育局\t县公安局\t2023年6月底前\n"
    "2\t配齐专职保安\t县公安局\t县教育局、各乡镇\t2023年9月底前\n"
    "3\t开展食品检查\t县市场监管局\t县教育局\t持续推进\n"
)


def test_rows_are_points_under_the_point_above(letter: Parse) -> None:
    found = letter(
        f"一、工作目标\n平安校园达标率提高。\n二、重点任务\n{TABLE}三、保障措施\n（一）加强领导。各乡镇要成立专班。"
    )
    assert [point["label"] for point in found["points"]] == ["一", "二", "三"]
    rows = found["points"][1]["points"]
    assert [(row["label"], row["level"], row["text"]) for row in rows] == [
        ("1", 2, "完善视频监控"),
        ("2", 2, "配齐专职保安"),
        ("3", 2, "开展食品检查"),
    ]
    assert [row["lead"] for row in rows] == [["县教育局"], ["县公安局"], ["县市场监管局"]]
    assert rows[1]["responsible"] == ["县教育局", "各乡镇"]
    assert [row["deadline"]["date"] for row in rows] == ["2023-06-30", "2023-09-30", None]
    assert found["points"][1]["span"]["end"] == rows[-1]["span"]["end"]


def test_the_tasks_of_an_annex_are_the_points_of_a_letter_that_has_none(document: Parse) -> None:
    text = "云溪县教育局关于平安校园建设的通知\n云教〔2023〕9号\n各学校：\n请认真落实。\n附件：平安校园任务分工表\n云溪县教育局\n2023年5月10日\n附件\n平安校园任务分工表\n"
    found = document(text + TABLE)
    assert [annex["title"] for annex in found["annexes"]] == ["平安校园任务分工表"]
    assert [point["text"] for point in found["points"]] == ["完善视频监控", "配齐专职保安", "开展食品检查"]
    with_points = document(text.replace("请认真落实。", "一、各学校要认真落实。\n二、请及时报送进展。") + TABLE)
    assert [point["label"] for point in with_points["points"]] == ["一", "二"]
    attached = with_points["attachments"][0]
    assert attached["title"] == "平安校园任务分工表"
    assert attached["document"]["points"][0]["text"] == "完善视频监控"


def test_a_table_of_figures_gives_no_points(letter: Parse) -> None:
    table = "指标\t单位\t2022年\n供水量\t万吨\t120\n用水量\t万吨\t110\n漏损率\t%\t9\n"
    found = letter(f"一、基本情况\n{table}二、下一步要求\n各乡镇要降低漏损。")
    assert found["points"][0]["points"] == []
    assert found["tables"][0]["rows"][0] == ["供水量", "万吨", "120"]


def test_a_row_with_a_comma_is_not_joined_with_the_next(letter: Parse) -> None:
    rows = "序号\t任务\t牵头单位\t责任单位\t完成时限\n\n1\t组织业务培训，提高人员能力\t县教育局\t县公安局、县司法局\t2023年12月底前\n\n2\t建立工作台账，实行动态管理\t县公安局\t县教育局、县财政局\t2023年12月底前\n"
    found = letter(f"一、重点任务\n\n{rows}\n二、保障措施\n\n各乡镇要成立专班。")
    assert [point["text"] for point in found["points"][0]["points"]] == [
        "组织业务培训，提高人员能力",
        "建立工作台账，实行动态管理",
    ]
