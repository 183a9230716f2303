import policyparse
from policyparse.source.blocks import Cell, SourceBlock
from policyparse.source.formats.html import read_html
from policyparse.source.places import ElementPath
from policyparse.source.source_text import SourceText


def page(body: str, head: str = "") -> SourceText:
    return read_html(f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode())


def texts(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks]


def block(source: SourceText, text: str) -> SourceBlock:
    return next(b for b in source.blocks if source.text[b.start : b.end] == text)


def test_every_visible_block_is_given_in_order() -> None:
    source = page(
        "<nav><a href=/>首页</a></nav><h1>关于保护湖泊的通知</h1><div>来源：某市人民政府</div>"
        "<p>各区人民政府：</p><p>\u3000\u3000现将 有关\n事项通知如下。</p><footer>版权所有</footer>"
    )
    assert texts(source) == [
        "首页",
        "关于保护湖泊的通知",
        "来源：某市人民政府",
        "各区人民政府：",
        "\u3000\u3000现将 有关 事项通知如下。",
        "版权所有",
    ]
    assert source.text == "\n".join(texts(source))


def test_what_nobody_sees_is_no_text() -> None:
    source = page(
        "<p>看得见</p><script>看不见</script><style>看不见</style><noscript>看不见</noscript><template>看不见</template>"
        "<textarea>看不见</textarea><select><option>看不见</option></select><div hidden>看不见</div>"
        '<div style="display: none">看不见</div><span style="display:none">看不见</span><!-- 看不见 -->'
        '<p style="visibility:hidden">看不见</p><p style="displayed:none">也看得见</p>'
    )
    assert texts(source) == ["看得见", "也看得见"]


def test_a_page_that_is_closed_in_its_middle_is_read_to_its_end() -> None:
    data = "<html><body><div>首页</div></html><div><p>第一条 湖泊属于国家所有。</p></div></body></html>"
    assert "第一条 湖泊属于国家所有。" in read_html(data.encode()).text


def test_line_breaks_divide_blocks_and_join_a_title() -> None:
    source = page("<h1>某省人民政府<br>关于保护湖泊的通知</h1><p>一句。<br><br>二句。</p><p>三句。</p>")
    assert [(t, b.after_break) for t, b in zip(texts(source), source.blocks, strict=True)] == [
        ("某省人民政府", False),
        ("关于保护湖泊的通知", True),
        ("一句。", False),
        ("二句。", True),
        ("三句。", False),
    ]


def test_lines_of_preformatted_text_are_blocks() -> None:
    assert texts(page("<pre>第一行\n\n  第二行</pre>")) == ["第一行", "第二行"]


def test_levels_alignment_weight_and_size_are_signals() -> None:
    source = page(
        '<h2>二级</h2><p align=center>居中</p><p style="TEXT-ALIGN: Right">靠右</p><center><p>也居中</p></center>'
        '<p><span style="font-weight:700;font-size:18pt">又粗又大</span></p><p><b>粗</b>后面的字更多</p>'
        '<p style="text-indent:2em">缩进</p><div style="text-align:center"><p>继承</p></div>'
    )
    assert block(source, "二级").level == 2
    assert block(source, "居中").align == "center"
    assert block(source, "靠右").align == "right"
    assert block(source, "也居中").align == "center"
    assert block(source, "继承").align == "center"
    assert (block(source, "又粗又大").bold, block(source, "又粗又大").size) == (True, 18.0)
    assert not block(source, "粗后面的字更多").bold
    assert block(source, "缩进").indent == 2.0


def test_density_of_links_of_a_block_and_of_what_holds_it() -> None:
    source = page(
        "<ul><li><a href=1>新闻</a></li><li><a href=2>政策</a></li><li>其他</li></ul><div><p>正文没有链接。</p></div>"
    )
    menu, other, text = block(source, "新闻"), block(source, "其他"), block(source, "正文没有链接。")
    assert (menu.link_density, round(menu.container_link_density, 2)) == (1.0, 0.67)
    assert (other.link_density, round(other.container_link_density, 2)) == (0.0, 0.67)
    assert text.link_density == 0.0
    assert 0.0 < text.container_link_density < 0.5


def test_roles_and_words_of_ancestors() -> None:
    source = page(
        '<div class="topNav main_menu" id="hd1"><nav><p>菜单</p></nav></div><div role=navigation><p>导航</p></div>'
        "<main><article><p>正文</p></article></main>"
    )
    assert block(source, "菜单").roles == {"nav"}
    assert block(source, "菜单").words == {"top", "nav", "main", "menu", "hd", "1"}
    assert block(source, "导航").roles == {"nav"}
    assert block(source, "正文").roles == {"main", "article"}


def test_cells_have_their_row_and_column() -> None:
    source = page(
        "<table><tr><th>指标</th><th colspan=2>数值</th></tr><tr><td rowspan=2>产值</td><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td><p>4</p></td></tr></table><p>正文</p>"
    )
    assert block(source, "指标").cell == Cell(0, 0, 0, header=True)
    assert block(source, "数值").cell == Cell(0, 0, 1, 1, 2, header=True)
    assert block(source, "产值").cell == Cell(0, 1, 0, 2, 1)
    assert block(source, "2").cell == Cell(0, 1, 2)
    assert block(source, "3").cell == Cell(0, 2, 1)
    assert (block(source, "4").cell, block(source, "4").tag) == (Cell(0, 2, 2), "p")
    assert block(source, "正文").cell is None


def test_a_table_that_holds_tables_only_lays_out() -> None:
    source = page(
        "<table><tr><td><table><tr><td>索引号：</td><td>000014349</td></tr></table></td></tr>"
        "<tr><td><p>正文。</p></td></tr></table><table><tr><td>只有一格</td></tr></table>"
    )
    assert block(source, "索引号：").cell == Cell(0, 0, 0)
    assert block(source, "正文。").cell is None
    assert block(source, "只有一格").cell is None


def test_links_of_attachments_and_no_others() -> None:
    source = page(
        '<p>附件：<a href="/f/1.docx?v=2">1.项目 名单</a>、<a href="./2.PDF">2.计划</a></p><p><a href="/docx/">目录</a></p>'
    )
    assert [(link.href, source.text[link.start : link.end]) for link in source.links] == [
        ("/f/1.docx?v=2", "1.项目 名单"),
        ("./2.PDF", "2.计划"),
    ]


def test_hints_of_the_head_are_words_of_the_page() -> None:
    source = page(
        "<p>正文</p>",
        "<title> 某市\n通知 </title><meta name=ArticleTitle content=关于湖泊的通知><meta name=PubDate content='2031-04-30 10:00'>"
        "<meta property=og:title content=湖泊><meta name=keywords content=''><link rel=canonical href=http://a/b>",
    )
    assert source.hints == {
        "html:title": "某市 通知",
        "html:meta[ArticleTitle]": "关于湖泊的通知",
        "html:meta[PubDate]": "2031-04-30 10:00",
        "html:meta[og:title]": "湖泊",
        "html:link[canonical]": "http://a/b",
    }
    assert source.text == "正文"


def test_a_place_is_the_selector_of_the_element() -> None:
    source = page("<div><p>一</p><!-- 注 --><script>x</script><p>二<b>粗</b></p></div>")
    (place,) = source.place(block(source, "二粗"))
    assert isinstance(place, ElementPath)
    assert place.selector == "html > body:nth-child(2) > div:nth-child(1) > p:nth-child(3)"


def test_a_span_over_blocks_has_the_places_of_all() -> None:
    source = page("<p>第一段</p><p>第二段</p><p>第三段</p>")
    places = source.place(policyparse.Span(start=1, end=6))
    assert [p.selector.rsplit(" ", 1)[1] for p in places if isinstance(p, ElementPath)] == [
        "p:nth-child(1)",
        "p:nth-child(2)",
    ]
