"""Judgments are detected, read, checked and written."""

import pytest

import policyparse
from policyparse.knowledge.proof import all_patterns, find_failures
from policyparse_judgment.model import Judgment

TEXT = """某市某区人民法院
民事判决书
（2023）江0102民初123号
原告：陈某，女，住某区。
被告：某商贸有限公司。
原告陈某与被告某商贸有限公司买卖合同纠纷一案，本院受理后，依法适用简易程序审理。
依照《中华人民共和国民法典》第五百七十七条规定，判决如下：
一、被告某商贸有限公司于本判决生效之日起十日内返还原告陈某货款5000元；
二、驳回原告陈某的其他诉讼请求。
案件受理费50元，由被告负担。
"""


def test_a_judgment_is_read_where_its_type_is_named() -> None:
    document = policyparse.parse(TEXT, types=["judgment"])
    assert isinstance(document, Judgment)
    assert document.title == "民事判决书"
    assert document.case_number == "（2023）江0102民初123号"
    assert [(party.role, party.name) for party in document.parties] == [("原告", "陈某"), ("被告", "某商贸有限公司")]
    assert [(order.number, order.text) for order in document.orders] == [
        (1, "被告某商贸有限公司于本判决生效之日起十日内返还原告陈某货款5000元；"),
        (2, "驳回原告陈某的其他诉讼请求。"),
    ]
    for party in document.parties:
        assert TEXT[party.span.start : party.span.end].endswith(party.name)
    assert Judgment.model_validate_json(document.model_dump_json()) == document


def test_what_is_installed_changes_nothing_by_itself() -> None:
    assert policyparse.parse(TEXT).kind != "judgment"


def test_a_judgment_without_a_number_is_reported() -> None:
    document = policyparse.parse(TEXT.replace("（2023）江0102民初123号\n", ""), types=["judgment"])
    assert "the judgment has no case number" in [finding.message for finding in document.diagnostics]


@pytest.mark.parametrize("made", all_patterns("policyparse_judgment"), ids=lambda made: made.name)
def test_a_pattern_proves_itself(made: policyparse.knowledge.Pattern) -> None:
    assert made.matches
    assert made.rejects
    assert list(find_failures(made)) == []


def test_mail_is_read_where_its_reader_is_named() -> None:
    mail = f"Subject: 判决\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}".encode()
    document = policyparse.parse(mail, types=["judgment"], readers=["eml"])
    assert document.kind == "judgment"
    assert document.produced_by is not None
    assert document.produced_by.endswith("eml")
