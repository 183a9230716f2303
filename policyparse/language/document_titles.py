"""Titles of documents in 《》, and the short names that a text defines for them (以下简称).

title ::= "《" text "》"
short ::= title "（" "以下" ("简称" | "称" | "统称") name "）"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.instruments import instrument_words

TITLE_LENGTH = 200
"""Maximum length of a title, in characters."""

_BRACKET = re.compile("[《》\n]")
_SHORT = pattern(
    r"（(?:以下|下文)(?:分别)?(?:简称|称为?|统称)"
    r"[：“‘《〈 ]{0,3}(?P<name>[^）”’》〉：“‘《〈，；。 ]{1,30})[”’》〉]{0,2}）",
    method="match",
    matches=[
        *(("（以下简称劳动法）", {"name": "劳动法"}), ("（下文称《纲要》）", {"name": "纲要"})),
        *(("（以下称为“规划”）", {"name": "规划"}), ("（以下分别简称：“办法”）", {"name": "办法"})),
        *(("（以下统称 三个办法）", {"name": "三个办法"}), ("（以下简称“《意见》”）", {"name": "意见"})),
    ],
    rejects=[
        *("（简称劳动法）", "（以下劳动法）", "（以下简称）", "（以下简称劳动法，下同）"),
        *(f"（以下简称{'长' * 31}）", "（以下简称：“《〈 意见）", "（以下简称意见》”》）", "（以下简称：意见：）"),
        *("（以下简称意见》”》）", "以下简称意见"),
    ],
)
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
