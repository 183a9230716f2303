"""Legal bases: the documents on which a document says that it is based.

basis ::= (根据 | 依照 | 为了实施) title (("、" | 和 | …) title)* "，" … (制定本办法 | 通知如下 | 作如下决定)
"""

from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.clauses import sentence_start

REACH = 400
"""Characters before and behind a citation in which the words of a basis stand."""

_BEFORE = pattern(
    r"(?:(?&citations.basis))(?:(?:[^，。；：《》]|《[^《》]{1,80}》){0,400})$",
    matches=[
        *("为了加强管理，根据", "根据《甲法》《乙条例》和", "为贯彻落实", "依照《甲法》第三条的规定和"),
        *("根据省人民政府批准的", "为深入贯彻"),
    ],
    rejects=[
        *("根据实际，", "违反", "《甲法》，", "根据需要；", "依据城乡规划》，", "根据《城乡规划法》《》和"),
        (
            "根据《城乡规划法》《国务院办公厅关于转发国家发展改革委、财政部、自然资源部、生态环境部、住房城乡建设部、"
            "水利部、农业农村部等部门关于推进城镇污水垃圾处理和农村人居环境整治提升若干政策措施意见的通知》和"
        ),
    ],
)
_AFTER = pattern(
    r"(?&citations.made)",
    matches=["，结合本省实际，制定本条例", "，现就有关事项通知如下：", "，特制定本办法"],
    rejects=["制定办法", "作出行政处罚决定", "予以公布", "提出意见", "通知当事人"],
)
_ENDS = "。！？\n"
_RECEIVED = pattern(
    r"(?:收|敬|均|知)悉|(?:已|现)?收到",
    matches=["收悉", "敬悉", "均悉", "知悉", "已收到", "现收到", "收到", ("现收到", "现收到"), ("已收到", "已收到")],
    rejects=["熟悉情况", "收取"],
)


def is_basis(passage: str, start: int, end: int) -> bool:
    """Whether a passage says that its document is based on what it cites at a place.

    Args:
        passage: Width-folded text.
        start: Where the citation begins.
        end: Where it ends.
    """
    begin = sentence_start(passage, start)
    is_behind = _BEFORE.search(passage, max(begin, start - REACH), start) is not None
    return is_behind and _AFTER.search(passage, end, _sentence_end(passage, end)) is not None


def is_received(passage: str, start: int, end: int) -> bool:
    """Whether a passage says that what it cites at a place was received: 你市《关于……的请示》收悉.

    Args:
        passage: Width-folded text.
        start: Where the citation begins.
        end: Where it ends.
    """
    begin = sentence_start(passage, start)
    return _RECEIVED.search(passage, begin, _sentence_end(passage, end)) is not None


def _sentence_end(passage: str, start: int) -> int:
    ends = (passage.find(mark, start, start + REACH) for mark in _ENDS)
    return min((end for end in ends if end >= 0), default=min(len(passage), start + REACH))


def names_basis(sentence: str) -> bool:
    """Whether the first document that a sentence names in 《》 is its basis."""
    folded = fold(sentence)
    start, end = folded.find("《"), folded.find("》") + 1
    return 0 <= start < end and is_basis(folded, start, end)
