"""How damaged a text is, as a whole and field by field."""

import pytest

import policyparse

STATUTE = "某市河道管理规定\n" + "".join(
    f"第{n}条 市、区人民政府应当加强对河道管理工作的领导，落实各项责任。\n" for n in "一二三四五六七八九十"
)


def findings(text: str) -> dict[str, str]:
    return {d.code: d.message for d in policyparse.parse(text, kind="decision").diagnostics}


def test_a_clean_text_has_no_damage() -> None:
    assert policyparse.clean(STATUTE).damage == 0.0
    assert not {"PP101", "PP106", "PP107"} & set(findings(STATUTE))


def test_pp107_the_fields_that_rest_on_damage_are_named() -> None:
    found = findings(STATUTE.replace("第三条 市、", "第三条 �、"))
    assert found["PP107"] == "/articles: 1 of 10 rest on a damaged stretch"
    assert "PP106" not in found


def test_pp106_a_text_that_is_damaged_as_a_whole() -> None:
    dirty = STATUTE.replace("领", "�")
    assert policyparse.clean(dirty).damage == pytest.approx(10 / len(dirty))
    assert "PP106" in findings(dirty)


def test_what_was_read_without_being_sure_counts_a_little() -> None:
    dirty = "推(tui)动(dong)发(fa)展(zhan)改(gai)革(ge)"
    assert 0 < policyparse.clean(dirty).damage < 0.1
