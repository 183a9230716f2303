import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

import policyparse
from policyparse import UnreadableInput
from policyparse.source import formats


def test_a_file_is_read_with_its_format_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "通知.md"
    path.write_bytes("# 关于加强管理的通知\r\n".encode("gb18030"))
    source = policyparse.read(path)
    assert (source.text, source.format, source.encoding) == ("# 关于加强管理的通知\r\n", "markdown", "gb18030")
    assert policyparse.read(str(path)) == source


def test_bytes_are_plain_text() -> None:
    source = policyparse.read("关于加强管理的通知".encode())
    assert (source.text, source.format, source.encoding) == ("关于加强管理的通知", "plain", "utf-8")


@pytest.mark.parametrize("name", ["通知", "通知.log", "通知.TXT"])
def test_text_is_text_by_whatever_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("关于加强管理的通知", encoding="utf-8")
    assert policyparse.read(path).format == "plain"


REFUSED = {
    "empty": ("a.txt", b"", "empty"),
    "blank": ("a.txt", " \u3000\n\ufeff".encode(), "empty"),
    "marks": ("a.txt", "——。，\n".encode(), "empty"),
    "cut_pdf_as_txt": ("a.txt", b"%PDF-1.7 x", "truncated"),
    "cut_docx": ("a.docx", b"PK\x03\x04 x", "truncated or damaged"),
    "doc": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
    "wps": ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
    "protected_docx": ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "rtf_as_doc": ("a.doc", b"{\\rtf1 x}", "RTF"),
    "jpeg": ("a.jpg", b"\xff\xd8\xff\xe0", "image"),
    "mhtml": ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related", "save the page as HTML"),
    "html_without_text": ("a.txt", b"\n<!DOCTYPE html>\n<html><script>x</script>", "save it from a browser"),
    "word_2003": (
        "a.doc",
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        "one XML file",
    ),
    "flat_word": ("a.xml", b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "save it as .docx"),
    "binary": ("a.txt", bytes(range(256)), "no Chinese text"),
}


@pytest.mark.parametrize(("name", "data", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_file_cause_and_remedy(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=says) as caught:
        policyparse.read(path)
    assert str(caught.value).startswith(str(path))


PAGES = {
    "doctype": ("a.txt", "<!DOCTYPE html><html><body><p>决定</p>"),
    "xhtml": ("a", '<?xml version="1.0"?><html><body>决定</body></html>'),
    "comment": ("a", "<!-- 存档 -->\n<html><p>决定</p></html>"),
    "fragment": ("a.html", "<p>决定</p>"),
    "page_as_doc": ("a.doc", "<div><p>决定</p></div>"),
    "page_of_word": ("a.doc", '<html xmlns:w="urn:schemas-microsoft-com:office:word"><p>决定</p></html>'),
}


@pytest.mark.parametrize(("name", "markup"), PAGES.values(), ids=PAGES)
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str, markup: str) -> None:
    path = tmp_path / name
    path.write_bytes(markup.encode())
    source = policyparse.read(path)
    assert (source.format, source.text) == ("html", "决定")


def test_a_name_that_does_not_fit_is_told(tmp_path: Path) -> None:
    page = tmp_path / "通知.doc"
    page.write_text(
        f"<html><h1>关于保护湖泊的通知</h1><p>各区人民政府：</p><p>{'应当加强湖泊保护。' * 9}</p></html>", "utf-8"
    )
    assert policyparse.read(page).notes == (("PP109", "the name of the file ends in .doc, its content is html"),)
    assert "PP109" in {found.code for found in policyparse.parse(page).diagnostics}
    right = page.rename(tmp_path / "通知.html")
    assert policyparse.read(right).notes == ()


ZIPS = {"xl/workbook.xml": "Excel", "ppt/slides.xml": "PowerPoint", "content.xml": "OpenDocument", "a.txt": "unpack"}


@pytest.mark.parametrize(("member", "says"), ZIPS.items(), ids=ZIPS.values())
def test_zip_files_of_other_kinds_are_refused(
    make_zip: Callable[[dict[str, str]], bytes], member: str, says: str
) -> None:
    with pytest.raises(UnreadableInput, match=says):
        policyparse.read(make_zip({member: "x"}))


@pytest.mark.parametrize(("extra", "module"), [("html", "selectolax.lexbor"), ("pdf", "pypdfium2")])
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, extra: str, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    data = {"html": "<html><p>决定</p>".encode(), "pdf": b"%PDF-1.7 %%EOF"}[extra]
    with pytest.raises(UnreadableInput, match=rf"policyparse\[{extra}\]"):
        policyparse.read(data)


def test_who_reads_text_imports_no_other_reader() -> None:
    program = (
        "import sys, policyparse; policyparse.read('决定'.encode());"
        "print([m for m in sys.modules if m.startswith(('selectolax', 'pypdfium2', 'zipfile', 'xml.etree'))"
        " or m.startswith('policyparse.source.formats.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['policyparse.source.formats.sniff']"


def test_the_digest_of_the_bytes_is_kept() -> None:
    assert policyparse.read("决定".encode()).source_digest == "sha256:" + sha256("决定".encode()).hexdigest()
    assert formats.read_text("决定").source_digest is None


def test_a_fragment_of_markup_is_still_text() -> None:
    assert policyparse.read("<p>关于加强管理的通知</p>".encode()).text.startswith("<p>")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        policyparse.read(tmp_path / "nothing.txt")
    with pytest.raises(UnreadableInput, match="folder"):
        policyparse.read(tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        policyparse.read(tmp_path / ("长" * 200 + ".txt"))
    with pytest.raises(UnreadableInput, match="cannot be read"):
        policyparse.read("a\0b.txt")


def test_refused_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableInput, match="permission"):
        policyparse.read(tmp_path / "a.txt")


def test_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "SIZE_LIMIT", 30)
    path = tmp_path / "a.txt"
    path.write_text("关于加强管理的通知" * 4, encoding="utf-8")
    with pytest.raises(UnreadableInput, match="larger"):
        policyparse.read(path)
    with pytest.raises(UnreadableInput, match="longer"):
        formats.read_text("关于加强管理的通知" * 4)


@pytest.mark.parametrize("text", ["seeds/003.txt", "./通知.md", "C:\\文件\\决定.TXT"])
def test_a_path_is_not_taken_for_a_text(text: str) -> None:
    with pytest.raises(UnreadableInput, match="Path"):
        formats.read_text(text)


@pytest.mark.parametrize("text", ["全文见附件：决定.txt", "第一行\n第二行.txt", "决定"])
def test_a_text_is_not_taken_for_a_path(text: str) -> None:
    assert formats.read_text(text).text == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('<div class="TRS_Editor"><p>第一条 正文。</p></div>', "html"),
        ("\n <!-- 正文 --><table><tr><td>第一条 正文。</td></tr></table>", "html"),
        ("<h1>决定</h1><p>第一条 正文。</p>", "html"),
        ("<某市>关于加强管理的决定", "plain"),
        ("第一条 <div>正文。</div>", "plain"),
        ("<p>一段</p>", "plain"),
    ],
)
def test_a_part_of_a_page_without_a_name_is_one(data: str, found: str) -> None:
    assert policyparse.read(data.encode()).format == found
