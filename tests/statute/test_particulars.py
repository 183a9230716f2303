"""Parts and particulars of documents of different issuers, read by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policyparse.documents.decision import DECISION
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page
from policyparse.statute.particulars import instrument_of
from policyparse.statute.parts import divide

Draft = dict[str, Any]
DraftOf = Callable[[str], Draft]

ORDER = """中华人民共和国国务院令

第721号

《中华人民共和国某某法实施条例》已经2019年3月26日国务院第42次常务会议通过，现予公布，自2019年12月1日起施行。

总理　李某某

2019年10月11日

中华人民共和国某某法实施条例

第一章　总　　则

第一条　根据《中华人民共和国某某法》（以下简称某某法），制定本条例。

第二章　附　　则

第二条　本条例自2019年12月1日起施行。2009年7月20日国务院公布的《某某管理办法》、《某某规定》同时废止。
"""

LAW = """首页 > 法律法规
中华人民共和国主席令
第四十五号
《中华人民共和国某某法典》已由中华人民共和国第十三届全国人民代表大会第三次会议于2020年5月28日通过，现予公布，自2021年1月1日起施行。
中华人民共和国主席　习某某
2020年5月28日
中华人民共和国某某法典
（2020年5月28日第十三届全国人民代表大会第三次会议通过）
目　　录
第一编　总　则
第一章　基本规定
第二编　物　权
附　则
第一编　总　则
第一章　基本规定
第一条　为了保护合法权益，根据宪法，制定本法。
第二编　物　权
第二条　本编调整物的归属。
附　则
第三条　本法自2021年1月1日起施行。
"""

NOTICE = """关于进一步加强某某工作的通知
某政办发〔2022〕3号
各区人民政府，各委、局，各直属单位：
为贯彻落实国务院部署，经市人民政府同意，现就有关事项通知如下：
一、总体要求
（一）指导思想。推动高质量发展。
二、各区人民政府应当落实责任。
三、本通知自印发之日起施行。
附件：1.示范区名单
2.任务分工表
某市人民政府办公厅
2022年3月5日
（此件公开发布）
附件1
示范区名单
甲区、乙区
附件2
任务分工表
序号 任务 责任单位
"""

INTERPRETATION = """最高人民法院
关于审理某某案件若干问题的解释
法释〔2020〕25号
（2020年12月25日最高人民法院审判委员会第1825次会议通过，自2021年1月1日起施行）
为正确审理某某案件，结合审判实践，制定本解释。
第一条　人民法院应当受理。
第二条　本解释自2021年1月1日起施行。
"""


def test_an_order_above_a_regulation(draft_of: DraftOf) -> None:
    draft = draft_of(ORDER)
    assert draft["title"] == "中华人民共和国某某法实施条例"
    assert (draft["instrument"], draft["issuer"]) == ("regulation", "中华人民共和国国务院")
    assert (draft["notice_label"], draft["notice_number"]) == ("第721号", 721)
    assert (draft["adopted_on"], draft["adopted_by"]) == (date(2019, 3, 26), "国务院第42次常务会议")
    assert (draft["promulgated_on"], draft["effective_on"]) == (date(2019, 10, 11), date(2019, 12, 1))
    assert draft["effective_rule"] == "on_date"
    assert [c["title"] for c in draft["repealed"]] == ["某某管理办法", "某某规定"]
    assert [(s["body"], s["on"]) for s in draft["signatures"]] == [("总理　李某某", date(2019, 10, 11))]
    assert draft.get("preamble") is None


def test_a_code_with_parts_and_a_table_of_contents(draft_of: DraftOf) -> None:
    draft = draft_of(LAW)
    assert (draft["title"], draft["instrument"], draft["issuer"]) == (
        "中华人民共和国某某法典",
        "law",
        "全国人民代表大会",
    )
    assert (draft["notice_number"], draft["promulgated_on"]) == (45, date(2020, 5, 28))
    assert [(d["label"], d["title"]) for d in draft["divisions"]] == [
        ("第一编", "总则"),
        ("第一章", "基本规定"),
        ("第二编", "物权"),
        ("", "附则"),
    ]
    assert [a["label"] for a in draft["articles"]] == ["第一条", "第二条", "第三条"]
    assert [(e["action"], e["on"], e["text"]) for e in draft["history"]] == [
        ("adopted", date(2020, 5, 28), "2020年5月28日第十三届全国人民代表大会第三次会议通过"),
        ("promulgated", date(2020, 5, 28), "现予公布"),
    ]


def test_a_notice_with_annexes(draft_of: DraftOf) -> None:
    draft = draft_of(NOTICE)
    assert (draft["document_number"], draft["issuer"]) == ("某政办发〔2022〕3号", "某市人民政府办公厅")
    assert draft.get("notice_label") is None
    assert draft["preamble"] == "为贯彻落实国务院部署，经市人民政府同意，现就有关事项通知如下："
    assert [(a["label"], a["heading"]) for a in draft["articles"]] == [("一", "总体要求"), ("二", None), ("三", None)]
    assert draft["promulgated_on"] == draft["effective_on"] == date(2022, 3, 5)
    assert draft["effective_rule"] == "on_promulgation"
    assert [(a["label"], a["title"], a["text"]) for a in draft["annexes"]] == [
        ("附件1", "示范区名单", "甲区、乙区"),
        ("附件2", "任务分工表", "序号 任务 责任单位"),
    ]


def test_an_interpretation_with_a_title_on_two_lines(draft_of: DraftOf) -> None:
    draft = draft_of(INTERPRETATION)
    assert draft["title"] == "最高人民法院关于审理某某案件若干问题的解释"
    assert (draft["instrument"], draft["issuer"]) == ("interpretation", "最高人民法院")
    assert draft["document_number"] == "法释〔2020〕25号"
    assert draft["preamble"] == "为正确审理某某案件，结合审判实践，制定本解释。"
    assert draft["effective_on"] == date(2021, 1, 1)


def test_evidence_shows_where_each_value_stands(draft_of: DraftOf) -> None:
    draft = draft_of(NOTICE)
    for pointer, quoted in (
        ("/document_number", "某政办发〔2022〕3号"),
        ("/title", draft["title"]),
        ("/issuer", draft["issuer"]),
    ):
        assert NOTICE[slice(*draft["evidence"][pointer])] == quoted
    assert "自印发之日起施行" in NOTICE[slice(*draft["evidence"]["/effective_on"])]


FORCE = [
    ("本条例自2022年6月1日起施行。", date(2022, 6, 1), "on_date"),
    ("本条例自二〇二二年六月一日起施行。", date(2022, 6, 1), "on_date"),
    ("本条例于2022年6月1日起实施。", date(2022, 6, 1), "on_date"),
    ("本条例自公布之日起施行。", date(2022, 3, 31), "on_promulgation"),
    ("本条例自发布之日起施行。", date(2022, 3, 31), "on_promulgation"),
    ("本条例自通过之日起施行。", date(2022, 3, 30), "other"),
    ("本条例自公布之日起三十日后施行。", None, "other"),
    ("本条例的施行日期由省人民政府规定。", None, "other"),
    ("在本条例施行前取得许可的，继续有效。", None, None),
    ("许可证自颁发之日起生效。", None, None),
]


@pytest.mark.parametrize(("sentence", "on", "rule"), FORCE)
def test_entry_into_force(sentence: str, on: date | None, rule: str | None, draft_of: DraftOf) -> None:
    text = f"""某市某某条例
（2022年3月30日某市第十七届人民代表大会常务委员会第三十二次会议通过 2022年3月31日某市人民代表大会常务委员会公告第9号公布）
第一条　为了规范管理，制定本条例。
第二条　{sentence}
"""
    draft = draft_of(text)
    assert (draft.get("effective_on"), draft.get("effective_rule")) == (on, rule)


def test_a_day_of_promulgation_that_the_text_does_not_say_is_none(lay: Callable[[str], Page]) -> None:
    diagnostics = Diagnostics()
    text = "某市某某条例\n第一条　为了规范管理，制定本条例。\n第二条　本条例自公布之日起施行。\n"
    draft = DECISION.parse(lay(text), None, diagnostics)
    assert draft.get("effective_on") is None
    assert draft["effective_rule"] == "on_promulgation"
    assert "PP403" in [f.code for f in diagnostics.findings]


def test_a_day_that_the_calendar_has_not_is_reported(lay: Callable[[str], Page]) -> None:
    diagnostics = Diagnostics()
    draft = DECISION.parse(
        lay("某市某某条例\n第一条　为了规范管理，制定本条例。\n第二条　本条例自2020年2月30日起施行。\n"),
        None,
        diagnostics,
    )
    assert (draft.get("effective_on"), draft["effective_rule"]) == (None, "on_date")
    assert "PP302" in [f.code for f in diagnostics.findings]


@pytest.mark.parametrize(
    ("title", "instrument"),
    [
        ("关于加强管理的决定", "decision"),
        ("关于批准预算的决议", "resolution"),
        ("中华人民共和国水法", "law"),
        ("某某管理办法", "rules"),
        ("某某条例（试行）", "regulation"),
        ("某某若干问题的解释（二）", "interpretation"),
        ("关于加强工作的通知", "other"),
        ("", "other"),
    ],
)
def test_instruments(title: str, instrument: str) -> None:
    assert instrument_of(title) == instrument


def test_a_table_of_contents_without_its_heading(lay: Callable[[str], Page]) -> None:
    text = "某市某某条例\n第一章 总则\n第二章 管理\n第三章 附则\n第一章 总则\n第一条 甲适用本条例。\n第二章 管理\n第二条 乙由部门管理。\n第三章 附则\n第三条 丙自公布之日起施行。\n"
    parts = divide(lay(text))
    assert [b.text for b in parts.contents] == ["第一章 总则", "第二章 管理", "第三章 附则"]
    assert parts.body[0].block.text == "第一章 总则"


def test_a_table_of_contents_with_page_numbers(lay: Callable[[str], Page]) -> None:
    text = "某市某某条例\n目录\n第一章 总则………1\n第二章 管理……… 12\n第一章 总则\n第一条 甲适用本条例。\n第二章 管理\n第二条 乙由部门管理，自公布之日起施行。\n"
    parts = divide(lay(text))
    assert len(parts.contents) == 3
    assert parts.body[0].block.text == "第一章 总则"


def test_furniture_after_the_end_belongs_to_nothing(draft_of: DraftOf) -> None:
    text = "某市某某条例\n第一条　为了规范管理，制定本条例。\n第二条　本条例自2020年1月1日起施行。\n\n【打印本页】 【关闭窗口】\n版权所有：某某省人大常委会办公厅\n技术支持：某某公司\n"
    article = draft_of(text)["articles"][-1]
    assert [p["text"] for p in article["paragraphs"]] == ["本条例自2020年1月1日起施行。"]


def test_the_last_words_of_a_decision_are_no_part_of_its_last_point(draft_of: DraftOf) -> None:
    text = "某市人民代表大会常务委员会关于某某的决定\n为了规范管理，作如下决定：\n一、甲部门应当管理。\n二、乙部门应当配合。\n本决定自2020年1月1日起施行。\n"
    draft = draft_of(text)
    assert [p["text"] for p in draft["articles"][-1]["paragraphs"]] == ["乙部门应当配合。"]
    assert draft["closing"] == "本决定自2020年1月1日起施行。"
    assert draft["effective_on"] == date(2020, 1, 1)


def test_a_statute_that_follows_the_decision_that_promulgates_it(draft_of: DraftOf) -> None:
    text = """某市人民代表大会常务委员会关于修改《某市某某条例》的决定
某市第十届人民代表大会常务委员会第一次会议决定对《某市某某条例》作如下修改：
一、第一条修改为：“为了管理，制定本条例。”
二、删去第二条。
本决定自2020年1月1日起施行。
某市某某条例
第一章　总则
第一条　为了管理，制定本条例。
第二条　本条例适用于本市。
"""
    draft = draft_of(text)
    assert [a["label"] for a in draft["articles"]] == ["一", "二"]
    assert draft["effective_on"] == date(2020, 1, 1)
    assert [(a["label"], a["title"], text[slice(*a["span"])][:6]) for a in draft["attachments"]] == [
        (None, "某市某某条例", "某市某某条例")
    ]
    assert len(draft["parts"]) == 1
    assert len(draft["annexes"]) == 1
    assert draft["annexes"][0]["title"] == "某市某某条例"
    assert draft["annexes"][0]["text"] == text.split("某市某某条例\n")[1].strip()


LABELLED = """云江市河道管理条例

颁布单位：云江市人民代表大会常务委员会
【颁布日期】 2001.6.3
{force}
效力级别：地方性法规

第一条　为了加强河道管理，制定本条例。

第二条　市水务部门负责河道管理工作。

第三条　{last}
"""


@pytest.mark.parametrize(
    ("force", "last", "on", "rule", "findings"),
    [
        ("实施日期：2001-8-1", "本条例由市水务部门解释。", date(2001, 8, 1), "on_date", []),
        ("施行时间：2001年8月1日", "本条例自公布之日起施行。", date(2001, 6, 3), "on_promulgation", ["PP207"]),
        ("生效日期：2001年8月1日", "本条例自2001年8月1日起施行。", date(2001, 8, 1), "on_date", []),
        ("实施日期：2001年8月1日", "本条例自2001年9月1日起施行。", date(2001, 9, 1), "on_date", ["PP207"]),
        ("实施日期：另行公布", "本条例由市水务部门解释。", None, None, []),
    ],
)
def test_labels_of_a_database_of_law(
    force: str, last: str, on: date | None, rule: str | None, findings: list[str], lay: Callable[[str], Page]
) -> None:
    diagnostics = Diagnostics()
    draft = DECISION.parse(lay(LABELLED.format(force=force, last=last)), None, diagnostics)
    assert (draft["title"], draft["issuer"]) == ("云江市河道管理条例", "云江市人民代表大会常务委员会")
    assert (draft["promulgated_on"], draft["level"]) == (date(2001, 6, 3), "local_regulation")
    assert (draft.get("effective_on"), draft.get("effective_rule"), draft.get("preamble")) == (on, rule, None)
    assert [f.code for f in diagnostics.findings if f.code in ("PP207", "PP302")] == findings


def test_a_day_of_publication_is_that_of_the_page_where_no_label_of_a_statute_stands_beside_it(
    draft_of: DraftOf,
) -> None:
    text = "云江市河道管理条例\n\n发布日期：2024-05-01\n{}\n第一条　为了加强河道管理，制定本条例。\n\n第二条　本条例由市水务部门解释。\n"
    assert draft_of(text.format("来源：云江日报\n")).get("promulgated_on") is None
    assert draft_of(text.format("实施日期：2024-06-01\n")).get("promulgated_on") == date(2024, 5, 1)


def test_a_note_says_when_a_decision_is_in_force(draft_of: DraftOf) -> None:
    draft = draft_of(
        "云江省人民政府关于废止《云江省盐业管理办法》的决定\n\n（2020年6月12日云江省人民政府令第125号公布　自公布之日起施行）\n\n"
        "省政府决定，废止《云江省盐业管理办法》。\n"
    )
    assert (draft["effective_on"], draft["effective_rule"]) == (date(2020, 6, 12), "on_promulgation")


@pytest.mark.parametrize(
    ("line", "issuer", "on"),
    [
        ("云江市人民政府", "云江市人民政府", None),
        ("1996年12月13日，云江市财政局", "云江市财政局", date(1996, 12, 13)),
        ("热门站点", None, None),
    ],
)
def test_a_database_prints_who_issued_a_statute_below_its_title(
    line: str, issuer: str | None, on: date | None, lay: Callable[[str], Page]
) -> None:
    text = f"云江市河道管理办法\n\n{line}\n\n云江市河道管理办法\n\n第一条　为了管理河道，制定本办法。\n\n第二条　市水务局负责河道管理。\n"
    draft = DECISION.parse(lay(text), None, Diagnostics())
    assert (draft.get("issuer"), draft.get("promulgated_on")) == (issuer, on)
