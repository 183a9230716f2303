"""What one repair puts side by side is repaired too: what is clean stays as it is."""

import pytest

import policyparse
from policyparse import repair
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.broken_lines import end_of_printed
from policyparse.source.source_text import SourceText

LINES = "会议强调，各区人民政府应当加强公园建设和管理"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"{LINES}，\n；市直部门应当组织实施。", f"{LINES}；市直部门应当组织实施。"),
        (f"{LINES}，\n\n、市直部门应当组织实施。", f"{LINES}、市直部门应当组织实施。"),
        (f"{LINES}，，\n\n不少于三十个公园，由市直部门组织实施。", f"{LINES}，不少于三十个公园，由市直部门组织实施。"),
        ("9亿亿級產(元chǎn)業(yè\n)一丁", "9亿亿級產(元chǎn)業一丁"),
        (f"{LINES}，[cms:作\n者]市直部门应当组织实施。", f"{LINES}，市直部门应当组织实施。"),
        (f"{LINES}{'<' * 9}{'p>' * 9}。", f"{LINES}。"),
    ],
    ids=[
        "a mark before a line end and one behind it",
        "a mark before lines and one behind them",
        "marks in a row before lines",
        "a gloss on two lines",
        "a placeholder on two lines",
        "tags that tags leave, more often than one look takes out",
    ],
)
def test_what_joined_lines_put_side_by_side_is_repaired(text: str, clean: str) -> None:
    found = policyparse.clean(text)
    assert found.text == clean
    assert policyparse.clean(clean).text == clean


def test_a_change_of_several_rounds_is_one_and_leads_back() -> None:
    text = f"{LINES}，\n；市直部门应当组织实施。"
    found = policyparse.clean(text)
    assert [(c.before, c.after, set(c.rules)) for c in found.changes] == [
        ("，\n；", "；", {"broken_lines", "doubled_marks"})
    ]
    assert found.source_span(len(LINES), len(LINES) + 1).model_dump() == {"start": len(LINES), "end": len(LINES) + 3}


def test_what_is_reported_is_reported_once_though_repairs_are_made_again() -> None:
    text = "各级某某官网_最新下载应当加强公园\ufffd管理，坚持***思想，，\n；改善[cms:作者]设施。"
    messages = [finding.message for finding in policyparse.clean(text).diagnostics]
    assert len(messages) == len(set(messages)) >= 3


def test_repairs_without_end_are_bounded_and_said() -> None:
    layers = repair._ROUNDS * repair._LAYERS_OF_MARKUP + 1
    found = policyparse.clean(f"{LINES}{'<' * layers}{'p>' * layers}。")
    assert "PP101" in {finding.code for finding in found.diagnostics}
    assert "more could be repaired" in found.diagnostics[-1].message


def test_where_titles_are_looked_for_does_not_move_when_lines_are_joined() -> None:
    text = "某市深入贯彻会议精神，\n" * 4_000
    repaired = repair.repair(SourceText(text), Diagnostics())
    assert [done.rule for done in repaired.repairs].count("broken_titles") == 1


@pytest.mark.parametrize("text", ["", "   ", "一二三四五", "一 二\n\n三\u3000四五六", "\n \n一二三四五六"])
def test_spaces_are_not_counted_where_printed_characters_end(text: str) -> None:
    end = end_of_printed(text, 4)
    assert "".join(text[:end].split()) == "".join(text.split())[:4]
    assert end == len(text) or not text[end - 1].isspace()
