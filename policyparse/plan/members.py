"""The list beside a declared count (列举与计数): before it, behind it, or in the next clause."""

from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.model.base import Extent
from policyparse.plan.naming import members_at

_FORWARD = pattern(
    r"(?:（|：|，?包括|，即|，分别是)(?:“)?",
    method="match",
    matches=["（", "：“", "，包括", "，即", ("：“", "：“"), "包括", "，分别是"],
    rejects=["，推进", "包含"],
)
_SPREAD = pattern(
    r"”?，(?P<list>[^，。；：！？“”、]{2,14}(?:、[^，。；：！？“”、]{2,12}){1,12})(?=[。；，])",
    method="match",
    matches=[
        ("”，推进品牌培育、技术攻关、渠道拓展。", {"list": "推进品牌培育、技术攻关、渠道拓展"}),
        "，推进品牌培育、技术攻关。",
    ],
    rejects=[
        *("”，推进品牌培育。", "，甲、乙"),
        "，推进品牌、技术、人才、标准、设计、采购、物流、金融、数据、法务、税务、会计、审计、咨询。",
        *("，水、电、路、气。", "，稳、抓实整改。", "，推进供水、电。"),
        *("，推进城镇老旧小区和农村危房改造、技术攻关。", "，推进品牌培育、城镇老旧小区和农村危房改造。"),
    ],
)
_END = pattern(r"[。；）]|等(?=[，。）])", matches=["产业、人才等，", "产业、人才。"], rejects=["高等教育、初等教育"])
_LENGTH = 300
_FEWEST = 3
_PARALLEL = 4


def list_around(folded: str, start: int, end: int, count: int) -> list[Extent]:
    """The members of the list beside a declared count.

    Args:
        folded: Width-folded text.
        start: Where the words of the count begin.
        end: Where they end.
        count: How many members are declared.
    """
    before = [] if folded[start - 1 : start] in ("和", "与", "及") else _parallel(read_enumeration(folded, start))
    if len(before) == count or len(before) >= _FEWEST:
        return before
    if forward := _FORWARD.match(folded, end):
        stop = _END.search(folded, forward.end(), forward.end() + _LENGTH)
        inside = folded[forward.end() : stop.start()] if stop else ""
        if stop and "、" in inside and "，" not in inside:
            return members_at(folded, forward.end(), stop.start())
    spread = _SPREAD.match(folded, end)
    if spread and spread["list"].count("、") + 1 == count:
        first = spread.start("list")
        return members_at(folded, name_start(folded, first, folded.index("、", first)), spread.end("list"))
    return []


def _parallel(members: list[Extent]) -> list[Extent]:
    """Where all other members are of one length, the first has it too: 乡村 产业、人才、文化."""
    lengths = {end - start for start, end in members[1:]}
    if len(members) >= _PARALLEL and len(lengths) == 1 and (length := lengths.pop()) >= 2:
        return [(max(members[0][0], members[0][1] - length), members[0][1]), *members[1:]]
    return members
