"""Documents that are cut off, torn and mixed up: parsed as far as they go, with diagnostics and never an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policyparse

REPOSITORY = Path(__file__).resolve().parents[1]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "seeds").glob("*.txt"))]
MARKS = st.sampled_from(
    ["“", "”", "（", "）", "《", "》", "：", "第", "条", "%", "\n", "\u3000", "\x00", "\ufffd", "\U00020000", "说，"]
)


def survives(text: str, kind: str | None = None) -> policyparse.Document | None:
    """The document, sound in itself; None where nothing is left of it or no kind fits."""
    try:
        document = policyparse.parse(text, kind=kind)
    except (policyparse.UnreadableInput, policyparse.UnknownKind):
        assert kind is None or not any(c.isalnum() for c in text)
        return None
    assert type(document).model_validate_json(document.model_dump_json()) == document
    for diagnostic in document.diagnostics:
        assert diagnostic.span is None or 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
    return document


@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_document_cut_at_its_end(seed: Path, tenths: int) -> None:
    text = seed.read_text(encoding="utf-8")
    assert survives(text[: len(text) * tenths // 10], kind="briefing")
    survives(text[: len(text) * tenths // 10])


@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_document_cut_at_its_start(seed: Path, tenths: int) -> None:
    text = seed.read_text(encoding="utf-8")
    assert survives(text[len(text) * tenths // 10 :], kind="meeting")
    survives(text[len(text) * tenths // 10 :])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_torn_documents(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 400)))
        text = text[:start] + "".join(data.draw(st.lists(MARKS, max_size=4))) + text[end:]
    survives(text, kind=data.draw(st.sampled_from([None, "decision", "meeting", "briefing"])))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_lines_in_any_order(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).splitlines()
    survives("\n".join(data.draw(st.permutations(lines))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, "decision", "meeting", "briefing"]))
def test_any_text(text: str, kind: str | None) -> None:
    survives(text, kind)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="第一二三条章（）“”：，。；《》年月日%万亿0123456789说指出会议 \n应当不得", max_size=300),
    st.integers(0, 2),
)
def test_any_text_of_the_alphabet_of_documents(text: str, kind: int) -> None:
    survives(text, ("decision", "meeting", "briefing")[kind])


def test_without_a_title() -> None:
    document = survives(
        "为了加强公园管理，保障公众健康，美化人居环境，根据有关法律、法规，结合本市实际情况，作出规定。\n", "decision"
    )
    assert document is not None
    assert document.title is None
    assert "PP201" in {diagnostic.code for diagnostic in document.diagnostics}


FOUND = [
    "第三十条之一1亿2000万元。自公布之日起施行",
    "第三十条之一6月底前\n附则",
    "新能源汽车产业链\n\n第三十条之一1亿2000万元自公布之日起施行2024年3月1日>",
    "第三条之0 各级人民政府应当加强管理。",
]
"""What `benchmarks/soak.py` and readers found to raise another error than `PolicyParseError`."""


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found_once(text: str) -> None:
    survives(text)
    survives(text, kind="decision")


LONG = [
    "返回首页",
    "在",
    "在今日",
    "边走",
    "一边",
    "11 ",
    "[1]  ",
    "据介绍，",
    "他说，",
    "市长张三明说，",
    "问：什么？\n答：好。\n",
]
"""Units over which a pattern tried every way to read them, or what was read was read again each time."""


@pytest.mark.parametrize("unit", LONG)
def test_a_text_that_is_one_thing_over_and_over_ends(unit: str) -> None:
    for begin in ("", "某市召开会议\n\n7月9日，某市", "共3页 ", "范大成"):
        survives(begin + unit * (4_000 // len(unit)) + "召开会议。")
        survives(begin + unit * (190 // len(unit)) + "召开会议。", kind="meeting")
