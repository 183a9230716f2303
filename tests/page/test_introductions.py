"""A site that prints a document below words of its own."""

import policyparse

LETTER = """云溪县人民政府关于发展茶产业的通知
各乡镇人民政府：
现就有关事项通知如下：
一、加强领导。各乡镇要落实责任。
二、加强宣传。县融媒体中心要开设专栏。
云溪县人民政府
2031年2月1日
"""


def test_the_title_of_a_document_below_the_words_of_a_site() -> None:
    document = policyparse.parse(
        f"近日，云溪县印发通知，部署全县茶产业发展，引来不少网友关注。\n通知全文如下：\n{LETTER}"
    )
    assert document.title == "云溪县人民政府关于发展茶产业的通知"
    assert [p.heading for p in document.points] == ["加强领导", "加强宣传"]
    assert [d.code for d in document.diagnostics if d.span and d.span.start == 0] == ["PP205"]


def test_words_that_introduce_no_document_leave_the_page_as_it_is() -> None:
    document = policyparse.parse(f"{LETTER}附表如下：\n云溪县茶园养护办法\n")
    assert document.title == "云溪县人民政府关于发展茶产业的通知"
    assert not any("introduce" in d.message for d in document.diagnostics)
