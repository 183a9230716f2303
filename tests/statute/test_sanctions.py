"""Sanctions: for what, by whom, which measures and amounts."""

from decimal import Decimal
from typing import Any

import pytest

from policyparse.knowledge.fold import fold
from policyparse.page.blocks import Page
from policyparse.page.lines import split_lines
from policyparse.statute.amounts import find_amounts
from policyparse.statute.labelled_lines import article_style, label_lines
from policyparse.statute.norms import parse_norms
from policyparse.statute.provisions import parse_provisions
from policyparse.statute.sanctions import parse_sanctions


def articles(text: str) -> list[dict[str, Any]]:
    text = f"第一条　{text}"
    folded = fold(text)
    lines = label_lines(split_lines(text, folded))
    found = parse_provisions(lines, article_style(lines)).articles
    page = Page(text, folded, [], False)
    parse_norms(page, found)
    parse_sanctions(page, found)
    return found


def sanctions(text: str) -> list[tuple[str | None, str | None, list[str], list[str], bool]]:
    """(authority, conduct, measures, amounts as printed, discretionary)."""
    return [
        (s["authority"], s["conduct"], s["measures"], [a["text"] for a in s["amounts"]], s["discretionary"])
        for article in articles(text)
        for s in article["sanctions"]
    ]


CASES: list[tuple[str, list[tuple[str | None, str | None, list[str], list[str], bool]]]] = [
    (
        "违反本办法第十条规定，擅自占道的，由市城管局责令限期改正；逾期不改正的，处五百元罚款；情节严重的，吊销许可证。",
        [
            ("市城管局", "违反本办法第十条规定，擅自占道的", ["责令限期改正"], [], False),
            ("市城管局", "逾期不改正的", ["罚款"], ["五百元"], False),
            ("市城管局", "情节严重的", ["吊销许可证"], [], False),
        ],
    ),
    (
        "遛犬不束犬链的，由公安机关予以警告，可以并处五十元以上二百元以下罚款。",
        [("公安机关", "遛犬不束犬链的", ["警告", "罚款"], ["五十元以上二百元以下"], True)],
    ),
    (
        "滥用职权的，依法给予处分；构成犯罪的，依法追究刑事责任。",
        [
            (None, "滥用职权的", ["处分"], [], False),
            (None, "构成犯罪的", ["追究刑事责任"], [], False),
        ],
    ),
    (
        "违章的，由海事局处一千元罚款；构成犯罪的，依法追究刑事责任。",
        [
            ("海事局", "违章的", ["罚款"], ["一千元"], False),
            (None, "构成犯罪的", ["追究刑事责任"], [], False),
        ],
    ),
    (
        "违反规定排污的，由生态环境主管部门责令停业，对单位处二万元罚款，对个人处一千元以下罚款。",
        [("生态环境主管部门", "违反规定排污的", ["责令停业", "罚款"], ["二万元", "一千元以下"], False)],
    ),
    (
        "在公园内吸烟的，由公安机关处警告或者二百元以下罚款。",
        [("公安机关", "在公园内吸烟的", ["警告", "罚款"], ["二百元以下"], False)],
    ),
    (
        "拒不改正的，每日按罚款数额的百分之三加处罚款。",
        [(None, "拒不改正的", ["罚款"], ["每日按罚款数额的百分之三"], False)],
    ),
    (
        "有下列情形之一的，监督拆船的主管部门除责令其限期纠正外，还可以根据不同情节，处以一万元以下的罚款。",
        [("监督拆船的主管部门", "有下列情形之一的", ["责令其限期纠正", "罚款"], ["一万元以下"], True)],
    ),
    (
        "违反规定的，由县环境保护主管部门收缴许可证或者由原发证机关吊销许可证，并处五万元罚款。",
        [
            ("县环境保护主管部门", "违反规定的", ["收缴许可证"], [], False),
            ("原发证机关", "违反规定的", ["吊销许可证", "罚款"], ["五万元"], False),
        ],
    ),
    (
        "造成事故的，由海事管理机构给予暂扣适任证书三个月至六个月的处罚。",
        [("海事管理机构", "造成事故的", ["暂扣适任证书"], [], False)],
    ),
    ("拒不改正的，可以按日连续处罚。", [(None, "拒不改正的", ["按日连续处罚"], [], True)]),
    ("未按规定停放的，每辆处五十元罚款。", [(None, "未按规定停放的", ["罚款"], ["每辆处五十元"], False)]),
    (
        "无证经营的，由市场监督管理部门没收违法所得和非法财物，并处违法所得一倍以上三倍以下罚款。",
        [("市场监督管理部门", "无证经营的", ["没收违法所得和非法财物", "罚款"], ["一倍以上三倍以下"], False)],
    ),
    (
        "情节严重的，责令停业整顿，由原发证机关依法降低资质等级。",
        [
            (None, "情节严重的", ["责令停业整顿"], [], False),
            ("原发证机关", "情节严重的", ["降低资质等级"], [], False),
        ],
    ),
    ("阻碍执法的，由公安机关依照《治安管理处罚法》处罚。", [("公安机关", "阻碍执法的", ["处罚"], [], False)]),
    (
        "骗取登记的，由自然资源主管部门依据职权撤销登记，并记入信用档案。",
        [("自然资源主管部门", "骗取登记的", ["撤销登记", "记入信用档案"], [], False)],
    ),
    (
        "违反前款规定，由县级以上人民政府水务主管部门责令改正。",
        [("县级以上人民政府水务主管部门", "违反前款规定", ["责令改正"], [], False)],
    ),
    ("有前款行为的，还应当由监察机关给予政务处分。", [("监察机关", "有前款行为的", ["政务处分"], [], False)]),
    ("在景区内违规用火，由景区管理机构给予警告。", [("景区管理机构", "在景区内违规用火", ["警告"], [], False)]),
    ("对直接负责的主管人员，处一万元罚款。", [(None, None, ["罚款"], ["一万元"], False)]),
    ("混装废物的，处所需处置费用三倍的罚款。", [(None, "混装废物的", ["罚款"], ["三倍"], False)]),
    ("逆行的，可以扣留其非机动车。", [(None, "逆行的", ["扣留其非机动车"], [], True)]),
    ("逾期不拆除的，依法强制拆除，恢复原状。", [(None, "逾期不拆除的", ["强制拆除", "恢复原状"], [], False)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_sanctions(text: str, expected: list[Any]) -> None:
    assert sanctions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "没收的物品依法处理。",
        "行政机关发现违法行为的，应当责令改正。",
        "被处罚款的当事人应当在十五日内缴纳罚款。",
        "情节轻微的，可以不予处罚。",
        "作出吊销许可证决定前，应当告知当事人有要求听证的权利。",
        "逾期不履行的，作出处罚决定的机关可以申请人民法院强制执行。",
        "主管部门可以责令其停止作业。",
        "罚款应当上缴国库。",
        "市人民政府应当公开责令改正通知书。",
        "成绩显著的，给予奖励。",
        "造成损失的，应当依法承担赔偿责任。",
        "造成损失的，依法承担民事责任。",
        "主动消除危害后果的，应当依法从轻或者减轻行政处罚。",
    ],
)
def test_no_sanctions(text: str) -> None:
    assert sanctions(text) == []


def test_items_with_their_own_penalties_have_the_authority_of_the_lead() -> None:
    text = "有下列行为之一的，由公安机关按照下列规定处罚：\n（一）乱停的，处五十元罚款；\n（二）逆行，处二百元罚款。"
    assert sanctions(text) == [
        ("公安机关", "乱停的", ["罚款"], ["五十元"], False),
        ("公安机关", "逆行", ["罚款"], ["二百元"], False),
    ]
    assert [s["pointer"] for a in articles(text) for s in a["sanctions"]] == [
        "/articles/0/paragraphs/0/items/0",
        "/articles/0/paragraphs/0/items/1",
    ]


def test_items_that_are_measures_belong_to_the_lead() -> None:
    text = "违反规定的，由主管部门给予下列处罚：\n（一）警告；\n（二）罚款。"
    assert sanctions(text) == [("主管部门", "违反规定的", ["警告", "罚款"], [], False)]


def test_a_sanction_is_no_norm_that_goes_on() -> None:
    text = "经营者应当公示价格；逾期不改正的，处五百元罚款。"
    found = articles(text)[0]
    assert [n["action"] for n in found["norms"]] == ["公示价格"]
    assert [s["conduct"] for s in found["sanctions"]] == ["逾期不改正的"]


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("处五百元以上五千元以下罚款", 500, 5000, "元"),
        ("处五百元以上、五千元以下罚款", 500, 5000, "元"),
        ("处二万以上十万元以下罚款", 20000, 100000, "元"),
        ("处2万元至10万元罚款", 20000, 100000, "元"),
        ("处500-1000元罚款", 500, 1000, "元"),
        ("处五万元以下罚款", 0, 50000, "元"),
        ("处一万元以上罚款", 10000, None, "元"),
        ("处百分之十以上百分之三十以下罚款", 10, 30, "%"),
        ("处违法所得三倍以下罚款", 0, 3, "倍"),
        ("按日加收万分之五滞纳金", "0.0005", None, ""),
        ("处五日以上十日以下拘留，并处三百元罚款", 300, None, "元"),
    ],
)
def test_amounts(text: str, value: Any, upper: Any, unit: str) -> None:
    found = find_amounts(text, text, 0, len(text))
    assert [(a["value"], a["upper"], a["unit"]) for a in found] == [
        (Decimal(value), None if upper is None else Decimal(upper), unit)
    ]
