"""Industries and the role that a text gives them (产业与定位).

list   ::= enumeration "等" modifier? head            生物医药、新能源等新兴产业
| enumeration head                            科技服务、智能制造、医疗健康主导产业
| head ("包括" | "（" | "：") enumeration     未来产业（人形机器人、量子信息）
single ::= "以" name "为引领" | name "引领发展" | name "是" … head
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.lexicon import any_of, words
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.model.base import Extent

Role = Literal["leading", "emerging", "advantaged", "traditional", "future", "key"]


@dataclass(frozen=True, slots=True)
class IndustryMention:
    """An industry with a role.

    Attributes:
        start: Offset of the first code point of its name.
        end: Offset after the last code point of its name.
        role: 引领 leading, 新兴 emerging, 优势 advantaged, 传统 traditional, 未来 future, 重点 key.
    """

    start: int
    end: int
    role: Role


INDUSTRY_LENGTH = 16
"""Maximum length of the name of an industry, in characters."""

_PAIR = pattern(
    r"[\u4e00-\u9fff]{2,6}与[\u4e00-\u9fff]{2,8}",
    method="fullmatch",
    rejects=["公与园里", "公园里的树木由与市民", "公园与里", "公园与里的树木由市民认养"],
    matches=["公园里的树与木由市民认"],
)
_ETC = pattern(
    r"等(?![^，。；]{0,8}(?:入选|列入|纳入|获评|获批|获得|跻身|成为|进入|属于|服务|推动|带动|融入|助力|支撑|围绕))[^，。；、：等]{0,10}?$",
    rejects=[
        *("等列入", "等公列入", "等入选", "等纳入", "等获评", "等获批", "等获得", "等跻身", "等成为", "等进入"),
        *("等属于", "等服务", "等推动", "等带动", "等融入", "等助力", "等支撑", "等围绕"),
        "等公园里的树木由市民认养",
    ],
    matches=["等公", "等", ("等等", "等")],
)
_FORWARD = pattern(
    r"(?:集群|体系|领域)?(?:主要)?(?:包括|[有是为]|涵盖|涉及|（|：|，?如|，包括|，即|——)以?",
    method="match",
    matches=[
        *("体系如", "如", "集群如", "领域如", "主要如", "包括", "为", "有以", "是以", "涵盖", "涉及", "（", "："),
        *("，如", "，包括", "，即", "——", ("如以", "如以")),
    ],
    rejects=["公园"],
)
_HEADED = re.compile(r"[产行工造]业")
"""In what every word for industries ends."""

_LEADING = pattern(
    r"产业的?引领(?:带动)?(?:作用|发展|功能|支撑)",
    matches=["产业的引领作用", "产业引领作用", "产业引领带动作用", "产业引领发展", "产业引领功能", "产业引领支撑"],
    rejects=["公园"],
)
_IS = pattern(
    r"(?P<name>[^，。；：、“”]{2,14})(?:作为|是)[^，。；：、]{0,20}$",
    rejects=["公是", "公园是里的树木由市民认养青禾县3处A区（试行）“"],
    matches=[("公园里的树木由市民认养青禾县3是", "园里的树木由市民认养青禾县3是"), "公园作为", "园里是的"],
)
_NO_NAME = pattern(
    r"[的了等与将被把是在“”（）]|[0-9](?![A-Za-z])|产业体系|一批|一系列|各类|方面|领域|企业|项目|地区|问题|发展|建设|工作|优势$|特色$",
    matches=[
        *("“", "的", "了", "等", "与", "将", "被", "把", "是", "在", "3", "产业体系", "一批", "一系列", "各类"),
        *("方面", "领域", "企业", "项目", "地区", "问题", "发展", "建设", "工作", "优势", "特色"),
    ],
    rejects=["3A", "优势甲", "特色甲"],
)
_ROLE_OF_LEAD: dict[str, Role] = {
    "为引领": "leading",
    "为龙头": "leading",
    "为先导": "leading",
    "为主导": "leading",
    "为支柱": "key",
}
_LED_WITH = pattern(
    r"以(?P<name>[^，。；：、“”]{2,12}?)(?P<role>为引领|为龙头|为先导|为主导|为支柱)，(?!以)[^。；，]{2,40}?"
    r"(?:产业|工业|制造业)为(?:支撑|支柱|基础|骨干|补充|特色|重点|主体|依托|配套)",
    rejects=[
        *("以公为主导，园里工业为依托", "以公园里的树木由市民认养青禾为主导，县3工业为依托"),
        *("以公园为先导，以里工业为依托", "以公园为先导，里产业为特色"),
        "以公园为先导，里的树木由市民认养青禾县3处A区（试行）“一”二：、年月日公园里的树木由市民认养青产业为特色",
    ],
    matches=[
        *("以公园为引领，里的工业为支撑", "以公园为龙头，里的工业为支撑", "以公园为先导，里的工业为支撑"),
        *("以公园为主导，里的工业为支撑", "以公园为支柱，里的工业为支撑", "以园里为先导，的树产业为主体"),
        *("以园里为先导，的树制造业为主体", "以园里为先导，的树产业为支柱", "以园里为先导，的树产业为基础"),
        *("以园里为先导，的树产业为骨干", "以园里为先导，的树产业为补充", "以园里为先导，的树产业为特色"),
        *("以园里为先导，的树产业为重点", "以园里为先导，的树产业为依托", "以园里为先导，的树产业为配套"),
    ],
)
"""A leading industry whose name does not end in 产业, beside other industries: 以锂电为引领，甲、乙等产业为支撑."""

_LED_BY = pattern(
    r"以(?P<name>[^，。；：、]{1,14}?(?:业|经济|制造))(?P<role>为引领|为龙头|为先导|为主导|为支柱)",
    rejects=["以业为主导", "以公园里的树木由市民认养青禾县3业为主导"],
    matches=[
        *("以公业为主导", "以公经济为主导", "以公制造为主导", "以公业为引领", "以公业为龙头", "以公业为先导"),
        "以公业为支柱",
    ],
)
_COUNTED = pattern(
    rf"[{COUNT}]{{1,2}}[大个条]$",
    rejects=["个", "3个甲"],
    matches=[("3○一大", "○一大"), "3个", "3条"],
)
_LIST_END = pattern("[。；）：，]|等", matches=["等"], rejects=["公园"])


@cache
def _roles() -> dict[str, Role]:
    """The role that each head of a list gives."""
    return {word: role for role in get_args(Role) for word in words(f"industries.{role}")}


_HEADS = pattern(
    r"(?&words)(?!链|工人|基金|园|带|政策|结构|比重)",
    words=lambda: any_of(_roles()),
    rejects=[
        *("主导产业带", "主导产业链", "主导产业工人", "主导产业基金", "主导产业园", "主导产业政策", "主导产业结构"),
        "主导产业比重",
    ],
    matches=["关键产业"],
)
COMPOUND = pattern(r"(?&industries.compound)", matches=["仓储和"], rejects=["公园"])


def holds_compound(text: str) -> bool:
    """Whether a text is one name that holds 和 or 与 itself."""
    return COMPOUND.search(text) is not None and len(read_enumeration(text, len(text), compound=COMPOUND)) == 1


def holds_industry(text: str) -> bool:
    """Whether a text gives a role to an industry."""
    return next(find_industries(text), None) is not None


def find_industries(folded: str) -> Iterator[IndustryMention]:
    """Find the industries to which a text gives a role, in order.

    Args:
        folded: Width-folded text.
    """
    if not _HEADED.search(folded) and not _LED_BY.search(folded):
        return
    found: dict[Extent, Role] = {}
    roles = _roles()
    previous = 0
    for head in _HEADS.finditer(folded):
        role = roles[head[0]]
        for listed in _backwards(folded, head.start(), previous) or _forwards(folded, head.end()):
            found.setdefault(listed, role)
        single = _IS.search(folded, max(0, head.start() - 38), head.start())
        if single and folded[head.end() : head.end() + 1] in ("，", "。", "；", "之", ""):
            name = _industry(folded, name_start(folded, *single.span("name")), single.end("name"))
            if name and folded[name[0] : name[1]].endswith(("业", "产业", "经济")):
                found.setdefault(name, role)
        previous = head.end()
    for led in _LED_BY.finditer(folded):
        end = led.start("role")
        name = _industry(folded, led.start("name"), end)
        if name:
            found.setdefault(name, _ROLE_OF_LEAD[led["role"]])
    for led in _LED_WITH.finditer(folded):
        name = _industry(folded, *led.span("name"))
        if name and "、" in led[0]:
            found.setdefault(name, _ROLE_OF_LEAD[led["role"]])
    for leading in _LEADING.finditer(folded):
        end = leading.start() + 2
        start = max((folded.rfind(mark, max(0, end - 20), end) for mark in "，。；：、"), default=-1) + 1
        name = _industry(folded, name_start(folded, max(start, end - 20, 0), end, shortest=4), end)
        if name and not _HEADS.search(folded, *name):
            found.setdefault(name, "leading")
    for (start, end), role in sorted(found.items()):
        yield IndustryMention(start, end, role)


def _backwards(folded: str, head: int, floor: int) -> list[Extent]:
    """The list that stands before a head."""
    start = max(0, head - 14)
    etc = _ETC.search(folded, start, head)
    end = etc.start() if etc else head
    counted = _COUNTED.search(folded[max(0, end - 4) : end])
    if counted:
        end -= len(counted[0])
    if end <= floor:
        return []
    names = [n for n in read_enumeration(folded, end, compound=COMPOUND, split_pair=bool(etc)) if n[0] >= floor]
    listed = len(names) >= 3
    industries = [_industry(folded, *n, paired=listed and n is not names[-1]) for n in names]
    if not industries or industries[-1] is None or (len(industries) < 2 and not etc):
        return []
    kept: list[Extent] = []
    for industry in reversed(industries):
        if industry is None:
            break
        kept.insert(0, industry)
    return kept if etc or len(kept) >= 2 else []


def _forwards(folded: str, head: int) -> list[Extent]:
    """The list that stands after a head."""
    forward = _FORWARD.match(folded, head)
    if forward is None:
        return []
    stop = _LIST_END.search(folded[forward.end() : forward.end() + 200])
    end = forward.end() + (stop.start() if stop else 0)
    if "、" not in folded[forward.end() : end]:
        return []
    parts = [m.span() for m in re.finditer("[^、]+", folded[forward.end() : end])]
    names = [(forward.end() + a, forward.end() + b) for a, b in parts]
    names[-1:] = (
        read_enumeration(folded[: names[-1][1]], names[-1][1], compound=COMPOUND)[-2:] if len(names) < 3 else names[-1:]
    )
    industries = [_industry(folded, *name) for name in names]
    return [i for i in industries if i] if all(industries) else []


def _industry(folded: str, start: int, end: int, *, paired: bool = False) -> Extent | None:
    """The extent where it has the form of an industry's name, else None.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
        paired: Whether it may hold 与, as a member before the last of a list by 、 does: 细胞与基因治疗、….
    """
    while start < end and folded[start] in " “”、以":
        start += 1
    name = folded[start:end]
    if paired and _PAIR.fullmatch(name):
        name = name.replace("与", "")
    if not 2 <= len(name) <= INDUSTRY_LENGTH or _NO_NAME.search(name):
        return None
    return start, end
