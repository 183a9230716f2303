"""Industries and their roles, and lists of names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.lexicon import any_of
from policyparse.language.enumerations import ends_governed, name_start, read_enumeration
from policyparse.page.blocks import Block, Role
from policyparse.plan.industries import parse_industries
from policyparse.plan.naming import Paragraph


def found(text: str) -> list[tuple[str, str]]:
    paragraph = Paragraph(Block(Role.PARAGRAPH, 0, len(text), text, text))
    return [(draft["name"], draft["role"]) for draft in parse_industries(paragraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("壮大医药、电子等新兴产业，", [("医药", "emerging"), ("电子", "emerging")]),
        ("聚焦钢铁、建材等优势产业，", [("钢铁", "advantaged"), ("建材", "advantaged")]),
        ("推动纺织、造纸等传统产业升级", [("纺织", "traditional"), ("造纸", "traditional")]),
        ("前瞻布局量子信息等未来产业", [("量子信息", "future")]),
        ("以装备制造业为引领，", [("装备制造业", "leading")]),
        ("推动船舶制造产业引领发展，", [("船舶制造产业", "leading")]),
        ("做强文化旅游、现代物流主导产业，", [("文化旅游", "leading"), ("现代物流", "leading")]),
        ("全市汽车、化工、食品三大支柱产业产值", [("汽车", "key"), ("化工", "key"), ("食品", "key")]),
        ("软件和信息技术服务、芯片等战略性新兴产业", [("软件和信息技术服务", "emerging"), ("芯片", "emerging")]),
        ("石材、茶叶和竹木等特色产业", [("石材", "key"), ("茶叶", "key"), ("竹木", "key")]),
        (
            "未来产业包括人形机器人、6G、脑机接口等",
            [("人形机器人", "future"), ("6G", "future"), ("脑机接口", "future")],
        ),
        ("钢铁、石化等传统优势产业", [("钢铁", "traditional"), ("石化", "traditional")]),
        (
            "布局氢能、细胞与基因治疗、脑科学与类脑、深海探测等未来产业",
            [("氢能", "future"), ("细胞与基因治疗", "future"), ("脑科学与类脑", "future"), ("深海探测", "future")],
        ),
        ("形成以锂电池为引领，机械、食品等产业为支撑的体系", [("锂电池", "leading")]),
        ("种业是保障国家粮食安全的战略性基础性核心产业。", [("种业", "key")]),
    ],
    ids=[f"i{i:02}" for i in range(15)],
)
def test_industry(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "聚焦重点产业、战略性新兴产业、未来产业发展",
        "促进航空航天、海洋装备等产业发展",
        "集中攻坚集成电路、车联网等重点产业链",
        "加快培育壮大战略性新兴产业，打造新的支柱产业",
        "改造提升传统产业，培育壮大新兴产业",
        "以科技创新为引领，推动发展",
        "南山轴承、北河钢板等5个集群入选省特色产业集群",
        "以党建为引领，以产业为支撑",
        "以创新为引领，产业为支撑",
        "传统产业工人、农民工等群体",
        "立足三地产业基础",
    ],
)
def test_no_industry(text: str) -> None:
    assert found(text) == []


def test_a_list_begins_after_the_last_governing_word() -> None:
    text = "我们将大力实施技术改造、人才引进、品牌培育"
    names = [text[slice(*name)] for name in read_enumeration(text, len(text))]
    assert names == ["技术改造", "人才引进", "品牌培育"]


def test_a_list_stops_at_the_clause() -> None:
    text = "增长较快，汽车、家电和手机"
    assert [text[slice(*name)] for name in read_enumeration(text, len(text))] == ["汽车", "家电", "手机"]


def test_a_compound_is_not_cut() -> None:
    text = "发展芯片、软件和信息技术服务"
    compound = re.compile("软件和信息")
    names = read_enumeration(text, len(text), compound=compound)
    assert [text[slice(*name)] for name in names] == ["芯片", "软件和信息技术服务"]


def test_a_governing_word_at_the_end_leaves_no_name() -> None:
    assert ends_governed("围绕创新链布局", 0, 7)
    assert not ends_governed("推动工业母机", 0, 6)
    assert name_start("推动工业母机", 0, 6) == 2


@given(st.text("推动发展钢铁、和等优势产业，。的包括以为引领（）", max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(name in text for name, _ in found(text))


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=4), min_size=1, max_size=8), st.text("甲乙丙丁", max_size=6))
def test_a_tree_of_words_finds_the_longest_that_fits(words: list[str], text: str) -> None:
    match = re.match(any_of(words), text)
    fitting = [word for word in words if text.startswith(word)]
    assert (match[0] if match else None) == (max(fitting, key=len) if fitting else None)


def test_a_tree_of_words_keeps_what_must_follow() -> None:
    pattern = re.compile(any_of(["人", "人次"], {"人": "(?!均)"}))
    assert [bool(pattern.match(text)) for text in ("人", "人均", "人次")] == [True, False, True]
    assert re.match(any_of([]), "") is None
