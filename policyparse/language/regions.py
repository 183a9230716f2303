"""Administrative divisions by name and by GB/T 2260 code (行政区划)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policyparse.knowledge import pattern
from policyparse.knowledge.lexicon import any_of
from policyparse.language.bodies import body_endings


@dataclass(frozen=True, slots=True)
class Division:
    """A province, prefecture or county.

    Attributes:
        code: Its GB/T 2260 code, six digits.
        name: Its full name.
    """

    code: str
    name: str

    def contains(self, other: "Division") -> bool:
        """Whether the other division lies in this one (or is this one)."""
        significant = self.code[:2] if self.code.endswith("0000") else self.code.removesuffix("00")
        return other.code.startswith(significant)


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A division that a text names.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        division: The division.
    """

    start: int
    end: int
    division: Division


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    by_code: dict[str, str]
    by_name: dict[str, tuple[str, ...]]
    provinces: dict[str, str]
    prefectures: dict[str, str]
    endings: frozenset[str]
    """The last two characters of each name."""
    former: frozenset[str]
    """Names that no division has today."""


_AUTONOMOUS = pattern(
    r"(?P<short>.{2,5}?)(?P<peoples>(?&regions.peoples){0,3})(?:自治州|自治区|特别行政区|地区|省|市|盟)",
    method="fullmatch",
    matches=[
        ("青禾土家族苗族自治州", {"short": "青禾"}),
        ("青禾藏族羌族彝族自治州", {"short": "青禾", "peoples": "藏族羌族彝族"}),
        *(("青禾自治区", {"short": "青禾"}), ("青禾特别行政区", {"short": "青禾"}), ("青禾地区", {"short": "青禾"})),
        *(("青禾省", {"short": "青禾"}), ("望川江口市", {"short": "望川江口"}), ("青禾盟", {"short": "青禾"})),
    ],
    rejects=["青禾县", "青市", "望川江口新城市", "望川江口市藏族羌族彝族苗族自治州"],
)
"""A full name and the short one in it."""

_SUFFIX = pattern(
    "[省市区县旗州盟]", matches="青禾省 青禾市 青禾区 青禾县 青禾旗 青禾州 青禾盟".split(), rejects=["青禾", "青禾镇"]
)
_NAME_LENGTH = 15
"""Maximum length of the name of a division, in characters."""

_SHORT_NAME_LENGTH = 2
_WORDS_FOR_NAMES = "区县旗"
"""A name of two characters that ends so is a word too (西区, 矿区), or the end of a longer name."""

_EDGE = pattern(r"(?&regions.edges)$", matches=["推进", "走进"], rejects=["推进的人"])
_EDGE_LENGTH = 2
"""Maximum length of a word of `edges`, in characters."""

_EDGE_WORD = pattern(r"(?&regions.edges)", matches=["加快推进"], rejects=["云岫"])

_ORGANIZATION = pattern(
    r"(?P<stem>[^，。；、：\s《》“”政府]{1,12}?)(?:有限|股份|责任){0,3}(?:(?!.企)(?&names)(?<!企业)|股份|有限|证券|药业|实业)",
    names=lambda: body_endings("company", "school"),
    method="match",
    matches=[
        *("云岫公司项目", ("云岫科技有限责任公司", {"stem": "云岫科技"}), "云岫集团", "云岫厂", "职业技术学院"),
        *("农商银行", "云岫中学", ("云岫股份有限公司", {"stem": "云岫"}), "云岫证券", "云岫药业", "云岫实业"),
        *(("云岫股份", "云岫股份"), "云岫有限", ("云岫有限有限股份有限厂", "云岫有限有限股份有限")),
        *(("由市民认股份民企", "由市民认股份"), ("云岫科技有限责任公司", "云岫科技有限责任公司")),
    ],
    rejects=[
        *("，云岫公司", "人民政府关于云岫公司的批复", "加快产业升级", "民营企业促进条例", "国企改革", "厂"),
        *("云政厂", "云府厂", "云岫新能源汽车动力电池回收利用厂"),
    ],
)
"""The rest of the name of an organization behind the division with which it begins."""

_AREA = pattern(
    r"(?&regions.areas)|(?&regions.new_areas)新区",
    matches=["河北雄安新区", "京津冀协同发展", "兰州新区总体方案"],
    rejects=["浦东新区", "兰州市", "河北省新区"],
)
"""An area that is no division: it lies in several, or has a committee of its own."""

_AFTER_SHORT = pattern(
    r"[东南西北中]?路|大?道|街|大学|舰|久安|时数",
    method="match",
    matches=["路", "中路", "东路", "南路", "西路", "北路", "大道", "道", "街", "大学", "舰", "久安", "时数"],
    rejects=["中部", "学会", "市", "时报"],
)
"""What makes another word of a short name: 济南路, 长治久安."""


@cache
def _gazetteer() -> _Gazetteer:
    by_code: dict[str, str] = {}
    for code, name, *counties in _rows("regions.tsv"):
        if name:
            by_code[code] = name
        for county in counties:
            by_code[code[:4] + county[:2]] = county[2:]
    former = [(code, name) for code, name in _rows("regions_former.tsv")]
    names: defaultdict[str, list[str]] = defaultdict(list)
    provinces: dict[str, str] = {}
    prefectures: dict[str, str] = {}
    for code, name in by_code.items():
        names[name].append(code)
        short = _AUTONOMOUS.fullmatch(name) if code.endswith("00") else None
        if short and code.endswith("0000"):
            provinces[short["short"]] = code
        elif short:
            prefectures[short["short"]] = code
            if name.endswith("自治州"):
                names[short["short"] + "州"].append(code)
    for code, name in former:
        names[name].append(code)
    for short_name in provinces:
        prefectures.pop(short_name, None)
    return _Gazetteer(
        by_code={**dict(former), **by_code},
        by_name={name: tuple(codes) for name, codes in names.items()},
        provinces=provinces,
        prefectures=prefectures,
        endings=frozenset(name[-2:] for name in names),
        former=frozenset(name for _, name in former),
    )


def _rows(table: str) -> Iterator[list[str]]:
    """The rows of a table beside this module."""
    text = (files("policyparse.language") / table).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


_SHORT = pattern(
    r"(?&name)",
    name=lambda: any_of((*_gazetteer().provinces, *_gazetteer().prefectures)),
    matches=[("山东济南", "山东"), "济南日报"],
    rejects=["青禾"],
)
_SHORT_PROVINCE = pattern(
    r"(?&name)",
    name=lambda: any_of(_gazetteer().provinces),
    matches=["山东"],
    rejects=["济南"],
)


def division(code: str) -> Division | None:
    """The division of a code, None where there is none.

    Args:
        code: A GB/T 2260 code, six digits.
    """
    name = _gazetteer().by_code.get(code)
    return Division(code, name) if name else None


def find_regions(folded: str, *, short_prefectures: bool = False) -> Iterator[RegionMention]:
    """Find the divisions that a text names, in order.

    A full name (浦东新区, 恩施土家族苗族自治州, 恩施州) or the short name of a province (山东). Of divisions
    that share a name (朝阳区) the one that lies in the division named before it is meant; where none does, it is
    left out.

    Args:
        folded: Width-folded text.
        short_prefectures: Whether short names of prefectures count too (济南, 恩施): right for titles and names of
            bodies, too bold for running text, where 东方 and 白银 are words.
    """
    found = sorted([*_full_names(folded), *_short_names(folded, short_prefectures)], key=lambda f: (f[0], -f[1]))
    by_code, former = _gazetteer().by_code, _gazetteer().former
    last_end, context = 0, None
    for start, end, codes in found:
        if start < last_end:
            continue
        follows = bool(last_end) and start == last_end
        printed = folded[start:end]
        name = printed if printed in former else None  # 襄樊市 has the code of 襄阳市
        chosen = _choose([Division(code, name or by_code[code]) for code in codes], context)
        if chosen is None or (
            not (follows and context and context.contains(chosen)) and not _at_edge(folded, start, end)
        ):
            continue
        last_end = end
        if context is None or not chosen.contains(context):
            context = chosen
        yield RegionMention(start, end, chosen)


def holds_people(name: str) -> bool:
    """Whether the full name of a division holds the name of a people."""
    found = _AUTONOMOUS.fullmatch(name)
    return found is not None and bool(found["peoples"])


def names_region(text: str) -> bool:
    """Whether a text names a division."""
    return next(find_regions(text), None) is not None


_Candidate = tuple[int, int, tuple[str, ...]]


def _full_names(folded: str) -> Iterator[_Candidate]:
    """The full names of a text, the longest at each suffix, with the codes of the divisions that have it."""
    gazetteer = _gazetteer()
    for suffix in _SUFFIX.finditer(folded):
        end = suffix.end()
        if folded[end - 2 : end] not in gazetteer.endings:
            continue
        for start in range(max(0, end - _NAME_LENGTH), end - 1):
            codes = gazetteer.by_name.get(folded[start:end])
            if codes:
                yield start, end, codes
                break


def _short_names(folded: str, short_prefectures: bool) -> Iterator[_Candidate]:
    """The short names of a text: of provinces, and of prefectures on demand, where they are at an edge."""
    gazetteer = _gazetteer()
    for short in (_SHORT if short_prefectures else _SHORT_PROVINCE).finditer(folded):
        start, end = short.span()
        if _AFTER_SHORT.match(folded, end):
            continue
        if short[0] in gazetteer.provinces:
            yield start, end, (gazetteer.provinces[short[0]],)
        elif folded[end : end + 1] not in tuple(_WORDS_FOR_NAMES):
            yield start, end, (gazetteer.prefectures[short[0]],)


def _choose(candidates: list[Division], context: Division | None) -> Division | None:
    """The one division of a name; of several the one that lies in the division named before."""
    if len(candidates) > 1:
        candidates = [candidate for candidate in candidates if context and context.contains(candidate)]
    return candidates[0] if len(candidates) == 1 else None


def _at_edge(folded: str, start: int, end: int) -> bool:
    """Whether a name is no rest of a longer one: nothing Chinese stands before it, or a word that names follow.

    A long name, and the short one of a province, is recognised behind any character.
    """
    if end - start > _SHORT_NAME_LENGTH or folded[start:end] in _gazetteer().provinces:
        return True
    before = folded[max(0, start - _EDGE_LENGTH) : start]
    at_edge = not before or not "\u4e00" <= before[-1] <= "\u9fff" or _EDGE.search(before) is not None
    return at_edge and folded[end - 1] != "区"


def match_region(folded: str) -> Division | None:
    """The division that a short text (a title, the name of a body or outlet) is about, None where it names none.

    Args:
        folded: Width-folded text.
    """
    mention = match_region_mention(folded)
    return None if mention is None else mention.division


def match_region_mention(folded: str) -> RegionMention | None:
    """The division that a short text is about, with its place, None where it names none.

    The first that it names, or the smallest of those that follow inside it: 福建省厦门市 is Xiamen. An area that is no
    division, or lies in several, is none (河北雄安新区, 京津冀), and neither is the place in the name of a company.

    Args:
        folded: Width-folded text.
    """
    chosen: RegionMention | None = None
    area = _AREA.search(folded)
    for mention in find_regions(folded, short_prefectures=True):
        if area is not None and mention.start >= area.start():
            break
        if names_organization(folded, mention):
            continue
        if chosen is not None and not chosen.division.contains(mention.division):
            break
        chosen = mention
    if area is not None and (chosen is None or area.start() <= chosen.end):
        return None
    return chosen


def names_organization(folded: str, mention: RegionMention) -> bool:
    """Whether a division is named only in the name of a company, a school or the like: 湖北云岫公司.

    Args:
        folded: Width-folded text.
        mention: The division.
    """
    named = _ORGANIZATION.match(folded, mention.end)
    return named is not None and not _EDGE_WORD.search(named["stem"])


def is_area(folded: str) -> bool:
    """Whether a text opens with an area that is no division: 京津冀, 雄安新区.

    Args:
        folded: Width-folded text.
    """
    return _AREA.match(folded) is not None
