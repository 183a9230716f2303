from collections.abc import Callable, Mapping, Sequence

import pytest

import policyparse
from policyparse import UnreadableInput
from policyparse.source.places import Boxes
from policyparse.source.source_text import SourceText

ZipMaker = Callable[[Mapping[str, str]], bytes]
Line = tuple[float, float, float, str]
NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
FULL = "各级人民政府应当加强对湖泊保护工作的领导建立健全湖泊保护"


def text_object(left: float, top: float, size: float, text: str, more: str = "", code: str = "") -> str:
    """A line whose box begins at a place, in millimetres."""
    boundary = f'Boundary="{left} {top} {size * len(text)} {size}"'
    steps = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 and not code else code
    return (
        f'<ofd:TextObject {boundary} Size="{size}" {more}><ofd:TextCode X="0" Y="{0.86 * size}" {steps}>{text}'
        "</ofd:TextCode></ofd:TextObject>"
    )


@pytest.fixture
def make_ofd(make_zip: ZipMaker) -> Callable[..., bytes]:
    """Makes an OFD of pages, each the text objects of a layer."""

    def make(*pages: str, information: str = "", common: str = "", more: Mapping[str, str] | None = None) -> bytes:
        listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
        members = {
            "OFD.xml": f"<ofd:OFD {NAMES}><ofd:DocBody><ofd:DocInfo>{information}</ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            f"</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        }
        for i, objects in enumerate(pages):
            members[f"Doc_0/Pages/Page_{i}/Content.xml"] = (
                f"<ofd:Page {NAMES}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
            )
        return make_zip({**members, **(more or {})})

    return make


def lines(*texts: str, top: float = 40.0) -> str:
    """Lines of 28 characters of 5.6 millimetres; one that begins with > is indented by two."""
    return "".join(
        text_object(26.0 + (11.2 if text[0] == ">" else 0.0), top + 10 * i, 5.6, text.lstrip(">"))
        for i, text in enumerate(texts)
    )


def paragraphs(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks if not b.furniture]


def test_lines_become_paragraphs_over_pages_with_boxes(make_ofd: Callable[..., bytes]) -> None:
    first = lines(f">{FULL[:26]}", FULL, FULL) + text_object(100, 280, 4, "— 1 —")
    second = lines("到此为止。", f">{FULL[:26]}", "完。") + text_object(100, 280, 4, "— 2 —")
    source = policyparse.read(make_ofd(first, second))
    assert source.format == "ofd"
    assert paragraphs(source) == [FULL[:26] + FULL * 2 + "到此为止。", FULL[:26] + "完。"]
    assert [source.text[b.start : b.end] for b in source.blocks if b.furniture] == ["— 1 —", "— 2 —"]
    (place,) = source.place(source.blocks[0])
    assert isinstance(place, Boxes)
    assert place.pages == (1, 2)
    left, top, right, bottom = place.lines[1].box
    assert (round(left), round(right)) == (round(26 * 72 / 25.4), round((26 + 28 * 5.6) * 72 / 25.4))
    assert (round(top), round(bottom)) == (round(50 * 72 / 25.4), round(55.6 * 72 / 25.4))


def test_characters_that_are_objects_of_their_own_are_one_line(make_ofd: Callable[..., bytes]) -> None:
    pieces = "".join(text_object(26 + 5.6 * i, 40, 5.6, c) for i, c in enumerate("湖泊保护条例"))
    assert paragraphs(policyparse.read(make_ofd(pieces))) == ["湖泊保护条例"]


def test_digits_are_half_as_wide_and_a_wide_gap_is_a_space(make_ofd: Callable[..., bytes]) -> None:
    pieces = text_object(26, 40, 5.6, "2031", code='DeltaX="g 3 2.8"') + text_object(37.5, 40, 5.6, "年")
    pieces += text_object(50, 40, 5.6, "第一条")
    assert paragraphs(policyparse.read(make_ofd(pieces))) == ["2031年 第一条"]
    wide = text_object(26, 40, 5.6, "总则", code='DeltaX="16.8"')
    assert paragraphs(policyparse.read(make_ofd(wide))) == ["总 则"]


def test_digits_and_letters_at_a_line_end(make_ofd: Callable[..., bytes]) -> None:
    number = policyparse.read(make_ofd(lines(f">{FULL[:25]}1", "2个入湖排污口。")))
    assert paragraphs(number) == [FULL[:25] + "12个入湖排污口。"]
    words = policyparse.read(make_ofd(lines(f">{FULL[:25]}A", "B类水体。")))
    assert paragraphs(words) == [FULL[:25] + "A B类水体。"]


def test_a_transformed_object_stands_where_it_is_shown(make_ofd: Callable[..., bytes]) -> None:
    scaled = text_object(26, 40, 1.0, "湖泊保护条例", 'CTM="5.6 0 0 5.6 0 0"')
    source = policyparse.read(make_ofd(scaled))
    (place,) = source.place(source.blocks[0])
    assert isinstance(place, Boxes)
    left, _, right, _ = place.lines[0].box
    assert round((right - left) / (72 / 25.4), 1) == round(5.6 * 6, 1)


def test_text_that_is_drawn_twice_or_not_shown_stands_once_or_not(make_ofd: Callable[..., bytes]) -> None:
    bold = text_object(26, 40, 5.6, "湖泊保护条例") + text_object(26.1, 40.1, 5.6, "湖泊保护条例")
    hidden = text_object(26, 60, 5.6, "看不见", 'Visible="false"')
    assert paragraphs(policyparse.read(make_ofd(bold + hidden))) == ["湖泊保护条例"]


def test_templates_of_pages_are_read(make_ofd: Callable[..., bytes]) -> None:
    template = f"<ofd:Page {NAMES}><ofd:Content><ofd:Layer>{text_object(60, 30, 9, '江南省人民政府文件')}</ofd:Layer></ofd:Content></ofd:Page>"
    data = make_ofd(
        '<ofd:Template TemplateID="7" ZOrder="Background"/>' + lines("关于保护湖泊的通知", top=60),
        common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        more={"Doc_0/Tpls/Tpl_0/Content.xml": template},
    )
    assert paragraphs(policyparse.read(data)) == ["江南省人民政府文件", "关于保护湖泊的通知"]


def test_groups_of_objects_stand_where_they_are_shown(make_ofd: Callable[..., bytes]) -> None:
    resources = f"<ofd:Res {NAMES}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='9'><ofd:Content>"
    resources += (
        text_object(0, 0, 5.6, "湖泊保护条例")
        + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    data = make_ofd(
        '<ofd:CompositeObject ResourceID="9" Boundary="26 40 50 6"/><ofd:CompositeObject ResourceID="8" Boundary="0 0 1 1"/>',
        common="<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
        more={"Doc_0/PublicRes.xml": resources},
    )
    source = policyparse.read(data)
    assert source.text == "湖泊保护条例"
    (place,) = source.place(source.blocks[0])
    assert isinstance(place, Boxes)
    assert place.lines[0].box[0] == round(26 * 72 / 25.4, 1)


def test_what_the_document_says_of_itself_is_a_hint(make_ofd: Callable[..., bytes]) -> None:
    said = (
        "<ofd:Title>湖泊条例</ofd:Title><ofd:Author/><ofd:CustomDatas><ofd:CustomData Name='发文字号'>江政发〔2031〕3号"
        "</ofd:CustomData></ofd:CustomDatas>"
    )
    hints = policyparse.read(make_ofd(lines("湖泊保护条例"), information=said)).hints
    assert hints == {"ofd:info.Title": "湖泊条例", "ofd:custom[发文字号]": "江政发〔2031〕3号"}


REFUSED: dict[str, tuple[Sequence[str], dict[str, str], str]] = {
    "pictures": (["<ofd:ImageObject/>"], {}, "OCR"),
    "no_document": ([], {"Doc_0/Document.xml": "x"}, "no well-formed XML"),
    "doctype": ([], {"OFD.xml": "<!DOCTYPE a><a/>"}, "DOCTYPE"),
    "missing_page": (
        [],
        {"OFD.xml": "<a><DocBody><DocRoot>Doc_1/D.xml</DocRoot></DocBody></a>"},
        "no part Doc_1/D.xml",
    ),
    "no_body": ([], {"OFD.xml": "<a/>"}, "OCR"),
}


@pytest.mark.parametrize(("pages", "more", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(
    make_ofd: Callable[..., bytes], pages: Sequence[str], more: dict[str, str], says: str
) -> None:
    with pytest.raises(UnreadableInput, match=says):
        policyparse.read(make_ofd(*pages, more=more))


@pytest.mark.parametrize("attributes", ['Boundary="x"', 'Boundary="0 0 nan 1" Size="inf"', 'CTM="1 2"', 'Size="-"'])
def test_odd_numbers_lose_no_text(make_ofd: Callable[..., bytes], attributes: str) -> None:
    odd = f'<ofd:TextObject {attributes}><ofd:TextCode X="a" DeltaX="g x 1e999 g 99999999 1">湖泊</ofd:TextCode></ofd:TextObject>'
    assert policyparse.read(make_ofd(odd)).text == "湖泊"
