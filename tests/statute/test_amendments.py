"""Amending decisions: what they change, and the document as it reads afterwards."""

from typing import Any

import pytest

import policyparse
from policyparse.statute.quoted import find_quotations

HEAD = "某市人民代表大会常务委员会关于修改《某市某某条例》的决定\n（2021年4月29日某市第十届人民代表大会常务委员会第二次会议通过）\n决定对《某市某某条例》作如下修改：\n"
TAIL = "本决定自2021年9月1日起施行。\n"
ORDER = "《某市某某条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。\n"

BASE = """某市某某条例
（2001年1月1日某市第五届人民代表大会常务委员会第一次会议通过）
第一章　总则
第一条　为了规范管理，制定本条例。
第二条　工商行政管理部门负责登记。
第三条　有下列情形之一的，处罚款：
（一）甲；
（二）乙。
拒不改正的，从重处罚。
第二章　附则
第四条　工商行政管理部门可以检查。
检查应当公开。
第五条　本条例自2001年6月1日起施行。
"""


def decision(*points: str, order: bool = False) -> policyparse.Decision:
    numbered = "".join(f"{'一二三四五六七八九十'[i]}、{point}\n" for i, point in enumerate(points))
    parsed = policyparse.parse(HEAD + numbered + TAIL + (ORDER if order else ""), kind="decision")
    assert isinstance(parsed, policyparse.Decision)
    return parsed


def base() -> policyparse.Decision:
    parsed = policyparse.parse(BASE, kind="decision")
    assert isinstance(parsed, policyparse.Decision)
    return parsed


def read(point: str) -> list[tuple[Any, ...]]:
    return [
        (a.operation, a.unit, a.target.article, a.target.paragraph, a.target.item, a.text, a.old, a.new)
        for a in decision(point).amendments
    ]


READ: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("将第五条修改为：“第五条　甲。”", [("replace", None, "第五条", None, None, "第五条　甲。", None, None)]),
    ("第五条第二款修改为：“甲。”", [("replace", None, "第五条", 2, None, "甲。", None, None)]),
    ("将第九条改为第十条，第二款修改为：“甲。”", [
        ("renumber", None, "第九条", None, None, None, None, "第十条"),
        ("replace", None, "第九条", 2, None, "甲。", None, None),
    ]),
    ("将第九条改为第十条，修改为：“甲。”", [
        ("renumber", None, "第九条", None, None, None, None, "第十条"),
        ("replace", None, "第九条", None, None, "甲。", None, None),
    ]),
    ("增加一条，作为第六条：“甲。”", [("insert", "article", "第六条", None, None, "甲。", None, None)]),
    ("第三条增加一款，作为第二款：“甲。”", [("insert", "paragraph", "第三条", 2, None, "甲。", None, None)]),
    ("第三条第一款增加一项，作为第三项：“（三）甲；”", [("insert", "item", "第三条", 1, "第三项", "（三）甲；", None, None)]),
    ("删去第八条第三款。", [("delete", None, "第八条", 3, None, None, None, None)]),
    ("删去第八条、第九条。", [
        ("delete", None, "第八条", None, None, None, None, None),
        ("delete", None, "第九条", None, None, None, None, None),
    ]),
    ("删去第八条中的“甲”。", [("delete", None, "第八条", None, None, None, "甲", None)]),
    ("将第五条、第六条中的“甲”修改为“乙”。", [
        ("substitute", None, "第五条", None, None, None, "甲", "乙"),
        ("substitute", None, "第六条", None, None, None, "甲", "乙"),
    ]),
    ("将第五条中的“甲”、“乙”分别修改为“丙”、“丁”。", [
        ("substitute", None, "第五条", None, None, None, "甲", "丙"),
        ("substitute", None, "第五条", None, None, None, "乙", "丁"),
    ]),
    ("在第八条、第九条中的“甲”后增加“、乙”。", [
        ("substitute", None, "第八条", None, None, None, "甲", "甲、乙"),
        ("substitute", None, "第九条", None, None, None, "甲", "甲、乙"),
    ]),
    ("第八条第二款“甲。”后增写一句，内容为：“乙。”", [("substitute", None, "第八条", 2, None, None, "甲。", "甲。乙。")]),
    ("在第八条中的“甲”前增加“乙”。", [("substitute", None, "第八条", None, None, None, "甲", "乙甲")]),
    ("第八条增加规定：“甲。”", [("insert", "paragraph", "第八条", None, None, "甲。", None, None)]),
    ("第八条第二款末尾增加：“甲。”", [("insert", None, "第八条", 2, None, "甲。", None, None)]),
    ("第八条第三款“甲”修改为：“乙”，“丙”修改为“丁”。", [
        ("substitute", None, "第八条", 3, None, None, "甲", "乙"),
        ("substitute", None, "第八条", 3, None, None, "丙", "丁"),
    ]),
    ("第八条第三款中的“甲”修改为“乙”。这一款相应修改为：“丙。”", [
        ("substitute", None, "第八条", 3, None, None, "甲", "乙"),
        ("replace", None, "第八条", 3, None, "丙。", None, None),
    ]),
    ("第六条“旅店应当做到”中增加一项，作为第二项“（二）甲；”，第二项至第四项相应改为第三项至第五项。", [
        ("insert", "item", "第六条", None, "第二项", "（二）甲；", None, None),
        ("renumber", None, "第六条", None, "第二项", None, None, "第三项"),
        ("renumber", None, "第六条", None, "第三项", None, None, "第四项"),
        ("renumber", None, "第六条", None, "第四项", None, None, "第五项"),
    ]),
    ("第六条增加一款作为第二款：“甲。”原第二款作为第三款，修改为：“乙。”", [
        ("insert", "paragraph", "第六条", 2, None, "甲。", None, None),
        ("renumber", None, "第六条", 2, None, None, None, "第三款"),
        ("replace", None, "第六条", 2, None, "乙。", None, None),
    ]),
    ("将第六条第二款和第九条第三款合并，作为第十条，修改为：“甲。”", [
        ("delete", None, "第六条", 2, None, None, None, None),
        ("delete", None, "第九条", 3, None, None, None, None),
        ("insert", "article", "第十条", None, None, "甲。", None, None),
    ]),
    ("删去第六条至第八条。", [
        ("delete", None, "第六条", None, None, None, None, None),
        ("delete", None, "第七条", None, None, None, None, None),
        ("delete", None, "第八条", None, None, None, None, None),
    ]),
    ('将第五条修改为："甲。\n"乙。"', [("replace", None, "第五条", None, None, "甲。\n乙。", None, None)]),
    ("第二十二条改为第二十三条。", [("renumber", None, "第二十二条", None, None, None, None, "第二十三条")]),
]  # fmt: skip


@pytest.mark.parametrize(("point", "expected"), READ, ids=[r[0] for r in READ])
def test_forms_of_amendments(point: str, expected: list[tuple[Any, ...]]) -> None:
    assert read(point) == expected


def test_the_amended_document_is_the_target() -> None:
    assert {a.target.title for a in decision("删去第八条。").amendments} == {"某市某某条例"}


def test_amendments_without_points() -> None:
    text = HEAD + "增加一条，作为第七条：“旅客可以退房。\n“旅店应当退款。”\n" + TAIL + ORDER
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [(a.operation, a.target.title, a.target.article, a.text) for a in found.amendments] == [
        ("insert", "某市某某条例", "第七条", "旅客可以退房。\n旅店应当退款。"),
        ("renumber", "某市某某条例", None, None),
    ]
    assert not {"PP411", "PP412"} & {d.code for d in found.diagnostics}


AMENDMENT = """某某法修正案（2020年）
第三条　某某法序言第二自然段末尾增加：“人人守信。”
第四条　某某法序言第三自然段中“甲”修改为“乙”。这一自然段相应修改为：“乙丙。”
第五条　某某法第九条增加一款，作为第二款：“旅店违反前款规定的，依照本法第八十条处罚。”
第六条　某某法第二章中增加一节，作为第三节“退房”；增加二条，分别作为第三十条至第三十一条。内容如下：
第三节　退房
第三十条　旅客可以退房。
退房应当登记。
第三十一条　旅店应当退款。
第七条　删去某某法第四十条。
"""


def test_amendments_to_one_statute_go_on_with_the_numbers_of_the_last_ones() -> None:
    found = policyparse.parse(AMENDMENT, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [a.label for a in found.articles] == ["第三条", "第四条", "第五条", "第六条", "第七条"]
    assert [
        (a.operation, a.unit, a.target.division, a.target.article, a.target.paragraph) for a in found.amendments
    ] == [
        ("insert", None, "序言", None, 2),
        ("substitute", None, "序言", None, 3),
        ("replace", None, "序言", None, 3),
        ("insert", "paragraph", None, "第九条", 2),
        ("insert", "section", "第二章第三节", None, None),
        ("insert", "article", None, "第三十条", None),
        ("delete", None, None, "第四十条", None),
    ]
    assert {a.target.title for a in found.amendments} == {"某某法"}
    assert (
        found.amendments[5].text == "第三节　退房\n第三十条　旅客可以退房。\n退房应当登记。\n第三十一条　旅店应当退款。"
    )
    assert found.divisions == []
    assert {"PP401", "PP404", "PP408"} & {d.code for d in found.diagnostics} == set()
    assert {c.target for a in found.articles for c in a.citations} == {"external"}


def test_articles_of_a_decision_that_amends_nothing_stay_its_own() -> None:
    text = "某市某某办法\n第一条　增加的费用如下：\n第三条　甲。\n第四条　本办法自2020年1月1日起施行。\n"
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [a.label for a in found.articles] == ["第一条", "第三条", "第四条"]


def test_a_point_may_name_the_document_by_its_last_words() -> None:
    text = """最高人民法院关于修改《最高人民法院关于审理旅店纠纷案件若干问题的解释》的决定
（2021年4月29日最高人民法院审判委员会第1800次会议通过）
决定对《最高人民法院关于审理旅店纠纷案件若干问题的解释》（以下简称《解释》）作如下修改：
一、增加一条，作为《解释》第七条：“旅客可以退房。”
二、将《解释》原第七条改为修改后《解释》第八条。
三、删去《解释》第九条。
本决定自2021年9月1日起施行。
"""
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert {a.target.title for a in found.amendments} == {"最高人民法院关于审理旅店纠纷案件若干问题的解释"}
    assert [(a.operation, a.target.article, a.text, a.new) for a in found.amendments] == [
        ("insert", "第七条", "旅客可以退房。", None),
        ("renumber", "第七条", None, "第八条"),
        ("delete", "第九条", None, None),
    ]


MANY = "某省人民代表大会常务委员会关于修改《某省浴场条例》等三件地方性法规的决定\n（2021年4月29日某省第十届人民代表大会常务委员会第二次会议通过）\n决定作如下修改：\n"


def test_points_headed_by_a_statute_amend_it() -> None:
    text = MANY + (
        "一、某省浴场条例\n1.删去第五条。\n2.将第六条第一款中的“甲”修改为“乙”。\n"
        "二、《某省旅店条例》\n删去第八条。\n三、删去《某省渡口条例》第九条。\n" + TAIL
    )
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [(a.operation, a.target.title, a.target.article) for a in found.amendments] == [
        ("delete", "某省浴场条例", "第五条"),
        ("substitute", "某省浴场条例", "第六条"),
        ("delete", "某省旅店条例", "第八条"),
        ("delete", "某省渡口条例", "第九条"),
    ]
    assert "PP408" not in [d.code for d in found.diagnostics]


def test_items_of_a_point_may_name_what_they_amend() -> None:
    text = MANY + (
        "一、废止《某省渡口条例》。\n二、修改下列地方性法规\n"
        "（一）对《某省浴场条例》作出修改\n删去第五条。\n（二）《某省旅店条例》\n1．删去第八条。\n2．将第九条中的“甲”修改为“乙”。\n"
        + TAIL
    )
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [(a.operation, a.target.title, a.target.article) for a in found.amendments] == [
        ("delete", "某省浴场条例", "第五条"),
        ("delete", "某省旅店条例", "第八条"),
        ("substitute", "某省旅店条例", "第九条"),
    ]


def test_points_of_an_annex_amend() -> None:
    text = MANY + (
        "一、对2件地方性法规予以修改。（附件1）\n二、对1件地方性法规予以废止。（附件2）\n"
        + TAIL
        + "附件1\n修改的地方性法规\n"
        "一、将《某省浴场条例》第五条修改为：“第五条　甲。”\n第六条增加一款，作为第二款：“乙。”\n"
        "二、删去《某省旅店条例》第八条。\n此外，对条文顺序作相应调整。\n附件2\n废止的地方性法规\n一、某省渡口条例\n"
    )
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [(a.operation, a.target.title, a.target.article) for a in found.amendments] == [
        ("replace", "某省浴场条例", "第五条"),
        ("insert", "某省浴场条例", "第六条"),
        ("delete", "某省旅店条例", "第八条"),
        ("renumber", None, None),
    ]
    assert "PP411" not in [d.code for d in found.diagnostics]


def test_an_annex_without_points_amends_nothing() -> None:
    text = MANY + "一、删去《某省浴场条例》第五条。\n" + TAIL + "附件1\n修改说明\n原文修改为新的表述，供参考。\n"
    found = policyparse.parse(text, kind="decision")
    assert isinstance(found, policyparse.Decision)
    assert [(a.operation, a.target.article) for a in found.amendments] == [("delete", "第五条")]


def test_quoted_provisions_of_several_lines() -> None:
    point = "第三条修改为：“第三条　有下列情形的：\n　　“（一）甲；\n　　“（二）乙。\n　　“不得违反。”"
    assert read(point) == [
        (
            "replace",
            None,
            "第三条",
            None,
            None,
            "第三条　有下列情形的：\n（一）甲；\n（二）乙。\n不得违反。",
            None,
            None,
        )
    ]


def test_a_document_that_amends_nothing_has_no_amendments() -> None:
    assert base().amendments == []


def test_a_point_that_is_not_understood_says_so() -> None:
    found = decision("对第三条作文字修改。")
    assert found.amendments == []
    assert "PP411" in [d.code for d in found.diagnostics]


def test_quotations_nest_and_may_be_open() -> None:
    def quoted(text: str) -> list[str]:
        return [text[q.start : q.end] for q in find_quotations(text, 0, len(text))]

    assert quoted("改为“甲”和“乙”") == ["甲", "乙"]
    assert quoted("改为“甲“乙”丙”") == ["甲“乙”丙"]
    assert quoted("改为“甲。\n  “乙。”\n丁") == ["甲。\n  “乙。"]
    assert quoted("改为“甲") == ["甲"]
    assert quoted("甲”乙") == []


def consolidated(*points: str, order: bool = False) -> tuple[list[str], policyparse.Decision]:
    result = policyparse.apply_amendments(base(), decision(*points, order=order))
    return policyparse.text_of(result).split("\n")[1:-1], result


def test_consolidation() -> None:
    lines, result = consolidated(
        "第二条修改为：“第二条　市场监督管理部门负责登记。”",
        "增加一条，作为第三条：“第三条　任何单位不得妨碍登记。”",
        "第三条改为第四条，第一款增加一项，作为第二项：“（二）丁；”",
        "将第四条中的“工商行政管理部门”修改为“市场监督管理部门”，删去第二款。",
        order=True,
    )
    assert lines == [
        "第一章　总则",
        "第一条　为了规范管理，制定本条例。",
        "第二条　市场监督管理部门负责登记。",
        "第三条　任何单位不得妨碍登记。",
        "第四条　有下列情形之一的，处罚款：",
        "（一）甲；",
        "（二）丁；",
        "（三）乙。",
        "拒不改正的，从重处罚。",
        "第二章　附则",
        "第五条　市场监督管理部门可以检查。",
        "第六条　本条例自2001年6月1日起施行。",
    ]
    assert not result.diagnostics
    assert [a.division for a in result.articles] == [0, 0, 0, 0, 1, 1]
    assert [(n.bearer, n.modality) for n in result.articles[2].norms] == [("任何单位", "prohibition")]
    assert result.title == "某市某某条例"


def test_paragraphs_are_found_by_their_old_numbers() -> None:
    lines, result = consolidated(
        "第四条增加一款，作为第一款：“检查免费。”原第二款作为第三款，修改为：“检查必须公开。”",
        "第三条第二款末尾增加：“甲。”",
        "在第二条中的“登记”前增加“依法”。",
    )
    assert not result.diagnostics
    assert "第二条　工商行政管理部门负责依法登记。" in lines
    assert "拒不改正的，从重处罚。甲。" in lines
    at = lines.index("第四条　检查免费。")
    assert lines[at + 1 : at + 3] == ["工商行政管理部门可以检查。", "检查必须公开。"]


def test_paragraphs_that_get_one_new_text_and_articles_that_are_merged() -> None:
    lines, result = consolidated(
        "将第四条第一款、第二款修改为：“工商行政管理部门应当公开检查。”",
        "将第三条第二款和第二条合并，作为第二条，修改为：“甲。”",
    )
    assert not result.diagnostics
    assert "第四条　工商行政管理部门应当公开检查。" in lines
    assert "检查应当公开。" not in lines
    assert "拒不改正的，从重处罚。" not in lines
    assert "第二条　甲。" in lines
    assert "第二条　工商行政管理部门负责登记。" not in lines


def test_the_preamble_may_be_amended() -> None:
    old = base().model_copy(update={"preamble": "甲乙。\n丙丁。"})
    points = ("序言第一自然段中“乙”修改为“戊”。", "序言第二自然段末尾增加：“己。”", "序言第九自然段中“甲”修改为“乙”。")
    result = policyparse.apply_amendments(old, decision(*points))
    assert result.preamble == "甲戊。\n丙丁。己。"
    assert [d.code for d in result.diagnostics if d.code == "PP410"] == ["PP410"]


def test_places_of_a_consolidated_document_are_in_its_own_text() -> None:
    _, result = consolidated("增加一条，作为第三条：“任何单位不得妨碍登记。”", order=True)
    text = policyparse.text_of(result)
    assert result.digest.startswith("sha256:")
    for article in result.articles:
        for paragraph in article.paragraphs:
            assert text[paragraph.span.start : paragraph.span.end].startswith(paragraph.text)
        for norm in article.norms:
            assert text[norm.span.start : norm.span.end].startswith(norm.marker)


@pytest.mark.parametrize(
    ("point", "fault"),
    [
        ("删去第九十九条。", "there is no such article"),
        ("删去第四条第五款。", "there is no such paragraph"),
        ("删去第三条第一款第九项。", "there is no such item"),
        ("将第一条中的“丙丁”修改为“戊”。", "does not stand there"),
        ("将第九十九条中的“甲”修改为“乙”。", "there is no such article"),
        ("第一条第一款增加一项，作为第二项：“（二）甲。”", "there is no list there"),
        ("第四条增加一款，作为第九款：“甲。”", "there is no such place"),
    ],
)
def test_what_does_not_fit_is_said_and_changes_nothing(point: str, fault: str) -> None:
    lines, result = consolidated(point)
    assert [d.code for d in result.diagnostics] == ["PP410"]
    assert fault in result.diagnostics[0].message
    assert lines == policyparse.text_of(base()).split("\n")[1:-1]


def test_new_articles_with_suffix_stand_after_theirs() -> None:
    lines, result = consolidated("在第二条后增加一条，作为第二条之一：“登记免费。”")
    assert [a.label for a in result.articles] == ["第一条", "第二条", "第二条之一", "第三条", "第四条", "第五条"]
    assert "第二条之一　登记免费。" in lines


def test_base_and_decision_stay_as_they_were() -> None:
    before = base()
    copy = before.model_dump_json()
    policyparse.apply_amendments(before, decision("删去第二条。", order=True))
    assert before.model_dump_json() == copy


def test_many_orders_take_time_in_proportion() -> None:
    found = decision("第一条至第九条改为" * 3000, "删去第八条。")
    assert found.amendments[-1].operation == "delete"
