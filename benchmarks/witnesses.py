"""Texts that notice a change of a pattern: what `unproven.py --suggest` prints.

A text is made from the tree of a pattern, along the place that was changed, and read with both patterns. It is no
proof by itself: whoever takes it reads whether the pattern ought to take it, and makes a sentence of it.
"""

import itertools
import random
import re
import re._constants as op
import re._parser as parser
from collections.abc import Iterable, Iterator
from typing import Any

from grafts import Graft, grafted

from policyparse.knowledge.pattern import Example, Pattern

TRIES = 160
"""Number of texts that are tried for a change."""

FILLER = "公园里的树木由市民认养，青禾县3处A区（试行）“一”二；：、。年月日"
"""Characters that a class is filled with, in this order."""

MOST = 3
"""Number of pieces more than the least that an unbounded repeat has in a text."""

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
PRIVATE = range(0xE000, 0xF8FF)
CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}
CATEGORIES |= {op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_NOT_WORD: r"\W"}


NOUNS = "公园 图书馆 城乡供水 农村公路网 老旧小区改造 社区养老服务点 居家养老服务设施 城乡公共交通一体化"
"""Nouns of two characters and more, of which an unbroken stretch of a text is made."""


def composed(length: int) -> str:
    """Nouns and 和 of this length; less where there are none."""
    by_length = {len(noun): noun for noun in NOUNS.split()}
    if length in by_length:
        return by_length[length]
    for first in sorted(by_length, reverse=True):
        if length - first > 2 and (rest := composed(length - first - 1)):
            return f"{by_length[first]}和{rest}"
    return ""


class Writer:
    """Writes a text along a tree, with choices by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.filler = itertools.cycle(FILLER[seed % 7 :] + FILLER[: seed % 7])
        self.text = ""
        self.ahead = ""
        self.groups: dict[int, str] = {}

    def write(self, tree: Any) -> None:
        for node in tree:
            self.write_node(*node)

    def write_node(self, kind: Any, value: Any) -> None:
        if kind == "overlap":
            self.put_before(value)
        elif kind == "ahead":
            self.ahead = self.other(value)
        elif kind is op.BRANCH:
            self.write(self.chance.choice(value[1]))
        elif kind is op.SUBPATTERN:
            start = len(self.text)
            self.write(value[3])
            self.groups[value[0]] = self.text[start:]
        elif kind is op.ATOMIC_GROUP:
            self.write(value)
        elif kind in REPEATS:
            least, most, item = value
            if len(item) == 1 and item[0][0] in (op.IN, op.NOT_LITERAL, op.ANY) and not self.ahead:
                nouns = composed(self.chance.randint(least, min(most, least + (MOST if most > 1 else 1))))
                if len(nouns) > 1 and all(accepts(*item[0], character) for character in nouns):
                    self.text += nouns
                    return
            for _ in range(self.chance.randint(least, min(most, least + (MOST if most > 1 else 1)))):
                self.write(item)
        elif kind is op.ASSERT:
            if value[0] < 0:
                self.put_before(value[1])
            else:
                self.ahead = self.other(value[1])
        elif kind is op.GROUPREF:
            self.text += self.groups.get(value, "")
        elif kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN, op.CATEGORY):
            self.put(kind, value)

    def put(self, kind: Any, value: Any) -> None:
        if self.ahead and accepts(kind, value, self.ahead[0]):
            self.text, self.ahead = self.text + self.ahead[0], self.ahead[1:]
            return
        self.ahead = ""
        self.text += self.character(kind, value)

    def character(self, kind: Any, value: Any) -> str:
        if kind is op.LITERAL:
            return chr(value)
        members = [chr(v) for k, v in value if k is op.LITERAL] if kind is op.IN else []
        if members and value[0][0] is not op.NEGATE and self.chance.random() < 0.5:
            return self.chance.choice(members)
        for character in itertools.islice(self.filler, len(FILLER)):
            if accepts(kind, value, character):
                return character
        ranges = [chr(v[0]) for k, v in value if k is op.RANGE] if kind is op.IN else []
        return next(iter(members + ranges), "甲")

    def other(self, tree: Any) -> str:
        inner = Writer(self.chance.randint(0, 1000))
        inner.write(tree)
        return inner.text

    def put_before(self, tree: Any) -> None:
        """Text that stands right before this place, the characters that are there already left out."""
        before = self.other(tree)
        shared = next((n for n in range(len(before), 0, -1) if self.text.endswith(before[-n:])), 0)
        self.text = self.text[: len(self.text) - shared] + before


def accepts(kind: Any, value: Any, character: str) -> bool:
    """Whether a node for one character takes a character."""
    if kind is op.LITERAL:
        return chr(value) == character
    if kind is op.NOT_LITERAL:
        return chr(value) != character
    if kind is op.ANY:
        return character != "\n"
    if kind is op.CATEGORY:
        return re.fullmatch(CATEGORIES[value], character) is not None
    inside = any(
        (k is op.RANGE and chr(v[0]) <= character <= chr(v[1]))
        or (k not in (op.RANGE, op.NEGATE) and accepts(k, v, character))
        for k, v in value
    )
    return inside != (value[0][0] is op.NEGATE)


def texts(witness: parser.SubPattern) -> Iterator[str]:
    """Texts along a tree, alone and with characters around them."""
    for seed in range(TRIES):
        text = written(witness, seed)
        if not any(ord(c) in PRIVATE for c in text):
            yield text
            if seed % 4 == 1:
                yield f"在{text}"
            if seed % 4 == 2:
                yield f"{text}了"
            if seed % 4 == 3:
                yield f"{text}、"


Suggestion = tuple[str, Example]
"""The argument of `pattern` that takes an example, and the example."""


def suggest(
    pattern: Pattern, changed: re.Pattern[str], witness: parser.SubPattern, graft: Graft | None = None
) -> Suggestion | None:
    """The shortest example that notices a change: a plain one where there is one, else one that pins the extent.

    Args:
        pattern: The pattern.
        changed: The pattern after the change.
        witness: A tree along the place that was changed.
        graft: The place in the pattern's own examples, which are tried first.
    """
    own = [example if isinstance(example, str) else example[0] for example in pattern.matches]
    near = grafted(graft, pattern.flags, pattern.method, own, written) if graft else ()
    return _shortest(pattern, changed, near) or _shortest(pattern, changed, texts(witness))


def written(tree: Any, seed: int) -> str:
    """A text along a tree."""
    writer = Writer(seed)
    writer.write(tree)
    return writer.text + writer.ahead


def _shortest(pattern: Pattern, changed: re.Pattern[str], tried: Iterable[str]) -> Suggestion | None:
    found: list[tuple[int, int, str, Suggestion]] = []
    read, read_changed = (getattr(p, pattern.method) for p in (pattern.compiled, changed))
    for text in tried:
        before, after = read(text), read_changed(text)
        if bool(before) != bool(after):
            found.append((0, len(text), text, ("matches" if before else "rejects", text)))
        elif before and before[0] != after[0]:
            found.append((1, len(text), text, ("matches", (text, before[0]))))
        elif before and before.groupdict() != after.groupdict():
            moved = {name: taken for name, taken in before.groupdict().items() if taken != after.groupdict()[name]}
            found.append((2, len(text), text, ("matches", (text, moved))))
    return min(found, key=lambda one: one[:3])[3] if found else None


def plain_example(pattern: Pattern, tree: parser.SubPattern, is_match: bool) -> str | None:
    """A text that a pattern matches, or one that it does not match."""
    read = getattr(pattern.compiled, pattern.method)
    tried = texts(tree) if is_match else iter((FILLER[:2], FILLER[:10], "甲", ""))
    return next((text for text in tried if bool(read(text)) == is_match), None)
