"""Titles of official documents, and the notes under them (题注), that are set on several lines."""

import itertools
import re
from collections.abc import Iterator

from policyparse.knowledge.instruments import instrument_words
from policyparse.repair.broken_lines import Line, starts_anew, trimmed_lines
from policyparse.source.edits import Edit

_BODY = "办公厅|办公室|委员会|政府|党委|常委会|厅|局|部|院|会"
_MEETING = r"第[0-9一二三四五六七八九十百]{1,4}次(?:全体)?会议"
_ISSUERS = re.compile(
    rf"[^\s、]{{2,20}}(?:{_BODY})(?:[ 、][^\s、]{{2,20}}(?:{_BODY})){{0,4}}$|[^\s、，]{{4,30}}{_MEETING}$"
)
_OPENS = re.compile("关于|印发|转发|批转|发布")
_INSTRUMENT = re.compile(rf"(?:{instrument_words()})(?:（[^）]{{1,12}}）)?》?$")
_REST = re.compile(rf"(?:（[^）]{{2,20}}）)?的{_INSTRUMENT.pattern}")
_NO_TITLE = re.compile("[。；：，！？|>]|——")
_NOTE = re.compile(r"（[^（）]{0,12}?[12][0-9〇零○一二三四五六七八九]{3} ?年")
_EVENT_END = re.compile(r"(?:通过|批准|公布|发布|颁布|印发|施行|实施|生效|修正|修改|修订|制定|废止|号|[；。）])$")
_EVENT = re.compile(
    r"[12][0-9〇零○一二三四五六七八九]{3} ?年|根据|自[12]|（|第[0-9〇一二三四五六七八九十百]{1,9}[编章节条]"
)
_CUT = frozenset("的和与及、经由于")
_NOTE_LINES = 20
_LENGTH = 60
_HEAD = 3000
"""Titles are looked for in so many characters from the start."""


def find_broken_titles(folded: str) -> Iterator[Edit]:
    """Find the line ends inside titles, to be deleted.

    The first line names the issuers, or opens with 关于 or 印发 and does not end; the last ends with the name of
    the instrument: 某市人民政府办公厅关于加快 / 产业发展的若干意见.

    Args:
        folded: The text, width-folded.
    """
    head = folded[:_HEAD]
    if not _OPENS.search(head):
        return
    lines = trimmed_lines(head)
    for i in range(len(lines) - 1):
        first, second = lines[i], lines[i + 1]
        if _goes_on(first.text, second.text) and head.count("\n", first.end, second.start) == 1:
            gap = " " if _ISSUERS.match(first.text) and not second.text.startswith("关于") else ""
            yield Edit(first.end, second.start, gap, "broken_titles", 0.9)
            lines[i + 1] = Line(first.start, second.end, first.text + gap + second.text)


def find_broken_notes(folded: str) -> Iterator[Edit]:
    """Find the line ends inside the events of a note under a title (题注), to be deleted; those between events stay.

    （2023年10月27日某市第十七届人民代表大会常务委 / 员会第十四次会议修订） is one event on two lines.

    Args:
        folded: The text, width-folded.
    """
    head = folded[:_HEAD]
    if not _NOTE.search(head):
        return
    lines = trimmed_lines(head)
    depth = since = 0
    for first, second in itertools.pairwise(lines):
        if not depth and not _NOTE.match(first.text):
            continue
        depth = max(0, depth + first.text.count("（") - first.text.count("）"))
        since = since + 1 if depth else 0
        if not depth or since > _NOTE_LINES:
            depth = since = 0
        elif _is_inside_event(first.text, second.text) and head.count("\n", first.end, second.start) == 1:
            yield Edit(first.end, second.start, "", "broken_titles", 0.9)


def _is_inside_event(first: str, second: str) -> bool:
    if _EVENT.match(second):
        return first[-1] in _CUT
    return not _EVENT_END.search(first)


def _goes_on(first: str, second: str) -> bool:
    if len(first) > _LENGTH or len(second) > _LENGTH or first[-1] in "。；：" or _NO_TITLE.search(first + second):
        return False
    if starts_anew(second) or starts_anew(first):
        return False
    if _REST.match(second) and _OPENS.search(first):
        return True
    if _INSTRUMENT.search(first):
        return False
    if _ISSUERS.match(first) and second.startswith(("关于", "印发", "转发", "批转")):
        return True
    return (
        bool(_OPENS.search(first))
        and len(first) >= 10
        and (bool(_INSTRUMENT.search(second)) or second[0] in "的和与及")
    )
