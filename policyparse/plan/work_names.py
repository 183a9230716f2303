"""Names of works (项目名称): what has something of its own, and not only words for works in general."""

from policyparse.knowledge.characters import NUMBER, QUARTER_DIGIT, SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import after_governing
from policyparse.model.base import Extent

NAME_LENGTH = 28
"""Maximum length of the name of a work, in characters."""
SHORTEST_NAME = 4
PARTS = f"(?:[{SMALL_ORDINAL}]期)"
SECTION = (
    r"(?:（[^（）]{1,10}）|[\u4e00-\u9fff]{0,6}[至到][\u4e00-\u9fff]{1,6}段"
    r"|[\u4e00-\u9fff]{1,4}段(?!时|落|子)|" + f"[{SMALL_ORDINAL}]期)"
)
"""A section or a stage behind the name of a work."""
WORK = pattern(
    r"(?:(?&plan.works)|(?&part)(?!工程|项目))(?:(?&section))?",
    part=PARTS,
    section=SECTION,
    matches=[
        *(("柴达木供水一期开工", "一期"), ("雄关高铁（河北段）桥梁", "高铁（河北段）")),
        *(("沿湖高铁南山段", "高铁南山段"), ("储能电站建成", "储能电站"), ("沿湖高铁一期东山至段", "高铁一期")),
        *(("沿湖高铁南山段落", "高铁"), ("沿湖高铁九期到东山段", "高铁九期到东山段")),
        *(("20万吨铜箔一期项目投产。", "项目"), ("沿湖高铁段", "高铁"), ("雄关高铁（）桥梁", "高铁")),
        *(("沿湖高铁南山段时", "高铁"), ("沿湖高铁南山段子", "高铁"), ("沿湖高铁东山至西山段", "高铁东山至西山段")),
        *(("沿湖高铁一期西山到南山国际物流港段", "高铁一期"), ("沿湖高铁一期南山国际物流港至西山段", "高铁一期")),
        *(("东屏市将投资35亿元建设港口二期工程。", "工程"), ("沿湖高铁至南山火车站段", "高铁至南山火车站段")),
        ("建设省级智慧港口示范项目（2026年12月底前建成）。", "项目"),
    ],
    rejects=["企业", "段落"],
)
"""The end of the name of a work, with its section."""
WORK_END = pattern(
    r"(?:(?&plan.works)|(?&part))(?:(?&part)|[\u4e00-\u9fff]{1,2}段)?$",
    part=PARTS,
    matches=["甲水厂", "环湖隧道", "甲铁路二期", ("甲铁路二期", "铁路二期"), "甲一期", "甲铁路南山段"],
    rejects=["甲水厂的", "乡镇教师", "一期城东新区段", "沿湖高铁段"],
)
LISTED_END = pattern(
    r"(?:(?&plan.works)|(?&plan.listed_works)|(?&part))(?:[\u4e00-\u9fff]{1,4}段)?$",
    part=PARTS,
    matches=["青禾药业总部", "青禾小镇", "沿湖高铁南山段", "青禾一期", ("沿湖高铁江北物流园东段", "物流园东段")],
    rejects=["新材料", "总部的", "沿湖高铁段"],
)
"""The end of a name that names a work only among others, or after a verb of signing."""
_PARTICULAR = pattern(
    r"(?:(?!工程|项目)(?&plan.works)|(?&plan.particular_work))(?&part)?项目$",
    part=PARTS,
    matches=[
        *("甲岳新型储能项目", "甲湖储能电站项目", "青谷数据中心二期项目", "甲湖风电项目", "甲湖光伏项目"),
        *("甲湖水电项目", "甲湖热电项目", "甲湖煤电项目", "甲湖污水处理项目", "甲湖供水项目", "甲湖养老项目"),
        *("甲湖康养项目", "甲湖物流项目"),
    ],
    rejects=["甲湖项目", "工程项目", "松河项目项目", "松河大桥项目部"],
)
GENERIC = pattern(
    r"(?<!“)(?:(?&plan.works)|(?&plan.generic_works))(?!”)|[0-9]{1,3}[台号]|(?&some)",
    some=f"[{NUMBER}余多数几]{{1,6}}[个项条座处期批大所家]",
    matches=[
        *("重大项目", "16台机组", "三批", "30个", ("“三批", "三批"), ("2025台机组", "025台"), ("3数个", "3数个")),
        *("的", ("3条", "3条"), "3号", "油田批", ("台机组", "机组"), ("3多个", "3多个"), ("3几个", "3几个")),
        *(("3余个", "3余个"), ("30项", "30项"), "30期", "30所", ("30座", "30座"), ("30处", "30处"), "12家"),
        *(("12大", "12大"), ("1200000个", "200000个")),
    ],
    rejects=["青禾", "“重大”"],
)
"""Words that by themselves name no work."""
OBJECT = pattern(
    r"(?:^包装|(?&plan.object_verb))(?:了|好)?(?:(?&plan.generic_works)){0,4}(?:项目|工程)$",
    matches=["包装项目", "抓好项目", "协调解决项目", "推进重大项目", "落实好重点工程", "落实了重点工程"],
    rejects=["青禾项目", "抓好青禾项目", "青禾包装项目", "项目", "加强工程质量", "加强修复景观客运光伏市工程"],
)
"""A verb whose object 项目 is; it makes no name of a project."""
_CAPACITY = r"(?:[0-9][0-9.×]{0,8}[百千万亿]{0,2}(?:吨|千瓦|兆瓦|吉瓦|立方米|平方米|平米|千伏|件|套|台|辆|头|只))"
_NO_NAME = pattern(
    r"[在或被须的了等]|出席|情况|(?:合作|联合|携手)共建|仪式|并(?!网)|最新|[新该]款|有[0-9]|其(?=[他余中它])|^其|未(?!来)|应(?![急用城县链])"
    r"|进行|举行|举办|召开|需要|有关|主管|申请|不得|以及|元以上|[0-9][万亿]{0,2}元|经费|资金|深刻|认识|部门|解决|协调|困难|问题|意义|见证|嘉宾|参会|与会|宣布"
    r"|[区县市](?:重点|重大|签约|招商|产业|工业|标志性){1,3}(?:项目|工程)$"
    r"|^[（《]|号文|(?:[厂桥园场站]|工程|项目|基地|中心)暨|新一轮|掀起|(?&o)[座条个家项处](?=[\u4e00-\u9fff]{2})|^(?&o)大|^(?!(?&capacity)[\u4e00-\u9fff]{2})\d|^“[^”]*”(?:工程|项目)$|要(?![塞地闻])",
    capacity=_CAPACITY,
    o=f"[{SMALL_ORDINAL}两]",
    matches=[
        *(
            "青禾大桥暨海潮厂",
            "青禾厂暨海潮路",
            "青禾园暨海潮厂",
            "青禾场暨海潮厂",
            "青禾站暨海潮厂",
            "水利工程暨海潮厂",
        ),
        *("蓝晶项目暨海潮厂", "物流基地暨海潮厂", "展示中心暨海潮厂"),
        *(
            "掀起青禾项目",
            "新一轮项目",
            "三座制造基地",
            "三条铜箔生产线",
            "八个粮库",
            "两家青禾工厂",
            "四处青禾泵站",
            "五项青禾工程",
            "四大创新集群",
        ),
        *("已建成的水厂", "出席青河水库", "联合共建基地", "最新款机组", "其余项目", "未开工项目", "有63个项目"),
        *(
            "12号线路",
            "《青禾路工程",
            "某发改〔2030〕511号文批复项目",
            "县长宣布青禾项目",
            "青禾经济技术开发区重点项目",
            "财政安排4000万元重大项目",
        ),
        *("各部门要认识机场", "协调解决项目", "“三北”工程", "进行工程", "其工程", "新款", "已建成其余"),
        *(("单位应用在工程", "在"), ("总投资15元的蓝晶硅片项目", "5元"), "（", ("需要", "需要"), "问题", "认识"),
        *("经费", "申请", "深刻", "有关", "意义", "情况", "并建", "困难", "仪式", "以及", "举行", "举办", "主管"),
        *("不得", "升级被", "升级等", "升级了", "该款车型", "解决项目", "“”工程", "33台县", "要加快项目"),
        *(("最新款机组", "最新"), "携手共建基地", "已建成须水厂", "已建成或水厂", "合作共建基地", "召开重点项目"),
        *(("协调解决项目", "协调"), "“三北”项目", "已建成其它水厂", "已建成其他水厂", "已建成其中水厂"),
        *(("单位应当在工程", "应"), "3百百百件设备", "资金及时投入项目", "投资亿元以上项目", "共同见证青禾水厂"),
        *("特邀嘉宾考察基地", "参会代表项目", "与会代表驻地", "东江县重大项目", "江城市签约项目", "江城市招商项目"),
        *("江城市产业工程", "江城市工业项目", "江城市标志性工程", ("各部门要认识机场", "部门"), "3333333333件设备"),
        ("总投资15万万万元的蓝晶硅片项目", "的"),
    ],
    rejects=[
        *("20万吨铜箔一期项目", "未来科技城", "应急水厂", "并网电站", "青禾水厂", "要塞公路", "3辆公交", "由其工程"),
        *(
            "江城第二水源暨江西经济区供水工程",
            "五家桥",
            "大项目",
            "要闻",
            "要地",
            "单位应城",
            "单位应县",
            "3套机组",
            "3台机组",
            "3件设备",
            "3千瓦机组",
            "3兆瓦机组",
        ),
        *("3立方米水池", "甲“三北”工程", "“三北”工程甲", "雄关高铁（河北段）", "江城市重点工程学校", "东江县工程"),
    ],
)
"""What stands in no name of a work."""
NO_WORK = pattern(
    r"(?:开发区|新区|园区|城区|[县市])(?:项目|工程)$|(?:重[大点]|民生|惠民|控制性)(?:民生|惠民|基础设施)?(?:项目|工程)$|[标管]段内|(?&some_works)$|^[\u4e00-\u9fff]{1,5}[性级](?:重[大点])?(?:产业)?(?:项目|工程)$|(?&plan.no_work)$|[及和与](?:重[大点]|产业|招商|民生|在建)(?:项目|工程)$"
    r"|(?&plan.programme_subject)[^园馆楼场]{0,8}工程$",
    some_works=f"[{NUMBER}余多数几]{{1,6}}[个项](?:重[大点])?(?:项目|工程)",
    matches=[
        *("某市经济开发区项目", "青禾新区项目", "二局管段内主体工程", "现场共签约六个项目", "某市重点民生工程"),
        *("拉林段控制性工程", "12项重点工程", "青禾县项目"),
        *("牵引性项目", "百亿级项目", "百亿级重大产业工程", "大科学计划", "企业运营及重点项目"),
        *("企业运营与重大工程", "职业技能提升工程", "生物多样性保护重大工程", "企业运营和招商项目"),
        *("企业运营及产业项目", "企业运营及民生项目", "企业运营及在建项目", "百亿级重点产业项目", "职业技能工程"),
    ],
    rejects=[
        *("青禾人才公寓楼工程", "青禾水厂", "国家级青禾云岭产业园项目", "性能项目", "青禾行动馆", "牵引性项目部"),
        *("望川化工百亿级产业项目", "企业运营与重大工程部", "职业技能实训园工程", "生物多样性体验馆工程"),
        *("职业技能竞赛场工程", "职业技能提升工程学院", "职业技能提升和产教融合实习实训基地建设工程"),
    ],
)
"""A kind of works, or a programme that builds nothing."""
_LINE = pattern(
    r"(?:(?&plan.place_on_line)){2,4}(?:铁路|高铁|高速铁路|城际铁路|高速公路|高速|公路|运河|大通道|通道|特高压工程|直流工程)",
    method="fullmatch",
    matches=[
        *("中老铁路", "京沪高铁", "京港澳高速", "中老公路", "沪宁城际铁路", "京沪高速铁路", "川藏公路"),
        *("京哈高速公路", "湘桂运河", "陇青大通道", "苏皖通道", "宁湘直流工程", "陕鄂特高压工程"),
    ],
    rejects=["国家铁路", "京沪线", "印铁路", "印越赣津青铁路"],
)
"""A line named by the places that it joins, in their short forms."""
_OF_DATE = pattern(
    r"20\d\d年(?:度|第?(?&q)季度|[上下]半年|\d{1,2}月份?)?|第?(?&q)季度|[上下]半年",
    q=f"[{QUARTER_DIGIT}]",
    matches=[
        *("2025年第四季度", "第四季度", "上半年", ("2025年3月", "2025年3月"), ("2033年月", "2033年")),
        *(("2033年上半年", "2033年上半年"), ("2025年3季度", "2025年3季度"), "四季度", "下半年"),
        *(("第四季度", "第四季度"), ("2025年度", "2025年度"), ("2033年3月份", "2033年3月份")),
        *(("2025年下半年", "2025年下半年"), ("2033年350月", "2033年"), ("2025年第四季度", "2025年第四季度")),
    ],
    rejects=["四季", "季度"],
)
_OF_PLACE = pattern(
    r"[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|州|旗)",
    matches=["东江市", "东江省", "东江旗", "东江州", "东江县", "东江区", ("新疆维吾尔自治区", "吾尔自治区")],
    rejects=["市", "青禾", "县市"],
)
_BRACKETS = pattern(r"（[^）]*）", matches=["（河北段）", "（）"], rejects=["河北段"])
_FEWEST_OF_PROJECT, _FEWEST_OF_SUCH_WORK = 3, 2
_FEWEST_WITH_PLACE = 6
_FEWEST_OWN = 2


def is_work_name(folded: str, start: int, end: int) -> bool:
    """Whether something of a name is its own, and not only words for works in general.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
    """
    name = folded[start:end]
    if not SHORTEST_NAME <= len(name) <= NAME_LENGTH + 4 or name.startswith(("等", "其", "该", "这", "此")):
        return False
    if _NO_NAME.search(name) or NO_WORK.search(name) or BODY_ENDS.search(name) or OBJECT.search(name):
        return False
    if _LINE.fullmatch(name):
        return True
    own = own_part(folded[after_governing(folded, start, end) : end])  # 抓好 项目 has nothing of its own
    if name.endswith("项目"):
        fewest = _FEWEST_OF_SUCH_WORK if _PARTICULAR.search(name) else _FEWEST_OF_PROJECT  # 甲湖储能电站项目
        line = "至" in own  # 甲城至乙州高速公路项目
        return (
            len(own if line else own_part(_OF_PLACE.sub("", own, count=1))) >= fewest or len(own) >= _FEWEST_WITH_PLACE
        )
    return len(own) >= (1 if folded.endswith("元的", 0, start) else _FEWEST_OWN)


def is_generic(name: str) -> bool:
    """Whether a name is nothing but words for works in general."""
    return not own_part(name)


def is_told_work(folded: str, start: int, end: int) -> bool:
    """Whether a name is that of a work where the text says so: of a project that is signed, or among others of a list.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
    """
    if is_work_name(folded, start, end):
        return True
    name = folded[start:end]
    if not name.endswith("项目") or not SHORTEST_NAME < len(name) <= NAME_LENGTH + 4:
        return False
    if _NO_NAME.search(name) or NO_WORK.search(name) or BODY_ENDS.search(name) or OBJECT.search(name):
        return False
    return len(own_part(folded[after_governing(folded, start, end) : end])) >= _FEWEST_OWN


def is_one_of_a_kind(name: str) -> bool:
    """Whether a name tells one work by what it is for, though each of its words is common: 能源绿色发展项目.

    Args:
        name: The name, where the text says who builds it and for how much.
    """
    told = _ONE_OF_A_KIND.fullmatch(name)
    return bool(told) and not _NO_NAME.search(name) and not NO_WORK.search(name) and not OBJECT.search(name)


_ONE_OF_A_KIND = pattern(
    r"(?!一|多|若干|各|系列|城乡|老旧)(?:(?!重[大点]|基础设施|公共服务|民生|配套|相关|等|类)[\u4e00-\u9fff]){6,20}项目",
    method="fullmatch",
    matches=["能源绿色发展项目", "清洁取暖综合开发项目"],
    rejects=[
        *("重大工业项目建设项目", "一批标志性产业项目", "产业项目", "基础设施提升改造项目", "多能互补综合发展项目"),
        *("若干绿色发展项目", "各乡镇垃圾治理项目", "系列绿色发展项目", "城乡环境整治项目", "老旧小区改造项目"),
        *("产业发展项目", "新一代信息技术与先进制造业深度融合发展综合示范应用项目", "能源绿色重点发展项目"),
        *("城区公共服务提升项目", "县域民生改善提升项目", "厂区配套设施建设项目", "产业相关设施建设项目"),
        *("绿色能源发展等项目", "绿色能源综合类项目"),
    ],
)


def is_site(folded: str, start: int, end: int) -> bool:
    """Whether a name is that of a work by its last word, or of a place that has enough of its own.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
    """
    if not is_work_name(folded, start, end):
        return False
    if WORK_END.search(folded, start, end):
        return True
    listed = LISTED_END.search(folded, start, end)
    return listed is not None and len(own_part(folded[start : listed.start()])) >= _FEWEST_OF_PROJECT


def own_part(name: str) -> str:
    """What of a name is not only words for works in general."""
    return GENERIC.sub("", _OF_DATE.sub("", _BRACKETS.sub("", name)))


BODY_ENDS = pattern(
    r"(?&works.owners_of_works)$",
    matches=["绿源集团", "水利局", "商务厅"],
    rejects=["东江音乐厅", "药业总部", "水厂", "水利局办公楼"],
)
"""What builds or manages works, and is none."""


def without_sum(folded: str, start: int, end: int) -> Extent:
    """A member of a list without the sum of money before it: 总投资20亿元的 甲工厂."""
    before = _SUM.match(folded, start, end)
    return (before.end(), end) if before else (start, end)


def without_agreement(folded: str, name: Extent) -> Extent:
    """A name without the agreement that was signed on the work: 甲产业基地 战略投资协议."""
    agreement = _ON_AGREEMENT.search(folded, *name)
    return (name[0], agreement.start()) if agreement and agreement.start() - name[0] >= SHORTEST_NAME else name


AGREEMENT_KINDS = pattern(
    r"(?:(?&plan.kind_of_agreement)){1,4}",
    matches=[("签署战略投资合作框架协议", "战略投资合作框架"), ("意向战略投资合作框架协议", "意向战略投资合作")],
    rejects=["签署协议"],
)
"""What kind of agreement is signed on a work."""
_ON_AGREEMENT = pattern(
    r"(?&kinds)(?:协议|合同)$",
    kinds=AGREEMENT_KINDS,
    matches=[("青禾产业基地战略投资协议", "战略投资协议"), "青禾产业基地入驻合同"],
    rejects=["合作协议的", "青禾产业基地"],
)
_SUM = pattern(
    r"[^，。；、的]{0,12}?[0-9][万亿]{0,2}元(?:以上)?的(?=[^，。；、]{4})",
    method="match",
    matches=[
        *("总投资20亿元的甲电池工厂", "总投资3万元以上的甲水厂一期", "总投资20元的甲电池工厂"),
        "8亿元的青峰食品基地等项目签约。",
    ],
    rejects=[
        *("甲电池工厂", "总投资20亿元，", "总投资8亿元的图书馆", "列入省重点项目名单且总投资20亿元的甲电池工厂"),
        *("总投的20亿元的甲电池工厂", "总投资20万万万元的甲电池工厂"),
    ],
)
