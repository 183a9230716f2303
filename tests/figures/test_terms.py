"""Terms and signs: what is to be done by the end of a stretch, and words that only look like one or like a sign."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "label", "kind"),
    [
        ("2025年底前，充电设施覆盖率达到100%。", "2025", "target"),
        ("全市2026年底前改造管网86公里。", "2026", "target"),
        ("“十四五”良好开局，2020年工业投资增长17.8%。", "2020", "result"),
    ],
)
def test_a_term_names_the_period(read_plan, sentence: str, label: str, kind: str) -> None:
    read = read_plan(sentence)
    assert (read.periods, read.kinds) == ([label], [kind])


def test_a_plan_that_begins_well_is_no_period(read_plan) -> None:
    read = read_plan("2020年，我们实现了“十四五”良好开局。工业投资增长17.8%。")
    assert (read.periods, read.kinds) == (["2020"], ["result"])


def test_a_burden_taken_off_is_no_sign(read_plan) -> None:
    assert read_plan("全年为企业减负25亿元。").indicators[0]["value"] > 0
    assert read_plan("全年价格增长负2.5%。").indicators[0]["value"] < 0


def test_a_camera_is_no_first_number(read_plan) -> None:
    assert read_plan("全市安装摄像头3000个。").metrics == ["全市安装摄像头 3000个"]
