"""Speech that goes on in later paragraphs, and whose it is."""

import pytest

import policyparse

HEAD = "全市推进重点工作\n来源：江城日报 2024-08-20\n"
CASES = {
    "items after 从三个方面": (
        "8月19日，市发改委主任王立新从三个方面介绍了情况。\n一是投资增长较快。\n二是项目进展顺利。\n会后，与会人员参观了园区。",
        [("王立新", "一是投资增长较快。二是项目进展顺利。")],
    ),
    "an open quotation": (
        "市民政局局长王立新接受采访时说：“养老服务是民生大事。\n“我们将新建养老院12所，\n“让老人安享晚年。”",
        [("王立新", "养老服务是民生大事。我们将新建养老院12所，让老人安享晚年。")],
    ),
    "lines after a dash": (
        "会议强调，各级各部门要——\n提高站位，扛牢责任；\n强化统筹，形成合力。",
        [("会议", "各级各部门要——提高站位，扛牢责任；强化统筹，形成合力。")],
    ),
    "a quotation of the speaker before": (
        "市教育局局长王立新表示，要加大投入。市财政局局长张秀兰说：“资金已经拨付到位。”市长陈国梁要求加快进度，确保开学。",
        [("王立新", "要加大投入。"), ("张秀兰", "资金已经拨付到位。"), ("陈国梁", "加快进度，确保开学。")],
    ),
    "words of an authority cited by one unnamed": (
        "省委书记指出，习近平总书记强调绿水青山就是金山银山，我们要落到实处。",
        [],
    ),
    "a name that is a word": (
        "来自企业的李建国、张秀兰先后发言。李建国表示，企业要加大投入。",
        [("李建国", "企业要加大投入。")],
    ),
    "a broadcast label": (
        "全县推广智慧灌溉。\n【同期声】县水利局高级工程师 薛莉：我们布设了监测站26处。",
        [("薛莉", "我们布设了监测站26处。")],
    ),
    "a speech below a colon": (
        "市长王立新在讲话中指出：\n今年以来，全市经济稳中向好。\n下一步，全市上下要抓好落实。\n会议由副市长张秀兰主持。",
        [("王立新", "今年以来，全市经济稳中向好。下一步，全市上下要抓好落实。")],
    ),
    "fields in the first person": (
        "省住建厅厅长王立新介绍，今年重点抓好三件事。\n在保障方面，我们筹集房源2万套。\n据了解，全省已有小区5000个。",
        [("王立新", "今年重点抓好三件事。在保障方面，我们筹集房源2万套。")],
    ),
    "labels in brackets": (
        "全市推进项目。\n【市发改委主任王立新】今年推进项目136个。\n【字体：大中小】",
        [("王立新", "今年推进项目136个。")],
    ),
    "numbered questions": (
        "省发改委有关负责人就条例回答了记者提问。\n一、问：出台条例的背景是什么？\n答：民营经济是重要力量。",
        [("省发改委有关负责人", "民营经济是重要力量。")],
    ),
}


@pytest.mark.parametrize(("body", "said"), CASES.values(), ids=CASES)
def test_who_goes_on(body: str, said: list[tuple[str, str]]) -> None:
    document = policyparse.parse(HEAD + body, kind="briefing")
    assert isinstance(document, policyparse.NewsBriefing)
    assert [(s.speaker, s.text) for s in document.statements] == said


def test_a_speech_in_full_has_one_speaker() -> None:
    text = "在全市工业大会上的致辞\n江源市人民政府市长　王立新\n来源：江源日报 2024-03-05\n各位来宾：\n大家上午好！\n江源工业基础雄厚。\n"
    document = policyparse.parse(text)
    assert isinstance(document, policyparse.NewsBriefing)
    assert [(s.speaker, s.text) for s in document.statements] == [
        ("王立新", "各位来宾：大家上午好！江源工业基础雄厚。")
    ]
    told = policyparse.parse(text.replace("各位来宾：\n", ""))
    assert isinstance(told, policyparse.NewsBriefing)
    assert told.statements == []
