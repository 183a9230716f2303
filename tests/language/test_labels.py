"""Labels at the start of a line: what they match, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_label, format_number, match_label
from policyparse.language.numerals import parse_integer

LABELS = [
    ("第一编 总则", "part", 1, None, "第一编", "总则"),
    ("第二分编　所有权", "subpart", 2, None, "第二分编", "所有权"),
    ("第十二章 附则", "chapter", 12, None, "第十二章", "附则"),
    ("第三节勘验、检查", "section", 3, None, "第三节", "勘验、检查"),
    ("第三章", "chapter", 3, None, "第三章", ""),
    ("第一条　为了保护环境，制定本法。", "article", 1, None, "第一条", "为了保护环境，制定本法。"),
    ("第1条 为了保护环境，制定本法。", "article", 1, None, "第1条", "为了保护环境，制定本法。"),
    ("第１２条　罚款。", "article", 12, None, "第12条", "罚款。"),
    ("第 一 百 零 五 条 罚款。", "article", 105, None, "第一百零五条", "罚款。"),
    ("第一千二百六十条　本法自公布之日起施行。", "article", 1260, None, "第一千二百六十条", "本法自公布之日起施行。"),
    ("第一百二十条之一　资助恐怖活动。", "article", 120, 1, "第一百二十条之一", "资助恐怖活动。"),
    ("第12条之2 处罚。", "article", 12, 2, "第12条之2", "处罚。"),
    ("第五条违反规定的，处罚款。", "article", 5, None, "第五条", "违反规定的，处罚款。"),
    ("第五条：违反规定的，处罚款。", "article", 5, None, "第五条", "违反规定的，处罚款。"),
    ("第七条（适用范围）本条例适用于本市。", "article", 7, None, "第七条", "（适用范围）本条例适用于本市。"),
    ("第八条", "article", 8, None, "第八条", ""),
    ("第壹拾贰条 罚款。", "article", 12, None, "第壹拾贰条", "罚款。"),
    ("第甲条 罚款。", "article", 1, None, "第甲条", "罚款。"),
    ("第㉒条 罚款。", "article", 22, None, "第㉒条", "罚款。"),
    ("第XIV条 罚款。", "article", 14, None, "第XIV条", "罚款。"),
    ("第Ⅲ章 附则", "chapter", 3, None, "第Ⅲ章", "附则"),
    ("一、加强领导。", "item", 1, None, "一", "加强领导。"),
    ("二十一、附则", "item", 21, None, "二十一", "附则"),
    ("（十二）其他情形。", "item", 12, None, "（十二）", "其他情形。"),
    ("(一) 其他情形。", "item", 1, None, "（一）", "其他情形。"),
    ("（3）其他情形。", "item", 3, None, "（3）", "其他情形。"),
    ("1.建立机制。", "item", 1, None, "1.", "建立机制。"),
    ("1.2022年以前取得的，继续有效。", "item", 1, None, "1.", "2022年以前取得的，继续有效。"),
    ("2．建立机制。", "item", 2, None, "2.", "建立机制。"),
    ("10、建立机制。", "item", 10, None, "10、", "建立机制。"),
    ("3）建立机制。", "item", 3, None, "3）", "建立机制。"),
    ("①建立机制。", "item", 1, None, "①", "建立机制。"),
    ("㈢建立机制。", "item", 3, None, "㈢", "建立机制。"),
    ("⒉建立机制。", "item", 2, None, "⒉", "建立机制。"),
    ("⑷建立机制。", "item", 4, None, "⑷", "建立机制。"),
    ("❺建立机制。", "item", 5, None, "❺", "建立机制。"),
    ("二）建立机制。", "item", 2, None, "二）", "建立机制。"),
    ("㊂建立机制。", "item", 3, None, "㊂", "建立机制。"),
    ("Ⅳ.建立机制。", "item", 4, None, "Ⅳ", "建立机制。"),
    ("b）建立机制。", "item", 2, None, "b）", "建立机制。"),
    ("C.建立机制。", "item", 3, None, "C.", "建立机制。"),
    ("（乙）建立机制。", "item", 2, None, "（乙）", "建立机制。"),
    ("第贰条　罚款。", "article", 2, None, "第贰条", "罚款。"),
    ("【第二条】罚款。", "article", 2, None, "第二条", "罚款。"),
    ("[第二条之一] 罚款。", "article", 2, 1, "第二条之一", "罚款。"),
    ("第五条　外商投资企业应当登记。", "article", 5, None, "第五条", "外商投资企业应当登记。"),
    ("第五条作业单位应当登记。", "article", 5, None, "第五条", "作业单位应当登记。"),
]

NO_LABELS = [
    "第三条规定的措施，由主管部门实施。",
    "第三条第二款规定的措施。",
    "第三条所称主管部门，是指市人民政府。",
    "第三条、第四条规定的行为，处罚款。",
    "第三条至第五条的规定适用于本条例。",
    "第三条的规定不适用。",
    "第二章规定的职责，由市人民政府履行。",
    "第二章、第三章的规定适用于前款。",
    "第二章有关监督检查的规定，适用于本节。",
    "第二章以外的规定，适用于本节。",
    "第五条之外的情形。",
    "第五条（二）项情形。",
    "第一款规定的期限，可以延长。",
    "第三方机构应当出具报告。",
    "第一审人民法院应当受理。",
    "2018年9月21日通过。",
    "1.5倍以上的罚款。",
    "3个以上申请人的，应当招标。",
    "（以下简称平台）应当登记。",
    "（2018年9月21日通过）",
    "一是加强领导。",
    "甲、乙双方应当协商。",
    "A区建立机制。",
    "【适用范围】本办法适用于本市。",
    "【第二章】",
    "一般规定",
    "十年以下有期徒刑。",
    "百分之五以上。",
    "",
]


@pytest.mark.parametrize(("line", "kind", "number", "suffix", "text", "rest"), LABELS)
def test_label(line: str, kind: str, number: int, suffix: int | None, text: str, rest: str) -> None:
    folded = fold(line)
    label = match_label(folded)
    assert label is not None
    assert (label.kind, label.number, label.suffix, label.text, folded[label.body :]) == (
        kind,
        number,
        suffix,
        text,
        fold(rest),
    )


@pytest.mark.parametrize("line", NO_LABELS)
def test_no_label(line: str) -> None:
    assert match_label(fold(line)) is None


def test_a_heading_is_no_sentence() -> None:
    assert match_label("第二章 本章规定监督检查。") is None
    assert match_label("第二章 " + "长" * 70) is None


@given(st.integers(min_value=1, max_value=9999))
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    assert parse_integer(format_number(number)) == number
    label = match_label(f"第{format_number(number)}条　正文。")
    assert label is not None
    assert label.number == number


@given(st.text(alphabet="第一二三十百条款项章节编之（）()、.．1234567890 　规定的①", max_size=40))
def test_any_line_has_a_label_or_none(line: str) -> None:
    label = match_label(fold(line))
    if label is not None:
        assert 0 < label.end <= label.body <= len(line)
        assert label.number >= 0


@pytest.mark.parametrize("number", [1, 10, 12, 105, 1260])
def test_a_label_is_written_as_it_is_read(number: int) -> None:
    written = format_label("条", number, 2)
    label = match_label(f"{written} 内容")
    assert label is not None
    assert (label.number, label.suffix, label.text) == (number, 2, written)


@pytest.mark.parametrize(
    ("line", "suffix"),
    [("第三十条之一1亿元以下的", 1), ("第三条之0 内容", None), ("第九条之12 内容", 12), ("第三十条之十二 内容", 12)],
)
def test_a_suffix_is_written_in_one_kind_of_digits(line: str, suffix: int | None) -> None:
    label = match_label(line)
    assert label is not None
    assert label.suffix == suffix
