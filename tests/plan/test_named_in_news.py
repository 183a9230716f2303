"""Plans in news of many outlets' wordings: sentences of our own, written with their answers before the rules."""

import pytest

SENTENCES = {
    # industries with their roles
    "以能源产业链为例，我市的优势产业有页岩气开发利用，战略性新兴产业有新能源，未来产业有新型储能、生物制造等。": (
        "industries",
        ["页岩气开发利用 advantaged", "新能源 emerging", "新型储能 future", "生物制造 future"],
    ),
    "支柱产业为钢铁、化工，新兴产业为光电信息、氢能，未来产业布局低空经济、脑科学。": (
        "industries",
        ["钢铁 key", "化工 key", "光电信息 emerging", "氢能 emerging"],
    ),
    "集中力量培育以青禾集团为链主的肉食品加工、以龙山公司为链主的特种钢、以蓝海光电为链主的数字光电等优势产业。": (
        "industries",
        ["肉食品加工 advantaged", "特种钢 advantaged", "数字光电 advantaged"],
    ),
    "大力培育高端装备、高端化工、新能源、新材料、新一代信息技术和食品、医药“232”优势产业集群。": (
        "industries",
        [
            "高端装备 advantaged",
            "高端化工 advantaged",
            "新能源 advantaged",
            "新材料 advantaged",
            "新一代信息技术 advantaged",
            "食品 advantaged",
            "医药 advantaged",
        ],
    ),
    "信息传输业、制造业、批发和零售业等重点行业到资快速增长。": ("industries", []),
    "住宿餐饮、批发零售等重点行业增势良好。": ("industries", []),
    "聚焦做优战略性新兴产业，大力招引信息技术、生物技术、高端装备等产业链项目；聚焦培育新增长点，招引类脑芯片、柔性电子、量子信息等未来产业项目。": (
        "industries",
        [
            "信息技术 emerging",
            "生物技术 emerging",
            "高端装备 emerging",
            "类脑芯片 future",
            "柔性电子 future",
            "量子信息 future",
        ],
    ),
    "围绕推动传统产业高端化、智能化，大力招引汽车及零部件、现代纺织和服装等领域技术改造项目。": (
        "industries",
        ["汽车及零部件 traditional", "现代纺织和服装 traditional"],
    ),
    "以总部经济为主导、楼宇经济为载体，大力招引服务业项目。": ("industries", []),
    "全市形成了以装备制造、生物医药为主导的产业格局。": ("industries", ["装备制造 leading", "生物医药 leading"]),
    "先进制造业是全市的发展重点，其中智能网联汽车产业是主导产业。": ("industries", ["智能网联汽车产业 leading"]),
    "做强锂电新材料、电子信息两大主导产业，做优纺织服装、绿色食品等传统优势产业，培育人工智能、氢能等未来产业。": (
        "industries",
        [
            "锂电新材料 leading",
            "电子信息 leading",
            "纺织服装 traditional",
            "绿色食品 traditional",
            "人工智能 future",
            "氢能 future",
        ],
    ),
    "推介会重点推介了食品加工、新能源、文化旅游三大优势产业。": (
        "industries",
        ["食品加工 advantaged", "新能源 advantaged", "文化旅游 advantaged"],
    ),
    "特色产业包括茶叶、油茶、中药材。": ("industries", ["茶叶 key", "油茶 key", "中药材 key"]),
    "坚持把新型建材作为支柱产业、把数字经济作为先导产业来抓。": ("industries", ["新型建材 key", "数字经济 leading"]),
    "委员们建议，加快主导产业集聚、传统产业升级。": ("industries", []),
    "当前机械装备制造业是江城工业的支柱产业。": ("industries", ["机械装备制造业 key"]),
    "主导产业：新能源汽车、电子信息、高端装备；未来产业：量子科技、氢能。": (
        "industries",
        ["新能源汽车 leading", "电子信息 leading", "高端装备 leading", "量子科技 future", "氢能 future"],
    ),
    "培育壮大新一代信息技术（含集成电路）、生物医药、节能环保等战略性新兴产业。": (
        "industries",
        ["新一代信息技术 emerging", "生物医药 emerging", "节能环保 emerging"],
    ),
    # industrial chains
    "全市确定的8条产业链是：白酒、能源、装备制造（含军民融合、机器人）、绿色建材（含循环产业）、食品加工（含竹产业及造纸）、电子信息、数字经济、医药健康。": (
        "chains",
        ["白酒", "能源", "装备制造", "绿色建材", "食品加工", "电子信息", "数字经济", "医药健康"],
    ),
    "重点打造新能源汽车、生物医药、绿色食品等10条重点产业链。": ("chains", ["新能源汽车", "生物医药", "绿色食品"]),
    "会议研究百亿特色产业链招商工作。": ("chains", []),
    "要突出百亿特色产业链的重大项目招商，打造三明特色的百亿产业链。": ("chains", []),
    "培育壮大机器人产业链，延伸锂电池产业链。": ("chains", ["机器人", "锂电池"]),
    "肉食品加工、数字光电、汽车及零部件等一批超百亿级产业链正在形成壮大。": (
        "chains",
        ["肉食品加工", "数字光电", "汽车及零部件"],
    ),
    "市领导分别担任光伏、轨道交通、文旅康养等产业链链长。": ("chains", ["光伏", "轨道交通", "文旅康养"]),
    "市长带队赴外地开展风电装备产业链招商。": ("chains", []),
    "聚焦“5+3”重点产业链，建立链长制。": ("chains", []),
    "全市重点工业产业链由6条调整为10条。": ("chains", []),
    "瞄准新型显示产业链上下游企业开展招商。": ("chains", []),
    "围绕“电子信息+智能制造”产业链布局创新链。": ("chains", []),
    "围绕纺织服装、建筑陶瓷、铝型材三条优势产业链开展建链补链强链。": ("chains", ["纺织服装", "建筑陶瓷", "铝型材"]),
    "依托龙头企业，打造集种植、加工、销售于一体的茶叶全产业链。": ("chains", ["茶叶"]),
    "以产业链思维谋划招商，推动产业链、创新链、资金链、人才链融合。": ("chains", []),
    # projects with their phases
    "实现青禾包装项目、蓝海阀门江城制造中心等世界500强项目有序推进。": (
        "projects",
        ["青禾包装项目 under_construction", "蓝海阀门江城制造中心 under_construction"],
    ),
    "双方举行了蓝海重工华中基地意向协议签约仪式。": ("projects", ["蓝海重工华中基地 signed"]),
    "近年来，青能电池、金麦纤维、小林智能制造基地等一批重大项目相继开工建设。": (
        "projects",
        ["青能电池 under_construction", "金麦纤维 under_construction", "小林智能制造基地 under_construction"],
    ),
    "链长要参与产业链重大项目招引，推动签约。": ("projects", []),
    "参会嘉宾共同见证项目签约。": ("projects", []),
    "广兴产业园（江城高新区）签约项目30个。": ("projects", []),
    "与会代表观摩了项目建设现场。": ("projects", []),
    "总投资50亿元的华岳新型储能项目在东屏县开工。": ("projects", ["华岳新型储能项目 under_construction"]),
    "在众人见证下，青禾智能家居产业园项目正式签约落户。": ("projects", ["青禾智能家居产业园项目 signed"]),
    "目前，云岭风电场二期已并网发电，红石水库正在加紧建设。": (
        "projects",
        ["云岭风电场二期 completed", "红石水库 under_construction"],
    ),
    "会上集中签约了青禾粮油、蓝海光电、云岭矿业等12个项目。": (
        "projects",
        ["青禾粮油 signed", "蓝海光电 signed", "云岭矿业 signed"],
    ),
    "各地要加快推进签约项目落地、落地项目开工、开工项目投产。": ("projects", []),
    "现场签约的项目涵盖装备制造、文旅康养等领域。": ("projects", []),
    "由青禾集团投资20亿元建设的青禾食品产业园一期项目竣工投产。": ("projects", ["青禾食品产业园一期项目 completed"]),
    "活动举行了东江港区扩建工程开工仪式。": ("projects", ["东江港区扩建工程 under_construction"]),
    "副市长实地察看了城北污水处理厂、江滨大道延伸段等项目建设进展情况。": (
        "projects",
        ["城北污水处理厂 under_construction", "江滨大道延伸段 under_construction"],
    ),
    "青禾公司与江城市政府签署了年产5万吨负极材料项目投资协议。": ("projects", ["年产5万吨负极材料项目 signed"]),
    "蓝海新能源与东屏县签订框架协议，拟投资30亿元建设光储一体化产业园。": ("projects", ["光储一体化产业园 planned"]),
    "听取重点项目推进情况汇报，研究解决项目建设中的问题。": ("projects", []),
    "要加强项目谋划，争取更多项目列入省级盘子。": ("projects", []),
    "重点推进江城至临江高速公路、江城新机场、云岭抽水蓄能电站等重大项目建设。": (
        "projects",
        [
            "江城至临江高速公路 under_construction",
            "江城新机场 under_construction",
            "云岭抽水蓄能电站 under_construction",
        ],
    ),
    # packages of work
    "该局强力实施“5+N”千百亿产业集群培育计划，抓实链长制。": ("initiatives", ["5+N千百亿产业集群培育计划"]),
    "市里深入实施“百企升级”工程，推动企业技改。": ("initiatives", ["百企升级工程"]),
    "《市重点产业链链长制优化调整方案》于日前由市委办公室、市政府办公室联合印发。": (
        "initiatives",
        ["市重点产业链链长制优化调整方案"],
    ),
    "大力实施“3+5”产业集群培育行动。": ("initiatives", ["3+5产业集群培育行动"]),
    "《方案》提出，要构建现代产业体系。": ("initiatives", []),
    "要通过“六个全面”促进形成更加公平的市场环境。这其中包括，全面完善产权制度；全面规范市场准入；全面完善竞争政策；全面优化要素配置；全面加强信用建设；全面加强统一市场建设。": (
        "initiatives",
        ["六个全面"],
    ),
    "贯彻落实《江南省生态保护规划》，加强治理。": ("initiatives", []),
    "日前，江城市出台《关于支持民营经济发展的若干措施》。": ("initiatives", []),
    "启动实施“千企千镇”招商三年行动计划。": ("initiatives", ["千企千镇招商三年行动计划"]),
    "大力推进“双招双引”，开展“百日攻坚”行动。": ("initiatives", ["百日攻坚行动"]),
    "持续推进“倍增计划”，选取一批企业。": ("initiatives", ["倍增计划"]),
    "按照“一主两翼”布局，推进产业发展。": ("initiatives", []),
    # projects with their phases
    "其中，签约青禾复合材料、云岭单体材料等工业产业项目11个，总投资61亿元；东屏森林康养、西屏旅游开发等文旅产业项目6个，总投资51亿元。": (
        "projects",
        ["青禾复合材料 signed", "云岭单体材料 signed", "东屏森林康养 signed", "西屏旅游开发 signed"],
    ),
    "会上，包括青禾无机化工产业基地战略投资协议、华中家具产业园2期等41个项目成功签约。": (
        "projects",
        ["青禾无机化工产业基地 signed", "华中家具产业园2期 signed"],
    ),
    "县委书记宣布江城经济技术开发区重点项目集中开工。": ("projects", []),
    "33个重点工程中东海大道、港城路北延、县医院迁建等21个项目已复工。": (
        "projects",
        ["东海大道 under_construction", "港城路北延 under_construction", "县医院迁建 under_construction"],
    ),
    # industries with their roles
    "园区以电子信息、机械制造为主导产业，同时积极发展新材料、生物医药等新兴产业。": (
        "industries",
        ["电子信息 leading", "机械制造 leading", "新材料 emerging", "生物医药 emerging"],
    ),
    "园区以三大产业为支柱产业。": ("industries", []),
    "项目涵盖旅游康养、现代农业、新兴产业、服务业、基础设施等领域，将提升城市品味、壮大主导产业、优化产业结构。": (
        "industries",
        [],
    ),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_planned(read_plan, sentence: str) -> None:
    field, expected = SENTENCES[sentence]
    drafts = (read_plan(sentence).plan or {}).get(field, [])
    found = [" ".join(filter(None, (d["name"], d.get("role") or d.get("phase")))) for d in drafts]
    assert found == expected
