"""The tree of provisions: small statutes and what a reader makes of them."""

from typing import Any

from policyparse.knowledge.fold import fold
from policyparse.page.lines import split_lines
from policyparse.statute.labelled_lines import SERIAL, article_style, label_lines
from policyparse.statute.provisions import Provisions, parse_provisions
from policyparse.statute.run_on import split_run_on


def provisions(text: str) -> Provisions:
    lines = label_lines(split_lines(text, fold(text)))
    return parse_provisions(lines, article_style(lines))


def outline(nodes: list[dict[str, Any]]) -> list[Any]:
    """[label, text, items] of each item; only label and text where it has none."""
    return [[n["label"], n["text"], *([outline(n["items"])] if n["items"] else [])] for n in nodes]


def paragraphs(article: dict[str, Any]) -> list[Any]:
    return [[p["text"], outline(p["items"])] if p["items"] else p["text"] for p in article["paragraphs"]]


def tree(text: str) -> list[Any]:
    """[label, paragraphs] of each article."""
    return [[a["label"], paragraphs(a)] for a in provisions(text).articles]


def divisions(text: str) -> list[tuple[str, str, str]]:
    return [(d["kind"], d["label"], d["title"]) for d in provisions(text).divisions]


def test_paragraphs_items_and_the_closing_words_of_a_list() -> None:
    text = """第一条　有下列情形之一的，处罚款：
　　（一）甲；
　　（二）乙，包括：
　　1.丙；
　　2.丁。
　　（三）戊。
　　有前款第二项情形的，从重处罚。
第二条　本条例自公布之日起施行。"""
    assert tree(text) == [
        ["第一条", [
            ["有下列情形之一的，处罚款：", [["（一）", "甲；"], ["（二）", "乙，包括：", [["1.", "丙；"], ["2.", "丁。"]]], ["（三）", "戊。"]]],
            "有前款第二项情形的，从重处罚。",
        ]],
        ["第二条", ["本条例自公布之日起施行。"]],
    ]  # fmt: skip


def test_a_list_after_the_closing_words_is_a_list_of_theirs() -> None:
    text = "第一条　处罚：\n（一）甲；\n（二）乙。\n奖励：\n（一）丙；\n（二）丁。"
    assert tree(text) == [
        [
            "第一条",
            [
                ["处罚：", [["（一）", "甲；"], ["（二）", "乙。"]]],
                ["奖励：", [["（一）", "丙；"], ["（二）", "丁。"]]],
            ],
        ]
    ]


def test_levels_follow_the_form_of_the_label() -> None:
    text = "一、任务\n（一）建设。\n1.道路。\n（1）主干道。\n①宽度。\n②长度。\n（2）支路。\n2.桥梁。\n（二）管理。"
    assert tree(text) == [
        ["一", [
            ["", [
                ["（一）", "建设。", [
                    ["1.", "道路。", [["（1）", "主干道。", [["①", "宽度。"], ["②", "长度。"]]], ["（2）", "支路。"]]],
                    ["2.", "桥梁。"],
                ]],
                ["（二）", "管理。"],
            ]],
        ]],
    ]  # fmt: skip
    assert provisions(text).articles[0]["heading"] == "任务"


def test_an_article_may_be_a_list_without_a_lead() -> None:
    assert tree("第一条\n（一）甲。\n（二）乙。") == [["第一条", [["", [["（一）", "甲。"], ["（二）", "乙。"]]]]]]


def test_label_on_a_line_of_its_own() -> None:
    assert tree("第一条\n为了管理，制定本法。\n第二条\n适用本法。") == [
        ["第一条", ["为了管理，制定本法。"]],
        ["第二条", ["适用本法。"]],
    ]


def test_headings_in_brackets() -> None:
    text = "第一条（立法目的）为了管理，制定本法。\n第二条 【适用范围】适用本法。\n第三条\n（定义）\n本法所称物业，是指建筑。\n第四条（删除）\n第五条 （一）甲；"
    found = provisions(text)
    assert [a["heading"] for a in found.articles] == ["立法目的", "适用范围", "定义", None, None]
    assert [paragraphs(a) for a in found.articles] == [
        ["为了管理，制定本法。"],
        ["适用本法。"],
        ["本法所称物业，是指建筑。"],
        ["（删除）"],
        ["（一）甲；"],
    ]


def test_suffixes_follow_their_article() -> None:
    found = provisions("第一百二十条　甲。\n第一百二十条之一　乙。\n第一百二十条之二　丙。\n第一百二十一条　丁。")
    assert [(a["number"], a["suffix"]) for a in found.articles] == [(120, None), (120, 1), (120, 2), (121, None)]


def test_divisions_of_all_levels() -> None:
    text = "第一编　总　则\n第一分编　通则\n第一章　一般规定\n第一节　范围\n第一条　甲。\n第二节　原则\n第二条　乙。\n附　则\n第三条　丙。"
    assert divisions(text) == [
        ("part", "第一编", "总则"),
        ("subpart", "第一分编", "通则"),
        ("chapter", "第一章", "一般规定"),
        ("section", "第一节", "范围"),
        ("section", "第二节", "原则"),
        ("part", "", "附则"),
    ]
    assert [a["division"] for a in provisions(text).articles] == [3, 4, 5]


def test_title_of_a_division_on_the_next_line_or_two() -> None:
    assert divisions("第一章\n总则\n第一条　甲。") == [("chapter", "第一章", "总则")]
    assert divisions("第一节　审议、\n表决程序\n第一条　甲。") == [("section", "第一节", "审议、表决程序")]


def test_numbered_headings_over_articles_are_divisions() -> None:
    text = "一、受理\n第一条　甲。\n二、责任\n第二条　乙。"
    assert divisions(text) == [("chapter", "一", "受理"), ("chapter", "二", "责任")]
    assert tree(text) == [["第一条", ["甲。"]], ["第二条", ["乙。"]]]


def test_numbered_points_inside_an_article_are_items() -> None:
    text = "第一条　包括：\n一、甲；\n二、乙。\n第二条　丙。"
    assert tree(text) == [["第一条", [["包括：", [["一、", "甲；"], ["二、", "乙。"]]]]], ["第二条", ["丙。"]]]


def test_a_paragraph_that_starts_with_a_citation_is_no_article() -> None:
    text = "第一条　甲。\n第二条　乙。\n第一条规定的期限届满，可以延长。\n第三条　丙。"
    assert tree(text) == [
        ["第一条", ["甲。"]],
        ["第二条", ["乙。", "第一条规定的期限届满，可以延长。"]],
        ["第三条", ["丙。"]],
    ]


def test_labels_without_a_space_count_in_their_place() -> None:
    text = "第一条　甲。\n第二条乙办理登记。\n第九条处罚不适用于前款。\n第三条　丙。"
    assert [a["label"] for a in provisions(text).articles] == ["第一条", "第二条", "第三条"]
    tight = "第一条甲。\n第二条乙。\n第九条丙。\n第十条丁。"
    assert [a["label"] for a in provisions(tight).articles] == ["第一条", "第二条", "第九条", "第十条"]


def test_a_line_cut_inside_a_sentence_goes_on() -> None:
    long = "县级以上人民政府应当加强对水污染防治工作的领导，组织有关部门依照本条例"
    text = f"第一条{long}\n第九条处罚违法行为，并公布结果。\n第二条主管部门负责实施。\n第三条乙。"
    assert tree(text)[0] == ["第一条", [f"{long}第九条处罚违法行为，并公布结果。"]]


def test_quoted_provisions_are_text_of_the_point_that_quotes_them() -> None:
    text = "一、第五条修改为：“第五条　甲：\n“（一）乙；\n（二）丙。\n二、丁。\n”\n二、删去第六条。"
    found = provisions(text)
    assert [a["label"] for a in found.articles][:2] == ["一", "二"]
    assert found.style == "一、"


def test_an_unclosed_quotation_ends_at_the_next_number() -> None:
    text = "一、第五条修改为：“甲。\n二、第六条修改为：“乙。\n三、删去第七条。"
    assert [a["label"] for a in provisions(text).articles] == ["一", "二", "三"]


def test_lines_under_no_article_are_kept_apart() -> None:
    found = provisions("第一章　总则\n本章规定一般事项，适用于全部活动。\n第一条　甲。")
    assert [b.text for b in found.loose] == ["本章规定一般事项，适用于全部活动。"]


def test_places_hold_their_parts() -> None:
    text = "第一章　总则\n第一条　有下列情形的：\n　　（一）甲：\n　　1.乙；\n　　（二）丙。\n　　丁。"
    found = provisions(text)
    article = found.articles[0]
    assert text[slice(*article["span"])] == text[text.index("第一条") :]
    first, second = article["paragraphs"]
    assert text[slice(*first["span"])] == text[text.index("有下列") : text.index("\n　　丁")]
    assert text[slice(*second["span"])] == "丁。"
    assert text[slice(*first["items"][0]["span"])] == "（一）甲：\n　　1.乙；"
    assert text[slice(*found.divisions[0]["span"])] == "第一章　总则"


def test_style_of_articles() -> None:
    def style(text: str) -> str:
        return article_style(label_lines(split_lines(text, fold(text))))

    assert style("第一条　甲。\n第二条　乙。") == SERIAL
    assert style("一、甲。\n二、乙。\n“第一条　丙。") == "一、"
    assert style("（一）甲。\n（二）乙。") == "（一）"
    assert style("1.甲。\n2.乙。") == "1."
    assert style("甲。\n乙。") == ""


def test_articles_printed_in_one_line() -> None:
    text = "第一章 总则 第一条 甲，依照本条例第二条 规定。第二条 乙：（一）丙。第三条 丁。 第二章 附则 第四条 戊。"
    lines = [b.text for b in split_run_on(split_lines(text, fold(text)))]
    assert lines == [
        "第一章 总则",
        "第一条 甲，依照本条例第二条 规定。",
        "第二条 乙：（一）丙。",
        "第三条 丁。",
        "第二章 附则",
        "第四条 戊。",
    ]


def test_a_citation_in_running_text_splits_no_line() -> None:
    text = "第五条 违反规定的，依照下列规定处罚。第三条 规定的除外。第六条规定的行为，从重处罚。"
    assert [b.text for b in split_run_on(split_lines(text, fold(text)))] == [text]


def test_a_list_printed_in_one_line() -> None:
    text = "第一条　有下列情形的：（一）甲；（二）乙，依照第（一）项；（三）丙。\n（四）丁。\n第二条　见（二）项；（一）项。"
    assert tree(text) == [
        [
            "第一条",
            [
                [
                    "有下列情形的：",
                    [["（一）", "甲；"], ["（二）", "乙，依照第（一）项；"], ["（三）", "丙。"], ["（四）", "丁。"]],
                ]
            ],
        ],
        ["第二条", ["见（二）项；（一）项。"]],
    ]
    item = provisions(text).articles[0]["paragraphs"][0]["items"][1]
    assert text[slice(*item["span"])] == "（二）乙，依照第（一）项；"


def test_numbers_in_brackets_that_do_not_count_are_text() -> None:
    for line in ("包括：（二）甲；（三）乙。", "包括：（一）甲。", "依照规定（一）甲（二）乙。"):
        assert tree(f"第一条　{line}") == [["第一条", [line]]]


def test_what_stands_below_an_item_that_is_a_heading_is_its_text() -> None:
    text = "一、任务\n（一）健全制度。\n市有关部门制定办法。\n每年评估一次。\n（二）加强保障，形成合力\n各区落实经费。\n二、要求\n（三）严格考核。结果公开。"
    assert tree(text) == [
        ["一", [["", [["（一）", "健全制度。\n市有关部门制定办法。\n每年评估一次。"], ["（二）", "加强保障，形成合力\n各区落实经费。"]]]]],
        ["二", [["", [["（三）", "严格考核。结果公开。"]]]]],
    ]  # fmt: skip


def test_what_stands_below_a_list_is_a_paragraph() -> None:
    text = "一、下列单位参加：\n（一）发展改革部门\n（二）财政部门\n以上单位应当配合。\n二、奖励：\n（一）先进集体；\n对个人另行奖励。"
    assert tree(text) == [
        ["一", [["下列单位参加：", [["（一）", "发展改革部门"], ["（二）", "财政部门"]]], "以上单位应当配合。"]],
        ["二", [["奖励：", [["（一）", "先进集体；"]]], "对个人另行奖励。"]],
    ]
    serial = "第一条　处罚：\n（一）警告\n从重的除外。"
    assert tree(serial) == [["第一条", [["处罚：", [["（一）", "警告"]]], "从重的除外。"]]]


def test_items_of_a_quoted_provision_are_items_without_the_repeated_mark() -> None:
    text = "一、第五条修改为：“有下列情形之一的：\n“（一）甲；\n“（二）乙。\n“情节严重的，从重处罚。”\n二、删去第六条。\n“（一）丙。"
    assert tree(text) == [
        ["一", [["第五条修改为：“有下列情形之一的：", [["（一）", "甲；"], ["（二）", "乙。"]]], "“情节严重的，从重处罚。”"]],
        ["二", ["删去第六条。", "“（一）丙。"]],
    ]  # fmt: skip
    found = provisions(text).articles[0]["paragraphs"][0]["items"]
    assert [text[slice(*item["span"])] for item in found] == ["（一）甲；", "（二）乙。"]


def test_two_classes_at_the_start_of_a_line_are_no_label() -> None:
    text = "第二条　海塘分为三级。\n一、二级海塘建设需要分期实施的，应当报经批准。\n三级海塘由县管理。"
    assert tree(text) == [
        ["第二条", ["海塘分为三级。", "一、二级海塘建设需要分期实施的，应当报经批准。", "三级海塘由县管理。"]]
    ]


def test_stems_are_labels_of_old_statutes() -> None:
    text = "第三条　流放木排，须具备下列条件：\n甲、捆扎坚固；\n乙、悬挂标志。\n甲、乙双方另有约定的，从其约定。"
    assert tree(text) == [
        ["第三条", [["流放木排，须具备下列条件：", [["甲、", "捆扎坚固；"], ["乙、", "悬挂标志。"]]], "甲、乙双方另有约定的，从其约定。"]]
    ]  # fmt: skip
