"""Norms: sentences of statutes, and who is bound to what by them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold
from policyparse.page.blocks import Page
from policyparse.page.lines import split_lines
from policyparse.statute.actors import Actors
from policyparse.statute.labelled_lines import article_style, label_lines
from policyparse.statute.norms import parse_norms
from policyparse.statute.provisions import parse_provisions

Read = Callable[[str], list[tuple[str, str, str | None, str]]]
DUTY, BAN, MAY, URGE = "obligation", "prohibition", "permission", "encouragement"


def norms(text: str) -> list[tuple[str, str, str | None, str]]:
    """(modality, marker, bearer, action) of the norms of one article."""
    text = f"第一条　{text}"
    folded = fold(text)
    lines = label_lines(split_lines(text, folded))
    articles = parse_provisions(lines, article_style(lines)).articles
    parse_norms(Page(text, folded, [], False), articles)
    return [(n["modality"], n["marker"], n["bearer"], n["action"]) for a in articles for n in a["norms"]]


CASES: list[tuple[str, list[tuple[str, str, str | None, str]]]] = [
    ("市人民政府应当加强领导，建立协调机制。", [(DUTY, "应当", "市人民政府", "加强领导，建立协调机制")]),
    ("任何单位和个人不得妨碍执法。", [(BAN, "不得", "任何单位和个人", "妨碍执法")]),
    ("公民有权举报。", [(MAY, "有权", "公民", "举报")]),
    ("国家鼓励和支持科学研究。", [(URGE, "鼓励和支持", "国家", "科学研究")]),
    (
        "鼓励企业采用先进技术，支持社会资本参与。",
        [(URGE, "鼓励", None, "企业采用先进技术"), (URGE, "支持", None, "社会资本参与")],
    ),
    ("国家建立激励制度，鼓励科学研究。", [(URGE, "鼓励", "国家", "科学研究")]),
    ("强化企业创新主体地位，支持企业承担攻关项目。", [(URGE, "支持", None, "企业承担攻关项目")]),
    ("市人民政府应当加强领导，支持企业发展。", [(DUTY, "应当", "市人民政府", "加强领导，支持企业发展")]),
    ("各地应当明晰产权，各地区可以试行。", [(DUTY, "应当", "各地", "明晰产权"), (MAY, "可以", "各地区", "试行")]),
    ("公安机关应当加强巡查，严禁超员。", [(DUTY, "应当", "公安机关", "加强巡查"), (BAN, "严禁", "公安机关", "超员")]),
    ("其他单位应当配合。", [(DUTY, "应当", "其他单位", "配合")]),
    ("原则上各部门应当公开名录。", [(DUTY, "应当", "各部门", "公开名录")]),
    ("只转载主管部门确定的消息，不得擅自发布。", [(BAN, "不得", None, "擅自发布")]),
    ("旅客违反规定的，应当责令其改正。", [(DUTY, "应当", None, "责令其改正")]),
    ("旅客举报属实的，可以给予适当奖励。", [(MAY, "可以", None, "给予适当奖励")]),
    ("公安机关发现违法行为的，应当责令改正。", [(DUTY, "应当", "公安机关", "责令改正")]),
    ("旅客接到通知的，应当给予配合。", [(DUTY, "应当", "旅客", "给予配合")]),
    ("国家发展规划应当公开。", [(DUTY, "应当", None, "公开")]),
    ("合议庭评议案件应当公开。", [(DUTY, "应当", "合议庭", "公开")]),
    ("个人信息处理者应当公开规则。", [(DUTY, "应当", "个人信息处理者", "公开规则")]),
    ("收集个人信息，应当公开规则。", [(DUTY, "应当", None, "公开规则")]),
    ("对外联络机关接到请求后，应当登记。", [(DUTY, "应当", "对外联络机关", "登记")]),
    ("村民大会常务委员会根据需要，可以设立小组。", [(MAY, "可以", "村民大会常务委员会", "设立小组")]),
    ("商业银行工作人员调离的，应当交接。", [(DUTY, "应当", "商业银行工作人员", "交接")]),
    ("经设区的市级公安机关批准，可以延长。", [(MAY, "可以", None, "延长")]),
    ("其权益由经营者享有，不得转让。", [(BAN, "不得", None, "转让")]),
    ("发展乡镇企业应当保护环境。", [(DUTY, "应当", None, "保护环境")]),
    ("乡镇企业用地应当符合规划。", [(DUTY, "应当", None, "符合规划")]),
    ("单位和个人投资建设的停车场可以转让。", [(MAY, "可以", None, "转让")]),
    ("本省行政区域内禁止露天焚烧秸秆。", [(BAN, "禁止", None, "露天焚烧秸秆")]),
    (
        "县级以上人民政府生态环境主管部门接到报告的，应当核实。",
        [(DUTY, "应当", "县级以上人民政府生态环境主管部门", "核实")],
    ),
    ("由公安机关交通管理部门责令改正，可以处罚款。", [(MAY, "可以", "公安机关交通管理部门", "处罚款")]),
    ("申请人提交材料的，应当说明来源。", [(DUTY, "应当", "申请人", "说明来源")]),
    ("禁止在饮用水水源保护区内设置排污口。", [(BAN, "禁止", None, "在饮用水水源保护区内设置排污口")]),
    ("禁止任何单位和个人围垦河道。", [(BAN, "禁止", "任何单位和个人", "任何单位和个人围垦河道")]),
    (
        "经营者必须依法纳税；未依法纳税的，不得享受优惠。",
        [(DUTY, "必须", "经营者", "依法纳税"), (BAN, "不得", None, "享受优惠")],
    ),
    (
        "建设单位应当公示方案，不得擅自变更。",
        [(DUTY, "应当", "建设单位", "公示方案"), (BAN, "不得", "建设单位", "擅自变更")],
    ),
    ("生态环境主管部门在各自职责范围内，应当实施监督。", [(DUTY, "应当", "生态环境主管部门", "实施监督")]),
    (
        "排放水污染物的企业事业单位和其他生产经营者应当承担责任。",
        [(DUTY, "应当", "排放水污染物的企业事业单位和其他生产经营者", "承担责任")],
    ),
    ("企业法人不能清偿债务的，可以申请重整。", [(MAY, "可以", "企业法人", "申请重整")]),
    ("当事人提出申请后，合议庭成员确定前，人民法院可以调解。", [(MAY, "可以", "人民法院", "调解")]),
    ("采取前款规定措施时，应当出示证件。", [(DUTY, "应当", None, "出示证件")]),
    ("专项规划应当包括下列内容。", [(DUTY, "应当", None, "包括下列内容")]),
    ("规划草案应当由市人民政府组织编制。", [(DUTY, "应当", "市人民政府", "由市人民政府组织编制")]),
    ("由主管部门责令改正，可以并处罚款。", [(MAY, "可以", "主管部门", "并处罚款")]),
    (
        "主管部门应当受理。不予受理的，应当说明理由。",
        [(DUTY, "应当", "主管部门", "受理"), (DUTY, "应当", None, "说明理由")],
    ),
    ("主管部门应当受理。申请材料应当齐全。", [(DUTY, "应当", "主管部门", "受理"), (DUTY, "应当", None, "齐全")]),
    ("委员会委员之选举，事前应作充分准备。", [(DUTY, "应", None, "作充分准备")]),
    ("省、市公安局可根据本条例拟定办法。", [(MAY, "可", "省、市公安局", "根据本条例拟定办法")]),
    ("从事经营的，无需取得许可证。", [(MAY, "无需", None, "取得许可证")]),
    ("行政机关不应当重复处罚。", [(BAN, "不应当", "行政机关", "重复处罚")]),
    ("经营者可以不公开商业秘密。", [(MAY, "可以", "经营者", "不公开商业秘密")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_norms(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert norms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "应当取得许可证而未取得的，由主管部门处罚。",
        "依法应当公开的，由主管部门公开。",
        "主管部门负责公开依法应当公开的信息。",
        "知道或者应当知道权利受到侵害之日起计算。",
        "相应措施由主管部门规定。",
        "地震应急预案由国务院批准。",
        "有权机关依法决定。",
        "探索数据持有权、使用权分置。",
        "给予资金支持。",
        "加大财政支持力度。",
        "是否可以减轻，由人民法院决定。",
        "法律、行政法规禁止使用的材料，由主管部门没收。",
        "许可证有效期为五年。",
        "本条例所称必需品，是指生活用品。",
    ],
)
def test_no_norms(text: str) -> None:
    assert norms(text) == []


def test_items_go_on_with_the_subject_of_their_lead() -> None:
    text = "经营者应当遵守下列规定：\n（一）不得哄抬价格；\n（二）可以自主定价；\n（三）法律规定应当遵守的其他事项。"
    assert norms(text) == [
        (DUTY, "应当", "经营者", "遵守下列规定"),
        (BAN, "不得", "经营者", "哄抬价格"),
        (MAY, "可以", "经营者", "自主定价"),
    ]


def test_the_heading_of_an_item_is_no_subject() -> None:
    text = "一、任务\n（一）服务企业\n应当公开名录。\n各部门应当配合。"
    folded = fold(text)
    lines = label_lines(split_lines(text, folded))
    articles = parse_provisions(lines, article_style(lines)).articles
    parse_norms(Page(text, folded, [], False), articles)
    assert [(n["bearer"], n["action"]) for n in articles[0]["norms"]] == [(None, "公开名录"), ("各部门", "配合")]


def test_a_new_paragraph_starts_without_a_subject() -> None:
    text = "主管部门应当受理。\n不予受理的，应当说明理由。"
    assert norms(text)[1] == (DUTY, "应当", None, "说明理由")


def test_a_subject_in_a_line_that_was_cut_is_joined() -> None:
    text = "县级以上人民政府应当加强对大气污染防治工作的领导，将大气污染防治纳入国民经济和社会发展\n规划，并公布结果。"
    assert norms(text) == [
        (
            DUTY,
            "应当",
            "县级以上人民政府",
            "加强对大气污染防治工作的领导，将大气污染防治纳入国民经济和社会发展规划，并公布结果",
        )
    ]


def test_the_place_runs_from_the_marker_to_the_end_of_the_action(draft_of: Callable[[str], dict[str, Any]]) -> None:
    text = "某市管理条例\n第一条　主管部门应当受理，不得收费。\n第二条　本条例自2020年1月1日起施行。\n"
    first, second = draft_of(text)["articles"][0]["norms"]
    assert (text[slice(*first["span"])], text[slice(*second["span"])]) == ("应当受理", "不得收费")


@pytest.mark.parametrize(
    "text",
    [
        "市人民政府",
        "有关部门",
        "其他生产经营者",
        "申请人",
        "任何单位和个人",
        "法定代表人",
        "商务部",
        "市公安局",
        "最高人民法院",
        "执法人员",
        "良渚遗址管委会",
    ],
)
def test_actors(text: str) -> None:
    assert Actors(text).ends_as_actor(0, len(text))


@pytest.mark.parametrize("text", ["规划", "甲或者", "外部", "大部", "许可证", "费用", "期限", "发现其他单位"])
def test_no_actors(text: str) -> None:
    assert not Actors(text).is_actor(0, len(text))


@pytest.mark.parametrize(
    ("clause", "actor"),
    [
        ("主管部门收到申请", "主管部门"),
        ("主管部门及其工作人员玩忽职守", "主管部门及其工作人员"),
        ("人民法院应当事人申请", "人民法院"),
        ("从事生产的单位发现隐患", "从事生产的单位"),
        ("债务人与全体债权人就债务达成协议", "债务人与全体债权人"),
        ("发现其他单位违法", None),
        ("人民生活水平提高", None),
        ("对申请人提供的材料", None),
        ("经济发展规划", None),
    ],
)
def test_the_actor_with_which_a_clause_opens(clause: str, actor: str | None) -> None:
    found = Actors(clause).opening(0, len(clause))
    assert (clause[slice(*found)] if found else None) == actor


@given(st.text(alphabet="应当不得可以的，。；：（一）主管部门由并但对鼓励禁止 \n", max_size=80))
def test_any_text_has_norms_or_none(text: str) -> None:
    for modality, marker, _, action in norms(text + "。"):
        assert modality in (DUTY, BAN, MAY, URGE)
        assert marker
        assert action == action.strip()
