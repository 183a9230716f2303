"""Bylines on lines of their own, and credits in brackets behind a paragraph."""

import pytest

from policyparse.page.blocks import Block, Role
from policyparse.page.byline import is_byline, names_of_byline, split_credits

BEFORE = "会议强调，要主动服务企业，推动政策落地见效。"


def block(line: str, level: int = 0) -> Block:
    return Block(Role.PARAGRAPH, 5, 5 + len(line), line, line, level)


@pytest.mark.parametrize(
    "line",
    [
        "某社记者王小明",
        "（王小明 李晓红）",
        "本报记者王小明 通讯员李晓红",
        "□ 某报全媒体记者 王小明",
        "记者王小明、李晓红",
        "（作者系某大学教授）",
        "（某局办公室供稿）",
    ],
)
def test_a_byline(line: str) -> None:
    assert is_byline(line, in_front=False)


@pytest.mark.parametrize(
    "line",
    ["记者来到车间", "记者见面会", "新闻记者协会", "（一期 二期）", "（试行）", "某报记者：", "记者调查显示，成效明显"],
)
def test_no_byline(line: str) -> None:
    assert not is_byline(line, in_front=False)


def test_an_office_and_a_name_are_the_author_only_above_the_text() -> None:
    assert is_byline("某县县委书记 王小明", in_front=True)
    assert not is_byline("某县县委书记 王小明", in_front=False)
    assert not is_byline("主持人：某局局长 王小明", in_front=True)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（某报全媒体记者 王小明）", ["王小明"]),
        ("某某新闻网首席记者 王小明 见习记者 李晓红", ["王小明", "李晓红"]),
        ("某市融媒体中心记者王小明", ["王小明"]),
        ("王小明 通讯员 李晓红", ["王小明", "李晓红"]),
        ("记者 王小明 实习生 李晓红", ["王小明", "李晓红"]),
    ],
)
def test_an_outlet_is_no_author(line: str, names: list[str]) -> None:
    assert names_of_byline(line) == names


@pytest.mark.parametrize(
    "credit",
    [
        "（记者 王小明）",
        "（记者王小明 通讯员李晓红）",
        "（视频编辑：王小明  文字编辑：李晓红）",
        "（责任编辑：王小明）",
        "（作者系某大学教授）",
        "（某局办公室供稿）",
        "（王小明 李晓红）",
        "（完）",
    ],
)
@pytest.mark.parametrize("gap", ["", "  "])
def test_credits_are_cut_off_and_no_offset_moves(credit: str, gap: str) -> None:
    whole = block(BEFORE + gap + credit)
    body, credits = split_credits([whole])
    assert (body.text, credits.text) == (BEFORE, credit)
    for part in (body, credits):
        assert whole.text[part.start - 5 : part.end - 5] == part.text == part.folded


@pytest.mark.parametrize(
    "line",
    [
        BEFORE + "（图为王小明摄）",
        BEFORE + "（数据来源：国家统计局）",
        BEFORE + "（责任单位：市发展改革委、市财政局）",
        BEFORE + "（附件1）",
        BEFORE + "（一期 二期）",
        "会议听取了市工信局（责任编辑：王小明）",
        "（责任编辑：王小明）",
    ],
)
def test_other_brackets_stay(line: str) -> None:
    assert [part.text for part in split_credits([block(line)])] == [line]


def test_a_heading_is_not_cut() -> None:
    assert len(list(split_credits([block(BEFORE + "（记者 王小明）", level=1)]))) == 1


@pytest.mark.parametrize(("gap", "parts"), [("    ", 3), ("", 2)])
def test_a_single_name_is_a_credit_where_a_space_sets_it_off(gap: str, parts: int) -> None:
    assert len(list(split_credits([block(BEFORE + gap + "（王小明）"), block(BEFORE)]))) == parts


@pytest.mark.parametrize(
    "credit",
    ["（王小明）", "（来源：江州日报 记者 王小明）", "江州日报记者 王小明", " 记者王小明 通讯员李晓红报道"],
)
def test_behind_the_last_paragraph_a_single_name_and_the_source_are_credits(credit: str) -> None:
    blocks = [block(BEFORE + credit), block("责任编辑：李晓红"), block("版权归原作者所有，未经授权不得转载。")]
    assert [part.text for part in split_credits(blocks)][:2] == [BEFORE, credit.strip()]
    assert [part.text for part in split_credits([block(BEFORE + credit), block(BEFORE)])] == [BEFORE + credit, BEFORE]


@pytest.mark.parametrize("ending", ["（市水务局）", "记者看到机器轰鸣", "（来源于实践）", "（三期）"])
def test_behind_the_last_paragraph_other_words_stay(ending: str) -> None:
    assert [part.text for part in split_credits([block(BEFORE + ending)])] == [BEFORE + ending]
