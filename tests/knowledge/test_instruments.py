"""Kinds of documents by the end of their titles."""

import re

import pytest

from policyparse.knowledge.instruments import instrument_kind, instrument_words


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某省河道管理条例", "normative"),
        ("关于做好防汛工作的通知", "normative"),
        ("某市排污单位名录", "subsidiary"),
        ("某部队纪律条令", "normative"),
        ("政府工作报告", "informative"),
    ],
)
def test_title_has_one_kind(title, kind):
    assert instrument_kind(title) == kind
    assert re.search(f"(?:{instrument_words(kind)})$", title)


@pytest.mark.parametrize("line", ["营业执照", "河道管理", "关于做好防汛工作"])
def test_no_kind(line):
    assert instrument_kind(line) is None


def test_the_longest_word_is_taken():
    assert re.match(instrument_words(), "法典")[0] == "法典"
    assert re.match(f"(?:{instrument_words()})$", "条例")
