import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import policyparse
from policyparse.cli import app
from policyparse.cli.inspection import Inspection
from policyparse.model.json_schema import VERSION
from policyparse.registry import KINDS

runner = CliRunner()
CHAPTERLESS = "某市公园管理办法\n第一条 为了加强公园管理，制定本办法。\n第三条 本办法自2024年3月1日起施行。\n"


def run(*arguments: str | Path) -> Result:
    return runner.invoke(app, [str(argument) for argument in arguments])


def one_line(result: Result) -> str:
    """The only line on standard error."""
    (line,) = result.stderr.splitlines()
    return line


class TestParse:
    def test_one_file_gives_one_document(self, decision_file: Path) -> None:
        result = run("parse", decision_file)
        assert result.exit_code == 0
        assert result.stderr == ""
        assert result.stdout.startswith('{\n  "schema_version"')
        assert "河道" in result.stdout
        document = policyparse.Decision.model_validate_json(result.stdout)
        assert document == policyparse.parse(decision_file)

    def test_standard_input_is_a_document_of_any_format(self, decision_file: Path) -> None:
        data = decision_file.read_bytes()
        result = runner.invoke(app, ["parse", "-"], input=data)
        assert policyparse.Decision.model_validate_json(result.stdout) == policyparse.parse(data)
        page = b"<html><body><h1>" + data.replace(b"\n", b"</p><p>") + b"</p></body></html>"
        document = json.loads(runner.invoke(app, ["parse", "-"], input=page).stdout)
        assert document["title"] == policyparse.parse(data).title
        assert document["produced_by"].endswith(", html")

    def test_the_text_as_it_is_read(self, decision_file: Path, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("<p>第一段</p><p>第二段</p>", encoding="utf-8")
        result = run("parse", tmp_path / "a.html", "--text")
        assert (result.stdout, result.exit_code) == ("第一段\n第二段", 0)
        result = run("parse", tmp_path / "a.html", decision_file, "--text")
        assert result.exit_code == 2
        assert "--out" in result.stderr
        out = tmp_path / "out"
        run("parse", tmp_path / "a.html", decision_file, "--text", "--out", out)
        assert (out / "a.txt").read_text(encoding="utf-8") == "第一段\n第二段"
        assert (out / "decision.txt").exists()

    def test_the_text_is_kept_where_it_is_asked_for(self, decision_file: Path) -> None:
        document = json.loads(run("parse", decision_file, "--with-text").stdout)
        assert document["text"] == policyparse.read(decision_file).text
        assert json.loads(run("parse", decision_file).stdout)["text"] is None

    def test_the_form_of_json(self, decision_file: Path) -> None:
        lines = run("parse", decision_file, "--indent", "4").stdout.splitlines()
        assert lines[1] == '    "schema_version": "2.0",'
        (line,) = run("parse", decision_file, "--compact").stdout.splitlines()
        assert line.startswith('{"schema_version":"2.0",')

    def test_a_folder_gives_json_lines(self, decision_file: Path) -> None:
        (decision_file.parent / "a.txt").write_text(CHAPTERLESS, encoding="utf-8")
        result = run("parse", decision_file.parent)
        titles = [json.loads(line)["title"] for line in result.stdout.splitlines()]
        assert titles == ["某市公园管理办法", "某市人民代表大会常务委员会关于加强河道保护的决定"]

    def test_out_gives_a_file_each(self, decision_file: Path, tmp_path: Path) -> None:
        below = tmp_path / "docs" / "2023"
        below.mkdir(parents=True)
        decision_file.rename(below / "决定.txt")
        out = tmp_path / "out" / "json"
        result = run("parse", tmp_path / "docs", "--out", out)
        assert result.exit_code == 0
        assert result.stdout == ""
        assert one_line(result) == f"1 document parsed to {out}, 0 failed"
        written = [path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()]
        assert written == ["2023/决定.json"]
        assert policyparse.Decision.model_validate_json((out / "2023/决定.json").read_text(encoding="utf-8"))

    def test_the_others_are_parsed_all_the_same(self, decision_file: Path, tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.touch()
        missing = tmp_path / "missing.txt"
        out = tmp_path / "out"
        result = run("parse", empty, decision_file, missing, "--out", out)
        assert result.exit_code == 2
        assert [path.name for path in out.iterdir()] == ["decision.json"]
        assert result.stderr.splitlines() == [
            f"policyparse: {missing}: there is no such file; check the path",
            f"policyparse: {empty}: the file is empty or has no word in it; give a file with text",
            f"1 document parsed to {out}, 2 failed",
        ]

    def test_documents_of_the_same_name_are_kept_apart(self, decision_file: Path, tmp_path: Path) -> None:
        decision_file.with_suffix(".md").write_text(CHAPTERLESS, encoding="utf-8")
        out = tmp_path / "out"
        assert run("parse", tmp_path, "--out", out).exit_code == 0
        assert sorted(path.name for path in out.iterdir()) == ["decision.md.json", "decision.txt.json"]

    def test_two_documents_never_go_to_one_file(self, decision_file: Path, tmp_path: Path) -> None:
        other = tmp_path / "other" / decision_file.name
        other.parent.mkdir()
        other.write_text(CHAPTERLESS, encoding="utf-8")
        out = tmp_path / "out"
        result = run("parse", decision_file, other, "--out", out)
        assert result.exit_code == 2
        assert "both go here" in one_line(result)
        assert not out.exists()

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("missing.txt", "there is no such file"),
            ("empty.txt", "is empty"),
            ("blank.txt", "is empty"),
            ("binary.txt", "no Chinese text"),
            ("folder", "no document in this folder"),
        ],
    )
    def test_what_cannot_be_parsed_is_one_line(self, tmp_path: Path, name: str, says: str) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "empty.txt").touch()
        (tmp_path / "blank.txt").write_text("\n \u3000\n", encoding="utf-8")
        (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
        result = run("parse", tmp_path / name)
        assert result.exit_code == 2
        assert result.stdout == ""
        line = result.stderr.splitlines()[0]
        assert line.startswith(f"policyparse: {tmp_path / name}: ")
        assert says in line

    def test_a_defect_of_the_parser_is_one_line_too(self, decision_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise RecursionError("too deep")

        monkeypatch.setattr("policyparse.cli.parse.parse_document", fail)
        result = run("parse", decision_file)
        assert result.exit_code == 2
        assert one_line(result).startswith(f"policyparse: {decision_file}: policyparse failed on it (RecursionError")

    def test_nothing_half_written_stays(self, decision_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tmp_path = decision_file.parent
        out = tmp_path / "out"
        out.mkdir()
        (out / "decision.json").write_text("as before", encoding="utf-8")

        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", fail)
        result = run("parse", decision_file, "--out", out)
        assert result.exit_code == 2
        assert "cannot be written (No space left on device)" in result.stderr
        assert [path.name for path in out.iterdir()] == ["decision.json"]
        assert (out / "decision.json").read_text(encoding="utf-8") == "as before"

    def test_out_has_to_be_a_folder(self, decision_file: Path) -> None:
        result = run("parse", decision_file, "--out", decision_file)
        assert result.exit_code == 2
        assert one_line(result).startswith(f"policyparse: {decision_file}: this is no folder")

    def test_a_kind_is_forced_or_refused(self, decision_file: Path) -> None:
        assert json.loads(run("parse", decision_file, "--kind", "meeting").stdout)["kind"] == "meeting"
        result = run("parse", decision_file, "--kind", "law")
        assert result.exit_code == 2
        assert (
            one_line(result)
            == "policyparse: there is no kind 'law'; choose one of decision, official_document, meeting, briefing"
        )

    def test_a_reference_date_is_handed_on(self, decision_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        taken = {}

        def parse(path: Path, **arguments: object) -> policyparse.Document:
            taken.update(arguments)
            return policyparse.parse(path)

        monkeypatch.setattr("policyparse.cli.parse.parse_document", parse)
        assert run("parse", decision_file, "--reference-date", "2024-02-07").exit_code == 0
        assert str(taken["reference_date"]).startswith("2024-02-07")
        assert run("parse", decision_file, "--reference-date", "7.2.2024").exit_code == 2

    def test_several_processes_give_the_same(self, decision_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("policyparse.batch.workers.CHUNK", 2)
        for i in range(5):
            (decision_file.parent / f"{i}.txt").write_text(CHAPTERLESS, encoding="utf-8")
        assert run("parse", decision_file.parent, "--jobs", "2").stdout == run("parse", decision_file.parent).stdout


class TestCheck:
    def test_a_finding_has_file_line_column_code(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        text = "某市公园管理办法\n\n来源：[db:来源]\n\n第一条 为了加强公园管理，制定本办法。\n"
        path.write_text(text, encoding="utf-8")
        result = run("check", path)
        assert f"{path}:3:4: PP202 info [db:来源] stands in place of a value" in result.stdout.splitlines()
        assert result.stderr.startswith("1 document: ")

    @pytest.mark.parametrize(("fail_on", "status"), [("info", 1), ("warning", 0), ("error", 0)])
    def test_fail_on(self, decision_file: Path, fail_on: str, status: int) -> None:
        result = run("check", decision_file, "--fail-on", fail_on)
        assert "PP203 info" in result.stdout
        assert result.exit_code == status

    def test_what_cannot_be_read_outweighs_findings(self, decision_file: Path) -> None:
        result = run("check", decision_file.with_name("missing.txt"), decision_file, "--fail-on", "info")
        assert result.exit_code == 2
        assert "PP203" in result.stdout
        assert result.stderr.splitlines()[-1].endswith("1 failed")

    def test_json(self, decision_file: Path) -> None:
        rows = json.loads(run("check", decision_file, "--format", "json").stdout)
        assert {"file": str(decision_file), "line": 1, "column": 1, "code": "PP203"}.items() <= rows[0].items()

    def test_nothing_found_is_an_empty_list(self, decision_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("policyparse.cli.check.inspect_item", lambda item, **settings: Inspection([]))
        result = run("check", decision_file, "--format", "json")
        assert json.loads(result.stdout) == []
        assert one_line(result) == "1 document: nothing found"

    def test_github(self, decision_file: Path) -> None:
        (line,) = run("check", decision_file, "--format", "github").stdout.splitlines()
        assert line.startswith(f"::notice file={decision_file},line=1,col=1,")

    def test_sarif(self, decision_file: Path) -> None:
        log = json.loads(run("check", decision_file, "--format", "sarif").stdout)
        assert log["runs"][0]["results"][0]["ruleId"] == "PP203"


class TestSchema:
    def test_one_kind(self) -> None:
        assert json.loads(run("schema", "meeting").stdout) == policyparse.json_schema("meeting")

    def test_all_kinds(self) -> None:
        assert list(json.loads(run("schema").stdout)) == ["document", *KINDS]

    def test_files_are_written_and_checked(self, tmp_path: Path) -> None:
        out = tmp_path / "schemas"
        assert run("schema", "--check", "--out", out).exit_code == 1
        assert run("schema", "--out", out).exit_code == 0
        assert run("schema", "--check", "--out", out).exit_code == 0
        stale = out / VERSION / "meeting.schema.json"
        stale.write_text(stale.read_text(encoding="utf-8").replace("会议", "會議", 1), encoding="utf-8")
        stale.with_name("document.schema.json").unlink()
        result = run("schema", "--check", "--out", out)
        assert result.exit_code == 1
        assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
            str(out / VERSION / "document.schema.json"),
            str(stale),
        ]
        assert run("schema", "decision", "--check", "--out", out).exit_code == 0

    def test_an_unknown_kind(self) -> None:
        assert run("schema", "law").exit_code == 2


class TestExplain:
    def test_a_code(self) -> None:
        result = run("explain", "pp202")
        assert result.exit_code == 0
        assert result.stdout.startswith("PP202 placeholder in place of metadata (info)\nReason:")
        assert "[db:作者]" in result.stdout

    def test_all_codes(self) -> None:
        lines = run("explain").stdout.splitlines()
        assert lines[0].split()[:2] == ["PP101", "warning"]
        assert len(lines) > 10

    def test_no_such_code(self) -> None:
        result = run("explain", "PP999")
        assert result.exit_code == 2
        assert "PP999" in one_line(result)


def test_version() -> None:
    assert run("--version").stdout == f"policyparse {policyparse.__version__}\n"


@pytest.mark.parametrize("arguments", [["parse"], ["run"], ["nonsense"], ["parse", "--nonsense"]], ids=str)
def test_usage(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "policyparse", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]


def test_the_output_is_utf8_in_any_locale(decision_file: Path) -> None:
    process = start("parse", decision_file, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    out, _ = process.communicate()
    assert "河道" in out.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
class TestTerminal:
    def written(self, *arguments: str | Path) -> str:
        """What a command writes where standard output and standard error are a terminal."""
        import pty

        reader, terminal = pty.openpty()
        command = [sys.executable, "-m", "policyparse", *map(str, arguments)]
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200"}
        environment.pop("NO_COLOR", None)
        process = subprocess.Popen(command, stdout=terminal, stderr=terminal, env=environment)
        os.close(terminal)
        pieces = []
        while True:
            try:
                pieces.append(os.read(reader, 65536))
            except OSError:  # the other end is closed
                break
            if not pieces[-1]:
                break
        os.close(reader)
        process.wait(timeout=20)
        return b"".join(pieces).decode("utf-8")

    def test_more_than_a_handful_of_files_show_their_progress(self, decision_file: Path) -> None:
        folder, out = decision_file.parent, decision_file.parent / "out"
        for i in range(5):
            (folder / f"{i}.txt").write_text(CHAPTERLESS, encoding="utf-8")
        assert "100%" in self.written("parse", folder, "--out", out)
        assert "100%" not in self.written("parse", decision_file, "--out", out)
        assert "100%" not in self.written("parse", folder)

    def test_findings_are_coloured(self, decision_file: Path) -> None:
        written = self.written("check", decision_file)
        assert "\x1b[34mPP203 info\x1b[0m" in written
        assert "\x1b" not in run("check", decision_file).output


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
class TestInterruption:
    @pytest.fixture
    def many(self, decision_file: Path) -> Path:
        text = decision_file.read_text(encoding="utf-8") * 20
        for i in range(1500):
            (decision_file.parent / f"{i}.txt").write_text(text, encoding="utf-8")
        return decision_file.parent

    def test_an_interrupt_leaves_only_whole_files(self, many: Path) -> None:
        out = many / "out"
        process = start("parse", many, "--out", out)
        deadline = time.monotonic() + 20
        while process.poll() is None and not list(out.glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130
        assert err.decode("utf-8").startswith("policyparse: interrupted")
        assert [path.name for path in out.iterdir() if path.suffix != ".json"] == []
        for path in out.glob("*.json"):
            json.loads(path.read_text(encoding="utf-8"))

    def test_a_reader_that_goes_away_gets_no_traceback(self, many: Path) -> None:
        process = start("parse", many)
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(timeout=20) != 0
