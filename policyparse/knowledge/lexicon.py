"""Words as data: groups of words in TOML files of this folder, each with its source and two sentence frames.

    [verbs]                                   # the group speech.verbs
    source = "现代汉语词典; corpus of 2024, 312 texts"
    frames = { match = "他{}，要加快", reject = "他{}过了" }
    feeds = "policyparse.speech.reporting:VERB"
    words = ["表示", "指出"]
    not_before = { "表示" = ["敬意", "感谢"] }  # 表示 is no such word in 表示感谢
    not_after = { "指出" = "被未" }  # single characters may stand in one string

A pattern takes a group as `(?&speech.verbs)`. `tests/knowledge/test_lexicons.py` puts each word into both frames and
reads them with what the group feeds: `feeds` where it is given (a pattern or a function), otherwise the one pattern
that takes the group.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from policyparse.knowledge.kept import kept

_END = ""
_PLACE = "{}"
_FOLDER = "policyparse.knowledge"


class LexiconError(ValueError):
    """A lexicon does not keep the schema."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Two sentences with a place `{}` for a word.

    Attributes:
        match: What the group feeds finds the word here.
        reject: It finds nothing here.
    """

    match: str
    reject: str

    def __post_init__(self) -> None:
        for frame in (self.match, self.reject):
            if not isinstance(frame, str) or frame.count(_PLACE) != 1:
                raise LexiconError(f"a frame has one {_PLACE}: {frame!r}")


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one kind.

    Attributes:
        words: The words, in the order of the file.
        source: From where they are: a standard, a gazette, or a corpus with its count.
        frames: Two sentences for every word.
        feeds: `module:name` of the pattern or function that finds the words; empty where one pattern takes the group.
        not_before: By word, what must not follow it.
        not_after: By word, what must not stand before it.
    """

    words: tuple[str, ...]
    source: str
    frames: Frames | None = None
    feeds: str = ""
    not_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Read a TOML file of the package; every one is read here.

    Args:
        package: Dotted name of the folder.
        name: Name of the file, without `.toml`.
    """
    content, digest = _content(package, name)
    return kept(("toml", digest), lambda: tomllib.loads(content.decode()))


@cache
def _content(package: str, name: str) -> tuple[bytes, str]:
    """The bytes of a TOML file, and their digest."""
    content = (files(package) / f"{name}.toml").read_bytes()
    return content, sha256(content).hexdigest()


def lexicon(name: str) -> dict[str, Group]:
    """The groups of a file of this folder, by their names.

    Args:
        name: Name of the file, without `.toml`.

    Raises:
        LexiconError: The file does not keep the schema.
    """
    return {key: group(f"{name}.{key}") for key in read_toml(_FOLDER, name)}


@cache
def group(name: str) -> Group:
    """A group by its full name, `file.group`.

    Raises:
        KeyError: There is no such group.
        LexiconError: It does not keep the schema.
    """
    file, _, key = name.partition(".")
    return read_group(name, read_toml(_FOLDER, file)[key])


def words(name: str) -> tuple[str, ...]:
    """The words of a group, in the order of the file."""
    return group(name).words


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a group, to ask whether a text is one of them."""
    return frozenset(group(name).words)


@cache
def alternatives(name: str) -> str:
    """The source of an expression that matches any word of a group where its guards allow it, the longest that fits."""
    file, _, _ = name.partition(".")
    return kept(("alternatives", name, _content(_FOLDER, file)[1]), lambda: _alternatives(group(name)))


def _alternatives(entry: Group) -> str:
    guards: dict[str, str] = {}
    for word, others in entry.not_before.items():
        guards[word] = f"(?!{any_of(others)})"
    for word, others in entry.not_after.items():
        single = "".join(other for other in others if len(other) == 1)
        behind = [*([f"[{single}]"] if single else []), *(re.escape(other) for other in others if len(other) > 1)]
        guards[word] = guards.get(word, "") + "".join(f"(?<!{other}{re.escape(word)})" for other in behind)
    return any_of(entry.words, guards)


def any_of(words: Iterable[str], after: Mapping[str, str] | None = None) -> str:
    """The source of an expression that matches any of the words, the longest that fits.

    The words become a tree of their first characters, so that no word is tried in vain.

    Args:
        words: The words, taken literally.
        after: By word, an expression that must hold after it, such as `(?!性)`.

    Returns:
        A non-capturing group; it matches nothing where there are no words.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = (after or {}).get(word, "")
    return _tree(root) if root else "(?!)"


def _tree(node: dict[str, Any]) -> str:
    branches = [re.escape(character) + _tree(deeper) for character, deeper in node.items() if character != _END]
    if _END not in node:
        return "(?:" + "|".join(branches) + ")"
    if not branches:
        return str(node[_END])
    return "(?:" + "|".join(branches) + "|" + str(node[_END]) + ")"


def read_group(name: str, entry: Any) -> Group:
    """A group of a file, checked against the schema."""
    if not isinstance(entry, dict):
        raise LexiconError(f"{name}: a group is a table with words and source")
    unknown = entry.keys() - Group.__dataclass_fields__.keys()
    if unknown:
        raise LexiconError(f"{name}: unknown keys {sorted(unknown)}")
    members = entry.get("words")
    if not isinstance(members, list) or not members or not all(isinstance(word, str) and word for word in members):
        raise LexiconError(f"{name}: words is a list of words")
    repeated = sorted(word for word, times in Counter(members).items() if times > 1)
    if repeated:
        raise LexiconError(f"{name}: repeats {repeated}")
    if not isinstance(entry.get("source"), str) or not entry["source"]:
        raise LexiconError(f"{name}: source says from where the words are")
    guards = {}
    for side in ("not_before", "not_after"):
        guards[side] = {word: tuple(others) for word, others in entry.get(side, {}).items()}
        if guards[side].keys() - set(members):
            raise LexiconError(f"{name}: {side} guards what is no word of the group")
    frames = Frames(**entry["frames"]) if "frames" in entry else None
    return Group(tuple(members), entry["source"], frames, entry.get("feeds", ""), **guards)
