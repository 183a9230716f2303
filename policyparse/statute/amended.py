"""What a decision amends, by its title and by its points."""

import re

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.document_titles import find_titles, is_instrument
from policyparse.language.labels import match_label
from policyparse.page.layout import Page

_AMENDED = pattern(
    r"修改(?=[《〈])",
    matches=["关于修改《某市停车条例》的决定", "修改〈某市停车条例〉的决定"],
    rejects=["关于修改部分法规的决定", "修正《某条例》"],
)
_AMENDS = pattern(
    "修改|修正",
    matches=["关于修改《某条例》的决定", "刑法修正案（十一）", "关于修正《某办法》的决定"],
    rejects=["关于废止《某条例》的决定"],
)
_AMENDS_MANY = pattern(
    r"修改[^。]{2,200}(?:决定|决议)$",
    matches=["关于修改部分地方性法规的决定", "关于修改《甲条例》等三件法规的决议"],
    rejects=[
        *("关于修改的决定", "关于修改《某条例》的说明", "修改部分法规的决定（草案）"),
        "关于修改" + "《某条例》、" * 34 + "《某办法》的决定",
    ],
)
_SENTENCE = compiled("[，。；：]")
_NAMED_WITHIN = 80
_AMENDMENT = pattern(
    "(?P<title>[一-龥]{1,40}?(?:法|法典|条例))修正案(?:（[^（）]{1,12}）|$)",
    method="match",
    matches=[
        ("中华人民共和国刑法修正案（十一）", {"title": "中华人民共和国刑法"}),
        ("中华人民共和国宪法修正案", {"title": "中华人民共和国宪法"}),
        ("某市停车条例修正案", {"title": "某市停车条例"}),
        ("中华人民共和国民法典修正案", {"title": "中华人民共和国民法典"}),
    ],
    rejects=[
        *("法修正案", "刑法修正案草案", "停车规定修正案", "刑法修正案（）"),
        "刑法修正案（草案第二次审议稿征求意见稿）",
        "某某自治区某某自治州某某自治县人民代表大会常务委员会关于进一步加强城乡规划建设管理工作若干事项条例修正案",
    ],
)
"""Amendments to one document, by their title."""


def amends(title: str) -> bool:
    """Whether the title of a decision says that it amends."""
    return _AMENDS.search(title) is not None


def amends_many(title: str) -> bool:
    """Whether a title is that of a decision that amends several documents: 关于修改部分法规的决定."""
    return bool(_AMENDS_MANY.search(title))


def amended_title(title: str) -> str | None:
    """What a decision amends by its own title: 关于修改《X》的决定, X修正案; None where it amends nothing or many."""
    match = _AMENDED.search(title)
    if match is None:
        amendment = _AMENDMENT.match(title)
        return amendment["title"] if amendment else None
    named = list(find_titles(title, match.end()))
    if not named:
        inner = re.match(r"〈([^〈〉]{1,120})〉", title[match.end() :])
        return inner[1] if inner else None
    rest = title[named[0].end :]
    return None if len(named) > 1 or rest.startswith(("等", "、", "和")) else named[0].text


def is_amendment(title: str) -> bool:
    """Whether a title is that of amendments to one document: X修正案（二）."""
    return _AMENDMENT.match(title) is not None


def amended_by_point(page: Page, start: int, end: int, amended: str | None = None) -> str | None:
    """What one point of an amending decision amends: 一、将《X》第五条修改为……, 二、某省某某条例 over what it changes.

    Args:
        page: The page.
        start: Where the point starts, with its label.
        end: Where it ends.
        amended: What the decision amends by its title; a point may name it by its last words (《解释》).

    Returns:
        The title; `amended` where the point names none.
    """
    folded = page.folded
    first = next(find_titles(folded, start, min(end, start + _NAMED_WITHIN)), None)
    if first is not None and folded.find("“", start, first.start) < 0:
        name = page.text[first.start + 1 : first.end - 1]
        return amended if amended and amended.endswith(name) else name
    newline = folded.find("\n", start, end)
    line = folded[start : newline if newline >= 0 else end]
    label = match_label(line) if len(line) <= _NAMED_WITHIN else None
    if label is None or _SENTENCE.search(line) or not is_instrument(line.rstrip()):
        return amended
    return page.text[start + label.body : start + len(line)].rstrip()
