"""The schemas as other languages use them; needs the modules of npm in POLICYPARSE_NODE (`.ci/full` installs them)."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.model.json_schema import VERSION

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
SCHEMA = REPOSITORY / "schemas" / VERSION / "document.schema.json"
GAP = "某市公园管理办法\n第一条 为了加强公园管理，制定本办法。\n第三条 本办法自2024年3月1日起施行。\n"


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder of the modules of npm."""
    if not os.environ.get("POLICYPARSE_NODE"):
        pytest.skip("runs in .ci/full")
    return Path(os.environ["POLICYPARSE_NODE"])


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Results of the seeds."""
    folder = tmp_path_factory.mktemp("results")
    for seed in (REPOSITORY / "seeds").glob("*.txt"):
        (folder / f"{seed.stem}.json").write_text(policyparse.parse(seed).model_dump_json(), encoding="utf-8")
    return sorted(folder.iterdir())


def run(*command: object, cwd: Path | None = None) -> str:
    result = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False, cwd=cwd)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_typescript_narrows_by_kind(modules: Path, tmp_path: Path) -> None:
    types = run(modules / ".bin" / "json2ts", SCHEMA)
    exports = re.findall(r"^export (?:interface|type) (\w+)", types, re.MULTILINE)
    assert len(exports) < 60
    assert [name for name in exports if re.search(r"\d", name)] == []
    (tmp_path / "document.ts").write_text(types, encoding="utf-8")
    (tmp_path / "narrowing.ts").write_text((HERE / "narrowing.ts").read_text(encoding="utf-8"), encoding="utf-8")
    options = ["--strict", "--noEmit", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]
    run(modules / ".bin" / "tsc", *options, tmp_path / "narrowing.ts")


def test_ajv_takes_the_results_in_strict_mode(modules: Path, results: list[Path]) -> None:
    run("node", HERE / "validate.mjs", modules, SCHEMA, *results)


def test_python_models_made_from_the_schema_parse_the_results(
    modules: Path, results: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made_models.py"
    options = ["--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel"]
    run(sys.executable, "-m", "datamodel_code_generator", "--input", SCHEMA, *options, "--output", made)
    monkeypatch.syspath_prepend(str(tmp_path))
    import made_models  # type: ignore[import-not-found]
    from pydantic import RootModel

    models = {name: value for name, value in vars(made_models).items() if isinstance(value, type)}
    root = models.get("Document") or models["Model"]
    assert issubclass(root, RootModel)
    for result in results:
        document = root.model_validate_json(result.read_bytes())
        assert document.root.kind == json.loads(result.read_bytes())["kind"]


def test_sarif_is_valid_by_its_schema(modules: Path, tmp_path: Path) -> None:
    from jsonschema import Draft7Validator, FormatChecker

    schema = json.loads((modules / "@microsoft/sarif-multitool-linux/sarif-2.1.0.json").read_text("utf-8-sig"))
    file = tmp_path / "某 文件.txt"
    file.write_text(GAP, encoding="utf-8")
    log = json.loads(CliRunner().invoke(app, ["check", str(file), "--format", "sarif"]).stdout)
    assert [error.message for error in Draft7Validator(schema, format_checker=FormatChecker()).iter_errors(log)] == []
    assert log["runs"][0]["results"]
