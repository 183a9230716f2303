"""Citations: references to documents and to their provisions (引用).

    reference ::= document place? | place
    document  ::= title short? | name | "本" kind | ("同" | "该") kind
    place     ::= step+ (joint step+)*
    step      ::= "第" number unit ("之" number)? | ("本" | "前" | "上" | "下") count? unit
    unit      ::= 编 | 分编 | 章 | 节 | 条 | 款 | 项 | 目
    joint     ::= "、" | 和 | 与 | 或 | 或者 | 及 | 以及 | 至 | 到

A leaf: it says what is printed. Which provision 前款 is, is for the reader of the whole document to say.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from policyparse.language.document_titles import is_instrument, match_short_name, match_title
from policyparse.language.numerals import parse_integer

Whose = Literal["own", "same", "named", "none"]

_N = "[0-9〇零○一二三四五六七八九十百千两]"
_SERIAL = rf"第 ?(?:（ ?)?({_N}{{1,9}})(?: ?）)? ?(分编|编|章|节|条|款|项|目)"
_RELATIVE = "([本前上下])([一两二三四五六七八九十])?(条(?![例件约款])|款(?![项物])|项(?!目))"
_STEP = re.compile(rf"{_SERIAL}(?:之([一二三四五六七八九十]{{1,3}})(?![种类]))?|{_RELATIVE}|（({_N}{{1,4}})）项")
_TRIGGER = re.compile(  # a class in front, to be searched by it; then 《, the start of _SERIAL, _RELATIVE
    rf"[《第本前上下](?:(?<=《)|(?<=第) ?(?:（ ?)?{_N}{{1,9}}(?: ?）)? ?(?:分编|[编章节条款项目])"
    "|(?<=[本前上下])[一两二三四五六七八九十]?(?:条(?![例件约款])|款(?![项物])|项(?!目)))"
)
_JOINT = re.compile("、|，?和|与|或者?|及|以及|，?([至到])")
_LEVELS = {"编": 0, "分编": 1, "章": 2, "节": 3, "条": 4, "款": 5, "项": 6, "目": 7}
_SPEAKS_OF = re.compile(
    "规定|所[列称]|情形|行为|[的、至和或及，。；）中]|以外|除外|之一|材料|条件|要求|内容|职权|事项|收入|证据|程序"
)
_NAME_LENGTH = 30


_number = lru_cache(maxsize=1024)(parse_integer)


@dataclass(slots=True)
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


@dataclass(slots=True)
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


@cache
def _words() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((files("policyparse.language") / "citations.toml").read_text(encoding="utf-8"))

    def alternatives(group: str, key: str) -> str:
        return "|".join(sorted(table[group][key], key=len, reverse=True))

    same = "".join(table["own"]["not_before_same"])
    common = f"(?:{alternatives('common', 'words')})|.*(?:{alternatives('common', 'endings')})"
    return {
        "own": re.compile(rf"(本|该|(?<![{same}])同)(?:{alternatives('own', 'names')})$"),
        "bare": re.compile(rf"(?:{alternatives('bare', 'endings')})$"),
        "common": re.compile(common),
        "boundary": re.compile(alternatives("boundaries", "words")),
    }


def find_triggers(folded: str, start: int = 0, end: int | None = None) -> list[int]:
    """Offsets at which a citation may start; a stretch without one holds none.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    return [match.start() for match in _TRIGGER.finditer(folded, start, len(folded) if end is None else end)]


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
        if trigger[0] == "《":
            at, references = _titled(folded, trigger.start(), stop)
        else:
            document = _document_before(folded, trigger.start(), start)
            at, references = _places(folded, trigger.start(), stop, document)
            at = max(at, trigger.end())
        yield from references


def _titled(folded: str, at: int, stop: int) -> tuple[int, list[Reference]]:
    """The document whose title opens at `at`, with the places that follow it; returns the offset after them."""
    title = match_title(folded, at, stop)
    if title is None:
        return at + 1, []
    if not is_instrument(title.text):
        return title.end, []
    document = Reference("named", title.text, True, (), None, at, title.end)
    short = match_short_name(folded, title, stop)
    place = short[1] if short else title.end
    step = _STEP.match(folded, place, stop)
    if step is None or step[4]:
        return place, [document]
    return _places(folded, place, stop, document)


def _document_before(folded: str, at: int, start: int) -> Reference:
    """The document that a place belongs to, by the words right before it; a place alone belongs to none."""
    words = _words()
    before = folded[max(start, at - _NAME_LENGTH) : at]
    own = words["own"].search(before[-8:])
    if own:
        return Reference("own" if own[1] == "本" else "same", None, False, (), None, at - len(own[0]), at)
    if folded[at] == "第" and words["bare"].search(before):
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
    return None if len(name) < 2 or _words()["common"].fullmatch(name) else name


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
        found.append(Reference(document.whose, document.title, document.bracketed, steps, None, begin, after))
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
            found[-1].through, found[-1].end = last[-1], after
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
        count = _number(match[5]) if match[5] else 1
        return Step(_LEVELS[match[6]], 0 if match[4] == "本" else count or 1, None, match[4], text)
    if match[7]:
        number = _number(match[7])
        return None if number is None else Step(6, number, None, "", text)
    number = _number(match[1].replace(" ", ""))
    if number is None:
        return None
    return Step(_LEVELS[match[2]], number, _number(match[3]) if match[3] else None, "", text)


def _is_citation(reference: Reference, folded: str) -> bool:
    """第一项 and 第一章 alone may count things of another kind; a citation says what is ruled there."""
    first = reference.steps[0]
    if reference.whose != "none" or first.level in (4, 5) or "（" in first.text:
        return True
    return first.relative == "前" or bool(_SPEAKS_OF.match(folded, reference.end))
