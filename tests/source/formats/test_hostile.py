"""Files that are made to harm: each ends as one `UnreadableInput`, soon and without much memory, or is read."""

import struct
import time
import zlib
from collections.abc import Callable, Mapping

import pytest

import policyparse
from policyparse import UnreadableInput
from policyparse.source.formats import html_depth, package, pdf_bombs
from policyparse.source.formats.pdf_guard import read_guarded
from policyparse.source.formats.pdf_pages import read_pages
from policyparse.source.limits import Limits

ZipMaker = Callable[[Mapping[str, str | bytes]], bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "[Content_Types].xml"


def docx(body: str, prolog: str = "") -> str:
    return f'<?xml version="1.0"?>{prolog}<w:document {W}><w:body>{body}</w:body></w:document>'


P = "<w:p><w:r><w:t>第一条</w:t></w:r></w:p>"

PAGES_REFUSED = {
    "deep": ("<div>" * 6000, "nests more than"),
    "deep_with_quotes": ("<div a='<p>'>" * 6000, "nests more than"),
    "deep_after_an_open_quote": ("<p '>" + "<div>" * 6000, "nests more than"),
    "open_formats": ("<font size=1><b>" * 1000 + "<p>段</p>" * 3000, "nests more than"),
    "many_tags": ("<br>" * 300_001, "more than 300000 tags"),
}


@pytest.mark.parametrize(("markup", "says"), PAGES_REFUSED.values(), ids=PAGES_REFUSED)
def test_pages_that_grow_in_the_parser_are_refused(markup: str, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says):
        policyparse.read(f"<html><body><p>第一条 正文。</p>{markup}".encode())


PAGES_READ = {
    "deep_enough": "<div>" * 900 + "<p>第一条 正文。</p>" + "</div>" * 900,
    "flat": "<p>第一条 正文。</p>" + "<ul>" + "<li><p>" * 8000,
    "open_comment": "<p>第一条 正文。</p>" + "<!--" * 200_000,
    "open_tags": "<p>第一条 正文。</p>" + "<a " * 300_000,
    "entities": "<p>第一条 正文。" + "&nbsp;" * 500_000 + "</p>",
    "closed_in_the_middle": "<p>第一条 正文。</p></body></html>",
}


@pytest.mark.parametrize("markup", PAGES_READ.values(), ids=PAGES_READ)
def test_odd_pages_are_read_in_linear_time(markup: str) -> None:
    started = time.process_time()
    assert policyparse.read(f"<html><body>{markup}".encode()).text == "第一条 正文。"
    assert time.process_time() - started < 2


DOCUMENTS_REFUSED = {
    "doctype": (docx(P, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:secret.txt">]>'), "DOCTYPE"),
    "doctype_in_utf16": (docx(P, "<!DOCTYPE d>").encode("utf-16"), "DOCTYPE"),
    "deep": (docx("<w:tbl><w:tr><w:tc>" * 200 + P + "</w:tc></w:tr></w:tbl>" * 200), "nests more than"),
    "very_deep": (
        docx("".join(f"<w:sdt w:a='{i * 7919 % 9973}'><w:b/>" for i in range(9000)) + P + "</w:sdt>" * 9000),
        "nests more than 5000",
    ),
    "deep_controls": (docx("<w:sdt><w:sdtContent>" * 200 + P + "</w:sdtContent></w:sdt>" * 200), "nests too many"),
    "no_xml": ("<w:document", "no well-formed XML"),
    "no_body": (f"<w:document {W}/>", "no body"),
    "false_encoding": ('<?xml version="1.0" encoding="utf-8"?><a>决定</a>'.encode("gb18030"), "declared encoding"),
    "unknown_encoding": (b'<?xml version="1.0" encoding="x-none"?><a/>', "declared encoding"),
    "repetitive": (docx(P * 60_000), "unpacks from"),
}


@pytest.mark.parametrize(("content", "says"), DOCUMENTS_REFUSED.values(), ids=DOCUMENTS_REFUSED)
def test_hostile_documents_of_word_are_refused(make_zip: ZipMaker, content: str | bytes, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says):
        policyparse.read(make_zip({TYPES: "<Types/>", "word/document.xml": content}))


def test_a_document_that_says_it_is_large_is_not_unpacked(make_zip: ZipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE_LIMIT", 1000)
    with pytest.raises(UnreadableInput, match="unpacks to more than"):
        policyparse.read(make_zip({TYPES: "<Types/>", "word/document.xml": docx(P), "word/media/a.bin": bytes(2000)}))


def test_a_document_with_too_many_members_is_refused(make_zip: ZipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MEMBERS_LIMIT", 10)
    with pytest.raises(UnreadableInput, match="12 members"):
        policyparse.read(make_zip({TYPES: "<Types/>", **{f"word/{i}.xml": "<a/>" for i in range(11)}}))


def test_a_part_that_is_larger_than_it_says_is_refused(make_zip: ZipMaker) -> None:
    data = make_zip({TYPES: "<Types/>", "word/document.xml": docx(P * 50)})
    size = len(docx(P * 50).encode())
    assert data.count(struct.pack("<I", size)) == 2
    with pytest.raises(UnreadableInput, match=r"truncated or damaged|larger than it says|well-formed"):
        policyparse.read(data.replace(struct.pack("<I", size), struct.pack("<I", 300)))


def test_an_encrypted_part_is_refused(make_zip: ZipMaker) -> None:
    data = bytearray(make_zip({TYPES: "<Types/>", "word/document.xml": docx(P)}))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(b"word/document.xml")
        at = data.rfind(signature, 0, at) if signature == b"PK\x03\x04" else data.rfind(signature)
        data[at + offset] |= 1
    with pytest.raises(UnreadableInput, match="password"):
        policyparse.read(bytes(data))


def pdf(stream: bytes, dictionary: str = "/Filter/FlateDecode") -> bytes:
    """A PDF of one page whose content is a packed stream."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}{dictionary}>>stream\n".encode() + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = b"%PDF-1.5\n"
    for number, content in enumerate(objects, 1):
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    return made + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def packed(piece: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()


GLYPHS = b"BT /F 12 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 20_000 + b" ET\n"

SUSPECTS = {
    "large_content": pdf(packed(b" " * 2**20, 20)),
    "many_glyphs": pdf(packed(GLYPHS, 20)),
    "packed_twice": pdf(zlib.compress(packed(b" " * 2**20, 20)), "/Filter[/FlateDecode/FlateDecode]"),
    "encrypted": pdf(bytes(range(256)) * 80, "/Filter/FlateDecode/Encrypt 9 0 R"),
}


@pytest.mark.parametrize("data", SUSPECTS.values(), ids=SUSPECTS)
def test_bombs_are_suspected(data: bytes) -> None:
    assert pdf_bombs.looks_like_a_bomb(data)


INNOCENTS = {
    "content": pdf(packed(b"BT /F 12 Tf (a) Tj ET\n", 20_000)),
    "picture": pdf(packed(b" " * 2**20, 20), "/Filter/FlateDecode/Subtype/Image"),
    "font": pdf(packed(b" " * 2**20, 20), "/Filter/FlateDecode/Length1 9"),
    "damaged": pdf(bytes(range(256)) * 80),
}


@pytest.mark.parametrize("data", INNOCENTS.values(), ids=INNOCENTS)
def test_what_is_no_bomb_is_not_suspected(data: bytes) -> None:
    assert not pdf_bombs.looks_like_a_bomb(data)


@pytest.mark.parametrize("name", ["large_content", "many_glyphs"])
def test_bombs_are_stopped(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableInput, match=r"takes more than|no text layer"):
        policyparse.read(SUSPECTS[name])
    assert time.monotonic() - started < 10


def test_a_process_of_its_own_gives_the_same(make_pdf: Callable[..., bytes]) -> None:
    data = make_pdf([(73.0, 120.0, 16.0, "第一条 为了保护湖泊，制定本条例。")], information="/Title(x)")
    assert read_guarded(data, Limits()) == read_pages(data)
    assert policyparse.read(data, limits=Limits()) == policyparse.read(data)
    with pytest.raises(UnreadableInput, match="truncated or damaged"):
        read_guarded(b"%PDF-1.7 %%EOF", Limits())


def test_limits_bound_the_size_of_a_file() -> None:
    assert policyparse.read("决定".encode(), limits=Limits(size=6)).text == "决定"
    with pytest.raises(UnreadableInput, match="larger than"):
        policyparse.read("决定。".encode(), limits=Limits(size=6))


def test_a_truncated_pdf_is_refused(make_pdf: Callable[..., bytes]) -> None:
    data = make_pdf([(73.0, 120.0, 16.0, "第一条")] * 40)
    with pytest.raises(UnreadableInput, match="truncated"):
        policyparse.read(data[: len(data) // 2])


def test_a_pdf_without_pages_to_speak_of_is_refused() -> None:
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"
        b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(UnreadableInput, match="1000000 pages"):
        policyparse.read(loop)


def test_limits_of_the_depth_are_those_of_the_parser() -> None:
    """A page just within the limit is parsed in a fraction of a second."""
    markup = "<div>" * (html_depth.DEPTH_LIMIT - 10) + "第一条 正文。"
    started = time.process_time()
    assert policyparse.read(f"<html>{markup}".encode()).text == "第一条 正文。"
    assert time.process_time() - started < 2
