"""The page of one document: everything found is lit where it stands, and nothing else is asked or run."""

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyparse
from policyparse.model.base import Span
from policyparse.model.errors import PolicyParseError
from policyparse.model.page import Block
from policyparse.output.review.marks import all_findings, find_entries
from policyparse.output.review.text import BlockWords, Mark, render_text
from policyparse.output.review.values import find_values
from policyparse.output.review.words import packaged
from policyparse.source.source_text import SourceText

from .reader import data, pressed, quotes, read_page

BEYOND_THE_PLANE = """𠮷山市人民代表大会常务委员会关于保护𣲗水的决定
（2023年5月25日𠮷山市第十七届人民代表大会常务委员会第三次会议通过）
一、市人民政府应当加强𣲗水的保护。😀
二、任何单位和个人不得向𣲗水倾倒垃圾。
三、本决定自2023年7月1日起施行。
"""
"""A decision with characters that take two units of UTF-16."""

HOSTILE = """某市人民代表大会常务委员会关于</script><script>alert(1)</script>保护的决定
<img src=x onerror=alert(2)> "><svg onload=alert(3)> ' onfocus='alert(4) \u202e<!-- <script> ]]>
一、市人民政府应当</mark></div></main><h1>加强</h1>领导&lt;b&gt;，&#x3c;i&#x3e;。
二、任何单位不得{{7*7}} ${alert(5)} `x` javascript:alert(6) </template></style>倾倒垃圾。
三、本决定自2023年7月1日起施行。
"""


def page_of(text: str, **options: str) -> str:
    return policyparse.review(policyparse.parse(text, with_text=True), **options)


def test_every_value_of_a_seed_is_lit_where_it_stands(seed: Path) -> None:
    source = policyparse.read(seed)
    document = policyparse.parse(source)
    page = read_page(policyparse.review(document, source))
    entries = find_entries(document, source, "zh")
    lit = quotes(page)
    assert lit.keys() == {i for i, entry in enumerate(entries) if entry.places}
    for i, entry in enumerate(entries):
        places = sorted(entry.places) if entry.kind == "repairs" else entry.places
        told = "".join(source.text[start:end] for start, end in places)
        assert sorted(lit.get(i, "")) == sorted(pressed(told)), entry.pointer
    assert [entry[0] for entry in data(page)["entries"]] == [entry.pointer for entry in entries]


def test_no_value_with_a_place_is_left_out(any_document: tuple[str, policyparse.Document]) -> None:
    text, document = any_document
    page = read_page(policyparse.review(document, text))
    values = find_values(document)
    pointers = {value.pointer for value in values}
    assert len(pointers) == len(values)
    listed = [entry[0] for entry in data(page)["entries"]]
    assert pointers <= set(listed)
    assert {pointer for pointer, _ in all_findings(document)} <= set(listed)
    shown = page.one("main", class_="text")
    ids = [mark.attributes["id"] for mark in shown.all("mark") if "id" in mark.attributes]
    assert len(ids) == len(set(ids))
    assert {listed[int(mark.attributes["data-i"])] for mark in shown.all("mark")} == set(ids)
    assert pressed(shown.text) == pressed(text.translate(SHOWN))


SHOWN = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10, 13)} | dict.fromkeys(
    (*range(128, 160), *range(8234, 8239), *range(8294, 8298), 8206, 8207), "�"
)


def test_places_count_code_points() -> None:
    page = read_page(page_of(BEYOND_THE_PLANE))
    by_pointer = {entry[0]: i for i, entry in enumerate(data(page)["entries"])}
    lit = quotes(page)
    assert lit[by_pointer["/title"]] == "𠮷山市人民代表大会常务委员会关于保护𣲗水的决定"
    assert lit[by_pointer["/articles/1"]] == "二、任何单位和个人不得向𣲗水倾倒垃圾。"
    assert lit[by_pointer["/articles/1/norms/0"]].endswith("向𣲗水倾倒垃圾")


def test_text_of_a_document_injects_nothing() -> None:
    document = policyparse.parse(HOSTILE, kind="decision", with_text=True)
    name = '"><script>alert(7)</script>\u202e.txt'
    for page in (policyparse.review(document, name=name), policyparse.review(document, name=name, lang="en")):
        elements = read_page(page)
        assert len(elements.all("script")) == 2
        assert [
            e.name for e in elements.all() if e.name in ("img", "svg", "i", "iframe", "object", "base", "form")
        ] == []
        assert [key for e in elements.all() for key in e.attributes if key.startswith("on") or key == "style"] == []
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
        assert "</mark></div></main>" in elements.one("main", class_="text").text
        assert "javascript:alert(6)" in elements.one("main", class_="text").text
        assert {e.attributes["href"][:1] for e in elements.all("a")} == {"#"}


def test_the_policy_allows_only_what_the_page_brings() -> None:
    page = page_of(BEYOND_THE_PLANE)
    elements = read_page(page)
    meta = next(e for e in elements.all("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    policy = dict(part.split(" ", 1) for part in meta.attributes["content"].split("; "))
    (script,) = [e for e in elements.all("script") if "type" not in e.attributes]
    (style,) = elements.all("style")

    def hashed(content: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == hashed(script.text)
    assert policy["style-src"] == hashed(style.text)
    assert policy["img-src"] == "data:"
    assert {"base-uri", "form-action", "require-trusted-types-for"} <= policy.keys()
    assert page.index("Content-Security-Policy") < page.index("<style>")
    addresses = [e.attributes[key] for e in elements.all() for key in ("src", "href", "action") if key in e.attributes]
    assert [a for a in addresses if not a.startswith(("#", "data:"))] == []
    assert not re.search(r"url\(|@import|https?:|//[a-z]", style.text)
    assert not re.search(r"\beval\b|innerHTML|insertAdjacentHTML|document\.write|fetch\(|XMLHttpRequest", script.text)


def test_controls_are_shown_and_break_nothing() -> None:
    text = BEYOND_THE_PLANE.replace("😀", "\x00\x1b[31m\x9b")
    page = page_of(text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", page)
    page.encode("utf-8")
    assert "␛" in page


def test_a_document_without_its_text_is_refused() -> None:
    document = policyparse.parse(BEYOND_THE_PLANE)
    with pytest.raises(PolicyParseError, match="with_text=True"):
        policyparse.review(document)
    with pytest.raises(PolicyParseError, match="digest"):
        policyparse.review(document, BEYOND_THE_PLANE + "x")
    assert policyparse.review(document, BEYOND_THE_PLANE) == policyparse.review(document, SourceText(BEYOND_THE_PLANE))


def test_furniture_is_shown_as_such_and_findings_are_told(repository: Path) -> None:
    source = policyparse.read(repository / "seeds" / "004_b2f6f18f86c8cebb.txt")
    document = policyparse.parse(source)
    page = read_page(policyparse.review(document, source, lang="en"))
    roles = [block.role for block in document.blocks for _ in block.parts]
    blocks = page.one("main", class_="text").all("div", class_="b")
    assert sorted(block.attributes["class"].split()[1] for block in blocks) == sorted(roles)
    assert "furniture" in roles
    ordered = sorted(all_findings(document), key=lambda f: (f[1].span is None, f[1].span.start if f[1].span else 0))
    told = next(e for e in page.all("section") if e.attributes.get("data-panel") == "findings")
    assert [code.text for code in told.all("code")] == [diagnostic.code for _, diagnostic in ordered]


def test_repairs_tell_before_and_after_of_each_place(repository: Path) -> None:
    source = policyparse.read(repository / "seeds" / "004_b2f6f18f86c8cebb.txt")
    document = policyparse.parse(source)
    page = read_page(policyparse.review(document, source))
    entries = data(page)["entries"]
    marks = [m for m in page.all("mark") if "data-after" in m.attributes]
    counts = {repair.rule: repair.count for repair in document.repairs}
    glosses = [m for m in marks if entries[int(m.attributes["data-i"])][0] == "/repairs/0"]
    assert counts["pinyin_glosses"] == 293
    assert len([m for m in glosses if pressed(m.text)]) >= 293  # one that crosses a value is cut
    assert ("頁", "页") in {(m.text, m.attributes["data-after"]) for m in marks}


def test_marks_that_cross_nest_in_the_page() -> None:
    text = "一二三四五六七八九十"
    marks = [Mark(0, 5, 0, "g1"), Mark(3, 8, 1, "g3"), Mark(3, 3, 2, "f info"), Mark(7, 8, 3, "g9", None, "柒捌")]
    document = policyparse.parse(BEYOND_THE_PLANE).model_copy(
        update={"blocks": [Block(role="paragraph", span=Span(start=0, end=10), parts=[Span(start=0, end=10)])]}
    )
    page = read_page("<main class='text'>" + render_text(text, document, marks, BlockWords({}, {})) + "</main>")
    assert quotes(page) == {0: "一二三四五", 1: "四五六七八", 2: "", 3: "八"}
    assert page.text == text


TEN = "一二三四五六七八九十"
PLACES = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted)


@given(st.lists(PLACES, max_size=8), st.lists(st.integers(1, 9), max_size=3, unique=True).map(sorted))
def test_marks_nest_however_they_cross(places: list[list[int]], cuts: list[int]) -> None:
    """Each mark lights its own stretch, whatever the others and the ends of the blocks are."""
    marks = [Mark(start, end, i, "g1") for i, (start, end) in enumerate(places)]
    edges = [0, *cuts, 10]
    spans = [Span(start=start, end=end) for start, end in pairwise(edges)]
    blocks = [Block(role="paragraph", span=span, parts=[span]) for span in spans]
    document = policyparse.parse(BEYOND_THE_PLANE).model_copy(update={"blocks": blocks})
    page = read_page(f"<main class='text'>{render_text(TEN, document, marks, BlockWords({}, {}))}</main>")
    lit = {i: TEN[start:end] for i, (start, end) in enumerate(places)}
    assert quotes(page) == lit
    assert pressed(page.text) == TEN


@pytest.mark.parametrize("name", ["review.css", "review.js", "words.json"])
def test_files_come_with_the_package(name: str) -> None:
    assert len(packaged(name)) > 1000
