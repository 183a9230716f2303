"""What stands on a clean page stands on a dirty one after repair, on made documents and on those of the gold where they are."""

from itertools import combinations
from pathlib import Path

import pytest

from generators.catalogue import constructs, made
from generators.dirt import dirty
from policyparse.knowledge.fold import fold
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
FILES = [*sorted(GOLD.glob("dev/*.txt"))[::6], *sorted(GOLD.glob("laws/*.txt"))[::14]]
TEXTS = {f"{maker}/{construct}": made(maker, construct, 7).text for maker, construct in list(constructs())[::5]}
TEXTS |= {path.name: path.read_text(encoding="utf-8") for path in FILES}
MOVES_NOTHING = ("width", "debris", "indent", "invisible")


def lines(text: str) -> list[str]:
    repaired = repair(SourceText(text), Diagnostics())
    return ["".join(line.split()) for line in fold(repaired.text).split("\n") if line.strip()]


@pytest.mark.parametrize("kinds", [(k,) for k in MOVES_NOTHING] + list(combinations(MOVES_NOTHING, 2)), ids="+".join)
def test_nothing_is_left_of_the_dirt(kinds: tuple[str, ...]) -> None:
    for name, text in TEXTS.items():
        assert lines(dirty(text, 1, *kinds)) == lines(text), name


def test_nearly_all_cut_paragraphs_are_whole_again() -> None:
    wanted = found = 0
    for seed, text in enumerate(TEXTS.values()):
        clean, repaired = lines(text), set(lines(dirty(text, seed, "columns")))
        wanted += len(clean)
        found += sum(line in repaired for line in clean)
    assert found >= 0.99 * wanted


def test_glosses_and_traditional_characters_leave_nothing() -> None:
    for name, text in TEXTS.items():
        different = [(a, b) for a, b in zip(lines(text), lines(dirty(text, 1, "pinyin")), strict=True) if a != b]
        assert len(different) <= 1, (name, different)
