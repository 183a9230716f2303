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
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from policyparse.figures.lexicon import alternation
from policyparse.language.clauses import sentence_start
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block

_N = r"(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})"
_COUNTED = re.compile(
    r"(?P<n>[一二三四五六七八九十\d](?<![第\d一二三四五六七八九十].)(?!\d\d)[一二三四五六七八九十\d]{0,2})(?:大|项|个)(?P<noun>[\u4e00-\u9fff]{0,6}?)(?P<head>行动|工程|计划|专项|举措)(?!计划|方案|力|者|自觉|员|起来|师|中|的)"
)
_QUOTED = re.compile(r"“(?P<name>[^“”，。；！？]{2,14})”")
_COUNT_IN_NAME = re.compile(rf"{_N}(?:大|项|个)(?=[\u4e00-\u9fff]{{2}})")
_SLOGAN_NUMBER = re.compile(r"双百|双千|双万|双\d{2,4}|[一二三四五六七八九十百千万\d]{1,4}(?:项|大|个)|^[百千万]{1,3}")
_PAIRED = re.compile(r"[二三四五六七八九十\d][\u4e00-\u9fff]{1,2}[一二三四五六七八九十\d][\u4e00-\u9fff]{1,2}")
_HEAD_IN = re.compile(r"(?:行动计划|行动|工程|计划|攻坚战|专项)$")
_HEAD_AFTER = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:行动计划|行动|工程|计划)(?!力|者|自觉|起来|的|师)")
_BUILT = re.compile(r"(?:建设|布局|体系|格局|协同)")
_BOOK = re.compile(r"《(?P<name>[^《》]{4,40})》")
_BOOK_NAME = re.compile(
    r"(?:行动计划|行动方案|实施方案|工作方案|总体方案|改革方案|方案|规划纲要|规划|纲要|计划|行动)(?:（[^（）]{1,24}）)?(?:（[^（）]{1,12}）)?$"
)
_SET_OUT = re.compile(
    r"印发|出台|发布|制定|提出|审议|通过|公布|推出|明确|部署|实施|指出|要求|强调|启动|落实|编制|根据|按照|依据|对照"
)
_FORWARD = re.compile(r"(?:（|：|，?包括|，即|，分别是)(?:“)?")
_SPREAD = re.compile(r"”?，(?P<list>[^，。；：！？“”、]{2,14}(?:、[^，。；：！？“”、]{2,12}){1,12})(?=[。；，])")
_NO_PACKAGE = re.compile(r"^(?:要|把|将|让|使|以|用|对|在|从)|[把被]|[和与及]行动$")
"""What stands between a verb and 行动 in a clause with an object of its own: 提出 要把思想和行动 统一到…"""
_DEFINED = re.compile(r"”，?(?:就是|即|是指|指的是|分别是|是)(?P<list>[^，。；：！？“”]{2,60})")
"""After a slogan: what it stands for (“两手抓”就是抓生产、抓安全)."""
_SLOGAN = re.compile(r"(?P<n>[二两三四五六七八九十])(?:个|大|项)?(?![个大项农])[\u4e00-\u9fff]{2,4}")
_DOCTRINE = re.compile("意识|自信|维护|确立|代表|全面|服从|务必|坚持|基本")
"""Slogans of doctrine, which are no packages of work: “四个意识”."""
_HANDLE = re.compile(r"”为(?:总?抓手|主抓手|重要抓手|牵引|载体|路径|主线|引领|突破口|切入点)")
_HEADED = re.compile(r"(?P<n>[二两三四五六七八九十])(?:个|大|项)?(?P<word>[\u4e00-\u9fff]{2,3})")
_ORDINAL = r"(?:[一二三四五六七八九十]{1,2}(?:是|、)|（[一二三四五六七八九十]{1,2}）|第?[0-9]{1,2}[.、．])?"
_MEMBER = r"(?P<member>[^，。；、：！“”\s]{2,14})(?=[，。；、：！\s]|$)"
_OPENING = re.compile(rf"{_ORDINAL}(?P<first>[\u4e00-\u9fff]{{4,17}})(?=[，。；、：！\s]|$)")
SHORTEST_MEMBER = 2
SHORTEST_REST = 2
"""A package keeps more than so many characters before its head when a verb is cut off (not 质量推进 行动)."""
LONGEST_SPREAD = 400
"""The clauses that begin with the word of a slogan stand no further after it."""
_OCCASION = re.compile(r"[^，。；、]{0,14}(?:大会|动员会|推进会|部署会|座谈会|会议)")
"""After a package: it belongs to the name of a meeting (行动动员大会)."""
_SPAN = re.compile(r"为期[一二三四五六七八九十两\d]{1,3}年的")
_BARE_HEAD = r"行动计划|行动方案|专项行动|专项规划|攻坚战|行动(?!计划|方案|力|者|自觉|起来|员|指南|纲领|上)"
_MEASURES = re.compile(
    r"(?:提出|推出|明确|部署|设计|安排|包括|涵盖|实施|制定|共)(?:了)?[^。；]{0,24}?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:条|项)(?:具体|重点|主要|政策|战略)?(?:举措|措施|任务|行动)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "governed": re.compile(alternation("package_verb") + r"(?:了|好)?[^，。；：“”]{0,10}$"),
        "bare": re.compile(
            alternation("package_verb")
            + r"(?:了|好)?(?P<name>[^，。；：！？“”《》（）、]{2,32}?"
            + rf"(?:{_BARE_HEAD}|(?:[一二三四五六七八九十两\d]年|{alternation('plan_kind')})计划))"
        ),
        "verb": re.compile(alternation("package_verb") + "(?:了|好)?"),
        "leading": re.compile(rf"(?:和|并|及|与|或者?|等|新一轮|{alternation('package_verb')}(?:了|好)?){{0,4}}"),
        "generic": re.compile(alternation("generic_package")),
        "head": re.compile(alternation("package_head") + "|专项规划|行动方案"),
    }


def parse_initiatives(blocks: Sequence[Block], title: str, diagnostics: Diagnostics) -> list[Draft]:
    """Find the packages of work that a text sets out (drafts of `Initiative`), in order, each name once.

    Args:
        blocks: The paragraphs.
        title: The title, width-folded; a 《plan》 that it names is what the text is about.
        diagnostics: Takes declared counts that the lists do not meet.
    """
    found: list[Draft] = []
    names: set[str] = set()
    openings = _openings(blocks)
    for block in blocks:
        folded = block.folded
        if not any(
            word in folded for word in ("行动", "工程", "计划", "方案", "规划", "纲要", "个", "举措", "攻坚", "“")
        ):
            continue
        drafts = [
            *_counted(block, diagnostics),
            *_quoted(block),
            *_slogans(block, title),
            *_headed(block, openings),
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


def _draft(block: Block, name: Extent, count: int | None = None, members: Sequence[Extent] = ()) -> Draft:
    start, end = name
    return {
        "name": re.sub("[“”]", "", block.text[start:end]),
        "count": count,
        "members": [block.text[slice(*m)] for m in members],
        "span": (block.start + start, block.start + end),
    }


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
        governed = _patterns()["governed"].search(folded, max(0, opening - 16), opening)
        if listed:
            yield _draft(block, match.span(), count, members)
        elif governed and count >= 2 and match["head"] != "举措":
            if len(members) >= 3:
                message = f"{match[0]} declares {count}, and {len(members)} are listed"
                diagnostics.add("PP601", message, (block.start + members[0][0], block.start + match.end()))
            yield _draft(block, match.span(), count, members if len(members) >= 3 else ())
    for quoted in _QUOTED.finditer(folded):
        number = _COUNT_IN_NAME.match(quoted["name"])
        if number:
            count = parse_integer(number["n"]) or 0
            members = _members(folded, quoted.start(), quoted.end(), count)
            if count >= 2 and len(members) == count:
                yield _draft(block, quoted.span("name"), count, members)


def _members(folded: str, start: int, end: int, count: int) -> list[Extent]:
    """The list just before `start`, or just after `end`."""
    before = [] if folded[start - 1 : start] in "和与及" else _parallel(read_enumeration(folded, start))
    if len(before) == count or len(before) >= 3:
        return before
    forward = _FORWARD.match(folded, end)
    if forward:
        stop = re.search(r"[。；）]|等(?=[，。）])", folded[forward.end() : forward.end() + 300])
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


def _quoted(block: Block) -> Iterator[Draft]:
    """Slogans in quotation marks that name a package."""
    folded = block.folded
    governed = _patterns()["governed"]
    for quoted in _QUOTED.finditer(folded):
        name = quoted["name"]
        number = _COUNT_IN_NAME.match(name)
        count = parse_integer(number["n"]) if number else None
        after = _HEAD_AFTER.match(folded, quoted.end())
        is_governed = bool(governed.search(folded, max(0, quoted.start() - 16), quoted.start()))
        if _HEAD_IN.search(name) and (_SLOGAN_NUMBER.search(name) or is_governed):
            yield _draft(block, quoted.span("name"), count)
        elif after and (_SLOGAN_NUMBER.search(name) or is_governed):
            yield _draft(block, (quoted.start("name"), after.end()), count)
        elif _PAIRED.fullmatch(name) and _BUILT.match(folded, quoted.end()):
            yield _draft(block, quoted.span("name"))


def _slogans(block: Block, title: str) -> Iterator[Draft]:
    """Slogans that count what they stand for: as a handle of the work, or in the title with what they stand for."""
    folded = block.folded
    for quoted in _QUOTED.finditer(folded):
        slogan = _SLOGAN.fullmatch(quoted["name"])
        if slogan is None or _DOCTRINE.search(quoted["name"]):
            continue
        count = parse_integer(slogan["n"])
        defined = _DEFINED.match(folded, quoted.end() - 1)
        if defined and quoted["name"] in title and defined["list"].count("、") + 1 == count:
            at = defined.start("list")
            members = [(at + m.start(), at + m.end()) for m in re.finditer("[^、]+", defined["list"])]
            lengths = {end - start for start, end in members[:-1]}
            start, end = members[-1]
            members[-1] = (start, min(end, start + lengths.pop()) if len(lengths) == 1 else end)
            yield _draft(block, quoted.span("name"), count, members)
        elif _HANDLE.match(folded, quoted.end() - 1):
            yield _draft(block, quoted.span("name"), count)


def _openings(blocks: Sequence[Block]) -> dict[str, list[str]]:
    """What follows the first two, and the first three, characters of the paragraphs, by these characters."""
    openings: dict[str, list[str]] = {}
    for block in blocks:
        opening = _OPENING.match(block.folded)
        for length in (2, 3) if opening else ():
            word, member = opening["first"][:length], opening["first"][length:]  # type: ignore[index]
            if len(member) >= SHORTEST_MEMBER:
                openings.setdefault(word, []).append(member)
    return openings


def _headed(block: Block, openings: Mapping[str, list[str]]) -> Iterator[Draft]:
    """Slogans that count paragraphs or clauses which begin with their word: “三个抓实” with 抓实项目建设, ….

    Args:
        block: The paragraph.
        openings: How the paragraphs of the text go on, by the word that they begin with.
    """
    folded = block.folded
    for quoted in _QUOTED.finditer(folded):
        slogan = _HEADED.fullmatch(quoted["name"])
        if slogan is None or _DOCTRINE.search(slogan["word"]):
            continue
        count = parse_integer(slogan["n"]) or 0
        members = openings.get(slogan["word"], [])
        if len(members) != count:
            clause = re.compile(rf"(?<=[，。；、：]){_ORDINAL}{slogan['word']}{_MEMBER}")
            members = [m["member"] for m in clause.finditer(folded, quoted.end(), quoted.end() + LONGEST_SPREAD)]
        if len(members) == count == len(set(members)):
            yield _draft(block, quoted.span("name"), count) | {"members": members}


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
            yield _draft(block, book.span("name"))


def _bare(block: Block) -> Iterator[Draft]:
    """Packages named after a verb, without quotation marks."""
    folded = block.folded
    patterns = _patterns()
    at = 0
    while match := patterns["bare"].search(folded, at):
        start, end = match.span("name")
        at = end
        span = _SPAN.match(folded, start)
        if span:
            start = span.end()
        start = patterns["leading"].match(folded, start, end).end()  # type: ignore[union-attr]
        de = folded.rfind("的", start, end)
        if de >= 0:
            start = de + 1
        start = _after_inner_verb(folded, start, end)
        name = folded[start:end]
        if _OCCASION.match(folded, end) or _NO_PACKAGE.search(name):
            continue
        rest = patterns["generic"].sub("", patterns["head"].sub("", name))
        rest = re.sub(r"[一二三四五六七八九十\d]", "", rest)
        if len(rest) >= 2 and end - start >= 5:
            yield _draft(block, (start, end))


def _after_inner_verb(folded: str, start: int, end: int) -> int:
    """Where the name begins after a verb that governs it: 全省实施 国土绿化提速行动."""
    for verb in _patterns()["verb"].finditer(folded, start, end):
        rest = _patterns()["head"].sub("", folded[verb.end() : end])
        if len(rest) > SHORTEST_REST:
            start = verb.end()
    return start
