"""Repairs take time in proportion to the text, on the worst text too."""

import time

import pytest

from policyparse.core.diagnostics import Diagnostics
from policyparse.text.repair import repair
from policyparse.text.source import SourceText

WORST = {
    "brackets": "(",
    "bracket_pairs": "（）",
    "spaces": " ",
    "spaced": "中 ",
    "lines": "\n",
    "spam": "某某彩票网_最新版下载app",
    "spam_in_words": "市某某彩票网_最新版下载app会",
    "entities": "&amp;",
    "tags": "<a ",
    "glosses": "行(háng)",
    "letters": "app",
    "unfinished": "一段没有结尾的文字，" * 5 + "它停在这里\n",
    "emphasis": "**中",
    "links": "[中](",
    "damage": "\ufffd中",
    "mojibake": "ä¸\n",
    "wide": "Ａ",
    "quotes": '"',
    "titles": "关于\n",
}


def spent(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    start = time.perf_counter()
    repair(SourceText(text), Diagnostics())
    return time.perf_counter() - start


@pytest.mark.parametrize("name", WORST)
def test_eight_times_the_text_takes_about_eight_times_as_long(name: str) -> None:
    small = max(min(spent(WORST[name], 15_000) for _ in range(3)), 0.003)
    assert min(spent(WORST[name], 120_000) for _ in range(2)) < 30 * small  # what grows with the square takes 64 times
