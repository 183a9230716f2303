"""Numbers that belong to the name of a class, a work or a slogan (名称之中的数)."""

from policyparse.figures.candidates import Candidate
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern

_CLASS = pattern(
    r"级(?!别)|(?:人口)?以上的?(?:特大|大|中|小|中小|大中小?){0,2}(?:城市|县城|城镇|乡镇|村庄|县|镇|村)|[以之]?外的|外(?![\u4e00-\u9fff])|范围|处[，的]"
    r"|以上(?:的)?(?:项目|企业|工业项目|投资项目|单位|学历)|版|强|环|时代|通道|人大|大关|关口|一体|合一|位一体|进一|结合|联动|专班|年级|天时间",
    method="match",
    matches=["级产业", "人口以上的大城市", "以外的地区", "以上项目", "大关", "关口", "位一体", "处，"],
    rejects=["级别", "以上", "企业", "外资项目"],
)
"""After a number: the class or the name that it is a part of."""
_SIZED = pattern(
    r"(?:之间)?(?:级(?!别))?(?:[\u4e00-\u9fff]{0,6}?(?:企业|项目|产业|园区|集群|工程)|的[\u4e00-\u9fff“”]{0,14}?(?:企业|项目|园区|集群)[^，。；]{0,6}[0-9])",
    method="match",
    matches=["级产业", "工业项目320个", "之间的项目8个", "的项目有7个"],
    rejects=["，项目", "的贷款"],
)
_SIZE_CLASS = pattern(
    r"企业|项目|产业|园区|集群|强县|工程", method="match", matches=["企业", "强县"], rejects=["的企业", "贷款"]
)
_PRODUCED = frozenset(
    ("吨", "公斤", "千克", "升", "立方米", "千瓦", "兆瓦", "吉瓦", "千瓦时", "兆瓦时", "吉瓦时", "GW", "MW", "GWh")
)
_PRODUCTS = frozenset("件套台辆只头羽条支片块双个颗枚瓶箱株尾张部架") | {"台套", "台（套）"}
"""Units in which the names of works give what they make."""
_ATTAINED = pattern(
    r"(?:新增|建成|形成|达到?|完成|实现|累计|共|总|新建|扩建|建设|规划|增加|扩大到?|提高到?|产能|产量|能力|规模|装机|容量|超过?|近|约)"
    r"(?:[年日]产|[年日]处理|年加工)?$",
    matches=["新增", "建成年产", "产能达"],
    rejects=["甲公司", "年产"],
)
_CAPACITY = pattern(
    r"(?<!建成)(?<!新增)(?<!形成)(?:年产|日产|年处理|日处理|年加工)$",
    matches=["甲公司年产", "日处理"],
    rejects=["建成年产", "年产值"],
)
_OF_WORK = pattern(
    r"[^，。；、\d]{1,16}?(?:[0-9.]{1,8}[万亿]?[吨件台套辆][^，。；、\d]{1,16}?)?(?:[一二三四]期)?"
    r"(?:项目|工程|生产线|电站|电厂|机组|风电场|煤矿|装置)(?=以及|[，。；、）和及与等开签竣投正顺建总占规计拟由是]|$)",
    method="match",
    matches=["碳纤维项目，", "合成氨装置。", "轴承3万套齿轮项目开工"],
    rejects=["碳纤维，项目", "碳纤维项目的产值"],
)
"""Around a number of the name of a work: 甲公司年产3万吨碳纤维项目."""
_LISTED_WORK = pattern(
    r"(?!的)[\u4e00-\u9fffA-Za-z]{2,16}(?:等|、|，|$)",
    method="match",
    matches=["淀粉糖加工等", "轴承、"],
    rejects=["的产能", "，"],
)
_IN_LIST = pattern(
    r"(?:包括|包含|有|为|是|：|、)[^，。；]{0,60}、[^，。；、]{0,12}$",
    matches=["参加签约的项目包括蓝湾基地、绿源年产"],
    rejects=["企业年产", "包括绿源年产"],
)
_NAMED_GOAL = pattern(
    r"”(?:左右|以上)?的?(?:增长|发展|预期|增速){0,2}(?:目标|任务|红线|底线|预期|关口|时代)",
    method="match",
    matches=["”目标", "”左右的增长目标"],
    rejects=["目标", "”企业"],
)
"""After a number in quotation marks: what it names (“5.5%左右”目标)."""
_FORMULA = pattern(
    r"“[0-9(?:&o)][^“”，。；]{0,12}\+[^“”，。；]{1,16}”".replace("(?:&o)", SMALL_ORDINAL),
    method="match",
    matches=["“1个方案+N张清单”"],
    rejects=["“1个方案”", "“N+1”"],
)
"""A formula in quotation marks: “1个方案+N张清单”."""
_CLASS_COUNTED = pattern(
    r"的[^，。；、\d]{1,12}?(?:占比|比例|比重|覆盖率|达到?|占|超过?|有|为|数量)[^，。；、\d]{0,8}(?=[0-9(?:&o)])".replace(
        "(?:&o)", SMALL_ORDINAL
    ),
    method="match",
    matches=["的村占比达到90%", "的村达到九成", "的企业有12家"],
    rejects=["的村，占比90%", "占比90%"],
)
"""After a bound: the class that it makes, and how many of it there are."""
_NAMED_MEASURES = pattern(
    r"(?:“[^“”，。；]{1,16}|《[^《》，。；]{2,24})$",
    matches=["用好“稳增长", "出台《稳增长"],
    rejects=["“开放”政策", "实施稳增长"],
)
_ENDS_NAME = pattern(r"[”》]", method="match", matches=["”政策", "》"], rejects=["政策"])
"""Around a number that ends the name of a package: 用好“稳增长30条”."""
_SAYING = pattern(
    r"[^“”，。；]{0,12}”的?(?:要求|理念|原则|思路|模式|格局|机制|体系|定位|部署|精神)",
    method="match",
    matches=["”的要求", "的城市”理念"],
    rejects=["的城市", "”企业"],
)
"""After a number in a saying: “9个城市是1个城市”的要求."""
_QUOTED = pattern(r"[“《‘（]$", matches=["“", "《"], rejects=["”"])
_MANY = 10_000
"""So many products are what a work makes in a year."""


def names_class(n: Candidate) -> bool:
    """Whether a sum of money belongs to the name of a class that is counted (亿元以上 工业项目 320个)."""
    first = n.first
    bounded = first.bare or first.comparator in ("ge", "gt", "le", "lt") or n.folded.startswith("之间", n.last.end)
    return bool(first.unit.endswith("元") and bounded and _SIZED.match(n.folded, n.last.end, n.clause.end))


def is_in_class(n: Candidate) -> bool:
    """50万人口以上的大城市, 亿元以上项目, 万亿元大关."""
    return bool(_CLASS.match(n.after)) or names_class(n)


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
