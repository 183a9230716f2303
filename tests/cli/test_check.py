"""`policyparse check`: what is reported, what is accepted, and where the settings come from."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app

GAP = "某市公园管理办法\n第一条 为了加强公园管理，制定本办法。\n第三条 本办法自2024年3月1日起施行。\n"
README = "# A project\n\nIt does something for people who need it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "办法.txt").write_text(GAP, encoding="utf-8")
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> tuple[int, list[str], list[str]]:
    """Exit status, codes found with their files, and what else was said."""
    result = CliRunner().invoke(app, ["check", *arguments])
    found = [f"{line.split(':')[0]} {line.split(' ')[1]}" for line in result.stdout.splitlines()]
    return result.exit_code, found, result.stderr.splitlines()


def configure(folder: Path, text: str, name: str = "policyparse.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


FOUND = ["办法.txt PP203", "办法.txt PP401"]


def test_without_a_path_the_folder_is_checked_and_what_is_no_document_left_out(folder: Path) -> None:
    code, found, said = check()
    assert (code, sorted(found)) == (1, sorted(FOUND))
    assert said[-1].startswith("1 document: ")


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "PP401"], ["PP401"]),
        (["--select", "PP4"], ["PP401"]),
        (["--ignore", "PP2,PP403"], ["PP401"]),
        (["--select", "PP401", "--extend-select", "PP203"], ["PP203", "PP401"]),
        (["--extend-ignore", "PP401"], ["PP203"]),
    ],
)
def test_options_choose_codes(folder: Path, arguments: list[str], codes: list[str]) -> None:
    _, found, _ = check(*arguments)
    assert sorted(line.split()[1] for line in found) == codes


def test_a_configuration_chooses_by_file_and_kind(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "旧.txt").write_text(GAP, encoding="utf-8")
    configure(
        folder,
        'ignore = ["PP203"]\nfail-on = "error"\n[per-file."old/*"]\nignore = ["PP4"]\n'
        '[per-kind.decision]\nextend-ignore = ["PP403"]\nmin-fields = ["adopted_on"]\n',
    )
    code, found, _ = check()
    assert code == 0
    assert sorted(found) == ["old/旧.txt PP705", "办法.txt PP401", "办法.txt PP705"]


def test_pyproject_is_read_from_a_folder_above(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(folder, '[tool.policyparse]\nselect = ["PP401"]\n', "pyproject.toml")
    below = folder / "below"
    below.mkdir()
    (folder / "办法.txt").rename(below / "办法.txt")
    monkeypatch.chdir(below)
    assert check()[1] == ["办法.txt PP401"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('selct = ["PP401"]', "selct: Extra inputs"),
        ('select = ["PP9"]', "no code begins with 'PP9'"),
        ('min-fields = ["adopted"]', "no document has a field 'adopted'"),
        ("select = [", "cannot be read"),
        ('fail-on = "often"', "fail-on"),
    ],
)
def test_a_wrong_configuration_is_one_line(folder: Path, text: str, reason: str) -> None:
    configure(folder, text)
    code, found, said = check()
    assert (code, found, len(said)) == (2, [], 1)
    assert reason in said[0]


def test_include_and_exclude(folder: Path) -> None:
    for name in ("a/办法.txt", "b/办法.txt", "a/draft/办法.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(GAP, encoding="utf-8")
    configure(folder, 'include = ["a/*"]\nextend-exclude = ["draft/*"]\nselect = ["PP401"]\n')
    assert check()[1] == ["a/办法.txt PP401"]


def test_a_baseline_accepts_what_was_found_until_it_is_gone(folder: Path) -> None:
    assert check("--write-baseline", "accepted.json") == (0, [], ["2 findings accepted in accepted.json"])
    assert check("--baseline", "accepted.json")[:2] == (0, [])
    (folder / "办法.txt").write_text("\n" + GAP.replace("第三条", "第二条"), encoding="utf-8")
    code, found, said = check("--baseline", "accepted.json", "--fail-on", "warning")
    assert "办法.txt PP401" not in found
    assert any("PP401 of the baseline is no longer found" in line for line in said)
    (folder / "新.txt").write_text(GAP, encoding="utf-8")
    assert "新.txt PP401" in check("--baseline", "accepted.json")[1]
    assert code == 0


def test_no_baseline_is_one_line(folder: Path) -> None:
    code, _, said = check("--baseline", "README.md")
    assert (code, len(said)) == (2, 1)


def test_a_sidecar_accepts_for_one_document(folder: Path) -> None:
    sidecar = folder / "办法.txt.accept.toml"
    sidecar.write_text('[[accept]]\ncode = "PP401"\nreason = "第二条已删去"\n', encoding="utf-8")
    assert sorted(check()[1]) == ["办法.txt PP203"]
    sidecar.write_text('[[accept]]\ncode = "PP401"\nquote = "第九条"\nreason = "x"\n', encoding="utf-8")
    assert "办法.txt PP401" in check()[1]
    sidecar.write_text('[[accept]]\ncode = "PP401"\n', encoding="utf-8")
    code, _, said = check()
    assert code == 2
    assert "a reason" in said[0]


class TestResults:
    def write(self, folder: Path, **options: object) -> Path:
        document = policyparse.parse(folder / "办法.txt", **options)  # type: ignore[arg-type]
        path = folder / "办法.json"
        path.write_text(document.model_dump_json(), encoding="utf-8")
        return path

    def test_a_result_is_compared_with_the_text_beside_it(self, folder: Path) -> None:
        self.write(folder)
        assert check("办法.json")[1] == []
        (folder / "办法.txt").write_text(GAP + "附则\n", encoding="utf-8")
        assert check("办法.json")[1] == ["办法.json PP702"]

    def test_a_result_without_its_text_says_so(self, folder: Path) -> None:
        self.write(folder)
        (folder / "办法.txt").unlink()
        assert check("办法.json")[1] == ["办法.json PP704"]

    def test_a_result_with_its_text_reports_its_findings(self, folder: Path) -> None:
        self.write(folder, with_text=True)
        assert "办法.json PP401" in check("办法.json")[1]

    def test_a_result_that_was_changed(self, folder: Path) -> None:
        path = self.write(folder, with_text=True)
        result = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(result | {"articles": 3}), encoding="utf-8")
        assert check("办法.json")[1] == ["办法.json PP701"]
        result["articles"][0]["span"] = {"start": 9, "end": 9_999}
        path.write_text(json.dumps(result), encoding="utf-8")
        assert "办法.json PP703" in check("办法.json")[1]
        path.write_text(json.dumps(result | {"schema_version": "1.0"}), encoding="utf-8")
        code, _, said = check("办法.json")
        assert code == 2
        assert "policyparse upgrade" in said[0]

    def test_other_json_is_skipped(self, folder: Path) -> None:
        (folder / "data.json").write_text("[1, 2]", encoding="utf-8")
        _, _, said = check()
        assert "data.json: skipped, no policy document" in said


def test_messages_in_chinese(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(app, ["check", "--lang", "zh", "--select", "PP401"])
    assert result.stdout.rstrip().endswith("第一条与第三条之间缺第二条")
    monkeypatch.setitem(os.environ, "LANG", "zh_CN.UTF-8")
    assert "第一条与第三条之间缺第二条" in CliRunner().invoke(app, ["check"]).stdout
    assert CliRunner().invoke(app, ["explain", "PP401"]).stdout.splitlines()[0] == "PP401 条号不连续 (warning)"


def test_quiet_says_findings_only(folder: Path) -> None:
    assert check("--quiet")[2] == []


def test_standard_input(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", "-", "--select", "PP401"], input=GAP)
    assert result.stdout.startswith("-:3:1: PP401")


class TestDiff:
    def test_what_changed_is_said(self, folder: Path) -> None:
        (folder / "新.txt").write_text(GAP.replace("公园管理，", "公园保护，") + "第四条 略。\n", encoding="utf-8")
        result = CliRunner().invoke(app, ["diff", "办法.txt", "新.txt"])
        assert result.exit_code == 1
        assert (
            "~ /articles/0/paragraphs/0/text: 为了加强公园管理，制定本办法。 → 为了加强公园保护，制定本办法。"
            in result.stdout
        )
        assert any(line.startswith("+ /articles/2: 第四条") for line in result.stdout.splitlines())
        changes = json.loads(CliRunner().invoke(app, ["diff", "办法.txt", "新.txt", "--json"]).stdout)
        assert {"kind", "pointer", "old", "new"} == changes[0].keys()

    def test_a_result_and_its_document_are_the_same(self, folder: Path) -> None:
        (folder / "a.json").write_text(policyparse.parse(folder / "办法.txt").model_dump_json(), encoding="utf-8")
        result = CliRunner().invoke(app, ["diff", "a.json", "办法.txt"])
        assert (result.exit_code, result.stdout) == (0, "")


def test_the_text_of_a_result_is_the_one_that_parse_wrote(folder: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(app, ["parse", "办法.txt", "--out", "out"]).exit_code == 0
    assert runner.invoke(app, ["parse", "办法.txt", "--text", "--out", "out"]).exit_code == 0
    (folder / "办法.txt").unlink()
    assert check("out/办法.json", "--select", "PP7") == (0, [], ["1 document: nothing found"])


@pytest.mark.parametrize(
    ("arguments", "checked"),
    [
        ([".", "--exclude", "README*"], "1 document"),
        ([".", "--exclude", "办*"], "0 documents"),
        ([".", "--extend-exclude", "办*"], "0 documents"),
        (["README.md", "办法.txt", "--force-exclude"], "1 document"),
    ],
)
def test_globs_leave_files_out(folder: Path, arguments: list[str], checked: str) -> None:
    _, _, said = check(*arguments)
    assert said[-1].startswith(f"{checked}: ")


def test_a_file_that_is_named_is_a_document_unless_exclusion_is_forced(folder: Path) -> None:
    assert check("README.md")[0] == 2
    assert check("README.md", "--force-exclude")[0] == 0


def test_findings_go_to_a_file(folder: Path) -> None:
    assert check("--format", "sarif", "--out", "found.sarif")[:2] == (1, [])
    assert json.loads((folder / "found.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_standard_input_is_read_as_files_are(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", "-", "--select", "PP401"], input=GAP.encode("gb18030"))
    assert result.stdout.startswith("-:3:1: PP401 warning between 第一条 and 第三条")
