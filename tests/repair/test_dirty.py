"""What parses from a clean page parses from a dirty one, by the tool that makes the dirt of the seeds."""

import importlib.util
import sys
from itertools import combinations
from pathlib import Path

import pytest

from policyparse.knowledge.fold import fold
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

SHARED = Path(__file__).parents[4] / "shared"
TOOL = SHARED / "tools" / "dirty.py"
DOCUMENTS = sorted(SHARED.glob("gold/dev/*.txt"))[::6] + sorted(SHARED.glob("gold/laws/*.txt"))[::14]
MOVES_NOTHING = ("width", "debris", "indent")

pytestmark = pytest.mark.skipif(not TOOL.exists(), reason="needs the folder ../shared")


def tool() -> object:
    spec = importlib.util.spec_from_file_location("dirty", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["dirty"] = module
    spec.loader.exec_module(module)
    return module


def lines(text: str) -> list[str]:
    repaired = repair(SourceText(text), Diagnostics())
    return ["".join(line.split()) for line in fold(repaired.text).split("\n") if line.strip()]


@pytest.mark.parametrize("kinds", [(k,) for k in MOVES_NOTHING] + list(combinations(MOVES_NOTHING, 2)), ids="+".join)
def test_nothing_is_left_of_the_dirt(kinds: tuple[str, ...]) -> None:
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        assert lines(tool().dirty(text, kinds, 1)) == lines(text), path.name  # type: ignore[attr-defined]


def test_nearly_all_cut_paragraphs_are_whole_again() -> None:
    wanted = found = 0
    for i, path in enumerate(DOCUMENTS):
        text = path.read_text(encoding="utf-8")
        dirty = tool().dirty(text, ("columns",), i)  # type: ignore[attr-defined]
        clean, repaired = lines(text), set(lines(dirty))
        wanted += len(clean)
        found += sum(line in repaired for line in clean)
    assert found >= 0.99 * wanted


def test_glosses_and_traditional_characters_leave_nothing() -> None:
    pytest.importorskip("opencc")
    pytest.importorskip("pypinyin")
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        dirty = tool().dirty(text, ("pinyin",), 1)  # type: ignore[attr-defined]
        different = [(a, b) for a, b in zip(lines(text), lines(dirty), strict=True) if a != b]
        assert len(different) <= 1, (path.name, different)
