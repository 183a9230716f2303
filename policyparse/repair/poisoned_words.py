"""Search-engine spam that stands everywhere for one word.

An attacked page has one of its frequent words replaced by a phrase of web-and-betting vocabulary. The phrase
is found by its shape and its repetition; the word is inferred from the contexts in which the phrase stands,
by how those words that policy documents use most stand in their own (naive Bayes over the characters before
and after). Under `CONFIDENCE` nothing is edited, and the phrase is reported.
"""

import math
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from policyparse.knowledge.fold import fold
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair.broken_lines import common_words
from policyparse.repair.foreign_phrases import ForeignPhrase, find_foreign_phrases, find_suspects
from policyparse.repair.phrase_bounds import whole_phrase
from policyparse.repair.word_contexts import characters, word_contexts
from policyparse.source.edits import Edit, RepairedText

CONFIDENCE = 0.9
"""Least probability of a word at which it is put back."""

PHRASES = 4
"""How many different phrases of one text are looked for."""

_DIFFERENT = 30
"""How many different stretches that look like spam are weighed."""

_OFTEN, _CERTAINTY = 4, 0.98
"""What is asked of a phrase whose shape alone is not that of spam."""

_BRANDED = 0.75
"""Share of the occurrences of a stretch that have the same characters before them, where a brand stands there."""

_SUSPICION = 0.5
"""Least probability of a word at which a phrase whose shape alone is not that of spam is reported."""

_SHORTEST = 4
"""How long a phrase is at least whose shape alone is not that of spam."""

_REACH = 12
"""How far a phrase may reach beyond its vocabulary, in characters."""

_PLACES, _CONTEXTS = 1000, 60
"""How many occurrences of a phrase, and how many different contexts, are read."""

_CUT = 0.25
"""So many occurrences that were cut apart in the original, for each one of the phrase, escape who puts it in."""

_SCALE = 2.6
"""Contexts are not independent of each other: their evidence is divided by this."""

_PRIOR, _PRESENT, _STRETCH, _KNOWN_WORD, _DOUBLED, _NO_WORD = 1.0, 3.0, 2.5, 8.0, 4.0, 7.0
"""Weight of a word's frequency; cost of its being left standing in the text, of a character taken into the phrase,
of a word of the text taken into it, of a context that would double an end of the word; evidence that a word must
have over none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A foreign phrase with the word that its contexts betray best.

    Attributes:
        phrase: The foreign phrase.
        places: Offsets of its occurrences.
        word: The word, None where none fits.
        confidence: Probability of the word, 0 to 1.
        needed: The confidence from which on the word is put back: more where the shape of the phrase proves nothing.
        core: The stretch of the vocabulary of spam in it.
    """

    phrase: str
    places: tuple[int, ...]
    word: str | None
    confidence: float
    needed: float = CONFIDENCE
    core: str = ""


def repair_poisoned_words(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Put words back in whose place a foreign phrase stands; report the phrases whose word is not sure."""
    known: set[str] = set()
    phrases: Counter[ForeignPhrase] | None = None
    for _ in range(PHRASES):
        phrases = Counter(find_foreign_phrases(repaired.text)) if phrases is None else phrases
        reading = find_poison(repaired, known, phrases)
        if reading is None:
            return
        length, times = len(reading.phrase), len(reading.places)
        first = repaired.source_extent(reading.places[0], reading.places[0] + length)
        if reading.word is None or reading.confidence < reading.needed:
            known.add(reading.core)
            start, end = whole_phrase(repaired.text, reading.core, _occurrences(repaired.text, reading.core))
            first = repaired.source_extent(start, end)
            phrase = repaired.text[start:end]
            message = f"{phrase} stands in place of a word, {_times(times)}; the contexts do not tell which"
            diagnostics.add("PP102", message, first, in_source=True)
        else:
            message = f"{reading.phrase} was read as {reading.word}, {_times(times)}"
            diagnostics.add("PP103", message, first, in_source=True)
            confidence = round(reading.confidence, 3)
            spans = _interrupted(repaired.text, reading.phrase)
            repaired.apply(Edit(start, end, reading.word, "poisoned_words", confidence) for start, end in spans)
            phrases = None


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def find_poison(
    repaired: RepairedText, known: Collection[str] = (), phrases: Counter[ForeignPhrase] | None = None
) -> Reading | None:
    """Find the foreign phrase that stands most often, and the word in whose place it stands.

    Args:
        repaired: The text.
        known: Phrases that are not to be found again, nor what holds one of them more than once.
        phrases: The stretches of its text that look like spam, with how often each stands; found where None.
    """
    text = repaired.text
    phrases = Counter(find_foreign_phrases(text)) if phrases is None else phrases
    found = [p for p, _ in phrases.most_common() if not any(p.core in k or p.core.count(k) > 1 for k in known)]
    often = [(text.count(p.core), p) for p in found[:_DIFFERENT]]
    cores = {p.core for _, p in often}
    certain = [
        (times * len(p.core), p.core)
        for times, p in often
        if p.is_spam(times)
        and not any(p.core.count(core) > 1 for core in cores)  # else it is two and what lies between
    ]
    if certain:
        core = max(certain)[1]
        return _read(repaired, core, _occurrences(text, core))
    doubtful = [core for _, core in sorted(((n * len(p.core), p.core) for n, p in often if n >= _OFTEN), reverse=True)]
    suspects = (core for core in find_suspects(text, _OFTEN) if not any(core in phrase for phrase in cores))
    for core in [*doubtful[:1], *filter(None, (_with_brand(text, core) for core in suspects))]:
        if any(core in phrase for phrase in known):
            continue
        reading = replace(_read(repaired, core, _occurrences(text, core)), needed=_CERTAINTY)
        if reading.confidence >= _SUSPICION and len(reading.phrase) >= _SHORTEST:
            return reading
    return None


# The places


def _with_brand(text: str, core: str) -> str | None:
    """The stretch with the two characters that stand before most of its occurrences, as the end of a brand does.

    A common word is no brand: 政府网站, 网络直播.
    """
    places = _occurrences(text, core)
    before = Counter(text[max(0, place - 2) : place] for place in places)
    brand, times = before.most_common(1)[0]
    if not brand.isalnum() or brand in common_words() or times < max(_OFTEN, _BRANDED * len(places)):
        return None
    return brand + core


def _occurrences(text: str, phrase: str) -> tuple[int, ...]:
    places, at = [], text.find(phrase)
    while at >= 0:
        places.append(at)
        at = text.find(phrase, at + len(phrase))
    return tuple(places)


def _interrupted(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where the phrase stands, also with a line end in it, and a caption: a column may have cut it."""
    gap = r"(?:[ \t\u00a0\u3000]{0,20}\n\s{0,40}(?:[^\n]{2,30}\n\s{0,40})?)?"
    return [m.span() for m in re.finditer(gap.join(map(re.escape, phrase)), text)]


def _spared(repaired: RepairedText, word: str, places: int) -> float:
    """How often a word was left standing; some are let off that a gloss or a break cuts in the original.

    What follows the last sentence (teasers, links) is of the site, not of the text that was attacked.
    """
    text, length = repaired.text, len(word)
    whole = cut = 0
    end = text.rfind("。") if "。" in text else len(text)
    at = text.find(word, 0, end)
    while at >= 0:
        first, last = repaired.source_extent(at, at + length)
        if last - first == length:
            whole += 1
        else:
            cut += 1
        at = text.find(word, at + length, end)
    return whole + max(0.0, cut - places * _CUT)


# The word


_UNSEEN = math.log(0.2)
"""The gain of a context that the word was never counted in."""


_CLASSES = dict.fromkeys(range(0x30, 0x3A), "0") | dict.fromkeys([*range(0x41, 0x5B), *range(0x61, 0x7B)], "A")
_CLASSES |= {0x0A: "$", 0x20: "$"}


def _normal(context: str) -> str:
    """A context as the table writes it: digits and letters one class each, a line end `$`."""
    return context.translate(_CLASSES)


class _Context(NamedTuple):
    """A context of a phrase.

    Attributes:
        pair: The two characters, the nearest first.
        near: The nearest.
        weight: What it counts; a repeated one counts little more than one.
        rarity: One through the share of the nearest character in texts.
        rarity_of_second: The same of the second.
    """

    pair: str
    near: str
    weight: float
    rarity: float
    rarity_of_second: float


@dataclass(frozen=True, slots=True)
class _Side:
    """The contexts on one side of a phrase, for each reach of the phrase to that side.

    Attributes:
        contexts: For each reach, the different contexts.
        costs: For each reach, what it costs to take so many characters into the phrase.
        near: The characters that all occurrences share.
        times: How many occurrences there are.
    """

    contexts: list[list[_Context]]
    costs: list[float]
    near: str
    times: int

    @property
    def weight(self) -> float:
        return sum(context.weight for context in self.contexts[0])

    def best(self, table: tuple[dict[str, int], dict[str, int]], doubled: str, edge: str) -> tuple[float, int]:
        """The best gain of a word on this side, and the reach of the phrase that gives it.

        A context gains how much likelier it is beside the word than anywhere, as a logarithm; that all occurrences
        have the same character beside them costs.

        Args:
            table: What the word stands beside: its nearest characters, and its pairs.
            doubled: The context that would repeat the end of the word.
            edge: The character that would repeat the end of the word.
        """
        ones, pairs = table
        log, last = math.log, len(self.contexts) - 1
        best, best_reach = -math.inf, 0
        for reach, contexts in enumerate(self.contexts):
            gain = -self.costs[reach]
            for pair, near, weight, rarity, rarity_of_second in contexts:
                one = ones.get(near)
                if one is None:
                    gain += weight * _UNSEEN
                else:
                    second = min(pairs.get(pair, 0) / one, 1.0) * rarity_of_second
                    gain += weight * (log(0.0008 * one * rarity + 0.2) + 0.6 * log(0.7 * second + 0.3))
                if near == edge or pair == doubled:
                    gain -= weight * _DOUBLED
            if reach < last and self.times > 1:
                _, near, _, rarity, _ = contexts[0]
                gain += 0.7 * min(self.times - 1, 25) * log(0.0008 * ones.get(near, 0) + 0.2 / rarity)
            if gain > best:
                best, best_reach = gain, reach
        return best, best_reach


def _side(text: str, contexts: list[str], *, mirrored: bool) -> _Side:
    reach = _agreement(contexts)
    share = characters()
    options, costs = [], []
    for k in range(reach + 1):
        counts = Counter(_normal(c[k : k + 2]) for c in contexts)
        options.append(
            [
                _Context(c, c[0], 1 + 0.7 * math.log(n), 1 / share.get(c[0], 1e-4), 1 / share.get(c[1], 1e-4))
                for c, n in counts.most_common(_CONTEXTS)
            ]
        )
        outer = contexts[0][k - 2 : k][:: -1 if mirrored else 1] if k >= 2 else ""
        elsewhere = bool(outer) and text.count(outer) > len(contexts)
        costs.append((_STRETCH if mirrored else 2 * _STRETCH) * k + _KNOWN_WORD * elsewhere)  # a brand stands in front
    return _Side(options, costs, contexts[0][:reach], len(contexts))


def _read(repaired: RepairedText, core: str, places: tuple[int, ...]) -> Reading:
    """Fix the ends of the phrase and the word together: the pair that its contexts make likeliest."""
    text = repaired.text
    length, folded, i = len(core), fold(text), places[0]
    places = places[:_PLACES]
    left = _side(folded, [(folded[max(0, p - 30) : p][::-1] + "\n" * 30)[:30] for p in places], mirrored=True)
    right = _side(folded, [(folded[p + length : p + length + 30] + "\n" * 30)[:30] for p in places], mirrored=False)
    scores = []
    for word, table in word_contexts().items():
        before, taken_before = left.best(table.before, word[1::-1], word[0])
        after, taken_after = right.best(table.after, word[-2:], word[-1])
        taken_in = left.near[:taken_before][::-1] + right.near[:taken_after]
        if word not in taken_in:  # else the phrase would stand for nothing
            scores.append((_PRIOR * math.log(table.count) + before + after, word, taken_before, taken_after))
    scores.sort(reverse=True)
    scores = sorted(
        (
            (s - _PRESENT * math.log1p(3 * _spared(repaired, w, len(places)) / len(places)), w, a, b)
            for s, w, a, b in scores[:20]
        ),
        reverse=True,
    )
    best, *others = scores

    def restored(word: str, before: int, after: int) -> str:
        return folded[i - _REACH : i - before] + word + folded[i + length + after : i + length + _REACH]

    same = restored(best[1], best[2], best[3])  # 委员 before 会, and 委员会 for phrase and 会, are one reading
    weight = left.weight + right.weight
    rivals = [_NO_WORD + 0.35 * weight, *(score for score, word, a, b in others if restored(word, a, b) != same)]
    odds = 1 + sum(math.exp((score - best[0]) / (_SCALE + 0.04 * weight)) for score in rivals)
    phrase = text[i - best[2] : i + length + best[3]]
    return Reading(phrase, _occurrences(text, phrase), best[1], 1 / odds, core=core)


def _agreement(contexts: list[str]) -> int:
    """How many of their first characters all contexts share."""
    for reach in range(_REACH):
        characters = {c[reach] for c in contexts}
        if len(characters) > 1 or characters & set("\n，。；："):
            return reach
    return _REACH
