"""Whose property a bare property is, and numbers that only bound a class or belong to one unit."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("锐丰锂电材料项目由锐丰集团投资建设，总投资32亿元。", ["锐丰锂电材料项目总投资 3200000000元"]),
        (
            "青禾创新产业园占地1100亩，规划总投资25亿元。",
            ["青禾创新产业园占地 1100亩", "青禾创新产业园规划总投资 2500000000元"],
        ),
        ("该项目由锐丰集团投资建设，总投资32亿元。", ["总投资 3200000000元"]),
        ("全市签约项目12个，总投资32亿元。", ["全市签约项目 12个", "全市签约项目总投资 3200000000元"]),
        ("村集体经济年收入20万元以上的村占比达到90%。", ["村集体经济年收入20万元以上的村占比 90%"]),
        ("一亩地能省水40%。", ["地能省水 40%"]),
        ("城乡居民收入比缩小到1.9以内。", ["城乡居民收入比缩小到 1.9"]),
    ],
)
def test_the_metric_has_its_bearer(read_plan, sentence: str, metrics: list[str]) -> None:
    assert read_plan(sentence).metrics == metrics


def test_a_multiple_of_an_earlier_time_has_no_period_of_that_time(read_plan) -> None:
    read = read_plan("“十四五”以来，完成投资1280亿元，是“十三五”时期的1.6倍；通车里程达到756公里。")
    assert read.periods == ["14FYP", "14FYP", "14FYP"]


def test_what_was_raised_is_reached(read_plan) -> None:
    assert read_plan("全县将补助标准由每人1.2万元提高到2万元。").kinds[-1] == "result"
    assert read_plan("建议精简材料，把审批时限压缩到15个工作日以内。").kinds == ["target"]
    assert read_plan("市里正在筹建3个产业学院。").kinds == ["target"]
