"""Two versions of a document opposite each other."""

import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import policyparse
from policyparse.output.comparison.as_text import inline
from policyparse.output.comparison.changed_words import changed_words
from policyparse.output.comparison.model import ComparedRow, Comparison, Fragment

HEAD = "某市停车管理条例\n（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）\n"


def law(*articles: str, head: str = HEAD) -> policyparse.Document:
    return policyparse.parse(head + "".join(f"{article}\n" for article in articles), kind="decision")


def compared(old: tuple[str, ...], new: tuple[str, ...]) -> Comparison:
    return policyparse.compare(law(*old), law(*new))


def told(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    """Rows that changed: labels before and after, and how."""

    def labels(row: ComparedRow, side: str) -> str:
        return "、".join(one.label for one in getattr(row, side))

    return [(labels(row, "old"), labels(row, "new"), list(row.changes)) for row in comparison.walk() if row.changes]


AIM = "第一条　为了规范停车秩序，制定本条例。"
DUTY = "第二条　市公安机关应当编制停车设施专项规划，报市人民政府批准。"
FEES = "第三条　停车收费实行明码标价，标价应当在停车场入口公示。"
PENALTY = "第四条　擅自占用道路停车泊位的，由公安机关责令改正，处二百元罚款。"
EFFECT = "第五条　本条例自2020年6月1日起施行。"
ALL = (AIM, DUTY, FEES, PENALTY, EFFECT)


def renumbered(article: str, label: str) -> str:
    return label + article[article.index("　") :]


def test_equal_versions_have_no_changes() -> None:
    comparison = compared(ALL, ALL)
    assert not comparison
    assert comparison.counts() == {"unchanged": 5}
    assert told(comparison) == []


def test_width_and_white_space_are_no_change() -> None:
    assert not compared(ALL, tuple(article.replace("，", ",").replace("公示", "公 示") for article in ALL))


def test_a_mark_that_changed_is_a_change() -> None:
    assert told(compared(ALL, (AIM, DUTY.replace("，", "；"), FEES, PENALTY, EFFECT)))[0][2] == ["changed"]


def test_words_that_changed_are_marked_on_both_sides() -> None:
    comparison = compared(ALL, (AIM, DUTY, FEES, PENALTY.replace("二百元", "五百元以上一千元以下"), EFFECT))
    (paragraph,) = [row for row in comparison.walk() if row.unit == "paragraph" and row.changes]
    assert [word.text for word in paragraph.old[0].words if word.changed] == ["二百元"]
    assert [word.text for word in paragraph.new[0].words if word.changed] == ["五百元以上一千元以下"]
    for side in (*paragraph.old, *paragraph.new):
        assert "".join(word.text for word in side.words) == side.text


def test_an_article_that_is_inserted_renumbers_those_behind_it() -> None:
    new = "第三条　鼓励机关和企业向社会开放停车场。"
    after = (
        AIM,
        DUTY,
        new,
        *(renumbered(a, f"第{n}条") for a, n in zip((FEES, PENALTY, EFFECT), "四五六", strict=True)),
    )
    assert told(compared(ALL, after))[:3] == [
        ("", "第三条", ["added"]),
        ("", "第一款", ["added"]),
        ("第三条", "第四条", ["renumbered"]),
    ]


def test_an_article_that_is_gone_stands_where_it_stood() -> None:
    after = (AIM, DUTY, renumbered(PENALTY, "第三条"), renumbered(EFFECT, "第四条"))
    comparison = compared(ALL, after)
    assert [row.old[0].label for row in comparison.rows if "gone" in row.changes] == ["第三条"]
    labels = [(row.old or row.new)[0].label for row in comparison.rows if row.unit == "article"]
    assert labels == ["第一条", "第二条", "第三条", "第四条", "第五条"]


def test_an_article_that_moved() -> None:
    after = (AIM, renumbered(PENALTY, "第二条"), renumbered(DUTY, "第三条"), renumbered(FEES, "第四条"), EFFECT)
    moved = [row for row in compared(ALL, after).rows if "moved" in row.changes]
    assert [(row.old[0].label, row.new[0].label) for row in moved] == [("第四条", "第二条")]


def test_an_article_that_moved_to_another_chapter() -> None:
    chapters = ("第一章　总则", "第二章　管理", "第三章　附则")
    before = (chapters[0], AIM, DUTY, chapters[1], FEES, PENALTY, chapters[2], EFFECT)
    after = (chapters[0], AIM, chapters[1], DUTY, FEES, PENALTY, chapters[2], EFFECT)
    assert told(compared(before, after)) == [("第二条", "第二条", ["moved"])]


def test_an_article_that_was_split() -> None:
    first = "第三条　停车收费实行明码标价。"
    second = "第四条　标价应当在停车场入口公示。"
    after = (AIM, DUTY, first, second, renumbered(PENALTY, "第五条"), renumbered(EFFECT, "第六条"))
    (split,) = [row for row in compared(ALL, after).rows if "split" in row.changes]
    assert [one.label for one in split.old] == ["第三条"]
    assert [one.label for one in split.new] == ["第三条", "第四条"]


def test_articles_that_were_merged() -> None:
    first = "第三条　停车收费实行明码标价。"
    second = "第四条　标价应当在停车场入口公示。"
    before = (AIM, DUTY, first, second, renumbered(PENALTY, "第五条"), renumbered(EFFECT, "第六条"))
    (merged,) = [row for row in compared(before, ALL).rows if "merged" in row.changes]
    assert ([one.label for one in merged.old], [one.label for one in merged.new]) == (["第三条", "第四条"], ["第三条"])


def test_a_paragraph_that_moved_to_another_article() -> None:
    more = "车辆停放者应当按照标志标线停放车辆，服从管理人员的引导。"
    comparison = compared(
        (AIM, f"{DUTY}\n{more}", FEES, PENALTY, EFFECT),
        (AIM, DUTY, FEES, f"{PENALTY}\n{more}", EFFECT),
    )
    (moved,) = [row for row in comparison.walk() if "moved" in row.changes]
    assert moved.old[0].pointer == "/articles/1/paragraphs/1"
    assert moved.new[0].pointer == "/articles/3/paragraphs/1"
    assert more in comparison.as_text()
    cells = comparison.as_markdown()
    assert cells.count(more) == 2, "once in each column"


def test_a_paragraph_without_a_like_one_is_not_moved() -> None:
    comparison = compared(
        (AIM, f"{DUTY}\n车辆停放者应当按照标志标线停放车辆。", FEES, PENALTY, EFFECT),
        (AIM, DUTY, FEES, f"{PENALTY}\n拒不改正的，可以拖移其车辆。", EFFECT),
    )
    assert {kind for row in comparison.walk() for kind in row.changes} == {"changed", "gone", "added"}


ITEMS = "第二条　有下列情形之一的，不予登记：\n（一）泊位少于十个的；\n（二）未缴清停车费用的；\n（三）提供虚假材料的。"


def test_items_are_renumbered_and_changed() -> None:
    after = ITEMS.replace("（二）未", "（二）涂改标志标线的；\n（三）未").replace("（三）提供", "（四）提供")
    comparison = compared((AIM, ITEMS, EFFECT), (AIM, after, EFFECT))
    assert told(comparison)[2:] == [
        ("", "（二）", ["added"]),
        ("（二）", "（三）", ["renumbered"]),
        ("（三）", "（四）", ["renumbered"]),
    ]


def test_items_that_repeat_are_paired_in_order() -> None:
    twice = "第二条　材料包括：\n（一）身份证明；\n（二）身份证明；\n（三）申请表。"
    comparison = compared((AIM, twice, EFFECT), (AIM, twice.replace("（二）身份证明；\n（三）", "（二）"), EFFECT))
    assert [one for one in told(comparison) if "gone" in one[2]] == [("（二）", "", ["gone"])]


def test_an_article_whose_words_were_all_replaced_stands_opposite() -> None:
    after = (AIM, DUTY, "第三条　鼓励利用人防工程。", PENALTY, EFFECT)
    assert told(compared(ALL, after))[0] == ("第三条", "第三条", ["changed"])


def test_the_amending_decision_says_what_words_do_not() -> None:
    title = "某市停车管理条例"
    decision = policyparse.parse(
        f"某市人民代表大会常务委员会关于修改《{title}》的决定\n"
        "（2021年4月29日某市第一届人民代表大会常务委员会第九次会议通过）\n"
        f"会议决定对《{title}》作如下修改：\n"
        "一、增加一条，作为第三条：“市财政应当保障经费。”\n"
        "二、将第三条改为第四条，修改为：“鼓励利用人防工程。”\n"
        "本决定自2021年9月1日起施行。\n"
        f"《{title}》根据本决定作相应修改并对条文顺序作相应调整，重新公布。\n"
    )
    assert isinstance(decision, policyparse.Decision)
    new, replaced = "第三条　市财政应当保障经费。", "第四条　鼓励利用人防工程。"
    after = law(AIM, DUTY, new, replaced, renumbered(PENALTY, "第五条"), renumbered(EFFECT, "第六条"))
    rows = policyparse.compare(law(*ALL), after, amending=decision).rows
    found = {(row.old[0].label if row.old else "", row.new[0].label) for row in rows if row.unit == "article"}
    assert {("", "第三条"), ("第三条", "第四条")} <= found


NOTICE = (
    "某市人民政府关于加强停车管理的通知\n某政发〔2024〕1号\n各区人民政府：\n为了规范停车秩序，现通知如下：\n"
    "一、完善设施。各区要新建停车场十处。（市公安局牵头，市财政局配合）\n"
    "二、加强执法。各区要查处违法停车。\n"
    "某市人民政府\n2024年1月2日\n"
)


def test_points_and_who_is_responsible() -> None:
    new = NOTICE.replace("市财政局配合", "市住房城乡建设局配合").replace("查处违法停车", "严格查处违法停车行为")
    comparison = policyparse.compare(policyparse.parse(NOTICE), policyparse.parse(new))
    changed = {row.unit: row for row in comparison.walk() if row.changes}
    assert changed.keys() == {"point", "responsibility", "paragraph"}
    assert "".join(w.text for w in changed["responsibility"].new[0].words if w.changed).startswith("住房城乡建设")


def test_meetings_are_not_compared() -> None:
    meeting = policyparse.parse("市政协召开座谈会\n5月5日，市政协召开座谈会。张三委员说：“要快。”\n", kind="meeting")
    with pytest.raises(ValueError, match="reconcile"):
        policyparse.compare(meeting, meeting)


def test_every_provision_stands_in_one_row() -> None:
    old, new = law(*ALL, "第六条　甲。\n乙。"), law(EFFECT, PENALTY, AIM, "第四条　丙。\n丁。\n乙。")
    comparison = policyparse.compare(old, new)
    for document, side in ((old, "old"), (new, "new")):
        pointers = [one.pointer for row in comparison.walk() for one in getattr(row, side)]
        assert len(pointers) == len(set(pointers))
        paragraphs = [
            f"/articles/{i}/paragraphs/{j}"
            for i, article in enumerate(document.articles)  # type: ignore[attr-defined]
            for j in range(len(article.paragraphs))
        ]
        assert set(paragraphs) <= set(pointers)


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("处二百元罚款。", "处五百元罚款。", "处[-二百-]{+五百+}元罚款。"),
        ("甲、乙应当登记。", "甲、丙、乙应当登记。", "甲、{+丙、+}乙应当登记。"),
        ("应当登记。", "应当登记", "应当登记[-。-]"),
        ("工商行政管理部门", "市场监督管理部门", "[-工商行政-]{+市场监督+}管理部门"),
        ("禁止停车。", "鼓励绿色出行、少开车。", "[-禁止停车。-]{+鼓励绿色出行、少开车。+}"),
        ("", "新的。", "{+新的。+}"),
        ("甲,乙", "甲，乙。", "甲，乙{+。+}"),
    ],
)
def test_words(old: str, new: str, marked: str) -> None:
    edits = changed_words(old, new)
    sides = [
        [Fragment(text=text[start:end], changed=not edit.same) for edit, (start, end) in found if end > start]
        for text, found in ((old, [(e, e.old) for e in edits]), (new, [(e, e.new) for e in edits]))
    ]
    assert "".join(inline(*sides)) == marked


@pytest.mark.parametrize(
    ("old", "new"),
    [("甲" * 4000 + "乙", "丙" + "甲" * 4000), ("甲乙" * 3000, "乙甲" * 3000), ("甲，" * 3000, "乙，甲" * 3000)],
    ids=["one character", "two in turn", "clauses"],
)
def test_words_that_repeat_are_compared_to_the_end(old: str, new: str) -> None:
    edits = changed_words(old, new)
    for text, side in ((old, 1), (new, 2)):
        places = [edit[side] for edit in edits]
        assert places[0][0] == 0
        assert places[-1][1] == len(text)  # type: ignore[index]
        assert all(a[1] == b[0] for a, b in pairwise(places))  # type: ignore[index]


def test_versions_with_nothing_in_common_take_linear_time() -> None:
    def made(word: str, number: int) -> tuple[str, ...]:
        return tuple(f"第{n}条　{word}应当依照本条例第{n}条的规定登记{word}{n * 7919}。" for n in range(1, number))

    def calls(number: int) -> int:
        """How many functions a comparison calls, which no other program changes."""
        old, new = law(*made("甲", number)), law(*made("乙", number))
        counted = [0]

        def count(frame: object, event: str, argument: object) -> None:
            counted[0] += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            policyparse.compare(old, new)
        finally:
            sys.setprofile(None)
        return counted[0]

    assert calls(401) < 2.5 * calls(201)


# ------------------------------------------------------------------ prints


@pytest.fixture(scope="module")
def example() -> Comparison:
    new = "第三条　鼓励向社会开放停车场。"
    return compared(
        ALL,
        (AIM, DUTY.replace("停车设施", "公共停车设施"), new, *(renumbered(PENALTY, "第四条"), EFFECT)),
    )


def test_json_goes_there_and_back(example: Comparison) -> None:
    assert Comparison.model_validate_json(example.model_dump_json()) == example
    assert json.loads(example.model_dump_json())["rows"][0]["unit"] == "title"


def test_html_is_one_page_with_two_columns(example: Comparison) -> None:
    page = example.as_html()
    assert '<th scope="col">修改前（2020-01-01）</th>' in page
    assert "<ins>公共</ins>停车设施" in page
    assert "default-src 'none'" in page
    assert page.count("<tr class=") == 2
    assert example.as_html(full=True).count("<tr class=") == 6


def test_the_text_of_a_document_injects_nothing() -> None:
    harmful = (
        law(*ALL)
        .model_dump_json()
        .replace("明码标价", "<script>alert(1)</script>|`明码`")
        .replace("某市停车", "<i>某市停车")
    )
    comparison = policyparse.compare(law(*ALL), policyparse.Decision.model_validate_json(harmful))
    page, table = comparison.as_html(full=True), comparison.as_markdown(full=True)
    assert "<script>" not in page
    assert "<i>" not in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in table
    assert {line.replace("\\|", "").count("|") for line in table.splitlines() if line.startswith("|")} == {3}
    assert "\x1b" not in policyparse.compare(law(*ALL), law(*ALL[:-1], "第五条　\x1b[31m红。")).as_text()


def test_text_says_what_changed(example: Comparison) -> None:
    text = example.as_text()
    assert "2 changed, 3 unchanged" in text
    assert "市公安机关应当编制{+公共+}停车设施专项规划" in text
    assert "制定本条例" not in text
    assert "制定本条例" in example.as_text(full=True)
    assert "修改2，未变3" in example.as_text(lang="zh")


def test_what_is_added_and_gone_says_so_in_the_other_column() -> None:
    page = compared(ALL, ALL[:-1]).as_html()
    assert "（删去）" in page
    assert "（新增）" in compared(ALL[:-1], ALL).as_html()


DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_of_the_documentation_is_what_is_made() -> None:
    old, new = (policyparse.parse(DOCS / "comparison" / f"{name}.txt") for name in ("before", "after"))
    table = policyparse.compare(old, new).as_markdown()
    assert table[table.index("| 修改前") :] in (DOCS / "comparison.md").read_text(encoding="utf-8")
