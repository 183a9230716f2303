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
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.language.document_titles import is_instrument, match_short_name, match_title
from policyparse.language.numerals import parse_integer

Whose = Literal["own", "same", "named", "none"]

_STEP = pattern(
    rf"第 ?(?:（ ?)?(?P<number>[{COUNT}]{{1,9}})(?: ?）)? ?(?P<unit>分编|[编章节条款项目])"
    rf"(?:之(?P<suffix>[{SMALL_ORDINAL}]{{1,3}})(?![种类]))?"
    rf"|(?P<relative>[本前上下])(?P<count>[{COUNT}])?(?P<level>条(?![例件约款])|款(?![项物])|项(?!目))|（(?P<item>[{COUNT}]{{1,4}})）项",
    method="match",
    matches=[
        *(("第二编", {"number": "二", "unit": "编"}), ("第一分编", {"unit": "分编"}), ("第三章", {"unit": "章"})),
        *(("第四节", {"unit": "节"}), ("第 （ 一 ） 项", {"number": "一", "unit": "项"})),
        *(("第八条", {"unit": "条", "suffix": None}), ("第一款", {"unit": "款"}), ("第二目", {"unit": "目"})),
        *(("第十二条之一", {"suffix": "一"}), ("第八条之三种", {"suffix": None})),
        *(("第八条之三类", {"suffix": None}), ("第八条之二十一", {"suffix": "二十一"})),
        *(("第八条之二十一二", {"suffix": "二十一"}), ("第（三）项", {"number": "三"})),
        ("本条第一款", {"relative": "本", "level": "条"}),
        *(("前两款", {"relative": "前", "count": "两", "level": "款"}), ("上一条", {"relative": "上"})),
        *(("下一项", {"relative": "下", "level": "项"}), ("（十二）项", {"item": "十二"})),
        ("第12条", {"number": "12"}),
    ],
    rejects=[
        *("第一次", "条", "本条例", "本条件", "本条约", "本条款", "前款项", "前款物", "本项目", "第条"),
        *("第（  一）项", "第（一  ）项", "第  一条", "第一  条", "（）项", "（一二三四五）项"),
        *("第一二三四五六七八九十条", "前项目", "中一款"),
    ],
)
"""One level of a place: 第八条, 第十二条之一, 第（一）项, 前两款, （一）项."""

_TRIGGER = pattern(  # it begins with a class, to be searched by it; then 《, the start of a step with 第 or 前
    rf"[《第本前上下](?:(?<=《)|(?<=第) ?(?:（ ?)?[{COUNT}]{{1,9}}(?: ?）)? ?(?:分编|[编章节条款项目])"
    rf"|(?<=[本前上下])[{COUNT}]?(?:条(?![例件约款])|款(?![项物])|项(?!目)))",
    matches=[
        *(("依照《刑法》", "《"), "第二编", "第一分编", "第三章", "第四节", "第八条", "第一款", "第二目"),
        *(("第 （ 一 ） 项", "第 （ 一 ） 项"), "第（三）项", ("第 一 项", "第 一 项"), "本条", "前两款", "上一条"),
        *("下一项", "第十二条"),
    ],
    rejects=[
        *("刑法", "第一次", "本条例", "本条件", "本条约", "本条款", "前款项", "前款物", "本项目", "第条"),
        *("第（  一）项", "第（一  ）项", "第  一条", "第一  条", "前项目", "第一二三四五六七八九十条", "本一节"),
        *("第款", "前第", "本分编"),
    ],
)
_JOINT = pattern(
    r"、|，?和|与|或者?|及|以及|，?(?P<through>[至到])",
    method="match",
    matches=[
        *("、第四条", ("，和第四条", "，和"), "和第四条", "与第四条", ("或者第四条", "或者"), ("或第四条", "或")),
        *("及第四条", "以及第四条", ("，至第四条", {"through": "至"}), ("至第四条", "至")),
        ("到第四条", {"through": "到"}),
    ],
    rejects=["，第四条", "的", "，与"],
)
"""What joins two places."""

_SPEAKS_OF = pattern(
    "规定|所[列称]|情形|行为|[的、至和或及，。；）中]|以外|除外|之一|材料|条件|要求|内容|职权|事项|收入|证据|程序",
    method="match",
    matches=[
        *("规定的", "所列行为", "所称平台", "情形之一", "行为", "的情形", "、第二项", "至第五项", "和第五项"),
        *("或第五项", "及第五项", "，应当", "。", "；", "）", "中的", "以外的", "除外", "之一的", "材料", "条件"),
        *("要求", "内容", "职权", "事项", "收入", "证据", "程序"),
    ],
    rejects=["比赛", "任务", "所在", "以后", "之后", "工程"],
)
"""What follows a place that is cited: 第一项规定的情形, not 第一项比赛."""

_OWN = pattern(
    r"(?P<which>本|该|(?<![合共相不协雷认赞陪会伙连等如视大一])同)(?&citations.own)$",
    matches=[("违反本法", {"which": "本"}), ("依照该条例", {"which": "该"}), ("适用同法", {"which": "同"})],
    rejects=[
        *("本法律", "合同法", "共同规定", "相同规定", "不同规定", "协同规则", "雷同规定", "认同规则", "赞同意见"),
        *("陪同规定", "会同规定", "伙同规定", "连同规定", "等同规定", "如同规定", "视同规定", "大同规划"),
        "一同决定",
    ],
)
"""What a document calls itself, or the one named before."""

_BARE = pattern(r"(?&citations.bare)$", matches=["依照刑法"], rejects=["依照刑法的"])
_COMMON = pattern(
    r"(?&citations.common_nouns)|.*(?&citations.common_endings)",
    method="fullmatch",
    matches=["办法", "依照有关规定", "依法"],
    rejects=["刑法", "办法草案"],
)
"""What ends like the name of a statute and is none."""

_BOUNDARY = pattern(r"(?&citations.boundaries)", matches=["应当依照刑法"], rejects=["刑法"])
_LEVELS = {"编": 0, "分编": 1, "章": 2, "节": 3, "条": 4, "款": 5, "项": 6, "目": 7}
_NAME_LENGTH = 30
"""Maximum length of a name printed without 《》, in characters."""


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
    if step is None or step["relative"]:
        return place, [document]
    return _places(folded, place, stop, document)


def _document_before(folded: str, at: int, start: int) -> Reference:
    """The document that a place belongs to, by the words right before it; a place alone belongs to none."""
    before = folded[max(start, at - _NAME_LENGTH) : at]
    own = _OWN.search(before[-8:])
    if own:
        return Reference("own" if own["which"] == "本" else "same", None, False, (), None, at - len(own[0]), at)
    if folded[at] == "第" and _BARE.search(before):
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
    name = run[_last_boundary(run) :]
    return None if len(name) < 2 or _COMMON.fullmatch(name) else name


def holds_boundary(run: str) -> bool:
    """Whether words before a name cut it off that is printed without 《》."""
    return _last_boundary(run) > 0


def _last_boundary(run: str) -> int:
    """Offset after the last boundary word that leaves a name of two characters."""
    ends = (boundary.end() for boundary in _BOUNDARY.finditer(run[:-1]))
    return max((end for end in ends if len(run) - end >= 2), default=0)


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
        if following is None or following["relative"] in ("本", "上", "下"):
            break
        if joint["through"]:
            last, after = match_place(folded, joint.end(), stop)
            if not last:
                break
            found[-1].through, found[-1].end = last[-1], after
            steps = tuple(s for s in steps if s.level < last[0].level) + last
            at = after
            joint = _JOINT.match(folded, at, stop)
            if joint is None or joint["through"] or not _STEP.match(folded, joint.end(), stop):
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
    if match["relative"]:
        count = _number(match["count"]) if match["count"] else 1
        own = match["relative"] == "本"
        return Step(_LEVELS[match["level"]], 0 if own else count or 1, None, match["relative"], text)
    if match["item"]:
        number = _number(match["item"])
        return None if number is None else Step(_LEVELS["项"], number, None, "", text)
    number = _number(match["number"].replace(" ", ""))
    if number is None:
        return None
    suffix = _number(match["suffix"]) if match["suffix"] else None
    return Step(_LEVELS[match["unit"]], number, suffix, "", text)


def _is_citation(reference: Reference, folded: str) -> bool:
    """第一项 and 第一章 alone may count things of another kind; a citation says what is ruled there."""
    first = reference.steps[0]
    if reference.whose != "none" or first.level in (4, 5) or "（" in first.text:
        return True
    return first.relative == "前" or bool(_SPEAKS_OF.match(folded, reference.end))
