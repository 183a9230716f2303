"""Parts of a decision: orders and letters that announce it, its title and note, what closes it."""

from collections.abc import Callable
from datetime import date
from typing import Any

Draft = dict[str, Any]
DraftOf = Callable[[str], Draft]


def test_a_notice_that_issues_rules(draft_of: DraftOf) -> None:
    draft = draft_of("""某省财政厅 某省科学技术厅关于印发某省种质资源保护基金管理暂行办法的通知
某财教〔2022〕46号
各市、县财政局、科技局：
为规范基金管理，我们制定了《某省种质资源保护基金管理暂行办法》，现印发给你们，请遵照执行。
附件：1．某省种质资源保护基金管理暂行办法
2．绩效评价表
某省财政厅　　　　某省科学技术厅
2022年6月1日
附件1
某省种质资源保护基金
管理暂行办法
第一章　总则
第一条　为保护种质资源，设立基金。
第二章　附则
第二条　本办法自2022年7月1日起施行。
附件2
绩效评价表
指标 分值
""")
    assert draft["title"].endswith("暂行办法的通知")
    assert draft["issuer"] == "某省财政厅 某省科学技术厅"
    assert (draft["promulgated_on"], draft["effective_on"]) == (date(2022, 6, 1), date(2022, 7, 1))
    assert draft.get("preamble") is None
    assert [(s["body"], s["on"]) for s in draft["signatures"]] == [
        ("某省财政厅", date(2022, 6, 1)),
        ("某省科学技术厅", date(2022, 6, 1)),
    ]
    assert [a["label"] for a in draft["articles"]] == ["第一条", "第二条"]
    assert [a["label"] for a in draft["annexes"]] == ["附件2"]


def test_a_notice_that_issues_measures(draft_of: DraftOf) -> None:
    draft = draft_of("""国务院办公厅印发《关于推动牧区发展的若干措施》的通知
国办发〔2024〕9号
各省、自治区、直辖市人民政府：
　　《关于推动牧区发展的若干措施》已经国务院同意，现印发给你们，请认真贯彻执行。
国务院办公厅
2024年3月5日
（此件公开发布）
关于推动牧区发展的若干措施
　　为推动牧区发展，现提出以下措施。
　　一、修建牧道，每年安排专项资金。
　　二、建设棚圈，支持合作社参与。
　　三、培训兽医，每个乡镇不少于两名。
　　各地区、各有关部门要加强协作，重要情况及时报告。
""")
    assert draft["issuer"] == "国务院办公厅"
    assert draft["promulgated_on"] == date(2024, 3, 5)
    assert draft["preamble"] == "为推动牧区发展，现提出以下措施。"
    assert draft["closing"] == "各地区、各有关部门要加强协作，重要情况及时报告。"
    assert [len(a["paragraphs"]) for a in draft["articles"]] == [1, 1, 1]


def test_a_second_paragraph_is_of_its_point_where_points_have_two(draft_of: DraftOf) -> None:
    draft = draft_of("""某市人民政府关于牧区工作的意见
某政发〔2024〕9号
为推动牧区发展，提出以下意见。
一、修建牧道。
牧道要通到每个村。
二、建设棚圈，支持合作社参与。
三、培训兽医，每个乡镇不少于两名。
各乡镇要定期考核兽医。
""")
    assert draft.get("closing") is None
    assert [len(a["paragraphs"]) for a in draft["articles"]] == [2, 1, 2]


def test_bodies_above_an_announcement_are_no_title(draft_of: DraftOf) -> None:
    draft = draft_of("""中华人民共和国最高人民法院
中华人民共和国最高人民检察院
公　告
《最高人民法院、最高人民检察院关于办理盗采河砂案件若干问题的解释》已于2020年12月8日由最高人民法院审判委员会第1817次会议、2020年12月9日由最高人民检察院第十三届检察委员会第五十次会议通过，现予公布，自2021年1月1日起施行。
最高人民法院　最高人民检察院
2020年12月29日
法释〔2020〕77号
最高人民法院、最高人民检察院
关于办理盗采河砂案件
若干问题的解释
（2020年12月8日最高人民法院审判委员会第1817次会议、2020年12月9日最高人民检察院第十三届检察委员会第五十次会议通过，自2021年1月1日起施行）
为依法惩治犯罪，制定本解释。
第一条　盗采河砂的，依法处罚。
第二条　本解释自2021年1月1日起施行。
""")
    assert draft["title"] == "最高人民法院、最高人民检察院关于办理盗采河砂案件若干问题的解释"
    assert draft["issuer"] == "最高人民法院、最高人民检察院"
    assert draft["document_number"] == "法释〔2020〕77号"
    assert (draft["promulgated_on"], draft["effective_on"]) == (date(2020, 12, 29), date(2021, 1, 1))


def test_a_short_number_of_an_order(draft_of: DraftOf) -> None:
    draft = draft_of("""中华人民共和国林草部令
第3号
《湿地巡护办法》已经2022年4月29日林草部部务会议审议通过，现予公布，自公布之日起施行。
部　长　　陈　某
2022年6月6日
湿地巡护办法
第一条　为了规范巡护，制定本办法。
第二条　本办法自公布之日起施行。
""")
    assert (draft["notice_label"], draft["notice_number"]) == ("第3号", 3)
    assert draft["promulgated_on"] == draft["effective_on"] == date(2022, 6, 6)


def test_no_event_of_a_note_is_the_title(draft_of: DraftOf) -> None:
    draft = draft_of("""某市草原条例
（2010年6月30日某市第十四届人民代表大会常务委员会第十九次会议通过
2010年9月29日某省第十一届人民代表大会常务委员会第二十次会议批准
根据2016年12月1日某省第十二届人民代表大会常务委员会第三十一次会议
批准的2016年10月28日某市第十五届人民代表大会常务委员会第三次会议通过的《关于修改部分地方性法规的决定》第一次修正）
第一条　为了保护草原，制定本条例。
第二条　本条例自2010年12月1日起施行。
""")
    assert draft["title"] == "某市草原条例"
    assert [(e["action"], e["on"]) for e in draft["history"]] == [
        ("adopted", date(2010, 6, 30)),
        ("approved", date(2010, 9, 29)),
        ("approved", date(2016, 12, 1)),
        ("amended", date(2016, 10, 28)),
    ]


def test_a_letter_that_passes_on_an_opinion_ends_with_its_signature(draft_of: DraftOf) -> None:
    draft = draft_of("""某省人民政府办公厅转发省教育厅等部门关于加强校车管理若干意见的通知
某政办发〔2022〕30号
各市、县人民政府，省政府各委、办、厅、局：
　　省教育厅、省公安厅《关于加强校车管理的若干意见》已经省人民政府同意，现转发给你们，请认真贯彻落实。
　　　　　　某省人民政府办公厅
　　　　　　2022年5月16日
关于加强校车管理的若干意见
省教育厅　省公安厅
　　为加强校车管理，提出如下意见：
　　一、完善制度
　　县级人民政府应当组织制定方案。
　　二、严格监管
　　交通管理部门应当加强巡查。
""")
    assert draft["issuer"] == "某省人民政府办公厅"
    assert draft["promulgated_on"] == date(2022, 5, 16)
    assert draft["preamble"] == "为加强校车管理，提出如下意见："


def test_a_report_that_gives_the_text_announces_it(draft_of: DraftOf) -> None:
    draft = draft_of("""某办公厅印发《关于加强牧道养护的意见》
新华社北京3月5日电　近日，某办公厅印发了《关于加强牧道养护的意见》，要求认真贯彻落实。
《关于加强牧道养护的意见》全文如下。
为加强养护，提出如下意见。
一、县级人民政府应当落实责任。
二、各部门要配合。
""")
    assert draft["preamble"] == "为加强养护，提出如下意见。"
    assert draft["issuer"] == "某办公厅"


def test_an_attached_statute_right_under_its_label_is_one_annex(draft_of: DraftOf) -> None:
    draft = draft_of("""某省科技厅关于印发创新券办法的通知
1.创新券管理办法
2.创新券申领表
附件1
第一条　为支持创业，制定本办法。
""")
    assert len(draft["annexes"]) == 1
    assert draft["annexes"][0]["label"] == "附件1"
    assert "为支持创业" in draft["annexes"][0]["text"]


def test_what_follows_a_signature_is_kept_where_no_annex_stands_before_it(draft_of: DraftOf) -> None:
    draft = draft_of("""某市某某条例
（一）加强宣传，做好服务。
（二）落实责任，抓好督查，现予公布。
中华人民共和国主席 江某某
2000年10月31日
第一条 为推动工作，制定本法。
""")
    assert draft.get("annexes", []) == [] or all(annex["text"] for annex in draft["annexes"])


LIST = """某市人民代表大会常务委员会关于《某市某某条例》第五条的解释
（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）
某市人民代表大会常务委员会讨论了某某条例第五条的含义，解释如下：
有下列情形之一的，属于重大变更：
（一）变更面积的；
（二）变更用途的。
现予公告。
"""


def test_a_list_inside_a_paragraph_has_no_articles(draft_of: DraftOf) -> None:
    draft = draft_of(LIST)
    assert draft["articles"] == []
    assert draft["preamble"] == "\n".join(LIST.splitlines()[2:])


def test_points_below_a_colon_are_articles_where_each_is_a_sentence(draft_of: DraftOf) -> None:
    draft = draft_of(LIST.replace("的；", "。").replace("的。", "。"))
    assert [a["label"] for a in draft["articles"]] == ["（一）", "（二）"]


def test_the_sentence_of_entry_into_force_announces_nothing(draft_of: DraftOf) -> None:
    lines = ["决定对《某市某某条例》作如下修改：", "增加一条，作为第九条：“甲。”", "本决定自公布之日起施行。"]
    draft = draft_of("\n".join(["某市人民代表大会常务委员会关于修改《某市某某条例》的决定", *lines, ""]))
    assert draft["preamble"] == "\n".join(lines)


def test_annexes_that_are_only_listed_are_told_apart_and_empty(draft_of: DraftOf) -> None:
    text = "云江市人民政府关于推进垃圾分类的决定\n\n市政府决定：\n\n一、全市推行垃圾分类。\n\n二、各县（区）应当落实任务。\n\n{}\n\n云江市人民政府\n\n2021年5月6日\n"
    one = draft_of(text.format("附件：1．任务分工表"))["annexes"]
    assert [(a["label"], a["title"], a["text"]) for a in one] == [("附件", "任务分工表", "")]
    two = draft_of(text.format("附件：1．任务分工表\n　　　2．设施名录"))["annexes"]
    assert [(a["label"], a["title"], a["text"]) for a in two] == [
        ("附件1", "任务分工表", ""),
        ("附件2", "设施名录", ""),
    ]
