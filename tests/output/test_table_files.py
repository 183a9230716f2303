"""Tables in files: read back as they were, whole or not at all."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

import policyparse
from policyparse.output.table_files import CELL_LENGTH, Format, TableFiles, encode, require, write_workbook
from policyparse.output.tables import TABLES, columns, rows

TEXT = """山东加快发展新兴产业

来源：某报  发布时间：2024年02月07日

2023年，山东规模以上工业增加值同比增长5%。山东壮大医药、电子等新兴产业，力争到2027年，企业达到300至500家。
"""


@pytest.fixture
def document() -> policyparse.Document:
    return policyparse.parse(TEXT, kind="briefing").model_copy(update={"text": TEXT})


def write(document: policyparse.Document, target: Path, form: Format) -> None:
    with TableFiles(target, form) as files:
        files.write(encode(document))


def test_json_lines(document: policyparse.Document, tmp_path: Path) -> None:
    write(document, tmp_path / "out", "jsonl")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(TABLES)
    lines = [json.loads(line) for line in (tmp_path / "out/indicators.jsonl").read_text("utf-8").splitlines()]
    assert [line["value"] for line in lines] == ["5", "300"]
    assert lines[1]["period_start"] == "2027-01-01"


def test_csv_has_a_byte_order_mark_and_every_column(document: policyparse.Document, tmp_path: Path) -> None:
    write(document, tmp_path / "out", "csv")
    file = tmp_path / "out" / "indicators.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    header, *lines = csv.reader(file.open(encoding="utf-8-sig", newline=""))
    assert header == list(columns("indicators"))
    assert [line[header.index("metric")] for line in lines] == [r["metric"] for r in rows([document])["indicators"]]


def test_excel_has_typed_cells_and_a_sheet_a_table(document: policyparse.Document, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs an optional package")
    write(document, tmp_path / "out.xlsx", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == list(TABLES)
    header, first, *_ = book["indicators"].iter_rows(values_only=True)
    row = dict(zip(header, first, strict=True))
    assert row["value"] == 5
    assert row["period_start"] == datetime(2023, 1, 1)


def test_no_cell_of_a_workbook_is_a_formula_and_a_long_one_is_cut(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs an optional package")
    row = dict.fromkeys(columns("sections")) | {"heading": "=1+1", "document": "长" * 40_000}
    write_workbook(tmp_path / "a.xlsx", {"sections": [row]})
    _, cells = openpyxl.load_workbook(tmp_path / "a.xlsx")["sections"].iter_rows()
    by_name = dict(zip(columns("sections"), cells, strict=True))
    assert (by_name["heading"].value, by_name["heading"].data_type) == ("=1+1", "s")
    assert len(by_name["document"].value) == CELL_LENGTH


def test_parquet_has_types_even_without_rows(document: policyparse.Document, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs an optional package")
    write(document, tmp_path / "out", "parquet")
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{tmp_path}/out/indicators.parquet'").fetchall()
    kinds = {name: kind for name, kind, *_ in described}
    assert (kinds["value"], kinds["period_start"]) == ("DECIMAL(38,8)", "DATE")
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/out/sanctions.parquet'").fetchall() == [(0,)]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "parquet"])
def test_what_fails_leaves_what_stood_there(form: Format, document: policyparse.Document, tmp_path: Path) -> None:
    target = tmp_path / "out"
    files = TableFiles(target, form)
    files.write(encode(document))
    files.__exit__(RuntimeError, RuntimeError(), None)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_names_its_extra() -> None:
    with pytest.raises(policyparse.PolicyParseError, match=r'pip install "policyparse\[excel\]"'):
        require("no_such_library", "excel")
