"""Industries and the role that a text gives them (产业与定位).

list   ::= enumeration "等" modifier? head            生物医药、新能源等新兴产业
| enumeration head                            科技服务、智能制造、医疗健康主导产业
| head ("包括" | "（" | "：") enumeration     未来产业（人形机器人、量子信息）
single ::= "以" name "为引领" | name "引领发展" | name "是" … head
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from policyparse.knowledge.words import any_of
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


LONGEST_INDUSTRY = 16
_PAIR = re.compile(r"[\u4e00-\u9fff]{2,6}与[\u4e00-\u9fff]{2,8}")
_ETC = re.compile(
    r"等(?![^，。；]{0,8}(?:入选|列入|纳入|获评|获批|获得|跻身|成为|进入|属于|服务|推动|带动|融入|助力|支撑|围绕))[^，。；、：等]{0,10}?$"
)
_FORWARD = re.compile(r"(?:集群|体系|领域)?(?:主要)?(?:包括|有|涵盖|涉及|是|为|（|：|，如|如|，包括|，即|——)(?:以)?")
_HEADED = re.compile(r"[产行工造]业")
"""In what every word for industries ends."""
_LEADING = re.compile(r"产业(?:的)?引领(?:带动)?(?:作用|发展|功能|支撑)")
_IS = re.compile(r"([^，。；：、“”]{2,14})(?:作为|是)[^，。；：、]{0,20}$")
_NO_NAME = re.compile(
    r"[的了等与将被把是在“”（）]|\d(?![A-Za-z])|产业体系|一批|一系列|各类|方面|领域|企业|项目|地区|问题|发展|建设|工作|优势$|特色$"
)
_ROLE_OF_LEAD: dict[str, Role] = {
    "为引领": "leading",
    "为龙头": "leading",
    "为先导": "leading",
    "为主导": "leading",
    "为支柱": "key",
}
_LED_WITH = re.compile(
    r"以(?P<name>[^，。；：、“”]{2,12}?)(?P<role>为引领|为龙头|为先导|为主导|为支柱)，(?!以)[^。；，]{2,40}?"
    r"(?:产业|工业|制造业)为(?:支撑|支柱|基础|骨干|补充|特色|重点|主体|依托|配套)"
)
"""A leading industry whose name does not end in 产业, beside other industries: 以锂电为引领，甲、乙等产业为支撑."""
_LED_BY = re.compile(rf"以([^，。；：、]{{1,14}}?(?:业|经济|制造))({'|'.join(_ROLE_OF_LEAD)})")


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, Role], re.Pattern[str]]:
    table = tomllib.loads((files("policyparse.plan") / "industries.toml").read_text(encoding="utf-8"))
    roles: dict[str, Role] = {}
    for role in get_args(Role):
        roles.update(dict.fromkeys(table[role]["words"], role))
    heads = re.compile(f"{any_of(roles)}(?!链|工人|基金|园|带|政策|结构|比重)")
    compound = re.compile(any_of(table["compound"]["words"]))
    return heads, roles, compound


def find_industries(folded: str) -> Iterator[IndustryMention]:
    """Find the industries to which a text gives a role, in order.

    Args:
        folded: Width-folded text.
    """
    if not _HEADED.search(folded) and not _LED_BY.search(folded):
        return
    found: dict[Extent, Role] = {}
    heads, roles, compound = _heads()
    previous = 0
    for head in heads.finditer(folded):
        role = roles[head[0]]
        for listed in _backwards(folded, head.start(), compound, previous) or _forwards(folded, head.end(), compound):
            found.setdefault(listed, role)
        single = _IS.search(folded, max(0, head.start() - 38), head.start())
        if single and folded[head.end() : head.end() + 1] in ("，", "。", "；", "之", ""):
            name = _industry(folded, name_start(folded, *single.span(1)), single.end(1))
            if name and folded[name[0] : name[1]].endswith(("业", "产业", "经济")):
                found.setdefault(name, role)
        previous = head.end()
    for led in _LED_BY.finditer(folded):
        end = led.start(2)
        name = _industry(folded, led.start(1), end)
        if name:
            found.setdefault(name, _ROLE_OF_LEAD[led[2]])
    for led in _LED_WITH.finditer(folded):
        name = _industry(folded, *led.span("name"))
        if name and "、" in led[0]:
            found.setdefault(name, _ROLE_OF_LEAD[led["role"]])
    for leading in _LEADING.finditer(folded):
        end = leading.start() + 2
        start = max((folded.rfind(mark, max(0, end - 20), end) for mark in "，。；：、"), default=-1) + 1
        name = _industry(folded, name_start(folded, max(start, end - 20, 0), end, shortest=4), end)
        if name and not heads.search(folded, *name):
            found.setdefault(name, "leading")
    for (start, end), role in sorted(found.items()):
        yield IndustryMention(start, end, role)


def _backwards(folded: str, head: int, compound: re.Pattern[str], floor: int) -> list[Extent]:
    """The list that stands before a head."""
    start = max(0, head - 14)
    etc = _ETC.search(folded, start, head)
    end = etc.start() if etc else head
    counted = re.search(r"[一二两三四五六七八九十\d]{1,2}(?:大|个|条)$", folded[max(0, end - 4) : end])
    if counted:
        end -= len(counted[0])
    if end <= floor:
        return []
    names = [n for n in read_enumeration(folded, end, compound=compound, split_pair=bool(etc)) if n[0] >= floor]
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


def _forwards(folded: str, head: int, compound: re.Pattern[str]) -> list[Extent]:
    """The list that stands after a head."""
    forward = _FORWARD.match(folded, head)
    if forward is None:
        return []
    stop = re.search(r"等|[。；）：]|，", folded[forward.end() : forward.end() + 200])
    end = forward.end() + (stop.start() if stop else 0)
    if "、" not in folded[forward.end() : end]:
        return []
    parts = [m.span() for m in re.finditer("[^、]+", folded[forward.end() : end])]
    names = [(forward.end() + a, forward.end() + b) for a, b in parts]
    names[-1:] = (
        read_enumeration(folded[: names[-1][1]], names[-1][1], compound=compound)[-2:] if len(names) < 3 else names[-1:]
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
    if not 2 <= len(name) <= LONGEST_INDUSTRY or _NO_NAME.search(name):
        return None
    return start, end
