"""Phrases that are not of the text: search-engine spam, told by what it is made of and how it is joined.

phrase ::= brand? token (gap? token)+        token ::= spam word | letters and digits | joint
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import any_of
from policyparse.knowledge.lexicon import words as words_of

_REPEATED, _ALONE, _DOUBTFUL = 5.0, 7.0, 3.0
"""Least weight of a phrase that is repeated, of one that stands once, and of one that may be none."""

_SUSPECTS = 6
"""How many different suspicious stretches are looked at."""

_USUAL = frozenset({"app", "apps", "web", "pc", "ai", "it", "ip", "id", "wifi", "vip", "ios", "ott", "iptv", "g"})
_JOINTS = "_＿·・|｜）)"
_LATIN = compiled("[A-Za-z_＿·・][A-Za-z_＿·・]*")  # not +: a pattern that begins with a class is sought faster
_WEB_ADDRESS = compiled(
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
        for match in _PHRASE.finditer(text, line, anchor + 60):
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
    found = Counter(match[0] for match in _SUSPECT.finditer(text))
    return [core for core, n in found.most_common(_SUSPECTS) if n >= times]


def holds_foreign_phrase(text: str) -> bool:
    """Whether a text has a stretch that is made of spam vocabulary."""
    return next(find_foreign_phrases(text), None) is not None


_WEIGHTS = {"betting": 3.0, "sports": 2.0, "web": 1.5}
_BETTING_WEIGHT = _WEIGHTS["betting"]


@cache
def _vocabulary() -> dict[str, float]:
    """Weight of each word of spam vocabulary."""
    return {word: weight for group, weight in _WEIGHTS.items() for word in words_of(f"spam.{group}")}


_WORD = pattern(
    r"(?&spam.betting)|(?&spam.sports)|(?&spam.web)",
    matches=[("时时彩", "时时彩"), "足球比分", ("手机版下载", "手机版")],
    rejects=["公园管理"],
)
_TOKEN = pattern(
    r"(?&word)|[A-Za-z0-9]{1,20}|[_＿·・|｜]|(?<=[\u4e00-\u9fffA-Za-z])[)）]",
    word=_WORD,
    matches=[("官网", "官网"), ("app下", "app"), ("_", "_"), ("公园）", "）"), (f"{'a' * 21}", "a" * 20)],
    rejects=["公园", "9），".replace("9", "。"), "。)"],
)
_PHRASE = pattern(
    r"(?&token)(?:(?:(?![的了是在和与及或被将把从对为不等])[\u4e00-\u9fff（()）]){0,4}?(?&token)){1,24}",
    token=_TOKEN,
    matches=[
        *(("某某官网_最新下载", "官网_最新下载"), ("官网某某某某下载", "官网某某某某下载")),
        *(("官网（下载", "官网（下载"), ("_" * 26, "_" * 25)),
    ],
    rejects=[
        *("官网", "官网某某某某某下载", "官网的下载", "官网了下载", "官网是下载", "官网在下载", "官网和下载"),
        *("官网与下载", "官网及下载", "官网或下载", "官网被下载", "官网将下载", "官网把下载", "官网从下载"),
        *("官网对下载", "官网为下载", "官网不下载", "官网等下载"),
    ],
)
"""A stretch of tokens with at most four characters between two of them."""

_SUSPECT = pattern(
    r"(?:(?&spam.betting)|(?&spam.seldom))(?:(?&word)|[A-Za-z0-9])*",
    word=_WORD,
    matches=[("某某棋牌平台", "棋牌平台"), ("某某官网app下载", "官网app下载"), ("官网", "官网")],
    rejects=["平台app", "最新"],
)
"""A word that clean texts seldom repeat, and the words of spam around it."""

_BETTING = pattern(r"(?&spam.betting)", matches=["时时彩平台"], rejects=["足球", "官网"])
_BRACKETED = pattern(
    r"[（(](?<=(?&soft)[（(])",
    soft=lambda: any_of(word for word, weight in _vocabulary().items() if weight < _BETTING_WEIGHT and len(word) == 2),
    matches=["官网（", "体育("],
    rejects=["公园（", "官网"],
)
"""A bracket after a word of sports or the web."""


def first_word(phrase: str) -> int:
    """Offset of the first word of spam vocabulary in a phrase; 0 where it has none."""
    found = _WORD.search(phrase)
    return found.start() if found else 0


def opens_suspect(text: str) -> bool:
    """Whether a text has a word that opens a suspicious stretch, with letters right behind it."""
    return any(match.end() < len(text) or match[0][-1].isascii() for match in _SUSPECT.finditer(text))


def _anchors(text: str) -> list[int]:
    """Where a phrase may stand: at a joint, at letters beside Chinese, at a word of betting."""
    found = [m.start() for form in (_BETTING, _BRACKETED) for m in form.finditer(text)]
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
    for match in _TOKEN.finditer(core):
        word = match[0]
        if word in _vocabulary():
            value = _vocabulary()[word]
            weight += value
            betting += value == _BETTING_WEIGHT
            web += value < _BETTING_WEIGHT
        elif word in _JOINTS:
            joints += 1.5
            strange += word not in "）)"
        elif not word.isdigit():
            joints += 1.5 if word.isalpha() else 2.0
            strange += word.lower() not in _USUAL
    weight += min(joints, 6.0)
    if weight < _DOUBTFUL or not (web or betting) or ("." in core and _WEB_ADDRESS.search(core)):
        return None
    many = betting > 0 and betting + web >= 3
    joined = (joints >= 1.5 or many) and (joints >= 3 or betting > 0 or web >= 3)
    if not (joined or betting or strange):
        return None
    return ForeignPhrase(core, weight, joined)
