"""Industrial chains (产业链).

chains ::= enumeration "等" number? ("重点" | "优势" | …)? "产业链"    轻工等重点产业链
| enumeration number ("条" | "大" | "个") … "产业链"            轻工、纺织两条产业链
| name "全"? "产业链"                                          工业母机产业链
"""

import re
from collections.abc import Iterator
from functools import cache

from policyparse.figures.lexicon import alternation
from policyparse.language.clauses import clause_start
from policyparse.language.enumerations import ends_governed, name_start, read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block

_CHAIN = re.compile(
    r"(全)?产业链(?!长|短|供应链|上|企业|条|现代化|招商|中|安全|韧性|水平|整合|分工|合作|配套|节点|金融|图谱|产值|供应|思维|式|化)"
)
_COUNTED = re.compile(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:条|大|个)[^，。；、]{0,6}$")
_HAN = "一二两三四五六七八九十"
_HAN_CHARACTER = re.compile("[\u4e00-\u9fff]")
_ETC = re.compile(r"等[^，。；、：的]{0,8}$")
_FORWARD = re.compile(r"(?:（|：|，?包括|，?即)")
_BREAK = re.compile(r"[，。；：、！？“”（）\n]")
LONGEST_CHAIN = 18


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation('generic_chain')}|[\d{_HAN}百千万亿]{{1,4}}级|[\d{_HAN}]{{1,3}}[条大个]|的){{0,8}}$"
    )


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(alternation("chain_verb"))


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
    if etc and not chain[1]:
        names = read_enumeration(folded, chain.start() - (len(before) - etc.start()), split_pair=False)
    elif counted and (forward := _FORWARD.match(folded, chain.end())):
        stop = re.search(r"[。；）]|等", folded[forward.end() : forward.end() + 300])
        if stop and "、" in folded[forward.end() : forward.end() + stop.start()]:
            inside = folded[forward.end() : forward.end() + stop.start()]
            names = [(forward.end() + m.start(), forward.end() + m.end()) for m in re.finditer("[^、]+", inside)]
    elif counted and not chain[1]:
        names = read_enumeration(folded, chain.start() - (len(before) - counted.start()), split_pair=False)
    names = [n for n in names if 2 <= n[1] - n[0] <= LONGEST_CHAIN and "的" not in folded[slice(*n)]]
    declared = parse_integer(counted[1]) if counted else None
    if declared and len(names) >= 2 and declared != len(names):
        extent = (block.start + names[0][0], block.start + chain.end())
        diagnostics.add("PP601", f"{declared} chains are declared and {len(names)} are listed", extent)
    return names if len(names) >= 2 or (names and etc) else []


def _single(folded: str, chain: re.Match[str]) -> list[Extent]:
    """A chain by its own name, where the clause plans it."""
    end = chain.start()
    breaks = [m.end() for m in _BREAK.finditer(folded, max(0, end - 40), end)]
    floor = breaks[-1] if breaks else max(0, end - 40)
    start = name_start(folded, floor, end)
    name = folded[start:end]
    if (
        not 2 <= len(name) <= LONGEST_CHAIN
        or _generic().match(name)
        or _COUNTED.search(name)
        or "等" in name
        or not _HAN_CHARACTER.search(name)
        or ("、" in folded[floor - 1 : floor] and chain[1])
    ):
        return []
    if ends_governed(folded, start, end) or (start == floor and folded[floor - 1 : floor] != "、"):
        return []
    clause = clause_start(folded, end)
    return [(start, end)] if _planned().search(folded, clause, start) else []
