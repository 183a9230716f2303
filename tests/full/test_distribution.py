"""The wheel and the sdist: what is in them, and that what is installed from each works alone."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif("POLICYPARSE_FULL" not in os.environ, reason="runs in .ci/full")

SMOKE = """
import policyparse, pathlib, sys
document = policyparse.parse(pathlib.Path(sys.argv[1]))
assert document.kind == "decision" and document.articles, document
assert policyparse.json_schema("meeting")["properties"]
assert pathlib.Path(policyparse.__file__).is_relative_to(sys.prefix), policyparse.__file__
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both distributions, the wheel made from the sdist, as they are published."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(REPOSITORY)], check=True)
    return {"wheel": next(folder.glob("*.whl")), "sdist": next(folder.glob("*.tar.gz"))}


def tracked(folder: str) -> Iterator[str]:
    """The files of a folder that belong to the project."""
    done = subprocess.run(["git", "ls-files", "-z", folder], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    yield from filter(None, done.stdout.split("\0"))


def test_the_wheel_has_code_and_data_and_no_tests(built: dict[str, Path]) -> None:
    names = {name for name in zipfile.ZipFile(built["wheel"]).namelist() if ".dist-info/" not in name}
    assert names == {name for name in tracked("policyparse") if not name.endswith(".gitignore")}
    assert {"policyparse/py.typed", "policyparse/knowledge/furniture.toml"} <= names


def test_the_wheel_says_its_licence_and_its_page(built: dict[str, Path]) -> None:
    wheel = zipfile.ZipFile(built["wheel"])
    about = {name.split(".dist-info/")[1] for name in wheel.namelist() if ".dist-info/" in name}
    assert {"METADATA", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"} <= about
    metadata = next(wheel.read(name).decode() for name in wheel.namelist() if name.endswith("/METADATA"))
    assert "License-Expression: Apache-2.0" in metadata
    assert "](docs/" not in metadata


def test_the_sdist_has_what_its_tests_need(built: dict[str, Path]) -> None:
    with tarfile.open(built["sdist"]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    for folder in ("policyparse", "tests", "benchmarks", "seeds", "schemas", "docs", "examples"):
        assert set(tracked(folder)) - names == set(), folder
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "SECURITY.md", "CHANGELOG.md"} <= names


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_what_is_installed_works_alone(kind: str, built: dict[str, Path], tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([str(python), *quiet, str(built[kind])], check=True)
    seed = str(sorted((REPOSITORY / "seeds").glob("003*.txt"))[0])
    away = {"cwd": tmp_path, "env": {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}}
    subprocess.run([str(python), "-c", SMOKE, seed], check=True, **away)  # type: ignore[call-overload]
    command = [str(tmp_path / "venv" / "bin" / "policyparse"), "parse", seed]
    done = subprocess.run(command, check=True, capture_output=True, text=True, **away)  # type: ignore[call-overload]
    assert '"kind": "decision"' in done.stdout
