"""Units that a sentence names (句中分工): who does what it says, in its own words, which stay in the text.

    named  ::= "由" units verb | units verb | units "对" task "负" kind "责任"      at the start of a clause
    verb   ::= 牵头 | 负责 | 配合 | …
    kind   ::= 总 | 主体 | 监管 | …

They count where no bracket and no label names who does a point. 本办法由X负责解释 is no task. The words are in
`knowledge/responsibilities.toml`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex as re

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.official.assignments import Role, names_of, role_of_word

_AFTER = (
    "(?!(?:负责|组织|实施|落实|做好){0,2}的|人|同志|制(?![定作订])"
    "|者|方|解释|书|力度|情况|机制|单位|部门|领导|干部|任务)"
)
_UNITS = r"[^，。；：！？\n]{2,160}?"
"""Units before what they do."""
_BY = pattern(
    r"由(?P<units>(?&units))(?:(?&responsibilities.manner)){0,2}"
    r"(?P<verb>(?&responsibilities.named_by))(?&after)",
    after=_AFTER,
    units=_UNITS,
    matches=[
        *(("由市教育局牵头制定办法", {"units": "市教育局", "verb": "牵头"}), "由市教育局牵头制作宣传片"),
        "由市教育局牵头制订方案",
        ("由各区人民政府、市财政局按职责分工负责落实", {"units": "各区人民政府、市财政局", "verb": "负责落实"}),
    ],
    rejects=[
        *("由市教育局牵头的联席会议", "由市教育局负责人签字", "由市教育局负责解释", "由市教育局协助实施的"),
        *("由其牵头制定办法", "由市教育局协助做好的", "由市教育局组织实施落实的", "由市教育局牵头者"),
        *("由市教育局牵头方", "由市教育局牵头制", "由市教育局牵头书", "由市教育局牵头领导", "由市教育局牵头部门"),
        *("由市教育局牵头机制", "由市教育局牵头情况", "由市教育局牵头干部", "由市教育局牵头同志"),
        *("由市教育局配合组织的活动", "由市教育局协助负责的事项", "由市教育局牵头单位", "由市教育局牵头力度"),
        "由市教育局牵头任务",
    ],
)
_OPENS = pattern(
    r"(?:其中)?(?P<units>(?&units))(?:(?&responsibilities.manner)){0,2}(?P<verb>(?&responsibilities.named_first))(?&after)",
    after=_AFTER,
    units=_UNITS,
    matches=[
        ("市财政局负责落实经费", {"units": "市财政局", "verb": "负责落实"}),
        ("各乡镇、县教育局配合做好摸底", {"units": "各乡镇、县教育局", "verb": "配合做好"}),
        ("市财政局共同依据职责负责落实经费", {"units": "市财政局"}),
        ("其中市财政局负责落实经费", {"units": "市财政局"}),
    ],
    rejects=["市财政局负责人到会", "市财政局牵头的专班", "市财政局要落实经费", "我负责落实经费"],
    method="match",
)
_BEARS = pattern(
    r"(?:其中)?(?P<units>(?&units))对(?!口|[^，。；：！？\n]{0,20}[实法效确整]性)"
    r"[^，。；：！？\n]{2,40}?负(?:总责|主责|(?:(?&responsibilities.borne)){1,3}责任)",
    units=_UNITS,
    matches=[
        ("各乡镇人民政府对本行政区域森林防火工作负总责", {"units": "各乡镇人民政府"}),
        ("市应急局对全市危险化学品安全负综合监管责任", {"units": "市应急局"}),
        ("其中县水利局对河道采砂管理负主责", {"units": "县水利局"}),
        *("县气象局对台风、暴雨、高温、寒潮、大雾等灾害性天气的监测预报和信息发布及时性负主责", "各校对安全负总责"),
        "县教育局对校车负有直接管理责任",
    ],
    rejects=[
        *("申报单位对材料的真实性负总责", "申报单位对材料合法性负总责", "申报单位对数据有效性负总责"),
        *("县对防火工作负总责", "申报单位对数据的准确性负总责", "申报单位对材料完整性负总责"),
        *("市财政局对口支援工作负总责", "各校对水负总责", "市民政局对养老机构负责"),
        *("市教育局对各校负面清单管理责任", "市教育局对各校总责", "市民政局对此，负总责"),
        *("市民政局对养老机构负全面主要领导管理责任", "各县，对防火工作负总责"),
        (
            "各县（市、区）人民政府对辖区内非煤矿山、尾矿库、危险化学品、烟花爆竹、建筑施工、道路交通、城镇燃气等重点"
            "行业安全生产工作负总责"
        ),
    ],
    method="match",
)
_IS_NAME = pattern(
    r"(?!(?&verbs))(?:各|有关|相关|国务院|国家|中央|中国|全国|街道|(?:省|市(?!场)|县|区|州|盟|旗|镇|乡)(?![民域内])"
    r"|[一-龥]{2,8}?[省市县区州盟旗镇乡](?![场民域内])"
    r"|[一-龥]{2,12}$)",
    verbs="组织|督促|联合|引导|支持|鼓励|推动|保障|加强|落实|发挥|依托|协调|会同|宣传|指导|要求|成立|建立|明确|压实|动员|对|向|在|与|由|按",
    matches=[
        *("各乡镇", "市财政局", "教育部", "发展改革部门", "青禾县水利局", "国务院有关部门"),
        *(("青禾盟乡镇", "青禾盟"), ("青禾旗乡镇", "青禾旗"), ("青禾市乡镇", "青禾市"), "省", ("市民", "市民")),
        *(("青禾县民", "青禾县民"), "旗", "州", "区", ("市域", "市域"), ("市场", "市场"), ("市内", "市内")),
        *(("各乡镇", "各"), ("青禾县域", "青禾县域"), ("青禾县场", "青禾县场"), ("青禾县内", "青禾县内")),
        *(("镇财政局", "镇"), ("街道乡镇", "街道"), ("相关乡镇", "相关"), ("盟财政局", "盟"), ("有关乡镇", "有关")),
        *(("市财政局", "市"), ("国家乡镇", "国家"), ("县财政局", "县"), ("全国乡镇", "全国"), ("乡财政局", "乡")),
        *(("中央乡镇", "中央"), ("中国乡镇", "中国"), ("青禾镇水利局", "青禾镇"), ("青禾省水利局", "青禾省")),
        *(("青禾州水利局", "青禾州"), ("青禾县水利局", "青禾县"), ("青禾区水利局", "青禾区")),
        *(("青禾乡水利局", "青禾乡"), ("国务院有关部门", "国务院")),
    ],
    rejects=[
        *("组织有关企业", "鼓励社会组织", "推动高校", "在各县", "武陵山土家族苗族聚居县水利局", "局", "要求"),
        *("落实", "联合", "督促", "明确", "支持", "指导", "成立", "引导", "建立", "宣传", "发挥", "压实", "协调"),
        *("动员", "加强", "保障", "依托", "会同", "由乡镇", "按乡镇", "对乡镇", "向乡镇", "与乡镇"),
    ],
    method="match",
)
"""How the first name of a list begins with which a clause opens: it is no verb with its object."""

_STOPS = "，。；：！？\n"
_CLAUSE = 200
"""Maximum length of a clause that is read, in characters."""


@dataclass(frozen=True, slots=True)
class Named:
    """Units that a clause names.

    Attributes:
        role: What they do.
        units: Their names, in order.
        extent: Place of the units and their verb.
        sentence: Place of the sentence, which says for what.
    """

    role: Role
    units: list[str]
    extent: Extent
    sentence: Extent


def find_named(folded: str, texts: Iterable[Extent]) -> Iterator[Named]:
    """Find the units that sentences name.

    Args:
        folded: Width-folded text of the page.
        texts: Places of the stretches that are read.

    Yields:
        Units with their role, in order of the text.
    """
    for start, end in texts:
        for first, last in _clauses(folded, start, end):
            for named, units, role in _readings(folded, first, last):
                if units and role:
                    yield Named(role, units, named.span(), _sentence(folded, start, end, named.start()))
                    break


def _readings(folded: str, first: int, last: int) -> Iterator[tuple[re.Match[str], list[str], Role | None]]:
    """What a clause says of units, in each way in which it can: match, units, role."""
    if named := _OPENS.match(folded, first, last):
        yield named, _units(named["units"]), role_of_word(named["verb"])
    if named := _BY.search(folded, first, last):
        yield named, names_of(named["units"], strict=True), role_of_word(named["verb"])
    if named := _BEARS.match(folded, first, last):
        yield named, _units(named["units"]), "responsible"


def named_role(sentence: str) -> Role | None:
    """The role of the first units that a sentence names: 由市教育局牵头办理。.

    Args:
        sentence: Width-folded sentence.
    """
    return next((named.role for named in find_named(sentence, [(0, len(sentence))])), None)


def _units(listed: str) -> list[str]:
    if "由" in listed:
        return []
    units = names_of(listed, strict=True)
    return units if units and _IS_NAME.match(units[0]) else []


def _clauses(folded: str, start: int, end: int) -> Iterator[Extent]:
    """The clauses of a stretch that are short enough to be read."""
    begin = start
    for at in range(start, end + 1):
        if at < end and folded[at] not in _STOPS:
            continue
        if 4 < at - begin <= _CLAUSE:
            yield begin, at
        begin = at + 1


def _sentence(folded: str, start: int, end: int, at: int) -> Extent:
    """The sentence in which something stands."""
    begin = max(folded.rfind("。", start, at), folded.rfind("\n", start, at)) + 1
    stop = folded.find("。", at, end)
    return max(begin, start), stop + 1 if stop >= 0 else end
