"""Verification: a wrong number of an article and a changed word are found; what is not there is not denied."""

import pytest

import policyparse
from policyparse.output.verification import verify

STATUTE = """江南省渡口管理条例
（2021年5月20日江南省第十三届人民代表大会常务委员会第二十四次会议通过）
第一条　为了加强渡口管理，制定本条例。
第二条　县级以上人民政府应当每年检查渡口。
任何单位和个人不得阻碍检查。
第三条　经营者应当购买保险，并公布价格。
第四条　本条例自2021年7月1日起施行。
"""


@pytest.fixture
def documents() -> list[policyparse.Document]:
    return [policyparse.parse(STATUTE)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("《江南省渡口管理条例》第二条", "found"),
        ("《江南省渡口管理条例》第二条第二款", "found"),
        ("《江南省渡口管理条例》第二条第三款", "no_such_provision"),
        ("《江南省渡口管理条例》第十二条", "no_such_provision"),
        ("《江南省渡口管理条例》", "found"),
        ("《江北省渡口管理条例》第二条", "not_in_corpus"),
    ],
)
def test_a_citation_is_looked_up(documents: list[policyparse.Document], text: str, status: str) -> None:
    (citation,) = verify(f"根据{text}的规定办理。", documents).citations
    assert (citation.text, citation.status) == (text, status)


@pytest.mark.parametrize(
    ("text", "status", "differences"),
    [
        ("《江南省渡口管理条例》第三条规定：“经营者应当购买保险,并公布价格。”", "equal", []),
        ("《江南省渡口管理条例》第二条规定：“经营者应当购买保险，并公布价格。”", "elsewhere", []),
        ("《江南省渡口管理条例》第三条规定：“经营者可以购买保险，并公布价格。”", "different", [("可以", "应当")]),
        ("有人说：“任何单位和个人不得阻碍检查。”", "equal", []),
        ("有人说：“谁都可以在河里游泳钓鱼。”", "not_in_corpus", []),
    ],
)
def test_a_quotation_is_compared(
    documents: list[policyparse.Document], text: str, status: str, differences: list[tuple[str, str]]
) -> None:
    (quotation,) = verify(text, documents).quotations
    assert quotation.status == status
    assert [(d.quoted, d.printed) for d in quotation.differences] == differences
    assert text[quotation.span.start : quotation.span.end] == quotation.text


def test_whether_all_holds(documents: list[policyparse.Document]) -> None:
    assert verify("《江南省渡口管理条例》第三条和《某法》第一条", documents).holds
    assert not verify("《江南省渡口管理条例》第三十条", documents).holds


def test_a_short_name_stands_for_its_title(documents: list[policyparse.Document]) -> None:
    text = "《江南省渡口管理条例》（以下简称《条例》）施行。《条例》第九条规定了罚款。"
    assert [c.status for c in verify(text, documents).citations] == ["found", "no_such_provision"]
