"""What a letter issues, forwards or approves: the titles by which its attachments are known.

title   ::= issuer? 关于? verb document 的 genre
opening ::= 《document》已经…，现 verb 给你们
"""

from collections.abc import Sequence

from policyparse.knowledge.pattern import pattern
from policyparse.language.document_titles import find_titles
from policyparse.page.blocks import Block
from policyparse.statute.annexes import LABEL

ACTS = pattern(
    r"(?P<verb>印发|下发|颁发|发布|公布|颁布|转发|批转|修改|修订|废止)(?!的)"
    r"(?P<title>.{4,160}?)的?(?:通知|通告|公告|通报|决定|函|意见|批复)$",
    matches=[
        ("关于印发某市用水办法（试行）的通知", {"verb": "印发", "title": "某市用水办法（试行）"}),
        ("国务院批转国家计委关于价格改革报告的通知", {"verb": "批转", "title": "国家计委关于价格改革报告"}),
        *(("关于废止《某办法》的通知", {"verb": "废止", "title": "《某办法》"}), "关于修改图书馆办法的决定"),
        ("云溪县人民政府转发县财政局关于加强决算工作意见的通知", "转发县财政局关于加强决算工作意见的通知"),
        *("关于修改《某某法》的函", "关于颁布《某办法》的通知", "关于颁发《某办法》的通知"),
        *("关于发布《某办法》的通知", "关于公布《某办法》的通知", "关于修订《某办法》的通知"),
        *("关于修改《某某法》的通报", "关于修改《某某法》的通告", "关于修改《某某法》的批复"),
        *("关于修改《某某法》的意见", "关于修改《某某法》的公告", "关于转发省教育厅招生意见通知"),
        "关于下发《某办法》的通知",
    ],
    rejects=["关于印发的通知", "关于做好普查的通知", "关于修改甲法的决定", "关于修改的某某法》的决定"],
)
"""The title of a letter that does something with another document."""

ISSUING = ("印发", "下发", "颁发", "发布", "公布", "颁布", "转发", "批转")
"""Verbs of `ACTS` after which the document stands below the letter."""

_ISSUED = pattern(
    r"印发|转发|批转|下发|颁发|发布|公布|发给|颁布",
    matches=[
        *("现印发给你们", "现转发给你们", "现予公布", "现予颁布", "现予颁发", "现予发给", "现予下发"),
        *(("现转发给你们", "转发"), ("现印发给你们", "印发"), "X 发布日期：", "现批转给你们，请认真贯彻执行。"),
    ],
    rejects=["现就有关事项通知如下"],
)
"""The sentence that issues."""

OPENING_LINES = 4
"""Number of lines of the letter in which it says what it issues."""

TITLE_LINES = 5
"""Maximum number of lines of a title."""

_STOPS = "。！？；：，、"
_BRACKETS = str.maketrans("", "", "《》〈〉“”")


def title_key(line: str) -> str:
    """A title without spaces, brackets and quotation marks, by which two printings of it are compared.

    Args:
        line: Width-folded title.
    """
    return "".join(line.translate(_BRACKETS).split())


def issued_titles(title: str, opening: Sequence[Block]) -> list[str]:
    """Titles of what a letter issues, forwards or approves, as keys.

    Args:
        title: The letter's title, width-folded.
        opening: Its first lines.
    """
    act = ACTS.search(title)
    names = [title_key(act["title"])] if act and act["verb"] in ISSUING else []
    for block in opening:
        if _ISSUED.search(block.folded):
            names += [title_key(named.text) for named in find_titles(block.folded)]
    return [name for name in names if name]


def opens_attachment(lines: Sequence[Block], i: int, names: Sequence[str]) -> bool:
    """Whether a line opens an attachment: its label stands alone on it, or a title that the letter issues.

    Args:
        lines: The lines.
        i: Index of the line.
        names: Titles of what the letter issues, by `issued_titles`.
    """
    line = lines[i].folded
    label = LABEL.match(line) if line[0] == "附" else None
    if label and label.end() == len(line):
        return True
    return line[-1] not in _STOPS and after_title(lines, i, names) > i


def after_title(lines: Sequence[Block], i: int, names: Sequence[str]) -> int:
    """Index after the lines from `i` on that together are one of the titles; `i` where they are none."""
    for name in names:
        key = ""
        for j in range(i, min(len(lines), i + TITLE_LINES)):
            key += title_key(lines[j].folded)
            if key == name:
                return j + 1
            if not name.startswith(key):
                break
    return i
