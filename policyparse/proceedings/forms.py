"""Forms of meetings (会议形式), against width-folded text.

form ::= qualifier* word        专题议政性 常委会会议, 常委（扩大）会议, 新闻 发布会
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.offices import TITLE
from policyparse.model.base import Extent

HELD = r"(?:主持召开|主持举行|组织召开|组织举行|联合召开|召开|举行|举办|出席并主持|出席|主持|参加)了?"
"""Verbs of holding and attending a meeting."""

CONVENED = pattern(
    "召开|举行|举办|开幕|闭幕",
    matches=["召开会议", "举行会议", "举办论坛", "会议开幕", "会议闭幕"],
    rejects=["会议室"],
)
"""Verbs of holding one."""

FORM = pattern(
    r"(?:情况(?=通报会|介绍会|汇报会|说明会))?(?:(?&meetings.forms)(?:（扩大）会议?)?|(?<=常委|党组|全体|常务)（扩大）会议?)$",
    matches=[
        *(("市政协协商会", "协商会"), ("工作情况通报会", "情况通报会")),
        *(("党组会（扩大）会议", "党组会（扩大）会议"), ("县委常委（扩大）会", "（扩大）会")),
        *(("情况会商会", "会商会"), ("工作情况说明会", "情况说明会"), ("工作情况汇报会", "情况汇报会")),
        *(("工作情况介绍会", "情况介绍会"), "党组会（扩大）会", "县委常务（扩大）会", "县委全体（扩大）会"),
        *("县委党组（扩大）会", ("县委常委（扩大）会议", "（扩大）会议")),
    ],
    rejects=["协商会精神", "工业发展情况", "（扩大）会"],
)
_QUOTED = pattern(
    "“[^“”]{2,30}”",
    matches=["“盘活资产”会"],
    rejects=["盘活“资产”", "“水”", "“学习宣传贯彻落实党的二十届三中全会精神推动全省高质量发展取得新成效”专题会"],
    method="match",
)
QUALIFIER = pattern(
    "(?:(?&meetings.qualifiers)|(?&quoted))$",
    quoted=_QUOTED,
    matches=[("市政协专题", "专题"), ("召开“盘活资产”", "“盘活资产”")],
    rejects=["专题市政协", "“盘活", "“盘活资产”的"],
)
NOT_AFTER = pattern(
    rf"(?&meetings.not_after)|[{HAN}]?(?:委员|中心|室)",
    matches=["精神", "委员", "客室", "中心", "议室"],
    rejects=["召开", "，听取发言", "发言", "会议"],
    method="match",
)
"""What stands behind the end of a form that is none there: 会议精神, 会议中心."""

_GOES_ON = pattern(
    r"(?<=常委会)(?:党组|机关)?(?:(?&title)(?!会|扩大)|办公室)|(?<=大常委会)(?:召开|举行)(?!了?会议)|(?<=大会)发言|(?<=会)会议",
    title=TITLE,
    matches=[
        *(("作大会发言", "发言"), ("市委常委会会议", "会议"), ("市人大常委会主任带队", "主任")),
        *(("市人大常委会党组书记主持", "党组书记"), ("市人大常委会党组办公室", "党组办公室")),
        *(("市人大常委会机关办公室", "机关办公室"), ("市人大常委会召开专题询问会", "召开")),
        *(("市人大常委会举行宪法宣誓仪式", "举行"), "市人大常委会办公室"),
    ],
    rejects=[
        *("听取发言", "机关办公室", "专题会议", "市人大常委会主任会议", "市人大常委会主任扩大会议"),
        *("市人大常委会召开会议", "市人大常委会召开了会议", "市委常委会召开"),
    ],
)
"""What goes on behind a form that is no meeting there: 常委会主任, 大会发言."""

_ANCHOR = pattern(
    "会(?:议|商)?|询问|论坛",
    matches=["会议", "询问", "论坛", "会", ("会议", "会议"), ("会商", "会商")],
    rejects=["议事"],
)
_LONGEST_FORM = 14
_LONGEST_QUALIFIER = 34
_MOST_QUALIFIERS = 5


def find_forms(folded: str) -> Iterator[Extent]:
    """Find the forms of meetings with what makes them more exact: 专题议政性常委会会议.

    The end is found first, 会, 会议, 论坛 or 询问; what stands before it is read backwards.

    Args:
        folded: Width-folded line or paragraph.
    """
    done = 0
    for anchor in _ANCHOR.finditer(folded):
        end = anchor.end()
        if end < done:
            continue
        form = FORM.search(folded, max(done, end - _LONGEST_FORM), end)
        if form and not (NOT_AFTER.match(folded, end) or _GOES_ON.match(folded, end)):
            start = form.start()
            for _ in range(_MOST_QUALIFIERS):
                qualifier = QUALIFIER.search(folded, max(done, start - _LONGEST_QUALIFIER), start)
                if not qualifier:
                    break
                start = qualifier.start()
            quoted = _QUOTED.match(folded, start)
            yield (quoted.end() if quoted else start), end
            done = end


def names_meeting(folded: str) -> bool:
    """Whether a line names a meeting."""
    return next(find_forms(folded), None) is not None
