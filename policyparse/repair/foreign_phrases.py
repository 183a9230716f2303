"""Phrases that are not of the text: search-engine spam, told by what it is made of and how it is joined.

phrase ::= brand? token (gap? token)+        token ::= spam word | letters and digits | joint
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_REPEATED, _ALONE, _DOUBTFUL = 5.0, 7.0, 3.0
"""Least weight of a phrase that is repeated, of one that stands once, and of one that may be none."""

_SELDOM = (
    *("官网", "官方", "网址", "网站", "登录", "登陆", "下载", "手机版", "最新版", "客户端", "入口"),
    *("娱乐", "体育", "彩票", "游戏", "直播", "国际"),
)
"""Words of sports and the web that open a suspicious stretch; the others are too frequent in clean texts."""

_SUSPECTS = 6
"""How many different suspicious stretches are looked at."""

_USUAL = frozenset({"app", "apps", "web", "pc", "ai", "it", "ip", "id", "wifi", "vip", "ios", "ott", "iptv", "g"})
_JOINTS = "_＿·・|｜）)"
_LATIN = re.compile("[A-Za-z_＿·・][A-Za-z_＿·・]*")  # not +: a pattern that begins with a class is sought faster
_WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w./?=&%#-]{2,200}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|cn|net|org|gov)\b"
)


@dataclass(frozen=True, slots=True)
class ForeignPhrase:
    """A stretch that looks like spam, without its brand where that is no word of spam.

    Attributes:
        core: The stretch.
        weight: Weight of its words and joints together.
        joined: Whether it is joined as no prose is, or has words enough.
    """

    core: str
    weight: float
    joined: bool

    def is_spam(self, times: int) -> bool:
        """Whether its shape and its repetition leave no doubt."""
        return self.joined and self.weight >= (_REPEATED if times > 1 else _ALONE)


def find_foreign_phrases(text: str) -> Iterator[ForeignPhrase]:
    """Find stretches that are made of spam vocabulary.

    Args:
        text: Text as printed; width does not matter.
    """
    end = 0
    for anchor in _anchors(text):
        if anchor < end:
            continue
        line = max(text.rfind("\n", max(0, anchor - 40), anchor) + 1, anchor - 40, end)
        for match in _patterns()[1].finditer(text, line, anchor + 60):
            if match.end() <= anchor:
                continue
            phrase = _weigh(match[0])
            if phrase is not None:
                yield phrase
                end = match.end()
            break


def find_suspects(text: str, times: int) -> list[str]:
    """Find the stretches of spam vocabulary that stand so often that they may be the trace of a phrase.

    Args:
        text: Text as printed.
        times: How often a stretch stands at least.

    Returns:
        Stretches of one word or several without a gap, the most frequent first. Alone they prove nothing: a clean
        text may be about websites.
    """
    found = Counter(_suspicious().findall(text))
    return [core for core, n in found.most_common(_SUSPECTS) if n >= times]


@cache
def _vocabulary() -> dict[str, float]:
    """Weight of each word of spam vocabulary."""
    lexicon = tomllib.loads((files("policyparse.repair") / "foreign_phrases.toml").read_text(encoding="utf-8"))
    weights = {"betting": 3.0, "sports": 2.0, "web": 1.5}
    return {word: weights[group] for group, entry in lexicon.items() for word in entry["words"]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The tokens of a phrase, and the whole."""
    words = "|".join(sorted(_vocabulary(), key=len, reverse=True))
    token = rf"{words}|[A-Za-z0-9]{{1,20}}|[_＿·・|｜]|(?<=[\u4e00-\u9fffA-Za-z])[)）]"
    gap = r"(?:(?![的了是在和与及或被将把从对为不等])[\u4e00-\u9fff（()）])"
    run = rf"(?:{token})(?:{gap}{{0,4}}?(?:{token})){{1,24}}"
    return re.compile(token), re.compile(run)


@cache
def _suspicious() -> re.Pattern[str]:
    """A word that clean texts seldom repeat, and the words of spam around it."""
    words = "|".join(sorted(_vocabulary(), key=len, reverse=True))
    seldom = "|".join([*(word for word, weight in _vocabulary().items() if weight == 3.0), *_SELDOM])
    return re.compile(rf"(?:{seldom})(?:{words}|[A-Za-z0-9]{{1,20}})*")


@cache
def _betting() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of betting, and brackets after words of sports and the web: two patterns, for each has a fast start."""
    hard = "|".join(word for word, weight in _vocabulary().items() if weight == 3.0)
    soft = "|".join(word for word, weight in _vocabulary().items() if weight < 3.0 and len(word) == 2)
    return re.compile(hard), re.compile(rf"[（(](?<=(?:{soft})[（(])")


def _anchors(text: str) -> list[int]:
    """Where a phrase may stand: at a joint, at letters beside Chinese, at a word of betting."""
    found = [m.start() for pattern in _betting() for m in pattern.finditer(text)]
    for match in _LATIN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if (
            match[0][0] in _JOINTS
            or match[0][-1] in _JOINTS
            or "\u4e00" <= after <= "\u9fff"
            or (before + after).isdigit()
        ):
            found.append(start)
    return sorted(found)


def _weigh(core: str) -> ForeignPhrase | None:
    """Weigh a stretch: its vocabulary, and the joints that prose does not have."""
    weight, joints, betting, web, strange = 0.0, 0.0, 0, 0, 0
    for match in _patterns()[0].finditer(core):
        word = match[0]
        if word in _vocabulary():
            value = _vocabulary()[word]
            weight += value
            betting += value == 3.0
            web += value < 3.0
        elif word in _JOINTS:
            joints += 1.5
            strange += word not in "）)"
        elif not word.isdigit():
            joints += 1.5 if word.isalpha() else 2.0
            strange += word.lower() not in _USUAL
    weight += min(joints, 6.0)
    if weight < _DOUBTFUL or not (web or betting) or ("." in core and _WEB_ADDRESS.search(core)):
        return None
    many = betting > 0 and betting + web >= 4
    joined = (joints >= 1.5 or many) and (joints >= 3 or betting > 0 or web >= 3)
    if not (joined or betting or strange):
        return None
    return ForeignPhrase(core, weight, joined)
