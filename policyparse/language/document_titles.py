"""Titles of documents in 《》, and the short names that a text defines for them (以下简称).

title ::= "《" text "》"
short ::= title "（" "以下" ("简称" | "称" | "统称") name "）"
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SERIAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import instrument_words

TITLE_LENGTH = 200
"""Maximum length of a title, in characters."""

_BRACKET = compiled("[《》\n]")
_SHORT = pattern(
    r"（(?:[^（）]{1,60}?[，；、])?(?:(?:以下|下文)(?:分别|合)?(?:简称|统称|称)|下称|简称|统称)为?[：“‘《〈 ]{0,2}"
    r"(?P<name>[^）”’》〉，；。]{1,30}?)[”’》〉]{0,2}）",
    method="match",
    matches=[
        *(("（以下简称《条例》）", {"name": "条例"}), ("（以下简称“条例”）", {"name": "条例"})),
        *(("（下称条例）", {"name": "条例"}), ("（以下简称：条例）", {"name": "条例"})),
        *(("（以下简称为条例）", {"name": "条例"}), ("（简称《条例》）", {"name": "条例"})),
        *(("（以下统称两办法）", {"name": "两办法"}), ("（统称两办法）", {"name": "两办法"})),
        *(("（以下称条例）", {"name": "条例"}), ("（下文称条例）", {"name": "条例"})),
        ("（省政府令第12号，以下简称《办法》）", {"name": "办法"}),
        ("（国发〔2020〕5号、下称《意见》）", {"name": "意见"}),
        *(("（2019年修订；以下简称‘条例’）", {"name": "条例"}), ("（以下分别简称〈条例〉）", {"name": "条例"})),
        *(("（以下合称 条例）", {"name": "条例"}), ("（下称   条例）", {"name": " 条例"})),
    ],
    rejects=[
        *("（省政府令第12号）", "（以下条例）", "（名称）", "（以下简称，条例）", "以下简称条例", "（下称）"),
        "（下称关于加快建设国家综合立体交通网和现代物流体系的若干政策措施实施意见）",
        (
            "（根据某省人民代表大会常务委员会关于批准某市人民代表大会常务委员会关于修改某市城市供水用水管理条例等五件"
            "地方性法规的决定第二次修正、下称《意见》）"
        ),
        "（以下简称“条例”””）",
    ],
)
"""A bracket that gives a title its short name."""

_NUMBERED = pattern(
    rf"（(?P<number>(?:[{HAN}]{{0,16}}(?:令|公告))?第 ?[{SERIAL}]{{1,7}} ?号(?:令|公告)?"
    rf"|[{HAN}]{{1,8}}[〔\[][12][0-9]{{3}}[〕\]](?:第)?[0-9]{{1,4}}号)[，；、）]",
    method="match",
    matches=[
        ("（省政府令第12号）", {"number": "省政府令第12号"}),
        ("（法释〔2020〕17号，以下简称规定）", {"number": "法释〔2020〕17号"}),
        *(("（第12号令）", {"number": "第12号令"}), ("（财政部公告第3号）", {"number": "财政部公告第3号"})),
        *(("（第3号公告；", {"number": "第3号公告"}), ("（国发[2020]第5号、", {"number": "国发[2020]第5号"})),
        *("（令第12号）", "（第12 号令）", "（第 12号令）"),
    ],
    rejects=[
        *("（2019年修订）", "（第一次修正）", "省政府令第12号", "（第号令）", "（[2020]第5号、"),
        *("（国发[212]第5号、", "（国发[2020]第号、", "（第12000000号令）", "（国发[22025]第5号、"),
        *("（国发[2020]第12000号、", "（江南省发展改革委规[2020]第5号、"),
        "（江南省人民政府外事办公室和侨务办公室令第12号）",
    ],
)
"""A bracket that gives a title its number."""

_RULES = pattern(
    r"(?&words)[0-9. -]{0,24}(?:[（(][^（）()]{1,20}[）)]|[〔\[][^〕\]]{1,12}[〕\]]){0,2}$",
    words=lambda: instrument_words("normative", "subsidiary"),
    matches=[
        *(("停车条例", "条例"), ("停车办法（试行）", "办法（试行）"), ("停车标准 2.0-1", "标准 2.0-1")),
        *(("停车规范[修订]", "规范[修订]"), ("停车规范〔试行〕（草案）", "规范〔试行〕（草案）")),
    ],
    rejects=[
        *("营业执照", "停车办法解读", f"停车办法（{'长' * 21}）", f"停车办法〔{'长' * 13}〕", "停车办法（）"),
        *("停车办法〔〕", f"停车办法{'1' * 25}", "停车办法（一）（二）（三）"),
    ],
)


@dataclass(slots=True)
class Title:
    """A title in 《》.

    Attributes:
        text: Without the outer brackets, folded.
        start: Offset of the opening bracket.
        end: Offset after the closing bracket.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name that the text defines.

    Attributes:
        name: The short name.
        title: The title that it stands for.
        start: Offset from which it holds.
    """

    name: str
    title: str
    start: int


def is_instrument(title: str) -> bool:
    """Whether a title is that of a document that lays down rules, by its ending; 《营业执照》 is not."""
    return bool(_RULES.search(title))


def match_title(folded: str, start: int, end: int) -> Title | None:
    """Match the title whose bracket opens at `start`; brackets nest.

    Args:
        folded: Width-folded text.
        start: Offset of the opening bracket.
        end: Where to stop.
    """
    depth = 0
    for mark in _BRACKET.finditer(folded, start, min(end, start + TITLE_LENGTH)):
        if mark[0] == "《":
            depth += 1
        elif mark[0] == "\n":
            return None
        else:
            depth -= 1
            if depth == 0:
                return Title(folded[start + 1 : mark.start()], start, mark.end())
    return None


def find_titles(folded: str, start: int = 0, end: int | None = None) -> Iterator[Title]:
    """Find titles in 《》, those inside another left out.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    at = folded.find("《", start, stop)
    while at >= 0:
        title = match_title(folded, at, stop)
        if title:
            yield title
        at = folded.find("《", title.end if title else at + 1, stop)


def match_short_name(folded: str, title: Title, end: int) -> tuple[ShortName, int] | None:
    """Match the short name that is defined right after a title.

    Args:
        folded: Width-folded text.
        title: The title.
        end: Where to stop.

    Returns:
        The short name and the offset after its bracket.
    """
    match = _SHORT.match(folded, title.end, end)
    return (ShortName(match["name"], title.text, match.end()), match.end()) if match else None


def find_short_names(folded: str, start: int = 0, end: int | None = None) -> Iterator[ShortName]:
    """Find the short names that a text defines for titles: 《中华人民共和国劳动法》（以下简称劳动法）.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    if folded.find("》（", start, stop) < 0:
        return
    for title in find_titles(folded, start, stop):
        short = match_short_name(folded, title, stop)
        if short:
            yield short[0]


def find_numbers(folded: str) -> Iterator[ShortName]:
    """Find the numbers that a text gives to titles in brackets: 《某省停车场管理办法》（省政府令第735号）.

    Args:
        folded: Width-folded text.
    """
    if folded.find("》（") < 0:
        return
    for title in find_titles(folded):
        number = _NUMBERED.match(folded, title.end)
        if number:
            yield ShortName(number["number"], title.text, number.end())
