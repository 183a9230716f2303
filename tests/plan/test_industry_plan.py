"""The industry plan: region, chains, projects, initiatives, and declared counts."""

import pytest

CHAINS = {
    "list_closed_by_its_number": ("重点发展锂电池、储能装备、氢能三大产业链。", ["锂电池", "储能装备", "氢能"]),
    "list_closed_by_its_number_of_lines": ("重点打造电子信息、汽车2条产业链。", ["电子信息", "汽车"]),
    "number_without_list": ("加快建设三大产业链，推动企业集聚、集约、集群发展。", []),
    "list_of_something_else": ("推进农业、工业、服务业三大领域融合，打造化工产业链。", ["化工"]),
    "list": ("集中攻坚集成电路、车联网、轻工等重点产业链，进一步补链。", ["集成电路", "车联网", "轻工"]),
    "one": ("一边推动工业母机产业链，一边抓服务。", ["工业母机"]),
    "compound": ("抓好网络安全和工业互联网产业链，加速迭代。", ["网络安全和工业互联网"]),
    "whole": ("打造氢能全产业链发展格局。", ["氢能"]),
    "counted": ("聚焦新能源电池、半导体等10条重点产业链，", ["新能源电池", "半导体"]),
    "generic": ("提升产业链核心竞争力，推动全产业链优化升级，打造跨区域优势产业链。", []),
    "not_planned": ("超100家航空航天产业链企业已经形成集群。", []),
    "object_of_a_verb": ("围绕创新链布局产业链，推进产业链集群化发展。", []),
    "after_a_verb_of_choice": (
        "聚力突破特种显示、光学仪器两条产业链，梳理出海工装备、智能家电等6条重点产业链。",
        ["特种显示", "光学仪器", "海工装备", "智能家电"],
    ),
    "size_of_a_chain": ("培育千亿级产业链2条、三百亿级产业链4条。", []),
    "scheme_by_number": ("实施531产业链递进培育工程。", []),
    "number_only": ("牵头的两条产业链，围绕12条重点产业链。", []),
    "parts": ("打造制备、储存、运输、应用全产业链。", []),
}
PROJECTS = {
    "signed_by_the_word_before": (
        "重点服务天目半导体新产线、青山电动车扩建等签约项目加快前期进程。",
        [("天目半导体新产线", "signed"), ("青山电动车扩建", "signed")],
    ),
    "by_the_words_after": (
        "全力推进宏远催化剂、立新测试生产线等项目加快建设，早日竣工投产。",
        [("宏远催化剂", "under_construction"), ("立新测试生产线", "under_construction")],
    ),
    "completed": (
        "加速推动长河创新园、飞达轴承产业化等竣工项目达产上量。",
        [("长河创新园", "completed"), ("飞达轴承产业化", "completed")],
    ),
    "apposition": (
        "国家重大水利工程——青龙河水资源配置工程，隧洞顺利贯通。",
        [("青龙河水资源配置工程", "under_construction")],
    ),
    "opened": ("今天，沪苏湖高铁正式开通运营。", [("沪苏湖高铁", "completed")]),
    "expected": ("金沙大桥主体工程预计2026年底建成。", [("金沙大桥", "under_construction")]),
    "section": ("雄关高铁（河北段）桥梁占比约94%，已完成架梁。", [("雄关高铁（河北段）", "under_construction")]),
    "site": ("在白马枢纽建设现场，工人们正在施工。", [("白马枢纽", "under_construction")]),
    "located": ("位于西海州的柴达木供水一期工程开工建设。", [("柴达木供水一期工程", "under_construction")]),
    "unit_of_a_station": ("白鹤水电站16台机组全部投产发电。", [("白鹤水电站", "completed")]),
    "will_start": ("力争绍台铁路二期年内开工。", [("绍台铁路二期", "planned")]),
    "side_by_side": (
        "东城高铁、西城高铁正在加紧施工。",
        [("东城高铁", "under_construction"), ("西城高铁", "under_construction")],
    ),
    "slogan": ("实施“三北”工程，加快建设。", []),
    "generic": ("一批重大水利工程加快建设，各地重大项目集中开工，重点工程稳步推进。", []),
    "governing_word_inside": (
        "联强五金产业园、高新区光电特色生态产业园等15个项目开工建设。",
        [("联强五金产业园", "under_construction"), ("高新区光电特色生态产业园", "under_construction")],
    ),
    "stated_before": (
        "当天签约的蓝湾动力电池项目总投资20亿元，",
        [("蓝湾动力电池项目", "signed")],
    ),
    "stated_before_a_number": ("当天签约的20个项目总投资30亿元，签约的重点项目涵盖各行业。", []),
    "occasion": ("临江新区举行二季度重点项目集中签约仪式，全市召开重点项目建设推进会。", []),
    "verb_and_project": ("抓好项目建设，推进重大项目建设，抓实项目开工。", []),
    "each_with_its_sum": (
        "总投资30亿元的蓝海动力电池、总投资12亿元的青禾食品基地等项目正式签约。",
        [("蓝海动力电池", "signed"), ("青禾食品基地", "signed")],
    ),
    "list_without_the_word": (
        "青禾装备产业园、蓝海无人机总部等已经签约，力争年内开工。",
        [("青禾装备产业园", "signed"), ("蓝海无人机总部", "signed")],
    ),
    "list_of_others_without_the_word": ("企业、高校、科研院所等正在加快建设平台，道路、水电等已经开通。", []),
    "after_the_kind": (
        "在建项目方面，南港海工二期、瑞丰风电叶片、星河电子产业园都要力争年内投产；竣工项目方面，要抓好安全、质量。",
        [
            ("南港海工二期", "under_construction"),
            ("瑞丰风电叶片", "under_construction"),
            ("星河电子产业园", "under_construction"),
        ],
    ),
    "after_a_number_of_the_kind": (
        "当日开工的项目共9个，总投资60亿元，包括青禾药业总部、金桥储能电站等。",
        [("青禾药业总部", "under_construction"), ("金桥储能电站", "under_construction")],
    ),
    "section_in_a_list": (
        "集中开工的9个项目总投资8亿元，包括沿湖高铁南山段、青溪治理等基础设施项目。",
        [("沿湖高铁南山段", "under_construction"), ("青溪治理", "under_construction")],
    ),
    "branches_after_the_kind": ("签约的项目包括新能源、新材料、生物医药等领域。", []),
    "after_building": (
        "全县新建河东水厂、河西水厂，改扩建南湾水厂，铺设管网80公里。",
        [
            ("河东水厂", "under_construction"),
            ("河西水厂", "under_construction"),
            ("南湾水厂", "under_construction"),
        ],
    ),
    "built_by_a_day": (
        "截至2月底，累计完成投资5亿元，新建河东水厂、河西水厂。",
        [("河东水厂", "completed"), ("河西水厂", "completed")],
    ),
    "works_in_general_after_building": ("全市新建学校、医院，改扩建幼儿园，新建健身中心、活动中心。", []),
    "signed_after_the_verb": (
        "前不久签下深海装备总装基地项目，又签下大额订单。",
        [("深海装备总装基地", "signed")],
    ),
    "particular_by_its_sum": (
        "总投资3亿元的茶产业园二期上月开工建设，文旅产业园上月开工建设。",
        [("茶产业园二期", "under_construction")],
    ),
    "line_between_places": ("桂越高铁开通运营。", [("桂越高铁", "completed")]),
    "object_of_a_verb": (
        "市长宣布项目开工，各地加大项目建设投入，扎实做好项目前期工作，资金及时投入项目建设。",
        [],
    ),
    "occasion_of_a_quarter": ("东江市2025年第四季度重大产业项目集中签约仪式举行。", []),
    "class_by_size": ("投资亿元以上项目加快建设。", []),
    "itemized": (
        "截至8月底未开工项目共3个，按地区划分分别是：东江市2个，东江市热电联产项目和蓝天公司年产5万吨碳纤维项目；西江市1个，西江水厂迁建工程。",
        [
            ("东江市热电联产项目", "planned"),
            ("蓝天公司年产5万吨碳纤维项目", "planned"),
            ("西江水厂迁建工程", "planned"),
        ],
    ),
    "items_that_are_no_works": ("开工项目存在以下问题：手续不全，资金不足；用地紧张。", []),
    "opened_after_the_verb": (
        "开工建设临江快速路、环湖隧道，建成通车滨江大道。",
        [("临江快速路", "under_construction"), ("环湖隧道", "under_construction"), ("滨江大道", "completed")],
    ),
    "to_be_opened_after_the_verb": ("力争建成投用南山水厂。", [("南山水厂", "under_construction")]),
    "counted_after_the_verb": ("建成投用乡镇学校12所，开工建设安置房3200套。", []),
    "set_going": ("这得益于去年启动的青河综合治理工程。", [("青河综合治理工程", "under_construction")]),
    "set_going_without_building": ("这得益于去年启动的万名学子培养工程。", []),
    "after_its_completion": ("青河引水工程建成以后，可供水3亿立方米。", [("青河引水工程", "under_construction")]),
    "built_onto": ("南湖水厂扩建工程完工。", [("南湖水厂扩建工程", "completed")]),
    "of_an_office": ("银城铁路工程建设指挥部加快推进。", []),
    "product": ("工厂生产的最新款风电机组已并网投运。", []),
    "number_of_projects": ("云溪市已有63个重点项目竣工投产。", []),
    "signed_one_by_one": (
        "又签下绿源电池回收项目和远山风机叶片项目。",
        [("绿源电池回收项目", "signed"), ("远山风机叶片项目", "signed")],
    ),
    "how_much_is_done": (
        "滨海新材料产业园一期、临港风电装备基地等项目投资完成率超过70%。",
        [("滨海新材料产业园一期", "under_construction"), ("临港风电装备基地", "under_construction")],
    ),
    "named_by_capacity": ("20万吨铜箔一期项目投产。", [("20万吨铜箔一期项目", "completed")]),
    "opening_as_a_noun": ("青河铁路的开通运营，缩短了时空距离。", [("青河铁路", "completed")]),
    "building_as_a_noun": ("青河铁路的作用在运营中显现。", []),
    "sections_named_with_to": (
        "东山通道甲城到乙城段，南岭通道丙城到丁城段开通运营。",
        [("东山通道甲城到乙城段", "completed"), ("南岭通道丙城到丁城段", "completed")],
    ),
    "list_with_capacities": (
        "此次开工的项目有东江市援建的绿源集团年产40万件衬衫加工项目、青峰集团30万吨甲醇项目等，"
        "以及由远山集团捐资建设的临港合展小学和东山至南岭一级公路等基础设施项目。",
        [
            ("绿源集团年产40万件衬衫加工项目", "under_construction"),
            ("青峰集团30万吨甲醇项目", "under_construction"),
            ("临港合展小学", "under_construction"),
            ("东山至南岭一级公路", "under_construction"),
        ],
    ),
    "builders": ("绿源集团、青峰集团等企业投资建设的重点项目集中开工。", []),
    "who_attends": ("副市长李小明出席青河水库项目开工仪式。", []),
    "hall": ("东江音乐厅、南湖展览厅等项目签约。", [("东江音乐厅", "signed"), ("南湖展览厅", "signed")]),
    "bodies": ("东江市水利局、绿源集团等项目签约。", []),
    "no_phase": ("城市规划涉及金沙大桥和体育馆。", []),
    "policy": ("推进服务平台建设，加强基础设施建设。", []),
}
INITIATIVES = {
    "counted_list": (
        "将实施创新能力提升、质量品牌建设、绿色转型三大行动。",
        [("三大行动", 3, ["创新能力提升", "质量品牌建设", "绿色转型"])],
    ),
    "quoted_with_list": (
        "推进产业、人才、文化、生态、组织“五个振兴”。",
        [("五个振兴", 5, ["产业", "人才", "文化", "生态", "组织"])],
    ),
    "first_member_as_long_as_the_others": (
        "推进乡村产业、人才、文化、生态、组织“五个振兴”。",
        [("五个振兴", 5, ["产业", "人才", "文化", "生态", "组织"])],
    ),
    "quoted_action": ("扎实实施高质量发展“十项行动”。", [("十项行动", 10, [])]),
    "quoted_before_its_head": ("实施重大项目“双100”行动。", [("双100行动", None, [])]),
    "pairs": ("推动“六链五群”建设。", [("六链五群", None, [])]),
    "book": ("近日，省政府印发《种业振兴行动方案》。", [("种业振兴行动方案", None, [])]),
    "three_years": ("还出台了建设先行区三年行动计划，", [("建设先行区三年行动计划", None, [])]),
    "with_measures": (
        "启动了为期三年的改善患者就医体验行动。行动提出6个方面共20条具体举措。",
        [("改善患者就医体验行动", 20, [])],
    ),
    "listed_after": ("实施四大工程（强链、育才、引智、扩能）。", [("四大工程", 4, ["强链", "育才", "引智", "扩能"])]),
    "listed_in_the_next_clause": (
        "实施“三大工程”，推进品牌培育、技术攻关、渠道拓展。",
        [("三大工程", 3, ["品牌培育", "技术攻关", "渠道拓展"])],
    ),
    "list_of_another_length": ("实施“三大工程”，推进品牌培育、技术攻关。", [("三大工程", 3, [])]),
    "layout": ("加快“一核两翼”建设，融入“一带一路”建设。", []),
    "slogans": ("坚持“四个意识”，做到“两个维护”，贯彻“三个代表”重要思想。", []),
    "no_package": ("以实际行动支持发展，采取一致行动，编制生产计划，开展执法检查。", []),
    "system": ("加快构建“1+3+4”现代工业产业体系。", []),
    "handle": ("局里以“三个提升”为抓手，推进提质。", [("三个提升", 3, [])]),
    "spelled_out_by_clauses": (
        "坚持“三个抓实”：抓实项目建设，抓实产业培育，抓实营商环境。",
        [("三个抓实", 3, ["项目建设", "产业培育", "营商环境"])],
    ),
    "spelled_out_by_fewer_clauses": ("坚持“三个抓实”：抓实项目建设，抓实产业培育。", []),
    "spelled_out_by_paragraphs": (
        "该县坚持“两个突出”。\n\n突出思想引领，开展宣讲。\n\n突出阵地建设，建成书屋。",
        [("两个突出", 2, ["思想引领", "阵地建设"])],
    ),
    "verb_inside": ("落实好全省实施水系连通提速行动。", [("水系连通提速行动", None, [])]),
    "of_a_meeting": ("召开落实水系连通提速行动动员大会。", []),
    "doctrine": ("“四个自信”就是道路自信、理论自信、制度自信、文化自信。", []),
    "clause_with_an_object": ("他提出要把思想和行动统一起来。", []),
    "law": ("根据《城乡规划条例》和《统计法》，发布《年度报告》。", []),
}


@pytest.mark.parametrize("case", CHAINS)
def test_chains(read_plan, case: str) -> None:
    body, expected = CHAINS[case]
    assert read_plan(body).names("chains") == expected


@pytest.mark.parametrize("case", PROJECTS)
def test_projects(read_plan, case: str) -> None:
    body, expected = PROJECTS[case]
    plan = read_plan(body).plan
    assert [(p["name"], p["phase"]) for p in (plan["projects"] if plan else [])] == expected


@pytest.mark.parametrize("case", INITIATIVES)
def test_initiatives(read_plan, case: str) -> None:
    body, expected = INITIATIVES[case]
    plan = read_plan(body).plan
    assert [(i["name"], i["count"], i["members"]) for i in (plan["initiatives"] if plan else [])] == expected


def test_a_slogan_of_the_title_that_the_text_explains(read_plan) -> None:
    body = "“两链融合”就是产业链、创新链融合发展。"
    (initiative,) = read_plan(body, title="“两链融合”激活新动能").plan["initiatives"]
    assert (initiative["name"], initiative["count"]) == ("两链融合", 2)
    assert initiative["members"] == ["产业链", "创新链"]
    assert read_plan(body, title="制造业提质").names("initiatives") == []


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("东江新区8个项目集中签约", "signed"),
        ("东江新区举行重大项目集中开工活动", "under_construction"),
        ("东江新区一批重大项目竣工投产", "completed"),
        ("东江新区项目开工率居前", None),
    ],
)
def test_works_that_a_text_describes_are_as_far_as_its_title_says(read_plan, title: str, phase: str | None) -> None:
    reading = read_plan("其中，康泽疫苗产业园项目占地120亩，青峰公司占地30亩。", title=title)
    projects = [(p["name"], p["phase"]) for p in reading.plan["projects"]] if reading.plan else []
    assert projects == ([("康泽疫苗产业园项目", phase)] if phase else [])


def test_works_that_a_plan_opens_are_not_open_yet(read_plan) -> None:
    reading = read_plan("建成通车滨江大道。", title="东江市交通建设工作方案")
    assert [(p["name"], p["phase"]) for p in reading.plan["projects"]] == [("滨江大道", "under_construction")]


def test_industries_are_listed_once_a_role(read_plan) -> None:
    plan = read_plan("壮大医药、电子等新兴产业。\n\n培育医药、电子等新兴产业，巩固电子、汽车等优势产业。").plan
    assert [(i["name"], i["role"]) for i in plan["industries"]] == [
        ("医药", "emerging"),
        ("电子", "emerging"),
        ("电子", "advantaged"),
        ("汽车", "advantaged"),
    ]


def test_a_declared_count_that_the_list_does_not_meet(read_plan) -> None:
    assert read_plan("聚焦新能源电池、半导体3条重点产业链，").codes == ["PP601"]
    assert read_plan("聚焦新能源电池、半导体等10条重点产业链，").codes == []  # an open list
    assert read_plan("聚焦新能源电池、半导体等2条重点产业链，").codes == []
    assert read_plan("将实施创新提升、品牌建设、绿色转型四大行动。").codes == ["PP601"]
    assert read_plan("将实施创新提升、品牌建设、绿色转型三大行动。").codes == []


def test_a_text_that_plans_nothing(read_plan) -> None:
    assert read_plan("会议听取了工作报告，研究了有关问题。").plan is None


def test_a_statute_names_no_projects(read_plan) -> None:
    body = "\n".join(f"第{n}条 建设单位应当在东平湖水系连通工程竣工后报告。" for n in "一二三四")
    assert read_plan(body, title="某市防洪条例").plan is None


BODY = "我市实施医药、电子等新兴产业培育，推动三大行动。"


@pytest.mark.parametrize(
    ("title", "issuer", "outlets", "body", "code"),
    [
        ("工业发展情况", "济南市人民政府", (), "壮大医药、电子等新兴产业。", "370100"),
        ("山东加快产业升级", None, (), "壮大医药、电子等新兴产业。", "370000"),
        ("工业发展情况", None, ("济南日报",), "我市壮大医药、电子等新兴产业。", "370100"),
        ("工业发展情况", None, ("济南日报",), "壮大医药、电子等新兴产业。", None),
        ("工业发展情况", None, (), "上海壮大医药、电子等新兴产业。上海要加快。上海率先。", "310000"),
        ("工业发展情况", None, (), "上海、江苏、浙江壮大医药、电子等新兴产业。", None),
    ],
    ids=["issuer", "title", "outlet", "outlet_of_no_region", "body", "many"],
)
def test_region(
    read_plan, title: str, issuer: str | None, outlets: tuple[str, ...], body: str, code: str | None
) -> None:
    plan = read_plan(body, title=title, issuer=issuer, outlets=outlets).plan
    assert (plan["region"] and plan["region"]["code"]) == code


def test_the_period_that_is_planned(read_plan) -> None:
    plan = read_plan("2024年，壮大医药、电子等新兴产业。", title="今年工业定下目标").plan
    assert plan["period"]["label"] == "2024"
    assert read_plan("壮大医药、电子等新兴产业。").plan["period"] is None
    plan = read_plan("壮大医药、电子等新兴产业。", title="某市先进制造业行动计划（2023—2025年）").plan
    assert plan["period"]["label"] == "2023/2025"


def test_the_region_of_a_plan_is_not_that_of_a_company(read_plan) -> None:
    body = "3月7日，项目在青禾县开工，青禾县将打造新材料产业链，发展光电、锂电等主导产业。"
    assert read_plan(body, title="湖北云岫公司新材料项目开工").plan["region"] is None
    assert read_plan(body, title="湖北打造新材料产业链").plan["region"]["code"] == "420000"


def test_a_region_that_only_the_places_tell_is_diagnosed(read_plan) -> None:
    body = "武汉市打造氢能产业链，武汉市、宜昌市发展光电、锂电等主导产业，武汉市再建新区。"
    assert "PP602" in read_plan(body).codes
    assert "PP602" not in read_plan(body, title="湖北打造新材料产业链").codes
