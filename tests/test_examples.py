"""The files in examples/: one of each format, which are what their script makes, and are read and parsed whole."""

import runpy
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SCRIPT = runpy.run_path(str(EXAMPLES / "make.py"))
TEXTS: dict[str, tuple[str, str]] = SCRIPT["EXAMPLES"]


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_is_what_the_script_makes(name: str) -> None:
    assert policyparse.read(EXAMPLES / name).text == policyparse.read(SCRIPT["made"](name)).text


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_says_all_of_its_text(name: str) -> None:
    source = policyparse.read(EXAMPLES / name)
    for line in TEXTS[name][1].splitlines():
        assert words(line) in words(source.text)
    document = policyparse.parse(source)
    assert document.title == TEXTS[name][1].splitlines()[0]
    assert (
        document.kind
        == {"docx": "decision", "pdf": "decision", "html": "official_document", "ofd": "meeting"}[source.format]
    )


def test_the_first_command_of_the_readme(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["parse", str(EXAMPLES), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["decision", "meeting", "notice", "regulation"]
