"""Compiled tables of patterns are those of `re`, and nothing depends on them."""

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import policyparse.api  # noqa: F401 - makes the patterns
from policyparse.knowledge import compiled as tables
from policyparse.knowledge import kept
from policyparse.knowledge.pattern import expand, patterns

SOURCES = [r"(?P<a>第)(?P<b>[一二]{1,3})?条", r"(?i)ab+|(?<!c)d", r"[^\n]{1,1000}(?=。)", r"", r"(?>a{1,3})b++"]
TEXT = "第一条 aabb AB cd d\n第条，abbb。xd第一二三条"


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No table is kept, and a file for them."""
    monkeypatch.setattr(kept, "_path", lambda: str(tmp_path / "tables"))
    monkeypatch.setattr(kept, "_new", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept._kept.cache_clear()
    yield tmp_path / "tables"  # type: ignore[misc]
    kept._kept.cache_clear()


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
def test_what_is_kept_is_what_re_compiles(empty: Path, flags: int) -> None:
    for again in (False, True):
        for source in SOURCES:
            here, there = tables.compiled(source, flags), re.compile(source, flags)
            seen = [
                (each.pattern, each.flags, each.groups, each.groupindex, [m.regs for m in each.finditer(TEXT)])
                for each in (here, there)
            ]
            assert seen[0] == seen[1]
        assert bool(kept._new) != again
        kept.keep()
        kept._kept.cache_clear()
    assert [path.name for path in empty.parent.iterdir()] == ["tables"]


def test_every_pattern_finds_the_same(empty: Path, repository: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((repository / "seeds").glob("*.txt"))]
    for pattern in patterns():
        source = expand(pattern.template, pattern.parts)
        here, there = tables.compiled(source, pattern.flags), re.compile(source, pattern.flags)
        examples = [example if isinstance(example, str) else example[0] for example in pattern.matches]
        for text in ["\n".join([*examples, *pattern.rejects]), texts[-1]]:
            found = [[match.regs for match in each.finditer(text)] for each in (here, there)]
            assert found[0] == found[1], pattern.name


@pytest.mark.parametrize(
    "content",
    [b"", b"no tables", marshal.dumps([1]), marshal.dumps({("expression", SOURCES[0], 0): (1, b"x")})],
    ids=["empty", "words", "a list", "a torn table"],
)
def test_a_damaged_file_changes_nothing(empty: Path, content: bytes) -> None:
    empty.write_bytes(content)
    assert tables.compiled(SOURCES[0], 0) == re.compile(SOURCES[0])


def test_an_expression_that_is_wrong_is_an_error_of_re(empty: Path) -> None:
    with pytest.raises(re.error):
        tables.compiled("(", 0)


def test_a_folder_that_cannot_be_written_changes_nothing(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_path", lambda: "/nowhere/tables")
    tables.compiled(SOURCES[0], 0)
    kept.keep()


def test_python_is_obeyed_and_results_are_the_same(tmp_path: Path, repository: Path) -> None:
    seed = sorted((repository / "seeds").glob("*.txt"))[-1]
    outputs = []
    for extra in ({"PYTHONDONTWRITEBYTECODE": "1"}, {}, {}):
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = usual | {"PYTHONPATH": str(repository), "PYTHONPYCACHEPREFIX": str(tmp_path)} | extra
        command = [sys.executable, "-m", "policyparse", "parse", str(seed)]
        outputs.append(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
        assert bool(list(tmp_path.rglob("*.tables"))) == (not extra)
    assert len(set(outputs)) == 1
