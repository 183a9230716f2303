"""The store: what is loaded can be asked for, once, and taken out again."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.output.store import Store
from policyparse.output.tables import TABLES, rows

pytest.importorskip("duckdb", reason="needs an optional package")

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def documents() -> list[policyparse.Document]:
    return [policyparse.parse(path) for path in sorted(SEEDS.glob("*.txt"))]


def test_every_row_is_in_its_table() -> None:
    with Store() as store:
        assert store.load(documents()) == 5
        found = {table: store.query(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] for table in TABLES}
    assert found == {table: len(members) for table, members in rows(documents()).items()}


def test_values_come_back_as_they_were() -> None:
    with Store() as store:
        store.load(documents())
        asked = "SELECT metric, value, period_end FROM indicators WHERE unit = '场'"
        assert store.query(asked) == [
            {"metric": "举办市区两级撮合对接", "value": Decimal(300), "period_end": date(2024, 12, 31)}
        ]
        assert list(store.documents()) == sorted(documents(), key=lambda d: d.digest)


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "policies.duckdb"
    with Store(path) as store:
        store.load(documents())
        before = store.query("SELECT * FROM indicators")
    with Store(path) as store:
        assert store.load(documents()) == 0
        assert store.query("SELECT * FROM indicators") == before


def test_another_parse_takes_the_place_of_the_old_one() -> None:
    (old,) = [d for d in documents() if d.kind == "decision"]
    new = old.model_copy(update={"articles": old.articles[:3]})
    with Store() as store:
        store.load([old])
        assert store.load([new]) == 1
        assert len(store.query("SELECT * FROM articles")) == 3
        assert list(store.documents()) == [new]


def test_a_batch_that_fails_changes_nothing() -> None:
    with Store() as store:
        store.load(documents()[:1])
        with pytest.raises(Exception, match="JSON"):
            store.load_batch([("sha256:x", "{}", {"articles": "no json"})])
        assert [m["document"] for m in store.query("SELECT document FROM models")] == [documents()[0].digest]


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    import duckdb

    with pytest.raises(policyparse.PolicyParseError, match="no such file"):
        Store(tmp_path / "none.duckdb", read_only=True)
    (tmp_path / "text.duckdb").write_text("text", encoding="utf-8")
    with pytest.raises(policyparse.PolicyParseError, match="cannot be opened"):
        Store(tmp_path / "text.duckdb")
    with duckdb.connect(tmp_path / "other.duckdb") as other:
        other.execute("CREATE TABLE a (b INT)")
    with pytest.raises(policyparse.PolicyParseError, match="no store of policyparse"):
        Store(tmp_path / "other.duckdb")


def test_a_store_of_another_version_names_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store(path) as store:
        store.query("UPDATE store SET schema_version = '1.0'")
    with pytest.raises(policyparse.PolicyParseError, match="policyparse upgrade"):
        Store(path)


def test_columns_of_one_name_are_both_given() -> None:
    with Store() as store:
        assert store.query("SELECT 1 AS a, 2 AS a, 3 AS a") == [{"a": 1, "a_1": 2, "a_2": 3}]


def test_an_index_has_what_a_text_is_about() -> None:
    with Store() as store:
        store.load(documents())
        (decision,) = [d for d in documents() if d.kind == "decision"]
        index = store.index_for(f"《{decision.title}》第二条")
        assert [d.title for d in index.documents(decision.title or "")] == [decision.title]
        assert store.index_for("没有引用。").documents(decision.title or "") == []
        assert store.documents_saying("各区人民政府应当履行属地责任")[0] == decision.digest


class TestCommand:
    @pytest.fixture
    def store(self, tmp_path: Path) -> Path:
        path = tmp_path / "policies.duckdb"
        with Store(path) as store:
            store.load(documents())
        return path

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["sql", *map(str, arguments)])
        return result.exit_code, result.stdout, result.stderr

    def test_an_answer_is_a_table(self, store: Path) -> None:
        code, out, _ = self.run(
            "SELECT label, bearer FROM norms JOIN articles USING (document) LIMIT 1", "--store", store
        )
        assert code == 0
        assert out.split()[:2] == ["label", "bearer"]

    def test_csv_and_json(self, store: Path) -> None:
        asked = "SELECT kind, count(*) AS n FROM documents GROUP BY kind ORDER BY kind"
        assert self.run(asked, "--store", store, "--format", "csv")[1] == "kind,n\nbriefing,2\ndecision,1\nmeeting,2\n"
        assert '"kind": "decision"' in self.run(asked, "--store", store, "--format", "json")[1]

    def test_decimals_have_no_zeros_that_nobody_printed(self, store: Path) -> None:
        asked = "SELECT value FROM indicators WHERE unit = '场'"
        assert self.run(asked, "--store", store, "--format", "csv")[1] == "value\n300\n"

    def test_a_table_that_goes_to_a_file_folds_no_cell(self, store: Path) -> None:
        out = self.run("SELECT text FROM provisions ORDER BY length(text) DESC LIMIT 1", "--store", store)[1]
        assert len(out.strip().splitlines()) == 3

    def test_a_wrong_statement_is_one_line(self, store: Path) -> None:
        code, out, err = self.run("SELEC 1", "--store", store)
        assert (code, out, len(err.splitlines())) == (2, "", 1)

    def test_nothing_can_be_written(self, store: Path) -> None:
        assert self.run("DELETE FROM norms", "--store", store)[0] == 2
