import json
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse.registry import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_up_to_date(kind: str, repository: Path) -> None:
    committed = json.loads((repository / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert committed == policyparse.json_schema(kind), "run `policyparse schema --out schemas`"


def test_no_schema_is_left_over(repository: Path) -> None:
    names = {path.name for path in (repository / "schemas").iterdir()}
    assert names == {f"{kind}.schema.json" for kind in KINDS}


def objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The models of a schema, by name."""
    return {schema["title"]: schema} | schema["$defs"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_its_chinese_term(kind: str) -> None:
    for name, model in objects(policyparse.json_schema(kind)).items():
        for field, content in model["properties"].items():
            description = content.get("description", "")
            assert any("\u4e00" <= c <= "\u9fff" for c in description), f"{name}.{field}: {description!r}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_model_is_closed_and_described(kind: str) -> None:
    schema = policyparse.json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name, model in objects(schema).items():
        assert model["additionalProperties"] is False, name
        assert model["description"].strip(), name


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_discriminates(kind: str) -> None:
    assert policyparse.json_schema(kind)["properties"]["kind"]["const"] == kind
