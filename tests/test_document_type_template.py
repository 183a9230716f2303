"""The recipe for a document type, word for word, in a package of its own that is built and installed elsewhere."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import REPOSITORY, TEMPLATE_OF_A_TYPE

PAGE = REPOSITORY / "docs" / "adding_a_document_type.md"


def shown() -> dict[str, str]:
    """The files that the page shows, each under the last name before its block."""
    files = {}
    name = ""
    recipe = PAGE.read_text(encoding="utf-8").split("## Using it")[0]
    for part in re.split(r"(^```\w+\n.*?^```$)", recipe, flags=re.MULTILINE | re.DOTALL):
        if part.startswith("```"):
            files[name] = part.split("\n", 1)[1].removesuffix("```")
        elif names := re.findall(r"`([\w/]+\.(?:py|toml))`", part):
            name = names[0]
    return files


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The package of the page, built and installed by pip, and the environment in which it is seen."""
    if find_spec("hatchling") is None or find_spec("pip") is None:
        pytest.skip("needs an optional package")
    folder = tmp_path_factory.mktemp("judgment")
    for name, content in shown().items():
        path = folder / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    command = ["install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", folder / "site"]
    subprocess.run([sys.executable, "-m", "pip", *command, folder / "package"], check=True, capture_output=True)
    path = os.pathsep.join([str(folder / "site"), str(REPOSITORY)])
    inherited = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return folder, {**inherited, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def test_the_page_shows_the_files_of_the_template() -> None:
    files = {
        path.relative_to(TEMPLATE_OF_A_TYPE).as_posix(): path.read_text(encoding="utf-8")
        for path in TEMPLATE_OF_A_TYPE.rglob("*")
        if path.suffix in (".py", ".toml")
    }
    assert shown() == files


def test_the_tests_of_the_package_pass_outside_of_this_repository(
    installed: tuple[Path, dict[str, str]],
) -> None:
    folder, environment = installed
    tests = folder / "tests"
    shutil.copytree(folder / "package" / "tests", tests)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tests), str(tests)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^(?:9|[1-9][0-9]+) passed", done.stdout, re.MULTILINE)


def test_the_commands_of_the_page_run_with_the_installed_package(
    installed: tuple[Path, dict[str, str]],
) -> None:
    folder, environment = installed
    (folder / "docs").symlink_to(REPOSITORY / "docs")
    using = PAGE.read_text(encoding="utf-8").split("## Using it")[1]
    commands = re.findall(r"^\$ (policyparse .*)$", using, re.MULTILINE)
    assert len(commands) >= 7
    for command in commands:
        arguments = [sys.executable, "-m", *shlex.split(command)]
        done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
