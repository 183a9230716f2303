"""Files that a page links under a letter: attachments with their addresses."""

import pytest

import policyparse

LETTER = (
    "<h1>东屏市水务局关于做好防汛工作的通知</h1><p>东水发〔2033〕5号</p><p>各区水务局：</p><p>请做好防汛工作。</p>"
    "<p>东屏市水务局</p><p>2033年5月6日</p>"
)


def attached(behind: str) -> list[tuple[str | None, str | None, str | None]]:
    page = f"<html><body>{LETTER}{behind}</body></html>".encode()
    source, document = policyparse.read(page), policyparse.parse(page)
    assert isinstance(document, policyparse.OfficialDocument)
    for attachment in document.attachments:
        assert source.text[attachment.span.start : attachment.span.end].strip()
    return [(a.label, a.title, a.url) for a in document.attachments]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (
            "<p>附件：<a href='/f/1.docx'>1.防汛物资清单.docx</a></p><p><a href='2.xlsx'>2.值班表.xlsx</a></p>",
            [(None, "防汛物资清单", "/f/1.docx"), (None, "值班表", "2.xlsx")],
        ),
        ("<p><a href='a.pdf'>附件1：防汛预案.pdf</a></p>", [("附件1", "防汛预案", "a.pdf")]),
        ("<p>附件：</p><ul><li><a href='z.zip'>《图册》.zip</a></li></ul>", [(None, "图册", "z.zip")]),
        ("<p>附件：防汛物资清单</p>", []),
        ("<div><a href='/x.html'>上级文件</a> <a href='/y.html'>政策解读</a></div>", []),
        ("<footer><a href='/help.doc'>使用帮助</a></footer>", []),
    ],
)
def test_files_are_attachments_with_addresses(
    behind: str, found: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert attached(behind) == found
