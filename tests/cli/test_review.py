"""`policyparse review`: one page, a corpus in one page, a folder of pages."""

import os
import webbrowser
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["review", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def corpus(tmp_path: Path, decision_text: str) -> Path:
    folder = tmp_path / "corpus"
    (folder / "河道").mkdir(parents=True)
    (folder / "一.txt").write_text(decision_text, encoding="utf-8")
    (folder / "河道" / "b#1%.txt").write_text(decision_text.replace("河道", "湖泊"), encoding="utf-8")
    return folder


def test_one_document_gives_one_page(decision_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a" / "page.html"
    status, printed, told = run(decision_file, "--out", out, "--lang", "zh")
    assert (status, printed) == (0, "")
    assert told.startswith("1 document, ")
    assert f"in {out} (" in told
    assert out.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="zh-Hans">')
    assert os.listdir(out.parent) == ["page.html"]


def test_the_page_goes_to_standard_output(decision_file: Path) -> None:
    status, printed, told = run(decision_file, "--out", "-", "--lang", "en")
    assert (status, told) == (0, "")
    assert printed.endswith("</html>\n")
    assert '<html lang="en">' in printed


def test_a_corpus_is_one_page_with_an_index(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    assert run(corpus, "--out", out)[0] == 0
    page = out.read_text(encoding="utf-8")
    assert page.count('<template class="document"') == 2
    assert 'href="#1"' in page
    assert 'href="#2"' in page
    assert str(tmp_path) not in page, "a page that is handed on tells nothing of the machine"


def test_a_folder_has_a_page_for_each_document(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    status, _, told = run(corpus, "--out", out, "--lang", "en")
    assert status == 0
    assert told.startswith("2 documents, ")
    made = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert made == ["index.html", "一.txt.html", "河道/b#1%.txt.html"]
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="%E6%B2%B3%E9%81%93/b%231%25.txt.html"' in index
    assert 'class="back" href="../index.html"' in (out / "河道" / "b#1%.txt.html").read_text(encoding="utf-8")


def test_what_fails_is_told_and_stands_in_the_index(corpus: Path, tmp_path: Path) -> None:
    (corpus / "leer.txt").write_text("", encoding="utf-8")
    out = tmp_path / "review.html"
    status, _, told = run(corpus, "--out", out)
    assert status == 2
    assert "leer.txt: " in told
    assert 'class="failures"' in out.read_text(encoding="utf-8")


def test_nothing_is_written_where_nothing_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    status, _, told = run(tmp_path / "missing.txt", "--out", out)
    assert status == 2
    assert "no such file" in told
    assert not out.exists()


def test_a_result_is_shown_with_its_text(decision_text: str, tmp_path: Path) -> None:
    result = tmp_path / "a.json"
    result.write_text(policyparse.parse(decision_text, with_text=True).model_dump_json(), encoding="utf-8")
    assert run(result, "--out", tmp_path / "a.html")[0] == 0
    beside = tmp_path / "b.json"
    beside.write_text(policyparse.parse(decision_text).model_dump_json(), encoding="utf-8")
    status, _, told = run(beside, "--out", tmp_path / "b.html")
    assert status == 2
    assert "holds no text" in told
    (tmp_path / "b.txt").write_text(decision_text, encoding="utf-8")
    assert run(beside, "--out", tmp_path / "b.html")[0] == 0


def test_the_browser_is_opened(decision_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) is None)
    out = tmp_path / "页.html"
    assert run(decision_file, "--out", out, "--open")[0] == 0
    assert opened == [out.resolve().as_uri()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--lang", "fr"], "choose zh or en"), (["--kind", "novel"], "novel"), (["--out", "{file}"], "no folder")],
    ids=["language", "kind", "target"],
)
def test_wrong_arguments_are_one_clear_line(decision_file: Path, arguments: list[str], words: str) -> None:
    status, _, told = run(decision_file, *(a.replace("{file}", str(decision_file)) for a in arguments))
    assert status == 2
    assert words in told
    assert len(told.splitlines()) == 1
