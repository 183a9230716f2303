"""`policyparse clean`: the repaired text, or what was changed in it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from policyparse.cli import app

DIRTY = "某市通知\n举报(bào)专区(qū)设立(lì)了\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dirty.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def test_the_text_goes_to_standard_output_and_nothing_else(file: Path) -> None:
    result = CliRunner().invoke(app, ["clean", str(file)])
    assert result.exit_code == 0
    assert result.stdout == "某市通知\n举报专区设立了\n"
    assert result.stderr == "3 changes, damage 0.000\n"
    assert file.read_text(encoding="utf-8") == DIRTY


def test_the_diff_shows_what_was_changed(file: Path) -> None:
    result = CliRunner().invoke(app, ["clean", str(file), "--diff"])
    assert result.stdout.splitlines()[2:] == [
        "@@ -2,1 +2,1 @@ pinyin_glosses (1.00)",
        "-举报(bào)专区(qū)设立(lì)了",
        "+举报专区设立了",
    ]


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["clean", str(tmp_path / "none.txt")])
    assert result.exit_code == 2
    assert result.stderr.count("none.txt") == 1
    assert len(result.stderr.splitlines()) == 1


def test_standard_input_is_cleaned() -> None:
    result = CliRunner().invoke(app, ["clean", "-"], input="关于加强管理的决定".encode("gb18030"))
    assert (result.stdout, result.exit_code) == ("关于加强管理的决定", 0)
