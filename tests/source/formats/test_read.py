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


NO_TEXT = {
    "empty": ("a.txt", b"", "empty"),
    "blank": ("a.txt", " \u3000\n\ufeff".encode(), "empty"),
    "marks": ("a.txt", "——。，\n".encode(), "empty"),
    "pdf_as_txt": ("a.txt", b"%PDF-1.7 x", "PDF"),
    "pdf": ("a.pdf", b"%PDF-1.7 x", "PDF"),
    "docx": ("a.docx", b"PK\x03\x04 x", "DOCX"),
    "doc": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
    "rtf": ("a.rtf", b"{\\rtf1 x}", "RTF"),
    "jpeg": ("a.jpg", b"\xff\xd8\xff\xe0", "image"),
    "html_as_txt": ("a.txt", b"\n<!DOCTYPE html>\n<html>", "HTML"),
    "xhtml": ("a.txt", b'<?xml version="1.0"?><html>', "HTML"),
    "html": ("a.html", "<p>决定</p>".encode(), "HTML"),
    "binary": ("a.txt", bytes(range(256)), "no Chinese text"),
}


@pytest.mark.parametrize(("name", "data", "says"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=says) as caught:
        policyparse.read(path)
    assert str(caught.value).startswith(str(path))


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
