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
    r"(?:（[^（）]{1,10}）|[\u4e00-\u9fff]{1,6}[至到][\u4e00-\u9fff]{1,6}段"
    r"|[\u4e00-\u9fff]{1,4}段(?!时|落|子)|" + f"[{SMALL_ORDINAL}]期)"
)
"""A section or a stage behind the name of a work."""
WORK = pattern(
    r"(?:(?&plan.works)|(?&part)(?!工程|项目))(?:(?&section))?",
    part=PARTS,
    section=SECTION,
    matches=[
        ("柴达木供水一期开工", "一期"),
        ("雄关高铁（河北段）桥梁", "高铁（河北段）"),
        ("沿湖高铁南山段", "高铁南山段"),
        ("储能电站建成", "储能电站"),
    ],
    rejects=["企业", "段落"],
)
"""The end of the name of a work, with its section."""
WORK_END = pattern(
    r"(?:(?&plan.works)|(?&part))(?:(?&part)|[\u4e00-\u9fff]{1,2}段)?$",
    part=PARTS,
    matches=["甲水厂", "环湖隧道", "甲铁路二期"],
    rejects=["甲水厂的", "乡镇教师"],
)
LISTED_END = pattern(
    r"(?:(?&plan.works)|(?&plan.listed_works)|(?&part))(?:[\u4e00-\u9fff]{1,4}段)?$",
    part=PARTS,
    matches=["青禾药业总部", "青禾小镇", "沿湖高铁南山段"],
    rejects=["新材料", "总部的"],
)
"""The end of a name that names a work only among others, or after a verb of signing."""
_PARTICULAR = pattern(
    r"(?:(?!工程|项目)(?&plan.works)|储能|风电|光伏|水电|热电|煤电|污水处理|供水|养老|康养|物流)(?&part)?项目$",
    part=PARTS,
    matches=["甲岳新型储能项目", "甲湖储能电站项目", "青谷数据中心二期项目"],
    rejects=["甲湖项目", "工程项目"],
)
GENERIC = pattern(
    r"(?<!“)(?:(?&plan.works)|(?&plan.generic_works))(?!”)|[0-9]{1,3}[台号]|(?&some)",
    some=f"[{NUMBER}余多数几]{{1,6}}[个项条座处期批大所家]",
    matches=["重大项目", "16台机组", "三批", "30个"],
    rejects=["青禾", "“重大”"],
)
"""Words that by themselves name no work."""
OBJECT = pattern(
    r"(?:^包装|(?&plan.object_verb))(?:了|好)?(?:(?&plan.generic_works)){0,4}(?:项目|工程)$",
    matches=["包装项目", "抓好项目", "协调解决项目", "推进重大项目", "落实好重点工程"],
    rejects=["青禾项目", "抓好青禾项目", "青禾包装项目", "项目"],
)
"""A verb whose object 项目 is; it makes no name of a project."""
_CAPACITY = r"(?:[0-9][0-9.×]{0,8}[百千万亿]{0,2}(?:吨|千瓦|兆瓦|立方米|件|套|台|辆))"
_NO_NAME = pattern(
    r"[在或被须的了等]|出席|情况|(?:合作|联合|携手)共建|仪式|并(?!网)|最新|[新该]款|有[0-9]|其(?=[他余中它])|^其|未(?!来)|应(?![急用城县])"
    r"|进行|举行|举办|召开|需要|有关|主管|申请|不得|以及|元以上|[0-9][万亿]{0,2}元|经费|资金|深刻|认识|部门|解决|协调|困难|问题|意义|见证|嘉宾|参会|与会|宣布"
    r"|(?:开发区|高新区|经开区|园区|新区|[县市])(?:重点|重大|签约|招商|产业|工业|标志性){1,3}(?:项目|工程)$"
    r"|^（|^(?!(?&capacity)[\u4e00-\u9fff]{2})\d|^“[^”]*”(?:工程|项目)$|要(?![塞地闻])",
    capacity=_CAPACITY,
    matches=[
        *(
            "已建成的水厂",
            "出席青河水库",
            "联合共建基地",
            "最新款机组",
            "其余项目",
            "未开工项目",
            "有63个项目",
            "12号线路",
        ),
        *("县长宣布青禾项目", "青禾经济技术开发区重点项目"),
        *("财政安排4000万元重大项目", "各部门要认识机场", "协调解决项目", "“三北”工程", "进行工程", "其工程"),
    ],
    rejects=["20万吨铜箔一期项目", "未来科技城", "应急水厂", "并网电站", "青禾水厂", "要塞公路"],
)
"""What stands in no name of a work."""
_LINE = pattern(
    r"(?&place){2,4}(?:铁路|高铁|高速铁路|城际铁路|高速公路|高速|公路|运河|大通道|通道|特高压工程|直流工程)",
    method="fullmatch",
    place="[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新港澳台中老越缅泰俄哈巴欧印尼匈塞]",
    matches=["中老铁路", "京沪高铁"],
    rejects=["国家铁路", "京沪线"],
)
"""A line named by the places that it joins, in their short forms."""
_OF_DATE = pattern(
    r"20\d\d年(?:度|第?(?&q)季度|[上下]半年|\d{1,2}月份?)?|第?(?&q)季度|[上下]半年",
    q=f"[{QUARTER_DIGIT}]",
    matches=["2025年第四季度", "第四季度", "上半年"],
    rejects=["四季", "季度"],
)
_OF_PLACE = pattern(r"[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|州|旗)", matches=["东江市"], rejects=["市", "青禾"])
_BRACKETS = pattern(r"（[^）]*）", matches=["（河北段）"], rejects=["河北段"])
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
    if _NO_NAME.search(name) or _BODY_ENDS.search(name) or OBJECT.search(name):
        return False
    if _LINE.fullmatch(name):
        return True
    own = own_part(folded[after_governing(folded, start, end) : end])  # 抓好 项目 has nothing of its own
    if name.endswith("项目"):
        fewest = _FEWEST_OF_SUCH_WORK if _PARTICULAR.search(name) else _FEWEST_OF_PROJECT  # 甲湖储能电站项目
        return len(own_part(_OF_PLACE.sub("", own, count=1))) >= fewest or len(own) >= _FEWEST_WITH_PLACE
    return len(own) >= (1 if folded.endswith("元的", 0, start) else _FEWEST_OWN)


def is_generic(name: str) -> bool:
    """Whether a name is nothing but words for works in general."""
    return not own_part(name)


def own_part(name: str) -> str:
    """What of a name is not only words for works in general."""
    return GENERIC.sub("", _OF_DATE.sub("", _BRACKETS.sub("", name)))


_BODY_ENDS = pattern(
    r"(?:集团|公司|企业|委员会|(?<![乐览展餐大客舞])厅|[局委署办]|(?<!总)部)$",
    matches=["绿源集团", "水利局", "商务厅", "宣传部"],
    rejects=["东江音乐厅", "药业总部", "水厂"],
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


_ON_AGREEMENT = pattern(
    r"(?:战略|投资|合作|框架|意向|入驻){1,3}(?:协议|合同)$",
    matches=[("青禾产业基地战略投资协议", "战略投资协议")],
    rejects=["合作协议的", "青禾产业基地"],
)
_SUM = pattern(
    r"[^，。；、的]{0,8}?[0-9][0-9.]{0,8}[万亿]{0,2}元(?:以上)?的(?=[^，。；、]{4})",
    method="match",
    matches=["总投资20亿元的甲电池工厂"],
    rejects=["甲电池工厂", "总投资20亿元，"],
)
