"""Lines: paragraphs broken by columns, pages and captions, wrapped lines, titles on several lines."""

import pytest

from policyparse.repair import broken_lines
from policyparse.repair.broken_lines import find_broken_lines
from policyparse.repair.broken_notes import find_broken_notes
from policyparse.repair.broken_titles import find_broken_titles
from policyparse.repair.wrapped_lines import find_wrapped_lines
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText

FIRST = "会议指出，要坚持把发展经济的着力点放在实体经济上，推动制造业高质量发展，加快建设现代化产业体系。\n\n"


def joined(text: str) -> str:
    repaired = RepairedText(SourceText(text))
    repaired.apply(find_broken_lines(repaired.folded))
    return repaired.text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "委员们深入多家药业有限公司、基因工程股份有限公司的车间和实验室，实",
            "地察看智能化生产车间，详细了解企业的情况。",
        ),
        ("一些较成熟的、小角度、小切口的意见建议，会前就报送市委、市政府和有关部门，", "供决策施策参考。"),
        (
            "要加强顶层设计，出台低碳发展的支持政策，加快构建零碳工业体系；建立“新能",
            "源”产业协同机制，多措并举降低价格。",
        ),
        ("第八条　市、区人民政府应当加强对工作的领导，建立健全协调机制，统筹解决发展中的", "重大问题，并向社会公布。"),
        ("有下列情形之一的，由主管部门责令改正；逾期不改正的，依照本条例", "第十条规定处罚，并记入信用档案。"),
    ],
)
def test_halves_of_a_sentence_are_joined(first: str, second: str) -> None:
    assert joined(f"{FIRST}{first}\n\n{second}\n") == f"{FIRST}{first}{second}\n"


@pytest.mark.parametrize("between", ["图为委员在园区考察", "— 3 —", "第 3 页", "第 3 页 共 12 页", "第3页，共12页"])
def test_a_caption_or_page_number_between_the_halves_is_taken_out(between: str) -> None:
    first, second = (
        "要出台低碳发展的支持政策，加快构建新工业体系。同时，要建立新能源和",
        "储能产业的协同机制，降低能源价格。",
    )
    assert joined(f"{FIRST}{first}\n\n{between}\n\n{second}\n") == f"{FIRST}{first}{second}\n"


def test_a_caption_inside_a_word_is_taken_out() -> None:
    first = "一、落实战略部署，应当坚持创新驱动、质效优先、融合发展、绿色转型、协同开放、系"
    second = "统推进的原则，加速制造业高端化发展。"
    assert joined(f"{FIRST}{first}\n\n会议现场\n\n{second}\n") == f"{FIRST}{first}{second}\n"


def test_running_heads_between_pages_are_taken_out() -> None:
    head, page = "江州市人民政府公报", "— {} —"
    pages = [
        "规划是指导全市国土空间保护、开发、利用、修复的行动指南，各区、各部门要切实维护规划的严",
        "肃性和权威性。各区要抓紧编制专项规划，做好衔接。同时，要加强实施监督，建立体检评估制度，定期开展评",
        "估，及时公开结果，接受社会监督。",
    ]
    text = FIRST + "".join(f"{part}\n{page.format(n)}\n\n{head}\n" for n, part in enumerate(pages, 1))
    assert "".join(pages) in joined(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "全国政协十四届常委会第七次会议举行全体会议，围绕经济体制进行大会发言，主席出席会议",
            "会议5日下午举行，十四位委员作了发言。",
        ),
        ("二、加快建设现代化产业体系，推动制造业高端化、智能化、绿色化发展", "围绕重点产业链，逐链制定图谱。"),
        ("（一）实施强链补链延链行动，培育壮大一批龙头企业和有带动作用的配套企业", "对链主企业给予支持。"),
        (
            "第十条 有下列情形之一的，由主管部门责令改正；拒不改正的，处一万元以上三万元以下罚款",
            "（一）未按照规定报送材料，影响工作的",
        ),
        (
            "第十一条 违反本条例第十条规定，造成损失的，依法承担赔偿责任，并由有关部门予以公告",
            "第十二条 本条例自公布之日起施行。",
        ),
        ("本条例所称主管部门，是指市、区两级工业和信息化、发展改革、科技、财政等部门", "附件：名单，表格。"),
        ("他表示，要进一步深化改革，扩大开放，促进合作，让企业有更多的获得感和幸福感。", "会议还研究了其他事项。"),
        (
            "您当前的位置 : 首页 > 要闻 > 会议、活动 > 常委会议 > 专题议政性常委会会议 > 正文",
            "打造产业高地，推动发展。",
        ),
    ],
)
def test_what_is_complete_or_a_heading_is_not_joined(first: str, second: str) -> None:
    text = f"{first}\n{second}\n"
    assert joined(text) == text


def test_a_heading_between_two_paragraphs_stays() -> None:
    text = (
        f"{FIRST}大家表示，要把会议精神落实到行动中，奋力开创新局面。\n\n聚焦主业\n\n走进车间，机器轰鸣，一派繁忙。\n"
    )
    assert joined(text) == text


WRAPPED = """\
　　为加快推进新型工业化，推动制造业高端化、智能化、绿色化
发展，根据国家和省有关规定，结合本市实际，制定本实施方案。
　　一、总体要求
　　坚持以科技创新引领产业创新，以产业创新带动科技创新，到
二〇二七年，规模以上工业增加值年均增长百分之七以上，高技术
制造业占比超过三成，建成一批具有竞争力的先进制造业集群，单
位工业增加值能耗进一步下降。
　　二、主要任务
　　实施产业链提升行动，聚焦新能源汽车、电子信息、生物医药
等重点产业，培育一批链主企业，带动上下游企业协同发展，形成
大中小企业融通的良好格局。
"""


def test_lines_of_fixed_width_become_paragraphs_again() -> None:
    repaired = RepairedText(SourceText(WRAPPED))
    repaired.apply(find_wrapped_lines(repaired.folded, repaired.text))
    assert [line.strip() for line in repaired.text.splitlines()] == [
        "为加快推进新型工业化，推动制造业高端化、智能化、绿色化发展，根据国家和省有关规定，结合本市实际，制定本实施方案。",
        "一、总体要求",
        "坚持以科技创新引领产业创新，以产业创新带动科技创新，到二〇二七年，规模以上工业增加值年均增长百分之七以上，"
        "高技术制造业占比超过三成，建成一批具有竞争力的先进制造业集群，单位工业增加值能耗进一步下降。",
        "二、主要任务",
        "实施产业链提升行动，聚焦新能源汽车、电子信息、生物医药等重点产业，培育一批链主企业，带动上下游企业协同发展，"
        "形成大中小企业融通的良好格局。",
    ]


STATUTE = """\
　　　　　　　　第一章　总　则

　　第一条　为了加强公共浴场卫生管理，预防疾病传播，
保障公众健康，根据《中华人民共和国传染病防治法》等法
律、法规，结合本市实际，制定本条例。
　　第二条　本市行政区域内公共浴场的经营活动，适用本
条例。
　　温泉、游泳场所不适用本条例。
　　第三条　市卫生健康主管部门负责本条例的实施，区卫
生健康主管部门按照第五条、第六条的规定做好监督工作，
每年至少检查2次，并在3个月内公布结果，接受社会监督。
　　第四条　经营者应当遵守下列规定：
　　（一）保持场所清洁；
　　（二）每日更换浴池用水；
　　（三）从业人员持有效健康合格证明上岗，证明每12个
月更新1次，过期的不得上岗。
　　第五条　经营者应当在醒目位置公示卫生许可证、水质
检测结果和投诉举报电话。
　　第六条　检查人员应当出示证件，不得收取费用，不得
妨碍经营者正常的经营活动。
"""


def test_short_provisions_are_no_sign_against_a_width() -> None:
    repaired = RepairedText(SourceText(STATUTE))
    repaired.apply(find_wrapped_lines(repaired.folded, repaired.text))
    assert [line.strip() for line in repaired.text.splitlines() if line.strip()] == [
        "第一章　总　则",
        "第一条　为了加强公共浴场卫生管理，预防疾病传播，保障公众健康，根据《中华人民共和国传染病防治法》等法律、法规，"
        "结合本市实际，制定本条例。",
        "第二条　本市行政区域内公共浴场的经营活动，适用本条例。",
        "温泉、游泳场所不适用本条例。",
        "第三条　市卫生健康主管部门负责本条例的实施，区卫生健康主管部门按照第五条、第六条的规定做好监督工作，"
        "每年至少检查2次，并在3个月内公布结果，接受社会监督。",
        "第四条　经营者应当遵守下列规定：",
        "（一）保持场所清洁；",
        "（二）每日更换浴池用水；",
        "（三）从业人员持有效健康合格证明上岗，证明每12个月更新1次，过期的不得上岗。",
        "第五条　经营者应当在醒目位置公示卫生许可证、水质检测结果和投诉举报电话。",
        "第六条　检查人员应当出示证件，不得收取费用，不得妨碍经营者正常的经营活动。",
    ]


def test_a_list_of_short_provisions_is_not_wrapped() -> None:
    text = "".join(line for line in STATUTE.splitlines(keepends=True) if line[0] == "　" and line[-2] in "。；：")
    assert list(find_wrapped_lines(text, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "春江潮水连海平，海上明月共潮生。\n" * 12,
        "张三  李四  王五  赵六  陈七  周八  吴九  郑十  冯一\n" * 12,
        FIRST * 8,
    ],
)
def test_verse_lists_and_paragraphs_are_not_wrapped(text: str) -> None:
    assert list(find_wrapped_lines(text, text)) == []


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "某省人民政府办公厅关于印发某省加快工业母机\n产业发展若干措施的通知",
            "某省人民政府办公厅关于印发某省加快工业母机产业发展若干措施的通知",
        ),
        ("国务院关于推动内陆港口建设\n的若干意见", "国务院关于推动内陆港口建设的若干意见"),
        ("某市人民政府\n关于加强河道管理的决定", "某市人民政府关于加强河道管理的决定"),
        (
            "中共某市委办公厅 某市人民政府办公厅\n印发《关于推进新型工业化的实施方案》的通知",
            "中共某市委办公厅 某市人民政府办公厅 印发《关于推进新型工业化的实施方案》的通知",
        ),
        (
            "某省第十四届人民代表大会第二次会议\n关于某省人民政府工作报告的决议",
            "某省第十四届人民代表大会第二次会议关于某省人民政府工作报告的决议",
        ),
        (
            "最高人民法院\n关于审理旅店住宿纠纷案件\n适用法律若干问题的解释（二）",
            "最高人民法院关于审理旅店住宿纠纷案件适用法律若干问题的解释（二）",
        ),
        ("某市关于推进项目建设，\n加快发展的通知", "某市关于推进项目建设，加快发展的通知"),
        (
            "某市工业和信息化局\n关于印发某市制造业数字化转型\n三年行动计划的通知",
            "某市工业和信息化局关于印发某市制造业数字化转型三年行动计划的通知",
        ),
    ],
)
def test_a_title_on_several_lines_is_one(lines: str, title: str) -> None:
    repaired = RepairedText(SourceText(lines + "\n正文第一段，内容如下。\n"))
    repaired.apply(find_broken_titles(repaired.folded))
    assert repaired.text == title + "\n正文第一段，内容如下。\n"


@pytest.mark.parametrize(
    "text",
    [
        "关于加强河道管理的决定\n关于修改河道管理办法的决定\n",
        "关于召开会议的通知\n某市人民政府关于加强管理的意见\n",
        "首页 > 政策 > 关于我们\n某市河道管理办法\n",
        "关于我们\n联系方式\n通知\n",
        "某市人民政府\n2024年5月1日\n",
    ],
)
def test_two_titles_are_not_one(text: str) -> None:
    assert list(find_broken_titles(text)) == []


def test_an_event_of_a_note_on_two_lines_is_one() -> None:
    text = """某市浴场管理条例
（2011年5月6日某市第十四届人民代表大会常务委员会第二十次会议通过
根据2018年7月3日某市第十六届人民代表大会常务委员会第十
一次会议《关于修改部分地方性法规的决定》修正　2022年9月1日某市第十七届人民
代表大会常务委员会第五次会议修订）
第一条　为了加强管理，制定本条例。
"""
    repaired = RepairedText(SourceText(text))
    repaired.apply(find_broken_notes(repaired.folded))
    assert repaired.text.splitlines()[1:-1] == [
        "（2011年5月6日某市第十四届人民代表大会常务委员会第二十次会议通过",
        "根据2018年7月3日某市第十六届人民代表大会常务委员会第十一次会议《关于修改部分地方性法规的决定》修正　"
        "2022年9月1日某市第十七届人民代表大会常务委员会第五次会议修订）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（2011年5月6日甲会议通过\n2012年5月6日乙会议批准\n自2012年6月1日起施行）\n",
        "（2011年5月6日某某公司成立）\n后来迁至某地\n",
        "（1995年5月6日国务院令第9号发布\n根据2012年5月6日《决定》修订\n第一章　总则\n",
        "某市浴场管理条例\n2011年5月6日\n某市人民政府\n",
    ],
)
def test_events_on_lines_of_their_own_stay(text: str) -> None:
    assert list(find_broken_notes(text)) == []


def test_a_paragraph_of_many_lines_is_joined_however_long_it_grows() -> None:
    cut = "要坚持把发展经济的着力点放在实体经济上，推动制造业高质量发展，加快建设现代化产业体系，提高质量和效"
    text = FIRST + f"{cut}\n益，" * 200 + "完成任务。\n"
    assert joined(text) == FIRST + f"{cut}益，" * 200 + "完成任务。\n"


def test_runs_are_looked_up_as_they_are_looked_for() -> None:
    runs = broken_lines._Runs("甲乙丙\n丁戊")
    asked = ["甲乙", "乙丙", "甲乙丙", "丙丁", "丙\n丁", "戊", "丁戊", "乙甲"]
    looked_for = [run in runs for run in asked]
    runs.asked = broken_lines._MANY_RUNS
    assert [run in runs for run in asked[:5] + asked[6:]] == looked_for[:5] + looked_for[6:]
    assert runs.known
