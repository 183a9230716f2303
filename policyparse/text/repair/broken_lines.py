"""Paragraphs broken by a column, a page or a caption.

Two lines are joined only where grammar says so: the first is prose that stops between two characters of
a sentence, and the second goes on without a label, a heading or an indent of its own.
"""

import re
from collections.abc import Iterator

from policyparse.text.edits import Edit
from policyparse.text.fold import fold

_LINE = re.compile(r"[^\n]+")
_PROSE = re.compile(r"[，。；！？：、]")
_OPEN_END = re.compile(r"[\u4e00-\u9fff0-9A-Za-z，、“（《]$")
_LABEL = re.compile(
    r"[#>*•·|<\[【〔-]|第[0-9一二三四五六七八九十百千零〇两]{1,9}[编章节条]|（[0-9一二三四五六七八九十]{1,4}）|[0-9一二三四五六七八九十]{1,3}[、.．]"
    r"|[①-⑳]|来源|附件|（记者"
)
_CAPTION_LENGTH = 30
_PROSE_LENGTH = 36


def find_broken_lines(text: str) -> Iterator[Edit]:
    """Find the breaks inside sentences, with a caption that stands in them, to be deleted."""
    folded = fold(text)
    lines = [_trimmed(folded, m.start(), m.end()) for m in _LINE.finditer(folded) if m[0].strip()]
    i = 0
    while i + 1 < len(lines):
        start, end = lines[i]
        if not _stops_inside(folded[start:end]):
            i += 1
            continue
        following = i + 1
        if _is_caption(folded, lines, following):
            following += 1
        if following < len(lines) and _goes_on(folded, lines[following]):
            yield Edit(end, lines[following][0], "", "broken_lines", 0.9)
            lines[following] = (start, lines[following][1])
            i = following
            continue
        i += 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _stops_inside(line: str) -> bool:
    return len(line) >= _PROSE_LENGTH and bool(_PROSE.search(line)) and bool(_OPEN_END.search(line))


def _is_caption(text: str, lines: list[tuple[int, int]], i: int) -> bool:
    if i + 1 >= len(lines):
        return False
    start, end = lines[i]
    line = text[start:end]
    return len(line) <= _CAPTION_LENGTH and not _PROSE.search(line) and not _LABEL.match(line)


def _goes_on(text: str, line: tuple[int, int]) -> bool:
    start, end = line
    return not _LABEL.match(text[start : start + 12]) and bool(re.search(r"[，。；！？：、”）]", text[start:end]))
