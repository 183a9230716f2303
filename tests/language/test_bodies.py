"""Names of public bodies, by their composition."""

from pathlib import Path
from typing import get_args

import pytest

from policyparse.knowledge.fold import fold
from policyparse.knowledge.lexicon import lexicon
from policyparse.language.bodies import (
    BodyKind,
    acts_as_body,
    body_at_end,
    body_endings,
    is_body,
    is_body_line,
    kind_of_body,
    with_division,
)

TABLE = Path(__file__).parent / "cases" / "bodies.tsv"
CASES = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize(("name", "kind"), CASES, ids=[name for name, _ in CASES])
def test_a_name_has_its_kind(name: str, kind: str) -> None:
    assert kind_of_body(name) == (kind if kind in get_args(BodyKind) else None)
    assert is_body(name) == (kind in get_args(BodyKind))
    assert acts_as_body(name) == (kind != "-")


@pytest.mark.parametrize("kind", get_args(BodyKind))
def test_every_ending_of_a_group_gives_its_kind(kind: str) -> None:
    wrong = {word: kind_of_body(f"青禾县{word}") for word in lexicon("bodies")[kind].words}
    assert {word: found for word, found in wrong.items() if found != kind} == {}


def test_no_ending_has_two_kinds() -> None:
    words = [word for group in lexicon("bodies").values() for word in group.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    "line",
    [
        "国家发展改革委 财政部",
        "市财政局、市税务局",
        "国　务　院",
        "中共云江省委　云江省人民政府",
        "望川市气象台",
        "最高人民法院、最高人民检察院",
    ],
)
def test_a_line_of_names(line: str) -> None:
    assert is_body_line(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "甲 乙 丙",
        "市财政局 王小明",
        "关于公布名单的通知",
        "财政局、",
        "云溪镇",
        "",
        "总则",
        "某某公告",
        "总理 李克强",
        "第九十六号",
    ],
)
def test_a_line_of_something_else(line: str) -> None:
    assert not is_body_line(fold(line))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会议由全国政协", "全国政协"),
        ("会议听取了常委会法工委", "常委会法工委"),
        ("近日市水利局", "市水利局"),
        ("请工业和信息化部", "工业和信息化部"),
        ("来自基层的市总工会", "市总工会"),
        ("", None),
    ],
)
def test_words_before_a_name_are_no_part_of_it(text: str, name: str | None) -> None:
    assert body_at_end(text) == name


def test_endings_of_a_kind() -> None:
    assert "检察院" not in body_endings("court")
    assert body_endings("court") in body_endings()


@pytest.mark.parametrize(
    ("name", "title", "full"),
    [
        ("省政府", "云江省节水条例", "云江省人民政府"),
        ("市政府办公室", "望川市人民政府办公室关于停车的通知", "望川市人民政府办公室"),
        ("县人民政府", "南屏自治县林地条例", "南屏自治县人民政府"),
        ("市政府", "云江省望川市停车办法", "云江省望川市人民政府"),
        ("市政府", "城市节水条例", "市政府"),
        ("区政府", "老城区改造办法", "区政府"),
        ("市政府", "停车办法", "市政府"),
        ("望川市政府", "望川市停车办法", "望川市政府"),
        ("省财政厅", "云江省节水条例", "云江省财政厅"),
        ("市工信局", "望川市技术改造办法", "望川市工业和信息化局"),
        ("市发改委", "望川市投资办法", "望川市发展和改革委员会"),
        ("市工信局", "关于印发望川市技术改造办法的通知", "市工信局"),
        ("市政府", "关于印发望川市停车办法的通知", "市政府"),
        ("市局", "望川市停车办法", "市局"),
    ],
)
def test_a_body_named_by_its_level_has_the_division_of_the_title(name: str, title: str, full: str) -> None:
    assert with_division(name, title) == full
