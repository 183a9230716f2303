"""Kinds of documents by the end of their titles."""

import re

import pytest

from policyparse.knowledge.instruments import instrument_words


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
    kinds = ("normative", "subsidiary", "informative")
    assert [one for one in kinds if re.search(f"(?:{instrument_words(one)})$", title)] == [kind]


@pytest.mark.parametrize("line", ["营业执照", "河道管理", "关于做好防汛工作"])
def test_no_kind(line):
    assert not re.search(f"(?:{instrument_words()})$", line)


def test_longest_word_first():
    words = instrument_words().split("|")
    assert words.index("法典") < words.index("法")
    assert len(words) == len(set(words))
