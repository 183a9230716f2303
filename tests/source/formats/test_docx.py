from collections.abc import Callable

import pytest

from policyparse.source.blocks import Cell
from policyparse.source.formats.docx import read_docx
from policyparse.source.formats.number_formats import print_number
from policyparse.source.places import GeneratedNumber, Paragraph
from policyparse.source.source_text import SourceText

DocxMaker = Callable[..., bytes]


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, num: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(number: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{more}</w:num>'


def texts(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks]


ARTICLES = abstract(0, level(0, "chineseCounting", "第%1条"), level(1, "chineseCounting", "（%2）")) + num(1, 0)


def test_generated_numbers_are_text_and_their_place_says_so(make_docx: DocxMaker) -> None:
    body = p("湖泊保护条例") + numbered("为了保护湖泊。") + numbered("有下列情形：") + numbered("填湖；", level=1)
    source = read_docx(
        make_docx(body + numbered("排污。", level=1) + numbered("施行。"), parts={"numbering": ARTICLES})
    )
    assert texts(source) == [
        "湖泊保护条例",
        "第一条 为了保护湖泊。",
        "第二条 有下列情形：",
        "（一）填湖；",
        "（二）排污。",
        "第三条 施行。",
    ]
    first = source.blocks[1]
    number = GeneratedNumber("body/p[2]", "第一条")
    assert source.place(first) == (number, Paragraph("body/p[2]"))
    assert source.place(first._replace(end=first.start + 2)) == (number,)
    assert source.place(first._replace(start=first.start + 4)) == (Paragraph("body/p[2]"),)


def test_numbers_of_styles_and_of_styles_they_are_based_on(make_docx: DocxMaker) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = abstract(
        0, level(0, "decimal", "%1."), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="C"/>')
    ) + num(1, 0)
    body = "".join(p(t, f'<w:pStyle w:val="{s}"/>') for t, s in (("甲", "A"), ("乙", "B"), ("丙", "C")))
    none = p("丁", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    source = read_docx(make_docx(body + none, parts={"styles": styles, "numbering": lists}))
    assert texts(source) == ["1.甲", "2.乙", "（一）丙", "丁"]


def test_lists_start_again_and_go_on(make_docx: DocxMaker) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = (
        abstract(0, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2 "))
        + abstract(1, level(0, "upperLetter", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, restart)
        + num(4, 1)
    )
    body = (
        numbered("一", 1) + numbered("子", 1, 1) + numbered("二", 2) + numbered("子", 2, 1) + numbered("五", 3)
        + numbered("六", 3) + numbered("A", 4) + numbered("x", 4, 1) + numbered("B", 4) + numbered("y", 4, 1)
    )  # fmt: skip
    assert texts(read_docx(make_docx(body, parts={"numbering": lists}))) == [
        "1、一", "1.1 子", "2、二", "2.1 子", "5、五", "6、六", "A.A", "1)x", "B.B", "2)y",
    ]  # fmt: skip


def test_legal_levels_suffixes_and_links_to_list_styles(make_docx: DocxMaker) -> None:
    lists = (
        abstract(0, more='<w:numStyleLink w:val="L"/>')
        + abstract(
            1,
            level(0, "chineseCounting", "%1", '<w:suff w:val="nothing"/>'),
            level(1, "chineseCounting", "%1.%2", '<w:isLgl/><w:suff w:val="space"/>'),
            level(2, "bullet", "\uf0b7"),
            more='<w:styleLink w:val="L"/>',
        )
        + num(1, 0)
        + num(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    body = numbered("甲") + numbered("乙", level=1) + numbered("丙", level=2)
    source = read_docx(make_docx(body, parts={"numbering": lists, "styles": styles}))
    assert texts(source) == ["一甲", "1.1 乙", "• 丙"]


PRINTED = {
    "decimal": {1: "1", 12: "12"},
    "decimalZero": {1: "01", 12: "12"},
    "decimalFullWidth": {12: "１２"},
    "upperRoman": {4: "IV", 19: "XIX"},
    "lowerRoman": {9: "ix"},
    "upperLetter": {1: "A", 27: "AA"},
    "lowerLetter": {26: "z", 28: "bb"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 105: "一○五"},
    "chineseCountingThousand": {
        10: "十",
        21: "二十一",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        1005: "一千零五",
    },
    "chineseLegalSimplified": {1: "壹", 10: "壹拾", 12: "壹拾贰", 305: "叁佰零伍"},
    "ideographLegalTraditional": {2: "貳", 6: "陸"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "甲"},
    "ideographZodiac": {1: "子", 12: "亥"},
    "ideographDigital": {10: "一〇"},
    "ideographEnclosedCircle": {3: "㈢"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"},
    "decimalEnclosedCircleChinese": {3: "③"},
    "decimalEnclosedParen": {3: "⑶"},
    "decimalEnclosedFullstop": {3: "⒊"},
    "japaneseCounting": {10: "十", 100: "百", 101: "百一", 220: "二百二十"},
    "taiwaneseCountingThousand": {15: "十五", 20000: "二萬"},
    "none": {3: ""},
    "hebrew1": {3: "3"},
}


@pytest.mark.parametrize("form", PRINTED)
def test_numbers_are_printed_as_word_does(form: str) -> None:
    assert {value: print_number(value, form) for value in PRINTED[form]} == PRINTED[form]


def test_insertions_smart_tags_and_links_are_text_and_deletions_are_not(make_docx: DocxMaker) -> None:
    run = "<w:r><w:t>%s</w:t></w:r>"
    body = (
        f"<w:p>{run % '自'}<w:smartTag w:element='date'>{run % '2031年'}<w:smartTag>{run % '4月'}</w:smartTag></w:smartTag>"
        f"<w:ins>{run % '30日'}</w:ins><w:del><w:r><w:delText>1日</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run % '移走'}</w:moveFrom><w:hyperlink>{run % '起'}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run % '施行'}</w:sdtContent></w:sdt>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:noBreakHyphen/><w:tab/><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>。</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('控件中的段落')}</w:sdtContent></w:sdt><w:ins>{p('插入的段落')}</w:ins>"
    )
    assert texts(read_docx(make_docx(body))) == ["自2031年4月30日起施行\u2011\t☑。", "控件中的段落", "插入的段落"]


def test_formulas_and_word_art_are_text_and_placeholders_are_not(make_docx: DocxMaker) -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    art = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="江南省人民政府文件"/></v:shape></w:pict>'
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt>"
    body = f"<w:p><w:r>{art}</w:r></w:p><w:p><w:r><w:t>浓度</w:t></w:r><m:oMath {math}><m:r><m:t>C=m/V</m:t></m:r></m:oMath>{control}</w:p>"
    assert texts(read_docx(make_docx(body))) == ["江南省人民政府文件", "浓度C=m/V"]


def test_hidden_text_of_a_style_is_none(make_docx: DocxMaker) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r></w:p>'
    source = read_docx(make_docx(p("看不见", '<w:pStyle w:val="H"/>') + shown, parts={"styles": styles}))
    assert texts(source) == ["看得见"]


def test_line_breaks_in_a_title(make_docx: DocxMaker) -> None:
    body = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>某省人民政府</w:t><w:br/><w:t>关于湖泊的通知</w:t></w:r></w:p>'
    source = read_docx(make_docx(body + p("正文")))
    assert [(t, b.after_break, b.align) for t, b in zip(texts(source), source.blocks, strict=True)] == [
        ("某省人民政府", False, "center"),
        ("关于湖泊的通知", True, "center"),
        ("正文", False, None),
    ]


def test_cells_of_tables_with_merged_ones(make_docx: DocxMaker) -> None:
    def tc(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        "<w:trPr><w:tblHeader/></w:trPr>" + tc("指标") + tc("数值", wide),
        tc("产值", first) + tc("1") + tc("2"),
        tc("", more) + tc("3") + tc("4"),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    source = read_docx(make_docx(p("表") + body))
    assert {t: b.cell for t, b in zip(texts(source), source.blocks, strict=True)} == {
        "表": None,
        "指标": Cell(0, 0, 0, header=True),
        "数值": Cell(0, 0, 1, 1, 2, header=True),
        "产值": Cell(0, 1, 0, 2, 1),
        "1": Cell(0, 1, 1),
        "2": Cell(0, 1, 2),
        "3": Cell(0, 2, 1),
        "4": Cell(0, 2, 2),
    }
    assert source.place(source.blocks[-1]) == (Paragraph("body/tbl[1]/tr[3]/tc[3]/p[1]"),)


def test_text_boxes_are_read_once(make_docx: DocxMaker) -> None:
    box = f"<w:txbxContent>{p('红头文件')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>标题</w:t></w:r></w:p>"
    )
    source = read_docx(make_docx(body))
    assert [(t, b.tag) for t, b in zip(texts(source), source.blocks, strict=True)] == [
        ("标题", "p"),
        ("红头文件", "textbox"),
    ]


def test_footnotes_stand_behind_their_paragraph(make_docx: DocxMaker) -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote><w:footnote w:id="2">{p("指湖面。")}</w:footnote>'
    body = '<w:p><w:r><w:t>湖泊</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>保护。</w:t></w:r></w:p>'
    source = read_docx(make_docx(body + p("第二段"), parts={"footnotes": notes}))
    assert [(t, b.tag) for t, b in zip(texts(source), source.blocks, strict=True)] == [
        ("湖泊保护。", "p"),
        ("指湖面。", "footnote"),
        ("第二段", "p"),
    ]


def test_headers_and_footers_are_furniture(make_docx: DocxMaker) -> None:
    section = '<w:sectPr><w:headerReference r:id="r_header1"/><w:footerReference r:id="r_footer1"/></w:sectPr>'
    source = read_docx(make_docx(p("正文") + section, parts={"header1": p("某市文件"), "footer1": p("— 1 —")}))
    assert [(t, b.tag, b.furniture) for t, b in zip(texts(source), source.blocks, strict=True)] == [
        ("某市文件", "header", True),
        ("正文", "p", False),
        ("— 1 —", "footer", True),
    ]


def test_levels_alignment_weight_size_and_indent(make_docx: DocxMaker) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    body = (
        p("标题一", '<w:pStyle w:val="1"/>')
        + p("题目", '<w:pStyle w:val="T"/>')
        + p("大纲", '<w:outlineLvl w:val="2"/>')
        + p("正文", '<w:jc w:val="right"/><w:ind w:firstLineChars="200" w:firstLine="640"/>', '<w:sz w:val="32"/>')
    )
    source = read_docx(make_docx(body, parts={"styles": styles}))
    heading, title, outline, text = source.blocks
    assert (heading.tag, heading.level, heading.align, heading.bold, heading.size) == ("h1", 1, "center", True, 22.0)
    assert (title.tag, title.level) == ("title", None)
    assert (outline.tag, outline.level) == ("h3", 3)
    assert (text.align, text.indent, text.size, text.bold) == ("right", 2.0, 16.0, False)


def test_strict_documents_are_read_too(make_docx: DocxMaker, make_zip: Callable[..., bytes]) -> None:
    name = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = make_zip(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{name}"><w:body>{p("严格的文档")}</w:body></w:document>',
        }
    )
    assert texts(read_docx(data)) == ["严格的文档"]


def test_document_properties_are_hints(make_docx: DocxMaker) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>湖泊条例</dc:title>'
        "<dc:creator>办公室</dc:creator><dc:subject> </dc:subject></cp:coreProperties>"
    )
    source = read_docx(make_docx(p("正文"), more={"docProps/core.xml": core}))
    assert source.hints == {"docx:core.title": "湖泊条例", "docx:core.creator": "办公室"}
