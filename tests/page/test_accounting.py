"""Nothing of a text is dropped in silence: each character that is not white space is in one part of one block."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policyparse
from generators.catalogue import MAKERS, made, parsed
from generators.pages import FORMS, wrapped
from invariants import unaccounted
from policyparse.page.blocks import Role


def roles(text: str, kind: str | None = None) -> list[tuple[str, str]]:
    """Role and text of each block, its parts joined."""
    document = policyparse.parse(text, kind=kind)
    assert unaccounted(text, document) == []
    return [(b.role, "".join(text[p.start : p.end] for p in b.parts)) for b in document.blocks]


def test_every_document_is_accounted_for(any_document: tuple[str, policyparse.Document]) -> None:
    text, document = any_document
    assert unaccounted(text, document) == []
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert (block.span.start, block.span.end) == (block.parts[0].start, block.parts[-1].end)
        assert all(a.end <= b.start for a, b in zip(block.parts, block.parts[1:], strict=False))


@pytest.mark.parametrize("maker", MAKERS)
def test_every_made_document_is_accounted_for(maker: str) -> None:
    for construct, seed in itertools.product(MAKERS[maker].CONSTRUCTS, range(2)):
        document = parsed(maker, construct, seed)
        assert isinstance(document, policyparse.Document), (construct, seed, document)
        assert unaccounted(made(maker, construct, seed).text, document) == [], (construct, seed)


@pytest.mark.parametrize("form", FORMS)
def test_every_made_file_is_accounted_for(form: str) -> None:
    for maker in ["statutes"] if form == "numbered docx" else MAKERS:  # Word numbers articles
        text = made(maker, next(iter(MAKERS[maker].CONSTRUCTS)), 1).text
        source = policyparse.read(wrapped(form, 1, text))
        assert unaccounted(source.text, policyparse.parse(source)) == [], maker


PIECES = (
    "市工信局召开推进会", "来源：某报", "2024-05-06", "会议强调，要主动服务企业。", "第一条 为了规范管理，制定本办法。", "附件：清单",
    "（2023年5月25日某市人民代表大会常务委员会第三次会议通过）", "<div>", "<br/>", "•", "**", "&nbsp;", "\u200b", "\ufeff", "工業(yè)", "- 3 -", "[db:作者]",
    "某某官网_最新下载", "，", "\t", "　　", " ", "\r", "\n", "\n\n", "各市人民政府：", "某市人民政府", "2023年5月25日", "图为会议现场。", "推进会上，市工信局局长张三介绍了上半年的情况，并就",
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.sampled_from(["decision", "meeting", "briefing"]))
def test_any_text_is_accounted_for(pieces: list[str], kind: str) -> None:
    text = "第一条 市政府召开会议。\n" + "".join(pieces)
    assert unaccounted(text, policyparse.parse(text, kind=kind)) == []


LEAD = "市工信局召开推进会\n来源：某报  日期：2024-05-06\n"
FIRST = "会议听取了上半年全市工业经济运行情况的汇报，研究部署下一步重点工作，要求各部门"
SECOND = "主动服务企业，确保各项政策落到实处，推动工业经济平稳健康发展。"


@pytest.mark.parametrize(
    ("line", "role"), [("- 3 -", "furniture"), ("图为推进会现场", "caption"), ("第 2 页", "furniture")]
)
def test_what_interrupts_a_paragraph_is_a_block_and_the_paragraph_has_two_parts(line: str, role: str) -> None:
    text = f"{LEAD}会议由市长主持，各区负责人参加会议。\n{FIRST}\n{line}\n{SECOND}\n"
    assert roles(text)[3:] == [("paragraph", FIRST + SECOND), (role, line)]
    block = policyparse.parse(text).blocks[3]
    assert [text[part.start : part.end] for part in block.parts] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("• 会议强调，要主动服务企业。", "paragraph"),  # a list mark
        ("<p>会议强调，要主动服务企业。</p>", "paragraph"),  # markup
        ("会议强调，要主动(dòng)服務(wù)企業(yè)。", "paragraph"),  # a gloss
        ("\u200b会议强调，要主动服务企业。\u200b", "paragraph"),  # characters without ink
        ("**补链延链**", "heading"),
    ],
)
def test_what_a_repair_took_out_belongs_to_the_block_in_which_it_stood(line: str, role: str) -> None:
    text = f"{LEAD}会议由市长主持。\n{line}\n{SECOND}\n"
    assert (role, line) in roles(text)


def test_a_line_of_nothing_but_debris_is_furniture() -> None:
    text = f"{LEAD}会议由市长主持。\n<div class='more'></div>\n{SECOND}\n"
    assert roles(text)[3] == ("furniture", "<div class='more'></div>")


STATUTE = """某市河道管理办法
第一章 总则
{}
第一条 为了规范河道管理，制定本办法。
第二条 市人民政府应当加强对河道保护工作的领导。
第三条 本办法自2023年7月1日起施行。
"""


def test_a_line_of_a_statute_that_no_field_holds_is_unread() -> None:
    text = STATUTE.format("本章的说明另行印发各区执行，请注意查收。")
    document = policyparse.parse(text)
    unread = [text[b.span.start : b.span.end] for b in document.blocks if b.role == Role.UNREAD]
    assert unread == ["本章的说明另行印发各区执行，请注意查收。"]
    found = [d for d in document.diagnostics if d.code == "PP205"]
    assert [d.message for d in found] == ["1 line of the body is in no field: 16–36"]
    assert found[0].span is not None
    assert text[found[0].span.start : found[0].span.end] == unread[0]


def test_a_statute_of_which_every_line_is_in_a_field_has_nothing_unread() -> None:
    document = policyparse.parse(STATUTE.format(""))
    assert "PP205" not in [d.code for d in document.diagnostics]
    assert [b.role for b in document.blocks] == ["title", "heading", "paragraph", "paragraph", "paragraph"]


def test_narration_is_not_unread() -> None:
    assert "unread" not in [role for role, _ in roles(LEAD + "会议由市长主持。\n" + SECOND)]


def test_a_document_number_alone_on_its_line_is_a_number() -> None:
    text = "某市人民政府关于加强河道保护的决定\n某政发〔2023〕5号\n一、各区应当加强领导。\n二、本决定自2023年7月1日起施行。\n"
    assert ("number", "某政发〔2023〕5号") in roles(text)


def test_the_lines_of_a_signature_are_a_signature() -> None:
    text = STATUTE.format("") + "某市人民政府\n2023年5月25日\n"
    assert roles(text)[-2:] == [("signature", "某市人民政府"), ("signature", "2023年5月25日")]


def test_the_value_of_a_source_line_stays_one() -> None:
    text = "某市河道管理办法\n来源：\n某某日报\n" + STATUTE.format("").split("\n", 1)[1]
    assert ("source_line", "某某日报") in roles(text)
