"""Upgrade: what an older version wrote is read, in place, whole or as it was."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.model.json_schema import VERSION
from policyparse.output.store import Store
from policyparse.output.upgrade import upgrade

SEED = Path(__file__).resolve().parents[2] / "seeds" / "003_c2bd32f171b98a00.txt"
OLD = json.loads((Path(__file__).resolve().parents[2] / "schemas" / "1.0" / "decision.schema.json").read_text("utf-8"))


def result_of_1_0() -> str:
    """A result as version 1.0 wrote it: with the fields of its schema alone."""

    def only(value: object, schema: dict[str, object]) -> object:
        reference = schema.get("$ref") or next((o["$ref"] for o in schema.get("anyOf", ()) if "$ref" in o), None)  # type: ignore[attr-defined]
        if reference:
            schema = OLD["$defs"][str(reference).rsplit("/", 1)[-1]]
        if isinstance(value, dict) and "properties" in schema:
            fields: dict[str, dict[str, object]] = schema["properties"]  # type: ignore[assignment]
            return {name: only(value[name], field) for name, field in fields.items() if name in value}
        if isinstance(value, list):
            return [only(entry, schema.get("items", {})) for entry in value]  # type: ignore[arg-type]
        return value

    new = json.loads(policyparse.parse(SEED).model_dump_json())
    return json.dumps(only(new, OLD) | {"schema_version": "1.0"}, ensure_ascii=False)  # type: ignore[operator]


def test_a_result_of_1_0_is_lifted() -> None:
    document = upgrade(result_of_1_0())
    assert isinstance(document, policyparse.Decision)
    assert document.schema_version == VERSION
    now = policyparse.parse(SEED)
    assert isinstance(now, policyparse.Decision)
    assert [a.label for a in document.articles] == [a.label for a in now.articles]
    assert document.blocks == []


@pytest.mark.parametrize("text", ["[1]", "no json", '{"schema_version": "0.1"}', '{"schema_version": "2.0"}'])
def test_what_cannot_be_lifted_is_said(text: str) -> None:
    with pytest.raises(policyparse.PolicyParseError):
        upgrade(text)


def test_files_are_lifted_in_place(tmp_path: Path) -> None:
    old, bad = tmp_path / "old.json", tmp_path / "bad.json"
    old.write_text(result_of_1_0(), encoding="utf-8")
    bad.write_text("{}", encoding="utf-8")
    result = CliRunner().invoke(app, ["upgrade", str(old), str(bad)])
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "1 file upgraded, 1 failed"
    assert json.loads(old.read_text(encoding="utf-8"))["schema_version"] == VERSION
    assert bad.read_text(encoding="utf-8") == "{}"


def test_a_store_is_lifted(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="needs an optional package")
    path = tmp_path / "old.duckdb"
    with Store(path) as store:
        store.load([policyparse.parse(SEED)])
        store.query("UPDATE store SET schema_version = '1.0'")
        store.query("UPDATE models SET json = ?", [result_of_1_0()])
    assert CliRunner().invoke(app, ["upgrade", str(path)]).exit_code == 0
    with Store(path) as store:
        assert len(store.query("SELECT * FROM articles")) == 16
