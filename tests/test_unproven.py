"""What `benchmarks/unproven.py` changes in a pattern, and what it counts."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from policyparse.knowledge import pattern

DAY = pattern(r"今|明", matches=["今"], rejects=["昨"])


@pytest.fixture(scope="module")
def unproven() -> ModuleType:
    path = Path(__file__).resolve().parents[1] / "benchmarks" / "unproven.py"
    spec = importlib.util.spec_from_file_location("unproven", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["unproven"] = module
    spec.loader.exec_module(module)
    return module


def test_a_pattern_is_proven_where_each_piece_has_its_example(unproven: ModuleType) -> None:
    proven = pattern(
        r"^(?&day)日(?:起)?(?:施行|实施)(?!中|[很])",
        day=DAY,
        matches=["今日起施行", "今日实施"],
        rejects=["自今日施行", "今日施行中", "今日施行很"],
    )
    tally, unnoticed = unproven.unproven(proven)
    assert unnoticed == []
    assert tally == {"anchor": 1, "option": 2, "branch": 2, "guard": 1, "member": 2}


@pytest.mark.parametrize(
    ("template", "matches", "rejects", "kind"),
    [
        ("施行|实施", ["施行"], ["施工"], "branch"),
        ("[施执]行", ["施行"], ["实行"], "member"),
        ("自今日?起", ["自今日起"], [], "option"),
        ("自今日?起", ["自今起"], [], "option"),
        ("施行(?!中)", ["施行"], ["实施"], "guard"),
        ("(?<!未)施行", ["施行"], ["实施"], "guard"),
        ("第[一二]{1,2}条", ["第一条"], ["第条"], "bound"),
        ("第[一二]{1,2}条", ["第一条"], ["第一二一条"], "bound"),
        ("施行$", ["施行"], ["实施"], "anchor"),
    ],
)
def test_a_piece_without_an_example_is_told(
    unproven: ModuleType, template: str, matches: list[str], rejects: list[str], kind: str
) -> None:
    unnoticed = unproven.unproven(pattern(template, matches=matches, rejects=rejects))[1]
    assert [found for found, *_ in unnoticed] == [kind]


@pytest.mark.parametrize(
    ("template", "matches", "rejects", "suggested"),
    [
        ("施行|实施", ["施行"], ["施工"], ("matches", "实施")),
        ("[施执]行", ["施行"], ["实行"], ("matches", "执行")),
        ("自今日?起", ["自今日起"], [], ("matches", "自今起")),
        ("施行(?!中)", ["施行"], ["实施"], ("rejects", "施行中")),
        ("(?<!未)施行", ["施行"], ["实施"], ("rejects", "未施行")),
        ("政(?<!财政)", ["施政"], ["实施"], ("rejects", "财政")),
        ("第一{1,2}条", ["第一条"], ["第条"], ("rejects", "第一一一条")),
        ("施行$", ["施行"], ["实施"], ("rejects", "施行甲")),
        ("(?:施行){1,2}", ["施行"], ["实施"], ("matches", ("施行施行施行", "施行施行"))),
    ],
)
def test_a_text_is_suggested_that_notices_a_change(
    unproven: ModuleType, template: str, matches: list[str], rejects: list[str], suggested: tuple[str, object]
) -> None:
    made = pattern(template, matches=matches, rejects=rejects)
    _, unnoticed = unproven.unproven(made)
    assert suggested in [unproven.suggest(made, changed, witness) for *_, changed, witness in unnoticed]


def test_examples_are_put_into_the_call(unproven: ModuleType) -> None:
    source = 'A = pattern("施行|实施", matches=["施行"])\nB = pattern("甲", rejects=["乙"])\nC = pattern("甲")\n'
    added = {1: {"matches": ["实施"], "rejects": ["施工"]}, 2: {"matches": [("甲乙", "甲")]}}
    added[3] = {"matches": ["甲"], "rejects": ["乙"]}
    assert unproven.with_examples(source, added) == (
        'A = pattern("施行|实施", matches=["施行", "实施"], rejects=["施工"])\n'
        'B = pattern("甲", rejects=["乙"], matches=[("甲乙", "甲")])\n'
        'C = pattern("甲", matches=["甲"], rejects=["乙"])\n'
    )


def test_parts_digits_and_punctuation_are_proven_elsewhere(unproven: ModuleType) -> None:
    plain = pattern(r"(?&day)日[，。；一二\d]", day=DAY, matches=["今日，"], rejects=["今日子"])
    assert unproven.unproven(plain) == ({}, [])


def test_expressions_with_words_outside_patterns_are_counted(unproven: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(
        'import re\nA = re.compile("施行")\nB = re.compile("[一-龥]{1,3}[一二]")\nC = re.sub(f"本{A}", "", "x")\nD = compiled("施行")\n',
        "utf-8",
    )
    assert list(unproven.bare_expressions(file)) == [2, 4, 5]
