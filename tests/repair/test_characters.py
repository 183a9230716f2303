"""Dirt of single characters: glosses, invisible ones, width, spaces, traditional forms, wrong decodings, markup."""

import pytest

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.repair.full_width import find_full_width
from policyparse.repair.invisible_characters import find_invisible_characters
from policyparse.repair.markup_debris import find_markup_debris
from policyparse.repair.mojibake import find_mojibake
from policyparse.repair.pinyin_glosses import find_pinyin_glosses
from policyparse.repair.stray_spaces import find_stray_spaces
from policyparse.repair.traditional_characters import is_traditional, simplify
from policyparse.source.edits import Edit, RepairedText
from policyparse.source.source_text import SourceText


def applied(text: str, edits: object) -> str:
    repaired = RepairedText(SourceText(text))
    repaired.apply(edits)  # type: ignore[arg-type]
    return repaired.text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("舉報(bào)專區(qū)", "舉報專區"),
        ("工業（yè）經(jīng)濟", "工業經濟"),
        ("目標(biāo)(biāo)", "目標"),
        ("工业(gōng yè)发展", "工业发展"),
        ("绿色(lǜ sè)发展", "绿色发展"),
        ("产(chǎn)业(yè)的(de)发(fā)展(zhǎn)了(le)", "产业的发展了"),
        ("推(tui)动(dong)发(fa)展(zhan)改(gai)革(ge)", "推动发展改革"),
    ],
)
def test_glosses_are_deleted(dirty: str, clean: str) -> None:
    assert applied(dirty, find_pinyin_glosses(dirty)) == clean


@pytest.mark.parametrize(
    "text",
    [
        "处理器(CPU)和内存(RAM)",
        "重量(mg)、长度(m)、时间(s)、变量(a)、变量(b)",
        "咖啡(café)和履历(résumé)",
        "亳(bó)州、涪(fú)陵",
        "第十条(一)、表(三)",
        "部分(ge)元素",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert list(find_pinyin_glosses(text)) == []


def test_invisible_characters_are_deleted() -> None:
    text = "天\u200b津\ufeff市\u00ad政\u2060府\u200e"
    assert applied(text, find_invisible_characters(text)) == "天津市政府"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("ＧＤＰ增长５．３％，ＰＭＩ为５０．２", "GDP增长5.3%，PMI为50.2"),
        ("２0２4年", "2024年"),
        ("（ＡＰＰ）、１００ｋｍ", "（APP）、100km"),
    ],
)
def test_full_width_of_a_converter_becomes_half(dirty: str, clean: str) -> None:
    assert applied(dirty, find_full_width(dirty)) == clean


def test_a_statute_in_full_width_digits_stays() -> None:
    assert list(find_full_width("应当在２４小时内，自２０１２年１月１日起施行")) == []


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("天 津 市 人 民 政 府 关 于 加 强 管 理 的 通 知", "天津市人民政府关于加强管理的通知"),
        (
            "今年 以来 ， 全市 工业 经济 运行 平稳 ， 企业 效益 持续 改善 ， 投资 较快 增长 。",
            "今年以来，全市工业经济运行平稳，企业效益持续改善，投资较快增长。",
        ),
    ],
)
def test_stray_spaces_are_deleted(dirty: str, clean: str) -> None:
    assert applied(dirty, find_stray_spaces(dirty)) == clean


@pytest.mark.parametrize(
    "text",
    [
        "赵 钱 孙 李 周 吴 郑 王",
        "张原 李宁馨 魏天权 王小明 刘国强 陈静",
        "一 二 三 四 五 六 日",
        "第一章 总 则",
        "山东加快产业升级 推动绿色发展 建设美丽乡村",
        "（2018年9月21日 某省第十三届人民代表大会常务委员会第五次会议通过 2020年1月1日 某省修正）",
    ],
)
def test_spaces_of_lists_and_headings_stay(text: str) -> None:
    assert list(find_stray_spaces(text)) == []


TRADITIONAL = "為了推動產業發展，這個條例對縣級以上政府的職責作了規定，並將從明年開始實施。"


@pytest.mark.parametrize(
    ("word", "simplified"),
    [
        ("瞭解情況", "了解情况"),
        ("瞭望塔", "瞭望塔"),
        ("批覆", "批复"),
        ("覆蓋", "覆盖"),
        ("憑藉", "凭借"),
        ("沿著", "沿着"),
        ("著名", "著名"),
        ("顯著", "显著"),
        ("乾燥", "干燥"),
        ("乾隆", "乾隆"),
        ("衞生", "卫生"),
        ("產業鍊", "产业链"),
        ("鍛鍊", "锻炼"),
    ],
)
def test_words_decide_what_the_table_cannot(word: str, simplified: str) -> None:
    text = RepairedText(SourceText(TRADITIONAL + word))
    simplify(text)
    assert text.text.endswith(simplified)
    assert len(text.text) == len(text.source.text)


@pytest.mark.parametrize(
    "text",
    [
        "财政部原部长王丙乾出席，书法家题写了“正氣”二字。",
        "経済産業省は、予算案について説明した。企業の投資を促進し、産業を発展させる会議を開き、国際関係を重視する。",
        "The committee met on Tuesday.",
        "",
    ],
)
def test_what_is_not_written_in_traditional_characters_stays(text: str) -> None:
    assert not is_traditional(text)


@pytest.mark.parametrize(
    ("wrong", "right", "clean"),
    [
        ("gb18030", "utf-8", "这是中国人民的生活，我们要有新的发展"),
        ("latin-1", "utf-8", "中国人民的生活水平在不断地提高，这是一个新的起点。"),
        ("latin-1", "gb18030", "中国人民的生活水平在不断地提高，这是一个新的起点。"),
    ],
)
def test_a_wrong_decoding_that_lost_nothing_is_undone(wrong: str, right: str, clean: str) -> None:
    dirty = clean.encode(right).decode(wrong)
    assert applied(dirty, find_mojibake(dirty)) == clean


def test_the_way_back_through_a_wrong_decoding_is_fine() -> None:
    clean = "中国人民的生活水平在不断地提高，这是一个新的起点"
    dirty = clean.encode("utf-8").decode("latin-1")
    text = RepairedText(SourceText(dirty))
    text.apply(find_mojibake(dirty))
    assert text.source_extent(2, 4) == (6, 12)


@pytest.mark.parametrize("text", ["全市工业�加值", "张三锟斤拷李四", "工\ue123业", "張?jiān)缌?"])
def test_pp101_damage_beyond_repair_is_reported(text: str) -> None:
    diagnostics = Diagnostics()
    repaired = repair(SourceText(text), diagnostics)
    assert [f.code for f in diagnostics.findings] == ["PP101"]
    assert repaired.text == text


def test_damage_of_a_whole_text_is_reported_once_more_and_not_without_end() -> None:
    diagnostics = Diagnostics()
    repair(SourceText("�府" * 500), diagnostics)
    assert len(diagnostics.findings) == 21


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ('<legend id="x1"></legend>\n工业经济\n  • <td id="x1">\n', "\n工业经济\n\n"),
        ("    1. <dl id='x1'></dl>\n加快发展", "\n加快发展"),
        ("加快<b>产业</b>升级<br/>", "加快产业升级"),
        ("科技&nbsp;创新&#8220;链&#8221;&amp;nbsp;发展", "科技\xa0创新“链”\xa0发展"),
        ("从人才方面**加大支持力度**。", "从人才方面加大支持力度。"),
        ("见[通知](/a/1.html)全文", "见通知全文"),
        ("![图](https://example.com/a.png)调研现场", "调研现场"),
        ("产业<!-- ad -->发展", "产业发展"),
    ],
)
def test_markup_is_deleted(dirty: str, clean: str) -> None:
    assert applied(dirty, find_markup_debris(dirty)) == clean


@pytest.mark.parametrize(
    "text",
    [
        "**加快发展**",
        "增速<5%且>3%的企业",
        "List<String> names = new ArrayList<>();",
        "a ** b and c ** d &amp; e",
        "<委员> 这里是尖括号",
        "2**3 等于 8",
    ],
)
def test_what_is_no_debris_stays(text: str) -> None:
    assert list(find_markup_debris(text)) == []


def test_repairs_say_how_sure_they_are() -> None:
    repaired = repair(SourceText("推(tui)动(dong)发(fa)展(zhan)改(gai)革(ge)"), Diagnostics())
    assert [(r.rule, r.confidence) for r in repaired.repairs] == [("pinyin_glosses", 0.95)]
    assert isinstance(Edit(0, 1, "", "x").confidence, float)


def test_pictographs_are_deleted_and_accounted_for() -> None:
    document = policyparse.parse(
        "云溪县2031年政府工作报告📜\n\n一、2030年工作回顾🏆\n\n全县生产总值增长6%。🚗🌊\n\n二、2031年工作目标\n\n全县生产总值增长7%。\n"
    )
    assert document.title == "云溪县2031年政府工作报告"
    assert [(repair.rule, repair.count) for repair in document.repairs] == [("pictographs", 3)]
    assert [(i.value, i.kind) for i in document.indicators] == [(6, "result"), (7, "target")]
    assert all(d.code != "PP105" for d in document.diagnostics)
