"""Named packages of work: actions, plans, programmes (行动、计划、工程、方案).

initiative ::= enumeration? number ("大" | "项" | "个") head        …、产业协同开放推进七大行动
| enumeration? "“" number "个" noun "”"                产业、人才、文化、生态、组织“五个振兴”
| "“" slogan "”" head?                                 “双百行动”, “双100”行动, “六链五群”
| "《" name ("方案" | "规划" | "行动计划") "》"        where the text sets it out
| "“" number ("个" | "大")? word "”", and as many paragraphs that begin with the word
                                                        “三个抓实”: 抓实项目建设。… 抓实产业培育。… 抓实…
| verb name head                                       启动了改善患者就医体验行动
"""

import re
from collections.abc import Iterator, Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN, SMALL_ORDINAL
from policyparse.language.clauses import sentence_start
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block
from policyparse.plan.slogans import (
    COUNT_IN_NAME,
    GOVERNED,
    QUOTED,
    headed_packages,
    openings_of,
    package_draft,
    quoted_packages,
    slogans,
)

_COUNTED = pattern(
    rf"(?P<n>[{SMALL_ORDINAL}0-9](?<![第0-9{SMALL_ORDINAL}].)(?![0-9]{{2}})[{SMALL_ORDINAL}0-9]{{0,2}})[大项个](?P<noun>[{HAN}]{{0,6}}?)"
    r"(?P<head>行动|工程|计划|专项|举措)(?!计划|方案|力|者|自觉|员|起来|师|中|的)",
    rejects=[
        *("第五大行动", "333个工程", "3一三二大举措", "3个处区试行一二年专项", "3大工程师", "3大举措方案"),
        *("3大举措力", "3大举措者", "3大举措自觉", "3大举措员", "3大举措起来", "3大举措中", "3大举措的"),
    ],
    matches=["33大专项", "3个工程", "3项举措", "3大处举措", "3大行动", "3大计划", ("3大举措计划", "3大举措计划")],
)
_BOOK = pattern(
    r"《(?P<name>[^《》]{4,40})》",
    rejects=["《公园里》", "《公园里的树木由市民认养，青禾县3处A区（试行）“一”二；：、。年月日公园里的树木由》"],
    matches=["《公园里的树木由》"],
)
_BOOK_NAME = pattern(
    r"(?:行动计划|行动方案|实施方案|工作方案|总体方案|改革方案|方案|规划纲要|规划|纲要|计划|行动)(?:（[^（）]{1,24}）){0,2}$",
    matches=[
        *(("行动计划", "行动计划"), ("行动方案", "行动方案"), ("实施方案", "实施方案"), ("工作方案", "工作方案")),
        *(("总体方案", "总体方案"), ("改革方案", "改革方案"), "方案", ("规划纲要", "规划纲要"), "规划", "纲要"),
        *("计划", "行动", "纲要（由）"),
    ],
    rejects=["行动（木由）（市）（民）", "方案（）", "方案（公园里的树木由市民认养，青禾县3处A区试行“一”二）"],
)
_SET_OUT = pattern(
    r"印发|出台|发布|制定|提出|审议|通过|公布|推出|明确|部署|实施|指出|要求|强调|启动|落实|编制|根据|按照|依据|对照",
    matches=[
        *("印发", "出台", "发布", "制定", "提出", "审议", "通过", "公布", "推出", "明确", "部署", "实施", "指出"),
        *("要求", "强调", "启动", "落实", "编制", "根据", "按照", "依据", "对照"),
    ],
    rejects=["公园"],
)
_FORWARD = pattern(
    r"(?:（|：|，?包括|，即|，分别是)“?",
    method="match",
    matches=["（", "：", "包括", "，包括", "，即", "，分别是", ("（“", "（“")],
    rejects=["公园"],
)
_SPREAD = pattern(
    r"”?，(?P<list>[^，。；：！？“”、]{2,14}(?:、[^，。；：！？“”、]{2,12}){1,12})(?=[。；，])",
    method="match",
    matches=["”，园里、的树；", "，园里、的树，"],
    rejects=[
        *("，园、里的；", "，园里的树木由市民认养青禾县3处、A区；", "，公园。"),
        "，公园、里的树、木由市、民认养、青禾、县3、处A区（试、行）、一二、年月、日公园、里的树、木由、市民认，",
        *("，园里、的。", "，园里、的树木由市民认养青禾县3处。"),
    ],
)
_NO_PACKAGE = pattern(
    r"^[要将让使以用对在从]|[把被]|[和与及]行动$",
    matches=["从", "要", "将", "让", "使", "以", "用", "对", "在", "被", "与行动", "和行动", "及行动", "把"],
    rejects=["甲从", "与行动甲"],
)
"""What stands between a verb and 行动 in a clause with an object of its own: 提出 要把思想和行动 统一到…"""

REST_LENGTH = 2
"""A package keeps more than so many characters before its head when a verb is cut off (not 质量推进 行动)."""

_OCCASION = pattern(
    r"[^，。；、]{0,14}(?:大会|动员会|推进会|部署会|座谈会|会议)",
    method="match",
    matches=["公会议", "会议", "大会", "动员会", "推进会", "部署会", "座谈会"],
    rejects=["公园里的树木由市民认养青禾县3会议"],
)
"""After a package: it belongs to the name of a meeting (行动动员大会)."""

_SPAN = pattern(
    rf"为期[{COUNT}]{{1,3}}年的", method="match", rejects=["为期年的", "为期3○一二年的"], matches=["为期3六年的"]
)
_MEASURES = pattern(
    r"(?:提出|推出|明确|部署|设计|安排|包括|涵盖|实施|制定|共)[^。；]{0,24}?"
    rf"(?P<n>[0-9]{{1,3}}|[{SMALL_ORDINAL}]{{1,3}})[条项](?:具体|重点|主要|政策|战略)?(?:举措|措施|任务|行动)",
    matches=[
        *("提出3条举措", "推出3条举措", "明确3条举措", "部署3条举措", "设计3条举措", "安排3条举措", "包括3条举措"),
        *("涵盖3条举措", "实施3条举措", "制定3条举措", "共3条举措", "共公二条行动", ("共3333项任务", {"n": "333"})),
        *(("共二一二七条措施", {"n": "一二七"}), "共3条战略行动", "共3条具体行动", "共3条重点行动", "共3条主要行动"),
        "共3条政策行动",
    ],
    rejects=["共木由市民认养，青禾县3处A区（试行）“一”二：、年33项任务", "共项任务"],
)
_BARE = pattern(
    r"(?&plans.package_verb)[了好]?(?P<name>[^，。；：！？“”《》（）、]{2,32}?"
    r"(?:行动计划|行动方案|专项规划|攻坚战|行动(?!力|者|自觉|起来|员|指南|纲领|上)"
    rf"|(?:[{COUNT}]年|(?&plans.plan_kind))计划))",
    matches=[
        *(("制订好的树行动", {"name": "的树行动"}), "出台树木行动", ("编制了的树行动", {"name": "的树行动"})),
        *("出台的树行动计划", "出台的树行动方案", "出台的树专项规划", "出台的树攻坚战", "出台的树增产计划"),
        *("推动木由一年计划", ("出台的树行动计划", "出台的树行动计划"), ("出台的树行动方案", "出台的树行动方案")),
    ],
    rejects=[
        *("出台的行动", "出台的树木由市民认养青禾县3处A区试行一二年月日公园里的树木由市民认养行动"),
        *("制订园里的行动员", "制订园里的行动力", "制订园里的行动者", "制订园里的行动自觉", "制订园里的行动起来"),
        *("制订园里的行动指南", "制订园里的行动纲领", "制订园里的行动上"),
    ],
)
_VERB = pattern(
    r"(?&plans.package_verb)[了好]?", matches=[("出台了", "出台了"), "出台", ("出台好", "出台好")], rejects=["公园"]
)
_LEADING = pattern(
    r"(?:[和并及与等]|或者?|新一轮|(?&verb)){0,4}",
    verb=_VERB,
    method="fullmatch",
    matches=[
        *(("及", "及"), ("并", "并"), ("与", "与"), ("等", "等"), ("或者", "或者")),
        *(("新一轮", "新一轮"), ("出台", "出台"), ""),
    ],
    rejects=["公园", "和或或和并"],
)
_GENERAL = pattern(rf"(?&plans.generic_package)|[{COUNT}]", matches=["个", "3"], rejects=["公园"])
_HEAD = pattern(r"(?&plans.package_head)|专项规划", matches=["工程", "专项规划"], rejects=["公园"])
_LIST_END = pattern(r"[。；）]|等(?=[，。）])", matches=["。", "等，"], rejects=["等"])


def is_general(words: str) -> bool:
    """Whether words are only such as name no package by themselves: 一系列专项行动."""
    return not _own(words)


def names_package(sentence: str) -> bool:
    """Whether a sentence names a package of work after a verb."""
    return any(_bare_names(sentence))


def parse_initiatives(blocks: Sequence[Block], title: str, diagnostics: Diagnostics) -> list[Draft]:
    """Find the packages of work that a text sets out (drafts of `Initiative`), in order, each name once.

    Args:
        blocks: The paragraphs.
        title: The title, width-folded; a 《plan》 that it names is what the text is about.
        diagnostics: Takes declared counts that the lists do not meet.
    """
    found: list[Draft] = []
    names: set[str] = set()
    openings = openings_of(blocks)
    for block in blocks:
        folded = block.folded
        if not any(
            word in folded for word in ("行动", "工程", "计划", "方案", "规划", "纲要", "个", "举措", "攻坚", "“")
        ):
            continue
        drafts = [
            *_counted(block, diagnostics),
            *quoted_packages(block),
            *slogans(block, title),
            *headed_packages(block, openings),
            *_books(block, title),
            *_bare(block),
        ]
        for draft in sorted(drafts, key=lambda d: (d["span"][0], -d["span"][1])):
            plain = re.sub(r"[“”\s]", "", draft["name"])
            if any(plain in name for name in names) or any(_overlap(draft, other) for other in found):
                continue
            names.add(plain)
            found.append(draft)
        for measures in _MEASURES.finditer(folded) if found else ():
            before = [d for d in found if d["span"][0] < block.start + measures.start() and d["count"] is None]
            if before and before[-1]["span"][0] >= block.start - 400:
                before[-1]["count"] = parse_integer(measures["n"])
    return found


def _overlap(one: Draft, other: Draft) -> bool:
    return bool(one["span"][0] < other["span"][1] and other["span"][0] < one["span"][1])


def _counted(block: Block, diagnostics: Diagnostics) -> Iterator[Draft]:
    """N大行动 and “N个振兴” with the list that they close or open."""
    folded = block.folded
    for match in _COUNTED.finditer(folded):
        if folded[match.start() - 1 : match.start()] == "“":
            continue
        count = parse_integer(match["n"]) or 0
        members = _members(folded, match.start(), match.end(), count)
        listed = len(members) == count
        opening = members[0][0] if members else match.start()
        governed = GOVERNED.search(folded, max(0, opening - 16), opening)
        if listed:
            yield package_draft(block, match.span(), count, members)
        elif governed and count >= 2 and match["head"] != "举措":
            if len(members) >= 3:
                message = f"{match[0]} declares {count}, and {len(members)} are listed"
                diagnostics.add("PP601", message, (block.start + members[0][0], block.start + match.end()))
            yield package_draft(block, match.span(), count, members if len(members) >= 3 else ())
    for quoted in QUOTED.finditer(folded):
        number = COUNT_IN_NAME.match(quoted["name"])
        if number:
            count = parse_integer(number["n"]) or 0
            members = _members(folded, quoted.start(), quoted.end(), count)
            if count >= 2 and len(members) == count:
                yield package_draft(block, quoted.span("name"), count, members)


def _members(folded: str, start: int, end: int, count: int) -> list[Extent]:
    """The list just before `start`, or just after `end`."""
    before = [] if folded[start - 1 : start] in "和与及" else _parallel(read_enumeration(folded, start))
    if len(before) == count or len(before) >= 3:
        return before
    forward = _FORWARD.match(folded, end)
    if forward:
        stop = _LIST_END.search(folded[forward.end() : forward.end() + 300])
        inside = folded[forward.end() : forward.end() + stop.start()] if stop else ""
        if "、" in inside and "，" not in inside:
            return [(forward.end() + m.start(), forward.end() + m.end()) for m in re.finditer("[^、]+", inside)]
    spread = _SPREAD.match(folded, end)
    if spread and spread["list"].count("、") + 1 == count:
        start = spread.start("list")
        start = name_start(folded, start, folded.index("、", start))
        return [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start : spread.end("list")])]
    return []


def _parallel(members: list[Extent]) -> list[Extent]:
    """Where all other members are of one length, the first has it too: 乡村 产业、人才、文化."""
    lengths = {end - start for start, end in members[1:]}
    if len(members) >= 4 and len(lengths) == 1 and (length := lengths.pop()) >= 2:
        return [(max(members[0][0], members[0][1] - length), members[0][1]), *members[1:]]
    return members


def _books(block: Block, title: str) -> Iterator[Draft]:
    """《Plans》 that the text sets out."""
    folded = block.folded
    for book in _BOOK.finditer(folded):
        if not _BOOK_NAME.search(book["name"]):
            continue
        sentence = sentence_start(folded, book.start())
        before = folded[max(sentence, book.start() - 40) : book.start()]
        after = folded[book.end() : book.end() + 12]
        if book["name"] in title or _SET_OUT.search(before[-24:]) or _SET_OUT.match(after.lstrip("，")):
            yield package_draft(block, book.span("name"))


def _bare(block: Block) -> Iterator[Draft]:
    """Packages named after a verb, without quotation marks."""
    for name in _bare_names(block.folded):
        yield package_draft(block, name)


def _bare_names(folded: str) -> Iterator[Extent]:
    at = 0
    while match := _BARE.search(folded, at):
        start, end = match.span("name")
        at = end
        span = _SPAN.match(folded, start)
        if span:
            start = span.end()
        leading = _LEADING.match(folded, start, end)
        start = leading.end() if leading else start
        start = _after_inner_verb(folded, max(start, folded.rfind("的", start, end) + 1), end)
        name = folded[start:end]
        if not (_OCCASION.match(folded, end) or _NO_PACKAGE.search(name)) and len(_own(name)) >= 2 and end - start >= 5:
            yield start, end


def _own(name: str) -> str:
    """What of a name is not only words for packages in general."""
    return _GENERAL.sub("", _HEAD.sub("", name))


def _after_inner_verb(folded: str, start: int, end: int) -> int:
    """Where the name begins after a verb that governs it: 全省实施 国土绿化提速行动."""
    for verb in _VERB.finditer(folded, start, end):
        rest = _HEAD.sub("", folded[verb.end() : end])
        if len(rest) > REST_LENGTH:
            start = verb.end()
    return start
