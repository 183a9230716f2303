"""Whether a marker states a norm: it is the finite verb of its clause, not part of a condition, an attribute or a noun.

The rules are tried in order; the first that fits says no. Each carries a sentence that it turns down.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.knowledge.pattern import pattern
from policyparse.statute.actors import Actors
from policyparse.statute.markers import FORBIDDING, Marker

_REACH = 200
"""Characters around a marker that are read."""

_CONTRAST_WITHIN = 30
"""Maximum length of a duty before the words that say that it was not kept, in characters."""

_EMBEDDED = pattern(
    r"(?:是否|能否|何时|如何|认为|认定|视为|推定|不知|(?<![场处住居出务究诊厕托])所|被|等|其他|的)$",
    matches="是否 能否 何时 如何 认为 认定 视为 推定 不知 规定所 被 企业等 其他 企业的".split(),
    rejects="公共场所 处所 住所 居所 派出所 事务所 研究所 诊所 厕所 托所 所有人 企业".split(),
)
_CASE_BEFORE = pattern(
    r"对?(?:已|尚?未(?!成年|来)|逾期|拒不|无法|确需|不符合|符合|存在)[^，。；：的]{2,40}的",
    matches=[
        *("未移交主管部门的", "对已挪作他用的", "逾期不改正的", "符合不改正的", "确需不改正的", "无法不改正的"),
        *("拒不不改正的", "存在不改正的", "不符合不改正的", "尚未移交主管部门的"),
    ],
    rejects=[
        *("未成年人的", "企业的", "对企业的", "未按规定公开的信息的", "未县的", "未来交主管部门的"),
        "未在县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门共同公告规定期限内申报的",
    ],
    method="fullmatch",
)
"""A case right before its marker, without a comma between."""

_LEADS_ATTRIBUTE = (
    *"对将把为和或、是有无除及",
    *(
        "属于",
        "包括",
        "作为",
        "或者",
        "其他",
        "规定",
        "公布",
        "提供",
        "提出",
        "符合",
        "所称",
        "要求",
        "约定",
        "确定",
        "承担",
        "履行",
    ),
)
_LEADS_OBJECT = ("对", "对于", "将", "把", "属于", "列入", "列为")
_OF_LAW = ("法律", "法规", "规章", "国家", "规定", "明令", "依法")
_CONTRAST = pattern(
    "[而却但](?:未|没有|不|拒)",
    matches=["应当登记而未登记", "却没有登记", "但不登记", "而拒绝登记"],
    rejects=["而且登记", "但登记"],
)
_KINDS = pattern(
    "[^，。；：]{1,30}的(?:其他)?(?:情形|行为|事项|内容|材料|条件|职责|措施|要求|义务|权利|事由|证据|信息)$",
    method="match",
    matches=(
        "申报的情形 申报的行为 申报的事项 申报的内容 申报的材料 申报的条件 申报的职责 申报的措施 申报的要求 "
        "申报的义务 申报的权利 申报的事由 申报的证据 公开的信息 遵守的其他事项"
    ).split(),
    rejects=[
        *("申报有关事项", "公开，说明的信息", "申报的单位", "的义务", "公开的信息甲"),
        "自然资源主管部门会同生态环境、水行政、农业农村主管部门依法监督管理的义务",
    ],
)
_DEFINES = pattern(
    r"[^，。；：]{1,60}，?(?:是指|系指|指的是)",
    method="match",
    matches=["本条例所称公园，是指应当", "公园是指", "本法所称船舶系指", "所谓公园指的是"],
    rejects=[
        *("公园应当", "本条例所称公园，应当", "公园，广场，是指", "是指"),
        "某条例所称" + "停车场、" * 14 + "泊位是指",
    ],
)
_COPULA = pattern(
    r"(?<![认作成因])(?:为(?![了主此他])|是|等于|达到|超过|不足)",
    matches=["标准为上年度", "基数是上年度", "金额等于", "金额达到", "金额超过", "金额不足"],
    rejects=["为了", "认为", "作为", "成为", "因为", "以节约为主", "为此", "为他人"],
)


_RULED = pattern(
    r"的[^，。；]{2,16}?(?:按照?|依照|由|另行|实行|归|不予|为(?!了)|是|以|从|自|在)",
    matches=[
        *(
            "缴纳的水资源费按照用量计征 降解的材料目录另行公布 征收的费用由财政部门收取 缴纳的税款归中央所有 "
            "公开的信息不予公开 缴纳的金额为三元 缴纳的金额是三元 收取的费用以成本计算 返还的款项从基金支付 "
            "公开的信息自成立起公开 公开的信息在网站公开 征收的费用依照规定收取 征收的费用实行专户管理 "
            "收取的费用按三元计算"
        ).split(),
        ("缴纳的水资源费按照用量计征", "的水资源费按照"),
    ],
    rejects=[
        *("委托有资质的机构检测", "公开的按照规定", "缴纳的金额为了公平", "缴纳的县为三元"),
        "缴纳的城市公共停车场和道路停车泊位费用金额为三元",
    ],
)
"""A noun behind an attribute, and what is ruled about it."""


_EXCEPTION = pattern(
    r"(?:除|在)(?!了?(?:由|应当|可以|依法))[^，；：]{1,60}外$",
    method="match",
    matches=["除禁止燃放的区域外", "在禁止燃放区域外", "除国家禁止进口的以外", "除法律规定应当公开的之外"],
    rejects=[
        *("除应当公开外", "除可以公开外", "除由主管部门公开外", "除了依法公开外", "除依法公开外", "外商应当公开"),
        *("在外", "在禁止燃放区域外甲", "在" + "停车场、" * 15 + "泊位外"),
    ],
)
"""A clause that leaves something out."""

_FOR = pattern("为了?", matches=["为", "为了"], rejects=["认为", "作为"], method="fullmatch")
"""What stands before a marker that is part of a purpose."""

_ZONE = pattern(
    "[一-龥]{2}(?:区域|路段|时段)(?=[由的内外，。、和及为是]|应当)",
    matches=[
        *("燃放区域由", "通行路段的", "停车时段内", "建设区域外", "燃放区域，", "通行路段。", "停车时段、"),
        *("燃放区域和", "燃放区域及", "燃放区域为", "通行路段是", "燃放区域应当"),
    ],
    rejects=["停放车辆", "入区域由", "进入保护区域内", "燃放区域燃放"],
    method="match",
)
"""Behind 禁止: a zone or list that is named so."""

_MAKES_TEXT = pattern(
    r"(?:制定|制订|订立|作出)了?(?:本|以下|如下)[一-龥]",
    matches=[
        *("制定本条例", "特制定本办法", "制订本实施细则", "制定以下措施", "作出如下决定", "订立本公约"),
        "制定了本规定",
    ],
    rejects=["制定规划", "制定本", "制定，本条例", "作出决定", "制定城乡规划"],
)
"""The end of a sentence that says why a text is made."""


@dataclass(slots=True)
class Site:
    """Where a marker stands.

    Attributes:
        folded: The width-folded text.
        actors: Finds actors in it.
        marker: The marker.
        segment: Offset at which its segment begins.
        start: Offset at which its clause begins.
        before: Offset of the marker, spaces before it left out.
        lead: The same, without adverbs in front of the marker (依法).
        end: Offset after its clause.
        goes_on: Whether a comma or colon stands after the clause, or the clause is an item.
        is_item: Whether the stretch is an item.
    """

    folded: str
    actors: Actors
    marker: Marker
    segment: int
    start: int
    before: int
    lead: int
    end: int
    goes_on: bool
    is_item: bool

    @property
    def near_end(self) -> int:
        """Where the reading stops, at the end of the clause or after `_REACH` characters."""
        return min(self.end, self.marker.end + _REACH)


class Refusal(NamedTuple):
    """A reason why a marker states no norm.

    Attributes:
        name: Its name.
        reason: Why the words bind nobody.
        example: A sentence that it turns down.
        holds: Whether it holds.
    """

    name: str
    reason: str
    example: str
    holds: Callable[[Site], bool]


def _in_case(site: Site) -> bool:
    return (
        site.goes_on and site.folded[site.end - 1] == "的" and not site.folded.endswith("为目的", site.start, site.end)
    )


def _embedded(site: Site) -> bool:
    if _CASE_BEFORE.fullmatch(site.folded, site.start, site.before) and not _has_attribute(site):
        return False  # 未移交的应限期完成移交: the case stands in the clause of its duty
    return _EMBEDDED.search(site.folded, max(site.start, site.before - 2), site.before) is not None


def _broken(site: Site) -> bool:
    after = site.marker.end
    contrast = _CONTRAST.search(site.folded, after, min(site.near_end, after + _CONTRAST_WITHIN + 3))
    return contrast is not None and contrast.start() <= after + _CONTRAST_WITHIN


def _defines(site: Site) -> bool:
    return _DEFINES.match(site.folded, site.segment, site.marker.start) is not None


def _has_attribute(site: Site) -> bool:
    return site.folded.find("的", site.marker.end, site.near_end - 1) >= 0


def _kind_in_list(site: Site) -> bool:
    is_bare = site.before == site.start
    return is_bare and site.is_item and _KINDS.match(site.folded, site.marker.end, site.near_end) is not None


def _kind_of_law(site: Site) -> bool:
    if site.lead == site.before or site.actors.ends_as_actor(site.start, site.lead):
        return False
    return _KINDS.match(site.folded, site.marker.end, site.near_end) is not None


def _attribute(site: Site) -> bool:
    begin = max(site.start, site.marker.start - _REACH)
    return (
        site.before > site.start and _has_attribute(site) and site.folded.endswith(_LEADS_ATTRIBUTE, begin, site.lead)
    )


def _bare_attribute(site: Site) -> bool:
    """应缴纳的费用按照…计征: a marker with which the sentence opens is part of its subject."""
    is_first = site.before == site.start == site.segment
    is_weak = len(site.marker.word) == 1 or site.marker.modality == "permission"
    return (
        is_first
        and is_weak
        and _has_attribute(site)
        and _RULED.search(site.folded, site.marker.end, site.end) is not None
    )


def _object(site: Site) -> bool:
    return site.before > site.start and site.folded.endswith(_LEADS_OBJECT, site.start, site.lead)


def _attribute_of_measure(site: Site) -> bool:
    if len(site.marker.word) > 1 or not _has_attribute(site):
        return False
    return _COPULA.search(site.folded, site.start, site.marker.start) is not None


def _forbidden_by_law(site: Site) -> bool:
    if site.marker.word not in FORBIDDING or not site.folded.endswith(_OF_LAW, site.start, site.before):
        return False
    of = site.folded.find("的", site.marker.end, site.near_end - 1)
    return 0 <= of < site.marker.end + 12


def _excepted(site: Site) -> bool:
    return _EXCEPTION.match(site.folded, site.start, site.end) is not None


def _in_purpose(site: Site) -> bool:
    """为鼓励…，市人民政府应当…; 为了…，禁止…，制定本条例: what a text is made for."""
    folded = site.folded
    if _FOR.fullmatch(folded, site.start, site.before):
        return True
    stop = folded.find("。", site.marker.end, site.marker.end + _REACH)
    return stop >= 0 and folded.startswith("为", site.segment) and bool(_MAKES_TEXT.search(folded, site.end, stop))


def _zone(site: Site) -> bool:
    return site.marker.word in FORBIDDING and _ZONE.match(site.folded, site.marker.end) is not None


REFUSALS = (
    Refusal("zone", "禁止燃放区域 names a zone", "禁止燃放区域由主管部门公布。", _zone),
    Refusal("purpose", "为了鼓励… says what a text is made for", "为了鼓励养老，制定本条例。", _in_purpose),
    Refusal("exception", "除…外 says what is left out", "除禁止运输外，危险货物由主管部门监管。", _excepted),
    Refusal("definition", "是指 defines a word and binds nobody", "本条例所称必需品，是指应当储备的商品。", _defines),
    Refusal("case", "a clause that ends in 的 is a case", "应当公开的，由主管部门公开。", _in_case),
    Refusal(
        "embedded", "是否, 如何, 所 and the like make a question or a noun", "是否应当公开，由主管部门决定。", _embedded
    ),
    Refusal("broken duty", "应当…而未… says that a duty was not kept", "应当登记而未登记，由主管部门处罚。", _broken),
    Refusal(
        "kind in a list",
        "an item 应当…的事项 names a kind of thing",
        "主管部门公开下列信息：（一）应当公开的信息",
        _kind_in_list,
    ),
    Refusal("kind by law", "依法应当…的事项 names a kind of thing", "主管部门决定依法应当公开的事项。", _kind_of_law),
    Refusal(
        "attribute of the subject",
        "应缴纳的费用按照… speaks of the fee",
        "应缴纳的水资源费按照实际取水量计征。",
        _bare_attribute,
    ),
    Refusal(
        "attribute",
        "a verb or 和 before the marker, 的 behind it: what stands between is an attribute",
        "主管部门公布应当遵守的规则。",
        _attribute,
    ),
    Refusal(
        "object",
        "对, 将, 属于 before the marker make it part of an object",
        "对禁止运输，存在隐患的物品，由主管部门没收。",
        _object,
    ),
    Refusal(
        "attribute of a measure",
        "为…应缴纳…的60% says how much",
        "标准为上年度应缴纳保险费的60%。",
        _attribute_of_measure,
    ),
    Refusal(
        "forbidden by law",
        "国家禁止…的 says what another law forbids",
        "国家禁止使用的材料，由主管部门没收。",
        _forbidden_by_law,
    ),
)
"""Why a marker states no norm, in the order in which they are tried."""


def refusal(site: Site) -> Refusal | None:
    """The first reason why a marker states no norm, None where it states one."""
    return next((refusal for refusal in REFUSALS if refusal.holds(site)), None)
