import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse.model.json_schema import ANY_KIND, NAMED_CHOICES, VERSION
from policyparse.registry import KINDS

EVERY = [ANY_KIND, *KINDS]


@pytest.mark.parametrize("kind", EVERY)
def test_the_committed_schema_is_up_to_date(kind: str, repository: Path) -> None:
    committed = json.loads((repository / "schemas" / VERSION / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert committed == policyparse.json_schema(kind), "run `policyparse schema --out schemas`"


def test_no_schema_is_left_over(repository: Path) -> None:
    names = {path.name for path in (repository / "schemas" / VERSION).iterdir()}
    assert names == {f"{kind}.schema.json" for kind in EVERY}


def objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The models of a schema, by name."""
    every = {schema["title"]: schema} | schema["$defs"]
    return {name: entry for name, entry in every.items() if "properties" in entry}


def text_of(content: dict[str, Any], schema: dict[str, Any]) -> str:
    """The description of a property, or of what it refers to."""
    if "$ref" in content:
        return str(schema["$defs"][content["$ref"].removeprefix("#/$defs/")]["description"])
    return str(content.get("description", ""))


@pytest.mark.parametrize("kind", EVERY)
def test_every_field_says_its_chinese_term(kind: str) -> None:
    schema = policyparse.json_schema(kind)
    for name, model in objects(schema).items():
        for field, content in model["properties"].items():
            assert any("\u4e00" <= c <= "\u9fff" for c in text_of(content, schema)), f"{name}.{field}"


@pytest.mark.parametrize("kind", EVERY)
def test_every_model_is_closed_described_and_has_no_optional_field(kind: str) -> None:
    schema = policyparse.json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f":{VERSION}:{kind}")
    for name, model in objects(schema).items():
        assert model["additionalProperties"] is False, name
        assert model["description"].strip(), name
        assert model["required"] == list(model["properties"]), name


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


@pytest.mark.parametrize("kind", EVERY)
def test_nothing_stands_beside_a_reference_and_no_property_has_a_title(kind: str) -> None:
    schema = policyparse.json_schema(kind)
    for node in nodes(schema):
        if isinstance(node.get("$ref"), str):
            assert list(node) == ["$ref"]
        for content in node.get("properties", {}).values():
            assert "title" not in content


def test_choices_that_programs_switch_on_are_named() -> None:
    definitions = policyparse.json_schema(ANY_KIND)["$defs"]
    assert set(NAMED_CHOICES.values()) <= definitions.keys()
    assert definitions["IndicatorKind"]["enum"] == ["target", "result"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_discriminates(kind: str) -> None:
    assert policyparse.json_schema(kind)["properties"]["kind"]["const"] == kind
    assert {"$ref": f"#/$defs/{policyparse.json_schema(kind)['title']}"} in policyparse.json_schema(ANY_KIND)["oneOf"]


def test_a_document_is_valid_by_its_schema(seed: Path) -> None:
    validator = pytest.importorskip("jsonschema", reason="needs an optional package").Draft202012Validator(
        policyparse.json_schema(ANY_KIND)
    )
    document = json.loads(policyparse.parse(seed).model_dump_json())
    assert list(validator.iter_errors(document)) == []
    document["indicators"] = [{}]
    assert list(validator.iter_errors(document)) != []
