"""Paragraphs broken by a column, a page or a caption.

Two lines are joined only where grammar says so: the first is prose that stops inside a sentence, and the second
goes on without a label, a heading or an indent of its own. What a heading or a title could be is joined only
where the seam itself shows that a word or a phrase was cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.text.edits import Edit

_LINE = re.compile(r"[^\n]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PROSE = re.compile(r"[，。；！？：、]")
_SENTENCE = re.compile(r"[。！？；]")
_CLOSED = "。！？；：….．~>|"
_NUMBER = "[0-9一二三四五六七八九十百千零〇两]"
_GOES_ON_AFTER_ARTICLE = "规定的、，至和或及之第项款所"
LABEL = re.compile(
    rf"[#>*•·|<\[【〔-]|第{_NUMBER}{{1,9}}[编章节](?![，。])|第{_NUMBER}{{1,9}}条(?![{_GOES_ON_AFTER_ARTICLE}])|第{_NUMBER}{{1,9}}条之{_NUMBER}"
    rf"|（[0-9一二三四五六七八九十]{{1,4}}）|[0-9一二三四五六七八九十]{{1,3}}[、.．]|[①-⑳]|来源|附件|附录|（记者|本报|责任编辑|[^\s，。：“]{{1,4}}：(?=\S)"
)
_ARTICLE = re.compile(rf"第{_NUMBER}{{1,9}}条")
_REFERRING = re.compile(r"(?:本|该|同)(?:条例|法|办法|规定|决定|细则|章程|解释)$|》$|(?:依照|按照|根据|违反|符合|适用|执行|属于|以及|[、和或及至])$|条$|款$")
_NEVER_LAST = frozenset("的和与及或对在为于以从向把被将由按据并而且其更最很各每该这那第是使让给跟、，“‘（《")
_NEVER_FIRST = frozenset("的了着过们性化者等和与及或而且，。、；：”’）》％%")
PAGE_NUMBER = re.compile(r"[—–\-\s]{0,4}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?/\s?\d{1,4})?[—–\-\s]{0,4}$")
_CAPTION = re.compile(r"图为|图[:：]|摄影|摄$|/摄")

_CAPTION_LENGTH = 30
_PROSE_LENGTH = 36
_TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str


def find_broken_lines(folded: str) -> Iterator[Edit]:
    """Find the breaks inside sentences, with a caption or a page number that stands in them, to be deleted.

    Args:
        folded: The text, width-folded.
    """
    lines = [line for m in _LINE.finditer(folded) if (line := _trimmed(folded, m.start(), m.end())) is not None]
    in_body = False
    i = 0
    while i + 1 < len(lines):
        first = lines[i]
        if _stops_inside(first.text):
            following = i + 1
            between = lines[following] if _may_stand_between(lines, following) else None
            if between is not None:
                following += 1
            second = lines[following]
            if _belong_together(folded, first, second, in_body, between):
                yield Edit(first.end, second.start, "", "broken_lines", 0.9)
                lines[following] = _Line(first.start, second.end, first.indent, first.text + second.text)
                i = following
                continue
        in_body = in_body or (len(first.text) >= _PROSE_LENGTH and first.text[-1] in "。；：")
        i += 1


def _trimmed(text: str, start: int, end: int) -> _Line | None:
    line = text[start:end]
    stripped = line.strip()
    if not stripped:
        return None
    indent = len(line) - len(line.lstrip())
    return _Line(start + indent, start + indent + len(stripped), indent, stripped)


def _stops_inside(line: str) -> bool:
    return len(line) >= _PROSE_LENGTH and line[-1] not in _CLOSED and line[-1] not in "”）》" and bool(_PROSE.search(line))


def _may_stand_between(lines: list[_Line], i: int) -> bool:
    """Whether the line is a caption or a page number that a joined paragraph would have in its middle."""
    if i + 1 >= len(lines):
        return False
    line = lines[i].text
    if PAGE_NUMBER.match(line):
        return True
    return len(line) <= _CAPTION_LENGTH and not _PROSE.search(line) and not LABEL.match(line)


def _belong_together(text: str, first: _Line, second: _Line, in_body: bool, between: _Line | None) -> bool:
    head, tail = first.text, second.text
    if not _goes_on(head, tail):
        return False
    cut = _is_cut(text, head, tail)
    if between is not None and not PAGE_NUMBER.match(between.text) and not _CAPTION.search(between.text):
        return (cut or bool(_SENTENCE.search(head))) and in_body
    if cut:
        return True
    labelled = bool(LABEL.match(head)) and not _ARTICLE.match(head)
    if labelled and len(head) < _TITLE_LENGTH:
        return False
    return bool(_SENTENCE.search(head)) or in_body


def _goes_on(head: str, tail: str) -> bool:
    """Whether the second line can be the rest of the first: no label of its own, and prose."""
    if not _PROSE.search(tail) or tail[0] in "“（《—":
        return tail[0] in "（《" and head[-1] in _NEVER_LAST and bool(_PROSE.search(tail)) and not LABEL.match(tail)
    label = LABEL.match(tail)
    return label is None or bool(_ARTICLE.match(tail) and _REFERRING.search(head))


def _is_cut(text: str, head: str, tail: str) -> bool:
    """Whether the seam shows a cut: a word that never ends or starts a sentence, or a word of this text across it."""
    if head[-1] in _NEVER_LAST or tail[0] in _NEVER_FIRST:
        return True
    if head.count("“") > head.count("”") or head.count("（") > head.count("）") or head.count("《") > head.count("》"):
        return True
    across = head[-1] + tail[0]
    return bool(_HAN.match(head[-1]) and _HAN.match(tail[0])) and across in text
