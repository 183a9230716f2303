"""Spaces that a converter set between characters: 天 津 市 人 民 政 府, or between the words of a sentence."""

import re
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.source.edits import Edit

_TEXT = f"{HAN}，。、；：！？（）《》“”0-9"
_SPACED = pattern(
    rf"(?:[{_TEXT}%][ \u00a0]){{5,400}}[{_TEXT}%]",
    matches=[
        *(("天 津 市 人 民 政 府", "天 津 市 人 民 政 府"), ("增 长 1 2 % 以 上", "增 长 1 2 % 以 上")),
        ("天 " * 500, "天 " * 400 + "天"),
    ],
    rejects=["天津 市 人 民 政府", "甲 乙 丙 丁 戊"],
)
"""A run of characters that each have a space behind them."""

_GAP = compiled(rf"(?<=[{_TEXT}])[ \u00a0](?=[{_TEXT}%])")
_HAN_GAP = compiled(rf"(?<=[{HAN}])[ \u00a0](?=[{HAN}])")
_PIECE = f"[{HAN}，。、]{{1,4}}"
_GATE = pattern(
    rf"[ \u00a0](?<=[{HAN}，。、].){_PIECE}[ \u00a0]{_PIECE}[ \u00a0]{_PIECE}[ \u00a0]",
    matches=["推进 城市 更新 行动 方案", ("天 津 市 人 民", " 津 市 人 ")],
    rejects=[
        *("推进 城市 更新", "推进城市更新行动 方案 一 ", "A 城市 更新 行动 ", "推进 城市城市更 更新 行动 方案"),
        *("推进 城市 更新更新更 行动 方案", "推进 城市 更新 行动行动行 方案", "推进  城市 更新 行动"),
        *("推进 城市  更新 行动", "推进 城市 更新  行动"),
    ],
)
"""Four short pieces with spaces between them: without them a text has nothing to close up."""

_PROSE = compiled("[，。,]")
_COMMON = pattern(r"(?&field.common)", matches=["人民政府"], rejects=["甲乙丙"])
_KNOWN = 0.12
"""Least share of the spaced characters' pairs that are words of the field."""


def find_stray_spaces(text: str) -> Iterator[Edit]:
    """Find the spaces inside words and sentences, to be deleted; those of lists, tables and headings stay."""
    if not _GATE.search(text):
        return
    start = 0
    for line in text.split("\n"):
        if _GATE.search(line):
            yield from _find_in_line(line, start)
        start += len(line) + 1


def _find_in_line(line: str, offset: int) -> Iterator[Edit]:
    spaced = list(_SPACED.finditer(line))
    for run in spaced:
        if is_text(_GAP.sub("", run[0])):
            for gap in _GAP.finditer(line, run.start(), run.end()):
                yield Edit(offset + gap.start(), offset + gap.end(), "", "stray_spaces", 0.95)
    if spaced:
        return
    gaps, han = list(_HAN_GAP.finditer(line)), len(re.findall(f"[{HAN}]", line))
    if len(gaps) >= 8 and len(gaps) * 5 >= han and len(_PROSE.findall(line)) * 40 >= han and "：" not in line[:8]:
        for gap in _GAP.finditer(line):
            yield Edit(offset + gap.start(), offset + gap.end(), "", "stray_spaces", 0.9)


def is_text(run: str) -> bool:
    """Whether the characters, closed up, are words of the field and no list (甲 乙 丙, 赵 钱 孙 李)."""
    known = 2 * len(_COMMON.findall(run))
    return known >= 2 and known >= 2 * _KNOWN * len(run)
