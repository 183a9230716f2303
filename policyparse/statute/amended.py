"""What a decision amends, by its title and by its points."""

import re

from policyparse.knowledge.compiled import compiled
from policyparse.language.document_titles import find_titles, is_instrument
from policyparse.language.labels import match_label
from policyparse.page.layout import Page

_AMENDED = compiled(r"(?:关于)?修改(?=[《〈])")
_AMENDS = compiled(r"修改|修正案|修正|废止和修改")
_AMENDS_MANY = compiled(r"修改[^。]{2,200}的(?:决定|决议)$")
_SENTENCE = compiled("[，。；：]")
_NAMED_WITHIN = 80
_AMENDMENT = compiled("([一-龥]{1,40}?(?:法|法典|条例))修正案(?:（[^（）]{1,12}）|$)")


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
        return amendment[1] if amendment else None
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
