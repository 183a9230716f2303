"""The outline: a tree of labels, whatever forms they have and however they follow each other."""

from itertools import permutations

import pytest

import policyparse
from policyparse.language.labels import match_label

LABELS = ("第一条 ", "1.1 ", "Ⅰ、", "一、", "（一）", "一）", "1.", "（1）", "1）", "①", "甲、", "（甲）", "a.")


@pytest.mark.parametrize("first", LABELS)
def test_labels_of_any_forms_follow_each_other(first: str) -> None:
    for second, third in permutations([label for label in LABELS if label != first], 2):
        lines = "".join(f"{label}加强公园建设。\n" for label in (first, second, third, first))
        text = f"某市人民政府关于加强公园建设的通知\n\n各区人民政府：\n{lines}\n某市人民政府\n2024年5月1日\n"
        document = policyparse.parse(text, kind="official_document")
        assert isinstance(document, policyparse.OfficialDocument)
        assert document.title == "某市人民政府关于加强公园建设的通知"


@pytest.mark.parametrize("line", ["甲、公园\n第二条 乙", "（甲）公园\n一、乙", "a.公园\n（一）乙", "一、公园\nⅠ、乙"])
def test_every_form_of_label_has_a_rank(line: str) -> None:
    assert all(match_label(part) is not None for part in line.split("\n"))
    text = f"某市人民政府通知\n\n各区人民政府：\n甲、公园\n{line}\n"
    assert policyparse.parse(text, kind="official_document").kind == "official_document"
