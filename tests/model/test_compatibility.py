"""Versions of the contract: what may follow what, and that a released version does not change."""

import hashlib
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse.model.compatibility import changes_between, normalised, step_between
from policyparse.model.json_schema import ANY_KIND, VERSION

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def digest(schema: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(normalised(schema), sort_keys=True).encode()).hexdigest()


@pytest.fixture
def schema() -> dict[str, Any]:
    return deepcopy(policyparse.json_schema(ANY_KIND))


def test_the_same_needs_nothing_and_words_for_people_do_not_count(schema: dict[str, Any]) -> None:
    new = deepcopy(schema)
    new["$defs"]["Norm"]["description"] = "otherwise"
    assert step_between(schema, new) == "same"


def test_a_field_or_a_model_more_needs_a_minor_version(schema: dict[str, Any]) -> None:
    new = deepcopy(schema)
    new["$defs"]["Norm"]["properties"]["strength"] = {"type": "string"}
    new["$defs"]["Norm"]["required"].append("strength")
    assert list(changes_between(schema, new)) == [("Norm.strength", "minor")]
    new = deepcopy(schema)
    new["$defs"]["Treaty"] = {"type": "object", "properties": {}}
    assert step_between(schema, new) == "minor"


@pytest.mark.parametrize("change", ["gone", "retyped", "choice", "model"])
def test_anything_else_needs_a_major_version(schema: dict[str, Any], change: str) -> None:
    new = deepcopy(schema)
    if change == "gone":
        del new["$defs"]["Norm"]["properties"]["marker"]
    elif change == "retyped":
        new["$defs"]["Norm"]["properties"]["marker"] = {"type": "integer"}
    elif change == "choice":
        new["$defs"]["IndicatorKind"]["enum"].append("hope")
    else:
        del new["$defs"]["Norm"]
    assert step_between(schema, new) == "major"


def test_1_0_to_2_0_is_a_major_step() -> None:
    old, new = (json.loads((SCHEMAS / v / "decision.schema.json").read_text("utf-8")) for v in ("1.0", "2.0"))
    assert step_between(old, new) == "major"


def test_a_released_version_does_not_change() -> None:
    """`schemas/released.json` holds the digest of each released version; a change after a release needs a new one."""
    released = json.loads((SCHEMAS / "released.json").read_text(encoding="utf-8"))
    if VERSION in released:
        assert digest(policyparse.json_schema(ANY_KIND)) == released[VERSION], "bump schema_version"
    old = {k: digest(json.loads((SCHEMAS / "1.0" / f"{k}.schema.json").read_text("utf-8"))) for k in released["1.0"]}
    assert old == released["1.0"]
