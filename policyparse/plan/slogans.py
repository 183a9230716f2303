"""Slogans that name a package of work (口号): “双百行动”, “六链五群”, “三个抓实”.

slogan ::= “ number noun ” head?            “双百行动”, “双100”行动
| “ number ("个" | "大")? word ”    with as many paragraphs or clauses that begin with the word
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, NUMBER, PLURAL, SMALL_ORDINAL
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Block

QUOTED = pattern(
    r"“(?P<name>[^“”，。；！？]{2,14})”", rejects=["“公”", "“公园里的树木由市民认养青禾县3”"], matches=["“公园里的树”"]
)
COUNT_IN_NAME = pattern(
    rf"(?P<n>[{SMALL_ORDINAL}]{{1,3}}|[0-9]{{1,2}})[大项个](?=[\u4e00-\u9fff]{{2}})",
    method="match",
    matches=["一个园里", "3个公园", "3大公园", "3项公园"],
    rejects=["个公园", "一一二一个园里", "333个公园", "3个公"],
)
_SLOGAN_NUMBER = pattern(
    rf"双百|双千|双万|双[0-9]{{2,4}}|[{NUMBER}]{{1,4}}[项大个]|^[百千万]{{1,3}}",
    matches=[
        *("双百", "双千", "双万", "双33", ("双33333", "双3333"), "3个", ("3○一二廿大", "○一二廿大"), "3项", "万"),
        ("万千百万", "万千百"),
    ],
    rejects=["双3", "个", "甲千"],
)
_PAIRED = pattern(
    rf"[{PLURAL}0-9][\u4e00-\u9fff]{{1,2}}[{SMALL_ORDINAL}0-9][\u4e00-\u9fff]{{1,2}}",
    method="fullmatch",
    rejects=["3一二", "3处区试一二", "3处一区试行"],
    matches=["3处区九试行"],
)
_HEAD_IN = pattern(
    r"(?:行动计划|行动|工程|计划|攻坚战|专项)$",
    matches=[("行动计划", "行动计划"), "行动", "工程", "计划", "攻坚战", "专项"],
    rejects=["专项甲"],
)
_HEAD_AFTER = pattern(
    r"[\u4e00-\u9fff]{0,4}?(?:行动计划|行动|工程|计划)(?!力|者|自觉|起来|的|师)",
    method="match",
    matches=["公工程", "工程", ("行动计划", "行动计划"), "行动", "计划"],
    rejects=["公园里的树工程", "工程力", "工程者", "工程自觉", "工程起来", "工程的", "工程师"],
)
_BUILT = pattern(
    r"建设|布局|体系|格局|协同", method="match", matches=["建设", "布局", "体系", "格局", "协同"], rejects=["公园"]
)
_DEFINED = pattern(
    r"”，?(?:就是|即|是指|指的是|分别是|是)(?P<list>[^，。；：！？“”]{2,60})",
    method="match",
    matches=[
        *("”，即园里", "”即园里", "”就是公园", ("”是指公园", {"list": "公园"}), "”指的是公园", "”分别是公园"),
        "”是公园",
        (
            "”即园里的树木由市民认养青禾县3处A区（试行）一二、年月日公园里的树木由市民认养青禾县3处A区（试行）一二、年月日公园里的树木",
            "”即园里的树木由市民认养青禾县3处A区（试行）一二、年月日公园里的树木由市民认养青禾县3处A区（试行）一二、年月日公园里的树",
        ),
    ],
    rejects=["”即园"],
)
"""After a slogan: what it stands for (“两手抓”就是抓生产、抓安全)."""

_SLOGAN = pattern(
    rf"(?P<n>[{PLURAL}])[个大项]?(?![个大项农])[{HAN}]{{2,4}}",
    method="fullmatch",
    matches=["七个园里", "七公园", "七大公园", "七项公园"],
    rejects=["七个由", "七大树", "七项树", "七农树", "七公园里的树"],
)
_DOCTRINE = pattern(
    "意识|自信|维护|确立|代表|全面|服从|务必|坚持|基本",
    matches=["意识", "自信", "维护", "确立", "代表", "全面", "服从", "务必", "坚持", "基本"],
    rejects=["公园"],
)
"""Slogans of doctrine, which are no packages of work: “四个意识”."""

_HANDLE = pattern(
    r"”为(?:总?抓手|主抓手|重要抓手|牵引|载体|路径|主线|引领|突破口|切入点)",
    method="match",
    matches=[
        *("”为抓手", "”为总抓手", "”为主抓手", "”为重要抓手", "”为牵引", "”为载体", "”为路径", "”为主线", "”为引领"),
        *("”为突破口", "”为切入点"),
    ],
    rejects=["公园"],
)
_HEADED = pattern(
    rf"(?P<n>[{PLURAL}])[个大项]?(?P<word>[{HAN}]{{2,3}})",
    method="fullmatch",
    matches=["七个公园里", "七公园", "七大公园了", "七项公园了"],
    rejects=["七公", "七公园里的"],
)
_ORDINAL = pattern(
    rf"(?:[{SMALL_ORDINAL}]{{1,2}}(?:是|、)|（[{SMALL_ORDINAL}]{{1,2}}）|第?[0-9]{{1,2}}[.、．])?",
    method="fullmatch",
    matches=["3.", "一、", "一是", "（一）", "第3.", ""],
    rejects=["、", "一一二、", "（）", "（一一八）", "333."],
)
_MEMBER = r"(?P<member>[^，。；、：！“”\s]{2,14})(?=[，。；、：！\s]|$)"
_OPENING = pattern(
    r"(?&ordinal)(?P<first>[\u4e00-\u9fff]{4,17})(?=[，。；、：！\s]|$)",
    ordinal=_ORDINAL,
    method="match",
    rejects=["公园里", "公园里的树木由市民认养青禾县处区试行"],
    matches=["公园里的！", "公园里的"],
)
MEMBER_LENGTH = 2
"""Minimum length of the member of a slogan, in characters."""

SPREAD_LENGTH = 400
"""Maximum distance from a slogan to the clauses that begin with its word, in characters."""

GOVERNED = pattern(
    r"(?&plans.package_verb)[^，。；：“”]{0,10}$",
    matches=["出台", "出台的"],
    rejects=["出台园里的树木由市民认养青"],
)


def package_draft(block: Block, name: Extent, count: int | None = None, members: Sequence[Extent] = ()) -> Draft:
    """A draft of `Initiative`.

    Args:
        block: The paragraph.
        name: Place of its name in the paragraph.
        count: How many members the text declares.
        members: Their places in the paragraph.
    """
    start, end = name
    return {
        "name": re.sub("[“”]", "", block.text[start:end]),
        "count": count,
        "members": [block.text[slice(*m)] for m in members],
        "span": (block.start + start, block.start + end),
    }


def quoted_packages(block: Block) -> Iterator[Draft]:
    """Slogans in quotation marks that name a package."""
    folded = block.folded
    for quoted in QUOTED.finditer(folded):
        name = quoted["name"]
        number = COUNT_IN_NAME.match(name)
        count = parse_integer(number["n"]) if number else None
        after = _HEAD_AFTER.match(folded, quoted.end())
        is_governed = bool(GOVERNED.search(folded, max(0, quoted.start() - 16), quoted.start()))
        if _HEAD_IN.search(name) and (_SLOGAN_NUMBER.search(name) or is_governed):
            yield package_draft(block, quoted.span("name"), count)
        elif after and (_SLOGAN_NUMBER.search(name) or is_governed):
            yield package_draft(block, (quoted.start("name"), after.end()), count)
        elif _PAIRED.fullmatch(name) and _BUILT.match(folded, quoted.end()):
            yield package_draft(block, quoted.span("name"))


def slogans(block: Block, title: str) -> Iterator[Draft]:
    """Slogans that count what they stand for: as a handle of the work, or in the title with what they stand for."""
    folded = block.folded
    for quoted in QUOTED.finditer(folded):
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
            yield package_draft(block, quoted.span("name"), count, members)
        elif _HANDLE.match(folded, quoted.end() - 1):
            yield package_draft(block, quoted.span("name"), count)


def openings_of(blocks: Sequence[Block]) -> dict[str, list[str]]:
    """What follows the first two, and the first three, characters of the paragraphs, by these characters."""
    openings: dict[str, list[str]] = {}
    for block in blocks:
        opening = _OPENING.match(block.folded)
        for length in (2, 3) if opening else ():
            word, member = opening["first"][:length], opening["first"][length:]  # type: ignore[index]
            if len(member) >= MEMBER_LENGTH:
                openings.setdefault(word, []).append(member)
    return openings


def headed_packages(block: Block, openings: Mapping[str, list[str]]) -> Iterator[Draft]:
    """Slogans that count paragraphs or clauses which begin with their word: “三个抓实” with 抓实项目建设, ….

    Args:
        block: The paragraph.
        openings: How the paragraphs of the text go on, by the word that they begin with.
    """
    folded = block.folded
    for quoted in QUOTED.finditer(folded):
        slogan = _HEADED.fullmatch(quoted["name"])
        if slogan is None or _DOCTRINE.search(slogan["word"]):
            continue
        count = parse_integer(slogan["n"]) or 0
        members = openings.get(slogan["word"], [])
        if len(members) != count:
            clause = re.compile(rf"(?<=[，。；、：]){_ORDINAL.pattern}{slogan['word']}{_MEMBER}")
            members = [m["member"] for m in clause.finditer(folded, quoted.end(), quoted.end() + SPREAD_LENGTH)]
        if len(members) == count == len(set(members)):
            yield package_draft(block, quoted.span("name"), count) | {"members": members}
