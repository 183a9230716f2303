"""Forms of official documents (GB/T 9704-2012)."""

from datetime import date

import pytest

from policyparse.knowledge.fold import fold
from policyparse.language.official import (
    is_officer,
    match_document_number,
    match_notice_label,
)
from policyparse.page.lines import split_lines
from policyparse.page.signatures import signatures_of

DOCUMENT_NUMBERS = [
    ("津政发〔2022〕3号", "津政发〔2022〕3号"),
    ("国办函[2021]第12号", "国办函[2021]第12号"),
    ("法释（2020）25号", "法释（2020）25号"),
    ("发文字号：京政办发〔2019〕21号", "京政办发〔2019〕21号"),
    ("国发 〔2016〕 5 号", "国发 〔2016〕 5 号"),
    ("财税字〔1999〕210号", "财税字〔1999〕210号"),
]


@pytest.mark.parametrize(("text", "number"), DOCUMENT_NUMBERS)
def test_document_numbers(text: str, number: str) -> None:
    extent = match_document_number(fold(text))
    assert extent is not None
    assert text[slice(*extent)] == number


@pytest.mark.parametrize(
    "text", ["第九十六号", "国务院令第721号", "〔2022〕3号", "津政发〔22〕3号", "共12号楼", "2022年3号文件"]
)
def test_no_document_numbers(text: str) -> None:
    assert match_document_number(fold(text)) is None


NOTICE_LABELS = [
    ("第九十六号", "第九十六号", 96),
    ("中华人民共和国国务院令第721号", "第721号", 721),
    ("（第十二号）", "第十二号", 12),
    ("〔十五届〕第21号", "〔十五届〕第21号", 21),
    ("国家市场监督管理总局令　第５２号", "第５２号", 52),
    ("公告 第 一 号", "第 一 号", 1),
]


@pytest.mark.parametrize(("text", "label", "number"), NOTICE_LABELS)
def test_notice_labels(text: str, label: str, number: int) -> None:
    found = match_notice_label(fold(text))
    assert found is not None
    assert (text[slice(*found[0])], found[1]) == (label, number)


@pytest.mark.parametrize("text", ["津政发〔2022〕3号", "3号楼", "第三次会议", "号令", ""])
def test_no_notice_labels(text: str) -> None:
    assert match_notice_label(fold(text)) is None


def test_officers() -> None:
    assert is_officer(fold("总理　李克强"))
    assert is_officer(fold("主任：王某某"))
    assert is_officer(fold("中华人民共和国主席　习近平"))
    assert not is_officer(fold("主任会议决定"))
    assert not is_officer(fold("市长负责"))


def signatures(text: str) -> list[tuple[str, date | None, str]]:
    return [(s.body, s.on, text[slice(*s.span)]) for s in signatures_of(split_lines(text, fold(text)))]


def test_signatures() -> None:
    on = date(2022, 3, 30)
    assert signatures("某市人民代表大会常务委员会\n2022年3月30日") == [
        ("某市人民代表大会常务委员会", on, "某市人民代表大会常务委员会\n2022年3月30日")
    ]
    assert [s[:2] for s in signatures("财政部\n国家税务总局\n2022年3月30日")] == [("财政部", on), ("国家税务总局", on)]
    assert [s[:2] for s in signatures("总理　李克强\n2022年3月30日")] == [("总理　李克强", on)]
    assert [s[:2] for s in signatures("某市人民政府 二〇二二年三月三十日")] == [("某市人民政府", on)]


def test_a_date_or_a_body_alone_is_no_signature() -> None:
    assert signatures("2022年3月30日") == []
    assert signatures("某市人民政府") == []
    assert signatures("某市人民政府\n本条例自2022年3月30日起施行。\n2022年3月30日") == []


def test_characters_set_apart() -> None:
    assert is_officer(fold("总　理　　李　某"))
    assert is_officer(fold("主　任：张　三"))
    assert not is_officer(fold("总理念和道理"))
