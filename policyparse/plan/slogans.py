"""Slogans that count what they stand for (口号): “三个抓实” with paragraphs or clauses that begin with its word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.plan.naming import Paragraph

_ORDINAL = f"[{SMALL_ORDINAL}]"
_SHORTEST_OPENING = 2
SPREAD_LENGTH = 400
"""The clauses that begin with the word of a slogan stand no further after it, in characters."""
_HEADED_LENGTHS = (2, 3)
QUOTED = pattern(
    r"“(?P<name>[^“”，。；！？]{2,14})”",
    matches=[("实施“双百行动”", {"name": "双百行动"})],
    rejects=["“好”", "“甲，乙”", "“坚持以人民为中心的发展思想不动摇”。"],
)
SLOGAN = pattern(
    r"(?P<n>(?!一)(?&digit))(?:个|大|项)?(?![个大项农])(?P<word>[\u4e00-\u9fff]{2,4})",
    method="fullmatch",
    digit=f"[{SMALL_ORDINAL}两]",
    matches=[("两链融合", {"n": "两"}), ("三个提升", {"n": "三", "word": "提升"}), "十项行动", "三大工程"],
    rejects=["三农工作", "提升", "三个大升级", "三北", "九项农业", "一个中心", "三个服务型机关"],
)
DOCTRINE = pattern(
    r"意识|自信|维护|确立|代表|四个全面|服从|务必|坚持|基本",
    matches=["四个意识", "两个维护", "四个全面", "自信", "确立", "服从", "基本", "坚持", "务必", "代表"],
    rejects=["三个提升", "两链融合", "六个全面"],
)
"""Slogans of doctrine, which are no packages of work."""
_ITEM_MARK = r"(?:(?&o){1,2}(?:是|、)|（(?&o){1,2}）|第?[0-9]{1,2}[.、．])?".replace("(?&o)", _ORDINAL)
_MEMBER = r"(?P<member>[^，。；、：！“”\s]{2,14})(?=[，。；、：！\s]|$)"
_OPENING = pattern(
    r"(?&mark)(?P<first>[\u4e00-\u9fff]{4,17})(?=[，。；、：！\s]|$)",
    method="match",
    mark=_ITEM_MARK,
    matches=[
        *(("一是抓实项目建设。", {"first": "抓实项目建设"}), ("抓实产业，", {"first": "抓实产业"}), "1.安全第一"),
        *("（一）基本原则", "第1.安全第一"),
    ],
    rejects=[
        *("抓实，", "3个项目", "、重点任务", "在期间的\u0000\u0000", "二十三、重点任务", "（）重点任务"),
        *("350.安全第一", "（二十三）重点任务", "全县上下坚持以高质量发展统揽经济社会发展全局"),
    ],
)


@dataclass(frozen=True, slots=True)
class Package:
    """What a text says of a package: its declared count and its members."""

    count: int | None = None
    members: tuple[str, ...] = ()


Named = Iterator[tuple[Extent, Package]]


def find_openings(paragraphs: Sequence[Paragraph]) -> dict[str, list[str]]:
    """What follows the first two, and the first three, characters of the paragraphs, by these characters."""
    openings: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        opening = _OPENING.match(paragraph.folded)
        for length in _HEADED_LENGTHS if opening else ():
            word, member = opening["first"][:length], opening["first"][length:]  # type: ignore[index]
            if len(member) >= _SHORTEST_OPENING:
                openings.setdefault(word, []).append(member)
    return openings


def find_headed(paragraph: Paragraph, openings: Mapping[str, list[str]]) -> Named:
    """Slogans that count paragraphs or clauses which begin with their word: “三个抓实” with 抓实项目建设, …."""
    folded = paragraph.folded
    for quoted in QUOTED.finditer(folded):
        slogan = SLOGAN.fullmatch(quoted["name"])
        if slogan is None or DOCTRINE.search(quoted["name"]):
            continue
        count, word = parse_integer(slogan["n"]) or 0, slogan["word"]
        members = openings.get(word, [])
        if len(members) != count:
            clause = re.compile(rf"(?<=[，。；、：]){_ITEM_MARK}{word}{_MEMBER}")
            spread = clause.finditer(folded, quoted.end(), quoted.end() + SPREAD_LENGTH)
            members = [found["member"] for found in spread]
        if len(members) == count == len(set(members)):
            yield quoted.span("name"), Package(count, tuple(members))
