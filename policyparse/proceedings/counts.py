"""Declared numbers of people, speeches and proposals at a meeting (数目)."""

import re
from decimal import Decimal

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.meeting import CountDraft
from policyparse.model.plan import IndicatorDraft
from policyparse.page.layout import Page, Role

_COUNT = pattern(
    rf"(?:近|约|超|逾)?(?P<value>[{COUNT}]{{1,6}})[多余]?(?P<unit>人次|[位名篇件份人条]|家(?=[^，。；\d]{{0,8}}(?:负责人|企业家|代表|企业主|高管)))"
    r"(?:来自[^，。]{1,12}的)?(?P<what>[^，。；！？\d]{0,16})",
    matches=[
        ("近百名企业家参加", {"value": "百", "unit": "名", "what": "企业家参加"}),
        ("约20多位来自全县的代表", {"value": "20", "unit": "位", "what": "代表"}),
        ("超30余人次", {"value": "30", "unit": "人次"}),
        ("逾12篇发言", {"value": "12", "unit": "篇", "what": "发言"}),
        ("提出276条建议", {"value": "276", "unit": "条", "what": "建议"}),
        ("12家企业负责人参加会议", {"value": "12", "unit": "家", "what": "企业负责人参加会议"}),
        *(("约20多位来自的代表", "约20多位来自的代表"), ("超1234567人次", "234567人次"), "12家高管"),
        *(("逾12件发言", "逾12件发言"), ("约20多位来自的代表", {"what": "来自的代表"})),
        ("约20多位来自农业、教育、文化和卫生战线的代表", {"what": "来自农业、教育、文化和卫生战线的"}),
        *("12家代表", ("收到15份提案", {"unit": "份"}), "逾12人发言", ("超30余人次", "超30余人次"), "12家企业家"),
        *("12家企业主", ("近百名企业家参加", "近百名企业家参加")),
    ],
    rejects=["提出几条建议", "3公里", "12家企业", "12家单位荣获优秀组织奖的代表"],
)
_COUNTED = pattern(
    r"(?&meetings.counted)",
    matches=["委员参与网络议政", "重点发言"],
    rejects=["新居", ""],
)
_ATTENDANCE = pattern(
    r"(?:应到|实到|出席|到会)[^，。；\d]{0,14}$",
    matches=["会议应到", "实到常委会组成人员", "出席会议的", "到会"],
    rejects=["应到会场，新增就业", "新增就业", "出席会议并在主席台前排就座的同志有"],
)
_HANDED_IN = pattern(
    r"(?:意见|建议|提案|议案|发言|材料)[^，。；\d]{0,4}$",
    matches=[
        *("征集提案", "收到意见建议共", "提交发言材料", "收到意见共", "征集议案", "征集材料", "征集建议"),
        ("提交发言材料", "发言材料"),
    ],
    rejects=["建议，新建道路", "道路", "征集提案线索共计收到"],
)
_TAKE_PART = pattern(
    r"参加|出席|发言|参会|列席|到会|畅所欲言",
    matches=["企业负责人参加会议", "代表发言", "代表参会", "代表到会", "代表列席", "代表出席", "代表畅所欲言"],
    rejects=["企业负责人", "企业投产"],
)
"""Behind the representatives of firms: they took part."""
_PAPERS = ("件", "篇", "份", "条")
_LEAST = 2
"""One is no number of people."""
_REACH = 18
"""How far before a number the words stand that tell what it counts, in characters."""


def is_counted(folded: str) -> bool:
    """Whether a text counts people or papers of a meeting: 12名委员."""
    return any(_is_of_meeting(folded, match) for match in _COUNT.finditer(folded))


def find_counts(page: Page, spoken: list[Extent]) -> list[CountDraft]:
    """Find declared numbers.

    Args:
        page: The page.
        spoken: Places of speech; what is counted there is not of this meeting.
    """
    counts: list[CountDraft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for match in _COUNT.finditer(block.folded):
            start, end = block.start + match.start(), block.start + match.end()
            value = parse_integer(match["value"])
            if value is None or value < _LEAST or not _is_of_meeting(block.folded, match):
                continue
            if any(a <= start < b for a, b in spoken):
                continue
            text = page.text[start:end].rstrip()
            span = (start, start + len(text))
            counts.append({"text": text, "value": Decimal(value), "unit": match["unit"], "span": span})
    return counts


def without_counted(indicators: list[IndicatorDraft], counts: list[CountDraft]) -> list[IndicatorDraft]:
    """The indicators that are no counts of the meeting: what is counted there is not measured.

    Args:
        indicators: Drafts of indicators.
        counts: Drafts of counts.
    """
    return [i for i in indicators if not any(_is_same(i, count) for count in counts)]


def _is_same(indicator: IndicatorDraft, count: CountDraft) -> bool:
    start, end = indicator["span"]
    same = (indicator["value"], indicator["unit"]) == (count["value"], count["unit"])
    return same and start <= count["span"][0] < end


def _is_of_meeting(folded: str, match: re.Match[str]) -> bool:
    """14位委员发言, 实到65人, 征集提案147件, 提出276条建议."""
    before = folded[max(0, match.start() - _REACH) : match.start()]
    if match["unit"] == "家":
        return _TAKE_PART.search(folded, match.end("unit"), match.end("unit") + _REACH) is not None
    if match["unit"] == "条":
        return _HANDED_IN.search(before) is not None or match["what"].startswith(("意见", "建议", "提案", "议案"))
    if _COUNTED.search(match["what"]):
        return True
    if match["unit"] == "人":
        return _ATTENDANCE.search(before) is not None
    return match["unit"] in _PAPERS and _HANDED_IN.search(before) is not None
