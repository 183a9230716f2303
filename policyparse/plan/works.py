"""Names of works: what is built (工程、项目名称).

    work ::= own words, and an end of `plans.works` (大桥, 水库, 产业园) with a section or a part

A name has something of its own; 重大项目, 三座大桥 and 抓好项目 have nothing.
"""

import re

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, NUMBER, QUARTER
from policyparse.knowledge.lexicon import any_of, words
from policyparse.language.enumerations import after_governing
from policyparse.model.base import Extent

WORK_LENGTH = 28
"""Maximum length of the name of a work, in characters."""

_CLAUSE_END = re.compile("[，。；：！？]")
_CAPACITY = r"[0-9][0-9.×]{0,8}[百千万亿]{0,2}(?:吨|千瓦|兆瓦|立方米|件|套|台|辆)"
_BODY = pattern(
    r"(?:集团|公司|企业|委员会|(?<![乐览展餐大客舞])厅|[局委署办]|(?<!总)部)$",
    matches=["集团", "公司", "企业", "委员会", "厅", "办", "局", "委", "署", "部"],
    rejects=["乐厅", "览厅", "展厅", "餐厅", "大厅", "客厅", "舞厅", "总部", "厅甲"],
)
"""What builds or manages works, and is none."""

_NO_NAME = pattern(
    r"[在或被须的了等]|出席|情况|(?:合作|联合|携手)共建|仪式|并(?!网)|最新|[新该]款|有[0-9]|其|未(?!来)|应(?![急用城县])|进行|举行|举办|召开"
    r"|需要|有关|主管|申请|不得|以及|元以上|^（|^(?!(?&capacity)[\u4e00-\u9fff]{2})[0-9]|^“[^”]*”(?:工程|项目)$",
    capacity=_CAPACITY,
    matches=[
        *("了", "在", "或", "被", "须", "的", "等", "出席", "情况", "合作共建", "联合共建", "携手共建", "仪式"),
        *("并", "最新", "新款", "该款", "有3", "其", "未", "应", "进行", "举行", "举办", "召开", "需要", "有关"),
        *("主管", "申请", "不得", "以及", "元以上", "（", "3", "3×333×..3.件处区", "333百百亿件处区", "333辆处"),
        *("“”工程", "“由”项目"),
    ],
    rejects=[
        *("并网", "未来", "应县", "应急", "应用", "应城", "甲（", "甲3", "333辆处区", "3件处区", "333百辆处区"),
        *("333吨处区", "333千瓦处区", "333兆瓦处区", "333立方米处区", "333套处区", "333台处区", "甲“”项目"),
        "“”项目甲",
    ],
)
_SOME = rf"[{NUMBER}余多数]{{1,6}}[个项条座处期批大所家]"
_SUM = pattern(
    r"[^，。；、的]{0,8}?[0-9][0-9.]{0,8}[万亿]{0,2}元(?:以上)?的(?=[^，。；、]{4})",
    method="match",
    matches=["园3元的园里的树", "3元的园里的树", "3.元的园里的树", "3亿元的公园里的", "3元以上的园里的树"],
    rejects=[
        *("园里树木由市民认养3元的园里的树", "的3元的木由市民", "由市民3.......33元的由市民认"),
        *("3万万万元的里的树木", "3元的园里的"),
    ],
)
_LINE = pattern(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新港澳台中老越缅泰俄哈巴欧印尼匈塞]{2,4}"
    r"(?:铁路|高铁|高速铁路|城际铁路|高速公路|高速|公路|运河|大通道|通道|特高压工程|直流工程)",
    method="fullmatch",
    rejects=["中公路", "中青黑青青高铁"],
    matches=[
        *("京京公路", "津津公路", "冀冀公路", "晋晋公路", "蒙蒙公路", "辽辽公路", "吉吉公路", "黑黑公路"),
        *("沪沪公路", "苏苏公路", "浙浙公路", "皖皖公路", "闽闽公路", "赣赣公路", "鲁鲁公路", "豫豫公路"),
        *("鄂鄂公路", "湘湘公路", "粤粤公路", "桂桂公路", "琼琼公路", "渝渝公路", "川川公路", "蜀蜀公路"),
        *("黔黔公路", "贵贵公路", "滇滇公路", "云云公路", "藏藏公路", "陕陕公路", "秦秦公路", "甘甘公路"),
        *("陇陇公路", "青青公路", "宁宁公路", "新新公路", "港港公路", "澳澳公路", "台台公路", "中中公路"),
        *("老老公路", "越越公路", "缅缅公路", "泰泰公路", "俄俄公路", "哈哈公路", "巴巴公路", "欧欧公路"),
        *("印印公路", "尼尼公路", "匈匈公路", "塞塞公路", "中青铁路", "中青高铁", "中青高速铁路", "中青城际铁路"),
        *("中青高速公路", "中青高速", "中青运河", "中青大通道", "中青通道", "中青特高压工程", "中青直流工程"),
    ],
)
"""A line named by the places that it joins, in their short forms: 中老铁路, 京沪高铁."""

_ONTO = pattern(
    "(?:扩建|改建|改扩建|迁建|扩容|提升|改造|续建|整治|加固|除险加固|配套|建设|升级|治理){1,3}(?:工程|项目)",
    method="fullmatch",
    rejects=["工程", "加固加固建设配套项目"],
    matches=[
        *("扩建工程", "改建工程", "改扩建工程", "迁建工程", "扩容工程", "提升工程", "改造工程", "续建工程"),
        *("整治工程", "加固工程", "除险加固工程", "配套工程", "建设工程", "升级工程", "治理工程", "加固项目"),
    ],
)
_OF_DATE = pattern(
    rf"20[0-9]{{2}}年(?:度|第?[{QUARTER}]季度|[上下]半年|[0-9]{{1,2}}月份?)?|第?[{QUARTER}]季度|[上下]半年",
    matches=[
        *("2033年", ("2033年度", "2033年度"), ("2033年一季度", "2033年一季度")),
        *(("2033年第一季度", "2033年第一季度"), ("2033年上半年", "2033年上半年"), ("2033年下半年", "2033年下半年")),
        *(("2033年3月", "2033年3月"), ("2033年月", "2033年"), ("2033年333月", "2033年")),
        *(("2033年3月份", "2033年3月份"), "一季度", ("第一季度", "第一季度"), "上半年", "下半年"),
    ],
    rejects=["203年", "20333年"],
)
_OF_PLACE = pattern(
    r"[\u4e00-\u9fff]{2,4}?[省市县区州旗]",
    rejects=["公区"],
    matches=[("公园里的树区", "园里的树区"), "公园省", "公园市", "公园县", "公园州", "公园旗"],
)
_STAGES = tuple(f"{n}期" for n in QUARTER)
WORK = pattern(
    rf"(?&end)(?:（[^（）]{{1,10}}）|[{HAN}]{{1,6}}[至到][{HAN}]{{1,6}}段|[{HAN}]{{1,4}}段(?!时|落|子)|[{QUARTER}]期)?",
    end=lambda: any_of((*words("plans.works"), *_STAGES), dict.fromkeys(_STAGES, "(?!工程|项目)")),
    matches=[
        *(("医院二期", "医院二期"), "一期", ("专线（木）", "专线（木）"), ("专线（）", "专线")),
        *(("专线（木由市民认养，青禾县3）", "专线"), ("公路里至的树木段", "公路里至的树木段")),
        *(("博物馆至由市民认段", "博物馆"), ("油田里的树木由市民到认段", "油田")),
        *(("运河木由市到民段", "运河木由市到民段"), ("发电厂里的树木到段", "发电厂")),
        *(("油田里到的树木由市民认段", "油田"), ("专线木段", "专线木段"), ("一期段", "一期")),
        *(("号线由段时", "号线"), ("号线由段落", "号线"), ("号线由段子", "号线")),
    ],
    rejects=["公园"],
)
"""The end of the name of a work, with a section or a part of it."""

_PARTICULAR = pattern(
    r"(?&work)项目$",
    work=lambda: any_of(w for w in words("plans.works") if w not in ("工程", "项目")),
    rejects=["互通项目甲"],
    matches=["炼厂项目"],
)
_GENERAL = pattern(
    r"(?&word)|[0-9]{1,3}[台号]|(?&some)",
    word=lambda: any_of((*words("plans.generic_works"), *words("plans.works"))),
    some=_SOME,
    matches=[
        *("两", "3台", ("3333台", "333台"), "3号", "3家", ("3○一二多3一大", "○一二多3一大"), "余家", "数家"),
        *(("3个", "3个"), ("3项", "3项"), ("3条", "3条"), ("3座", "3座"), ("3处", "3处"), "3期", "3批", "3所"),
    ],
    rejects=["台", "家"],
)
OBJECT = pattern(
    r"(?&plans.object_verb)(?:了|好)?(?&plans.generic_works){0,4}(?:项目|工程)$",
    matches=["与了项目", "为工程", "为好工程", "争取每工程"],
    rejects=["带动省该三农业卫生项目", "使项目甲"],
)
"""项目 as the object of a verb: 抓好 重大 项目."""


def is_general(name: str) -> bool:
    """Whether a name is only words for works in general: 重大项目, 三座大桥."""
    return not _own(name)


def first_work(folded: str, start: int) -> Extent | None:
    """The name that begins at `start` and ends in a word for a work."""
    limit = min(len(folded), start + WORK_LENGTH + 12)
    boundary = _CLAUSE_END.search(folded, start, limit)
    limit = boundary.start() if boundary else limit
    work = WORK.search(folded, start, limit)
    while work:
        longer = WORK.match(folded, work.end(), limit)
        if longer is None:
            break
        work = longer
    if work is None or work.end() - start > WORK_LENGTH:
        return None
    return (start, work.end()) if is_name(folded, start, work.end()) else None


def is_part(rest: str) -> bool:
    """Whether what a longer name adds is only a part or a unit of the work, and not what is built on (扩建工程)."""
    return bool(rest) and not _own(rest) and not _ONTO.fullmatch(rest)


def after_sum(folded: str, start: int, end: int) -> Extent:
    """A member of a list without the sum of money before it: 总投资20亿元的 甲工厂."""
    before = _SUM.match(folded, start, end)
    return (before.end(), end) if before else (start, end)


def is_name(folded: str, start: int, end: int) -> bool:
    """Whether something of the name is its own, and not only words for works in general."""
    name = folded[start:end]
    if not 4 <= len(name) <= WORK_LENGTH + 4 or name.startswith(("等", "其", "该", "这", "此")):
        return False
    if _NO_NAME.search(name) or _BODY.search(name) or OBJECT.search(name):
        return False
    if _LINE.fullmatch(name):
        return True
    own = _own(folded[after_governing(folded, start, end) : end])  # 抓好 项目 has nothing of its own
    if name.endswith("项目"):
        of_work = bool(_PARTICULAR.search(name))  # 甲湖储能电站项目
        return len(_own(_OF_PLACE.sub("", own, count=1))) >= (2 if of_work else 3) or len(own) >= 6
    return len(own) >= (1 if folded.endswith("元的", 0, start) else 2)


def _own(name: str) -> str:
    """What of a name is not only words for works in general."""
    return _GENERAL.sub("", _OF_DATE.sub("", re.sub(r"（[^）]*）", "", name)))
