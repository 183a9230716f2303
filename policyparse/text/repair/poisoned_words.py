"""Search-engine spam that stands everywhere for one word.

An attacked page has one of its frequent words replaced by a phrase of web-and-betting vocabulary. The phrase
is found by its shape and its repetition; the word is inferred from the contexts in which the phrase stands,
by how those words that policy documents use most stand in their own (naive Bayes over the characters before
and after). Under `CONFIDENCE` nothing is edited, and the phrase is reported.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policyparse.core.diagnostics import Diagnostics
from policyparse.text.edits import Edit, RepairedText
from policyparse.text.fold import fold

CONFIDENCE = 0.9
"""Least probability of a word at which it is put back."""

PHRASES = 4
"""How many different phrases of one text are looked for."""

_REPEATED, _ALONE = 5.0, 7.0
"""Least weight of a phrase that is repeated, and of one that stands once: see `_weight`."""

_REACH = 12
"""How far a phrase may reach beyond its vocabulary, in characters."""

_CONTEXTS = 60
"""How many different contexts of a phrase are read."""

_SCALE = 2.6
"""Contexts are not independent of each other: their evidence is divided by this."""

_PRIOR, _PRESENT, _STRETCH, _DOUBLED = 0.3, 3.0, 2.5, 4.0
"""Weight of a word's frequency; cost of its standing elsewhere in the text, of a character taken into the phrase,
and of a context that would double the ends of the word."""

_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#-]{2,200}|[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|cn|net|org|gov)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A foreign phrase with the word that its contexts betray best.

    Attributes:
        phrase: The foreign phrase.
        places: Offsets of its occurrences.
        word: The word, None where none fits.
        confidence: Probability of the word, 0 to 1.
    """

    phrase: str
    places: tuple[int, ...]
    word: str | None
    confidence: float


def repair_poisoned_words(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Put words back in whose place a foreign phrase stands; report the phrases whose word is not sure."""
    reported: set[str] = set()
    for _ in range(PHRASES):
        reading = find_poison(repaired.text, reported)
        if reading is None:
            return
        length, times = len(reading.phrase), len(reading.places)
        first = repaired.source_extent(reading.places[0], reading.places[0] + length)
        if reading.word is None or reading.confidence < CONFIDENCE:
            reported.add(reading.phrase)
            guess = f"; perhaps {reading.word}" if reading.word else ""
            diagnostics.add("PP102", f"{reading.phrase} stands {times} times where a word belongs{guess}", first, in_source=True)
        else:
            diagnostics.add("PP103", f"{reading.phrase} was read as {reading.word}, {times} times", first, in_source=True)
            confidence = round(reading.confidence, 3)
            repaired.apply(Edit(i, i + length, reading.word, "poisoned_words", confidence) for i in reading.places)


def find_poison(text: str, known: Collection[str] = ()) -> Reading | None:
    """Find the foreign phrase that stands most often, and the word in whose place it stands.

    Args:
        text: The text.
        known: Phrases that are not to be found again.
    """
    cores = Counter(core for core in _find_cores(text) if not any(core in phrase for phrase in known))
    if not cores:
        return None
    core = max(cores, key=lambda c: (text.count(c), len(c)))
    places = _occurrences(text, core)
    if len(places) < 2 and _weight(core) < _ALONE:
        return None
    return _read(text, core, places)


# The phrase


@cache
def _vocabulary() -> dict[str, float]:
    """Weight of each word of spam vocabulary."""
    lexicon = tomllib.loads((files("policyparse.text.repair") / "poisoned_words.toml").read_text(encoding="utf-8"))
    weights = {"betting": 3.0, "sports": 2.0, "web": 1.5}
    return {word: weights[group] for group, entry in lexicon.items() for word in entry["words"]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = "|".join(sorted(_vocabulary(), key=len, reverse=True))
    token = rf"{words}|[A-Za-z0-9]{{1,20}}|[_＿·・|｜]|(?<=[\u4e00-\u9fffA-Za-z])[)）]"
    gate = r"[_＿·・]|[A-Za-z]{1,12}(?:[0-9]|(?<=[Aa][Pp][Pp]))|[0-9][A-Za-z]{2}"
    run = rf"(?:{token})(?:[\u4e00-\u9fff（()）]{{0,4}}?(?:{token})){{1,24}}"
    return re.compile(gate), re.compile(token), re.compile(run)


_JOINT = re.compile("[A-Za-z_＿·・]")


@cache
def _betting() -> re.Pattern[str]:
    words = "|".join(word for word, weight in _vocabulary().items() if weight == 3.0)
    before_bracket = "|".join(word for word, weight in _vocabulary().items() if weight == 2.0)
    return re.compile(rf"{words}|(?:{before_bracket}|国际|平台)[（(]")


def _anchors(text: str) -> list[int]:
    """Where a phrase may stand: at a joint, a word of letters and digits, a word of betting."""
    found = [m.start() for m in _betting().finditer(text)]
    if _JOINT.search(text):
        found += [m.start() for m in _patterns()[0].finditer(text)]
    return sorted(found)


def _find_cores(text: str) -> Iterator[str]:
    """Find stretches that are made of spam vocabulary, without what else belongs to the phrase."""
    end = 0
    for anchor in _anchors(text):
        if anchor < end:
            continue
        line = max(text.rfind("\n", max(0, anchor - 40), anchor) + 1, anchor - 40, end)
        for match in _patterns()[2].finditer(text, line, anchor + 60):
            if match.end() <= anchor:
                continue
            if _weight(match[0]) >= _REPEATED and not _WEB_ADDRESS.search(match[0]):
                yield match[0]
                end = match.end()
            break


def _weight(core: str) -> float:
    """How much a stretch looks like spam: its vocabulary, and the joints that prose does not have."""
    _, token, _ = _patterns()
    weight, joints, betting, web = 0.0, 0.0, 0, 0
    for match in token.finditer(core):
        word = match[0]
        if word in _vocabulary():
            value = _vocabulary()[word]
            weight += value
            betting += value == 3.0
            web += value < 3.0
        elif word in "_＿·・|｜）)":
            joints += 1.5
        elif not word.isdigit():
            joints += 1.5 if word.isalpha() else 2.0
    if not (web or betting) or (joints < 1.5 and (betting < 1 or betting + web < 4)) or (joints < 3 and not betting and web < 3):
        return 0.0
    return weight + min(joints, 6.0)


def _occurrences(text: str, phrase: str) -> tuple[int, ...]:
    return tuple(m.start() for m in re.finditer(re.escape(phrase), text))


# The word


@dataclass(frozen=True, slots=True)
class WordContexts:
    """What a word stands between, as counted: character and pair of characters, before and after."""

    count: int
    before: tuple[dict[str, int], dict[str, int]]
    after: tuple[dict[str, int], dict[str, int]]


@cache
def word_contexts() -> dict[str, WordContexts]:
    """The table of contexts, by word."""
    table = {}
    lines = (files("policyparse.text.repair") / "word_contexts.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith(("#", "*")):
            continue
        word, count, *columns = line.split("\t")
        one_before, two_before, one_after, two_after = (
            {context: int(n) for context, n in (entry.rsplit(":", 1) for entry in column.split())} for column in columns
        )
        table[word] = WordContexts(int(count), (one_before, two_before), (one_after, two_after))
    return table


@cache
def _characters() -> dict[str, float]:
    """Share of each character in a text of the field."""
    lines = (files("policyparse.text.repair") / "word_contexts.tsv").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith("*"))
    counts = (entry.rsplit(":", 1) for entry in line.split("\t")[2].split())
    return {character: int(n) / 100_000 for character, n in counts}


def _gain(context: str, table: tuple[Mapping[str, int], Mapping[str, int]]) -> float:
    """How much likelier a context is beside a word than anywhere, as a logarithm; its nearest character is first."""
    share = _characters()
    near, far = context[0], context[1]
    one, two = table[0].get(near, 0), table[1].get(context, 0)
    first = one / 1000 / share.get(near, 1e-4)
    second = min(two / max(one, 1), 1.0) / share.get(far, 1e-4)
    return math.log(0.8 * first + 0.2) + 0.6 * math.log(0.7 * second + 0.3 if one else 1.0)


def _constancy(contexts: list[str], table: Mapping[str, int], times: int) -> float:
    """What it costs that every occurrence has the same character beside it."""
    if len({c[0] for c in contexts}) > 1 or times < 2:
        return 0.0
    near = contexts[0][0]
    return 0.7 * min(times - 1, 25) * math.log(0.8 * table.get(near, 0) / 1000 + 0.2 * _characters().get(near, 1e-4))


def _normal(context: str) -> str:
    """A context as the table writes it: digits and letters one class each, a line end `$`."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"[0-9]", "0", context)).replace("\n", "$").replace(" ", "$")


def _read(text: str, core: str, places: tuple[int, ...]) -> Reading:
    """Fix the ends of the phrase and the word together: the pair that its contexts make likeliest."""
    length, folded = len(core), fold(text)
    before = [(folded[max(0, i - 30) : i][::-1] + "\n" * 30)[:30] for i in places]
    after = [(folded[i + length : i + length + 30] + "\n" * 30)[:30] for i in places]
    sides = []
    for contexts in (before, after):
        options = []
        for reach in range(_agreement(contexts) + 1):
            counts = Counter(_normal(c[reach : reach + 2]) for c in contexts)
            options.append([(context, 1 + 0.3 * math.log(n)) for context, n in counts.most_common(_CONTEXTS)])
        sides.append(options)
    scores = []
    for word, table in word_contexts().items():
        total, ends = _PRIOR * math.log(table.count), []
        for options, tables, doubled, edge in zip(sides, (table.before, table.after), (word[1::-1], word[-2:]), (word[0], word[-1]), strict=True):
            gain, reach = max(
                (
                    sum(n * (_gain(context, tables) - _DOUBLED * (context == doubled or context[0] == edge)) for context, n in contexts)
                    + (_constancy([c for c, _ in contexts], tables[0], len(places)) if reach < len(options) - 1 else 0.0)
                    - _STRETCH * reach,
                    -reach,
                )
                for reach, contexts in enumerate(options)
            )
            total += gain
            ends.append(-reach)
        taken_in = before[0][: ends[0]][::-1] + after[0][: ends[1]]
        if word not in taken_in:  # else the phrase would stand for nothing
            scores.append((total, word, ends[0], ends[1]))
    scores.sort(reverse=True)
    scores = sorted(((s - _PRESENT * math.log1p(text.count(w)), w, a, b) for s, w, a, b in scores[:20]), reverse=True)
    best = scores[0]
    weight = sum(n for options in sides for _, n in options[0])
    scale = _SCALE + 0.04 * weight
    i = places[0]

    def restored(word: str, left: int, right: int) -> str:
        return folded[i - _REACH : i - left] + word + folded[i + length + right : i + length + _REACH]

    # 委员 before 会, and 委员会 for phrase and 会, are one reading.
    same = {restored(*best[1:])}
    rivals = [(score, word) for score, word, left, right in scores[1:] if restored(word, left, right) not in same]
    no_word = 3.0 + 0.35 * weight
    odds = 1 + sum(math.exp((score - best[0]) / scale) for score in (no_word, *(s for s, _ in rivals)))
    phrase = text[i - best[2] : i + length + best[3]]
    return Reading(phrase, _occurrences(text, phrase), best[1], 1 / odds)


def _agreement(contexts: list[str]) -> int:
    """How many of their first characters all contexts share."""
    for reach in range(_REACH):
        characters = {c[reach] for c in contexts}
        if len(characters) > 1 or characters & set("\n，。；："):
            return reach
    return _REACH
