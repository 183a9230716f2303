"""Administrative divisions by name and by GB/T 2260 code (行政区划)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policyparse.knowledge import pattern
from policyparse.knowledge.lexicon import any_of


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

_SUFFIX = re.compile("[省市区县旗州盟]")
_NAME_LENGTH = 15
"""Maximum length of the name of a division, in characters."""

_SHORT_NAME_LENGTH = 2
_WORDS_FOR_NAMES = "区县旗"
"""A name of two characters that ends so is a word too (西区, 矿区), or the end of a longer name."""

_EDGE = pattern(r"(?&regions.edges)$", matches=["推进", "走进"], rejects=["推进的人"])
_EDGE_LENGTH = 2
"""Maximum length of a word of `edges`, in characters."""

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
            provinces[short["short"]] = code
        elif short:
            prefectures[short["short"]] = code
            if name.endswith("自治州"):
                names[short["short"] + "州"].append(code)
    for short_name in provinces:
        prefectures.pop(short_name, None)
    endings = frozenset(name[-2:] for name in names)
    return _Gazetteer(by_code, {name: tuple(codes) for name, codes in names.items()}, provinces, prefectures, endings)


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
    by_code = _gazetteer().by_code
    last_end, context = 0, None
    for start, end, codes in found:
        if start < last_end:
            continue
        follows = bool(last_end) and start == last_end
        chosen = _choose([Division(code, by_code[code]) for code in codes], context)
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
