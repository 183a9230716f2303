"""Targets and results."""

from datetime import date

import pytest

CASES = {
    "growth_is_a_result": ("产值同比增长5%。", "result"),
    "will": ("全区将新增企业20家。", "target"),
    "strive": ("力争产值突破5000亿元。", "target"),
    "expected_growth": ("预计全年产值同比增长5.7%左右。", "target"),
    "until_a_year_ahead": ("到2027年，企业达到3000家。", "target"),
    "until_a_year_past": ("到2023年，企业达到3000家。", "result"),
    "already": ("全区已引进项目300个。", "result"),
    "done": ("完成了项目300个。", "result"),
    "goal_met": ("压减50%的目标已经实现，实现了收费压减50%的目标。", "result"),
    "year_ahead": ("2025年，新建基站4万个。", "target"),
    "year_past": ("2023年，计划新建基站4万个。", "result"),
    "after_completion": ("建成后，每年可供水2.37亿立方米。", "target"),
    "plan_as_a_noun": ("行动计划取得进展，通达比例超过90%。", "result"),
    "plan_as_a_verb": ("河南今年计划新建农田256万亩。", "target"),
    "future_as_a_name": ("全省建成未来工厂72家。", "result"),
    "said_by_a_plan": ("方案提出，技能人才占比达到30%。", "target"),
    "since_a_plan_began": ("“十四五”以来，全区累计完成造林1670万亩。", "result"),
    "in_a_plan": ("“十五五”期间，全区完成造林1670万亩。", "target"),
    "must": ("要新增床位5000张。", "target"),
    "important": ("重要产品产量达500万吨。", "result"),
    "arranged": ("今年全县安排重点项目45个。", "target"),
    "arranged_and_begun": ("今年安排的项目已开工45个。", "result"),
    "planned_capacity": ("一期规划产能20吉瓦时。", "target"),
    "plan_for_the_whole_year": ("计划全年新培育市级“专精特新”企业300家。", "target"),
    "share_of_a_plan": ("今年计划投资很大，累计完成年度投资计划的97%。", "result"),
    "planning_office": ("规划建设局承办提案6件。", "result"),
    "done_of_the_sum_that_is_planned": ("全县2023年计划投资20亿元，完成61%。", "result"),
    "decided": ("决定用三年时间，投资700亿元。", "target"),
    "may_reach": ("专项债规模可扩张至3万亿元左右。", "target"),
    "obtained": ("春季招商成效好。争取上级补助资金6亿元。", "result"),
    "striven_for": ("争取新增企业6家。", "target"),
    "object_before_the_verb": ("该镇将惠农政策用图画进行展示，绘制文化墙3000平方米。", "result"),
    "whole_year_that_is_not_over": ("今年任务很重。全年交通投资完成210亿元。", "target"),
    "allotted_before_its_year": ("提前下达2025年度专项资金30亿元。", "result"),
    "to_be_allotted_in_a_year": ("2025年下达专项资金30亿元。", "target"),
    "counted_to_the_end_of_the_month": ("据统计，到9月底前，全县开工项目有45个。", "result"),
    "planned_to_the_end_of_the_month": ("据统计，到9月底前，全县预计开工项目45个。", "target"),
    "share_of_a_task": ("完成全年目标任务的79%。", "result"),
}


@pytest.mark.parametrize("case", CASES)
def test_kind(read_plan, case: str) -> None:
    body, expected = CASES[case]
    kinds = read_plan(body).kinds
    assert kinds
    assert set(kinds) == {expected}


def test_a_target_goes_on_to_the_end_of_its_sentence(read_plan) -> None:
    assert read_plan("力争到2027年，突破20项以上技术，打造10个以上场景。").kinds == ["target", "target"]
    assert read_plan("力争到2027年，突破20项以上技术。现已打造10个场景。").kinds == ["target", "result"]


def test_planned_actions_go_on_after_a_sentence_that_plans(read_plan) -> None:
    assert read_plan("我们要扩大投资，实施项目260个。新增企业60家，改造小区85个。").kinds == ["target"] * 3
    assert read_plan("我们要扩大投资，实施项目260个。新增企业同比增长6%。").kinds == ["target", "result"]
    assert read_plan("我们要扩大投资。去年完成投资30亿元。新增企业60家。").kinds == ["result", "result"]


def test_a_document_that_plans(read_plan) -> None:
    title = "今年全市工业工作定下目标"
    body = "实现目标，关键在落实。2024年全市工业怎么干？从有关会议上了解到，全市将抓好落实。\n\n全年举办对接活动300场以上。同时，做好32个已认定的园区建设，新打造10个园区。"
    reading = read_plan(body, title=title)
    assert reading.kinds == ["target", "result", "target"]
    assert reading.periods == ["2024", None, "2024"]


def test_a_plan_whose_publication_the_title_tells(read_plan) -> None:
    body = "《规划》明确，共建设水库12座。东部水库5座，占40%。"
    assert read_plan(body, title="某省水利发展规划今天发布").kinds == ["target"] * 3
    assert read_plan("东部水库5座，占40%。", title="某省水利发展规划实施见效").kinds == ["result"] * 2


def test_items_of_a_list_look_where_the_list_does(read_plan) -> None:
    items = "一是优化存量。每年实施改造项目300个。\n\n二是扩大增量。建设示范园8个。"
    assert read_plan(f"明年我们将抓好两项工作。\n\n{items}").kinds == ["target", "target"]
    assert read_plan(f"去年我们抓好了两项工作。\n\n{items}").kinds == ["result", "result"]


def test_what_is_over_is_no_plan(read_plan) -> None:
    title = "上半年增速高于预期目标"
    assert read_plan("上半年，新增就业25万人。", title=title).kinds == ["result"]
    assert read_plan("上半年，计划新增就业25万人。", title=title).kinds == ["target"]


def test_a_document_that_reports(read_plan) -> None:
    assert read_plan("新建园区10个。", title="全市完成工业目标").kinds == ["result"]


def test_a_plan_that_is_printed(read_plan) -> None:
    assert read_plan("人员编制统一按照5%的比例进行精减。", title="国务院印发《机构改革方案》").kinds == ["target"]


def test_what_a_year_plans_to_invest_plans_nothing_else(read_plan) -> None:
    assert read_plan("年度计划投资71亿元，其中亿元以上项目31个。").kinds == ["target", "result"]


@pytest.mark.parametrize(("month", "kind"), [(1, "target"), (6, "result")])
def test_the_year_that_has_just_begun(read_plan, month: int, kind: str) -> None:
    body = "今年，市本级安排产业资金12亿元。"
    assert read_plan(body, reference=date(2024, month, 10)).kinds == [kind]
    assert read_plan("今年，全市种粮大户达320户。", reference=date(2024, month, 10)).kinds == ["result"]


def test_a_report_turns_to_the_year_ahead(read_plan) -> None:
    body = "过去一年，新增企业20家。\n\n今年，要抓好民生实事。能耗下降3%左右。\n\n空气优良天数比率保持在88%以上。"
    reference = date(2024, 1, 12)
    assert read_plan(body, title="2024年青石市政府工作报告", reference=reference).kinds == [
        "result",
        "target",
        "target",
    ]
    assert read_plan(body, title="青石市经济运行情况", reference=reference).kinds[-1] == "result"


def test_a_length_is_no_target(read_plan) -> None:
    assert read_plan("大桥预计明年通车，全长2890米。").kinds == ["result"]
