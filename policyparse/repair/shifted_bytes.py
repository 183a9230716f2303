"""Text in GBK that lost one byte, so that every pair behind it was read one byte too late: ?。ǘ┩七M for （二）推進.

The shift ends where the second byte of a character is a letter in ASCII. Up to there the bytes are known, but for pairs
that stand for no character, which were dropped: where little stands between and reads as usual words, the text is put
back. Of a label in brackets each numeral leaves marks of its own, so that it is known whatever was dropped; what stands
behind it and is not sure is marked with U+FFFD and reported.

    shifted ::= "?" (tail pair{0,4} | label mark pair{0,4}) letter
    tail    ::= the second byte of the mark in front, with the first one of what follows
    mark    ::= the second byte of ）, with the first one of what follows
"""

import re
from collections.abc import Iterator
from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.broken_lines import common_words
from policyparse.repair.traditional_characters import simplification
from policyparse.source.decode import DAMAGED
from policyparse.source.edits import Edit, RepairedText

RULE = "shifted_bytes"

_HAS = re.compile(r"\?[^\x00-\x7f]|\?!")
_SHIFTED = pattern(
    r"\?(?P<shifted>!?[^\x00-\x7f]{1,6})(?P<letter>[A-Za-z])",
    matches=[
        ("报告?！比珖f委员", {"shifted": "！比珖", "letter": "f"}),
        ("担当?!皥蟾a的", {"shifted": "!皥蟾", "letter": "a"}),
    ],
    rejects=["什么?AI时代", "什么?!", "怎么办?他们说要好好想一想A"],
)
"""What was read one byte too late, with the letter that ends the shift."""

_TAILS = {
    0xA1: "！",
    0xA2: "、",
    0xA3: "。",
    0xA9: "）",
    0xAC: "，",
    0xB1: "”",
    0xB7: "》",
    0xBB: "；",
}
"""The mark in front of a shift, by its second byte; its first is lost."""

_WIDE = str.maketrans("!,:;", "！，：；")
_MARKS = "，。、；：“”《》（）"
_USUAL = re.compile(rf"[{HAN}{_MARKS}]+")
_LETTER = pattern(
    r"[^\x00-\x7f]{0,4}[A-Za-z]",
    method="match",
    matches=[("七M(jìn)", "七M"), "ゾo", ("M一步擴大", "M")],
    rejects=["七进东部化工基地M", "?M"],
)
"""What stands behind a label up to the end of the shift."""

_GLOSSED = re.compile(r"[^\x00-\x7f\n]{0,4}\?[a-zü\u00e0-\u01dc]{1,6}\)")
"""A character that lost its second byte before its gloss."""

_LINE = re.compile(rf"^[ \u3000]{{0,8}}(?P<any>[(（](?P<numeral>[{SMALL_ORDINAL}]{{1,3}})[)）]|\?。)", re.M)
"""A line with a label in brackets, or with what a shift makes of one."""

NUMERALS = (*SMALL_ORDINAL, *(f"十{digit}" for digit in SMALL_ORDINAL[:9]))
"""The numerals of labels that are looked for."""


def find_shifted_bytes(text: str) -> Iterator[Edit]:
    """Find what was read one byte too late.

    Args:
        text: The text as it was decoded; a shift that is not sure is left, or marked behind a label.
    """
    if not _HAS.search(text):
        return
    edits = sorted([*_labels(text), *_marks(text)], key=lambda edit: edit.start)
    done = 0
    for edit in edits:
        if edit.start >= done:
            yield edit
            done = edit.end


def _labels(text: str) -> Iterator[Edit]:
    """Labels in brackets at the start of lines: ?。ㄈ for （三）."""
    before = 0
    for match in _LINE.finditer(text):
        if match["numeral"]:
            before = NUMERALS.index(match["numeral"]) + 1 if match["numeral"] in NUMERALS else 0
            continue
        start = match.start("any")
        found = [
            (seen, number)
            for seen, number in _seen()
            if text.startswith(seen, start + 1) and _mark(text, start + 1 + len(seen))
        ]
        longest = max((len(seen) for seen, _ in found), default=0)
        numbers = [number for seen, number in found if len(seen) == longest]
        number = next((n for n in numbers if n == before + 1), numbers[0] if len(numbers) == 1 else 0)
        if number:
            yield _label(text, start, start + 1 + longest, number)
            before = number


def _label(text: str, start: int, mark: int, number: int) -> Edit:
    """The edit of a label and of what stands behind it up to the end of the shift."""
    label = f"（{NUMERALS[number - 1]}）"
    first = _bytes(text[mark])[1:]
    behind = _LETTER.match(text, mark + 1)
    words = _decoded(first + _bytes(behind[0]), text[behind.end() : behind.end() + 1]) if behind else None
    if behind and words:
        return Edit(start, behind.end(), label + words, RULE, 0.9)
    glossed = _GLOSSED.match(text, mark + 1)
    end = behind.end() if behind else glossed.end() if glossed else mark + 1
    return Edit(start, end, label + DAMAGED, RULE, 0.9)


def _marks(text: str) -> Iterator[Edit]:
    """A mark that lost its first byte, with the words behind it: ?！比珖f for 。”全國."""
    for match in _SHIFTED.finditer(text):
        data = _bytes(match["shifted"].translate(_WIDE) + match["letter"])
        following = text[match.end() : match.end() + 1]
        words = _decoded(data[1:], following) if data and data[0] in _TAILS else None
        if words:
            yield Edit(match.start(), match.end(), _TAILS[data[0]] + words, RULE, 0.9)


def _bytes(text: str) -> bytes:
    """The text in GBK; nothing of it where a character has no place there."""
    try:
        return text.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _decoded(data: bytes, following: str) -> str | None:
    """Bytes in GBK that read as usual words of two characters, the last with what follows; None where they do not."""
    try:
        text = data.decode("gbk")
    except UnicodeDecodeError:
        return None
    if not _USUAL.fullmatch(text):
        return None
    plain = (text + following).translate(simplification())
    words = {i for i in range(len(plain) - 1) if plain[i : i + 2] in common_words()}
    is_read = (i in words or i - 1 in words for i in range(len(text)) if text[i] not in _MARKS)
    return text if all(is_read) else None


def _mark(text: str, start: int) -> bool:
    """Whether a character is the second byte of ） with the first one of another."""
    data = _bytes(text[start : start + 1])
    return len(data) == 2 and data[0] == 0xA9


@cache
def _seen() -> tuple[tuple[str, int], ...]:
    """What is seen of each label between the question mark and the character behind it, with its number."""
    found = []
    for number, numeral in enumerate(NUMERALS, 1):
        data = b"\xa1" + f"（{numeral}）".encode("gbk")[:-1]
        pairs = (data[i : i + 2].decode("gbk", "ignore") for i in range(0, len(data), 2))
        found.append(("".join(pair for pair in pairs if ord(pair[:1] or "a") > 0x7F), number))
    return tuple(found)


def repair_shifted_bytes(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Put back what was read one byte too late, and report what of it cannot be told."""
    edits = list(find_shifted_bytes(repaired.text))
    for edit in edits:
        if edit.replacement.endswith(DAMAGED):
            place = repaired.source_extent(edit.start, edit.end)
            words = repaired.text[edit.start : edit.end]
            diagnostics.add(
                "PP101", f"{words}: bytes were lost here, and what stood there cannot be told", place, in_source=True
            )
    repaired.apply(edits)
