"""Citations: references to documents and to their provisions (引用).

    reference ::= document place? | place
    document  ::= "《" title "》" short? | name | "本" kind | ("同" | "该") kind
    short     ::= "（以下简称" name "）"
    place     ::= step+ (joint step+)*
    step      ::= "第" number unit ("之" number)? | ("本" | "前" | "上" | "下") count? unit
    unit      ::= 编 | 分编 | 章 | 节 | 条 | 款 | 项 | 目
    joint     ::= "、" | 和 | 与 | 或 | 或者 | 及 | 以及 | 至 | 到

A leaf: it says what is printed. Which provision 前款 is, is for the reader of the whole document to say.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from policyparse.entities.numerals import parse_integer

Whose = Literal["own", "same", "named", "none"]

_N = "[0-9〇零○一二三四五六七八九十百千两]"
_STEP = re.compile(
    rf"第 ?(?:（ ?)?({_N}{{1,9}})(?: ?）)? ?(分编|编|章|节|条|款|项|目)(?:之([一二三四五六七八九十]{{1,3}})(?!种|类))?"
    r"|(本|前|上|下)(一|两|二|三|四|五|六|七|八|九|十)?(条(?!例|件|约|款)|款(?![项物])|项(?![目]))"
    rf"|（({_N}{{1,4}})）项"
)
_TRIGGER = re.compile(
    rf"《|第 ?(?:（ ?)?{_N}{{1,9}}(?: ?）)? ?(?:分编|编|章|节|条|款|项|目)|[本前上](?:[一两二三四五六七八九十]?)(?:条(?!例|件|约|款)|款(?![项物])|项(?!目))"
)
_JOINT = re.compile(r"(?:、|，?和|与|或者?|及|以及|，?(至|到))")
_SHORT = re.compile(
    r"（(?:以下|下文)(?:分别)?(?:简称|称为?|统称)[：“‘《〈 ]{0,2}([^）”’》〉，；。]{1,30}?)[”’》〉]{0,2}）"
)
_LEVELS = {"编": 0, "分编": 1, "章": 2, "节": 3, "条": 4, "款": 5, "项": 6, "目": 7}
_LOOSE_ITEM = re.compile(
    r"(?:规定|所列|所称|情形|行为|的|、|至|和|或|及|，|。|；|）|中|以外|之一|材料|条件|要求|内容|职权|事项|收入|证据|程序)"
)
_NAME_LENGTH = 30
TITLE_LENGTH = 200
"""A title is no longer."""


@dataclass(frozen=True, slots=True)
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
class Step:
    """One level of a place.

    Attributes:
        level: 0 for 编 … 4 for 条, 5 for 款, 6 for 项, 7 for 目.
        number: Its number; for 本 0; for 前, 上, 下 how many.
        suffix: 之一: 1, else None.
        relative: `本`, `前`, `上`, `下`, or empty.
        text: As printed in folded text, without spaces.
    """

    level: int
    number: int
    suffix: int | None
    relative: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as printed.

    Attributes:
        whose: `own` (本法), `same` (同法, 该法), `named` (a title or a name), `none` (only a place).
        title: Title or name of a named document, folded.
        bracketed: Whether the title stands in 《》.
        steps: The place, from the highest level down; levels that a list leaves out are filled in.
        through: Last provision of a range (第三条至第五条), None where there is none.
        start: Offset of its first code point.
        end: Offset after its last code point.
    """

    whose: Whose
    title: str | None
    bracketed: bool
    steps: tuple[Step, ...]
    through: Step | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name that the text defines (以下简称).

    Attributes:
        name: The short name.
        title: The title that it stands for.
        start: Offset from which it holds.
    """

    name: str
    title: str
    start: int


@cache
def _words() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((files("policyparse.entities") / "citations.toml").read_text(encoding="utf-8"))

    def alternatives(group: str, key: str) -> str:
        return "|".join(sorted(table[group][key], key=len, reverse=True))

    return {
        "instrument": re.compile(
            rf"(?:{alternatives('instruments', 'endings')})(?:[（(][^（）()]{{1,20}}[）)]|[〔\[][^〕\]]{{1,12}}[〕\]]|[0-9. -]{{0,12}}){{0,2}}$"
        ),
        "own": re.compile(rf"本(?:{alternatives('own', 'names')})$"),
        "same": re.compile(rf"(?:同|该)(?:{alternatives('own', 'names')})$"),
        "bare": re.compile(rf"(?:{alternatives('bare', 'endings')})$"),
        "boundary": re.compile(rf"(?:{alternatives('boundaries', 'words')})"),
    }


def is_instrument(title: str) -> bool:
    """Whether a title is that of a document that lays down rules, by its ending; 《营业执照》 is not."""
    return bool(_words()["instrument"].search(title))


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
        close = _close(folded, at, stop)
        if close:
            yield Title(folded[at + 1 : close - 1], at, close)
        at = folded.find("《", close or at + 1, stop)


def _close(folded: str, at: int, stop: int) -> int | None:
    """Offset after the bracket that closes the one at `at`."""
    depth, stop = 0, min(stop, at + TITLE_LENGTH)
    for i in range(at, stop):
        c = folded[i]
        if c == "《":
            depth += 1
        elif c == "》":
            depth -= 1
            if depth == 0:
                return i + 1
        elif c == "\n":
            return None
    return None


def find_short_names(folded: str, start: int = 0, end: int | None = None) -> Iterator[ShortName]:
    """Find the short names that a text defines for titles: 《中华人民共和国劳动法》（以下简称劳动法）.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    at = folded.find("》（", start, stop)
    while at >= 0:
        match = _SHORT.match(folded, at + 1, stop)
        if match:
            opening = _opening(folded, at)
            if opening is not None:
                yield ShortName(match[1], folded[opening + 1 : at], match.end())
        at = folded.find("》（", at + 2, stop)


def _opening(folded: str, close: int) -> int | None:
    depth = 0
    for i in range(close, max(-1, close - TITLE_LENGTH), -1):
        if folded[i] == "》":
            depth += 1
        elif folded[i] == "《":
            depth -= 1
            if depth == 0:
                return i
        elif folded[i] == "\n":
            return None
    return None


def find_citations(folded: str, start: int = 0, end: int | None = None) -> Iterator[Reference]:
    """Find the citations of a stretch of text, each member of a list on its own, in order.

    本法 and a name without 《》 are citations only before a place (本法第三条).

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    at = start
    while True:
        trigger = _TRIGGER.search(folded, at, stop)
        if trigger is None:
            return
        at = trigger.start()
        if folded[at] == "《":
            close = _close(folded, at, stop)
            if close is None:
                at += 1
                continue
            title = folded[at + 1 : close - 1]
            place = close
            short = _SHORT.match(folded, close, stop) if folded[close : close + 1] == "（" else None
            if short:
                place = short.end()
            if not is_instrument(title):
                at = close
                continue
            document = Reference("named", title, True, (), None, at, close)
            at = place
            step = _STEP.match(folded, place, stop)
            if step is None or step[4]:
                yield document
                continue
            at, references = _places(folded, place, stop, document)
            yield from references
            continue
        document = _document_before(folded, at, start)
        if document is None:
            at = trigger.end()
            continue
        at, references = _places(folded, at, stop, document)
        at = max(at, trigger.end())
        yield from references


def _document_before(folded: str, at: int, start: int) -> Reference | None:
    """The document that a place belongs to, by the words right before it; a place alone belongs to none."""
    words = _words()
    before = folded[max(start, at - _NAME_LENGTH) : at]
    if before.endswith("》"):
        return Reference("none", None, False, (), None, at, at)
    for whose in ("own", "same"):
        match = words[whose].search(before[-8:])
        if match:
            return Reference("own" if whose == "own" else "same", None, False, (), None, at - len(match[0]), at)
    if folded[at] != "第":
        return Reference("none", None, False, (), None, at, at)
    match = words["bare"].search(before)
    if match:
        name = _bare_name(before)
        if name:
            return Reference("named", name, False, (), None, at - len(name), at)
    return Reference("none", None, False, (), None, at, at)


def _bare_name(before: str) -> str | None:
    """The name of a statute at the end of `before`, from the last boundary word on."""
    i = len(before)
    while i > 0 and "\u4e00" <= before[i - 1] <= "\u9fff":
        i -= 1
    run = before[i:]
    cut = 0
    for boundary in _words()["boundary"].finditer(run[:-1]):
        if len(run) - boundary.end() >= 2:
            cut = boundary.end()
    name = run[cut:]
    if len(name) < 2 or name in (
        "办法",
        "规定",
        "决定",
        "解释",
        "条例",
        "细则",
        "规则",
        "方法",
        "依法",
        "合法",
        "违法",
        "执法",
        "非法",
        "司法",
    ):
        return None
    if re.search(
        r"(?:依|合|违|执|非|司|方|做|看|想|用|说|守|普|立)法$|(?:有关|国家|本市|相关|上述|法律|法规|政策|合同|下列|其他)规定$|(?:具体|处理|计算|管理)办法$|(?:作出|所作|处罚|行政)决定$",
        name,
    ):
        return None
    return name


def _places(folded: str, at: int, stop: int, document: Reference) -> tuple[int, list[Reference]]:
    """Read a list of places from `at` on; returns the offset after it and one reference a member."""
    found: list[Reference] = []
    steps: tuple[Step, ...] = ()
    begin = document.start
    while True:
        own, after = match_place(folded, at, stop)
        if not own:
            break
        steps = tuple(s for s in steps if s.level < own[0].level) + own
        found.append(replace(document, steps=steps, start=begin, end=after))
        at = after
        joint = _JOINT.match(folded, at, stop)
        if joint is None:
            break
        following = _STEP.match(folded, joint.end(), stop)
        if following is None or following[4] in ("本", "上", "下"):
            break
        if joint[1]:
            last, after = match_place(folded, joint.end(), stop)
            if not last:
                break
            found[-1] = replace(found[-1], through=last[-1], end=after)
            steps = tuple(s for s in steps if s.level < last[0].level) + last
            at = after
            joint = _JOINT.match(folded, at, stop)
            if joint is None or joint[1] or not _STEP.match(folded, joint.end(), stop):
                break
        at = begin = joint.end()
    return at, [r for r in found if _is_citation(r, folded)]


def match_place(folded: str, at: int, stop: int) -> tuple[tuple[Step, ...], int]:
    """Match the steps of a place, from the highest level down: 第八条第一款第（一）项.

    Args:
        folded: Width-folded text.
        at: Where the place begins.
        stop: Where to stop.

    Returns:
        The steps, none where there is no place, and the offset after them.
    """
    steps: list[Step] = []
    while True:
        match = _STEP.match(folded, at, stop)
        if match is None:
            break
        step = _step(match)
        if step is None or (steps and (step.level <= steps[-1].level or (step.relative and step.relative != "前"))):
            break
        steps.append(step)
        at = match.end()
    return tuple(steps), at


def _step(match: re.Match[str]) -> Step | None:
    text = match[0].replace(" ", "")
    if match[4]:
        count = parse_integer(match[5]) if match[5] else 1
        return Step(_LEVELS[match[6]], 0 if match[4] == "本" else count or 1, None, match[4], text)
    if match[7]:
        number = parse_integer(match[7])
        return None if number is None else Step(6, number, None, "", text)
    number = parse_integer(match[1].replace(" ", ""))
    if number is None:
        return None
    return Step(_LEVELS[match[2]], number, parse_integer(match[3]) if match[3] else None, "", text)


def _is_citation(reference: Reference, folded: str) -> bool:
    """第一项 and 第一章 alone may count things of another kind; a citation says what is ruled there."""
    first = reference.steps[0]
    if reference.whose != "none" or first.level in (4, 5) or "（" in first.text:
        return True
    return first.relative == "前" or bool(_LOOSE_ITEM.match(folded, reference.end))
