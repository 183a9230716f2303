"""Administrative divisions by name and by GB/T 2260 code (行政区划)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policyparse.knowledge.words import any_of


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


_PEOPLES = (
    "朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族"
    "|回族|蒙古族|蒙古|柯尔克孜|哈萨克|维吾尔"
)
_AUTONOMOUS = re.compile(rf"(.{{2,5}}?)(?:{_PEOPLES}){{0,3}}(?:自治州|自治区|特别行政区|地区|省|市|盟)$")
_SUFFIX = re.compile("[省市区县旗州盟]")
_LONGEST = 15
_OTHER_LEVEL = re.compile("[区县旗]")
_NOT_AFTER_SHORT = re.compile(r"路|街|道|大道|大学|北路|南路|舰")


@cache
def _gazetteer() -> _Gazetteer:
    by_code: dict[str, str] = {}
    text = (files("policyparse.language") / "regions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, name, *counties = line.split("\t")
        if name:
            by_code[code] = name
        for county in counties:
            by_code[code[:4] + county[:2]] = county[2:]
    names: defaultdict[str, list[str]] = defaultdict(list)
    provinces: dict[str, str] = {}
    prefectures: dict[str, str] = {}
    for code, name in by_code.items():
        names[name].append(code)
        short = _AUTONOMOUS.fullmatch(name) if code.endswith("00") else None
        if short and code.endswith("0000"):
            provinces[short[1]] = code
        elif short:
            prefectures[short[1]] = code
            if name.endswith("自治州"):
                names[short[1] + "州"].append(code)
    for short_name in provinces:
        prefectures.pop(short_name, None)
    endings = frozenset(name[-2:] for name in names)
    return _Gazetteer(by_code, {name: tuple(codes) for name, codes in names.items()}, provinces, prefectures, endings)


@cache
def _short_names() -> re.Pattern[str]:
    gazetteer = _gazetteer()
    return re.compile(any_of((*gazetteer.provinces, *gazetteer.prefectures)))


@cache
def _short_provinces() -> re.Pattern[str]:
    return re.compile(any_of(_gazetteer().provinces))


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
    gazetteer = _gazetteer()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for suffix in _SUFFIX.finditer(folded):
        end = suffix.end()
        if folded[end - 2 : end] not in gazetteer.endings:
            continue
        for start in range(max(0, end - _LONGEST), end - 1):
            codes = gazetteer.by_name.get(folded[start:end])
            if codes:
                found.append((start, end, codes))
                break
    shorts = _short_names() if short_prefectures else _short_provinces()
    for short in shorts.finditer(folded):
        code = gazetteer.provinces.get(short[0]) or gazetteer.prefectures[short[0]]
        other = short[0] not in gazetteer.provinces and _OTHER_LEVEL.match(folded, short.end())
        if not other and not _NOT_AFTER_SHORT.match(folded, short.end()):
            found.append((short.start(), short.end(), (code,)))
    found.sort(key=lambda f: (f[0], -f[1]))
    last_end, context = 0, None
    for start, end, codes in found:
        if start < last_end:
            continue
        candidates = [Division(code, gazetteer.by_code[code]) for code in codes]
        if len(candidates) > 1:
            candidates = [d for d in candidates if context and context.contains(d)]
        if len(candidates) != 1:
            continue
        last_end = end
        if context is None or not candidates[0].contains(context):
            context = candidates[0]
        yield RegionMention(start, end, candidates[0])


def match_region(folded: str) -> Division | None:
    """The division that a short text (a title, the name of a body or outlet) is about, None where it names none.

    The first that it names, or the smallest of those that follow inside it: 福建省厦门市 is Xiamen.

    Args:
        folded: Width-folded text.
    """
    chosen: Division | None = None
    for mention in find_regions(folded, short_prefectures=True):
        if chosen is None or chosen.contains(mention.division):
            chosen = mention.division
        else:
            break
    return chosen
