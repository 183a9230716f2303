"""What the README and the documentation show is true."""

import doctest
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
NAMES = [path.name for path in PAGES]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [content for name, content in FENCE.findall(page.read_text(encoding="utf-8")) if name == language]


@pytest.fixture
def in_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)


@pytest.mark.usefixtures("in_checkout")
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_sessions(page: Path) -> None:
    session = "\n".join(blocks(page, "pycon"))
    examples = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=report.append)
    assert report == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_programs(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "documentation"}
    for program in blocks(page, "python"):
        exec(compile(program, str(page), "exec"), names)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that show what they print print it; of the others the names and options are right."""
    (tmp_path / "seeds").symlink_to(REPOSITORY / "seeds")
    (tmp_path / "examples").symlink_to(REPOSITORY / "examples")
    (tmp_path / "schemas").symlink_to(REPOSITORY / "schemas")
    monkeypatch.chdir(tmp_path)
    for block in blocks(page, "console"):
        commands = re.findall(r"^\$ policyparse (.*)\n((?:(?!\$).*\n)*)", block, re.MULTILINE)
        for command, shown in commands:
            arguments = shlex.split(command, comments=True)
            result = CliRunner().invoke(app, arguments if shown else [*arguments, "--help"])
            if shown:
                assert result.output == shown, command
            else:
                assert result.exit_code == 0, command


def shows(shown: Any, real: Any) -> bool:
    """Whether JSON that was shortened with … shows the real one."""
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(key in real and shows(value, real[key]) for key, value in shown.items())
    if isinstance(shown, list):
        rest = iter(real)
        return all(any(shows(one, other) for other in rest) for one in shown if one != "…")
    if isinstance(shown, str) and shown.endswith("…"):
        return isinstance(real, str) and real.startswith(shown[:-1])
    return bool(shown == real)


def test_the_example_of_the_readme_is_true() -> None:
    (block,) = blocks(PAGES[0], "json")
    real = policyparse.parse(REPOSITORY / "seeds" / "003_c2bd32f171b98a00.txt").model_dump(mode="json")
    assert shows(json.loads(block), real)


@pytest.mark.parametrize(
    ("shown", "real", "true"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 2}, False),
        ({"a": "决…"}, {"a": "决定"}, True),
        ({"a": "法…"}, {"a": "决定"}, False),
        ([1, "…"], [1, 2], True),
        ([2, 1], [1, 2], False),
        ([{"a": 2}], [{"a": 1}, {"a": 2}], True),
        (None, 0, False),
    ],
    ids=str,
)
def test_what_shows_what(shown: Any, real: Any, true: bool) -> None:
    assert shows(shown, real) is true


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
