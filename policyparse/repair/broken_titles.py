"""Titles of official documents, and the notes under them (题注), that are set on several lines."""

import itertools
from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SERIAL
from policyparse.knowledge.instruments import instrument_words
from policyparse.language.bodies import is_body_line
from policyparse.language.days import YEAR_NUMBER
from policyparse.language.labels import ARTICLE, DIVISION
from policyparse.repair.broken_lines import Line, starts_anew, trimmed_lines
from policyparse.source.edits import Edit

_MEETING = pattern(
    rf"[^\s、，]{{4,30}}第[{SERIAL}]{{1,4}}次(?:全体)?会议$",
    method="match",
    matches=["云江省第十届人大常委会第十二次会议", "云江省第十四届人民代表大会第3次全体会议"],
    rejects=[
        *("云江省会议", "某会第二次会议", "省人大第二次会议", "云江，省人大第二次会议", "云江省人大常委会第次会议"),
        *("云江省人大常委会第一千二百三次会议", "云江省人大常委会第二次会议通过", f"{'长' * 31}第二次会议"),
    ],
)
"""A line that is the name of the meeting that adopts a document."""

_OPENS = pattern(
    "关于|印发|转发|批转|发布",
    matches=["关于停车的办法", "印发", "转发", "批转", "发布"],
    rejects=["停车办法"],
)
_INSTRUMENT = pattern(
    r"(?&words)(?:（[^）]{1,12}）)?》?$",
    words=instrument_words,
    matches=["停车办法", ("停车办法（试行）", "办法（试行）"), ("《停车办法》", "办法》")],
    rejects=["停车办法的", "停车办法（）", f"停车办法（{'长' * 13}）"],
)
_REST = pattern(
    r"(?:（[^）]{2,20}）)?的(?&instrument)",
    instrument=_INSTRUMENT,
    method="match",
    matches=["的通知", "（2021—2025年）的通知", ("（修订）的通知", "（修订）的通知")],
    rejects=["通知", "（一）的通知", f"（{'长' * 21}）的通知", "的通知和办法起草"],
)
_NO_TITLE = pattern("[。；：，！？|>]|——", matches=["停车，", "停车——"], rejects=["停车—"])
_NOTE = pattern(
    r"（[^（）]{0,12}?(?&year) ?年",
    year=YEAR_NUMBER,
    matches=["（2018年9月", "（二〇一八 年九月", "（根据省人大常委会的决定1998年"],
    rejects=["（第二次修正）", "2018年9月", "（2018  年", "（根据省人大常委会公布的决定和1998年"],
)
"""Start of a note under the title (题注)."""

_EVENT_END = pattern(
    r"(?:通过|批准|公布|发布|颁布|印发|施行|实施|生效|修正|修改|修订|制定|废止|号|[；。）])$",
    matches=[
        *("会议通过", "批准", "公布", "发布", "颁布", "印发", "施行", "实施", "生效", "修正", "修改", "修订"),
        *("制定", "废止", "第3号", "修正；"),
    ],
    rejects=["会议通过的", "常务委"],
)
_EVENT = pattern(
    r"(?&year) ?年|根据|自[12]|（|(?&division)|(?&article)",
    year=YEAR_NUMBER,
    division=DIVISION,
    article=ARTICLE,
    method="match",
    matches=["2018 年3月", "二〇一八年三月", "根据决定", "自2018年", "（修正）", "第二章", "第三条"],
    rejects=["员会第十四次会议", "自行", "20次会议", "2018  年"],
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
            gap = " " if _names_issuers(first.text) and not second.text.startswith("关于") else ""
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


def _names_issuers(line: str) -> bool:
    """Whether a line is of nothing but bodies, or is a meeting: who issues the document, above what it is about."""
    return is_body_line(line) or _MEETING.match(line) is not None


def _goes_on(first: str, second: str) -> bool:
    if len(first) > _LENGTH or len(second) > _LENGTH or first[-1] in "。；：" or _NO_TITLE.search(first + second):
        return False
    if starts_anew(second) or starts_anew(first):
        return False
    if _REST.match(second) and _OPENS.search(first):
        return True
    if _INSTRUMENT.search(first):
        return False
    if _names_issuers(first) and second.startswith(("关于", "印发", "转发", "批转")):
        return True
    return (
        bool(_OPENS.search(first))
        and len(first) >= 10
        and (bool(_INSTRUMENT.search(second)) or second[0] in "的和与及")
    )
