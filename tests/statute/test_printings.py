"""One statute printed in many ways: the tree is the same each time."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from policyparse.language.numerals import parse_integer

STATUTE = """某省水库保护条例
（2020年1月1日某省第十三届人民代表大会常务委员会第一次会议通过）

目　录
　　第一章　总　则
　　第二章　监督、检查
　　第一节　一般规定
　　第三章　附　则

第一章　总　则
　　第一条　为了保护水库，根据《中华人民共和国水法》，制定本条例。
　　第二条　第一类水库由省人民政府管理，其他水库由设区的市人民政府管理。
　　第三条　水库管理单位应当履行下列职责：
　　（一）巡查；
　　（二）监测，包括：
　　1.水位；
　　2.水质。
　　前款第二项的监测每月一次。
第二章　监督、检查
第一节　一般规定
　　第四条　违反本条例第三条规定的，由水行政主管部门责令改正。
　　第四条之一　当事人可以申请复核。
第三章　附　则
　　第五条　本条例自2020年6月1日起施行。
"""

ARTICLE = re.compile(r"(?m)^　　(第[一二三四五]条(?:之一)?)　")
DIVISION = re.compile(r"(?m)^(　*第[一二三]([章节]))　")
FULL = {ord("0") + i: chr(0xFF10 + i) for i in range(10)}


def arabic(match: re.Match[str]) -> str:
    return re.sub("第(.)条", lambda m: f"第{parse_integer(m[1])}条", match[1])


def run_on(text: str) -> str:
    head, body = text[: text.rindex("第一章")], text[text.rindex("第一章") :]
    return head + " ".join(line.strip() for line in body.split("\n"))


PRINTINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda t: t,
    "no space after the label": lambda t: ARTICLE.sub("\\1", t),
    "label on a line of its own": lambda t: ARTICLE.sub("\\1\n　　", t),
    "Arabic digits": lambda t: ARTICLE.sub(lambda m: arabic(m) + " ", t),
    "full-width digits": lambda t: ARTICLE.sub(lambda m: arabic(m).translate(FULL) + "　", t),
    "spaces inside the label": lambda t: ARTICLE.sub(lambda m: " ".join(m[1]) + " ", t),
    "bold labels": lambda t: ARTICLE.sub("**\\1** ", t),
    "Markdown headings": lambda t: DIVISION.sub("## \\1　", t),
    "no space in headings": lambda t: DIVISION.sub("\\1", t),
    "headings on two lines": lambda t: DIVISION.sub("\\1\n", t),
    "half width": lambda t: t.translate({ord(a): b for a, b in zip("，：；（）", ",:;()", strict=True)}),
    "no indents": lambda t: re.sub("(?m)^　+", "", t),
    "blank lines": lambda t: t.replace("\n", "\n\n"),
    "carriage returns": lambda t: t.replace("\n", "\r\n"),
    "contents without heading": lambda t: t.replace("目　录\n", ""),
    "no contents": lambda t: t[: t.index("目　录")] + t[t.rindex("第一章") :],
    "page numbers in the contents": lambda t: t.replace("总　则\n　　", "总　则……1\n　　", 1).replace(
        "检查\n　　", "检查……2\n　　", 1
    ),
    "title again after the contents": lambda t: t.replace("\n\n第一章", "\n某省水库保护条例\n第一章"),
    "circled items": lambda t: t.replace("1.", "①").replace("2.水", "②水"),
    "other bracketed items": lambda t: t.replace("（一）", "㈠").replace("（二）", "㈡"),
    "page furniture": lambda t: f"首页 > 法规\n{t}\n【打印本页】 【关闭窗口】\n版权所有：某某网\n技术支持：某某公司\n",
}


def tree(draft: dict[str, Any]) -> list[Any]:
    """Numbers and texts, labels of items left out."""

    def items(node: dict[str, Any]) -> list[Any]:
        return [node["text"].translate(WIDE), *(items(child) for child in node["items"])]

    divisions = [(d["kind"], d["number"], d["title"].translate(WIDE)) for d in draft["divisions"]]
    return [
        divisions,
        [(a["number"], a["suffix"], a["division"], [items(p) for p in a["paragraphs"]]) for a in draft["articles"]],
    ]


WIDE = {ord(a): b for a, b in zip(",:;()", "，：；（）", strict=True)}


@pytest.mark.parametrize("printing", PRINTINGS.values(), ids=PRINTINGS.keys())
def test_printings(printing: Callable[[str], str], draft_of: Callable[[str], dict[str, Any]]) -> None:
    draft = draft_of(printing(STATUTE))
    assert tree(draft) == tree(draft_of(STATUTE))
    assert draft["title"] == "某省水库保护条例"


def test_the_tree_of_the_statute(draft_of: Callable[[str], dict[str, Any]]) -> None:
    assert tree(draft_of(STATUTE)) == [
        [("chapter", 1, "总则"), ("chapter", 2, "监督、检查"), ("section", 1, "一般规定"), ("chapter", 3, "附则")],
        [
            (1, None, 0, [["为了保护水库，根据《中华人民共和国水法》，制定本条例。"]]),
            (2, None, 0, [["第一类水库由省人民政府管理，其他水库由设区的市人民政府管理。"]]),
            (3, None, 0, [
                ["水库管理单位应当履行下列职责：", ["巡查；"], ["监测，包括：", ["水位；"], ["水质。"]]],
                ["前款第二项的监测每月一次。"],
            ]),
            (4, None, 2, [["违反本条例第三条规定的，由水行政主管部门责令改正。"]]),
            (4, 1, 2, [["当事人可以申请复核。"]]),
            (5, None, 3, [["本条例自2020年6月1日起施行。"]]),
        ],
    ]  # fmt: skip


def test_a_statute_printed_in_one_line(draft_of: Callable[[str], dict[str, Any]]) -> None:
    draft = draft_of(run_on(STATUTE))
    assert [(a["number"], a["suffix"]) for a in draft["articles"]] == [
        (1, None),
        (2, None),
        (3, None),
        (4, None),
        (4, 1),
        (5, None),
    ]
    assert next(d["title"] for d in draft["divisions"]) == "总则"
    assert next(i["text"] for i in draft["articles"][2]["paragraphs"][0]["items"]) == "巡查；"
