"""Every lexicon keeps the schema, and every word of a group stands both of its frames."""

import importlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import policyparse.knowledge
from policyparse.knowledge.lexicon import Frames, Group, LexiconError, alternatives, any_of, group, lexicon, read_group
from policyparse.knowledge.pattern import Pattern
from policyparse.knowledge.proof import all_patterns

NO_WORD = "龘"
"""A character that no word has: a frame must not match with it, or it says nothing about the words."""


def migrated() -> list[str]:
    """The lexicons that keep the schema: those whose first group names its source."""
    folder = Path(policyparse.knowledge.__file__).parent
    return sorted(path.stem for path in folder.glob("*.toml") if "\nsource = " in path.read_text(encoding="utf-8"))


def groups() -> list[tuple[str, Group]]:
    return [(f"{file}.{name}", group) for file in migrated() for name, group in lexicon(file).items()]


def reader(name: str, group: Group) -> Callable[[str], object]:
    """What the group feeds, as a call on a sentence."""
    if group.feeds:
        module, _, member = group.feeds.partition(":")
        fed = getattr(importlib.import_module(module), member)
        return getattr(fed, fed.method) if isinstance(fed, Pattern) else fed
    takers = [made for made in all_patterns() if f"(?&{name})" in made.template]
    assert len(takers) == 1, f"{name} is taken by {len(takers)} patterns: say in `feeds` which of them reads the frames"
    return getattr(takers[0], takers[0].method)


@pytest.mark.parametrize(("name", "group"), groups(), ids=[name for name, _ in groups()])
def test_every_word_stands_both_frames(name: str, group: Group) -> None:
    assert group.frames, f"{name} has no frames"
    read = reader(name, group)
    assert not found(read, group.frames.match, NO_WORD), "the frame matches without the word"
    assert [word for word in group.words if not found(read, group.frames.match, word)] == [], "not found"
    assert [word for word in group.words if found(read, group.frames.reject, word)] == [], "found where it must not be"


def found(read: Callable[[str], object], frame: str, word: str) -> bool:
    return bool(read(frame.replace("{}", word)))


def test_a_group_is_read() -> None:
    read = read_group(
        "file.verbs",
        {
            "words": ["表示", "指出"],
            "source": "现代汉语词典",
            "frames": {"match": "他{}，", "reject": "他{}过"},
            "not_before": {"表示": ["感谢"]},
            "not_after": {"指出": ["被"]},
        },
    )
    assert read.frames == Frames("他{}，", "他{}过")
    assert read.not_before == {"表示": ("感谢",)}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (["表示"], "is a table"),
        ({"words": [], "source": "x"}, "list of words"),
        ({"words": ["表示", 1], "source": "x"}, "list of words"),
        ({"words": ["表示", "表示"], "source": "x"}, "repeats"),
        ({"words": ["表示"]}, "source"),
        ({"words": ["表示"], "source": "x", "word": "y"}, "unknown keys"),
        ({"words": ["表示"], "source": "x", "not_before": {"指出": ["过"]}}, "no word of the group"),
        ({"words": ["表示"], "source": "x", "frames": {"match": "他", "reject": "{}"}}, "one {}"),
    ],
)
def test_what_breaks_the_schema_is_an_error(entry: object, fault: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(fault)):
        read_group("file.verbs", entry)


def test_guards_stand_around_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    content = """
        [verbs]
        words = ["表示", "表示说", "指出"]
        source = "x"
        not_before = { "表示" = ["感谢"] }
        not_after = { "指出" = "被未", "表示" = ["不曾"] }
    """
    monkeypatch.setattr("policyparse.knowledge.lexicon._content", lambda *_: (content.encode(), "its digest"))
    monkeypatch.setattr("policyparse.knowledge.kept._new", {})
    source = alternatives("file.verbs")
    alternatives.cache_clear()
    group.cache_clear()
    texts = ["他表示", "他表示说", "他表示感谢", "他不曾表示", "他指出", "他被指出"]
    assert [m[0] if (m := re.search(source, text)) else None for text in texts] == [
        "表示",
        "表示说",
        None,
        None,
        "指出",
        None,
    ]


def test_the_longest_word_is_taken() -> None:
    assert re.findall(any_of(["市", "市政府", "市委"]), "市政府和市委与市") == ["市政府", "市委", "市"]
    assert not re.search(any_of([]), "市")


@pytest.mark.parametrize(("name", "group"), groups(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_source_claims_no_count_that_nobody_can_repeat(name: str, group: Group) -> None:
    """A number of documents stands only behind `corpus:`, with texts that the gold holds; the rest is usage."""
    claims = re.search(
        r"\d[\d,]* (?:[a-z' ]+ )?(?:statutes|papers|pages|reports|texts|lines|releases)|with count", group.source
    )
    assert claims is None or (group.source.startswith("corpus: ") or "; corpus: " in group.source), group.source
