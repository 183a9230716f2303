"""Stretches whose bytes were lost before they were decoded: 实干担当?!皥蟾嫫绦【?，总结工作.

A byte that is lost shifts those behind it, until a mark in ASCII sets them right again: rare characters stand in a row,
with question marks, brackets and single letters between them. What stood there cannot be told; U+FFFD stands for it in
the repaired text, so that no name and no body is read there, and the place is reported.
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.decode import DAMAGED
from policyparse.source.edits import Edit, RepairedText

_REACH = 5
"""How many characters behind a question mark are looked at."""

_FEWEST_RARE = 3
"""Minimum number of rare characters behind a question mark that stands alone; 峥嵘 has two."""

_STRAY = frozenset("?？!！【】〔〕�")

_BRACKETS = frozenset("【〔�")

_ANCHOR = pattern(
    rf"(?<=[{HAN}。，”])[?？]|(?<=[{HAN}])[a-z](?=[{HAN}])",
    matches=["担当?!皥", "好报告？比", "珖f委员", "完成。?皥"],
    rejects=["what?", "A股市场", "x射线", "？比", "凤舞彩票app"],
)


def _is_damaged(character: str) -> bool:
    return character in _STRAY or is_rare(character)


def is_rare(character: str) -> bool:
    """Whether a character is no Chinese one of everyday use: not among the 3,755 of level 1 of GB 2312."""
    if len(character) != 1 or not "\u3400" <= character <= "\u9fff":
        return False
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return code[0] > _LAST_OF_LEVEL_ONE


_LAST_OF_LEVEL_ONE = 0xD7
"""The last row of level 1 in GB 2312, as the lead byte of EUC-CN."""


def find_lost_bytes(text: str) -> Iterator[Edit]:
    """Find the stretches, to be replaced by as many U+FFFD.

    Args:
        text: The text, in simplified characters.
    """
    done = 0
    for match in _ANCHOR.finditer(text):
        start = match.start()
        if start < done:
            continue
        end = _end_behind_mark(text, start) if match[0] in _STRAY else _end_of_letter(text, start)
        if end is None:
            continue
        if match[0] not in _STRAY and is_rare(text[start - 1]):
            start -= 1
        while _is_damaged(text[end : end + 1]) or (
            text[end : end + 1] != "\n" and text[end + 1 : end + 2] in _BRACKETS
        ):
            end += 1
        yield Edit(start, end, DAMAGED * (end - start), "lost_bytes", 0.9)
        done = end


def _end_behind_mark(text: str, start: int) -> int | None:
    """Where the damage behind a question mark ends: rare characters close behind it, in a row or beside other marks."""
    window = text[start + 1 : start + 1 + _REACH].split("\n")[0]
    rare = [i for i, character in enumerate(window) if is_rare(character)]
    if not rare:
        return None
    beside = window[rare[-1] + 1 : rare[-1] + 2]
    if len(rare) < _FEWEST_RARE and not (window[0] in _STRAY and (beside.isascii() or beside in _STRAY)):
        return None
    end = start + 2 + rare[-1]
    return end + 1 if text[end : end + 1].isascii() and text[end : end + 1].isalpha() else end


def _end_of_letter(text: str, start: int) -> int | None:
    """Where the damage of a letter inside a word ends: a rare character stands beside it."""
    return start + 1 if is_rare(text[start - 1]) and is_rare(text[start + 1 : start + 2] or " ") else None


def repair_lost_bytes(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Take out of the reading what lost bytes made of the text, and report the places."""
    edits = list(find_lost_bytes(repaired.text))
    for edit in edits:
        place = repaired.source_extent(edit.start, edit.end)
        words = repaired.text[edit.start : edit.end]
        diagnostics.add(
            "PP101", f"{words}: bytes were lost here, and what stood there cannot be told", place, in_source=True
        )
    repaired.apply(edits)
