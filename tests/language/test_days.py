"""Full days, and the clock time behind one."""

from datetime import date, datetime

import pytest

from policyparse.knowledge.fold import fold
from policyparse.language.days import CST, find_days, is_day_line, match_timestamp

DAYS = [
    ("2022年3月30日", date(2022, 3, 30)),
    ("２０１２年１２月３日", date(2012, 12, 3)),
    ("二〇二二年三月三十日", date(2022, 3, 30)),
    ("二○一九年十二月一日", date(2019, 12, 1)),
    ("二O一一年十月二十九日", date(2011, 10, 29)),
    ("一九九三年十一月一日", date(1993, 11, 1)),
    ("2014年 3月1日", date(2014, 3, 1)),
    ("2016年1月22 日", date(2016, 1, 22)),
    ("二〇二四年元月廿五日", date(2024, 1, 25)),
    ("2024年五月卅日", date(2024, 5, 30)),
    ("2024-05-01", date(2024, 5, 1)),
    ("2024 年 5 月 1 日", date(2024, 5, 1)),
]


@pytest.mark.parametrize(("text", "on"), DAYS)
def test_days(text: str, on: date) -> None:
    found = list(find_days(fold(f"自{text}起施行")))
    assert [(day.on, day.start, day.end) for day in found] == [(on, 1, 1 + len(text))]
    assert is_day_line(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "2022年3月",
        "2022年13月30日",
        "2022年2月30日",
        "3月30日",
        "第2022年度",
        "二〇二二年",
        "2023-02-29",
        "民国一一三年五月一日",
    ],
)
def test_no_days(text: str) -> None:
    assert not list(find_days(fold(text)))


def test_a_line_with_more_than_a_date_is_none() -> None:
    assert not is_day_line(fold("2022年3月30日通过"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布时间：2022年10月27日 19:00", datetime(2022, 10, 27, 19, 0, tzinfo=CST)),
        ("2024-02-07 13:52:00", datetime(2024, 2, 7, 13, 52, tzinfo=CST)),
        ("2024/2/7", date(2024, 2, 7)),
        ("2024-13-07，2024-02-08", date(2024, 2, 8)),
        ("2024-06-14 06:25 PM", datetime(2024, 6, 14, 18, 25, tzinfo=CST)),
        ("2024-06-14 12:05 AM", datetime(2024, 6, 14, 0, 5, tzinfo=CST)),
        ("2024年6月14日下午6:25", datetime(2024, 6, 14, 18, 25, tzinfo=CST)),
        ("2024年6月14日 星期五 晚8:05", datetime(2024, 6, 14, 20, 5, tzinfo=CST)),
        ("2024年6月14日 中午1:05", datetime(2024, 6, 14, 13, 5, tzinfo=CST)),
        ("2024年6月14日 中午11:50", datetime(2024, 6, 14, 11, 50, tzinfo=CST)),
        ("2024年6月14日 上午9:05", datetime(2024, 6, 14, 9, 5, tzinfo=CST)),
        ("2024年6月14日18时25分30秒", datetime(2024, 6, 14, 18, 25, 30, tzinfo=CST)),
        ("2024-06-14 25:10", date(2024, 6, 14)),
    ],
)
def test_timestamp(text: str, expected: date | datetime) -> None:
    found = match_timestamp(fold(text))
    assert found is not None
    assert found[0] == expected


def test_no_timestamp() -> None:
    assert match_timestamp("2月7日，电话010-53684885，2024-13-40") is None


@pytest.mark.parametrize("line", ["二 〇 二 四 年 五 月 一 日", "2024年5月1日。", "2024年5月1号", "2024/5/1"])
def test_a_line_that_is_a_day(line: str) -> None:
    assert is_day_line(fold(line))


@pytest.mark.parametrize(
    "line", ["2024年2月30日", "2024年5月", "（2024年5月1日）", "2024年5月1日至3日", "发布于2024年5月1日", ""]
)
def test_a_line_that_is_more_or_no_day(line: str) -> None:
    assert not is_day_line(fold(line))
