"""The document that a place belongs to, by the words before it: 本条例, 该办法, 刑法, 国务院令第735号.

document ::= "本" kind | ("同" | "该") kind | (number | name) part?
part     ::= 侵权责任编 | 总则 | 分则 | 附则
"""

from dataclasses import dataclass
from typing import Literal

from policyparse.knowledge.characters import HAN, SERIAL, SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.places import PART, Step

Whose = Literal["own", "same", "named", "none"]

_PART_BEFORE = pattern(
    r"(?:(?<=法典)|(?<=法)(?!典))(?P<part>[一-鿿]{2,6}编|总则|分则|附则)$|(?P<alone>总则|分则|附则)$",
    matches=[
        *(("刑法分则", {"part": "分则"}), ("民法典合同编", {"part": "合同编"}), ("民法总则", {"part": "总则"})),
        *(("刑法附则", {"part": "附则"}), ("依照分则", {"alone": "分则"}), ("依照总则", {"alone": "总则"})),
        ("依照附则", {"alone": "附则"}),
    ],
    rejects=["刑法", "法编", "合同编", "刑法分则甲", "民法典物编", "民法典知识产权与人格权编"],
)
_OWN = pattern(
    r"(?:(?P<own>(?<![日基资成样版标根书原剧读课])本)|(?P<same>该|(?<!(?&no_same))同))(?:《)?(?&citations.own_names)(?:》)?$",
    no_same="[合共相不协雷认赞陪会伙连等如视大一]",
    matches=[
        *(("依照本条例", {"own": "本"}), ("依照该办法", {"same": "该"}), ("依照同法", {"same": "同"})),
        ("依照本《条例》", {"own": "本"}),
    ],
    rejects=[
        *("日本法", "合同法", "本条例的", "基本法", "成本办法", "依雷同法", "依陪同法", "依连同法", "依赞同法"),
        *("依认同法", "依视同法", "依等同法", "依相同法", "依如同法", "依大同法", "依协同法", "依共同法"),
        *("依会同法", "依伙同法", "依不同法", "依资本条例", "依课本条例", "依读本条例", "依版本条例", "依根本条例"),
        *("依样本条例", "依标本条例", "依原本条例", "依剧本条例", "依书本条例"),
    ],
)
_NUMBERED = pattern(
    rf"(?:[{HAN}]{{0,16}}?(?:令|公告|文件))?第 ?[{SERIAL}]{{1,7}} ?号(?:令|公告|文件)?的?$"
    rf"|[{HAN}]{{1,8}}[〔\[（][12][0-9]{{3}}[〕\]）](?:第)?[0-9]{{1,4}}号(?:文件?)?的?$",
    matches=[
        *(("省政府令第735号", "省政府令第735号"), ("第735号令", "第735号令")),
        *(("法释〔2020〕17号", "法释〔2020〕17号"), ("财政部公告第十二号", "财政部公告第十二号")),
        *(("国发〔2014〕21号文件", "国发〔2014〕21号文件"), ("国发[2014]第21号文", "国发[2014]第21号文")),
        *(("第3号文件", "第3号文件"), ("第3号公告", "第3号公告"), ("国发（2014）21号的", "国发（2014）21号的")),
        *("第十二号的", "第十二 号", "第 十二号", ("令第735号", "令第735号")),
        ("江南省发展改革委规〔2020〕17号", "南省发展改革委规〔2020〕17号"),
        ("江南省人民政府外事办公室和侨务办公室令第735号", "省人民政府外事办公室和侨务办公室令第735号"),
        ("财政部文件第12号", "财政部文件第12号"),
    ],
    rejects=[
        *("第三条", "号", "〔2020〕17号", "法释〔20〕17号", "按照国务院令第号", "法释〔2020〕号", "第12000000号"),
        *("法释〔212〕17号", "法释〔22025〕17号", "法释〔2020〕12000号", "按照国务院令第279号第二十条处理。"),
        "法释〔2020〕17号第三条所列情形参照执行。",
    ],
)
"""A document by its number, at the end of what stands before a place."""
_NUMBER_BOUNDARY = pattern(
    r".*(?:依照|根据|按照|依据|遵照|参照|违反|适用|符合|执行|和|与|、|，)",
    method="match",
    matches=[*"根据 按照 依据 遵照 参照 违反 适用 符合 执行 和 与 、 ，".split(), ("标准依照", "标准依照")],
    rejects=["省政府令"],
)
_NO_LAW = pattern(r"(?&citations.no_laws)的?$", matches=["该合同", "招标文件的"], rejects=["合同法"])
_BARE = pattern(
    r"(?&citations.bare_endings)(?:（(?:(?&ordinal){1,3}|试行|暂行)）)?的?$",
    ordinal=f"[{SMALL_ORDINAL}]",
    matches=["依照刑法", "婚姻法解释（二）", "劳动合同法的", "公司法解释（试行）", "税法（暂行）"],
    rejects=["刑法学", "解释（草案）", "婚姻法解释（）", "婚姻法解释（一二一二）"],
)
_COMMON = pattern(
    r"(?&citations.common)|.*(?&citations.common_endings)",
    method="fullmatch",
    matches=["办法", "公安机关依法", "依法"],
    rejects=["刑法", "依法行政"],
)
_BOUNDARY = pattern(r"(?&citations.boundaries)", method="match", matches=["依照刑法"], rejects=["刑法依照"])
_KNOWN = pattern(
    r"(?:刑法|民法典|宪法|民事诉讼法|刑事诉讼法|行政诉讼法|行政处罚法|行政许可法|行政强制法|行政复议法)(?=的?$)",
    matches=[
        *("隐瞒刑法", "适用民法典", "宪法", "民事诉讼法", "刑事诉讼法", "行政诉讼法的", "行政处罚法", "行政许可法"),
        *("行政强制法", "行政复议法"),
    ],
    rejects=["刑法学", "治安管理处罚法", "国家赔偿法"],
)
"""Codes that are cited by their short names without a definition; a verb before one is no part of it."""

_STATE = "中华人民共和国"
_REACH = 40
"""Characters before a place in which the name of its document is looked for."""
_OWN_REACH = 10
"""Characters before a place in which 本条例 is looked for."""


@dataclass(slots=True)
class Reference:
    """A citation as printed.

    Attributes:
        whose: `own` (本法), `same` (同法, 该法), `named` (a title, a name or a number), `none` (only a place).
        title: Title, name or number of a named document, folded.
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


def match_own(folded: str, start: int, end: int) -> Reference | None:
    """本条例, 该办法 or 本《条例》 at the end of a stretch, None where something else stands there.

    Args:
        folded: Width-folded text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    match = _OWN.search(folded, start, end)
    if match is None:
        return None
    begin = match.start("own") if match["own"] else match.start("same")
    return Reference("own" if match["own"] else "same", None, False, (), None, begin, end)


def document_before(folded: str, at: int, start: int) -> Reference | None:
    """The document that a place belongs to, by the words right before it; a place alone belongs to none.

    Args:
        folded: Width-folded text.
        at: Where the place begins.
        start: Where the text that may be read begins.

    Returns:
        The document with the part that is named; None where the place is one of no law.
    """
    own = match_own(folded, max(start, at - _OWN_REACH), at)
    if own is not None:
        return own
    nothing = Reference("none", None, False, (), None, at, at)
    if folded[at] != "第":
        return nothing
    end = at
    part = _PART_BEFORE.search(folded, max(start, at - _REACH), at)
    if part and part["alone"]:
        return None
    if part:
        end = part.start("part")
    low = max(start, end - _REACH)
    if _NO_LAW.search(folded, low, end):
        return None
    numbered = _NUMBERED.search(folded, low, end)
    name = numbered[0].removesuffix("的") if numbered else _bare_name(folded, low, end)
    if not name:
        return nothing
    if numbered and (before := _NUMBER_BOUNDARY.match(name)):
        name = name[before.end() :]
    begin = folded.rfind(name, low, end)
    steps = (Step(PART, 0, None, "", part["part"]),) if part else ()
    return Reference("named", name, False, steps, None, begin, at)


def _bare_name(folded: str, low: int, end: int) -> str | None:
    """The name of a statute at the end of a stretch, from the last boundary word on."""
    bare = _BARE.search(folded, low, end)
    if bare is None:
        return None
    stop = end - folded[low:end].endswith("的")
    run = folded[low : bare.start() + 1]
    i = len(run)
    while i > 0 and "\u4e00" <= run[i - 1] <= "\u9fff":
        i -= 1
    name = folded[low + i : stop]
    cut = 0
    body = bare.end() - low - i
    for boundary in _BOUNDARY.finditer(name[: body - 1]):
        if body - boundary.end() >= 2:
            cut = boundary.end()
    name = name[cut:]
    known = _KNOWN.search(name) if not name.startswith(_STATE) else None
    if known and not name.endswith("）"):
        name = name[known.start() :]
    return None if len(name) < 2 or _COMMON.fullmatch(name) else name
