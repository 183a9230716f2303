"""Industrial chains (产业链).

chains ::= enumeration "等" number? ("重点" | "优势" | …)? "产业链"    轻工等重点产业链
| enumeration number ("条" | "大" | "个") … "产业链"            轻工、纺织两条产业链
| name "全"? "产业链"                                          工业母机产业链
"""

import re
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN, NUMBER
from policyparse.language.clauses import clause_start
from policyparse.language.enumerations import ends_governed, name_start, read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block

_CHAIN = pattern(
    r"(?P<whole>全)?产业链(?!长|短|上|企业|条|现代化|招商|中|安全|韧性|水平|整合|分工|合作|配套|节点|金融|图谱|产值|供应|思维|式|化)",
    matches=[("全产业链", "全产业链"), "产业链"],
    rejects=[
        *("产业链上", "产业链长", "产业链短", "产业链企业", "产业链条", "产业链现代化", "产业链招商", "产业链中"),
        *("产业链安全", "产业链韧性", "产业链水平", "产业链整合", "产业链分工", "产业链合作", "产业链配套"),
        *("产业链节点", "产业链金融", "产业链图谱", "产业链产值", "产业链供应", "产业链思维", "产业链式"),
        "产业链化",
    ],
)
_COUNTED = pattern(
    rf"(?P<n>[{COUNT}]{{1,3}})(?:条|大|个)[^，。；、]{{0,6}}$",
    rejects=["个", "3个处A区（试行）"],
    matches=[("3333个", "333个"), "〇大", "3条", "3个处"],
)
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_ETC = pattern(r"等[^，。；、：的]{0,8}$", matches=["等公", "等"], rejects=["等公园里树木由市民认", "等的"])
_FORWARD = pattern(
    r"（|：|，?包括|，?即", method="match", matches=["（", "：", "包括", "，包括", "即", "，即"], rejects=["公园"]
)
_BREAK = re.compile(r"[，。；：、！？“”（）\n]")
_LIST_END = pattern(r"[。；）]|等", matches=["等"], rejects=["公园"])
CHAIN_LENGTH = 18
"""Maximum length of the name of a chain, in characters."""

_REACH = 40
"""A name begins no more than so many characters before 产业链."""

_GENERAL = pattern(
    rf"(?:(?&plans.generic_chain)|[{NUMBER}]{{1,4}}级|[{COUNT}]{{1,3}}[条大个]|的){{0,8}}$",
    method="match",
    matches=["", "的", "上", "3级", "3大", "3条", "3个"],
    rejects=["核心高端的的的十级的中的", "级", "3一一二3级", "个", "3○十一条"],
)
"""Words before 产业链 that name none."""

_PLANNED = pattern(r"(?&plans.chain_verb)", matches=["主攻"], rejects=["公园"])


def is_general(words: str) -> bool:
    """Whether words before 产业链 name no chain of their own: 重点, 三条, 千亿级."""
    return _GENERAL.match(words) is not None


def plans_chain(sentence: str) -> bool:
    """Whether a sentence plans a chain by its own name."""
    return any(_single(sentence, chain) for chain in _CHAIN.finditer(sentence))


def parse_chains(block: Block, diagnostics: Diagnostics) -> Iterator[Draft]:
    """Find the chains that a paragraph plans (drafts of `Chain`), in order.

    Args:
        block: The paragraph.
        diagnostics: Takes declared counts that the lists do not meet.
    """
    folded = block.folded
    if "产业链" not in folded:
        return
    for chain in _CHAIN.finditer(folded):
        for start, end in _listed(block, chain, diagnostics) or _single(folded, chain):
            yield {"name": block.text[start:end], "span": (block.start + start, block.start + end)}


def _listed(block: Block, chain: re.Match[str], diagnostics: Diagnostics) -> list[Extent]:
    """The members of a list that 等…产业链 or N条产业链 closes, or that follows N条产业链."""
    folded = block.folded
    before = folded[max(0, chain.start() - 16) : chain.start()]
    counted = _COUNTED.search(before)
    etc = _ETC.search(before)
    names: list[Extent] = []
    if etc and not chain["whole"]:
        names = read_enumeration(folded, chain.start() - (len(before) - etc.start()), split_pair=False)
    elif counted and (forward := _FORWARD.match(folded, chain.end())):
        stop = _LIST_END.search(folded[forward.end() : forward.end() + 300])
        if stop and "、" in folded[forward.end() : forward.end() + stop.start()]:
            inside = folded[forward.end() : forward.end() + stop.start()]
            names = [(forward.end() + m.start(), forward.end() + m.end()) for m in re.finditer("[^、]+", inside)]
    elif counted and not chain["whole"]:
        names = read_enumeration(folded, chain.start() - (len(before) - counted.start()), split_pair=False)
    names = [n for n in names if 2 <= n[1] - n[0] <= CHAIN_LENGTH and "的" not in folded[slice(*n)]]
    declared = parse_integer(counted["n"]) if counted else None
    if declared and len(names) >= 2 and declared != len(names):
        extent = (block.start + names[0][0], block.start + chain.end())
        diagnostics.add("PP601", f"{declared} chains are declared and {len(names)} are listed", extent)
    return names if len(names) >= 2 or (names and etc) else []


def _single(folded: str, chain: re.Match[str]) -> list[Extent]:
    """A chain by its own name, where the clause plans it."""
    end = chain.start()
    breaks = [m.end() for m in _BREAK.finditer(folded, max(0, end - _REACH), end)]
    floor = breaks[-1] if breaks else max(0, end - _REACH)
    start = name_start(folded, floor, end)
    name = folded[start:end]
    if (
        not 2 <= len(name) <= CHAIN_LENGTH
        or is_general(name)
        or _COUNTED.search(name)
        or "等" in name
        or not _HAN_CHARACTER.search(name)
        or ("、" in folded[floor - 1 : floor] and chain["whole"])
    ):
        return []
    if ends_governed(folded, start, end) or (start == floor and folded[floor - 1 : floor] != "、"):
        return []
    clause = clause_start(folded, end)
    return [(start, end)] if _PLANNED.search(folded, clause, start) else []
