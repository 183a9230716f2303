"""What is right stays as it is: no repair changes a character of a text without dirt."""

from pathlib import Path

import pytest

from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

HERE = Path(__file__).parent
OTHER_KINDS = sorted((HERE / "cases").glob("*.txt"))
GOLD = HERE.parents[2] / "shared" / "gold"
CLEAN = sorted([*GOLD.glob("dev/*.txt"), *GOLD.glob("laws/*.txt")])


def changed(path: Path) -> list[str]:
    source = SourceText(path.read_bytes().decode("utf-8"))
    diagnostics = Diagnostics()
    repaired = repair(source, diagnostics)
    found = [f"{r.rule}: {r.before!r} to {r.after!r}, {r.count} times" for r in repaired.repairs]
    return found + [f"{f.code} {f.message}" for f in diagnostics.findings]


def test_there_are_thirty_texts_of_other_kinds() -> None:
    assert len(OTHER_KINDS) >= 30


@pytest.mark.parametrize("path", OTHER_KINDS, ids=lambda p: p.stem)
def test_texts_of_other_kinds_are_not_touched(path: Path) -> None:
    assert changed(path) == []


@pytest.mark.skipif(not CLEAN, reason="needs the folder ../shared")
def test_clean_statutes_and_news_are_not_touched() -> None:
    assert {path.name: found for path in CLEAN if (found := changed(path))} == {}
