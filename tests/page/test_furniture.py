"""Lines of furniture, and the first characters that are asked before a pattern is tried."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge import lexicon
from policyparse.page import furniture, source_line, trails
from policyparse.page.furniture import ends_text, is_furniture, is_slug, is_summary, starts_tail
from policyparse.page.source_line import find_entries, is_source_line
from policyparse.page.trails import is_breadcrumb, is_trail, site_of_page_name, site_of_trail

PIECES = st.sampled_from(
    [
        *"首页位置当前您返回上一下第版共12 今天是#>»→[]【】（）：|-—…。，来源编辑责任摘要导读大小全国甲乙",
        "首页",
        "打印",
        "摘要",
        "来源",
        "责任编辑",
        "相关阅读",
    ]
)
LINES = st.lists(PIECES, min_size=1, max_size=14).map(lambda pieces: "".join(pieces).strip()).filter(bool)


@pytest.mark.parametrize(
    "line",
    [
        "打印 关闭",
        "大 中 小",
        "[1] 2 3 下一页",
        "- 12 -",
        "#话题 #标签",
        "* * *",
        "今天是2020年1月1日 星期三",
        "甲乙丙版权所有",
        "当前版：第02版 要闻        上一版   下一版",
        "点击上方“某某发布”关注我们",
        "本文内容系原创，转载请注明出处",
        "（此件主动公开）",
        "（完）",
        "欢迎访问某县人民政府网站！今天是2024年5月7日",
    ],
    ids=range(14),
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "第三条 本办法自公布之日起施行。",
        "（一）大气；",
        "今天下午全市召开动员大会",
        "打印机产业发展规划",
        "",
        "与上一版相比，规划更加完善",
    ],
    ids=range(6),
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@given(LINES)
def test_first_characters_hide_nothing(line: str) -> None:
    words = furniture._words()
    assert is_breadcrumb(line) == bool(trails._BREADCRUMB.search(line))
    assert is_summary(line) == bool(furniture._SUMMARY.match(line))
    assert starts_tail(line) == bool(words["tail"].match(line))
    assert ends_text(line) == bool(words["end"].match(line))
    patterns = (
        furniture._PAGER,
        furniture._CLOCK_LINE,
        furniture._TAG_LINE,
        furniture._SYMBOLS,
        furniture._TODAY,
        furniture._NEXT_PLATE,
        furniture._WELCOME,
        furniture._COUNT,
    )
    found = words["mark"].search(line) or furniture._NOTICE.search(line) or any(p.match(line) for p in patterns)
    assert is_furniture(line) == bool(found) or furniture._is_bar(line)


@given(LINES)
def test_bars_are_what_a_pattern_of_their_words_would_find(line: str) -> None:
    between = furniture._SEPARATORS.pattern
    any_word = "|".join(map(re.escape, sorted(lexicon.words("furniture.bar"), key=len, reverse=True)))
    assert furniture._is_bar(line) == bool(re.match(rf"{between}(?:(?:{any_word}){between}){{1,30}}$", line))


@given(LINES)
def test_lines_without_a_label_are_told_without_its_pattern(line: str) -> None:
    label = source_line._labels().parted.search(line)
    assert not label or any(True for _ in find_entries(line))
    if label and not source_line._TERMINAL.search(line) and not source_line._TODAY.match(line):
        assert is_source_line(line) or not ("：" in line or line[0] in "【[")


@pytest.mark.parametrize("group", ["tail", "end"])
def test_every_word_of_the_lexicon_passes(group: str) -> None:
    found = starts_tail if group == "tail" else ends_text
    assert all(found(word) and found(f"【{word}") for word in lexicon.words(f"furniture.{group}"))


@pytest.mark.parametrize(
    ("line", "trail"),
    [
        ("首页 工作动态 市工信局召开推进会", True),
        ("您的位置： 首页 工作动态 市工信局召开推进会", True),
        ("新闻中心 要闻 市工信局召开推进会", True),
        ("聚焦主业谋发展 市工信局召开推进会", False),
        ("全市上下聚焦主业谋发展 真抓实干 市工信局召开推进会", False),
    ],
)
def test_a_trail_leads_to_another_line(line: str, trail: bool) -> None:
    assert is_trail(line, "市工信局召开推进会") is trail


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("某某政务网 > 新闻 > 正文", "某某政务网"),
        ("您的位置：首页 » 某某资料网 » 法规 »", "某某资料网"),
        ("某某新闻网>>时政", "某某新闻网"),
        ("首页 > 科技 > 互联网 > 正文", None),
        ("首页 > 互联网 > 正文", None),
        ("某某政务网召开座谈会", None),
    ],
)
def test_site_of_a_trail(line: str, site: str | None) -> None:
    found = site_of_trail(line)
    assert (found and line[slice(*found)]) == site


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("市工信局召开推进会- 【某某在线】", "某某在线"),
        ("市工信局召开推进会_要闻_某某网", "某某网"),
        ("市工信局召开推进会", None),
        ("市工信局召开推进会部署工作 - 某某网", None),
        ("市工信局召开推进会——某市加快推进产业集群建设，培育新动能综述", None),
    ],
)
def test_site_behind_the_title(line: str, site: str | None) -> None:
    found = site_of_page_name(line, "市工信局召开推进会")
    assert (found and line[slice(*found)]) == site


def test_a_dateline_with_the_title_again_is_furniture() -> None:
    assert is_slug("某社江州1月9日电 题：老港口焕发新活力")
    assert is_slug("某社江州1月9日电（记者王小明）题：老港口焕发新活力")
    assert not is_slug("某社江州1月9日电 全省推进会9日在江州召开")
    assert is_summary("原标题：老港口焕发新活力")


@pytest.mark.parametrize("unit", ["返回首页", "无障碍浏览", "2020-13-01", "分享到微信", "+ -"])
def test_a_long_row_of_words_that_are_made_of_words_ends_at_once(unit: str) -> None:
    row = (unit * 60)[:190]
    assert not is_furniture(row + "甲")  # a pattern would try two ways for each, and never end
    assert is_furniture(unit * (190 // len(unit)))


@pytest.mark.parametrize("line", ["大字体", "下载APP内打开", "语音阅读全文", "中文版面导航", "1 - 2", "A+ A A-"])
def test_a_bar_is_read_in_any_way_that_its_words_allow(line: str) -> None:
    assert is_furniture(line)
