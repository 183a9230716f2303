"""Lines of furniture, and the first characters that are asked before a pattern is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.structure import furniture, source_line
from policyparse.structure.furniture import ends_text, is_breadcrumb, is_furniture, is_summary, starts_tail
from policyparse.structure.page import Block, Role
from policyparse.structure.source_line import find_entries, is_source_line

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


def block(line: str) -> Block:
    return Block(Role.PARAGRAPH, 0, len(line), line, line)


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
    ],
    ids=range(8),
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["第三条 本办法自公布之日起施行。", "（一）大气；", "今天下午全市召开动员大会", "打印机产业发展规划", ""],
    ids=range(5),
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@given(LINES)
def test_first_characters_hide_nothing(line: str) -> None:
    words = furniture._words()
    assert is_breadcrumb(line) == bool(furniture._BREADCRUMB.search(line))
    assert is_summary(line) == bool(furniture._SUMMARY.match(line))
    assert starts_tail(block(line)) == bool(words["tail"].match(line))
    assert ends_text(block(line)) == bool(words["end"].match(line))
    patterns = (words["bar"], furniture._PAGER, furniture._TAG_LINE, furniture._SYMBOLS, furniture._TODAY)
    assert is_furniture(line) == bool(words["mark"].search(line) or any(p.match(line) for p in patterns))


@given(LINES)
def test_lines_without_a_label_are_told_without_its_pattern(line: str) -> None:
    label = source_line._labels()[1].search(line)
    assert not label or any(True for _ in find_entries(line))
    if label and not source_line._TERMINAL.search(line) and not source_line._TODAY.match(line):
        assert is_source_line(line) or not ("：" in line or line[0] in "【[")


@pytest.mark.parametrize("group", ["tail", "end"])
def test_every_word_of_the_lexicon_passes(group: str) -> None:
    found = starts_tail if group == "tail" else ends_text
    assert all(found(block(word)) and found(block(f"【{word}")) for word in furniture._lexicon()[group])
