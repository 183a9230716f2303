"""Every verb with every office, name and mark: the speaker is the bare name, the text what follows the mark."""

from itertools import product

import pytest

from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page, lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText
from policyparse.speech.attribution import parse_speech

VERBS = [
    "说",
    "表示",
    "介绍",
    "强调",
    "指出",
    "坦言",
    "直言",
    "感慨",
    "感叹",
    "回忆",
    "透露",
    "回答",
    "认为",
    "呼吁",
    "建议",
    "希望",
    "说道",
    "称",
    "笑称",
    "证实",
    "否认",
    "预测",
    "提醒",
    "承诺",
    "谈道",
    "讲道",
    "写道",
    "分析",
    "反映",
    "叮嘱",
    "勉励",
    "寄语",
    "表态",
    "汇报",
    "质疑",
    "追问",
    "念叨",
    "提示",
    "描述",
    "承认",
    "答复",
    "保证",
    "披露",
    "笑着说",
    "高兴地说",
    "告诉记者",
    "对记者说",
    "补充说",
    "解释道",
    "激动地说",
    "如是说",
    "这样说",
    "直言不讳地说",
    "自豪地告诉记者",
    "在会上说",
    "在接受采访时表示",
    "深有感触地说",
    "回忆道",
    "总结道",
    "打趣道",
    "连连称赞",
    "一再强调",
    "向本报记者介绍",
]
OFFICES = [
    "副县长",
    "市水利局局长",
    "大坪村党支部书记",
    "云岫公司总经理",
    "合作社理事长",
    "村民",
    "果农",
    "省农科院研究员",
]
NAMES = ["韩川", "罗启明", "欧阳雪松", "阿依古丽·买买提"]
MARKS = {"：": ("", ""), "：“": ("“", "”"), "，": ("", ""), "，“": ("“", "”")}
SAID = "明年还要再修两座桥，让大家少走弯路。"
GROUPS = ["村民们", "乡亲们", "与会人员", "不少游客", "相关负责人", "市水利局有关负责人", "业内人士"]


def said(sentence: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    diagnostics = Diagnostics()
    page: Page = lay_out(repair(SourceText(f"某地推进重点工作取得新进展\n\n{sentence}"), diagnostics), diagnostics)
    utterances, speakers = parse_speech(page, diagnostics)
    return [(s["name"], s["kind"]) for s in speakers.drafts()], [(u.speaker, u.text(page)) for u in utterances]


@pytest.mark.parametrize("verb", VERBS)
def test_a_person_with_an_office_speaks(verb: str) -> None:
    wrong = [
        (sentence, found)
        for office, name, mark in product(OFFICES, NAMES, MARKS)
        for sentence in [f"{office}{name}{verb}{mark}{SAID}{MARKS[mark][1]}"]
        for found in [said(sentence)]
        if found != ([(name, "person")], [(name, SAID)])
    ]
    assert wrong == []


@pytest.mark.parametrize("verb", VERBS)
def test_a_group_speaks_whole(verb: str) -> None:
    wrong = [
        (sentence, found)
        for group, mark in product(GROUPS, MARKS)
        for sentence in [f"{group}{verb}{mark}{SAID}{MARKS[mark][1]}"]
        for found in [said(sentence)]
        if found != ([(group, "collective")], [(group, SAID)])
    ]
    assert wrong == []


@pytest.mark.parametrize("verb", VERBS)
def test_a_quotation_stands_before_the_verb(verb: str) -> None:
    wrong = [
        (sentence, found)
        for office, name in product(OFFICES, NAMES)
        for sentence in [f"“{SAID}”{office}{name}{verb}。"]
        for found in [said(sentence)]
        if found != ([(name, "person")], [(name, SAID)])
    ]
    assert wrong == []
