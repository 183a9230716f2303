"""Notes under titles (题注) that are set on several lines."""

import itertools
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.language.days import DAY, YEAR_NUMBER
from policyparse.language.labels import is_labelled
from policyparse.language.notes import is_note
from policyparse.repair.broken_lines import Line, end_of_printed, trimmed_lines
from policyparse.source.edits import Edit

_EVENT_END = pattern(
    r"(?:(?&notes.actions)|号|[；。）])$",
    matches=["某市人大常委会会议通过", "国务院令第9号", "2012年5月6日乙会议批准；", "（2011年5月6日）", "会议通过。"],
    rejects=["某市第十四届人民代表大会常务委", "会议通过的"],
)
_EVENT = pattern(
    r"(?:(?&year)) ?年|根据|自[12]|（",
    year=YEAR_NUMBER,
    method="match",
    matches=[
        *("2012年5月6日乙会议批准", "二〇一二年", "根据2018年7月3日", "自2012年6月1日起施行", "（2012年"),
        "二〇一二 年",
    ],
    rejects=["员会第十四次会议修订", "自治区人大"],
)
"""How an event of a note begins."""

_BARE = pattern(
    r"(?:根据|经)? ?(?&day)[^，。；]{4,60}$",
    day=DAY,
    method="match",
    matches=["2011年6月30日某市人民代表大会常务", "根据2018年7月3日某市人大常", "经 2018年7月3日省政府常务"],
    rejects=[
        *("2011年6月30日", "2011年6月30日，某市召开会议", "2011年6月30日某市召开会议。", "2024年9月9日星期一"),
        "2024年9月9日某市第十五届人民代表大会常务委员会第二十五次会议对进一步加强全市农村生活垃圾分类收集转运和"
        "城乡公共交通线路优化调整等工作作了部署安排",
    ],
)
"""The first line of a note without brackets."""

_CUT = frozenset("的和与及、经由于")
_NOTE_LINES = 20
"""Maximum number of lines of a note."""

_HEAD = 3000
"""Notes are looked for in so many characters from the start, spaces not counted."""


def find_broken_notes(folded: str) -> Iterator[Edit]:
    """Find the line ends inside the events of a note under a title, to be deleted; those between events stay.

    （2023年10月27日某市第十七届人民代表大会常务委 / 员会第十四次会议修订） is one event on two lines.

    Args:
        folded: The text, width-folded.
    """
    lines = trimmed_lines(folded[: end_of_printed(folded, _HEAD)])
    depth = since = 0
    for i, (first, second) in enumerate(itertools.pairwise(lines)):
        if folded.count("\n", first.end, second.start) > 1:
            depth = since = 0
        elif depth or (first.text[0] == "（" and is_note(first.text)):
            depth = max(0, depth + first.text.count("（") - first.text.count("）"))
            since = since + 1 if depth else 0
            if not depth or since > _NOTE_LINES:
                depth = since = 0
            elif _is_inside_event(first.text, second.text):
                yield Edit(first.end, second.start, "", "broken_notes", 0.9)
        elif i and _is_bare(first, second):
            yield Edit(first.end, second.start, "", "broken_notes", 0.9)


def _is_bare(first: Line, second: Line) -> bool:
    """Whether two lines are one event of a note without brackets."""
    if not _BARE.match(first.text) or _EVENT_END.search(first.text):
        return False
    return not _EVENT.match(second.text) and is_note(first.text + second.text)


def _is_inside_event(first: str, second: str) -> bool:
    if _EVENT.match(second) or is_labelled(second):
        return first[-1] in _CUT
    return not _EVENT_END.search(first)
