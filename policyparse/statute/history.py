"""The life of a statute, from the note under its title (题注).

    note  ::= "（" event* "）"
    event ::= "根据"? date (meeting | body | order)? 《decision》? ordinal? action

The actions are those of the Legislation Law (立法法): 通过, 批准, 公布, 修正, 修订, 废止, 施行.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from policyparse.knowledge.characters import SERIAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.days import YEAR_NUMBER, find_days
from policyparse.language.masks import mask, mask_matches
from policyparse.language.numerals import parse_integer
from policyparse.language.official import match_notice_label
from policyparse.model.base import Extent
from policyparse.model.provisions import LegislativeEventDraft
from policyparse.page.layout import Block

ACTIONS = {
    "通过": "adopted",
    "制定": "adopted",
    "批准": "approved",
    "批复": "approved",
    "公布": "promulgated",
    "发布": "promulgated",
    "颁布": "promulgated",
    "印发": "promulgated",
    "修正": "amended",
    "修改": "amended",
    "修订": "revised",
    "废止": "repealed",
    "失效": "repealed",
    "施行": "effective",
    "实施": "effective",
    "生效": "effective",
}
"""What the words of a note say happened."""

_N = f"[{SERIAL}]"
_ORDINAL = pattern(f"{_N}{{1,3}}", method="fullmatch", matches=["三", "二十一"], rejects=["", "一百二十"])
_ACTION = pattern(
    r"(?:第(?P<ordinal>(?&number))次)?(?P<re>修订)?(?P<action>(?&actions))"
    r"(?=[ ，；、。）》（自并的]|$|施行|根据|同时|(?&year)年)",
    number=_ORDINAL,
    year=YEAR_NUMBER,
    actions="|".join(ACTIONS),
    matches=[
        *(f"2001年5月1日{action}" for action in ACTIONS),
        ("第三次修正）", {"ordinal": "三", "re": None, "action": "修正"}),
        *(("修订通过，", {"ordinal": None, "re": "修订", "action": "通过"}), "公布自5月1日起", "通过并公布"),
        *("通过的决议", ("公布施行", {"action": "公布"}), ("修改同时公布", {"action": "修改"})),
        *(("通过并公布", {"action": "通过"}), "修改根据", "通过同时废止", "通过 2002年", "通过2002年5月1日"),
    ],
    rejects=["通过公告形式", "第十二三四次会议", "修正案草案", "公布栏", "通过22002年"],
)
"""What happened, in a note."""
_TITLE = compiled(r"《[^《》]{1,200}》|[〈<][^〈〉<>]{1,100}[〉>]")
_SESSION = pattern(
    rf"第?{_N}{{1,5}}届",
    matches=[
        *(("某市第十五届人大", "第十五届"), ("九届人大", "九届"), ("第一百二十一届", "第一百二十一届")),
        ("第一千零二十一届", "千零二十一届"),
    ],
    rejects=["第三次", "历届人大"],
)
_YEAR = pattern(
    "[12][0-9]{3}年度?",
    method="match",
    matches=["2001年", ("2001年度常务会议", "2001年度")],
    rejects=["3001年", "201年", "20011年", "今年"],
)
_NUMBER = pattern(
    f"{_N}{{1,7}}", method="fullmatch", matches=["3", "二十一", "1234567"], rejects=["", "12345678", "第三"]
)
_COUNCIL = pattern(
    "常务|党组|[局部委厅署行院]务",
    method="fullmatch",
    matches=["常务", "党组", "局务", "部务", "委务", "厅务", "署务", "行务", "院务"],
    rejects=["公务", "党委"],
)
_MEETING = pattern(
    r"(?:第? ?(?&number) ?(?:次|届(?=会议))(?:[一-龥]{0,6}会议|[一-龥]{0,4}(?:办公|(?&council))会)"
    r"|(?:[部局署]长|主任)?(?:办公|全体|审议|(?&council))会议).{0,4}$",
    number=_NUMBER,
    council=_COUNCIL,
    matches=[
        *(("市人民政府第 十二 次常务会议", "第 十二 次常务会议"), ("市政府十二次常务会议", "十二次常务会议")),
        *(("第3届会议", "第3届会议"), ("常务委员会第十五次会议上", "第十五次会议上")),
        *(("第八次部务会", "第八次部务会"), ("第八次局长办公会", "第八次局长办公会")),
        *(("市水务局局务会议", "局务会议"), ("水利部部长办公会议", "部长办公会议")),
        *(("市水务局局长办公会议", "局长办公会议"), ("审计署署长办公会议", "署长办公会议")),
        *(("某委主任办公会议", "主任办公会议"), ("市政府全体会议", "全体会议")),
        *(("水利部部务会议审议", "部务会议审议"), ("局审议会议", "审议会议")),
        ("第二次主席团全体会议", "第二次主席团全体会议"),
    ],
    rejects=[
        *("第十五次", "市人民政府", "十五届人大", "第十五次会议审议表决通过", "第二次全市经济工作专题会议"),
        *("第八次市自然资源局局务会", "第三届常务会"),
    ],
)
"""The meeting at the end of a stretch."""
_LEAD = pattern(
    r"(?:[ ，、；（）]|根据|自|由|经|并|同时|于|起|以|按照|依照|(?:召开|举行|召集)的){1,20}",
    method="match",
    matches=[
        *("，", "根据某决定", "自某日", "由某部", "经某会议", "并经", "同时", "于某日", "起由", "以国务院令"),
        *("按照某决定", "依照某决定", "召开的会议", "举行的会议", "召集的会议", ("，由某部", "，由")),
        (" " * 21, " " * 20),
    ],
    rejects=["某市人民政府", "召开会议", ""],
)
"""What stands before the body or meeting."""
_IN_BRACKETS = pattern(
    r"[〔\[（][^〕\]）]{1,12}[〕\]）]",
    method="fullmatch",
    matches=["〔十五届〕", "（第5号）", "[2001]"],
    rejects=["（）", "〔市第十五届人民代表大会常务委员会〕", "2001"],
)
_ORDER = pattern(
    r"(?=.)(?:令|公告|通告|文件)?(?&brackets)?(?:第? ?(?&number) ?号)?(?:令|公告|文件)?(?:公告|予以|重新)?$",
    brackets=_IN_BRACKETS,
    number=_NUMBER,
    matches=[
        *(("国务院令第187号", "令第187号"), ("市人大常委会公告〔十五届〕第21号", "公告〔十五届〕第21号")),
        *(("市政府通告第 3 号", "通告第 3 号"), ("某政发文件[2001]5号", "文件[2001]5号")),
        *(("水利部第5号令", "第5号令"), ("市政府第5号文件", "第5号文件"), ("市政府第5号令公告", "第5号令公告")),
        *(("国务院令第187号重新", "令第187号重新"), ("市人大第5号公告予以", "第5号公告予以")),
        *(("市人大公告", "公告"), ("市政府令（第5号）", "令（第5号）")),
    ],
    rejects=["某市人民政府", "令某市人民政府"],
)
"""The order that makes public, at the end of a stretch."""
_NOTICE = pattern("令|公告|通告", matches=["国务院令", "号公告", "市通告"], rejects=["决定", "批复"])
_BREAK = compiled(r"(?<=[^ -~]) {1,40}(?=[^ -~])| {2,40}")
"""The gap of a broken line, between Chinese characters or before a number."""

_OF_DECISION = ("并经", "的《", "的关")
_REPEATED = pattern(
    r"(?:修订|审议|审定|表决|讨论|(?:集体)?研究|重新)$",
    matches=[
        "某会议修订",
        "某会议审议",
        "某会议审定",
        "某会议表决",
        "某会议讨论",
        "某会议研究",
        "国务院重新",
        ("某会议集体研究", "集体研究"),
    ],
    rejects=["审议会议", "某市人民政府"],
)


@dataclass(frozen=True, slots=True)
class _Act:
    """What happened, when, by whom, where and for which time."""

    action: str
    on: date | None
    body: str | None
    meeting: str | None
    ordinal: int | None

    def completed(self, other: "_Act") -> "_Act":
        """The act with day, body and meeting of another where it has none."""
        return replace(
            self, on=self.on or other.on, body=self.body or other.body, meeting=self.meeting or other.meeting
        )

    def event(self, text: str, start: int) -> LegislativeEventDraft:
        """The act as an event, with the words that say so and where they start in the repaired text."""
        return {
            "action": self.action,
            "on": self.on,
            "body": self.body,
            "meeting": self.meeting,
            "ordinal": self.ordinal,
            "text": text,
            "span": (start, start + len(text)),
        }


def parse_history(note: Iterable[Block]) -> list[LegislativeEventDraft]:
    """Read the events of a note, in order of the text.

    Args:
        note: The lines of the note.

    Returns:
        Drafts of `LegislativeEvent`.
    """
    events = [event for line in _whole_lines(note) for event in find_events(line.folded, line.text, line.start)]
    return sorted(events, key=lambda event: event["span"])


def _whole_lines(note: Iterable[Block]) -> Iterator[Block]:
    """The lines of a note; those inside one bracket are one, with spaces where the page breaks it."""
    whole: Block | None = None
    for block in note:
        if whole is not None and whole.folded.count("（") > whole.folded.count("）") and block.start >= whole.end:
            gap = " " * (block.start - whole.end)
            text, folded = whole.text + gap + block.text, whole.folded + gap + block.folded
            whole = Block(whole.role, whole.start, block.end, text, folded)
        else:
            if whole is not None:
                yield whole
            whole = block
    if whole is not None:
        yield whole


def find_events(folded: str, text: str, offset: int = 0) -> Iterator[LegislativeEventDraft]:
    """Find events in one line.

    Where a decision that was adopted amends (……通过的《……决定》修正, ……通过并经……批准的《……决定》修正), adoption
    and amendment are one event, on the day of the adoption.

    Args:
        folded: The line, width-folded.
        text: The line as printed.
        offset: Where the line starts in the repaired text.

    Yields:
        Drafts of `LegislativeEvent`.
    """
    masked = mask(folded, ((m.start() + 1, m.end() - 1) for m in _TITLE.finditer(folded)))
    done = 0
    pending: _Act | None = None
    pending_start = 0
    for match in _ACTION.finditer(masked):
        start = done
        while start < match.start() and folded[start] in " ，、；（）。的":
            start += 1
        for end in _joint_ends(masked, start, match.start()):
            joint = _event(match, masked[start:end], text[start:end])
            if joint is not None:
                yield joint.event(text[start:end], offset + start)
            start = end + 1
        event = _event(match, masked[start : match.start()], text[start : match.start()])
        done = match.end()
        if event is None:
            continue
        if _is_of_decision(event, masked[match.end() : match.end() + 2]) and pending is None:
            pending, pending_start = event, start
            continue
        if pending and event.action in ("amended", "revised"):
            event = event.completed(pending)
            start = pending_start
            pending = None
        yield event.event(text[start:done], offset + start)


def _joint_ends(masked: str, start: int, end: int) -> Iterator[int]:
    """Where the parts of a joint act end that are not its last: 甲会议于某日、乙会议于某日通过 are two events."""
    days = list(find_days(masked, start, end))
    for day, following in pairwise(days):
        mark = masked.rfind("、", day.end, following.start)
        if mark >= 0 and _MEETING.search(masked[start:mark]) and _MEETING.search(masked[mark:end]):
            yield mark


def _is_of_decision(event: _Act, after: str) -> bool:
    """Whether what was adopted or approved is the decision that amends: ……批准的《……决定》修正."""
    action = event.action
    return (action == "adopted" and after in _OF_DECISION) or (action == "approved" and after == "的《")


def _event(match: re.Match[str], stretch: str, printed: str) -> _Act | None:
    """What happened, when, by whom and where, from the stretch before the action."""
    days = list(find_days(stretch))
    if not days and "《" not in stretch and "年" not in stretch and not _MEETING.search(stretch):
        return None
    day = days[-1] if days else None
    meeting = body = None
    for start, end in ((day.end, len(stretch)), (0, day.start)) if day else ((0, len(stretch)),):
        start, end = _actor(stretch, start, end)
        if start < end:
            meeting, body = _meeting_and_body(stretch[start:end], printed[start:end])
            break
    return _Act(
        action="revised" if match["re"] else ACTIONS[match["action"]],
        on=day.on if day else None,
        body=body,
        meeting=meeting,
        ordinal=parse_integer(match["ordinal"]) if match["ordinal"] else None,
    )


def _actor(text: str, start: int, end: int) -> Extent:
    """Extent of the body or meeting, without the words around it and without a title after it."""
    title = text.find("《", start, end)
    end = title if title >= 0 else end
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " ，、；（）。的于自":
        end -= 1
    start = max(start, text.rfind("，", start, end) + 1)
    repeated = _REPEATED.search(text, start, end)
    return start, repeated.start() if repeated else end


def _meeting_and_body(who: str, printed: str) -> tuple[str | None, str | None]:
    meeting = _MEETING.search(who)
    if meeting:
        return _unbroken(printed), _without_session(who[: meeting.start()], printed) or None
    order = _ORDER.search(who)
    return None, _without_session(who[: order.start()] if order else who, printed) or None


def _unbroken(text: str) -> str:
    """A name without the gap that the break of a line leaves in it."""
    return _BREAK.sub("", text)


def _without_session(who: str, printed: str) -> str:
    """The name of the body as printed, without 第十三届."""
    session = _SESSION.search(who) or _YEAR.match(who)
    if session is None:
        return _unbroken(printed[: len(who)]).strip(" 、")
    return _unbroken(printed[: session.start()] + printed[session.end() : len(who)]).strip(" 、")


def order_of(event: LegislativeEventDraft) -> tuple[str, Extent, int] | None:
    """The number of the order or announcement of an event: 国务院令第187号, 公告第14号.

    Args:
        event: Draft of a `LegislativeEvent`.

    Returns:
        Label as printed, its extent in the repaired text, and its number; None where there is none.
    """
    text: str = event["text"]
    masked = mask_matches(fold(text), _TITLE)
    found = match_notice_label(masked)
    if found is None:
        return None
    (start, end), number = found
    if not _NOTICE.search(masked[max(0, start - 3) : start] + masked[end : end + 3]):
        return None
    base = event["span"][0]
    return text[start:end], (base + start, base + end), number
