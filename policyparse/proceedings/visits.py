"""Field research before a meeting (调研、视察).

visit ::= group (、 group)* 委员? ，? verb site ((、 | 和) site)*
"""

import re
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.bodies import body_endings
from policyparse.model.base import Extent
from policyparse.model.meeting import VisitDraft
from policyparse.page.layout import Page, Role

_DISTRICT = pattern(
    rf"[{HAN}]{{2,4}}[区县](?=[{HAN}（]{{6,}})",
    matches=[("滨江区第一人民医院门诊部", "滨江区"), ("青禾县城滨江区第一人民医院门诊部", "青禾县")],
    rejects=["滨江区医院", "滨江第一人民医院门诊部", "滨江区妇幼保健院", "县区第一人民医院门诊部"],
    method="match",
)
"""The district that stands before a long name of a site."""

_GROUP = pattern(
    rf"[{HAN}]{{2,20}}?(?&meetings.research_groups)",
    matches=[
        *("县政协视察团", "经济委员会"),
        ("这次由市政协分管领导带队并邀请有关专家参加的视察组", "由市政协分管领导带队并邀请有关专家参加的视察组"),
    ],
    rejects=["视察团", "县政协", "县委员会"],
)
GROUPS = pattern(
    r"(?:(?:(?&meetings.visit_openings)|\d{1,2}月)[^，：]{0,8}[，：]){0,3}"
    r"(?P<groups>(?&group)(?:、(?&group)){0,9})(?:的?(?:部分)?委员)?，?",
    group=_GROUP,
    matches=[
        ("经济委员会、农业委员会委员，先后", {"groups": "经济委员会、农业委员会"}),
        ("会前，市政协调研组", {"groups": "市政协调研组"}),
        *(("5月以来，县政协视察团的部分委员", {"groups": "县政协视察团"}), "编者按：县政协视察团"),
        *("此前，县政协视察团", "其间，县政协视察团", "期间，县政协视察团", "为此，县政协视察团"),
        *("近日，县政协视察团", "日前，县政协视察团", "今年以来，县政协视察团", "5月12日，县政协视察团"),
        *("5月份，县政协视察团", ("经济委员会、农业委员会委员，先后", "经济委员会、农业委员会委员，")),
        ("5月以来，县政协视察团的部分委员", "5月以来，县政协视察团的部分委员"),
        (
            (
                "经济委员会、农业委员会、教科卫体委员会、文化文史委员会、社会法制委员会、民族宗教委员会、港澳台侨委员"
                "会、人口资源环境委员会、提案委员会、外事委员会、科技委员会的委员"
            ),
            {
                "groups": (
                    "经济委员会、农业委员会、教科卫体委员会、文化文史委员会、社会法制委员会、民族宗教委员会、港澳台侨"
                    "委员会、人口资源环境委员会、提案委员会、外事委员会"
                )
            },
        ),
    ],
    rejects=[
        *("来到，县政协视察团", "县长来到大梁村", "123月份，县政协视察团", "为此县里专门组织了一个团，县政协视察团"),
        *("会前，期间，3月3日，近日，县政协视察团", "月份，县政协视察团"),
    ],
    method="match",
)
"""Who goes on field research, at the start of a sentence."""

WENT = pattern(
    r"(?:先后|分别|分组)?(?&meetings.research_verbs)(?P<sites>[^，。；]{4,})",
    matches=[
        *(("先后深入大梁村、柳树村", {"sites": "大梁村、柳树村"}), ("分别走访大梁村委", {"sites": "大梁村委"})),
        *(("分组赴大梁村委", {"sites": "大梁村委"}), ("分组赴大梁村委", "分组赴大梁村委"), "赴大梁村委"),
        *(("分别走访大梁村委", "分别走访大梁村委"), ("先后深入大梁村、柳树村", "先后深入大梁村、柳树村")),
    ],
    rejects=["深入，了解情况", "座谈讨论情况", "分组赴大梁村"],
)
SITE = pattern(
    r"(?P<site>.{1,40}?(?:(?&meetings.sites)|(?&body)))(?:(?&meetings.after_sites)|$)",
    body=lambda: body_endings("company", "school", "institution"),
    matches=[
        *(("市第一医院和滨江产业园", {"site": "市第一医院"}), ("县医院、柳树村", {"site": "县医院"})),
        *("大梁医院、园区", "大梁医院与", "大梁医院等", "大梁医院实地", "大梁医院进行", "大梁医院开展"),
        *("大梁医院调研", "大梁医院考察", "大梁医院视察", "大梁医院", "大梁产业园"),
        ("大梁医院、园区", "大梁医院、"),
    ],
    rejects=[
        *("大梁医院里", "大梁山", "车间实地察看"),
        "因为连日阴雨而不得不推迟到本月中旬才正式开工建设的大梁镇农村生活垃圾分类收集转运中心对面的医院",
    ],
    method="match",
)
_AND = ("、", "和", "以及", "及", "与")
_REACH = 12
"""Most characters between who went and the verb."""
_LONGEST_CLAUSE = 170


def find_visits(page: Page) -> list[VisitDraft]:
    """Find field research, one visit a sentence that opens with who went and names what they saw.

    Args:
        page: The page.
    """
    visits: list[VisitDraft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for sentence in re.finditer(r"[^。！？]{1,1000}", block.folded):
            who = GROUPS.match(sentence[0])
            went = WENT.search(sentence[0], who.end(), who.end() + _REACH + _LONGEST_CLAUSE) if who else None
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
        match = SITE.match(text, start, end)
        if not match:
            return
        district = _DISTRICT.match(match["site"])
        yield match.start("site") + (district.end() if district else 0), match.end("site")
        start = match.end()
        if not match[0].endswith(_AND):
            return
