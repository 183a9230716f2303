"""Where values come from: the caller's metadata before the text, the text before hints of the file."""

from datetime import date, datetime

import pytest

import policyparse
from policyparse import Metadata
from policyparse.language.days import CST
from policyparse.source.source_text import SourceText

TEXT = "市工信局召开推进会\n来源：江州日报  2024-05-06\n会议听取了情况汇报，研究部署下一步工作。\n"
DECISION = (
    "某市人民政府关于加强管理的决定\n某政发〔2024〕3号\n一、各区应当加强领导。\n二、本决定自2024年7月1日起施行。\n"
)


def codes(document: policyparse.Document) -> list[str]:
    return [d.code for d in document.diagnostics]


def test_metadata_go_before_the_text_and_the_disagreement_is_told() -> None:
    given = Metadata(title="江州市工信局召开推进会", publisher="某某晚报", published_at=date(2024, 5, 7))
    document = policyparse.parse(TEXT, metadata=given)
    assert document.title == "江州市工信局召开推进会"
    assert document.source.publisher == "某某晚报"
    assert document.source.published_at == date(2024, 5, 7)
    assert document.origins == dict.fromkeys(["/title", "/source/publisher", "/source/published_at"], "metadata")
    assert codes(document).count("PP207") == 3
    assert document.evidence.keys().isdisjoint(document.origins)
    assert ("source_line", "来源：江州日报  2024-05-06") in [
        (b.role, TEXT[b.span.start : b.span.end]) for b in document.blocks
    ]


def test_metadata_that_agree_change_nothing() -> None:
    given = Metadata(title="《市工信局召开推进会》", publisher="江州日报", published_at=date(2024, 5, 6))
    document = policyparse.parse(TEXT, metadata=given)
    assert document == policyparse.parse(TEXT)
    assert document.origins == {}


def test_the_hour_of_the_day_that_is_printed_comes_from_the_metadata() -> None:
    when = datetime(2024, 5, 6, 9, 30, tzinfo=CST)
    document = policyparse.parse(TEXT, metadata=Metadata(published_at=when))
    assert document.source.published_at == when
    assert "PP207" not in codes(document)


def test_what_the_text_lacks_comes_from_metadata_in_silence() -> None:
    given = Metadata(site="某市政府网", url="https://example.org/1", authors=["王小明"])
    document = policyparse.parse(TEXT, metadata=given)
    assert (document.source.site, document.source.url) == ("某市政府网", "https://example.org/1")
    assert document.source.authors == ["王小明"]
    assert "PP207" not in codes(document)


def test_the_title_of_the_caller_finds_its_line() -> None:
    text = "某市多部门联合发布关于推进新型工业化的系列解读\n促进实体经济发展\n会议听取了汇报，研究部署工作。\n"
    document = policyparse.parse(text, metadata=Metadata(title="促进实体经济发展"))
    assert document.title == "促进实体经济发展"
    assert "/title" in document.evidence
    assert document.origins == {}


def test_number_and_issuer_of_a_decision() -> None:
    document = policyparse.parse(
        DECISION, metadata=Metadata(document_number="某政发〔2024〕4号", issuer="某市人民政府")
    )
    found = document.model_dump(mode="json")
    assert found["document_number"] == "某政发〔2024〕4号"
    assert found["issuer"] == "某市人民政府"
    assert found["origins"] == {"/document_number": "metadata"}


def test_the_fields_of_metadata_are_fixed() -> None:
    names = "title published_at publisher site authors url document_number issuer"
    assert list(Metadata.model_fields) == names.split()
    assert all(field.description for field in Metadata.model_fields.values())


def test_the_issuer_and_the_number_of_an_official_document() -> None:
    text = "关于做好清明节期间祭扫工作的通知\n各区人民政府：\n一、加强值守。\n二、做好宣传。\n"
    given = Metadata(document_number="某民发〔2024〕3号", issuer="某市民政局")
    found = policyparse.parse(text, metadata=given).model_dump(mode="json")
    assert (found["document_number"], found["issuers"]) == ("某民发〔2024〕3号", ["某市民政局"])
    assert found["origins"] == {"/document_number": "metadata", "/issuers": "metadata"}


HINTS = {"html:meta[ContentSource]": "某市人民政府", "html:meta[PubDate]": "2024-05-06 10:00", "html:title": "x"}


def test_a_hint_gives_what_the_text_does_not_print() -> None:
    source = SourceText(TEXT.replace("来源：江州日报  2024-05-06\n", ""), hints=HINTS)
    document = policyparse.parse(source)
    assert document.source.publisher == "某市人民政府"
    assert document.source.published_at == datetime(2024, 5, 6, 10, 0, tzinfo=CST)
    assert document.origins == {
        "/source/publisher": "html:meta[ContentSource]",
        "/source/published_at": "html:meta[PubDate]",
    }
    assert "PP203" not in codes(document)


def test_a_hint_that_says_otherwise_is_told_and_not_taken() -> None:
    document = policyparse.parse(SourceText(TEXT, hints=HINTS))
    assert document.source.publisher == "江州日报"
    assert codes(document).count("PP207") == 1
    assert document.origins == {}


@pytest.mark.parametrize(
    ("hint", "title"),
    [
        ("市工信局召开推进会_要闻_某某网", "市工信局召开推进会"),
        ("市工信局召开推进会 - 某市人民政府门户网站", "市工信局召开推进会"),
        ("Microsoft Word - 文档1", None),
        ("首页", None),
    ],
)
def test_a_title_that_only_a_hint_gives(hint: str, title: str | None) -> None:
    source = SourceText("会议听取了情况汇报，研究部署下一步的各项重点工作。\n", hints={"html:title": hint})
    document = policyparse.parse(source, kind="briefing")
    assert document.title == title
    assert document.origins == ({"/title": "html:title"} if title else {})
