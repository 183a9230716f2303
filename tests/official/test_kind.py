"""The kind by its form: what is an official document, what law, what a report about one."""

from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[..., dict[str, Any]]

OFFICIAL = {
    "notice": "云溪县财政局关于做好决算工作的通知\n云财〔2023〕4号\n各预算单位：\n请于5月底前报送决算。\n云溪县财政局\n2023年4月3日\n",
    "circular": "云溪县教育局关于校园安全检查情况的通报\n各学校：\n现将检查情况通报如下：\n一、总体情况。检查学校32所。\n二、存在问题。台账不全。\n云溪县教育局\n2023年4月3日\n",
    "reply": "云溪市人民政府关于设立青禾湖湿地公园的批复\n云政函〔2022〕18号\n青禾县人民政府：\n同意设立青禾湖湿地公园。\n云溪市人民政府\n2022年3月1日\n",
    "letter": "云溪市水务局关于商请支持引水工程的函\n云水函〔2022〕8号\n市财政局：\n为推进引水工程，商请安排资金200万元。\n专此函达。\n云溪市水务局\n2022年3月1日\n",
    "report": "青禾县人民政府关于耕地保护工作情况的报告\n青政〔2022〕15号\n云溪市人民政府：\n现将工作情况报告如下。\n全县耕地面积稳定。\n特此报告。\n青禾县人民政府\n2022年3月1日\n",
    "request": "青禾县人民政府关于增加用地指标的请示\n青政〔2022〕16号\n云溪市人民政府：\n拟申请增加用地指标300亩。\n妥否，请批示。\n青禾县人民政府\n2022年3月1日\n",
    "announcement": "云溪市第二医院公开招聘拟录用人员公示\n现将拟录用人员予以公示，公示期为7日。\n联系电话：0710-1234567\n云溪市第二医院\n2022年3月1日\n",
    "proclamation": "云溪市公安局关于中心城区禁鸣的通告\n现通告如下：\n一、中心城区全天禁止鸣喇叭。\n二、违反本通告的，依法处罚。\n云溪市公安局\n2022年3月1日\n",
    "minutes": "云溪市人民政府专题会议纪要\n〔2022〕9号\n2022年3月1日，副市长贺东主持召开会议，研究供热问题。\n一、会议同意新建热源厂。\n二、市财政局要落实资金。\n云溪市人民政府办公室\n2022年3月3日\n",
    "plan": "云溪大学2023年节能工作要点\n云大〔2023〕6号\n各学院、各部门：\n为做好节能工作，制定本要点。\n一、完善制度。各学院要建立台账。\n二、加强宣传。后勤处要开展节能宣传周活动。\n云溪大学\n2023年3月1日\n",
    "guide": "云溪市不动产登记办事指南\n云溪市自然资源局\n2022年3月1日\n一、适用范围\n本指南适用于首次登记。\n二、办理时限\n登记机构应当在3个工作日内办结。\n",
    "communique": "云溪市2022年水资源公报\n云溪市水务局\n2023年6月1日\n一、综述\n全市水资源总量12.3亿立方米。\n二、供水量\n全市供水量3.1亿立方米。\n",
    "bill": "云溪市人民政府关于提请审议《云溪市湿地保护条例（草案）》的议案\n云政函〔2022〕30号\n市人大常委会：\n《云溪市湿地保护条例（草案）》已经市政府常务会议讨论通过，现提请审议。\n市长　贺东\n2022年3月1日\n",
}


@pytest.mark.parametrize("genre", OFFICIAL)
def test_an_official_document_is_known_by_its_form(document: Parse, genre: str) -> None:
    found = document(OFFICIAL[genre])
    assert (found["kind"], found["genre"]) == ("official_document", genre)


DECISIONS = {
    "rules": "云溪市停车管理办法\n第一条　为了加强管理，制定本办法。\n第二条　经营者应当明码标价。\n第三条　本办法自2022年5月1日起施行。\n",
    "a decision with a letter's head": "云溪市人民政府关于实行禁渔的决定\n云政发〔2022〕6号\n各县人民政府：\n市政府决定：\n一、青禾湖全年禁渔。\n二、本决定自2022年5月1日起施行。\n云溪市人民政府\n2022年4月1日\n",
    "an order": "云溪市人民政府令\n第9号\n《云溪市停车管理办法》已经市政府常务会议通过，现予公布。\n市长　贺东\n2022年4月1日\n云溪市停车管理办法\n第一条　为了加强管理，制定本办法。\n第二条　经营者应当明码标价。\n第三条　本办法自2022年5月1日起施行。\n",
}


@pytest.mark.parametrize("name", DECISIONS)
def test_what_lays_down_law_is_a_decision(document: Parse, name: str) -> None:
    assert document(DECISIONS[name])["kind"] == "decision"


OTHERS = {
    "news of a notice": "云溪市发出通知要求排查隐患\n来源：云溪日报　2022-03-02\n本报讯（记者 宋立）3月1日，市应急局发出通知，要求各县排查隐患。局长韩平表示，排查月底前完成。\n",
    "an explanation": "《云溪市停车管理办法》解读\n来源：云溪市司法局　2022-05-02\n一、出台背景\n近年来，停车难问题突出。\n二、主要内容\n《办法》明确了部门职责。\n",
    "news of a plan": "云溪市出台数字经济发展三年行动计划\n来源：云溪日报　2022-03-02\n日前，云溪市印发三年行动计划，提出到2025年数字经济规模超过500亿元。\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_tells_of_a_document_is_news(document: Parse, name: str) -> None:
    assert document(OTHERS[name])["kind"] == "briefing"


def test_words_of_news_in_the_body_do_not_make_news(letter: Parse) -> None:
    found = letter("一、各部门应当通过新闻发布会公布结果。\n二、申请人持介绍信办理，据介绍信登记。\n三、接受记者采访。")
    assert found["kind"] == "official_document"
    assert len(found["points"]) == 3


def test_a_report_of_the_government_is_no_meeting(document: Parse) -> None:
    text = "政府工作报告\n——2024年1月8日在云溪市第九届人民代表大会第三次会议上\n云溪市市长　贺东\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、2023年工作回顾\n地区生产总值增长5.6%。\n二、2024年工作安排\n（一）加快产业升级。新增规上企业60家。\n各位代表，让我们携手奋进！\n"
    found = document(text)
    assert (found["kind"], found["genre"], found["issued_on"]) == ("official_document", "report", "2024-01-08")
    assert found["addressees"] == ["各位代表"]
    assert [(s["name"], s["positions"][0]["title"]) for s in found["speakers"]] == [("贺东", "云溪市市长")]
    assert found["closing"] == "各位代表，让我们携手奋进！"


def test_a_narrow_choice_tells_both_scores(document: Parse) -> None:
    narrow = document("云溪市水资源公报\n全市水资源总量十二亿立方米，供水量三亿立方米，用水效率继续提高。\n")
    told = [d["message"] for d in narrow["diagnostics"] if d["code"] == "PP208"]
    assert len(told) == 1
    assert "official_document 0.4" in told[0]
    assert "briefing 0.3" in told[0]
    plain = document(OFFICIAL["notice"])
    assert "PP208" not in [d["code"] for d in plain["diagnostics"]]


def test_who_explains_a_plan_writes_none(document: Parse) -> None:
    found = document(
        "云溪市政府办公室主任贺东同志解读重点工作任务分工方案\n2023-06-22 14:43:15\n为推进各项工作，市政府印发了方案，现解读如下。\n"
        "一、重要意义\n方案是落实部署的重要举措。\n二、主要内容\n方案共分131项任务。\n"
    )
    assert found["kind"] not in ("decision", "official_document")
