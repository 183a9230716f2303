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
from policyparse.output.tables import EDGES, MODELS, TABLES, ColumnType, columns, document_rows, rows

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
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
    for row in rows(documents())[table]:
        assert row.keys() == kinds.keys()
        for name, value in row.items():
            assert value is None or isinstance(value, PYTHON[kinds[name]]), (name, value)


NAMED = (
    "documents articles paragraphs items norms sanctions citations points responsibilities appointments speakers "
    "positions speech outcomes indicators industries chains projects initiatives diagnostics repairs blocks"
).split()
"""The tables that users were promised."""


@pytest.mark.parametrize("table", NAMED)
def test_a_promised_table_has_places(table: str) -> None:
    assert set(columns(table)) >= {"document", "pointer", "quote", "span_start", "span_end", "page"}


def test_no_column_is_a_reserved_word() -> None:
    """Every column can be written bare, and as a name of its own, in DuckDB; so can every table."""
    duckdb = pytest.importorskip("duckdb", reason="needs an optional package")
    asked = "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')"
    reserved = {word for (word,) in duckdb.sql(asked).fetchall()}
    assert {"end", "on", "table", "order"} <= reserved
    assert reserved.isdisjoint(name for table in (*TABLES, EDGES) for name in columns(table))
    assert reserved.isdisjoint((*TABLES, EDGES))
    assert {"start", "end", "on"}.isdisjoint(name for table in TABLES for name in columns(table))
    with policyparse.Store() as store:
        for table in (*TABLES, EDGES):
            names = ", ".join(f"{name}, {table}.{name} AS {name}" for name in columns(table))
            assert store.query(f"SELECT {names} FROM {table}") == []


SCALARS = {"string": "text", "integer": "integer", "number": "float", "boolean": "boolean"}
FORMATS = {"date": "date", "date-time": "timestamp"}


def column_type(entry: dict[str, Any]) -> str | None:
    """The type of a column by the JSON Schema of its field; None where the field holds other models."""
    options = [option for option in entry.get("anyOf", [entry]) if option.get("type") != "null"]
    formats = {FORMATS[option["format"]] for option in options if option.get("format") in FORMATS}
    if formats:
        return "timestamp" if "timestamp" in formats else "date"
    (first, *_) = options
    if "pattern" in first and "eE" in first["pattern"]:
        return "decimal"
    if first.get("type") == "array":
        inner = first["items"]
        return {"string": "texts", "integer": "integers", "array": "grid"}.get(inner.get("type"))
    if "enum" in first or "const" in first:
        return SCALARS[first.get("type", "string")]
    return SCALARS.get(first.get("type", ""))


def test_types_of_columns_are_those_of_the_json_schema() -> None:
    definitions = policyparse.json_schema("document")["$defs"]
    compared = 0
    for table, models in MODELS.items():
        for model in models:
            for field, entry in definitions[model.__name__]["properties"].items():
                target = definitions.get(entry.get("$ref", "").rsplit("/", 1)[-1], entry)
                expected = column_type(target)
                if field in columns(table) and expected is not None and field not in ("document", "pointer"):
                    assert columns(table)[field] == expected, (table, field)
                    compared += 1
    assert compared > 150


def test_what_has_no_place_of_its_own_has_that_of_its_words() -> None:
    text = "某市公园管理办法\n第一条 为了加强公园管理，制定本办法。\n第二条 违反本办法规定，毁坏花木的，由公安机关处五百元以上五千元以下罚款。\n"
    document = policyparse.parse(text, with_text=True)
    found = rows([document])
    (amount,) = found["amounts"]
    assert amount["quote"] == "五百元以上五千元以下"
    assert found["documents"][0]["quote"] == "某市公园管理办法"


def test_provisions_have_their_identifiers_and_whole_labels() -> None:
    (seed,) = [d for d in documents() if d.kind == "decision"]
    found = {row["place"]: row for row in rows([seed])["provisions"]}
    assert found["第二条第二款"]["text"].startswith("各区人民政府应当")
    assert found["第二条第二款"]["provision_id"].endswith("@2022-03-30#art_2__para_2")
    assert found["第二条"]["label"] == "二"
    (document,) = rows([seed])["documents"]
    assert found["第二条"]["provision_id"] == document["version_id"] + "#art_2"


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
    table = polars.DataFrame(indicators, infer_schema_length=None)
    assert table.height == len(frame) == len(indicators)
    assert table.schema["period_start"] == polars.Date
    assert isinstance(table.schema["value"], polars.Decimal)
    assert isinstance(frame["period_start"].dropna().iloc[0], date)
    assert isinstance(frame["value"].iloc[0], Decimal)
