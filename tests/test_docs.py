"""What the README and the documentation show is true."""

import doctest
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import policyparse
from policyparse.cli import COMMANDS, app

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = [
    *sorted(REPOSITORY.glob("README*.md")),
    *(page for page in sorted((REPOSITORY / "docs").rglob("*.md")) if "template" not in page.parts),
]
NAMES = [page.relative_to(REPOSITORY).as_posix() for page in PAGES]
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


@pytest.mark.usefixtures("judgment_package")
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_programs(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "documentation"}
    for program in blocks(page, "python"):
        exec(compile(program, str(page), "exec"), names)


NOT_RUN = {"open", "mcp", "--names-model", "--open", "ray"}
"""Commands that go on until they are stopped, and options that need a model, a browser or a cluster; of these the names are tried."""


def commands(page: Path) -> list[tuple[str, str]]:
    """The calls of policyparse that a page shows, each with what it prints, which is empty where the page does not say."""
    sessions = "".join(blocks(page, "console"))
    return re.findall(r"^\$ policyparse (.*)\n((?:(?!\$).*\n)*)", sessions, re.MULTILINE)


@pytest.fixture
def readers_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what a reader of the documentation has: the seeds and examples, and documents of their own."""
    for name in ("seeds", "examples", "docs"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    shutil.copytree(REPOSITORY / "schemas", tmp_path / "schemas")
    for name in ("policies", "archive", "folder", "documents"):
        shutil.copytree(REPOSITORY / "docs" / "template" / "policies", tmp_path / name)
        (tmp_path / name / "码头收费规定.txt.accept.toml").unlink()
    (tmp_path / "README.md").write_text("# Policies\n", encoding="utf-8")
    for name, seed in (("old", "000_1aad0e44759d2eeb"), ("new", "003_c2bd32f171b98a00")):
        document = policyparse.parse(REPOSITORY / "seeds" / f"{seed}.txt")
        (tmp_path / f"{name}.json").write_text(document.model_dump_json(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.usefixtures("readers_folder", "judgment_package")
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands(page: Path) -> None:
    """Commands run one after the other; those that show what they print print it, none fails to run."""
    for command, shown in commands(page):
        arguments = shlex.split(command, comments=True)
        run = NOT_RUN.isdisjoint(arguments)
        result = CliRunner().invoke(app, arguments if run else [*arguments, "--help"])
        assert result.exit_code in (0, 1), f"{command}: {result.output}"
        if shown:
            assert result.output == shown, command


def test_every_option_is_shown_in_a_command() -> None:
    group: Any = typer.main.get_command(app)
    shown: dict[str, set[str]] = {name: set() for name in COMMANDS}
    for page in PAGES:
        for command, _ in commands(page):
            name, *arguments = shlex.split(command, comments=True)
            shown.get(name, set()).update(argument.split("=")[0] for argument in arguments)
    for name, used in shown.items():
        _, command, _ = group.resolve_command(None, [name])
        options = [set(option.opts) for option in command.params if option.opts[0].startswith("-")]
        missing = [sorted(names) for names in options if not names & used]
        assert missing == [], f"{name}: docs show no command with these options"


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
