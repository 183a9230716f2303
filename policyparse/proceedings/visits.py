"""Field research before a meeting (调研、视察).

visit ::= group (、 group)* 委员? ，? verb site ((、 | 和) site)*
"""

import re
from collections.abc import Iterator
from functools import cache

from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Page, Role
from policyparse.proceedings.patterns import alternatives

_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,4}[区县](?=[\u4e00-\u9fff（]{6,})")
_AND = ("、", "和", "以及", "及", "与")
_REACH = 12


@cache
def _groups() -> re.Pattern[str]:
    group = rf"[\u4e00-\u9fff]{{2,20}}?(?:{alternatives('research_groups')})"
    lead = r"(?:(?:编者按|会前|此前|其间|期间|为此|近日|日前|今年以来|\d{1,2}月\d{0,2}[日份]?)[^，：]{0,8}[，：]){0,3}"
    return re.compile(rf"{lead}(?P<groups>{group}(?:、{group}){{0,9}})(?:的?(?:部分)?委员)?，?")


@cache
def _went() -> re.Pattern[str]:
    return re.compile(rf"(?:先后|分别|分组)?(?:{alternatives('research_verbs')})(?P<sites>[^，。；]{{4,160}})")


@cache
def _site() -> re.Pattern[str]:
    end = r"、|和|以及|及|与|等|实地|进行|开展|调研|考察|视察|$"
    return re.compile(rf"(?P<site>.{{2,40}}?(?:{alternatives('sites')}))(?:{end})")


def find_visits(page: Page) -> list[Draft]:
    """Find field research: drafts of `Visit`, one a sentence that opens with who went and names what they saw.

    Args:
        page: The page.
    """
    visits: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for sentence in re.finditer(r"[^。！？]{1,1000}", block.folded):
            who = _groups().match(sentence[0])
            went = _went().search(sentence[0], who.end(), who.end() + _REACH + 170) if who else None
            if who is None or went is None or went.start() > who.end() + _REACH:
                continue
            offset = block.start + sentence.start()
            sites = [page.text[offset + a : offset + b] for a, b in _sites(sentence[0], *went.span("sites"))]
            groups = page.text[offset + who.start("groups") : offset + who.end("groups")].split("、")
            if sites:
                extent = (offset, offset + len(sentence[0].rstrip()))
                visits.append({"groups": groups, "sites": sites, "text": page.text[slice(*extent)], "span": extent})
    return visits


def _sites(text: str, start: int, end: int) -> Iterator[Extent]:
    """The sites of a list, without the district that stands before a long name."""
    while start < end:
        match = _site().match(text, start, end)
        if not match:
            return
        district = _DISTRICT.match(match["site"])
        yield match.start("site") + (district.end() if district else 0), match.end("site")
        start = match.end()
        if not match[0].endswith(_AND):
            return
