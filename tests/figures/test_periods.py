"""Periods: which date holds for a number, and what 今年 means without a date of publication."""

from datetime import date

import pytest

CASES = {
    "clause": ("2023年产值增长5%。", ["2023"]),
    "sentence": ("上半年，全市产值增长5%，比一季度加快1个百分点。", ["2024-H1", "2024-H1"]),
    "paragraph": ("上半年，产值增长5%。销量增长6%。", ["2024-H1", "2024-H1"]),
    "as_of": ("截至3月底，累计建成基站439万个。", ["2024-03"]),
    "now": ("2023年，产值增长5%。目前，全市拥有企业300家。", ["2023", None]),
    "now_in_the_sentence": ("目前，全市企业达300家，占比超过五成。", [None, None]),
    "already": ("2023年平均时间缩短至17分钟，全国已有3000家机构提供服务。", ["2023", None]),
    "base_of_comparison": ("研发投入比2020年增加一倍。", [None]),
    "record": ("指数升至51%，为2023年4月以来的新高。", [None]),
    "day_of_publication": ("今天（9月25日）发布数据，产值增长5%。", [None]),
    "the_whole_year_of_an_earlier_date": ("今年，全区围绕发展布局，全年盘活载体12万平方米。", ["2024"]),
    "goal_of_the_year": ("1至8月，新增就业944万人，完成全年目标任务的79%。", ["2024-01/2024-08", "2024-01/2024-08"]),
    "completion_is_no_period": ("工程预计2026年底建成，全长19公里。", [None]),
    "lasting": ("今年开工，线路全长590公里。", [None]),
    "until": ("力争到2027年，突破20项以上关键技术。", ["2027"]),
    "plan": ("“十四五”期间，新增人才4000万人。", ["14FYP"]),
    "range": ("7月1日至8月31日，累计发送旅客8.87亿人次。", ["2024-07-01/2024-08-31"]),
    "growth_by_the_lead": ("8月份，产值增长5%。\n\n在13个指数中，有11个指数环比上升。", ["2024-08", "2024-08"]),
    "stock_not_by_the_lead": ("8月份，产值增长5%。\n\n园区汇聚企业1000多家。", ["2024-08", None]),
    "no_lead_of_several_periods": (
        "8月份，产值增长5%。\n\n7月份，产值增长4%。\n\n覆盖率保持在8%以上。",
        ["2024-08", "2024-07", None],
    ),
    "since_a_year": ("2018年以来，已开展采购10批。全市企业达600家。\n\n产值增长5%。", [None, None, None]),
    "since_this_year": ("今年以来，全市新增企业600家。", ["2024"]),
    "since_a_plan": ("“十四五”以来，全区累计完成造林1670万亩。", ["14FYP"]),
    "stretch_ahead": ("到2025年，企业达到300家。力争三年内培育领军企业5家。", ["2025", None]),
    "until_with_a_stock": ("到2025年，每千人拥有床位7张。", ["2025"]),
    "whole_year_with_a_verb": ("今年任务很重。全年实施项目260个。", ["2024"]),
    "after_completion": ("上半年，产值增长5%。项目投产后产值达30亿元。", ["2024-H1", None]),
    "year_end_of_the_title": ("年末全市常住人口412万人。", ["2023"]),
    "weight_not_by_the_lead": ("8月份，产值增长5%。\n\n货物总重6.5吨。", ["2024-08", None]),
    "last_year_inside_a_name": (
        "8月份，价格上涨2%。去年价格变动的翘尾影响为0.6个百分点。",
        ["2024-08", "2024-08"],
    ),
    "near_the_end_of_the_year": ("8月份，受接近年底影响，价格上涨4%。", ["2024-08"]),
    "points_by_the_lead": ("8月份，价格上涨2%。\n\n从同比看，涨幅扩大0.8个百分点。", ["2024-08", "2024-08"]),
    "whole_year_of_a_target": ("力争全年完成投资50亿元。\n\n要确保年内开工率达到90%。", ["2024", "2024"]),
    "whole_year_of_the_year_before": ("2023年成绩突出，全年完成投资50亿元。", ["2023"]),
    "first_since_a_year": ("一季度开局良好，文旅消费增速在2016年年初之后，首次超过5%。", ["2024-Q1"]),
    "belongs_to_the_thing": ("启动实施“十五五”时期首批9个重大专项。", [None]),
    "stock_at_the_end_of_a_year": (
        "2023年末，全市常住人口412万人。全市共有医院96所。",
        ["2023", "2023"],
    ),
    "what_things_did_is_no_stock": ("今年，新区共有36个项目竣工投产。", ["2024"]),
    "share_done_by_the_lead": (
        "8月份，投资增长2%。\n\n甲市计划投资20亿元，完成61%。",
        ["2024-08", "2024-08", "2024-08"],
    ),
    "none": ("每年可以供给氢气750吨。", [None]),
}


@pytest.mark.parametrize("case", CASES)
def test_period(read_plan, case: str) -> None:
    body, expected = CASES[case]
    title = "2023年统计公报" if case == "year_end_of_the_title" else "某地经济运行情况"
    assert read_plan(body, title=title).periods == expected


def test_the_title_sets_the_period_of_growth(read_plan) -> None:
    assert read_plan("工业增长5%。", title="上半年工业运行稳中有进").periods == ["2024-H1"]


@pytest.mark.parametrize(
    ("opening", "period"),
    [("2020年，全县摆脱了贫困。", None), ("2023年，全县摆脱了贫困。", "2023")],
)
def test_only_a_recent_year_holds_for_the_paragraphs_after_it(read_plan, opening: str, period: str | None) -> None:
    assert read_plan(f"{opening}\n\n农民人均收入同比增长8.1%。").periods == [period]


def test_first_and_last_day(read_plan) -> None:
    (indicator,) = read_plan("2023年上半年，产值增长5%。").indicators
    assert indicator["period"] == {"label": "2023-H1", "start": date(2023, 1, 1), "end": date(2023, 6, 30)}


def test_an_inferred_year_is_said(read_plan) -> None:
    reading = read_plan("新年开新局，2024年怎么干？今年，全市新建公园10个。", reference=None)
    assert reading.codes.count("PP301") == 1
    assert reading.periods == ["2024"]


def test_a_period_without_a_year_is_said(read_plan) -> None:
    reading = read_plan("上半年，产值增长5%。", reference=None)
    assert reading.codes == ["PP302"]
    assert reading.periods == [None]
    assert "PP302" not in read_plan("7月当月，产值增长5%。").codes
    assert "PP302" not in read_plan("2024年上半年，产值增长5%。", reference=None).codes


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("6月底前完成线路普查，年内开通赶集班线10条。", "2026"),
        ("6月底前完成线路普查。年内建成停车泊位10条。", "2026"),
        ("6月底前开通赶集班线10条。", "2026-06"),
    ],
)
def test_within_the_year_ends_an_earlier_period(read_plan, body: str, period: str) -> None:
    assert read_plan(body, reference=date(2026, 3, 12)).periods[-1] == period
