"""Source lines: labels and values, on one line or on two."""

import pytest

from policyparse.page.source_line import answers, asks_for, find_entries, is_source_line


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        (
            "来源：某报 发布时间：2023-05-11 09:30 浏览次数：1024",
            [("publisher", "某报"), ("published_at", "2023-05-11 09:30"), ("other", "1024")],
        ),
        ("某网 www.example.com 日期：2021-08-18 来源：某报", [("published_at", "2021-08-18"), ("publisher", "某报")]),
        ("索 引 号： 0001 主题分类： 工业", [("index_number", "0001"), ("subjects", "工业")]),
        ("【责任编辑：王小明】", [("editors", "王小明")]),
        ("作者：李晓红 | 编辑：", [("authors", "李晓红"), ("editors", "")]),
        ("《 某某日报 》（ 2023年05月08日 第 04 版）", [("publisher", "某某日报"), ("published_at", "2023年05月08日")]),
        ("【来源】某报 【发布时间】2023-05-11", [("publisher", "某报"), ("published_at", "2023-05-11")]),
        ("记者：王小明 摄像：李晓红 剪辑：张原", [("authors", "王小明"), ("other", "李晓红"), ("other", "张原")]),
        ("标  题： 关于加强管理的通知", [("title", "关于加强管理的通知")]),
        ("来源/某报微信", [("publisher", "某报微信")]),
        ("来源丨某报 编辑丨王小明", [("publisher", "某报"), ("editors", "王小明")]),
        (
            "江州日报数字报 2023年5月8日 星期一 第03版：要闻",
            [("publisher", "江州日报"), ("published_at", "2023年5月8日")],
        ),
        ("第A03版：深度 2023年05月08日 星期一", [("published_at", "2023年05月08日")]),
        ("发布人：某报 发文日期：2023-05-08", [("published_by", "某报"), ("issued_at", "2023-05-08")]),
    ],
)
def test_labels_and_values(line: str, entries: list[tuple[str, str]]) -> None:
    assert [(e.name, line[e.start : e.end]) for e in find_entries(line)] == entries
    assert is_source_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "2024-02-07 13:52:00",
        "2024年03月18日 星期一",
        "2023-11-02 20:15 发表于江州",
        "2023/10/09 21:05",
        "原创 某县融媒 某县发布 2025年5月8日 19:42 江州 听全文",
    ],
)
def test_a_timestamp_is_a_source_line(line: str) -> None:
    assert is_source_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "来源于实践的理论，又指导实践。",
        "会议认为：来源问题要查清。",
        "2024年5月6日，市政府召开会议，部署下一步工作，研究有关事项",
        "水的来源是降水",
        "[视频]我市举行重大项目开工活动",
        "【评论】让创新活力充分涌流",
        "要闻 编辑/出版业发展报告",
        "2023年5月8日第03版刊登的一篇文章在社会各界引起热烈反响",
        "某市2023年5月8日 9:00起在江州经济开发区全域试行新的交通管理规定",
        "要闻：市工信局召开会议",
    ],
)
def test_prose_and_headings_are_no_source_lines(line: str) -> None:
    assert not is_source_line(line)


@pytest.mark.parametrize(
    ("label", "asked", "value", "answered"),
    [
        ("来源：", "publisher", "某某政务网", True),
        ("来源：", "publisher", "2024-05-06", False),
        ("发布日期：", "published_at", "2022-08-15", True),
        ("发布日期：", "published_at", "某某政务网", False),
        ("浏览次数：", "other", "356", True),
        ("浏览次数：", "other", "某某局召开会议", False),
        ("字号：", "other", "大", True),
        ("来源：", "publisher", "发布时间：", False),
    ],
)
def test_a_value_on_the_next_line(label: str, asked: str, value: str, answered: bool) -> None:
    assert asks_for(label) == asked
    assert answers(value, asked) is answered


@pytest.mark.parametrize("line", ["来源：某报", "他说：", "主要任务："])
def test_what_asks_for_nothing(line: str) -> None:
    assert asks_for(line) is None
