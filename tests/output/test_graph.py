"""The graph: what documents say of each other is resolved, and what is in force follows from it."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.output.edges import Edge
from policyparse.output.graph import Graph, link
from policyparse.output.store_graph import edge_of_row

FERRIES = Path(__file__).resolve().parents[2] / "docs" / "examples" / "ferries"
NAMES = {
    "law": "渡口法",
    "old": "渡口管理条例",
    "new": "渡口和码头管理条例",
    "amending": "修改决定",
    "request": "请示",
    "reply": "批复",
    "notice": "通知",
}
TEXTS = {name: (FERRIES / f"{file}.txt").read_text(encoding="utf-8") for name, file in NAMES.items()}
NEW, NOTICE = TEXTS["new"], TEXTS["notice"]


@pytest.fixture(scope="module")
def documents() -> dict[str, policyparse.Document]:
    return {name: policyparse.parse(text, with_text=True) for name, text in TEXTS.items()}


@pytest.fixture(scope="module")
def graph(documents: dict[str, policyparse.Document]) -> Graph:
    return link(documents.values())


def edges_of(graph: Graph, document: policyparse.Document) -> list[Edge]:
    return [edge for edge in graph.edges if edge.document == document.digest]


def told(edges: list[Edge]) -> list[tuple[str, str, str | None]]:
    """Action, title and the end of the identifier, or the reason."""
    return [(e.action, e.title, e.to_id.rsplit("/")[-1] if e.to_id else e.reason) for e in edges]


def test_a_statute_is_based_on_cites_and_repeals(graph: Graph, documents: dict[str, policyparse.Document]) -> None:
    assert told(edges_of(graph, documents["new"])) == [
        ("repeals", "江南省渡口管理条例", "江南省渡口管理条例@2012-05-20"),
        ("based_on", "中华人民共和国渡口法", "中华人民共和国渡口法@2010-03-01"),
        ("based_on", "中华人民共和国航道法", "not_in_corpus"),
        ("cites", "中华人民共和国渡口法", "中华人民共和国渡口法@2010-03-01#art_3"),
        ("cites", "中华人民共和国渡口法", "no_such_provision"),
    ]
    cited = edges_of(graph, documents["new"])[3]
    assert cited.from_id.endswith("江南省渡口和码头管理条例@2021-05-20#art_2")
    assert cited.span is not None
    assert NEW[cited.span.start : cited.span.end] == cited.text


def test_a_decision_amends(graph: Graph, documents: dict[str, policyparse.Document]) -> None:
    assert told(edges_of(graph, documents["amending"])) == [
        ("amends", "江南省渡口和码头管理条例", "江南省渡口和码头管理条例@2021-05-20#art_3")
    ]


def test_a_reply_answers(graph: Graph, documents: dict[str, policyparse.Document]) -> None:
    found = told(edges_of(graph, documents["reply"]))
    assert found[0][:2] == ("replies_to", "关于设立临云渡口的请示")
    assert ("cites", "江南省渡口和码头管理条例", "江南省渡口和码头管理条例@2021-05-20#art_2") in found


def test_a_notice_carries_out_its_basis(graph: Graph, documents: dict[str, policyparse.Document]) -> None:
    (edge,) = edges_of(graph, documents["notice"])
    assert (edge.action, edge.reason) == ("based_on", None)


@pytest.mark.parametrize(
    ("name", "day", "status", "since"),
    [
        ("old", "2012-06-01", "not_yet_effective", "2012-07-01"),
        ("old", "2021-06-30", "in_force", "2012-07-01"),
        ("old", "2021-07-01", "repealed", "2021-07-01"),
        ("new", "2023-06-30", "in_force", "2021-07-01"),
        ("new", "2023-07-01", "amended", "2023-07-01"),
        ("law", "2024-01-01", "in_force", "2010-06-01"),
        ("notice", "2023-03-01", "in_force", "2022-03-01"),
        ("notice", "2024-02-29", "in_force", "2022-03-01"),
        ("notice", "2024-03-01", "expired", "2024-02-29"),
    ],
)
def test_what_is_in_force_follows(
    graph: Graph, documents: dict[str, policyparse.Document], name: str, day: str, status: str, since: str | None
) -> None:
    found = graph.status(documents[name], on=date.fromisoformat(day))
    assert found.status == status
    if since is not None:
        assert found.since == date.fromisoformat(since)


def test_who_made_it_so_is_said(graph: Graph) -> None:
    repealed = graph.status("江南省渡口管理条例", on=date(2022, 1, 1))
    assert [key.rsplit("/")[-1] for key in repealed.by] == ["江南省渡口和码头管理条例@2021-05-20"]
    amended = graph.status("《江南省渡口和码头管理条例》", on=date(2024, 1, 1))
    assert len(amended.by) == 1
    assert "关于修改" in amended.by[0]


def test_of_two_versions_each_has_its_time() -> None:
    newer = NEW.replace("2021年5月20日", "2024年5月20日").replace("2021年7月1日", "2024年7月1日")
    older, later = policyparse.parse(NEW), policyparse.parse(newer)
    graph = link([later, older])
    assert graph.status(older, on=date(2024, 7, 1)).status == "amended"
    assert graph.status(later, on=date(2024, 7, 1)).status == "in_force"
    assert graph.status("江南省渡口和码头管理条例", on=date(2022, 7, 1)).id.endswith("@2021-05-20")
    assert graph.status("江南省渡口和码头管理条例", on=date(2025, 7, 1)).id.endswith("@2024-05-20")


def test_an_unknown_name_and_one_of_several_works_are_said(graph: Graph) -> None:
    with pytest.raises(policyparse.PolicyParseError, match="no document here is called"):
        graph.status("某某条例", on=date(2024, 1, 1))
    twins = [NOTICE, NOTICE.replace("江南省交通运输厅", "江北省交通运输厅").replace("江交发", "北交发")]
    both = [
        t.replace("江南省交通运输厅关于加强", "关于加强").replace("江北省交通运输厅关于加强", "关于加强") for t in twins
    ]
    with pytest.raises(policyparse.PolicyParseError, match="several works"):
        link(map(policyparse.parse, both)).status("关于加强渡口管理的通知", on=date(2024, 1, 1))


def test_unresolved_edges_have_their_reason(graph: Graph) -> None:
    reasons = {edge.title: edge.reason for edge in graph.unresolved}
    assert reasons["中华人民共和国航道法"] == "not_in_corpus"
    assert all(edge.reason for edge in graph.unresolved)


def test_a_link_takes_what_is_attached() -> None:
    text = "江南省交通运输厅关于印发《江南省渡口检查办法》的通知\n江交发〔2022〕9号\n各市交通运输局：\n现将《江南省渡口检查办法》印发给你们，请遵照执行。\n江南省交通运输厅\n2022年4月1日\n\n江南省渡口检查办法\n第一条　为了检查渡口，根据《江南省渡口和码头管理条例》，制定本办法。\n第二条　检查每月一次。\n第三条　本办法自2022年5月1日起施行。\n"
    letter, statute = policyparse.parse(text), policyparse.parse(NEW)
    graph = link([letter, statute])
    based = [edge for edge in graph.edges if edge.document == letter.digest and edge.action == "based_on"]
    assert [edge.pointer.startswith("/attachments/0/document/articles/0/") for edge in based] == [True]
    assert based[0].from_id.endswith("江南省渡口检查办法@2022-04-01#art_1") or "渡口检查办法" in based[0].from_id
    assert graph.status("江南省渡口检查办法", on=date(2023, 1, 1)).status == "in_force"


class TestStore:
    @pytest.fixture(scope="class")
    @staticmethod
    def path(tmp_path_factory: pytest.TempPathFactory, documents: dict[str, policyparse.Document]) -> Path:
        pytest.importorskip("duckdb", reason="needs an optional package")
        path = tmp_path_factory.mktemp("store") / "ferries.duckdb"
        with policyparse.Store(path) as store:
            store.load(documents.values())
        assert CliRunner().invoke(app, ["link", str(path)]).exit_code == 0
        return path

    def test_the_edges_are_those_of_the_graph(self, path: Path, graph: Graph) -> None:
        with policyparse.Store(path, read_only=True) as store:
            found = [edge_of_row(row) for row in store.query("SELECT * FROM edges")]
        assert sorted(found, key=repr) == sorted(graph.edges, key=repr)

    def test_edges_lead_back_to_the_text(self, path: Path) -> None:
        with policyparse.Store(path, read_only=True) as store:
            asked = (
                "SELECT edges.quote, text[span_start + 1:span_end] AS words FROM edges JOIN "
                "(SELECT document, json ->> 'text' AS text FROM models) USING (document) WHERE span_start IS NOT NULL"
            )
            rows = store.query(asked)
        assert rows
        assert all(row["quote"] == row["words"] for row in rows)

    def test_edges_join_to_provisions(self, path: Path) -> None:
        with policyparse.Store(path, read_only=True) as store:
            asked = "SELECT provisions.text FROM edges JOIN provisions ON provision_id = to_id WHERE action = 'amends'"
            assert store.query(asked) == [{"text": "经营者应当购买保险。"}]

    @pytest.mark.parametrize("name", ["江南省渡口管理条例", "《江南省渡口管理条例》", "江交发[2022]8号"])
    @pytest.mark.parametrize("day", ["2012-06-01", "2021-06-30", "2023-07-01", "2025-01-01"])
    def test_a_status_is_that_of_the_graph(self, path: Path, graph: Graph, name: str, day: str) -> None:
        with policyparse.Store(path, read_only=True) as store:
            found = store.status(name, on=date.fromisoformat(day))
        assert found == graph.status(name, on=date.fromisoformat(day))

    def test_linking_again_changes_nothing(self, path: Path, tmp_path: Path) -> None:
        copy = tmp_path / "copy.duckdb"
        copy.write_bytes(path.read_bytes())
        with policyparse.Store(copy) as store:
            before = store.query("SELECT * FROM edges ORDER BY ALL")
            store.link()
            assert store.query("SELECT * FROM edges ORDER BY ALL") == before

    def test_after_a_change_the_store_has_to_be_linked_again(self, path: Path, tmp_path: Path) -> None:
        copy = tmp_path / "copy.duckdb"
        copy.write_bytes(path.read_bytes())
        with policyparse.Store(copy) as store:
            store.load([policyparse.parse(NEW.replace("保险", "险"))])
            with pytest.raises(policyparse.PolicyParseError, match="policyparse link"):
                store.status("江南省渡口管理条例", on=date(2020, 1, 1))

    def test_an_upgrade_keeps_the_edges(self, path: Path, tmp_path: Path) -> None:
        copy = tmp_path / "copy.duckdb"
        copy.write_bytes(path.read_bytes())
        with policyparse.Store(copy) as store:
            store.query("ALTER TABLE edges DROP COLUMN later")
            number = store.query("SELECT count(*) AS n FROM edges")
        with pytest.raises(policyparse.PolicyParseError, match="another policyparse"):
            policyparse.Store(copy)
        assert CliRunner().invoke(app, ["upgrade", str(copy)]).exit_code == 0
        with policyparse.Store(copy, read_only=True) as store:
            assert store.query("SELECT count(*) AS n FROM edges") == number

    def test_the_commands_say_it(self, path: Path) -> None:
        result = CliRunner().invoke(app, ["link", str(path), "--unresolved"])
        assert "《中华人民共和国航道法》: not_in_corpus" in result.stdout
        assert "exist" not in result.stdout
        arguments = ["status", "江南省渡口管理条例", "--on", "2022-01-01", "--store", str(path)]
        first, by = CliRunner().invoke(app, arguments).stdout.splitlines()
        assert first.endswith("repealed on 2022-01-01: it was repealed with effect from 2021-07-01")
        assert by.endswith("江南省渡口和码头管理条例@2021-05-20")
        assert json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)["status"] == "repealed"

    def test_what_is_not_there_is_one_line(self, path: Path, tmp_path: Path) -> None:
        for arguments in (
            ["link", str(tmp_path / "none.duckdb")],
            ["status", "某条例", "--on", "2022-01-01", "--store", str(path)],
            ["status", "某条例", "--on", "2022-01-01", "--store", str(tmp_path / "none.duckdb")],
        ):
            result = CliRunner().invoke(app, arguments)
            assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
        assert not (tmp_path / "none.duckdb").exists()
