"""The template of a documents repository: a good document passes, a broken one fails, an accepted finding stays quiet."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="needs an optional package")

REPOSITORY = Path(__file__).resolve().parents[1]
TEMPLATE = REPOSITORY / "docs" / "template"


def steps() -> list[dict[str, Any]]:
    """The steps of the action that run something."""
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
    return [step for step in action["runs"]["steps"] if "run" in step]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A git repository made of the template."""
    folder = tmp_path / "documents"
    shutil.copytree(TEMPLATE, folder)
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run what the action runs to check, with the policyparse of this checkout."""
    script = next(step["run"] for step in steps() if step["name"] == "check")
    command = folder.parent / "policyparse"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policyparse "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    given = {"PATHS": "", "FAIL_ON": "", "FORMAT": "github"} | inputs
    path = {"PATH": f"{folder.parent}:{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | given | path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_template_passes(documents: Path) -> None:
    result = run_action(documents)
    assert (result.returncode, result.stdout) == (0, ""), result.stdout
    assert result.stderr.splitlines()[-1] == "2 documents: nothing found"


def test_a_broken_document_fails_with_line_and_code(documents: Path) -> None:
    broken = documents / "policies" / "渡口管理办法.txt"
    broken.write_text(broken.read_text(encoding="utf-8").replace("第三条", "第五条"), encoding="utf-8")
    result = run_action(documents)
    assert result.returncode == 1
    assert "file=policies/渡口管理办法.txt,line=5,col=1,title=PP401" in result.stdout
    assert "第二条与第五条之间缺第三条至第四条" in result.stdout


def test_a_finding_that_is_not_accepted_any_more_fails(documents: Path) -> None:
    (documents / "policies" / "码头收费规定.txt.accept.toml").unlink()
    assert run_action(documents, PATHS="policies").returncode == 1


def test_the_hook_runs_the_command_that_exists() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    command = [sys.executable, "-m", *hook["entry"].split(), "--help"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    config = yaml.safe_load((TEMPLATE / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert config["repos"][0]["hooks"] == [{"id": hook["id"]}]


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "docs/template/.github/workflows/check.yml"),
        ("vendor.github-workflows", ".github/workflows/ci.yml"),
        ("vendor.github-workflows", ".github/workflows/release.yml"),
    ],
)
def test_action_and_workflows_are_valid(schema: str, file: str) -> None:
    checker = shutil.which("check-jsonschema")
    if checker is None:
        pytest.skip("needs an optional package")
    command = [checker, "--builtin-schema", schema, str(REPOSITORY / file)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_pre_commit_runs_the_hook(documents: Path) -> None:
    if not os.environ.get("POLICYPARSE_FULL"):
        pytest.skip("runs in .ci/full")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(REPOSITORY), "policyparse-check", "--all-files"]
    result = subprocess.run(command, cwd=documents, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    (documents / "policies" / "码头收费规定.txt.accept.toml").unlink()
    subprocess.run(["git", "add", "-A"], cwd=documents, check=True)
    result = subprocess.run(command, cwd=documents, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "PP401" in result.stdout
