"""Marks that a converter doubled: 会议强调，，要压实责任; 市委副书记，、市长.

Of marks in a row the strongest stays: a full stop before a semicolon, that before 、, that before a comma. Rows of full
stops are an ellipsis, and rows between digits or letters are data.
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import CLOSING_BRACKET, HAN
from policyparse.source.edits import Edit

_ROW = pattern(
    rf"(?<=[{HAN}{CLOSING_BRACKET}0-9%％])(?P<marks>[，,、；;。]{{2,6}})(?=[{HAN}“《（‘0-9]|$)",
    matches=[
        ("会议强调，，要压实责任", {"marks": "，，"}),
        ("市委副书记，、市长", {"marks": "，、"}),
        ("会议强调,,要压实责任", {"marks": ",,"}),
        ("压实责任。，“要加快。”", {"marks": "。，"}),
        ("增长8.5%，，位居第一", {"marks": "，，"}),
        ("印发《意见》，，要求", {"marks": "，，"}),
        ("压实责任；；", {"marks": "；；"}),
        ("压实责任，，《意见》", {"marks": "，，"}),
        ("压实责任，，（一）", {"marks": "，，"}),
        ("压实责任，，‘一’", {"marks": "，，"}),
        ("产值，，8亿元", {"marks": "，，"}),
    ],
    rejects=["a,,b", "会议强调，要压实责任", "会议强调，，，，，，，要", "会议强调 ，，要", "甲,,b"],
)
_STRENGTH = "。；;、，,"
"""The marks, the strongest first."""

_ELLIPSIS = frozenset("。")


def find_doubled_marks(text: str) -> Iterator[Edit]:
    """Find rows of marks, to be read as the strongest of them."""
    for match in _ROW.finditer(text):
        marks = match["marks"]
        if set(marks) <= _ELLIPSIS:
            continue
        if marks[0].isascii() and text[match.start() - 1].isascii():
            continue  # 1,,2
        strongest = min(marks, key=_STRENGTH.index)
        yield Edit(match.start("marks"), match.end("marks"), strongest, "doubled_marks", 0.95)
