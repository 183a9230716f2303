"""Runs: every target holds every document, a second run parses nothing, a stopped one goes on."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse import Limits, api
from policyparse.batch import parse_many, rules
from policyparse.batch.run import run
from policyparse.batch.sinks import PARTS
from policyparse.batch.state import State
from policyparse.cli import app
from policyparse.output.store import Store
from policyparse.output.tables import rows as rows_of

BAD = "坏.txt"
DECISION = "某市人民代表大会常务委员会关于加强第{n}段河道保护的决定\n（2023年5月25日某市第十七届人民代表大会常务委员会第三次会议通过）\n一、市人民政府应当加强领导。\n二、本决定自公布之日起施行。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for n in range(6):
        path = folder / f"{n % 2}" / f"{n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DECISION.format(n=n), encoding="utf-8")
    (folder / BAD).write_text(" ", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every visible file below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


def wait_for_output(target: Path) -> None:
    """Wait until a run has written something."""
    journal = target.with_name(f".{target.name}.journal")
    deadline = time.monotonic() + 120
    while (not journal.exists() or not journal.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_mirrors_the_corpus(corpus: Path, tmp_path: Path, jobs: int) -> None:
    summary = run([corpus], tmp_path / "out", jobs=jobs)
    assert (summary.documents, summary.parsed, summary.failures) == (7, 6, 1)
    assert summary.kinds == {"decision": 6}
    names = contents(tmp_path / "out")
    assert set(names) == {"manifest.jsonl", *(f"{n % 2}/{n}.txt.json" for n in range(6))}
    document = policyparse.Decision.model_validate_json(names["1/3.txt.json"])
    assert document == policyparse.parse(corpus / "1" / "3.txt")
    manifest = [json.loads(line) for line in names["manifest.jsonl"].splitlines()]
    assert [entry["name"] for entry in manifest][-1] == str(corpus / BAD)
    assert manifest[-1]["failure"].startswith("the file is empty")
    assert manifest[0]["output"] == "0/0.txt.json"


def test_json_lines_are_in_order(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out.jsonl", jobs=2)
    titles = [json.loads(line)["title"] for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert titles == [f"某市人民代表大会常务委员会关于加强第{n}段河道保护的决定" for n in (0, 2, 4, 1, 3, 5)]


def test_a_store_and_tables_hold_every_row(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="needs an optional package")
    run([corpus], tmp_path / "out.duckdb", options={"with_text": True})
    run([corpus], tmp_path / "tables", tables="jsonl", options={"with_text": True})
    documents = [policyparse.parse(path, with_text=True) for path in sorted(corpus.glob("?/*.txt"))]
    with Store(tmp_path / "out.duckdb") as store:
        assert len(store.query("SELECT quote FROM articles WHERE quote IS NOT NULL")) == len(
            rows_of(documents)["articles"]
        )
    lines = (tmp_path / "tables" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["quote"] for line in lines] == [row["quote"] for row in rows_of(documents)["articles"]]


@pytest.mark.parametrize("name", ["out", "out.jsonl", "out.duckdb"])
def test_a_second_run_parses_nothing_and_changes_nothing(corpus: Path, tmp_path: Path, name: str) -> None:
    pytest.importorskip("duckdb", reason="needs an optional package")
    target = tmp_path / "to" / name
    run([corpus], target)
    before = contents(tmp_path / "to")
    summary = run([corpus], target, resume=True)
    assert (summary.documents, summary.parsed, summary.failures) == (7, 0, 1)
    if name != "out.duckdb":
        assert contents(tmp_path / "to") == before


def test_only_what_changed_is_parsed_again(corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run([corpus], target)
    (corpus / "0" / "2.txt").write_text(DECISION.format(n=22), encoding="utf-8")
    (corpus / "0" / "4.txt").unlink()
    summary = run([corpus], target, resume=True)
    assert (summary.parsed, summary.gone) == (1, 1)
    titles = [json.loads(line)["title"] for line in target.read_text("utf-8").splitlines()]
    assert [t[-8:-6] for t in titles] == [t[-8:-6] for t in titles]
    assert "第22段" in titles[1]
    assert len(titles) == 5


def test_other_rules_parse_everything_again(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out")
    assert run([corpus], tmp_path / "out", resume=True, options={"kind": "decision"}).parsed == 6


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    lines = [json.dumps({"text": DECISION.format(n=n)}, ensure_ascii=False) for n in range(600)]
    corpus.write_text("\n".join(lines) + "\n", encoding="utf-8")
    whole, target = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run([corpus], whole)
    command = [sys.executable, "-m", "policyparse", "run", str(corpus), "--into", str(target), "--jobs", "2"]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})
    wait_for_output(target)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not target.exists()
    summary = run([corpus], target, resume=True)
    assert summary.documents == 600
    assert target.read_bytes() == whole.read_bytes()


def test_reprints_are_found(tmp_path: Path) -> None:
    text = "某市人民代表大会常务委员会公告\n第九十六号\n" + DECISION.format(n=1)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text + f"来源：{name}\n", encoding="utf-8")
    summary = run([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    assert summary.reprints == 1
    lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [line["reprint_of"] for line in lines] == [None, str(tmp_path / "a.txt")]


def test_parse_many_gives_documents_and_failures(corpus: Path) -> None:
    good, bad, text = parse_many([corpus / "0" / "0.txt", corpus / BAD, DECISION.format(n=7)], kind="decision")
    assert (good.kind, text.kind) == ("decision", "decision")  # type: ignore[union-attr]
    assert str(bad).startswith(f"{corpus / BAD}: the file is empty")


def test_same_names_in_different_folders_are_kept_apart(tmp_path: Path) -> None:
    paths = [tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt", tmp_path / "y" / "a.md"]
    for n, path in enumerate(paths):
        path.parent.mkdir(exist_ok=True)
        path.write_text(DECISION.format(n=n), encoding="utf-8")
    run([tmp_path / "x", *paths[1:]], tmp_path / "out")
    assert {name for name in contents(tmp_path / "out") if name != "manifest.jsonl"} == {
        "x/a.txt.json",
        "y/a.txt.json",
        "y/a.md.json",
    }


def test_outputs_of_names_that_no_file_can_have(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    names = ["a:b.txt", "a_b.txt", "长" * 81 + ".txt", "x\\y.txt", "z\x1b[31m.txt"]
    for n, name in enumerate(names):
        (corpus / name).write_text(DECISION.format(n=n), encoding="utf-8")
    half = os.fsdecode(str(corpus).encode() + b"/\xff\xfe.txt")
    Path(half).write_text(DECISION.format(n=9), encoding="utf-8")
    summary = run([corpus], tmp_path / "out")
    assert (summary.parsed, summary.failures) == (6, 0)
    manifest = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_bytes().splitlines()]
    assert {Path(entry["name"]).name for entry in manifest} == {*names, Path(half).name}
    outputs = [entry["output"] for entry in manifest]
    assert len(set(outputs)) == 6
    assert all((tmp_path / "out" / output).is_file() for output in outputs)
    assert run([corpus], tmp_path / "out", resume=True).parsed == 0


def test_the_target_is_no_part_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DECISION.format(n=1), encoding="utf-8")
    for name in ("out", "out.jsonl"):
        run([tmp_path], tmp_path / name)
    assert run([tmp_path], tmp_path / "out.jsonl").documents == 2  # the manifest of the other run holds no document
    assert run([tmp_path / "*.txt"], tmp_path / "out", resume=True).documents == 1


def test_a_failure_is_known_in_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(" ", encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "out")
    monkeypatch.setattr(api, "parse", lambda *arguments, **options: pytest.fail("it is parsed again"))
    summary = run([tmp_path / "a.txt"], tmp_path / "out", resume=True)
    assert summary.reasons == {"the file is empty or has no word in it": 1}


def test_another_parser_parses_everything_again(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([corpus], tmp_path / "out")
    monkeypatch.setattr(rules, "parser_digest", lambda: "other")
    assert run([corpus], tmp_path / "out", resume=True).parsed == 6


def test_what_a_line_says_is_taken_and_makes_it_another_document(tmp_path: Path) -> None:
    lines = [{"text": DECISION.format(n=1), "issuer": issuer} for issuer in ("甲市人民代表大会", "乙市人民代表大会")]
    corpus = tmp_path / "a.jsonl"
    corpus.write_text(json.dumps(lines[0], ensure_ascii=False) + "\n", encoding="utf-8")
    run([corpus], tmp_path / "out")
    corpus.write_text(json.dumps(lines[1], ensure_ascii=False) + "\n", encoding="utf-8")
    assert run([corpus], tmp_path / "out", resume=True).parsed == 1
    assert json.loads((tmp_path / "out" / "a.jsonl#1.json").read_text("utf-8"))["issuer"] == "乙市人民代表大会"


def test_a_document_that_is_too_large_costs_itself(corpus: Path, tmp_path: Path) -> None:
    (corpus / "0" / "0.txt").write_text("决定" * 1000, encoding="utf-8")
    summary = run([corpus], tmp_path / "out", limits=Limits(seconds=30, memory=None, size=2000))
    assert summary.reasons == {"larger than 0.00190735 MiB": 1, "the file is empty or has no word in it": 1}
    assert summary.parsed == 5


def test_two_runs_never_write_one_target(corpus: Path, tmp_path: Path) -> None:
    with (
        State(tmp_path / ".out.state", fresh=False),
        pytest.raises(policyparse.PolicyParseError, match="another run writes"),
    ):
        run([corpus], tmp_path / "out")


def test_a_damaged_state_is_one_clear_error(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / ".out.state").write_bytes(b"no state" * 1000)
    with pytest.raises(policyparse.PolicyParseError, match="delete it"):
        run([corpus], tmp_path / "out", resume=True)


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", DECISION.format(n=1))
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace("市".encode(), "县".encode()))
    summary = run([tmp_path / "a.zip", tmp_path / "none.txt"], tmp_path / "out")
    assert summary.reasons == {"the member cannot be taken out of the archive": 1, "there is no such file": 1}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_cannot_be_written_ends_the_run(corpus: Path, tmp_path: Path, jobs: int) -> None:
    taken = tmp_path / "out" / "0" / "2.txt.json"
    taken.mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        run([corpus], tmp_path / "out", jobs=jobs)
    taken.rmdir()
    summary = run([corpus], tmp_path / "out", jobs=jobs, resume=True)
    assert (summary.documents, summary.failures, taken.is_file()) == (7, 1, True)


def test_what_killed_processes_left_half_written_is_removed(corpus: Path, tmp_path: Path) -> None:
    parts = tmp_path / "out" / PARTS
    parts.mkdir(parents=True)
    (parts / ".0123.part").write_bytes(b"half")
    run([corpus], tmp_path / "out")
    assert not parts.exists()
    parts.symlink_to(corpus)
    with pytest.raises(policyparse.PolicyParseError, match="through a link"):
        run([corpus], tmp_path / "out")
    assert (corpus / "0").is_dir()


class TestCommand:
    def run(self, *arguments: object) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["run", *map(str, arguments)])
        assert result.stdout == ""
        return result.exit_code, result.stderr

    def test_a_summary_is_said(self, corpus: Path, tmp_path: Path) -> None:
        code, said = self.run(corpus, "--into", tmp_path / "out")
        assert code == 2
        failure, first, kinds, codes, reason = said.splitlines()
        assert failure.startswith(f"policyparse: {corpus / BAD}: the file is empty")
        assert first.startswith("7 documents into")
        assert first.endswith("6 parsed, 0 known, 1 failed")
        assert (kinds.strip(), codes.split()[0]) == ("6 decision", "PP203")
        assert reason.strip() == "1 failed: the file is empty or has no word in it"

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (["--into", "out.jsonl", "--tables", "csv"], "goes with a folder"),
            (["--into", "out", "--tables", "doc"], "there is no form"),
            (["--into", "out", "--kind", "law"], "there is no kind"),
        ],
    )
    def test_what_does_not_fit_is_one_line(
        self, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        code, said = self.run(corpus, *arguments)
        assert (code, len(said.splitlines())) == (2, 1)
        assert reason in said

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_it_cleanly(self, tmp_path: Path, number: signal.Signals) -> None:
        corpus = tmp_path / "corpus.jsonl"
        line = json.dumps({"text": DECISION.format(n=1)}, ensure_ascii=False)
        corpus.write_text(f"{line}\n" * 20_000, encoding="utf-8")
        command = [sys.executable, "-m", "policyparse", "run", str(corpus), "--into", str(tmp_path / "out.jsonl")]
        process = subprocess.Popen(
            [*command, "--jobs", "2"],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        wait_for_output(tmp_path / "out.jsonl")
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 130
        assert said.splitlines()[-1].startswith("policyparse: stopped; go on with")
        assert not (tmp_path / "out.jsonl").exists()
