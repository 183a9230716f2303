"""Verification: a wrong number of an article and a changed word are found; what is not there is not denied."""

import re
from pathlib import Path

import pytest

import policyparse
from policyparse.output.provision_index import ProvisionIndex
from policyparse.output.verification import CheckedCitation, in_words, verify

STATUTE = """江南省渡口管理条例
（2021年5月20日江南省第十三届人民代表大会常务委员会第二十四次会议通过）
第一条　为了加强渡口管理，制定本条例。
第二条　县级以上人民政府应当每年检查渡口。
任何单位和个人不得阻碍检查。
第三条　经营者应当购买保险，并公布价格。有下列情形之一的，不得经营：
（一）没有许可的；
（二）超过载重的。
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
        ("《江南省渡口管理条例》第三条第（二）项", "found"),
        ("《江南省渡口管理条例》第三条第一款第（二）项", "found"),
        ("《江南省渡口管理条例》第三条第（三）项", "no_such_provision"),
        ("《江南省渡口管理条例》第二条至第四条", "found"),
        ("《江南省渡口管理条例》第二条至第九条", "no_such_provision"),
        ("《江南省渡口管理条例》第二章", "no_such_provision"),
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
        ("《江南省渡口管理条例》第三条规定：“商户应当购买保险，并公布价格。”", "different", [("商户", "经营者")]),
        ("《江南省渡口管理条例》第三条规定：“经营者应当购买保险，并公布票价。”", "different", [("票", "")]),
        ("经营者要做两件事：“经营者应当购买保险”（《江南省渡口管理条例》第三条）。", "equal", []),
        ("法律说：“经营者应当购买保险”（《江南省渡口管理条例》第四条）。", "elsewhere", []),
        (
            "《江南省渡口管理条例》第三条：\n\n> **第三条** 经营者可以购买保险，并公布价格。",
            "different",
            [("可以", "应当")],
        ),
        ('《江南省渡口管理条例》第三条规定："经营者应当购买保险"。', "equal", []),
        ("《江南省渡口管理条例》第三条规定：「经营者应当购买保险」。", "equal", []),
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


def test_a_place_is_one_of_the_document_named_before(documents: list[policyparse.Document]) -> None:
    text = "第三条怎么说？《江南省渡口管理条例》第二条规定检查，第九条规定罚款，该条例第四条规定施行。\n第三条另有规定，前款除外。"
    found = [(c.text, c.status) for c in verify(text, documents).citations]
    assert found == [
        ("第三条", "no_document"),
        ("《江南省渡口管理条例》第二条", "found"),
        ("第九条", "no_such_provision"),
        ("该条例第四条", "found"),
        ("第三条", "found"),
    ]


def test_points_of_a_decision_are_cited_as_articles(seed: object) -> None:
    document = policyparse.parse(Path(__file__).resolve().parents[2] / "seeds" / "003_c2bd32f171b98a00.txt")
    (citation,) = verify(f"《{document.title}》第二条", [document]).citations
    assert citation.status == "found"


def test_a_number_and_a_title_without_its_stage_name_a_document() -> None:
    text = "某市人民政府关于印发某市渡口管理办法（试行）的通知\n某政发〔2021〕5号\n各县人民政府：\n现印发给你们。\n某市人民政府\n2021年5月6日\n\n某市渡口管理办法（试行）\n第一条　为了管理渡口，制定本办法。\n第二条　渡口应当每年检查。\n第三条　本办法自印发之日起施行。\n"
    documents = [policyparse.parse(text)]
    said = "《某市渡口管理办法》第二条，《某市渡口管理办法（试行）》第九条。"
    assert [c.status for c in verify(said, documents).citations] == ["found", "no_such_provision"]
    assert [c.status for c in verify("某政发〔2021〕5号第一条", documents).citations] == ["no_such_provision"]


def test_each_piece_of_a_quotation_with_an_ellipsis_is_compared(documents: list[policyparse.Document]) -> None:
    text = "《江南省渡口管理条例》第二条规定：“县级以上人民政府……应当每月检查渡口。”"
    first, second = verify(text, documents).quotations
    assert (first.status, second.status) == ("equal", "different")
    assert [(d.quoted, d.printed) for d in second.differences] == [("月", "年")]


def test_what_was_said_is_compared_too() -> None:
    document = policyparse.parse(Path(__file__).resolve().parents[2] / "seeds" / "002_c9ee5c7def9b2ae7.txt")
    assert isinstance(document, policyparse.NewsBriefing)
    words = document.statements[0].text[:20]
    assert verify(f"他说：“{words}”", [document]).quotations[0].status == "equal"


@pytest.mark.parametrize("status", ["found", "no_such_provision", "not_in_corpus", "no_document"])
def test_no_citation_is_said_not_to_exist(status: str) -> None:
    span = policyparse.Span(start=0, end=1)
    words = in_words(CheckedCitation.model_validate({"text": "x", "title": "x", "status": status, "span": span}))
    assert "exist" not in words


def test_many_citations_and_quotations_take_linear_time(documents: list[policyparse.Document]) -> None:
    line = "《江南省渡口管理条例》第三条规定：“经营者可以购买保险，并公布价格。”\n> 经营者应当购买保险\n"
    found = verify(line * 300, documents)
    assert (len(found.citations), len(found.quotations)) == (300, 600)


def test_whether_all_holds(documents: list[policyparse.Document]) -> None:
    assert verify("《江南省渡口管理条例》第三条和《某法》第一条", documents).holds
    assert not verify("《江南省渡口管理条例》第三十条", documents).holds


def test_a_short_name_stands_for_its_title(documents: list[policyparse.Document]) -> None:
    text = "《江南省渡口管理条例》（以下简称《条例》）施行。《条例》第九条规定了罚款。"
    assert [c.status for c in verify(text, documents).citations] == ["found", "no_such_provision"]


def test_statutes_of_the_gold_are_cited_and_quoted(gold: Path) -> None:
    """Of each statute: an article that is there, one that is not, its words, and its words with one changed."""
    paths = sorted((gold / "laws").glob("*.txt"))[:12]
    documents = [policyparse.parse(path) for path in paths]
    index = ProvisionIndex(documents)
    wrong = []
    for path, document in zip(paths, documents, strict=True):
        assert isinstance(document, policyparse.Decision)
        article = max(document.articles, key=lambda a: len(a.paragraphs[0].text) if a.paragraphs else 0)
        place, last = f"《{document.title}》第{article.number}条", max(a.number for a in document.articles)
        words = next(
            (
                p
                for p in re.split("[，。；：]", article.paragraphs[0].text)
                if 10 <= len(p) < 60 and not set("第本该“") & set(p)
            ),
            None,
        )
        if words is None or article.suffix or not article.label.startswith("第"):
            continue
        changed = words[:4] + "猫" + words[5:]
        said = f"{place}规定：“{words}”。\n{place}规定：“{changed}”。\n《{document.title}》第{last + 7}条。\n"
        found = verify(said, index)
        statuses = [c.status for c in found.citations] + [q.status for q in found.quotations]
        if statuses != ["found", "found", "no_such_provision", "equal", "different"]:
            wrong.append((path.name, said, statuses))
        elif "猫" not in [d.quoted for d in found.quotations[1].differences]:
            wrong.append((path.name, said, found.quotations[1].differences))
    assert wrong == []
