"""Findings about an official document: what its form lacks, and what it does not."""

from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[..., dict[str, Any]]


def codes(found: dict[str, Any]) -> list[str]:
    return [diagnostic["code"] for diagnostic in found["diagnostics"]]


def test_what_is_issued_and_not_set_apart_is_told(document: Parse) -> None:
    run_on = "云溪县人民政府关于印发云溪县养犬管理若干措施的通知\n云政发〔2023〕9号\n各乡镇人民政府：\n为加强养犬管理，现印发给你们。\n一、养犬应当登记。\n二、遛犬应当牵绳。\n云溪县人民政府\n2023年5月10日\n"
    assert "PP421" in codes(document(run_on))
    apart = "云溪县人民政府关于印发云溪县养犬管理若干措施的通知\n云政发〔2023〕9号\n各乡镇人民政府：\n现将《云溪县养犬管理若干措施》印发给你们。\n云溪县人民政府\n2023年5月10日\n云溪县养犬管理若干措施\n一、养犬应当登记。\n二、遛犬应当牵绳。\n"
    assert "PP421" not in codes(document(apart))


def test_a_draft_is_told(document: Parse) -> None:
    text = "云溪县养老服务发展规划（征求意见稿）\n为发展养老服务，制定本规划。\n一、总体要求\n坚持保障基本。\n二、主要任务\n（一）建设养老机构。各乡镇要建设养老机构。\n"
    found = document(text)
    assert found["draft"] is True
    assert "PP422" in codes(found)
    assert "PP422" not in codes(document(text.replace("（征求意见稿）", "")))


def test_numbers_of_points_that_repeat_or_leave_gaps_are_told(letter: Parse) -> None:
    assert "PP401" in codes(letter("一、开展检查。\n二、落实值守。\n四、加强宣传。"))
    assert "PP402" in codes(letter("一、开展检查。\n二、落实值守。\n二、加强宣传。"))
    whole = codes(letter("一、检查\n（一）查堤防。\n（二）查水库。\n二、值守\n（三）专人值守。\n（四）及时报告。"))
    assert not {"PP401", "PP402"} & set(whole)


def test_no_effective_date_and_no_day_of_publication_are_asked_of_a_letter(letter: Parse) -> None:
    found = codes(letter("一、各乡镇应当开展检查。\n二、县水务局应当加强值守。"))
    assert not {"PP203", "PP403"} & set(found)


def test_a_line_of_time_limits_is_no_text_that_is_cut(letter: Parse) -> None:
    ends = "一、压缩时限。办结时间压缩至5天，减少材料。牵头单位：县审批局；完成时限：2023年底"
    assert "PP105" not in codes(letter(ends))


def test_a_contact_line_is_not_unread(letter: Parse) -> None:
    assert "PP205" not in codes(letter("一、开展检查。\n二、落实值守。\n联系人：林小舟，电话：0710-7654321"))


TAIL = "云政发〔2023〕9号\n各乡镇人民政府：\n现就有关事项通知如下：\n一、开展检查。\n二、落实值守。\n云溪县人民政府\n2023年5月10日\n"


@pytest.mark.parametrize(
    "title",
    [
        "》做好防汛工作的通知",
        "、县应急管理局关于做好防汛工作的通知",
        "云溪县人民政府关于做好防汛工作的",
        "关于印发《云溪县防汛",
    ],
)
def test_a_title_that_begins_or_ends_in_the_middle_is_told(document: Parse, title: str) -> None:
    assert "PP209" in codes(document(f"{title}\n{TAIL}"))


@pytest.mark.parametrize(
    "title",
    ["云溪县人民政府关于做好防汛工作的通知", "关于印发《云溪县防汛方案（试行）》的通知", "“十四五”防汛工作方案"],
)
def test_a_whole_title_is_not_told(document: Parse, title: str) -> None:
    assert "PP209" not in codes(document(f"{title}\n{TAIL}"))


def test_a_day_of_force_is_asked_where_a_document_has_to_have_one(document: Parse) -> None:
    rules = "云溪县养犬管理办法\n第一条 为规范养犬，制定本办法。\n第二条 养犬应当登记。\n第三条 遛犬应当牵绳。\n"
    assert "PP403" in codes(document(rules))
    assert "PP403" not in codes(document(f"{rules}第四条 本办法自2023年7月1日起施行。\n"))
    commended = "云溪县人民政府关于表彰先进单位的决定\n云政发〔2023〕9号\n各乡镇人民政府：\n县政府决定，授予县水利局等3个单位先进单位称号。\n云溪县人民政府\n2023年5月10日\n"
    assert "PP403" not in codes(document(commended))


def test_text_that_no_field_holds_is_told(document: Parse) -> None:
    rules = "云溪县养犬管理办法\n第一条 为规范养犬，制定本办法。\n第二条 养犬应当登记。\n第三条 遛犬应当牵绳。\n第四条 本办法自2023年7月1日起施行。\n"
    loose = rules + "云溪县人民政府\n2023年5月10日\n请各单位收到后及时反馈意见，逾期视为没有意见。\n"
    assert "PP205" in codes(document(loose))
    assert "PP205" not in codes(document(rules))
