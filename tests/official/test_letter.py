"""The letter: issuers, numbers, receivers, days, force, relation, and what stands around the text."""

from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[..., dict[str, Any]]


def test_a_letter_without_points(document: Parse) -> None:
    text = "云溪市人民政府、云溪军分区关于同意仓库迁址的批复\n云政函〔1997〕12号\n市人武部：\n关于仓库迁址的请示收悉，现批复如下：\n同意迁址，所需资金由你们自筹解决。\n云溪市人民政府　云溪军分区\n一九九七年元月五日\n抄送：市委各部门，市人大常委会办公室、市政协办公室。\n（此件公开发布）\n"
    found = document(text)
    assert found["issuers"] == ["云溪市人民政府", "云溪军分区"]
    assert [(s["body"], s["on"]) for s in found["signatures"]] == [
        ("云溪市人民政府", "1997-01-05"),
        ("云溪军分区", "1997-01-05"),
    ]
    assert found["relation"] == {"action": "replies", "title": "关于仓库迁址的请示"}
    assert found["opening"].startswith("关于仓库迁址的请示收悉")
    assert found["copied_to"] == ["市委各部门", "市人大常委会办公室", "市政协办公室"]
    assert found["points"] == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("各县（区）人民政府，市政府各部门：", ["各县（区）人民政府", "市政府各部门"]),
        ("各省、自治区、直辖市人民政府，国务院各部委：", ["各省、自治区、直辖市人民政府", "国务院各部委"]),
        ("市人力资源和社会保障局、市住房和城乡建设局：", ["市人力资源和社会保障局", "市住房和城乡建设局"]),
        ("各乡镇党委和人民政府，县直各部门：", ["各乡镇党委和人民政府", "县直各部门"]),
        ("各学院、各直属单位：", ["各学院", "各直属单位"]),
        ("全市各级人民法院：", ["全市各级人民法院"]),
        ("贺东委员：", ["贺东委员"]),
    ],
)
def test_receivers_one_by_one(document: Parse, line: str, names: list[str]) -> None:
    text = (
        f"云溪市教育局关于做好防汛工作的通知\n云教〔2023〕4号\n{line}\n请做好防汛工作。\n云溪市教育局\n2023年4月3日\n"
    )
    assert document(text)["addressees"] == names


@pytest.mark.parametrize("line", ["现就有关事项通知如下：", "为加强管理，各部门要做到：", "一、责任单位："])
def test_a_lead_is_no_receiver(document: Parse, line: str) -> None:
    text = (
        f"云溪市教育局关于做好防汛工作的通知\n云教〔2023〕4号\n{line}\n请做好防汛工作。\n云溪市教育局\n2023年4月3日\n"
    )
    assert document(text)["addressees"] == []


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("云教〔2023〕4号", "云教〔2023〕4号"),
        ("云教发[2023]第4号", "云教发[2023]第4号"),
        ("（2023）云法民复字第4号", "（2023）云法民复字第4号"),
        ("第4号楼", None),
    ],
)
def test_numbers_of_documents(document: Parse, number: str, found: str | None) -> None:
    text = f"云溪市教育局关于做好防汛工作的通知\n{number}\n各学校：\n请做好防汛工作。\n云溪市教育局\n2023年4月3日\n"
    assert document(text)["document_number"] == found


def test_the_index_table_above_a_repeated_title(document: Parse) -> None:
    text = "索 引 号：015-2023-0007\n主题分类：教育\n发文机关：云溪市教育局\n成文日期：2023年4月3日\n标　　题：云溪市教育局关于做好防汛工作的通知\n发文字号：云教〔2023〕4号\n登记号：云规备2023-11\n主 题 词：\n云溪市教育局关于做好防汛工作的通知\n各学校：\n请做好防汛工作。\n"
    found = document(text)
    assert found["index_number"] == "015-2023-0007"
    assert found["registration_number"] == "云规备2023-11"
    assert found["document_number"] == "云教〔2023〕4号"
    assert found["issued_on"] == "2023-04-03"
    assert found["subjects"] == ["教育"]
    assert found["addressees"] == ["各学校"]


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("本通知自2023年7月1日起施行，有效期5年。", "effective_on", "2023-07-01"),
        ("本通知自印发之日起施行。", "effective_on", "2023-05-10"),
        ("本通知自印发之日起施行。", "effective_rule", "on_promulgation"),
        ("以上文件自本通知印发之日起停止执行。", "effective_on", None),
        ("本通知自2023年7月1日起施行，有效期5年。", "validity", "有效期5年"),
        ("本通知有效期至2026年6月30日。", "expires_on", "2026-06-30"),
        ("批准文件在有效期内可以多次使用。", "validity", None),
        ("试行期为两年。", "validity", "试行期为两年"),
    ],
)
def test_force_and_term(letter: Parse, sentence: str, field: str, value: str | None) -> None:
    assert letter(f"一、开展检查。\n二、落实值守。\n{sentence}")[field] == value


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("《云溪县养犬通告》同时废止。", ["云溪县养犬通告"]),
        ("《云溪县养犬通告》（云政发〔2001〕2号）和《云溪县遛犬通告》停止执行。", ["云溪县养犬通告", "云溪县遛犬通告"]),
        ("县政府决定废止《云溪县养犬通告》。", ["云溪县养犬通告"]),
        ("在试点区暂时停止实施《云溪县养犬通告》有关规定。", []),
        ("在《云溪县养犬通告》下，不再执行《云溪县遛犬通告》中的限制。", []),
        ("按照《云溪县养犬通告》办理登记，过期证件予以废止。", []),
    ],
)
def test_what_is_repealed(letter: Parse, sentence: str, titles: list[str]) -> None:
    found = letter(f"一、开展检查。\n二、{sentence}")
    assert [citation["title"] for citation in found["repealed"]] == titles


def test_a_list_of_what_is_repealed(document: Parse) -> None:
    text = "云溪县人民政府关于废止部分文件的通知\n云政发〔2023〕9号\n各乡镇人民政府：\n县政府决定废止以下2件文件：\n一、《云溪县养犬通告》（云政发〔2001〕2号）\n二、《云溪县遛犬通告》（云政发〔2002〕5号）\n以上文件自本通知印发之日起停止执行。\n云溪县人民政府\n2023年5月10日\n"
    found = document(text)
    assert [citation["title"] for citation in found["repealed"]] == ["云溪县养犬通告", "云溪县遛犬通告"]
    assert found["relation"] is None
    assert [point["heading"] for point in found["points"]] == [None, None]


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("云溪县人民政府关于印发《云溪县养犬办法》的通知", ("issues", "云溪县养犬办法")),
        ("云溪县人民政府转发县财政局关于加强决算工作意见的通知", ("forwards", "县财政局关于加强决算工作意见")),
        ("云溪县人民政府批转县教育局关于布局调整报告的通知", ("approves", "县教育局关于布局调整报告")),
        ("云溪县人民政府关于废止《云溪县养犬办法》的通知", ("repeals", "云溪县养犬办法")),
        ("云溪县人民政府关于修改《云溪县养犬办法》的通知", ("amends", "云溪县养犬办法")),
        ("云溪县人民政府关于做好养犬工作的通知", None),
    ],
)
def test_relations(letter: Parse, title: str, relation: tuple[str, str] | None) -> None:
    found = letter("一、开展检查。\n二、落实值守。", title=title)["relation"]
    assert (found and (found["action"], found["title"])) == relation


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("意见请于2023年6月10日前反馈。", "2023-06-10"),
        ("请于6月10日前将书面意见反馈我局。", "2023-06-10"),
        ("征求意见时间为2023年5月11日至2023年6月10日。", "2023-06-10"),
        ("请于2023年6月10日前报送材料。", None),
    ],
)
def test_comments(document: Parse, sentence: str, day: str | None) -> None:
    text = f"关于《云溪市养犬办法（征求意见稿）》公开征求意见的公告\n我局起草了《云溪市养犬办法（征求意见稿）》，现公开征求意见。{sentence}\n联系人：林小舟，联系电话：0710-7654321\n云溪市公安局\n2023年5月10日\n"
    found = document(text)
    assert found["comments_until"] == day
    assert found["signatures"][0]["body"] == "云溪市公安局"


def test_purpose_is_no_duty(letter: Parse) -> None:
    found = letter("一、开展检查。\n二、各乡镇要落实值守。")
    assert found["norms"] == []
    assert [(n["marker"], n["bearers"]) for n in found["points"][1]["norms"]] == [("要", ["各乡镇"])]


def test_the_meeting_that_adopted_what_is_issued(document: Parse) -> None:
    text = "云溪县人民政府关于印发云溪县养犬管理方案的通知\n云政发〔2023〕9号\n各乡镇人民政府：\n《云溪县养犬管理方案》已经2023年4月18日县人民政府第39次常务会议审议通过，现印发给你们。\n云溪县人民政府\n2023年5月10日\n"
    found = document(text)
    assert (found["adopted_on"], found["adopted_by"]) == ("2023-04-18", "县人民政府第39次常务会议")
    assert document(text.replace("审议通过", "研究过"))["adopted_on"] is None
