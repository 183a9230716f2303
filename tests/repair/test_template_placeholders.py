"""Placeholders that a site never filled."""

import pytest

import policyparse
from policyparse.repair.template_placeholders import find_template_placeholders


@pytest.mark.parametrize("text", ["编辑:[db:作者]", "来源：[field:来源]"])
def test_a_placeholder_is_found(text):
    (edit,) = find_template_placeholders(text)
    assert text[: edit.start] + edit.replacement + text[edit.end :] == text[: text.index("[")]


@pytest.mark.parametrize("text", ["[摘要] 会议召开", "[1:2]", "见[注:一]", "a[b:c]", "[DB:作者]", "【声明】"])
def test_what_is_none(text):
    assert list(find_template_placeholders(text)) == []


def test_it_is_deleted_reported_and_accounted_for():
    text = "某地推进重点工作\n2024-02-07 来源：某报 编辑：[db:作者]\n\n会议指出，要抓好落实，久久为功。\n"
    doc = policyparse.parse(text)
    (repair,) = [r for r in doc.repairs if r.rule == "template_placeholders"]
    assert (repair.before, repair.after, repair.count) == ("[db:作者]", "", 1)
    (finding,) = [d for d in doc.diagnostics if d.code == "PP202"]
    assert text[finding.span.start : finding.span.end] == "[db:作者]"
    assert doc.source.editors == []
