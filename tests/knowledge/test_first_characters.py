"""What a match can begin with is found behind guards and in words, and never too narrow."""

import re
import re._parser as parser  # type: ignore[import-not-found]

import pytest

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.first_characters import first_characters


def beginnings(source: str) -> set[str] | None:
    """The first characters of an expression, each by itself."""
    members = first_characters(parser.parse(source))
    if members is None:
        return None
    return {char for char in map(chr, range(0x3000)) if re.match(_class(members), char)} | {
        char for char in "甲乙丙丁年月" if re.match(_class(members), char)
    }


def _class(members: list[tuple[object, object]]) -> str:
    written = []
    for kind, value in members:
        match str(kind), value:
            case "LITERAL", int(code):
                written.append(f"\\U{code:08x}")
            case "RANGE", (int(first), int(last)):
                written.append(f"\\U{first:08x}-\\U{last:08x}")
            case _, category:
                written.append("\\d" if "DIGIT" in str(category) else "\\s")
    return f"[{''.join(written)}]"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲乙|乙", {"甲", "乙"}),
        ("(?:甲|乙丙)|(?:丙|丁)", {"甲", "乙", "丙", "丁"}),
        ("(?<=[年月])甲", {"甲"}),
        ("(?<!年)(?!乙)[甲乙]丙", {"甲", "乙"}),
        ("甲?乙{0,3}丙", {"甲", "乙", "丙"}),
        ("(?:甲{0,2}){1,3}乙", {"甲", "乙"}),
        ("(?:甲|)乙", {"甲", "乙"}),
        ("(?P<name>甲+)", {"甲"}),
        ("(?>甲|乙)丙", {"甲", "乙"}),
        ("甲++乙", {"甲"}),
        ("[a-c甲]", {"a", "b", "c", "甲"}),
        (r"^甲", {"甲"}),
    ],
)
def test_they_are_found(source: str, expected: set[str]) -> None:
    assert beginnings(source) == expected


def test_digits_and_spaces_are_classes() -> None:
    found = beginnings(r"\s|\d")
    assert found is not None
    assert {" ", "\n", "0", "９"} - {"９"} <= found


@pytest.mark.parametrize(
    "source",
    [".甲", "[^甲]乙", "甲?.", r"\w", r"(?:甲|\W)乙", "[一-龥]年", "甲?", "(?=甲)", r"(甲)?(?(1)乙|丙)", "(?i:a)b"],
)
def test_where_they_are_not_known_or_too_many_there_are_none(source: str) -> None:
    assert beginnings(source) is None


def test_what_is_no_character_is_none() -> None:
    assert beginnings("[^\x02]甲") is None
    assert beginnings("(甲?)(乙?)\\2丙") is None


@pytest.mark.parametrize(
    "source", ["(?:甲|乙)?丙|丁", "(?<=甲)[乙丙]", "(?:(?:甲|乙丙)|(?:丙|丁))年", r"(?:^|(?<=甲))乙"]
)
def test_a_search_finds_what_re_finds(source: str) -> None:
    text = "丁甲乙丙年\n乙丙年甲丙丁年乙"
    assert [m.span() for m in compiled(source).finditer(text)] == [m.span() for m in re.finditer(source, text)]
