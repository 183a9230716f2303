"""By when: labels before sentences, last days of months and years, and what is no deadline."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policyparse.official.deadlines import find_deadline, is_deadline

Parse = Callable[..., dict[str, Any]]
ISSUED = date(2023, 5, 10)


@pytest.mark.parametrize(
    ("sentence", "text", "day"),
    [
        ("2024年6月底前建成水库3座。", "2024年6月底前", date(2024, 6, 30)),
        ("力争2024年2月底前完工。", "2024年2月底前", date(2024, 2, 29)),
        ("于2023年12月31日前报送总结。", "2023年12月31日前", date(2023, 12, 31)),
        ("2024年底之前全面完成。", "2024年底之前", date(2024, 12, 31)),
        ("今年年底前完成整改。", "今年年底前", date(2023, 12, 31)),
        ("9月底前完成整改。", "9月底前", date(2023, 9, 30)),
        ("6月15日前完成整改。", "6月15日前", date(2023, 6, 15)),
        ("2024年一季度末前完成。", "2024年一季度末前", date(2024, 3, 31)),
        ("二〇二四年六月底前完成。", "二〇二四年六月底前", date(2024, 6, 30)),
        ("每年3月底前报送计划。", "每年3月底前", None),
        ("3月底前完成整改。", "3月底前", None),
        ("每月5日前报送进展。", "每月5日前", None),
        ("每季度末前通报情况。", "每季度末前", None),
        ("自本方案印发之日起三个月内制定细则。", "自本方案印发之日起三个月内", date(2023, 8, 10)),
        ("自印发之日起30日内制定细则。", "自印发之日起30日内", date(2023, 6, 9)),
        ("自印发之日起10个工作日内制定细则。", "自印发之日起10个工作日内", None),
        ("6月20日18:00前报送总结。", "6月20日18:00前", date(2023, 6, 20)),
        ("2024年4月25日16时前提交申请。", "2024年4月25日16时前", date(2024, 4, 25)),
    ],
)
def test_deadlines_of_sentences(sentence: str, text: str, day: date | None) -> None:
    found = find_deadline(sentence, sentence, (0, len(sentence)), ISSUED)
    assert found is not None
    assert (found["text"], found.get("date")) == (text, day)


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年，覆盖率达到90%。",
        "做好前期工作。",
        "2019年12月31日前已登记的企业不再登记。",
        "提前完成任务。",
        "目前已建成3座。",
        "2021年底前建成3座。",
        "会前准备材料。",
    ],
)
def test_what_is_no_deadline(sentence: str) -> None:
    assert find_deadline(sentence, sentence, (0, len(sentence)), ISSUED) is None


@pytest.mark.parametrize(
    "clause",
    ["2025年6月底前完成", "2025年6月", "长期推进", "持续", "2023—2025年", "30日内", "每年开展", "2024年底前全部建成"],
)
def test_a_clause_that_is_a_time(clause: str) -> None:
    assert is_deadline(clause)


@pytest.mark.parametrize(
    "clause", ["市教育局", "2025年规划编制组", "6月底前由市教育局牵头编制方案并报批", "境内", "长期从事教学的人员名单"]
)
def test_a_clause_that_is_no_time(clause: str) -> None:
    assert not is_deadline(clause)


@pytest.mark.parametrize(
    ("label", "text", "day", "period"),
    [
        ("2024年6月底", "2024年6月底", "2024-06-30", None),
        ("2024年6月底前完成", "2024年6月底前", "2024-06-30", None),
        ("6月底", "6月底", "2023-06-30", None),
        ("2024年", "2024年", "2024-12-31", "2024"),
        ("2024年上半年", "2024年上半年", "2024-06-30", "2024-H1"),
        ("2023—2025年", "2023—2025年", "2025-12-31", "2023/2025"),
        ("长期坚持", "长期坚持", None, None),
    ],
)
def test_deadlines_of_labels(letter: Parse, label: str, text: str, day: str | None, period: str | None) -> None:
    found = letter(f"一、开展检查，整改隐患。（责任单位：县水务局；完成时限：{label}）\n二、落实资金，专款专用。")[
        "points"
    ][0]["deadline"]
    assert (found["text"], found["date"], found["period"] and found["period"]["label"]) == (text, day, period)


def test_the_label_comes_before_the_sentence(letter: Parse) -> None:
    point = letter("一、2024年6月底前建成水库3座。（县水务局负责，2023年12月底前完成）\n二、落实资金，专款专用。")[
        "points"
    ][0]
    assert point["deadline"]["date"] == "2023-12-31"
    assert "2024年6月底前" in point["text"]
