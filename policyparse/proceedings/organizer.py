"""Who called a meeting (主办单位)."""

import re
from functools import cache

from policyparse.language.bodies import body_at_end
from policyparse.language.masks import mask_matches
from policyparse.model.base import Extent
from policyparse.proceedings.patterns import CONVENED, alternatives

_ORDINAL = "第?[一二三四五六七八九十]{1,4}届"
TERM = re.compile(_ORDINAL)
"""The ordinal of a body's term, which is no part of its name: 省六届人大常委会."""
_BODY = "人大常委会|人民代表大会常务委员会|人民代表大会|人大|政协|国务院|政府|党委|市委|省委|区委|县委|中央"
_NAMED_AFTER = re.compile(
    rf"(?:^|(?<=[，：）]))\s?(?:{_ORDINAL})?(?P<who>(?:[省市区县州]{_ORDINAL}|全国|[\u4e00-\u9fff]{{2,8}}?[省市区县州])?(?:{_BODY})"
    r"|[\u4e00-\u9fff]{2,16}(?:委员会|领导小组)(?=第))"
    r"(?=第?[一二三四五六七八九十]{1,4}[届次]|常委会|常务|全体|主席|主任|党组)"
)
_WHEN_WHERE = (
    r"(?:（[^（）]{1,12}）|今天|昨天|近日|日前|上午|下午|\d{1,4}年|\d{1,2}月|\d{1,2}日|在[^，。]{1,16}|以[^，。]{1,12}方式"
    r"|隆重|联合|共同|将)"
)
_CONVENER = re.compile(rf"(?P<who>[\u4e00-\u9fff、]{{2,30}}?){_WHEN_WHERE}{{0,6}}(?:(?:就|围绕)[^，。]{{0,90}})?$")
_CABINET = re.compile(r"(?P<who>国务院|[\u4e00-\u9fff]{2,8}政府)常务会议")
_HOSTED = re.compile(r"由(?P<who>[\u4e00-\u9fff、（）]{2,40}?)(?:联合|共同)?(?:主办|发起召开)")
_QUOTED = re.compile(r"“[^“”]{1,120}”")
_REACH = 140


@cache
def _convener() -> re.Pattern[str]:
    return re.compile(rf"(?<!会议)(?:{alternatives('conveners')})$")


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('forms')})$")


def find_organizer(folded: str) -> Extent | None:
    """Find who called the meeting of a line or paragraph.

    The meeting is named after a body (十四届全国人大常委会第九次会议), or a body convenes it (市政协召开……), or it is
    the executive meeting of a government (国务院常务会议), or somebody hosts it (由……主办).
    """
    named = _NAMED_AFTER.search(folded, 0, _REACH)
    if named:
        return named.span("who")
    masked = mask_matches(folded, _QUOTED)
    for convened in CONVENED.finditer(masked):
        left = max(0, convened.start() - _REACH)
        clause = max(masked.rfind(c, left, convened.start()) for c in "，。；：！？") + 1
        convener = _CONVENER.match(masked, max(clause, left), convened.start())
        if not convener:
            continue
        term = TERM.match(convener["who"])
        body = body_at_end(convener["who"][term.end() if term else 0 :])
        if body and _convener().search(body) and not _meeting().search(body):
            start = convener.start("who") + convener["who"].rfind(body)
            return start, start + len(body)
    further = _CABINET.search(folded) or _HOSTED.search(folded)
    return further.span("who") if further else None
