"""Deadlines (完成时限): by when a task is due.

    deadline ::= day "前" | period | 长期 | duration "内"
    day      ::= year? month (day | 底 | 末) | year? 年底 | year quarter 末
    period   ::= year | month | quarter | half | year "—" year | “十四五”期间

The end of a month, quarter or year is its last day. Without a year it is that of the document. What has no last day
(长期, 每年3月底前, 每月5日前, 30日内) is a text alone; 自印发之日起三个月内 counts from the day of the document.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from policyparse.knowledge.characters import COUNT, DIGIT, QUARTER_DIGIT, SMALL_ORDINAL, WEEKDAY
from policyparse.knowledge.pattern import pattern
from policyparse.language.dates import DateMention, find_dates
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.official import DeadlineDraft

_YEAR = rf"(?:(?:(?:19|20)[0-9]{{2}}|[{DIGIT}]{{4}})年|今年|明年|本年|当年|次年)度?"
_MONTH = (
    rf"(?:[0-9]{{1,2}}|[{SMALL_ORDINAL}]{{1,2}})月份?"
    rf"(?:(?:[0-9]{{1,2}}|[{SMALL_ORDINAL}]{{1,3}})[日号]|[底末初]|[上中下]旬)?"
)
_PART = rf"(?:第?(?:[1-4]|[{SMALL_ORDINAL}])季度|[上下]半年)[底末]?"

_HOUR = (
    rf" ?(?:（(?:星期|周)[{WEEKDAY}]）)? ?(?:上午|下午|中午|晚上?)?"
    rf"(?: ?[0-9]{{1,2}}(?::[0-9]{{2}}|[时点][0-9]{{0,2}}[分半整]?)|下班|上班)?"
)

DUE = pattern(
    r"(?P<every>每[年月季周个]{1,2}度?)?(?P<day>(?&year)(?:年?[底末终]|(?&month)|(?&part))?|(?&month)|年[底末终]|(?&part))(?&hour)"
    r"(?:之前|以前|前)(?![的后期述款项条置沿来往者身]|提(?![交出供请报])|已|未)",
    year=_YEAR,
    month=_MONTH,
    part=_PART,
    hour=_HOUR,
    matches=[
        *(("6月20日18:00前报送", {"day": "6月20日"}), ("9月5日（星期二）下班前反馈", {"day": "9月5日"})),
        ("2021年6月底前建成", {"day": "2021年6月底", "every": None}),
        *(("2021年12月31日之前完成", {"day": "2021年12月31日"}), ("年底前完成", {"day": "年底"})),
        *(("2024年4月25日16时前提交", {"day": "2024年4月25日"}), ("6月底以前", {"day": "6月底"})),
        *(("每年3月底前报送", {"every": "每年", "day": "3月底"}), ("2024年一季度末前", {"day": "2024年一季度末"})),
        *(("今年年底前", {"day": "今年年底"}), ("二〇二一年六月底前", {"day": "二〇二一年六月底"})),
        *(("当年三月份（周一）上午前", "当年三月份（周一）上午前"), ("今年度下半年之前", "今年度下半年之前")),
        ("每月年底（星期日）晚上 3时前", "每月年底（星期日）晚上 3时前"),
        *(("每季度年底下午 3:12前", "每季度年底下午 3:12前"), ("今年十二月中旬前", "今年十二月中旬前")),
        ("明年十二月（周一）中午下班之前", "明年十二月（周一）中午下班之前"),
        *(("每个季3月底前报送", "每个季3月底前"), ("一零二零二年度前", "零二零二年度前")),
        *(("每年今年度上半年 以前", "每年今年度上半年 以前"), ("二〇二一年二十三月底前", "十三月底前")),
        *(("203年一季度末前", "一季度末前"), ("1997年底前完成。", "1997年底前"), "2024年4月25日16时整前提交"),
        *(("次年年底前", "次年年底前"), ("本年年底前", "本年年底前"), "年终前完成", "年末前完成", "年底前提请"),
        *("年底前提报", "年底前提出", "年底前提供", ("今年年终前", "今年年终前"), ("今年年末前", "今年年末前")),
        *("6月底晚以前", ("每3月底前报送", "3月底前"), ("每周3月底前报送", "每周3月底前")),
        *(("二〇二一年六月末前", "二〇二一年六月末前"), ("二〇二一年六月初前", "二〇二一年六月初前")),
        *(("二〇二一年六月下旬前", "二〇二一年六月下旬前"), ("二〇二一年六月上旬前", "二〇二一年六月上旬前")),
        *(("20350年底前完成", "年底前"), ("2024年一季度底前", "2024年一季度底前")),
        *(("2024年第一季度末前", "2024年第一季度末前"), ("2016年10月三日前完成", "2016年10月三日前")),
        *(("2009年350月底前完成", "50月底前"), "9月5日（星期天）下班前反馈"),
        *(("2016年10月11号前完成", "2016年10月11号前"), "2024年4月25日16点前提交", "2024年4月25日16时半前提交"),
        *("2024年4月25日16时3分前提交", "6月20日上班前报送", ("9月5日 （星期二）前反馈", {"day": "9月5日"})),
        ("9月5日（星期二） 下午前反馈", {"day": "9月5日"}),
    ],
    rejects=[
        *("到2025年", "前期工作", "目前", "提前", "3个月前", "2019年12月31日前已登记的企业", "2020年前的旧规"),
        *("一零二年前", "二〇二一年月底前", "今年十二月三五九一号以前", "2016年10月日前完成", "年底前项"),
        *("年底前述", "年底前身", "年底前者", "年底前置", "年底前沿", "年底前款", "年底前来", "年底前条"),
        *("年底前未", "年底前期", "年底前提", "年底前往", "年底前后", "6月20日:00前报送", "6月20日18:3前报送"),
        *("6月20日350:00前报送", "6月20日18:350前报送", "2016年10月350日前完成"),
    ],
)
"""A day before which something is due, in a sentence."""

OFTEN = pattern(
    r"每个?(?:半?年|季|月|周|星期|旬|学期)度?的?(?:首|次|末|第(?&ordinal))?(?:个?月)?(?:[上中下]旬)?"
    r"(?:[0-9]{1,2}[日号]|月?[底末初]|(?&weekday)|结束)?(?&hour)(?:之前|以前|前)(?![的后期述款项条置沿来往者身]|提(?![交出供请报])|已|未)"
    r"|每个?(?:季|月|周)度?(?:[底末]|终了)?后?(?&count)个?(?:工作)?日内",
    ordinal=f"[{QUARTER_DIGIT}]",
    weekday=f"[{WEEKDAY}]",
    count=f"[{COUNT}]{{1,2}}",
    hour=_HOUR,
    matches=[
        *("每月5日前报送", "每季度末前", "每季度首月10日前", "每周五下班前", "每月底前", "每月终了后10日内"),
        *("每季度结束前", "每周底3个工作日内", "每个季度的第二个月末之前", "每月中旬底前", "每半年底前"),
        *("每季度末3日内", "每星期第四个月初前", "每季度次月底前", "每月底前提请", "每季度后3个工作日内"),
        *("每年底前", "每季末前", "每月底以前", "每学期底前", "每月底前提报", "每月底前提出", "每季度末月15日前"),
        *("每月上旬前报送", "每月下旬前报送", "每季度首月月底前", "每旬末前报送", "每年度结束前", "每个季度末3日内"),
        *(
            "每季度次个月底前",
            "每月底前提供",
            "每月底前提交",
            "每周天下班前",
            "每周日下班前",
            "每月5号前报送",
            "每季终了后10日内",
        ),
    ],
    rejects=[
        *("每月5日报送", "每年开展", "每周一次", "每月前往", "每月号以前", "每月底前已", "每月底前项", "每月底前述"),
        *("每月底前身", "每月底前者", "每月底前置", "每月底前的", "每月底前沿", "每月底前款", "每月底前来"),
        *("每月底前条", "每月底前未", "每月底前期", "每月底前提", "每月底前后", "每月终了后日内", "每月350日前报送"),
        "每月终了后350日内",
    ],
)
"""A day that comes back, before which something is due; it has no date."""

SINCE = pattern(
    r"自?(?:本[一-龥]{1,6})?(?P<act>印发|发布|公布|下发|发文|施行|实施)之日起(?P<number>(?&count)) ?个?"
    r"(?P<unit>工作日|自然日|日|天|周|月|年)(?:之|以)?内",
    count=rf"[{COUNT}半]{{1,3}}",
    matches=[
        ("自印发之日起三个月内", {"act": "印发", "number": "三", "unit": "月"}),
        ("自本方案印发之日起30日内制定", {"act": "印发", "number": "30", "unit": "日"}),
        *(("本规划发文之日起3 年之内", "本规划发文之日起3 年之内"), "施行之日起12天以内"),
        *(("自印发之日起三周内", "自印发之日起三周内"), "自实施之日起三个月内", "自发布之日起三个月内"),
        *("自印发之日起半个月内", "自公布之日起三个月内", "自下发之日起三个月内", "自印发之日起三个自然日内"),
        *("自印发之日起三个工作日内", ("自本印发之日起30日内制定", "印发之日起30日内")),
        ("自本专项整治行动方案印发之日起30日内制定", "印发之日起30日内"),
    ],
    rejects=[
        *("自印发之日起施行", "自受理之日起30日内", "收到通知后三个工作日内", "自印发之日起个月内"),
        "自印发之日起2025个月内",
    ],
)
"""A term that runs from the day of the document."""

_OF_DOCUMENT = ("印发", "发布", "公布", "下发", "发文")
"""Acts whose day is that of the document."""

_DURATION = pattern(
    r"(?&count) ?(?:个)?(?:工作日|自然日|日|天|周|月|年)(?:之|以)?内",
    count=rf"[{COUNT}半]{{1,3}}",
    matches=["30日内", "3个月内", "十个工作日内", "3 天以内", "30年内", "30周内", "30日之内", "30自然日内"],
    rejects=["2021年", "境内"],
)
_LASTING = pattern(
    r"(?:(?&responsibilities.lasting)|每[年月季])[一-龥]{0,8}$",
    matches=["长期推进", "每年开展", "持续", "每月开展", "每季开展"],
    rejects=["关于长期的规定", "长期，", "2025年", "每季度通报停车工作进展情况"],
    method="match",
)
_REST = pattern(
    r"(?:之前|以前|[底末]?前|期间|以内|之内|内|起|期末|[底末])?(?:基本|全面|全部|启动|完成|实现|建成|投用|印发|出台|开展|推进|并|持续|到位|落实|实施|取得|进展|见效|阶段性|成效|坚持|长期){0,4}$",
    matches=[
        *("前完成", "期间", "底前全部建成", "起持续推进", "末全面到位", "并", "底", "内", "进展", "见效", "落实"),
        *("期末", "投用", "成效", "开展", "实现", "实施", "基本", "坚持", "启动", "取得", "印发", "出台", "以前"),
        *("以内", "之前", "之内", "阶段性", "末前全部建成", "底前完成并长期坚持"),
    ],
    rejects=["前由市教育局牵头", "的规划", "出台启动长期并落实"],
    method="match",
)
"""What may stand behind a time that is a clause of its own."""

_DONE = pattern(
    r"(?<=[前内底末年月日])(?:基本|全面|全部)?(?:完成|实现|建成|到位|启动|落实)[。]?$",
    matches=[
        *(("2021年6月底前完成", "完成"), "明年基本建成。", "年内全面到位", "年底全部落实。", "2021年6月完成"),
        *("2021年6月末完成", "2021年6月8日完成", "2021年6月底前实现", "2021年6月底前启动"),
    ],
    rejects=["完成", "（2016年底前完成）"],
)
_CLAUSE_LENGTH = 30
"""Maximum length of a clause that is a deadline and nothing else, in characters."""

_LAST_DAYS = "底末终日号"


def is_deadline(clause: str) -> bool:
    """Whether a clause is a time and nothing else: 2025年6月底前完成, 长期推进, 30日内.

    Args:
        clause: Width-folded clause.
    """
    if len(clause) > _CLAUSE_LENGTH:
        return False
    if _LASTING.match(clause):
        return True
    due = DUE.match(clause)
    if due:
        return bool(_REST.match(clause, due.end()))
    duration = _DURATION.search(clause)
    if duration and _REST.match(clause, duration.end()):
        return duration.start() < 8
    first = next(find_dates(clause, None), None)
    return first is not None and first.start <= 2 and bool(_REST.match(clause, first.end))


def deadline_of(text: str, folded: str, extent: Extent, day: date | None) -> DeadlineDraft:
    """The deadline that a label or a bracket gives.

    Args:
        text: The text of the page.
        folded: The same, width-folded.
        extent: Place of the words.
        day: Day of the document, from which a year that is not printed is taken; None where it is not known.
    """
    start, end = extent
    done = _DONE.search(folded, start, end)
    end = done.start() if done else end
    draft: DeadlineDraft = {"text": text[start:end].strip(" 。")}
    mentions = list(find_dates(folded[start:end], _reference(day)))
    if mentions and "每" not in folded[start:end]:
        _resolve(draft, folded[start:end], mentions[-1], day)
    return draft


def find_deadline(text: str, folded: str, extent: Extent, day: date | None) -> DeadlineDraft | None:
    """The first deadline of a sentence: 2021年6月底前建成.

    Args:
        text: The text of the page.
        folded: The same, width-folded.
        extent: The stretch that is read.
        day: Day of the document; what is due before it is past and no deadline.
    """
    for due in sorted(_all_due(folded, extent), key=lambda due: due.start()):
        draft: DeadlineDraft = {"text": text[due.start() : due.end()]}
        if due.re is not DUE.compiled:
            return _since(draft, due, day) if due.re is SINCE.compiled else draft
        if due["every"]:
            return draft
        words = folded[due.start() : due.end()]
        mention = next(iter(find_dates(words, _reference(day))), None)
        if mention is not None:
            _resolve(draft, words, mention, day)
        on = draft.get("date")
        if day is None or on is None or on >= day:
            return draft
    return None


def _all_due(folded: str, extent: Extent) -> Iterator[re.Match[str]]:
    """All that is due in a stretch; a day that comes back is no day of the document."""
    often = list(OFTEN.finditer(folded, *extent))
    yield from often
    yield from SINCE.finditer(folded, *extent)
    for due in DUE.finditer(folded, *extent):
        if not any(other.start() < due.end() and due.start() < other.end() for other in often):
            yield due


def _since(draft: DeadlineDraft, due: re.Match[str], day: date | None) -> DeadlineDraft:
    """A term from the day of the document, with its last day where it is counted in days of the calendar."""
    number, unit = parse_integer(due["number"]), due["unit"]
    if day is None or number is None or due["act"] not in _OF_DOCUMENT or unit == "工作日":
        return draft
    if unit in ("月", "年"):
        draft["date"] = _months_after(day, number * (12 if unit == "年" else 1))
    else:
        draft["date"] = day + timedelta(days=number * (7 if unit == "周" else 1))
    return draft


def _months_after(day: date, months: int) -> date:
    """The same day some months later, the last of the month where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _reference(day: date | None) -> date | None:
    """The day from which a month without a year is resolved into the year of the document."""
    return None if day is None else date(day.year, 12, 31)


def _resolve(draft: DeadlineDraft, words: str, mention: DateMention, day: date | None) -> None:
    """Set the last day of a deadline, and its period where it is one."""
    if mention.first is None or mention.last is None or mention.label is None:
        return
    if not mention.year_printed and day is not None and mention.last < day:
        return
    edge = words[mention.end - 1] in _LAST_DAYS or words[mention.end : mention.end + 1] in ("底", "末", "终")
    if edge:
        draft["date"] = mention.last
    elif not words.startswith(("前", "之前", "以前"), mention.end):
        draft["date"] = mention.last
        draft["period"] = {"label": mention.label, "start": mention.first, "end": mention.last}
