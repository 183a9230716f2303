"""`benchmarks/corpus.py` makes the same corpus again, in every format, with its truth."""

import json
import subprocess
import sys
from pathlib import Path

import policyparse


def made(folder: Path, repository: Path, *options: str) -> list[Path]:
    program = [sys.executable, repository / "benchmarks" / "corpus.py", folder, "--count", "60", *options]
    subprocess.run(program, check=True, capture_output=True)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_corpus_is_made_the_same_again(tmp_path: Path, repository: Path) -> None:
    first, second = (made(tmp_path / name, repository, "--mixed", "--seed", "3") for name in ("a", "b"))
    assert [path.relative_to(tmp_path / "a") for path in first] == [path.relative_to(tmp_path / "b") for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert {path.suffix for path in first} == {".txt", ".html", ".htm", ".docx", ".pdf", ".ofd", ".jsonl"}


def test_texts_and_truth_of_a_corpus(tmp_path: Path, repository: Path) -> None:
    files = made(tmp_path, repository)
    texts = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = [json.loads(line) for line in (tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(texts) == len(truths) == len(files) - 2 == 60
    assert [text["id"] for text in texts] == [truth["id"] for truth in truths]
    for text, truth in zip(texts, truths, strict=True):
        assert (tmp_path / "files" / f"{text['id']}.txt").read_text(encoding="utf-8") == text["text"]
        assert truth["truth"]
    statute = next(text for text, truth in zip(texts, truths, strict=True) if truth["name"].startswith("statutes/"))
    assert policyparse.parse(statute["text"]).kind == "decision"
