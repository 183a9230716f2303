"""Only errors of policyparse leave `parse`, whatever a text or a caller holds; a wrong type is one error that names the argument."""

import decimal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse import PolicyParseError

HEAD = "某市人民代表大会常务委员会关于加强河道保护的决定\n（2023年5月25日某市第十七届人民代表大会常务委员会第三次会议通过）\n"
MEETING = "某市召开会议\n新华社北京5月1日电 {0}，某市召开会议。市长张某说：“{0}增长{1}，力争达到{1}。”\n"
KINDS = [None, "decision", "official_document", "meeting", "briefing"]
NUMBERS = [
    "1" * 28,
    "9" * 40 + "亿元",
    "9" * 5000 + "亿元",
    "9999亿亿亿亿元",
    "一亿亿亿亿亿元",
    "0." + "0" * 40 + "1%",
    "九" * 30 + "亿元",
    "1～" + "9" * 40 + "亿元",
    "三分之零",
    "零分之一",
    "1/0",
    "1e999",
]
DAYS = (
    "去年 明年 后年 上月 昨天 明日 近日 次日 下周一 周五 月底 年底 次年 29日 三天前 3日后 三十日内 5月1日 2月29日 "
    "9999年12月31日 9999年12月31日，次日"
).split()


def parsed(text: str, **options: Any) -> policyparse.Document | None:
    """What a text gives; None where it is refused."""
    try:
        return policyparse.parse(text, **options)
    except PolicyParseError:
        return None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_numbers_of_any_size(number: str, kind: str | None) -> None:
    document = parsed(MEETING.format("去年", number), kind=kind)
    assert document is None or type(document).model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize("word", DAYS)
def test_days_at_the_ends_of_the_calendar(word: str, today: date) -> None:
    for kind in ("meeting", "briefing", "decision"):
        text = MEETING.format(word, "5%") + f"第一条 {word}，市人民政府应当完成。\n"
        assert policyparse.parse(text, kind=kind, reference_date=today).kind == kind


@pytest.mark.parametrize(
    "label", ["第三条之0", "第三条之〇", "第零条", "第0条", "第三条之" + "9" * 30, "第" + "9" * 30 + "条"]
)
def test_numbers_of_provisions_that_cannot_be(label: str) -> None:
    text = f"{HEAD}第一条 为了保护。\n{label} 依照《某法》{label}第0款第（0）项，市人民政府应当领导。\n"
    assert isinstance(parsed(text), policyparse.Decision)


def test_a_suffix_is_counted_from_one() -> None:
    document = policyparse.parse(HEAD + "第一条 为了。\n第三条之0 市应当。\n第三条之1 县应当。\n")
    assert isinstance(document, policyparse.Decision)
    assert [(a.number, a.suffix) for a in document.articles] == [(1, None), (3, 1)]
    assert "PP408" in {diagnostic.code for diagnostic in document.diagnostics}  # the line cites what is not there


CONTEXTS = [decimal.Context(prec=3), decimal.Context(prec=5, rounding=decimal.ROUND_UP, traps=[decimal.Inexact])]


@pytest.mark.parametrize("context", CONTEXTS, ids=["three digits", "exact"])
@pytest.mark.parametrize("kind", KINDS[1:])
def test_the_decimal_context_of_the_caller_is_without_meaning(context: decimal.Context, kind: str) -> None:
    text = (
        MEETING.format("2023年", "12345.678亿元、三百二十一万零五元、三分之一")
        + "第一条 处十二万三千四百五十六元罚款。\n"
    )
    usual = policyparse.parse(text, kind=kind).model_dump_json()
    with decimal.localcontext(context):
        before = repr(decimal.getcontext())
        assert policyparse.parse(text, kind=kind).model_dump_json() == usual
        assert repr(decimal.getcontext()) == before


def test_amendments_are_applied_in_our_own_context() -> None:
    base = policyparse.parse(HEAD + "第一条 处五万元以上十二万三千四百五十六元以下罚款。\n", kind="decision")
    amending = policyparse.parse(HEAD + "一、将第一条中的“五万元”修改为“六万元”。\n", kind="decision")
    assert isinstance(base, policyparse.Decision)
    assert isinstance(amending, policyparse.Decision)
    usual = policyparse.apply_amendments(base, amending)
    with decimal.localcontext(decimal.Context(prec=2, traps=[decimal.Inexact])):
        assert policyparse.apply_amendments(base, amending) == usual


@pytest.mark.parametrize("code", [0xD800, 0xDC80, 0xDFFF], ids=hex)
def test_half_characters(code: int) -> None:
    half = chr(code)
    text = f"{half}{HEAD}一、市{half}人民政府应当“加强{half}领导，依照《某{half}法》第一条”。\n"
    document = policyparse.parse(text, with_text=True)
    document.model_dump_json().encode("utf-8")
    policyparse.clean(text).text.encode("utf-8")
    assert policyparse.ground(["人民政府", half], text)[0].spans
    policyparse.verify(text, [document])
    with pytest.raises(PolicyParseError):
        policyparse.parse(half)
    with pytest.raises(PolicyParseError):
        policyparse.read(Path(f"/nowhere/{half}"))


DOCUMENT: Any = policyparse.parse(HEAD + "一、市人民政府应当加强领导。\n")
WRONG = [None, 1, 1.5, b"x", object(), ["a"], True, Path("/nowhere"), {"a": 1}]
CALLS: dict[str, Callable[[Any], Any]] = {
    "parse document": lambda value: policyparse.parse([value]),  # type: ignore[arg-type]
    "parse reference_date": lambda value: policyparse.parse(HEAD, reference_date=value or 1),
    "parse metadata": lambda value: policyparse.parse(HEAD, metadata=value or 1),
    "parse limits": lambda value: policyparse.parse(HEAD, limits=value or 1),
    "clean document": lambda value: policyparse.clean([value]),  # type: ignore[arg-type]
    "chunks document": policyparse.chunks,
    "chunks max_chars": lambda value: policyparse.chunks(DOCUMENT, max_chars=str(value)),  # type: ignore[arg-type]
    "ground values": lambda value: policyparse.ground([value], "决定"),
    "ground text": lambda value: policyparse.ground(["a"], value),
    "verify text": lambda value: policyparse.verify(value, []),
    "verify documents": lambda value: policyparse.verify("a", [value]),
    "rows documents": lambda value: policyparse.rows([value]),
    "targets documents": lambda value: policyparse.targets([value]),
    "reconcile documents": lambda value: policyparse.reconcile([value, value]),
    "apply_amendments base": lambda value: policyparse.apply_amendments(value, DOCUMENT),
    "apply_amendments amending": lambda value: policyparse.apply_amendments(DOCUMENT, value),
    "text_of decision": policyparse.text_of,
}
"""Each argument of each public function, given a value."""


@pytest.mark.parametrize("call", CALLS)
def test_an_argument_of_a_wrong_type_is_named(call: str) -> None:
    for wrong in WRONG:
        with pytest.raises(TypeError, match=f"{call.split()[1]} must be "):
            CALLS[call](wrong)


@pytest.mark.parametrize("function", [policyparse.rows, policyparse.targets, policyparse.reconcile])
def test_one_document_is_no_list_of_them(function: Callable[[Any], Any]) -> None:
    for wrong in (DOCUMENT, None, "决定", 1):
        with pytest.raises(TypeError, match=f"must be an iterable of Document, not {type(wrong).__name__}"):
            function(wrong)


@pytest.mark.parametrize("wrong", [1, b"x", [], "law"])
def test_a_kind_that_does_not_exist(wrong: Any) -> None:
    with pytest.raises(policyparse.UnknownKind):
        policyparse.parse(HEAD, kind=wrong)
    with pytest.raises(policyparse.UnknownKind):
        policyparse.json_schema(wrong)
