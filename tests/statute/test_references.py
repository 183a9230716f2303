"""What citations refer to, counted from where they stand."""

from collections.abc import Callable
from typing import Any

from policyparse.documents.decision import DECISION
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page
from policyparse.statute.references import amended_title

Draft = dict[str, Any]

STATUTE = """某市某某条例
第一条　根据《中华人民共和国某某法》（以下简称某某法）和《某某管理办法》（以下简称《办法》），制定本条例。
第二条　有下列情形之一的，由主管部门处罚：
（一）违反某某法第五条规定的；
（二）违反前项规定的；
（三）违反本条例第三条第一款规定的。
有前款第（二）项情形的，依照《办法》第九条从重处罚。
前两款的规定适用于同法第六条规定的情形。
第三条　经营者应当登记。
经营者有本条第一款、第二条第一款第三项情形，或者有第九十九条情形的，依照前条处罚。
本条例第二条至第三条的规定，以及《某市某某条例》第一条，另有规定的除外。
"""


def read(text: str, lay: Callable[[str], Page]) -> tuple[Draft, Diagnostics]:
    diagnostics = Diagnostics()
    return DECISION.parse(lay(text), None, diagnostics), diagnostics


def cited(draft: Draft, label: str) -> list[tuple[Any, ...]]:
    article = next(a for a in draft["articles"] if a["label"] == label)
    names = ("text", "title", "article", "paragraph", "item", "through", "pointer")
    return [tuple(c[name] for name in names) for c in article["citations"]]


LISTS = """某市某某办法
第一条　经营者可以从事下列业务：
（一）住宿；
（二）餐饮；
（三）洗浴；
（四）寄存。
第二条　经营本办法第一条第一款第（一）项业务的，应当登记；经营第（二）项至第（三）项业务的，应当备案。
第三条　依照《某某法》第八条第一款第一项审查，但是第三项除外。
（一）甲；
第四条　适用某某法第五十条住宿规定和第五十一条餐饮规定，以及第二条规定。
第五条　下列情形除外：
（一）甲；
按面积计算，每间不超过三张。
（二）乙；
不适用第一项、第九项规定的情形。
"""


def test_an_item_that_the_article_has_not_is_of_the_place_cited_last(lay: Callable[[str], Page]) -> None:
    draft, diagnostics = read(LISTS, lay)
    assert cited(draft, "第二条")[1:] == [
        ("第（二）项至第（三）项", None, "第一条", 1, "第（二）项", "第（三）项", "/articles/0/paragraphs/0/items/1")
    ]
    assert cited(draft, "第三条")[1:] == [("第三项", "某某法", "第八条", 1, "第三项", None, None)]
    assert cited(draft, "第五条")[0][-1] == "/articles/4/paragraphs/0/items/0"
    assert [d.message for d in diagnostics.findings if d.code == "PP408"] == [
        "第九项: 第五条 has no such paragraph or item"
    ]


def test_an_article_that_the_document_has_not_is_of_the_one_named_last(lay: Callable[[str], Page]) -> None:
    draft, _ = read(LISTS, lay)
    assert [(c[1], c[2]) for c in cited(draft, "第四条")] == [
        ("某某法", "第五十条"),
        ("某某法", "第五十一条"),
        (None, "第二条"),
    ]


def test_a_quoted_provision_counts_in_the_document_that_takes_it_in(lay: Callable[[str], Page]) -> None:
    draft, diagnostics = read(
        "关于修改《某某法》的决定\n一、第五条增加一款，作为第二款：“违反前款规定的，处罚款。”\n二、甲。\n", lay
    )
    assert {c["title"] for c in draft["articles"][0]["citations"]} == {"某某法"}
    assert not [d for d in diagnostics.findings if d.code == "PP408"]


def test_resolution(lay: Callable[[str], Page]) -> None:
    draft, diagnostics = read(STATUTE, lay)
    law, rules = "中华人民共和国某某法", "某某管理办法"
    assert cited(draft, "第一条") == [
        ("《中华人民共和国某某法》", law, None, None, None, None, None),
        ("《某某管理办法》", rules, None, None, None, None, None),
    ]
    assert cited(draft, "第二条") == [
        ("某某法第五条", law, "第五条", None, None, None, None),
        ("前项", None, "第二条", 1, "第（一）项", None, "/articles/1/paragraphs/0"),
        ("本条例第三条第一款", None, "第三条", 1, None, None, "/articles/2/paragraphs/0"),
        ("前款第（二）项", None, "第二条", 1, "第（二）项", None, "/articles/1/paragraphs/0/items/1"),
        ("《办法》第九条", rules, "第九条", None, None, None, None),
        ("前两款", None, "第二条", 1, None, "第二款", "/articles/1/paragraphs/0"),
        ("同法第六条", rules, "第六条", None, None, None, None),
    ]
    assert cited(draft, "第三条") == [
        ("本条第一款", None, "第三条", 1, None, None, "/articles/2/paragraphs/0"),
        ("第二条第一款第三项", None, "第二条", 1, "第三项", None, "/articles/1/paragraphs/0/items/2"),
        ("第九十九条", None, "第九十九条", None, None, None, None),
        ("前条", None, "第二条", None, None, None, "/articles/1"),
        ("本条例第二条至第三条", None, "第二条", None, None, "第三条", "/articles/1"),
        ("《某市某某条例》第一条", None, "第一条", None, None, None, "/articles/0"),
    ]
    assert [f.message for f in diagnostics.findings if f.code == "PP408"] == ["第九十九条: there is no such article"]


def test_every_citation_is_quoted_from_its_place(lay: Callable[[str], Page]) -> None:
    draft, _ = read(STATUTE, lay)
    for article in draft["articles"]:
        for citation in article["citations"]:
            assert STATUTE[slice(*citation["span"])] == citation["text"]


def test_a_short_name_holds_from_its_definition_on(lay: Callable[[str], Page]) -> None:
    text = "某市某某条例\n第一条　依照《办法》第一条办理登记。\n第二条　依照《某某管理办法》（以下简称《办法》）办理。\n第三条　依照《办法》第二条办理注销。\n"
    draft, _ = read(text, lay)
    assert [c["title"] for a in draft["articles"] for c in a["citations"]] == ["办法", "某某管理办法", "某某管理办法"]


def test_an_ambiguous_short_name_says_so(lay: Callable[[str], Page]) -> None:
    text = "某市某某条例\n第一条　依照《甲管理办法》（以下简称《办法》）和《乙管理办法》（以下简称《办法》）办理。\n第二条　依照《办法》第二条办理注销。\n"
    draft, diagnostics = read(text, lay)
    assert draft["articles"][1]["citations"][0]["title"] == "乙管理办法"
    assert "PP409" in [f.code for f in diagnostics.findings]


def test_a_paragraph_before_the_first_does_not_resolve(lay: Callable[[str], Page]) -> None:
    draft, diagnostics = read(
        "某市某某条例\n第一条　前款规定的期限，可以延长。\n第二条　本条例自公布之日起施行。\n", lay
    )
    citation = draft["articles"][0]["citations"][0]
    assert (citation["paragraph"], citation["pointer"]) == (None, None)
    assert "PP408" in [f.code for f in diagnostics.findings]


def test_places_in_an_amending_decision_are_of_the_amended_document(lay: Callable[[str], Page]) -> None:
    text = "某市人民代表大会常务委员会关于修改《某市某某条例》的决定\n作如下修改：\n一、第五条第二款修改为：“违反本条例第三条的，处罚款。”\n二、删去第八条。\n"
    draft, _ = read(text, lay)
    found = [(c["title"], c["article"], c["paragraph"]) for a in draft["articles"] for c in a["citations"]]
    assert found == [("某市某某条例", "第五条", 2), ("某市某某条例", "第三条", None), ("某市某某条例", "第八条", None)]


def test_amended_titles() -> None:
    assert amended_title("关于修改《中华人民共和国某某法》的决定") == "中华人民共和国某某法"
    assert amended_title("关于修改〈某市条例〉的决定") == "某市条例"
    assert amended_title("关于修改《甲条例》等六件地方性法规的决定") is None
    assert amended_title("关于修改《甲条例》《乙条例》的决定") is None
    assert amended_title("关于加强管理的决定") is None
    assert amended_title("中华人民共和国某某法修正案（七）") == "中华人民共和国某某法"
    assert amended_title("某某法修正案") == "某某法"
    assert amended_title("关于某某法修正案草案的说明") is None
