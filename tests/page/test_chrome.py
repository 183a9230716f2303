"""Menus, tool bars and lists of links by the signals of the file; which tables hold data and which lay out the page."""

import dataclasses

import pytest

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page, Role
from policyparse.page.chrome import CHROME, mark_chrome
from policyparse.page.layout import lay_out
from policyparse.repair import repair
from policyparse.source.blocks import SourceBlock
from policyparse.source.formats.html import read_html
from policyparse.source.places import ElementPath
from policyparse.source.source_text import SourceText

HEAD = "<h1>东屏市召开防汛工作会议</h1><div>来源：东屏日报　2033-05-06</div>"
LEAD = "<p>5月5日，东屏市召开防汛工作会议，研究部署下一步工作。</p><p>会议要求，各部门要落实责任，确保安全度汛。</p>"


def laid_out(body: str) -> Page:
    diagnostics = Diagnostics()
    return lay_out(repair(read_html(f"<html><body>{body}</body></html>".encode()), diagnostics), diagnostics)


def roles(body: str) -> dict[str, str]:
    return {block.text: block.role.value for block in laid_out(body).blocks}


def a(text: str) -> str:
    return f"<a href='/x'>{text}</a>"


def rule_of(line: str, **signals: object) -> str:
    """The rule that makes a line chrome, empty where none does."""
    block = dataclasses.replace(laid_out(f"<p>{line}</p>").blocks[0], role=Role.PARAGRAPH, rule="")
    block.signals = SourceBlock(0, len(line), "p", ElementPath((None, "html", 1)), **signals)  # type: ignore[arg-type]
    mark_chrome([block])
    return block.rule


@pytest.mark.parametrize(
    ("own", "around", "rule"),
    [
        (1.0, 1.0, "link_list"),
        (0.5, 0.5, "link_list"),
        (0.49, 0.55, ""),
        (0.5, 0.49, ""),
        (1.0, 0.1, ""),
        (0.0, 0.6, "menu_label"),
        (0.0, 0.59, ""),
        (0.0, 0.0, ""),
    ],
)
def test_the_share_of_links_decides(own: float, around: float, rule: str) -> None:
    assert rule_of("市政府常务会议要闻", link_density=own, container_link_density=around) == rule


def test_a_long_line_or_a_first_heading_is_no_label_of_a_menu() -> None:
    assert rule_of("湖泊保护工作会议在市政府召开并研究部署全年各项重点任务的时间安排", container_link_density=0.9) == ""
    assert rule_of("湖泊保护工作会议", container_link_density=0.9, level=1) == ""
    assert rule_of("湖泊保护工作会议", container_link_density=0.9, level=2) == "menu_label"


@pytest.mark.parametrize("role", ["nav", "footer", "aside", "button"])
def test_what_stands_in_a_menu_is_chrome_but_a_sentence(role: str) -> None:
    assert rule_of("机构概况", roles=frozenset({role})) == "chrome_ancestor"
    assert rule_of("会议要求，各部门要落实防汛责任，确保全市安全度汛。", roles=frozenset({role})) == ""
    assert rule_of("机构概况", roles=frozenset({"main", "article"})) == ""


def test_what_the_file_itself_calls_furniture_is() -> None:
    assert rule_of("会议要求，各部门要落实防汛责任，确保全市安全度汛。", furniture=True) == "file_furniture"


def test_every_rule_says_why() -> None:
    assert [rule.name for rule in CHROME] == ["file_furniture", "chrome_ancestor", "link_list", "menu_label"]
    assert all(rule.reason.endswith(".") for rule in CHROME)


def test_lists_of_links_around_a_text_are_furniture() -> None:
    menu = "<ul>" + "".join(f"<li>{a(name)}</li>" for name in ("机构概况", "领导之窗", "政策法规")) + "</ul>"
    related = (
        f"<div><h3>相近内容</h3><ul><li>{a('东屏市启动应急响应')}</li><li>{a('我市加固堤防十公里')}</li></ul></div>"
    )
    found = roles(menu + HEAD + LEAD + related)
    assert {found[line] for line in ("机构概况", "领导之窗", "政策法规")} == {"furniture"}
    assert {found[line] for line in ("相近内容", "东屏市启动应急响应", "我市加固堤防十公里")} == {"furniture"}
    assert list(found.values()).count("paragraph") == 2


def test_a_link_in_a_paragraph_leaves_it_one() -> None:
    found = roles(f"{HEAD}{LEAD}<p>详见{a('《东屏市防汛预案》')}第三章的规定，并请各区参照执行。</p>")
    assert found["详见《东屏市防汛预案》第三章的规定，并请各区参照执行。"] == "paragraph"


def rows(*cells: tuple[str, ...], tag: str = "td") -> str:
    return "".join("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>" for row in cells)


DATA = f"<table border=1>{rows(('单位', '任务数'), ('市水务局', '12'), ('市交通局', '8'))}</table>"


def test_a_table_of_data_is_one() -> None:
    page = laid_out(HEAD + LEAD + DATA)
    assert [(table["header"], table["rows"]) for table in page.tables] == [
        (["单位", "任务数"], [["市水务局", "12"], ["市交通局", "8"]])
    ]
    assert {b.role for b in page.blocks if b.text in ("单位", "12")} == {Role.TABLE}


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{HEAD}</td><td>x1</td></tr><tr><td>{LEAD}</td><td>x2</td></tr></table>",
        f"<table><tr><td>左栏</td><td>右栏</td></tr><tr><td>{LEAD}</td><td>下</td></tr></table>",
        f"<table>{rows((a('首页'), a('要闻')), (a('公告'), a('信箱')))}</table>{HEAD}{LEAD}",
        f"<table>{rows(('索引号：', '0118'), ('发文机关：', '市政府'), ('发布日期：', '2033-05-06'))}</table>{HEAD}{LEAD}",
        f"{HEAD}{LEAD}<table>{rows(('只有一行', '两格'))}</table>",
        f"{HEAD}{LEAD}<table>{rows(('只有',), ('一列',), ('三行',))}</table>",
        f"<table><tr><td><table><tr><td>{HEAD}{LEAD}</td></tr></table></td></tr></table>",
    ],
    ids=["page_in_cells", "text_in_a_cell", "menu", "index", "one_row", "one_column", "nested"],
)
def test_a_table_that_lays_out_holds_no_data(table: str) -> None:
    assert laid_out(table).tables == []


def test_merged_cells_stand_in_each_place_that_they_cover() -> None:
    merged = (
        "<table border=1><tr><th>区</th><th>任务</th><th>数</th></tr><tr><td rowspan=2>东区</td><td>清淤</td><td>3</td></tr>"
        "<tr><td>加固</td><td>5</td></tr></table>"
    )
    (table,) = laid_out(HEAD + LEAD + merged).tables
    assert (table["header"], table["rows"]) == (["区", "任务", "数"], [["东区", "清淤", "3"], ["东区", "加固", "5"]])


LETTER = (
    "<h1>东屏市水务局关于做好防汛工作的通知</h1><p>东水发〔2033〕5号</p><p>各区水务局：</p><p>请做好防汛工作。</p>"
    "<p>东屏市水务局</p><p>2033年5月6日</p>"
)


@pytest.mark.parametrize(
    "behind",
    [
        f"<div><h3>便民服务</h3><ul><li>{a('办事指南')}</li><li>{a('在线咨询')}</li></ul></div>",
        "<aside><h3>便民服务</h3><p>办事指南</p></aside><footer><p>服务热线：12345</p></footer>",
        f"<table><tr><td>{a('机构概况')}</td><td>{a('政策法规')}</td></tr></table>",
        f"<p>分享到：微信</p><p>上一篇：{a('关于开展安全检查的通知')}</p><p>下一篇：{a('关于春节值班的通知')}</p><p>地址：东屏路1号</p>",
    ],
    ids=["links", "aside", "old_table", "neighbours"],
)
def test_a_menu_under_a_letter_is_no_annex_of_it(behind: str) -> None:
    document = policyparse.parse(f"<html><body>{LETTER}{behind}</body></html>".encode())
    assert isinstance(document, policyparse.OfficialDocument)
    assert (document.annexes, document.attachments) == ([], [])
    assert [s.body for s in document.signatures] == ["东屏市水务局"]
    source: SourceText = policyparse.read(f"<html><body>{LETTER}{behind}</body></html>".encode())
    last = source.text.index("2033年5月6日")
    assert {block.role for block in document.blocks if block.span.start > last} <= {"furniture", "source_line"}


def test_files_under_a_letter_are_its_annexes() -> None:
    behind = f"<p>附件：</p><p>{a('1.防汛物资清单.xlsx')}</p>"
    document = policyparse.parse(f"<html><body>{LETTER}{behind}</body></html>".encode())
    assert isinstance(document, policyparse.OfficialDocument)
    assert "1.防汛物资清单.xlsx" in str(document.annexes) + str(document.attachments)
