"""What stands beside a word for industries (新兴产业): what closes a list before it, what opens one behind it."""

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.plan.leading_industries import MEMBER

ETC = pattern(
    r"等(?:(?!入选|列入|纳入|获评|获批|获得|跻身|成为|进入|属于|服务|推动|带动|融入|助力|支撑|围绕)[^，。；、：等]){0,10}$",
    matches=["等", "等三大", ("等三县等", "等"), "等一批竞争力强的", "等链主企业牵引形成的"],
    rejects=[
        *("等入选省", "等，", "等企业属于", "等进入", "等跻身", "等融入", "等获评", "等获批", "等获得", "等纳入"),
        *("等服务", "等支撑", "等推动", "等成为", "等带动", "等围绕", "等助力", "等列入"),
        "等一批具有国际竞争力的新型",
    ],
)
"""Between a list and its head."""
FORWARD = pattern(
    r"(?:集群|体系|领域)?(?:主要)?(?:包括|有|涵盖|涉及|是|为|（|：|，如|如|，包括|，即|——)(?:以)?",
    method="match",
    matches=[
        *("包括", "主要有", "（", "体系：", "，即", "是", "如", "为", "，如", "涵盖", "涉及", "——", "，包括"),
        *("领域：", "集群：", ("（以新能源", "（以")),
    ],
    rejects=["升级", "，推动"],
)
"""Between a head and the list that it opens."""
COUNT_BEFORE_HEAD = pattern(
    r"(?&n){1,2}(?:大|个|条)$",
    n=f"[{COUNT}]",
    matches=["三大", "5个", "5条", ("2025个", "25个")],
    rejects=["大", "三大类"],
)
IS_HEAD = pattern(
    r"(?P<name>[^，。；：、“”]{2,14})(?:作为|是)[^，。；：、]{0,20}$",
    matches=[
        *(("种业是保障国家粮食安全的", {"name": "种业"}), "种业是", "种业作为保障国家粮食安全的"),
        ("新能源汽车及其核心零部件研发制造业是全市的", {"name": "汽车及其核心零部件研发制造业"}),
    ],
    rejects=["种业保障", "种业是，", "它是保障国家粮食安全的", "种业是保障国家粮食安全和促进农民持续稳定增收致富的"],
)
"""Before a head: an industry of which it is said."""
FORMULA_OF_LIST = pattern(
    r"“[^“”，。；]{1,8}”$",
    matches=["食品、医药“232”"],
    rejects=["食品、医药", "“食品”，", "建设“食品、医药和装备制造”"],
)
"""Between a list and its head: the formula of the list (“232”优势产业集群)."""
MEASURED = pattern(
    r"[^，。；、]{0,10}?(?&plan.industry_statistic)",
    method="match",
    matches=["到资快速增长", "增势良好", "工业增加值", ("到资快速增长", "到资")],
    rejects=["，增长", "企业", "骨干企业生产的新型成套装备出口"],
)
"""After a word for lines of business: statistics of them, which give them no role in a plan."""
AIM = pattern(r"(?&plan.industry_aim)$", matches=["聚焦做优", "围绕推动"], rejects=["我市的", "推动，"])
"""Before a head that is set as an aim."""
CALLED_IN = pattern(
    r"[^，。；“”]{0,20}，(?:[^，。；]{0,40}，)?(?:(?&plan.stress)){0,2}(?:招引|引进|招商|发展|培育|布局|主攻)"
    r"(?P<list>(?&member)(?:、(?&member)){1,8})等(?:细分|重点|前沿)?(?&plan.line_of_business)",
    method="match",
    member=MEMBER,
    matches=[
        ("，大力招引信息技术、高端装备等产业链项目", {"list": "信息技术、高端装备"}),
        ("高端化、智能化，引进汽车及零部件、纺织等领域项目", {"list": "汽车及零部件、纺织"}),
        ("，完善招商政策，重点招商氢能、储能等前沿赛道", {"list": "氢能、储能"}),
        *("，全力发展低空经济、商业航天等细分领域", "，着力培育脑机接口、量子信息等重点方向"),
        *("，精准布局先进陶瓷、石墨烯等行业", "，积极主攻功率器件、传感器等环节"),
    ],
    rejects=[
        *("，大力招引信息技术项目", "，积极主攻功率器件等环节", "。引进汽车、纺织等领域项目"),
        "，信息技术、高端装备等产业链",
        "绿色化转型和数字化改造工作以及区域公用品牌建设，引进汽车、纺织等领域项目",
        "，认真落实省委、省政府关于加快构建现代化产业体系的决策部署和支持民营经济发展壮大的各项政策，引进汽车、纺"
        "织等领域项目",
        "，全力加快精准招引信息技术、高端装备等产业链项目",
        "，招引机械、食品、纺织、建材、化工、医药、电子、家具、造纸、印刷等行业企业",
    ],
)
"""After a head that is set as an aim: what is called in for it."""
SAID_OF = pattern(
    r"[把将](?P<name>(?&member))(?:作为|列为|确定为|确立为|打造成|培育成|定位为)[^，。；：、]{0,12}$",
    member=MEMBER,
    matches=[
        *(("把新型建材作为全市", {"name": "新型建材"}), "将生物医药列为", "将食用菌确定为全县农业"),
        *("把光电子确立为", "将现代物流打造成为新的", "把文化旅游培育成", "把中药材定位为"),
    ],
    rejects=["把新型建材做强作为，", "新型建材作为", "把新型建材作为全市工业转型升级和高质量发展的"],
)
"""Before a head: an industry to which it is given."""
TRAIT = pattern(r"(?&plan.trait)$", matches=["新突破", "潜力"], rejects=["新能源", "页岩气开发利用", "潜力巨大"])
"""What an industry has in a figure of speech (新兴产业有新突破)."""
