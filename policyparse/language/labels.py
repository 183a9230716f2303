"""Labels at the start of a line (序号): 第一章, 第十二条之一, 一、, （一）, 1., （1）, ①.

    label    ::= division | article | item
    division ::= "第" number ("编" | "分编" | "章" | "节")
    article  ::= "第" number "条" ("之" number)?
    item     ::= number "、" | "（" number "）" | digits "." | digits "）" | circled

The levels are those of the Legislation Law (立法法, 2023, art. 65: 编、章、节、条、款、项、目) and of GB/T 9704-2012,
7.3.3 (一、 （一） 1. （1）).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policyparse.language.numerals import parse_integer

Kind = Literal["part", "subpart", "chapter", "section", "article", "item"]

NUMBER = "[0-9〇零○一二三四五六七八九十百千万两廿卅]"
"""Character class of the digits of a label, in folded text."""

DIVISION_LEVELS: dict[str, int] = {"part": 1, "subpart": 2, "chapter": 3, "section": 4}
"""Depth of the divisions, 1 for the highest (编、分编、章、节)."""

_KINDS: dict[str, Kind] = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section", "条": "article"}
_UNIT = r"(编|分编|章|节|条)(?: ?之 ?([0-9一二三四五六七八九十]{1,3})(?![一-龥]?[款项]))?"
_SERIAL = re.compile(rf"第({NUMBER}{{1,9}}){_UNIT}")
_SPACED_SERIAL = re.compile(rf"第 {{0,2}}((?:{NUMBER} ?){{1,9}}) {{0,2}}{_UNIT}")
_BRACKETED = re.compile(r"（ ?([一二三四五六七八九十百]{1,5}|[0-9]{1,3}) ?）")
_CHINESE = re.compile(r"([一二三四五六七八九十百]{1,5})(?:、|\.(?![0-9]))")
_ARABIC = re.compile(r"([0-9]{1,3})(?:(、|\.(?![0-9])|\.(?=[12][0-9]{3}年))|(）))")
_CITED = re.compile(
    r"(?:第（?[0-9一二三四五六七八九十]{1,4}）?[款项条]|规定|所[称列述指]|的|、第|，|至|到第|和第|与第|或第|或者第|以及|及第|中的?[“规第]"
    r"|之规定|以外|之外|外的|（[0-9一二三四五六七八九十]{1,4}）项|修改|改为|增加|删去|作为)"
)
_CITED_DIVISION = re.compile(
    r"(?:第[0-9一二三四五六七八九十]|规定|所[称列述指]|的|、第|，|至|到第|和第|与第|或第|以及|及第|中的?[“规第]|之规定|修改|增加|删去)"
)
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x3251 + i): i + 21 for i in range(15)}
_BRACKETED_SIGNS = {chr(0x3220 + i): i + 1 for i in range(10)} | {chr(0x2474 + i): i + 1 for i in range(20)}
_DOTTED_SIGNS = {chr(0x2488 + i): i + 1 for i in range(20)}

TITLE_LENGTH = 60
"""A division's title is no longer."""


@dataclass(slots=True)
class Label:
    """A label at the start of a line.

    Attributes:
        kind: What it numbers.
        style: Its form: `第条`, `一、`, `（一）`, `1.`, `（1）`, `1）`, `①`; the levels of a list differ by it.
        number: Its number.
        suffix: 第十二条之一: 1; else None.
        text: The label as printed in folded text, without spaces; without 、 where the style is `一、`.
        end: Offset in the line after the label.
        body: Offset in the line of what follows, spaces left out.
    """

    kind: Kind
    style: str
    number: int
    suffix: int | None
    text: str
    end: int
    body: int

    @property
    def spaced(self) -> bool:
        """Whether a space sets the label off from what follows."""
        return self.body > self.end


@lru_cache(maxsize=4096)
def _number(text: str) -> int:
    return parse_integer(text.replace(" ", "")) or 0


def match_label(line: str) -> Label | None:
    """Match the label that a line starts with.

    Args:
        line: Width-folded line without indent.

    Returns:
        The label; None where the line has none, or where 第三条 at its start is a citation
        (第三条规定的…, 第三条第二款…).
    """
    if not line:
        return None
    first = line[0]
    if first == "第":
        return _match_serial(line)
    if first == "（":
        match = _BRACKETED.match(line)
        if match:
            return _item(line, match, "（1）" if match[1][0] in "0123456789" else "（一）")
        return None
    if first in "一二三四五六七八九十百":
        match = _CHINESE.match(line)
        if match:
            return _item(line, match, "一、")
        return None
    if first.isdigit() and first.isascii():
        match = _ARABIC.match(line)
        if match:
            return _item(line, match, "1）" if match[3] else "1.")
        return None
    for signs, style in ((_CIRCLED, "①"), (_BRACKETED_SIGNS, "（一）"), (_DOTTED_SIGNS, "1.")):
        if first in signs:
            return Label("item", style, signs[first], None, first, 1, _skip(line, 1))
    return None


def format_number(number: int) -> str:
    """Write a number as labels print it: 10 is 十, 105 一百零五, 1260 一千二百六十, 10001 一万零一."""
    if number >= 10_000:
        myriads, rest = divmod(number, 10_000)
        return format_number(myriads) + "万" + ("零" if 0 < rest < 1000 else "") + (format_number(rest) if rest else "")
    text = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += "零一二三四五六七八九"[digit] + unit
        elif text and number % power and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text or "零"


def format_label(unit: str, number: int, suffix: int | None = None) -> str:
    """Write the label of a provision: 第十二条, 第十二条之一, 第二款.

    Args:
        unit: Its unit: 编, 章, 节, 条, 款, 项.
        number: Its number.
        suffix: 之一: 1; None where it has none.
    """
    return f"第{format_number(number)}{unit}" + (f"之{format_number(suffix)}" if suffix else "")


def _match_serial(line: str) -> Label | None:
    match = _SERIAL.match(line) or _SPACED_SERIAL.match(line)
    if match is None:
        return None
    kind = _KINDS[match[2]]
    end = match.end()
    body = _skip(line, end)
    if kind == "article":
        if (body == end or line.startswith(("、", "，"), body)) and _CITED.match(line, body, body + 12):
            return None
        body = _skip(line, body, " ：*")
    elif not _is_division(line, body, end):
        return None
    suffix = _number(match[3]) if match[3] else None
    return Label(kind, "第" + match[2], _number(match[1]), suffix, match[0].replace(" ", ""), end, body)


def _is_division(line: str, body: int, end: int) -> bool:
    """A heading is short, has no end of a sentence in it, and does not go on like a citation."""
    title = line[body:]
    if len(title) > TITLE_LENGTH or any(c in title for c in "。；！？"):
        return False
    if title[-1:] in ("：", "，") or (title[-1:] == "、" and body == end):
        return False
    return body > end or not (_CITED_DIVISION.match(title) or "，" in title)


def _item(line: str, match: re.Match[str], style: str) -> Label:
    end = match.end()
    text = match[1] if style == "一、" else match[0].replace(" ", "")
    body = _skip(line, end, " 、*" if style in ("（一）", "（1）") else " *")
    return Label("item", style, _number(match[1]), None, text, end, body)


def _skip(line: str, i: int, marks: str = " ") -> int:
    """Offset of the first character from `i` on that is neither a space nor one of the marks."""
    size = len(line)
    while i < size and line[i] in marks:
        i += 1
    return i
