"""Wraps made documents as pages and files: HTML with what sites put around a text, DOCX, PDF and OFD written by hand."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from itertools import count

from generators.common import Dice

MENU = ("首页", "政务公开", "政务服务", "互动交流", "走进本地", "专题专栏")
RELATED = (
    "一图读懂年度重点工作",
    "关于召开企业座谈会的预告",
    "本周天气与出行提示",
    "春季植树活动有序开展",
    "窗口单位节假日服务安排",
)
FOOTER = ("网站地图", "联系我们", "关于本站", "版权所有：某某门户网站　备案号：00000000", "网站标识码：0000000000")


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text without indents."""
    return [line.strip(" 　\xa0") for line in text.split("\n") if line.strip()]


# ------------------------------------------------------------------------ HTML


def portal(dice: Dice, text: str) -> bytes:
    """A page of a government's site: menu, trail, title, body of paragraphs, related links, footer."""
    title, *body = [html.escape(line) for line in lines_of(text)]
    menu = "".join(f'<li><a href="/{i}/">{word}</a></li>' for i, word in enumerate(MENU))
    related = "".join(f'<li><a href="/n{i}.html">{word}</a></li>' for i, word in enumerate(dice.sample(RELATED, 4)))
    footer = "".join(f"<p>{word}</p>" for word in FOOTER)
    paragraphs = "\n".join(f"<p>　　{line}</p>" for line in body)
    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_某某门户网站</title>
<style>.nav{{color:red}}</style><script>var a = "第一条";</script></head>
<body><div class="header"><ul class="nav">{menu}</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>
<div class="main"><h1>{title}</h1>
<div class="content">
{paragraphs}
</div></div>
<div class="related"><h3>相关链接</h3><ul>{related}</ul></div>
<div class="footer">{footer}</div></body></html>
"""
    return page.encode()


def old_page(dice: Dice, text: str) -> bytes:
    """An old page in GB18030: tables as layout, lines broken with br, no-break spaces as indents."""
    title, *body = [html.escape(line) for line in lines_of(text)]
    menu = " | ".join(f'<a href="{i}.htm">{word}</a>' for i, word in enumerate(MENU))
    lines = "<br>\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + line for line in body)
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title></head>
<body><table width="760"><tr><td>{menu}</td></tr></table>
<table width="760"><tr><td align="center"><font size="5"><b>{title}</b></font></td></tr>
<tr><td>{lines}</td></tr></table>
<table width="760"><tr><td>{"　".join(FOOTER[:3])}</td></tr></table></body></html>
"""
    del dice
    return page.encode("gb18030")


# ------------------------------------------------------------------------ DOCX

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = f"""{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
</Types>"""
RELATIONS = f"""{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
DOCUMENT_RELATIONS = f"""{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
</Relationships>"""
LEVELS = (
    ("chineseCountingThousand", "第%1条", r"第[一二三四五六七八九十百]+条"),
    ("chineseCounting", "（%2）", r"（[一二三四五六七八九十]+）"),
)
"""Numbering of articles and items: format, text of the level, label in the text."""
NUMBERING = (
    f'{XML}<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text, _) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def zipped(members: dict[str, str]) -> bytes:
    """A zip archive with a fixed date, so that the same text gives the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def word(paragraphs: list[str]) -> bytes:
    """A DOCX file of paragraphs that are already XML."""
    document = f"{XML}<w:document {WORD}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
            "word/numbering.xml": NUMBERING,
        }
    )


def runs(dice: Dice, text: str) -> str:
    """A text cut into runs, as editing leaves it."""
    cut = dice.randint(0, len(text))
    parts = [part for part in (text[:cut], text[cut:]) if part]
    return "".join(f'<w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>' for part in parts)


def docx(dice: Dice, text: str) -> bytes:
    """A DOCX file whose labels are text."""
    title, *body = lines_of(text)
    centred = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs(dice, title)}</w:p>'
    return word([centred, *(f"<w:p>{runs(dice, line)}</w:p>" for line in body)])


def numbered_docx(dice: Dice, text: str) -> bytes:
    """A DOCX file whose articles and items are numbered by Word: the labels are in no text."""
    title, *body = lines_of(text)
    paragraphs = [f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs(dice, title)}</w:p>']
    for line in body:
        for level, (_, _, label) in enumerate(LEVELS):
            if found := re.match(rf"{label}[ 　]*", line):
                number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                paragraphs.append(f"<w:p>{number}{runs(dice, line[found.end() :])}</w:p>")
                break
        else:
            paragraphs.append(f"<w:p>{runs(dice, line)}</w:p>")
    return word(paragraphs)


# ------------------------------------------------------------------------ printed pages

WIDTH = 28
HEIGHT = 22
"""Characters a line and lines a page, as GB/T 9704 sets them."""


def printed(text: str) -> list[list[tuple[float, str]]]:
    """The lines of a text page by page, each with its indent in characters: the title centred, paragraphs indented by two."""
    title, *body = lines_of(text)
    lines: list[tuple[float, str]] = []
    for start in range(0, len(title), WIDTH - 4):
        part = title[start : start + WIDTH - 4]
        lines.append(((WIDTH - len(part)) / 2, part))
    for paragraph in body:
        rest, indent = paragraph, 2
        while rest:
            room = WIDTH - indent
            # a closing mark never begins a line
            cut = room + 1 if len(rest) > room and rest[room] in "，。；：、）”》" else room
            lines.append((indent, rest[:cut]))
            rest, indent = rest[cut:], 0
    return [lines[i : i + HEIGHT] for i in range(0, len(lines), HEIGHT)]


def pdf(dice: Dice, text: str) -> bytes:
    """A PDF file with a standard font that is not embedded, and the number of the page at its foot."""
    del dice
    size, left, top, step = 16, 72, 770, 28
    objects: list[bytes] = []

    def add(content: str) -> int:
        objects.append(content.encode("latin-1"))
        return len(objects)

    def shown(line: str, x: float, y: float) -> str:
        return f"BT /F1 {size} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{line.encode('utf-16-be').hex().upper()}> Tj ET"

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")
    add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>")
    add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        "/DW 1000 /FontDescriptor 5 0 R >>"
    )
    add(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        "/CapHeight 880 /StemV 93 >>"
    )
    kids = []
    for number, lines in enumerate(printed(text), start=1):
        drawn = [shown(line, left + indent * size, top - i * step) for i, (indent, line) in enumerate(lines)]
        drawn.append(shown(f"— {number} —", 270, 60))
        content = "\n".join(drawn)
        stream = add(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode(
        "latin-1"
    )
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return file.getvalue()


OFD_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(dice: Dice, text: str) -> bytes:
    """An OFD file (GB/T 33190): a text object a line."""
    del dice
    size, left, top, step = 5.6, 28.0, 37.0, 9.8
    members = {
        "OFD.xml": f'{XML}<ofd:OFD {OFD_SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/PublicRes.xml": f'{XML}<ofd:Res {OFD_SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>',
    }
    pages = printed(text)
    listed = "".join(f'<ofd:Page ID="{i + 10}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    members["Doc_0/Document.xml"] = (
        f"{XML}<ofd:Document {OFD_SPACE}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    numbers = count(1000)
    for i, lines in enumerate(pages):
        objects = []
        for j, (indent, line) in enumerate([*lines, (12.0, f"— {i + 1} —")]):
            x, y = left + indent * size, top + j * step if j < len(lines) else 275.0
            deltas = " ".join([f"{size}"] * (len(line) - 1))
            objects.append(
                f'<ofd:TextObject ID="{next(numbers)}" Boundary="{x:.2f} {y:.2f} {len(line) * size:.2f} {size + 1:.2f}" Font="2" Size="{size}">'
                f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{html.escape(line)}</ofd:TextCode></ofd:TextObject>'
            )
        members[f"Doc_0/Pages/Page_{i}/Content.xml"] = (
            f'{XML}<ofd:Page {OFD_SPACE}><ofd:Content><ofd:Layer ID="{next(numbers)}" Type="Body">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    return zipped(members)


FORMS: dict[str, tuple[str, Callable[[Dice, str], bytes]]] = {
    "portal": (".html", portal),
    "old page": (".htm", old_page),
    "docx": (".docx", docx),
    "numbered docx": (".docx", numbered_docx),
    "pdf": (".pdf", pdf),
    "ofd": (".ofd", ofd),
}
"""Ending and maker of each form."""


def wrapped(form: str, seed: object, text: str) -> bytes:
    """The text in one of the `FORMS`, as bytes."""
    return FORMS[form][1](Dice("pages", form, seed), text)
