"""Places in a document (条款项): 第八条第一款第（一）项, 第一、二款, 第（一）至（三）项, 前两款, 本章, 附件一.

    place    ::= step+
    step     ::= "第" numbers unit ("之" number)? | ("本" | "前" | "上" | "下") count? unit | ("同" | "该") unit | annex
    numbers  ::= number (("、" | 和 | 与 | 及 | 或 | 至 | …) "第"? number)*
    unit     ::= 编 | 分编 | 章 | 节 | 条 | 款 | 项 | 目

Several numbers may share one unit; each is a member of the place, and 至 makes a range of two of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import parse_integer

ANNEX, PART, ARTICLE, PARAGRAPH, ITEM, SUBITEM = -1, 0, 4, 5, 6, 7
"""Levels of an annex, a part, an article, a paragraph, an item and a subitem."""

_LEVELS = {"编": PART, "分编": 1, "章": 2, "节": 3, "条": ARTICLE, "款": PARAGRAPH, "项": ITEM, "目": SUBITEM}
_NUMERAL = rf"(?:（ ?[{COUNT}]{{1,9}} ?）|[{COUNT}]{{1,9}})"
_SEPARATOR = r"(?:、|和|与|以?及|或者?|至|到|[-—–~]{1,2})"
_BRACKETED = rf"（[0-9{SMALL_ORDINAL}]{{1,4}}）"


_SUFFIX = pattern(
    f"之[{COUNT}]{{1,3}}", method="fullmatch", matches=["之一", "之二十一"], rejects=["之", "之一百二十", "一"]
)
LABEL_OF_ARTICLE = pattern(
    rf"第 ?[{COUNT}]{{1,9}} ?条(?&suffix)?",
    suffix=_SUFFIX,
    method="fullmatch",
    matches=["第八条", "第 十二 条", "第十七条之一", "第123456789条"],
    rejects=["第条", "八条", "第八款", "第1234567890条"],
)
"""The label of an article."""
LABEL_OF_UNIT = pattern(
    rf"第 ?[{COUNT}]{{1,9}} ?[编章节条](?&suffix)?",
    suffix=_SUFFIX,
    method="fullmatch",
    matches=["第一编", "第 二 章", "第三节", "第八条", "第十七条之一", "第123456789条"],
    rejects=["第章", "二章", "第八款", "第1234567890条"],
)
"""The label of a division or an article."""
LABEL_OF_PARAGRAPH = pattern(
    f"第[{COUNT}]{{1,4}}款",
    method="fullmatch",
    matches=["第一款", "第二十一款"],
    rejects=["第款", "第12345款", "第一项"],
)
"""The label of a paragraph."""
LABEL_OF_ITEM = pattern(
    f"第（?[{COUNT}]{{1,4}}）?项",
    method="fullmatch",
    matches=["第一项", "第（一）项", "第（二十一）项"],
    rejects=["第项", "第（12345）项", "第一款"],
)
"""The label of an item."""

LAST_LABEL = pattern(
    f"第（?([{COUNT}]{{1,9}})）?([条款项])$",
    matches=["第八条", "第八条第一款", "第一款第（二）项", "第123456789条"],
    rejects=["第八条之一", "第八条的", "第章", "第条", "第1234567890条"],
)
"""The last label of a place, with its number and unit."""

STEP = pattern(
    r"第 ?(?P<numbers>(?&numeral)(?:(?&separator)第? ?(?&numeral)){0,30}) ?"
    r"(?P<unit>分编|[编章节条款]|项(?!目)|目(?![标的录前]))"
    r"(?:之(?P<suffix>(?&ordinal){1,3})(?![种类款项]))?"
    r"|(?P<relative>[本前上下])(?P<count>(?&ordinal)|两)?"
    r"(?P<of>条(?![例件约款])|款(?![项物])|项(?!目)|章(?![程节])|节(?![目约能日假])|编(?![制号码入写办辑委]))"
    r"|(?P<same>[同该])(?P<kind>[条款项])(?=第|的?规定|所|之|[，。、；）]|$)"
    r"|(?P<bracketed>(?&brackets)(?:(?&separator)(?&brackets)){0,30})项(?!目)"
    r"|附(?P<annexed>[件表录])(?P<annex>(?&annex_number){0,3})(?=第|[，。、；）]|的?规定|所|$)",
    method="match",
    numeral=_NUMERAL,
    separator=_SEPARATOR,
    brackets=_BRACKETED,
    ordinal=f"[{SMALL_ORDINAL}]",
    annex_number=f"[0-9{SMALL_ORDINAL}]",
    matches=[
        *(
            "第一与二款 第一及二款 第一以及二款 第一或者二款 第一或二款 第一到三款 第1-3条 第1——3条 第1–3条 "
            "第1~3条 第一编 第二分编 第三章 第四节 第五目 本条 上一条 下条 本项 本章 本节 本编 该条规定 "
            "该条的规定 该款所列 该项之规定 同款， 同款。 同条、 同条； 同条） 附表2， 附录。 附件1、 附件1； "
            "附件） 附件1的规定 附件1规定 附件所列"
        ).split(),
        *(("第八条", {"numbers": "八", "unit": "条"}), ("第 12 条", {"numbers": "12"})),
        *(("第十二条之一", {"suffix": "一"}), ("第（一）项", {"numbers": "（一）"})),
        *(("第（ 二 ）项", {"numbers": "（ 二 ）"}), ("第三条之一款", {"suffix": None})),
        *(("第一、二款", {"numbers": "一、二"}), ("第三和第四条", {"numbers": "三和第四"})),
        *(("第（一）至（三）项", {"numbers": "（一）至（三）"}), ("前款", {"of": "款"})),
        *(("前两款", {"count": "两"}), ("前三条", {"count": "三"}), ("同条第三款", {"same": "同", "kind": "条"})),
        *(("（一）项", {"bracketed": "（一）"}), ("（一）、（二）项", {"bracketed": "（一）、（二）"})),
        *(("附件一第三条", {"annexed": "件", "annex": "一"}), ("第12和 （3）编之五种", "第12和 （3）编")),
        *(("第12项之六项规定", "第12项"), ("第350项之二六五九", "第350项之二六五"), "同条", "附录"),
        ("第三项之一类", "第三项"),
    ],
    rejects=[
        *(
            "第条 第二项目 第三目标 第三目的 第三目录 第三目前 第一、第二产业 八条 本条例 前条件 本条约 本条款 "
            "本款项 本款物 本项目 本章程 本章节 本节目 本节约 本节能 下节日 下节假 本编制 本编号 本编码 下编入 "
            "本编写 本编办 本编辑 本编委 该条道路 该款车型 该项工作 同条街 （一）项目 一）项 附件的内容 附加 "
            "附件一览"
        ).split(),
        *("第1———3条", "第3333333333条", "第（1234567890）编", "第一" + "、第二" * 31 + "条"),
        *("（一）" + "、（二）" * 31 + "项", "（）项", "第（）项", "附件2025、", "（12000）项"),
    ],
)


@dataclass(slots=True)
class Step:
    """One level of a place.

    Attributes:
        level: 0 for 编 … 4 for 条, 5 for 款, 6 for 项, 7 for 目; -1 for an annex.
        number: Its number; for 本 0; for 前, 上, 下 how many.
        suffix: 之一: 1, else None.
        relative: `本`, `前`, `上`, `下`, `同` (also for 该), or empty.
        text: In folded text, without spaces, with the unit that it shares: 第二条 of 第一、二条.
    """

    level: int
    number: int
    suffix: int | None
    relative: str
    text: str


Member = tuple[Step, Step | None]
"""One of the numbers that share a unit, and the last of a range that starts with it."""


@dataclass(slots=True)
class Place:
    """A place as printed.

    Attributes:
        above: The steps above the last, from the highest level down.
        members: The last step, once for each number that shares its unit.
        end: Offset after it.
    """

    above: tuple[Step, ...]
    members: list[Member]
    end: int

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps with the first of the members."""
        return (*self.above, self.members[0][0])


def match_place(folded: str, at: int, stop: int) -> Place | None:
    """Match a place: steps from the highest level down (第八条第一款第（一）项), None where there is none.

    Args:
        folded: Width-folded text.
        at: Where the place begins.
        stop: Where to stop.
    """
    above: list[Step] = []
    members: list[Member] = []
    while match := STEP.match(folded, at, stop):
        found = _members(match)
        if not found:
            break
        step = found[0][0]
        if members:
            last = members[-1][0]
            is_below = step.level > last.level and (not step.relative or step.relative == "前")
            if not is_below or len(members) > 1:
                break
            above.append(last)
        members, at = found, match.end()
    return Place(tuple(above), members, at) if members else None


def _members(match: re.Match[str]) -> list[Member]:
    """The steps of one match; none where a number is none."""
    if match["annexed"]:
        text = match[0]
        return [(Step(ANNEX, _number(match["annex"]) or 0, None, "", text), None)]
    if match["same"]:
        return [(Step(_LEVELS[match["kind"]], 0, None, "同", match[0]), None)]
    if match["relative"]:
        count = _number(match["count"]) if match["count"] else 1
        number = 0 if match["relative"] == "本" else count or 1
        return [(Step(_LEVELS[match["of"]], number, None, match["relative"], match[0]), None)]
    if match["bracketed"]:
        return _listed(match["bracketed"], "", "项", None)
    return _listed(match["numbers"], "第", match["unit"], match["suffix"])


_number = lru_cache(maxsize=1024)(parse_integer)
_ONE = pattern(
    rf"(?P<range>至|到|[-—–~]{{1,2}})?(?:、|和|与|以?及|或者?)?第? ?"
    rf"(?P<printed>（? ?(?P<number>[{COUNT}]{{1,9}}) ?）?)",
    method="match",
    matches=[
        *"到三 -3 ——3 和二 与二 及二 以及二 或二 或者二".split(),
        *(("一", {"range": None, "number": "一"}), ("、（二）", {"range": None, "printed": "（二）"})),
        *(("至第三", {"range": "至", "number": "三"}), ("1234567890", "123456789"), ("一 ", "一 ")),
        *((" 一", {"printed": "一"}), "、（ 二）"),
    ],
    rejects=["条", "、条", "———3"],
)


def _listed(numbers: str, ordinal: str, unit: str, suffix: str | None) -> list[Member]:
    """The members of numbers that share a unit; a suffix belongs to the last."""
    members: list[Member] = []
    at = 0
    while at < len(numbers) and (one := _ONE.match(numbers, at)):
        at = one.end()
        number = _number(one["number"])
        if number is None:
            return []
        text = f"{ordinal}{''.join(one['printed'].split())}{unit}"
        step = Step(_LEVELS[unit], number, None, "", text)
        if one["range"] and members:
            members[-1] = (members[-1][0], step)
        else:
            members.append((step, None))
    if suffix and members:
        first, through = members[-1]
        last = through or first
        last.suffix, last.text = _number(suffix), f"{last.text}之{suffix}"
    return members
