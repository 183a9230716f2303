"""`policyparse compare` and `policyparse reconcile`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import policyparse
from policyparse.cli import app

runner = CliRunner()
OLD = "某市停车管理条例\n第一条　为了规范停车秩序，制定本条例。\n第二条　停车人应当交费。\n"
NEW = OLD.replace("应当交费", "应当按时交费")


def run(*arguments: str | Path) -> Result:
    return runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "old.txt", tmp_path / "new.txt"


def test_text_says_what_changed(versions: tuple[Path, Path]) -> None:
    result = run("compare", *versions, "--lang", "en")
    assert result.exit_code == 0
    assert "第二条  changed\n  停车人应当{+按时+}交费。\n" in result.stdout


def test_results_are_compared_like_documents(versions: tuple[Path, Path], tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(policyparse.parse(OLD).model_dump_json(), encoding="utf-8")
    assert run("compare", old, versions[1]).stdout == run("compare", *versions).stdout


def test_json_is_a_comparison(versions: tuple[Path, Path]) -> None:
    result = run("compare", *versions, "--format", "json")
    comparison = policyparse.Comparison.model_validate_json(result.stdout)
    assert comparison == policyparse.compare(*map(policyparse.parse, versions))


@pytest.mark.parametrize(("form", "start"), [("html", "<!doctype html>"), ("markdown", "# 某市停车管理条例")])
def test_a_file_is_written(versions: tuple[Path, Path], tmp_path: Path, form: str, start: str) -> None:
    out = tmp_path / "made" / f"comparison.{form}"
    result = run("compare", *versions, "--format", form, "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text(encoding="utf-8").startswith(start)


def test_the_exit_status_says_whether_something_changed_where_that_is_asked(versions: tuple[Path, Path]) -> None:
    assert run("compare", *versions, "--exit-code").exit_code == 1
    assert run("compare", versions[0], versions[0], "--exit-code").exit_code == 0


def test_all_prints_what_did_not_change(versions: tuple[Path, Path]) -> None:
    assert "为了规范停车秩序" not in run("compare", *versions).stdout
    assert "为了规范停车秩序" in run("compare", *versions, "--all").stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("old.txt", "missing.txt"), "missing.txt"),
        (("old.txt", "meeting.txt"), "reconcile"),
        (("old.txt", "new.txt", "--amending", "meeting.txt"), "no decision"),
        (("old.txt", "new.txt", "--out", "old.txt/new.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], complaint: str
) -> None:
    monkeypatch.chdir(versions[0].parent)
    Path("meeting.txt").write_text(
        "市政协召开座谈会\n5月5日，市政协召开座谈会。张三委员说：“要快。”\n", encoding="utf-8"
    )
    result = run("compare", *arguments)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert complaint in line


def test_variants_are_listed_with_both_places(versions: tuple[Path, Path]) -> None:
    result = run("reconcile", *versions)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "/articles/1/paragraphs/0/text",
        "  old.txt [33:41]  ∅",
        "  new.txt [33:43]  按时",
    ]
    assert "1 variant" in result.stderr
    found = json.loads(run("reconcile", *versions, "--format", "json").stdout)
    assert found["fields"]["/title"][0]["value"] == "某市停车管理条例"


def test_one_version_is_none(versions: tuple[Path, Path]) -> None:
    result = run("reconcile", versions[0])
    assert result.exit_code == 2
    assert "two versions" in result.stderr
