"""Tables: every thing found is a row that leads back to its place."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse.model.base import Model
from policyparse.output.tables import MODELS, TABLES, ColumnType, columns, document_rows, rows

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
RESERVED = frozenset(
    [
        "end",
        "start",
        "on",
        "order",
        "group",
        "table",
        "column",
        "user",
        "select",
        "from",
        "where",
        "to",
        "in",
        "as",
        "all",
        "any",
        "and",
        "or",
        "not",
    ]
)
PYTHON: dict[ColumnType, type | tuple[type, ...]] = {
    "text": str,
    "integer": int,
    "decimal": Decimal,
    "float": float,
    "boolean": bool,
    "date": date,
    "timestamp": datetime,
    "texts": list,
    "integers": list,
    "grid": list,
}


@cache
def documents() -> tuple[policyparse.Document, ...]:
    return tuple(
        policyparse.parse(path).model_copy(update={"text": policyparse.read(path).text})
        for path in sorted(SEEDS.glob("*.txt"))
    )


def resolved(document: policyparse.Document, pointer: str) -> Any:
    """What a JSON Pointer names in a dumped document."""
    node: Any = document.model_dump(mode="json")
    for key in pointer.split("/")[1:]:
        node = node[int(key)] if isinstance(node, list) else node[key]
    return node


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_every_column_with_its_type(table: str) -> None:
    kinds = columns(table)
    assert all(re.fullmatch("[a-z_]+", name) for name in kinds)
    assert not RESERVED & kinds.keys()
    for row in rows(documents())[table]:
        assert row.keys() == kinds.keys()
        for name, value in row.items():
            assert value is None or isinstance(value, PYTHON[kinds[name]]), (name, value)


def test_pointers_lead_to_what_the_row_says() -> None:
    for document in documents():
        for table, row in document_rows(document):
            if table == "evidence":
                continue
            node = resolved(document, row["pointer"])
            for name in ("text", "name", "label", "title", "code", "rule"):
                if name in row and name in node:
                    assert row[name] == node[name]
            if row["parent"] is not None:
                assert row["pointer"].startswith(row["parent"] + "/")


def test_a_quote_is_the_text_at_the_span() -> None:
    (seed,) = [d for d in documents() if d.kind == "decision"]
    assert seed.text is not None
    (article,) = [row for row in rows([seed])["articles"] if row["label"] == "二"]
    assert article["quote"].startswith("二、")
    assert article["quote"] == seed.text[article["span_start"] : article["span_end"]]
    (title,) = [row for row in rows([seed])["evidence"] if row["pointer"] == "/title"]
    assert title["quote"].replace("\n", "") == seed.title


def test_without_its_text_a_document_has_no_quotes() -> None:
    bare = documents()[0].model_copy(update={"text": None})
    assert {row["quote"] for table in rows([bare]).values() for row in table} == {None}


def test_speech_is_one_table() -> None:
    found = rows(documents())["speech"]
    assert {row["speech_kind"] for row in found} == {"statement", "proposal", "response"}
    said = sum(len(d.statements) for d in documents() if d.kind in ("meeting", "briefing"))
    assert sum(row["speech_kind"] == "statement" for row in found) == said


def models() -> Iterator[type[Model]]:
    """Every model that a list of some document holds."""
    seen: set[type[Model]] = set()

    def walk(model: type[Model]) -> None:
        for info in model.model_fields.values():
            for match in re.finditer(r"policyparse\.model\.(\w+)\.(\w+)", str(info.annotation)):
                module = __import__(f"policyparse.model.{match[1]}", fromlist=[match[2]])
                inner = getattr(module, match[2])
                if inner not in seen:
                    seen.add(inner)
                    walk(inner)

    for root in MODELS["documents"]:
        walk(root)
    yield from seen


def test_every_model_with_a_place_has_its_table() -> None:
    placed = {model for model in models() if "span" in model.model_fields}
    assert len(placed) > 25
    assert placed <= {model for group in MODELS.values() for model in group}


def test_pandas_and_polars_take_the_rows() -> None:
    pandas, polars = (
        pytest.importorskip("pandas", reason="needs an optional package"),
        pytest.importorskip("polars", reason="needs an optional package"),
    )
    indicators = rows(documents())["indicators"]
    frame = pandas.DataFrame(indicators)
    assert list(frame.columns) == list(columns("indicators"))
    assert polars.DataFrame(indicators, infer_schema_length=None).height == len(frame) == len(indicators)
