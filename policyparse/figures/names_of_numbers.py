"""Numbers that belong to the name of a class, a work or a slogan (名称之中的数)."""

from policyparse.figures.candidates import Candidate
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern

_CLASS = pattern(
    r"级(?!别)|(?:人口)?以上的?(?:特大|大?中?小?)(?:城市|县城|城镇|乡镇|村庄|县|镇|村)|[以之]?外的|外(?![\u4e00-\u9fff])|范围|处[，的]"
    r"|以上(?:的)?(?:项目|企业|工业项目|投资项目|单位|学历)|版|强|环|时代|通道|人大|大关|关口|一体|合一|位一体|进一|结合|联动|专班|年级|天时间",
    method="match",
    matches=[
        *("级产业", "人口以上的大城市", "以外的地区", "以上项目", "大关", "关口", "位一体", "处，"),
        *("人口以上大中小城市的公交线路增多", "环", "版", "强", "外", "通道", "进一", "联动", "结合", "时代"),
        *("年级", "处的", "合一", "人大", "专班", "一体", "范围内", "天时间", "外的工厂", "以上学历", "以上单位"),
        *("以上企业", "以上的项目", "之外的地区", "以上的大城市", "以上投资项目", "以上工业项目", "人口以上的大镇"),
        *("人口以上的大村", "人口以上的大县", "人口以上的城市", "人口以上的小城市", "人口以上的大中城市"),
        *(("人口以上的大村庄", "人口以上的大村庄"), "人口以上的大城镇", ("人口以上的大县城", "人口以上的大县城")),
        *("人口以上的大乡镇", "人口以上的中城市", "人口以上的特大城市", "人口以上的中小城市"),
    ],
    rejects=["级别", "以上", "企业", "外资项目", "人口以上的小特大中城市"],
)
"""After a number: the class or the name that it is a part of."""
_SIZED = pattern(
    r"(?:之间)?(?:[\u4e00-\u9fff]{0,6}?|级?的[\u4e00-\u9fff]{0,4}“[^“”]{1,12}”)(?:企业|项目|产业|园区|集群|工程)",
    method="match",
    matches=[
        *("级产业", "工业项目320个", "之间的项目8个", "的上市企业3家", "级集群", "级工程", "级园区", "项目2个。"),
        *("之间的重点招商项目86个。", "级的“专精特新”园区3个", "的国家级“小巨人”企业"),
    ],
    rejects=[
        *("，项目", "的贷款", "的“”企业", "的获得工信部认定“小巨人”企业", "的“科技成果转化和产业化示范引领”企业"),
        "新建改建了一大批项目",
    ],
)
_SIZE_CLASS = pattern(
    r"企业|项目|产业|园区|集群|强县|工程",
    method="match",
    matches=["企业", "强县", "项目", "集群", "工程", "园区", "产业"],
    rejects=["的企业", "贷款"],
)
_PRODUCED = frozenset(
    (
        "吨",
        "公斤",
        "千克",
        "升",
        "立方米",
        "平米",
        "千瓦",
        "兆瓦",
        "吉瓦",
        "千瓦时",
        "兆瓦时",
        "吉瓦时",
        "GW",
        "MW",
        "GWh",
    )
)
_PRODUCTS = frozenset("件套台辆只头羽条支片块双个颗枚瓶箱株尾张部架") | {"台套", "台（套）"}
"""Units in which the names of works give what they make."""
_ATTAINED = pattern(
    r"(?:新增|建成|形成|达到?|完成|实现|累计|共|总|新建|扩建|建设|规划|增加|扩大到?|提高到?|产能|产量|能力|规模|装机|容量|超过?|近|约)"
    r"(?:[年日]产|[年日]处理|年加工)?$",
    matches=[
        *("新增", "建成年产", "产能达", "共日处理", ("产能超", "超"), "提高", "扩大", "近", "约", "总", "超过"),
        *("规模", "规划", "装机", "能力", "累计", "新建", "扩建", "形成", "建设", "容量", "实现", "完成", "增加"),
        *("产量", "产能", "提高到", "扩大到", "建成日产", "产能达到", "建成年处理", "建成年加工"),
    ],
    rejects=["甲公司", "年产"],
)
_CAPACITY = pattern(
    r"(?<!建成)(?<!新增)(?<!形成)(?:年产|日产|年处理|日处理|年加工)$",
    matches=["甲公司年产", "日处理", "日产", "年处理", "年加工"],
    rejects=["建成年产", "年产值", "新增年产", "形成年产"],
)
_OF_WORK = pattern(
    r"[^，。；、\d]{1,16}?(?:[0-9.]{1,8}[万亿]?[吨件台套辆][^，。；、\d]{1,16}?)?"
    r"(?:项目|工程|生产线|电站|电厂|机组|风电场|煤矿|装置)(?=以及|[，。；、）和及与等开签竣投正顺建总占规计拟由是]|$)",
    method="match",
    matches=[
        *("碳纤维项目，", "合成氨装置。", "轴承3万套齿轮项目开工", "燃气电厂", "露天煤矿", "燃煤机组", "甲醇项目等"),
        *("海上风电场", "尿素项目顺利投产", "尿素项目计划投资9亿元", "尿素项目规划用地300亩"),
        *("尿素项目由青禾集团投资", "尿素项目拟落户", "尿素项目建成投产", "尿素项目及配套码头", "尿素项目占地300亩"),
        *("尿素项目与农户结对帮扶", "盾构机9台刀盘项目开工", "碳纤维生产线", "尿素项目以及配套码头"),
        *("锂盐项目正式投产", "铜箔一期项目投产", "重点项目竣工投产", "建设港口二期工程"),
        *("光伏组件0.5亿件电池片项目开工", "抽水蓄能电站开工建设", "整车3万辆零部件项目开工"),
        *("电机3万台减速器项目开工", "碳纤维项目总投资9亿元", "重大项目和50个技改项目", "的青峰食品基地等项目签约"),
        *("甲醇52万吨尿素项目开工", ("的云岭光伏玻璃项目是全县最大的项目", "的云岭光伏玻璃项目")),
    ],
    rejects=[
        *("碳纤维，项目", "碳纤维项目的产值", "高性能碳纤维及其复合材料吨级中试示范生产装置", "项目"),
        *("轴承3万套项目开工", "整车3万辆新能源商用车驱动电机和电控系统总成装置", "甲醇333333333万吨尿素项目开工"),
    ],
)
"""Around a number of the name of a work: 甲公司年产3万吨碳纤维项目."""
_LISTED_WORK = pattern(
    r"(?!的)[\u4e00-\u9fffA-Za-z]{2,16}(?:等|、|，|$)",
    method="match",
    matches=["淀粉糖加工等3个项目", "轴承、", "轴承", "轴承，"],
    rejects=["的产能", "，", "县", "高纯度电子化学品和半导体靶材生产线", "淀粉糖3万吨"],
)
_IN_LIST = pattern(
    r"(?:包括|包含|有|为|是|：|、)[^，。；]{0,60}、[^，。；、]{0,12}$",
    matches=[
        *("参加签约的项目包括蓝湾基地、绿源年产", "参加签约的项目包括蓝湾基地、", "参加签约的项目包括、绿源年产"),
        *("参加签约的项目：蓝湾基地、绿源年产", "参加签约的项目有蓝湾基地、绿源年产"),
        *("参加签约的项目是蓝湾基地、绿源年产", "参加签约的项目为蓝湾基地、绿源年产"),
        *("参加签约的项目、蓝湾基地、绿源年产", "参加签约的项目包含蓝湾基地、绿源年产"),
        (
            ("参加签约的项目包括" + "蓝湾基地、" * 14 + "绿源年产"),
            ("、" + "蓝湾基地、" * 12 + "绿源年产"),
        ),
    ],
    rejects=["企业年产", "包括绿源年产", "参加签约的项目包括蓝湾基地、绿源高性能碳纤维复合材料年产"],
)
_NAMED_GOAL = pattern(
    r"”(?:左右|以上)?的?(?:增长|发展|预期|增速){0,2}(?:目标|任务|红线|底线|预期|关口|时代)",
    method="match",
    matches=[
        *("”目标", "”左右的增长目标", ("”发展预期增速目标", "”发展预期"), "”红线", "”时代", "”底线", "”关口"),
        *("”任务", ("”左右的预期目标", "”左右的预期目标"), "”左右的增速目标", "”以上的增长目标"),
    ],
    rejects=["目标", "”企业"],
)
"""After a number in quotation marks: what it names (“5.5%左右”目标)."""
_FORMULA = pattern(
    r"“[0-9(?:&o)][^“”，。；]{0,12}\+[^“”，。；]{1,16}”".replace("(?:&o)", SMALL_ORDINAL),
    method="match",
    matches=["“1个方案+N张清单”", "“1+N张清单”"],
    rejects=[
        *("“1个方案”", "“N+1”", "“1个方案+”", "“1个总体实施方案和工作指导意见+N张清单”"),
        "“1个方案+若干配套政策措施和任务清单责任清单”",
    ],
)
"""A formula in quotation marks: “1个方案+N张清单”."""
_CLASS_COUNTED = pattern(
    r"的[^，。；、\d]{1,12}?(?:比例|比重|覆盖率|达|占|超|有|为|数量)[^，。；、\d]{0,8}(?=[0-9(?:&o)])".replace(
        "(?:&o)", SMALL_ORDINAL
    ),
    method="match",
    matches=[
        *("的村占比达到90%", "的村达到九成", "的企业有12家", ("的村超九成", "的村超"), "的村达到九成", "的村达九成"),
        *("的村占九成", "的村为九成", "的村比重九成", "的村比例九成", "的村数量九成", "的村覆盖率九成"),
    ],
    rejects=[
        *("的村，占比90%", "占比90%", "的有12家", "的村达到全省平均水平以上的约九成"),
        "的省级以上高技术制造业骨干企业数量有12家",
    ],
)
"""After a bound: the class that it makes, and how many of it there are."""
_NAMED_MEASURES = pattern(
    r"(?:“[^“”，。；]{1,16}|《[^《》，。；]{2,24})$",
    matches=["用好“稳增长", "出台《稳增长"],
    rejects=[
        *("“开放”政策", "实施稳增长", "“", "《县", "“推动制造业数字化转型和绿色低碳发展"),
        "《关于支持民营企业稳增长调结构增后劲促就业若干政策措施",
    ],
)
_ENDS_NAME = pattern(r"[”》]", method="match", matches=["”政策", "》"], rejects=["政策"])
"""Around a number that ends the name of a package: 用好“稳增长30条”."""
_SAYING = pattern(
    r"[^“”，。；]{0,12}”的?(?:要求|理念|原则|思路|模式|格局|机制|体系|定位|部署|精神)",
    method="match",
    matches=[
        *("”的要求", "的城市”理念", "”的部署", "”的精神", "”的模式", "”的格局", "”的机制", "”的思路", "”的定位"),
        *("”的原则", "”的体系"),
    ],
    rejects=["的城市", "”企业", "让全体人民共享改革发展成果”理念"],
)
"""After a number in a saying: “9个城市是1个城市”的要求."""
_QUOTED = pattern(r"[“《‘（]$", matches=["“", "《"], rejects=["”", "“工期只剩"])
_MANY = 10_000
"""So many products are what a work makes in a year."""


_SUM = 10
"""A sum of money in Chinese numerals that a noun follows is no smaller, in yuan."""
_NOUN_BEHIND = pattern(
    "(?!以|左右|上下|不等|[至到每一的整和及或])[一-龥]{2}",
    method="match",
    matches=["锂电池，", "结构", "前驱体", "复始"],
    rejects=[
        "以上",
        "左右",
        "上下浮动",
        "不等的",
        "至五元",
        "到五元",
        "每张",
        "一张票",
        "的门票",
        "整，共",
        "和五元",
        "及五元",
        "或五元",
        "，",
    ],
)
"""Behind 元: the noun of a name."""


def names_class(n: Candidate) -> bool:
    """Whether a sum of money belongs to the name of a class that is counted (亿元以上 工业项目 320个)."""
    first = n.first
    bounded = first.bare or first.comparator in ("ge", "gt", "le", "lt") or n.folded.startswith("之间", n.last.end)
    return bool(first.unit.endswith("元") and bounded and _SIZED.match(n.folded, n.last.end, n.clause.end))


def is_in_class(n: Candidate) -> bool:
    """50万人口以上的大城市, 亿元以上项目, 万亿元大关."""
    return bool(_CLASS.match(n.after)) or names_class(n)


def is_of_elements(n: Candidate) -> bool:
    """三元锂电池, 城乡二元结构: how many elements something has, not a sum of money."""
    first = n.first
    few = first.chinese and first.unit == "元" and first.value < _SUM
    return few and _NOUN_BEHIND.match(n.folded, n.last.end) is not None


def bounds_a_class(n: Candidate) -> bool:
    """Whether a bound only says which things are counted next: 年收入20万元以上的村占比 90%."""
    bounded = n.first.comparator in ("ge", "le", "gt", "lt") and n.next is not None
    return bounded and _CLASS_COUNTED.match(n.folded, n.last.end, n.clause.end) is not None


def is_size_class(n: Candidate) -> bool:
    """100亿元产业."""
    return n.first.unit.endswith("元") and bool(_SIZE_CLASS.match(n.after))


def is_in_formula(n: Candidate) -> bool:
    """“1个方案+5张清单”."""
    return bool(_FORMULA.match(n.folded, n.first.start - 1))


def begins_name(n: Candidate) -> bool:
    """A Chinese numeral right behind a quotation mark: “十五项工程”."""
    return n.first.chinese and bool(_QUOTED.search(n.before))


def is_named_goal(n: Candidate) -> bool:
    """“5.5%左右”目标."""
    return n.before.endswith("“") and bool(_NAMED_GOAL.match(n.after))


def ends_name(n: Candidate) -> bool:
    """用好“稳增长30条”政策; 按照“9个城市是1个城市”的要求."""
    before = n.folded[max(n.clause.start, n.first.start - 26) : n.first.start]
    if n.counts and _NAMED_MEASURES.search(before) and _ENDS_NAME.match(n.after):
        return True
    return before.count("“") > before.count("”") and bool(_SAYING.match(n.after))


def is_of_work(n: Candidate) -> bool:
    """Whether a number belongs to the name of a work, which says what it makes (甲公司 30万吨 合成氨项目)."""
    first = n.first
    if first.dimension == "duration":
        return False
    if _CAPACITY.search(n.before) and _IN_LIST.search(n.before) and _LISTED_WORK.match(n.after):
        return True
    if not _OF_WORK.match(n.after):
        return False
    if _CAPACITY.search(n.before):
        return True
    if n.after.startswith("的"):
        return False
    made = first.unit in _PRODUCED or (first.unit in _PRODUCTS and first.value >= _MANY)
    return made and first.comparator == "eq" and not _ATTAINED.search(n.before)
