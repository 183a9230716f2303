"""A made document as a page or a file, or made dirty, says what it says without: places and repairs aside, every field.

What does not yet hold stands in `generators/known_failures.toml`, as in tests/test_generated.py.
"""

import pytest

import policyparse
from generators.catalogue import known_failures
from generators.coats import changed, changes, coats, content
from generators.dirt import KINDS, dirty
from generators.pages import FORMS, wrapped

KNOWN = known_failures()
EXTRAS = {"portal": "selectolax", "old page": "selectolax", "pdf": "pypdfium2"}
TEXT = "某市公园条例\n第一条　为了规范公园管理，制定本条例。\n第二条　公园应当开放：\n（一）早晨；\n（二）傍晚。\n第三条　本条例自2020年1月1日起施行。\n"


@pytest.mark.parametrize(("coat", "maker"), list(coats()), ids=["/".join(key) for key in coats()])
def test_coat(coat: str, maker: str, request: pytest.FixtureRequest) -> None:
    if coat in EXTRAS:
        pytest.importorskip(EXTRAS[coat], reason="needs an optional package")
    found, reason = changed(coat, maker), KNOWN.get(f"coats/{coat}/{maker}")
    if found and reason:
        pytest.xfail(reason)
    assert found == []
    assert not (reason and request.config.getoption("--strict-trials")), "passes: run python tests/generators/update.py"


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_made_the_same_again_and_says_its_form(form: str) -> None:
    data = wrapped(form, 1, TEXT)
    assert data == wrapped(form, 1, TEXT)
    assert data.startswith(
        {".html": b"<!DOCTYPE", ".htm": b"<html", ".docx": b"PK", ".ofd": b"PK", ".pdf": b"%PDF"}[FORMS[form][0]]
    )


def test_numbers_of_word_are_in_no_text() -> None:
    assert policyparse.read(wrapped("numbered docx", 1, TEXT)).text.count("第二条") == 1
    assert "第二条".encode() not in wrapped("numbered docx", 1, TEXT)


@pytest.mark.parametrize("kind", KINDS)
def test_dirt_makes_a_difference_and_the_same_again(kind: str) -> None:
    long = TEXT.replace("管理", "管理" + "、".join(["绿化管理"] * 30))
    assert dirty(long, 3, kind) == dirty(long, 3, kind)
    assert any(dirty(long, seed, kind) != long for seed in range(5))


def test_what_changes() -> None:
    clean = content({"text": "甲，乙。", "span": {"start": 1, "end": 4}, "list": [1, 2]})
    assert list(changes(clean, content({"text": "甲,  乙。", "span": None, "list": [1, 2]}))) == []
    assert list(changes(clean, content({"text": "甲，丙。", "list": [1]}))) != []
    assert list(changes(clean, content({"text": "甲，乙。"}))) != []
