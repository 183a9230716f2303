from collections.abc import Callable

import pytest

import policyparse
from policyparse import UnreadableInput
from policyparse.source.places import Boxes
from policyparse.source.source_text import SourceText

PdfMaker = Callable[..., bytes]
FULL = "各级人民政府应当加强对湖泊保护工作的领导建立健全湖泊保护"


def paragraphs(source: SourceText) -> list[str]:
    return [source.text[b.start : b.end] for b in source.blocks if not b.furniture]


def page(*lines: str, number: str | None = None, top: float = 120.0) -> list[tuple[float, float, float, str]]:
    """A page of lines of 28 characters of 16 points; one that begins with > is indented by two characters."""
    made = []
    for i, line in enumerate(lines):
        left = 73.0 + (32.0 if line[0] == ">" else 0.0)
        made.append((left, top + 28.0 * i, 16.0, line.lstrip(">")))
    if number:
        made.insert(0, (280.0, 790.0, 14.0, number))
    return made


def test_lines_are_joined_to_paragraphs(make_pdf: PdfMaker) -> None:
    first, rest = FULL[:26], FULL[2:]
    data = make_pdf(page(f">{first}", FULL, rest[:10] + "。", f">{first}", rest[:8] + "。"))
    source = policyparse.read(data)
    assert source.format == "pdf"
    assert paragraphs(source) == [first + FULL + rest[:10] + "。", first + rest[:8] + "。"]


def test_a_paragraph_over_two_pages_is_one_and_stands_on_both(make_pdf: PdfMaker) -> None:
    first = FULL[:26]
    data = make_pdf(
        page(f">{first}", *[FULL] * 4, number="－1－"),
        page(FULL, "到此为止。", f">{first}", FULL, "完。", number="－2－"),
    )
    source = policyparse.read(data)
    texts = paragraphs(source)
    assert texts[0] == first + FULL * 5 + "到此为止。"
    assert [source.text[b.start : b.end] for b in source.blocks if b.furniture] == ["－1－", "－2－"]
    (place,) = source.place(source.blocks[0])
    assert isinstance(place, Boxes)
    assert place.pages == (1, 2)
    at = source.text.index("到此")
    (inside,) = source.place(policyparse.Span(start=at, end=at + 4))
    assert isinstance(inside, Boxes)
    (line,) = inside.lines
    assert line.page == 2
    assert source.text[line.start : line.end] == "到此为止。"
    left, top, right, bottom = line.box
    assert (left, right) == (73.0, 153.0)
    assert top < 148.0 < bottom


def test_narrow_gaps_beside_digits_are_no_spaces(make_pdf: PdfMaker) -> None:
    pieces = [(73.0, "2031"), (109.0, "年"), (129.0, "4"), (141.0, "月"), (161.0, "30"), (181.0, "日第十四届会议通过")]
    data = make_pdf([(left, 120.0, 16.0, text) for left, text in pieces])
    assert paragraphs(policyparse.read(data)) == ["2031年4月30日第十四届会议通过"]


def test_a_wide_gap_is_a_space(make_pdf: PdfMaker) -> None:
    data = make_pdf([(73.0, 120.0, 16.0, "第一条"), (137.0, 120.0, 16.0, "为了保护湖泊，制定本条例。")])
    assert paragraphs(policyparse.read(data)) == ["第一条 为了保护湖泊，制定本条例。"]


def test_lines_of_a_centred_title_stay_apart_and_know_it(make_pdf: PdfMaker) -> None:
    title = [(155.0, 100.0, 22.0, "江南省人民代表大会常务委员会"[:13]), (198.0, 135.0, 22.0, "关于湖泊保护的决定")]
    body = page(f">{FULL[:26]}", FULL, "完。", f">{FULL[:26]}", FULL, "完。", top=200.0)
    source = policyparse.read(make_pdf(title + body))
    first, second = source.blocks[:2]
    assert (first.align, second.align) == ("center", "center")
    assert (first.after_break, second.after_break) == (False, True)
    assert first.size == 22.0


def test_a_note_in_brackets_is_one_paragraph(make_pdf: PdfMaker) -> None:
    note = [
        (105.0, 120.0, 16.0, "（2031年4月30日示范市第九届人民代表大会常务"[:24]),
        (105.0, 148.0, 16.0, "委员会第五次会议通过）"),
    ]
    body = page(f">{FULL[:26]}", FULL, "完。", f">{FULL[:26]}", FULL, "完。", top=200.0)
    texts = paragraphs(policyparse.read(make_pdf(note + body)))
    assert texts[0] == "（2031年4月30日示范市第九届人民代表大会常务"[:24] + "委员会第五次会议通过）"


def test_columns_are_read_one_after_the_other(make_pdf: PdfMaker) -> None:
    left = [(60.0, 120.0 + 20 * i, 12.0, f"左栏第{i}行的文字写满了这一整行了吗") for i in range(8)]
    right = [(320.0, 120.0 + 20 * i, 12.0, f"右栏第{i}行的文字写满了这一整行了吗") for i in range(8)]
    text = policyparse.read(make_pdf(left + right)).text
    assert text.index("左栏第7行") < text.index("右栏第0行")


def test_running_heads_are_furniture(make_pdf: PdfMaker) -> None:
    pages = [
        [(60.0, 50.0, 10.0, "江南省人民政府公报"), *page(f">{FULL[i:26]}", FULL[i:], f"完{i}。")] for i in range(4)
    ]
    source = policyparse.read(make_pdf(*pages))
    assert [source.text[b.start : b.end] for b in source.blocks if b.furniture] == ["江南省人民政府公报"] * 4


def test_numbers_of_the_body_are_no_page_numbers(make_pdf: PdfMaker) -> None:
    rows = [(73.0, 120.0 + 20 * i, 14.0, str(100 + i)) for i in range(30)]
    source = policyparse.read(make_pdf([(73.0, 90.0, 14.0, "各县指标"), *rows]))
    assert "100" in paragraphs(source)[1]


def test_a_line_that_is_not_quite_full_is_continued(make_pdf: PdfMaker) -> None:
    """Where paragraphs are indented and the sentence goes on."""
    whole = [f">{FULL[:26]}", FULL, "完。"] * 2
    data = make_pdf(page(*whole, f">{FULL[:23]}、", FULL[:9] + "。", f">{FULL[:23]}。", FULL[:9] + "。"))
    assert paragraphs(policyparse.read(data))[2:] == [
        f"{FULL[:23]}、{FULL[:9]}。",
        f"{FULL[:23]}。",
        f"{FULL[:9]}。",
    ]


def test_dashes_of_fonts_of_symbols_are_dashes(make_pdf: PdfMaker) -> None:
    source = policyparse.read(make_pdf(page(f">{FULL[:26]}", FULL, "完。", number="\uf02d 1 \uf02d")))
    assert [source.text[b.start : b.end] for b in source.blocks if b.furniture] == ["- 1 -"]


def test_fonts_that_nobody_has_lose_no_characters(make_pdf: PdfMaker) -> None:
    pieces = [(73.0, "二〇三一"), (137.0, "年"), (153.0, "四"), (169.0, "月"), (185.0, "三十日通过")]
    data = make_pdf([(left, 120.0, 16.0, text) for left, text in pieces], embedded=False)
    assert paragraphs(policyparse.read(data)) == ["二〇三一年四月三十日通过"]
    alone = make_pdf([(73.0 + 16 * i, 120.0, 16.0, c) for i, c in enumerate("湖泊保护条例")], embedded=False)
    assert paragraphs(policyparse.read(alone)) == ["湖泊保护条例"]


def test_text_that_is_not_what_the_page_shows_is_refused(make_pdf: PdfMaker) -> None:
    with pytest.raises(UnreadableInput, match="OCR"):
        policyparse.read(make_pdf(page("犐犆犛犌犉犜" * 4, "犐犆犛犌犉犜" * 4)))


def test_rare_characters_of_names_are_no_damage(make_pdf: PdfMaker) -> None:
    assert "㛃" in policyparse.read(make_pdf(page(FULL, f"主任：李㛃{FULL[:8]}"))).text


def test_boxes_of_turned_pages_are_those_that_are_seen(make_pdf: PdfMaker) -> None:
    source = policyparse.read(make_pdf(page("湖泊保护条例"), rotate=90))
    (place,) = source.place(source.blocks[0])
    assert isinstance(place, Boxes)
    left, top, right, bottom = place.lines[0].box
    assert (round(right - left), round(bottom - top)) == (16, 96)
    assert 0 < left < right < 842
    assert 0 < top < bottom < 595


def test_what_has_no_text_layer_is_refused_with_the_remedy(make_pdf: PdfMaker) -> None:
    with pytest.raises(UnreadableInput, match="OCR"):
        policyparse.read(make_pdf([], []))


def test_pages_that_are_pictures_are_told(make_pdf: PdfMaker) -> None:
    source = policyparse.read(make_pdf(page("关于湖泊保护的决定", FULL), [], []))
    assert source.notes == (("PP108", "2 of 3 pages are pictures without text: 2, 3"),)
    assert policyparse.read(make_pdf(page("关于湖泊保护的决定", FULL))).notes == ()


def test_blocks_of_a_document_name_their_pages(make_pdf: PdfMaker) -> None:
    law = [">第一条　为了保护湖泊，制定本条例。", f">第二条　{FULL[:22]}", FULL, FULL, FULL]
    data = make_pdf(
        [(209.0, 80.0, 22.0, "江南省湖泊保护条例"), *page(*law, number="1")],
        page(FULL[:9] + "。", ">第三条　本条例自2031年5月1日起施行。", number="2"),
    )
    document = policyparse.parse(data)
    assert isinstance(document, policyparse.Decision)
    assert [a.number for a in document.articles] == [1, 2, 3]
    text = policyparse.read(data).text
    pages = {text[b.span.start : b.span.end][:3]: b.pages for b in document.blocks}
    assert (pages["江南省"], pages["第二条"], pages["第三条"]) == ([1], [1, 2], [2])


def test_document_information_is_a_hint(make_pdf: PdfMaker) -> None:
    data = make_pdf(page("关于湖泊保护的决定"), information="/Title(Lakes)/Author(Office)")
    assert policyparse.read(data).hints == {"pdf:info.Title": "Lakes", "pdf:info.Author": "Office"}
