"""Indicators: what is measured, which numbers count, change, and who said it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse.core.diagnostics import Diagnostics
from policyparse.plan.indicators import link_speakers, parse_indicators

CASES = {
    "subject_and_growth": ("全市规模以上工业增加值同比增长6.5%。", ["全市规模以上工业增加值同比增长 6.5%"]),
    "subject_carried_on": (
        "上半年，全市接待游客548万人次，同比增长31.2%，比一季度加快1.3个百分点。",
        ["全市接待游客 5480000人次", "全市接待游客同比增长 31.2%", "全市接待游客比一季度加快 1.3个百分点"],
    ),
    "subject_from_the_sentence_before": (
        "前三季度，地区生产总值增长4.8%。分季度看，一季度增长5.3%，二季度增长4.7%。",
        ["地区生产总值增长 4.8%", "地区生产总值增长 5.3%", "地区生产总值增长 4.7%"],
    ),
    "in_turns": (
        "空调、冰箱、电视机产量分别增长8%、6.1%和12.5%。",
        ["空调产量增长 8%", "冰箱产量增长 6.1%", "电视机产量增长 12.5%"],
    ),
    "in_turns_with_a_shared_end": (
        "氮肥、磷肥产能利用率分别达到85%和55%。",
        ["氮肥产能利用率 85%", "磷肥产能利用率 55%"],
    ),
    "in_turns_after_a_list_of_clauses": (
        "信息传输、软件业，租赁和商务服务业增加值分别增长11.3%、10.1%。",
        ["信息传输、软件业增加值增长 11.3%", "租赁和商务服务业增加值增长 10.1%"],
    ),
    "pronoun": ("我们已建成充电桩3000个。", ["建成充电桩 3000个"]),
    "pronoun_of_an_owner": ("他们的产值增长5%。", ["产值增长 5%"]),
    "pronoun_of_a_place": ("我们县产值增长5%。", ["我们县产值增长 5%"]),
    "in_turns_of_what_was_named": (
        "第一产业增加值488亿元，第二产业增加值377亿元，分别占总值的4.6%和35.8%。",
        [
            "第一产业增加值 48800000000元",
            "第二产业增加值 37700000000元",
            "第一产业增加值占总值 4.6%",
            "第二产业增加值占总值 35.8%",
        ],
    ),
    "in_turns_with_a_shared_relation": (
        "居民消费、固定资产投资、净出口对全省经济增长的贡献率分别是60%、25%、15%。",
        [
            "居民消费对全省经济增长的贡献率 60%",
            "固定资产投资对全省经济增长的贡献率 25%",
            "净出口对全省经济增长的贡献率 15%",
        ],
    ),
    "in_turns_with_a_shared_share": (
        "农业增加值、工业增加值占地区生产总值的比重分别为6%和41%。",
        ["农业增加值占地区生产总值的比重 6%", "工业增加值占地区生产总值的比重 41%"],
    ),
    "in_turns_towards": (
        "对东部、西部输电量分别达到30亿千瓦时和12亿千瓦时。",
        ["对东部输电量 3000000000千瓦时", "对西部输电量 1200000000千瓦时"],
    ),
    "compared_with_two": (
        "工业增加值增长6.4%，高于同期全国工业和制造业1个和0.8个百分点。",
        ["工业增加值增长 6.4%", "工业增加值高于同期全国工业 1个百分点", "工业增加值高于同期全国制造业 0.8个百分点"],
    ),
    "one_value_for_a_list": (
        "民营企业、国有企业进出口增速均超10%。",
        ["民营企业、国有企业进出口增速 10%"],
    ),
    "thing_after_the_number": (
        "全国已有3000多家医疗机构提供上门护理服务。",
        ["全国医疗机构提供上门护理服务 3000家"],
    ),
    "verb_before_and_thing_after": ("打造10个以上标杆应用场景。", ["打造标杆应用场景 10个"]),
    "number_inside": ("船闸主体13个仓面同时浇筑。", ["船闸主体仓面同时浇筑 13个"]),
    "two_things": (
        "实施100个重大项目和50个技改项目。",
        ["实施重大项目 100个", "技改项目 50个"],
    ),
    "part_of_a_set": ("应用已融入97个行业大类中的80个。", ["应用已融入行业大类中 80个"]),
    "share": ("高技术产品占出口总值近三成。", ["高技术产品占出口总值 3成"]),
    "from_to": ("覆盖率由2020年的80%提高到95%。", ["覆盖率提高到 95%"]),
    "measure_with_its_own_name": ("总投资500亿元的产业园开工。", ["总投资 50000000000元"]),
    "area_before_its_thing": ("河谷3500多万亩棉花进入采收期。", ["河谷棉花进入采收期 35000000亩"]),
    "index_without_unit": (
        "景气指数为52.5，比上月回升0.3个百分点。",
        ["景气指数 52.5", "景气指数比上月回升 0.3个百分点"],
    ),
    "lead_words_left_out": (
        "其中，据统计，目前全省共有在建电站达120座。",
        ["全省共有在建电站 120座"],
    ),
    "covered": ("目录已覆盖320种耗材。", ["目录已覆盖耗材 320种"]),
    "stretch_left_out": ("力争三年内引育领军企业6家。", ["引育领军企业 6家"]),
    "more_grown": ("油料总产量31万吨，增产2.4%。", ["油料总产量 310000吨", "油料总产量增产 2.4%"]),
    "upper_limit_without_subject": (
        "给予企业研发补助20万元，最高不超过100万元。",
        ["给予企业研发补助 200000元", "给予企业研发补助 1000000元"],
    ),
    "measured_time": ("平均等待时间缩短至17.72分钟。", ["平均等待时间缩短至 17.72分钟"]),
    "hundred_odd": ("百余个项目投入运行。", ["项目投入运行 100个"]),
    "parentheses": ("大桥（北岸段）全长19.6公里。", ["大桥（北岸段）全长 19.6公里"]),
    "goal_compared_with": (
        "物价上涨2.1%，低于3%左右的预期目标，比4%的预算目标仍低1.9个百分点。",
        ["物价上涨 2.1%", "物价比预算目标仍低 1.9个百分点"],
    ),
    "goal_of_its_own": ("提出增长5%左右的预期目标。", ["提出增长 5%"]),
    "size_of_the_list_before": ("做强造船、化纤、酿酒3个支柱产业，新增企业8家。", ["新增企业 8家"]),
    "more_than_the_list_before": ("引进造船、化纤8个项目。", ["引进造船、化纤项目 8个"]),
    "taken_together": ("两项合计拉动投资增长1.5个百分点。", ["合计拉动投资增长 1.5个百分点"]),
    "moved_by_ba": ("将35个重点工程分解到月，将新建学校5所。", ["新建学校 5所"]),
    "class_of_all": ("增速超过20%的5个县全部位于北部。", ["增速 20%"]),
    "price_of_one": ("只能买到800多元一吨的进口煤。", ["买到进口煤 800元"]),
    "units_of_concentration": (
        "细颗粒物（PM2.5）平均浓度为31μg/m³，臭氧浓度为0.1mg/m3。",
        ["细颗粒物（PM2.5）平均浓度 31μg/m³", "臭氧浓度 0.1mg/m3"],
    ),
    "class_of_water": ("劣五类断面比例为1.2%。", ["劣五类断面比例 1.2%"]),
    "adverbs_and_plans_inside": (
        "协会先后组织培训12场，全县计划再投入3000万元。",
        ["协会组织培训 12场", "全县再投入 30000000元"],
    ),
    "plan_as_a_noun_inside": ("行动计划新增项目5个。", ["行动计划新增项目 5个"]),
    "days_left_out": (
        "短短几天已经收到了500万元的意向订单，这个月我们又有6艘船到港。",
        ["收到意向订单 5000000元", "船到港 6艘"],
    ),
    "total_of_a_thing_set_up": ("市里将设立总规模50亿元的产业基金。", ["产业基金总规模 5000000000元"]),
    "totals_of_a_list": (
        "其中，总投资30亿元的蓝海电池工厂、总投资12亿元的青禾食品基地签约。",
        ["总投资 3000000000元", "总投资 1200000000元"],
    ),
    "given": (
        "对符合要求的企业给予最高50万元一次性奖励，对农户给予30%补贴。",
        ["给予一次性奖励 500000元", "给予补贴 30%"],
    ),
    "those_of_a_class": (
        "监测的50个县中，收入上升的有42个，比上月增加3个。",
        ["收入上升的县 42个", "收入上升的县比上月增加 3个"],
    ),
    "better_than": (
        "断面优良比例为91%，达到并优于年度要求2个百分点，比去年提高3个百分点。",
        ["断面优良比例 91%", "断面优良比例优于年度要求 2个百分点", "断面优良比例比去年提高 3个百分点"],
    ),
    "net_growth_and_total": (
        "全县民营企业净增320户，总数达到5400户。",
        ["全县民营企业净增 320户", "全县民营企业总数 5400户"],
    ),
    "total_of_what_was_added": ("新增雏鹰企业6家，总数达20家。", ["新增雏鹰企业 6家", "雏鹰企业总数 20家"]),
    "most": (
        "全省拨付资金9000万元，甲市获得资金最多，为1200万元。",
        ["全省拨付资金 90000000元", "甲市获得资金 12000000元"],
    ),
    "by_head_of_the_clause_between": (
        "全村务工收入300万元，林权今年首次分红，户均900元。",
        ["全村务工收入 3000000元", "林权户均 900元"],
    ),
    "of_what_the_clause_before_names": ("按照清单分解的整改任务，已完成18项。", ["整改任务完成 18项"]),
    "things_and_what_they_did": (
        "46个市级重点项目完成投资30亿元，投资完成率102%。",
        ["市级重点项目 46个", "市级重点项目完成投资 3000000000元", "投资完成率 102%"],
    ),
    "planned_and_begun": (
        "今年安排的65个亿元以上项目已开工50个。",
        ["安排亿元以上项目 65个", "亿元以上项目开工 50个"],
    ),
    "money_in_the_name_of_a_class": (
        "签约百亿元项目1个，储备50亿元以上项目4个，新增亿元级企业3家。",
        ["签约百亿元项目 1个", "储备50亿元以上项目 4个", "新增亿元级企业 3家"],
    ),
    "long_subject": (
        "国家级重点生态功能保护规划确定的城乡河湖断面水质优良比例为80%，比去年提高3个百分点。",
        [
            "国家级重点生态功能保护规划确定的城乡河湖断面水质优良比例 80%",
            "城乡河湖断面水质优良比例比去年提高 3个百分点",
        ],
    ),
    "compared_with_values_in_brackets": (
        "产值增长8%，增速比全省平均水平（5%）和全国（4.4%）分别高3、3.6个百分点。",
        ["产值增长 8%", "增速比全省平均水平高 3个百分点", "增速比全国高 3.6个百分点"],
    ),
    "part_in_brackets": ("工业投资75亿元（占总投资的32%）。", ["工业投资 7500000000元", "工业投资占总投资 32%"]),
    "ahead_of_time": ("完成全年目标的56%，超时序进度6个百分点。", ["完成目标 56%", "完成目标超时序进度 6个百分点"]),
    "class_above_a_sum": (
        "产值超10亿元企业有6家，营收超过5亿元的企业9家。",
        ["产值超10亿元企业 6家", "营收超过5亿元的企业 9家"],
    ),
    "above_a_sum": ("全年营收超过5亿元，同比增长9%。", ["营收 500000000元", "营收同比增长 9%"]),
    "what_things_did_goes_on": (
        "全市60户企业实现产值73亿元，同比增长11%。",
        ["全市企业 60户", "企业实现产值 7300000000元", "企业实现产值同比增长 11%"],
    ),
    "in_turns_of_a_long_list": (
        "二氧化硫（SO2）、二氧化氮（NO2）、可吸入颗粒物（PM10）、细颗粒物（PM2.5）平均浓度分别为9、21、50、30微克/立方米。",
        [
            "二氧化硫（SO2）平均浓度 9微克/立方米",
            "二氧化氮（NO2）平均浓度 21微克/立方米",
            "可吸入颗粒物（PM10）平均浓度 50微克/立方米",
            "细颗粒物（PM2.5）平均浓度 30微克/立方米",
        ],
    ),
    "members_by_name": ("浓度最低的3个城市依次是甲市、乙市和丙市。浓度下降9%。", ["浓度下降 9%"]),
    "name_of_a_region": (
        "长三角地区平均浓度下降9%，发生污染60天次。",
        ["长三角地区平均浓度下降 9%", "发生污染 60天次"],
    ),
    "formula": ("完善“1个图谱+N张清单”，新增企业8家。", ["新增企业 8家"]),
    "condition_of_a_gift": (
        "对就业人数超过30人的企业给予5万元奖励，对种植面积100亩以上的大户给予补贴。",
        ["给予奖励 50000元"],
    ),
    "in_turns_by_size": (
        "中、小型企业用电量指数分别为47.5%和49.3%，比上月下降1.3个和上升0.6个百分点。",
        [
            "中型企业用电量指数 47.5%",
            "小型企业用电量指数 49.3%",
            "中型企业用电量指数比上月下降 1.3个百分点",
            "小型企业用电量指数上升 0.6个百分点",
        ],
    ),
    "advised": ("建议新增床位45张。", ["新增床位 45张"]),
    "once_is_no_number": ("下达种粮农民一次性补贴100亿元。", ["下达种粮农民一次性补贴 10000000000元"]),
}


@pytest.mark.parametrize("case", CASES)
def test_metric(read, case: str) -> None:
    body, expected = CASES[case]
    assert read(body).metrics == expected


@pytest.mark.parametrize(
    "body",
    [
        "在13个分项指数中，多数向好。",
        "围绕12条重点产业链抓好落实。",
        "会议共有25位委员作了发言。",
        "这是第20届博览会，也是第3次在本市举办。",
        "连续4个月保持增长。",
        "行动为期三年。",
        "一是抓生产，二是抓销售，三是抓服务。",
        "来自30多个国家和地区的客商参加。",
        "力争打造一批千亿级产业集群。",
        "客服热线010-53684885，2024年3月30日19:00开通。",
        "四大国家级基地稳步提升。",
        "相当于5度电中就有2度来自水电。",
        "每10辆车中就有3辆是电动车。",
        "打通服务群众的“最后1公里”。",
        "覆盖12个领域，惠及各方。",
        "珍惜每1分钱。",
        "上百家企业参展，几十个项目签约，增长保持两位数。",
        "牢记“三个务必”，做到“两个维护”。",
        "处五千元以上五万元以下的罚款。",
        "气源来自300米外的工厂。",
        "一座混凝土工厂搭建完成。",
        "年满60周岁的老年人。",
    ],
)
def test_no_indicator(read, body: str) -> None:
    assert read(body).metrics == []


def test_a_few_things_count_where_they_are_an_achievement(read) -> None:
    assert read("两条隧道顺利贯通。").metrics == ["隧道顺利贯通 2条"]
    assert read("两条隧道位于山区。").metrics == []


@pytest.mark.parametrize(
    ("body", "change"),
    [
        ("产值增长5%。", "growth"),
        ("能耗降低3%。", "decline"),
        ("占比达12%。", "share"),
        ("产量增加一倍。", "multiple"),
        ("产值达到500亿元。", "level"),
        ("里程缩短约560公里。", "decline"),
        ("指数回升至51%。", "level"),
        ("覆盖率比上年提高2个百分点。", "growth"),
        ("新增就业1200万人。", "level"),
    ],
)
def test_change(read, body: str, change: str) -> None:
    assert [i["change"] for i in read(body).indicators] == [change]


def test_value_upper_and_comparator(read) -> None:
    (indicator,) = read("每台机器可采收不少于200亩。").indicators
    assert (indicator["value"], indicator["upper"], indicator["comparator"]) == (Decimal(200), None, "ge")
    (indicator,) = read("比例提高2到3个百分点。").indicators
    assert (indicator["value"], indicator["upper"], indicator["comparator"]) == (Decimal(2), Decimal(3), "eq")


def test_the_text_is_the_clause_and_stands_there(read) -> None:
    reading = read("上半年，产值达到500亿元，增长5%。")
    for indicator in reading.indicators:
        start, end = indicator["span"]
        assert reading.text[start:end] == indicator["text"]
    assert [i["text"] for i in reading.indicators] == ["产值达到500亿元", "增长5%"]


def test_the_same_number_is_said_once(read) -> None:
    assert read("产值增长5%。\n\n产值增长5%。").metrics == ["产值增长 5%"]


def test_a_statute_has_norms_and_no_indicators(read) -> None:
    body = "\n".join(
        [
            "第一条 为了加强管理，制定本条例。",
            "第二条 保存时间不得少于三年，面积占总面积的百分之十以上。",
            "第三条 到2035年，森林覆盖率应当达到26%。",
            "第四条 本条例自公布之日起施行。",
        ]
    )
    assert read(body, title="某市森林条例").metrics == ["森林覆盖率应当 26%"]


def test_the_speaker_of_the_innermost_speech(read) -> None:
    indicators = read("产值增长5%。销量增长6%。出口增长7%。").indicators
    first, second = (i["span"] for i in indicators[:2])
    link_speakers(
        indicators,
        [{"speaker": "会议", "span": (first[0], second[1])}, {"speaker": "李明", "span": (second[0], second[1])}],
    )
    assert [i["speaker"] for i in indicators] == ["会议", "李明", None]


WORDS = [
    "2024年",
    "上半年",
    "同比",
    "增长",
    "5%",
    "300个",
    "，",
    "。",
    "分别",
    "和",
    "、",
    "12万亩",
    "其中",
    "占",
    "（",
    "）",
    "“",
    "”",
    "近",
    "三成",
    "项目",
    "达到",
    "由",
    "到",
    "1.7",
    "个百分点",
    "全长",
    "目前",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_sentence_is_read(page, body: str) -> None:
    page = page("这里是一个完整的开头段落，说明有关情况，内容很长。" + body)
    for indicator in parse_indicators(page, date(2024, 9, 25), Diagnostics()):
        start, end = indicator["span"]
        assert page.text[start:end] == indicator["text"]
        assert len(indicator["metric"]) >= 2
        assert "\0" not in indicator["metric"]
