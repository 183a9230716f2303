"""Labels at the start of a line (序号): 第一章, 第十二条之一, 一、, （一）, 1., （1）, ①.

    label    ::= division | article | item
    division ::= "第" number ("编" | "分编" | "章" | "节")
    article  ::= "第" number "条" ("之" number)?
    item     ::= number "、" | "（" (number | stem) "）" | (number | letter) "）" | (digits | letter) "." | sign

The levels are those of the Legislation Law (立法法, 2023, art. 65: 编、章、节、条、款、项、目) and of GB/T 9704-2012,
7.3.3 (一、 （一） 1. （1）).
"""

import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import FORMAL, NUMBER, SMALL_ORDINAL, STEM
from policyparse.language.numerals import parse_integer

Kind = Literal["part", "subpart", "chapter", "section", "article", "item"]

DIVISION_LEVELS: dict[str, int] = {"part": 1, "subpart": 2, "chapter": 3, "section": 4}
"""Depth of the divisions, 1 for the highest (编、分编、章、节)."""

TITLE_LENGTH = 60
"""Maximum length of the title of a division, in characters."""

_KINDS: dict[str, Kind] = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section", "条": "article"}

SERIAL_NUMBER = rf"[{NUMBER}{FORMAL}](?: ?[{NUMBER}{FORMAL}]){{0,8}}"
"""The number of a division or an article, its characters set apart or not; a part of other patterns."""

_PRINTED_NUMBER = rf"[{STEM}]|[①-⑳㉑-㊿]|[IVXLC]{{1,9}}|[Ⅰ-Ⅻ]"
"""The number of an article in the other forms that word processors print: 第甲条, 第①条, 第IV条."""

SUFFIX_NUMBER = rf"(?:[1-9][0-9]{{0,2}}|[{SMALL_ORDINAL}]{{1,3}})"
"""The number after 之 of an article that was put in between."""

DIVISION = pattern(
    r"第 {0,2}(?&number) {0,2}(?P<unit>分编|[编章节])",
    number=SERIAL_NUMBER,
    matches=[
        *(("第一编 总则", {"unit": "编"}), ("第二分编所有权", {"unit": "分编"}), ("第十二章 附则", {"unit": "章"})),
        *(("第3节", {"unit": "节"}), "第 一 章", ("第  二  章", "第  二  章"), "第3 一编"),
    ],
    rejects=["第一条", "章", "第   一章", "第一   章", "第 二3 一二3零一三二二节"],
)
"""The label of a division."""

ARTICLE = pattern(
    r"第 {0,2}(?&number) {0,2}条(?: ?之 ?(?&suffix)(?![\u4e00-\u9fff]?[款项]))?",
    number=SERIAL_NUMBER,
    suffix=SUFFIX_NUMBER,
    matches=[
        *(("第十二条之一　罚款", "第十二条之一"), ("第 一 百 零 五 条 罚款", "第 一 百 零 五 条")),
        *(("第12条之2", "第12条之2"), ("第一条 之 二", "第一条 之 二"), ("第  一  条", "第  一  条")),
        *(("第三条之一款", "第三条"), ("第三条之一第项", "第三条"), ("第三条之一的款", "第三条")),
        *(("第三条之一项", "第三条"), ("第千条之九三三三", "第千条之九三三"), ("第三条之1234", "第三条之123")),
        *(("第三条之0", "第三条"), ("第三条之10", "第三条之10")),
    ],
    rejects=["第一章", "条", "第   一条", "第一   条"],
)
"""The label of an article."""

_SERIAL = pattern(
    r"第 {0,2}(?P<number>(?&number)|(?&printed)) {0,2}(?P<unit>分编|[编章节条])"
    r"(?: ?之 ?(?P<suffix>(?&suffix))(?![\u4e00-\u9fff]?[款项]))?",
    number=SERIAL_NUMBER,
    printed=_PRINTED_NUMBER,
    suffix=SUFFIX_NUMBER,
    method="match",
    matches=[
        *(("第一编", {"unit": "编"}), ("第二分编", {"unit": "分编"}), ("第三章", {"unit": "章"})),
        *(("第四节", {"unit": "节"}), ("第五条", {"unit": "条", "suffix": None})),
        *(("第六条 之 三 罚款", {"suffix": "三"}), ("第八条之二", {"suffix": "二"})),
        *(("第壹拾贰条", {"number": "壹拾贰"}), ("第甲条", {"number": "甲"}), ("第⑫条", {"number": "⑫"}), "第XIV章"),
        *(("第  七  条", {"number": "七"}), ("第一条之一款", {"suffix": None}), ("第一条之一项", {"suffix": None})),
        *(("第一条之一各项", {"suffix": None}), ("第三条之0 罚款", {"suffix": None}), "第Ⅲ章 附则"),
    ],
    rejects=[
        *("条", "第   七条", "第七   条", "第一款", "第甲乙条", "第ABC条", "第①②条", "第甲款", "第章"),
        "第CCIICLIIVV章",
    ],
)
_BRACKETED = pattern(
    rf"（ ?(?P<number>[{SMALL_ORDINAL}百]{{1,5}}|[0-9]{{1,3}}) ?）",
    method="match",
    matches=[
        *(("（一）", {"number": "一"}), ("（ 12 ）", {"number": "12"})),
        ("（一百二十一）", {"number": "一百二十一"}),
    ],
    rejects=["（2018）", "（）", "（  一）", "（一  ）", "（一百二十一二）", "（一"],
)
_CHINESE = pattern(
    rf"(?P<number>[{SMALL_ORDINAL}百]{{1,5}})(?P<mark>、|\.(?![0-9])|）)",
    method="match",
    matches=[
        *(("一、加强", {"mark": "、"}), ("二.加强", {"mark": "."}), ("三）加强", {"mark": "）"})),
        ("一百二十一、", {"number": "一百二十一"}),
    ],
    rejects=["、加强", "一.5倍", "一百二十一二、", "一是加强"],
)
_ARABIC = pattern(
    r"(?P<number>[0-9]{1,3})(?P<mark>、|\.(?![0-9])|\.(?=[12][0-9]{3}年)|）)",
    method="match",
    matches=[
        *(("1、建立", {"mark": "、"}), ("12.建立", {"mark": "."}), ("3）建立", {"mark": "）"})),
        ("1.2022年以前", {"mark": "."}),
    ],
    rejects=["、建立", "1.5倍", "2018.建立", "1.3022年", "1.202年", "1.20222年", "1.2022人"],
)
_LETTERED = pattern(
    r"(?P<letter>[A-Za-z])(?:[、）]|\.(?![A-Za-z0-9]))",
    method="match",
    matches=[("a）公示", {"letter": "a"}), "B、公示", "c.公示"],
    rejects=["A区", "ab）", "A.I.", "a.1", "）", "5）"],
)
_STEM = pattern(
    rf"（(?P<stem>[{STEM}])）",
    method="match",
    matches=[("（甲）", {"stem": "甲"})],
    rejects=["（甲方）", "甲、乙双方"],
)
_FRAMED = pattern(
    r"[【\[](?P<label>(?&article))[】\]]",
    article=ARTICLE,
    method="match",
    matches=[("【第二条】停车", {"label": "第二条"}), ("[第十条之一]", {"label": "第十条之一"})],
    rejects=["【第二章】", "【适用范围】", "第二条】", "【第二条"],
)
"""The label of an article in brackets."""

_BARE_STEM = pattern(
    rf"(?P<stem>[{STEM}])、(?![{STEM}])",
    method="match",
    matches=[("甲、木排捆扎坚固", {"stem": "甲"}), ("丙、悬挂标志", {"stem": "丙"})],
    rejects=["甲、乙双方", "甲方、乙方", "甲级、乙级"],
)
"""The label of an item in statutes of the fifties: 甲、."""

_CITED = pattern(
    rf"第（?[0-9{SMALL_ORDINAL}]{{1,4}}）?[款项条节]|之?规定|所[称列述指]|的|、第|，|至|到第|和第|与第|或者?第|以及|及第|中的?[“规第]"
    rf"|[以之]外|外的|（[0-9{SMALL_ORDINAL}]{{1,4}}）项|修改|改为|之?[前后]?增[加设]|删去|作为",
    method="match",
    matches=[
        *("第二款", "第（二）项", "第3条", "第三节", "规定的", "之规定", "所称", "所列", "所述", "所指", "的规定"),
        *("、第四条", "，罚款", "至第五条", "到第五条", "和第五条", "与第五条", "或第五条", "或者第五条", "以及"),
        *("及第五条", "中的“平台”", "中规定", "中第二款", "以外", "之外", "外的", "（二）项", "修改为", "改为"),
        *("增加一款", "后增加一条", "之后增加一条", "前增加一条", "后增设一条", "删去", "作为第五条"),
    ],
    rejects=[
        *("违反", "第三方", "款项", "第款", "第一二三四五款", "（项", "（）项", "（一二三四五）项", "所在地"),
        *("中央", "外商", "或者", "到期", "和解"),
    ],
)
"""What goes on after 第三条 or 第二章 where it is cited, not set as a label."""

_SIGNS = {
    "①": {chr(0x2460 + i): i + 1 for i in range(20)}
    | {chr(0x3251 + i): i + 21 for i in range(15)}
    | {chr(0x32B1 + i): i + 36 for i in range(15)}
    | {chr(0x2776 + i): i + 1 for i in range(10)}
    | {chr(0x3280 + i): i + 1 for i in range(10)},
    "（一）": {chr(0x3220 + i): i + 1 for i in range(10)},
    "（1）": {chr(0x2474 + i): i + 1 for i in range(20)},
    "1.": {chr(0x2488 + i): i + 1 for i in range(20)},
    "Ⅰ": {chr(0x2160 + i): i + 1 for i in range(12)},
}
"""By the style of the labels that they stand for, the characters that are a label as a whole, with their numbers."""


_ONE_SIGN = _SIGNS["①"] | {chr(0x2160 + i): i + 1 for i in range(12)}
"""Signs that are a number as a whole: ①, Ⅻ."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(slots=True)
class Label:
    """A label at the start of a line.

    Attributes:
        kind: What it numbers.
        style: Its form: `第条`, `一、`, `（一）`, `一）`, `1.`, `（1）`, `1）`, `①`, `（甲）`, `甲、`, `a`, `Ⅰ`;
            the levels of a list differ by it.
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


@lru_cache(maxsize=8192)
def match_label(line: str) -> Label | None:
    """Match the label that a line starts with; roles, forms and readers ask for the same lines, and share the answer.

    Args:
        line: Width-folded line without indent.

    Returns:
        The label; None where the line has none, or where 第三条 at its start is a citation
        (第三条规定的…, 第三条第二款…).
    """
    read = _READERS.get(line[:1])
    return read(line) if read else None


def is_labelled(line: str) -> bool:
    """Whether a line starts with a label, of whatever kind.

    Args:
        line: Width-folded line without indent.
    """
    return match_label(line) is not None


def is_division(line: str) -> bool:
    """Whether a line is the heading of a part, subpart, chapter or section.

    Args:
        line: Width-folded line without indent.
    """
    label = match_label(line) if line.startswith("第") else None
    return label is not None and label.kind in DIVISION_LEVELS


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
    """Write the label of a provision as citations print it: 第十二条, 第十二条之一, 第二款, 第（三）项.

    Args:
        unit: Its unit: 编, 章, 节, 条, 款, 项.
        number: Its number.
        suffix: 之一: 1; None where it has none.
    """
    count = f"（{format_number(number)}）" if unit == "项" else format_number(number)
    return f"第{count}{unit}" + (f"之{format_number(suffix)}" if suffix else "")


@lru_cache(maxsize=4096)
def _number(text: str) -> int:
    text = text.replace(" ", "")
    number = parse_integer(text)
    if number is None and text[0] in _ROMAN:
        return _roman(text)
    if number is None and text[0] in STEM:
        return STEM.index(text[0]) + 1
    return number or _ONE_SIGN.get(text[:1], 0)


def _roman(text: str) -> int:
    """Value of a Roman number: a letter in front of a larger one is taken away."""
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _match_serial(line: str) -> Label | None:
    match = _SERIAL.match(line)
    if match is None:
        return None
    kind, end = _KINDS[match["unit"]], match.end()
    body = _skip(line, end)
    if kind == "article":
        if (body == end or line.startswith(("、", "，"), body)) and _CITED.match(line, body, body + 12):
            return None
        body = _skip(line, body, " ：*")
    elif not _is_division(line, body, end):
        return None
    suffix = _number(match["suffix"]) if match["suffix"] else None
    return Label(kind, "第" + match["unit"], _number(match["number"]), suffix, match[0].replace(" ", ""), end, body)


def _is_division(line: str, body: int, end: int) -> bool:
    """A heading is short, has no end of a sentence in it, and does not go on like a citation."""
    title = line[body:]
    if len(title) > TITLE_LENGTH or any(c in title for c in "。；！？"):
        return False
    if title[-1:] in ("：", "，") or (title[-1:] == "、" and body == end):
        return False
    return body > end or not (_CITED.match(title) or "，" in title)


def _match_bracketed(line: str) -> Label | None:
    match = _BRACKETED.match(line)
    if match is None:
        stem = _STEM.match(line)
        return _counted(line, stem, "（甲）", STEM.index(stem["stem"]) + 1) if stem else None
    return _item(line, match, "（1）" if match["number"].isascii() else "（一）")


def _match_chinese(line: str) -> Label | None:
    match = _CHINESE.match(line)
    if match is not None and _names_classes(line, match):
        return None
    return _item(line, match, "一）" if match["mark"] == "）" else "一、") if match else None


def _names_classes(line: str, match: re.Match[str]) -> bool:
    """Whether a number and the next one name two classes: 一、二级海塘, 三、四类地区."""
    end = match.end()
    return line[end + 1 : end + 2] in _CLASS_NOUNS and parse_integer(line[end]) == _number(match["number"]) + 1


def _match_arabic(line: str) -> Label | None:
    match = _ARABIC.match(line)
    return _item(line, match, "1）" if match["mark"] == "）" else "1.") if match else None


def _match_lettered(line: str) -> Label | None:
    match = _LETTERED.match(line)
    return _counted(line, match, "a", ord(match["letter"].lower()) - ord("a") + 1) if match else None


def _match_stem(line: str) -> Label | None:
    match = _BARE_STEM.match(line)
    return _counted(line, match, "甲、", STEM.index(match["stem"]) + 1) if match else None


def _match_framed(line: str) -> Label | None:
    match = _FRAMED.match(line)
    label = _match_serial(match["label"]) if match else None
    if match is None or label is None:
        return None
    label.end, label.body = match.end(), _skip(line, match.end(), " ：*")
    return label


def _item(line: str, match: re.Match[str], style: str) -> Label:
    label = _counted(line, match, style, _number(match["number"]))
    label.text = match["number"] if style == "一、" else label.text
    return label


def _counted(line: str, match: re.Match[str], style: str, number: int) -> Label:
    end = match.end()
    body = _skip(line, end, " 、*" if style in _BRACKETED_STYLES else " *")
    return Label("item", style, number, None, match[0].replace(" ", ""), end, body)


def _match_sign(line: str) -> Label | None:
    style, number = _SIGN_VALUES[line[0]]
    return Label("item", style, number, None, line[0], 1, _skip(line, 1, " .、" if style == "Ⅰ" else " "))


def _skip(line: str, i: int, marks: str = " ") -> int:
    """Offset of the first character from `i` on that is neither a space nor one of the marks."""
    size = len(line)
    while i < size and line[i] in marks:
        i += 1
    return i


_CLASS_NOUNS = frozenset("级类等档季月产、")
"""What follows the second: 一、二级海塘, 一、二季度, 一、二、三产业."""

_BRACKETED_STYLES = frozenset({"（一）", "（1）", "（甲）"})
_SIGN_VALUES = {sign: (style, number) for style, signs in _SIGNS.items() for sign, number in signs.items()}
_READERS: dict[str, Callable[[str], Label | None]] = {
    "第": _match_serial,
    "（": _match_bracketed,
    **dict.fromkeys("0123456789", _match_arabic),
    **dict.fromkeys(f"{SMALL_ORDINAL}百", _match_chinese),
    **dict.fromkeys(STEM, _match_stem),
    **dict.fromkeys(_SIGN_VALUES, _match_sign),
    **dict.fromkeys("【[", _match_framed),
    **dict.fromkeys(string.ascii_letters, _match_lettered),
}
"""By the first character of a line, what reads its label."""
