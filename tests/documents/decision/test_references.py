"""What citations refer to, counted from where they stand."""

from collections.abc import Callable
from typing import Any

from policyparse.core.diagnostics import Diagnostics
from policyparse.documents.decision.parser import parse
from policyparse.documents.decision.references import amended_title
from policyparse.structure.layout import Page

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
    return parse(lay(text), None, diagnostics), diagnostics


def cited(draft: Draft, label: str) -> list[tuple[Any, ...]]:
    article = next(a for a in draft["articles"] if a["label"] == label)
    names = ("text", "title", "article", "paragraph", "item", "through", "pointer")
    return [tuple(c[name] for name in names) for c in article["citations"]]


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
