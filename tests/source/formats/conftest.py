"""Makers of small files of each format: what a test reads, it has made."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

import pytest

from policyparse.source.formats.pdf_fonts import square_font

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
)
_RELATIONSHIP = f'<Relationship Id="%s" Type="{R}/%s" Target="%s"/>'

DocxMaker = Callable[..., bytes]
PdfMaker = Callable[..., bytes]
Line = tuple[float, float, float, str]


def _zip(members: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def make_zip() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return _zip


@pytest.fixture
def unzip() -> Callable[[bytes], dict[str, bytes]]:
    """Unpacks a zip file to its members by name."""

    def unpack(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return unpack


@pytest.fixture
def make_docx() -> DocxMaker:
    """Makes a DOCX of the content of its body and of other parts by kind (`numbering`, `styles`, `footnotes`…)."""

    def make(body: str, *, parts: Mapping[str, str] | None = None, more: Mapping[str, str] | None = None) -> bytes:
        names = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
        members: dict[str, str | bytes] = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONSHIPS % (_RELATIONSHIP % ("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": f'<?xml version="1.0"?><w:document {names}><w:body>{body}</w:body></w:document>',
        }
        related = ""
        for name, content in (parts or {}).items():
            kind = name.rstrip("0123456789")
            related += _RELATIONSHIP % (f"r_{name}", kind, f"{name}.xml")
            root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            members[f"word/{name}.xml"] = f"<w:{root} {names}>{content}</w:{root}>"
        if related:
            members["word/_rels/document.xml.rels"] = _RELATIONSHIPS % related
        return _zip({**members, **(more or {})})

    return make


@pytest.fixture
def make_pdf() -> PdfMaker:
    """Makes a PDF of pages of lines (left, distance from the upper edge, size, text) in points, on A4."""

    def make(*pages: Sequence[Line], embedded: bool = True, rotate: int = 0, information: str = "") -> bytes:
        """A page without lines holds a picture."""
        count = len(pages)
        kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(count))
        wide = "/W[32[" + " ".join(["500"] * 95) + "]]"
        mapping = (
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
            b"endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
            b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/DescendantFonts[4 0 R]"
            + (b"/Encoding/Identity-H/ToUnicode 5 0 R>>" if embedded else b"/Encoding/UniGB-UCS2-H>>"),
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering"
            f"({'Identity' if embedded else 'GB1'})/Supplement 0>>/DW 1000{wide if embedded else ''}"
            f"/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -140 1000 860]/ItalicAngle 0"
            f"/Ascent 860/Descent -140/CapHeight 860/StemV 80{f'/FontFile2 {6 + 2 * count} 0 R' if embedded else ''}>>"
            f"{f'/CIDToGIDMap {7 + 2 * count} 0 R' if embedded else ''}>>".encode(),
            _stream(mapping),
        ]
        for i, lines in enumerate(pages):
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Contents {7 + 2 * i} 0 R"
                f"/Resources<</Font<</F 3 0 R>>>>>>".encode()
            )
            picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"
            shown = "".join(
                f"BT /F {size} Tf 1 0 0 1 {left} {842 - top} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
                for left, top, size, text in lines
            )
            objects.append(_stream((shown or picture).encode()))
        objects += [_stream(square_font()), _stream(b"\0\1" * 0x10000)]
        trailer = ""
        if information:
            objects.append(f"<<{information}>>".encode())
            trailer = f"/Info {len(objects)} 0 R"
        return _pdf(objects, trailer)

    return make


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream"


def _pdf(objects: Sequence[bytes], trailer: str) -> bytes:
    made = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    made += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer.encode())
    return made + b"startxref\n%d\n%%%%EOF\n" % start
