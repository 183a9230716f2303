"""Citations as printed: what is one, how far it goes, which members a list has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold
from policyparse.language.citations import find_citations, find_triggers
from policyparse.language.document_titles import find_short_names, find_titles, is_instrument

Printed = tuple[str, str | None, list[str], str | None]


def citations(text: str) -> list[Printed]:
    """(whose, title, steps, last of the range) of each."""
    return [
        (r.whose, r.title, [s.text for s in r.steps], r.through and r.through.text) for r in find_citations(fold(text))
    ]


CASES: list[tuple[str, list[Printed]]] = [
    ("依照《中华人民共和国立法法》第八条第（一）项的规定", [("named", "中华人民共和国立法法", ["第八条", "第（一）项"], None)]),
    ("根据《某某省实施〈中华人民共和国防洪法〉办法》制定", [("named", "某某省实施〈中华人民共和国防洪法〉办法", [], None)]),
    ("根据《某某省实施《中华人民共和国防洪法》办法》第三条", [("named", "某某省实施《中华人民共和国防洪法》办法", ["第三条"], None)]),
    ("可以依照合同法第五条、第六条的规定追偿", [
        ("named", "合同法", ["第五条"], None),
        ("named", "合同法", ["第六条"], None),
    ]),
    ("依照同法第五条处罚", [("same", None, ["第五条"], None)]),
    ("违反本条例第三条规定的", [("own", None, ["第三条"], None)]),
    ("违反本条例第三条至第五条、第七条规定的", [("own", None, ["第三条"], "第五条"), ("own", None, ["第七条"], None)]),
    ("本法第十条第一款、第三款和第十二条", [
        ("own", None, ["第十条", "第一款"], None),
        ("own", None, ["第十条", "第三款"], None),
        ("own", None, ["第十二条"], None),
    ]),
    ("本实施细则第六条第一款第二项、第四项、第六项", [
        ("own", None, ["第六条", "第一款", "第二项"], None),
        ("own", None, ["第六条", "第一款", "第四项"], None),
        ("own", None, ["第六条", "第一款", "第六项"], None),
    ]),
    ("有第二款第（一）项至第（四）项情形之一的", [("none", None, ["第二款", "第（一）项"], "第（四）项")]),
    ("前款规定的期限", [("none", None, ["前款"], None)]),
    ("前款第（二）项规定", [("none", None, ["前款", "第（二）项"], None)]),
    ("依照前两款的规定", [("none", None, ["前两款"], None)]),
    ("本条第二款、第三款", [("none", None, ["本条", "第二款"], None), ("none", None, ["本条", "第三款"], None)]),
    ("依照前条规定", [("none", None, ["前条"], None)]),
    ("前三项规定的事项", [("none", None, ["前三项"], None)]),
    ("依照刑法第一百二十条之一的规定", [("named", "刑法", ["第一百二十条之一"], None)]),
    ("根据民事诉讼法第一百一十九条和行政诉讼法第四十九条的规定", [
        ("named", "民事诉讼法", ["第一百一十九条"], None),
        ("named", "行政诉讼法", ["第四十九条"], None),
    ]),
    ("行使宪法第八十九条规定的职权", [("named", "宪法", ["第八十九条"], None)]),
    ("依照同法第六条", [("same", None, ["第六条"], None)]),
    ("依照该条例第六条", [("same", None, ["第六条"], None)]),
    ("本法第二章另有规定的", [("own", None, ["第二章"], None)]),
    ("根据《中华人民共和国劳动法》（以下简称《劳动法》）第二条", [("named", "中华人民共和国劳动法", ["第二条"], None)]),
    ("《中华人民共和国环境保护法》《中华人民共和国水法》等法律", [
        ("named", "中华人民共和国环境保护法", [], None),
        ("named", "中华人民共和国水法", [], None),
    ]),
    ("第3条第2款规定", [("none", None, ["第3条", "第2款"], None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_citations(text: str, expected: list[Printed]) -> None:
    assert citations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "应当取得《营业执照》",
        "出具《不予受理通知书》",
        "据《人民日报》报道",
        "制定本条例",
        "违反本条例规定的",
        "依法处理",
        "第一项工作",
        "召开第三次会议",
        "第二节课",
        "本条件由主管部门规定",
        "款项由财政部门支付",
        "前项目部负责人",
        "一条河流",
        "《未闭合的法",
        "",
    ],
)
def test_no_citations(text: str) -> None:
    assert citations(text) == []


def test_members_of_a_list_have_their_own_places() -> None:
    text = "违反本条例第三条至第五条、第七条规定的"
    assert [text[r.start : r.end] for r in find_citations(fold(text))] == ["本条例第三条至第五条", "第七条"]


def test_only_the_stretch_is_read() -> None:
    text = "依照第一条、第二条、第三条规定"
    assert [text[r.start : r.end] for r in find_citations(fold(text), 6, 9)] == ["第二条"]


def test_titles_nest() -> None:
    text = "《甲《乙》丙》、《丁》和《未闭合"
    assert [(t.text, text[t.start : t.end]) for t in find_titles(text)] == [
        ("甲《乙》丙", "《甲《乙》丙》"),
        ("丁", "《丁》"),
    ]


def test_short_names() -> None:
    text = "根据《中华人民共和国劳动法》（以下简称《劳动法》）和《中华人民共和国民事诉讼法》（以下简称民事诉讼法），平台（以下简称平台）"
    found = [(s.name, s.title, text[: s.start].count("）")) for s in find_short_names(fold(text))]
    assert found == [("劳动法", "中华人民共和国劳动法", 1), ("民事诉讼法", "中华人民共和国民事诉讼法", 2)]


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国民法典",
        "某市规定（试行）",
        "行政处罚决定",
        "某某公约",
        "建设用地规划许可证管理办法",
        "某市目录（2022年版）",
    ],
)
def test_instruments(title: str) -> None:
    assert is_instrument(fold(title))


@pytest.mark.parametrize(
    "title", ["营业执照", "不予受理通知书", "人民日报", "建设用地规划许可证", "环境影响报告书", "红楼梦"]
)
def test_no_instruments(title: str) -> None:
    assert not is_instrument(fold(title))


@given(st.text(alphabet="第一二三十条款项前本至、和《》（）法例规定以下简称 之", max_size=60))
def test_any_text_has_citations_in_order(text: str) -> None:
    found = list(find_citations(fold(text)))
    for reference in found:
        assert 0 <= reference.start < reference.end <= len(text)
    assert [r.start for r in found] == sorted(r.start for r in found)


def test_triggers_are_where_a_citation_may_start() -> None:
    assert find_triggers("依照《劳动法》第三条和前两款，处第（一）项") == [2, 7, 11, 16]
    assert find_triggers("本条例的前条件、第三人、本款物、上项目、下一步") == []
    assert find_triggers("第三条第四条", 3, 5) == []
