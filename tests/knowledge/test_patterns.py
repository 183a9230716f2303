"""Every pattern of the package matches its examples and rejects its counter-examples."""

import ast
import re
from pathlib import Path

import pytest

import policyparse
from policyparse.knowledge.pattern import Pattern, expand, pattern, patterns
from policyparse.knowledge.proof import all_patterns, find_failures

PACKAGE = Path(policyparse.__file__).parent


@pytest.mark.parametrize("made", all_patterns(), ids=lambda made: made.name)
def test_a_pattern_keeps_its_examples(made: Pattern) -> None:
    assert list(find_failures(made)) == []


@pytest.mark.parametrize("made", all_patterns(), ids=lambda made: made.name)
def test_a_pattern_is_proven_both_ways(made: Pattern) -> None:
    assert made.matches, "no example matches"
    assert made.rejects, "no example is rejected"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_pattern_is_made_once(path: Path) -> None:
    """A pattern inside a function is made at each call and read by no test."""
    source = path.read_text(encoding="utf-8")
    if "import pattern" not in source and "Pattern, pattern" not in source:
        return
    tree = ast.parse(source)
    inside = {
        call.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.Lambda)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "pattern"
    }
    assert inside == set()


CLOSING = pattern(
    r"(?P<verb>施行|实施)(?P<mark>[。；])?",
    matches=[
        "本办法即日施行。",
        ("即日实施", "实施"),
        ("即日施行；", {"verb": "施行", "mark": "；"}),
        ("实施", {"mark": None}),
    ],
    rejects=["施工"],
)


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    late = pattern(r"条例$", matches=["价格条例"], rejects=["条例的"])
    assert "search" not in [name for name in Pattern.__slots__ if _is_set(late, name)]
    assert late.search("某某条例")
    assert late.search is late.compiled.search or late.search == late.compiled.search
    assert _is_set(late, "search")


def _is_set(made: Pattern, name: str) -> bool:
    try:
        object.__getattribute__(made, name)
    except AttributeError:
        return False
    return True


def test_a_pattern_has_the_methods_of_re() -> None:
    text = "即日施行。明日实施"
    assert CLOSING.findall(text) == CLOSING.compiled.findall(text)
    assert [m.span() for m in CLOSING.finditer(text)] == [(2, 5), (7, 9)]
    assert CLOSING.sub("X", text) == "即日X明日X"
    assert CLOSING.subn("X", text) == ("即日X明日X", 2)
    assert pattern("[，；]").split("一，二；三") == ["一", "二", "三"]
    assert CLOSING.match(text, 2)
    assert not CLOSING.match(text)
    assert not CLOSING.fullmatch(text)
    assert CLOSING.groups == 2
    assert CLOSING.groupindex["mark"] == 2
    assert pattern("a", flags=re.IGNORECASE).search("A")
    with pytest.raises(AttributeError):
        CLOSING.serch  # noqa: B018


def test_a_pattern_knows_its_place() -> None:
    assert CLOSING.name == f"{__name__}.CLOSING"
    assert CLOSING in patterns()
    assert "施行" in repr(CLOSING)
    here = Path(__file__).read_text(encoding="utf-8").splitlines()
    assert here[CLOSING.line - 1].startswith("CLOSING")
    unnamed = [pattern("施行")]
    assert unnamed[0].name == f"{__name__}.line {unnamed[0].line}"
    assert "unnamed = [" in here[unnamed[0].line - 1]


def test_parts_are_put_in() -> None:
    number = pattern(r"[一二三]+|\d+", matches=["一"], rejects=["甲"])
    article = pattern(
        r"第(?&number)(?&unit)(?&end)",
        number=number,
        unit="条|款",
        end=lambda: "[，。]",
        matches=[("依照第12条，", "第12条，")],
        rejects=["第12条"],
    )
    assert list(find_failures(article)) == []
    assert article.pattern == r"第(?:[一二三]+|\d+)(?:条|款)(?:[，。])"
    with pytest.raises(KeyError, match="unknown"):
        expand("(?&unknown)", {})


@pytest.mark.parametrize(
    ("example", "reject", "failure"),
    [
        ("即日施工", "", "does not match"),
        (("即日施行。", "施行"), "", "takes '施行。' of"),
        (("即日施行。", {"mark": None}), "", "as mark of"),
        ("施行", "即日实施", "matches '实施' of"),
    ],
)
def test_an_example_that_does_not_hold_is_told(example: str, reject: str, failure: str) -> None:
    made = pattern(CLOSING.template, matches=[example], rejects=[reject] if reject else [])
    assert [failure in told for told in find_failures(made)] == [True]
