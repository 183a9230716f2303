"""Changes as a unified diff whose hunks name the repairs."""

from pathlib import Path

import pytest

import policyparse
from policyparse.output.changes import write_changes

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_nothing_changed_gives_nothing() -> None:
    assert write_changes(policyparse.clean("某市河道管理规定\n第一条 为了加强管理，制定本规定。\n"), "a.txt") == ""


def test_a_hunk_names_repair_and_confidence() -> None:
    cleaned = policyparse.clean("某市通知\n举报(bào)专区(qū)设立(lì)了\n保持原样\n加快(kuài)发展(zhǎn)\n")
    assert write_changes(cleaned, "a.txt") == (
        "--- a.txt\n+++ a.txt (cleaned)\n"
        "@@ -2,1 +2,1 @@ pinyin_glosses (1.00)\n-举报(bào)专区(qū)设立(lì)了\n+举报专区设立了\n"
        "@@ -4,1 +4,1 @@ pinyin_glosses (1.00)\n-加快(kuài)发展(zhǎn)\n+加快发展\n"
    )


def test_joined_lines_are_one_hunk() -> None:
    first = "会议指出，要坚持把发展经济的着力点放在实体经济上，推动制造业高质量发展，加快建设产业体系。"
    cleaned = policyparse.clean(
        f"{first}\n要出台支持政策，加快构建新工业体系。同时，要建立新能源和\n\n储能产业的协同机制，降低价格。\n"
    )
    assert write_changes(cleaned, "a.txt").splitlines()[2:] == [
        "@@ -2,3 +2,1 @@ broken_lines (0.90)",
        "-要出台支持政策，加快构建新工业体系。同时，要建立新能源和",
        "-",
        "-储能产业的协同机制，降低价格。",
        "+要出台支持政策，加快构建新工业体系。同时，要建立新能源和储能产业的协同机制，降低价格。",
    ]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_what_is_taken_away_and_added_is_what_differs(path: Path) -> None:
    cleaned = policyparse.clean(path)
    written = write_changes(cleaned, path.name).splitlines()[2:]
    removed = [line[1:] for line in written if line.startswith("-")]
    added = [line[1:] for line in written if line.startswith("+")]
    before, after = cleaned.source.splitlines(), cleaned.text.splitlines()
    assert sorted([*before, *added]) == sorted([*after, *removed])
