"""The first commands of both READMEs, as a newcomer types them: in a fresh environment, in the root of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("page", "heading", "made"),
    [("README.md", "## Two commands", "out"), ("README.zh-CN.md", "## 四条命令", "review.html")],
)
def test_the_first_commands(page: str, heading: str, made: str, tmp_path: Path) -> None:
    if not os.environ.get("POLICYPARSE_FULL"):
        pytest.skip("runs in .ci/full")
    checkout = tmp_path / "checkout"
    shutil.copytree(
        REPOSITORY, checkout, ignore=shutil.ignore_patterns(".git", ".*_cache", "__pycache__", "node_modules")
    )
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    section = (REPOSITORY / page).read_text(encoding="utf-8").split(heading)[1].split("\n## ")[0]
    first = re.findall(r"```console\n(.*?)```", section, re.DOTALL)[0]
    script = "set -e\n" + re.sub(r"^\$ ", "", first, flags=re.MULTILINE)
    environment = os.environ | {"PATH": f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHONPATH", None)
    result = subprocess.run(
        ["bash", "-c", script], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert (checkout / made).exists()
